"""The file system, read with care and written in whole files. No link is followed into or out of a project."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from site_builder.errors import InputError, Problem

TICK = 0.02
"""Seconds within which two writes to a file may leave the same times."""


def stamp(status: os.stat_result) -> str:
    """What is another once a file changed: size, inode, and the times of content and of record (ctime,
    which no program can set)."""
    return f"{content_stamp(status)} {status.st_ctime_ns}"


def content_stamp(status: os.stat_result) -> str:
    """The same without the time of record: a hard link to the same file leaves it as it is."""
    return f"{status.st_size} {status.st_ino} {status.st_mtime_ns}"


def read_bytes(path: Path, shown: str, limit: int) -> bytes:
    """A regular file of at most `limit` bytes; anything else is an InputError that calls it `shown`."""
    flags = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))
    try:
        handle = os.open(path, flags)
    except OSError as error:
        what = "a link" if path.is_symlink() else (error.strerror or str(error)).lower()
        raise InputError([Problem(shown, 0, 0, f"expected a file that can be read, found {what}")]) from None
    status = os.fstat(handle)
    refused = ""
    if not stat.S_ISREG(status.st_mode):
        refused = "expected a regular file, found a folder, pipe or device"
    elif status.st_size > limit:
        refused = f"expected at most {limit:,} bytes, found {status.st_size:,}"
    if refused:
        os.close(handle)
        raise InputError([Problem(shown, 0, 0, refused)])
    with os.fdopen(handle, "rb") as file:
        return file.read(status.st_size)  # not `limit`: so much memory is set aside at once


def read_text(path: Path, shown: str, limit: int) -> str:
    """A file of UTF-8 text, its line ends as they are."""
    data = read_bytes(path, shown, limit)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        message = f"expected UTF-8, found the byte 0x{data[error.start]:02X}"
        raise InputError([Problem(shown, line, column, message)]) from None


def walk(folder: Path, hidden: bool = False) -> Iterator[tuple[str, bool]]:
    """Every file below a folder as (posix path relative to it, whether it is a link), in order of path.

    Hidden files and folders are left out unless asked for; links are named, never followed.
    """
    found: list[tuple[str, bool]] = []
    waiting = [""]
    while waiting:
        above = waiting.pop()
        with os.scandir(folder / above) as listing:
            for item in listing:
                if item.name.startswith(".") and not hidden:
                    continue
                if item.is_dir(follow_symlinks=False):
                    waiting.append(f"{above}{item.name}/")
                else:
                    found.append((above + item.name, item.is_symlink()))
    yield from sorted(found)


def write(path: Path, content: bytes) -> None:
    """As `write_bytes`, but a full disk names the file it could not hold."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from None


def exchange(new: Path, old: Path) -> None:
    """Put `new` where `old` is, and `old` (if there is one) where `new` was, at one stroke where possible."""
    if not old.exists():
        os.rename(new, old)
    elif not _renameat2(new, old):
        aside = old.with_name(f".{old.name}.old")
        os.rename(old, aside)
        os.rename(new, old)
        os.rename(aside, new)


def _renameat2(new: Path, old: Path) -> bool:
    """Linux's exchange of two names; False where the system or the file system has none."""
    import ctypes

    here, flag = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    return call is not None and call(here, os.fsencode(new), here, os.fsencode(old), flag) == 0


def write_atomically(path: Path, content: bytes) -> bool:
    """Put `content` at `path` in one step; False when it stood there already."""
    try:
        if path.read_bytes() == content:
            return False
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.tmp")
    try:
        write(beside, content)
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)
    return True
