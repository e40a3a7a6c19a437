"""A site that was tampered with is found out, and what was done to it is named."""

from __future__ import annotations

import gzip
import json
import shutil
import tracemalloc
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pytest

from site_builder.build import build
from site_builder.pagefind import installed
from site_builder.render import shipped_templates
from site_builder.renew import SUMS
from site_builder.verify import as_text, machines, verify
from site_builder.verify.findings import Fault, Findings
from site_builder.verify.site import BuiltSite
from tests.cases import Case, each_case
from tests.compared import COMPARED
from tests.projects import BRIDGE, FERRY, command, tree, write_files

NAMES = {
    "BRIDGE": "2019-05-14-northern-wire-mayor-says-the-bridge-is-open",
    "FERRY": "2019-05-15-northern-wire-ferry-owner-disputes-the-date",
}


COMPARED_NAMES = {
    "WIRE": "2018-06-04-arden-wire-blocked-roads-cost-the-valley-dearly-says-governor",
    "POST": "2018-06-04-the-valley-post-hauliers-and-governor-at-odds-over-closed-roads",
}


@pytest.fixture(scope="module")
def compared_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_files(tmp_path_factory.mktemp("compared") / "archive", COMPARED)
    build(root, root / "site")
    return root


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("verify") / "archive"
    write_files(root, {"seeds/bridge.txt": BRIDGE, "seeds/ferry.txt": FERRY})
    build(root, root / "site")
    return root


@pytest.fixture
def root(once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(once, tmp_path / "archive"))


def seal(site: Path) -> None:
    """Write the sums anew, as one who knows how would."""
    sums = {
        path: sha256(content).hexdigest()
        for path, content in tree(site).items()
        if path != SUMS and not path.startswith(".")
    }
    (site / SUMS).write_text("".join(f"{digest}  {path}\n" for path, digest in sums.items()))


def tamper(root: Path, line: str) -> None:
    verb, _, rest = line.partition(" ")
    if verb == "remove":
        place(root, rest)[0].unlink()
    elif verb == "add":
        path, _, text = rest.partition(": ")
        write_files(root, {path: text})
    else:
        pattern, _, change = line.partition(": ")
        old, new = change.split(" => ")
        found = [path for path in place(root, pattern) if old.encode() in path.read_bytes()]
        assert found, f"{line}: expected the words somewhere, found them nowhere"
        for file in found:
            file.write_bytes(file.read_bytes().replace(old.encode(), new.encode()))


def place(root: Path, pattern: str) -> list[Path]:
    top, _, name = pattern.partition("/")
    folder = root / "site" if top == "site" else root
    return [path for path in sorted(folder.rglob(name)) if path.is_file()]


@each_case("verify")
def test_what_was_done_is_found_and_named(case: Case, root: Path) -> None:
    assert what_is_found(case.given, root, NAMES) == case.expected


@each_case("verify_compared")
def test_what_was_done_to_what_is_compared_is_found(case: Case, compared_once: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(compared_once, tmp_path / "archive"))
    assert what_is_found(case.given, root, COMPARED_NAMES) == case.expected


def what_is_found(text: str, root: Path, names: Mapping[str, str]) -> str:
    """After the changes of a case: every fault on a line."""
    for short, name in names.items():
        text = text.replace(short, name)
    lines = text.splitlines()
    for line in lines:
        if line != "unsealed":
            tamper(root, line)
    if "unsealed" not in lines:
        seal(root / "site")
    shown = in_words(verify(root / "site", root))
    for short, name in names.items():
        shown = shown.replace(name, short)
    return shown


def in_words(findings: Findings) -> str:
    """Every fault on a line; one that is found on several pages stands once, with `*` for their paths."""
    found: dict[tuple[str, str, str], set[str]] = {}
    for checked in findings.checked:
        for fault in checked.faults:
            found.setdefault((checked.name, fault.id, fault.message), set()).add(fault.path)
    lines = (
        ": ".join(filter(None, (name, "*" if len(paths) > 1 else min(paths), made, message)))
        for (name, made, message), paths in found.items()
    )
    return "\n".join(sorted(lines)) or "no fault"


@pytest.mark.skipif(installed() is None, reason="needs Pagefind")
def test_a_changed_record_of_the_search_index_is_found(root: Path) -> None:
    build(root, root / "site", pagefind=installed())
    assert verify(root / "site", None).faults == 0
    records = sorted((root / "site" / "search").rglob("*.pf_fragment"))
    (changed,) = [path for path in records if b"was closed" in gzip.decompress(path.read_bytes())]
    (lost,) = [path for path in records if b"old bridge" in gzip.decompress(path.read_bytes())]
    record = gzip.decompress(changed.read_bytes()).replace(b"was closed", b"was open")
    changed.write_bytes(gzip.compress(record))
    lost.unlink()
    seal(root / "site")
    name = changed.relative_to(root / "site")
    words = "Ferry owner Bo Hallam said on Wednesday that the bridge was {}."
    expected, found = words.format("closed"), words.format("open")
    assert in_words(verify(root / "site", None)).splitlines() == [
        "search: search/index.html: s-sajbnx14: expected this statement in the index, found it not there",
        f"search: {name}: s-zbm23ntp: expected words {expected!r}, found {found!r}",
    ]


def test_the_command_prints_a_page_to_keep_and_ends_with_1(root: Path) -> None:
    good = command("verify", "--project", root, "--jobs", "2")
    assert (good.code, good.err) == (0, ())
    assert good.out == as_text(verify(root / "site", root))
    assert "No fault was found." in good.out
    tamper(root, "site/robots.txt: User-agent => User-Agent")
    bad = command("verify", root / "site", "--project", root)
    assert bad.code == 1
    assert "- robots.txt: expected the sha256 in SHA256SUMS" in bad.out
    raw = json.loads(command("verify", root / "site", "--format", "json").out)
    assert (raw["faults"], raw["checked"][0]["faults"][0]["path"]) == (1, "robots.txt")


def test_without_the_project_it_says_what_it_could_not_check(root: Path) -> None:
    done = command("verify", root / "site")
    assert done.code == 0
    assert "- whether the words stand in the seeds at the places given (--project DIR)\n" in done.out
    assert "seed words:" not in done.out


def test_the_address_of_a_site_is_taken_from_it(root: Path) -> None:
    assert command("build", "--project", root, "--base-url", "https://a.example/b").code == 0
    assert command("verify", "--project", root).code == 0
    tamper(root, "site/index.html: https://a.example/b/ => https://c.example/")
    seal(root / "site")
    found = in_words(verify(root / "site", root)).splitlines()
    assert any(line.startswith("made anew: 404.html: expected") for line in found)


def test_what_a_build_remembers_is_not_asked(root: Path) -> None:
    before = command("verify", "--project", root).out
    shutil.rmtree(root / ".site_builder")
    shutil.rmtree(root / "content" / "state")
    assert command("verify", "--project", root).out == before


def test_a_theme_that_marks_nothing_is_said(root: Path) -> None:
    for name in ("_statement.html", "statement.html"):
        theme = (shipped_templates() / name).read_text("utf-8")
        plain = theme.replace("data-statement", "data-x").replace('class="statement', 'class="card')
        write_files(root, {f"templates/{name}": plain})
    assert command("build", "--project", root).code == 0
    done = command("verify", root / "site")
    assert done.code == 0
    assert "- the words on pages: no page marks them (its templates leave out data-statement)\n" in done.out
    with_archive = command("verify", "--project", root)
    assert (with_archive.code, "no page marks them" in with_archive.out) == (0, False)


def test_a_folder_that_is_no_site_is_refused(tmp_path: Path) -> None:
    done = command("verify", tmp_path)
    assert (done.code, done.err[-1]) == (
        2,
        f"Error: {tmp_path}: expected the folder of a built site, found none",
    )


def test_the_invented_archive_holds(harbour: Path) -> None:
    done = command("verify", "--project", harbour)
    assert (done.code, done.out.splitlines()[-2]) == (0, "No fault was found.")


def test_a_record_that_unpacks_to_very_much_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machines, "LONGEST", 10**6)
    path = "search/fragment/en_0.pf_fragment"
    write_files(tmp_path, {path: gzip.compress(bytes(2 * 10**7))})
    tracemalloc.start()
    found = machines.search(BuiltSite(tmp_path, digests={path: ""}))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found.faults == (Fault(path, "", "expected a record of the index, found something else"),)
    assert most < 10**7
