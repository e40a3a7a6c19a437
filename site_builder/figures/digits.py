"""Digits with separators, as written in news: `1,500`, `1 500`, `1.500.000,50`, `2½`, and what is none."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from site_builder.figures.faults import Fault

LONGEST = 24
"""Characters of a number; what is longer is an identifier."""

_HALVES = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅛": "0.125"}
_PLAIN = re.compile(r"\d{1,15}")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,6})?|\d{1,15}\.\d{1,6}")
_INDIAN = re.compile(r"\d{1,2}(?:,\d\d){1,5},\d{3}")
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3}){2,5}(?:,\d{1,2})?|\d{1,3}\.\d{3},\d{1,2}")
_COMMAS = re.compile(r"(\d{1,15})((?:,\d{1,15}){1,6})(\.\d{1,6})?")


class Digits(NamedTuple):
    """`value` is None for what cannot be read; `fault` says what is wrong, None if nothing is. A value with a
    fault is the one way to read it."""

    value: Decimal | None
    fault: Fault | None = None


def read_digits(text: str, measured: bool = False) -> Digits | None:
    """The number that digits and separators stand for; None if they are no number (`2.5.1`, `007`).

    `measured`: a unit follows, so that a decimal comma makes sense: `3,5 km`.
    """
    if len(text) > LONGEST:
        return None
    half = _HALVES.get(text[-1:])
    if half:
        whole = _PLAIN.fullmatch(text[:-1] or "0")
        return Digits(Decimal(whole[0]) + Decimal(half)) if whole else None
    if len(text) > 1 and text[0] == "0" and text[1] not in ".,":
        return None
    if not text.isascii():
        return None
    if _PLAIN.fullmatch(text):
        return Digits(Decimal(text))
    if _ENGLISH.fullmatch(text) or _INDIAN.fullmatch(text):
        return _english(text, measured)
    if _EUROPEAN.fullmatch(text):
        return Digits(Decimal(text.replace(".", "").replace(",", ".")))
    commas = _COMMAS.fullmatch(text)
    return _malformed(commas, measured) if commas else None


def _english(text: str, measured: bool) -> Digits:
    value = Decimal(text.replace(",", ""))
    whole, _, decimals = text.partition(".")
    if len(decimals) == 3 and len(whole) <= 3 and whole != "0" and not measured:
        either = Fault("either", text, one=f"{whole},{decimals}", other=str(value.normalize()))
        return Digits(None, either)
    return Digits(value)


def _malformed(commas: re.Match[str], measured: bool) -> Digits:
    """`31,00`, `1,5000`: digits after a comma that are not three."""
    text, whole, rest = commas[0], commas[1], commas[2]
    groups = rest[1:].split(",")
    wrong = next((group for group in groups if len(group) != 3), "")
    if not wrong:
        return Digits(None, Fault("before_comma", text, len(whole)))
    if len(groups) > 1 or commas[3] or len(wrong) > 2:
        return Digits(None, Fault("after_comma", text, len(wrong)))
    decimal = Decimal(f"{whole}.{wrong}")
    if measured:
        return Digits(decimal, Fault("after_comma_read", text, len(wrong), other=str(decimal)))
    return Digits(None, Fault("after_comma_would", text, len(wrong), other=str(decimal)))
