"""Whatever stands in seeds, entries, lexicon, pages and settings arrives in the site as inert text."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from pathlib import Path
from xml.etree import ElementTree

import pytest

from site_builder.build import build
from tests.pages import HtmlPage, read_site, words_of
from tests.projects import command, tree, write_files

EVIL = """"><script>alert(1)</script><img src=x onerror=alert(2)>'--> javascript:x() &lt; {{ 7*7 }} {% x %}"""
EVIL_WORDS = " ".join(EVIL.split())
"""What a reader must see of it: every character."""

MARKDOWN = """\
<script>alert(1)</script> <b onclick="alert(1)">b</b> &#60;script> <javascript:alert(1)>

[a](javascript:alert(1)) [b](JaVaScRiPt&colon;alert(1)) [c](data:text/html,x) [d](//evil.example/)
[e](\\\\\\\\evil.example/) [f](vbscript:x) [g](file:///etc/passwd) [h](&#106;avascript:alert(1))
[i](http://ok.example/?a=1&b="x" "t\\" onload=\\"x") [j](a.html) ![k](https://evil.example/x.png) [l][m]

```"><script>
</pre><script>alert(1)</script>
```

[m]: javascript:alert(1) "t"
"""

JSON = json.dumps(EVIL)
TOPIC = {"name": EVIL, "terms": ["bridge"], "description": EVIL}
PERSON = {"name": f"Ana {EVIL}", "aliases": ["Lind"], "note": EVIL, "roles": [{"role": EVIL, "of": EVIL}]}
OUTLET = {"name": f"Wire {EVIL}", "aliases": ["Northern Wire"], "type": EVIL, "owner": EVIL, "country": EVIL}
SEED = f"""{EVIL}

KARSK, May 14, 2019 (Northern Wire) - Mayor Ana Lind said on Tuesday that the bridge {EVIL} was open.

"We have counted every bolt {EVIL}," Lind told reporters.
"""
NAME = "a\"b<c>&d'e` .txt"
HOSTILE = json.dumps('https://x.example/"><script>alert(1)</script>')
ENTRY = f"""\
---
entry: evil
title: {JSON}
outlet: {JSON}
republished-from: {JSON}
published: 2019-05-14
published-from: {JSON}
author: {JSON}
place: {JSON}
lang: {json.dumps('en" onclick="alert(1)')}
url: javascript:alert(1)
archived-url: {HOSTILE}
rights: full
seed: {json.dumps("seeds/evil.txt")}
sha256: SHA
x-{"shelf"}: {JSON}
---

# {EVIL.replace("<", "&lt;").replace("{", "&#123;").replace("&lt; ", "&amp;lt; ")}

## {EVIL.replace("<", "&lt;").replace("&lt; ", "&amp;lt; ")}

### s-00000000

- speaker: Ana X
- role: ROLE
- to: ROLE
- via: ROLE
- citing: ROLE
- said: 2019-05-13
- said-from: ROLE
- kind: indirect
- topics: odd &lt;script>topic&lt;/script>

> Everything was said in the evening.

{MARKDOWN}
"""
TAGS = frozenset(
    "a abbr article b bdi blockquote body br caption cite code dd details div dl dt em footer h1 h2 h3 h4 head "
    "header hr html li link main mark meta nav ol p pre section span strong summary table tbody td th thead "
    "time title tr ul".split()
)
ATTRIBUTES = frozenset(
    "aria-current aria-hidden aria-label aria-labelledby charset class content data-of data-part data-place "
    "data-statement "
    "datetime dir "
    "download href http-equiv id property "
    "lang name rel role scope title type".split()
)

SVG = "{http://www.w3.org/2000/svg}"
DRAWN = frozenset(["tfoot", *(f"{SVG}{tag}" for tag in "svg a g rect title text line path".split())])
DRAWING = frozenset(
    "class d fill focusable height preserveAspectRatio rx tabindex viewBox width x x1 x2 y y1 y2".split()
)
"""What our own drawings are made of: rectangles with numbers, no words of others."""
FORMS = frozenset("button fieldset input label legend noscript option script select".split())
"""Elements of the pages that a script makes more of, beside."""
FORM_ATTRIBUTES = frozenset(
    "aria-live autocomplete defer hidden max min open spellcheck src tabindex value".split()
)
SCRIPTED = ("browse/index.html", "statements/")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of an archive all of whose fields are hostile."""
    seed = "Everything was said in the evening.\n"
    role = EVIL.replace("<", "&lt;").replace("&lt; ", "&amp;lt; ").replace("*", "\\*")
    entry = ENTRY.replace("ROLE", role).replace("SHA", sha256(seed.encode()).hexdigest())
    settings = [f"{key} = {JSON}" for key in ("title", "description", "footer")]
    settings += ['base_url = "https://a.example/\\"><script>"']
    files: dict[str, str | bytes] = {
        "site.toml": "\n".join(settings),
        f"seeds/{NAME}": SEED,
        f"seeds/{NAME}".replace(".txt", ".yaml"): f"author: {JSON}\nurl: {HOSTILE}\n",
        "seeds/evil.txt": seed,
        "content/entries/evil.md": entry,
        "content/lexicon/topics.yaml": json.dumps([TOPIC]),
        "content/lexicon/people.yaml": json.dumps([PERSON]),
        "content/lexicon/outlets.yaml": json.dumps([OUTLET]),
        "content/pages/about.md": f"---\ntitle: {JSON}\n---\n{MARKDOWN}\n{EVIL}\n",
        "content/pages/home.md": f"---\ntitle: x\n---\n{MARKDOWN}",
        "content/pages/404.md": f"---\ntitle: {JSON}\n---\n{MARKDOWN}",
    }
    root = write_files(tmp_path_factory.mktemp("escape") / "archive", files)
    report = build(root, root / "site")
    language, url = (problem.message for problem in report.problems if problem.level == "error")
    assert language.endswith("(left out until then: the language)")
    assert url.endswith("in 'url', found 'javascript:alert(1)' (left out until then: the link)")
    assert report.documents == 2
    return root / "site"


@pytest.fixture(scope="module")
def hostile(site: Path) -> dict[str, HtmlPage]:
    return read_site(site)


WITH_DATA = ("check/index.html",)
"""Pages beside the scripted ones that have data in attributes, and what scrolls by keyboard."""


def test_no_element_and_no_attribute_of_theirs(hostile: dict[str, HtmlPage]) -> None:
    for path, page in hostile.items():
        tags = {str(element.tag) for element in page.tree.iter()}
        attributes = {name for element in page.tree.iter() for name in element.attrib}
        if path.startswith(SCRIPTED) or path in WITH_DATA:
            tags -= FORMS
            attributes -= FORM_ATTRIBUTES | {name for name in attributes if name.startswith("data-")}
        assert (tags - TAGS - DRAWN, attributes - ATTRIBUTES - DRAWING) == (set(), set()), path


def test_no_address_runs_or_leaves(hostile: dict[str, HtmlPage]) -> None:
    for path, page in hostile.items():
        for element, address in page.addresses():
            plain = re.sub(r"[\x00-\x20]", "", address).lower()
            if plain == "data:,":
                assert element.attrib["rel"] == "icon"
            else:
                scheme = re.match(r"([^/?#]*):|([/\\]{2})", plain)
                assert scheme is None or scheme[1] in ("http", "https", "mailto"), (path, address)


@pytest.mark.parametrize("name", ["entries/evil.html", "about.html", "index.html", "404.html"])
def test_a_reader_sees_every_character(name: str, hostile: dict[str, HtmlPage]) -> None:
    assert EVIL_WORDS in words_of(hostile[name].one("body"))


def test_every_field_of_a_statement_is_shown_as_it_is(hostile: dict[str, HtmlPage]) -> None:
    page = hostile["entries/evil.html"]
    (found,) = [element for element in page.all("article") if element.attrib["id"] == "s-00000000"]
    text = words_of(found)
    shown = {word: f"{word} {EVIL_WORDS}" in text for word in ("to", "via", "refers to words of")}
    assert shown == {"to": True, "via": True, "refers to words of": True}
    assert [words_of(e) for e in found.iter("p") if e.attrib.get("class") == "role"] == [EVIL_WORDS]
    divisions = [element for element in found.iter("div") if element.attrib.get("class") == "note"]
    notes = " ".join(map(words_of, divisions))
    assert '<script>alert(1)</script> <b onclick="alert(1)">b</b> <script>' in notes


def test_feed_and_sitemap_hold_their_own_elements_alone(site: Path) -> None:
    feed = ElementTree.fromstring((site / "feed.atom").read_bytes())
    tags = {element.tag.split("}")[1] for element in feed.iter()}
    own = "feed id title subtitle updated author name link entry category content div p b bdi blockquote a"
    assert tags - set(own.split()) == set()
    sitemap = ElementTree.fromstring((site / "sitemap.xml").read_bytes())
    assert {element.tag.split("}")[1] for element in sitemap.iter()} <= {"urlset", "url", "loc", "lastmod"}


def test_paths_are_plain_whatever_the_names(site: Path) -> None:
    paths = tree(site)
    assert [path for path in paths if not re.fullmatch(r"[a-z0-9./-]+", path)] == ["SHA256SUMS"]
    assert "speakers/ana-x.html" in paths


CONTROLS = "\x01\x08\x0b\x0c\x0e\x1b\x1f\x7f\x80\x9f\u200b\u202e\u2066\ufdd0\uffff\U0001ffff"


def test_control_characters_leave_every_file_well_formed(tmp_path: Path) -> None:
    """HTML and XML forbid most of them, wherever they come from; the words around them stay."""
    words = f'Mayor Ana Lind said it was{CONTROLS} "open{CONTROLS}".'
    text = f"Bridge {CONTROLS}open\n\nKARSK, May 14, 2019 - {words}\n"
    root = write_files(tmp_path, {"seeds/a.txt": text})
    done = command("build", "--project", root)
    assert done.out.startswith("1 document, 1 statement")
    pages = read_site(root / "site")
    assert pages
    for name in ("feed.atom", "sitemap.xml"):
        ElementTree.fromstring((root / "site" / name).read_bytes())
    assert (done.code, done.err) == (0, ())
    warned = command("check", "--project", root)
    assert warned.code == 0
    assert any("warning: " in line and "U+202E" in line for line in warned.err)
    assert any("[U+202E]" in page.text for page in pages.values())
