"""What a site is asked beside its project: whether seeds and entries say what it shows. Nothing that a build
remembered is read: the seeds' bytes are hashed and cut anew, the entries parsed anew."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from site_builder.comparison import compare
from site_builder.data import known_by
from site_builder.entries import Entry, Section, parse_entry
from site_builder.errors import InputError
from site_builder.export import row_of
from site_builder.files import read_bytes, read_text, walk
from site_builder.memory import Base
from site_builder.model import UNNAMED_SPEAKER
from site_builder.permalinks import make_homes
from site_builder.project import ENTRIES, MAX_TEXT, SEEDS, read_project
from site_builder.records import document_of
from site_builder.seeds import MAX_BYTES
from site_builder.shown import text_of
from site_builder.text import collapse, count_words, slug
from site_builder.verify.findings import Checked, Fault
from site_builder.verify.rows import brief
from site_builder.verify.site import BuiltSite, Row

Values = Mapping[str, Any]


def seeds(site: BuiltSite, project: Path) -> Checked:
    """Every document's seed is there, with the sha256 the site gives."""
    faults = []
    for document in site.documents:
        data = _seed(project, document)
        page = str(document.get("page"))
        if data is None:
            faults.append(
                Fault(page, "", f"expected the seed {document.get('seed')}, found none that can be read")
            )
        elif (found := sha256(data).hexdigest()) != document.get("sha256"):
            wanted = document.get("sha256")
            message = f"expected the seed {document.get('seed')} with sha256 {wanted}, found {found}"
            faults.append(Fault(page, "", message))
    what = "seeds have the sha256 that the site gives them"
    return Checked(name="seeds", number=len(site.documents), what=what, faults=tuple(faults))


def _seed(project: Path, of: Row) -> bytes | None:
    path = str(of.get("seed"))
    if not path.startswith(f"{SEEDS}/") or ".." in path.split("/"):
        return None
    try:
        return read_bytes(project / path, path, MAX_BYTES)
    except InputError:
        return None


def quotations(site: BuiltSite, project: Path) -> Checked:
    """The bytes and the characters of the seed at the places given are the words shown."""
    faults: list[Fault] = []
    number = 0
    for document in site.documents:
        path = str(document.get("data"))
        data = _seed(project, document)
        for row in site.rows[path]:
            for at, words in enumerate(row.get("words") or ()):
                number += 1
                if data is None or (wrong := _misplaced(data, row, at, str(words))):
                    message = wrong if data is not None else "expected its seed, found none"
                    faults.append(Fault(path, str(row.get("id")), message))
    what = "quotations are the bytes and characters of their seeds"
    return Checked(name="seed words", number=number, what=what, faults=tuple(faults))


def _misplaced(data: bytes, row: Row, at: int, words: str) -> str:
    """What is wrong with the place of the words; "" when it holds them."""
    try:
        start, end = row["bytes"][at]
        cut = data[start:end].decode(row["encoding"])
        first, last = row["spans"][at]
        chars = data.decode(row["encoding"])[first:last]
    except (KeyError, IndexError, TypeError, ValueError, LookupError):
        return "expected a place in its seed, found none that can be cut out"
    if row.get("sha256") != sha256(data).hexdigest():
        return f"expected the sha256 of {row.get('seed')} in its row, found another"
    for unit, found in ((f"bytes {start} to {end}", cut), (f"characters {first} to {last}", chars)):
        if collapse(found) != collapse(words):
            wanted = f"expected {brief(collapse(words))!r} at {unit} of {row.get('seed')}"
            return f"{wanted}, found {brief(collapse(found))!r}"
    return ""


def entries(site: BuiltSite, project: Path) -> Checked:
    """Every statement of the entries is in the site with the same values, and the site has no other."""
    shown = site.by_id()
    faults: list[Fault] = []
    stated: dict[str, str] = {}
    for path, entry in _entries(project, faults):
        for section in entry.sections:
            stated[section.id] = path
            row = shown.get(section.id)
            if row is None:
                faults.append(
                    Fault(path, section.id, "expected this statement in the site, found it not there")
                )
                continue
            for key, wanted in _values(path, entry, section).items():
                found = row.get(key)
                if key == "words" and row.get("withheld"):
                    key, found = "withheld_sha256", row.get("withheld_sha256")
                    wanted = [known_by(words) for words in wanted]
                if found != wanted:
                    faults.append(
                        Fault(path, section.id, f"expected {key} {wanted!r} in the site, found {found!r}")
                    )
    for made, row in shown.items():
        if made not in stated:
            message = "expected a statement of the entries, found one that is in none"
            faults.append(Fault(str(row.get("page")), made, message))
    what = "statements of the entries are in the site as they are written, and no others"
    return Checked(name="entries", number=len(stated), what=what, faults=tuple(faults))


def _entries(project: Path, faults: list[Fault]) -> Iterator[tuple[str, Entry]]:
    folder = project / ENTRIES
    for name, _ in walk(folder) if folder.is_dir() else ():
        path = f"{ENTRIES}/{name}"
        try:
            entry = parse_entry(read_text(project / path, path, MAX_TEXT), path)
        except InputError as error:
            faults.extend(Fault(path, "", problem.message) for problem in error.problems)
            continue
        if entry.get("draft") != "true":
            yield path, entry


def _values(path: str, entry: Entry, section: Section) -> Values:
    topics = (slug(part) for part in (section.get("topics") or "").split(",") if part.strip())
    return {
        "entry": path.rpartition("/")[2].removesuffix(".md"),
        "outlet": entry.get("outlet") or "",
        "origin": entry.get("republished-from") or None,
        "published": entry.get("published") or None,
        "seed": entry.get("seed") or None,
        "sha256": entry.get("sha256") or None,
        "speaker": section.get("speaker") or UNNAMED_SPEAKER,
        "role": section.get("role") or None,
        "to": section.get("to") or None,
        "via": section.get("via") or None,
        "citing": section.get("citing") or None,
        "said": section.get("said") or None,
        "kind": section.get("kind") or "",
        "topics": list(dict.fromkeys(topics)),
        "words": [passage.words for passage in section.passages],
    }


RECOMPUTED = ("group", "restates", "relations", "figures", "copied_from", "cue")
"""What a row says that is worked out from all entries together."""


def comparison(site: BuiltSite, project: Path) -> Checked:
    """Groups, wordings, relations and figures, worked out anew from entries, lexicon and decisions, are those
    of the site."""
    faults: list[Fault] = []
    documents = []
    for path, entry in _entries(project, []):
        document, _ = document_of(entry, path, None, Base())
        documents.extend([document] if document else [])
    try:
        known = read_project(project)
    except InputError as error:
        return Checked(name="compared", number=0, what=COMPARED,
                       faults=tuple(Fault(p.path, "", p.message) for p in error.problems))  # fmt: skip
    found, _ = compare(documents, known.lexicon, known.rulings)
    shown, homes = site.by_id(), make_homes(documents)
    number = 0
    for document in documents:
        for record in document.records:
            if (row := shown.get(record.id)) is None:
                continue
            number += 1
            anew = json.loads(json.dumps(row_of(document, record, found, homes)))
            for key in RECOMPUTED:
                if row.get(key) != anew[key]:
                    message = f"expected {key} {_short(anew[key])} by the entries, found {_short(row.get(key))}"
                    faults.append(Fault(str(row.get("page")), record.id, message))
    return Checked(name="compared", number=number, what=COMPARED, faults=tuple(faults))


COMPARED = "statements have the groups, relations and figures that the entries give when compared anew"


def _short(value: object) -> str:
    return brief(json.dumps(value, ensure_ascii=False))


LONG = 5
"""Words from which on a passage is not to be met by chance."""


def withheld(site: BuiltSite, project: Path) -> Checked:
    """Words that an outlet's rights keep from the site are those of the seed, by number and sha256, and stand
    on none of their document's pages."""
    faults: list[Fault] = []
    number = 0
    for document in site.documents:
        path = str(document.get("data"))
        rows = [row for row in site.rows[path] if row.get("withheld")]
        data = _seed(project, document) if rows else None
        pages = [_text(site, name) for name in _pages(site, document)] if rows else []
        shown = [collapse(str(words)) for row in site.rows[path] for words in row.get("words") or ()]
        for row in rows:
            number += 1
            words = _cut(data, row)
            made = str(row.get("id"))
            if [known_by(piece) for piece in words] != row.get("withheld_sha256"):
                message = f"expected the sha256 of the words at {row.get('bytes')} of {row.get('seed')}"
                faults.append(Fault(path, made, f"{message}, found another"))
            elif (count := sum(map(count_words, words))) != row.get("withheld"):
                message = f"expected {count} words withheld, found {row.get('withheld')}"
                faults.append(Fault(path, made, message))
            for piece in words:
                open_ = count_words(piece) < LONG or piece == collapse(str(document.get("title")))
                if not open_ and not any(piece in said for said in shown) and any(piece in on for on in pages):
                    message = f"expected these words on no page of the document, found {brief(piece)!r} there"
                    faults.append(Fault(path, made, message))
    what = "passages that are not shown are those of their seeds, and on no page of their documents"
    return Checked(name="withheld", number=number, what=what, faults=tuple(faults))


def _pages(site: BuiltSite, document: Row) -> Iterator[str]:
    """The pages of a document and of its source."""
    entry = str(document.get("page"))
    for first in (entry, entry.replace("entries/", "sources/", 1)):
        yield from (path for path in (first, *site.paths(".html", first.removesuffix(".html") + "/"))
                    if path in site.digests)  # fmt: skip


def _text(site: BuiltSite, path: str) -> str:
    return text_of(site.read(path).decode("utf-8", "replace"))


def _cut(data: bytes | None, row: Row) -> list[str]:
    """The pieces of the seed at the places of a row, as far as they can be cut out."""
    try:
        return [collapse((data or b"")[start:end].decode(row["encoding"])) for start, end in row["bytes"]]
    except (KeyError, TypeError, ValueError, LookupError):
        return []


AGAINST = (seeds, quotations, withheld, entries, comparison)
