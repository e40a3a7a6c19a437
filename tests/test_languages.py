"""What sites say: the shipped languages are whole, every text is used, and an archive changes single ones."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from site_builder.build import build
from site_builder.edtf import MONTH_NAMES, parse_edtf
from site_builder.errors import InputError, Problem
from site_builder.examine import examine
from site_builder.project import read_strings
from site_builder.render import shipped_templates
from site_builder.said_dates import say_date, say_day
from site_builder.strings import CATEGORIES, Strings, places
from tests.cases import Case, each_case
from tests.language import ENGLISH
from tests.pages import read_site, words_of
from tests.projects import BRIDGE, tree, write_files

ROOT = Path(__file__).parents[1]
SHIPPED = sorted(path.stem for path in (shipped_templates() / "strings").glob("*.yaml"))


def strings(tag: str) -> Strings:
    return read_strings(None, tag, [])


@pytest.mark.parametrize("tag", SHIPPED)
def test_a_shipped_language_has_every_text_and_no_other(tag: str) -> None:
    problems: list[Problem] = []
    made = read_strings(None, tag, problems)
    assert problems == []
    assert made.texts.keys() == ENGLISH.texts.keys()


@pytest.mark.parametrize("tag", SHIPPED)
def test_its_texts_have_the_places_of_the_english_ones(tag: str) -> None:
    made = strings(tag)
    differing = [key for key, text in made.texts.items() if places(text) != places(ENGLISH.texts[key])]
    assert differing == []


@pytest.mark.parametrize("tag", SHIPPED)
def test_its_plurals_have_no_form_that_no_number_has(tag: str) -> None:
    made = strings(tag)
    forms = {name for name, _ in made.plurals} | {"other"}
    plurals = {key: text for key, text in made.texts.items() if isinstance(text, dict)}
    assert {key: set(text) - forms for key, text in plurals.items() if set(text) - forms} == {}


LITERAL = re.compile(r'(\b(?:say|words|forms)\()?"([a-z_]+\.[a-z_. -]*)"(\s*~)?')
"""In a template: a key, or what a key begins with; certainly so where it is said at once."""
SAYS = re.compile(r"(?:[\w.]+\.)?say|[\w.]*strings\.(?:words|forms|has|say_form)")
"""What is called with a key."""


def used() -> Iterator[tuple[str, re.Pattern[str], bool]]:
    """Where a text is named, the keys it may have, and whether it is certainly a key."""
    templates = (
        path for path in sorted(shipped_templates().iterdir()) if path.is_file() and path.suffix != ".md"
    )
    for path in templates:
        for match in LITERAL.finditer(path.read_text("utf-8")):
            yield path.name, re.compile(re.escape(match[2]) + (".+" if match[3] else "")), bool(match[1])
    for path in sorted((ROOT / "site_builder").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            for pattern, certain in named(node):
                yield path.name, re.compile(pattern), certain


def named(node: ast.AST) -> Iterator[tuple[str, bool]]:
    match node:
        case ast.Call(func=function, args=[ast.Constant(value=str(key)), *_]):
            if SAYS.fullmatch(ast.unparse(function)):
                yield re.escape(key), True
        case ast.Constant(value=str(key)) if len(key) < 80:
            yield re.escape(key), False
        case ast.JoinedStr(values=[ast.Constant(value=str(start)), *rest]) if re.match(r"[a-z_]+\.", start):
            ends = (re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+" for part in rest)
            yield re.escape(start) + "".join(ends), False


def test_every_text_that_is_said_is_there_and_every_text_is_said() -> None:
    found = list(used())
    missing = [
        (where, pattern.pattern)
        for where, pattern, certain in found
        if certain and not any(map(pattern.fullmatch, ENGLISH.texts))
    ]
    assert missing == []
    patterns = {pattern for _, pattern, _ in found}
    assert [key for key in ENGLISH.texts if not any(p.fullmatch(key) for p in patterns)] == []


ARABIC = (
    (0, "لا تصريحات"), (1, "تصريح واحد"), (2, "تصريحان"), (3, "3 تصريحات"), (10, "10 تصريحات"),
    (11, "11 تصريحًا"), (99, "99 تصريحًا"), (100, "100 تصريح"), (102, "102 تصريح"), (103, "103 تصريحات"),
    (1011, "1,011 تصريحًا"),
)  # fmt: skip


@pytest.mark.parametrize(("number", "said"), ARABIC)
def test_the_six_forms_of_arabic(number: int, said: str) -> None:
    assert strings("ar").say("counts.statements", number) == said


@given(st.integers(0, 10**9))
def test_a_number_has_one_category(number: int) -> None:
    for tag in SHIPPED:
        assert strings(tag).category(number) in CATEGORIES


@given(st.dates(date(1500, 1, 1)))
def test_days_in_english_are_those_of_messages(day: date) -> None:
    assert say_day(ENGLISH, day) == f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


@each_case("edtf")
def test_dates_in_english_are_those_of_messages(case: Case) -> None:
    for text in case.given.split("\n"):
        try:
            parsed = parse_edtf(text)
        except ValueError:
            continue
        assert say_date(ENGLISH, parsed) == parsed.in_words


@each_case("dates_said")
def test_dates_in_other_languages(case: Case) -> None:
    """Without the marks of direction (U+200F) that keep their numbers in place."""
    tag, *dates = case.given.split("\n")
    said = "\n".join(say_date(strings(tag), parse_edtf(text)) for text in dates)
    assert said.replace("\u200f", "") == case.expected


def test_what_fills_a_place_is_escaped_where_any_of_it_is_markup() -> None:
    said = ENGLISH.say("lists.labelled", label="<b>", text=Markup("<i>x</i>"))
    assert said == Markup("&lt;b&gt;: <i>x</i>")
    assert isinstance(said, Markup)
    plain = ENGLISH.say("lists.labelled", label="<b>", text="{label}")
    assert (plain, isinstance(plain, Markup)) == ("<b>: {label}", False)


LANGUAGE = 'language = "{}"\n'


@each_case("languages")
def test_languages_of_an_archive(case: Case, tmp_path: Path) -> None:
    """The tag, and the archive's own file of it."""
    tag, _, own = case.given.partition("\n")
    files: dict[str, str | bytes] = {"seeds/bridge.txt": BRIDGE, "site.toml": LANGUAGE.format(tag)}
    if own:
        files[f"templates/strings/{tag}.yaml"] = own
    root = write_files(tmp_path, files)
    lines = [re.sub(r"found \d+ missing", "found many missing", str(problem)) for problem in said_of(root)]
    if (root / "site").exists():
        home = read_site(root / "site")["index.html"]
        html = home.one("html").attrib
        lines += [f"{html['lang']} {html.get('dir', 'ltr')}: {words_of(home.one('a', class_='skip'))}"]
    assert "\n".join(lines) == case.expected


def said_of(root: Path) -> tuple[Problem, ...]:
    """What is wrong with its language; the site is built where it can be."""
    try:
        build(root, root / "site")
        return tuple(problem for problem in examine(root).problems if "strings/" in problem.path)
    except InputError as error:
        return error.problems


HOLDS_NO_TEXT = re.compile(
    r"\{% block policy %\}.*?\{% endblock %\}|\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}"
    r"|<!DOCTYPE html>|<code>[^<]*</code>",
    re.DOTALL,
)
ATTRIBUTE = re.compile(r'\b(?:aria-label|title|alt|placeholder|data-[a-z]+)="[^"{]*[A-Z][a-z]')


def test_templates_have_no_words_of_their_own() -> None:
    for path in sorted(shipped_templates().glob("*.html")):
        bare = HOLDS_NO_TEXT.sub("", path.read_text("utf-8"))
        assert re.findall(r"\w+", re.sub(r"<[^<>]*>", "", bare)) == [], path.name
        assert ATTRIBUTE.findall(bare) == [], path.name


def test_a_text_that_changes_is_changed_on_every_page(tmp_path: Path) -> None:
    """What is not made again is as a first build makes it: digests hold the texts."""
    files: dict[str, str | bytes] = {"seeds/bridge.txt": BRIDGE}
    own = "templates/strings/en.yaml"
    root = write_files(tmp_path / "one", files)
    build(root, root / "site")
    write_files(root, {own: 'statement:\n  said: "Spoken on {date}"\n'})
    made = {why.partition(": ")[0] for why in build(root, root / "site").written}
    assert {path for path in tree(root / "site") if path.endswith(".html")} <= made
    fresh = write_files(tmp_path / "two", files | {own: (root / own).read_bytes()})
    build(fresh, fresh / "site")
    assert tree(root / "site") == tree(fresh / "site")
    assert any("Spoken on" in page.text for page in read_site(root / "site").values())
