"""The expected golden site: `python -m tests.golden` writes it anew; read the difference before committing.

`tests/sites/harbour/expected/` holds everything a build of that archive makes, but for what is a plain
copy (`site/static/`), and in `problems.txt` what `site-builder check` says of it. The names of style sheet
and scripts carry their digests, so that a change of style would touch every page: here they do not.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

from site_builder.build import build
from site_builder.examine import examine
from tests.projects import HARBOUR, copy_harbour, tree, write_files

EXPECTED = HARBOUR / "expected"
MADE = ("content/entries", "content/state", "site")
PROBLEMS = "problems.txt"
STATIC = re.compile(rb"static/([a-z]+)\.[0-9a-f]{8}\.(css|js)")


def made(root: Path) -> dict[str, bytes]:
    """What building the archive at `root` has made, as it is kept here."""
    files = {
        path: STATIC.sub(rb"static/\1.\2", content)
        for path, content in tree(root, *MADE).items()
        if not path.startswith("site/static/")
    }
    problems = examine(root).problems
    return {**files, PROBLEMS: "".join(f"{problem}\n" for problem in problems).encode()}


def regenerate() -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = copy_harbour(Path(folder) / "harbour")
        build(root, root / "site")
        files = made(root)
    shutil.rmtree(EXPECTED, ignore_errors=True)
    write_files(EXPECTED, files)
    print(f"{len(files)} files in {EXPECTED}")


if __name__ == "__main__":
    regenerate()
