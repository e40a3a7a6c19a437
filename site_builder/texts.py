"""Pages people write: `content/pages/NAME.md`, Markdown with a little front matter."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.errors import InputError, Problem
from site_builder.fields import parse_yaml, read, split_front
from site_builder.lexicon import STRICT
from site_builder.text import is_slug

RESERVED = frozenset({"index", "feed", "sitemap", "robots"})
"""Names the generator's own files have; `home` and `404` are parts of its pages that may be written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """`name` is the page's address without `.html`; pages are listed by `order`; `body` is Markdown."""

    name: str
    title: str
    order: int
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """What the front matter of such a page may hold."""

    __pydantic_config__ = STRICT
    title: str
    order: int = 100


def parse_text(text: str, path: str) -> Text:
    """Raises InputError: no front matter, no title, a name no address can have."""
    name = path.rsplit("/", 1)[-1].removesuffix(".md")
    if not is_slug(name) or name in RESERVED:
        message = f"expected a file name of a-z, 0-9 and '-' that is not {', '.join(sorted(RESERVED))}"
        raise InputError([Problem(path, 0, 0, f"{message}, found {name!r}")])
    front, body = split_front(text, path)
    values, unknown = read(Front, parse_yaml(front, path))
    if unknown:
        raise InputError(unknown)
    return Text(name=name, title=values.title, order=values.order, body=body.strip() + "\n")
