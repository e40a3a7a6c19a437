"""How an entry divides its article: whose words each passage holds."""

from __future__ import annotations

from site_builder.annotate import annotate
from site_builder.compose import compose
from site_builder.entries import Section
from site_builder.lexicon import Lexicon
from site_builder.seeds import parse_seed
from tests.cases import Case, each_case

HEAD = "Title of the day\n\nOSTRAND, 3 May 2019 (The Wire) - "


@each_case("passages")
def test_passages(case: Case) -> None:
    article = parse_seed(f"{HEAD}{case.given}\n".encode(), "seeds/a.txt")
    draft = compose(article, annotate(article, Lexicon()), Lexicon(), "a")
    assert "\n".join(map(_shown, draft.entry.sections)) == case.expected


def _shown(section: Section) -> str:
    role = section.get("role")
    said_by = f"{section.get('speaker')}, {role}" if role else str(section.get("speaker"))
    own = ", own voice" if section.get("kind") == "own-voice" else ""
    return f"{said_by}{own}: {' '.join(passage.words for passage in section.passages)}"
