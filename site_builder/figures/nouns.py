"""Words brought to one form, so that they compare: `neighbourhoods` and `neighborhood`, `fled` and `flee`."""

from __future__ import annotations

from site_builder.figures.language import FigureWords
from site_builder.figures.pieces import Piece

_DOUBLE = frozenset("bb dd gg mm nn pp rr tt".split())
LONGEST_DOUBLE = 5
"""Letters of a verb that keeps its own double l: `kill`, `spell`, and not `control`."""
_POSSESSIVES = ("’s", "'s", "s’", "s'")


def lemma(word: str, words: FigureWords) -> str:
    """The singular of a noun in small letters, in one spelling."""
    known = words.plurals.get(word)
    if known is None:
        known = word
        if word.endswith("ies") and len(word) > 4:
            known = word[:-3] + "y"
        elif word.endswith(("sses", "xes", "ches", "shes", "zes")):
            known = word[:-2]
        elif word.endswith("men") and len(word) > 4:
            known = word[:-2] + "an"
        elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
            known = word[:-1]
    return words.spellings.get(known, known)


def is_plural(word: str, words: FigureWords) -> bool:
    return word in words.plurals or (lemma(word, words) != word and word not in words.spellings)


def verb_stem(word: str, words: FigureWords) -> str:
    """What the forms of a verb share: `evacuat` for evacuate, evacuated, evacuating."""
    verb = words.past.get(word, word)
    for ending in ("ing", "ies", "ied", "ed", "es", "s", "e"):
        if verb.endswith(ending) and len(verb) - len(ending) >= 3 and not verb.endswith("ss"):
            verb = verb[: -len(ending)] + ("y" if ending[0] == "i" and ending != "ing" else "")
            break
    if verb[-2:] in _DOUBLE:
        verb = verb[:-1]
    return verb


def base_form(word: str, words: FigureWords) -> str:
    """A form of a verb as it stands beside the noun of that name: `controlled`, `control`."""
    stem = verb_stem(word, words)
    return stem[:-1] if stem.endswith("ll") and len(stem) > LONGEST_DOUBLE else stem


def is_possessive(piece: Piece) -> bool:
    return piece.text.endswith(_POSSESSIVES)


def without_possessive(piece: Piece) -> str:
    for ending in _POSSESSIVES:
        if piece.text.endswith(ending):
            return piece.text[: -len(ending)] + ("s" if ending[0] == "s" else "")
    return piece.text
