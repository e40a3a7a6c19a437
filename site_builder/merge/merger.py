"""One entry's file, its last output and the new one: the edits that join them, and the next base."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import accumulate

from site_builder.compose import Draft
from site_builder.entries import KEYS, NEW, Entry, Heading, Lines, Note, Section, parse_entry
from site_builder.entries.write import format_field, format_front, format_heading, format_quote, format_section
from site_builder.errors import InputError, Problem
from site_builder.memory import WORDS, Base, Fields, Known
from site_builder.merge.bases import base_of
from site_builder.merge.edits import BULLET, INDENT, Block, Edit, edited, lines_of, retitled
from site_builder.merge.headings import MARK, outline_of, paired
from site_builder.merge.passages import standing, within, words_of
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
    merger = _Merger(path, ours, base, theirs, places, lines_of(text), [], [])
    now, changed = merger.run(draft), text
    for number in range(RUNS):
        if not merger.edits:
            return Merged(text=changed, base=now, problems=tuple(merger.problems))
        if number and not all(edit.adds_section for edit in merger.edits):
            break
        # The lines of the problems are to be those of the new text, and what stood in the way may be gone.
        changed = edited(merger.source, merger.edits)
        try:
            again = parse_entry(changed, path)
        except InputError:
            break
        # Headings have no ids: what became of them is known by the run before alone.
        last = replace(base, outline=now.outline)
        merger = _Merger(path, again, last, theirs, places, lines_of(changed), [], [])
        now = merger.run(draft)
    message = "expected values and quotations on lines of their own, found others: nothing is changed here"
    return Merged(text=text, base=base, problems=(Problem(path, 0, 0, message, "warning"),))


def without(text: str, path: str, ours: Entry, base: Base, ids: Iterable[str]) -> str | None:
    """The file without these statements; None unless each stands there as the machine last wrote it."""
    merger = _Merger(path, ours, base, base, {}, lines_of(text), [], [])
    there = {section.id: section for section in ours.sections}
    for made in ids:
        if made not in there or not merger.is_untouched(there[made], base.sections[made]):
            return None
        merger.take_out(there[made].lines)
    return edited(merger.source, merger.edits)


def _of_speaker(
    old: Mapping[str, str], mine: Mapping[str, str], theirs: Mapping[str, str]
) -> Mapping[str, str]:
    """What the machine now says, but a role of somebody whom a person said it was not stays as it was."""
    speaker = mine.get("speaker")
    if "speaker" not in old or speaker in (None, old["speaker"], theirs.get("speaker")):
        return theirs
    known = {**theirs, "role": old.get("role", "")}
    return {key: known[key] for key in KEYS if known.get(key)}


@dataclass(frozen=True, slots=True)
class _Merger:
    path: str
    ours: Entry
    base: Base
    theirs: Base
    places: Mapping[str, tuple[Span, ...]]
    source: list[str]
    edits: list[Edit]
    problems: list[Problem]

    def run(self, draft: Draft) -> Base:
        front, suggested = self.front()
        self.title()
        stands, outline = self.headings()
        mine = {section.id: section for section in self.ours.sections}
        copies = Counter(section.id for section in self.ours.sections)
        once = {made: section for made, section in mine.items() if copies[made] == 1}
        sections: dict[str, Known] = {}
        for made, known in self.theirs.sections.items():
            if made in once:
                sections[made] = self.section(mine[made], self.known(made), known)
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
        block = Block(self.ours.front_lines, keys, self.source, format_front, INDENT)
        ours = {key: self.ours.get(key) for key in keys}
        return self.fields(dict(self.base.front), ours, dict(self.theirs.front), block)

    def title(self) -> None:
        """The title above the article follows the machine's as the one in the front matter does."""
        old, new = (dict(base.front).get("title") for base in (self.base, self.theirs))
        if (
            old is not None
            and new is not None
            and self.ours.title == old != new
            and self.ours.title_lines.first
        ):
            self.edits.append(retitled(self.source, self.ours.title_lines, "#", new))

    # Headings

    def headings(self) -> tuple[dict[int, int | None], tuple[str, ...]]:
        """Merge the headings. The machine's, by their number in its outline, with their number in the file's
        (None: a person took it out; not there: it is new); and the outline of the next base."""
        base, ours, theirs = self.base.outline, outline_of(self.ours.items), self.theirs.outline
        in_file, in_draft = paired(base, ours), paired(base, theirs)
        stands = {there: in_file.get(was) for was, there in in_draft.items()}
        old = {there: base[was] for was, there in in_draft.items()}
        unmatched = [mark if here not in in_file.values() else "" for here, mark in enumerate(ours)]
        stands |= paired(["" if there in stands else mark for there, mark in enumerate(theirs)], unmatched)
        outline: list[str] = list(theirs)
        for there, here in stands.items():
            if here is not None:
                outline[there] = self.heading(here, ours[here], old.get(there, ""), theirs[there])
        for was, here in in_file.items():
            if was not in in_draft and ours[here] == base[was]:
                self.take_out(self.items[here].lines)
        return stands, tuple(filter(None, outline))

    def heading(self, here: int, mine: str, old: str, new: str) -> str:
        """Merge one heading; the answer is that of the next base."""
        if mine == new:
            return new
        place = self.items[here].lines
        if mine == old:
            self.edits.append(retitled(self.source, place, "##", new.removeprefix(MARK)))
        elif new != old:
            self.suggest(place.first, "the heading", mine.removeprefix(MARK), new.removeprefix(MARK))
            return old
        return new

    @property
    def items(self) -> tuple[Heading | Section, ...]:
        return tuple(item for item in self.ours.items if not isinstance(item, Note))

    def take_out(self, place: Lines) -> None:
        """Remove these lines, and the blank ones that would be left over beside them."""
        first, end = place
        while end <= len(self.source) and not self.source[end - 1].strip():
            end += 1
        if end > len(self.source):
            while first > 1 and not self.source[first - 2].strip():
                first -= 1
        self.edits.append(Edit(Lines(first, end), ()))

    # Statements

    def section(self, mine: Section, old: Known, theirs: Known) -> Known:
        """Merge one statement; what the machine is not to say again goes into the new base."""
        suggested: Fields = ()
        if mine.fields:
            keys = tuple(key for key, _ in mine.fields)
            block = Block(mine.field_lines, keys, self.source, format_field, BULLET)
            now = _of_speaker(dict(old.fields), dict(mine.fields), dict(theirs.fields))
            fields, suggested = self.fields(dict(old.fields), dict(mine.fields), now, block)
        else:
            fields = theirs.fields
            lines = ["", *(format_field(key, value) for key, value in fields)]
            if "".join(self.source[mine.line : mine.line + 1]).strip():
                lines.append("")
            self.edits.append(Edit(Lines(mine.line + 1, mine.line + 1), tuple(lines)))
        words = words_of(mine)
        if words and words == old.words and words != theirs.words:
            first, *others = (passage.lines for passage in mine.passages)
            quotes = "\n\n".join(map(format_quote, theirs.words))
            self.edits.append(Edit(first, (quotes,)))
            self.edits.extend(Edit(lines, ()) for lines in others)
        elif theirs.words not in (old.words, words):
            new = " […] ".join(theirs.words)
            self.suggest(mine.line, "the words", " […] ".join(words), new)
            suggested = (*suggested, (WORDS, new))
            return replace(theirs, fields=fields, words=old.words, suggested=suggested)
        return replace(theirs, fields=fields, suggested=suggested)

    def fields(
        self,
        base: Mapping[str, str],
        ours: Mapping[str, str | None],
        theirs: Mapping[str, str],
        block: Block,
    ) -> tuple[Fields, Fields]:
        """Merge the values under each key: those of the new base, and those that are suggested."""
        now, suggested = dict(theirs), dict[str, str]()
        for key in dict.fromkeys((*theirs, *base)):
            old, mine, new = base.get(key), ours.get(key), theirs.get(key)
            if mine is None and new is not None:
                self.edits.append(block.insert(key, new, tuple(theirs)))
            elif mine is None or mine == new:
                continue
            elif mine == old:
                self.edits.append(block.replace(key, new))
            elif new != old:
                self.suggest(block.place(key).first, repr(key), mine, new or "nothing")
                suggested[key] = new or ""
                if old is None:
                    now.pop(key, None)
                else:
                    now[key] = old
        return tuple(now.items()), tuple(suggested.items())

    def added(
        self, draft: Draft, mine: Mapping[str, Section], stands: Mapping[int, int | None]
    ) -> dict[str, Known]:
        """Put what the machine newly finds after what stands before it in the document."""
        items = self.items
        starts = [*(item.lines.first for item in items), len(self.source) + 1]
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
                    self.insert(format_heading("##", item.text), starts[at])
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
            self.insert(format_section(item), starts[at])
            found[item.id] = known
        return found

    def insert(self, block: str, line: int) -> None:
        lines = ("", block) if line > len(self.source) else (block, "")
        self.edits.append(Edit(Lines(line, line), lines))

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
            untouched = made in once and self.is_untouched(once[made], known)
            if heir and known.words and (untouched or made not in mine):
                merged[made] = heir
                if untouched:
                    self.take_out(once[made].lines)
                continue
            if made in mine:
                before = self.base.sha256 if self.base.sha256 != self.theirs.sha256 else ""
                sections[made] = replace(known, sha256=known.sha256 or before)
            if untouched:
                lost.append(made)
                message = f"expected the machine to find {made} again, found that it does not"
                todo = f"edit it to keep it, or `site-builder prune {made}`"
                self.problems.append(Problem(self.path, mine[made].line, 1, f"{message}: {todo}", "warning"))
        return tuple(lost), merged

    def heirs(self, mine: Mapping[str, Section], now: Mapping[str, Known]) -> dict[str, tuple[str, ...]]:
        """The statements whose words, which are the machine's, are more or others than they were."""
        found = {}
        for made in now:
            old, new = self.known(made).words, self.theirs.sections[made].words
            if old != new and (made not in mine or words_of(mine[made]) in (old, new)):
                found[made] = new
        return found

    def is_untouched(self, mine: Section, known: Known) -> bool:
        """Whether every line of a statement is as the machine wrote it, but for its form."""
        if mine.notes or dict(mine.fields) != dict(known.fields) or words_of(mine) != known.words:
            return False
        ours = {mine.line}
        for place in (*mine.field_lines, *(passage.lines for passage in mine.passages)):
            ours.update(range(*place))
        end = next(
            (item.lines.first for item in self.items if item.lines.first > mine.line), len(self.source) + 1
        )
        lines = (number for number in range(mine.line, end) if self.source[number - 1].strip(" \t\r\n>"))
        return all(number in ours for number in lines)

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
        self.problems.append(Problem(self.path, mine.line, 1, message, "warning"))

    def suggest(self, line: int, what: str, mine: str, new: str) -> None:
        message = f"kept {mine[:80]!r} in {what} as a person wrote it; the machine now says {new[:80]!r}"
        self.problems.append(Problem(self.path, line, 1, message, "warning"))
