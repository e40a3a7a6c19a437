"""Who stands beside a verb of reporting as its subject, before it or after it."""

from __future__ import annotations

from site_builder.annotate.appositions import apposition_start, can_stand_in_apposition, relative_start
from site_builder.annotate.language import Language, VerbForm
from site_builder.annotate.noun_phrases import CLAUSE_MARKS, is_alias, phrase_ending
from site_builder.annotate.phrases import (
    Phrase,
    Sentence,
    has_finite_verb,
    is_finite,
    is_person_or_body,
    is_several,
    noun_phrase_end,
)
from site_builder.annotate.tokens import Token

LONGEST_RELATIVE = 24
"""Tokens of a relative clause without commas between a subject and its verb."""
ENDS_RELATIVE = frozenset(",;:.?!Q—()")
LONGEST_SIGNATURE = 16
DASH = "—"


def subject_before(sentence: Sentence, verb: int, form: VerbForm) -> Phrase | None:
    """The subject of the verb at `verb`, standing before it."""
    tokens, language = sentence.tokens, sentence.language
    last = _before_adverbials(tokens, verb - 1, language)
    if last < 0 or (form.form == "participle" and tokens[verb - 1].tag not in "AR"):
        return None
    phrase = _with_relative(tokens, last, form, language) or _subject_ending(tokens, last, form, language)
    if phrase is None or not _agrees(tokens, phrase, last + 1 < verb, form, language):
        return None
    return _around_participle(tokens, phrase, language) or _doing(tokens, phrase, form, language) or phrase


def _doing(tokens: list[Token], phrase: Phrase, form: VerbForm, language: Language) -> Phrase | None:
    """Who is told to do something, where the phrase is the object of that: `Families leaving the town said`."""
    doing = phrase.start - 1
    if doing < 1 or tokens[doing].tag != "w" or not tokens[doing].lower.endswith(language.grammar.participle):
        return None
    if language.person_noun(tokens[doing - 1].lower) is None or tokens[doing].lower in language.verbs:
        return None
    who = phrase_ending(tokens, doing - 1, form, language)
    return who and who._replace(apposition=(doing, phrase.end))


def _around_participle(tokens: list[Token], phrase: Phrase, language: Language) -> Phrase | None:
    """Who opens the sentence, where the phrase is the object of a participle: `The owner of a boat that sank
    killing nine people said`."""
    before = tokens[phrase.start - 1] if phrase.start > 1 else None
    if before is None or before.tag != "w" or not before.lower.endswith(language.grammar.participle):
        return None
    end = noun_phrase_end(tokens, 0, language)
    told = any(token.tag == "N" or is_person_or_body(token.lower, language) for token in tokens[:end])
    relative = any(token.tag == "S" for token in tokens[end : phrase.start])
    return Phrase(0, end) if told and relative and end < phrase.start else None


def _subject_ending(tokens: list[Token], last: int, form: VerbForm, language: Language) -> Phrase | None:
    if tokens[last].lower in language.grammar.relatives and tokens[last].tag == "S":
        return _antecedent(tokens, last, form, language)
    if is_alias(tokens, last):
        phrase = phrase_ending(tokens, last - 2, form, language)
        return phrase and phrase._replace(apposition=(last, last + 1))
    if tokens[last].tag in (",", DASH):
        opening = apposition_start(tokens, last, language)
        if opening is not None and not can_stand_in_apposition(tokens, opening + 1, last):
            opening = relative_start(tokens, opening, last)
        if opening is None:
            return None
        phrase = phrase_ending(tokens, opening - 1, form, language)
        if phrase is None:
            return None
        office = _office_before(tokens, phrase, form, language)
        return office or phrase._replace(apposition=phrase.apposition or (opening + 1, last))
    return phrase_ending(tokens, last, form, language)


def _office_before(tokens: list[Token], phrase: Phrase, form: VerbForm, language: Language) -> Phrase | None:
    """The office that a name tells of, itself with an apposition: `…, her aide, Ann Lee, 44, said`."""
    comma = phrase.start - 1
    name = tokens[phrase.start : phrase.end]
    if comma < 2 or tokens[comma].tag != "," or len(name) < 2 or any(token.tag != "N" for token in name):
        return None
    office = phrase_ending(tokens, comma - 1, form, language)
    if office is None or tokens[office.start].tag != "D":
        return None
    head = next((at for at in range(office.start, office.end) if tokens[at].tag == "I"), office.end) - 1
    if language.person_noun(tokens[head].lower) is None:
        return None
    if office.start > 0 and tokens[office.start - 1].tag not in CLAUSE_MARKS:
        return None
    return office._replace(apposition=(phrase.start, phrase.end))


def _with_relative(tokens: list[Token], last: int, form: VerbForm, language: Language) -> Phrase | None:
    """A subject whose relative clause ends at `last`, without commas: `two men who saw it`."""
    for at in range(last, max(0, last - LONGEST_RELATIVE), -1):
        token = tokens[at]
        if token.tag == "S" and token.lower in language.grammar.relatives:
            break
        if token.tag in ENDS_RELATIVE or (token.tag == "C" and tokens[at + 1].tag not in "w#"):
            return None
    else:
        return None
    if not _has_verb(tokens, at, last + 1, language) or not is_person_or_body(tokens[at - 1].lower, language):
        return None
    phrase = phrase_ending(tokens, at - 1, form, language)
    return phrase and phrase._replace(apposition=phrase.apposition or (at, last + 1))


def _has_verb(tokens: list[Token], relative: int, end: int, language: Language) -> bool:
    """Whether the clause of the pronoun at `relative` has a verb; behind "who" any word in small letters is."""
    first = next((at for at in range(relative + 1, end) if tokens[at].tag != "R"), end)
    personal = tokens[relative].lower in language.grammar.personal_relatives
    verb = personal and first < end and tokens[first].tag in "wV"
    return verb or has_finite_verb(tokens, first, end, language)


def _antecedent(tokens: list[Token], pronoun: int, form: VerbForm, language: Language) -> Phrase | None:
    """The phrase a relative pronoun stands for; "that" only after a noun that can speak."""
    last = pronoun - 1
    while last >= 0 and tokens[last].tag in ",#":
        last -= 1
    if last < 0:
        return None
    if tokens[pronoun].lower in language.grammar.that and not is_person_or_body(tokens[last].lower, language):
        return None
    phrase = phrase_ending(tokens, last, form, language)
    if phrase is not None and tokens[phrase.start].lower in language.grammar.indefinite_articles:
        phrase = _name_before(tokens, phrase) or phrase
    if phrase is not None and tokens[pronoun].lower in language.grammar.personal_relatives:
        phrase = _person_within(tokens, phrase, language)
    return phrase and phrase._replace(relative=True)


def _person_within(tokens: list[Token], phrase: Phrase, language: Language) -> Phrase:
    """Whom "who" stands for: the name in `a test for Mayor Ann Lee, who said`, a test being nobody, and in
    `a statement of Ann Lee, who said`."""
    links = [at for at in range(phrase.start + 1, phrase.end - 1) if tokens[at].tag == "I"]
    if not links or tokens[phrase.end - 1].tag != "N":
        return phrase
    if tokens[links[-1]].lower in language.grammar.of:
        told = tokens[links[-1] - 1].lower in language.documents
        return phrase._replace(start=links[-1] + 1) if told else phrase
    head = tokens[links[0] - 1]
    speaks = head.tag != "w" or is_person_or_body(head.lower, language)
    return phrase if speaks else phrase._replace(start=links[-1] + 1)


def _name_before(tokens: list[Token], phrase: Phrase) -> Phrase | None:
    """The full name that a phrase is an apposition to: `Ann Lee, a teacher, who said`."""
    comma = phrase.start - 1
    start = comma
    while start > 0 and tokens[start - 1].tag == "N":
        start -= 1
    named = comma - start > 1 and tokens[comma].tag == ","
    return Phrase(start, comma, (phrase.start, phrase.end)) if named else None


def _agrees(tokens: list[Token], phrase: Phrase, auxiliary: bool, form: VerbForm, language: Language) -> bool:
    """Whether the phrase can be the subject of this form, and not the whole a noun or a reduced relative."""
    first, head = tokens[phrase.start], tokens[phrase.end - 1]
    if first.tag == "P":
        thing = first.lower in language.grammar.things
        acts = phrase.start == 0 and form.form in ("past", "s") and not auxiliary
        return not thing or form.verb.quote or acts
    if phrase.relative or auxiliary:
        return True
    if form.form == "base":
        conjoined = any(token.tag == "C" for token in tokens[phrase.start : phrase.end])
        named = all(token.tag == "N" for token in tokens[phrase.start : phrase.end])
        if form.noun and named and not is_several(head.lower, language):
            return False  # "Upper Sarre state minister"
        if form.noun and phrase.end - phrase.start == 2 and first.lower in language.grammar.indefinite_articles:
            return False  # "a media request"
        plural = is_several(head.lower, language)
        return conjoined or plural or first.lower not in language.indefinites | language.grammar.definites
    if form.form == "past" and not form.verb.quote and first.lower in language.grammar.indefinite_articles:
        return head.tag == "N" or is_person_or_body(head.lower, language)
    return True


def _is_floating(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether the word belongs to the verb group: `have both urged`, `has long said`."""
    return tokens[at].lower in language.grammar.floating and at > 0 and tokens[at - 1].tag in "ANP"


def _before_adverbials(tokens: list[Token], last: int, language: Language) -> int:
    """The token before auxiliaries, adverbs and times that end at `last`: `the ministry on Monday denied`, `the
    rebels in turn accused`."""
    while last >= 0:
        if last > 1 and (tokens[last - 1].lower, tokens[last].lower) in language.grammar.in_turn:
            last -= 2
            continue
        if tokens[last].tag not in "ART" and not _is_floating(tokens, last, language):
            break
        if tokens[last].tag == "T":
            time = last - 1
            while time > 0 and last - time < 3 and tokens[time].tag in "TD#w":
                time -= 1
            if time <= 0 or tokens[time].tag != "I":
                return last if tokens[last - 1].tag in "DT#" else last - 1
            last = time
        last -= 1
    return last


def subject_after(sentence: Sentence, start: int) -> Phrase | None:
    """The subject of a verb that stands before it: `said Ann Lee, a lawyer`."""
    tokens, language = sentence.tokens, sentence.language
    if start >= len(tokens):
        return None
    if tokens[start].tag == "P":
        return None if tokens[start].lower in language.grammar.things else Phrase(start, start + 1)
    end = noun_phrase_end(tokens, start, language)
    named = any(token.tag in "ND" or is_person_or_body(token.lower, language) for token in tokens[start:end])
    if not named:
        return None
    if end < len(tokens) and is_finite(tokens, end, language):
        return None
    return Phrase(start, end, _apposition_after(tokens, end, language))


def _apposition_after(tokens: list[Token], end: int, language: Language) -> tuple[int, int] | None:
    """`, a lawyer for the family` up to the next comma, quotation or end of the sentence."""
    if end + 1 >= len(tokens) or tokens[end].tag != "," or tokens[end + 1].tag not in "DwSN":
        return None
    doing = tokens[end + 1].lower.endswith(language.grammar.participle)
    if doing and end + 2 < len(tokens) and tokens[end + 2].tag not in "wN":
        return None  # "said Ann Lee, urging an end to it"
    at = end + 1
    close = len(tokens) - (tokens[-1].tag in ".!?")
    while at < close and tokens[at].tag not in ",;:Q—":
        at += 1
    return (end + 1, at) if at > end + 1 else None


def signature(tokens: list[Token], at: int, language: Language) -> Phrase | None:
    """Who signs a quotation: `— Ann Lee, mayor` from the dash at `at` to the end of the tokens."""
    if at + 1 >= len(tokens) or tokens[at].tag != DASH or tokens[at + 1].tag not in "ND":
        return None
    if len(tokens) - at > LONGEST_SIGNATURE or any(
        is_finite(tokens, word, language) for word in range(at + 1, len(tokens))
    ):
        return None
    end = noun_phrase_end(tokens, at + 1, language)
    return Phrase(at + 1, end, _apposition_after(tokens, end, language))


def main_subject(sentence: Sentence, before: int) -> Phrase | None:
    """The subject of the first finite verb of the sentence, else its first name, before the token `before`."""
    tokens, language = sentence.tokens, sentence.language
    form = language.verbs[language.saying]
    for at in range(1, before):
        if is_finite(tokens, at, language):
            phrase = subject_before(sentence, at, form)
            if phrase is not None:
                return phrase
    for at in range(before):
        if tokens[at].tag == "P" or tokens[at].tag == "N":
            return Phrase(at, max(at + 1, noun_phrase_end(tokens, at, language)))
    return None
