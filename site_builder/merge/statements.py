"""One statement: what a person made of it and what the machine now says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from site_builder.entries import Heading, Lines, Section
from site_builder.entries.write import format_field, format_quote
from site_builder.memory import WORDS, Fields, Known
from site_builder.merge.edits import BULLET, Block, Edit
from site_builder.merge.passages import words_of
from site_builder.merge.sheet import Sheet
from site_builder.merge.values import of_speaker, of_words


def merge_statement(sheet: Sheet, mine: Section, old: Known, theirs: Known, placed: bool) -> Known:
    """Merge one statement; what the machine is not to say again goes into the new base. `placed`: its words
    stand in the seed."""
    suggested: Fields = ()
    words = words_of(mine)
    before, ours, now = dict(old.fields), dict(mine.fields), dict(theirs.fields)
    if placed and words not in (old.words, theirs.words):
        now = of_words(before, ours, now, words)
    if mine.fields:
        block = Block(mine.field_lines, tuple(ours), sheet.source, format_field, BULLET)
        fields, suggested = sheet.fields(before, ours, of_speaker(before, ours, now), block)
    else:
        fields = tuple(now.items())
        lines = ["", *(format_field(key, value) for key, value in fields)]
        if "".join(sheet.source[mine.line : mine.line + 1]).strip():
            lines.append("")
        sheet.edits.append(Edit(Lines(mine.line + 1, mine.line + 1), tuple(lines)))
    if words and words == old.words and words != theirs.words:
        first, *others = (passage.lines for passage in mine.passages)
        quotes = "\n\n".join(map(format_quote, theirs.words))
        sheet.edits.append(Edit(first, (quotes,)))
        sheet.edits.extend(Edit(lines, ()) for lines in others)
    elif theirs.words not in (old.words, words):
        new = " […] ".join(theirs.words)
        sheet.suggest(mine.line, "the words", " […] ".join(words), new)
        suggested = (*suggested, (WORDS, new))
        return replace(theirs, fields=fields, words=old.words, suggested=suggested)
    return replace(theirs, fields=fields, suggested=suggested)


def is_untouched(sheet: Sheet, items: Sequence[Heading | Section], mine: Section, known: Known) -> bool:
    """Whether every line of a statement is as the machine wrote it, but for its form."""
    if mine.notes or dict(mine.fields) != dict(known.fields) or words_of(mine) != known.words:
        return False
    ours = {mine.line}
    for place in (*mine.field_lines, *(passage.lines for passage in mine.passages)):
        ours.update(range(*place))
    end = next(
        (item.lines.first for item in items if item.lines.first > mine.line),
        len(sheet.source) + 1,
    )
    lines = (number for number in range(mine.line, end) if sheet.source[number - 1].strip(" \t\r\n>"))
    return all(number in ours for number in lines)
