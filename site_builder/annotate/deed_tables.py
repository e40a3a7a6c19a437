"""What tells words from deeds where a verb of reporting has an object, as tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DeedTables:
    """Lower-case words; verbs by `Verb.lemma`."""

    objects: Mapping[str, frozenset[str]]
    """Of verbs what they bring about or are done to: `declared war`, `denied entry`, `defended their title`."""
    persons: frozenset[str]
    """Verbs that deal with a person, unless one says as what: `dismissed three officers`."""
    rulings: frozenset[str]
    """Verbs by which those in power decide: `the court rejected the appeal`."""
    powers: frozenset[str]
    """Nouns for those who decide so."""
    forces: frozenset[str]
    """Nouns for what can only do things: `the quake claimed lives`."""
