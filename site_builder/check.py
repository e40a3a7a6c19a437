"""What an editor should mend in the files: each check yields warnings, the driver prints them all.

What the machine was unsure of is in the review queue (`review`), and nowhere else.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from site_builder.annotate.tables import language_of
from site_builder.archive import OWN, Document
from site_builder.config import Config
from site_builder.contradictions import contradicted
from site_builder.edtf import parse_edtf
from site_builder.entries import CUES
from site_builder.errors import Problem
from site_builder.lexicon import Lexicon
from site_builder.model import UNNAMED_OUTLET, Span
from site_builder.outlets import faults
from site_builder.roles import in_words
from site_builder.slips import suggestion
from site_builder.text import HIDDEN, clipped, collapse, count_words, slug
from site_builder.texts import Text

SCRIPTS = frozenset({"LATIN", "CYRILLIC", "GREEK"})
"""Scripts whose letters can be taken for one another (Unicode UTS #39)."""

SHOWN = 60
"""Characters of words that are named in a warning."""
_TO_WRITE = re.compile(r"\*(Say here[^*\n]{1,400})\*")
"""What the pages of a new archive ask for."""
_ZERO_WIDTH = re.compile("[\u200b\u2060]")


def check_document(document: Document, lexicon: Lexicon) -> tuple[Problem, ...]:
    return tuple(problem for check in CHECKS for problem in check(document, lexicon))


def check_archive(
    documents: tuple[Document, ...], lexicon: Lexicon, config: Config, texts: Sequence[Text]
) -> tuple[Problem, ...]:
    """What no document shows by itself."""
    return (
        *outlets_without_profile(documents, lexicon),
        *same_words(documents),
        *unknown_rights(documents, lexicon, config),
        *doubtful_profiles(lexicon),
        *unwritten_pages(texts),
    )


def unknown_topics(document: Document, lexicon: Lexicon) -> Iterator[Problem]:
    from rapidfuzz import fuzz, process

    known = [slug(topic.name) for topic in lexicon.topics]
    for record in document.records:
        for topic in record.topics:
            if topic not in known:
                best = process.extractOne(topic, known, scorer=fuzz.ratio, score_cutoff=65)
                hint = f"; did you mean {best[0]!r}?" if best else ""
                message = f"expected a topic of content/lexicon/topics.yaml, found {topic!r}{hint}"
                yield Problem(document.path, record.line, 1, message, "warning")


def outlets_without_profile(documents: tuple[Document, ...], lexicon: Lexicon) -> Iterator[Problem]:
    """Each once, at the first of its documents."""
    told = {outlet.name for outlet in lexicon.outlets} | {UNNAMED_OUTLET}
    for document in documents:
        for outlet in filter(None, (document.outlet, document.republishes)):
            if outlet not in told:
                told.add(outlet)
                message = f"expected a profile in content/lexicon/outlets.yaml, found none for {outlet!r}"
                yield Problem(document.path, 0, 0, message, "warning")


def unwritten_pages(texts: Sequence[Text]) -> Iterator[Problem]:
    """Pages that still ask for what `site-builder new` left to write."""
    for text in texts:
        for place in _TO_WRITE.findall(text.body):
            message = f"expected what the page asks for, found {clipped(place, SHOWN)}"
            yield Problem(f"content/pages/{text.name}.md", 0, 0, message, "warning")


def mixed_scripts(document: Document, lexicon: Lexicon) -> Iterator[Problem]:
    """A name with a letter of another script in it passes for the name it imitates."""
    for record in document.records:
        for word in record.speaker.split():
            scripts = {unicodedata.name(letter, "").split(" ")[0] for letter in word if letter.isalpha()}
            if len(scripts & SCRIPTS) > 1:
                found = " and ".join(sorted(scripts & SCRIPTS)).title()
                message = f"expected a word of one script in 'speaker', found {word!r} in {found}"
                yield Problem(document.path, record.line, 1, message, "warning")


def hidden_characters(document: Document, lexicon: Lexicon) -> Iterator[Problem]:
    for record in document.records:
        for passage in record.passages:
            for character in dict.fromkeys([*HIDDEN.findall(passage), *_ZERO_WIDTH.findall(passage)]):
                message = f"expected words that show as they are, found the character U+{ord(character):04X}"
                yield Problem(document.path, record.line, 1, message, "warning")


def contradictory_roles(document: Document, lexicon: Lexicon) -> Iterator[Problem]:
    """A role that an editor wrote stays; that it is another than the known one is said. `review` asks about
    those that the machine found."""
    for record in document.records:
        if "role" not in record.by_hand or record.reviewed:
            continue
        said = record.said or document.published
        for role in contradicted(
            record.role, record.speaker, lexicon, said.edtf if said else None, language_of(record.lang)
        ):
            message = f"expected {record.speaker} to be {in_words(role)}, found the role {record.role!r}"
            yield Problem(document.path, record.line, 1, message, "warning")


def words_twice(document: Document, lexicon: Lexicon) -> Iterator[Problem]:
    """The machine gives every sentence to one statement: words in two are a boundary that was moved too far,
    or a statement that was added without taking its words out of another."""
    if document.article is None:
        return
    spans = [(span, record) for record in document.records for span in record.spans]
    reach, holder = Span(0, 0), document.records[0] if document.records else None
    told = set[tuple[str, str]]()
    for span, record in sorted(spans, key=lambda place: (place[0], place[1].line)):
        words = collapse(document.article.text[span.start : min(span.end, reach.end)])
        if holder and holder.id != record.id and (holder.id, record.id) not in told and count_words(words):
            told.add((holder.id, record.id))
            if not record.reviewed:
                found = f"found {words[:SHOWN]!r} in that of {holder.speaker} in line {holder.line}, too"
                message = f"expected words of one statement alone, {found}"
                yield Problem(document.path, record.line, 1, message, "warning")
        if span.end > reach.end:
            reach, holder = span, record


def cues_of_other_words(document: Document, lexicon: Lexicon) -> Iterator[Problem]:
    """What a person wrote, or copied with a statement whose words are others."""
    for record in document.records:
        if record.reviewed or {OWN, "cue"}.isdisjoint(record.by_hand):
            continue
        for cue in filter(None, record.cue.split(CUES)):
            if not any(cue in passage for passage in record.passages):
                message = f"expected a cue of the statement's own words, found {cue!r}"
                yield Problem(document.path, record.line, 1, message, "warning")


def said_after_publication(document: Document, lexicon: Lexicon) -> Iterator[Problem]:
    """What is said on a later day than it was published is a slip in one of the two."""
    if document.published is None:
        return
    published = parse_edtf(document.published.edtf)
    for record in document.records:
        said = parse_edtf(record.said.edtf) if record.said else None
        if said and said.first > published.last and not record.reviewed:
            expected = f"expected a day up to {published.text}, that of publication, in 'said'"
            message = f"{expected}, found {said.text!r}"
            yield Problem(document.path, record.line, 1, message, "warning")


def same_words(documents: tuple[Document, ...]) -> Iterator[Problem]:
    """Two seeds that differ in blanks, line ends or a byte-order mark are one document kept twice."""
    first: dict[str, str] = {}
    for document in sorted(documents, key=lambda document: document.front.get("seed", "")):
        path = document.front.get("seed", "")
        known = first.setdefault(document.fingerprint, path) if document.fingerprint else path
        if known != path:
            message = f"expected a document of its own, found the words of {known} with other blanks"
            yield Problem(path, 0, 0, message, "warning")


def unknown_rights(documents: tuple[Document, ...], lexicon: Lexicon, config: Config) -> Iterator[Problem]:
    """A misspelled outlet would be shown as all others are, against what was meant."""
    known = {outlet.name for outlet in lexicon.outlets}
    known |= {name for d in documents for name in (d.outlet, d.republishes) if name}
    for name in config.rights.outlets:
        if name not in known:
            hint = suggestion(name, sorted(known))
            message = f"expected an outlet of this archive in [rights.outlets], found {name!r}{hint}"
            yield Problem("site.toml", 0, 0, message)


def doubtful_profiles(lexicon: Lexicon) -> Iterator[Problem]:
    """A type in words of one's own cannot be counted, and a label that nobody can check is an opinion."""
    for outlet in lexicon.outlets:
        for fault in faults(outlet):
            yield Problem("content/lexicon/outlets.yaml", 0, 0, fault, "warning")


CHECKS = (
    unknown_topics,
    mixed_scripts,
    hidden_characters,
    contradictory_roles,
    words_twice,
    cues_of_other_words,
    said_after_publication,
)
