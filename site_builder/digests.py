"""What is in a file, as a digest: read again only when its stamp is another than the one remembered.

A stamp taken within a tick of the last write says nothing: the next write may leave the same.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from pathlib import Path

from site_builder.digest import digest
from site_builder.files import TICK, read_bytes, stamp
from site_builder.memo import Memo


class Digests:
    """Files of a project, by their path in it. Those asked for are remembered, the others forgotten."""

    def __init__(self, root: Path, memo: Memo) -> None:
        self.root, self.memo = root, memo
        self.before = memo.files()
        self.now: dict[str, tuple[str, str]] = {}

    def of(self, path: str, limit: int) -> str:
        """sha256 of the file's bytes, "" when there is none. Raises InputError for what is no file."""
        if path in self.now:
            return self.now[path][1]
        taken = time.time_ns()
        try:
            status = os.lstat(f"{self.root}/{path}")
        except FileNotFoundError:
            return ""
        now = stamp(status)
        known = self.before.get(path)
        if known is None or known[0] != now:
            settled = max(status.st_mtime_ns, status.st_ctime_ns) < taken - TICK * 1e9
            known = (now if settled else "", digest(read_bytes(self.root / path, path, limit)))
        self.now[path] = known
        return known[1]

    def written(self, contents: Mapping[str, bytes]) -> None:
        """Files this run wrote itself: read again by the next, for a person may save in the same instant."""
        self.now.update({path: ("", digest(content)) for path, content in contents.items()})

    def keep(self) -> None:
        changed = {path: known for path, known in self.now.items() if self.before.get(path) != known}
        self.memo.keep_files(changed, self.before.keys() - self.now.keys())
