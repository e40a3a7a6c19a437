"""From a planned page to its bytes: Jinja over a complete view, Markdown made HTML on the way.

Templates are trusted and come through Jinja's loader; everything in a view is not, and is escaped.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markdown_it import MarkdownIt
from markupsafe import Markup

from site_builder.digest import digest
from site_builder.errors import InputError, Problem
from site_builder.strings import Strings
from site_builder.text import HIDDEN
from site_builder.views import Json, SiteView, StatementView, View

_UNSAFE = re.compile(f"{HIDDEN.pattern}|[\u2028\u2029]")
"""What JSON would pass on as it is; the last two end a line for some readers."""
_PLAIN = Environment()
"""Reads templates, and makes nothing of them."""


_REFERRED = re.compile(r"""{%[-+]?\s*(?:extends|include|import|from)\s+["']([^"']+)["']""")
"""A template that another extends, includes or imports by name. Jinja's own search parses it again."""

CARDS = 20_000
"""Statements that are kept as HTML, at some 4 kB each."""
_ROOT = Markup("\0")


def shipped_templates() -> Path:
    """The templates that come with the package: beside this module in a wheel, one level up in a checkout."""
    beside = Path(__file__).parent / "templates"
    return beside if beside.is_dir() else Path(__file__).parents[1] / "templates"


@lru_cache(maxsize=4)
def _loader(project_templates: Path | None) -> BaseLoader:
    """A project's template of the same name wins; it may extend ours as `default/NAME`."""
    shipped = FileSystemLoader(shipped_templates())
    loaders: list[BaseLoader] = [shipped, PrefixLoader({"default": shipped})]
    if project_templates is not None:
        loaders.insert(0, FileSystemLoader(project_templates))
    return ChoiceLoader(loaders)


@lru_cache(maxsize=4)
def environment(project_templates: Path | None, strings: Strings) -> Environment:
    """What templates see beside their view: the texts of the site's language, by `say`.

    A project's own templates run in Jinja's sandbox, which doubles the time a page takes.
    """
    own = project_templates is not None and not project_templates.samefile(shipped_templates())
    env = (ImmutableSandboxedEnvironment if own else Environment)(
        loader=_loader(project_templates),
        autoescape=escaped,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=visible,
    )
    env.filters["markdown"] = markdown
    env.policies["json.dumps_function"] = as_json
    env.filters["json_line"] = json_line
    env.filters["data"] = data
    env.globals.update(card=_cards(env), say=partial(say, strings), words=strings.words, forms=strings.forms)
    env.filters["number"] = strings.number
    return env


def say(strings: Strings, key: str, n: int | None = None, /, **values: object) -> str:
    """A text of the site, as `Strings.say` has it; what fills its places is as visible as all else."""
    return strings.say(key, n, **{name: visible(value) for name, value in values.items()})


def _cards(env: Environment) -> Callable[[StatementView, str], Markup]:
    """`card(s, root)`: what the macro `statement` makes of a statement, made once for all pages. Where they
    differ, in the way up to the site's root, it holds a sign that no view can print."""
    made: dict[StatementView, str] = {}

    def card(s: StatementView, root: str) -> Markup:
        found = made.get(s)
        if found is None:
            module: Any = env.get_template("_statement.html").module
            found = str(module.statement(s, _ROOT))
            if len(made) < CARDS:
                made[s] = found
        return Markup(found.replace(_ROOT, root))

    return card


def escaped(name: str | None) -> bool:
    """What a template prints is escaped for markup, whatever it is called, but for plain text: `NAME.txt`."""
    return name is None or not name.endswith(".txt")


def render(
    path: str, template: str, view: View, site: SiteView, project_templates: Path | None = None
) -> bytes:
    """The bytes of the page at `path`."""
    root = "../" * path.count("/")
    try:
        made = environment(project_templates, site.strings).get_template(template)
        return made.render(site=site, view=view, path=path, root=root).encode("utf-8")
    except TemplateError as error:
        raise InputError([_mendable(error, template)]) from error


def _mendable(error: TemplateError, template: str) -> Problem:
    """A fault of a template as one line; Jinja knows the line of a fault of syntax."""
    if isinstance(error, TemplateSyntaxError):
        place = error.filename or f"templates/{error.name or template}"
        return Problem(place, error.lineno, 1, f"expected a Jinja template, found a fault: {error.message}")
    if isinstance(error, TemplateNotFound):
        message = f"expected a template of this name, found none: {error.name}"
        return Problem(f"templates/{template}", 0, 0, message)
    return Problem(f"templates/{template}", 0, 0, f"expected what the view holds, found: {error.message}")


def template_digest(name: str, project_templates: Path | None) -> str:
    """Of a template's source and of all it extends, includes or imports."""
    loader = _loader(project_templates)
    sources: dict[str, str] = {}
    waiting = [name]
    try:
        while waiting:
            one = waiting.pop()
            if one not in sources:
                sources[one] = loader.get_source(_PLAIN, one)[0]
                waiting.extend(_REFERRED.findall(sources[one]))
    except TemplateError as error:
        raise InputError([_mendable(error, one)]) from error
    return digest(repr(sorted(sources.items())).encode())


@lru_cache(maxsize=1)
def builder_digest() -> str:
    """Of what turns a view into bytes: this module and the libraries it calls."""
    parts = (Path(__file__).read_text("utf-8"), *map(version, ("jinja2", "markdown-it-py", "markupsafe")))
    return digest(repr(parts).encode())


def visible(value: object) -> object:
    """What a template prints: a character that hides or turns words stands as its code, `[U+202E]`."""
    if type(value) is str and not value.isprintable():  # most are, and this is cheaper to ask
        return HIDDEN.sub(lambda match: f"[U+{ord(match.group()):04X}]", value)
    return value


def as_json(value: object, **options: object) -> str:
    """What `tojson` gives, before it escapes `<`, `>`, `&` and `'`: short, and as visible as all else."""
    text = str(visible(json.dumps(value, ensure_ascii=False, separators=(",", ":"))))
    return text.replace("\u2028", r"\u2028").replace("\u2029", r"\u2029")


def markdown(text: str) -> Markup:
    """CommonMark without raw HTML; a link leads to http, https, mailto or stays inside the site."""
    return Markup(_parser().render(str(visible(text))))


def json_line(row: Iterable[tuple[str, object]]) -> Markup:
    """A row of data as one line of JSON, which holds no tag."""
    return Markup(_json(dict(row)).replace("<", "\\u003c"))


def data(value: Json) -> Markup:
    """JSON for a `<script>` that is data: nothing in it ends the element."""
    return Markup(_json(value).translate(_MARKUP))


_MARKUP = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&'"}


def _json(value: object) -> str:
    """For machines: the value itself, in which characters that hide or turn words, or that HTML forbids,
    stand as their escapes."""
    line = json.dumps(value, ensure_ascii=False)
    return _UNSAFE.sub(lambda match: json.dumps(match.group())[1:-1], line)


class SafeMarkdown(MarkdownIt):
    """CommonMark whose links may only lead to a page of this site or to an ordinary address."""

    def validateLink(self, url: str) -> bool:
        lowered = url.strip().lower()
        if lowered.startswith(("http://", "https://", "mailto:")):
            return True
        # "//host" and "\\host" leave the site, "scheme:" may be anything.
        return not re.match(r"[/\\]{2}|[^/?#]*:", lowered)


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    return SafeMarkdown("commonmark", {"html": False}).enable("table").disable("image")
