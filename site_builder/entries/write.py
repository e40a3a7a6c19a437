"""An entry as the Markdown of its file."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from typing import Any

import yaml

from site_builder.entries.types import Entry, Heading, Note, Section

WIDTH = 80


def format_entry(entry: Entry) -> str:
    front = {key: list(value) if isinstance(value, tuple) else value for key, value in entry.front}
    blocks = [f"---\n{yaml.dump(front, Dumper=_Dumper, **_DUMP)}---", _heading("#", entry.title)]
    for item in entry.items:
        blocks.extend(_format_item(item))
    return "\n\n".join(blocks) + "\n"


def _format_item(item: Heading | Section | Note) -> Iterator[str]:
    if isinstance(item, Note):
        yield item.markdown
    elif isinstance(item, Heading):
        yield _heading("##", item.text)
    else:
        yield f"### {item.id}"
        yield "\n".join(f"- {key}: {_escape(value)}".rstrip() for key, value in item.fields)
        for part in item.parts:
            yield part.markdown if isinstance(part, Note) else _quote(part.words)


def _heading(mark: str, text: str) -> str:
    # A "#" at the end of a heading line would be read as its closing mark.
    escaped = _escape(text)
    return f"{mark} {escaped[:-1]}\\#" if escaped.endswith("#") else f"{mark} {escaped}"


def _quote(words: str) -> str:
    lines = textwrap.wrap(
        _escape(words), WIDTH - 2, break_long_words=False, break_on_hyphens=False, drop_whitespace=True
    )
    return "\n".join("> " + _LINE_START.sub(r"\1\\\2", line) for line in lines)


_SPECIAL = re.compile(r"[\\`*_\[\]<]|&(?=#?\w{1,32};)")
_LINE_START = re.compile(r"^(\d{0,9})([-+#>=~.)])")
"""What would open a list, a heading, a fence or an underline at the start of a line."""


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


class _Dumper(
    yaml.emitter.Emitter,
    yaml.serializer.Serializer,
    yaml.representer.SafeRepresenter,
    yaml.resolver.BaseResolver,
):
    """YAML whose every scalar is text, so that a date or a `no` needs no quotes."""

    def __init__(self, stream: Any, **options: Any) -> None:
        emit = {key: options[key] for key in ("width", "allow_unicode")}
        yaml.emitter.Emitter.__init__(self, stream, **emit)
        yaml.serializer.Serializer.__init__(self)
        yaml.representer.SafeRepresenter.__init__(self, default_flow_style=False, sort_keys=False)
        yaml.resolver.BaseResolver.__init__(self)


_DUMP: dict[str, Any] = {"width": 10**6, "allow_unicode": True, "sort_keys": False}
