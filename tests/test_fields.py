"""Files people write, read into checked values: exact values, exact messages."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any

import pytest

from site_builder.config import Rights, parse_config
from site_builder.errors import InputError, Problem
from site_builder.fields import MAX_CHARACTERS, MAX_DEPTH, Data, parse_toml, parse_yaml, read
from site_builder.lexicon import STRICT, Lexicon, parse_lexicon
from tests.cases import Case, each_case


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """What the table of YAML cases is read into."""

    __pydantic_config__ = STRICT
    name: str
    note: str | None = None
    books: tuple[str, ...] = ()
    lent: dict[str, str] = field(default_factory=dict)


def outcome(reader: Callable[[], tuple[Any, tuple[Problem, ...]]]) -> str:
    """The value as JSON without what is empty, then the problems, one a line."""
    try:
        value, problems = reader()
    except InputError as error:
        return str(error)
    return "\n".join([json.dumps(_filled(value), ensure_ascii=False), *map(str, problems)])


def _filled(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _filled(item) for key, item in value.items() if item not in (None, (), {}, "")}
    return [_filled(item) for item in value] if isinstance(value, (list, tuple)) else value


def _shelf(text: str) -> tuple[Any, tuple[Problem, ...]]:
    shelf, unknown = read(Shelf, parse_yaml(text, "shelf.yaml"))
    return asdict(shelf), unknown


@each_case("fields")
def test_yaml(case: Case) -> None:
    assert outcome(lambda: _shelf(case.given)) == case.expected


def _config(text: str) -> tuple[Any, tuple[Problem, ...]]:
    config, unknown = parse_config(text, "site.toml")
    return asdict(config), unknown


@each_case("config")
def test_config(case: Case) -> None:
    assert outcome(lambda: _config(case.given)) == case.expected


def _lexicon(text: str) -> tuple[Any, tuple[Problem, ...]]:
    """Several files in one case: a line `--- NAME` begins the file NAME.yaml."""
    texts: dict[str, str] = {}
    for part in text.split("--- ")[1:]:
        name, body = part.split("\n", 1)
        texts[name] = body
    lexicon, unknown = parse_lexicon(texts, "lexicon")
    return asdict(lexicon), unknown


@each_case("lexicon")
def test_lexicon(case: Case) -> None:
    assert outcome(lambda: _lexicon(case.given)) == case.expected


def test_no_lexicon_is_an_empty_one() -> None:
    assert parse_lexicon({}, "lexicon") == (Lexicon(), ())
    assert parse_lexicon({"people": "# nobody yet\n", "topics": ""}, "lexicon") == (Lexicon(), ())


def test_places_are_those_of_the_file() -> None:
    data = parse_yaml("a: 1\nb:\n- x\n-  y: 2\n", "f.yaml")
    assert data.value == {"a": "1", "b": ["x", {"y": "2"}]}
    assert dict(data.places) == {
        (): (1, 1), ("a",): (1, 1), ("b",): (2, 1),
        ("b", 0): (3, 3), ("b", 1): (4, 4), ("b", 1, "y"): (4, 4),
    }  # fmt: skip


def test_a_problem_stands_at_the_nearest_place_that_is_known() -> None:
    data = Data("f.toml", {}, {("rights",): (3, 2)})
    assert data.problem(("rights", "outlets", "X"), "m") == Problem("f.toml", 3, 2, "m")
    assert data.problem(("other",), "m") == Problem("f.toml", 1, 1, "m")


def test_toml_places() -> None:
    text = 'title = "T"\n[rights]\n  default = "full"\n[rights.outlets]\n"The Wire" = "full"\n'
    assert dict(parse_toml(text, "site.toml").places) == {
        ("title",): (1, 1), ("rights",): (2, 2), ("rights", "default"): (3, 3),
        ("rights", "outlets"): (4, 2), ("rights", "outlets", "The Wire"): (5, 1),
    }  # fmt: skip


BOMBS = {
    "30 kB of brackets": "[" * 30_000,
    "a megabyte of brackets": "[" * 999_999,
    "nested mappings": "".join(f"{' ' * depth}a:\n" for depth in range(60)),
    "flow mappings": "{a: " * 20_000,
    "dashes": "- " * 20_000,
    "a billion laughs": "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n",
    "an object": "a: !!python/object/apply:os.system ['true']\n",
    "question marks": "? " * 20_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_one_line_and_the_process_lives(name: str) -> None:
    """In a process of its own: what these once did was to end it with a segmentation fault."""
    code = (
        "import sys\nfrom site_builder.errors import InputError\nfrom site_builder.fields import parse_yaml\n"
        "try: parse_yaml(sys.stdin.read(), 'bomb.yaml')\nexcept InputError as error: print(error)\n"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, input=BOMBS[name], capture_output=True, text=True, timeout=20)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("bomb.yaml:")
    assert "expected" in lines[0]


def test_depth_and_size_have_limits() -> None:
    deepest = "[" * MAX_DEPTH + "]" * MAX_DEPTH
    assert parse_yaml(deepest, "f.yaml").path == "f.yaml"
    with pytest.raises(InputError, match=r"^f.yaml:1:33: expected at most 32 levels of nesting, found more$"):
        parse_yaml(f"[{deepest}]", "f.yaml")
    with pytest.raises(InputError, match=r"^f.yaml:1:1: expected at most 1,000,000 characters of YAML, found"):
        parse_yaml("#" * (MAX_CHARACTERS + 1), "f.yaml")


def test_rights_are_the_narrowest_of_all_outlets_that_have_a_hand_in_it() -> None:
    rights = Rights(default="excerpt", outlets={"Wire": "full", "Mirror": "quotation"})
    assert rights.level("Wire", None) == "full"
    assert rights.level("Wire", "Mirror") == "quotation"
    assert rights.level("Wire", "Unknown") == "excerpt"
    assert rights.level(None) == "excerpt"
