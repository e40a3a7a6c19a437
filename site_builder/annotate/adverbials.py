"""Times, places and asides between a verb of reporting and what was said, or after it."""

from __future__ import annotations

from site_builder.annotate.language import Language
from site_builder.annotate.new_reports import is_occasion
from site_builder.annotate.phrases import (
    Sentence,
    is_finite,
    is_subject,
    is_year,
    noun_phrase_end,
)
from site_builder.annotate.tokens import Token

LONGEST_ADVERBIAL = 16
LONGEST_OCCASION = 10
LONGEST_SPAN = 5
"""Tokens of a span of time with the word that closes it: `just over two years ago`."""


def _leads(tokens: list[Token], at: int) -> bool:
    """Whether the adverb belongs to what was said: `said further trials were planned`, `said there was`."""
    return at + 1 < len(tokens) and tokens[at + 1].tag in "wN#AV"


def skip_time(tokens: list[Token], at: int, language: Language) -> int:
    """The token after words for a time ("on Monday", "earlier this week", "Dec. 5") at `at`."""
    times = language.grammar.times
    while at < len(tokens):
        token = tokens[at]
        past = _after_span(tokens, at, language)
        if past > at:
            at = past
            continue
        ahead = at
        while (
            ahead < len(tokens)
            and ahead - at < 4
            and (tokens[ahead].tag in "ID" or tokens[ahead].lower in times)
        ):
            ahead += 1
        if token.tag == "R" and token.text[0].islower() and not _leads(tokens, at):
            at += 1
        elif ahead < len(tokens) and tokens[ahead].tag == "T":
            end = _after_zone(tokens, _after_days(tokens, ahead + 1), language)
            end = _after_year(tokens, end, language)
            if token.lower in language.grammar.articles and end < len(tokens) and tokens[end].tag == "w":
                break  # "the Monday morning crash" is no time
            at = end
        else:
            break
    return at


def _after_span(tokens: list[Token], at: int, language: Language) -> int:
    """The token after "a year ago", "hours later" at `at`, where "that" or a quotation follows; else `at`."""
    for ago in range(at + 1, min(len(tokens) - 1, at + LONGEST_SPAN)):
        if tokens[ago].lower in language.grammar.ago:
            opened = tokens[ago + 1].tag == "Q" or tokens[ago + 1].lower in language.grammar.that
            return ago + 1 if opened else at
        if tokens[ago - 1].tag not in "DRw#T":
            break
    return at


def _after_days(tokens: list[Token], at: int) -> int:
    """The token after the rest of a time at `at`: `Monday | and Tuesday`, `March | 3`."""
    while at < len(tokens):
        if tokens[at].tag == "C" and at + 1 < len(tokens) and tokens[at + 1].tag == "T":
            at += 1
        elif tokens[at].tag not in "T#":
            break
        at += 1
    return at


def _after_zone(tokens: list[Token], at: int, language: Language) -> int:
    """The token after "local time" at `at`, in commas or not; else `at`."""
    opened = at < len(tokens) and tokens[at].tag == ","
    end = at + opened + 2
    if tuple(token.lower for token in tokens[at + opened : end]) != language.grammar.zone:
        return at
    return end + (opened and end < len(tokens) and tokens[end].tag == ",")


def _after_year(tokens: list[Token], at: int, language: Language) -> int:
    """The token after a year between commas, as in `October 23, 2020, that`, with the comma before "that"."""
    if at + 2 >= len(tokens) or tokens[at].tag != "," or not is_year(tokens[at + 1]):
        return at
    closed = tokens[at + 2].tag == "," and at + 3 < len(tokens)
    return at + 2 + (closed and tokens[at + 3].lower in language.grammar.that)


def without_day(sentence: Sentence, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The tokens of whom somebody accused, thanked or the like, and for what, without the day between: `accused
    the army | on Thursday | of hiding it`."""
    tokens, language = sentence.tokens, sentence.language
    day = noun_phrase_end(tokens, start, language)
    if start < day < end and tokens[day].lower in language.grammar.days:
        after = skip_time(tokens, day, language)
        if day < after < end and tokens[after].lower in language.grammar.charges:
            return (start, day), (after, end)
    return ((start, end),)


def charge_behind_apposition(tokens: list[Token], start: int, language: Language) -> int:
    """The "of" of `by the mayor, Ann Lee, of hiding it`; `start` where none stands so behind two commas."""
    comma = noun_phrase_end(tokens, start, language)
    if comma + 2 >= len(tokens) or comma == start or tokens[comma].tag != ",":
        return start
    if tokens[comma + 1].lower.endswith(language.grammar.participle):
        return start  # "praised the crew, saying it was quick, for the first time"
    for close in range(comma + 2, min(len(tokens) - 2, comma + LONGEST_ADVERBIAL)):
        if tokens[close].tag in ";:Q—":
            break
        if tokens[close].tag == ",":
            charged = tokens[close + 1].lower in language.grammar.charges
            return close + 1 if charged and not is_subject(tokens, close + 2, language) else start
    return start


def before_time(tokens: list[Token], start: int, end: int, language: Language) -> int:
    """The end of the tokens without a day that closes them: `on Monday`, `on March 3`."""
    at = end
    while at > start and tokens[at - 1].tag in "T#.":
        at -= 1
    timed = any(token.tag == "T" for token in tokens[at:end])
    return at - 1 if timed and at - 1 > start and tokens[at - 1].lower in language.grammar.days else end


def before_occasion(tokens: list[Token], start: int, end: int, language: Language) -> int:
    """The end of the tokens without where it was said, which closes them: `in a statement issued on Monday`."""
    within = range(max(start + 1, end - LONGEST_OCCASION), end - 2)
    return next((at for at in within if is_occasion(tokens, at, end, language)), end)


def skip_place(tokens: list[Token], at: int, language: Language) -> int:
    """The token after "in an interview with …", "on Twitter": a phrase closed by a comma, "that" or a quote."""
    if at >= len(tokens) or tokens[at].lower not in language.grammar.places:
        return at
    topic = tokens[at].lower in language.grammar.topics
    for ahead in range(at + 1, min(len(tokens), at + LONGEST_ADVERBIAL)):
        token = tokens[ahead]
        if token.tag == "P" and tokens[ahead - 1].tag in "NwT" and not topic:
            return ahead
        issued = tokens[ahead - 1].lower in language.documents and is_subject(tokens, ahead, language)
        if (tokens[ahead - 1].tag == "T" or issued) and token.tag in "DN":
            return ahead
        if token.lower in language.grammar.that or token.tag in ",:":
            return _after_year(tokens, ahead, language)
        if token.tag == "Q":
            quoted_name = tokens[ahead - 1].tag in "DN’" and not token.text[1:2].islower()
            if not quoted_name:
                return ahead
        elif token.tag in ";.?!C" or _is_verb(tokens, ahead, language):
            break
    return at


def skip_occasion(tokens: list[Token], at: int, language: Language) -> int:
    """The "that" behind a clause for when it was said: `told reporters | as he arrived on Monday | that`; else
    `at`."""
    if at >= len(tokens) or tokens[at].lower not in language.grammar.whenever:
        return at
    for that in range(at + 3, min(len(tokens), at + LONGEST_ADVERBIAL)):
        if tokens[that].tag in ",;:.?!Q" or tokens[that].lower in language.verbs:
            break  # "when she told them that …"
        if tokens[that].lower in language.grammar.that:
            told = is_subject(tokens, at + 1, language) and is_subject(tokens, that + 1, language)
            return that if told and not is_finite(tokens, that - 1, language) else at
    return at


def skip_aside(tokens: list[Token], at: int, language: Language) -> int:
    """The comma that closes `, citing two sources, that …`, `, in a letter, that …`, `on Monday, a day before
    it, that …`, or the name in `through her aide, Ann Lee, that …`; else `at`."""
    if at == 0 or at + 1 >= len(tokens) or tokens[at].tag != ",":
        return at
    named = tokens[at + 1].tag == "N" and language.person_noun(tokens[at - 1].lower) is not None
    doing = tokens[at + 1].lower.endswith(language.grammar.participle)
    if not (named or doing or tokens[at + 1].tag in "ID"):
        return at
    for close in range(at + 2, min(len(tokens) - 1, at + LONGEST_ADVERBIAL)):
        if tokens[close].tag == ",":
            return close if tokens[close + 1].lower in language.grammar.that else at
    return at


def _is_verb(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether a finite verb stands at `at`, and no participle of the noun before: `a letter read to`."""
    if not is_finite(tokens, at, language):
        return False
    form = language.verbs.get(tokens[at].lower)
    after = tokens[at + 1].tag if at + 1 < len(tokens) else ""
    return form is None or form.form != "past" or after != "I" or tokens[at - 1].tag != "w"
