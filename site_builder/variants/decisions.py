"""What people decided on groups: `content/lexicon/decisions.yaml`. Their word always wins.

- same: [s-0a1b2c3d, s-4e5f6g7h]
  by: A. Reader
  on: 2017-01-05
  note: one sentence, translated twice
- different: [s-8j9k0m1n, s-2p3q4r5s]
- unsure: [s-6t7v8w9x, s-0y1z2a3b]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import combinations
from typing import Literal

from site_builder.edtf import date_fault
from site_builder.entries import ID
from site_builder.errors import InputError, Problem
from site_builder.fields import Data, parse_yaml, read
from site_builder.lexicon import STRICT
from site_builder.unions import joined

Verdict = Literal["same", "different", "unsure"]
VERDICTS: tuple[Verdict, ...] = ("same", "different", "unsure")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """An item of the file: the ids under one of the three verdicts, and who decided, when and why."""

    __pydantic_config__ = STRICT
    same: tuple[str, ...] = ()
    different: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    by: str | None = None
    on: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A decision that was read. `line` is where it begins in its file."""

    verdict: Verdict
    ids: tuple[str, ...]
    by: str = ""
    on: str = ""
    note: str = ""
    line: int = field(default=0, compare=False)

    @property
    def in_words(self) -> str:
        """`decided by A. Reader on 2017-01-05: same (one sentence, translated twice)`."""
        who = f" by {self.by}" if self.by else ""
        when = f" on {self.on}" if self.on else ""
        return f"decided{who}{when}: {self.verdict}{f' ({self.note})' if self.note else ''}"


@dataclass(frozen=True)
class Rulings:
    """All decisions of an archive, none against another."""

    rulings: tuple[Ruling, ...] = ()

    @cached_property
    def pairs(self) -> Mapping[frozenset[str], Ruling]:
        """Each two statements that are decided on together, and by what."""
        return {frozenset(pair): ruling for ruling in self.rulings for pair in combinations(ruling.ids, 2)}

    @cached_property
    def _naming(self) -> Mapping[str, tuple[int, ...]]:
        """Statement → the numbers of the rulings on it."""
        found: dict[str, list[int]] = {}
        for number, ruling in enumerate(self.rulings):
            for made in ruling.ids:
                found.setdefault(made, []).append(number)
        return {made: tuple(numbers) for made, numbers in found.items()}

    def within(self, ids: Iterable[str]) -> Rulings:
        """Those that name two or more of some statements, with no others in them."""
        inside = [made for made in ids if made in self._naming]
        numbers = sorted({number for made in inside for number in self._naming[made]})
        known = frozenset(inside)
        narrowed = (replace(ruling, ids=tuple(made for made in ruling.ids if made in known))
                    for ruling in map(self.rulings.__getitem__, numbers))  # fmt: skip
        return Rulings(tuple(ruling for ruling in narrowed if len(ruling.ids) > 1))

    @cached_property
    def kept_apart(self) -> frozenset[str]:
        """Every statement that is different from another, or may be."""
        return frozenset(made for ruling in self.rulings if ruling.verdict != "same" for made in ruling.ids)

    def on(self, one: str, other: str) -> Ruling | None:
        return self.pairs.get(frozenset((one, other)))

    def beside(self, made: str) -> tuple[str, ...]:
        """The statements that are decided on together with one, in the order of the decisions."""
        named = (self.rulings[number].ids for number in self._naming.get(made, ()))
        return tuple(dict.fromkeys(other for ids in named for other in ids if other != made))

    def apart(self, one: str, other: str) -> bool:
        """Whether people keep the two apart: they are different, or nobody is sure."""
        ruling = self.on(one, other)
        return ruling is not None and ruling.verdict != "same"

    def of(self, verdict: Verdict) -> Iterator[Ruling]:
        return (ruling for ruling in self.rulings if ruling.verdict == verdict)


LEFT_OUT = " (left out until then: this decision)"
ALL_LEFT_OUT = " (left out until then: all decisions)"


def parse_decisions(text: str, path: str) -> tuple[Rulings, tuple[Problem, ...]]:
    """The decisions that can be used, and every problem of the others: a fault of syntax, a key nobody knows,
    an item without one verdict, fewer than two ids, a decision against another one."""
    try:
        data = parse_yaml(text, path)
        if data.value is not None and not isinstance(data.value, list):
            raise InputError([data.problem((), f"expected a list, found {repr(data.value)[:80]}")])
    except InputError as error:
        return Rulings(), tuple(_saying(error.problems, ALL_LEFT_OUT))
    problems: list[Problem] = []
    read_: dict[int, Ruling] = {}
    for number in range(len(data.value or ())):
        item, faults = _item(data, number)
        problems.extend(faults)
        if item:
            read_[number] = _ruling(item, data.places[(number,)][0])
    conflicts = dict(_conflicts(read_, data))
    problems.extend(conflicts.values())
    good = (ruling for number, ruling in read_.items() if number not in conflicts)
    return Rulings(tuple(good)), tuple(sorted(problems))


def _item(data: Data, number: int) -> tuple[Decision | None, list[Problem]]:
    """The decision at a place of the list, None where it cannot be used, and what is wrong with it."""
    places = {key[1:]: place for key, place in data.places.items() if key[:1] == (number,)}
    part = Data(data.path, data.value[number], places)
    try:
        item, unknown = read(Decision, part)
    except InputError as error:
        return None, _saying(error.problems, LEFT_OUT)
    if unknown and not _given(item):  # a misspelt verdict
        return None, _saying(unknown, LEFT_OUT)
    faults = list(_faults(item, part))
    return (None if faults else item), [*_saying(faults, LEFT_OUT), *unknown]


def _saying(problems: Sequence[Problem], what: str) -> list[Problem]:
    """The first of them says, too, what is left out for their sake."""
    first = [replace(problem, message=f"{problem.message}{what}") for problem in problems[:1]]
    return [*first, *problems[1:]]


def unknown_ids(rulings: Rulings, known: Iterable[str], path: str) -> tuple[Problem, ...]:
    """A problem for every id that stands for no statement of the archive."""
    ids = frozenset(known)
    return tuple(
        Problem(path, ruling.line, 1, f"expected the id of a statement in {ruling.verdict!r}, found {made!r}")
        for ruling in rulings.rulings
        for made in ruling.ids
        if made not in ids
    )


def _given(item: Decision) -> list[tuple[Verdict, tuple[str, ...]]]:
    return [(verdict, ids) for verdict in VERDICTS if (ids := getattr(item, verdict))]


def _faults(item: Decision, data: Data) -> Iterator[Problem]:
    given = _given(item)
    if len(given) != 1:
        found = " and ".join(verdict for verdict, _ in given) or "none"
        yield data.problem((), f"expected one of same, different and unsure, found {found}")
        return
    ((verdict, ids),) = given
    for place, made in enumerate(ids):
        if not ID.fullmatch(made):
            yield data.problem((verdict, place), f"expected an id such as s-0a1b2c3d, found {made!r}")
    if len(set(ids)) < 2 or len(set(ids)) < len(ids):
        found = ", ".join(ids)
        yield data.problem((verdict,), f"expected two ids or more, each once, found {found}")
    if item.on and (fault := date_fault("on", item.on)):
        yield data.problem(("on",), fault)


def _ruling(item: Decision, line: int) -> Ruling:
    ((verdict, ids),) = _given(item)
    return Ruling(verdict=verdict, ids=ids, by=item.by or "", on=item.on or "", note=item.note or "", line=line)


def _conflicts(rulings: Mapping[int, Ruling], data: Data) -> Iterator[tuple[int, Problem]]:
    """Decisions by number that are against others: statements that are the same by a chain of them, and
    different or unsure by this one; or another verdict on a pair than an earlier one."""
    nuclei = joined(ruling.ids for ruling in rulings.values() if ruling.verdict == "same")
    apart: dict[frozenset[str], Ruling] = {}
    for number, ruling in rulings.items():
        if ruling.verdict == "same":
            continue
        for one, other in combinations(ruling.ids, 2):
            first = apart.setdefault(frozenset((one, other)), ruling)
            found = f"found {ruling.verdict!r} for {one} and {other}"
            if one in nuclei and nuclei[one] == nuclei.get(other):
                found = f"{found}, which other decisions make the same"
            elif first.verdict != ruling.verdict:
                found = f"{found} ({first.verdict!r} in line {first.line})"
            else:
                continue
            message = f"expected decisions that agree, {found}{LEFT_OUT}"
            yield number, data.problem((number, ruling.verdict), message)
            break
