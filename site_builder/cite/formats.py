"""A citation as data, each format with its own escapes."""

from __future__ import annotations

import json
import re
from datetime import date

from site_builder.cite.address import percent
from site_builder.cite.cited import Cited
from site_builder.edtf import Edtf
from site_builder.said_dates import say_date


def csl_json(c: Cited) -> str:
    """An array of one item, as citation managers read it."""
    values = {
        "id": c.id,
        "type": "article-newspaper",
        "title": c.title,
        "container-title": c.outlet,
        "issued": _csl_date(c.published),
        "event-date": _csl_date(c.said),
        "genre": c.genre,
        "abstract": c.words,
        "archive": c.archive,
        "archive_location": c.id,
        "URL": c.url,
        "language": c.lang,
        "note": _note(c),
    }
    lines = (f'  "{key}": {json.dumps(value, ensure_ascii=False)}' for key, value in values.items() if value)
    return "[{\n" + ",\n".join(lines) + "\n}]"


def _csl_date(when: Edtf | None) -> dict[str, object] | None:
    if when is None:
        return None
    days = (when.last,) if when.is_open else (when.first, when.last)
    parts = [_parts(day) for day in days] if "/" in when.text else [_parts(when.first, when)]
    return {"date-parts": parts} | ({"circa": True} if when.is_open or set("?~%") & set(when.text) else {})


def _parts(day: date, within: Edtf | None = None) -> list[int]:
    """Year, month and day, as far as the date is settled; nothing of one that is open at its start."""
    if within is not None and within.is_open:
        return []
    parts = [day.year, day.month, day.day]
    if within is None or within.is_day:
        return parts
    same_month = (within.first.year, within.first.month) == (within.last.year, within.last.month)
    return parts[: 2 if same_month else 1]


_SETTLED = re.compile(r"\d{4}(?:-\d\d){0,2}")


def iso(when: Edtf | None) -> str:
    """`2019-05-14`, or the month or year that is settled; "" for what is in doubt."""
    return when.text if when and _SETTLED.fullmatch(when.text) else ""


def _note(c: Cited) -> str:
    """What the fields of the formats have no place for."""
    say = c.strings.say
    facts = (
        ("said", say_date(c.strings, c.said) if c.said else ""),
        ("role", c.role),
        ("published", say_date(c.strings, c.published) if c.published and not iso(c.published) else ""),
        ("document", c.document),
        ("byline", c.byline),
        ("origin", c.origin),
        ("statement", say("cite.note_of", id=c.id, archive=c.archive)),
    )
    said = (say("lists.labelled", label=say(f"cite.note_{name}"), text=value) for name, value in facts if value)
    return say("lists.semicolon").join(said)


LATEX = {
    ord(character): escaped
    for character, escaped in {
        "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "$": r"\$", "&": r"\&",
        "#": r"\#", "%": r"\%", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    }.items()
}  # fmt: skip
"""BibTeX counts braces whatever stands before them, so that `\\{` would not do."""


def bibtex(c: Cited) -> str:
    """One entry for BibTeX and biblatex, in UTF-8. The title's braces keep its capitals; `key` is what a
    work without an author is sorted by. An article needs a journal: what has none is of no known type."""
    parts = _parts(c.published.first, c.published) if c.published else []
    fields = [
        ("title", f"{{{latex(c.title)}}}"),
        ("key", latex(c.speaker)),
        ("journal", latex(c.outlet)),
        ("entrysubtype", "newspaper" if c.outlet else ""),
        ("year", f"{parts[0]:04}" if parts else ""),
        ("month", f"{parts[1]}" if len(parts) > 1 else ""),
        ("day", f"{parts[2]}" if len(parts) > 2 else ""),
        ("url", c.url),
        ("langid", latex(c.lang)),
        ("note", latex(_note(c))),
        ("abstract", latex(c.words)),
    ]
    lines = [f"  {name} = {{{value}}}," for name, value in fields if value]
    return "\n".join((f"@{'article' if c.outlet else 'misc'}{{{c.id},", *lines, "}"))


_LIGATURE = re.compile(r"([-'`])(?=\1)")


def latex(text: str) -> str:
    """Every character as itself: two hyphens are no dash, two apostrophes no quotation mark."""
    return _LIGATURE.sub(r"\1{}", text.translate(LATEX))


def ris(c: Cited) -> str:
    """One record; a line a field, which nothing in a value can end."""
    parts = _parts(c.published.first, c.published) if c.published else []
    padded = [f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:])] if parts else []
    fields = (
        ("TY", "NEWS"),
        ("ID", c.id),
        ("TI", c.title),
        ("T2", c.outlet),
        ("PY", padded[0] if padded else ""),
        ("DA", "/".join([*padded, "", "", ""][:3]) + "/" if padded else ""),
        ("M3", c.genre),
        ("AB", c.words),
        ("LA", c.lang),
        ("UR", c.url),
        ("DP", c.archive),
        ("N1", _note(c)),
    )
    return "".join(f"{tag}  - {value}\n" for tag, value in fields if value) + "ER  - "


def coins(c: Cited) -> str:
    """What a citation manager reads from a list: a ContextObject (Z39.88)."""
    values = (
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"),
        ("rft.type", "newspaperArticle"),
        ("rft.title", c.title),
        ("rft.source", c.outlet),
        ("rft.date", iso(c.published)),
        ("rft.language", c.lang),
        ("rft.identifier", c.url),
    )
    return "&".join(f"{name}={percent(value)}" for name, value in values if value)
