"""Topics: which of the archive's subjects a statement is about."""

from __future__ import annotations

from collections.abc import Iterator
from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from site_builder.annotate.topics import find_topics, terms_of, topics_of
from site_builder.lexicon import Topic
from tests.cases import Case, each_case
from tests.test_annotate_dates import SECONDS, read_marked

TOPICS = (
    Topic(name="Roads", terms=("bridge", "bridges", "ferry", "road works")),
    Topic(name="Floods", terms=("flood", "floods", "high water", "Rhône")),
    Topic(name="Money", terms=("budget", "euro", "army's budget")),
    Topic(name="Talks", terms=("talks", "bridge talks"), broader="Money"),
    Topic(name="桥梁", terms=("大桥",)),
)


def shown(marked: str) -> Iterator[str]:
    article, statements = read_marked(marked)
    for names in find_topics(article, TOPICS, statements):
        yield ", ".join(names) or "none"


@each_case("topics")
def test_topics_of_statements(case: Case) -> None:
    assert "\n".join(shown(case.given)) == case.expected


def test_terms_are_named_as_the_lexicon_writes_them() -> None:
    assert terms_of("BRIDGE  TALKS on the ferry, the bridge", TOPICS) == (
        ("Roads", "bridge"),
        ("Roads", "ferry"),
        ("Talks", "bridge talks"),
        ("Talks", "talks"),
    )


def test_an_archive_without_topics() -> None:
    assert topics_of("the bridge", ()) == ()
    assert topics_of("the bridge", (Topic(name="Empty", terms=("", " ")),)) == ()


names = st.sampled_from(
    ["bridge", "Bridge ", "the", "euro", "bridges", "x", "-", "’s", "\n", "Rhône", "ß", "İ"]
)


@given(st.lists(names, max_size=30).map("".join))
def test_a_topic_is_found_where_its_terms_are_words(text: str) -> None:
    words = "".join(c if c.isalnum() else " " for c in text.casefold()).split()
    found = topics_of(text, TOPICS)
    assert ("Roads" in found) == bool({"bridge", "bridges", "ferry"} & set(words))
    assert ("Money" in found) == bool({"budget", "euro"} & set(words))


def test_a_megabyte_takes_a_second_or_two() -> None:
    marked = "Title\n\n" + "{Petrov} <said> [the bridge talks go on in the flood]. ‖" * 10_000
    article, statements = read_marked(marked)
    started = process_time()
    found = find_topics(article, TOPICS, statements)
    assert process_time() - started < SECONDS
    assert set(found) == {("Roads", "Floods", "Talks")}
