"""The tables an article is read by, of the language that its tag names."""

from __future__ import annotations

from site_builder.annotate.english import ENGLISH, ENGLISH_WITH_ATTITUDES
from site_builder.annotate.language import Language

LANGUAGES = {"en": (ENGLISH, ENGLISH_WITH_ATTITUDES)}
"""Of each language its tables without and with verbs of attitude."""
UNKNOWN = "und"
"""The tag of a text too short to tell its language: it is read as English, as one without a tag is."""


def language_of(tag: str, *, attitudes: bool = False) -> Language | None:
    """The tables for a BCP 47 tag; None for a language that has none."""
    tables = LANGUAGES.get("en" if tag in ("", UNKNOWN) else tag.partition("-")[0])
    return tables[attitudes] if tables else None


def language_like(tag: str) -> Language:
    """The tables for a tag, those of English for a language that has none: what they have in common, such as
    where sentences end, is better than nothing."""
    return language_of(tag) or ENGLISH
