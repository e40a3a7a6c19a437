"""One entry brought up to date: the file as it lies, the machine's reading of its seed, and what is
remembered of the last one, made into the file as it is to be."""

from __future__ import annotations

from hashlib import sha256

from site_builder.entryfiles import State, Written
from site_builder.errors import Problem
from site_builder.lexicon import Lexicon
from site_builder.memory import Base
from site_builder.model import Annotation, Article
from site_builder.project import ENTRIES
from site_builder.update import bring_up


def regenerate(
    name: str,
    article: Article,
    annotation: Annotation,
    lexicon: Lexicon,
    written: Written | None,
    state: State | None,
    problems: list[Problem],
) -> tuple[Written, State]:
    """The entry as it is to be, and what is to be remembered of it. Done again, it changes nothing."""
    path = f"{ENTRIES}/{name}.md"
    edited = written is not None and written.edited
    text, entry = (written.text, written.entry) if written else ("", None)
    base = state.base if state else Base()
    now = bring_up(path, text, entry, base, edited, article, annotation, lexicon)
    problems.extend(now.problems)
    last, names = (state.output, state.names) if state else ("", ())
    output = last if edited else sha256(now.text.encode()).hexdigest()
    remembered = State(seed=article.origin.path, output=output, base=now.base, names=names)
    return Written(path=path, text=now.text, entry=now.entry, edited=edited), remembered
