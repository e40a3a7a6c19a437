"""The one day on which a report has anybody speak, for those of whom it does not say when."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from site_builder.annotate.report_time import ReportTime, is_of_briefing, place_of
from site_builder.edtf import doubted, parse_edtf
from site_builder.model import Dated, Statement
from site_builder.reasons import AND, because, quoted

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def one_day(
    report: ReportTime,
    statements: Sequence[Statement],
    own: Sequence[Dated | None],
    dated: Sequence[Dated | None],
    headings: Sequence[int],
    outlet: str | None,
) -> Iterator[Dated | None]:
    """For each statement behind it the one day that a sentence of the report gives, in doubt.

    A report that gives several has none. What stands after an older date, or under another heading, is
    background, up to the next statement of that day; a document that nobody is known for may be of any day.
    "Today", and the day on which the outlet itself speaks, are those of what it releases, and not of whom that
    quotes. `headings`: where they stand.
    """
    day = _only_day(report, statements, own, outlet)
    told, part = False, 0
    for statement, known in zip(statements, dated, strict=True):
        before = bisect_left(headings, place_of(statement))
        told, part = told and before == part, before
        if known is not None:
            told = day is not None and parse_edtf(known.edtf).last >= parse_edtf(day.edtf).last
        of_nobody = statement.canonical is None and statement.rule in ("according to", "nominal")
        yield day if told and known is None and not of_nobody else None


def _only_day(
    report: ReportTime, statements: Sequence[Statement], own: Sequence[Dated | None], outlet: str | None
) -> Dated | None:
    days = {day.edtf: day for day in own if day and _DAY.fullmatch(day.edtf)}
    lately = [day for day in days.values() if is_of_briefing(report, day)]
    if len(lately) != 1:
        return None
    (day,) = lately
    speakers = {s.canonical for s, found in zip(statements, own, strict=True) if found == day}
    released = any(day.reason.lower().startswith(quoted(word)) for word in report.language.time.today)
    if released or (outlet is not None and outlet in speakers):
        return None
    how = "only_day" if len(days) == 1 else "only_lately"
    reason = f"{because('not_given')}{AND}{because(how, rest=day.reason)}"
    return Dated(doubted(day.edtf), reason)
