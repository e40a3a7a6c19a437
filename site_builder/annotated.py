"""`site-builder annotate`: documents outside any archive, as JSON lines or as entries."""

from __future__ import annotations

import json
from collections.abc import Iterator

from site_builder.annotate import annotate
from site_builder.compose import compose, entry_name
from site_builder.entries import format_entry
from site_builder.lexicon import Lexicon
from site_builder.model import Annotation, Article, Dated, Mention, Span, Statement
from site_builder.seeds import Sidecar, parse_seed


def annotated(data: bytes, path: str, lexicon: Lexicon, attitudes: bool = False) -> tuple[Article, Annotation]:
    """With `attitudes`, also what somebody wants or believes. Raises InputError when the bytes are no text."""
    article = parse_seed(data, path, Sidecar(), lexicon.outlets)
    return article, annotate(article, lexicon, attitudes)


def as_markdown(article: Article, annotation: Annotation, lexicon: Lexicon) -> str:
    """The entry an archive would hold."""
    name = entry_name(article, annotation.published)
    return format_entry(compose(article, annotation, lexicon, name).entry)


def as_json(article: Article, annotation: Annotation, lexicon: Lexicon, own_voice: bool = False) -> str:
    """One line. Offsets are characters of `text`, which is the whole decoded file.

    With `own_voice`, the passages nobody is credited with are listed too, under the outlet's name.
    """
    rows = [_statement(statement) for statement in annotation.statements]
    if own_voice:
        rows.extend(_own_voice(article, annotation, lexicon))
        rows.sort(key=lambda row: (row["start"], row["end"]))
    document = {
        "id": article.origin.path,
        "text": article.text,
        "title": article.title,
        "outlet": article.outlet,
        "published": _dated(annotation.published),
        "statements": rows,
    }
    return json.dumps(document, ensure_ascii=False) + "\n"


def _statement(statement: Statement) -> dict[str, object]:
    speaker = _mention(statement.speaker)
    if speaker is not None:
        speaker["canonical"] = statement.canonical
    elif statement.canonical is not None:
        speaker = {"text": None, "start": None, "end": None, "canonical": statement.canonical}
    return {
        "start": statement.spans[0].start,
        "end": statement.spans[-1].end,
        "spans": [list(span) for span in statement.spans],
        "kind": statement.kind,
        "speaker": speaker,
        "cue": _mention(statement.cues[0] if statement.cues else None),
        "citing": statement.citing,
        "said": _dated(statement.said),
        "topics": list(statement.topics),
    }


def _own_voice(article: Article, annotation: Annotation, lexicon: Lexicon) -> Iterator[dict[str, object]]:
    draft = compose(article, annotation, lexicon, entry_name(article, annotation.published))
    spans = dict(draft.spans)
    for section in draft.entry.sections:
        if section.get("kind") == "own-voice":
            places: tuple[Span, ...] = spans[section.id]
            speaker = {"text": None, "start": None, "end": None, "canonical": section.get("speaker")}
            yield {
                "start": places[0].start,
                "end": places[-1].end,
                "spans": [list(span) for span in places],
                "kind": "own-voice",
                "speaker": speaker,
                "cue": None,
                "citing": None,
                "said": None,
                "topics": [topic for topic in (section.get("topics") or "").split(", ") if topic],
            }


def _mention(mention: Mention | None) -> dict[str, object] | None:
    if mention is None:
        return None
    return {"text": mention.text, "start": mention.span.start, "end": mention.span.end}


def _dated(dated: Dated | None) -> dict[str, object] | None:
    """`date` is the day when there is one without doubt."""
    if dated is None:
        return None
    return {"date": dated.edtf if len(dated.edtf) == 10 else None, "edtf": dated.edtf, "from": dated.reason}
