"""What a verification found: what was looked at, what is wrong, what could not be looked at."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from site_builder.text import plural

LISTED = 20
"""Faults of one kind that the page for readers lists."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """`path` is a file of the site, or of the project; `id` the statement it is about, or ""."""

    path: str
    id: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One kind of check: how many of what were looked at, against what, and what was wrong."""

    name: str
    number: int
    what: str
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """`mark` is the sha256 of the site's list of sums: of this very site, and no other."""

    site: str
    mark: str
    checked: tuple[Checked, ...]
    not_checked: tuple[str, ...]

    @property
    def faults(self) -> int:
        return sum(len(checked.faults) for checked in self.checked)


def as_text(findings: Findings) -> str:
    """One page to keep."""
    return "".join(f"{line}\n" for line in _lines(findings))


def _lines(findings: Findings) -> Iterator[str]:
    yield f"Verification of {findings.site}"
    yield f"sha256 of SHA256SUMS: {findings.mark or 'none'}"
    yield ""
    for checked in findings.checked:
        wrong = plural(len(checked.faults), "fault") if checked.faults else "no fault"
        yield f"{checked.name + ':':<10} {checked.number:>9,} {checked.what}: {wrong}"
    if findings.not_checked:
        yield ""
        yield "Not checked:"
        yield from (f"- {what}" for what in findings.not_checked)
    for checked in findings.checked:
        if checked.faults:
            yield ""
            yield f"Faults in {checked.name}:"
            for fault in checked.faults[:LISTED]:
                yield f"- {': '.join(filter(None, (fault.path, fault.id, fault.message)))}"
            if len(checked.faults) > LISTED:
                yield f"- and {len(checked.faults) - LISTED:,} more (--format json lists all)"
    yield ""
    yield plural(findings.faults, "fault") + " found." if findings.faults else "No fault was found."
    yield "This says whether the site shows what its documents say, not whether what they say is so."


def as_json(findings: Findings) -> str:
    return json.dumps(asdict(findings) | {"faults": findings.faults}, ensure_ascii=False, indent=1) + "\n"
