"""Where sentences end, a passage in quotation marks being never cut."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.annotate.language import Language
from site_builder.annotate.phrases import QUOTE_MARKS, is_finite, noun_phrase_end
from site_builder.annotate.quotes import find_quotes
from site_builder.annotate.tokens import EMPHASIS, Token, tokenise
from site_builder.model import Span

LONGEST = 160
"""Tokens after which a sentence ends whatever follows, so that work on one sentence is bounded."""
ENDS = frozenset(".!?…")
CLOSERS = frozenset(')]"”»’')
MAY_END = ENDS | CLOSERS | EMPHASIS
"""The last character of any token that may end a sentence, but for a passage in quotation marks."""
SHORT = 500
"""Characters up to which it is worth a look whether a paragraph is one sentence."""
BREAK = re.compile(r"[!?…]|\.(?!\w)|(?<!\w)\.")
"""At the end of every sentence of such a paragraph."""
LAST = re.compile(r"[.!?…](?:[\"”»’]?[)\]]?|[)\]][\"”»’])$")
SENTENCE_REACH = 300
"""Characters before a place in which the sentence before it begins."""
CUE_REACH = 5
"""Within so many tokens after a quoted question its "he asked" is looked for."""
CUE_AT_END = 12
"""The same for one that ends the sentence: `the head of the Karsk Post asked her.`"""


def _quote_ends_sentence(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether the quoted passage `at` ends its sentence: `"Why not? I like it." The mayor …`."""
    last = tokens[at].text.rstrip(QUOTE_MARKS)[-1:]
    if last not in ENDS:
        return False
    following = tokens[at + 1 : at + 1 + CUE_AT_END]
    if following[0].lower in language.verbs and following[0].text[0].isupper():
        return True  # “No.” Asked why, he left.
    if last == "." and (following[0].tag == "Q" or following[0].lower not in language.verbs):
        return True
    for ahead, token in enumerate(following):
        if token.tag in ENDS or token.tag in ",;:Q":
            break
        if token.lower in language.verbs and not token.text[0].isupper():
            return ahead >= CUE_REACH and not _closes(following[ahead + 1 :])
    return True


def _closes(tokens: list[Token]) -> bool:
    """Whether a sentence is over, but for whom was spoken to."""
    rest = [token.tag for token in tokens[:2]]
    return rest[:1] == ["."] or rest in (["P", "."], ["D", "."])


def _ends(tokens: list[Token], at: int, language: Language) -> bool:
    token, following = tokens[at], tokens[at + 1]
    if token.tag == "Q":
        opens = following.tag in "Q#" or following.text[0].isupper()
        return opens and _quote_ends_sentence(tokens, at, language)
    if following.text[0].islower():
        return False
    if token.tag in EMPHASIS:
        return at > 0 and tokens[at - 1].tag in ENDS and tokens[at - 1].end == token.start
    if following.tag in EMPHASIS and following.start == token.end:
        return False
    if token.tag in ENDS:
        return following.tag not in CLOSERS and following.tag not in ENDS
    if token.tag in CLOSERS:
        return at > 0 and tokens[at - 1].tag in ENDS
    if not token.text.endswith("."):
        return False
    if token.lower in language.grammar.halves_of_day and following.tag == "N":
        return at + 2 < len(tokens) and is_finite(tokens, at + 2, language)  # "9 a.m. Moss had left"
    closes = token.lower.rstrip(".") in language.closing_abbreviations
    return closes and following.tag in "DPSQ" and following.text.lstrip(QUOTE_MARKS)[:1].isupper()


def sentence_ranges(tokens: list[Token], language: Language) -> Iterator[tuple[int, int]]:
    """Token ranges of the sentences of one paragraph; together they are all of its tokens."""
    start = 0
    for at, token in enumerate(tokens[:-1]):
        may_end = token.tag == "Q" or token.text[-1] in MAY_END
        if (may_end and _ends(tokens, at, language)) or at - start >= LONGEST:
            yield start, at + 1
            start = at + 1
    if start < len(tokens):
        yield start, len(tokens)


def sentences(text: str, span: Span, language: Language) -> tuple[Span, ...]:
    """The sentences of a paragraph, without the blanks around them."""
    if 0 < span.end - span.start <= SHORT:
        words = text[slice(*span)]
        if words == words.strip() and not BREAK.search(LAST.sub("", words)):
            return (span,)
    (quotes,) = find_quotes(text, (span,))
    tokens = tokenise(text, span, quotes, language)
    return tuple(
        Span(tokens[start].start, tokens[end - 1].end) for start, end in sentence_ranges(tokens, language)
    )


def opening_phrase(text: str, at: int, language: Language) -> list[Token]:
    """The noun phrase that opens the sentence before the character `at`, of the same paragraph."""
    start = text.rfind("\n", max(0, at - SENTENCE_REACH), at) + 1
    return _last_sentence(text, start, at, language)[1]


def sentence_before(text: str, at: int, language: Language) -> tuple[list[Token], list[Token]]:
    """The sentence before the character `at`, of the paragraph before if need be, and its opening phrase."""
    while at > 0 and text[at - 1].isspace():
        at -= 1
    start = text.rfind("\n", max(0, at - SENTENCE_REACH), at) + 1
    return _last_sentence(text, start, at, language)


def _last_sentence(text: str, start: int, at: int, language: Language) -> tuple[list[Token], list[Token]]:
    """The last sentence before `at` and its opening noun phrase; none that begins too far before it.

    `start`: where the paragraph begins, 0 if that is too far.
    """
    floor = max(0, at - SENTENCE_REACH)
    tokens = tokenise(text, Span(max(start, floor), at), (), language)
    ranges = list(sentence_ranges(tokens, language))
    if not ranges or (start <= floor and len(ranges) == 1):
        return [], []
    first = ranges[-1][0]
    return tokens[first:], tokens[first : noun_phrase_end(tokens, first, language)]
