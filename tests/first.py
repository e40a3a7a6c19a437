"""The archive that comes with the generator, as it came: its five articles, whatever was added."""

from __future__ import annotations

import shutil
from pathlib import Path

from site_builder.ingest import ingest
from site_builder.lexicon import FILES
from site_builder.project import read_lexicon

ROOT = Path(__file__).parents[1]
SEEDS = (
    "seeds/000_e29f6cbd7ae22fa7.txt",
    "seeds/001_1a887a0f13fc6576.txt",
    "seeds/002_7dfa5b32579390d3.txt",
    "seeds/003_b9f34958f912dcc2.txt",
    "seeds/004_521515b04301caf4.txt",
)
OWN = ("site.toml", "content/pages/about.md", "content/pages/method.md")
LEXICON = tuple(f"content/lexicon/{name}.yaml" for name in FILES)


def copy_first(target: Path) -> Path:
    """The five articles with the lexicon, pages and settings, and no entries yet."""
    for name in (*SEEDS, *OWN, *LEXICON):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)
    return target


def make_first(target: Path) -> Path:
    """The five articles with their entries, made anew."""
    root = copy_first(target)
    problems = ingest(root, read_lexicon(root, [])).problems
    assert [str(problem) for problem in problems if problem.level == "error"] == []
    return root
