"""A statement as citations need it."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.archive import Document, Record
from site_builder.cite.address import plain_url
from site_builder.edtf import Edtf, parse_edtf
from site_builder.model import UNNAMED_OUTLET, UNNAMED_SPEAKER, Dated, Kind
from site_builder.strings import Strings
from site_builder.text import HIDDEN, collapse

TITLE = 120
"""Characters of a title before it is cut at a word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A statement as citations need it; every text is one line of visible characters, "" if not known."""

    id: str
    speaker: str
    role: str
    words: str
    kind: Kind
    said: Edtf | None
    document: str
    byline: str
    outlet: str
    origin: str
    published: Edtf | None
    archive: str
    url: str
    """Where it stands for good: the address of its page, or of the article where the site has none."""
    lang: str
    strings: Strings
    """What the citation itself says."""

    @property
    def genre(self) -> str:
        """How the words were passed on."""
        return self.strings.say(f"cite.genre.{self.kind}")

    @property
    def title(self) -> str:
        return shortened(f"{self.speaker}: {self.words}", TITLE)


def cited(record: Record, document: Document, archive: str, url: str, strings: Strings) -> Cited:
    """The statement for citing; `url` is "" when the site has no address."""
    unnamed = record.speaker == UNNAMED_SPEAKER
    return Cited(
        id=record.id,
        speaker=strings.say("statement.unnamed") if unnamed else one_line(record.speaker),
        role=one_line(record.role),
        words=one_line(" […] ".join(record.passages)),
        kind=record.kind,
        said=_date(record.said),
        document=one_line(document.title),
        byline=one_line(document.front.get("author", "")),
        outlet="" if document.outlet == UNNAMED_OUTLET else one_line(document.outlet),
        origin=one_line(document.republishes or ""),
        published=_date(document.published),
        archive=one_line(archive),
        url=plain_url(url or document.front.get("url", "")),
        lang=one_line(record.lang),
        strings=strings,
    )


def _date(dated: Dated | None) -> Edtf | None:
    return parse_edtf(dated.edtf) if dated else None


def one_line(text: str) -> str:
    """No line breaks, and no character that hides or turns others: it stands as its code, `[U+202E]`."""
    return HIDDEN.sub(lambda match: f"[U+{ord(match[0]):04X}]", collapse(text))


def shortened(text: str, length: int) -> str:
    """Cut before a word, with an ellipsis, when it is longer."""
    if len(text) <= length:
        return text
    cut = text[:length].rpartition(" ")[0] or text[: length - 1]
    return cut.rstrip(" ,;:–—-") + "…"
