"""The words by which two roles of one person are told to be at odds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleTables:
    """Lower-case words of offices and of the bodies they are in."""

    led: frozenset[str]
    """Bodies and offices that a field tells apart: `ministry`, `minister`."""
    kinds: frozenset[str]
    """Bodies of one kind alone, none of which speaks for another: `army`, `court`."""
    kin: tuple[frozenset[str], ...]
    """Words for what may be one body, or a part of it: `army` and `defence`."""
    vague: frozenset[str]
    """Tell of no body in particular, or of one inside another: `government`, `service`."""
    sole: frozenset[str]
    """Offices of which a place has one: `mayor`."""
