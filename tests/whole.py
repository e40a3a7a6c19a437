"""An archive with a page of every template, in English and in Arabic, for `make browser`."""

from __future__ import annotations

from pathlib import Path

from site_builder.build import build
from site_builder.ledger import load_ledger
from site_builder.render import shipped_templates, template_digest
from tests.projects import copy_harbour, write_files

COUNTED = """\
Boats still held at the old pier

HALLOW, May {day}, 2019 ({outlet}) - Harbour master Una Reyle said on Tuesday that {boats} fishing boats \
were held at the old pier since the ropes were cut.

"Nobody was hurt when the ropes were cut," Reyle told reporters.
"""
MORE: dict[str, str | bytes] = {
    "seeds/90-pier.txt": COUNTED.format(day=21, outlet="Norvane Wire", boats=11),
    "seeds/91-pier.txt": COUNTED.format(day=22, outlet="Strait Courier", boats=14),
    "content/state/published.txt": "topics/ropes.html\nstatements/s-00000000.html\n",
}
NO_PAGE = ("base.html", "record.html")
"""What pages extend, and what is handed to the index for search."""


def build_whole(folder: Path, language: str) -> dict[str, Path]:
    """The project folders: one with a page for each statement, one where they share pages."""
    roots = {}
    for name, shared in (("single", ""), ("shared", "statement_pages = 10\n")):
        root = roots[name] = write_files(copy_harbour(folder / name), MORE)
        settings = (root / "site.toml").read_text("utf-8")
        (root / "site.toml").write_text(f'language = "{language}"\n{shared}{settings}', "utf-8")
        report = build(root, root / "site")
        assert [str(problem) for problem in report.problems if problem.level == "error"] == []
    return roots


def page_templates() -> set[str]:
    names = {path.name for path in shipped_templates().glob("*.html")}
    return {name for name in names if not name.startswith("_")} - {*NO_PAGE}


def templates_of(root: Path) -> dict[str, str]:
    """The template of each HTML page, as the record of the build has it."""
    names = {template_digest(name, None): name for name in page_templates()}
    (record,) = (root / ".site_builder").glob("ledger-*.json")
    files = load_ledger(record, "site").files
    return {path: names[made.inputs["template"]] for path, made in files.items() if path.endswith(".html")}


def sample(root: Path) -> dict[str, str]:
    """The largest page of each template in each folder, and what its template is."""
    largest: dict[tuple[str, str, bool], str] = {}
    found = templates_of(root)
    for path in sorted(found, key=lambda path: (root / "site" / path).stat().st_size):
        folder, _, name = path.rpartition("/")
        largest[found[path], folder, name == "index.html"] = path
    return {path: template for (template, _, _), path in sorted(largest.items())}
