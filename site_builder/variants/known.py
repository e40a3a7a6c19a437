"""What is known of the statements among which a reference is looked for: by document, by speaker, by name."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

from site_builder.annotate.english import ENGLISH
from site_builder.lexicon import Lexicon
from site_builder.variants.said import Said
from site_builder.variants.words import Profile, profile

EARLIER = timedelta(days=14)
"""So long before may another document have what is denied, replied to, repeated or cited."""
MOST = 1_000
"""Statements of one speaker in those days that are looked at, the latest."""


def _day(dated: tuple[date, Said]) -> date:
    return dated[0]


class Known:
    """The statements by document and by speaker, and the names speakers go by, everywhere and in a document."""

    def __init__(self, statements: Sequence[Said], lexicon: Lexicon) -> None:
        self.by_document: dict[str, list[Said]] = {}
        self.here: dict[tuple[str, str], list[Said]] = {}
        """By document and speaker."""
        self.dated: dict[str, list[tuple[date, Said]]] = {}
        """By speaker, by the first day they may have been made on."""
        self.profiles: dict[str, Profile] = {}
        self.names: dict[str, str] = {}
        self.local: dict[str, dict[str, set[str]]] = {}
        """By document, once it was asked for."""
        self.titles = {person.name: person.titles for person in lexicon.people}
        for person in lexicon.people:
            for name in (*person.aliases, person.name):
                self.names[plain(name)] = person.name
        for said in statements:
            self.by_document.setdefault(said.document, []).append(said)
            self.here.setdefault((said.document, said.speaker), []).append(said)
            if said.first and not said.nameless:
                self.dated.setdefault(said.speaker, []).append((said.first, said))
            if not said.nameless:
                self.names.setdefault(plain(said.speaker), said.speaker)
        for dated in self.dated.values():
            dated.sort(key=lambda item: (item[0], item[1].document, item[1].position))

    def earlier(self, speaker: str, said: Said) -> Iterator[Said]:
        """What a speaker said in other documents, up to the days of a statement and not long before them."""
        dated = self.dated.get(speaker, [])
        if said.first is None or said.last is None:
            return
        low = bisect_left(dated, max(said.first, date.min + EARLIER) - EARLIER, key=_day)
        high = bisect_right(dated, said.last, key=_day)
        latest = dated[max(low, high - MOST) : high]
        yield from (other for _, other in latest if other.document != said.document)

    def speaker(self, words: str, document: str) -> str | None:
        """Whom a name or a title means in a document; None for nobody, or for more than one."""
        name = plain(words)
        if name in self.names:
            return self.names[name]
        if document not in self.local:
            self.local[document] = self._names_in(document)
        here = self.local[document].get(name, set())
        return next(iter(here)) if len(here) == 1 else None

    def _names_in(self, document: str) -> dict[str, set[str]]:
        """Short name or title → the speakers of a document who may be called so there."""
        here: dict[str, set[str]] = {}
        for said in self.by_document.get(document, ()):
            for name in (plain(said.speaker), *_short_names(said, self.titles.get(said.speaker, ()))):
                here.setdefault(name, set()).add(said.speaker)
        return here

    def profile(self, said: Said) -> Profile:
        if said.id not in self.profiles:
            self.profiles[said.id] = profile(said.words, "indirect", said.frame, said.alike)
        return self.profiles[said.id]


def _short_names(said: Said, titles: Iterable[str]) -> Iterator[str]:
    """What a speaker may be called where everybody knows who is meant: the last name, an office, a title."""
    yield plain(said.speaker.split()[-1])
    yield from map(plain, titles)
    office = said.frame.removeprefix(said.speaker).split()
    yield from (plain(" ".join(office[at:])) for at in range(max(len(office) - 3, 0), len(office)))


@lru_cache(maxsize=1 << 14)
def plain(name: str) -> str:
    """In lower case, with straight apostrophes, no article before and no possessive behind."""
    words = name.replace("’", "'").casefold().split()
    if words and words[0] in ENGLISH.grammar.articles:
        words = words[1:]
    return " ".join(words).removesuffix("'s").removesuffix("'")
