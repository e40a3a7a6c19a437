"""English words for units of measure, as tables. Lower case throughout."""

from __future__ import annotations


def _names(unit: str, names: str) -> dict[str, str]:
    return dict.fromkeys(names.split("|") if "|" in names else names.split(), unit)


def _areas(word: str, plural: str, key: str) -> dict[str, str]:
    squares = ("square", "sq", "sq.", "sq .")
    forms = {f"{square} {name}": f"{key}²" for square in squares for name in (word, plural)}
    return forms | {f"cubic {name}": f"{key}³" for name in (word, plural) if f"{key}³" in ("m³", "km³", "ft³")}


UNITS: dict[str, str] = {
    **_names("km", "kilometre kilometres kilometer kilometers km kms"),
    **_names("m", "metre metres meter meters"),
    **_names("cm", "centimetre centimetres centimeter centimeters cm"),
    **_names("mm", "millimetre millimetres millimeter millimeters mm"),
    **_names("mi", "mile miles"),
    **_names("ft", "foot feet ft"),
    **_names("in", "inch inches"),
    **_names("yd", "yard yards"),
    "nautical mile": "nmi", "nautical miles": "nmi",
    **_areas("kilometre", "kilometres", "km"), **_areas("kilometer", "kilometers", "km"),
    **_areas("km", "kms", "km"), **_areas("metre", "metres", "m"), **_areas("meter", "meters", "m"),
    **_areas("m", "m", "m"), **_areas("mile", "miles", "mi"), **_areas("foot", "feet", "ft"),
    "km²": "km²", "m²": "m²", "km2": "km²", "m2": "m²", "m3": "m³", "m³": "m³",
    "hectare": "ha", "hectares": "ha", "ha": "ha", "acre": "acre", "acres": "acre",
    **_names("l", "litre litres liter liters"),
    **_names("ml", "millilitre millilitres milliliter milliliters ml"),
    "gallon": "gallon", "gallons": "gallon", "barrel": "barrel", "barrels": "barrel",
    **_names("t", "tonne tonnes"),
    "metric ton": "t", "metric tons": "t", "ton": "ton", "tons": "ton",
    **_names("kg", "kilogram kilograms kilogramme kilogrammes kilo kilos kg"),
    **_names("g", "gram grams gramme grammes"),
    **_names("mg", "milligram milligrams mg"),
    "ounce": "oz", "ounces": "oz", "lb": "lb", "lbs": "lb",
    "second": "s", "seconds": "s", "minute": "min", "minutes": "min", "hour": "h", "hours": "h", "day": "day",
    "days": "day", "week": "week", "weeks": "week", "month": "month", "months": "month", "year": "year",
    "years": "year", "decade": "decade", "decades": "decade",
    "%": "%", "percent": "%", "per cent": "%", "pct": "%", "percentage point": "pp",
    "percentage points": "pp", "basis points": "bp",
    **_names("km/h", "km/h kmh kph"), **_names("mph", "mph|miles per hour|miles an hour"),
    "knots": "kn",
    **_names("km/h", "kilometres per hour|kilometers per hour|km per hour"),
    **_names("km/h", "kilometres an hour|kilometers an hour"),
    "°": "°", "degrees": "°", "degree": "°",
    **{f"{degrees} {name}": f"°{name[0].upper()}" for degrees in ("degrees", "degree", "°")
       for name in ("celsius", "fahrenheit", "centigrade", "c", "f")},
    "watts": "W", "kilowatts": "kW", "kw": "kW", "megawatts": "MW", "mw": "MW", "gigawatts": "GW", "gw": "GW",
    "kilowatt hours": "kWh", "kilowatt-hours": "kWh", "megawatt hours": "MWh", "megawatt-hours": "MWh",
    "magnitude": "magnitude",
    "point": "point", "points": "point",
}  # fmt: skip
GLUED = {unit: unit for unit in "km m cm mm ft kg g mg l ml ha t kW MW GW mph h".split()} | {
    "kph": "km/h", "km/h": "km/h", "mi": "mi", "lb": "lb", "lbs": "lb", "km²": "km²", "km2": "km²",
    "m²": "m²", "m2": "m²", "m³": "m³", "hr": "h", "hrs": "h", "min": "min", "kw": "kW",
    "mw": "MW", "gw": "GW",
}  # fmt: skip
