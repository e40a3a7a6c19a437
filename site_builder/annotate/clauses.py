"""Where words said in a clause of the outlet's own end: the next cue, aside or change of subject."""

from __future__ import annotations

from site_builder.annotate.language import Language
from site_builder.annotate.phrases import Sentence, is_finite
from site_builder.annotate.tokens import Token

SUBJECT_REACH = 7
"""Tokens within which a new subject's own verb of reporting is looked for."""
OPENING_SUBORDINATORS = frozenset("although while though when as if after because since".split())
ASIDES = frozenset("according throwing giving making referring".split())
"""Words that open an aside of the outlet's own after a comma, besides participles of reporting."""
PROGRAMMES = frozenset("broadcast edition episode show program programme".split())


def is_reporting(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether the token is a finite form of a verb that takes a clause or direct speech."""
    form = language.verbs.get(tokens[at].lower)
    return form is not None and form.form in ("past", "s") and not form.noun


def _new_subject_reports(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether a subject that starts at `at` has a verb of reporting of its own: `and the mayor added`."""
    if at >= len(tokens) or tokens[at].tag not in "PDN":
        return False
    for ahead in range(at + 1, min(len(tokens), at + SUBJECT_REACH)):
        form = language.verbs.get(tokens[ahead].lower)
        if form is not None and form.form in ("past", "s") and not form.noun and form.verb.clause == "bare":
            return True
        if tokens[ahead].tag not in "NwRA" or (tokens[ahead].tag == "w" and is_finite(tokens, ahead, language)):
            return False
    return False


def _conjoined_verb(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether a verb of reporting, or "is", follows the "and" or "but" at `at`: `and also said`."""
    ahead = at + 1
    while ahead < len(tokens) and tokens[ahead].tag == "R":
        ahead += 1
    if ahead >= len(tokens):
        return False
    if tokens[ahead].tag == "A" and ahead + 1 < len(tokens):
        return tokens[ahead].lower in ("is", "was", "has") or is_reporting(tokens, ahead + 1, language)
    return is_reporting(tokens, ahead, language)


def _participle(tokens: list[Token], at: int, language: Language) -> bool:
    form = language.verbs.get(tokens[at].lower)
    return (form is not None and form.form == "ing") or tokens[at].lower in ASIDES


def _ends_at(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether the words said end before the token at `at`."""
    token = tokens[at]
    if token.tag == ";":
        return True
    if at + 1 >= len(tokens):
        return False
    following = tokens[at + 1]
    if token.tag == "C":
        return _conjoined_verb(tokens, at, language) or _new_subject_reports(tokens, at + 1, language)
    if token.lower in ("while", "although", "though"):
        return _new_subject_reports(tokens, at + 1, language)
    if token.tag in ",—–-":
        if following.tag == "C" or following.lower in ("while", "although", "though", "before"):
            if token.tag == "," and following.lower == "before":
                return True
            if token.tag in "—–":
                return True
            ahead = at + 2
            return _conjoined_verb(tokens, at + 1, language) or _new_subject_reports(tokens, ahead, language)
        return _participle(tokens, at + 1, language) or _new_subject_reports(tokens, at + 1, language)
    return False


def clause_end(sentence: Sentence, start: int, *, aside: bool = False, fronted: bool = False) -> int:
    """The token after the last one of the words said that start at `start`.

    `aside`: they stand in a relative clause and end with it; `fronted`: in a clause that opens the
    sentence ("While he said …,").
    """
    tokens, language = sentence.tokens, sentence.language
    for at in range(start + 1, len(tokens)):
        token = tokens[at]
        if (aside or fronted) and token.tag == "," and at - start >= 2:
            return at
        if token.tag in ",;C—–-S" and _ends_at(tokens, at, language):
            return at
        if token.lower in PROGRAMMES and at - start > 3:
            opened = _programme_start(tokens, at, start)
            if opened is not None:
                return opened
    return len(tokens)


def _programme_start(tokens: list[Token], at: int, start: int) -> int | None:
    """The "on" of `on Monday’s broadcast of "Today"`, None when the words do not end the sentence so."""
    for back in range(at - 1, max(start, at - 4), -1):
        if tokens[back].lower == "on":
            return back if at + 1 < len(tokens) and tokens[at + 1].lower == "of" else None
    return None
