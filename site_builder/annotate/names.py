"""The names of a paragraph, each with the titles before it and what is said of its bearer beside it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from site_builder.annotate.language import Language
from site_builder.annotate.phrases import is_finite
from site_builder.annotate.titles import (
    after_office,
    is_title,
    split_titles,
    titles_before,
    without_post_nominals,
)
from site_builder.annotate.tokens import POSSESSIVES, Token

LONGEST_NAME = 12
LONGEST_JOINED = 4
"""Words of a body's name after its "and"."""
LONGEST_PURPOSE = 2
"""Words of a body's name before its "and": `the Fair Rents and Homes Trust`."""
LONGEST_DESCRIPTION = 12
LONGEST_ASIDE = 24
"""Tokens of a relative clause between a name and its verb."""
SENTENCE_ENDS = frozenset(".?!…:")
ASIDE_ENDS = frozenset(",;:—Q.?!")
NEW = tuple.__new__
"""Half the time of calling the class of a named tuple."""


class Name(NamedTuple):
    """`words`: the name alone, possessive endings off; `titles` and `description`: lower-case words.

    Letters after a name ("QC") count among its titles.
    `bare`: where the name without its titles starts. `subject`: a finite verb follows, if need be after the
    comma that closes an apposition (`a trustee, Ann Lee, asked`), or after an aside (`Ann Lee, though, asked`).
    `initial`: it opens a sentence or stands in a headline, so that a capital says little; `headline`:
    it stands in one. `bracketed`: it opens a parenthesis. `determined`: an article stands before it, and no
    noun after it. `personal`: "who" follows it.
    """

    words: tuple[str, ...]
    titles: tuple[str, ...]
    description: tuple[str, ...]
    start: int
    bare: int
    end: int
    subject: bool
    possessive: bool
    initial: bool
    headline: bool
    bracketed: bool
    determined: bool
    personal: bool


@lru_cache(maxsize=1 << 14)
def without_possessive(word: str) -> str:
    if word.endswith(POSSESSIVES):
        return word[:-2]
    return word.rstrip("’'")


def _run_end(tokens: list[Token], start: int, language: Language) -> int:
    """The token after a run of capitalised words, with particles of surnames and "Ministry of" between them."""
    at = start + 1
    while at < len(tokens) and at - start < LONGEST_NAME:
        token = tokens[at]
        if tokens[at - 1].lower.endswith(POSSESSIVES):
            break
        if token.tag == "N" and token.lower not in language.grammar.body_links:
            at += 1
            continue
        named = _is_named(tokens, at + 1)
        of_body = token.lower in language.grammar.body_links and _may_go_on(tokens, start, at, language)
        of_body = of_body or _goes_on_in_capitals(tokens, at, language)
        if of_body and tokens[at + 1 : at + 2] and tokens[at + 1].lower in language.grammar.articles:
            named = _is_named(tokens, at + 2)
            at += named
        if not named and _are_particles(tokens[at : at + 2], language):
            named = _is_named(tokens, at + 2)
            at += named
        joined = token.tag == "C" and _joins_body(tokens, start, at, language)
        linked = of_body or joined or token.lower in language.surname_particles
        if token.tag != "N" and not (named and linked):
            break
        at += 1
    return at


def _are_particles(tokens: list[Token], language: Language) -> bool:
    """Whether both tokens are particles of a surname: `von der Aue`."""
    return len(tokens) == 2 and all(token.lower in language.surname_particles for token in tokens)


def _is_named(tokens: list[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].tag == "N"


def _may_go_on(tokens: list[Token], start: int, at: int, language: Language) -> bool:
    """Whether "of" or "for" at `at` goes on with the name of a body: `Society for the Care of Owls`."""
    before = tokens[at - 1].lower
    if before in language.body_nouns:
        return True
    inside = at - 1 == start > 0 and tokens[start - 1].tag not in SENTENCE_ENDS
    if inside and before in language.singulars:
        return True  # "the group Friends of the River"
    linked = any(token.lower in language.grammar.body_links for token in tokens[start:at])
    return linked and tokens[at].lower in language.grammar.of


def _goes_on_in_capitals(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether a preposition with a capital goes on with the name of a body: `Committee Against Torture`."""
    written = tokens[at].tag == "I" and tokens[at].text.istitle()
    return written and tokens[at - 1].tag == "N" and tokens[at - 1].lower in language.body_nouns


def _joins_body(tokens: list[Token], start: int, at: int, language: Language) -> bool:
    """Whether the "and" at `at` stands inside a body's name, and not between two names.

    So it does in `Ministry of Health and Social Affairs`, `the Food and Drug Administration` and, of words for
    what a body is for, `Health and Safety Executive`.
    """
    if tokens[at].lower not in language.grammar.conjunction:
        return False
    end = at + 1
    while end < len(tokens) and tokens[end].tag == "N" and end - at < LONGEST_JOINED:
        end += 1
    last = tokens[end - 1].lower
    closed = end - at > 2 and last in language.departments
    purpose = end - at == 2 and last in language.body_purposes
    after = tokens[at + 1 : end - (closed or purpose)]
    if any(_stands_alone(token, language) for token in (*tokens[start:at], *after)):
        return False
    if tokens[start].lower in language.departments:
        linked = any(token.lower in language.grammar.body_links for token in tokens[start:at])
        return linked and (purpose or not is_title(last, language)) and last not in language.body_nouns
    before = [token.lower for token in tokens[start:at]]
    article = start > 0 and tokens[start - 1].lower in language.grammar.articles
    short = article and len(before) <= LONGEST_PURPOSE and language.body_nouns.isdisjoint(before)
    return closed and (short or language.body_purposes.issuperset(before))


def _stands_alone(token: Token, language: Language) -> bool:
    """Whether the word names somebody by itself: `the Department of Justice and FBI`."""
    lower = token.lower
    acronym = len(token.text) > 1 and token.text.isupper()
    return acronym or lower in language.given_names or is_title(lower, language) or lower.endswith(POSSESSIVES)


def _description(tokens: list[Token], end: int, language: Language) -> tuple[str, ...]:
    """The words beside a name that say what the bearer is: `a spokesman for the Port`, `58-year-old`.

    After the first preposition only names: whose spokesman, not whose wife.
    """
    if end + 1 >= len(tokens) or tokens[end].tag not in ",(":
        return ()
    if tokens[end + 1].text.isdecimal():
        aged = f"{tokens[end + 1].text}{language.age_ending}"
        closed = end + 2 < len(tokens) and tokens[end + 2].tag in ",.)"
        return (aged, *_description(tokens, end + 2, language)) if closed else ()
    if tokens[end + 1].tag == "R" and end + 2 < len(tokens):
        end += 1  # "Ann Lee, now a pundit"
    if tokens[end + 1].tag not in "DwN":
        return ()
    words: list[str] = []
    within = False
    for at in range(end + 1, min(len(tokens), end + 1 + LONGEST_DESCRIPTION)):
        token = tokens[at]
        if token.tag in ",.;:)QS":
            break
        if is_finite(tokens, at, language):
            if tokens[end + 1].tag == "D":
                return ()
            break
        within = within or token.tag == "I"
        if not within or (token.tag == "N" and not is_title(token.lower, language)):
            words.append(token.lower)
    return tuple(words) if any(tells_what(word, language) for word in words) else ()


def _body_before(tokens: list[Token], at: int, titled: int, end: int, language: Language) -> tuple[str, ...]:
    """The noun for a body right before a name: `environmental group Clear Tarn`."""
    goes_on = end < len(tokens) and tokens[end].tag == "T" and tokens[end].text[0].isupper()
    if at == 0 or titled != at or tokens[at - 1].tag != "w" or goes_on:
        return ()
    lower = tokens[at - 1].lower
    return (lower,) if lower in language.body_nouns else ()


def tells_what(lower: str, language: Language) -> bool:
    """Whether the word says what somebody is: a title, or a noun for a body."""
    return is_title(lower, language) or lower in language.body_nouns


def _is_subject(tokens: list[Token], start: int, end: int, language: Language) -> bool:
    if end + 3 < len(tokens) and tokens[end].tag == tokens[end + 2].tag == "," and tokens[end + 1].tag == "#":
        end += 3
    if end + 1 < len(tokens) and tokens[end].tag == "," and start > 1 and tokens[start - 1].tag == ",":
        end += is_title(tokens[start - 2].lower, language)
    end = _behind_aside(tokens, end, language)
    return end < len(tokens) and is_finite(tokens, end, language)


def _behind_aside(tokens: list[Token], end: int, language: Language) -> int:
    """The token after an aside between a name and its verb: `Lee, though, left`, `Lee, who sat there, left`."""
    if end + 3 >= len(tokens) or tokens[end].tag != ",":
        return end
    aside = tokens[end + 1]
    if tokens[end + 2].tag == "," and aside.tag in "RS":
        return end + 3
    if aside.lower not in language.grammar.personal_relatives:
        return end
    reach = range(end + 2, min(len(tokens), end + LONGEST_ASIDE))
    close = next((at for at in reach if tokens[at].tag in ASIDE_ENDS), None)
    return close + 1 if close is not None and tokens[close].tag == "," else end


def _is_joined(tokens: list[Token], start: int, language: Language) -> bool:
    """Whether the name is the last of several, whom a verb after it tells of together: `Lee and Moss left`."""
    if start < 2 or tokens[start - 1].lower not in language.grammar.conjunction:
        return False
    return tokens[start - 2].tag == "N"


def _is_who(tokens: list[Token], end: int, language: Language) -> bool:
    if end + 1 >= len(tokens) or tokens[end].tag not in ",—":
        return False
    return tokens[end + 1].lower in language.grammar.personal_relatives


def find_names(tokens: list[Token], language: Language, *, headline: bool = False) -> Iterator[Name]:
    """Every run of capitalised words outside quotation marks, in order."""
    end, articles, size = 0, language.grammar.articles, len(tokens)
    goes_on = _links(language)
    for at in [at for at, token in enumerate(tokens) if token.tag == "N"]:
        if at < end:
            continue
        end = named = at + 1
        titled = at
        if end < size and (tokens[end].tag in "NC" or tokens[end].lower in goes_on):
            end = named = _run_end(tokens, at, language)
        if end > at + 1:
            named = at + len(without_post_nominals(tokens[at:end], language))
            titled = at + split_titles(tokens[at:named], language)
            titled = max(titled, after_office(tokens, at, named, language))
        after = tokens[end] if end < size else None
        followed = after is not None and after.tag in "wN#" and not is_finite(tokens, end, language)
        first = at if followed and named - at == 1 else titles_before(tokens, at, language)
        titles = (*tokens[first:titled], *tokens[named:end])
        last, before = tokens[end - 1], tokens[at - 1] if at else None
        values = (
            tuple([without_possessive(token.text) for token in tokens[titled:named]]),
            tuple([token.lower for token in titles if token.tag != ","]) if titles else (),
            _body_before(tokens, at, titled, end, language) or _description(tokens, end, language),
            min(titles[0].start, tokens[at].start) if titles else tokens[at].start,
            tokens[titled].start,
            last.end,
            _is_subject(tokens, at, end, language) and not _is_joined(tokens, first, language),
            last.lower.endswith(POSSESSIVES) or (after is not None and after.tag in "’'"),
            headline or before is None or before.tag in SENTENCE_ENDS,
            headline,
            before is not None and before.tag == "(",
            before is not None and before.lower in articles and not followed,
            _is_who(tokens, end, language),
        )
        if titled - at > 1 and (body := _body_in_office(tokens, at, titled, language)) is not None:
            yield body
        yield NEW(Name, values)


def _body_in_office(tokens: list[Token], start: int, end: int, language: Language) -> Name | None:
    """The body whose office is told before a name: `chief of the Sarre Rescue Center General Ann Lee`."""
    if start == 0 or tokens[start - 1].lower not in language.grammar.articles:
        return None
    while end > start and tokens[end - 1].lower not in language.body_nouns:
        end -= 1
    if end - start < 2:
        return None
    words = tuple(without_possessive(token.text) for token in tokens[start:end])
    first, last = tokens[start].start, tokens[end - 1].end
    return Name(words, (), (), first, first, last, False, False, False, False, False, True, False)


@lru_cache(maxsize=8)
def _links(language: Language) -> frozenset[str]:
    """Words in small letters that may go on with a name."""
    return language.grammar.body_links | language.surname_particles
