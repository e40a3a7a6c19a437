"""The site is changed whole or not at all: killed, stopped, out of space, without the exchange of folders."""

from __future__ import annotations

import errno
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import pytest
from filelock import FileLock

from site_builder import files, publish
from site_builder.cli import main
from site_builder.errors import InputError
from site_builder.renew import SUMS
from tests.projects import BRIDGE, FERRY, Done, command, copy_harbour, digest, heed_ctrl_c, tree, write_files

FILES: dict[str, str | bytes] = {
    "seeds/bridge.txt": BRIDGE,
    "seeds/ferry.txt": FERRY,
    "content/pages/about.md": "---\ntitle: About\n---\nWords.\n",
    "content/pages/rules.md": "---\ntitle: Rules\n---\nWords.\n",
}
OLD, NEW = "Words.", "Other words."
HERE = Path(__file__).parents[1]
HOST = {
    "CNAME": b"a.example\n",
    ".git/HEAD": b"ref",
    ".git/objects/ab/cd": b"\x00",
    ".htaccess": b"Options",
    ".well-known/security.txt": b"me",
    "_headers": b"/*",
    "_redirects": b"/a /b",
}


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_files(tmp_path_factory.mktemp("once") / "archive", FILES)
    assert build(root).code == 0
    return root


@pytest.fixture
def root(once: Path, tmp_path: Path) -> Path:
    """A small archive, built."""
    return Path(shutil.copytree(once, tmp_path / "archive"))


def build(root: Path, *words: str | Path) -> Done:
    return command("build", "--project", root, *words)


def change(root: Path) -> None:
    """So that one page of the site is stale."""
    text = FILES["content/pages/about.md"]
    write_files(root, {"content/pages/about.md": str(text).replace(OLD, NEW)})


def is_new(root: Path) -> bool:
    return NEW in (root / "site/about.html").read_text("utf-8")


def litter(root: Path) -> set[str]:
    """What no build should leave behind."""
    names = re.compile(r"(?:^|/)\.site\.(?:new|old)(?:/|$)|\.tmp$")
    return {path for path in tree(root) if names.search(path)}


# Links and copies


def test_what_is_fresh_keeps_its_file_and_what_changed_gets_another(root: Path, tmp_path: Path) -> None:
    before = {path: (root / "site" / path).stat() for path in tree(root / "site")}
    held = tmp_path / "held.html"
    os.link(root / "site/about.html", held)
    old = held.read_bytes()
    change(root)
    build(root)
    after = {path: (root / "site" / path).stat() for path in tree(root / "site")}
    other = {path for path in before if before[path].st_ino != after[path].st_ino}
    assert (other, after.keys()) == ({"about.html", SUMS}, before.keys())
    assert {after[path].st_mtime_ns - before[path].st_mtime_ns for path in before.keys() - other} == {0}
    assert (held.read_bytes(), held.stat().st_nlink) == (old, 2)  # here, and in the spare


@pytest.mark.parametrize("taken", ["about.html", "topics", "."])
def test_what_a_person_took_out_of_the_site_is_made_again(taken: str, root: Path, tmp_path: Path) -> None:
    change(root)
    build(root)
    cold = Path(
        shutil.copytree(root, tmp_path / "cold", ignore=shutil.ignore_patterns("site", ".site_builder"))
    )
    build(cold)
    path = root / "site" / taken
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert build(root).code == 0
    assert tree(root / "site") == tree(cold / "site")


def test_without_hard_links_the_site_is_the_same(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> NoReturn:
        raise OSError(errno.EPERM, "Operation not permitted")

    before = tree(root / "site")
    change(root)
    monkeypatch.setattr(os, "link", refuse)
    assert build(root).code == 0
    after = tree(root / "site")
    assert {path for path in after if after[path] != before.get(path)} == {"about.html", SUMS}
    assert after.keys() == before.keys()


def test_without_the_exchange_of_names_the_site_is_the_same(
    root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write_files(root / "site", HOST)
    other = Path(shutil.copytree(root, tmp_path / "other", copy_function=shutil.copy2))
    for one in (root, other):
        change(one)
    build(other)
    monkeypatch.setattr(files, "_renameat2", lambda new, old: False)
    assert build(root).code == 0
    assert tree(root / "site") == tree(other / "site")
    assert litter(root) == set()


def test_what_a_kill_left_beside_is_not_in_the_way(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_renameat2", lambda new, old: False)
    write_files(root, {".site.new/a/b": "x", ".site.old/a/b": "x"})
    change(root)
    done = build(root)
    assert (done.code, done.err, is_new(root), litter(root)) == (0, (), True, set())


def test_all_files_have_the_time_that_is_asked_for(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1234567890")
    build(root, "--output", root / "other")
    files = [path for path in (root / "other").rglob("*") if path.is_file()]
    assert files
    assert {path.stat().st_mtime for path in files} == {1234567890}
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    change(root)
    done = build(root, "--output", root / "other")
    assert done.err == ("SOURCE_DATE_EPOCH: expected seconds since 1970, found 'yesterday'",)
    assert (done.code, is_new(root)) == (1, False)


# What is not ours


def test_the_hosts_files_are_carried_over_with_their_modes(root: Path) -> None:
    assert {name.split("/")[0] for name in HOST} == set(publish.KEPT)
    write_files(root / "site", HOST)
    (root / "site/.git/hooks").mkdir()
    (root / "site/.git/hooks/run").symlink_to("../HEAD")
    (root / "site/.git/HEAD").chmod(0o444)
    change(root)
    assert build(root).code == 0
    site = root / "site"
    assert is_new(root)
    assert tree(site, *publish.KEPT) == dict(sorted(HOST.items())) | {".git/hooks/run": b"ref"}
    assert os.readlink(site / ".git/hooks/run") == "../HEAD"
    assert (site / ".git/HEAD").stat().st_mode & 0o777 == 0o444


def test_an_empty_file_keeps_github_from_making_a_site_of_its_own(root: Path) -> None:
    """Hosts may drop what is hidden, so it is not among the sums; a person's own is no stranger."""
    place, sums = root / "site/.nojekyll", root / "site" / SUMS
    assert place.read_bytes() == b""
    assert ".nojekyll" not in sums.read_text("utf-8")
    shutil.rmtree(root / ".site_builder")
    place.unlink()
    place.write_bytes(b"by hand")
    change(root)
    assert (build(root).code, is_new(root), place.read_bytes()) == (0, True, b"")
    place.unlink()
    assert command("verify", root / "site").code == 0
    assert (build(root).code, place.read_bytes()) == (0, b"")


def test_a_git_file_is_carried_over(root: Path) -> None:
    """As in a worktree or a submodule."""
    write_files(root / "site", {".git": "gitdir: elsewhere"})
    change(root)
    build(root)
    assert (root / "site/.git").read_text() == "gitdir: elsewhere"


STRANGERS = ("mine.txt", "topics/mine.html", "topics/.git/HEAD", "static/.nojekyll", "CNAME.bak", ".hidden")


@pytest.mark.parametrize("name", STRANGERS)
def test_strangers_are_refused(name: str, root: Path) -> None:
    write_files(root / "site", {name: "mine"})
    change(root)
    before = tree(root / "site")
    done = build(root)
    found = f"expected a folder that holds only this site, found {name}: move them, or give another --output"
    assert (done.code, done.out, done.err) == (1, "", (f"{root / 'site'}: {found}",))
    assert (tree(root / "site"), litter(root)) == (before, set())


def test_a_link_to_a_folder_is_a_stranger(root: Path, tmp_path: Path) -> None:
    outside = write_files(tmp_path / "outside", {"mine.txt": "mine"})
    (root / "site/photos").symlink_to(outside)
    change(root)
    assert "found photos: move them" in build(root).err[0]
    assert tree(outside) == {"mine.txt": b"mine"}


@pytest.mark.parametrize("path", ["../out.html", "a/../../out.html", "/tmp/out.html", ".", "", "a/.."])
def test_no_page_leaves_the_site(path: str, tmp_path: Path) -> None:
    write_files(tmp_path / "site", {"index.html": "old"})
    stage = publish.Stage(tmp_path / "site", tmp_path / "spare", 0, {})
    with pytest.raises(InputError, match="expected a page inside the site, found a path that leaves it"):
        stage.write(path, b"x")
    stage.discard()
    assert tree(tmp_path) == {"site/index.html": b"old"}


# Errors on the way


def writes(root: Path, monkeypatch: pytest.MonkeyPatch, fail_at: int) -> int:
    """Build with the `fail_at`-th file that is written not fitting on the disk; how many were to be written."""
    done: list[Path] = []
    write = files.write

    def full(path: Path, content: bytes) -> None:
        done.append(path)
        if len(done) == fail_at:
            path.write_bytes(content[: len(content) // 2])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        write(path, content)

    with monkeypatch.context() as patched:
        patched.setattr(files, "write", full)
        patched.setattr(publish, "write", full)
        outcome = build(root)
    if fail_at:
        message = f"{done[-1]}: expected to read or write it, found: no space left on device"
        assert (outcome.code, outcome.out, outcome.err) == (1, "", (message,))
    return len(done)


def test_a_full_disk_is_one_line_and_the_old_site_stays(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(
        root,
        {"site.toml": 'title = "T"\n', "content/lexicon/topics.yaml": "- {name: Bridges, terms: [bridge]}\n"},
    )
    counted = Path(shutil.copytree(root, root.with_name("counted")))
    number = writes(counted, monkeypatch, 0)
    old, new = tree(root / "site"), tree(counted / "site")
    for at in (1, 2, 3, number // 2):
        one = Path(shutil.copytree(root, root.with_name(str(at))))
        assert writes(one, monkeypatch, at) == at
        assert (tree(one / "site"), litter(one)) == (old, set())
        assert build(one).code == 0
        assert tree(one / "site") == new


def test_a_full_disk_after_the_site_is_in_place(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last ledger does not fit: the site is the new one, and known as ours."""
    change(root)
    (root / "content/pages/rules.md").unlink()
    counted = Path(shutil.copytree(root, root.with_name("counted")))
    writes(root, monkeypatch, writes(counted, monkeypatch, 0))
    assert (is_new(root), litter(root)) == (True, set())
    assert b"published here once" in (root / "site/rules.html").read_bytes()
    assert (build(root).code, is_new(root)) == (0, True)


def test_a_record_that_does_not_fit_is_one_line_at_most(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The record of a build, by which the next may be spared, is written last."""
    change(root)

    def full(path: Path, *args: object, **kwargs: object) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_text", full)
        done = build(root)
    assert is_new(root)
    assert len(done.err) <= 1
    assert litter(root) == set()
    assert build(root).code == 0


def test_a_file_that_may_not_be_so_large(root: Path) -> None:
    """The same for real: the system refuses to write on."""
    change(root)
    before = tree(root / "site")
    code = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (600, 600))\n"
    code += "from site_builder.cli import main; main(['build', '--project', '.'])"
    environment = {**os.environ, "PYTHONPATH": str(HERE), "PYTHONDONTWRITEBYTECODE": "1"}
    line = [sys.executable, "-c", code]
    done = subprocess.run(line, cwd=root, env=environment, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    found = done.stderr.removesuffix("\n").rpartition(": expected to read or write it, found: ")[2]
    assert found in ("file too large", "disk i/o error")
    assert (tree(root / "site"), litter(root)) == (before, set())


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder in which nobody can write")
def test_an_output_that_cannot_be_written_is_one_line(root: Path) -> None:
    done = command("build", "--project", root, "--output", "/proc/site")
    message = "/proc/.site.new: expected to read or write it, found: no such file or directory"
    assert (done.code, done.out, done.err) == (1, "", (message,))


def test_an_output_without_leave_to_write_is_one_line(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, *args: object, **kwargs: object) -> NoReturn:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    change(root)
    before = tree(root / "site")
    monkeypatch.setattr(os, "mkdir", refuse)
    done = build(root)
    message = f"{root / '.site.new'}: expected to read or write it, found: permission denied"
    assert (done.code, done.out, done.err) == (1, "", (message,))
    assert tree(root / "site") == before


MOUNTED = """
mount -t tmpfs tmpfs site && {build} && sed -i s/Words/Deeds/ content/pages/about.md && {build}
cp -r site kept && mount -o remount,ro site && sed -i s/Deeds/Words/ content/pages/about.md && ! {build}
"""
"""Shell, in a name space of its own: built into a mount point, built again, and not when it is read-only."""


@pytest.mark.skipif(
    not shutil.which("unshare") or subprocess.run(["unshare", "-rm", "true"], check=False).returncode != 0,
    reason="needs leave to mount",
)
def test_a_mount_point_is_filled_file_by_file(root: Path) -> None:
    shutil.rmtree(root / "site")
    (root / "site").mkdir()
    script = MOUNTED.format(build=f"{sys.executable} -m site_builder build")
    environment = {**os.environ, "PYTHONPATH": str(HERE)}
    line = ["unshare", "-rm", "sh", "-c", script]
    done = subprocess.run(line, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert done.stdout.count("The site's folder cannot be exchanged: its files were replaced one by one.") == 2
    message = "site/.SHA256SUMS.tmp: expected to read or write it, found: read-only file system"
    assert (done.returncode, done.stderr) == (0, f"{message}\n")
    write_files(root, {"content/pages/about.md": "---\ntitle: About\n---\nDeeds.\n"})
    command("build", "--project", root, "--output", root / "fresh")
    assert tree(root / "kept") == tree(root / "fresh")


def test_a_second_build_at_once_gives_up(root: Path) -> None:
    change(root)
    before = tree(root)
    with FileLock(root / ".site_builder" / "lock"):
        done = build(root)
    message = f"{root}: expected to be the only build here, found another that is running"
    assert (done.code, done.out, done.err) == (75, "", (message,))
    assert tree(root) == before
    assert (build(root).code, is_new(root)) == (0, True)


# Ended at any step

STEPS = frozenset(
    "open os.rename os.link os.mkdir os.remove os.rmdir os.chmod os.utime shutil.rmtree shutil.copyfile".split()
)
"""The interpreter's own names for what a program does to files."""
WRITES = os.O_WRONLY | os.O_RDWR


@dataclass(frozen=True, slots=True)
class Builder:
    """A process that has everything loaded, and builds in a child of its own, ended when asked."""

    process: subprocess.Popen[str]

    def build(
        self, root: Path, at: int = 0, by: signal.Signals = signal.SIGKILL, exchange: bool = True
    ) -> Done:
        """`at`: the step before which the signal comes; 0 for none. The output is that of both streams."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        print(json.dumps([str(root), at, int(by), exchange]), file=self.process.stdin, flush=True)
        code = int(self.process.stdout.readline())
        return Done(code, (root.parent / "output.txt").read_text("utf-8"), ())

    def steps(self, root: Path, exchange: bool = True) -> list[str]:
        """The steps of a build that is not ended."""
        done = self.build(root, exchange=exchange)
        assert done.code == 0
        steps: list[str] = json.loads(done.out.splitlines()[-1])
        return steps


def serve(warm: str) -> None:
    """What the process does: once it has built an archive, a line of JSON in, an exit code out."""
    change(Path(warm))
    build(Path(warm))
    for line in sys.stdin:
        child = os.fork()
        if not child:
            build_and_end(*json.loads(line))
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def build_and_end(root: str, at: int, by: int, exchange: bool) -> NoReturn:
    output = os.open(Path(root).parent / "output.txt", os.O_CREAT | os.O_TRUNC | os.O_WRONLY)
    os.dup2(output, 1)
    os.dup2(output, 2)
    if not exchange:
        files._renameat2 = lambda new, old: False
    steps: list[str] = []

    def step(event: str, args: tuple[object, ...]) -> None:
        if event in STEPS and (event != "open" or (isinstance(args[2], int) and args[2] & WRITES)):
            steps.append(event)
            if len(steps) == at:
                os.kill(os.getpid(), by)

    sys.addaudithook(step)
    code: object = 0
    try:
        main(["build", "--project", root])
    except SystemExit as end:
        code = end.code
    print(json.dumps(steps), flush=True)
    os._exit(code if isinstance(code, int) else 1)


@pytest.fixture(scope="module")
def builder(once: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Builder]:
    warm = tmp_path_factory.mktemp("warm")
    shutil.copytree(once, warm / "archive")
    code = "import sys; from tests.test_publish import serve; serve(sys.argv[1])"
    environment = {**os.environ, "PYTHONPATH": str(HERE), "PYTHONDONTWRITEBYTECODE": "1"}
    line = [sys.executable, "-c", code, str(warm / "archive")]
    pipes = subprocess.PIPE
    with subprocess.Popen(
        line, stdin=pipes, stdout=pipes, text=True, env=environment, preexec_fn=heed_ctrl_c
    ) as process:
        yield Builder(process)
        assert process.stdin is not None
        process.stdin.close()


TITLES = ('title = "Port Hallow, May 2019"', 'title = "Port Hallow, then"')
JOBS = ("- name: Jobs", "- name: Work")


def turn(root: Path, version: int) -> None:
    """Give the archive one of two contents: they differ in every page, and in entries."""
    for name, words in (("site.toml", TITLES), ("content/lexicon/topics.yaml", JOBS)):
        text = (root / name).read_text("utf-8")
        (root / name).write_text(text.replace(words[1 - version], words[version]), "utf-8")


@dataclass(frozen=True, slots=True)
class Twice:
    """The invented archive as the first version leaves it, and what either version is when it is whole."""

    root: Path
    sites: tuple[str, str]
    names: tuple[frozenset[str], frozenset[str]]
    steps: int


@pytest.fixture(scope="module")
def twice(builder: Builder, tmp_path_factory: pytest.TempPathFactory) -> Twice:
    root = copy_harbour(tmp_path_factory.mktemp("twice") / "archive")
    assert builder.build(root).code == 0
    sites, names, steps = [], [], 0
    for version in (1, 0):
        turn(root, version)
        steps = len(builder.steps(root))
        sites.append(digest(tree(root / "site")))
        names.append(frozenset(without_spare(root)))
    assert sites[0] != sites[1]
    return Twice(root, (sites[1], sites[0]), (names[1], names[0]), steps)


@pytest.mark.parametrize("seed", range(5))
def test_killed_at_any_moment_the_site_is_one_whole_version(
    seed: int, builder: Builder, twice: Twice, tmp_path: Path
) -> None:
    root = Path(shutil.copytree(twice.root, tmp_path / "archive"))
    chance = random.Random(seed)
    for version in (1, 0, 1, 0, 1):
        turn(root, version)
        at = chance.randint(1, twice.steps)
        assert builder.build(root, at).code in (-signal.SIGKILL, 0)  # some builds need fewer steps
        assert digest(tree(root / "site")) in twice.sites, at
        assert builder.build(root).code == 0
        assert digest(tree(root / "site")) == twice.sites[version], at
        assert without_spare(root) == twice.names[version], at


def without_spare(root: Path) -> set[str]:
    """Every file but those of the spare site, which a kill may cost."""
    return {path for path in tree(root) if not path.startswith(".site_builder/spare-")}


def telling(steps: list[str]) -> list[int]:
    """The steps at which a file is written, something renamed or a whole folder removed."""
    return [at for at, step in enumerate(steps, 1) if step in ("open", "os.rename", "shutil.rmtree")]


HOSTS = {"site/CNAME": "a.example\n"}


@pytest.mark.parametrize("exchange", [True, False])
def test_killed_at_each_step_the_next_build_puts_it_right(exchange: bool, builder: Builder, root: Path) -> None:
    """The site is the old one, then the new one; without the exchange it is missing for one step between."""
    write_files(root, HOSTS)
    change(root)
    counted = Path(shutil.copytree(root, root.with_name("counted")))
    steps = telling(builder.steps(counted, exchange))
    whole = {digest(tree(root / "site")): "old", digest(tree(counted / "site")): "new", digest({}): "missing"}
    found = []
    for at in steps:
        one = Path(shutil.copytree(root, root.with_name(str(at))))
        assert builder.build(one, at, exchange=exchange).code == -signal.SIGKILL
        found.append(whole[digest(tree(one / "site"))])
        assert builder.build(one, exchange=exchange).code == 0, at
        assert tree(one / "site") == tree(counted / "site"), at
        assert without_spare(one) == without_spare(counted), at
    assert list(dict.fromkeys(found)) == (["old", "new"] if exchange else ["old", "missing", "new"])


def test_stopped_by_ctrl_c_the_site_is_as_it_was(builder: Builder, root: Path) -> None:
    change(root)
    steps = builder.steps(Path(shutil.copytree(root, root.with_name("counted"))))
    before = tree(root / "site")
    for at in [1, *(at for at in telling(steps) if at <= len(steps) - steps[::-1].index("os.link"))]:
        one = Path(shutil.copytree(root, root.with_name(str(at))))
        done = builder.build(one, at, signal.SIGINT)
        assert (done.code, done.out.splitlines()[0][:8]) == (130, "Stopped;"), at
        assert (tree(one / "site"), litter(one)) == (before, set()), at
        assert (build(one).code, is_new(one)) == (0, True)


def test_stopped_when_the_site_is_in_place_it_is_not_said_to_be_the_old_one(
    builder: Builder, root: Path
) -> None:
    change(root)
    steps = builder.steps(Path(shutil.copytree(root, root.with_name("counted"))))
    done = builder.build(root, len(steps) - steps[::-1].index("os.remove"), signal.SIGINT)
    assert (done.code, is_new(root)) == (130, True)
    assert "the site is as it was" not in done.out
