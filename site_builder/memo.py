"""What was worked out before: results of pure functions, by a digest of all they were made from.

It lies in one SQLite file of `.site_builder/`. Everything else is written as if there were none: lost,
damaged or of another program, it is empty, and the build is slower, never wrong. Values are MessagePack
of the program's own frozen types, checked against them when they are read; nothing in it is run.
"""

from __future__ import annotations

import contextlib
import errno
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Self, TypeVar, cast

import msgspec

SCHEMA = """
CREATE TABLE IF NOT EXISTS program (digest TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS memo (kind TEXT NOT NULL, key TEXT NOT NULL, value BLOB NOT NULL);
CREATE UNIQUE INDEX IF NOT EXISTS memo_key ON memo (kind, key);
CREATE TABLE IF NOT EXISTS file (path TEXT PRIMARY KEY, stamp TEXT NOT NULL, digest TEXT NOT NULL);
"""

Value = TypeVar("Value")


class Memo:
    """`program` is a digest of the code that made the values: other code finds nothing. Without a path it
    lasts as long as the object; with `write` off, what is kept does, and the file stays as it is."""

    def __init__(self, path: Path | None, program: str, write: bool = True) -> None:
        self.path, self.program, self.write = path, program, write
        self.asked: dict[str, list[str]] = {}
        self.unkept: dict[tuple[str, str], object] = {}
        self.connection = self._opened()

    @contextlib.contextmanager
    def _healthy(self) -> Iterator[None]:
        """What the disk refuses is named; a file that is not what it was is forgotten."""
        try:
            yield
        except sqlite3.OperationalError as error:
            raise OSError(errno.EIO, str(error), str(self.path)) from None
        except sqlite3.DatabaseError:
            self.connection.close()
            self._remove()
            self.connection = self._empty(":memory:")

    def recall(self, kind: str, key: str, shape: type[Value]) -> Value | None:
        """The value that was kept; None when there is none of this shape."""
        if (kind, key) in self.unkept:
            return cast(Value, self.unkept[kind, key])
        query = "SELECT value FROM memo WHERE kind = ? AND key = ?"
        found = self._rows(query, kind, key)
        return _decoded(found[0][0], shape) if found else None

    def keep(self, kind: str, key: str, value: object) -> None:
        try:
            row = (kind, key, msgspec.msgpack.encode(value))
        except UnicodeEncodeError:  # half of a surrogate pair, which no file can hold
            row = None
        if row and self.write:
            self._change("INSERT OR REPLACE INTO memo VALUES (?, ?, ?)", [row])
        else:
            self.unkept[kind, key] = value

    def remembered(self, kind: str, key: str, shape: type[Value], make: Callable[[], Value]) -> Value:
        """The value that was kept, or else is made and kept now."""
        self.asked.setdefault(kind, []).append(key)
        value = self.recall(kind, key, shape)
        if value is None:
            value = make()
            self.keep(kind, key, value)
        return value

    def ask_for(self, kinds: Iterable[str], keys: Iterable[str]) -> None:
        """Values to be kept, if there are any, whether or not they are needed now."""
        wanted = [*keys]
        for kind in kinds:
            self.asked.setdefault(kind, []).extend(wanted)

    def keep_asked(self) -> None:
        """Forget what `remembered` was not asked for."""
        for kind, keys in self.asked.items():
            self.keep_only(kind, keys)

    def keep_only(self, kind: str, keys: Iterable[str]) -> None:
        """Forget the values of a kind that no longer belong to anything."""
        there = {key for (key,) in self._rows("SELECT key FROM memo WHERE kind = ?", kind)}
        gone = [(kind, key) for key in there - set(keys)]
        self._change("DELETE FROM memo WHERE kind = ? AND key = ?", gone)

    def files(self) -> dict[str, tuple[str, str]]:
        """Path → the stamp a file had, and the digest of what was in it."""
        rows = self._rows("SELECT path, stamp, digest FROM file")
        return {path: (stamp, digest) for path, stamp, digest in rows}

    def keep_files(self, changed: Mapping[str, tuple[str, str]], gone: Iterable[str]) -> None:
        rows = [(path, *known) for path, known in changed.items()]
        self._change("INSERT OR REPLACE INTO file VALUES (?, ?, ?)", rows)
        self._change("DELETE FROM file WHERE path = ?", [(path,) for path in gone])

    def save(self) -> None:
        with self._healthy():
            self.connection.commit()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.connection.close()

    def _rows(self, query: str, *values: str) -> list[Any]:
        with self._healthy():
            return self.connection.execute(query, values).fetchall()
        return []

    def _change(self, query: str, rows: Sequence[tuple[object, ...]]) -> None:
        if self.write:
            with self._healthy():
                self.connection.executemany(query, rows)

    def _opened(self) -> sqlite3.Connection:
        """The file, if it is one of this program; else an empty one."""
        if self.path is None:
            return self._empty(":memory:")
        if not self.write and not self.path.exists():
            return self._empty(":memory:")
        try:
            mode = "rwc" if self.write else "ro"
            connection = sqlite3.connect(f"{self.path.absolute().as_uri()}?mode={mode}", uri=True)
            if connection.execute("SELECT digest FROM program").fetchall() == [(self.program,)]:
                return connection
            connection.close()
        except sqlite3.Error:
            pass
        if not self.write:
            return self._empty(":memory:")
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._remove()
        return self._empty(str(self.path))

    def _remove(self) -> None:
        for beside in ("", "-journal") if self.path else ():
            Path(f"{self.path}{beside}").unlink(missing_ok=True)

    def _empty(self, path: str) -> sqlite3.Connection:
        with self._healthy():
            connection = sqlite3.connect(path)
            connection.executescript(SCHEMA)
            connection.execute("INSERT INTO program VALUES (?)", (self.program,))
        return connection


def _decoded(raw: bytes, shape: type[Value]) -> Value | None:
    with contextlib.suppress(msgspec.ValidationError, msgspec.DecodeError):
        return msgspec.msgpack.decode(raw, type=shape)
    return None
