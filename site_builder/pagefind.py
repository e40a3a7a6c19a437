"""Pagefind, the program that makes an index for search of a folder of pages, where it is installed.

What it writes is put in one order, so that the same pages give the same bytes: the lists of values of its
filters are in the order of a hash table, and the names of the files hang on that.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from site_builder.errors import InputError, Problem

MAGIC = b"pagefind_dcd"
"""What its packed files begin with, its records too: before their CBOR, or their JSON."""
RECORDS = ".pf_fragment"
"""How the names of its records end."""
FOLDER = "fragment"
"""Where they are in an index: a file for each, whose name says what is in it."""
ENTRY = "pagefind-entry.json"
ENGINE = ("pagefind.js", "pagefind-worker.js")
"""What a browser searches with; its interface is ours."""


@dataclass(frozen=True, slots=True)
class Pagefind:
    """The program, and what tells one version of it from another without asking it."""

    program: Path
    stamp: str


def installed() -> Pagefind | None:
    """The program as `pip install 'site-builder[search]'` brings it; None where it is not."""
    spec = find_spec("pagefind_bin")
    if spec is None or spec.origin is None or find_spec("cbor2") is None:
        return None
    folder = Path(spec.origin).parent
    for name in ("pagefind_extended", "pagefind", "pagefind_extended.exe", "pagefind.exe"):
        if (folder / name).is_file():
            size = (folder / name).stat().st_size
            return Pagefind(folder / name, f"{name} {size}")
    return None


def index(
    pagefind: Pagefind, pages: Iterable[tuple[str, bytes]], language: str, engine: bool
) -> Mapping[str, bytes]:
    """The files of an index of these pages, whatever their language, read as texts of `language`; with the
    engine, or for one that is in another index."""
    import tempfile  # as all that only an index needs: whether the program is there is asked of every build

    with tempfile.TemporaryDirectory(prefix="site-builder-") as temporary:
        top = Path(temporary)
        for path, content in pages:
            place = top / "pages" / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        _run(pagefind, top, language)
        return dict(_in_order(top / "index", engine))


def _run(pagefind: Pagefind, top: Path, language: str) -> None:
    import subprocess

    options = ("--site", "pages", "--output-path", "index", "--force-language", language, "--quiet")
    settings = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    done = subprocess.run([pagefind.program, *options], cwd=top, env=settings, capture_output=True, check=False)
    if done.returncode:
        said = " ".join((done.stderr or done.stdout).decode("utf-8", "replace").split())
        message = f"expected an index for search, found that {pagefind.program.name} failed: {said[:400]}"
        raise InputError([Problem(str(pagefind.program), 0, 0, message)])


def _in_order(folder: Path, engine: bool) -> Iterator[tuple[str, bytes]]:
    """The files that a search needs, each list in one order."""
    entry = json.loads((folder / ENTRY).read_bytes())
    wasm = [f"wasm.{language['wasm'] or 'unknown'}.pagefind" for language in entry["languages"].values()]
    for name in (*ENGINE, *wasm) if engine else ():
        yield name, (folder / name).read_bytes()
    for path in sorted((*folder.glob(f"{FOLDER}/*"), *folder.glob("index/*"))):
        yield path.relative_to(folder).as_posix(), path.read_bytes()
    for language in entry["languages"].values():
        version, pages, chunks, filters, *rest = _unpacked(folder / f"pagefind.{language['hash']}.pf_meta")
        renamed = []
        for name, old in sorted(filters):
            _, values = _unpacked(folder / "filter" / f"{old}.pf_filter")
            new, content = _packed(old, [name, sorted(values)])
            renamed.append([name, new])
            yield f"filter/{new}.pf_filter", content
        language["hash"], content = _packed(language["hash"], [version, pages, chunks, renamed, *rest])
        yield f"pagefind.{language['hash']}.pf_meta", content
    yield ENTRY, json.dumps(entry, sort_keys=True).encode()


def _unpacked(path: Path) -> Any:
    import gzip

    import cbor2

    return cbor2.loads(gzip.decompress(path.read_bytes()).removeprefix(MAGIC))


def _packed(old: str, value: object) -> tuple[str, bytes]:
    """The name, of the form of the old one (`en_0a1b2c3`), and the bytes of a file."""
    import gzip

    import cbor2

    content = cbor2.dumps(value)
    language, _, hashed = old.rpartition("_")
    return f"{language}_{sha256(content).hexdigest()[: len(hashed)]}", gzip.compress(MAGIC + content, mtime=0)
