"""What can be wrong with a number, as a value that a site says in its own language."""

from __future__ import annotations

from typing import Literal, NamedTuple

from site_builder.strings import Strings

Kind = Literal[
    "either", "before_comma", "after_comma", "after_comma_read", "after_comma_would",
    "more_than_all", "part_of", "other_unit",
]  # fmt: skip


class Fault(NamedTuple):
    """`written` is the number as it stands. `digits`: how many there are where thousands have another number
    of them; `one` and `other` are what it may be, or what it is held against."""

    kind: Kind
    written: str
    digits: int = 0
    one: str = ""
    other: str = ""


def say_fault(strings: Strings, fault: Fault) -> str:
    """`“31,00” has two digits after a comma, where thousands have three`."""
    values = {"written": fault.written, "one": fault.one, "other": fault.other}
    given = {name: value for name, value in values.items() if value}
    if not fault.digits:
        return strings.say(f"faults.{fault.kind}", **given)
    if fault.kind == "before_comma":
        return strings.say("faults.before_comma", fault.digits, **given)
    few = strings.words("faults.digits")
    count = (
        few[fault.digits - 1] if fault.digits <= len(few) else strings.say("faults.many_digits", fault.digits)
    )
    return strings.say(f"faults.{fault.kind}", count=count, **given)
