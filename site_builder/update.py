"""One entry brought up to date with its seed: the file as it is to be, and what is to be remembered of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from site_builder.compose import compose
from site_builder.entries import NEW, Entry, format_entry, parse_entry
from site_builder.errors import Problem
from site_builder.ids import mint
from site_builder.lexicon import Lexicon
from site_builder.memory import Base, Known, Reworded
from site_builder.merge import merge, unmerged, words_of
from site_builder.model import Annotation, Article, Span
from site_builder.text import Searchable


@dataclass(frozen=True, slots=True, kw_only=True)
class Updated:
    """`entry` is what `text` reads as."""

    text: str
    entry: Entry
    base: Base
    problems: tuple[Problem, ...]


def bring_up(
    path: str,
    text: str,
    entry: Entry | None,
    base: Base,
    edited: bool,
    article: Article,
    annotation: Annotation,
    lexicon: Lexicon,
) -> Updated:
    """The entry at `path` after the machine said of its seed what it now says.

    `entry` is what lies there, as `text`; None where nothing does. `edited`: a person changed it since the
    machine wrote it. A file with a fault stays as it is, and so does what is remembered of it.
    """
    if entry and entry.faults:
        return Updated(text=text, entry=entry, base=base, problems=())
    seed = Searchable(article.text)
    if entry:
        given = with_ids(text, entry, base, article, seed)
        text, entry = (text, entry) if given == text else (given, parse_entry(given, path))
    places = places_of(seed, entry) if entry else {}
    there = {section.id for section in entry.sections} if entry else set()
    name = path.rpartition("/")[2].removesuffix(".md")
    draft = compose(
        article, annotation, lexicon, name, known_places(seed, base, places, article.origin.sha256).items()
    )
    draft = draft.without(base.gone.keys() - there)
    now, problems = unmerged(draft, base), tuple[Problem, ...]()
    if entry and (edited or base.own or not base.sections.keys() <= now.sections.keys()):
        merged = merge(text, path, entry, base, draft, places)
        made, now, problems = merged.text, merged.base, merged.problems
    else:
        made = format_entry(draft.entry)
    after = entry if entry and made == text else parse_entry(made, path)
    reworded = dict(_reworded(entry, after, base, article.origin.sha256))
    return Updated(text=made, entry=after, base=replace(now, reworded=reworded), problems=problems)


def changed_words(before: Entry, after: Entry) -> dict[str, tuple[str, ...]]:
    """Statement → its words in `before`, where it has others in `after`."""
    now = {section.id: words_of(section) for section in after.sections}
    was = {section.id: words_of(section) for section in before.sections}
    return {made: words for made, words in was.items() if now.get(made, words) != words}


def _reworded(before: Entry | None, now: Entry, base: Base, sha256: str) -> Iterator[tuple[str, Reworded]]:
    """The statements whose words followed their seed, now or earlier, and that nobody reviewed since; of those
    somebody had reviewed, all that have other words."""
    changed = changed_words(before, now) if before else {}
    followed = base.sha256 not in ("", sha256)
    for section in now.sections:
        reviewed = section.get("reviewed") or ""
        was = base.reworded.get(section.id)
        if was is None and section.id in changed and (followed or reviewed):
            was = Reworded(changed[section.id], reviewed)
        if was and was.reviewed == reviewed and was.words != words_of(section):
            yield section.id, was


_NEW = re.compile(NEW, re.IGNORECASE)


def with_ids(text: str, entry: Entry, base: Base, article: Article, seed: Searchable) -> str:
    """The file with an id in place of every `### new` whose words are found once."""
    lines = text.split("\n")
    taken = {section.id for section in entry.sections} | base.ids
    for section in entry.sections:
        places = seed.find(section.passages[0].words) if section.passages else ()
        if section.id == NEW and len(places) == 1:
            made = mint(article.origin.sha256, places[0].start, taken)
            taken.add(made)
            line = lines[section.line - 1]
            lines[section.line - 1] = _NEW.sub(made, line, count=1).replace(f"#{made}", f"# {made}")
    return "\n".join(lines)


def places_of(seed: Searchable, entry: Entry) -> dict[str, tuple[Span, ...]]:
    """Where the statements of a file stand in the seed, as far as each passage is found there once."""
    found = {section.id: _once(seed, [p.words for p in section.passages]) for section in entry.sections}
    return {made: spans for made, spans in found.items() if spans}


def known_places(
    seed: Searchable, base: Base, places: Mapping[str, tuple[Span, ...]], sha256: str
) -> dict[str, tuple[Span, ...]]:
    """Where each id stands: the machine's by its own last words, a person's by theirs, those taken out last.

    `sha256` is the seed's. Words that changed, or that stand there several times, are looked for where the
    text around them went; those of an earlier seed only where they stand once.
    """
    last = {**base.withdrawn, **base.gone, **base.sections}
    found = {made: _once(seed, known.words) for made, known in last.items()}
    moves = sorted(
        (last[made].spans[0].start, spans[0].start - last[made].spans[0].start)
        for made, spans in found.items()
        if spans and last[made].spans and sha256 != base.sha256
    )
    stands = {
        made: found[made] or (_near(seed, last[made], moves) if last[made].sha256 in ("", sha256) else ())
        for made in (*base.sections, *base.gone, *base.withdrawn)
    }
    # Of two that fit the same words as well, the one that is still in the file.
    machine = {made: stands[made] for made in sorted(base.sections, key=lambda made: made not in places)}
    own = {made: spans for made, spans in places.items() if made not in machine}
    return {**machine, **own, **{made: at for made, at in stands.items() if made not in machine | own}}


def _near(seed: Searchable, known: Known, moves: list[tuple[int, int]]) -> tuple[Span, ...]:
    """The places nearest to where these words are expected; where they stand nowhere, the expected ones."""
    result = []
    words, spans = known.words, known.spans
    passages = words if len(words) == len(spans) else ("",) * len(spans)  # they stand for other words
    for passage, span in zip(passages, spans, strict=True):
        before = bisect_right(moves, span.start, key=lambda move: move[0])
        move = moves[max(before - 1, 0)][1] if moves else 0
        start = span.start + move
        found = seed.find(passage)
        expected = Span(start, span.end + move)
        result.append(min(found, key=lambda place: abs(place.start - start)) if found else expected)
    return tuple(result)


def _once(seed: Searchable, words: Iterable[str]) -> tuple[Span, ...]:
    """The places of all the words when each stands in the text once; else ()."""
    found = [seed.find(passage) for passage in words]
    return tuple(places[0] for places in found) if all(len(places) == 1 for places in found) else ()
