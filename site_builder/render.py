"""From a planned page to its bytes: Jinja over a complete view, Markdown made HTML on the way.

Templates are trusted and come through Jinja's loader; everything in a view is not, and is escaped.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

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
from jinja2.meta import find_referenced_templates
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markdown_it import MarkdownIt
from markupsafe import Markup

from site_builder.digest import digest
from site_builder.errors import InputError, Problem
from site_builder.text import HIDDEN
from site_builder.views import Json, SiteView, View

_UNSAFE = re.compile(f"{HIDDEN.pattern}|[\u2028\u2029]")
"""What JSON would pass on as it is; the last two end a line for some readers."""


def shipped_templates() -> Path:
    """The templates that come with the package: beside this module in a wheel, one level up in a checkout."""
    beside = Path(__file__).parent / "templates"
    return beside if beside.is_dir() else Path(__file__).parents[1] / "templates"


@lru_cache(maxsize=4)
def environment(project_templates: Path | None) -> Environment:
    """A project's template of the same name wins; it may extend ours as `default/NAME`.

    A project's own templates run in Jinja's sandbox, which doubles the time a page takes.
    """
    shipped = FileSystemLoader(shipped_templates())
    own = project_templates is not None and not project_templates.samefile(shipped_templates())
    loaders: list[BaseLoader] = [shipped, PrefixLoader({"default": shipped})]
    if project_templates is not None:
        loaders.insert(0, FileSystemLoader(project_templates))
    env = (ImmutableSandboxedEnvironment if own else Environment)(
        loader=ChoiceLoader(loaders),
        autoescape=escaped,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=visible,
    )
    env.filters["markdown"] = markdown
    env.policies["json.dumps_function"] = as_json
    env.filters["data"] = data
    return env


def escaped(name: str | None) -> bool:
    """What a template prints is escaped for markup, whatever it is called, but for plain text: `NAME.txt`."""
    return name is None or not name.endswith(".txt")


def render(
    path: str, template: str, view: View, site: SiteView, project_templates: Path | None = None
) -> bytes:
    """The bytes of the page at `path`."""
    root = "../" * path.count("/")
    try:
        made = environment(project_templates).get_template(template)
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
    env = environment(project_templates)
    sources: dict[str, str] = {}
    waiting = [name]
    try:
        while waiting:
            one = waiting.pop()
            if one not in sources and env.loader is not None:
                sources[one] = env.loader.get_source(env, one)[0]
                waiting.extend(_referred(sources[one]))
    except TemplateError as error:
        raise InputError([_mendable(error, one)]) from error
    return digest(repr(sorted(sources.items())).encode())


@lru_cache(maxsize=256)
def _referred(source: str) -> tuple[str, ...]:
    """The templates a source extends, includes or imports by name."""
    return tuple(found for found in find_referenced_templates(Environment().parse(source)) if found)


@lru_cache(maxsize=1)
def builder_digest() -> str:
    """Of what turns a view into bytes: this module and the libraries it calls."""
    parts = (Path(__file__).read_text("utf-8"), *map(version, ("jinja2", "markdown-it-py", "markupsafe")))
    return digest(repr(parts).encode())


def visible(value: object) -> object:
    """What a template prints: a character that hides or turns words stands as its code, `[U+202E]`."""
    if isinstance(value, str) and not isinstance(value, Markup) and HIDDEN.search(value):
        return HIDDEN.sub(lambda match: f"[U+{ord(match.group()):04X}]", value)
    return value


def as_json(value: object, **options: object) -> str:
    """What `tojson` gives, before it escapes `<`, `>`, `&` and `'`: short, and as visible as all else."""
    text = str(visible(json.dumps(value, ensure_ascii=False, separators=(",", ":"))))
    return text.replace("\u2028", r"\u2028").replace("\u2029", r"\u2029")


def markdown(text: str) -> Markup:
    """CommonMark without raw HTML; a link leads to http, https, mailto or stays inside the site."""
    return Markup(_parser().render(str(visible(text))))


def data(value: Json) -> Markup:
    """The value itself as one line of JSON, for machines: nothing in it ends a `<script>`, and characters
    that hide or turn words, which HTML partly forbids, stand as their escapes."""
    line = json.dumps(value, ensure_ascii=False)
    return Markup(_UNSAFE.sub(lambda match: json.dumps(match.group())[1:-1], line).replace("<", "\\u003c"))


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
