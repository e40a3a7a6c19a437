"""`site-builder topics`: how far the topics reach, and what else the archive's own words suggest."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_builder.annotate.language import Language
from site_builder.annotate.tables import language_of
from site_builder.annotate.tokens import Token, tokenise
from site_builder.annotate.topics import topics_of
from site_builder.archive import Document, Record
from site_builder.errors import InputError, Problem
from site_builder.lexicon import Lexicon, Topic
from site_builder.model import Span
from site_builder.text import collapse, plural, slug

LONGEST_TERM = 3
"""Words in a suggested term."""
SHOWN = 72
"""Characters of a statement that are printed."""
WIDE = 3.0
"""How many times better the ranker must think of one word than of several: a word alone is mostly too wide."""
AS_NOUN = 0.6
"""Share of a word's places at which it must stand as a noun does, to be a term alone."""
FEWEST = 2
"""Statements in which a term stands; documents, for one of a single word, where the archive has as many."""
ASKED = 24
"""How many times as many phrases are ranked as are suggested: most do not stand in two statements."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A phrase of the archive's statements, and how many of them hold it."""

    term: str
    statements: int


def topic_report(
    documents: Sequence[Document], lexicon: Lexicon, counted_as: Mapping[str, str]
) -> Iterator[str]:
    """Lines: the coverage, each topic with its number of statements, the statements without one. `counted_as`:
    statement → the fullest of its document that says the same, with which it counts once, as in the site."""
    spoken = [(document, record) for document in documents for record in _spoken(document)]
    bare = [(document, record) for document, record in spoken if not record.topics]

    def number_of(records: Iterable[Record]) -> int:
        return len({(record.entry, counted_as.get(record.id, record.id)) for record in records})

    about: dict[str, list[Record]] = {}
    for _, record in spoken:
        for topic in record.topics:
            about.setdefault(topic, []).append(record)
    count = {topic: number_of(records) for topic, records in about.items()}
    topics, statements = plural(len(lexicon.topics), "topic"), number_of(record for _, record in spoken)
    without = number_of(record for _, record in bare)
    yield f"{topics} over {plural(statements, 'statement')}, {without} of them without a topic."
    names = {slug(topic.name): topic.name for topic in lexicon.topics}
    numbers = dict.fromkeys(names, 0) | count
    if numbers:
        yield ""
    for key, number in sorted(numbers.items(), key=lambda item: (-item[1], item[0])):
        yield f"{number:6}  {names.get(key) or f'{key} (in no lexicon)'}"
    if bare:
        yield ""
        yield "Without a topic:"
    for document, record in bare:
        words = collapse(" ".join(record.passages))
        shown = words if len(words) <= SHOWN else f"{words[:SHOWN]}…"
        yield f"  {document.path}  {record.id}  {shown}"


def suggest(documents: Sequence[Document], lexicon: Lexicon, number: int) -> tuple[Suggestion, ...]:
    """Up to `number` phrases that stand in two statements or more and are no term yet, the best first.

    A single word is of two documents, unless the archive has but one, and mostly stands as a noun. None tells
    of speaking, of when, of how many or of who holds which office, and none is but part of one before it.

    Raises InputError when the library that ranks phrases is not installed.
    """
    try:
        from yake import KeywordExtractor
    except ImportError:
        message = f"expected the library yake for suggestions, found none: {sys.executable} -m pip install yake"
        raise InputError([Problem("site-builder topics", 0, 0, message)]) from None
    spoken = [(document.path, record) for document in documents for record in _spoken(document)]
    records, texts = [record for _, record in spoken], [_about(record) for _, record in spoken]
    fewest = min(FEWEST, len({path for path, _ in spoken}))
    languages = Counter(document.front.get("lang", "en") for document in documents)
    language = languages.most_common(1)[0][0] if languages else "en"
    ranker = KeywordExtractor(lan=language, n=LONGEST_TERM, top=number * ASKED)
    scored = (
        (score * (1 if " " in term else WIDE), term)
        for term, score in ranker.extract_keywords("\n\n".join(texts))
    )
    known = {term.casefold() for topic in lexicon.topics for term in (topic.name, *topic.terms)}
    attributing, tables = _attributing(records, lexicon), language_of(language)
    nouns = _Nouns(texts, tables) if tables else None
    found: dict[str, int] = {}
    for _, term in sorted(scored):
        topic = (Topic(name=term, terms=(term,)),)
        holding = [path for (path, _), text in zip(spoken, texts, strict=True) if topics_of(text, topic)]
        statements = len(holding)
        if statements < FEWEST or len(set(holding)) < (1 if " " in term else fewest):
            continue
        if nouns and not nouns.may_be(term):
            continue
        words = _words(term)
        telling = attributing.isdisjoint(words) and not (tables and any(_is_idle(w, tables) for w in words))
        part = any(count == statements and {*words} < {*_words(longer)} for longer, count in found.items())
        if telling and not part and term.casefold() not in known:
            found.setdefault(term.casefold(), statements)
    return tuple(Suggestion(term, statements) for term, statements in list(found.items())[:number])


def _about(record: Record) -> str:
    """Its passages without the names of who speaks, in which no topic is looked for."""
    words = " ".join(record.passages)
    for name in (record.role, record.speaker):
        words = words.replace(name, " … ") if name else words
    return words


def _attributing(records: Iterable[Record], lexicon: Lexicon) -> set[str]:
    """The words that say who speaks and not of what: the names and titles of persons."""
    bodies = {person.name for person in lexicon.people if person.kind == "body"}
    people = [person for person in lexicon.people if person.kind == "person"]
    names = [name for person in people for name in (person.name, *person.aliases, *person.titles)]
    names.extend(record.speaker for record in records if record.speaker not in bodies)
    return {word for name in names for word in _words(name)}


class _Nouns:
    """How the words of some texts stand in them."""

    def __init__(self, texts: Sequence[str], language: Language) -> None:
        self.language = language
        self.all, self.as_noun = Counter[str](), Counter[str]()
        for text in texts:
            tokens = tokenise(text, Span(0, len(text)), (), language)
            for at, token in enumerate(tokens):
                self.all[token.lower] += 1
                self.as_noun[token.lower] += self._stands_as_noun(tokens, at)

    def may_be(self, term: str) -> bool:
        """Whether a word alone is mostly a noun, and none of speaking; a phrase ends with one that may be."""
        *before, word = _words(term)
        share = self.as_noun[word] / max(1, self.all[word])
        return share > 0 if before else share >= AS_NOUN and word not in self.language.verbs

    def _stands_as_noun(self, tokens: list[Token], at: int) -> bool:
        """Whether it closes a noun phrase, does not follow a number, and is no verb as far as can be told."""
        grammar, token = self.language.grammar, tokens[at]
        if token.tag not in "wN" or (at + 1 < len(tokens) and tokens[at + 1].tag in "wN#D"):
            return False
        before = tokens[at - 1] if at else None
        if before is None:
            return True
        past = before.tag in "wN" and token.lower.endswith(grammar.past)
        return not past and before.tag not in "#AP" and before.lower not in grammar.infinitive


def _is_idle(word: str, language: Language) -> bool:
    """Whether a word tells of speaking, of when or of who, and of no topic: `told`, `Friday`, `minister`."""
    form = language.verbs.get(word)
    return (
        (form is not None and not form.noun)
        or word in language.tags
        or word in language.honorifics
        or word in language.documents
        or word in language.time.numbers
        or word in language.magnitudes
        or language.singulars.get(word, word) in language.offices | language.unspecific
    )


def _words(text: str) -> list[str]:
    return text.casefold().split()


def listed(suggestions: Iterable[Suggestion]) -> Iterator[str]:
    return (f"{suggestion.statements:6}  {suggestion.term}" for suggestion in suggestions)


def starter(suggestions: Iterable[Suggestion]) -> Iterator[str]:
    """Lines of a `topics.yaml` to edit: every suggested phrase as a topic of its own."""
    yield "# Suggested from the archive's own words. Join what belongs together, name it neutrally, and say in"
    yield "# one sentence what it holds; then put the file into content/lexicon/topics.yaml."
    for suggestion in suggestions:
        yield ""
        yield f"- name: {_quoted(suggestion.term.capitalize())}"
        yield "  terms:"
        yield f"    - {_quoted(suggestion.term)}  # {plural(suggestion.statements, 'statement')}"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _spoken(document: Document) -> Iterator[Record]:
    return (record for record in document.records if not record.own_voice)
