"""What somebody says over the end of a sentence: `Lee said it would fall. It would take the road with it.`"""

from __future__ import annotations

from site_builder.annotate.language import Language
from site_builder.annotate.phrases import Sentence, is_finite
from site_builder.annotate.reports import Report, spans_of
from site_builder.annotate.tokens import Token, tokenise
from site_builder.model import Span

CARRIED = frozenset(("clause", "parenthesis", "according to"))
"""Rules of reports in whose words a verb tells what is to come."""


def carried_over(sentence: Sentence, last: Report | None) -> tuple[Span, ...]:
    """The words of a sentence without a cue, as what `last`, of the sentence before, goes on to say; () if they
    need not be: only `would`, in both, is sure to be somebody's word and no fact of the outlet's."""
    if last is None or last.rule not in CARRIED or last.attitude or last.turn:
        return ()
    tokens, language = sentence.tokens, sentence.language
    if any(token.tag in "Q?:;" for token in tokens):
        return ()
    if _first_verb(tokens, language) not in language.grammar.to_come:
        return ()
    before = sentence.text[slice(*last.spans[-1])]
    told = tokenise(before, Span(0, len(before)), (), language)
    if language.grammar.to_come.isdisjoint(token.lower for token in told):
        return ()
    return spans_of(sentence, (0, len(tokens)))


def may_be_carried_over(words: str, language: Language) -> bool:
    """Whether a passage of the outlet's own, behind somebody's words, may go on with them: it opens with `it`
    or `they`, or tells of what was over by then: `Two houses had been washed away`."""
    tokens = tokenise(words, Span(0, len(words)), (), language)
    if not tokens:
        return False
    if tokens[0].lower in language.pronouns_of_bodies | language.grammar.pointers:
        return True
    return _first_verb(tokens, language) in language.grammar.to_come | language.grammar.pluperfect


def _first_verb(tokens: list[Token], language: Language) -> str:
    """The first finite verb, in small letters; "" if there is none."""
    return next((token.lower for at, token in enumerate(tokens) if is_finite(tokens, at, language)), "")
