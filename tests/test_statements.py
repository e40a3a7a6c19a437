"""The pages of statements: their data says what they show, and nothing that an outlet keeps to itself."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from site_builder.build import build
from site_builder.lexicon import Lexicon
from site_builder.render import data
from site_builder.seedfiles import read_articles
from tests.pages import HtmlPage, read_site, words_of
from tests.projects import BRIDGE, copy_harbour, entry_file, replace, tree, write_files

EVIL = "“Open </script><script>alert(1)</script> & <!-- \x7f {b} $c %d ”"
SEED = f"""Bridge open

KARSK, May 14, 2019 (Northern Wire) - Mayor Ana Lind said on Tuesday the bridge was {EVIL} again.
"""


def data_of(page: HtmlPage) -> list[Any]:
    (block,) = page.all("script", type="application/ld+json")
    found: list[Any] = json.loads(block.text or "")
    return found


def own(pages: dict[str, HtmlPage]) -> dict[str, HtmlPage]:
    return {path: page for path, page in pages.items() if path.startswith("statements/")}


def test_selectors_find_the_words_in_the_seed(harbour: Path, pages: dict[str, HtmlPage]) -> None:
    texts = {article.origin.path: article.text for article in read_articles(harbour, Lexicon(), []).values()}
    assert len(own(pages)) > 50
    for path, page in own(pages).items():
        article, annotation = data_of(page)
        facts = {words_of(row[0]): words_of(row[1]) for row in page.one("dl").iter("div")}
        text = texts[facts["Seed file"]]
        assert article["hasPart"]["identifier"] == path[11:-5]
        for target in annotation["target"]:
            if isinstance(target["source"], dict):
                quote, position = target["selector"]
                start, end = position["start"], position["end"]
                assert text[start:end] == quote["exact"], path
                assert text[:start].endswith(quote.get("prefix", "")), path
                assert text[end:].startswith(quote.get("suffix", "")), path


@pytest.mark.parametrize("level", ["quotation", "excerpt"])
def test_selectors_show_no_more_than_the_page(level: str, tmp_path: Path) -> None:
    root = copy_harbour(tmp_path / "archive")
    (root / "site.toml").write_text(f'[rights]\ndefault = "{level}"\n')
    build(root, root / "site")
    for path, page in own(read_site(root / "site")).items():
        shown = " ".join(words_of(block) for block in page.all("div", class_="block"))
        for target in data_of(page)[1]["target"]:
            quote = target["selector"][0] if isinstance(target["selector"], list) else target["selector"]
            around = [quote[key] for key in ("prefix", "suffix") if key in quote]
            assert level == "excerpt" or around == [], path
            assert all(" ".join(words.split()) in shown for words in around), path


def test_hostile_words_survive_in_the_data_and_the_files(tmp_path: Path) -> None:
    root = write_files(tmp_path, {"seeds/a.txt": SEED})
    build(root, root / "site")
    (path, page), *_ = own(read_site(root / "site")).items()
    words = "</script><script>alert(1)</script> & <!-- \x7f {b} $c %d"
    article, annotation = data_of(page)
    assert words in annotation["target"][0]["selector"][0]["exact"]
    assert "</script><script>alert(1)</script>" in article["hasPart"]["text"]
    assert len(page.all("script")) == 2
    for key, suffix in (("bibtex", ".bib"), ("ris", ".ris"), ("csl", ".csl.json")):
        file = (root / "site" / path.replace(".html", suffix)).read_text("utf-8")
        assert (page.one("pre", id=f"cite-{key}").text or "").rstrip() == file.rstrip()


def test_a_data_block_holds_no_character_that_ends_it() -> None:
    words = "</script> <!-- & \u2028 \u2029 \x7f \u202e \ud800 ' \""
    block = str(data({"words": (words,)}))
    assert json.loads(block) == {"words": [words]}
    assert block.isascii()
    assert block.isprintable()
    assert not set("<>&'") & set(block)


def test_many_statements_share_pages_and_are_as_a_first_build_makes_them(tmp_path: Path) -> None:
    root = copy_harbour(tmp_path / "archive")
    settings = (root / "site.toml").read_text("utf-8")
    build(root, root / "site")
    (root / "site.toml").write_text(f"statement_pages = 10\n{settings}", "utf-8")
    build(root, root / "site")
    shared = {path: page for path, page in own(read_site(root / "site")).items() if len(path) == 18}
    assert len(shared) > 20
    for path, page in shared.items():
        anchors = [found.attrib["id"] for found in page.all("article", class_="statement")]
        assert anchors == sorted(anchors)
        assert {anchor[2:4] for anchor in anchors} == {path[11:13]}
    cold = Path(
        shutil.copytree(root, tmp_path / "cold", ignore=shutil.ignore_patterns("site", ".site_builder"))
    )
    build(cold, cold / "site")
    assert tree(cold / "site") == tree(root / "site")


def test_the_history_of_a_statement_says_what_the_program_had(tmp_path: Path) -> None:
    lexicon = "- name: Bridges\n  terms: [bridge]\n- name: Ferries\n  terms: [ferry]\n"
    root = write_files(tmp_path, {"seeds/a.txt": BRIDGE, "content/lexicon/topics.yaml": lexicon})
    build(root, root / "site")
    first = own(read_site(root / "site"))
    assert [page.all("section", id="history") for page in first.values()] == [[]] * len(first)
    edits = {
        "speaker: Ana Lind": "speaker: Bo Hallam",
        "role: Mayor": "role:",
        "kind: indirect": "kind: attitude",
        "said: 2019-05-14": "said: 2019-05-13",
        "topics: bridges": "topics: ferries, bridges",
    }
    entry = entry_file(root, "old bridge was open")
    head, words, rest = entry.read_text("utf-8").partition("> Mayor Ana Lind said")
    text, mark, fields = head.rpartition("### ")
    for old, new in edits.items():
        assert f"- {old}\n" in fields
        fields = fields.replace(f"- {old}\n", f"- {new}\n")
    entry.write_text(text + mark + fields + words + rest, "utf-8")
    build(root, root / "site")
    histories = [page.all("section", id="history") for page in own(read_site(root / "site")).values()]
    ((history,),) = filter(None, histories)
    assert [words_of(paragraph) for paragraph in history.iter("p")] == [
        "Speaker: Bo Hallam; as extracted: Ana Lind",
        "Role: none; as extracted: Mayor",
        "Date: 13 May 2019; as extracted: 14 May 2019",
        "Kind of speech: Attitude; as extracted: Indirect speech",
        "Topics: Ferries and Bridges; as extracted: Bridges",
    ]


@pytest.mark.parametrize("level", ["full", "excerpt", "quotation"])
def test_the_history_has_the_words_the_program_had_where_more_than_statements_is_shown(
    level: str, tmp_path: Path
) -> None:
    settings = f'[rights]\ndefault = "{level}"\n'
    root = write_files(tmp_path, {"seeds/a.txt": BRIDGE, "site.toml": settings})
    build(root, root / "site")
    entry = entry_file(root, "old bridge was open").relative_to(root).as_posix()
    replace(root, entry, "> Mayor Ana Lind said on Tuesday that the old bridge was open again.",
            "> the old bridge was open again")  # fmt: skip
    build(root, root / "site")
    pages = own(read_site(root / "site")).values()
    said = [words_of(p) for page in pages for part in page.all("section", id="history") for p in part.iter("p")]
    words = "Words, as extracted: “Mayor Ana Lind said on Tuesday that the old bridge was open again.”"
    assert said == [words] * (level != "quotation")


def test_a_page_is_light_and_its_preview_begins_with_the_speaker(pages: dict[str, HtmlPage]) -> None:
    for path, page in own(pages).items():
        assert len(page.text.encode()) < 100_000, path
        speaker = words_of(page.one("h1"))
        for name in ("og:title", "og:description"):
            (tag,) = page.all("meta", property=name)
            assert tag.attrib["content"].startswith(speaker), path
