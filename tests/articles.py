"""Articles for tests of the finders, written as plain lines."""

from __future__ import annotations

from site_builder.model import Article, Block, BlockKind, Origin, Span

MARKS: dict[str, BlockKind] = {"# ": "heading", "> ": "standfirst", "~ ": "furniture"}


def article_of(text: str, lang: str = "en") -> Article:
    """The first line is the title, `# ` opens a heading, `> ` a standfirst, `~ ` furniture."""
    blocks: list[Block] = []
    at = 0
    for line in text.split("\n"):
        kind = MARKS.get(line[:2], "paragraph" if blocks else "title")
        start = at + (2 if line[:2] in MARKS else 0)
        if line.strip():
            blocks.append(Block(kind, Span(start, at + len(line))))
        at += len(line) + 1
    return Article(
        origin=Origin("case.txt", "", "utf-8"),
        text=text,
        blocks=tuple(blocks),
        title=text.partition("\n")[0],
        outlet=None,
        republishes=None,
        author=None,
        agency=None,
        place=None,
        section=None,
        dates=(),
        published=None,
        lang=lang,
        url=None,
        archived_url=None,
        rights=None,
    )
