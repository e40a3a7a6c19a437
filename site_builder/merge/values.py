"""What the machine now says, as far as it goes with what a person said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from site_builder.edtf import parse_edtf
from site_builder.entries import CUES, KEYS
from site_builder.merge.passages import within

Values = Mapping[str, str]
REASONS = ("said", "published", "original-published")
"""The keys of dates; the reason for each stands under the key with `-from`."""


def of_speaker(old: Values, mine: Values, theirs: Values) -> dict[str, str]:
    """A role of somebody whom a person said it was not stays as it was."""
    speaker = mine.get("speaker")
    if "speaker" not in old or speaker in (None, old["speaker"], theirs.get("speaker")):
        return dict(theirs)
    known = {**theirs, "role": old.get("role", "")}
    return {key: known[key] for key in KEYS if known.get(key)}


def of_words(old: Values, mine: Values, theirs: Values, words: Sequence[str]) -> dict[str, str]:
    """Of a statement that a person cut to `words`: the cues that stand in them."""
    if mine.get("cue") not in (None, old.get("cue")):
        return dict(theirs)
    cues = CUES.join(cue for cue in theirs.get("cue", "").split(CUES) if within([cue], words))
    return {key: cues if key == "cue" else value for key, value in theirs.items() if key != "cue" or cues}


def of_dates(old: Values, mine: Mapping[str, str | None], theirs: Values) -> dict[str, str]:
    """No reason for a date that is a person's, or that a person says there is none of; one they wrote stays.
    A slip for a date changes nothing: it is to be mended."""
    now = dict(theirs)
    for key in REASONS:
        reason, date = f"{key}-from", mine.get(key)
        if date is None or date in (old.get(key), theirs.get(key)) or not _is_date(date):
            continue
        if mine.get(reason) in (None, old.get(reason)) or reason not in old:
            now.pop(reason, None)
        else:
            now[reason] = old[reason]
    return now


def _is_date(text: str) -> bool:
    try:
        return not text or parse_edtf(text) is not None
    except ValueError:
        return False
