"""Where another report begins after words said: `and the mayor added`, `but would not say`."""

from __future__ import annotations

from site_builder.annotate.language import Language
from site_builder.annotate.phrases import (
    are_people,
    has_finite_verb,
    is_finite,
    is_person_or_body,
    is_told,
    is_year,
    noun_phrase_end,
)
from site_builder.annotate.tokens import Token

RELATIVE_REACH = 14
PROOF_REACH = 6
"""Tokens within which stands what was not given: `did not give any further details`."""
SUBJECT_REACH = 7
"""Tokens within which a new subject's own verb of reporting is looked for."""


def is_reporting(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether the token is a finite form of a verb of reporting."""
    form = language.verbs.get(tokens[at].lower)
    if form is None or form.form not in ("past", "s") or form.noun:
        return False
    return form.verb.plain or (form.verb.infinitive == "speech" and is_told(tokens, at + 1, language))


def reports_anew(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether a subject that starts at `at` has a verb of reporting of its own: `and the mayor added`."""
    if at >= len(tokens) or tokens[at].tag not in "PDNw":
        return False
    ahead, ceiling = at + 1, at + SUBJECT_REACH
    while ahead < min(len(tokens), ceiling):
        if is_reporting(tokens, ahead, language) or _say_several(tokens, ahead, language):
            named = tokens[at].tag != "w" or is_person_or_body(tokens[ahead - 1].lower, language)
            return named and _opens_speech(tokens, ahead, language)
        after = _after_relative(tokens, ahead, language)
        if after > ahead:
            ahead = ceiling = after
            ceiling += 1
            continue
        if tokens[ahead].tag not in "NwRA" or (tokens[ahead].tag == "w" and is_finite(tokens, ahead, language)):
            return False
        ahead += 1
    return False


def _say_several(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether several people report at `at`, in the present: `, but rights groups say`."""
    form = language.verbs.get(tokens[at].lower)
    plain = form is not None and form.form == "base" and form.verb.plain
    return plain and are_people(tokens[at - 1], language)


def _opens_speech(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether a clause may follow the verb at `at`, or what does can only be said: `replied: “No.”`."""
    verb = language.verbs[tokens[at].lower].verb
    if verb.clause in ("bare", "plain"):
        return True
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None:
        return False
    return (verb.quote and following.tag in ":Q") or (
        bool(verb.clause) and following.lower in language.grammar.that
    )


def _after_relative(tokens: list[Token], at: int, language: Language) -> int:
    """The verb of reporting after a relative clause that `at` opens, or the comma before it; else `at`.

    `two men who had seen it said`, `Moss, who runs the bridge, said`.
    """
    opened = at + (tokens[at].tag == ",")
    if opened >= len(tokens) or tokens[opened].lower not in language.grammar.relatives:
        return at
    if opened == at and not is_person_or_body(tokens[at - 1].lower, language):
        return at
    verbs = 0
    for ahead in range(opened + 1, min(len(tokens), opened + RELATIVE_REACH)):
        if opened > at and tokens[ahead].tag == ",":
            return ahead + 1
        if tokens[ahead].tag in ",;:QC—":
            return at
        if opened == at and verbs and is_reporting(tokens, ahead, language):
            return ahead
        verbs += is_finite(tokens, ahead, language)
    return at


def verb_reports(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether a verb of reporting, or "is", stands at `at`: `and also said`."""
    while at < len(tokens) and tokens[at].tag == "R":
        at += 1
    if (
        at + 2 < len(tokens)
        and tokens[at].tag == "I"
        and (tokens[at + 1].tag == "T" or is_year(tokens[at + 1]))
    ):
        at += 2  # "and in 2014 recommended"
    if at >= len(tokens):
        return False
    if tokens[at].tag == "A" and at + 1 < len(tokens):
        return tokens[at].lower in language.grammar.resuming or is_reporting(tokens, at + 1, language)
    return is_reporting(tokens, at, language) and not _is_done(tokens, at, language)


def _is_done(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether the verb at `at` tells what somebody did, as it does but before a clause: `found craters`."""
    shows = language.verbs[tokens[at].lower].verb.shows
    return shows and tokens[at + 1 : at + 2] != [] and tokens[at + 1].lower not in language.grammar.that


def says_no_more(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether `would not say` stands at `at`, after a "but" or "and"; with a subject, `it has not replied`."""
    subject = at
    while at < len(tokens) and at - subject < SUBJECT_REACH and tokens[at].tag in "PDNw#":
        at += 1
    subject = at - subject
    start = at
    while at < len(tokens) and tokens[at].tag in "AR":
        at += 1
    negated = any(token.lower in language.grammar.negations for token in tokens[start:at])
    form = language.verbs.get(tokens[at].lower) if at < len(tokens) else None
    if not negated or form is None or form.verb.attitude or form.verb.shows:
        return False
    if subject:
        return form.verb.quote and not form.verb.object and form.form != "ing"
    return form.form == "base"


def is_inverted_cue(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether `said the mayor.` stands at `at` and ends the sentence."""
    if not is_reporting(tokens, at, language):
        return False
    end = noun_phrase_end(tokens, at + 1, language)
    return end > at + 1 and (end == len(tokens) or tokens[end].tag in ".,T")


def is_heard(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether `the court heard.` stands at `at`, or `a jury was told`, and ends the sentence."""
    verb = noun_phrase_end(tokens, at, language)
    if not any(token.lower in language.forums for token in tokens[at:verb]):
        return False
    passive = verb < len(tokens) and tokens[verb].lower in language.grammar.be
    verb += passive
    form = language.verbs.get(tokens[verb].lower) if verb < len(tokens) else None
    if form is None or not (form.verb.needs_addressee if passive else form.verb.hears):
        return False
    return verb + 1 == len(tokens) or tokens[verb + 1].tag in ".,"


def is_occasion(tokens: list[Token], at: int, end: int, language: Language) -> bool:
    """Whether where something was said, and nothing more, stands from `at` to `end`: `in a statement issued on
    Monday`."""
    if at + 2 >= end or tokens[at].lower not in language.grammar.places or tokens[at + 1].tag != "D":
        return False
    noun = at + 2
    while noun < end and tokens[noun].tag in "wN" and tokens[noun].lower not in language.occasions:
        noun += 1
    held = noun < end and tokens[noun].lower in language.occasions
    return held and not has_finite_verb(tokens, noun + 2, end, language)


def opens_aside(tokens: list[Token], at: int, language: Language) -> bool:
    form = language.verbs.get(tokens[at].lower)
    reporting = form is not None and form.form == "ing" and form.verb.plain
    if tokens[at].tag == "I" and is_occasion(tokens, at, len(tokens), language):
        return True  # ", in an interview broadcast on Thursday"
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if tokens[at].tag == "I" and following in language.grammar.questions - language.grammar.relatives:
        return True  # ", in what he called"
    if gives_no_proof(tokens, at, language):
        return True
    if tokens[at].lower in language.grammar.addressing:
        return at + 1 < len(tokens) and tokens[at + 1].tag == "I"  # ", speaking on state television"
    return reporting or tokens[at].lower in language.grammar.asides or _accompanies(tokens, at, language)


def gives_no_proof(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether somebody is said at `at` to give no evidence, or what they say to be in doubt: `, without
    elaborating`, `but gave no details`, `but this could not be verified`."""
    if _is_unchecked(tokens, at, language):
        return True
    reach = tokens[at : at + PROOF_REACH]
    proof = next((end for end, token in enumerate(reach) if token.lower in language.proofs), 0)
    if not proof or reach[0].tag not in "IwAV":
        return False
    missing = language.grammar.missing
    offering = reach[0].lower.endswith(language.grammar.past) and reach[1].lower in missing
    giving = offering or reach[0].lower in missing | language.issuing or reach[0].tag == "A"
    return giving and any(token.lower in missing for token in reach[:proof])


def _is_unchecked(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether `its claims could not be independently verified` ends the sentence from `at` on."""
    end = len(tokens) - (tokens[-1].tag in ".!?")
    reach = tokens[at:end]
    if not 3 < len(reach) <= PROOF_REACH * 2 or reach[-1].lower not in language.checked:
        return False
    return any(token.lower in language.grammar.negations for token in reach)


def _accompanies(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether somebody else speaks in a phrase that opens at `at`: `, with an aide saying that`."""
    if tokens[at].lower not in language.grammar.accompanying:
        return False
    for verb in range(at + 2, min(len(tokens), at + SUBJECT_REACH)):
        form = language.verbs.get(tokens[verb].lower)
        if form is not None and form.verb.plain and (form.form == "ing" or form.verb.cites):
            return tokens[verb - 1].tag == "N" or is_person_or_body(tokens[verb - 1].lower, language)
        if tokens[verb].tag not in "NwD":
            break
    return False
