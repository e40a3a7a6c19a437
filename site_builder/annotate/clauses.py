"""Where words said in a clause of the outlet's own end: the next cue, aside or change of subject."""

from __future__ import annotations

from site_builder.annotate.language import Language
from site_builder.annotate.new_reports import (
    SUBJECT_REACH,
    gives_no_proof,
    is_heard,
    is_inverted_cue,
    is_reporting,
    opens_aside,
    reports_anew,
    says_no_more,
    verb_reports,
)
from site_builder.annotate.own_relatives import is_own_relative
from site_builder.annotate.phrases import (
    Sentence,
    ends_speech,
    has_finite_verb,
    is_finite,
    noun_phrase_end,
)
from site_builder.annotate.tokens import POSSESSIVES, Token

CONDITION_REACH = 5
AFTER_OBJECT = frozenset("SIRAPV")
"""Classes of a word after a comma that ends a noun phrase said."""
BREAKS = frozenset(",;CS—")


def _ends_before(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether the outlet's own words go on at `at`, after a comma, a dash or the end of a quotation."""
    token = tokens[at]
    if token.tag == "C" and at + 1 < len(tokens):
        if says_no_more(tokens, at + 1, language) or gives_no_proof(tokens, at + 1, language):
            return True
        return verb_reports(tokens, at + 1, language) or reports_anew(tokens, at + 1, language)
    return (
        opens_aside(tokens, at, language)
        or reports_anew(tokens, at, language)
        or is_inverted_cue(tokens, at, language)
        or is_heard(tokens, at, language)
        or token.lower in language.grammar.sequels
    )


def _ends_behind(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether the outlet's own words go on behind the quotation at `at`: `“… a trap,” a charge she denies`."""
    return _ends_before(tokens, at + 1, language) or _comments(tokens, at + 1, language)


def _dash_ends(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether a dash opens a remark that runs to the end of the sentence."""
    if tokens[at + 1].tag != "C" and tokens[at + 1].lower not in language.grammar.indefinite_articles:
        return False
    return not any(token.tag == tokens[at].tag for token in tokens[at + 1 :])


def _ends_at(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether the words said end before the mark or word at `at`."""
    token = tokens[at]
    if token.tag == ";":
        return True
    if at + 1 >= len(tokens):
        return False
    if token.tag == "C":
        return _ends_before(tokens, at, language)
    if token.tag == "S":
        return token.lower in language.grammar.contrasts and _outlet_goes_on(tokens, at + 1, language)
    if token.tag == "—" and _dash_ends(tokens, at, language):
        return True
    if tokens[at + 1].lower in language.grammar.contrasts:
        return _outlet_goes_on(tokens, at + 2, language)
    return _comments(tokens, at + 1, language) or _ends_before(tokens, at + 1, language)


def _outlet_goes_on(tokens: list[Token], at: int, language: Language) -> bool:
    takes_sides = _takes_sides(tokens, at, language) or _speaks_beside(tokens, at, language)
    return takes_sides or reports_anew(tokens, at, language) or says_no_more(tokens, at, language)


def _takes_sides(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether somebody accuses, denies or the like at `at`: `, while the union blamed the port`."""
    verb = noun_phrase_end(tokens, at, language)
    while verb < len(tokens) and tokens[verb].tag in "AR":
        verb += 1
    if (
        not at < verb < len(tokens) - 1
        or tokens[at].tag not in "DN"
        or not is_reporting(tokens, verb, language)
    ):
        return False
    return language.verbs[tokens[verb].lower].verb.object


def _speaks_beside(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether somebody told of between commas says something at `at`: `while his colleague, Ann Lee, said`."""
    comma = noun_phrase_end(tokens, at, language)
    if comma == at or comma + 1 >= len(tokens) or tokens[comma].tag != ",":
        return False
    reach = range(comma + 1, min(len(tokens) - 1, comma + SUBJECT_REACH))
    verb = 1 + next((close for close in reach if tokens[close].tag in ",;:Q"), comma)
    while verb < len(tokens) - 1 and tokens[verb].tag in "AR":
        verb += 1
    return tokens[verb - 1].tag in ",AR" and verb > comma + 2 and is_reporting(tokens, verb, language)


def _comments(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether the outlet speaks of what was said: `, which the army denies`, `, a claim that …`, `, a rise.`"""
    if tokens[at].lower in language.grammar.indefinite_articles:
        rest = tokens[at:]
        claim = any(token.lower in language.claims for token in rest[1:3])
        closes = rest[-1].tag in ".!?" and all(token.tag not in ",C;" for token in rest)
        return claim or (closes and not has_finite_verb(tokens, at, len(tokens), language))
    if tokens[at].tag != "S" or tokens[at].lower not in language.grammar.relatives:
        return False
    for ahead in range(at + 1, min(len(tokens), at + SUBJECT_REACH)):
        form = language.verbs.get(tokens[ahead].lower)
        if form is not None and form.verb.object and form.form in ("past", "s", "base", "participle"):
            closes = ahead + 1 == len(tokens) or tokens[ahead + 1].tag in ".,;?!TI"
            return ahead > at + 1 and closes
        if tokens[ahead].tag not in "PDNwRA":
            return False
    return False


def _object_ends(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether a comma ends a noun phrase, and does not stand in a list."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    grammar = language.grammar
    if following is not None and following.lower in grammar.infinitive:
        return False
    if following is None or following.tag in AFTER_OBJECT:
        return True
    if following.lower in grammar.articles or following.lower.endswith(grammar.participle):
        return True
    return _is_verb(tokens, at + 1, language)


def _breaks_off(tokens: list[Token], start: int, at: int, language: Language) -> bool:
    """Whether the "and" at `at` joins a verb to the one before a noun phrase or an infinitive said.

    Or a clause of the outlet's own: `blamed the drought and crops failed`.
    """
    if not _is_verb(tokens, at + 1, language) and not _opens_clause(tokens, at + 1, language):
        return False
    if any(_is_full_verb(tokens, word, language) for word in range(start, at)):
        return False
    infinitive = any(token.lower in language.grammar.infinitive for token in tokens[start:at])
    return not infinitive or tokens[at + 1].lower.endswith(language.grammar.past)


def _is_full_verb(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether the word is a finite verb, and no infinitive, participle or "not"."""
    if tokens[at].lower in language.grammar.nonfinite or not is_finite(tokens, at, language):
        return False
    return at == 0 or tokens[at - 1].lower not in language.grammar.infinitive


def _opens_clause(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether a subject with a finite verb stands at `at`."""
    end = noun_phrase_end(tokens, at, language)
    return at < end < len(tokens) and is_finite(tokens, end, language)


def _is_verb(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether a finite verb stands at `at`, adverbs aside: `and then left`, `, declines to say`."""
    while at < len(tokens) and tokens[at].tag == "R":
        at += 1
    if at + 1 >= len(tokens):
        return False
    if tokens[at].tag in "AV":
        return tokens[at].lower not in language.grammar.be
    form = language.verbs.get(tokens[at].lower)
    reporting = form is not None and form.form in ("past", "s") and not form.noun
    return tokens[at].tag == "w" and (
        reporting or (tokens[at].lower.endswith(language.grammar.past) and tokens[at + 1].tag in "DPI")
    )


def _stands_alone(tokens: list[Token], at: int) -> bool:
    """Whether the quotation that opens the words said is all of them: `called it “closed,” which …`."""
    if at + 1 >= len(tokens):
        return True
    return tokens[at + 1].tag not in "QCAV" and ends_speech(tokens[at])


def clause_end(
    sentence: Sentence, start: int, *, phrase: bool = False, enclosed: bool = False, past: bool = False
) -> int:
    """The token after the last one of the words said that start at `start`.

    `phrase`: they are a noun phrase or an infinitive; `enclosed`: they stand in a clause that the next
    comma closes ("While he said …,", "Cole, who said …,"); `past`: they follow a verb in the past.
    """
    tokens, language = sentence.tokens, sentence.language
    for at in range(start, len(tokens)):
        token = tokens[at]
        if token.tag == "Q":
            if at == start and _stands_alone(tokens, at):
                return at + 1
            if at + 1 < len(tokens) and ends_speech(token) and _ends_behind(tokens, at, language):
                return at + 1
        elif token.lower in language.grammar.programmes and at - start > 3:
            opened = _programme_start(tokens, at, start, language)
            if opened is not None:
                return opened
        elif token.lower in language.grammar.conditions:
            opened = _condition_start(tokens, at, start, language)
            if opened is not None:
                return opened
        elif token.tag == "I" and _offers_nothing(tokens, at, language):
            return at
        elif phrase and token.tag == "w" and at > start and _says_besides(tokens, at, language):
            return at - (tokens[at - 1].lower in language.grammar.before_participle)
        elif phrase and token.lower in language.grammar.occasions and _somebody_says(tokens, at + 1, language):
            return at
        if token.tag not in BREAKS or at == start:
            continue
        if token.tag == ";" and tokens[start - 1].tag == ":" and not reports_anew(tokens, at + 1, language):
            continue  # "said: the dam is safe; the road is open"
        if phrase and token.tag == "C" and _breaks_off(tokens, start, at, language):
            return at
        comma = token.tag == "," and at - start > 1
        if comma and past and is_own_relative(tokens, start, at, language):
            return at
        if (comma and (enclosed or (phrase and _object_ends(tokens, at, language)))) or _ends_at(
            tokens, at, language
        ):
            return at
    return len(tokens)


def _says_besides(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether `saying that` at `at` tells of who spoke before: `praised the crew saying that it was quick`.

    Not of a document or of what somebody else is doing: `a letter saying that`, `was saying that`.
    """
    if at + 1 >= len(tokens) or tokens[at + 1].lower not in language.grammar.that:
        return False
    form = language.verbs.get(tokens[at].lower)
    if form is None or form.form != "ing" or not form.verb.quote or form.verb.clause != "bare":
        return False
    before = tokens[at - 1 - (tokens[at - 1].lower in language.grammar.before_participle)]
    issued = before.lower in language.documents or before.lower in language.claims
    return before.tag in "NwT)" and not issued and before.lower not in language.sayings


def _somebody_says(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether somebody says something of their own at `at`: `after Lee said`; in a headline anybody does, as in
    `as health chief warns of cuts`."""
    for ahead in range(at + 1, min(len(tokens), at + SUBJECT_REACH)):
        form = language.verbs.get(tokens[ahead].lower)
        several = tokens[ahead - 1].lower.endswith(language.grammar.plural)
        if (
            form is not None
            and not form.noun
            and (form.form in ("past", "s") or (form.form == "base" and several))
        ):
            speaks = form.verb.plain and (form.verb.object or form.verb.clause)
            owned = tokens[ahead - 1].lower.endswith(POSSESSIVES)
            named = any(token.tag == "N" for token in tokens[at:ahead])
            headline = form.form != "past" and language.person_noun(tokens[ahead - 1].lower) is not None
            return bool(speaks) and not owned and (named or headline)
        if tokens[ahead].tag not in "NwRAD":
            return False
    return False


def _offers_nothing(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether `without offering evidence` stands at `at`, which tells how something was said."""
    if tokens[at].lower not in language.grammar.missing or at + 1 >= len(tokens):
        return False
    return tokens[at + 1].lower.endswith(language.grammar.participle) and gives_no_proof(tokens, at, language)


def _condition_start(tokens: list[Token], at: int, start: int, language: Language) -> int | None:
    """The "on" of `on condition of anonymity`."""
    for back in range(at - 1, max(start, at - CONDITION_REACH), -1):
        if tokens[back].lower in language.grammar.days:
            return back
    return None


def _programme_start(tokens: list[Token], at: int, start: int, language: Language) -> int | None:
    """The "on" of `on Monday’s broadcast of "Today"`, None when the words do not end the sentence so."""
    for back in range(at - 1, max(start, at - 4), -1):
        if tokens[back].lower in language.grammar.days:
            return back if at + 1 < len(tokens) and tokens[at + 1].lower in language.grammar.of else None
    return None
