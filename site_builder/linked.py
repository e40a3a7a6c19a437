"""A statement as linked data: schema.org's Quotation in its NewsArticle, and where the words stand as a Web
Annotation. Both name things by addresses relative to the statement's page where the site has none.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Iterator, Mapping

from site_builder.archive import Document, Record
from site_builder.cite import Cited, iso, plain_url
from site_builder.config import Level
from site_builder.evidence import around
from site_builder.lexicon import Lexicon
from site_builder.model import UNNAMED_SPEAKER, Article
from site_builder.views import Json

TYPES = {"person": "Person", "body": "Organization"}


def linked(
    c: Cited, record: Record, document: Document, topics: tuple[str, ...], lexicon: Lexicon, url: str
) -> Mapping[str, Json]:
    """The article with the quotation in it; `url` is the statement's page."""
    quotation = _filled(
        {
            "@type": "Quotation",
            "@id": url,
            "url": url,
            "identifier": record.id,
            "name": c.title,
            "text": " […] ".join(record.passages),
            "spokenByCharacter": _speaker(record, lexicon),
            "dateCreated": iso(c.said),
            "genre": c.genre,
            "inLanguage": record.lang,
            "about": tuple({"@type": "Thing", "name": topic} for topic in topics),
        }
    )
    publisher: Json = {"@type": "Organization", "name": c.origin}
    origin: Json = {"@type": "NewsArticle", "publisher": publisher}
    return _filled(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": document.title,
            "url": plain_url(document.front.get("url", "")),
            "archivedAt": plain_url(document.front.get("archived-url", "")),
            "author": {"@type": "Person", "name": c.byline} if c.byline else "",
            "publisher": {"@type": "Organization", "name": c.outlet} if c.outlet else "",
            "datePublished": iso(c.published),
            "isBasedOn": origin if c.origin else "",
            "inLanguage": document.front.get("lang", ""),
            "hasPart": quotation,
        }
    )


def annotation(
    record: Record, document: Document, article: Article, level: Level, url: str
) -> Mapping[str, Json]:
    """Each passage in the seed file, by words and by place, and in the page on the web, by words."""
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"{url}#evidence",
        "type": "Annotation",
        "motivation": "identifying",
        "body": url,
        "target": tuple(_targets(record, document, article, level)),
    }


def _targets(
    record: Record, document: Document, article: Article, level: Level
) -> Iterator[Mapping[str, Json]]:
    # The name of exactly these bytes (RFC 6920).
    digest = urlsafe_b64encode(bytes.fromhex(article.origin.sha256)).decode().rstrip("=")
    seed = {"id": f"ni:///sha-256;{digest}", "type": "Text", "format": "text/plain"}
    page = plain_url(document.front.get("url", ""))
    for span in record.spans:
        before, after = around(article, span, level)
        quote: dict[str, Json] = {"type": "TextQuoteSelector", "exact": article.text[slice(*span)]}
        quote |= {key: words for key, words in (("prefix", before), ("suffix", after)) if words}
        position: Json = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
        yield {"type": "SpecificResource", "source": seed, "selector": (quote, position)}
        if page:
            yield {"type": "SpecificResource", "source": page, "selector": quote}


def _speaker(record: Record, lexicon: Lexicon) -> Mapping[str, Json]:
    """A person or a body, where the lexicon knows which; a body has no job. Empty for nobody identified."""
    if record.speaker == UNNAMED_SPEAKER:
        return {}
    kind = next((speaker.kind for speaker in lexicon.people if speaker.name == record.speaker), "")
    job = record.role if kind == "person" else ""
    return _filled({"@type": TYPES.get(kind, ""), "name": record.speaker, "jobTitle": job})


def _filled(values: Mapping[str, Json]) -> Mapping[str, Json]:
    return {key: value for key, value in values.items() if value not in ("", (), {})}
