"""What a person made of an entry and what the machine now says, brought together field by field.

base = the machine's last output, ours = the file now, theirs = the machine's output now:

| ours to base | theirs to base           | result                                              |
|--------------|--------------------------|-----------------------------------------------------|
| same         | changed                  | theirs                                              |
| changed      | same, or equal to ours   | ours                                                |
| changed      | changed, and differently | ours; theirs is a suggestion until they agree       |
| deleted      | present                  | stays deleted, until it is restored                 |
| present      | gone                     | ours; if nobody touched it, a warning               |

A field that is missing may be filled by the machine; an empty one says that there is none. The file is
changed line by line, so that everything else a person wrote stays as it is, to the letter; a file in
which that cannot be done is left alone, with a warning.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate

import yaml

from site_builder.compose import Draft
from site_builder.entries import Entry, Heading, Lines, Note, Section, format_entry, parse_entry
from site_builder.entries.write import format_field, format_front, format_quote, format_section
from site_builder.errors import InputError, Problem
from site_builder.model import Span

Fields = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Known:
    """A statement as the machine last gave it. `spans` are its passages' places in the seed."""

    fields: Fields
    words: tuple[str, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """The machine's last output. `gone`: statements a person deleted, whose ids are never used again."""

    front: Fields = ()
    sections: Mapping[str, Known] = field(default_factory=dict)
    gone: Mapping[str, Known] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    text: str
    base: Base
    problems: tuple[Problem, ...]
    """Warnings: what the machine would now say, and what it no longer finds."""


def base_of(draft: Draft, gone: Mapping[str, Known] | None = None) -> Base:
    """What the machine says now, as the base of the next merge."""
    spans = dict(draft.spans)
    sections = {
        section.id: Known(section.fields, tuple(p.words for p in section.passages), spans[section.id])
        for section in draft.entry.sections
    }
    front = tuple((key, value) for key, value in draft.entry.front if isinstance(value, str))
    return Base(front=front, sections=sections, gone=gone or {})


def merge(
    text: str, path: str, ours: Entry, base: Base, draft: Draft, places: Mapping[str, tuple[Span, ...]]
) -> Merged:
    """The new text of the file at `path`; `places` says where the file's own words stand in the seed.

    Merging the new text again changes nothing; where that cannot be had, the text stays as it is.
    """
    merger = _Merger(path, ours, base, base_of(draft), places, _lines(text), [], [])
    now = merger.run(draft)
    changed = _edited(merger.source, merger.edits)
    if merger.edits:  # the lines of the problems are to be those of the new text
        try:
            again = parse_entry(changed, path)
            merger = _Merger(path, again, base, merger.theirs, places, _lines(changed), [], [])
            now = merger.run(draft)
        except InputError:
            pass  # with edits left over, as when they changed nothing
    if merger.edits:
        message = "expected values and quotations on lines of their own, found others: nothing is changed here"
        return Merged(text=text, base=base, problems=(Problem(path, 0, 0, message, "warning"),))
    return Merged(text=changed, base=now, problems=tuple(merger.problems))


@dataclass(frozen=True, slots=True)
class _Edit:
    """New lines in place of some; an empty range inserts before its first line."""

    place: Lines
    lines: tuple[str, ...]


def _lines(text: str) -> list[str]:
    """The lines, each with its end."""
    *lines, last = text.split("\n")
    return [*(f"{line}\n" for line in lines), *([last] if last else [])]


def _edited(source: list[str], edits: Iterable[_Edit]) -> str:
    """The text with the edits made; new lines end as its first line does."""
    end = "\r\n" if source[0].endswith("\r\n") else "\n"
    result: list[str] = []
    at = 1
    for edit in sorted(edits, key=lambda edit: edit.place):
        result.extend(source[at - 1 : edit.place.first - 1])
        if result and not result[-1].endswith("\n"):
            result[-1] += end
        result.extend(line + end for block in edit.lines for line in block.split("\n"))
        at = edit.place.end
    return "".join([*result, *source[at - 1 :]])


@dataclass(frozen=True, slots=True)
class _Block:
    """The lines of `key: value` that a statement or the front matter has.

    `form` writes a value as the machine does; `lead` is what stands there before the key, for which
    people may have another bullet or indentation.
    """

    places: tuple[Lines, ...]
    keys: tuple[str, ...]
    source: list[str]
    form: Callable[[str, str], str]
    lead: re.Pattern[str]

    def place(self, key: str) -> Lines:
        return self.places[self.keys.index(key)]

    def line(self, like: Lines, key: str, value: str) -> str:
        """A value's line, begun as the line at `like` is."""
        begun = self.lead.match(self.source[like.first - 1])
        line = self.form(key, value)
        return self.lead.sub(begun[0], line, count=1) if begun else line

    def replace(self, key: str, value: str | None) -> _Edit:
        """The value (with None, nothing) in place of the old one; comments beside that one stay."""
        place = self.place(key)
        old = "".join(self.source[place.first - 1 : place.end - 1])
        kept = tuple(_comments(old)) if self.form is format_front else ()
        if value is None:
            return _Edit(place, kept)
        return _Edit(place, ("  ".join((self.line(place, key, value), *kept[:1])), *kept[1:]))

    def insert(self, key: str, value: str, order: tuple[str, ...]) -> _Edit:
        """A line for a new key, after the last of those that come before it in `order`."""
        before = [self.place(other) for other in order[: order.index(key)] if other in self.keys]
        like = max(before, default=self.places[0])
        at = like.end if before else like.first
        return _Edit(Lines(at, at), (self.line(like, key, value),))


_INDENT = re.compile(r" {0,16}")
_BULLET = re.compile(r" {0,3}[-*+][ \t]{1,4}")


def _comments(words: str) -> Iterator[str]:
    """The comments of some lines of YAML: where no token is, all that is not blank."""
    at = 0
    try:
        for token in yaml.scan(words):
            yield from filter(None, map(str.strip, words[at : token.start_mark.index].split("\n")))
            at = token.end_mark.index
    except yaml.YAMLError:
        return  # a part of something larger; `merge` finds out


def _words(section: Section) -> tuple[str, ...]:
    return tuple(passage.words for passage in section.passages)


def _marks(items: Iterable[Heading | Section]) -> Iterator[tuple[str, int]]:
    """What tells each from the others: an id, or the words of a heading, and how many there were before."""
    seen: Counter[str] = Counter()
    for item in items:
        name = item.id if isinstance(item, Section) else f"# {item.text}"
        yield name, seen[name]
        seen[name] += 1


def _standing(
    spans: Iterable[Span], taken: list[tuple[Span, str]], furthest: list[tuple[int, str]]
) -> str | None:
    """The statement that has some of these words already. `taken` is in order, and `furthest` has for each
    of it how far those up to there reach."""
    for span in spans:
        before = bisect_left(taken, span.end, key=lambda item: item[0].start)
        if before and furthest[before - 1][0] > span.start:
            return furthest[before - 1][1]
    return None


@dataclass(frozen=True, slots=True)
class _Merger:
    path: str
    ours: Entry
    base: Base
    theirs: Base
    places: Mapping[str, tuple[Span, ...]]
    source: list[str]
    edits: list[_Edit]
    problems: list[Problem]

    def run(self, draft: Draft) -> Base:
        mine = {section.id: section for section in self.ours.sections}
        front = self.front()
        self.title()
        sections: dict[str, Known] = {}
        copies = Counter(section.id for section in self.ours.sections)
        for made, known in self.theirs.sections.items():
            if copies[made] == 1:
                sections[made] = self.section(mine[made], self.known(made), known)
            elif made in mine:  # which of them is the machine's, a person has to say
                sections[made] = self.base.sections.get(made, known)
        sections |= self.added(draft, mine)
        for made, known in self.base.sections.items():
            if made in mine and made not in self.theirs.sections:
                sections[made] = known
                self.lost(mine[made], known)
        gone = {**self.base.gone, **self.base.sections}
        return Base(front=front, sections=sections, gone={i: k for i, k in gone.items() if i not in mine})

    def known(self, made: str) -> Known:
        """What the machine last said; nothing, for a statement it did not know."""
        return self.base.sections.get(made) or self.base.gone.get(made) or Known((), (), ())

    def front(self) -> Fields:
        keys = tuple(key for key, _ in self.ours.front)
        block = _Block(self.ours.front_lines, keys, self.source, format_front, _INDENT)
        ours = {key: self.ours.get(key) for key in keys}
        return self.fields(dict(self.base.front), ours, dict(self.theirs.front), block)

    def title(self) -> None:
        """The title above the article follows the machine's as the one in the front matter does."""
        old, new = (dict(base.front).get("title") for base in (self.base, self.theirs))
        if old is None or new is None or self.ours.title != old or new == old:
            return
        after = max(place.end for place in self.ours.front_lines) - 1
        lines = [line.rstrip() for line in self.source]
        words, now = (format_entry(Entry((), title, ())).rstrip("\n").split("\n")[-1] for title in (old, new))
        if words in lines[after:]:
            at = lines.index(words, after) + 1
            self.edits.append(_Edit(Lines(at, at + 1), (now,)))

    def section(self, mine: Section, old: Known, theirs: Known) -> Known:
        """Merge one statement; what the machine is not to say again goes into the new base."""
        if mine.fields:
            keys = tuple(key for key, _ in mine.fields)
            block = _Block(mine.field_lines, keys, self.source, format_field, _BULLET)
            fields = self.fields(dict(old.fields), dict(mine.fields), dict(theirs.fields), block)
        else:
            fields = theirs.fields
            lines = ["", *(format_field(key, value) for key, value in fields)]
            if "".join(self.source[mine.line : mine.line + 1]).strip():
                lines.append("")
            self.edits.append(_Edit(Lines(mine.line + 1, mine.line + 1), tuple(lines)))
        words = _words(mine)
        if words and words == old.words and words != theirs.words:
            first, *others = (passage.lines for passage in mine.passages)
            quotes = "\n\n".join(map(format_quote, theirs.words))
            self.edits.append(_Edit(first, (quotes,)))
            self.edits.extend(_Edit(lines, ()) for lines in others)
        elif theirs.words not in (old.words, words):
            self.suggest(mine.line, "the words", " […] ".join(words), " […] ".join(theirs.words))
            return Known(fields, old.words, old.spans or theirs.spans)
        return Known(fields, theirs.words, theirs.spans)

    def fields(
        self,
        base: Mapping[str, str],
        ours: Mapping[str, str | None],
        theirs: Mapping[str, str],
        block: _Block,
    ) -> Fields:
        """Merge the values under each key, and return those of the new base."""
        now = dict(theirs)
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
                if old is None:
                    now.pop(key, None)
                else:
                    now[key] = old
        return tuple(now.items())

    def added(self, draft: Draft, mine: Mapping[str, Section]) -> dict[str, Known]:
        """Put each statement the machine newly finds after what stands before it in the document."""
        items = [item for item in self.ours.items if not isinstance(item, Note)]
        starts = [*(item.lines.first for item in items), len(self.source) + 1]
        after = {mark: number for number, mark in enumerate(_marks(items), 1)}
        taken = sorted((span, made) for made in mine for span in self.spans(mine[made]))
        furthest = list(accumulate(((span.end, made) for span, made in taken), max))
        old = {*mine, *self.base.gone, *self.base.sections}
        found: dict[str, Known] = {}
        at = 0
        theirs = [item for item in draft.entry.items if not isinstance(item, Note)]
        for item, mark in zip(theirs, _marks(theirs), strict=True):
            at = after.get(mark, at)
            if isinstance(item, Heading) or item.id in old:
                continue
            known = self.theirs.sections[item.id]
            if there := _standing(known.spans, taken, furthest):
                self.overlap(mine[there], known)
                continue
            while at < len(items) and self.precedes(items[at], known):
                at += 1
            block, place = format_section(item), Lines(starts[at], starts[at])
            self.edits.append(_Edit(place, ("", block) if at == len(items) else (block, "")))
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
        if theirs and _words(mine) in (self.known(mine.id).words, theirs.words):
            return theirs.spans
        return self.places.get(mine.id, (theirs or self.known(mine.id)).spans)

    def lost(self, mine: Section, known: Known) -> None:
        touched = mine.notes or dict(mine.fields) != dict(known.fields) or _words(mine) != known.words
        if not touched:
            message = f"expected the machine to find {mine.id} again, found that it does not"
            self.problems.append(Problem(self.path, mine.line, 1, message, "warning"))

    def overlap(self, mine: Section, known: Known) -> None:
        words = " […] ".join(known.words)[:80]
        message = f"kept the passages of {mine.id} as they are; the machine now finds {words!r} there"
        self.problems.append(Problem(self.path, mine.line, 1, message, "warning"))

    def suggest(self, line: int, what: str, mine: str, new: str) -> None:
        message = f"kept {mine[:80]!r} in {what} as a person wrote it; the machine now says {new[:80]!r}"
        self.problems.append(Problem(self.path, line, 1, message, "warning"))
