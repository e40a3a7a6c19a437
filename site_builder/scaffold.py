"""`site-builder new`: a small working archive to start from."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from site_builder.errors import InputError, Problem


def scaffold(target: Path) -> tuple[str, ...]:
    """Write the starter archive and return its files. Raises InputError when `target` holds anything."""
    if target.is_symlink() or (target.exists() and (not target.is_dir() or any(target.iterdir()))):
        message = "expected a new or an empty folder, found something in it"
        raise InputError([Problem(str(target), 0, 0, message)])
    return tuple(sorted(_copy(files("site_builder") / "starter", target, "")))


def _copy(source: Traversable, target: Path, below: str) -> list[str]:
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for item in source.iterdir():
        if item.is_dir():
            written.extend(_copy(item, target / item.name, f"{below}{item.name}/"))
        else:
            (target / item.name).write_bytes(item.read_bytes())
            written.append(f"{below}{item.name}")
    return written
