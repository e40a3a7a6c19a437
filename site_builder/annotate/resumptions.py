"""What goes on behind an attribution that stands inside what was said."""

from __future__ import annotations

from site_builder.annotate.clauses import clause_end
from site_builder.annotate.language import Language
from site_builder.annotate.new_reports import SUBJECT_REACH, is_reporting, opens_aside, reports_anew
from site_builder.annotate.phrases import Sentence
from site_builder.annotate.tokens import POSSESSIVES, Token

LONGEST_GAP = 60
"""Characters of attribution over which a quotation goes on: `"Yes," he said on Monday. "We will."`"""


def resumption(sentence: Sentence, close: int, quoted: bool) -> tuple[int, int]:
    """The token range right of an attribution that goes on with what is left of it; empty if none does."""
    tokens, language = sentence.tokens, sentence.language
    if close >= len(tokens):
        return close, close
    following = tokens[close + 1].tag if close + 1 < len(tokens) else ""
    resumes = not quoted and tokens[close].tag == "," and following not in ("", "Q")
    last = close if resumes else _speech_end(tokens, close, language)
    if last > close:
        return next(at for at in range(close, last) if _is_speech(tokens, at)), last
    goes_on = not quoted and tokens[close].tag == "," and close + 2 < len(tokens)
    if not goes_on or reports_anew(tokens, close + 1, language) or opens_aside(tokens, close + 1, language):
        return close, close
    turns = tokens[close + 1].tag == "S" or tokens[close + 1].lower in language.grammar.adversatives
    if turns and _reports_soon(tokens, close + 2, language):
        return close, close
    return close + 1, clause_end(sentence, close + 1)


def _speech_end(tokens: list[Token], close: int, language: Language) -> int:
    """The token after the last quotation, where a sentence goes on quoting behind `close`; else that."""
    at, reach = close, tokens[close].start + LONGEST_GAP
    while at < len(tokens) and tokens[at].start < reach and not _may_report(tokens, at, language):
        if _is_speech(tokens, at):
            return 1 + max(ahead for ahead in range(at, len(tokens)) if tokens[ahead].tag == "Q")
        at += 1
    return close


def _may_report(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether a verb of reporting brings in what follows, and does not tell what its speaker did meanwhile:
    `said, adding: "…"`, not `said, pointing at the wall, "…"`."""
    form = language.verbs.get(tokens[at].lower)
    if form is None or form.form != "ing" or tokens[at - 1].tag != "," or at + 1 >= len(tokens):
        return form is not None
    return tokens[at + 1].tag != "I" or tokens[at + 1].lower in form.verb.prepositions


def _reports_soon(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether a clause of the outlet's own tells what others say: `, as each side accused the other`."""
    reach = range(at, min(len(tokens), at + SUBJECT_REACH))
    according = language.grammar.according[0]
    return any(is_reporting(tokens, word, language) or tokens[word].lower == according for word in reach)


def _is_speech(tokens: list[Token], at: int) -> bool:
    """Whether the token is a quotation and not a title: `the hosts of "Today"`."""
    before = tokens[at - 1]
    return tokens[at].tag == "Q" and before.tag not in "ID" and not before.lower.endswith(POSSESSIVES)
