"""When two figures speak of the same fact, and when they say different things of it.

Precision first: a figure is lined up with another only where the words around both leave little doubt.
"""

from __future__ import annotations

from decimal import Decimal

from site_builder.figures.english import ENGLISH
from site_builder.figures.figure import Counted, Figure, Quantity

LEAST_SHARED = 2
"""Words of context that two figures share at the least."""
SAME_DOING, OTHER_DOING = 0.5, 0.6
"""Shares of the shorter context that both must hold: with the same verb, and without."""
SHARED_BY_UNNAMED = 5
"""Words shared by two measures that do not both say of what, or that stand among others."""
ALL_SHARED = 0.9
"""A share of the shorter context that makes up for few words."""
FAR = 3
"""Such measures are of two facts when one is more than so many times the other."""
_SIDES = {
    "exact": "both", "at least": "low", "more than": "low", "at most": "high", "less than": "high",
}  # fmt: skip
"""The side a hedge bounds: two numbers that bound the same side differ when they are not one."""
TOLERANCE = Decimal("0.05")
"""How far a number that is "about" another may lie from it, as a part of it."""
SAME_WHOLE = 0.9
"""How surely parts of one whole are of one fact."""
DECIMALS = 9
"""More than anybody writes: of a share, they are those of a fraction such as a third."""


def likeness(a: Figure, b: Figure, variants: bool, same_whole: bool = False) -> float:
    """How surely two figures of different statements are of one fact, from 0 (they are not) to 1.

    `variants`: the statements are versions of one, so that their other words agree already.
    `same_whole`: they are parts of wholes that agree: `9,000 voters, among them 40 students`.
    """
    if speak_of_two_things(a, b, variants, same_whole):
        return 0.0
    if same_whole:
        return SAME_WHOLE
    # What is counted is asked for anyway; of a measure it is part of the evidence.
    things = set() if a.quantity.unit else {a.counted.what, b.counted.what, a.counted.doing, b.counted.doing}
    shared = (a.context & b.context) - things
    least = min(len(a.context - things), len(b.context - things))
    share = len(shared) / least if least else 0.0
    if variants:
        return 0.5 + share / 2
    if len(shared) < LEAST_SHARED or (
        a.quantity.unit and _is_loose(a, b, len(shared) < SHARED_BY_UNNAMED and share < ALL_SHARED)
    ):
        return 0.0
    same_doing = _verb(a.counted) == _verb(b.counted) != ""
    return share if share >= (SAME_DOING if same_doing else OTHER_DOING) else 0.0


def _is_loose(a: Figure, b: Figure, few: bool) -> bool:
    """Whether two measures of things that are not named alike have too little else in common.

    `few`: they share few words."""
    if a.counted.what == b.counted.what != "" or _one_place(a, b):
        return few and (a.crowded or b.crowded)
    one, other = a.quantity.number, b.quantity.number
    far = one is not None and other is not None and max(one, other) > FAR * min(one, other)
    return a.crowded or b.crowded or far or few


def speak_of_two_things(
    a: Figure, b: Figure, variants: bool, same_whole: bool = False, joined: bool = False
) -> bool:
    """Whether something in the words of the two keeps them from being of one fact. `joined`: a third figure
    is of one fact with both."""
    one, other = a.counted, b.counted
    if a.quantity.unit != b.quantity.unit or (one.more, one.role, one.per) != (
        other.more,
        other.role,
        other.per,
    ):
        return True
    if (a.part_of is None) != (b.part_of is None) and one.what in ENGLISH.people:
        return True
    if _other_things(a, b, variants, joined):
        return True
    if not same_whole and _other_doings(one, other):
        return True
    if variants or same_whole:
        return False
    apart = _apart(a.days, b.days) or _apart(a.places, b.places) or _other_phrases(a, b)
    return apart or one.definite or other.definite


def same_amount(a: Figure, b: Figure) -> bool:
    """Whether two wholes are one: the same people or things, and as many of them."""
    number = a.quantity.number
    return number is not None and number == b.quantity.number and not _other_things(a, b, True)


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and not one & other


def _other_phrases(a: Figure, b: Figure) -> bool:
    """Whether a word that both hold stands with another in each: `amnesty bill`, `tariff bill`."""
    heads = {head for _, head in a.phrases} & {head for _, head in b.phrases}
    return any(
        not {word for word, of in a.phrases if of == head} & b.context
        and not {word for word, of in b.phrases if of == head} & a.context
        for head in heads
    )


def _other_doings(one: Counted, other: Counted) -> bool:
    """Two verbs of two classes, or of one class and of none, are two facts."""
    classes = ENGLISH.doings.values()
    known = (one.doing in classes, other.doing in classes)
    return _verb(one) != _verb(other) and all(known)


def _verb(counted: Counted) -> str:
    """The class of its verb, or the verb itself: `left` and `leave` are one."""
    return ENGLISH.past.get(counted.doing, counted.doing)


def _other_things(a: Figure, b: Figure, variants: bool, joined: bool = False) -> bool:
    one, other, measured = a.counted, b.counted, bool(a.quantity.unit)
    people = ENGLISH.people
    alike = one.what == other.what or (one.what in people and other.what in people)
    alike = alike or (measured and _one_place(a, b, joined))
    kinds = ENGLISH.variant_nouns
    if variants and kinds.get(one.what, "") == kinds.get(other.what):
        alike = True
    if measured and not (one.what and other.what):
        alike = True
    if not alike and not (measured and variants):
        return True
    names, others = frozenset(one.names), frozenset(other.names)
    if _apart(names, others):
        return True
    mine, theirs = _modifiers(one), _modifiers(other)
    return _apart(mine, theirs) or (mine != theirs and not variants and not measured)


def _one_place(a: Figure, b: Figure, joined: bool = False) -> bool:
    """Whether one is of a name, the other of a noun for such a place: `87% of Karsk`, `over 87% of the city`.
    Another number may be of another place, unless the two are joined by a third."""
    one, other = a.counted, b.counted
    named = any(c.named and not d.named and d.what in ENGLISH.places for c, d in ((one, other), (other, one)))
    return named and (joined or a.quantity.number == b.quantity.number)


def _modifiers(counted: Counted) -> frozenset[str]:
    names = {name.lower() for name in counted.names}
    return frozenset(counted.modifiers) - names - ENGLISH.neutral_modifiers


def differ(a: Quantity, b: Quantity) -> bool:
    """Whether the two say different numbers: their bounds do not meet, or one hedge holds two numbers."""
    if a.number is None or b.number is None or _rounded_share(a, b):
        return False
    side = _SIDES.get(a.hedge)
    if side and side == _SIDES.get(b.hedge):
        return a.number != b.number
    if a.number == b.number and a.hedge not in ("between", "dozens") and b.hedge not in ("between", "dozens"):
        return False
    (low, high), (other_low, other_high) = _bounds(a), _bounds(b)
    return (high is not None and other_low is not None and high < other_low) or (
        other_high is not None and low is not None and other_high < low
    )


def _rounded_share(a: Quantity, b: Quantity) -> bool:
    """Whether one is a fraction that no decimals give, and the other the same rounded: a third, 33%."""
    if a.number is None or b.number is None or not a.unit == b.unit == "%":
        return False
    endless = any(int(number.as_tuple().exponent) < -DECIMALS for number in (a.number, b.number))
    return endless and abs(a.number - b.number) < 1 and _SIDES.get(a.hedge) == _SIDES.get(b.hedge)


def hedged_differently(a: Quantity, b: Quantity) -> bool:
    """Whether one is held otherwise than the other: `over 8`, `8`."""
    return a.number is not None and b.number is not None and a.hedge != b.hedge


def _bounds(quantity: Quantity) -> tuple[Decimal | None, Decimal | None]:
    low, high = quantity.low, quantity.high
    if quantity.hedge != "about" or low is None or high is None:
        return low, high
    return low - _slack(low), high + _slack(high)


def _slack(value: Decimal) -> Decimal:
    """Half a step of the last figure that is not nought, or a twentieth, whichever is more."""
    exponent = value.normalize().as_tuple().exponent
    step = Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(0)
    return max(step / 2, abs(value) * TOLERANCE)
