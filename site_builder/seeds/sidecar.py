"""What a person wrote beside a seed. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from site_builder.edtf import parse_edtf
from site_builder.errors import InputError
from site_builder.fields import parse_yaml, read
from site_builder.lexicon import STRICT
from site_builder.text import ADDRESS, LANGUAGE, is_address, is_language


@dataclass(frozen=True, slots=True, kw_only=True)
class Sidecar:
    """It wins over the text. `published` is EDTF, `language` BCP 47, the addresses are those of pages."""

    __pydantic_config__ = STRICT
    url: str | None = None
    archived_url: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    language: str | None = None
    rights: Literal["full", "excerpt", "quotation"] | None = None


NO_SIDECAR = Sidecar()


def parse_sidecar(text: str, path: str) -> Sidecar:
    """Raises InputError with every problem, each at its key."""
    data = parse_yaml(text, path)
    sidecar, unknown = read(Sidecar, data) if data.value else (NO_SIDECAR, ())
    if problems := (*unknown, *(data.problem((key,), message) for key, message in _faults(sidecar))):
        raise InputError(sorted(problems))
    return sidecar


def _faults(sidecar: Sidecar) -> Iterator[tuple[str, str]]:
    """Keys, and what is wrong with their values."""
    for key, value, fits, expected in (
        ("url", sidecar.url, is_address, ADDRESS),
        ("archived_url", sidecar.archived_url, is_address, ADDRESS),
        ("language", sidecar.language, is_language, LANGUAGE),
    ):
        if value is not None and not fits(value):
            yield key, f"expected {expected}, found {value!r}"
    if sidecar.published is not None:
        try:
            parse_edtf(sidecar.published)
        except ValueError as fault:
            yield "published", str(fault)
