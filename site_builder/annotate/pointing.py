"""Attribution of the sentence before: `The pier is closed. The mayor said this on Monday.`"""

from __future__ import annotations

from site_builder.annotate.adverbials import skip_time
from site_builder.annotate.complements import points_back
from site_builder.annotate.new_reports import is_reporting
from site_builder.annotate.passives import agent, speaker_at
from site_builder.annotate.phrases import Phrase, Sentence, follows_be, noun_phrase_end
from site_builder.annotate.reports import OUTER, Report, chars
from site_builder.annotate.subjects import subject_after, subject_before
from site_builder.model import Span

LONGEST_TIME = 2
"""Words for a time between a verb and "by", with a comma after each."""
SHORTEST_POINTER = 3
SHORTEST = 4
"""Tokens of a sentence that somebody may be told to have said."""


def find_pointer(sentence: Sentence) -> tuple[Phrase, int] | None:
    """Who said "this", and the verb that says so: `Lee reported this`, `this was said by Lee`.

    Not who speaks of themselves: `I write this because …`.
    """
    tokens, language = sentence.tokens, sentence.language
    pointers = language.grammar.pointers
    summed = _summed_up(sentence)
    if summed is not None or pointers.isdisjoint([token.lower for token in tokens]):
        return summed
    opens = tokens[0].lower in pointers
    nobody = language.grammar.things | language.grammar.first_person
    for at in [at for at, token in enumerate(tokens) if token.lower in language.verbs]:
        form = language.verbs[tokens[at].lower]
        phrase = None
        if points_back(tokens, at + 1, form.verb, language):
            phrase = subject_before(sentence, at, form)
        elif opens and follows_be(sentence, at):
            phrase = agent(tokens, _after_time(sentence, at + 1), language)
        if phrase is not None and tokens[phrase.start].lower not in nobody:
            return phrase, at
    return None


def _summed_up(sentence: Sentence) -> tuple[Phrase, int] | None:
    """`So said Lee`, `That is what Lee told us`."""
    tokens, language = sentence.tokens, sentence.language
    grammar, first = language.grammar, tokens[0].lower
    if len(tokens) < SHORTEST_POINTER:
        return None
    if first in grammar.summing and is_reporting(tokens, 1, language):
        phrase = subject_after(sentence, 2)
        return None if phrase is None else (phrase, 1)
    if tokens[1].lower not in grammar.be or first not in grammar.that | grammar.pointers:
        return None
    if tokens[2].lower not in grammar.questions:
        return None
    verb = noun_phrase_end(tokens, 3, language)
    while verb < len(tokens) and tokens[verb].tag in "AR":
        verb += 1
    told = 3 < verb < len(tokens) and is_reporting(tokens, verb, language)
    form = language.verbs[tokens[verb].lower] if told else None
    phrase = subject_before(sentence, verb, form) if form is not None else None
    return None if phrase is None or phrase.start != 3 else (phrase, verb)


def put_behind(sentence: Sentence, quotation: int) -> Phrase | None:
    """Who said the quotation at the token `quotation`, as its sentence goes on to tell: `“…,” was how Lee put
    it`, `“…” was the message from Lee`."""
    tokens, language = sentence.tokens, sentence.language
    grammar, at = language.grammar, quotation + 2
    if at + 2 >= len(tokens) or tokens[at - 1].lower not in grammar.be:
        return None
    if tokens[at].lower in grammar.questions:
        end = noun_phrase_end(tokens, at + 1, language)
        return Phrase(at + 1, end) if end > at + 1 else None
    end = at
    while end < len(tokens) - 1 and tokens[end].tag in "Dw":
        end += 1
    from_whom = tokens[end].lower in grammar.origins | grammar.of
    return (
        speaker_at(tokens, end + 1, language)
        if from_whom and tokens[end - 1].lower in language.messages
        else None
    )


def _after_time(sentence: Sentence, at: int) -> int:
    """The token after words for a time with commas around them: `on Monday, March 3, by`."""
    for _ in range(LONGEST_TIME):
        at = skip_time(sentence.tokens, at, sentence.language)
        at += at < len(sentence.tokens) and sentence.tokens[at].tag == ","
    return at


def pointing_back(
    sentence: Sentence, found: list[Report], before: Sentence | None, pointer: tuple[Phrase, int]
) -> list[Report]:
    """The sentence `before` as said by whom the pointer names, nothing if there is none.

    `found`: what else the sentence reports. An outlet that is said to report it carries the words.
    """
    inner = [report for report in found if report.rule not in OUTER]
    if before is None or len(before.tokens) < SHORTEST:
        return inner
    return [_report(sentence, found, before, *pointer), *inner]


def _report(sentence: Sentence, found: list[Report], before: Sentence, phrase: Phrase, at: int) -> Report:
    tokens = sentence.tokens
    outer = found[-1].source if found and found[-1].rule in OUTER else None
    return Report(
        rule="pointing back",
        spans=(Span(before.tokens[0].start, before.tokens[-1].end - (before.tokens[-1].tag in ".!?")),),
        source=chars(tokens, (phrase.start, phrase.end)),
        apposition=chars(tokens, phrase.apposition),
        cue=chars(tokens, (at, at + 1)),
        via=outer,
    )
