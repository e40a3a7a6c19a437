"""What a person wrote beside a seed. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from site_builder.edtf import parse_edtf
from site_builder.errors import InputError, Problem
from site_builder.fields import Data, parse_yaml, read
from site_builder.lexicon import STRICT
from site_builder.text import ADDRESS, LANGUAGE, is_address, is_language


@dataclass(frozen=True, slots=True, kw_only=True)
class Sidecar:
    """It wins over the text. `published` is EDTF, `language` BCP 47, the addresses are those of pages."""

    __pydantic_config__ = STRICT
    url: str | None = None
    archived_url: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    language: str | None = None
    rights: Literal["full", "excerpt", "quotation"] | None = None


NO_SIDECAR = Sidecar()


FORMS: tuple[tuple[str, Callable[[str], bool], str], ...] = (
    ("url", is_address, ADDRESS),
    ("archived_url", is_address, ADDRESS),
    ("language", is_language, LANGUAGE),
)
"""Keys, and what their values must be."""


def parse_sidecar(text: str, path: str) -> Sidecar:
    """Raises InputError with every problem, each at its key."""
    data = parse_yaml(text, path)
    problems = [*_unfit(data)] if isinstance(data.value, dict) else []
    try:
        sidecar, unknown = read(Sidecar, data) if data.value else (NO_SIDECAR, ())
    except InputError as error:
        raise InputError(sorted([*error.problems, *problems])) from None
    if problems or unknown:
        raise InputError(sorted([*unknown, *problems]))
    return sidecar


def _unfit(data: Data) -> Iterator[Problem]:
    """Values of another form than they must be."""
    for key, fits, expected in FORMS:
        value = data.value.get(key)
        if isinstance(value, str) and not fits(value):
            yield data.problem((key,), f"expected {expected}, found {value!r}")
    published = data.value.get("published")
    if isinstance(published, str):
        try:
            parse_edtf(published)
        except ValueError as fault:
            yield data.problem(("published",), str(fault))
