"""A project's folder: what lies where, and its settings, lexicon and written pages as values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from site_builder.colours import stylesheet
from site_builder.config import Config, parse_config
from site_builder.digest import digest
from site_builder.errors import InputError, Problem
from site_builder.fields import parse_yaml
from site_builder.files import read_bytes, read_text, walk, write_atomically
from site_builder.languages import Language, make_strings, names, parse_language
from site_builder.lexicon import FILES, Lexicon, parse_lexicon
from site_builder.render import shipped_templates
from site_builder.strings import Strings
from site_builder.texts import Text, parse_text
from site_builder.variants.decisions import Rulings, parse_decisions
from site_builder.views import Asset

CONFIG = "site.toml"
SEEDS = "seeds"
ENTRIES = "content/entries"
STATE = "content/state"
LEXICON = "content/lexicon"
PAGES = "content/pages"
PUBLISHED = f"{STATE}/published.txt"
"""Every page that was ever in the site, a line each."""
TEMPLATES = "templates"
STATIC = "static"
STRINGS = "strings"
ENGLISH = "en"
STYLE = f"{STATIC}/style.css"

PAGE_PATH = re.compile(r"(?:[a-z0-9][a-z0-9-]{0,120}/){0,4}[a-z0-9][a-z0-9-]{0,120}\.html")
MAX_TEXT = 4_000_000
MAX_STATE = 20_000_000
MAX_ASSET = 50_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """`templates` is the project's own folder of templates, None where it has none."""

    root: Path
    config: Config
    lexicon: Lexicon
    rulings: Rulings
    strings: Strings
    texts: tuple[Text, ...]
    assets: tuple[Asset, ...]
    templates: Path | None
    problems: tuple[Problem, ...]


def read_project(root: Path, base_url: str | None = None) -> Project:
    """Raises InputError when settings or lexicon cannot be used; lesser problems are in the value."""
    problems: list[Problem] = []
    config = read_config(root, problems)
    if base_url is not None:
        config = replace(config, base_url=base_url)
    lexicon = read_lexicon(root, problems)
    rulings = read_decisions(root, problems)
    templates = root / TEMPLATES
    return Project(
        root=root,
        config=config,
        lexicon=lexicon,
        rulings=rulings,
        strings=read_strings(templates if templates.is_dir() else None, config.language, problems),
        texts=tuple(sorted(_texts(root, problems), key=lambda text: (text.order, text.name))),
        assets=tuple(_assets(root, config, problems)),
        templates=templates if templates.is_dir() else None,
        problems=tuple(problems),
    )


def enclosing_project(folder: Path) -> Path:
    """The nearest folder upwards that has settings or a lexicon; `folder` itself when none has."""
    places = (folder, *folder.parents)
    around = (p for p in places if (p / CONFIG).exists() or (p / LEXICON).exists())
    return next(around, folder)


def read_config(root: Path, problems: list[Problem]) -> Config:
    if not (root / CONFIG).exists():
        return Config()
    config, unknown = parse_config(read_text(root / CONFIG, CONFIG, MAX_TEXT), CONFIG)
    problems.extend(unknown)
    return config


def read_lexicon(root: Path, problems: list[Problem]) -> Lexicon:
    texts = {
        name: read_text(root / LEXICON / f"{name}.yaml", f"{LEXICON}/{name}.yaml", MAX_TEXT)
        for name in FILES
        if (root / LEXICON / f"{name}.yaml").exists()
    }
    lexicon, unknown = parse_lexicon(texts, LEXICON)
    problems.extend(unknown)
    return lexicon


def read_decisions(root: Path, problems: list[Problem]) -> Rulings:
    """What people decided on groups, as far as it can be used."""
    path = f"{LEXICON}/decisions.yaml"
    if not (root / path).exists():
        return Rulings()
    rulings, wrong = parse_decisions(read_text(root / path, path, MAX_TEXT), path)
    problems.extend(wrong)
    return rulings


def read_strings(templates: Path | None, tag: str, problems: list[Problem]) -> Strings:
    """What a site says in its language: our texts, and the project's over them. Raises InputError when
    there is no such language."""
    shipped = shipped_templates() / STRINGS
    own = templates / STRINGS if templates else shipped
    folders = [shipped, own] if own.is_dir() and not own.samefile(shipped) else [shipped]
    nearest = [next((folder / f"{name}.yaml" for name in names(tag) if name in _tags(folder)), None)
               for folder in folders]  # fmt: skip
    if nearest == [None] * len(folders):
        at_hand = ", ".join(sorted({name for folder in folders for name in _tags(folder)}))
        message = f"expected a language with a file in {TEMPLATES}/{STRINGS}/ ({at_hand}), found {tag!r}"
        raise InputError([Problem(CONFIG, 0, 0, message)])
    files = dict.fromkeys((shipped / f"{ENGLISH}.yaml", *filter(None, nearest)))
    strings, wrong = make_strings(tag, [_language(file) for file in files])
    problems.extend(wrong)
    return strings


def _tags(folder: Path) -> frozenset[str]:
    return frozenset(name.removesuffix(".yaml") for name, is_link in walk(folder)
                     if name.endswith(".yaml") and not is_link)  # fmt: skip


def _language(file: Path) -> Language:
    shown = f"{TEMPLATES}/{STRINGS}/{file.name}"
    return parse_language(parse_yaml(read_text(file, shown, MAX_TEXT), shown))


def read_published(root: Path) -> tuple[str, ...]:
    """The pages that were in the site so far. A line that is no page inside it is left out."""
    if not (root / PUBLISHED).exists():
        return ()
    lines = read_text(root / PUBLISHED, PUBLISHED, MAX_STATE).splitlines()
    return tuple(line for line in lines if PAGE_PATH.fullmatch(line))


def write_published(root: Path, paths: Iterable[str]) -> bool:
    """Note these pages; True where that is another list than the one that lies there."""
    pages = sorted({path for path in paths if PAGE_PATH.fullmatch(path)})
    return write_atomically(root / PUBLISHED, "".join(f"{path}\n" for path in pages).encode())


def _texts(root: Path, problems: list[Problem]) -> Iterator[Text]:
    folder = root / PAGES
    for name, is_link in walk(folder) if folder.is_dir() else ():
        shown = f"{PAGES}/{name}"
        try:
            if is_link or not name.endswith(".md") or "/" in name:
                raise InputError([Problem(shown, 0, 0, "expected a file NAME.md, found something else")])
            yield parse_text(read_text(folder / name, shown, MAX_TEXT), shown)
        except InputError as error:
            problems.extend(error.problems)


def _assets(root: Path, config: Config, problems: list[Problem]) -> Iterator[Asset]:
    """Static files, ours and the project's; the project's wins. The style sheet ends with the archive's own
    colours. The name of a style sheet and of a script carries its digest."""
    found: dict[str, Asset] = {}
    for base, shown in ((shipped_templates(), "templates"), (root / TEMPLATES, TEMPLATES)):
        folder = base / STATIC
        for name, is_link in walk(folder) if folder.is_dir() else ():
            path, source = f"{STATIC}/{name}", f"{shown}/{STATIC}/{name}"
            try:
                if is_link:
                    raise InputError([Problem(source, 0, 0, "expected a file, found a link")])
                found[path] = Asset(path, source, read_bytes(folder / name, source, MAX_ASSET))
            except InputError as error:
                problems.extend(error.problems)
    if config.logo and f"{STATIC}/{config.logo}" not in found:
        message = f"expected a file in {TEMPLATES}/{STATIC}/ as logo, found none called {config.logo!r}"
        problems.append(Problem(CONFIG, 0, 0, message))
    if sheet := found.get(STYLE):
        found[STYLE] = replace(sheet, content=sheet.content + stylesheet(config.colours).encode())
    for path, asset in sorted(found.items()):
        stem, dot, suffix = path.rpartition(".")
        if suffix in ("css", "js"):
            path = f"{stem}.{digest(asset.content)[:8]}{dot}{suffix}"
        yield Asset(path, asset.source, asset.content)
