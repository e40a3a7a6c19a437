"""What is made again after a change, and why: the exact files, with the exact reasons."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder import checking, renew
from site_builder.build import build
from site_builder.digest import digest
from site_builder.files import content_stamp
from site_builder.ledger import NEW, TAMPERED, Ledger, Made, load_ledger, save_ledger
from site_builder.render import shipped_templates
from tests.projects import BRIDGE, FERRY, command, copy_harbour, entry_file, replace, tree, write_files

FILES: dict[str, str | bytes] = {
    "seeds/bridge.txt": BRIDGE,
    "seeds/ferry.txt": FERRY,
    "site.toml": 'title = "T"\n',
    "content/lexicon/topics.yaml": "- name: Bridges\n  terms: [bridge]\n",
    "content/pages/about.md": "---\ntitle: About\n---\nWords.\n",
    "content/pages/rules.md": "---\ntitle: Rules\n---\nWords.\n",
    "templates/static/a.txt": "a",
}
Why = dict[str, str]
"""Path of a file → what made it stale."""


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small archive, built; tests work on copies."""
    root = write_files(tmp_path_factory.mktemp("once") / "archive", FILES)
    build(root, root / "site")
    return root


@pytest.fixture
def root(once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(once, tmp_path / "archive"))


def rebuilt(root: Path, base_url: str | None = None) -> Why:
    report = build(root, root / "site", base_url=base_url)
    assert [str(problem) for problem in report.problems if problem.level == "error"] == []
    assert ledger_of(root)["files"].keys() == tree(root / "site").keys()
    why = dict(line.split(": ", 1) for line in report.written)
    # The sums of all files change with any of them.
    return {path: reason for path, reason in why.items() if (path, reason) != (renew.SUMS, "files")}


def ledger_file(root: Path) -> Path:
    (path,) = (root / ".site_builder").glob("ledger-*.json")
    return path


def ledger_of(root: Path) -> dict[str, dict[str, object]]:
    raw: dict[str, dict[str, object]] = json.loads(ledger_file(root).read_bytes())
    return raw


def rendered(root: Path) -> set[str]:
    """Every file of the built site that a template made."""
    return {
        path for path in tree(root / "site") if path != renew.SUMS and not path.startswith(("static/", "."))
    }


def html(root: Path) -> set[str]:
    return {path for path in rendered(root) if path.endswith(".html")}


def feeds(root: Path) -> set[str]:
    return {path for path in rendered(root) if path.endswith(".atom")}


def followed(changed: Why) -> Why:
    """What changed, with the feeds of the groups among it."""
    pages = {
        path: why for path, why in changed.items() if path.startswith(("topics/", "speakers/", "outlets/"))
    }
    return changed | {
        f"{path.removesuffix('.html')}.atom": why for path, why in pages.items() if "/index." not in path
    }


def added_to(name: str) -> str:
    """One of our templates, with a line that shows in no page."""
    return (shipped_templates() / name).read_text("utf-8") + "{# changed #}\n"


# Reasons


def page(root: Path) -> Why:
    replace(root, "content/pages/about.md", "Words", "Other words")
    return {"about.html": "view"}


def page_title(root: Path) -> Why:
    """Every page has the title in its navigation."""
    replace(root, "content/pages/about.md", "title: About", "title: Us")
    return dict.fromkeys(rendered(root), "site") | {"about.html": "site, view"}


def new_page(root: Path) -> Why:
    write_files(root, {"content/pages/more.md": "---\ntitle: More\n---\n"})
    return dict.fromkeys(rendered(root), "site") | {"more.html": NEW, "sitemap.xml": "site, view"}


def page_deleted(root: Path) -> Why:
    (root / "content/pages/about.md").unlink()
    gone = {"about.html": "site, template, view"}
    return dict.fromkeys(rendered(root), "site") | {"sitemap.xml": "site, view"} | gone


def footer(root: Path) -> Why:
    replace(root, "site.toml", 'title = "T"\n', 'title = "T"\nfooter = "F"\n')
    return dict.fromkeys(rendered(root), "site")


def template(root: Path) -> Why:
    write_files(root, {"templates/text.html": added_to("text.html")})
    return {"about.html": "template", "rules.html": "template", "404.html": "template"}


def extended_template(root: Path) -> Why:
    write_files(root, {"templates/base.html": added_to("base.html")})
    return dict.fromkeys(html(root), "template")


def included_template(root: Path) -> Why:
    write_files(root, {"templates/_statement.html": added_to("_statement.html")})
    sheets = {path for path in rendered(root) if path.startswith("browse/sheets/")}
    return dict.fromkeys(html(root) | feeds(root) | sheets, "template")


def template_of_no_page(root: Path) -> Why:
    write_files(root, {"templates/mine.html": "<p>"})
    return {}


def asset(root: Path) -> Why:
    write_files(root, {"templates/static/a.txt": "b"})
    return {"static/a.txt": "content"}


def new_asset(root: Path) -> Why:
    write_files(root, {"templates/static/deep/b.txt": "b"})
    return {"static/deep/b.txt": NEW}


def style(root: Path) -> Why:
    """The sheet has another name now, which every page mentions."""
    write_files(root, {"templates/static/style.css": "p {}"})
    name = f"static/style.{digest(b'p {}')[:8]}.css"
    return dict.fromkeys(rendered(root), "site") | {name: NEW}


def tampered(root: Path) -> Why:
    replace(root, "site/about.html", "Words", "Wards")
    return {"about.html": TAMPERED}


def page_removed(root: Path) -> Why:
    (root / "site/about.html").unlink()
    return {"about.html": TAMPERED}


def asset_tampered(root: Path) -> Why:
    write_files(root, {"site/static/a.txt": "mine"})
    return {"static/a.txt": TAMPERED}


def link(root: Path) -> Why:
    """A link to the very same words is no file of ours."""
    (root / "about.html").write_bytes((root / "site/about.html").read_bytes())
    (root / "site/about.html").unlink()
    (root / "site/about.html").symlink_to(root / "about.html")
    return {"about.html": TAMPERED}


def two_reasons(root: Path) -> Why:
    replace(root, "content/pages/about.md", "Words", "Other words")
    return template(root) | {"about.html": "template, view"}


def changed_and_tampered(root: Path) -> Why:
    """What has to be made again anyway is not looked at."""
    return tampered(root) | page(root)


def site_deleted(root: Path) -> Why:
    paths = tree(root / "site").keys()
    shutil.rmtree(root / "site")
    return dict.fromkeys(paths, TAMPERED)


CHANGES: dict[str, Callable[[Path], Why]] = {
    "nothing": lambda root: {},
    "a page": page,
    "a page's title": page_title,
    "a new page": new_page,
    "a page deleted": page_deleted,
    "the footer": footer,
    "a template": template,
    "a template that others extend": extended_template,
    "a template that others include": included_template,
    "a template of no page": template_of_no_page,
    "a static file": asset,
    "a new static file": new_asset,
    "the style sheet": style,
    "a built page tampered with": tampered,
    "a built page deleted": page_removed,
    "a built static file tampered with": asset_tampered,
    "a link in place of a page": link,
    "a page and its template": two_reasons,
    "a page changed and tampered with": changed_and_tampered,
    "the site deleted": site_deleted,
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_is_made_again_and_why(name: str, root: Path) -> None:
    wanted = CHANGES[name](root)
    assert rebuilt(root) == wanted
    assert rebuilt(root) == {}


@pytest.mark.parametrize(
    "name", ["a page's title", "a new page", "a template that others include", "the style sheet"]
)
def test_what_is_not_made_again_is_as_a_first_build_makes_it(name: str, root: Path, tmp_path: Path) -> None:
    CHANGES[name](root)
    rebuilt(root)
    assert tree(root / "site") == from_nothing(root, tmp_path)


def from_nothing(root: Path, tmp_path: Path) -> dict[str, bytes]:
    """The site a first build of the same project makes."""
    cold = tmp_path / "cold"
    shutil.copytree(root, cold, ignore=shutil.ignore_patterns("site", ".site_builder"))
    build(cold, cold / "site")
    return tree(cold / "site")


def test_another_address(root: Path) -> None:
    """It stands in every page, and in the views of those that list addresses."""
    cited = {path for path, content in tree(root / "site").items() if b"rft_val_fmt" in content}
    cited |= {path for path in rendered(root) if path.startswith("statements/")}
    own = dict.fromkeys((*feeds(root), "sitemap.xml", "robots.txt", *cited), "site, view")
    assert rebuilt(root, "https://a.example/") == dict.fromkeys(rendered(root), "site") | own
    assert rebuilt(root, "https://a.example/") == {}


def test_another_program(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renew, "builder_digest", lambda: "other")
    before = tree(root / "site")
    assert rebuilt(root) == dict.fromkeys(rendered(root), "builder")
    assert tree(root / "site") == before


def test_a_program_that_makes_other_views(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Views are made anew; the pages of those that are as they were stay."""
    monkeypatch.setattr(checking, "LONGEST", 0)
    monkeypatch.setattr("site_builder.build.program", lambda: "another program")
    assert rebuilt(root) == {checking.CHECKING: "view"}
    assert rebuilt(root) == {}


def test_the_command_prints_them_when_asked(root: Path) -> None:
    page(root)
    assert "about.html: view" in command("build", "--project", root, "--why").out.splitlines()
    assert command("build", "--project", root, "--why").out.startswith("2 documents, ")


# Ledgers that are of no use


def other_format(raw: dict[str, object]) -> object:
    return raw | {"format": 1}


def other_target(raw: dict[str, object]) -> object:
    return raw | {"target": "elsewhere"}


def without_format(raw: dict[str, object]) -> object:
    return {"target": raw["target"], "files": raw["files"]}


def files_of_another_kind(raw: dict[str, object]) -> object:
    return raw | {"files": {"about.html": "x"}}


def inputs_of_another_kind(raw: dict[str, object]) -> object:
    return raw | {"inputs": [3]}


def inputs_that_are_not_there(raw: dict[str, object]) -> object:
    return raw | {"inputs": []}


FOREIGN: dict[str, Callable[[dict[str, object]], object]] = {
    "another format": other_format,
    "another folder": other_target,
    "no format": without_format,
    "files of another kind": files_of_another_kind,
    "inputs of another kind": inputs_of_another_kind,
    "inputs that are not there": inputs_that_are_not_there,
    "a list": lambda raw: [raw],
    "nothing": lambda raw: None,
    "a number": lambda raw: 1,
}
GARBLED = {"empty": b"", "cut off": b'{"format": 1, "tar', "binary": b"\xff\xfe\x00", "nested": b"[" * 100_000}


@pytest.mark.parametrize("name", FOREIGN)
def test_a_foreign_ledger_is_as_none(name: str, root: Path) -> None:
    raw: dict[str, object] = dict(ledger_of(root))
    ledger_file(root).write_text(json.dumps(FOREIGN[name](raw)))
    assert load_ledger(ledger_file(root), "site") == Ledger(target="site")


@pytest.mark.parametrize("name", GARBLED)
def test_a_garbled_ledger_is_as_none(name: str, tmp_path: Path) -> None:
    path = tmp_path / "ledger.json"
    path.write_bytes(GARBLED[name])
    assert load_ledger(path, "site") == Ledger(target="site")


def test_the_files_of_a_copied_site_are_read_once(root: Path) -> None:
    """By the first build after that: from then on their stamps say that they are as they were."""
    assert rebuilt(root) == {}
    found = load_ledger(ledger_file(root), "site").files
    assert {path: made.stamp for path, made in found.items()} == {
        path: content_stamp((root / "site" / path).lstat()) for path in tree(root / "site")
    }


@pytest.mark.parametrize("stands", [True, False])
def test_without_a_ledger_everything_is_made_again_and_is_the_same(stands: bool, root: Path) -> None:
    before = tree(root / "site")
    ledger_file(root).write_bytes(GARBLED["cut off"])
    if not stands:
        shutil.rmtree(root / "site")
    assert rebuilt(root) == dict.fromkeys(before, NEW)
    assert tree(root / "site") == before
    assert rebuilt(root) == {}


@pytest.mark.parametrize("linked", [True, False])
def test_without_a_ledger_what_is_not_planned_any_more_goes_all_the_same(linked: bool, root: Path) -> None:
    if linked:  # then file after file is replaced
        (root / "site").rename(root / "elsewhere")
        (root / "site").symlink_to("elsewhere")
    ledger_file(root).unlink()
    (root / "content/pages/rules.md").unlink()
    (root / "templates/static/a.txt").unlink()
    gone = next(path for path in tree(root / "site") if path.startswith("static/a."))
    assert "rules.html" in rebuilt(root)  # it says that it is gone
    assert gone not in tree(root / "site")


def refused(root: Path, found: str) -> None:
    """Building without the ledger names what it found, and leaves it there."""
    ledger_file(root).unlink()
    before = tree(root / "site")
    done = command("build", "--project", root)
    message = f"{root / 'site'}: expected a folder that holds only this site, found {found}: move them"
    assert (done.code, done.err) == (1, (f"{message}, or give another --output",))
    assert tree(root / "site") == before


def test_without_a_ledger_a_stranger_is_refused_all_the_same(root: Path) -> None:
    write_files(root / "site", {"mine.html": "mine"})
    refused(root, "mine.html")


def test_without_a_ledger_another_programs_site_is_refused(root: Path) -> None:
    """Though its files have the names of ours."""
    first, second, third, *others = (path for path in tree(root / "site") if path != ".nojekyll")
    write_files(root / "site", {"index.html": "<!DOCTYPE html><title>Mine</title>"})
    refused(root, f"{first}, {second}, {third} and {len(others)} more")


def test_a_ledger_that_names_other_digests_only_costs_time(root: Path) -> None:
    before = tree(root / "site")
    raw = ledger_of(root)
    files = {path: [0, "x", "x", "x", "x"] for path in raw["files"]}
    ledger_file(root).write_text(json.dumps(raw | {"inputs": [{"mood": "x"}], "files": files}))
    why = rebuilt(root)
    assert why.keys() == before.keys()
    assert why["about.html"] == "builder, mood, site, template, view"
    assert tree(root / "site") == before


def test_a_ledger_is_read_as_it_was_written(tmp_path: Path) -> None:
    files = {
        "a/b.html": Made({"template": "1", "site": "2"}, "3", "4", "5", "6"),
        "ü.txt": Made({"content": "7"}),
    }
    save_ledger(tmp_path / "new" / "ledger.json", Ledger(target="site", files=files))
    assert load_ledger(tmp_path / "new" / "ledger.json", "site") == Ledger(target="site", files=files)
    assert load_ledger(tmp_path / "new" / "ledger.json", "out") == Ledger(target="out")
    assert load_ledger(tmp_path / "none.json", "site") == Ledger(target="site")
    assert load_ledger(tmp_path, "site") == Ledger(target="site")


def test_a_project_that_was_moved_knows_its_site(root: Path) -> None:
    moved = root.rename(root.with_name("moved"))
    assert rebuilt(moved) == {}


# How far a change reaches

KARRO = """\
Karro promises a quiet night

PORT HALLOW, May 21 (Norvane Wire) - Union leader Ines Karro said on Tuesday that the boats would stay.
"""
LAST = "2019-05-20-the-strait-courier-karro-boats-will-stay-until-the-letter-is-torn-up"
ADDED = "2019-05-21-norvane-wire-karro-promises-a-quiet-night"
GAZETTE = "2019-05-18-the-hallow-gazette-i-can-wait-says-the-man-who-wants-the-north-quay"
WIRE = "2019-05-14-norvane-wire-minister-says-port-hallow-blockade-keeps-34-ships"


def another_article(root: Path) -> Why:
    """It is linked from the document and the day before it; one list becomes too long for a page."""
    write_files(root, {"seeds/07-norvane-wire.txt": KARRO})
    made: tuple[str, ...] = (
        f"entries/{ADDED}.html",
        f"sources/{ADDED}.html",
        f"data/statements/{ADDED}.jsonl",
        "dates/2019-05-21.html",
    )
    changed = f"""index.html data/documents.jsonl check/index.html coverage/index.html
        feed.atom corrections.atom sitemap.xml entries/index.html entries/{LAST}.html topics/index.html
        topics/harbour-blockade.html topics/without-a-topic.html speakers/index.html speakers/ines-karro.html
        outlets/index.html outlets/norvane-wire.html kinds/index.html kinds/indirect.html dates/index.html
        dates/2019.html dates/2019-05.html dates/2019-05-20.html browse/index.html browse/columns/2019.js
        browse/sheets/2019.js types/index.html types/cooperative-news-agency.html review/index.html
        review/extracted.html review/extracted/2019-05/2.html"""
    made += tuple(path for one in ("s-5v1m65rq", "s-h45b4kpj") for path in own_files(one))
    return followed(dict.fromkeys(made, NEW) | dict.fromkeys(changed.split(), "view"))


def a_statement_edited(root: Path) -> Why:
    entry = entry_file(root, "Hallow Port Authority, claims").relative_to(root).as_posix()
    own = f"statements/{statement_id(root, 'Hallow Port Authority, claims')}.html"
    replace(
        root, entry, "- topics: costs\n\n> According", "- via: Radio Hallow\n- topics: costs\n\n> According"
    )
    changed = f"""feed.atom corrections.atom entries/{WIRE}.html topics/costs.html
        data/statements/{WIRE}.jsonl
        speakers/hallow-port-authority.html outlets/norvane-wire.html kinds/indirect.html
        dates/2019-05-14.html browse/columns/2019.js browse/sheets/2019.js {own}
        types/cooperative-news-agency.html browse/index.html sitemap.xml review/index.html
        review/extracted.html review/extracted/2019-05.html"""
    return followed(dict.fromkeys(changed.split(), "view") | {"review/corrected.html": NEW})


def a_topic_renamed(root: Path) -> Why:
    replace(root, "content/lexicon/topics.yaml", "- name: Jobs", "- name: Work")
    changed = f"""index.html feed.atom sitemap.xml entries/{GAZETTE}.html
        data/statements/{GAZETTE}.jsonl topics/index.html
        topics/container-terminal.html speakers/anton-breck.html outlets/the-hallow-gazette.html
        kinds/mixed.html dates/2019-05-18.html browse/index.html browse/columns/2019.js browse/sheets/2019.js
        statements/s-05j30p6f.html types/private-newspaper.html review/extracted/2019-05/2.html"""
    made = followed(dict.fromkeys(changed.split(), "view") | {"topics/work.html": NEW})
    return made | {"topics/jobs.html": "template, view"}


def statement_id(root: Path, words: str) -> str:
    """Of the statement that holds these words of its entry."""
    text = entry_file(root, words).read_text("utf-8")
    return str(re.findall(r"(?m)^### (s-\w+)$", text[: text.index(words)])[-1])


def own_files(made: str) -> list[str]:
    """The page of a statement, and the files that cite it."""
    return [f"statements/{made}.{end}" for end in ("html", "bib", "ris", "csl.json")]


REACH = {
    "another article": another_article,
    "a statement edited": a_statement_edited,
    "a topic renamed": a_topic_renamed,
}


@pytest.mark.parametrize("name", REACH)
def test_how_far_a_change_reaches(name: str, harbour: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(harbour, tmp_path / "archive"))
    assert rebuilt(root) == {}
    wanted = REACH[name](root)
    assert rebuilt(root) == wanted
    assert tree(root / "site") == from_nothing(root, tmp_path)


def test_files_that_are_no_more_leave_the_ledger_and_pages_stay(tmp_path: Path) -> None:
    """A feed is no page; a page that was published says that there is nothing on it any more."""
    root = copy_harbour(tmp_path / "archive")
    write_files(root, {"seeds/07-norvane-wire.txt": KARRO.replace("Ines Karro", "Ilse Marn")})
    build(root, root / "site")
    for path in (*root.glob("content/*/*quiet-night*"), root / "seeds/07-norvane-wire.txt"):
        path.unlink()
    before = tree(root / "site").keys()
    why = rebuilt(root)
    gone = {f"entries/{ADDED}.html", f"sources/{ADDED}.html", "dates/2019-05-21.html"}
    assert {why[path] for path in gone} == {"template, view"}
    files = (".atom", ".jsonl", ".bib", ".ris", ".json")
    assert {path for path in before - tree(root / "site").keys() if not path.endswith(files)} == set()
