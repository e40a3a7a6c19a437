"""Two versions word by word: what one has that the other has not, to the character.

Taking the `ins` runs away gives the first version, taking the `del` runs away the second.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, groupby
from typing import Literal

from rapidfuzz.distance import Indel

from site_builder.strings import Strings
from site_builder.variants.english import STOP
from site_builder.variants.excerpt import common_parts
from site_builder.variants.words import sentences_of

Sign = Literal["equal", "del", "ins"]

_TOKEN = re.compile(r"\w+(?:[’'.,-]\w+)*|\s+|[^\w\s]")
_SAME_MARKS = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-"}
)
TIED = 3
"""Words between two replacements that are replaced with them, where none of them tells anything: `of the`."""
NAMED = 4
"""Changes that a sentence names; the others it counts."""
LONGEST = 9
"""Words of a change that are printed whole; of a longer one the first and the last."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words and marks with the blanks behind them: in both versions, in the first alone (`del`), in the
    second alone (`ins`). `around`: whole sentences before or after what both versions say."""

    sign: Sign
    text: str
    around: bool = False


@dataclass(frozen=True, slots=True)
class _Token:
    """A word or a mark, and the blanks behind it; blanks at the head of a text stand alone."""

    word: str
    blanks: str

    @property
    def text(self) -> str:
        return self.word + self.blanks


def compare_words(one: str, other: str, frame: str = "") -> tuple[Run, ...]:
    """The runs of two versions, in order, of each sign one at a time; a `del` before its `ins`. `frame`: who
    spoke and to whom, in the words of both."""
    part, other_part = common_parts(one, other, frame)
    tokens, others = _tokens(one[slice(*part)]), _tokens(other[slice(*other_part)])
    runs = [run for edit in _edits(tokens, others) for run in edit]
    before = (Run("del", one[: part.start], True), Run("ins", other[: other_part.start], True))
    after = (Run("del", one[part.end :], True), Run("ins", other[other_part.end :], True))
    return tuple(run for run in (*before, *_joined(_sorted(runs)), *after) if run.text)


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    for match in _TOKEN.finditer(text):
        if match[0].isspace():
            last = tokens.pop() if tokens else _Token("", "")
            tokens.append(_Token(last.word, match[0]))
        else:
            tokens.append(_Token(match[0], ""))
    return tokens


def _edits(tokens: Sequence[_Token], others: Sequence[_Token]) -> Iterator[tuple[Run, ...]]:
    """The runs of each edit; what stands between two changes without telling anything is changed with them."""
    keys, other_keys = ([_key(token.word) for token in side] for side in (tokens, others))
    codes = [(code.tag, slice(code.src_start, code.src_end), slice(code.dest_start, code.dest_end))
             for code in Indel.opcodes(keys, other_keys)]  # fmt: skip
    for at, (tag, here, there) in enumerate(codes):
        gone, come = tokens[here], others[there]
        between = 0 < at < len(codes) - 1 and all(not _tells(token.word) for token in gone)
        tied = between and len(gone) <= (TIED if _replaced(codes[at - 2 : at], codes[at + 1 : at + 3]) else 1)
        if tag != "equal" or tied:
            yield _run("del", gone), _run("ins", come)
        else:
            yield tuple(chain.from_iterable(map(_equal, gone, come)))


def _replaced(*beside: Sequence[tuple[str, slice, slice]]) -> bool:
    """Whether on both sides words stand for others."""
    return all({tag for tag, _, _ in codes} == {"insert", "delete"} for codes in beside)


@lru_cache(maxsize=1 << 14)
def _key(word: str) -> str:
    """What two words are taken for the same by: letters and kind of mark, not their case or form."""
    return word.translate(_SAME_MARKS).casefold()


def _tells(word: str) -> bool:
    return word[:1].isalnum() and word.casefold() not in STOP


def _run(sign: Sign, tokens: Sequence[_Token]) -> Run:
    return Run(sign, "".join(token.text for token in tokens))


def _equal(one: _Token, other: _Token) -> tuple[Run, ...]:
    """The same word in both, though a capital or a blank may differ."""
    if one.word != other.word:
        return Run("del", one.text), Run("ins", other.text)
    if one.blanks != other.blanks:
        return Run("equal", one.word), Run("del", one.blanks), Run("ins", other.blanks)
    return (Run("equal", one.text),)


def _sorted(runs: Sequence[Run]) -> Iterator[Run]:
    """Between what is equal, all that goes before all that comes: each version keeps its order."""
    for equal, same in groupby(runs, key=lambda run: run.sign == "equal"):
        changes = list(same)
        signs: tuple[Sign, ...] = ("equal",) if equal else ("del", "ins")
        for sign in signs:
            yield from (run for run in changes if run.sign == sign)


def _joined(runs: Iterator[Run]) -> Iterator[Run]:
    """Neighbours of one sign as one, without empty ones."""
    for sign, same in groupby((run for run in runs if run.text), key=lambda run: run.sign):
        yield Run(sign, "".join(run.text for run in same))


def say_differences(strings: Strings, runs: Sequence[Run], second: str) -> str:
    """The differences in a sentence on the second version, by its outlet's name: "The Post omits “…”; adds
    “…”; has “a” for “b”." Capitals, blanks and marks alone are no difference worth naming."""
    changes = [change for change in _changes(runs) if _words(change[0]) != _words(change[1])]
    semicolon = strings.say("lists.semicolon")
    named = (
        strings.say(verb, words=semicolon.join(_say_change(strings, *change) for change in same))
        for verb, same in _by_verb(changes[:NAMED])
    )
    said = semicolon.join((*_say_around(strings, runs), *named))
    if not said:
        same = all(run.sign == "equal" for run in runs)
        return strings.say("same.alike" if same else "same.alike_but", second=second)
    more = len(changes) - NAMED
    if more > 0:
        return strings.say("same.differs_more", more, second=second, changes=said)
    return strings.say("same.differs", second=second, changes=said)


def _say_around(strings: Strings, runs: Sequence[Run]) -> Iterator[str]:
    """How many sentences before and after what both say are in one of the two alone."""
    for sign, key in (("del", "same.omits_around"), ("ins", "same.adds_around")):
        count = sum(len(sentences_of(run.text)) for run in runs if run.around and run.sign == sign)
        if count:
            yield strings.say(key, count)


def _changes(runs: Sequence[Run]) -> list[tuple[str, str]]:
    """What goes and what comes, at each place in what both say."""
    changes = []
    for equal, same in groupby((run for run in runs if not run.around), key=lambda run: run.sign == "equal"):
        if not equal:
            there = {run.sign: run.text for run in same}
            changes.append((there.get("del", ""), there.get("ins", "")))
    return changes


def _by_verb(changes: Sequence[tuple[str, str]]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The changes in their order, those of one verb that follow each other together."""
    for verb, same in groupby(changes, key=_verb):
        yield verb, list(same)


def _verb(change: tuple[str, str]) -> str:
    gone, come = map(_words, change)
    return "same.has" if gone and come else "same.omits" if gone else "same.adds"


def _say_change(strings: Strings, gone: str, come: str) -> str:
    """The words that are new, and what they stand for; else the only words there are."""
    if _words(gone) and _words(come):
        return strings.say("same.words_for", words=_short(come), former=_short(gone))
    return strings.say("same.words", words=_short(gone if _words(gone) else come))


def _words(text: str) -> tuple[str, ...]:
    return tuple(_key(token.word) for token in _tokens(text) if token.word[:1].isalnum())


def _short(text: str) -> str:
    """A change as it is printed: without marks around it, and no longer than LONGEST words."""
    words = text.strip(" \t\n.,;:!?\"“”„«»‘’'()—–-").split()
    if len(words) <= LONGEST:
        return " ".join(words)
    return f"{' '.join(words[: LONGEST // 2])} … {' '.join(words[-(LONGEST // 2) :])}"
