"""Bad input is one clear line each; the rest is built; the command ends with 1."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from tests.projects import BRIDGE, FERRY, Done, command, entry_file, tree, write_files

BAD_SEEDS: dict[str, tuple[str, bytes, str]] = {
    "empty": ("x.txt", b"", "seeds/x.txt: expected an article, found an empty file"),
    "blank": ("x.txt", b" \n\xef\xbb\xbf\n", "seeds/x.txt: expected an article, found only blanks"),
    "a mark alone": ("x.txt", b"\xef\xbb\xbf", "seeds/x.txt: expected an article, found only blanks"),
    "binary": (
        "x.txt",
        b"\x7fELF\x02\x01\x00\x00\xff\xfe" + bytes(range(256)),
        "seeds/x.txt:1:9: expected text, found a binary file with the byte 0xff",
    ),
    "a NUL in text": (
        "x.txt",
        b"One line.\nAno\0ther.\n",
        "seeds/x.txt:2:4: expected text, found a NUL byte: a binary file",
    ),
    "a PDF by another name": (
        "x.txt",
        b"%PDF-1.4\n1 0 obj\n",
        "seeds/x.txt: expected plain text, found a PDF file: save what it says as text",
    ),
    "a web page by another name": (
        "x.txt",
        b"\xef\xbb\xbf\n<!DOCTYPE HTML>\n<title>Mayor</title>\n",
        "seeds/x.txt: expected plain text, found a web page: save what it says as text",
    ),
    "cut UTF-16": (
        "x.txt",
        b"\xff\xfeA\x00B",
        "seeds/x.txt:1:5: expected utf-16-le after its byte-order mark, found the byte 0x42",
    ),
    "false UTF-8 mark": (
        "x.txt",
        b"\xef\xbb\xbfok\n\xff\n",
        "seeds/x.txt:2:1: expected utf-8 after its byte-order mark, found the byte 0xff",
    ),
    "huge": ("x.txt", b"a " * 2_500_001, "seeds/x.txt: expected at most 5,000,000 bytes, found 5,000,002"),
    "a duplicate": (
        "x.txt",
        BRIDGE.encode(),
        "seeds/x.txt: expected a document of its own, found the bytes of seeds/bridge.txt",
    ),
    "another kind of file": (
        "x.docx",
        b"PK",
        "seeds/x.docx: expected a text file NAME.txt, found another kind of file",
    ),
    "a name with a line end": (
        "x\ny.txt",
        FERRY.encode(),
        "seeds/x\\ny.txt: expected a file name of printable characters, found others",
    ),
    "a name in capitals": (
        "X.TXT",
        FERRY.encode(),
        "seeds/X.TXT: expected a name that ends in .txt, found .TXT",
    ),
    "a sidecar of another name": (
        "x.yml",
        b"outlet: The Wire\n",
        "seeds/x.yml: expected a name that ends in .yaml, found .yml",
    ),
    "a sidecar alone": (
        "x.yaml",
        b"outlet: The Wire\n",
        "seeds/x.yaml: expected the seed seeds/x.txt beside this sidecar, found none",
    ),
}

BAD_SIDECARS: dict[str, tuple[str | bytes, str]] = {
    "an unknown key": (
        "outlet: The Wire\nauthors: [A]\n",
        "seeds/x.yaml:2:1: expected a known key, found 'authors'; did you mean 'author'?",
    ),
    "a list": ("- outlet\n", "seeds/x.yaml:1:1: expected a mapping of keys to values, found ['outlet']"),
    "a date that is none": (
        "published: last May\n",
        "seeds/x.yaml:1:1: expected an EDTF date (2016, 2016-12, 2016-12-13, 2016-12-13?, "
        "2016-12-12/2016-12-13, ../2016-12-13, 2016-12-XX), found 'last May'",
    ),
    "an address with a slip": (
        "outlet: The Wire\nurl: htp:/\n",
        "seeds/x.yaml:2:1: expected an address with http:// or https:// and a host, found 'htp:/'",
    ),
    "an address without a host": (
        "archived_url: https:///2031/05/11\n",
        "seeds/x.yaml:1:1: expected an address with http:// or https:// and a host, found 'https:///2031/05/11'",
    ),
    "rights that are none": (
        "rights: all\n",
        "seeds/x.yaml:1:1: expected 'full', 'excerpt' or 'quotation', found 'all'",
    ),
    "a fault of syntax": (
        "url: [\n",
        "seeds/x.yaml:2:1: expected YAML, found a fault: did not find expected node content",
    ),
    "a bomb": ("[" * 30_000, "seeds/x.yaml:1:33: expected at most 32 levels of nesting, found more"),
    "bytes that are no UTF-8": (b"url: \xff\n", "seeds/x.yaml:1:6: expected UTF-8, found the byte 0xFF"),
}


def archive(root: Path, files: Mapping[str, str | bytes] = MappingProxyType({})) -> Path:
    """An archive of one good seed, and whatever else is given."""
    return write_files(root, {"seeds/bridge.txt": BRIDGE, **files})


def closing(done: Done) -> str:
    """The closing line up to the number of statements."""
    return ", ".join(done.out.split("\n")[0].split(", ")[:1])


@pytest.mark.parametrize("name", BAD_SEEDS)
def test_a_bad_seed_is_one_line_and_the_rest_is_built(name: str, tmp_path: Path) -> None:
    file, content, line = BAD_SEEDS[name]
    root = archive(tmp_path, {f"seeds/{file}": content})
    done = command("build", "--project", root)
    assert (done.code, done.err, closing(done)) == (1, (line,), "1 document")
    assert (root / "site" / "index.html").is_file()
    assert len(list((root / "content" / "entries").iterdir())) == 1


@pytest.mark.parametrize("name", BAD_SIDECARS)
def test_a_bad_sidecar_is_one_line_and_the_rest_is_built(name: str, tmp_path: Path) -> None:
    content, line = BAD_SIDECARS[name]
    root = archive(tmp_path, {"seeds/x.txt": FERRY, "seeds/x.yaml": content})
    done = command("build", "--project", root)
    assert (done.code, done.err, closing(done)) == (1, (line,), "1 document")


def test_all_bad_seeds_at_once_are_a_line_each(tmp_path: Path) -> None:
    bad = enumerate(BAD_SEEDS.values())
    files: dict[str, str | bytes] = {f"seeds/{number:02}-{file}": content for number, (file, content, _) in bad}
    done = command("build", "--project", archive(tmp_path, files))
    assert (done.code, len(done.err), closing(done)) == (1, len(BAD_SEEDS), "1 document")


def test_files_beside_the_seeds_that_are_no_seeds(tmp_path: Path) -> None:
    root = archive(tmp_path, {"seeds/README.md": "# R", "seeds/README.txt": "R", "seeds/.hidden.txt": FERRY})
    assert command("build", "--project", root).err == ()


def test_pipes_links_devices_and_holes(tmp_path: Path) -> None:
    """None of them is opened to be read, waited for or followed."""
    root = archive(tmp_path / "archive")
    outside = write_files(tmp_path, {"outside.txt": FERRY}) / "outside.txt"
    seeds = root / "seeds"
    os.mkfifo(seeds / "a.txt")
    (seeds / "b.txt").symlink_to(outside)
    (seeds / "c.txt").symlink_to("/dev/zero")
    (seeds / "d.txt").symlink_to("d.txt")
    (seeds / "e.txt").symlink_to("nowhere")
    (seeds / "f").symlink_to(tmp_path)
    with open(seeds / "g.txt", "wb") as file:
        file.truncate(3_000_000_000)
    code = "import resource; resource.setrlimit(resource.RLIMIT_AS, (2_000_000_000,) * 2)\n"
    code += "from site_builder.cli import main; main(['build', '--project', '.'])"
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, timeout=20)
    link = "expected a file, found a link, which is not followed"
    assert (done.returncode, done.stderr.splitlines()) == (
        1,
        [
            "seeds/a.txt: expected a regular file, found a folder, pipe or device",
            *(f"seeds/{name}: {link}" for name in ("b.txt", "c.txt", "d.txt", "e.txt", "f")),
            "seeds/g.txt: expected at most 5,000,000 bytes, found 3,000,000,000",
        ],
    )
    assert done.stdout.startswith("1 document, ")


def test_no_link_is_followed_into_or_out_of_an_archive(tmp_path: Path) -> None:
    """Not even for what a project has by name: each is one line."""
    files = {
        "site.toml": 'title = "Outside"\n',
        "content/lexicon/people.yaml": "- name: Outside\n",
        "content/pages/about.md": "---\ntitle: Outside\n---\n",
        "content/entries/e.md": "---\nentry: e\n---\n",
        "seeds/bridge.yaml": "outlet: Outside\n",
        "templates/static/x.css": "p {}",
    }
    messages = {
        "site.toml": "expected a file that can be read, found a link",
        "content/lexicon/people.yaml": "expected a file that can be read, found a link",
        "content/pages/about.md": "expected a file NAME.md, found something else",
        "content/entries/e.md": "expected an entry NAME.md, found something else",
        "seeds/bridge.yaml": "expected a file that can be read, found a link",
        "templates/static/x.css": "expected a file, found a link",
    }
    outside = write_files(tmp_path / "outside", files)
    for number, (name, message) in enumerate(messages.items()):
        root = archive(tmp_path / str(number))
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).symlink_to(outside / name)
        done = command("build", "--project", root)
        assert (done.code, done.err[0]) == (1, f"{name}: {message}")
        assert [path for path, content in tree(root, "site").items() if b"Outside" in content] == []


def test_names_that_are_no_text(tmp_path: Path) -> None:
    root = archive(tmp_path)
    for folder in ("seeds", "content/entries", "content/pages"):
        (root / folder).mkdir(parents=True, exist_ok=True)
        with open(os.fsencode(root / folder) + b"/\xff.txt", "wb") as file:
            file.write(FERRY.encode())
    line = [sys.executable, "-m", "site_builder", "build", "--project", str(root)]
    done = subprocess.run(line, capture_output=True, text=True, timeout=20)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "content/entries/\\udcff.txt: expected an entry NAME.md, found something else",
        "content/pages/\\udcff.txt: expected a file NAME.md, found something else",
        "seeds/\\udcff.txt: expected a file name of printable characters, found others",
    ]


SETTINGS = {
    "unknown keys: the rest counts": (
        'titel = "T"\n[rights]\ndefalt = "full"\n',
        [
            "site.toml:1:1: expected a known key, found 'titel'; did you mean 'title'?",
            "site.toml:3:1: expected a known key, found 'defalt'; did you mean 'default'?",
        ],
        True,
    ),
    "a fault of syntax: nothing can be built": (
        "title = T\n",
        ["site.toml:1:9: expected TOML, found a fault: Invalid value"],
        False,
    ),
    "a wrong value: nothing can be built": (
        "per_page = 0\n",
        ["site.toml:1:1: expected a number above 0, found 0"],
        False,
    ),
}


@pytest.mark.parametrize("name", SETTINGS)
def test_settings(name: str, tmp_path: Path) -> None:
    text, lines, built = SETTINGS[name]
    lexicon = {"content/lexicon/outlets.yaml": "- name: Northern Wire\n"}
    done = command("build", "--project", archive(tmp_path, {"site.toml": text, **lexicon}))
    assert (done.code, list(done.err)) == (1, lines)
    assert (tmp_path / "site" / "index.html").exists() == built
    assert command("check", "--project", tmp_path).err == done.err


def test_a_lexicon_of_no_use_stops_the_build(tmp_path: Path) -> None:
    lexicon = {"content/lexicon/people.yaml": "- nam: A\n", "content/lexicon/topics.yaml": "[" * 9_999}
    root = archive(tmp_path, lexicon)
    done = command("build", "--project", root)
    assert (done.code, done.out, done.err) == (
        1,
        "",
        (
            "content/lexicon/people.yaml:1:3: expected a known key, found 'nam'; did you mean 'name'?",
            "content/lexicon/people.yaml:1:3: expected the key 'name', found none",
            "content/lexicon/topics.yaml:1:33: expected at most 32 levels of nesting, found more",
        ),
    )


def test_pages_with_faults(tmp_path: Path) -> None:
    files = {
        "About.md": "---\ntitle: A\n---\n",
        "index.md": "---\ntitle: I\n---\n",
        "a.md": "# A\n",
        "b.md": "---\norder: x\n---\n",
    }
    root = archive(tmp_path, {f"content/pages/{name}": text for name, text in files.items()})
    done = command("build", "--project", root)
    name = "expected a file name of a-z, 0-9 and '-' that is not feed, index, robots, sitemap"
    assert (done.code, done.err) == (
        1,
        (
            f"content/pages/About.md: {name}, found 'About'",
            "content/pages/a.md:1:1: expected front matter between two lines '---', found none",
            "content/pages/b.md:2:1: expected a whole number, found 'x'",
            "content/pages/b.md:2:1: expected the key 'title', found none",
            f"content/pages/index.md: {name}, found 'index'",
        ),
    )


def test_a_state_that_is_lost_or_garbled_leaves_the_entry_alone(tmp_path: Path) -> None:
    root = archive(tmp_path)
    command("build", "--project", root)
    entry = entry_file(root, "Ana Lind")
    state = root / "content" / "state" / f"{entry.stem}.json"
    before = entry.read_bytes()
    state.write_text("{")
    done = command("build", "--project", root)
    message = (
        f"content/state/{state.name}: expected a state file of this program, found something else: "
        "put an earlier one back, or delete it (left alone until then: its entry)"
    )
    assert (done.code, done.err, entry.read_bytes(), state.read_text()) == (1, (message,), before, "{")
    assert command("build", "--project", root).err == done.err
    state.unlink()
    assert command("build", "--project", root).err == ()
    assert (entry.read_bytes(), state.exists()) == (before, True)
