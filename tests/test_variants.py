"""Which statements are taken for one, over whole blocks: the table, and what holds of every grouping."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.variants import archive
from site_builder.model import UNNAMED_SPEAKER
from site_builder.variants.decisions import VERDICTS, Ruling, Rulings, Verdict
from site_builder.variants.english_alike import ALIKE
from site_builder.variants.groups import Grouping, blocks_of, explain_pair, group, group_block
from site_builder.variants.said import Said, frame_of
from site_builder.variants.versions import Variant
from tests.cases import Case, each_case
from tests.variants import parse_said


def shown(variant: Variant) -> str:
    many = f"-{variant.last + 1}" if variant.last > variant.first else ""
    return variant.statement if variant.whole else f"{variant.statement}#{variant.first + 1}{many}"


def lines(groupings: Sequence[Grouping]) -> list[str]:
    found = []
    for grouping in groupings:
        for made in grouping.groups:
            found.append(" / ".join(" ".join(map(shown, version.variants)) for version in made.versions))
        found += [f"unsure {link.one} {link.other} {link.score:.2f}" for link in grouping.unsure]
        found += [f"apart {link.one} {link.other} {link.score:.2f}" for link in grouping.apart]
    return found


def outcome(text: str) -> str:
    statements = parse_said(text)
    one, other = statements[0], statements[1]
    home = next(block for block in blocks_of(statements) if one in block)
    return "\n".join([*lines(group(statements)), "why", *explain_pair(home, Rulings(), one.id, other.id)])


@each_case("variants")
def test_variants(case: Case) -> None:
    assert outcome(case.given) == case.expected


@each_case("near_misses")
def test_near_misses(case: Case) -> None:
    papers = ("s-a wire", "s-b post")
    given = zip(papers, case.given.split("\n"), strict=True)
    statements = parse_said("\n".join(f"{paper} 2019-05-14 Lena Voss: {words}" for paper, words in given))
    (block,) = blocks_of(statements)
    verdict, *reasons = explain_pair(block, Rulings(), "s-a", "s-b")
    against = [reason for reason in reasons if reason[0] in "-×"]
    assert "\n".join([verdict, *against]) == case.expected
    assert bool(group_block(block).groups) == verdict.endswith("the same statement (from 0.45)")


@each_case("variants")
def test_the_order_of_the_statements_does_not_matter(case: Case) -> None:
    statements = parse_said(case.given)
    assert group(statements[::-1]) == group(statements)


INVENTED, PLANTED = archive(240, 7)


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False))
def test_a_block_alone_has_the_groups_it_has_in_the_whole(chance: random.Random) -> None:
    statements = list(INVENTED)
    chance.shuffle(statements)
    whole = dict(zip(blocks_of(INVENTED), group(INVENTED), strict=True))
    block = chance.choice(blocks_of(statements))
    assert group_block(block) == whole[block]
    changed = chance.choice(INVENTED)
    words = "“Something else entirely was decided in the lower house,” the speaker said."
    after = [replace(said, words=words) if said == changed else said for said in INVENTED]
    for block, grouping in zip(blocks_of(after), group(after), strict=True):
        if block in whole:
            assert grouping == whole[block]


def test_a_statement_is_in_one_block() -> None:
    ids = [said.id for block in blocks_of(INVENTED) for said in block]
    assert sorted(ids) == sorted(said.id for said in INVENTED)


def test_every_variant_is_what_the_statement_has_there() -> None:
    words = {said.id: said.words for said in INVENTED}
    for grouping in group(INVENTED):
        for made in grouping.groups:
            assert len(made.variants) > 1
            for variant in made.variants:
                assert variant.words in words[variant.statement]
                assert variant.whole == (variant.words == words[variant.statement].strip())


def test_group_ids_are_given_once() -> None:
    ids = [made.id for grouping in group(INVENTED) for made in grouping.groups]
    assert len(ids) == len(set(ids)) > 15


pairs = st.lists(st.sampled_from([said.id for said in INVENTED]), min_size=2, max_size=2, unique=True)


@settings(max_examples=40, deadline=None)
@given(pairs, st.sampled_from(VERDICTS))
def test_decisions_always_win(ids: list[str], verdict: Verdict) -> None:
    rulings = Rulings((Ruling(verdict=verdict, ids=tuple(ids)),))
    groupings = group(INVENTED, rulings)
    together = [
        made
        for grouping in groupings
        for made in grouping.groups
        if {*ids} <= {v.statement for v in made.variants}
    ]
    assert len(together) == (1 if verdict == "same" else 0)


def test_a_planted_pair_is_parted_and_an_unlike_one_joined() -> None:
    groups = [made for grouping in group(INVENTED) for made in grouping.groups]
    one, other = (variant.statement for variant in groups[0].variants[:2])
    stranger = next(said.id for said in INVENTED if said.id not in (one, other))
    rulings = Rulings(
        (Ruling(verdict="different", ids=(one, other)), Ruling(verdict="same", ids=(one, stranger)))
    )
    after = [
        {v.statement for v in made.variants}
        for grouping in group(INVENTED, rulings)
        for made in grouping.groups
    ]
    assert {one, stranger} in after
    assert not any({one, other} <= ids for ids in after)


def test_an_unsure_decision_is_listed() -> None:
    said = parse_said(
        's-a wire 2019-05-14 Bo: "Nobody was warned," he said.\ns-b post 2019-05-14 Bo: Nobody was warned.'
    )
    (grouping,) = group(said, Rulings((Ruling(verdict="unsure", ids=("s-a", "s-b")),)))
    assert lines([grouping]) == ["unsure s-b s-a 1.00"]
    assert explain_pair(
        said, Rulings((Ruling(verdict="unsure", ids=("s-a", "s-b"), by="A. Reader"),)), "s-a", "s-b"
    )[0] == ("decided by A. Reader: unsure")


@pytest.mark.parametrize(
    ("spoken", "frame"),
    [
        (("Bo Hallam", "ferry owner", "reporters"), "Bo Hallam ferry owner reporters"),
        (("Bo Hallam", "", ""), "Bo Hallam"),
        ((UNNAMED_SPEAKER, "a dock worker", ""), "a dock worker"),
        ((UNNAMED_SPEAKER, "", ""), ""),
    ],
)
def test_who_spoke_is_told_without_words_of_ours(spoken: tuple[str, str, str], frame: str) -> None:
    assert frame_of(*spoken) == frame


def test_many_copies_of_one_statement_are_one_group() -> None:
    """More than are ever compared with each other."""
    words = '"The pier at Sandholt will be closed to lorries from June {}," Hallam said.'
    copies = [copy_of(number, words.format("or July" if number % 3 else "")) for number in range(300)]
    (grouping,) = group(copies)
    (made,) = grouping.groups
    assert len(made.versions) == 300
    assert grouping.unsure == grouping.apart == ()


def copy_of(number: int, words: str) -> Said:
    (said,) = parse_said(f"s-{number:08} paper-{number:03} 2019-05-14 Bo Hallam: {words}")
    return replace(said, published=date(2019, 5, 14) + timedelta(days=number // 100))


def test_a_word_is_alike_in_one_line_only() -> None:
    """In a second one it would do nothing."""
    words = (word for line in ALIKE.split("\n") if not line.startswith("#") for word in line.split())
    assert [word for word, count in Counter(words).items() if count > 1] == []
