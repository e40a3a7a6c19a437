"""ARCHITECTURE.md's table of layers holds: imports go up the table, pure rows touch nothing outside."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
import yaml

from tests.first import SEEDS

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "site_builder"
TEMPLATES = ROOT / "templates"

SHELL = ("files", "live", "memo", "pagefind", "scaffold", "serve", "unchanged", "workers")
"""Modules that import next to nothing of ours, and are there to touch the machine."""

LOADERS = {"render": {"pathlib"}}
"""`render` reads templates through Jinja's loader, and its own source for a digest."""

OUTSIDE = frozenset(
    "asyncio concurrent ctypes filecmp fileinput getpass glob http locale logging multiprocessing os pathlib "
    "platform pwd random secrets select shelve shutil signal site socket sqlite3 ssl subprocess sys tempfile "
    "threading time urllib watchfiles".split()
)
TOUCHING = re.compile(
    r"(?:breakpoint|eval|exec|input|open|print)\(|(?:date|datetime)\.(?:today|now|utcnow)\("
    r"|.*\.(?:environ|getenv|iterdir|mkdir|open|read_bytes|read_text|unlink|write_bytes|write_text)\("
)
"""What a call that reaches outside begins with."""


@lru_cache(maxsize=1)
def rows() -> dict[str, int]:
    """Module or package → its row in the table under "## Layers"."""
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    section = re.split(r"^## ", text.split("\n## Layers\n", 1)[1], flags=re.MULTILINE)[0]
    found: dict[str, int] = {}
    for number, modules in re.findall(r"^\| *(\d+) *\| *([^|]+?) *\|", section, re.MULTILINE):
        for name in re.findall(r"\w+", modules):
            assert name not in found, f"{name} stands in two rows"
            found[name] = int(number)
    return found


def pure_rows() -> range:
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    first, last = re.findall(r"Rows (\d+) to (\d+) are pure", text)[0]
    return range(int(first), int(last) + 1)


def sources() -> Iterator[tuple[str, Path]]:
    """Every module as (dotted name below the package, file)."""
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        yield ".".join(part for part in parts if part != "__init__"), path


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def imported(path: Path) -> Iterator[tuple[str, int]]:
    """Every module a file imports, wherever in the file, with the line."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: expected an absolute import"
            module = node.module or ""
            yield module, node.lineno
            yield from ((f"{module}.{alias.name}", node.lineno) for alias in node.names)


def ours(path: Path) -> Iterator[tuple[str, int]]:
    """The modules of the package a file imports, by dotted name below it."""
    known = {name for name, _ in sources()}
    for module, line in imported(path):
        name = module.removeprefix("site_builder.")
        if module.startswith("site_builder.") and name in known:
            yield name, line


def top(name: str) -> str:
    return name.split(".")[0]


def test_every_module_has_its_row() -> None:
    assert {top(name) for name, _ in sources()} - {"", "__main__"} == set(rows())


def test_imports_go_up_the_table() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{line}: imports {other}, row {rows()[top(other)]}"
        for name, path in sources()
        if top(name) in rows()
        for other, line in ours(path)
        if top(other) != top(name) and rows()[top(other)] >= rows()[top(name)]
    ]
    assert wrong == []


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph = {name: {other for other, _ in ours(path) if other != name} for name, path in sources()}
    TopologicalSorter(graph).prepare()  # raises CycleError, which names the circle


def pure() -> Iterator[tuple[str, Path]]:
    yield from ((name, path) for name, path in sources()
                if rows().get(top(name), 99) in pure_rows() and name not in SHELL)  # fmt: skip


def test_pure_rows_import_nothing_that_touches_the_machine() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{line}: imports {module}"
        for name, path in pure()
        for module, line in imported(path)
        if (top(module) in OUTSIDE - LOADERS.get(name, set())) or module.removeprefix("site_builder.") in SHELL
    ]
    assert wrong == []


def test_pure_rows_call_nothing_that_touches_the_machine() -> None:
    wrong = []
    for name, path in pure():
        if name in LOADERS:
            continue
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and TOUCHING.match(f"{ast.unparse(node.func)}("):
                wrong.append(f"{path.relative_to(ROOT)}:{node.lineno}: {ast.unparse(node)}")
    assert wrong == []


FORBIDDEN = {
    "unescaped text": r"Markup\(|\|\s*safe\b|autoescape\s*=\s*False|autoescape\s+false",
    "unbounded comparison": r"SequenceMatcher|difflib",
    "a net for every fault": r"except\s*(?:Base)?Exception\b|except\s*:",
    "silenced checks": r"#\s*type:\s*ignore|#\s*noqa",
    "unfinished work": r"\bTODO\b|\bFIXME\b|\bXXX\b",
    "unsafe readers": r"yaml\.(?:safe_|full_|unsafe_)?load\(|pickle|frontmatter\.loads?\(",
}
ALLOWED = {("unescaped text", "site_builder/render.py")}


def shipped() -> Iterator[Path]:
    """The program and its templates; the sample archive it brings is content."""
    yield from sorted(PACKAGE.rglob("*.py"))
    yield from (path for path in sorted(TEMPLATES.rglob("*")) if path.is_file())


@pytest.mark.parametrize("name", FORBIDDEN)
def test_what_no_file_holds(name: str) -> None:
    found = [
        f"{shown}:{number}: {line.strip()}"
        for path in shipped()
        if (shown := path.relative_to(ROOT).as_posix()) not in {file for what, file in ALLOWED if what == name}
        and shown != "templates/README.md"
        for number, line in enumerate(path.read_text("utf-8").split("\n"), 1)
        if re.search(FORBIDDEN[name], line)
    ]
    assert found == []


def proper_names() -> set[str]:
    """Names and aliases of the people and outlets its five articles speak of, from five letters on."""
    said = "\n".join((ROOT / seed).read_text("utf-8") for seed in SEEDS)
    names: set[str] = set()
    for file in ("people", "outlets"):
        items = yaml.load((ROOT / "content" / "lexicon" / f"{file}.yaml").read_text("utf-8"), yaml.BaseLoader)
        for item in items:
            own = {item["name"], *item.get("aliases", ())}
            names |= own if any(name in said for name in own) else set()
    return {name for name in names if len(name) > 4 and name != name.lower()}


def invented() -> Iterator[Path]:
    """The tests and benchmarks, but for what is about the first archive."""
    for folder in ("tests", "benchmarks"):
        for path in sorted((ROOT / folder).rglob("*")):
            aside = {"node_modules", "gold", "__pycache__", "expected"} & {*path.parts}
            if path.suffix in (".py", ".md", ".txt", ".yaml", ".toml") and not aside:
                yield path


ALL_NEWS = {"United Nations", "Security Council"}
"""Of whom any news may speak, and so an invented example."""


def test_the_generator_knows_nothing_of_its_first_archive() -> None:
    assert len(proper_names()) > 20
    assert list(named_in(shipped(), proper_names())) == []
    assert list(named_in(invented(), proper_names() - ALL_NEWS)) == []


def named_in(paths: Iterable[Path], names: set[str]) -> Iterator[str]:
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(names))) + r")(?!\w)")
    for path in paths:
        for number, line in enumerate(path.read_text("utf-8", "replace").split("\n"), 1):
            yield from (f"{path.relative_to(ROOT)}:{number}: {match[0]}" for match in pattern.finditer(line))
