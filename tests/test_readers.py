"""The files of the built site, as independent programs read them; none of them asks the network."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urljoin

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from lxml import etree
from pyld import jsonld

from tests.pages import HtmlPage, words_of
from tests.test_cite import STYLE
from tests.test_feeds import BASE

Pages = dict[str, HtmlPage]
SCHEMA, ANNOTATION = "http://schema.org/", "http://www.w3.org/ns/oa#"
CONTEXTS = {
    "https://schema.org": {"@vocab": SCHEMA, "url": {"@type": "@id"}, "archivedAt": {"@type": "@id"}},
    "http://www.w3.org/ns/anno.jsonld": {
        "@vocab": ANNOTATION,
        "id": {"@id": "@id", "@type": "@id"},
        "type": {"@id": "@type", "@type": "@vocab"},
        "body": {"@id": "hasBody", "@type": "@id"},
        "target": {"@id": "hasTarget", "@type": "@id"},
        "source": {"@id": "hasSource", "@type": "@id"},
        "selector": {"@id": "hasSelector", "@type": "@id"},
        "motivation": {"@id": "motivatedBy", "@type": "@vocab"},
    },
}
"""What the published contexts say of the terms that are used here."""
QUOTED = "url identifier name text spokenByCharacter dateCreated genre inLanguage about".split()
CARRIED = "headline url archivedAt author publisher datePublished isBasedOn inLanguage hasPart".split()
"""Properties of schema.org that a Quotation and a NewsArticle may have."""


def context(url: str, options: object) -> dict[str, Any]:
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": CONTEXTS[url]}}


def statements(pages: Pages) -> Iterator[tuple[str, HtmlPage]]:
    return ((path, page) for path, page in pages.items() if path.startswith("statements/"))


def file_of(harbour: Path, path: str, suffix: str) -> str:
    return (harbour / "site" / path).with_suffix(suffix).read_text("utf-8")


def expanded(page: HtmlPage) -> list[Any]:
    (block,) = page.all("script", type="application/ld+json")
    options = {"documentLoader": context, "base": BASE + page.path}
    found: list[Any] = jsonld.expand(json.loads(block.text or ""), options)
    return found


def names(node: dict[str, Any], vocabulary: str) -> set[str]:
    assert all(key.startswith(("@", vocabulary)) for key in node)
    return {key.removeprefix(vocabulary) for key in node if key[0] != "@"}


def test_linked_data_is_a_quotation_in_a_news_article(pages: Pages) -> None:
    for path, page in statements(pages):
        article, _ = expanded(page)
        assert article["@type"] == [f"{SCHEMA}NewsArticle"], path
        assert names(article, SCHEMA) <= {*CARRIED}, path
        (quotation,) = article[f"{SCHEMA}hasPart"]
        assert quotation["@type"] == [f"{SCHEMA}Quotation"], path
        assert names(quotation, SCHEMA) <= {*QUOTED}, path
        assert quotation["@id"] == BASE + path
        speakers = [speaker[f"{SCHEMA}name"] for speaker in quotation.get(f"{SCHEMA}spokenByCharacter", ())]
        name = words_of(page.one("h1"))
        assert speakers == ([] if name == "Speaker not identified" else [[{"@value": name}]]), path


def test_linked_data_says_where_the_words_stand(pages: Pages) -> None:
    for path, page in statements(pages):
        _, annotation = expanded(page)
        assert annotation["@type"] == [f"{ANNOTATION}Annotation"], path
        assert annotation[f"{ANNOTATION}hasBody"] == [{"@id": BASE + path}]
        targets = annotation[f"{ANNOTATION}hasTarget"]
        assert {kind for target in targets for kind in target["@type"]} == {f"{ANNOTATION}SpecificResource"}
        selectors = [found for target in targets for found in target[f"{ANNOTATION}hasSelector"]]
        kinds = {found["@type"][0].removeprefix(ANNOTATION) for found in selectors}
        assert kinds == {"TextQuoteSelector", "TextPositionSelector"}, path


def test_files_to_cite_from_name_the_speaker_and_the_page(harbour: Path, pages: Pages) -> None:
    for path, page in statements(pages):
        speaker, url = words_of(page.one("h1")), BASE + path
        library = parse_string(file_of(harbour, path, ".bib"), append_middleware=[LatexDecodingMiddleware()])
        (entry,) = library.entries
        fields = {key: field.value for key, field in entry.fields_dict.items()}
        (record,) = rispy.loads(file_of(harbour, path, ".ris"))
        (item,) = json.loads(file_of(harbour, path, ".csl.json"))
        titles = [fields["title"].strip("{}"), record["title"], item["title"]]
        assert [title.startswith(speaker) for title in titles] == [True] * 3, path
        assert [fields["url"], *record["urls"], item["URL"]] == [url] * 3, path
        assert len({fields["year"], record["year"], str(item["issued"]["date-parts"][0][0])}) == 1, path


def test_a_bibliography_of_all_statements(harbour: Path, pages: Pages) -> None:
    items = [json.loads(file_of(harbour, path, ".csl.json"))[0] for path, _ in statements(pages)]
    style = CitationStylesStyle(BytesIO(STYLE.encode()), validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    for item in items:
        bibliography.register(Citation([CitationItem(item["id"])]))
    made = [str(line) for line in bibliography.bibliography()]
    assert len(made) == len(items)
    assert all(item["URL"] in line for item, line in zip(items, made, strict=True))


OPENURL = {"ctx_ver", "rft_val_fmt", "rfr_id"}
DUBLIN_CORE = {f"rft.{key}" for key in "type title source identifier date creator description language".split()}


def test_lists_carry_what_citation_managers_read(pages: Pages) -> None:
    """COinS: an OpenURL of a Dublin Core record in the title of a span."""
    found = [
        (path, parse_qs(span.attrib["title"], strict_parsing=True))
        for path, page in pages.items()
        for span in page.all("span", class_="Z3988")
    ]
    assert len(found) > 50
    for path, query in found:
        assert query["ctx_ver"] == ["Z39.88-2004"], path
        assert query["rft_val_fmt"] == ["info:ofi/fmt:kev:mtx:dc"], path
        assert query.keys() <= OPENURL | DUBLIN_CORE, path
        (url,) = query["rft.identifier"]
        assert urljoin(BASE, url).removeprefix(BASE) in pages, path


SITEMAP = etree.RelaxNG(
    etree.XML(
        """<element name="urlset" ns="http://www.sitemaps.org/schemas/sitemap/0.9"
  xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <oneOrMore><element name="url"><interleave>
    <element name="loc"><data type="anyURI"><param name="maxLength">2048</param></data></element>
    <optional><element name="lastmod"><data type="date"/></element></optional>
  </interleave></element></oneOrMore></element>"""
    )
)


def test_the_sitemap_follows_its_schema(harbour: Path, pages: Pages) -> None:
    tree = etree.parse(harbour / "site" / "sitemap.xml")
    SITEMAP.assertValid(tree)
    found = tree.xpath("//*[local-name() = 'loc']/text()")
    assert len(found) == len(set(found))
    assert {url.removeprefix(BASE) or "index.html" for url in found} == pages.keys() - {"404.html"}


def test_a_schema_can_be_broken(harbour: Path) -> None:
    tree = etree.parse(harbour / "site" / "sitemap.xml")
    tree.getroot()[0].append(etree.Element("lastmod"))
    with pytest.raises(etree.DocumentInvalid):
        SITEMAP.assertValid(tree)
