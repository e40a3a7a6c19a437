"""The wheel holds exactly the program, its templates and its starter; installed anywhere, it builds a site."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_builder import __version__
from tests.projects import BRIDGE

ROOT = Path(__file__).parents[1]
INFO = f"site_builder-{__version__}.dist-info"

MODULES = ("*.py", "*.js", "py.typed")
STARTER = (
    "starter/content/lexicon/outlets.yaml",
    "starter/content/lexicon/people.yaml",
    "starter/content/lexicon/topics.yaml",
    "starter/content/pages/about.md",
    "starter/content/pages/method.md",
    "starter/seeds/README.md",
    "starter/site.toml",
)
TEMPLATES = (
    "404.html", "README.md", "_figures.html", "_statement.html", "_timeline.html", "base.html",
    "browse.html", "checking.html", "columns.js", "coverage.html", "data.jsonl", "dates.html",
    "entry.html", "feed.atom", "figures.html", "gone.html", "group.html", "home.html", "index.html",
    "opensearch.xml", "plain.txt", "record.html", "robots.txt", "same.html", "search.html", "sheet.js",
    "sitemap-index.xml", "sitemap.xml", "source.html", "statement.html", "statements.html",
    "static/browse.js", "static/copy.js", "static/search.js", "static/style.css", "strings/ar.yaml",
    "strings/en.yaml", "text.html",
)  # fmt: skip
METADATA = ("METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE")


def expected() -> Iterator[str]:
    package = ROOT / "site_builder"
    for pattern in MODULES:
        yield from (f"site_builder/{path.relative_to(package).as_posix()}" for path in package.rglob(pattern))
    yield from (f"site_builder/{path}" for path in STARTER)
    yield from (f"site_builder/templates/{path}" for path in TEMPLATES)
    yield from (f"{INFO}/{path}" for path in METADATA)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("wheel")
    line = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(target), str(ROOT)]
    done = subprocess.run(line, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    (made,) = target.glob("*.whl")
    return made


def test_the_wheel_holds_exactly_these_files(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        assert sorted(archive.namelist()) == sorted(expected())


def test_every_file_of_the_wheel_is_that_of_the_checkout(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if not name.startswith(INFO):
                source = name if "/templates/" not in name else name.removeprefix("site_builder/")
                assert archive.read(name) == (ROOT / source).read_bytes(), name


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment that sees our dependencies and the wheel, and not the checkout; its command."""
    folder = tmp_path_factory.mktemp("installed") / "env"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True, timeout=60)
    (site,) = folder.glob("lib/python*/site-packages")
    # A path file is read for paths alone here: the editable install of the checkout is not followed.
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", str(folder / "bin/python")]
    line = [*pip, "install", "--quiet", "--no-index", "--no-deps", "--ignore-installed", str(wheel)]
    done = subprocess.run(line, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "bin" / "site-builder"


def run(command: Path, *words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "HOME": str(cwd)}
    return subprocess.run(
        [str(command), *words], cwd=cwd, env=environment, capture_output=True, text=True, timeout=60
    )


def test_a_new_archive_is_built_by_the_installed_command(installed: Path, tmp_path: Path) -> None:
    code = "import site_builder, pathlib; print(pathlib.Path(site_builder.__file__).parent)"
    place = run(installed.parent / "python", "-c", code, cwd=tmp_path).stdout.strip()
    assert Path(place).is_relative_to(installed.parents[1])
    made = run(installed, "new", "demo", cwd=tmp_path)
    assert (made.returncode, made.stderr) == (0, "")
    assert (
        made.stdout.splitlines()[-1] == f"Put articles into demo/seeds, then: {installed} build --project demo"
    )
    (tmp_path / "demo" / "seeds" / "bridge.txt").write_text(BRIDGE, "utf-8")
    built = run(installed, "build", cwd=tmp_path / "demo")
    assert (built.returncode, built.stderr) == (0, "")
    closing, *_, where = built.stdout.splitlines()
    wanted = r"1 document, 2 statements, 1 speaker, 1 topic, \d\d files written in \d\.\d s\."
    assert re.fullmatch(wanted, closing)
    assert where == "The site is in site/index.html: open it in a browser."
    assert (tmp_path / "demo" / "site" / "index.html").is_file()


def test_the_installed_command_says_its_version(installed: Path, tmp_path: Path) -> None:
    assert run(installed, "--version", cwd=tmp_path).stdout == f"site-builder, version {__version__}\n"
