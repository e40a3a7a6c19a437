"""Outside data into our types, every problem with its place.

YAML and TOML become plain strings, lists and mappings with a position for each; `read` then checks
them against a frozen dataclass. YAML is read by events: no aliases, no tags, no deep nesting, and
scalars stay the strings a person typed (`no` is not False, a date is not a timestamp).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, is_dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar, cast, get_args, get_type_hints

import yaml
from frontmatter.default_handlers import YAMLHandler

from site_builder.errors import InputError, Problem
from site_builder.slips import suggestion

if TYPE_CHECKING:
    from pydantic import TypeAdapter

MAX_DEPTH = 32
MAX_CHARACTERS = 1_000_000

T = TypeVar("T")
Key = tuple[str | int, ...]
_YamlLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_YamlComposer: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class Data:
    """Plain data, and where each part of it begins: key path → (line, column), both from 1."""

    path: str
    value: Any
    places: Mapping[Key, tuple[int, int]]
    ends: Mapping[Key, int] = field(default_factory=dict)
    """For YAML: the line after the last one of each part."""

    def problem(self, key: Key, message: str) -> Problem:
        """A problem at `key`, or at its nearest ancestor that has a place."""
        while key and key not in self.places:
            key = key[:-1]
        line, column = self.places.get(key, (1, 1))
        return Problem(self.path, line, column, message)

    def part(self, name: str) -> Data:
        """What stands at a key of a mapping."""
        places = {key[1:]: place for key, place in self.places.items() if key[:1] == (name,)}
        return Data(self.path, self.value[name], places)


def parse_yaml(text: str, path: str) -> Data:
    """Raises InputError with the first fault of syntax, or with all duplicate keys."""
    if len(text) > MAX_CHARACTERS:
        found = f"expected at most {MAX_CHARACTERS:,} characters of YAML, found {len(text):,}"
        raise InputError([Problem(path, 1, 1, found)])
    _guard(text, path)
    walk = _Walk(path, {}, {}, [])
    root = yaml.compose(text, Loader=_YamlComposer)
    value = None if root is None else walk.plain(root, ())
    if walk.problems:
        raise InputError(walk.problems)
    return Data(path, value, walk.places, walk.ends)


def _guard(text: str, path: str) -> None:
    """PyYAML's C loader dies on 30 kB of "[": the events are walked first, one at a time."""
    depth = documents = 0
    try:
        for event in yaml.parse(text, Loader=_YamlLoader):
            documents += isinstance(event, yaml.DocumentStartEvent)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            tag = getattr(event, "tag", None)
            if depth > MAX_DEPTH:
                found = f"expected at most {MAX_DEPTH} levels of nesting, found more"
            elif documents > 1:
                found = "expected one YAML document, found a second"
            elif isinstance(event, yaml.AliasEvent):
                found = "expected a plain value, found an alias (*)"
            elif getattr(event, "anchor", None):
                found = f"expected a plain value, found the anchor &{getattr(event, 'anchor', '')}"
            elif tag:
                found = f"expected a plain value, found the tag {tag!r}"
            else:
                continue
            raise InputError([Problem(path, *_place(event.start_mark), found)])
    except yaml.MarkedYAMLError as error:
        begun = error.context_mark if error.problem in AT_ITS_BEGINNING else None
        place = _place(begun or error.problem_mark or error.context_mark)
        fault = IN_WORDS.get(error.problem or "", error.problem)
        raise InputError([Problem(path, *place, f"expected YAML, found a fault: {fault}")]) from None
    except yaml.reader.ReaderError as error:
        line = 1 + text.count("\n", 0, error.position)
        code = error.character if isinstance(error.character, int) else ord(error.character)
        message = f"expected text, found the control character U+{code:04X}"
        raise InputError([Problem(path, line, 1, message)]) from None


AT_ITS_BEGINNING = ("could not find expected ':'", "found unexpected end of stream")
"""Faults that the reader finds lines after what is at fault."""
IN_WORDS = {
    "could not find expected ':'": "a line that is no 'key: value', with a blank after the colon",
    "mapping values are not allowed in this context": (
        "an indented key, or a value with a colon: put the value in quotes"
    ),
    "found character that cannot start any token": (
        "a line that begins with a tab, or a value with @, ` or %: put blanks for tabs, values in quotes"
    ),
    "found unexpected end of stream": "a quotation mark that is not closed",
    "did not find expected key": "what goes on where a value has ended: put the whole value in quotes",
}
"""What the reader says → what there is to mend."""


def _place(mark: Any) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


@dataclass(frozen=True, slots=True)
class _Walk:
    """One way through a YAML tree, gathering places and problems."""

    path: str
    places: dict[Key, tuple[int, int]]
    ends: dict[Key, int]
    problems: list[Problem]

    def plain(self, node: yaml.Node, key: Key) -> Any:
        self.places[key] = _place(node.start_mark)
        line, column = _place(node.end_mark)
        self.ends[key] = line + (column > 1)
        if isinstance(node, yaml.SequenceNode):
            return [self.plain(item, (*key, number)) for number, item in enumerate(node.value)]
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, key)
        # Nothing at all is None; "null" and "~" are words like any other. The C reader says style "".
        return node.value if node.value or (isinstance(node, yaml.ScalarNode) and node.style) else None

    def mapping(self, node: yaml.MappingNode, key: Key) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for name_node, value_node in node.value:
            place = _place(name_node.start_mark)
            name = name_node.value
            if not isinstance(name, str):
                found = "expected a word as key, found a list or mapping"
                self.problems.append(Problem(self.path, *place, found))
            elif name in result:
                first = self.places[(*key, name)][0]
                found = f"expected each key once, found {name!r} again (first in line {first})"
                self.problems.append(Problem(self.path, *place, found))
            else:
                result[name] = self.plain(value_node, (*key, name))
                self.places[(*key, name)] = place
        return result


_BOUNDARY = re.compile(r"^---[ \t]*$", re.MULTILINE)
_CONFLICT = re.compile(r"^<{7} .{0,200}$", re.MULTILINE)
"""Where git puts two versions of lines, one below the other."""
_FRONT = YAMLHandler(fm_boundary=_BOUNDARY)
"""The library's own pattern takes blank lines for part of the boundary, and so miscounts the lines."""


def split_front(text: str, path: str) -> tuple[str, str]:
    """YAML front matter, from its opening line on, and the body. Line ends are made `\\n`.

    Raises InputError: no front matter, no end of it, a carriage return that ends no line, two versions in one.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if (at := text.find("\r")) >= 0:
        line = text.count("\n", 0, at) + 1
        raise InputError([Problem(path, line, 1, "expected lines that end as lines do, found a lone U+000D")])
    if conflict := _CONFLICT.search(text):
        message = "expected one text, found two with the marks of a conflict: choose, and take the marks out"
        raise InputError([Problem(path, text.count("\n", 0, conflict.start()) + 1, 1, message)])
    if not _FRONT.detect(text):
        raise InputError([Problem(path, 1, 1, "expected front matter between two lines '---', found none")])
    if len(_BOUNDARY.findall(text)) < 2:
        raise InputError([Problem(path, 1, 1, "expected a line '---' after the front matter, found none")])
    front, body = _FRONT.split(text)
    return front, body


_TOML_FAULT = re.compile(
    r"^(?P<what>.{1,200}) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$"
)
_TOML_TABLE = re.compile(r"^[ \t]*\[([^\[\]\n]{1,200})\]")
_TOML_KEY = re.compile(r"""^[ \t]*("[^"\n]{1,200}"|'[^'\n]{1,200}'|[A-Za-z0-9_-]{1,200})[ \t]*=""")


def parse_toml(text: str, path: str) -> Data:
    """Raises InputError with the first fault of syntax."""
    try:
        value = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _TOML_FAULT.match(str(error))
        what = found["what"] if found else str(error)
        end = (text.count("\n") + 1, 1)
        place = (int(found["line"]), int(found["column"])) if found and found["line"] else end
        raise InputError([Problem(path, *place, f"expected TOML, found a fault: {what}")]) from None
    return Data(path, value, dict(_toml_places(text)))


def _toml_places(text: str) -> Iterator[tuple[Key, tuple[int, int]]]:
    """The standard reader keeps no positions; keys at the start of a line are all a config file has."""
    table: Key = ()
    for number, line in enumerate(text.split("\n"), 1):
        if found := _TOML_TABLE.match(line):
            table = tuple(part.strip().strip("\"'") for part in found[1].split("."))
            yield table, (number, found.start(1) + 1)
        elif found := _TOML_KEY.match(line):
            yield (*table, found[1].strip("\"'")), (number, found.start(1) + 1)


def read(kind: type[T], data: Data) -> tuple[T, tuple[Problem, ...]]:
    """`data` as a value of `kind` without its unknown keys, and a problem for each of those.

    Raises InputError with every problem when anything else is wrong.
    """
    from pydantic import ValidationError  # half of a cold start: imported when there is something to check

    adapter = _adapter(cast(Any, kind))
    value = data.value
    try:
        return cast(T, adapter.validate_python(value)), ()
    except ValidationError as error:
        known = tuple(sorted(_names(kind)))
        faults = error.errors()
        problems = tuple(sorted({_problem(data, fault, known) for fault in faults}))
        if any(fault["type"] not in UNKNOWN_KEY for fault in faults):
            raise InputError(problems) from None
        for fault in faults:
            value = _without(value, tuple(fault["loc"]))
    return cast(T, adapter.validate_python(value)), problems


def _without(value: Any, key: Key) -> Any:
    """A copy of plain data that lacks what stands at `key`."""
    if isinstance(value, dict):
        kept = {name: item for name, item in value.items() if key != (name,)}
        return {name: _without(item, key[1:]) if name == key[0] else item for name, item in kept.items()}
    return [_without(item, key[1:]) if number == key[0] else item for number, item in enumerate(value)]


@lru_cache(maxsize=32)
def _adapter(kind: Any) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    return TypeAdapter(kind)


def _names(kind: Any) -> set[str]:
    """Every key a value of `kind` may hold, at any depth."""
    names = {name for argument in get_args(kind) for name in _names(argument)}
    if is_dataclass(kind) and isinstance(kind, type):
        for name, hint in get_type_hints(kind).items():
            names |= {name} | _names(hint)
    return names


UNKNOWN_KEY = ("unexpected_keyword_argument", "extra_forbidden")

EXPECTED = {
    "string_type": "text",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "a mapping of keys to values",
    "dataclass_type": "a mapping of keys to values",
    "bool_parsing": "true or false",
    "bool_type": "true or false",
    "int_parsing": "a whole number",
    "int_type": "a whole number",
}
"""pydantic's fault type → what we say was expected."""


def _problem(data: Data, fault: Any, known: tuple[str, ...]) -> Problem:
    key: Key = tuple(fault["loc"])
    if fault["type"] == "missing":
        return data.problem(key[:-1], f"expected the key {key[-1]!r}, found none")
    if fault["type"] in UNKNOWN_KEY:
        return data.problem(key, f"expected a known key, found {key[-1]!r}{suggestion(str(key[-1]), known)}")
    if fault["type"] == "literal_error":
        expected = fault["ctx"]["expected"]
    elif fault["type"] == "value_error":
        expected = str(fault["ctx"]["error"])
    else:
        expected = EXPECTED.get(fault["type"], fault["msg"])
    found = "nothing" if fault["input"] is None else repr(fault["input"])[:80]
    return data.problem(key, f"expected {expected}, found {found}")
