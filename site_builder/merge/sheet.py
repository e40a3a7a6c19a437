"""The file of an entry while it is changed: its lines, the edits to come, and what there is to say of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from site_builder.entries import Lines
from site_builder.errors import Problem
from site_builder.memory import Fields
from site_builder.merge.edits import Block, Edit, edited, lines_of
from site_builder.merge.values import of_dates


@dataclass(frozen=True, slots=True)
class Sheet:
    """`edits` and `problems` grow while a file is merged."""

    path: str
    source: list[str]
    edits: list[Edit]
    problems: list[Problem]

    @property
    def edited(self) -> str:
        """The text of the file with the edits made."""
        return edited(self.source, self.edits)

    def fields(
        self,
        base: Mapping[str, str],
        ours: Mapping[str, str | None],
        theirs: Mapping[str, str],
        block: Block,
    ) -> tuple[Fields, Fields]:
        """Merge the values under each key: those of the new base, and those that are suggested."""
        theirs = of_dates(base, ours, theirs)
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

    def insert(self, block: str, line: int) -> None:
        lines = ("", block) if line > len(self.source) else (block, "")
        self.edits.append(Edit(Lines(line, line), lines))

    def take_out(self, place: Lines) -> None:
        """Remove these lines, and the blank ones that would be left over beside them."""
        first, end = place
        while end <= len(self.source) and not self.source[end - 1].strip():
            end += 1
        if end > len(self.source):
            while first > 1 and not self.source[first - 2].strip():
                first -= 1
        self.edits.append(Edit(Lines(first, end), ()))

    def suggest(self, line: int, what: str, mine: str, new: str) -> None:
        message = f"kept {mine[:80]!r} in {what} as a person wrote it; the machine now says {new[:80]!r}"
        self.warn(line, message)

    def warn(self, line: int, message: str) -> None:
        self.problems.append(Problem(self.path, line, 1, message, "warning"))


def sheet_of(text: str, path: str) -> Sheet:
    return Sheet(path, lines_of(text), [], [])
