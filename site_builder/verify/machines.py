"""Whether what machines read says what the data does: feeds, the columns and sheets of Browse, the index of
search. Of the index, its records; the tables by which they are found are binary."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from gzip import GzipFile
from io import BytesIO
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from site_builder.edtf import parse_edtf
from site_builder.feeds import FEED, LENGTH
from site_builder.pagefind import MAGIC, RECORDS
from site_builder.shown import read_shown
from site_builder.strings import Strings
from site_builder.text import collapse, slug
from site_builder.verify.findings import Checked, Fault
from site_builder.verify.rows import ID, PLAIN, differing, kind_in_words, plain, quoted, told, whole_rows
from site_builder.verify.site import BuiltSite, Row

ATOM = "{http://www.w3.org/2005/Atom}"
HTML = "{http://www.w3.org/1999/xhtml}"
LONGEST = 50_000_000
"""Bytes of a record: a small file may unpack to any number."""


def feeds(site: BuiltSite) -> Checked:
    """Every entry of a feed is a statement of the data with its words, and a feed has as many as it should."""
    rows = whole_rows(site)
    faults: list[Fault] = []
    number = 0
    spoken = [made for made, row in rows.items() if row["kind"] != "own-voice"]
    for path in site.paths(".atom"):
        try:
            entries = ElementTree.fromstring(site.read(path)).findall(f"{ATOM}entry")
        except ElementTree.ParseError as error:
            faults.append(Fault(path, "", f"expected a feed, found a fault of its XML: {error}"))
            continue
        entries = [entry for entry in entries if not _is_notice(entry, site)]
        ids = [_id(entry) for entry in entries]
        number += len(ids)
        for made, entry in zip(ids, entries, strict=True):
            messages = _entry(entry, rows.get(made), site.strings)
            faults.extend(Fault(path, made, message) for message in messages)
        page = path.removesuffix(".atom") + ".html"
        owner = site.listed(page) & rows.keys() if page in site.pages else spoken
        wanted = min(LENGTH, len(owner))
        if (path == FEED or page in site.pages) and site.marks_statements and len(set(ids)) != wanted:
            faults.append(Fault(path, "", f"expected {wanted} statements, found {len(set(ids))}"))
    what = "entries of feeds are statements of the data, in their words"
    return Checked(name="feeds", number=number, what=what, faults=tuple(faults))


def _is_notice(entry: Element, site: BuiltSite) -> bool:
    """Whether it tells of a statement that was taken out: it has no words, and leads to a page without any."""
    page = site.pages.get(f"statements/{_id(entry)}.html")
    return page is not None and not page.statements and next(entry.iter(f"{HTML}blockquote"), None) is None


def _id(entry: Element) -> str:
    links = (link.get("href", "") for link in entry.iter(f"{ATOM}link") if link.get("rel") == "alternate")
    return next((found[-1] for href in links if (found := ID.findall(href))), "")


def _entry(entry: Element, row: Row | None, strings: Strings | None) -> Iterator[str]:
    if row is None:
        yield "expected a statement of the data, found one that is not in it"
        return
    said = collapse(" ".join(map(_text, entry.iter(f"{HTML}p"))))
    words = tuple(_text(p) for quote in entry.iter(f"{HTML}blockquote") for p in quote)
    if words != (wanted := tuple(map(plain, row["words"]))):
        yield f"expected words {quoted(wanted)}, found {quoted(words)}"
    parts = {key: plain(row[key]) for key in PLAIN if row.get(key)} | told(row, strings)
    title, named = entry.findtext(f"{ATOM}title", ""), "".join(map(_text, entry.iter(f"{HTML}b")))
    for where, shown in (("title", collapse(title)), ("name", named)):
        if not shown.startswith(parts["speaker"]):
            yield f"expected the speaker {parts['speaker']!r} in the {where}, found {shown!r}"
    frame = next(entry.iter(f"{HTML}p"), entry)
    role = "".join(_text(part) for part in frame.iter(f"{HTML}bdi") if "lang" in part.attrib)
    if role != plain(row.get("role") or ""):
        yield f"expected role {quoted([plain(row.get('role') or '')])}, found {quoted([role])}"
    for key, value in parts.items():
        if value not in said and row.get(key) and key != "role":
            yield f"expected {key} {value!r}, found {quoted([said])}"
    topics = {slug(term.get("term", "")) for term in entry.iter(f"{ATOM}category")}
    if topics != (wanted_topics := set() if row["withheld"] else set(row["topics"])):
        yield f"expected topics {quoted(sorted(wanted_topics))}, found {quoted(sorted(topics))}"


def _text(element: Element) -> str:
    return collapse("".join(element.itertext()))


def browse(site: BuiltSite) -> Checked:
    """The sheets hold every statement once, as the data has it; the columns say of each what its row does."""
    rows = whole_rows(site)
    faults: list[Fault] = []
    shown: list[str] = []
    for path in site.paths(".js", "browse/columns/") if site.marks_statements else ():
        columns = _script(site, path, faults)
        try:
            ids: list[str] = []
            for name, size in columns.get("sheets", ()):
                ids.extend(_sheet(site, f"browse/sheets/{name}.js", size, rows, faults))
            faults.extend(_columns(site, path, columns, ids, rows))
        except (AttributeError, IndexError, KeyError, TypeError, ValueError):
            faults.append(Fault(path, "", "expected a data file of Browse, found one with misshapen values"))
        shown.extend(ids)
    once = {site.counted_as(made) for made, row in rows.items() if row["kind"] != "own-voice"}
    found = {site.counted_as(made) for made in shown}
    if site.marks_statements:
        for made in sorted(once - found):
            faults.append(Fault("browse/index.html", made, "expected this statement, found it not there"))
        if len(shown) != len(found):
            message = f"expected each statement once, found {len(shown)} of {len(found)}"
            faults.append(Fault("browse/index.html", "", message))
    what = "statements and filters of Browse are those of the data"
    return Checked(name="browse", number=len(shown), what=what, faults=tuple(faults))


def _script(site: BuiltSite, path: str, faults: list[Fault]) -> Any:
    """The value that a data file of Browse holds."""
    text = site.read(path).decode("utf-8", "replace")
    try:
        return json.loads(text.partition("] = ")[2].rstrip().removesuffix(";"))
    except (ValueError, RecursionError):
        faults.append(Fault(path, "", "expected a data file of Browse, found something else"))
        return {}


def _sheet(
    site: BuiltSite, path: str, size: int, rows: Mapping[str, Row], faults: list[Fault]
) -> Iterator[str]:
    """The statements of a sheet in order."""
    cards = list(_script(site, path, faults)) if path in site.digests else []
    if len(cards) != size:
        faults.append(Fault(path, "", f"expected {size} statements, found {len(cards)}"))
    for card in cards:
        for statement in read_shown(str(card)).statements:
            yield statement.id
            if (row := rows.get(statement.id)) is None:
                message = "expected a statement of the data, found one that is not in it"
                faults.append(Fault(path, statement.id, message))
            else:
                messages = differing(statement, row, site.strings)
                faults.extend(Fault(path, statement.id, message) for message in messages)


def _columns(
    site: BuiltSite, path: str, columns: Any, ids: Sequence[str], rows: Mapping[str, Row]
) -> Iterator[Fault]:
    """Where a filter says otherwise of a statement than the rows of its wordings do."""
    days = [day for day, size in columns.get("days", ()) for _ in range(size)]
    if len(days) != len(ids):
        yield Fault(path, "", f"expected a day for each of {len(ids)} statements, found {len(days)}")
    for made, found in zip(ids, days, strict=False):
        if made in rows and found != (wanted := _days(rows[made])):
            yield Fault(path, made, f"expected the day {wanted or 'none'}, found {found or 'none'}")
    if site.strings:
        yield from _filters(site, path, columns, ids, rows, site.strings)


def _filters(
    site: BuiltSite,
    path: str,
    columns: Any,
    ids: Sequence[str],
    rows: Mapping[str, Row],
    strings: Strings,
) -> Iterator[Fault]:
    for name, read in FILTERS.items():
        column = columns.get("columns", {}).get(name, {})
        places = column.get("rows", ())
        for made, place in zip(ids, places, strict=False):
            if made not in rows:
                continue
            wordings = [rows[one] for one in site.wordings(made) if one in rows]
            wanted_values: set[str] = {value for row in wordings for value in read(row, strings)}
            found = set(column["values"][place])
            found = {slug(value) for value in found} if name == "topic" else found
            if found != wanted_values:
                shown = f"expected in the column {name!r} {quoted(sorted(wanted_values))}"
                yield Fault(path, made, f"{shown}, found {quoted(sorted(found))}")
        if len(places) != len(ids):
            yield Fault(path, "", f"expected {len(ids)} values in the column {name!r}, found {len(places)}")


def _outlet(row: Row, strings: Strings) -> str:
    return told(row, strings).get("outlet", str(row["outlet"]))


FILTERS: Mapping[str, Callable[[Row, Strings], set[str]]] = {
    "topic": lambda row, strings: set(row["topics"]) or {slug(strings.say("statement.no_topic"))},
    "speaker": lambda row, strings: {told(row, strings).get("speaker", str(row["speaker"]))},
    "outlet": lambda row, strings: {_outlet(row, strings), row.get("origin") or _outlet(row, strings)},
    "kind": lambda row, strings: {kind_in_words(row, strings)},
    "versions": lambda row, strings: {strings.say("browse.in_several")} if row["group"] else set(),
    "figures": lambda row, strings: {
        strings.say(f"browse.figures.{flag}") for figure in row["figures"] for flag in figure.get("flags") or ()
    },
}
"""The filters that can be told from the data, and what a row has for each."""


def _days(row: Row) -> str:
    """The day it may be of, or the first and the last; "" when nothing tells."""
    given = row.get("said") or row.get("published")
    try:
        when = parse_edtf(str(given)) if given else None
    except ValueError:
        return ""
    return when.days if when else ""


def search(site: BuiltSite) -> Checked:
    """Every record of the index is a statement of the data with its words, and none is missing."""
    rows = whole_rows(site)
    faults: list[Fault] = []
    found: list[str] = []
    for path in site.paths(RECORDS, "search/"):
        try:
            content = GzipFile(fileobj=BytesIO(site.read(path))).read(LONGEST)
            record = json.loads(content.removeprefix(MAGIC))
            meta = {**dict(json.loads(record["meta"]["shown"])), **record["meta"]}
            made = str(meta["title"])
        except (OSError, EOFError, ValueError, KeyError, TypeError):
            faults.append(Fault(path, "", "expected a record of the index, found something else"))
            continue
        found.append(made)
        if (row := rows.get(made)) is None:
            message = "expected a statement of the data, found one that is not in it"
            faults.append(Fault(path, made, message))
            continue
        faults.extend(Fault(path, made, message) for message in _record(record, meta, row, site.strings))
    if found:
        missing = {made for made, row in rows.items() if row["kind"] != "own-voice"} - set(found)
        message = "expected this statement in the index, found it not there"
        faults.extend(Fault("search/index.html", made, message) for made in sorted(missing))
    what = "records of the search index are statements of the data, in their words"
    return Checked(name="search", number=len(found), what=what, faults=tuple(faults))


def _record(record: Any, meta: Mapping[str, str], row: Row, strings: Strings | None) -> Iterator[str]:
    words = plain(" […] ".join(map(str, row["words"])))
    if (shown := collapse(str(record.get("content")))) != words:
        yield f"expected words {quoted([words])}, found {quoted([shown])}"
    wanted = {key: plain(row[key]) for key in PLAIN if row.get(key)} | told(row, strings)
    for key, value in wanted.items():
        if (said := collapse(str(meta.get(key, "")))) != value:
            yield f"expected {key} {quoted([value])}, found {quoted([said])}"
    topics = {slug(topic) for topic in record.get("filters", {}).get("topic", ())}
    if topics != set(row["topics"]):
        yield f"expected topics {quoted(sorted(row['topics']))}, found {quoted(sorted(topics))}"
