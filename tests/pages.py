"""A built page as a browser would read it: html5lib's tree, without namespaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib

HREFS = ("href", "src", "srcset", "action", "poster", "data", "formaction", "background", "cite", "ping")


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """`path` is relative to the site. Parsing is strict: a fault of syntax raises."""

    path: str
    text: str
    tree: Element

    def all(self, tag: str = "*", **attributes: str) -> list[Element]:
        """Elements by tag and attributes (`class_="a"` asks for that class among others)."""
        return [e for e in self.tree.iter() if _is(e, tag, attributes)]

    def one(self, tag: str, **attributes: str) -> Element:
        (found,) = self.all(tag, **attributes)
        return found

    def ids(self) -> list[str]:
        return [element.attrib["id"] for element in self.tree.iter() if "id" in element.attrib]

    def addresses(self) -> Iterator[tuple[Element, str]]:
        """Every address a browser could follow or load."""
        for element in self.tree.iter():
            yield from ((element, element.attrib[name]) for name in HREFS if name in element.attrib)


def _is(element: Element, tag: str, attributes: dict[str, str]) -> bool:
    if not isinstance(element.tag, str) or tag not in ("*", element.tag):
        return False
    for name, value in attributes.items():
        found = element.attrib.get(name.rstrip("_"))
        if found is None or value not in (found.split() if name == "class_" else [found]):
            return False
    return True


def words_of(element: Element) -> str:
    """The element's text, white space collapsed."""
    return " ".join("".join(element.itertext()).split())


def read_page(path: str, text: str) -> HtmlPage:
    parser = html5lib.HTMLParser(
        tree=html5lib.getTreeBuilder("etree"), strict=True, namespaceHTMLElements=False
    )
    return HtmlPage(path, text, parser.parse(text))


def read_site(site: Path) -> dict[str, HtmlPage]:
    files = sorted(path for path in site.rglob("*.html"))
    paths = [path.relative_to(site).as_posix() for path in files]
    return {name: read_page(name, path.read_text("utf-8")) for name, path in zip(paths, files, strict=True)}


def plain_words(text: str) -> list[str]:
    """Words in lower case, without punctuation."""
    return re.findall(r"\w+", text.lower())
