"""The command line: what it prints, what it writes, how it ends."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from site_builder.cli import main
from site_builder.export import COLUMNS
from site_builder.project import read_lexicon
from tests.projects import BRIDGE, FERRY, command, tree, write_files

WRONG = {
    "no such command": ("publish",),
    "no such option": ("build", "--fast"),
    "no such folder": ("build", "--project", "nowhere"),
    "jobs below one": ("build", "--project", "empty", "--jobs", "0"),
    "an address without scheme": ("build", "--project", "archive", "--base-url", "a.example"),
    "no file to annotate": ("annotate",),
    "a format that is none": ("annotate", "--format", "xml", "a.txt"),
    "a port that is none": ("serve", "--port", "70000"),
    "no folder for the new archive": ("new",),
}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to stand in, with an archive, and an empty folder."""
    write_files(tmp_path / "archive", {"seeds/bridge.txt": BRIDGE})
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", WRONG)
def test_wrong_usage_ends_with_2_and_writes_nothing(name: str, here: Path) -> None:
    before = tree(here)
    done = command(*WRONG[name])
    assert (done.code, done.out) == (2, "")
    assert done.err[0].startswith("Usage: ")
    assert done.err[-1].startswith("Error: ")
    assert tree(here) == before


ASKING = {
    "annotate": ("bridge.txt",),
    "explain": ("s-00000000",),
    "restore": ("s-00000000",),
    "verify": ("site",),
}
"""What a command must be given, beside an archive."""
NO_ARCHIVE = "expected an archive (site.toml, seeds/ or content/), found none: `site-builder new DIR` makes one"


@pytest.mark.parametrize("name", [name for name in main.commands if name != "new"])
def test_a_folder_that_is_no_archive_is_no_empty_one(
    name: str, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(here, {"bridge.txt": BRIDGE, "site/index.html": ""})
    before = tree(here)
    done = command(name, *ASKING.get(name, ()), "--project", "empty")
    assert (done.code, done.out, done.err[-1]) == (2, "", f"Error: empty: {NO_ARCHIVE}")
    if name not in ("annotate", "verify"):
        monkeypatch.chdir(here / "empty")
        done = command(name, *ASKING.get(name, ()))
        assert (done.code, done.out, done.err[-1]) == (2, "", f"Error: {here / 'empty'}: {NO_ARCHIVE}")
    assert tree(here) == before


@pytest.mark.parametrize("file", ["seeds/a.txt", "content/pages/a.md", "site.toml"])
def test_any_part_of_an_archive_makes_one(file: str, tmp_path: Path) -> None:
    write_files(tmp_path, {file: "---\ntitle: A\n---\nB.\n" if file.endswith("md") else ""})
    assert "expected an archive" not in "".join(command("check", "--project", tmp_path).err)


def test_messages_of_wrong_usage(here: Path) -> None:
    assert command("build", "--project", "archive", "--base-url", "a.example").err[-1] == (
        "Error: --base-url: expected an address with http:// or https://, found 'a.example'"
    )


def test_the_closing_line(here: Path) -> None:
    done = command("build", "--project", "archive")
    lines = done.out.splitlines()
    files = len(tree(here / "archive" / "site"))
    wanted = rf"1 document, 2 statements, 1 speaker, 0 topics, {files} files written in \d+\.\d s\."
    assert (done.code, done.err, len(lines)) == (0, (), 3)
    assert re.fullmatch(wanted, lines[0])
    assert lines[1] == "1 warning: site-builder check --project archive"
    assert lines[2] == "The site is in archive/site/index.html: open it in a browser."


def test_an_archive_of_nothing(here: Path) -> None:
    (here / "empty" / "seeds").mkdir()
    done = command("build", "--project", "empty")
    assert (done.code, done.err) == (0, ())
    assert done.out.startswith("0 documents, 0 statements, 0 speakers, 0 topics, ")
    assert done.out.endswith("It has no articles yet: put each as NAME.txt into empty/seeds and build again.\n")
    assert (here / "empty" / "site" / "index.html").is_file()


STRANGERS = {
    "a file": ["holiday.jpg"],
    "a file in a folder": ["photos/holiday.jpg"],
    "a hidden file": [".env"],
    "a hidden folder": [".ssh/id"],
    "several": ["a", "b", "c", "d", "e"],
}


@pytest.mark.parametrize("name", STRANGERS)
def test_a_folder_with_a_strangers_files_is_refused(name: str, here: Path) -> None:
    names = STRANGERS[name]
    before = tree(write_files(here / "out", dict.fromkeys(names, "mine")))
    done = command("build", "--project", "archive", "--output", "out")
    listed = ", ".join(names[:3]) + (" and 2 more" if len(names) > 3 else "")
    found = f"expected a folder that holds only this site, found {listed}"
    assert (done.code, done.err) == (1, (f"out: {found}: move them, or give another --output",))
    assert tree(here / "out") == before


def test_a_stranger_in_the_built_site_is_refused(here: Path) -> None:
    command("build", "--project", "archive")
    write_files(here / "archive" / "site", {"topics/mine.txt": "mine"})
    before = tree(here / "archive" / "site")
    done = command("build", "--project", "archive")
    assert (done.code, len(done.err)) == (1, 1)
    assert "found topics/mine.txt: move them" in done.err[0]
    assert tree(here / "archive" / "site") == before


def test_the_output_is_no_file_and_no_link_to_nothing(here: Path) -> None:
    (here / "link").symlink_to(here / "nowhere")
    (here / "file").write_text("mine")
    for name in ("link", "file"):
        done = command("build", "--project", "archive", "--output", name)
        message = f"{name}: expected a folder for the site, found a file, or a link to none"
        assert (done.code, done.err) == (1, (message,))
    assert (here / "file").read_text() == "mine"


def test_through_a_link_the_files_are_replaced_one_by_one(here: Path) -> None:
    (here / "link").symlink_to(here / "empty")
    for words in ("Words.", "Other words."):
        write_files(here / "archive", {"content/pages/about.md": f"---\ntitle: About\n---\n{words}\n"})
        done = command("build", "--project", "archive", "--output", "link")
        said = "The site's folder cannot be exchanged: its files were replaced one by one."
        assert (done.code, done.err, done.out.splitlines()[0].endswith(said)) == (0, (), True)
        command("build", "--project", "archive")
        assert tree(here / "empty") == tree(here / "archive" / "site")
    (here / "archive/content/pages/about.md").unlink()
    command("build", "--project", "archive", "--output", "link")
    assert (here / "link").is_symlink()
    assert b"published here once" in tree(here / "empty")["about.html"]


def test_the_hosts_own_files_are_carried_over(here: Path) -> None:
    command("build", "--project", "archive")
    site = here / "archive" / "site"
    write_files(site, {"CNAME": "a.example\n", ".git/HEAD": "ref", ".well-known/x/y": "z"})
    assert command("build", "--project", "archive").code == 0
    kept = tree(site, "CNAME", ".git", ".well-known")
    assert kept == {".git/HEAD": b"ref", ".well-known/x/y": b"z", "CNAME": b"a.example\n"}


def test_a_page_that_is_no_more_says_so(here: Path) -> None:
    write_files(here / "archive", {"seeds/ferry.txt": FERRY})
    command("build", "--project", "archive")
    assert (here / "archive/site/speakers/bo-hallam.html").is_file()
    for path in (*(here / "archive").glob("content/*/*ferry*"), here / "archive/seeds/ferry.txt"):
        path.unlink()
    assert command("build", "--project", "archive").code == 0
    page = (here / "archive/site/speakers/bo-hallam.html").read_text("utf-8")
    assert "This page was published here once. The archive has nothing to show on it any more." in page
    assert '<a href="../speakers/index.html">' in page


def test_a_build_that_fails_leaves_the_site_as_it_was(here: Path) -> None:
    command("build", "--project", "archive")
    before = tree(here / "archive" / "site")
    write_files(here / "archive", {"site.toml": "per_page = 0\n"})
    assert command("build", "--project", "archive").code == 1
    assert tree(here / "archive" / "site") == before


def test_new_makes_an_archive_that_builds(here: Path) -> None:
    done = command("new", "demo")
    then = "Put articles into demo/seeds, then: site-builder build --project demo"
    assert (done.code, done.out.splitlines()[-1]) == (0, then)
    assert sorted(done.out.splitlines()[:-1]) == [f"demo/{path}" for path in tree(here / "demo")]
    built = command("build", "--project", "demo")
    assert (built.code, built.err) == (0, ())
    assert built.out.startswith("0 documents, 0 statements, 0 speakers, 0 topics, ")
    write_files(here / "demo", {"seeds/bridge.txt": BRIDGE})
    assert command("build", "--project", "demo").out.startswith(
        "1 document, 2 statements, 1 speaker, 1 topic, "
    )


ASKED = "content/pages/about.md: warning: expected what the page asks for, found Say here"
TO_WRITE = (
    f"{ASKED} who keeps this archive, and how to reach them abou…",
    f"{ASKED}, in a sentence or two, which articles it holds, wh…",
)
NO_PROFILE = (
    "content/entries/2019-05-14-northern-wire-mayor-says-the-bridge-is-open.md: warning: "
    "expected a profile in content/lexicon/outlets.yaml, found none for 'Northern Wire'"
)


def test_a_new_archive_is_told_what_is_left_to_write(here: Path) -> None:
    command("new", "demo")
    assert command("check", "--project", "demo").err == TO_WRITE
    write_files(here / "demo", {"seeds/bridge.txt": BRIDGE, "seeds/ferry.txt": FERRY})
    command("build", "--project", "demo")
    assert command("check", "--project", "demo").err == (NO_PROFILE, *TO_WRITE)
    about = here / "demo/content/pages/about.md"
    about.write_text(re.sub(r"\*Say here.*?\*", "Two articles of one wire.", about.read_text("utf-8")), "utf-8")
    write_files(here / "demo", {"content/lexicon/outlets.yaml": "- name: Northern Wire\n"})
    assert command("check", "--project", "demo").err == ()


def test_the_commands_that_are_named_can_be_pasted(here: Path) -> None:
    """With the archive's folder, quoted where a shell would take it apart."""
    done = command("new", "my archive")
    then = done.out.splitlines()[-1].partition("then: ")[2]
    assert then == "site-builder build --project 'my archive'"
    write_files(here / "my archive", {"seeds/bridge.txt": BRIDGE.replace("Mayor Ana Lind", "She")})
    lines = command(*shlex.split(then)[1:]).out.splitlines()
    (then,) = [line.partition("to review: ")[2] for line in lines if "to review: " in line]
    assert then == "site-builder review --project 'my archive'"
    listed = command(*shlex.split(then)[1:]).out
    assert "; `site-builder topics --project 'my archive'` lists them" in listed
    assert "--project" not in command("review", "--project", "my archive", "--format", "markdown").out


def test_a_new_archive_holds_nothing_of_anyone(here: Path) -> None:
    command("new", "demo")
    lexicon = read_lexicon(here / "demo", [])
    assert (lexicon.people, lexicon.outlets, lexicon.topics != ()) == ((), (), True)
    assert tree(here / "demo", "seeds").keys() == {"seeds/README.md"}
    command("build", "--project", "demo")
    assert list((here / "demo").glob("content/entries/*")) == []


def test_the_examples_of_a_new_archive_are_right(here: Path) -> None:
    """Without their "#", and the sidecar of its README beside an article."""
    command("new", "demo")
    for name in ("people", "outlets"):
        file = here / "demo" / "content" / "lexicon" / f"{name}.yaml"
        told, example = file.read_text("utf-8").split("# For example:\n")
        file.write_text(told + re.sub("(?m)^# ?", "", example), "utf-8")
    (sidecar,) = re.findall("```yaml\n(.*?)```", (here / "demo/seeds/README.md").read_text("utf-8"), re.DOTALL)
    write_files(here / "demo", {"seeds/bridge.txt": BRIDGE, "seeds/bridge.yaml": sidecar})
    (here / "demo/content/pages/about.md").unlink()
    assert command("check", "--project", "demo", "--strict").err == ()
    lexicon = read_lexicon(here / "demo", [])
    assert (len(lexicon.people), len(lexicon.outlets)) == (2, 1)


def test_new_refuses_a_folder_that_holds_anything(here: Path) -> None:
    done = command("new", "archive")
    assert (done.code, done.err) == (1, ("archive: expected a new or an empty folder, found something in it",))
    assert command("new", "empty").code == 0


def test_export_is_the_archive_as_data(here: Path) -> None:
    command("build", "--project", "archive")
    lines = command("export", "--project", "archive").out.splitlines()
    rows = [json.loads(line) for line in lines]
    assert [list(row) for row in rows] == [list(COLUMNS)] * len(rows)
    for row in rows:
        text = (here / "archive" / row["seed"]).read_text("utf-8")
        assert [" ".join(text[start:end].split()) for start, end in row["spans"]] == row["text"].split(" […] ")
        page, anchor = row["page"].split("#")
        assert f'id="{anchor}"' in (here / "archive" / "site" / page).read_text("utf-8")
    table = command("export", "--project", "archive", "--format", "csv").out
    assert table.count("\n") >= len(rows) + 1


def test_annotate_needs_no_archive_and_writes_nothing(here: Path) -> None:
    write_files(here, {"a.txt": BRIDGE, "b.txt": "", "c.txt": FERRY})
    before = tree(here)
    done = command("annotate", "a.txt", "b.txt", "c.txt")
    documents = [json.loads(line) for line in done.out.splitlines()]
    assert (done.code, done.err) == (1, ("b.txt: expected an article, found an empty file",))
    assert [(d["id"], d["text"], d["title"]) for d in documents] == [
        ("a.txt", BRIDGE, "Mayor says the bridge is open"),
        ("c.txt", FERRY, "Ferry owner disputes the date"),
    ]
    for document in documents:
        assert list(document) == ["id", "text", "title", "outlet", "published", "statements"]
        assert document["statements"]
        for found in document["statements"]:
            for part in filter(None, (found["speaker"], found["cue"])):
                assert document["text"][part["start"] : part["end"]] == part["text"]
    assert tree(here) == before


def test_annotate_as_markdown_is_the_entry_of_the_archive(here: Path) -> None:
    command("build", "--project", "archive")
    (entry,) = (here / "archive" / "content" / "entries").iterdir()
    done = command("annotate", "--format", "markdown", "archive/seeds/bridge.txt")
    assert done.out.replace("archive/seeds/", "seeds/") == entry.read_text("utf-8")


def test_the_reader_of_the_output_may_leave(here: Path) -> None:
    write_files(here, {f"{number}.txt": f"{BRIDGE}\nNo. {number}.\n" for number in range(40)})
    files = " ".join(f"{number}.txt" for number in range(40))
    line = f"{sys.executable} -m site_builder annotate {files} | head -c 10"
    done = subprocess.run(line, shell=True, capture_output=True, text=True, timeout=60)
    assert (done.stdout, done.stderr) == ('{"id": "0.', "")
