"""The blocks that hold statements, each with its quotations, tokens and names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from site_builder.annotate.language import Language
from site_builder.annotate.names import Name, find_names
from site_builder.annotate.quotes import Quote, find_quotes
from site_builder.annotate.tokens import Token, tokenise
from site_builder.model import Block

HEADLINES = frozenset(("title", "standfirst", "heading"))


class Passage(NamedTuple):
    block: Block
    quotes: tuple[Quote, ...]
    tokens: list[Token]
    names: tuple[Name, ...]


def find_passages(text: str, blocks: Sequence[Block], language: Language) -> list[Passage]:
    """One passage a block, in order."""
    passages = []
    for block, quotes in zip(blocks, find_quotes(text, [block.span for block in blocks]), strict=True):
        tokens = tokenise(text, block.span, quotes, language)
        names = tuple(find_names(tokens, language, headline=block.kind in HEADLINES))
        passages.append(Passage(block, quotes, tokens, names))
    return passages
