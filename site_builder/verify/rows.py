"""A row of the data: whether it is whole, and whether a statement on a page says what it does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from site_builder.edtf import parse_edtf
from site_builder.model import UNNAMED_OUTLET, UNNAMED_SPEAKER
from site_builder.render import visible
from site_builder.said_dates import say_date
from site_builder.shown import Marked
from site_builder.strings import Strings
from site_builder.text import collapse, slug
from site_builder.verify.site import BuiltSite, Row

ID = re.compile(r"s-[0-9a-z]{1,40}")
"""What stands where the id of a statement should, right or wrong."""
PLAIN = ("speaker", "role", "to", "via", "citing", "outlet", "origin")
"""Parts of a statement that stand on a page as they stand in the data."""

REPEATED = 200
"""Characters of a text that a message repeats."""
TEXTS = ("id", "entry", "outlet", "speaker", "kind", "page")
LISTS = ("topics", "words", "spans", "bytes", "group", "relations", "figures", "withheld_sha256")
OBJECTS = (("relations", ("kind", "target", "how")), ("figures", ("written", "fact")))


def whole_rows(site: BuiltSite) -> Mapping[str, Row]:
    """Every row that is whole, by its id."""
    return {made: row for made, row in site.by_id().items() if is_whole(row)}


def is_whole(row: Row) -> bool:
    spans, places = row.get("spans"), row.get("bytes")
    if not all(isinstance(row.get(key), str) for key in TEXTS):
        return False
    if not all(isinstance(row.get(key), list) for key in LISTS) or not isinstance(row.get("withheld"), int):
        return False
    if not all(
        isinstance(one, dict) and all(isinstance(one.get(name), str) for name in names)
        for key, names in OBJECTS
        for one in row[key]
    ):
        return False
    ordered = all(_is_span(pair) for pair in (*row["spans"], *row["bytes"]))
    return ordered and len(spans or ()) == len(places or ()) and all(isinstance(w, str) for w in row["words"])


def _is_span(pair: object) -> bool:
    if not (isinstance(pair, list) and len(pair) == 2 and all(isinstance(edge, int) for edge in pair)):
        return False
    return 0 <= int(pair[0]) < int(pair[1])


def differing(statement: Marked, row: Row, strings: Strings | None) -> Iterator[str]:
    """Where a statement as it is shown says otherwise than its row, a line for each part."""
    expected: dict[str, tuple[str, ...]] = {part: (str(row[part]),) if row.get(part) else () for part in PLAIN}
    expected["words"] = tuple(map(str, row["words"]))
    expected |= {part: (words,) for part, words in told(row, strings).items()}
    if statement.said("cue"):
        expected["cue"] = (str(row.get("cue")),)
    for part, values in expected.items():
        wanted = tuple(map(plain, values))
        found = tuple(map(collapse, statement.said(part)))
        if found != wanted:
            yield f"expected {part} {quoted(wanted)}, found {quoted(found)}"
    topics = set() if row["withheld"] else set(row["topics"])
    if (shown := set(map(slug, statement.said("topic")))) != topics:
        yield f"expected topics {quoted(sorted(topics))}, found {quoted(sorted(shown))}"


def plain(value: object) -> str:
    """As it stands on a page."""
    return collapse(str(visible(str(value))))


def told(row: Row, strings: Strings | None) -> dict[str, str]:
    """What the site says of a statement in its own words, as far as these are known: kind of speech, dates,
    and that nobody knows who speaks, or who carried it."""
    found: dict[str, str] = {}
    if strings is None:
        return found
    if row["speaker"] == UNNAMED_SPEAKER:
        found["speaker"] = strings.say("statement.unnamed")
    for key in ("speaker", "outlet"):
        if row[key] == UNNAMED_OUTLET:
            found[key] = strings.say("statement.unnamed_outlet")
    own_voice = row["kind"] == "own-voice"
    if not own_voice:
        found["kind"] = kind_in_words(row, strings)
    if row.get("said") or not own_voice:
        found["said"] = _date(strings, row.get("said"), "dates.not_given")
    return found | {"published": _date(strings, row.get("published"), "dates.unknown")}


def kind_in_words(row: Row, strings: Strings) -> str:
    kind = f"kinds.{row['kind']}"
    return strings.say(kind) if strings.has(kind) else str(row["kind"])


def _date(strings: Strings, edtf: object, missing: str) -> str:
    if not edtf:
        return strings.say(missing)
    try:
        return say_date(strings, parse_edtf(str(edtf)))
    except ValueError:
        return str(edtf)


def quoted(texts: Iterable[str]) -> str:
    """For a message; "none" for nothing."""
    whole = " / ".join(texts)
    return repr(brief(whole)) if whole else "none"


def brief(text: str) -> str:
    return text if len(text) <= REPEATED else f"{text[: REPEATED - 1]}…"
