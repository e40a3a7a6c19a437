"""Fixtures the tests share."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from site_builder.build import build
from tests.first import make_first
from tests.pages import HtmlPage, read_site
from tests.projects import copy_harbour

settings.register_profile("suite", deadline=None, max_examples=100, derandomize=True, database=None)
settings.load_profile("suite")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "browser: opens the built site in chromium")
    config.addinivalue_line("markers", "whole: opens pages of every kind, in chromium; make browser runs these")


@pytest.fixture(scope="session")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented archive, built; its site is in `site/`. Tests only read it."""
    root = copy_harbour(tmp_path_factory.mktemp("harbour") / "archive")
    report = build(root, root / "site")
    assert [str(problem) for problem in report.problems if problem.level == "error"] == []
    return root


@pytest.fixture(scope="session")
def first_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive that comes with the generator, its entries made anew. Tests only read it."""
    return make_first(tmp_path_factory.mktemp("first"))


@pytest.fixture(scope="session")
def pages(harbour: Path) -> dict[str, HtmlPage]:
    """Every HTML page of the built archive, parsed, by its path."""
    return read_site(harbour / "site")
