"""`site-builder explain`: why a statement reads as it does, in plain words and on the text itself.

On the text, `[words said]`, `{speaker}` and `<cue>` are marked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from site_builder.annotate.resolved import BY_NAME
from site_builder.annotate.sentences import sentences
from site_builder.annotate.tables import language_like, language_of
from site_builder.annotate.topics import terms_of
from site_builder.contradictions import contradicted
from site_builder.edtf import parse_edtf
from site_builder.lexicon import Lexicon, Role
from site_builder.model import Annotation, Article, Dated, Span, Statement
from site_builder.roles import in_words
from site_builder.text import clipped

Style = Callable[[str, str], str]
"""(words, what they are: `words`, `speaker`, `cue` or `label`) → the words as a terminal shows them."""

KINDS_SAID = {
    "direct": "the words stand in quotation marks, or are a turn of an interview",
    "mixed": "some of the words stand in quotation marks",
    "indirect": "none of the words stands in quotation marks",
    "attitude": "what somebody wants, believes or fears",
}
RULES = {
    "clause": "speaker, verb of reporting, and the clause that it reports",
    "object": "speaker, verb of reporting, and what was said as its object",
    "infinitive": "speaker, verb of reporting, and an infinitive",
    "relative": "the verb of reporting in a clause on the speaker: who said …",
    "topic": "the verb of reporting with what was spoken of: spoke about, accused of, called for …",
    "parenthesis": "speaker and verb of reporting after the words, or between them",
    "inversion": "the verb of reporting and then its speaker, after the words or between them",
    "passive": "a verb of reporting in the passive, with who spoke after “by”, or with who was told",
    "nominal": "a noun for something said and the clause that it introduces: her warning that …",
    "quoted": "somebody whom another quotes: quoted as saying …",
    "according to": "according to, citing, or another phrase that names a source",
    "label": "a name and a colon, as in a headline, an interview or a transcript",
    "answer": "an answer in an interview: behind a letter, or under a question in bold or in a heading",
    "signature": "a quotation with its speaker's name under it",
    "quote": "speaker, verb of reporting, and a quotation",
    "mention": "a quotation in a sentence that names its speaker without a verb of reporting",
    "denied": "what somebody denies, behind what it is said of: something the ministry denies doing",
    "pointing back": "the sentence before, which somebody is said to have said: this was said by …",
    "continued": "a quotation without a cue of its own, given to the speaker before it",
    "goes on": "a quotation that goes on in the next paragraph, given to the speaker named at its end",
    "quote alone": "a quotation whose speaker nothing near it names",
}
"""What the name of a rule stands for."""
MARKS = {"words": "[]", "speaker": "{}", "cue": "<>"}
LABEL = 10
"""Columns of the labels."""
SHOWN = 80
"""Characters that are shown of a block that is no paragraph."""


def explain_document(article: Article, annotation: Annotation, style: Style) -> Iterator[str]:
    """Lines on the whole document: what it is, and where its dates come from."""
    yield style(article.title, "label")
    outlet = article.outlet or "no outlet found"
    yield _line("outlet", f"{outlet}, republishing {article.republishes}" if article.republishes else outlet)
    yield _line("published", _dated(annotation.published))
    if annotation.original_published:
        yield _line("original", _dated(annotation.original_published))
    for block in article.blocks:
        if block.kind not in ("title", "paragraph"):
            words = " ".join(article.text[slice(*block.span)].split())
            yield _line("left aside" if block.kind == "furniture" else block.kind, clipped(words, SHOWN))


def explain_statement(article: Article, statement: Statement, lexicon: Lexicon, style: Style) -> Iterator[str]:
    """Lines on one statement."""
    around = _around(article, statement)
    for line in _marked(article.text, around, statement, style).split("\n"):
        if line.strip():
            yield f"  {line.strip()}"
    places = ", ".join(f"{start}–{end}" for start, end in statement.spans)
    yield _line("words", f"characters {places}; {statement.kind}: {KINDS_SAID[statement.kind]}")
    yield _line("rule", RULES.get(statement.rule, statement.rule))
    yield _line("cue", ", ".join(f'"{cue.text}"' for cue in statement.cues) or "none of its own")
    yield _line("speaker", _speaker(article, statement, lexicon))
    if statement.candidates:
        ranked = (f"{name} {score:.1f}" for name, score in statement.candidates)
        yield _line("", f"candidate{'s' if len(statement.candidates) > 1 else ''}: {', '.join(ranked)}")
    for label in ("role", "to", "via", "citing"):
        if value := getattr(statement, label):
            yield _line(label, f'"{value}"')
    for role in _contradicted(article, statement, lexicon):
        yield _line("", f"contradicts what the archive knows: {in_words(role)}")
    yield _line("said", _dated(statement.said))
    found = [pair for span in statement.spans for pair in terms_of(article.text[slice(*span)], lexicon.topics)]
    terms = {
        name: list(dict.fromkeys(term for other, term in found if other == name)) for name in statement.topics
    }
    about = (f"{name} ({', '.join(map(repr, words)) or 'from the heading'})" for name, words in terms.items())
    yield _line("topics", ", ".join(about) or "none")


def _line(label: str, text: str) -> str:
    return f"    {label:<{LABEL}} {text}"


def _dated(dated: Dated | None) -> str:
    if dated is None:
        return "left open: the document gives no day for it"
    return f"{parse_edtf(dated.edtf).in_words}: {dated.reason}"


def _speaker(article: Article, statement: Statement, lexicon: Lexicon) -> str:
    name = statement.canonical or "not identified"
    source = f'"{statement.speaker.text}"' if statement.speaker else "no words of its own"
    where = _named(article, statement, lexicon) if statement.how == BY_NAME else ""
    return f"{name}, from {source} ({statement.how}{where})" if statement.how else f"{name}, from {source}"


def _named(article: Article, statement: Statement, lexicon: Lexicon) -> str:
    """Where the name that a speaker is known by stands: `: first written in full in line 3`."""
    name, mention = statement.canonical or "", statement.speaker
    pattern = re.compile(r"(?<!\w)" + r"\s{1,8}".join(map(re.escape, name.split())) + r"(?!\w)")
    if mention is not None and pattern.search(mention.text):
        return ": written in full here"
    found = pattern.search(article.text)
    if found is not None:
        return f": first written in full in line {article.text.count(chr(10), 0, found.start()) + 1}"
    return ": a form of the name in the archive’s list" if any(p.name == name for p in lexicon.people) else ""


def _contradicted(article: Article, statement: Statement, lexicon: Lexicon) -> tuple[Role, ...]:
    if statement.role is None or statement.canonical is None:
        return ()
    day = statement.said.edtf if statement.said else None
    return contradicted(statement.role, statement.canonical, lexicon, day, language_of(article.lang))


def _around(article: Article, statement: Statement) -> Span:
    """From the first to the last sentence that the statement, its speaker or its cue stands in."""
    spans = [*statement.spans, *(cue.span for cue in statement.cues)]
    if statement.speaker:
        spans.append(statement.speaker.span)
    low, high = min(span.start for span in spans), max(span.end for span in spans)
    parts = [
        part
        for block in article.blocks
        if block.span.start < high and low < block.span.end
        for part in sentences(article.text, block.span, language_like(article.lang))
        if any(part.start < span.end and span.start < part.end for span in spans)
    ]
    if not parts:
        return Span(low, high)
    return Span(min(part.start for part in parts), max(part.end for part in parts))


def _marked(text: str, around: Span, statement: Statement, style: Style) -> str:
    marks = [(span, "words") for span in statement.spans]
    marks += [(cue.span, "cue") for cue in statement.cues]
    if statement.speaker and around.start <= statement.speaker.span.start < around.end:
        marks.append((statement.speaker.span, "speaker"))
    result, at = [], around.start
    for (start, end), what in _apart(marks):
        opens, closes = MARKS[what][0], MARKS[what][1]
        result += [text[at:start], style(f"{opens}{text[start:end]}{closes}", what)]
        at = end
    return "".join([*result, text[at : around.end]])


def _apart(marks: Iterable[tuple[Span, str]]) -> Iterator[tuple[Span, str]]:
    """In order, without those that lie inside another."""
    last = -1
    for span, what in sorted(marks, key=lambda mark: (mark[0].start, -mark[0].end)):
        if span.start >= last:
            yield span, what
            last = span.end
