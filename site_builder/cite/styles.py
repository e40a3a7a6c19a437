"""A citation as text."""

from __future__ import annotations

from site_builder.cite.cited import Cited
from site_builder.edtf import MONTH_NAMES, Edtf


def attributed(c: Cited) -> str:
    """The words, and under them who said them, when, and where they stand: what a reader copies."""
    role = f", {c.role}" if c.role else ""
    said = f", {c.said.in_words}" if c.said else ""
    origin = f", republished from {c.origin}" if c.origin else ""
    carried = ", ".join([f"Carried by {c.outlet}{origin}", *([c.published.in_words] if c.published else [])])
    where = f"{c.archive}, {c.id}" + (f", {c.url}" if c.url else "")
    return "\n".join(
        (c.words, f"— {c.speaker}{role}{said}. {c.manner.genre}.", f"{carried}: {c.document}", where)
    )


def chicago(c: Cited) -> str:
    """A note after the Chicago Manual of Style: a speech quoted in a newspaper."""
    said = f", {_american(c.said)}" if c.said else ""
    byline = f" {c.byline}," if c.byline else ""
    parts = [
        f"{c.speaker}{said}, {c.manner.before}{byline} {_in_quotes(c.document)} {c.outlet}",
        *([f"republished from {c.origin}"] if c.origin else []),
        *([_american(c.published)] if c.published else []),
        f"{c.archive} ({c.id})",
        *([c.url] if c.url else []),
    ]
    return ", ".join(parts) + "."


def apa(c: Cited) -> str:
    """A reference in the manner of the American Psychological Association: a work without an author
    begins with its title."""
    said = f"; said {c.said.in_words}" if c.said else ""
    note = f"[{c.manner.genre}{said}; in {_in_quotes(c.document, '')}]"
    origin = f", republished from {c.origin}" if c.origin else ""
    when = _year_first(c.published) if c.published else "n.d."
    return " ".join(
        (f"{c.title} {note}.", f"({when}).", f"{c.outlet}{origin}.", f"{c.archive}, {c.id}.", c.url)
    ).rstrip()


def _in_quotes(title: str, comma: str = ",") -> str:
    """In double marks, its own double marks single."""
    inside = title.translate({ord("“"): "‘", ord("”"): "’"})
    return f"“{inside}{'' if inside.endswith(('?', '!')) else comma}”"


def _american(when: Edtf) -> str:
    """`December 13, 2016`; in the words of the archive when the day is open."""
    return (
        f"{MONTH_NAMES[when.first.month - 1]} {when.first.day}, {when.first.year}"
        if _sure(when)
        else when.in_words
    )


def _year_first(when: Edtf) -> str:
    if not _sure(when):
        return when.in_words
    return f"{when.first.year}, {MONTH_NAMES[when.first.month - 1]} {when.first.day}"


def _sure(when: Edtf) -> bool:
    return when.is_day and when.text[-1].isdigit()
