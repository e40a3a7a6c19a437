"""`templates/strings/LANG.yaml`: the texts of a language, checked against English and put together.

The English file says which texts there are, and which of them are plurals or lists. What a language leaves
out is said in English; an archive's own file of the same name changes single texts, or adds a language.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from site_builder.digest import key_of
from site_builder.errors import InputError, Problem
from site_builder.fields import Data, read
from site_builder.slips import suggestion
from site_builder.strings import CATEGORIES, RULE, Strings, Text, places

HEADER = "language"
NAMED = 5
"""Missing texts that a problem names."""
EXPECTED = {str: "a text", dict: "a text for each plural category, `other` among them", list: "a list"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """`name` is what the language calls itself. `plurals`: category → CLDR's rule for whole numbers."""

    name: str
    direction: Literal["ltr", "rtl"] = "ltr"
    plurals: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A file as it was read: `header` is None where it only changes texts of a language that is there."""

    data: Data
    header: Header | None
    texts: Mapping[str, Text]


def names(tag: str) -> tuple[str, ...]:
    """The files that may hold a language, the nearest first: `pt-BR`, then `pt`."""
    return tuple(dict.fromkeys((tag, tag.partition("-")[0])))


def parse_language(data: Data) -> Language:
    """Raises InputError when it is no mapping, or its header is none."""
    if not isinstance(data.value, dict):
        raise InputError([data.problem((), "expected a mapping of keys to texts, found something else")])
    header = None
    if data.value.get(HEADER):
        header, unknown = read(Header, data.part(HEADER))
        if faults := [*unknown, *_faults_of_rules(data, header)]:
            raise InputError(faults)
    below = {key: value for key, value in data.value.items() if key != HEADER}
    return Language(data=data, header=header, texts=dict(_flat(below, ())))


def _faults_of_rules(data: Data, header: Header) -> Iterator[Problem]:
    for category, rule in header.plurals.items():
        if category not in CATEGORIES[:-1]:
            known = ", ".join(CATEGORIES[:-1])
            yield data.problem((HEADER, "plurals", category), f"expected one of {known}, found {category!r}")
        elif not RULE.fullmatch(rule):
            message = f"expected a rule such as 'n % 10 = 2..4 and n != 12', found {rule!r}"
            yield data.problem((HEADER, "plurals", category), message)


def _flat(value: Mapping[str, Any], above: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    for name, inside in value.items():
        if isinstance(inside, dict) and not set(inside) <= set(CATEGORIES):
            yield from _flat(inside, (*above, name))
        else:
            yield ".".join((*above, name)), inside


def make_strings(tag: str, layers: Sequence[Language]) -> tuple[Strings, tuple[Problem, ...]]:
    """The texts of the layers, later ones over earlier ones, the first of which is English; and what is wrong
    with them: a text that cannot be used is left out. Raises InputError when no layer says what it is."""
    english, *others = layers
    texts, problems = dict(english.texts), list[Problem]()
    given = set(english.texts) if _is_english(tag) else set[str]()
    for language in others:
        for key, text in language.texts.items():
            if fault := _fault(key, text, english.texts):
                problems.append(language.data.problem(tuple(key.split(".")), fault))
            else:
                texts[key] = (
                    {"other": text} if isinstance(text, str) and isinstance(texts[key], Mapping) else text
                )
                given.add(key)
    if missing := [key for key in english.texts if key not in given]:
        problems.append(_missing(others[-1].data.path, missing))
    header = next(
        (layer.header for layer in reversed(layers if _is_english(tag) else others) if layer.header), None
    )
    if header is None:
        raise InputError([layers[-1].data.problem((), f"expected the key {HEADER!r}, found none")])
    rules = tuple((name, header.plurals[name]) for name in CATEGORIES if name in header.plurals)
    digest = key_of(tag, header.direction, rules, sorted(texts.items()))
    return Strings(language=tag, direction=header.direction, plurals=rules, digest=digest, texts=texts), tuple(
        problems
    )


def _is_english(tag: str) -> bool:
    return tag.partition("-")[0] == "en"


def _missing(path: str, keys: Sequence[str]) -> Problem:
    named = ", ".join(keys[:NAMED]) + (", …" if len(keys) > NAMED else "")
    message = f"expected all texts, found {len(keys)} missing, which are said in English: {named}"
    return Problem(path, 0, 0, message, "warning")


def _fault(key: str, text: object, english: Mapping[str, Text]) -> str:
    """What is wrong with a text; "" if nothing is."""
    if key not in english:
        return f"expected a known text, found {key!r}{suggestion(key, english)}"
    wanted = english[key]
    if not _alike(text, wanted):
        found = "nothing" if text is None else repr(text)[:80]
        return f"expected {EXPECTED[type(wanted)]}, found {found}"
    return _fault_of_places(text, wanted)


def _alike(text: object, wanted: Text) -> bool:
    if isinstance(wanted, list):
        return isinstance(text, list) and len(text) == len(wanted) and all(isinstance(one, str) for one in text)
    if isinstance(wanted, dict) and isinstance(text, dict):
        return "other" in text and all(isinstance(one, str) for one in text.values())
    return isinstance(text, str)


def _fault_of_places(text: Any, wanted: Text) -> str:
    """A text has the places of the English one; of a plural the other forms may leave some out."""
    whole = text["other"] if isinstance(text, dict) else text
    if places(whole) == places(wanted) >= places(text):
        return ""
    shown = " ".join(f"{{{name}}}" for name in sorted(places(wanted))) or "none"
    found = " ".join(f"{{{name}}}" for name in sorted(places(text))) or "none"
    return f"expected the places {shown}, found {found}"
