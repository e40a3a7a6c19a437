"""Units of measure, each with the base it can be turned into without rounding."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from site_builder.figures.figure import Quantity
from site_builder.strings import Strings

D = Decimal
ONE, NONE = D(1), D(0)


@dataclass(frozen=True, slots=True)
class Unit:
    """`value * factor + offset` is the value in `base`."""

    base: str
    factor: Decimal = ONE
    offset: Decimal = NONE


UNITS = {
    "mm": Unit("m", D("0.001")), "cm": Unit("m", D("0.01")), "m": Unit("m"), "km": Unit("m", D(1000)),
    "in": Unit("m", D("0.0254")), "ft": Unit("m", D("0.3048")), "yd": Unit("m", D("0.9144")),
    "mi": Unit("m", D("1609.344")), "nmi": Unit("m", D(1852)),
    "m²": Unit("m²"), "km²": Unit("m²", D(1_000_000)), "ha": Unit("m²", D(10_000)),
    "ft²": Unit("m²", D("0.09290304")), "acre": Unit("m²", D("4046.8564224")),
    "mi²": Unit("m²", D("2589988.110336")),
    "m³": Unit("m³"), "l": Unit("m³", D("0.001")), "ml": Unit("m³", D("0.000001")),
    "ft³": Unit("m³", D("0.028316846592")), "km³": Unit("m³", D(10) ** 9),
    "mg": Unit("kg", D("0.000001")), "g": Unit("kg", D("0.001")), "kg": Unit("kg"), "t": Unit("kg", D(1000)),
    "lb": Unit("kg", D("0.45359237")), "oz": Unit("kg", D("0.028349523125")),
    "s": Unit("s"), "min": Unit("s", D(60)), "h": Unit("s", D(3600)), "day": Unit("s", D(86_400)),
    "week": Unit("s", D(604_800)), "month": Unit("month"), "year": Unit("month", D(12)),
    "decade": Unit("month", D(120)),
    "km/h": Unit("km/h"), "mph": Unit("km/h", D("1.609344")), "kn": Unit("km/h", D("1.852")),
    "W": Unit("W"), "kW": Unit("W", D(1000)), "MW": Unit("W", D(10) ** 6), "GW": Unit("W", D(10) ** 9),
    "kWh": Unit("kWh"), "MWh": Unit("kWh", D(1000)),
    "°C": Unit("°C"), "°": Unit("°"), "°F": Unit("°F"),
    "%": Unit("%"), "pp": Unit("pp"), "bp": Unit("pp", D("0.01")),
    "ton": Unit("ton"), "barrel": Unit("barrel"), "gallon": Unit("gallon"), "magnitude": Unit("magnitude"),
    "point": Unit("point"),
}  # fmt: skip
"""A ton is short, long or metric as the writer pleases, a gallon British or American: each stays itself.
Months and years are not days."""

CURRENCIES = tuple(
    """$ A$ C$ NZ$ HK$ S$ € £ ¥ ₹ ₽ ₴ ₺ ₩ ₦ ₪ AED AFN AMD ARS AZN BDT BGN BHD BRL BYN CFA CHF CLP CNY COP CRC
    CUP CZK DKK DZD EGP ETB GEL GHS GTQ HRK HUF IDR IQD IRR ISK JMD JOD KES KGS KHR KPW KWD KZT LBP LKR LYD MAD
    MDL MKD MMK MNT MWK MXN MYR MZN NAD NOK NPR OMR PHP PKR PLN PYG QAR RON RSD SAR SDG SEK SOS SYP THB TJS TMT
    TND TWD TZS UGX UYU UZS VES VND XAF XOF YER ZAR ZMW""".split()
)
"""By their signs and codes."""
SHARED = tuple("crown dinar dirham franc peso riyal shilling".split())
"""Names that the currencies of several countries have, where it is not said whose it is."""
UNITS.update({unit: Unit(unit) for unit in (*CURRENCIES, *SHARED)})
CENTS = {unit: f"{unit.rstrip('$')}¢" for unit in "$ A$ C$ NZ$ HK$ S$ TWD JMD NAD €".split()}
"""Currency → what a hundredth of it is called."""
UNITS.update({cent: Unit(unit, D("0.01")) for unit, cent in CENTS.items()})

_LADDERS = {
    "m": ("km", "m", "cm", "mm"), "m²": ("km²", "m²"), "m³": ("km³", "m³", "l", "ml"),
    "kg": ("t", "kg", "g", "mg"), "s": ("day", "h", "min", "s"), "month": ("year", "month"),
    "W": ("GW", "MW", "kW", "W"),
}  # fmt: skip
"""What a base is shown in: the largest that leaves at least one."""
_WORDS = frozenset(("day", "month", "year", "ton", "barrel", "gallon", "magnitude", "point", *SHARED))


def to_base(value: Decimal, unit: str) -> Decimal:
    known = UNITS[unit]
    return value * known.factor + known.offset


def from_base(value: Decimal, unit: str) -> Decimal:
    known = UNITS[unit]
    return (value - known.offset) / known.factor


def in_words(value: Decimal, base: str) -> str:
    """`4.921 km²`, `87%`, `$5,000,000`, `2 days`, `31,248`: rounded to three decimals at most, as data has it
    whatever the language of the site."""
    shown = _unit(value, base)
    number = f"{from_base(value, shown) if shown else value:,.3f}".rstrip("0").rstrip(".")
    if shown in _WORDS:
        return f"{number} {shown}{'' if number == '1' or shown == 'magnitude' else 's'}"
    return _with_sign(number, shown, base)


def normalised(quantity: Quantity) -> str:
    """`more than 87%`, `5 to 7`, `4.921 km²`; "" for digits that cannot be read."""
    if quantity.number is None:
        return ""
    if quantity.low is not None and quantity.high is not None and quantity.low != quantity.high:
        return f"{in_words(quantity.low, quantity.unit)} to {in_words(quantity.high, quantity.unit)}"
    words = in_words(quantity.number, quantity.unit)
    return words if quantity.hedge == "exact" else f"{quantity.hedge} {words}"


def _unit(value: Decimal, base: str) -> str:
    """The unit a value is shown in."""
    return next((unit for unit in _LADDERS.get(base, ()) if abs(from_base(value, unit)) >= 1), base)


def _with_sign(number: str, shown: str, base: str) -> str:
    if base in CURRENCIES:
        return f"{shown}{number}" if not shown.isalpha() else f"{shown} {number}"
    return number + (f" {shown}" if shown[:1].isalpha() else shown)


def say_amount(strings: Strings, value: Decimal, base: str) -> str:
    """The same in the words and with the digits of the site."""
    shown = _unit(value, base)
    amount = from_base(value, shown) if shown else value
    number = _number(strings, amount)
    if shown in _WORDS:
        return strings.say_form(f"units.{shown}", _category(strings, amount), number=number)
    if shown[:1].isalpha() and base not in CURRENCIES:
        return strings.say("units.sign", number=number, unit=shown)
    return _with_sign(number, shown, base)


def say_quantity(strings: Strings, quantity: Quantity) -> str:
    """The same as `normalised` in the words of the site."""
    if quantity.number is None:
        return ""
    if quantity.low is not None and quantity.high is not None and quantity.low != quantity.high:
        low, high = (say_amount(strings, end, quantity.unit) for end in (quantity.low, quantity.high))
        return strings.say("hedges.between", low=low, high=high)
    amount = say_amount(strings, quantity.number, quantity.unit)
    return amount if quantity.hedge == "exact" else strings.say(f"hedges.{quantity.hedge}", amount=amount)


def _number(strings: Strings, value: Decimal) -> str:
    whole, _, decimals = f"{value:.3f}".rstrip("0").partition(".")
    grouped = strings.number(int(whole)) if whole != "-0" else whole
    return strings.say("numbers.decimal", whole=grouped, decimals=decimals) if decimals else grouped


def _category(strings: Strings, amount: Decimal) -> str:
    """The plural category; that of a number with decimals is `other`."""
    rounded = round(amount, 3)
    return strings.category(int(rounded)) if rounded == int(rounded) else "other"
