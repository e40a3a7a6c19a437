"""A figure of a text: a number with its hedge and unit, and what it counts."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from site_builder.figures.faults import Fault
from site_builder.model import Span

Hedge = Literal["exact", "about", "at least", "more than", "at most", "less than", "between", "dozens"]
"""How the text holds the number: `between` for a range, `dozens` for a round word that names no number
(dozens, hundreds, tens of thousands)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """`low` and `high` are the bounds as written, in the unit's base; None where that side is open or the
    digits cannot be read. For all hedges but `between` and `dozens` they are one number, on each side that
    is bounded: `more than 98` has low 98."""

    low: Decimal | None
    high: Decimal | None
    hedge: Hedge
    unit: str
    """The base unit; "" for things counted one by one."""

    @property
    def number(self) -> Decimal | None:
        """The number as written; the lower one of two; None when unreadable."""
        return self.high if self.low is None else self.low


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What a figure counts or measures.

    `what`: the head noun, singular, in small letters; "" when the text leaves it out. `modifiers`: the
    words before it, as a set in the order of the text. `names`: those of them with a capital. `doing`:
    what is said to have happened to it, as the class of its verb ("killed") or the verb as written.
    `more`: on top of others. `definite`: "the two sides". `role`: "from" and "to" of a change, "of"
    for what a share is of.
    `per`: what a rate is for ("ton" in "$50 a ton"). `words`: what is counted, as written; `said`: what is
    said of it, as written ("returned to school"). `named`: the head noun is a name ("87% of Karsk").
    `share`: what the figure is a part of, as written ("territory of Karsk"); "" where it is none.
    """

    what: str
    modifiers: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    doing: str = ""
    more: bool = False
    definite: bool = False
    role: Literal["", "from", "to", "of"] = ""
    per: str = ""
    words: str = ""
    said: str = ""
    named: bool = False
    share: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """`span` is that of the number with hedge and unit, in characters of the text that was read.

    `malformed` says why the number cannot be right or cannot be read as written; None if it can.
    `part_of` and `restates` are places in the text's tuple of figures: the whole that this is a part
    of ("30 passengers, among them two infants"), and the figure that this repeats in another unit
    ("3 kilometres (1.9 miles)").
    `context` holds the other words of the sentence that tell facts apart, `places` the names among them,
    `phrases` those that stand side by side ("amnesty bill"); `days` are its words for days.
    `crowded`: the sentence has another figure in the same unit.
    """

    span: Span
    written: str
    quantity: Quantity
    counted: Counted
    malformed: Fault | None = None
    part_of: int | None = None
    restates: int | None = None
    context: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    phrases: frozenset[tuple[str, str]] = frozenset()
    days: frozenset[str] = frozenset()
    crowded: bool = False
