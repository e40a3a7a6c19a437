"""What the README shows is what the program makes."""

from __future__ import annotations

import re
from pathlib import Path

from tests.readme import NOTE, README, make_karsk


def test_the_entry_is_the_one_that_is_built(tmp_path: Path) -> None:
    entry = make_karsk(tmp_path).read_text("utf-8")
    (shown,) = re.findall(r"^```markdown\n(.*?)^```$", README.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert shown.rstrip("\n") in entry
    assert NOTE in shown
