"""Whether a built site holds: its files, data and pages among themselves, and against seeds and entries.

Read is what a reader has: the files of the site, and of the project `seeds/` and `content/entries/`. What a
build remembers of itself is not.
"""

from __future__ import annotations

from pathlib import Path

from site_builder.errors import InputError
from site_builder.project import ENGLISH, TEMPLATES, read_strings
from site_builder.strings import Strings
from site_builder.verify.against import AGAINST
from site_builder.verify.findings import Findings, as_json, as_text
from site_builder.verify.site import read_site
from site_builder.verify.within import WITHIN

__all__ = ["as_json", "as_text", "verify"]

BY_SUM = (
    "scripts, styles and the tables of the search index: by their sha256 alone",
    "the filters of Browse for review and type of outlet: by their sha256 alone",
    "evidence on pages of single statements, and how a statement travelled: by their sha256 alone",
    "sentences on differences, types of outlets, counts of the coverage page: by their sha256 alone",
)
WITHOUT_PROJECT = (
    "whether the seeds have the sha256 that the site gives (--project DIR)",
    "whether the words stand in the seeds at the places given (--project DIR)",
    "whether the entries say the same (--project DIR)",
    "whether comparing the entries anew gives the same groups, relations and figures (--project DIR)",
)


def verify(folder: Path, project: Path | None) -> Findings:
    site = read_site(folder)
    home = site.pages.get("index.html")
    language = (home.lang if home else "") or ENGLISH
    site.strings = _strings(project, language)
    checked = [check(site) for check in WITHIN]
    if project is not None:
        checked.extend(check(site, project) for check in AGAINST)
    not_checked = [*BY_SUM, *(() if project else WITHOUT_PROJECT)]
    if site.strings is None:
        not_checked.append(f"kinds of speech and dates in words: no file of texts in {language!r}")
    if any(site.rows.values()) and not site.marks_statements:
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
