"""What stands above a headline: the site's name, its menu, and the headline's own first copy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from site_builder.seeds.agency_lines import MASTHEAD_PIECES
from site_builder.seeds.lines import RUBRICS, HeaderLine, is_outlet_like, is_prose, names_outlet
from site_builder.seeds.pieces import Piece

FEWEST_HEADLINE_WORDS = 4
"""Words of a line that, standing twice at the head of a page, is its headline."""
FEWEST_MENU_WORDS = 3
"""Known words of a menu in which others stand, too."""
_HOME = "Home"
_MENU = RUBRICS | frozenset(
    "about archive archives blog blogs contact donate forum gallery home login photos podcasts search shop "
    "store subscribe video videos".split()
)
_DOMAINS = (".com", ".org", ".net", ".info")
_BREAKS = (" | ", " - ", " – ", " — ", " :: ")


def is_menu(words: str) -> bool:
    """Whether a line is the way to the site's pages, its marks lost: `Home News Sport Weather`, `HomeWorld`."""
    if not words.startswith(_HOME) or words[len(_HOME) :][:1].islower():
        return False
    items = words[len(_HOME) :].casefold().split()
    known = sum(item in _MENU for item in items)
    mostly = known >= FEWEST_MENU_WORDS - 1 and 2 * (known + 1) >= len(items) + 1
    return bool(items) and (known == len(items) or mostly)


def find_masthead(
    text: str, pieces: Sequence[Piece], site: Sequence[bool], lines: Sequence[HeaderLine | None]
) -> int | None:
    """A site's name above its menu and the title: short, and named like one or named again."""
    plain = [i for i in range(min(len(pieces), MASTHEAD_PIECES)) if not site[i] and lines[i] is None]
    if len(plain) < 3 or any(pieces[i].words[-1] == "." for i in plain[:2]):
        return None
    name = pieces[plain[0]].words
    again = text.find(name, pieces[plain[0]].span.end) >= 0 or written_out(name, text) != name
    told = names_outlet(name) or again
    headline = any(len(pieces[i].words) > len(name) for i in plain[1:4] if not is_prose(pieces[i].words))
    return plain[0] if told and is_outlet_like(name) and headline else None


def above_headline(
    pieces: Sequence[Piece], site: Sequence[bool], lines: Sequence[HeaderLine | None]
) -> Iterator[int]:
    """Lines at the head that are the site's: its name with a motto, and what leads to a headline's copy."""
    motto = _named_with_motto(pieces, lines)
    if motto is not None and any(lines[i] is None and not site[i] for i in range(1, min(6, len(pieces)))):
        yield motto
    repeated = _repeated_headline(pieces, site)
    if repeated is not None:
        first, copy = repeated
        yield from (i for i in range(first) if lines[i] is None)
        yield copy


def _repeated_headline(pieces: Sequence[Piece], site: Sequence[bool]) -> tuple[int, int] | None:
    """The two lines of a headline that stands twice at the head of a page; a sentence is none."""
    seen: dict[str, int] = {}
    for i, piece in enumerate(pieces[:MASTHEAD_PIECES]):
        words = piece.words
        if site[i] or words.endswith((".", ":", ",")) or len(words.split()) < FEWEST_HEADLINE_WORDS:
            continue
        if words in seen:
            return seen[words], i
        seen[words] = i
    return None


def _named_with_motto(pieces: Sequence[Piece], lines: Sequence[HeaderLine | None]) -> int | None:
    """The first line, where it is the outlet that another line names, and a motto: `The Post | News`; or
    nothing but a domain."""
    if not pieces or lines[0] is not None:
        return None
    words = pieces[0].words.casefold()
    if words.endswith(_DOMAINS) and " " not in words:
        return 0
    outlets = (line.outlet or line.origin for line in lines[1:MASTHEAD_PIECES] if line)
    names = [outlet.casefold() for outlet in outlets if outlet]
    told = any(words.startswith(name + mark) for name in names for mark in _BREAKS)
    told = told or any(words.rpartition(mark)[2] in RUBRICS and mark in words for mark in _BREAKS)
    return 0 if told or words in names else None


def written_out(name: str, text: str) -> str:
    """A name in capitals as the text writes it: `Hill Radio` for "HILL RADIO"."""
    plain = name.title()
    return plain if name.isupper() and plain in text else name
