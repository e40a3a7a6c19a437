"""`site.toml`: the archive's own name, address and rights. Every key is optional."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from site_builder.colours import Colours, faults
from site_builder.errors import InputError, Problem
from site_builder.fields import parse_toml, read
from site_builder.lexicon import STRICT

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
Level = Literal["full", "excerpt", "quotation"]
"""What of a document the site shows: all of it; its statements in their paragraphs; the statements alone."""


LEVELS: tuple[Level, ...] = ("quotation", "excerpt", "full")
"""From the narrowest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    __pydantic_config__ = STRICT
    default: Level = "excerpt"
    outlets: Mapping[str, Level] = field(default_factory=dict)

    def level(self, *outlets: str | None) -> Level:
        """The narrowest level of the outlets that have a hand in a document."""
        levels = {self.outlets.get(outlet, self.default) for outlet in outlets if outlet} or {self.default}
        return next(level for level in LEVELS if level in levels)


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    __pydantic_config__ = STRICT
    title: str = "Statement archive"
    description: str = "Who said what, when, carried by which outlet."
    language: str = "en"
    base_url: str = ""
    footer: str = ""
    logo: str = ""
    """A file in templates/static/."""
    per_page: int = 30
    """Statements on one page of a listing."""
    statement_pages: int = 5000
    """Up to so many statements each has a page of its own; more of them share pages."""
    attitudes: bool = False
    """Whether entries hold what somebody is said to want, believe or fear, too."""
    week_begins: Weekday | None = None
    """None: on the day on which weeks begin in the site's language."""
    rights: Rights = field(default_factory=Rights)
    colours: Colours = field(default_factory=Colours)


def parse_config(text: str, path: str) -> tuple[Config, tuple[Problem, ...]]:
    """The settings, and a problem for each unknown key. Raises InputError when a known one is wrong."""
    data = parse_toml(text, path)
    config, unknown = read(Config, data)
    problems = []
    if config.base_url and not config.base_url.startswith(("http://", "https://")):
        message = f"expected an address with http:// or https://, found {config.base_url!r}"
        problems.append(data.problem(("base_url",), message))
    for key, least in (("per_page", 1), ("statement_pages", 0)):
        if (number := getattr(config, key)) < least:
            message = f"expected a number above {least - 1}, found {number}"
            problems.append(data.problem((key,), message))
    problems.extend(data.problem(("colours", key), message) for key, message in faults(config.colours))
    if problems:
        raise InputError([*unknown, *problems])
    return config, unknown
