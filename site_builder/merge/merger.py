"""One entry's file, its last output and the new one: the edits that join them, and the next base."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import accumulate

from site_builder.compose import Draft
from site_builder.entries import NEW, Entry, Heading, Note, Section, parse_entry
from site_builder.entries.write import format_front, format_heading, format_section
from site_builder.errors import InputError, Problem
from site_builder.memory import Base, Fields, Known
from site_builder.merge.bases import base_of
from site_builder.merge.edits import INDENT, Block, retitled
from site_builder.merge.headings import merge_headings
from site_builder.merge.passages import standing, within, words_of
from site_builder.merge.sheet import Sheet, sheet_of
from site_builder.merge.statements import is_untouched, merge_statement
from site_builder.model import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    text: str
    base: Base
    problems: tuple[Problem, ...]
    """Warnings: what the machine would now say, and what it no longer finds."""


RUNS = 4
"""After so many, edits that are left show that lines cannot be changed as they should be."""


def merge(
    text: str, path: str, ours: Entry, base: Base, draft: Draft, places: Mapping[str, tuple[Span, ...]]
) -> Merged:
    """The new text of the file at `path`; `places` says where the file's own words stand in the seed.

    Merging the new text again changes nothing; where that cannot be had, the text stays as it is.
    """
    if ours.faults:  # reported where the entry is read; what a person meant is not known before they are mended
        return Merged(text=text, base=base, problems=())
    theirs = base_of(draft)
    merger = _Merger(sheet_of(text, path), ours, base, theirs, places)
    now, changed = merger.run(draft), text
    for number in range(RUNS):
        if not merger.sheet.edits:
            return Merged(text=changed, base=now, problems=tuple(merger.sheet.problems))
        if number and not all(edit.adds_section for edit in merger.sheet.edits):
            break
        # The lines of the problems are to be those of the new text, and what stood in the way may be gone.
        changed = merger.sheet.edited
        try:
            again = parse_entry(changed, path)
        except InputError:
            break
        # Headings have no ids: what became of them is known by the run before alone.
        last = replace(base, outline=now.outline)
        merger = _Merger(sheet_of(changed, path), again, last, theirs, places)
        now = merger.run(draft)
    message = "expected values and quotations on lines of their own, found others: nothing is changed here"
    return Merged(text=text, base=base, problems=(Problem(path, 0, 0, message, "warning"),))


def without(text: str, path: str, ours: Entry, base: Base, ids: Iterable[str]) -> str | None:
    """The file without these statements; None unless each stands there as the machine last wrote it."""
    merger = _Merger(sheet_of(text, path), ours, base, base, {})
    there = {section.id: section for section in ours.sections}
    for made in ids:
        if made not in there or not is_untouched(merger.sheet, merger.items, there[made], base.sections[made]):
            return None
        merger.sheet.take_out(there[made].lines)
    return merger.sheet.edited


@dataclass(frozen=True, slots=True)
class _Merger:
    sheet: Sheet
    ours: Entry
    base: Base
    theirs: Base
    places: Mapping[str, tuple[Span, ...]]

    def run(self, draft: Draft) -> Base:
        front, suggested = self.front()
        self.title()
        stands, outline = merge_headings(self.sheet, self.items, self.base.outline, self.theirs.outline)
        mine = {section.id: section for section in self.ours.sections}
        copies = Counter(section.id for section in self.ours.sections)
        once = {made: section for made, section in mine.items() if copies[made] == 1}
        sections: dict[str, Known] = {}
        for made, known in self.theirs.sections.items():
            if made in once:
                sections[made] = merge_statement(
                    self.sheet, mine[made], self.known(made), known, made in self.places
                )
            elif made in mine:  # which of them is the machine's, a person has to say
                sections[made] = self.base.sections.get(made, known)
        sections |= self.added(draft, mine, stands)
        lost, heirs = self.missing(mine, once, sections)
        there = mine.keys() | sections.keys()
        merged = {made: heir for made, heir in {**self.base.merged, **heirs}.items() if made not in there}
        last = {**self.base.own, **self.base.gone, **self.base.sections}
        away = there | merged.keys() | self.base.withdrawn.keys()
        gone = {made: item for made, item in last.items() if made not in away}
        theirs = self.base.sections.keys() | self.theirs.sections.keys()
        deleted = {made: item for made, item in self.base.own.items() if made in gone and made not in theirs}
        return Base(
            front=front,
            sections=sections,
            gone=gone,
            outline=outline,
            suggested=suggested,
            own={**self.own(once), **deleted},
            lost=lost,
            withdrawn={made: item for made, item in self.base.withdrawn.items() if made not in there},
            merged=merged,
        )

    def known(self, made: str) -> Known:
        """What the machine last said; nothing, for a statement it did not know."""
        last = self.base.sections.get(made) or self.base.gone.get(made) or self.base.withdrawn.get(made)
        return last or Known((), (), ())

    def front(self) -> tuple[Fields, Fields]:
        keys = tuple(key for key, _ in self.ours.front)
        block = Block(self.ours.front_lines, keys, self.sheet.source, format_front, INDENT)
        ours = {key: self.ours.get(key) for key in keys}
        return self.sheet.fields(dict(self.base.front), ours, dict(self.theirs.front), block)

    def title(self) -> None:
        """The title above the article follows the machine's as the one in the front matter does, and that one
        where a person changed it alone."""
        old, new = (dict(base.front).get("title") for base in (self.base, self.theirs))
        above, place, mine = self.ours.title, self.ours.title_lines, self.ours.get("title") or old
        if old is None or new is None or not place.first:
            return
        if above == old:
            title = new if mine == old else mine
            if title and title != above:
                self.sheet.edits.append(retitled(self.sheet.source, place, "#", title))
        elif mine not in (old, new, above):
            found = f"expected the title above the article, which is shown, in 'title', found {mine!r}"
            self.sheet.warn(self.ours.line_of("title"), found)

    @property
    def items(self) -> tuple[Heading | Section, ...]:
        return tuple(item for item in self.ours.items if not isinstance(item, Note))

    # Statements

    def added(
        self, draft: Draft, mine: Mapping[str, Section], stands: Mapping[int, int | None]
    ) -> dict[str, Known]:
        """Put what the machine newly finds after what stands before it in the document."""
        items = self.items
        starts = [*(item.lines.first for item in items), len(self.sheet.source) + 1]
        after = {item.id: number for number, item in enumerate(items, 1) if isinstance(item, Section)}
        taken = sorted((span, made) for made in mine for span in self.spans(mine[made]))
        furthest = list(accumulate(((span.end, made) for span, made in taken), max))
        old = {*mine, *self.base.gone, *self.base.sections}
        found: dict[str, Known] = {}
        at = 0
        theirs = [item for item in draft.entry.items if not isinstance(item, Note)]
        for number, item in enumerate(theirs):
            if isinstance(item, Heading):
                here = stands.get(number, -1)
                at = at if here is None or here < 0 else here + 1
                if number not in stands:
                    self.sheet.insert(format_heading("##", item.text), starts[at])
                continue
            at = after.get(item.id, at)
            if item.id in old:
                continue
            known = self.theirs.sections[item.id]
            if there := standing(known.spans, taken, furthest):
                self.overlap(mine[there], known)
                continue
            while at < len(items) and self.precedes(items[at], known):
                at += 1
            self.sheet.insert(format_section(item), starts[at])
            found[item.id] = known
        return found

    def precedes(self, item: Heading | Section, known: Known) -> bool:
        """Whether it is a statement of a person's own that stands in the seed before a new one."""
        if isinstance(item, Heading) or item.id in self.theirs.sections:
            return False
        return () < self.spans(item) < known.spans

    def spans(self, mine: Section) -> tuple[Span, ...]:
        """Where the words of a statement stand once it is merged."""
        theirs = self.theirs.sections.get(mine.id)
        if theirs and words_of(mine) in (self.known(mine.id).words, theirs.words):
            return theirs.spans
        return self.places.get(mine.id, (theirs or self.known(mine.id)).spans)

    def missing(
        self, mine: Mapping[str, Section], once: Mapping[str, Section], sections: dict[str, Known]
    ) -> tuple[tuple[str, ...], dict[str, str]]:
        """What the machine no longer finds: untouched statements that stay, and those whose words another
        one took over, with that one. Those that stay go into `sections`."""
        heirs = self.heirs(mine, sections)
        lost, merged = list[str](), dict[str, str]()
        for made, known in self.base.sections.items():
            if made in self.theirs.sections:
                continue
            heir = next((heir for heir, words in heirs.items() if within(known.words, words)), None)
            untouched = made in once and is_untouched(self.sheet, self.items, once[made], known)
            if heir and known.words and (untouched or made not in mine):
                merged[made] = heir
                if untouched:
                    self.sheet.take_out(once[made].lines)
                continue
            if made in mine:
                before = self.base.sha256 if self.base.sha256 != self.theirs.sha256 else ""
                sections[made] = replace(known, sha256=known.sha256 or before)
            if untouched:
                lost.append(made)
                message = f"expected the machine to find {made} again, found that it does not"
                todo = f"edit it to keep it, or `site-builder prune {made}`"
                self.sheet.warn(mine[made].line, f"{message}: {todo}")
        return tuple(lost), merged

    def heirs(self, mine: Mapping[str, Section], now: Mapping[str, Known]) -> dict[str, tuple[str, ...]]:
        """The statements whose words, which are the machine's, are more or others than they were."""
        found = {}
        for made in now:
            old, new = self.known(made).words, self.theirs.sections[made].words
            if old != new and (made not in mine or words_of(mine[made]) in (old, new)):
                found[made] = new
        return found

    def own(self, once: Mapping[str, Section]) -> dict[str, Known]:
        """What a person added or cut anew, as it now stands in the seed, or as it last stood there."""
        found = {}
        for made, section in once.items():
            words = words_of(section)
            machine = [
                item.words for item in (self.theirs.sections.get(made), self.known(made)) if item and item.words
            ]
            if made == NEW or words in machine:
                continue
            last = self.base.own.get(made)
            fields = section.fields if not machine else ()
            if made in self.places:
                found[made] = Known(fields, words, self.places[made], sha256=self.theirs.sha256)
            elif last and last.words == words:
                found[made] = replace(last, fields=fields)
            elif not machine:
                found[made] = Known(fields, words, ())
        return found

    # What is said of it

    def overlap(self, mine: Section, known: Known) -> None:
        words = " […] ".join(known.words)[:80]
        message = f"kept the passages of {mine.id} as they are; the machine now finds {words!r} there"
        self.sheet.warn(mine.line, message)
