"""Whether a built site holds: its files, data and pages among themselves, and against its archive.

Read is what a reader has: the files of the site, and of the project its settings, `seeds/`, `content/` and
`templates/`. What a build keeps for its own speed, in `.site_builder/`, is not.
"""

from __future__ import annotations

from pathlib import Path

from site_builder.errors import InputError
from site_builder.project import ENGLISH, TEMPLATES, read_strings
from site_builder.search import INDEXES
from site_builder.strings import Strings
from site_builder.verify.against import AGAINST
from site_builder.verify.findings import Findings, as_json, as_text
from site_builder.verify.remade import remade
from site_builder.verify.site import read_site
from site_builder.verify.within import WITHIN

__all__ = ["as_json", "as_text", "verify"]

TABLES = "the tables by which the search index finds its records: by their sha256 alone"
WITHOUT_PROJECT = (
    "whether the seeds have the sha256 that the site gives (--project DIR)",
    "whether the words stand in the seeds at the places given (--project DIR)",
    "whether the entries say the same (--project DIR)",
    "whether comparing the entries anew gives the same groups, relations and figures (--project DIR)",
    "what pages say beside the data: how a statement travelled, types of outlets, counts of coverage, passages"
    " around a statement; scripts and styles (--project DIR)",
)
FIRST_THE_DATA = (
    "whether every file is the one that the archive gives: its data are others already, as said below"
)


def verify(folder: Path, project: Path | None, jobs: int = 1) -> Findings:
    site = read_site(folder)
    home = site.pages.get("index.html")
    language = (home.lang if home else "") or ENGLISH
    site.strings = _strings(project, language)
    checked = [check(site) for check in WITHIN]
    not_checked = [] if project else [*WITHOUT_PROJECT]
    if project is not None:
        against = [check(site, project) for check in AGAINST]
        if any(each.faults for each in against):
            not_checked.append(FIRST_THE_DATA)
        else:
            against.append(remade(site, project, jobs))
        checked.extend(against)
    if any(path.startswith(INDEXES) for path in site.digests):
        not_checked.append(TABLES)
    if site.strings is None:
        not_checked.append(f"kinds of speech and dates in words: no file of texts in {language!r}")
    if any(site.rows.values()) and not site.marks_statements and project is None:
        not_checked.append("the words on pages: no page marks them (its templates leave out data-statement)")
    withheld = sum(bool(row.get("withheld")) for _, row in site.all_rows())
    if withheld and project is None:
        not_checked.append(f"the words of {withheld:,} passages that the outlets' rights keep from the site")
    return Findings(
        site=home.title if home else folder.name,
        mark=site.mark,
        checked=tuple(checked),
        not_checked=tuple(not_checked),
    )


def _strings(project: Path | None, language: str) -> Strings | None:
    """The texts of the language, the project's own over ours; None when neither has it."""
    templates = project / TEMPLATES if project else None
    try:
        return read_strings(templates if templates and templates.is_dir() else None, language, [])
    except InputError:
        return None
