"""What statements are compared by: whom a speaker speaks for, the days, what is left out."""

from __future__ import annotations

from datetime import date

import pytest

from site_builder.entries import parse_entry
from site_builder.lexicon import Lexicon, Role, Speaker
from site_builder.memory import Base
from site_builder.records import document_of
from site_builder.variants.said import institution_of, near, one_voice, said_in
from site_builder.variants.score import text_of
from site_builder.variants.words import alike_in, alike_words, profile, sentences_of
from tests.variants import parse_said

KNOWN = Lexicon(
    people=(
        Speaker(name="Harbour Ministry", kind="body", aliases=("Ministry of the Harbour",)),
        Speaker(name="Port Council", kind="body"),
        Speaker(
            name="Ana Lind",
            roles=(
                Role(role="member", of="Port Council", until="2016"),
                Role(role="spokeswoman", of="Ministry of the Harbour", since="2015-03"),
                Role(role="envoy", of="Norvia"),
            ),
        ),
    )
)


@pytest.mark.parametrize(
    ("speaker", "role", "day", "expected"),
    [
        ("Ana Lind", "", date(2019, 5, 14), "Harbour Ministry"),
        ("Ana Lind", "", date(2014, 5, 14), "Port Council"),
        ("Ana Lind", "", date(2016, 5, 14), "Port Council"),
        ("Ana Lind", "Harbour Ministry spokeswoman", date(2016, 5, 14), "Harbour Ministry"),
        ("Ana Lind", "", None, "Port Council"),
        ("Harbour Ministry", "", date(2019, 5, 14), "Harbour Ministry"),
        ("Bo Hallam", "harbour master", date(2019, 5, 14), ""),
    ],
)
def test_whom_a_speaker_speaks_for(speaker: str, role: str, day: date | None, expected: str) -> None:
    assert institution_of(speaker, role, day, day, KNOWN) == expected


ENTRY = """---
entry: ferry
outlet: Northern Wire
published: 2019-05-14
---

# Ferry

### s-aaaaaaaa

- speaker: Ana Lind
- role: spokeswoman
- to: reporters
- said: 2019-05-13
- said-from: "on Monday"
- kind: direct

> "Nobody was warned," Lind told reporters.

### s-bbbbbbbb

- speaker: Northern Wire
- kind: own-voice

> The ferry is old.

### s-cccccccc

- kind: indirect

> The ferry would be sold, one of them said.

### s-dddddddd

- speaker: Bo Hallam
- kind: indirect

> Earlier, Hallam had asked for an inquiry.
"""


def test_named_speakers_alone_and_their_days() -> None:
    document, problems = document_of(parse_entry(ENTRY, "ferry.md"), "ferry.md", None, Base())
    assert document is not None
    assert problems == ()
    one, other = said_in([document], KNOWN)
    assert (one.id, one.position, one.voice, one.frame) == (
        "s-aaaaaaaa", 0, "Harbour Ministry", "Ana Lind spokeswoman reporters",
    )  # fmt: skip
    assert (one.first, one.last, one.dated) == (date(2019, 5, 13), date(2019, 5, 13), True)
    assert (other.id, other.position, other.voice) == ("s-dddddddd", 3, "Bo Hallam")
    assert (other.first, other.last, other.dated) == (date(2019, 5, 11), date(2019, 5, 14), False)
    assert one.published == other.published == date(2019, 5, 14)


def test_near_and_one_voice() -> None:
    lind, ministry, orr, later = parse_said(
        "s-a a 2019-05-14 Ana Lind (Ministry): Yes.\n"
        "s-b b 2019-05-15 Ministry (Ministry): Yes.\n"
        "s-c c 2019-05-16/2019-06 Cy Orr (Ministry): Yes.\n"
        "s-d d 2019-06-30 Ana Lind: Yes."
    )
    assert near(lind, ministry)
    assert near(ministry, orr)
    assert not near(lind, orr)
    assert near(orr, later)
    assert one_voice(lind, ministry)
    assert one_voice(ministry, orr)
    assert not one_voice(lind, orr)
    assert one_voice(lind, later)


def test_an_archives_own_words_say_the_same() -> None:
    """By their stems; a line with a word of the shipped table goes on with its line."""
    table = alike_words((("dugout", "trench"), ("Lull", "truce")))
    words = "The trenches were dug in the lull."
    assert alike_in(words, table) == (("trench", "~dugout"), ("lull", "~truce"))
    assert profile(words, alike=alike_in(words, table)).concepts == ("~dugout", "dug", "~truce")
    assert profile(words).concepts == ("trench", "dug", "lull")
    document, _ = document_of(parse_entry(ENTRY, "ferry.md"), "ferry.md", None, Base())
    assert document is not None
    said = said_in([document], Lexicon(alike=(("heralded", "warned"),)))
    assert [one.alike for one in said] == [(("warn", "~warn"),), ()]


def test_all_words_of_a_turn_count() -> None:
    """An interview's turn is direct speech, and what its speaker quotes in it is a part of it."""
    spoken = 'kind: direct\n- cue: :\n\n> HALLAM: The goats wrote "who pays" to Ostrand.'
    text = ENTRY.replace("kind: indirect\n\n> Earlier, Hallam had asked for an inquiry.", spoken)
    document, problems = document_of(parse_entry(text, "ferry.md"), "ferry.md", None, Base())
    assert document is not None
    assert problems == ()
    one, other = said_in([document], KNOWN)
    assert (one.turn, one.compared_as) == (False, "direct")
    assert (other.turn, other.kind, other.compared_as) == (True, "direct", "indirect")
    assert text_of(other).profile.concepts == ("goat", "wrot", "~pay", "ostrand")


def test_what_words_are_compared_by() -> None:
    found = profile(
        '"The three ferries carried 31,248 passengers to Ostrand," Lind said.', "direct", "Ana Lind"
    )
    assert found.concepts == ("3", "ferry", "carry", "31248", "passeng", "ostrand")
    assert sorted(found.numbers) == ["3", "31248"]
    assert sorted(found.names) == ["ostrand"]
    assert found.shown["ferry"] == "ferries"
    assert profile("Two goats were bombarded.").concepts == ("2", "goat", "~strike")
    assert profile("The goats' 2nd bombardment").concepts == ("goat", "2", "~strike")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("“Yes. No,” he said.", ["“Yes.", "No,” he said."]),
        ("Gen. Lind of the U.S. Navy came. He left.", ["Gen. Lind of the U.S. Navy came.", "He left."]),
        ("It cost 3.5 million. “Why?” Nobody knows", ["It cost 3.5 million.", "“Why?”", "Nobody knows"]),
        ("", []),
    ],
)
def test_sentences(words: str, expected: list[str]) -> None:
    assert [words[start:end] for start, end in sentences_of(words)] == expected


@pytest.mark.parametrize(
    "text", ["A. B. " * 30_000, "“" * 60_000, "Mr. " * 30_000, "'s " * 40_000, "3,3" * 40_000]
)
def test_long_odd_texts_take_no_longer_than_their_length_allows(text: str) -> None:
    words = text.strip()
    assert (sentences_of(words)[0].start, sentences_of(words)[-1].end) == (0, len(words))
    assert len(profile(words).plain) <= len(words)
