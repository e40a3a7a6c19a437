"""An entry as the Markdown of its file."""

from __future__ import annotations

import re
from typing import Any

import yaml

from site_builder.entries.types import Entry, Heading, Note, Section, Value

WIDTH = 80


def format_entry(entry: Entry) -> str:
    front = "\n".join(format_front(key, value) for key, value in entry.front)
    blocks = [f"---\n{front}\n---", format_heading("#", entry.title), *map(_format_item, entry.items)]
    return "\n\n".join(blocks) + "\n"


def _format_item(item: Heading | Section | Note) -> str:
    if isinstance(item, Note):
        return item.markdown
    return format_heading("##", item.text) if isinstance(item, Heading) else format_section(item)


def format_section(section: Section) -> str:
    fields = "\n".join(format_field(key, value) for key, value in section.fields)
    parts = (part.markdown if isinstance(part, Note) else format_quote(part.words) for part in section.parts)
    return "\n\n".join(block for block in (f"### {section.id}", fields, *parts) if block)


def format_front(key: str, value: Value) -> str:
    """One line of YAML, or a list with a line an item."""
    if isinstance(value, str) and _PLAIN.fullmatch(value) and _KEY.fullmatch(key):
        return f"{key}: {value}"
    plain = list(value) if isinstance(value, tuple) else value
    return str(yaml.dump({key: plain}, Dumper=_Dumper, **_DUMP)).rstrip("\n")


def format_field(key: str, value: str) -> str:
    return f"- {key}: {escape(value)}".rstrip()


def format_quote(words: str) -> str:
    """A block quote, wrapped."""
    return "\n".join("> " + _LINE_START.sub(r"\1\\\2", line) for line in _LINE.findall(escape(words)))


def format_heading(mark: str, text: str) -> str:
    """With `#` signs as `mark`; with none, the words of a heading that is underlined."""
    escaped = escape(text)
    if not mark:
        return _LINE_START.sub(r"\1\\\2", escaped)
    # A "#" at the end of a heading line would be read as its closing mark.
    return f"{mark} {escaped[:-1]}\\#" if escaped.endswith("#") else f"{mark} {escaped}"


_LINE = re.compile(rf"\S.{{0,{WIDTH - 3}}}(?= |$)|\S+")
"""As many words as fit, or one that does not: it has no place at which it may be broken."""
_KEY = re.compile(r"[a-z][a-z-]*")
_PLAIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 .,/()’–-]*[A-Za-z0-9.)])?")
"""Values that YAML writes as they are: the library is asked about all others."""
_SPECIAL = re.compile(r"[\\`*_\[\]<]|&(?=#?\w{1,32};)")
_LINE_START = re.compile(r"^(\d{0,9})([-+#>=~.)])")
"""What would open a list, a heading, a fence or an underline at the start of a line."""


def escape(text: str) -> str:
    """Words as Markdown that reads as these words."""
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
