"""The role of each piece of a page: what is title, what is body, what is the site's."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from site_builder.lexicon import Outlet
from site_builder.model import BlockKind
from site_builder.seeds.agency_lines import (
    HEADER_PIECES,
    issuer,
    letterheads,
    mail_lines,
    named_alone,
    of_place,
    place_below,
)
from site_builder.seeds.dateline import Dateline, find_dateline
from site_builder.seeds.furniture import (
    ends_release,
    introduces_comments,
    introduces_links,
    is_foot_furniture,
    is_furniture,
    is_of_release,
    may_be_headline,
)
from site_builder.seeds.header import read_header_line
from site_builder.seeds.lines import (
    MOST_HEADING_WORDS,
    HeaderLine,
    are_people,
    bare_name,
    is_clock,
    is_job,
    is_outlet_like,
    is_prose,
)
from site_builder.seeds.mastheads import above_headline, find_masthead, is_menu, written_out
from site_builder.seeds.pieces import Piece

_FOOT_PIECES = 50
"""And ends with at most so many that are not body."""
_STRONG_AFTER, _WEAK_AFTER = 3, 1
"""Paragraphs before a dateline with a day or an agency, and before one of a place alone, at most."""

_SENTENCE_BREAK = re.compile(r"""[a-zß-öø-ÿ\d)”"][.!?]["”’]?\s["“‘]?[A-ZÀ-Þ]""")
_LONGEST_TITLE, _LONGEST_OF_SENTENCES = 300, 120
_MOST_TITLE_WORDS = 8
"""Words of a headline in plain letters that ends with a full stop; what has more is the first sentence of a
story."""
_LONG_WORD = re.compile(r"[^\W\d_]{4,40}")
_BULLETS = "-–—•*·"
_TOWN = re.compile(r"(?:[A-ZÀ-Þ][\w’'.-]{1,24}\s?){1,3},\s(?:[A-ZÀ-Þ][\w’'.-]{1,24}\s?){1,3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """By piece: its role, and what it says if it is a line about the article.

    A `dateline` is part of the piece it opens, or all of it.
    """

    kinds: tuple[BlockKind, ...]
    lines: tuple[HeaderLine | None, ...]
    dateline: Dateline | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    text: str
    pieces: Sequence[Piece]
    site: Sequence[bool]
    """Which pieces are furniture wherever they stand."""
    lines: Sequence[HeaderLine | None]
    outlets: Collection[str]
    """The names of outlets, case-folded."""
    below: int | None
    """The line of a place and a date that stands below the name of its agency."""

    def is_plain(self, i: int) -> bool:
        return not self.site[i] and self.lines[i] is None

    def is_list_item(self, i: int) -> bool:
        return not is_prose(self.pieces[i].words) or not self.is_plain(i) or is_foot_furniture(self.pieces[i])


def lay_out(text: str, pieces: Sequence[Piece], outlets: tuple[Outlet, ...]) -> Layout:
    """The pieces' roles; they are in order, and the roles of the body are one run of them."""
    page = _page(text, pieces, outlets)
    start, dateline = _dated_body(page)
    if start is None:
        start = _undated_body(page)
    foot, lists = _foot(page, start)
    title = _title(page, start)
    kinds: tuple[BlockKind, ...] = (
        *(_header_kind(page, i, title) for i in range(start)),
        *(_body_kind(page, i) for i in range(start, foot)),
        *(_foot_kind(page, i, lists) for i in range(foot, len(pieces))),
    )
    lines = tuple(
        None if i == title or start <= i < foot or i >= lists else line for i, line in enumerate(page.lines)
    )
    return Layout(kinds=kinds, lines=lines, dateline=dateline)


def _page(text: str, pieces: Sequence[Piece], outlets: tuple[Outlet, ...]) -> _Page:
    known = tuple(line.casefold() for outlet in outlets for line in outlet.furniture)
    names = frozenset(bare_name(form) for outlet in outlets for form in (outlet.name, *outlet.aliases))
    site: list[bool] = []
    lines: list[HeaderLine | None] = []
    for i, piece in enumerate(pieces):
        # A link below a "Read also" is of the same list.
        opens = may_be_headline(piece) and all(site[j] or lines[j] is not None for j in range(i))
        site.append(not opens and (is_furniture(piece, known) or (piece.is_link and i > 0 and site[-1])))
        site[-1] |= i < HEADER_PIECES and is_menu(piece.words)
        outer = i < HEADER_PIECES or i >= len(pieces) - _FOOT_PIECES
        line = read_header_line(text, piece, outlets) if outer and not site[i] else None
        if line is None and i > 0 and (above := lines[-1]) and above.kind == "byline" and is_job(piece.words):
            line = HeaderLine(kind="byline")
        lines.append(line)
    for i, line in mail_lines(pieces, lines):
        lines[i] = line
    issued = issuer(pieces, lines)
    masthead = find_masthead(text, pieces, site, lines) if issued is None else issued
    if masthead is not None:
        name = written_out(pieces[masthead].words, text)
        lines[masthead] = HeaderLine(kind="source", outlet=name)
        names |= {bare_name(name)}
        for i in range(masthead + 1, min(masthead + 4, len(pieces))):
            words = pieces[i].words
            again = words.startswith(f"{name} ") and is_outlet_like(words)
            if not site[i] and lines[i] is None and (again or _TOWN.fullmatch(words)):
                lines[i] = HeaderLine(kind="furniture")
    else:
        named = named_alone(pieces, lines, site)
        if named is not None:
            lines[named] = HeaderLine(kind="source", outlet=pieces[named].words, certain=False)
    for i in above_headline(pieces, site, lines):
        site[i] = True
    found = place_below(pieces, lines, outlets)
    if found is not None:
        agency, below = found
        lines[agency] = lines[agency] or HeaderLine(kind="source", outlet=pieces[agency].words)
        lines[below] = of_place(pieces[below], lines[below])
    for i in letterheads(pieces, lines, outlets):
        lines[i] = of_place(pieces[i], lines[i])
    return _Page(text=text, pieces=pieces, site=site, lines=lines, outlets=names, below=found and found[1])


def _dated_body(page: _Page) -> tuple[int | None, Dateline | None]:
    """Where a paragraph opens with a dateline. One of a place alone has to come early."""
    prose = 0
    for i, piece in enumerate(page.pieces[:HEADER_PIECES]):
        if page.site[i]:
            continue
        if prose > _STRONG_AFTER:
            break
        apart = i == page.below and i + 1 < len(page.pieces) and is_prose(page.pieces[i + 1].words)
        dateline = find_dateline(page.text, piece.span, page.outlets, apart=apart)
        strong = bool(dateline and (dateline.date or dateline.agency))
        first = not any(page.is_plain(j) for j in range(i))
        headline = first and i + 1 < len(page.pieces) and len(piece.words) < 200 and piece.words[-1] != "."
        if dateline and not (headline and not strong) and (strong or prose <= _WEAK_AFTER):
            return i, dateline
        prose += i > 0 and is_prose(piece.words)
    return None, None


def _undated_body(page: _Page) -> int:
    """Where the first paragraph stands: behind the title, the standfirst and the lines about the article."""
    plain = [i for i in range(min(len(page.pieces), HEADER_PIECES)) if page.is_plain(i)]
    if not plain:
        return len(page.pieces) if len(page.pieces) <= HEADER_PIECES else 0
    first = plain[0]
    if not _is_title(page.pieces[first]) or (len(plain) == 1 and is_prose(page.pieces[first].words)):
        return first
    for i in plain[1:]:
        later = range(i + 1, min(i + 4, len(page.pieces)))
        about = any(page.lines[j] is not None for j in later)
        signed = any(_is_signature(page, j) for j in range(i + 1, min(i + 8, len(page.pieces))))
        if is_clock(page.pieces[i].words):
            return i
        if is_prose(page.pieces[i].words) and not (about and not any(page.lines[first + 1 : i])):
            return i
        if (
            not is_prose(page.pieces[i].words)
            and not any(is_prose(page.pieces[j].words) for j in later)
            and not signed
        ):
            return i
    return len(page.pieces)


def _is_signature(page: _Page, i: int) -> bool:
    """Whether a line for certain says who wrote the article, or when."""
    line = page.lines[i]
    return bool(line and line.certain and (line.kind == "byline" or line.dates))


def _title(page: _Page, start: int) -> int | None:
    """The first line that says nothing about the article; failing that, one that may be a headline."""
    plain = [i for i in range(start) if page.is_plain(i)]
    doubtful = [i for i, line in enumerate(page.lines[:start]) if line and not line.certain]
    return next(iter(plain or doubtful), None)


def _foot(page: _Page, start: int) -> tuple[int, int]:
    """From where on there is nothing but furniture and lines about the article, and then lists of others."""
    lists = _lists(page, start)
    foot = lists
    while foot > max(start + 1, lists - _FOOT_PIECES) and _is_foot(page, foot - 1):
        foot -= 1
    return foot, lists


def _lists(page: _Page, start: int) -> int:
    """Where a page goes on to other articles, or to what readers wrote; its end when it does not."""
    end = len(page.pieces)
    for i in range(max(start + 1, end - _FOOT_PIECES), end):
        piece, following = page.pieces[i], page.pieces[i + 1 :]
        if page.site[i] and introduces_links(piece) and all(map(page.is_list_item, range(i + 1, end))):
            return i
        if ends_release(piece) and (_is_release(page) or all(map(page.is_list_item, range(i + 1, end)))):
            return i
        if page.site[i] and introduces_comments(piece) and _is_rest(page.pieces[start:i], following):
            return i
    return end


def _is_release(page: _Page) -> bool:
    """Whether a page is a press release by a line above or below its text."""
    return any(
        is_of_release(page.pieces[i]) for i in (*range(min(len(page.pieces), 8)), *range(len(page.pieces))[-8:])
    )


def _is_rest(before: Sequence[Piece], after: Sequence[Piece]) -> bool:
    """Whether the most of a page is over."""
    return sum(len(piece.words) for piece in before) >= sum(len(piece.words) for piece in after)


def _is_foot(page: _Page, i: int) -> bool:
    return page.site[i] or is_foot_furniture(page.pieces[i], page.outlets) or page.lines[i] is not None


def _header_kind(page: _Page, i: int, title: int | None) -> BlockKind:
    if page.site[i]:
        return "furniture"
    if i == title:
        return "title"
    line = page.lines[i]
    if line:
        return line.kind
    if title is None or i < title:
        return "furniture" if page.pieces[i].is_link else "standfirst"
    return "byline" if are_people(page.pieces[i].words) else "standfirst"


def _body_kind(page: _Page, i: int) -> BlockKind:
    piece = page.pieces[i]
    if page.site[i]:
        return "furniture"
    if is_clock(piece.words):
        return "section"
    more = any(not site for site in page.site[i + 1 : i + 4])
    heading = (
        piece.words[0] not in _BULLETS
        and not is_prose(piece.words)
        and len(piece.words.split()) <= MOST_HEADING_WORDS
    )
    return "heading" if more and heading else "paragraph"


def _foot_kind(page: _Page, i: int, lists: int) -> BlockKind:
    line = page.lines[i]
    return line.kind if line and i < lists and (line.origin or line.kind != "source") else "furniture"


def _is_title(piece: Piece) -> bool:
    breaks = len(_SENTENCE_BREAK.findall(piece.words[: _LONGEST_TITLE + 1]))
    most = MOST_HEADING_WORDS if _is_styled(piece.words) else _MOST_TITLE_WORDS
    if piece.words[-1] == "." and len(piece.words.split()) > most:
        return False
    return len(piece.words) <= (_LONGEST_TITLE if not breaks else _LONGEST_OF_SENTENCES) and breaks < 2


def _is_styled(words: str) -> bool:
    """Whether most of the longer words have a capital, or a colon stands among them, as in headlines."""
    long = _LONG_WORD.findall(words)
    return ":" in words or 2 * sum(word[0].isupper() for word in long) > len(long)
