"""Work grows with the length of the text and no faster, whatever the text is made of."""

from __future__ import annotations

import gc
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.annotate import annotate
from site_builder.compose import compose
from site_builder.lexicon import Lexicon
from tests.articles import article_of

MEGABYTE = 1_000_000
PIECES = (
    '"', "“", "‘", "'", "”", "''", '"a ', "“a ", "‘a ", "s’ ", "A", "A ", "said ", "he said ", "adding ",
    "according to ", "Smith: ", "(", ", ", "— ", ". ", "Lee said that ", "Ann Lee, ", "who said ", "Mr. ",
    '"No," he said. ', "The spokesman said no. ", "Lee and ", '\n"a', "\nLee: no",
    "Ann Lee said no. He said yes.\n", "was told ", "was accused by Lee of ", "claim that ",
    "quoted Lee as saying ",
    "who said ", "Lee, from Hull, ", "court heard ", ", which Lee says ",
    "1 ", "1/1/2011 ", "May 1 ", "in 2011 ", "Lee said on Friday. ",
)  # fmt: skip
fragments = st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join)


def seconds(text: str) -> float:
    article = article_of("Title\n" + text)
    gc.collect()
    start = process_time()
    annotate(article, Lexicon())
    return process_time() - start


@pytest.mark.parametrize("piece", ['"', "“", "‘", "A", "A ", "said ", ", ", "(", "1/1/2011 "])
def test_a_megabyte_of_the_same_ends_in_seconds(piece: str) -> None:
    assert seconds(piece * (MEGABYTE // len(piece))) < 8


@given(fragments)
@settings(max_examples=40)
def test_twice_the_text_takes_about_twice_the_time(piece: str) -> None:
    """With room for a machine that does other things: a quadratic step would take sixteen times."""
    short, long = piece * (20_000 // len(piece)), piece * (80_000 // len(piece))
    first = min(seconds(short) for _ in range(2))
    assert seconds(long) < 9 * first + 0.1


@pytest.mark.parametrize("piece", ["“No, not me,” he said. ", "“No, not me.” ", "according to X, "])
def test_an_entry_of_many_statements_in_one_paragraph_is_made_in_seconds(piece: str) -> None:
    article = article_of("Title\n" + piece * (300_000 // len(piece)))
    annotation = annotate(article, Lexicon())
    gc.collect()
    start = process_time()
    compose(article, annotation, Lexicon(), "a")
    assert process_time() - start < 8


@pytest.mark.parametrize(
    "sentence",
    [
        "{name} {name}son said it was late. ",
        "{name} Lee said it was late. ",
        "Ann {name} said it was late. Ann left. ",
        "The {name} Ministry said it was late. The ministry said no more. ",
        "{name} spokesman {name} Moss said it was late. The {name} spokesman left. ",
    ],
)
def test_ever_new_names_take_time_in_proportion(sentence: str) -> None:
    sentences = [
        sentence.format(name="N" + "".join(chr(97 + int(digit)) for digit in str(n))) for n in range(4_000)
    ]
    assert seconds("".join(sentences)) < 9 * seconds("".join(sentences[:1_000])) + 0.1
