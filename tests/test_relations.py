"""Statements about statements: the table, and what people set in an entry."""

from __future__ import annotations

from site_builder.entries import RELATIONS, parse_entry
from site_builder.lexicon import Lexicon, Role, Speaker
from site_builder.memory import Base
from site_builder.records import document_of
from site_builder.variants.references import RELATION_KINDS
from site_builder.variants.relations import Relation, find_relations
from site_builder.variants.stated import Stated, all_relations, stated_relations
from tests.cases import Case, each_case
from tests.gold.relations import documents_of, load_archives, score
from tests.variants import parse_said

KNOWN = Lexicon(
    people=(
        Speaker(
            name="Harbour Ministry", kind="body", aliases=("Ministry of the Harbour",), titles=("ministry",)
        ),
        Speaker(name="Ana Lind", titles=("minister",), roles=(Role(role="minister", of="Harbour Ministry"),)),
        Speaker(name="Port Minister", titles=("minister",)),
    )
)


def outcome(text: str) -> str:
    found = find_relations(parse_said(text), KNOWN)
    return "\n".join(f"{made.kind} {made.source} {made.target}: {made.how}" for made in found)


@each_case("relations")
def test_relations(case: Case) -> None:
    assert outcome(case.given) == case.expected


ENTRY = """---
entry: ferry
outlet: Northern Wire
---

# Ferry

### s-aaaaaaaa

- speaker: Bo Hallam
- kind: indirect
- denies: s-bbbbbbbb, s-zzzzzzzz
- cites:
- repeats: s-aaaaaaaa
- replies-to: Lind

> No letters were hidden.

### s-bbbbbbbb

- speaker: Ana Lind
- kind: indirect

> Letters were hidden.
"""


def test_what_a_person_sets_is_read_and_checked() -> None:
    document, faults = document_of(parse_entry(ENTRY, "entries/ferry.md"), "entries/ferry.md", None, Base())
    assert document
    assert faults == ()
    stated, problems = stated_relations([document], {"s-aaaaaaaa", "s-bbbbbbbb"})
    assert stated == (
        Stated("s-aaaaaaaa", "denies", ("s-bbbbbbbb",)),
        Stated("s-aaaaaaaa", "replies-to", ()),
        Stated("s-aaaaaaaa", "repeats", ()),
        Stated("s-aaaaaaaa", "cites", ()),
    )
    expected = "1: expected the id of another statement in"
    assert [str(problem) for problem in problems] == [
        f"entries/ferry.md:12:{expected} 'denies', found s-zzzzzzzz, which is none",
        f"entries/ferry.md:15:{expected} 'replies-to', found 'Lind'",
        f"entries/ferry.md:14:{expected} 'repeats', found s-aaaaaaaa, which is this one",
    ]


def test_of_a_kind_a_person_sets_theirs_alone_count() -> None:
    found = (
        Relation(kind="denies", source="s-a", target="s-b", how="“denied”"),
        Relation(kind="cites", source="s-a", target="s-c", how="“citing”"),
        Relation(kind="denies", source="s-d", target="s-b", how="“denied”"),
    )
    stated = (Stated("s-a", "denies", ("s-e",)), Stated("s-d", "denies", ()))
    assert all_relations(found, stated) == (
        Relation(kind="cites", source="s-a", target="s-c", how="“citing”"),
        Relation(kind="denies", source="s-a", target="s-e", how="set by the editor"),
    )


def test_the_gold_standard_is_sound() -> None:
    """Its words stand in one statement each, or in none that the program finds."""
    archives = load_archives()
    assert sum(len(archive.relations) for archive in archives) >= 30
    assert sum(not archive.relations for archive in archives) >= 10
    for archive in archives:
        articles = " ".join(" ".join(archive.articles).split())
        said = [" ".join(record.passages) for made in documents_of(archive) for record in made.records]
        for _, *both in archive.relations:
            assert [articles.count(mark) for mark in both] == [1, 1], archive.case
            assert max(sum(mark in words for words in said) for mark in both) == 1, archive.case


def test_what_is_found_in_short_articles() -> None:
    """What a change of the rules may not make worse."""
    found = score(load_archives())
    assert found.wrong == 0
    assert found.recall >= 0.9


def test_the_keys_of_an_entry_are_the_kinds_of_relation() -> None:
    assert RELATIONS == RELATION_KINDS
