"""A title in quotation marks: those inside it are the other ones, and the comma stands where it belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from site_builder.strings import Strings

LONGEST = 500
"""Characters between two marks of a title that belong together."""
_STOP = re.compile(r"(?<=[\w’”»)]{2})\.$")
"""A full stop that ends a sentence, not an abbreviation of single letters."""


def say_quoted(strings: Strings, title: str) -> str:
    """A title in the marks of the site's language."""
    quotes = strings.words("cite.quotes")
    return quotes[0][0] + _inside(title, quotes) + quotes[0][1]


def say_quoted_before(strings: Strings, title: str) -> str:
    """The same with the comma that follows it; a full stop gives way to that, a question mark stays."""
    quotes = strings.words("cite.quotes")
    outer, inner = quotes
    inside = _inside(title, quotes)
    last = inner[1] if _closed(title, quotes) else ""
    body = without_stop(inside.removesuffix(last))
    form = "quoted_asked" if body.endswith(("?", "!", "؟")) else "quoted_comma"
    return outer[0] + strings.say(f"cite.{form}", title=body, end=last + outer[1])


def without_stop(text: str) -> str:
    """A title that ends as a sentence does, to go on after it."""
    return _STOP.sub("", text)


def _inside(title: str, quotes: Sequence[str]) -> str:
    """The title with its outer marks, and straight ones, as inner ones, and inner ones in these as outer."""
    return "".join(_turned(title, *quotes))


def _turned(title: str, outer: str, inner: str) -> Iterator[str]:
    plain = str.maketrans(outer, inner)
    at = 0
    for match in _quoted(outer).finditer(title):
        yield title[at : match.start()].translate(plain)
        within = _singly_quoted(inner).sub(lambda part: f"{outer[0]}{part[1]}{outer[1]}", match[1] or match[2])
        yield f"{inner[0]}{within}{inner[1]}"
        at = match.end()
    yield title[at:].translate(plain)


def _closed(title: str, quotes: Sequence[str]) -> bool:
    """Whether the title ends with a quotation."""
    patterns = _quoted(quotes[0]), _singly_quoted(quotes[1])
    return any(match.end() == len(title) for pattern in patterns for match in pattern.finditer(title))


@lru_cache(maxsize=4)
def _quoted(marks: str) -> re.Pattern[str]:
    first, last = map(re.escape, marks)
    straight = rf'(?<!\w)"(?=\S)([^"]{{1,{LONGEST}}})(?<=\S)"(?!\w)'
    return re.compile(rf"{first}([^{first}{last}]{{1,{LONGEST}}}){last}|{straight}")


@lru_cache(maxsize=4)
def _singly_quoted(marks: str) -> re.Pattern[str]:
    """What is no apostrophe: it opens before a word and closes after one."""
    first, last = map(re.escape, marks)
    return re.compile(rf"(?<!\w){first}(?=\S)([^{first}]{{1,{LONGEST}}}?){last}(?!\w)")
