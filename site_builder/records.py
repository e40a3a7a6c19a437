"""From entries to the archive's documents and records: typed, checked, every word found in its seed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from site_builder.anchors import nearest, the_place
from site_builder.archive import OWN, SET_BY_HAND, Document, Record
from site_builder.config import LEVELS
from site_builder.digest import digest_of
from site_builder.edtf import date_fault, names_a_day
from site_builder.entries import FRONT, KEYS, NEW, RELATIONS, Entry, Heading, Section
from site_builder.errors import Problem
from site_builder.ids import mint
from site_builder.memory import WORDS, Base
from site_builder.model import KINDS, UNNAMED_SPEAKER, Article, Dated, Kind, Span
from site_builder.reasons import PHRASES
from site_builder.slips import is_slip, suggestion
from site_builder.text import ADDRESS, LANGUAGE, Searchable, collapse, is_address, is_language, is_slug, slug

CHOICES: tuple[tuple[str, tuple[str, ...]], ...] = (("rights", LEVELS), ("draft", ("true", "false")))
"""Keys of the front matter, and the values they may have."""
FORMS: tuple[tuple[str, Callable[[str], bool], str, str], ...] = (
    ("lang", is_language, LANGUAGE, "the language"),
    ("url", is_address, ADDRESS, "the link"),
    ("archived-url", is_address, ADDRESS, "the link"),
)
"""Keys of the front matter, what their values must be, and what is left out where they are not."""
READ = tuple(key for key in KEYS if key not in ("said-from", "reviewed", *RELATIONS))
"""Keys under which an entry has what the document itself says of a statement."""
STATEMENT_LEFT_OUT = " (left out until then: this statement)"
DOCUMENT_LEFT_OUT = " (left out until then: the whole document)"


def document_of(
    entry: Entry, path: str, article: Article | None, base: Base
) -> tuple[Document | None, tuple[Problem, ...]]:
    """The document, and every problem in it, which says what is left out for its sake: one statement, or
    the whole document, which then is None. The places of `base` decide between several matches; a date
    that is not the one of `base` does not rest on the machine's reason."""
    reader = _Reader(entry, path, article, base, [])
    document = reader.document()
    return document, tuple(reader.problems)


@dataclass(frozen=True, slots=True)
class _Reader:
    entry: Entry
    path: str
    article: Article | None
    base: Base
    problems: list[Problem]

    def problem(self, line: int, message: str) -> None:
        self.problems.append(Problem(self.path, line, 1, message))

    def document(self) -> Document | None:
        entry = self.entry
        name = self.path.rpartition("/")[2].removesuffix(".md")
        outlet = entry.get("outlet") or ""
        if barring := tuple(self.barring(name, outlet)):
            self.problems.extend(saying(barring, DOCUMENT_LEFT_OUT))
            return None
        if entry.get("entry") not in (name, None):
            found = f"expected entry: {name}, as its file is called, found {entry.get('entry')!r}"
            self.problem(entry.line_of("entry"), f"{found}: to rename an entry, rename its file")
        published = self.dated(entry, "published")
        original = self.dated(entry, "original-published")
        unfit = tuple(self.unfit())
        self.problems.extend(self.slips())
        text = Searchable(self.article.text) if self.article else None
        seen: dict[str, int] = {}
        items = [item.text if isinstance(item, Heading) else self.record(item, text, seen)
                 for item in entry.items if isinstance(item, (Heading, Section))]  # fmt: skip
        return Document(
            name=name,
            path=self.path,
            title=entry.title,
            outlet=outlet,
            republishes=entry.get("republished-from") or None,
            published=published,
            original_published=original,
            draft=entry.get("draft") == "true",
            front={
                **{key: "" if key in unfit else entry.get(key) or "" for key, _ in entry.front},
                **self.file(),
            },
            items=tuple(item for item in items if item is not None),
            fingerprint=_fingerprint(self.article) if self.article else "",
            article=self.article,
        )

    def barring(self, name: str, outlet: str) -> Iterator[Problem]:
        """What leaves it open whose words these are, or whether they may be shown."""
        entry = self.entry
        if not is_slug(name):
            message = f"expected a file called by a-z, 0-9 and '-', found {name!r}"
            yield Problem(self.path, 0, 0, message)
        if not outlet:
            message = "expected an outlet's name in 'outlet', found none"
            yield Problem(self.path, entry.line_of("outlet"), 1, message)
        for key, allowed in CHOICES:
            value = entry.get(key)
            if value and value not in allowed:
                expected = f"expected {', '.join(allowed[:-1])} or {allowed[-1]} in {key!r}"
                yield Problem(self.path, entry.line_of(key), 1, f"{expected}, found {value!r}")

    def file(self) -> dict[str, str]:
        """What is so of the seed, whatever the front matter says."""
        origin = self.article.origin if self.article else None
        return {"seed": origin.path, "sha256": origin.sha256, "encoding": origin.encoding} if origin else {}

    def unfit(self) -> Iterator[str]:
        """The keys whose values are of another form than they must be."""
        for key, fits, expected, left_out in FORMS:
            if (value := self.entry.get(key)) and not fits(value):
                found = f"expected {expected} in {key!r}, found {value!r}"
                self.problem(self.entry.line_of(key), f"{found} (left out until then: {left_out})")
                yield key

    def slips(self) -> Iterator[Problem]:
        """Keys that are one slip away from a known one, which would do nothing."""
        for key, _ in self.entry.front:
            if is_slip(key, FRONT):
                message = f"expected one of the keys, found {key!r}{suggestion(key, FRONT)}"
                line = self.entry.line_of(key)
                yield Problem(self.path, line, 1, f"{message} (left out until then: this value)")

    def record(self, section: Section, text: Searchable | None, seen: dict[str, int]) -> Record | None:
        if section.faults:
            self.problems.extend(saying(section.faults, STATEMENT_LEFT_OUT))
            return None
        before = len(self.problems)
        if section.id in seen and section.id != NEW:
            found = f"found {section.id} again (first in line {seen[section.id]})"
            self.problem(section.line, f"expected each id once, {found}")
        seen.setdefault(section.id, section.line)
        if not section.passages:
            self.problem(section.line, "expected the words of the statement after '>', found none")
        kind = self.kind(section)
        said = self.dated(section, "said")
        found_in = [text.find(passage.words) for passage in section.passages] if text else []
        orphaned = "" if all(found_in) else self.orphaned(section)
        spans = () if orphaned or not text else self.anchor(section, text, found_in)
        if len(self.problems) > before or kind is None:
            self.problems[before:] = saying(self.problems[before:], STATEMENT_LEFT_OUT)
            return None
        if orphaned:
            seed = self.entry.get("seed")
            message = f"expected words of {seed}, found words that stood there before it changed"
            self.problems.append(Problem(self.path, section.line, 1, message, "warning"))
        made = section.id
        if made == NEW:  # the id the next build writes into the file
            made = mint(self.entry.get("sha256") or "", spans[0].start if spans else section.line, seen.keys())
        return self.whole(section, made, kind, said, spans, orphaned)

    def whole(
        self,
        section: Section,
        made: str,
        kind: Kind,
        said: Dated | None,
        spans: tuple[Span, ...],
        orphaned: str,
    ) -> Record:
        """The record of a section that has no fault."""
        by_hand = tuple(self.by_hand(section))
        topics = (slug(part) for part in (section.get("topics") or "").split(",") if part.strip())
        return Record(
            id=made,
            entry=self.path.rpartition("/")[2].removesuffix(".md"),
            kind=kind,
            speaker=section.get("speaker") or UNNAMED_SPEAKER,
            role=section.get("role") or "" if self.has_role(section, by_hand) else "",
            to=section.get("to") or "",
            via=section.get("via") or "",
            citing=section.get("citing") or "",
            cue=section.get("cue") or "",
            said=said,
            topics=tuple(dict.fromkeys(topics)),
            passages=tuple(passage.words for passage in section.passages),
            spans=spans,
            notes=section.notes,
            lang=lang if (lang := self.entry.get("lang")) and is_language(lang) else "",
            line=section.line,
            paragraph=self.paragraph(spans),
            reviewed=self.reviewed(section),
            related=tuple((key, value) for key in RELATIONS if (value := section.get(key)) is not None),
            related_lines=tuple(section.line_of(key) for key in RELATIONS if section.get(key) is not None),
            by_hand=by_hand,
            before=tuple(self.before(section, by_hand)),
            orphaned=orphaned,
        )

    def kind(self, section: Section) -> Kind | None:
        given = (section.get("kind") or "").lower().replace(" ", "-")
        kind = next((kind for kind in KINDS if kind == given), None)
        if kind is None:
            expected = f"expected {', '.join(KINDS[:-1])} or {KINDS[-1]} in 'kind'"
            self.problem(section.line_of("kind"), f"{expected}, found {section.get('kind') or 'none'!r}")
        return kind

    def has_role(self, section: Section, by_hand: Collection[str]) -> bool:
        """Whether the role is the speaker's, and not that of another whom the machine took for the speaker.

        A speaker it had no name for, or whose surname stays, keeps the words; so does one that is reviewed.
        """
        return "role" in by_hand or bool(section.get("reviewed")) or not self.is_anothers(section)

    def is_anothers(self, section: Section) -> bool:
        """Whether a person gave it to another than the machine did, who had a name for its speaker."""
        known = self.base.sections.get(section.id)
        machine = dict(known.fields).get("speaker", "") if known else ""
        speaker = section.get("speaker") or ""
        return machine not in ("", UNNAMED_SPEAKER) and machine.split()[-1:] != speaker.split()[-1:]

    def reviewed(self, section: Section) -> str:
        value = section.get("reviewed") or ""
        name, _, day = value.rpartition(" ")
        if value and not (name and names_a_day(day)):
            expected = "expected a name and a day as 2016-12-13 in 'reviewed'"
            found = f"found {value!r} (until then it counts as not reviewed)"
            self.problem(section.line_of("reviewed"), f"{expected}, {found}")
            return ""
        return value

    def by_hand(self, section: Section) -> Iterator[str]:
        known = self.base.sections.get(section.id)
        if known is None and not self.base.sections:
            return  # the state is lost: nobody knows whose words these are
        if known is None:
            yield OWN
        machine = dict(known.fields) if known else {}
        for key, value in section.fields:
            if key in KEYS and key != "reviewed" and value != machine.get(key):
                yield key
        words = tuple(passage.words for passage in section.passages)
        if known is None or (known.words and words != known.words):
            yield WORDS

    def before(self, section: Section, by_hand: Collection[str]) -> Iterator[tuple[str, str]]:
        if known := self.base.sections.get(section.id):
            machine = dict(known.fields)
            yield from ((key, machine.get(key, "")) for key in READ if key in by_hand)
            if WORDS in by_hand:
                yield WORDS, " […] ".join(known.words)

    def orphaned(self, section: Section) -> str:
        """The sha256 of an earlier seed in which the very words stood."""
        last = self.base.last_words(section.id)
        if last is None or self.article is None or last.sha256 == self.article.origin.sha256:
            return ""
        words = tuple(passage.words for passage in section.passages)
        return last.sha256 if last.words == words and last.spans else ""

    def paragraph(self, spans: tuple[Span, ...]) -> int:
        if self.article is None or not spans:
            return -1
        return bisect_right(self.article.blocks, spans[0].start, key=lambda block: block.span.start) - 1

    def dated(self, of: Entry | Section, key: str) -> Dated | None:
        value = of.get(key)
        if not value:
            return None
        if fault := date_fault(key, value):
            dateless = "" if isinstance(of, Section) else " (left out until then: the date)"
            self.problem(of.line_of(key), f"{fault}{dateless}")
            return None
        known = self.base.sections.get(of.id) if isinstance(of, Section) else None
        machine = dict(known.fields if known else self.base.front if isinstance(of, Entry) else ())
        reason = of.get(f"{key}-from") or ""
        same = reason == machine.get(f"{key}-from", "")
        by_hand = same and value != machine.get(key, value)
        if isinstance(of, Section) and same and not by_hand and self.has_lost_day(of, reason):
            return Dated(value, SET_BY_HAND) if of.get("reviewed") else None
        return Dated(value, SET_BY_HAND if by_hand or not reason else reason)

    def has_lost_day(self, section: Section, reason: str) -> bool:
        """Whether the day is one the machine took over from another statement of a speaker it no longer has."""
        return reason.startswith(PHRASES["not_given"]) and self.is_anothers(section)

    def anchor(
        self, section: Section, text: Searchable, found_in: Sequence[tuple[Span, ...]]
    ) -> tuple[Span, ...]:
        known = (self.base.own.get(section.id), self.base.sections.get(section.id))
        recorded = {span for item in known if item for span in item.spans}
        spans = []
        for passage, found in zip(section.passages, found_in, strict=True):
            if place := the_place(found, recorded):
                spans.append(place)
            elif found:
                where = f"found these {len(found)} times: add words until they stand once"
                self.problem(passage.lines.first, f"expected words that name one place of the seed, {where}")
            else:
                near = nearest(passage.words, text.text)
                self.problem(passage.lines.first, f"expected words of {self.entry.get('seed')}, found {near}")
        return tuple(spans)


def saying(problems: Sequence[Problem], what: str) -> list[Problem]:
    """The first of them says, too, what is left out for their sake."""
    first, *others = problems
    return [replace(first, message=f"{first.message}{what}"), *others]


def _fingerprint(article: Article) -> str:
    return digest_of(collapse(article.text.strip("\ufeff")))
