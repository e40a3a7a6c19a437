"""The archive's own colours: read, weighed against the paper they are to be read on, and written as CSS."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

READABLE = 4.5
"""The least contrast of text to what is behind it (WCAG 2.2, 1.4.3)."""

PAPER = {"accent": ("#fdfcf9", "#f3efe3"), "accent_dark": ("#161614", "#24231f")}
"""What each stands on: `--paper` and `--tint` of templates/static/style.css, in light and in dark."""

_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """Of links and marks, in light and in dark; "" leaves it to the style sheet."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}
    accent: str = ""
    accent_dark: str = ""


def faults(colours: Colours) -> Iterator[tuple[str, str]]:
    """The key and what is wrong: no colour, or one that cannot be read."""
    for key, papers in PAPER.items():
        given = getattr(colours, key)
        if given and not _HEX.fullmatch(given):
            yield key, f"expected a colour as #rrggbb, found {given!r}"
        elif given and (least := min(contrast(given, paper) for paper in papers)) < READABLE:
            where = "dark" if key == "accent_dark" else "light"
            message = f"expected a colour with a contrast of at least {READABLE} to the {where} page"
            yield key, f"{message}, found {given!r} with {least:.1f}"


def contrast(one: str, other: str) -> float:
    """From 1 to 21 (WCAG 2.2, "contrast ratio")."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    pairs = [digit * 2 for digit in digits] if len(digits) == 3 else re.findall("..", digits)
    parts = [int(pair, 16) / 255 for pair in pairs]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def stylesheet(colours: Colours) -> str:
    """What stands behind the style sheet, "" when nothing is set. In print links stay black."""
    light = f":root {{ --accent: {colours.accent}; }}"
    dark = f":root {{ --accent: {colours.accent_dark}; }}"
    rules = []
    if colours.accent:
        rules.append(f"@media screen and (prefers-color-scheme: light) {{ {light} }}")
    if colours.accent_dark:
        rules.append(f"@media screen and (prefers-color-scheme: dark) {{ {dark} }}")
    return "".join(f"{rule}\n" for rule in rules)
