"""How well statements were found: gold against prediction, in the terms of the README's table.

Unit: a statement's spans, cut at line ends, neighbours joined across quotation marks and commas; edges
stripped of marks, blanks and a leading "that". Mode: the share of its words inside double quotation
marks (all: direct, none: indirect). A found span matches when at least 0.8 of the words of both
together are common to both (Jaccard), each gold span once, best first.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

MODES = ("direct", "mixed", "indirect")
MATCH = 0.8
JOIN = 6
"""Characters between two pieces of one statement below which they are one, when no word is among them."""

Json: TypeAlias = dict[str, Any]

_WORD = re.compile(r"\w+(?:[’'\-]\w+)*|[$%]")
_EDGE = " \t\r\n\"“”„«»'‘’`,.;:!?…-–—()[]"
_THAT = re.compile(r"that\b[\s,]*", re.IGNORECASE)
_NAME = re.compile(r"[A-Z][\w’'\-]*")
_NO_NAMES = frozenset(
    "the a an he she they it we i in his her their some one many but and mr mrs ms dr sen rep gov gen "
    "president senator prof sir lord judge rev jr sr".split()
)


@dataclass(frozen=True, slots=True)
class Segment:
    start: int
    end: int
    words: frozenset[int]
    mode: str
    statement: Json


class Text:
    """A document's words, and which characters stand inside double quotation marks."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = [match.span() for match in _WORD.finditer(text)]
        self.at = [-1] * (len(text) + 1)
        for number, (start, end) in enumerate(self.words):
            self.at[start:end] = [number] * (end - start)
        self.quoted = bytearray(len(text) + 1)
        at = 0
        for line in text.split("\n"):
            for start, end in _quotations(line):
                self.quoted[at + start : at + end] = b"\1" * (end - start)
            at += len(line) + 1

    def segment(self, start: int, end: int, statement: Json) -> Segment | None:
        while start < end and self.text[start] in _EDGE:
            start += 1
        while end > start and self.text[end - 1] in _EDGE:
            end -= 1
        that = _THAT.match(self.text, start, end)
        if that and that.end() < end:
            start = that.end()
        words = frozenset(number for number in self.at[start:end] if number >= 0)
        if not words:
            return None
        inside = sum(self.quoted[self.words[number][0]] for number in words)
        mode = "direct" if inside == len(words) else "indirect" if inside == 0 else "mixed"
        return Segment(start, end, words, mode, statement)


def _quotations(line: str) -> Iterator[tuple[int, int]]:
    start: int | None = None
    for at, mark in enumerate(line):
        if mark in "“„«":
            start = at if start is None else start
        elif mark in "”»" and start is not None:
            yield start, at + 1
            start = None
        elif mark == '"':
            before, after = line[at - 1 : at] or " ", line[at + 1 : at + 2] or " "
            if start is None:
                start = None if after.isspace() else at
            elif before.isspace() and not after.isspace():
                start = at
            else:
                yield start, at + 1
                start = None
    if start is not None:
        yield start, len(line)


def segments(text: Text, statements: Iterable[Json]) -> list[Segment]:
    """Without the attitudes, which are another kind."""
    found: dict[tuple[int, int], Segment] = {}
    for statement in statements:
        if statement.get("kind") in ("attitude", "own-voice"):
            continue
        for start, end in _pieces(text.text, statement):
            if (segment := text.segment(start, end, statement)) is not None:
                found.setdefault((segment.start, segment.end), segment)
    return list(found.values())


def _pieces(text: str, statement: Json) -> list[tuple[int, int]]:
    pieces: list[tuple[int, int]] = []
    for start, end in sorted(map(tuple, statement.get("spans") or [(statement["start"], statement["end"])])):
        at = start
        for line in text[start:end].split("\n"):
            if line.strip():
                between = text[pieces[-1][1] : at] if pieces else "\n"
                if "\n" not in between and len(between) < JOIN and not _WORD.search(between):
                    pieces[-1] = (pieces[-1][0], at + len(line))
                else:
                    pieces.append((at, at + len(line)))
            at += len(line) + 1
    return pieces


def match(gold: Sequence[Segment], found: Sequence[Segment]) -> list[tuple[Segment, Segment]]:
    """Pairs of one gold and one found segment that agree, best first, each once."""
    by_word = defaultdict(list)
    for number, segment in enumerate(found):
        for word in segment.words:
            by_word[word].append(number)
    pairs = []
    for at, segment in enumerate(gold):
        for number in sorted({n for word in segment.words for n in by_word[word]}):
            other = found[number]
            likeness = len(segment.words & other.words) / len(segment.words | other.words)
            if likeness >= MATCH:
                pairs.append((-likeness, at, number))
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    chosen = []
    for _, at, number in sorted(pairs):
        if at not in taken_gold and number not in taken_found:
            taken_gold.add(at)
            taken_found.add(number)
            chosen.append((gold[at], found[number]))
    return chosen


def right_speaker(gold: Json, found: Json | None) -> bool:
    """The mention found overlaps the gold one, or its last name is among the gold's names."""
    if not found:
        return False
    if found.get("start") is not None and found["start"] < gold["end"] and gold["start"] < found["end"]:
        return True
    theirs, ours = _names(gold["text"]), _names(found.get("canonical") or found.get("text") or "")
    return bool(ours) and ours[-1] in theirs


def _names(text: str) -> list[str]:
    words = (re.sub(r"[’']s?$", "", word).lower() for word in _NAME.findall(text))
    return [word for word in words if word not in _NO_NAMES]


def score(gold: Iterable[Json], found: dict[str, Json]) -> dict[str, float | None]:
    """Percentages: span F1 of each mode and of all; joint, with the right speaker too; over words, `words`
    found, and `attributed`: found and given to the right canonical name; `days`, the labelled statements that
    are found with the right day of speaking, or with none where there is none; F1 of who is `cited`.

    None where nothing of the kind is labelled."""
    count: Counter[str] = Counter()
    for document in gold:
        text = Text(document["text"])
        theirs = segments(text, document["statements"])
        aside = {
            word
            for statement in document["statements"]
            if statement.get("kind") == "attitude"
            for start, end in _pieces(text.text, statement)
            for word in text.at[start:end]
        }
        ours = segments(text, found.get(document["id"], {}).get("statements", ()))
        pairs = match(theirs, ours)
        matched = {id(segment) for _, segment in pairs}
        ours = [s for s in ours if id(s) in matched or len(s.words & aside) * 2 < len(s.words)]
        for group, prefix in ((theirs, "gold"), (ours, "found")):
            count.update(f"{prefix} {mode}" for segment in group for mode in (segment.mode, "all"))
        for mine, other in pairs:
            count.update((f"right gold {mine.mode}", "right gold all", f"right found {other.mode}"))
            speaker = mine.statement.get("speaker")
            if speaker:
                count["speakers"] += 1
                count["right speakers"] += right_speaker(speaker, other.statement.get("speaker"))
        _count_words(count, theirs, ours)
        _count_beside(count, theirs, ours, pairs)
    return _figures(count)


def _count_words(count: Counter[str], gold: Sequence[Segment], found: Sequence[Segment]) -> None:
    theirs = {word: _canonical(s) for s in gold for word in s.words}
    ours = {word: _canonical(s) for s in found for word in s.words}
    count["gold words"] += len(theirs)
    count["found words"] += len(ours)
    count["right words"] += len(theirs.keys() & ours.keys())
    count["named words"] += sum(name is not None for name in theirs.values())
    count["attributed words"] += sum(ours.get(word) == name for word, name in theirs.items() if name)


def _count_beside(
    count: Counter[str],
    gold: Sequence[Segment],
    found: Sequence[Segment],
    pairs: Iterable[tuple[Segment, Segment]],
) -> None:
    """By statement, the days of speaking and those who are cited, where they are labelled."""
    theirs, ours = ({id(s.statement): s.statement for s in group} for group in (gold, found))
    beside = {id(mine.statement): other.statement for mine, other in pairs}
    for key, statement in theirs.items():
        other = beside.get(key)
        if "said" in statement:
            count["days"] += 1
            count["right days"] += other is not None and _said(other) == statement["said"]
        if (cited := statement.get("citing")) is not None:
            count["gold cited"] += 1
            count["right cited"] += other is not None and _plain(other.get("citing")) == _plain(cited)
    count["found cited"] += sum(statement.get("citing") is not None for statement in ours.values())


def _said(statement: Json) -> str | None:
    said: str | None = (statement.get("said") or {}).get("edtf")
    return said


def _plain(words: str | None) -> str:
    return " ".join((words or "").casefold().split())


def _canonical(segment: Segment) -> str | None:
    return (segment.statement.get("speaker") or {}).get("canonical")


def _figures(count: Counter[str]) -> dict[str, float | None]:
    figures: dict[str, float | None] = {}
    for mode in (*MODES, "all"):
        found = count["right gold all"] if mode == "all" else count[f"right found {mode}"]
        figures[mode] = _f1(count[f"right gold {mode}"], count[f"gold {mode}"], found, count[f"found {mode}"])
    spans, right = figures["all"], _share(count["right speakers"], count["speakers"])
    figures["joint"] = None if spans is None or right is None else spans * right / 100
    gold, found, right_words = count["gold words"], count["found words"], count["right words"]
    figures["words"] = _f1(right_words, gold, right_words, found)
    attributed, named = count["attributed words"], count["named words"]
    figures["attributed"] = _f1(attributed, gold, attributed, found) if named else None
    figures["days"] = _share(count["right days"], count["days"])
    cited = count["right cited"]
    figures["cited"] = _f1(cited, count["gold cited"], cited, count["found cited"])
    return figures


def _share(right: int, of: int) -> float | None:
    return 100 * right / of if of else None


def _f1(right_gold: int, gold: int, right_found: int, found: int) -> float | None:
    if not gold:
        return None
    recall = right_gold / gold
    precision = right_found / found if found else 0.0
    return 200 * precision * recall / (precision + recall) if precision + recall else 0.0
