"""The review queue: everything the machine was unsure of, in plain words, with its line and what to do.

An item goes when a person settles it: writes the value in question, or `- reviewed: NAME DATE`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from site_builder.anchors import word_diff
from site_builder.annotate.carried_over import may_be_carried_over
from site_builder.annotate.figure import is_general
from site_builder.annotate.leftover import signs_of_speech
from site_builder.annotate.quotes import unbalanced
from site_builder.annotate.tables import language_of
from site_builder.archive import SET_BY_HAND, Document, Record
from site_builder.contradictions import contradicted
from site_builder.doubts import DOUBTS, TOPICLESS
from site_builder.edtf import parse_edtf
from site_builder.entries.write import escape
from site_builder.lexicon import Lexicon
from site_builder.memory import WORDS, Base, Known
from site_builder.model import UNNAMED_SPEAKER, Article, Dated, Span
from site_builder.reasons import because
from site_builder.roles import in_words
from site_builder.text import clipped, collapse, plural

FILE = "content/review.md"
MACHINE_OWNED = "<!-- site-builder review --write makes this file; what is changed in it by hand is lost. -->"
SHOWN = 100
"""Characters of a statement's words that are shown."""
LINES = 12
"""Lines of an entry that are named at once."""


_RANK = {name: rank for rank, name in enumerate(DOUBTS)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """`id` is "" for what is asked of a whole document; `doubt` is a key of DOUBTS."""

    entry: str
    title: str
    path: str
    line: int
    id: str
    doubt: str
    message: str


def review_items(
    documents: Iterable[Document], bases: Mapping[str, Base], lexicon: Lexicon
) -> tuple[Item, ...]:
    """What is to be reviewed, by document, the most doubtful first. `bases`: what is remembered, by entry."""
    return in_order(
        item
        for document in documents
        for item in _of_document(document, bases.get(document.name, Base()), lexicon)
    )


def in_order(items: Iterable[Item]) -> tuple[Item, ...]:
    """By document, the most doubtful first."""
    by_path: dict[str, list[Item]] = {}
    for item in sorted(items, key=lambda item: (_RANK[item.doubt], item.line, item.message)):
        by_path.setdefault(item.path, []).append(item)
    documents = sorted(by_path.values(), key=lambda same: (_RANK[same[0].doubt], -len(same), same[0].path))
    return tuple(item for same in documents for item in same)


def _of_document(document: Document, base: Base, lexicon: Lexicon) -> Iterator[Item]:
    def item(doubt: str, message: str, record: Record | None = None) -> Item:
        made, line = (record.id, record.line) if record else ("", 1)
        return Item(
            entry=document.name, title=document.title, path=document.path, line=line, id=made, doubt=doubt,
            message=message,
        )  # fmt: skip

    if not document.front.get("reviewed"):
        yield from (item(doubt, message) for doubt, message in _front_doubts(document, base))
    for before, record in zip((None, *document.records), document.records, strict=False):
        known = base.sections.get(record.id, Known((), (), ()))
        if record.orphaned:
            yield item(
                "orphaned", f"its words stood in the source before that changed: {_shown(record)}", record
            )
        was = base.reworded.get(record.id)
        if was and was.reviewed == record.reviewed:
            yield item("reworded", word_diff(" […] ".join(was.words), " […] ".join(record.passages)), record)
        if record.reviewed:
            continue
        for doubt, message in _doubts(document, record, known, lexicon):
            yield item(doubt, message, record)
        if before is not None and _may_go_on(before, record):
            yield item("voice", f"may still be what {before.speaker} says: {_shown(record)}", record)
        for words in _left_out(document, record, known):
            yield item("left", f"in no passage since this one was cut anew: {_cut(words)}", record)
        if record.id in base.lost and not record.by_hand:
            yield item("lost", f"the machine no longer finds: {_shown(record)}", record)


def _front_doubts(document: Document, base: Base) -> Iterator[tuple[str, str]]:
    when = document.published
    if when is None or (_is_open(when) and when.reason != SET_BY_HAND):
        yield (
            "date",
            f"`published:` {when.edtf if when else 'none'}: {when.reason if when else 'no date found'}",
        )
    alike = [record for record in document.records if _is_of_the_day(record) and not record.reviewed]
    if alike and (said := alike[0].said):
        yield "date", f"`said:` of {plural(len(alike), 'statement')} {said.edtf}: {said.reason}"
    for key, new in base.suggested:
        if document.front.get(key) != new:
            yield "suggestion", f"`{key}:` {document.front.get(key)!r}; the machine now says {new!r}"
    if undated := [record.line for record in document.records if _is_undated(record)]:
        listed = "as of the day of publication" if when and parse_edtf(when.edtf).listed else "under no day"
        lines = ", ".join(map(str, undated[:LINES])) + (" …" if len(undated) > LINES else "")
        many = "lines" if len(undated) > 1 else "line"
        yield "undated", f"{plural(len(undated), 'statement')}, listed {listed}: {many} {lines}"
    yield from (("marks", message) for message in _lone_marks(document.article))


def _is_undated(record: Record) -> bool:
    return record.said is None and not (record.own_voice or record.reviewed or "said" in record.by_hand)


def _lone_marks(article: Article | None) -> Iterator[str]:
    """The quotation marks without a twin, at their lines of the seed. Such a quotation was taken to end with
    its sentence or paragraph."""
    if article is None:
        return
    for span in unbalanced(article.text, article.blocks):
        line = article.text.count("\n", 0, span.start) + 1
        yield f"{article.origin.path}:{line}: {_cut(collapse(article.text[slice(*span)]))}"


def _doubts(document: Document, record: Record, known: Known, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """What was doubtful about a statement and nobody has settled."""
    between = ", ".join(f"{name} ({score:.1f})" for name, score in known.candidates)
    if record.speaker == UNNAMED_SPEAKER and "speaker" not in record.by_hand:
        called = f" (called {record.role!r})" if record.role else ""
        who = f" (weighed: {between})" if between else called
        yield "speaker", f"who says this{who}? {_shown(record)}"
    elif between and "speaker" not in record.by_hand:
        yield "pronoun", f"given to {record.speaker}, by a small lead: {between}; {_shown(record)}"
    named = any(person.name == record.speaker for person in lexicon.people)
    language = language_of(record.lang)
    asked = not (named or record.own_voice or "speaker" in record.by_hand)
    if asked and language is not None and is_general(record.speaker, language):
        yield "general", f"whose {record.speaker} is it? {_shown(record)}"
    if record.own_voice and (words := signs_of_speech(" ".join(record.passages), language)):
        yield "voice", f"{_cut(words)} in: {_shown(record)}"
    machine = dict(known.fields)
    if "speaker" in record.by_hand and "role" not in record.by_hand and machine.get("role") and not record.role:
        yield (
            "role",
            f"{machine['role']!r} was found for {machine['speaker']}, and is not shown of {record.speaker}",
        )
    if "role" not in record.by_hand:
        said = record.said or document.published
        for role in contradicted(
            record.role, record.speaker, lexicon, said.edtf if said else None, language_of(record.lang)
        ):
            yield "role", f"{record.speaker} as {record.role!r}, known as {in_words(role)}"
    for key, new in known.suggested:
        what = "the words" if key == WORDS else f"`{key}:`"
        yield "suggestion", f"for {what} the machine now says {_cut(new) or 'nothing'!r}"
    if record.said and _is_open(record.said) and not _is_of_the_day(record) and "said" not in record.by_hand:
        yield "date", f"`said:` {record.said.edtf}: {record.said.reason}"
    if lexicon.topics and not record.topics and not record.own_voice and "topics" not in record.by_hand:
        yield "topic", _shown(record)


def _may_go_on(before: Record, record: Record) -> bool:
    """Whether own voice stands right behind reported words and may go on with them."""
    language = language_of(record.lang)
    if language is None or not record.own_voice or before.kind != "indirect":
        return False
    return before.paragraph == record.paragraph and may_be_carried_over(record.passages[0], language)


def _left_out(document: Document, record: Record, known: Known) -> Iterator[str]:
    """What a person cut off a statement of the machine's, and put in no other one."""
    if WORDS not in record.by_hand or record.orphaned or known.sha256 or document.article is None:
        return
    text = document.article.text
    for start, end in known.spans:
        kept = sorted(span for other in document.records for span in other.spans if span.end > start)
        at = start
        for span in (*(span for span in kept if span.start < end), Span(end, end)):
            words = " ".join(text[at : max(at, span.start)].split())
            if any(map(str.isalnum, words)):
                yield words
            at = max(at, span.end)


def _is_of_the_day(record: Record) -> bool:
    """Whether it has but the day of the other statements: what is asked once of the document."""
    return record.said is not None and any(
        because(how, rest="") in record.said.reason for how in ("only_day", "only_lately")
    )


def _is_open(dated: Dated) -> bool:
    return not parse_edtf(dated.edtf).is_day or dated.edtf[-1] in "?~%"


def _shown(record: Record) -> str:
    return _cut(" […] ".join(record.passages))


def _cut(words: str) -> str:
    return clipped(words, SHOWN)


# In words


def counts(items: Sequence[Item]) -> str:
    """`3 things to review in 2 documents: 1 speaker not identified, 2 dates left open`."""
    if not items:
        return "Nothing to review."
    each = (_called(name, same) for name in DOUBTS if (same := [item for item in items if item.doubt == name]))
    documents = plural(len({item.path for item in items}), "document")
    return f"{plural(len(items), 'thing')} to review in {documents}: {', '.join(each)}."


def _called(doubt: str, items: Sequence[Item]) -> str:
    return plural(len(items), DOUBTS[doubt].one, DOUBTS[doubt].many)


def _apart(items: Sequence[Item]) -> tuple[list[Item], list[Item]]:
    """Statements without a topic, which may be many and need no single look, and all else."""
    return [one for one in items if one.doubt == TOPICLESS], [one for one in items if one.doubt != TOPICLESS]


def as_text(items: Sequence[Item]) -> str:
    lines = [counts(items)]
    topicless, others = _apart(items)
    for path, of_one in groupby(others, key=lambda item: item.path):
        group = tuple(of_one)
        lines += ["", f"{group[0].title} ({path})"]
        for item in group:
            lines += [f"  {path}:{item.line}: {DOUBTS[item.doubt].one}: {item.message}"]
            lines += [f"    To do: {DOUBTS[item.doubt].todo}."]
    if topicless:
        documents = plural(len({item.path for item in topicless}), "document")
        lines += ["", f"{_called(TOPICLESS, topicless)} in {documents}; `site-builder topics` lists them"]
        lines += [f"    To do: {DOUBTS[TOPICLESS].todo}."]
    return "\n".join(lines) + "\n"


def as_markdown(items: Sequence[Item]) -> str:
    """`content/review.md`: each statement linked to its heading in the entry, which code forges show."""
    lines = [MACHINE_OWNED, "", "# To review", "", escape(counts(items))]
    topicless, others = _apart(items)
    for _, of_one in groupby(others, key=lambda item: item.path):
        group = tuple(of_one)
        target = f"entries/{group[0].entry}.md"
        lines += ["", f"## [{escape(group[0].title)}]({target})"]
        for doubt, same in groupby(group, key=lambda item: item.doubt):
            lines += ["", f"**{DOUBTS[doubt].many.capitalize()}**: {DOUBTS[doubt].todo}.", ""]
            for item in same:
                anchor = f"#{item.id}" if item.id else ""
                lines += [f"- [line {item.line}]({target}{anchor}): {escape(item.message)}"]
    if topicless:
        lines += ["", f"## {DOUBTS[TOPICLESS].many.capitalize()}", "", f"{DOUBTS[TOPICLESS].todo}.", ""]
        for entry, of_one in groupby(topicless, key=lambda item: item.entry):
            group = tuple(of_one)
            lines += [f"- [{escape(group[0].title)}](entries/{entry}.md): {len(group)}"]
    return "\n".join(lines) + "\n"


def as_jsonl(items: Sequence[Item]) -> str:
    """One object a line."""
    keys = ("path", "line", "id", "entry", "doubt", "message")
    plain = ({key: getattr(item, key) for key in keys} | {"todo": DOUBTS[item.doubt].todo} for item in items)
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in plain)
