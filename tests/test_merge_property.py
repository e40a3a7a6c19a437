"""Whatever a person does to an entry and whatever the machine says next, nothing a person wrote is lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

from hypothesis import event, given
from hypothesis import strategies as st

from site_builder.annotate.english import ENGLISH
from site_builder.annotate.sentences import sentences
from site_builder.compose import Draft, compose
from site_builder.entries import Entry, Heading, Lines, Note, Section, Value, format_entry, parse_entry
from site_builder.entries.write import format_field, format_front, format_quote
from site_builder.errors import InputError
from site_builder.lexicon import Lexicon, Topic
from site_builder.memory import gone_ids
from site_builder.merge import Base, Known, Merged, base_of, merge
from site_builder.model import Annotation, Article, Block, BlockKind, Dated, Origin, Span, Statement
from site_builder.text import Searchable, collapse
from site_builder.update import known_places, places_of

PATH = "content/entries/e.md"
WORDS = ["bridge", "harbour", "lock", "*tide*", "ferry", "&amp;", "#4", "pier", "_quay_", "mole", "seventeen"]
SPEAKERS = ["Ana Lind", "Bo Hallam", "Karsk council"]
LEXICON = Lexicon(topics=(Topic(name="Bridges", terms=("bridge",)), Topic(name="Water", terms=("tide",))))

# The machine: an article, and whom it credits with each sentence


@dataclass(frozen=True, slots=True)
class Machine:
    article: Article
    annotation: Annotation


def article_of(paragraphs: list[list[str]], facts: tuple[str | None, str | None]) -> Article:
    """Each paragraph a list of sentences; one of a single sentence without a stop is a heading."""
    author, place = facts
    text, blocks = "", list[Block]()
    for number, paragraph in enumerate([["A title"], *paragraphs]):
        words = " ".join(paragraph)
        kind: BlockKind = "paragraph" if words.endswith(".") else "heading" if number else "title"
        blocks.append(Block(kind, Span(len(text), len(text) + len(words))))
        text += words + "\n\n"
    origin = Origin("seeds/a.txt", sha256(text.encode()).hexdigest(), "utf-8")
    nothing = dict.fromkeys(("republishes", "agency", "section", "published", "url", "archived_url", "rights"))
    return Article(
        origin=origin, text=text, blocks=tuple(blocks), title="A title", outlet="Northern Wire", lang="en",
        author=author, place=place, dates=(), **nothing,
    )  # fmt: skip


voices = st.tuples(
    st.sampled_from([None, None, *SPEAKERS]),
    st.sampled_from([None, None, "mayor", "owner"]),
    st.sampled_from([None, "reporters"]),
    st.sampled_from([None, "2019-05-14", "2019-05"]),
    st.sampled_from([(), ("Bridges",), ("Water", "Bridges")]),
)
Voice = tuple[str | None, str | None, str | None, str | None, tuple[str, ...]]


def statement(span: Span, voice: Voice) -> Statement:
    speaker, role, to, said, topics = voice
    return Statement(
        kind="indirect", spans=(span,), speaker=None, canonical=speaker, role=role, cues=(), to=to, via=None,
        citing=None, said=Dated(said, "a rule") if said else None, topics=topics, rule="drawn",
    )  # fmt: skip


def credited(article: Article, said: list[Voice]) -> Machine:
    paragraphs = (block.span for block in article.blocks if block.kind == "paragraph")
    spans = (span for paragraph in paragraphs for span in sentences(article.text, paragraph, ENGLISH))
    found = (statement(span, said[n % len(said)]) for n, span in enumerate(spans) if said[n % len(said)][0])
    return Machine(article, Annotation(published=None, original_published=None, statements=tuple(found)))


sentence = st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(lambda w: f"The {' '.join(w)} rose.")
paragraphs = st.lists(
    st.one_of(st.lists(sentence, min_size=1, max_size=4), st.sampled_from([["On the water"], ["On the land"]])),
    min_size=1,
    max_size=5,
)
facts = st.tuples(st.sampled_from([None, "C. Reed", "D. Reed"]), st.sampled_from([None, "Karsk: a *port*"]))
said = st.lists(voices, min_size=1, max_size=8)


@st.composite
def machines(draw: st.DrawFn) -> tuple[Machine, Machine]:
    """The machine before and after: other rules, and perhaps another seed."""
    before = draw(paragraphs)
    after = [list(paragraph) for paragraph in before]
    for _ in range(draw(st.integers(0, 2))):
        at = draw(st.integers(0, len(after) - 1))
        change = draw(st.sampled_from(["mend", "insert", "cut"]))
        if change == "mend":
            after[at][-1] = after[at][-1].replace("rose", "has risen").replace("On the", "By the")
        elif change == "insert":
            after.insert(at, [draw(sentence)])
        elif len(after) > 1:
            del after[at]
    return credited(article_of(before, draw(facts)), draw(said)), credited(
        article_of(after, draw(facts)), draw(said)
    )


# The person: a file as parts in order, any of which may be changed


@dataclass(frozen=True, slots=True)
class Part:
    """Lines of the file: `kind` is front, title, heading, id, field, quote or note."""

    kind: str
    key: str
    lines: str


def parts_of(entry: Entry) -> Iterator[Part]:
    for key, value in entry.front:
        yield Part("front", key, format_front(key, value))
    yield Part("title", "", f"# {entry.title}")
    for item in entry.items:
        if isinstance(item, Heading):
            yield Part("heading", "", f"## {item.text}")
        elif isinstance(item, Section):
            yield Part("id", item.id, f"### {item.id}")
            yield from (Part("field", key, format_field(key, value)) for key, value in item.fields)
            yield from (Part("quote", passage.words, format_quote(passage.words)) for passage in item.passages)


def file_of(parts: list[Part]) -> str:
    text, last = "---\n", "front"
    for part in parts:
        if part.kind != "front" and last == "front":
            text += "---\n"
        if part.kind != last or part.kind in ("quote", "note", "heading", "id"):
            text += "\n"
        text, last = f"{text}{part.lines}\n", part.kind
    return text


values = st.sampled_from(["", "Dana Roe", "2020", "by *hand* & `ink`", "a: b # c", "- dash", "Bo Hallam"])
keys = st.sampled_from(["role", "to", "x-shelf", "cue", "checked"])
fronts = st.sampled_from(["author", "place", "x-box", "outlet", "lang", "rights"])
NOTES = ["A note.", "Two   odd\nlines: *here*.", "1. first\n2. second", "```\n### s-00000000\n> no\n```", "***"]
EDITS = {
    "value": "field", "drop": "field", "unknown": "field", "cut": "quote", "grow": "quote", "delete": "id",
    "note": "quote heading note", "new": "quote heading note",
    "heading": "heading", "front": "front", "list": "front", "order": "front", "comment": "front",
}  # fmt: skip
"""What a person does, and the kinds of parts it is done to."""


@st.composite
def edited(draw: st.DrawFn, entry: Entry, text: str) -> str:
    """The entry's file after a person was at it."""
    parts = list(parts_of(entry))
    for number in range(draw(st.integers(0, 8))):
        edit(draw, parts, draw(st.sampled_from(list(EDITS))), number, collapse(text))
    if draw(st.integers(0, 4)) == 0:
        parts = [replace(p, lines=p.lines.replace("- ", "*   ", 1)) if p.kind == "field" else p for p in parts]
    file = file_of(parts)
    return file.replace("\n", "\r\n") if draw(st.integers(0, 4)) == 0 else file


def edit(draw: st.DrawFn, parts: list[Part], what: str, number: int, text: str) -> None:
    places = [n for n, part in enumerate(parts) if part.kind in EDITS[what].split()]
    if not places:
        return
    at = draw(st.sampled_from(places))
    part = parts[at]
    if what == "value":
        parts[at] = replace(part, lines=format_field(part.key, draw(values)))
    elif what == "drop":
        del parts[at]
    elif what == "heading":
        parts[at] = replace(part, lines=draw(st.sampled_from(["## Mine", "## On the land", "Mine *too*\n---"])))
    elif what == "unknown":
        add_field(parts, at, draw(keys), draw(values))
    elif what == "note":
        parts.insert(at + 1, Part("note", "", draw(st.sampled_from(NOTES))))
    elif what == "delete":
        del parts[at : next((n for n in places if n > at), len(parts))]
    elif what in ("cut", "grow"):
        parts[at] = replace(part, lines=format_quote(moved(draw, part.key, text, what)))
    elif what == "new":
        begin = draw(st.integers(0, len(text.split()) - 1))
        words = " ".join(text.split()[begin : begin + draw(st.integers(1, 12))])
        made = Part("id", "", f"### s-0000000{number}")
        parts[at + 1 : at + 1] = [
            made,
            Part("field", "kind", "- kind: mixed"),
            Part("quote", words, format_quote(words)),
        ]
    else:
        edit_front(draw, parts, at, what, number)


def moved(draw: st.DrawFn, words: str, text: str, what: str) -> str:
    """The boundary of a quote moved by words."""
    number = draw(st.integers(1, 4))
    if what == "cut":
        kept = words.split()[number:] if draw(st.booleans()) else words.split()[:-number]
        return " ".join(kept) or words
    return " ".join([words, *text.partition(words)[2].split()[:number]])


def add_field(parts: list[Part], at: int, key: str, value: str) -> None:
    first = max(n for n, part in enumerate(parts[: at + 1]) if part.kind == "id")
    last = next((n for n, part in enumerate(parts) if n > at and part.kind != "field"), len(parts))
    if key not in {part.key for part in parts[first:last]}:
        parts.insert(at + 1, Part("field", key, format_field(key, value)))


def edit_front(draw: st.DrawFn, parts: list[Part], at: int, what: str, number: int) -> None:
    part = parts[at]
    front = [n for n, other in enumerate(parts) if other.kind == "front"]
    if what == "order":
        parts.insert(draw(st.sampled_from(front)), parts.pop(at))
    elif what == "comment" and "#" not in part.lines:
        form = draw(st.sampled_from(["{}  # remark {}", "# remark {1}\n{0}"]))
        parts[at] = replace(part, lines=form.format(part.lines, number))
    else:
        key, value = draw(fronts), draw(values)
        found: Value = (value, "second") if what == "list" else value
        old = next((n for n in front if parts[n].key == key), None)
        new = Part("front", key, format_front(key, found))
        parts[at + 1 if old is None else old : at + 1 if old is None else old + 1] = [new]


# What is to be


def bring(text: str, base: Base, machine: Machine) -> tuple[Merged, Draft]:
    """Merge the file with what the machine says now; ids follow the words the machine last gave."""
    entry = parse_entry(text, PATH)
    seed = Searchable(machine.article.text)
    places = places_of(seed, entry)
    known = known_places(seed, base, places, machine.article.origin.sha256)
    draft = compose(machine.article, machine.annotation, LEXICON, "e", known.items())
    return merge(text, PATH, entry, base, draft, places), draft


def three_way(
    base: Mapping[str, str | None], ours: Mapping[str, str | None], theirs: Mapping[str, str | None]
) -> dict[str, str]:
    """The table of the merge, for values."""
    result = {}
    for key in {**ours, **theirs, **base}:
        untouched = ours.get(key) is None or ours.get(key) == base.get(key)
        value = theirs.get(key) if untouched and (key in theirs or key in base) else ours.get(key)
        if value is not None:
            result[key] = value
    return result


def front_of(entry: Entry) -> dict[str, str | None]:
    return {key: entry.get(key) for key, _ in entry.front}


def sections_of(entry: Entry) -> dict[str, Section]:
    return {section.id: section for section in entry.sections}


def words_of(section: Section) -> tuple[str, ...]:
    return tuple(passage.words for passage in section.passages)


def notes_of(entry: Entry) -> list[str]:
    free = [item.markdown for item in entry.items if isinstance(item, Note)]
    return free + [note for section in entry.sections for note in section.notes]


def is_within(some: Iterable[object], all_of: Iterable[object]) -> bool:
    """Whether everything of `some` is in `all_of`, in that order."""
    rest = iter(all_of)
    return all(one in rest for one in some)


def replaced(ours: Entry, base: Base, merged: Merged, theirs: Base) -> Iterator[Lines]:
    """The lines of what no person touched and the machine now says otherwise."""
    old, new = dict(base.front), dict(theirs.front)
    for item in ours.items:
        if isinstance(item, Heading) and f"# {item.text}" in base.outline and theirs.outline != base.outline:
            yield item.lines
        if isinstance(item, Section) and item.id in merged.base.merged:
            yield item.lines
    for (key, _), place in zip(ours.front, ours.front_lines, strict=True):
        if ours.get(key) == old.get(key) != new.get(key):
            yield place
    for section in ours.sections:
        before, after = base.sections.get(section.id), theirs.sections.get(section.id)
        if before is None or after is None:
            continue
        for (key, value), place in zip(section.fields, section.field_lines, strict=True):
            if value == dict(before.fields).get(key) != dict(after.fields).get(key):
                yield place
        if words_of(section) == before.words != after.words:
            yield from (passage.lines for passage in section.passages)


@st.composite
def stories(draw: st.DrawFn) -> tuple[str, Base, Machine, Machine]:
    """A file a person edited, what the machine remembers, what it said then and what it says now."""
    before, after = draw(machines())
    draft = compose(before.article, before.annotation, LEXICON, "e")
    file = draw(edited(draft.entry, before.article.text))
    assert format_entry(draft.entry) == file_of(list(parts_of(draft.entry)))
    return file, draw(st.sampled_from([base_of(draft), base_of(draft), Base()])), before, after


@given(stories())
def test_what_a_person_wrote_stays_and_the_rest_follows_the_machine(
    story: tuple[str, Base, Machine, Machine],
) -> None:
    text, base, _, machine = story
    ours = parse_entry(text, PATH)
    merged, draft = bring(text, base, machine)
    theirs = base_of(draft)
    result = parse_entry(merged.text, PATH)
    assert front_of(result) == three_way(dict(base.front), front_of(ours), dict(theirs.front))
    mine, now = sections_of(ours), sections_of(result)
    joined = merged.base.merged.keys() - base.merged.keys()
    assert is_within((made for made in mine if made not in joined), now)
    for made, section in mine.items():
        old, new = base.sections.get(made) or Known((), (), ()), theirs.sections.get(made)
        if made in joined:
            assert (section.fields, words_of(section), section.notes) == (old.fields, old.words, ())
            assert set(" ".join(old.words).split()) <= set(" ".join(words_of(now[heir(merged, made)])).split())
            continue
        if new is None:
            assert now[made] == section
            continue
        assert dict(now[made].fields) == three_way(dict(old.fields), dict(section.fields), dict(new.fields))
        assert words_of(now[made]) == (new.words if words_of(section) == old.words else words_of(section))
        assert now[made].notes == section.notes
    for made in now.keys() - mine.keys():
        assert made not in base.sections
        assert (now[made].fields, words_of(now[made])) == (
            theirs.sections[made].fields,
            theirs.sections[made].words,
        )
    for made in theirs.sections.keys() - now.keys() - base.sections.keys():
        said = repr(" ".join(theirs.sections[made].words)[:80])
        assert any(said in problem.message for problem in merged.problems)
    assert base.ids | mine.keys() <= now.keys() | {gone.id for gone in gone_ids("e", merged.base)}
    event(f"{len(now.keys() - mine.keys())} added, {len(merged.problems)} warnings")


def heir(merged: Merged, made: str) -> str:
    (target,) = (gone.target for gone in gone_ids("e", merged.base) if gone.id == made)
    return target


@given(stories())
def test_what_a_person_wrote_stays_to_the_letter(story: tuple[str, Base, Machine, Machine]) -> None:
    text, base, _, machine = story
    ours = parse_entry(text, PATH)
    merged, draft = bring(text, base, machine)
    result = parse_entry(merged.text, PATH)
    gone = {line for place in replaced(ours, base, merged, base_of(draft)) for line in range(*place)}
    lines = [line for number, line in enumerate(text.split("\n"), 1) if line.strip() and number not in gone]
    assert is_within(lines, merged.text.split("\n"))
    assert notes_of(result) == notes_of(ours)
    for number in range(9):
        assert merged.text.count(f"# remark {number}") == text.count(f"# remark {number}")
    if "\r\n" in text:
        assert merged.text.count("\r\n") == merged.text.count("\n")


@given(stories())
def test_a_second_merge_changes_nothing_and_says_the_same(story: tuple[str, Base, Machine, Machine]) -> None:
    text, base, _, machine = story
    once, _ = bring(text, base, machine)
    twice, _ = bring(once.text, once.base, machine)
    assert twice == once


@given(stories())
def test_a_machine_that_says_the_same_changes_no_byte(story: tuple[str, Base, Machine, Machine]) -> None:
    """But for what a person took out of a list of fields, which the machine may fill, and for the machine's
    reasons for dates that are a person's."""
    text, base, machine, _ = story
    ours = parse_entry(text, PATH)
    taken_out = any(
        key not in dict(section.fields)
        for section in ours.sections
        if section.id in base.sections
        for key, _ in base.sections[section.id].fields
    )
    own_dates = any(
        dict(known.fields).get("said") != dict(section.fields).get("said")
        for section in ours.sections
        if (known := base.sections.get(section.id))
    )
    merged, _ = bring(text, base, machine)
    if base.sections and not (taken_out or own_dates):
        assert merged.text == text
        assert merged.problems == ()


ODD_LINES = """
> more words|> > deep|>|- |- x: y|+ x: y|* z: y|1. one|```|    code|---|***|===|text|  text|\ttext
[m]: /there|[m]: /there 'and|<!-- aside -->|## On the water|### s-00000009|#### deeper|- role: x\\
x: {a|{a: b}|# remark|x: ||\x0c|\u2028
"""


@st.composite
def odd_files(draw: st.DrawFn) -> tuple[str, Base, Machine]:
    """A file whose lines were taken out, doubled, moved, or had odd ones put between them."""
    before, after = draw(machines())
    draft = compose(before.article, before.annotation, LEXICON, "e")
    lines = format_entry(draft.entry).split("\n")
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(1, len(lines) - 1))
        what = draw(st.sampled_from(["out", "double", "move", "odd", "odd", "indent"]))
        taken = lines[at]
        if what in ("out", "move"):
            del lines[at]
        if what in ("double", "move"):
            lines.insert(draw(st.integers(1, len(lines))), taken)
        elif what == "odd":
            lines.insert(at, draw(st.sampled_from(re.split(r"[|\n]", ODD_LINES))))
        elif what == "indent":
            lines[at] = draw(st.sampled_from(["  ", " ", "    ", "\t"])) + taken
    return draw(st.sampled_from(["\n", "\n", "\r\n"])).join(lines), base_of(draft), after


@given(odd_files())
def test_a_file_in_any_form_is_merged_or_left_alone(odd: tuple[str, Base, Machine]) -> None:
    text, base, machine = odd
    try:
        ours = parse_entry(text, PATH)
    except InputError:
        return  # it is reported, and nobody merges it
    once, draft = bring(text, base, machine)
    gone = {line for place in replaced(ours, base, once, base_of(draft)) for line in range(*place)}
    lines = [line.strip() for number, line in enumerate(text.split("\n"), 1) if number not in gone]
    assert is_within(filter(None, lines), map(str.strip, once.text.split("\n")))
    twice, _ = bring(once.text, once.base, machine)
    assert twice == once
