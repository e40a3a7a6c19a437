"""Fixtures the tests share."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("suite", deadline=None, max_examples=200, derandomize=True, database=None)
settings.load_profile("suite")
