"""The words that name a speaker, taken apart: head, office beside a name, whether several are named."""

from __future__ import annotations

from site_builder.annotate.language import Language
from site_builder.annotate.names import find_names
from site_builder.annotate.phrases import is_person_or_body
from site_builder.annotate.titles import is_occupation, is_title
from site_builder.annotate.tokens import Token


def head_of(tokens: list[Token], language: Language) -> list[Token]:
    """The phrase up to the first preposition or relative pronoun that is not inside a name.

    All of it where a person's name follows: `Leader of the House Ann Lee`.
    """
    if not any(token.tag in "IS" for token in tokens):
        return tokens
    names = list(find_names(tokens, language))
    for at, token in enumerate(tokens):
        inside = any(name.bare < token.start < name.end for name in names)
        if token.tag in "IS" and token.text.islower() and not inside:
            titled = token.tag == "I" and at > 0 and is_title(tokens[at - 1].lower, language)
            last = names[-1] if names and names[-1].end == tokens[-1].end else None
            given = last is not None and last.words[0].lower() in language.given_names
            person = last is not None and len(last.words) > 1 and (given or bool(last.titles))
            if last is None or not (titled and person) or _is_whose(tokens[at + 1 :], last.bare, language):
                return tokens[:at]
            return tokens
    return tokens


def _is_whose(tokens: list[Token], bare: int, language: Language) -> bool:
    """Whether the name that starts at `bare` is whose somebody is: `a spokesman for President Ann Lee`, and
    not who holds an office: `head of the Harbour Centre Rear Admiral Ann Lee`."""
    between = [token.lower for token in tokens if token.start < bare and token.tag != "D"]
    while between and between[-1] in language.ranks:
        between.pop()
    return not between or is_title(between[-1], language)


def office_before(text: str, head: list[Token], bare: int, language: Language) -> str | None:
    """The words of a phrase before the name; ranks and forms of address after an office left off."""
    titles = [token for token in head if token.start < bare]
    ranks = len(titles) > 1 and all(token.lower in language.ranks for token in titles)
    if ranks and titles[-2].lower not in language.compound_ranks.get(titles[-1].lower, ()):
        return None  # "Major General", and not "Detective Sergeant"
    while len(titles) > 1 and titles[-1].lower in language.ranks:
        before, rank = titles[-2].lower, titles[-1].lower
        if titles[-1].tag == "w" and titles[-2].tag == "N":
            break  # "SDF commander"
        if before in language.compound_ranks.get(rank, ()):
            return text[titles[0].start : titles[-1].end]
        if before in language.generals and rank not in language.honorifics:
            break
        titles.pop()
    occupied = titles and head[0].lower not in language.grammar.indefinite_articles
    if occupied and is_occupation(titles[-1], next(t for t in head if t.start >= bare), language):
        return text[titles[0].start : titles[-1].end]
    # "Minister of State for Rural Affairs": the office is the noun before its first preposition.
    office = titles[: next((at for at, token in enumerate(titles) if token.tag == "I"), len(titles))]
    general = len(office) > 1 and office[-2].lower in language.generals
    if not office or not (general or any(_is_office(last, language) for last in (office[-1], titles[-1]))):
        return None
    return text[titles[0].start : titles[-1].end]


def _is_office(token: Token, language: Language) -> bool:
    """Whether the word is an office, and no rank: `secretary-general`."""
    first = token.lower.partition("-")[0]
    joined = first != token.lower and first in language.person_nouns and is_title(token.lower, language)
    return joined or token.text in language.initial_offices or language.person_noun(token.lower) is not None


def office_alone(text: str, tokens: list[Token], language: Language) -> str | None:
    """The office that a phrase without a name consists of, its article left off; a number of people stays.

    It stands before the first preposition: `works at the site as a guard` is none. Nor is `two people`.
    """
    start = tokens[0].start if tokens and tokens[0].lower in language.grammar.counting else None
    if tokens and tokens[0].tag == "D":
        tokens = tokens[1:]
    aged = bool(tokens) and tokens[0].lower.endswith(language.age_ending)
    if not tokens or not (tokens[0].tag in "wN" or aged):
        return None
    end = next((at for at, token in enumerate(tokens) if token.tag in "IS"), len(tokens))
    head = tokens if aged else tokens[:end]
    if head[-1].lower in language.documents | language.evidence:
        return None  # "official figures"
    offices = [token.lower for token in head if language.person_noun(token.lower) is not None]
    if not offices or offices[-1] in language.unspecific:
        return None
    return text[start or tokens[0].start : tokens[-1].end]


def _joins_offices(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether the "and" at `at` joins two offices of one person: `club chairman and party leader Ann Lee`."""
    if not 0 < at < len(tokens) - 1:
        return False
    office, following = tokens[at - 1], tokens[at + 1]
    written = office.tag == "w" or (at > 1 and all(token.tag == "N" for token in tokens[:at]))
    single = written and office.lower in language.person_nouns
    return single and (following.tag == "w" or is_title(following.lower, language))


def are_several(tokens: list[Token], language: Language) -> bool:
    """Whether the phrase joins a name and another speaker: `Ann Lee and Colin Moss`."""
    if not any(token.lower in language.grammar.conjunction for token in tokens):
        return False
    names = [name for name in find_names(tokens, language) if name.words]
    for at, token in enumerate(tokens):
        if token.tag in "IS":
            return False
        if token.lower not in language.grammar.conjunction or _joins_offices(tokens, at, language):
            continue
        before = any(
            name.end <= token.start
            and not is_title(name.words[-1].lower(), language)
            and name.words[-1].lower() not in language.portfolios
            for name in names
        )
        inside = any(name.start < token.start < name.end for name in names)
        after = any(t.tag == "N" or is_person_or_body(t.lower, language) for t in tokens[at + 1 :])
        return before and after and not inside
    return False
