"""Who stands behind a statement as it is shown, and what an editor changed in it, in the words of the site."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from site_builder.archive import OWN, Record
from site_builder.edtf import date_fault, parse_edtf
from site_builder.entries import RELATIONS
from site_builder.memory import WORDS
from site_builder.model import KINDS, UNNAMED_SPEAKER
from site_builder.said_dates import say_date, say_day
from site_builder.strings import Strings
from site_builder.text import slug

SET = frozenset({"topics", *RELATIONS})
"""Keys under which an editor adds to what the document says rather than corrects how it was read."""


def say_standing(strings: Strings, record: Record) -> str:
    """Who stands behind a statement as it is shown, in the words of the site."""
    words = _say_edited(strings, record.by_hand)
    name, _, day = record.reviewed.rpartition(" ")
    if name:
        day = say_day(strings, parse_edtf(day).first)
        words = strings.say(
            "review.also_reviewed" if words else "review.reviewed", review=words, name=name, day=day
        )
    words = words or strings.say("review.extracted")
    return strings.say("review.orphaned", review=words) if record.orphaned else words


def _say_edited(strings: Strings, keys: Sequence[str]) -> str:
    """What an editor did, by the keys under which the entry says otherwise than the machine; "" for nothing."""
    if not keys or OWN in keys:
        return strings.say("review.added") if keys else ""
    named = [key for key in keys if key != "said-from" or "said" not in keys]
    what = strings.joined([strings.say(f"review.keys.{key}") for key in named])
    return strings.say("review.set" if {*named} <= SET else "review.corrected", keys=what)


def say_changes(strings: Strings, record: Record, topic: Callable[[str], str]) -> Iterator[str]:
    """What an editor changed, and what the program had there: a sentence for each value. `topic`: its name."""
    named: Mapping[str, Callable[[str], str]] = {
        "speaker": lambda name: strings.say("statement.unnamed") if name == UNNAMED_SPEAKER else name,
        "said": lambda text: text if date_fault("said", text) else say_date(strings, parse_edtf(text)),
        "kind": lambda kind: strings.say(f"kinds.{kind}") if kind in KINDS else kind,
        "topics": lambda slugs: strings.joined([topic(slug(part)) for part in slugs.split(",")]),
    }
    now = {"said": record.said.edtf if record.said else "", "topics": ",".join(record.topics)}
    for key, before in record.before:
        if key == WORDS:
            yield strings.say("review.changed_words", before=before)
            continue
        label, values = strings.say(f"review.keys.{key}"), (now.get(key, getattr(record, key)), before)
        value, was = (named.get(key, str)(text) if text else strings.say("review.nothing") for text in values)
        yield strings.say("review.changed", key=f"{label[:1].upper()}{label[1:]}", value=value, before=was)
