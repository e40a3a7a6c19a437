"""The README's example: an invented report, and a person's note on its statement."""

from __future__ import annotations

import shutil
from pathlib import Path

from site_builder.build import build

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
NOTE = "The wire copy does not say which side the dead belonged to."


def make_karsk(folder: Path) -> Path:
    """The archive built in `folder`, its site in `folder/site`; the path of its one entry."""
    shutil.copytree(ROOT / "tests/sites/karsk", folder, dirs_exist_ok=True)
    build(folder, folder / "site")
    (entry,) = (folder / "content/entries").glob("*.md")
    text = entry.read_text("utf-8")
    entry.write_text(text.replace("he said.\n", f"he said.\n\n{NOTE}\n", 1), "utf-8")
    build(folder, folder / "site")
    return entry
