"""What in the outlet's own voice looks like somebody's words, where no rule found a statement."""

from __future__ import annotations

from site_builder.annotate.discourse import SHORTEST_SPEECH, is_work
from site_builder.annotate.language import Language
from site_builder.annotate.quotes import Quote, find_quotes
from site_builder.annotate.tokens import Token, tokenise
from site_builder.model import Span

AROUND = 3
"""Tokens before a verb of saying and after it that are shown."""


def signs_of_speech(words: str, language: Language | None) -> str:
    """The first quotation of more than a few words in a passage, or the first name beside a verb of saying;
    "" where there is neither. In a language without tables only quotations are looked for."""
    span = Span(0, len(words))
    (quotes,) = find_quotes(words, (span,))
    for quote in quotes:
        if _is_speech(words, quote):
            return words[slice(*quote.span)]
    if language is None:
        return ""
    tokens = tokenise(words, span, quotes, language)
    at = next((at for at in range(len(tokens)) if _says(tokens, at, language)), None)
    if at is None:
        return ""
    around = words[tokens[max(0, at - AROUND)].start : tokens[min(len(tokens) - 1, at + AROUND)].end]
    return around.strip(" \n,;:.—–")


def _is_speech(words: str, quote: Quote) -> bool:
    quoted = words[slice(*quote.span)].split()
    return len(quoted) >= SHORTEST_SPEECH and not is_work(quoted)


def _says(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether a verb of saying stands at `at`, with a name or a personal pronoun beside it."""
    form = language.verbs.get(tokens[at].lower)
    if form is None or form.form not in ("past", "s") or form.noun:
        return False
    if not (form.verb.plain and form.verb.quote and form.verb.clause):
        return False
    before = at - 1
    while before >= 0 and tokens[before].tag in "AR":
        if tokens[before].lower in language.grammar.be:
            return False
        before -= 1
    subject = before >= 0 and (tokens[before].tag == "N" or tokens[before].lower in language.pronouns)
    return subject or (at + 1 < len(tokens) and tokens[at + 1].tag == "N" and tokens[at].tag == "w")
