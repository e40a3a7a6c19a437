"""Reading `seeds/`: every good document with its sidecar; a problem for everything else that lies there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from site_builder.errors import InputError, Problem
from site_builder.files import read_bytes, read_text, walk
from site_builder.lexicon import Lexicon
from site_builder.model import Article
from site_builder.project import MAX_TEXT, SEEDS
from site_builder.seeds import MAX_BYTES, Sidecar, parse_seed, parse_sidecar

NOT_SEEDS = frozenset({"README.md", "README.txt"})
SIDECAR = ".yaml"
SEED = ".txt"
NEARLY = {".txt": SEED, ".text": SEED, ".yaml": SIDECAR, ".yml": SIDECAR}
"""Endings in small letters that are meant for ours."""


def read_articles(root: Path, lexicon: Lexicon, problems: list[Problem]) -> dict[str, Article]:
    """Every good seed by its path, in the order of the paths."""
    articles: dict[str, Article] = {}
    digests: dict[str, str] = {}
    for path in seed_paths(root, problems):
        try:
            article = read_article(root, path, lexicon)
            refuse_copy(path, digests.setdefault(article.origin.sha256, path))
            articles[path] = article
        except InputError as error:
            problems.extend(error.problems)
    return articles


def seed_paths(root: Path, problems: list[Problem]) -> tuple[str, ...]:
    """The seeds that lie in `seeds/`, with a problem for everything else there that has no place."""
    names = dict(walk(root / SEEDS)) if (root / SEEDS).is_dir() else {}
    paths = []
    for name, is_link in names.items():
        path = f"{SEEDS}/{name}"
        try:
            if _is_seed(name, is_link, path, names):
                paths.append(path)
        except InputError as error:
            problems.extend(error.problems)
    return tuple(paths)


def read_article(root: Path, path: str, lexicon: Lexicon) -> Article:
    """A seed with its sidecar. Raises InputError when one of them cannot be read."""
    return parse_seed(read_bytes(root / path, path, MAX_BYTES), path, _sidecar(root, path), lexicon.outlets)


def refuse_copy(path: str, first: str) -> None:
    """Raises InputError for a seed whose bytes are those of an earlier one."""
    if first != path:
        raise InputError([Problem(path, 0, 0, f"expected a document of its own, found the bytes of {first}")])


def _is_seed(name: str, is_link: bool, path: str, names: Mapping[str, bool]) -> bool:
    """False for what may lie beside seeds; InputError for what may not."""
    if not name.isprintable():
        message = "expected a file name of printable characters, found others"
        raise InputError([Problem(ascii(path)[1:-1], 0, 0, message)])
    if is_link:
        raise InputError([Problem(path, 0, 0, "expected a file, found a link, which is not followed")])
    if name in NOT_SEEDS:
        return False
    if name.endswith(SIDECAR):
        if name.removesuffix(SIDECAR) + SEED not in names:
            missing = path.removesuffix(SIDECAR) + SEED
            message = f"expected the seed {missing} beside this sidecar, found none"
            raise InputError([Problem(path, 0, 0, message)])
        return False
    if not name.endswith(SEED):
        ending = Path(name).suffix
        meant = NEARLY.get(ending.lower())
        nearly = f"expected a name that ends in {meant}, found {ending}"
        message = nearly if meant else "expected a text file NAME.txt, found another kind of file"
        raise InputError([Problem(path, 0, 0, message)])
    return True


def sidecar_of(seed: str) -> str:
    """The path of the sidecar a seed has or could have."""
    return seed.removesuffix(SEED) + SIDECAR


def _sidecar(root: Path, seed: str) -> Sidecar:
    path = sidecar_of(seed)
    if not (root / path).exists():
        return Sidecar()
    return parse_sidecar(read_text(root / path, path, MAX_TEXT), path)
