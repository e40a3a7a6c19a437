"""From bytes to text, so that `text.encode(encoding)` gives the bytes back."""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from typing import TYPE_CHECKING

from site_builder.seeds.language import UNKNOWN, guess_language

if TYPE_CHECKING:
    from charset_normalizer.models import CharsetMatch

MAX_BYTES, MAX_LINES = 5_000_000, 50_000
"""No news article is longer; a seed that is will be a mistake, and refused."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FORMATS = (
    ("%pdf-", "a PDF file"),
    ("{\\rtf", "an RTF file"),
    ("<!doctype html", "a web page"),
    ("<html", "a web page"),
    ("<?xml", "an XML file"),
)
"""How files begin that are text and no article, in lower case: it has to be taken out of them."""
_WESTERN = "cp1252"
_WESTERN_COUSINS = frozenset(
    {"cp1250", "cp1252", "cp1254", "cp1257", "cp1258", "latin_1", "iso8859_2", "iso8859_3", "iso8859_4",
     "iso8859_9", "iso8859_10", "iso8859_13", "iso8859_14", "iso8859_15", "iso8859_16", "cp775", "cp850",
     "cp858", "cp437", "mac_roman", "mac_latin2", "mac_iceland", "mac_turkish", "hp_roman8"}
)  # fmt: skip
"""Single-byte encodings that differ from cp1252 in few letters, so that guesses mix them up."""


class Undecodable(ValueError):
    """`line` and `column` of the first byte that is no text, from 1; 0 for the whole file."""

    def __init__(self, message: str, line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.line, self.column = line, column


def decode(data: bytes) -> tuple[str, str]:
    """The text, and the encoding it was in. A byte-order mark stays, as the character U+FEFF."""
    if len(data) > MAX_BYTES:
        raise Undecodable(f"expected at most {MAX_BYTES:,} bytes, found {len(data):,}")
    text, encoding = _decoded(data)
    written = text.lstrip("\ufeff \t\r\n")
    if not written.strip():
        raise Undecodable(f"expected an article, found {'an empty file' if not data else 'only blanks'}")
    for beginning, kind in _FORMATS:
        if written[: len(beginning)].lower() == beginning:
            raise Undecodable(f"expected plain text, found {kind}: save what it says as text")
    lines = max(text.count("\n"), text.count("\r")) + 1
    if lines > MAX_LINES:
        raise Undecodable(f"expected at most {MAX_LINES:,} lines, found {lines:,}")
    at = text.find("\0")
    if at >= 0:
        raise _at(text[:at], "expected text, found a NUL byte: a binary file")
    return text, encoding


def _decoded(data: bytes) -> tuple[str, str]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), encoding
            except UnicodeDecodeError as error:
                raise _fault(data, error, f"expected {encoding} after its byte-order mark") from None
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if b"\0" in data:
            raise _fault(data, error, "expected text, found a binary file", " with") from None
        return _guessed(data, error)


def _guessed(data: bytes, error: UnicodeDecodeError) -> tuple[str, str]:
    from charset_normalizer import from_bytes  # only the rare seed needs it

    matches = sorted(from_bytes(data), key=lambda match: (round(match.chaos * 20), -match.coherence))
    names = [match.encoding for match in matches]
    if names and names[0] in _WESTERN_COUSINS and _is_western(data, matches[0], matches):
        names.insert(0, _WESTERN)
    for encoding in names:
        try:
            text = data.decode(encoding)
            if text.encode(encoding) == data:
                return text, encoding
        except UnicodeError:
            continue
    raise _fault(data, error, "expected UTF-8 or another text encoding")


def _is_western(data: bytes, best: CharsetMatch, matches: Sequence[CharsetMatch]) -> bool:
    """Whether cp1252 reads the bytes as a language it is for, or no worse than the best of its cousins."""
    if guess_language(data.decode(_WESTERN, "replace")) != UNKNOWN:
        return True
    as_good = (m for m in matches if m.chaos <= best.chaos and m.coherence >= best.coherence)
    return any(match.encoding == _WESTERN for match in as_good)


def _fault(data: bytes, error: UnicodeDecodeError, message: str, joint: str = ", found") -> Undecodable:
    before = data[: error.start].decode("utf-8", "replace")
    return _at(before, f"{message}{joint} the byte 0x{data[error.start]:02x}")


def _at(before: str, message: str) -> Undecodable:
    line_start = before.rfind("\n") + 1
    return Undecodable(message, before.count("\n") + 1, len(before) - line_start + 1)
