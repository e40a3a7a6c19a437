"""Whether pages say of statements what the data says they have to do with one another: groups, wordings said
again, relations, figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, get_args

from site_builder.cite import say_quoted
from site_builder.facets import NOBODY
from site_builder.figures.figure import Hedge, Quantity
from site_builder.figures.units import UNITS, say_quantity
from site_builder.shown import Marked, Shown
from site_builder.statement_views import PASSIVE
from site_builder.strings import Strings
from site_builder.variants.said import frame_of
from site_builder.variants.wording import compare_words, say_differences
from site_builder.verify.findings import Checked, Fault
from site_builder.verify.rows import ID, plain, quoted, told, whole_rows
from site_builder.verify.site import BuiltSite, Row

HOME = re.compile(rf"{ID.pattern}(?=\.html$|$)")
GROUP = re.compile(r"same/(g-[0-9a-z-]{1,60})(?:/[^#]{0,60})?\.html$")
FACT = re.compile(r"figures/(?:index\.html#)?([0-9a-z-]{1,140}?)(?:\.html)?$")


@dataclass(frozen=True, slots=True)
class _Known:
    """What the rows say: by statement the groups, the wordings, what is done and what is flagged; by group
    and by fact what they hold."""

    rows: Mapping[str, Row]
    parts: Mapping[str, Mapping[str, set[str]]]
    groups: Mapping[str, set[str]]
    figures: Mapping[str, set[tuple[str, str]]]
    """Fact and statement, as a page marks them → what is written, and what it comes to."""
    flagged: set[str]
    titles: Mapping[str, str]
    """Document → its title."""


def _labels(site: BuiltSite) -> Callable[[str], str]:
    """What a relation is called on the site."""
    strings = site.strings

    def say(does: str) -> str:
        key = f"relations.{does}"
        return strings.say(key) if strings and strings.has(key) else does

    return say


def _value(figure: Mapping[str, Any], strings: Strings | None) -> str:
    """What a figure comes to, in the words of the site; "" for one that cannot be read."""
    low, high = (None if figure.get(side) is None else Decimal(str(figure[side])) for side in ("low", "high"))
    unit = str(figure.get("unit") or "")
    hedge: Hedge | None = next((one for one in get_args(Hedge) if one == figure.get("hedge")), None)
    if strings is None or hedge is None or (low is None and high is None) or (unit and unit not in UNITS):
        return str(figure.get("value") or "")
    return say_quantity(strings, Quantity(low=low, high=high, hedge=hedge, unit=unit))


PARTS = ("group", "restates", "restated", "related", "figure")


def _read(site: BuiltSite) -> _Known:
    rows = whole_rows(site)
    say = _labels(site)
    parts: dict[str, dict[str, set[str]]] = {made: {part: set() for part in PARTS} for made in rows}
    groups: dict[str, set[str]] = {}
    figures: dict[str, set[tuple[str, str]]] = {}
    flagged: set[str] = set()
    for made, row in rows.items():
        mine = parts[made]
        for group in row["group"]:
            mine["group"].add(group)
            groups.setdefault(group, set()).add(made)
        if (fuller := str(row.get("restates"))) in parts:
            mine["restates"].add(fuller)
            parts[fuller]["restated"].add(made)
        for relation in row["relations"]:
            kind = relation["kind"]
            mine["related"].add(f"{say(kind)} {relation['target']}")
            if relation["target"] in parts:
                parts[relation["target"]]["related"].add(f"{say(PASSIVE.get(kind, kind))} {made}")
        for figure in row["figures"]:
            value = plain(_value(figure, site.strings))
            figures.setdefault(f"{figure['fact']} {made}", set()).add((plain(figure["written"]), value))
            if figure.get("flags"):
                mine["figure"].add(figure["fact"])
                flagged.add(f"{figure['fact']} {made}")
    titles = {str(document.get("entry")): str(document.get("title")) for document in site.documents}
    return _Known(rows, parts, groups, figures, flagged, titles)


def related(site: BuiltSite) -> Checked:
    """Groups, wordings, relations and figures on pages are those of the data, and none is left out."""
    known, versions = _read(site), _words_of_versions(site)
    faults: list[Fault] = []
    number = 0
    for path, page in site.pages.items():
        for at, statement in enumerate(page.statements):
            if statement.id in known.parts:
                number += 1
                beside = _groups(page.statements[0]) if at and path.startswith("statements/") else set()
                messages = _links(statement, known.parts[statement.id], beside, named=site.strings is not None)
                faults.extend(Fault(path, statement.id, message) for message in messages)
        faults.extend(_versions(path, page, known))
        faults.extend(_pairs(path, page, versions))
        faults.extend(_sentences(path, page, versions, known, site.strings) if site.strings else ())
        faults.extend(_figures(path, page, known))
        number += len(page.versions) + len(page.pairs) + len(page.figures)
    if site.marks_statements:
        faults.extend(_missing(site, known))
    what = "groups, wordings, relations and figures on pages are those of the data"
    return Checked(name="related", number=number, what=what, faults=tuple(faults))


def _groups(statement: Marked) -> set[str]:
    return {match[1] for href in statement.hrefs("group") if (match := GROUP.search(href))}


def _links(statement: Marked, wanted: Mapping[str, set[str]], beside: set[str], named: bool) -> Iterator[str]:
    """Where a statement leads elsewhere than its row does. `beside`: the groups that the statement it stands
    below leads to, for both. `named`: it is known what relations are called."""
    labels = statement.said("relation")
    targets = zip(labels, _ids(statement.hrefs("related")), strict=False)
    found = {
        "group": _groups(statement) | wanted["group"] & beside,
        "restates": set(_ids(statement.hrefs("restates"))),
        "restated": set(_ids(statement.hrefs("restated"))),
        "related": {f"{label} {target}" for label, target in targets},
        "figure": {match[1] for href in statement.hrefs("figure") if (match := FACT.search(href))},
    }
    for part in PARTS:
        if part == "related" and not named:
            continue
        if found[part] != wanted[part]:
            yield f"expected {part} {quoted(sorted(wanted[part]))}, found {quoted(sorted(found[part]))}"


def _ids(hrefs: Iterable[str]) -> Iterator[str]:
    return (match[0] if (match := HOME.search(href)) else "" for href in hrefs)


def _group_of(path: str) -> str:
    return match[1] if (match := GROUP.search(path)) else ""


def _words_of_versions(site: BuiltSite) -> dict[tuple[str, str], str]:
    """Group and statement → the words that are its version."""
    return {
        (_group_of(path), version.id): " ".join(version.said("words"))
        for path, page in site.pages.items()
        for version in page.versions
    }


def _pairs(path: str, page: Shown, versions: Mapping[tuple[str, str], str]) -> Iterator[Fault]:
    """A comparison gives both versions back."""
    for pair in page.pairs:
        for made, part in zip(ID.findall(pair.id), ("first", "second"), strict=False):
            wanted, found = versions.get((_group_of(path), made), ""), " ".join(pair.said(part))
            if found != wanted:
                message = f"expected the words {quoted([wanted])} in the comparison, found {quoted([found])}"
                yield Fault(path, made, message)


def _sentences(
    path: str,
    page: Shown,
    versions: Mapping[tuple[str, str], str],
    known: _Known,
    strings: Strings,
) -> Iterator[Fault]:
    """What is said of a comparison is what a comparison of the two gives."""
    rows = known.rows
    for pair in page.pairs:
        first, second = (*ID.findall(pair.id), "", "")[:2]
        one, other = (versions.get((_group_of(path), made)) for made in (first, second))
        said = pair.said("said")
        if not said or one is None or other is None or not {first, second} <= rows.keys():
            continue
        named = outlet = _carrier(rows[second], known, strings)
        if outlet == _carrier(rows[first], known, strings):
            named = strings.say("same.on", outlet=outlet, day=told(rows[second], strings)["published"])
        frame = " ".join(_frame(rows[made]) for made in (first, second))
        wanted = plain(say_differences(strings, compare_words(one, other, frame), named))
        if said != (wanted,):
            message = f"expected the sentence {quoted([wanted])} on the comparison, found {quoted(said)}"
            yield Fault(path, second, message)


def _carrier(row: Row, known: _Known, strings: Strings) -> str:
    """The outlet; the title of a document that names none."""
    if row["outlet"] in NOBODY:
        return say_quoted(strings, known.titles.get(row["entry"], ""))
    return str(row["outlet"])


def _frame(row: Row) -> str:
    speaker, role, to = (str(row.get(part) or "") for part in ("speaker", "role", "to"))
    return frame_of(speaker, role, to)


def _versions(path: str, page: Shown, known: _Known) -> Iterator[Fault]:
    """The versions of a group are of the data, with words of their statements."""
    group = _group_of(path)
    for version in page.versions:
        row = known.rows.get(version.id)
        if row is None or group not in row["group"]:
            message = f"expected a statement of the group {group}, found one that is not in it"
            yield Fault(path, version.id, message)
            continue
        whole = plain(" ".join(map(str, row["words"])))
        for words in version.said("words"):
            if not words or words not in whole:
                yield Fault(path, version.id, f"expected words of {quoted([whole])}, found {quoted([words])}")


def _figures(path: str, page: Shown, known: _Known) -> Iterator[Fault]:
    for figure in page.figures:
        wanted = known.figures.get(figure.id, set())
        found = "".join(figure.said("written")), "".join(figure.said("value"))
        if found not in wanted:
            fact, _, made = figure.id.rpartition(" ")
            shown = quoted(f"{written} = {value}" for written, value in sorted(wanted))
            message = f"expected of {fact} the figure {shown}, found {quoted([' = '.join(found)])}"
            yield Fault(path, made, message)


def _missing(site: BuiltSite, known: _Known) -> Iterator[Fault]:
    """What of the data stands on no page of groups, and on no page of figures."""
    shown: dict[str, set[str]] = {}
    figures: set[str] = set()
    for path, page in site.pages.items():
        if match := GROUP.search(path):
            again = (made for version in page.versions for made in _ids(version.hrefs("again")))
            shown.setdefault(match[1], set()).update((version.id for version in page.versions), again)
        if path.startswith("figures/"):
            figures.update(figure.id for figure in page.figures)
    for group, members in known.groups.items():
        for made in sorted(members - shown.get(group, set())):
            yield Fault(f"same/{group}.html", made, "expected this statement in its group, found it not there")
    for name in sorted(known.flagged - figures):
        fact, _, made = name.rpartition(" ")
        yield Fault("figures/index.html", made, f"expected its figure of {fact}, found it not there")
