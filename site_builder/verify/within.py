"""What a site can be asked without its project: whether its files, data and pages agree."""

from __future__ import annotations

from site_builder.data import DOCUMENTS
from site_builder.facets import FACET, FACETS, NOBODY
from site_builder.present import facet_path
from site_builder.renew import SUMS
from site_builder.verify.findings import Checked, Fault
from site_builder.verify.machines import browse, feeds, search
from site_builder.verify.related import related
from site_builder.verify.rows import differing, is_whole
from site_builder.verify.site import BuiltSite, place_of

NUMBERS = ("statements", "restated", "own_voice")
NUMBERED = "{} statements, {} said again and {} passages in the outlet's own voice"


def files(site: BuiltSite) -> Checked:
    """Every file has the digest in SHA256SUMS, and none is missing or added."""
    faults = [*site.unread]
    for path, digest in site.sums.items():
        if path not in site.digests:
            faults.append(Fault(path, "", "expected this file of SHA256SUMS, found none"))
        elif site.digests[path] != digest:
            faults.append(
                Fault(path, "", "expected the sha256 in SHA256SUMS, found another: the file was changed")
            )
    for path in site.digests.keys() - site.sums.keys() - {SUMS}:
        faults.append(Fault(path, "", "expected a line for it in SHA256SUMS, found none"))
    what = "files have the sha256 that SHA256SUMS gives them, none missing, none added"
    return Checked(name="files", number=len(site.digests), what=what, faults=tuple(sorted(faults)))


def rows(site: BuiltSite) -> Checked:
    """Every row is whole, every id stands once, and there are as many as the list of documents says."""
    faults: list[Fault] = []
    seen: dict[str, str] = {}
    number = 0
    for path, row in site.all_rows():
        number += 1
        made = str(row.get("id"))
        if made in seen:
            faults.append(Fault(path, made, f"expected each id once, found it in {seen[made]} too"))
        seen.setdefault(made, path)
        if not is_whole(row):
            faults.append(Fault(path, made, "expected a whole row, found one with missing or misshapen values"))
    for document in site.documents:
        inside = site.rows[str(document.get("data"))]
        spoken = [row for row in inside if row.get("kind") != "own-voice"]
        once = site.count(str(row.get("id")) for row in spoken)
        found = (once, len(spoken) - once, len(inside) - len(spoken))
        if found != (wanted := tuple(document.get(key) for key in NUMBERS)):
            message = f"expected {NUMBERED.format(*wanted)}, found {'{}, {} and {}'.format(*found)}"
            faults.append(Fault(str(document.get("data")), "", message))
    what = f"rows of data are whole, each id once, as many as {DOCUMENTS} says"
    return Checked(name="data", number=number, what=what, faults=tuple(faults))


def words(site: BuiltSite) -> Checked:
    """Every statement on every page is one of the data, with its words and its attribution."""
    by_id = site.by_id()
    faults: list[Fault] = []
    number = 0
    for path, page in site.pages.items():
        for statement in page.statements:
            number += 1
            row = by_id.get(statement.id)
            if row is None:
                faults.append(
                    Fault(path, statement.id, "expected a statement of the data, found one that is not in it")
                )
            elif is_whole(row):
                messages = differing(statement, row, site.strings)
                faults.extend(Fault(path, statement.id, message) for message in messages)
    what = "statements on pages have the words, speaker, role, dates, outlet and topics of the data"
    return Checked(name="words", number=number, what=what, faults=tuple(faults))


def standing(site: BuiltSite) -> Checked:
    """Every statement of the data stands on its own page, and in the lists of its speaker and outlets."""
    faults: list[Fault] = []
    homes = {
        (path, statement.id): statement for path, page in site.pages.items() for statement in page.statements
    }
    number = 0
    for path, row in site.all_rows():
        number += 1
        made = str(row.get("id"))
        page, _, anchor = str(row.get("page")).partition("#")
        home = homes.get((page, made))
        if home is None or (anchor and anchor not in site.pages[page].ids):
            if homes:
                faults.append(Fault(page, made, "expected this statement on its page, found it not there"))
        elif row.get("kind") != "own-voice":
            for part in home.parts:
                place = place_of(page, part.href) if part.name in ("speaker", "outlet", "origin") else None
                if place and part.href and made not in site.listed(place[0]):
                    message = f"expected this statement of {path} in the list, found it not there"
                    faults.append(Fault(place[0], made, message))
    what = "statements of the data stand on their pages, and with their speaker and outlet"
    return Checked(name="pages", number=number, what=what, faults=tuple(faults))


def places(site: BuiltSite) -> Checked:
    """The places in the seed that pages name are those of the data."""
    by_id = site.by_id()
    faults: list[Fault] = []
    number = 0
    for path, page in site.pages.items():
        for place in page.places:
            number += 1
            row = by_id.get(place.id)
            for part, key in (("characters", "spans"), ("bytes", "bytes")):
                pairs = row[key] if row and is_whole(row) else []
                wanted = ", ".join(f"{start}–{end}" for start, end in pairs)
                found = ", ".join(place.said(part))
                if found != wanted:
                    message = (
                        f"expected {part} {wanted or 'of a statement of the data'}, found {found or 'none'}"
                    )
                    faults.append(Fault(path, place.id, message))
    what = "places in seeds that pages name are those of the data"
    return Checked(name="spans", number=number, what=what, faults=tuple(faults))


def counts(site: BuiltSite) -> Checked:
    """The numbers on home, in lists of groups and of dates, and on the page of each group, are those of what is
    there; what a document says twice counts once."""
    listed = [row for _, row in site.all_rows() if row.get("kind") != "own-voice"]
    outlets = {row.get(key) for row in listed for key in ("outlet", "origin")} - {None, *NOBODY}
    totals = {
        "entries/index.html": len(site.documents),
        "browse/index.html": site.count(str(row.get("id")) for row in listed),
        "speakers/index.html": len({row.get("speaker") for row in listed} - NOBODY),
        "topics/index.html": len({topic for row in listed for topic in row.get("topics") or ()}),
        "outlets/index.html": len(outlets),
    }
    lists = {facet_path(facet) for facet in FACETS}
    groups = {path for path in site.pages if path.partition("/")[0] in (*FACET, "dates")} - lists
    faults = []
    number = 0
    for path, page in site.pages.items():
        for href, found in page.counts if site.marks_statements else ():
            place = place_of(path, href) if href else None
            target = place[0] if place else path
            if place and target not in totals and target not in groups:
                continue
            number += 1
            wanted = totals[target] if place and target in totals else site.count(site.listed(target))
            if found != wanted:
                of = f" of {target}" if place else ""
                faults.append(Fault(path, "", f"expected the count{of} {wanted}, found {found}"))
    what = "counts on home, in lists and on the pages of groups are those of what is there"
    return Checked(name="counts", number=number, what=what, faults=tuple(faults))


def links(site: BuiltSite) -> Checked:
    """Every link inside the site leads to a file, and to an anchor that is there."""
    faults = []
    number = 0
    for path, page in site.pages.items():
        for href in page.links:
            place = place_of(path, href)
            if place is None:
                continue
            number += 1
            target, anchor = place
            if target not in site.digests:
                faults.append(Fault(path, "", f"expected a file behind the link {href}, found none"))
            elif (
                anchor and target in site.pages and not _state(anchor) and anchor not in site.pages[target].ids
            ):
                faults.append(Fault(path, "", f"expected the place behind the link {href}, found none"))
    what = "links inside the site lead to a file and a place that are there"
    return Checked(name="links", number=number, what=what, faults=tuple(faults))


def _state(anchor: str) -> bool:
    """Whether it is no place but what a script shall show, or words to be marked."""
    return "=" in anchor or anchor.startswith(":~:")


WITHIN = (files, rows, words, standing, places, related, counts, links, feeds, browse, search)
