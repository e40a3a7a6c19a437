"""What is said to have happened to what a number counts: the verb before it, or the one after it."""

from __future__ import annotations

from typing import NamedTuple

from site_builder.figures.language import FigureWords
from site_builder.figures.nouns import verb_stem
from site_builder.figures.pieces import Piece, Pieces

REACH = 14
"""Pieces between what is counted and its verb."""
PREDICATE = 6
"""Words of a predicate that are told."""


class Doing(NamedTuple):
    """A verb by its class, or as written; "" for none, or for one that only reports. `at`: its piece."""

    verb: str
    at: int


NO_DOING = Doing("", -1)


def is_participle(piece: Piece, words: FigureWords) -> bool:
    """Whether the word is, as far as its ending tells, a verb after its noun: `people killed`."""
    if piece.tag == "V" or piece.lower in words.past or piece.lower in words.adjectives:
        return True
    return piece.tag == "w" and piece.lower.endswith(("ed", "ing")) and len(piece.lower) > 4


def verb_class(word: str, words: FigureWords) -> str:
    """The class of a verb, or the verb as written; "" for one that only reports."""
    stem = verb_stem(word, words)
    if stem in words.reporting or words.past.get(word, word) in words.reporting:
        return ""
    return words.doings.get(stem) or words.doings.get(words.past.get(word, "")) or word


def verb_before(pieces: Pieces, start: int, words: FigureWords) -> Doing:
    """The verb whose object the figure is: `killed at least`, `killing`, `evacuated some`."""
    at = start - 1
    while at >= 0 and start - at < 4 and (pieces[at].lower in words.skipped or pieces[at].tag == "R"):
        at -= 1
    if at < 0 or not is_participle(pieces[at], words):
        return NO_DOING
    return Doing(verb_class(pieces[at].lower, words), at)


def verb_after(pieces: Pieces, at: int, words: FigureWords) -> Doing:
    """The verb after what is counted: its participle, or that of the clause it is the subject of."""
    if at < len(pieces) and pieces[at].lower in words.adjectives:
        return Doing(words.adjectives[pieces[at].lower], at)
    if at < len(pieces) and (is_participle(pieces[at], words) or pieces[at].lower in words.verbs):
        return Doing(verb_class(pieces[at].lower, words), at)
    at = _behind_insertion(pieces, at)
    auxiliary = False
    for place in range(at, min(len(pieces), at + REACH)):
        piece = pieces[place]
        if piece.tag in ".;:,?!—(C" or (piece.tag == "S" and place > at):
            return NO_DOING
        auxiliary = auxiliary or piece.tag == "A"
        if piece.lower in words.adjectives and auxiliary:
            return Doing(words.adjectives[piece.lower], place)
        # "able to leave": after an auxiliary, the verb is what follows the infinitive's "to".
        infinitive = auxiliary and piece.tag in "wV" and pieces[place - 1].lower == words.to
        if infinitive or (is_participle(piece, words) and (auxiliary or piece.tag == "V" or place == at
                                                           or piece.lower in words.past)):  # fmt: skip
            return Doing(verb_class(piece.lower, words), place)
    return NO_DOING


def _behind_insertion(pieces: Pieces, at: int) -> int:
    """Past `, including 12 children,`, whether or not a comma closes it."""
    if at >= len(pieces) or pieces[at].tag != ",":
        return at
    for place in range(at + 1, min(len(pieces), at + REACH)):
        if pieces[place].tag in ",A":
            return place + (pieces[place].tag == ",")
        if pieces[place].tag in ".;:":
            break
    return at


def predicate(pieces: Pieces, doing: Doing, rest: int, words: FigureWords) -> str:
    """The verb with the words that go with it, as written: `returned to school`. `rest`: the piece after what
    is counted, where the sentence goes on when the verb stands before it: `killed … in the blast`."""
    if doing.at < 0 or not doing.verb:
        return ""
    if doing.at < rest and not _is_past(pieces[doing.at], words):
        return doing.verb if doing.verb in words.doings.values() else ""
    start, at = _begins(pieces, doing.at, words), max(doing.at + 1, rest)
    told = list(pieces[start : doing.at + 1])
    while at < len(pieces) and len(told) < PREDICATE and not _ends(pieces[at], words):
        told.append(pieces[at])
        at += 1
    if at < len(pieces) and pieces[at].tag in "wN" and not _ends(pieces[at], words):
        told = _without_last_phrase(told)
    while told[-1].tag in "IDARCS" and len(told) > 1:
        told.pop()
    return as_written(told)


def _without_last_phrase(told: list[Piece]) -> list[Piece]:
    """Up to the last preposition, behind which a phrase would be cut in two."""
    last = max((at for at, piece in enumerate(told) if piece.tag == "I"), default=0)
    return told[:last] if last else told


def _is_past(piece: Piece, words: FigureWords) -> bool:
    """Whether the word can say of its object what was done to it: `killed`, and not `killing`."""
    return piece.lower.endswith("ed") or (piece.lower in words.past and not piece.lower.endswith("ing"))


def _begins(pieces: Pieces, verb: int, words: FigureWords) -> int:
    """Where a predicate with this verb begins: `able to leave`."""
    at = verb
    infinitive = verb > 0 and pieces[verb - 1].lower == words.to
    while infinitive and at >= 2 and verb - at < 3 and pieces[at - 1].tag not in "A,.;:":
        at -= 1
    return at if at < verb and at > 0 and pieces[at - 1].tag == "A" else verb


def _ends(piece: Piece, words: FigureWords) -> bool:
    """Whether a predicate is told up to there: at a mark, a number, a time, another clause."""
    return piece.tag in ".;:,?!—()C#S" or piece.lower in words.days or piece.lower in words.predicate_ends


def as_written(pieces: Pieces) -> str:
    return "".join(("" if at == 0 or piece.join == "+" else "-" if piece.join == "-" else " ") + piece.text
                   for at, piece in enumerate(pieces))  # fmt: skip
