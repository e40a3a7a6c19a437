"""A page on its way to a browser that is to follow the files: with a script, and a policy that lets it in.

Nothing of this is ever in a file of the site. The page's own Content-Security-Policy stays in force: it
is widened by the hash of this one script, and by events from the server the page came from.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from html import escape, unescape
from pathlib import Path

EVENTS = "/.live"
"""Where the script listens; no page of a site has a hidden name."""
SCRIPT = (Path(__file__).with_name("live.js")).read_text("utf-8")
HASH = f"'sha256-{b64encode(sha256(SCRIPT.encode()).digest()).decode()}'"

NOT_YET = b"""\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>No site yet</title>
<link rel="icon" href="data:,">
</head>
<body>
<p>The site is being built. This page shows it as soon as it is there.</p>
</body>
</html>
"""

_META = re.compile(r"<meta\s[^<>]{1,4000}>", re.IGNORECASE)
_IS_POLICY = re.compile(r"""\bhttp-equiv\s{0,9}=\s{0,9}["']?Content-Security-Policy(?![\w-])""", re.IGNORECASE)
_CONTENT = re.compile(r"""(\bcontent\s{0,9}=\s{0,9})(?:"([^"]{0,4000})"|'([^']{0,4000})')""", re.IGNORECASE)


def enlivened(page: bytes, site: str) -> bytes:
    """The page with the script at its end; `site` names the state of the site it shows."""
    text = _META.sub(_let_in, page.decode("utf-8", "surrogateescape"))
    before, end, after = text.rpartition("</body>")
    script = f'<script data-site="{escape(site)}">{SCRIPT}</script>\n'
    live = f"{before}{script}{end}{after}" if end else f"{text}{script}"
    return live.encode("utf-8", "surrogateescape")


def _let_in(meta: re.Match[str]) -> str:
    if not _IS_POLICY.search(meta[0]):
        return meta[0]
    return _CONTENT.sub(lambda found: f'{found[1]}"{_widened_attribute(found)}"', meta[0], count=1)


def _widened_attribute(found: re.Match[str]) -> str:
    # An apostrophe is safe within double quotes, and the policy stays readable.
    return escape(widened(unescape(found[2] or found[3] or "")), quote=False).replace('"', "&quot;")


def widened(policy: str) -> str:
    """The policy with the script and its events let in, and nothing else."""
    directives: dict[str, list[str]] = {}
    for part in policy.split(";"):
        if words := part.split():
            directives.setdefault(words[0].lower(), words[1:])  # of two of a name the first counts
    scripts = "script-src-elem" if "script-src-elem" in directives else "script-src"
    for name, ours in ((scripts, HASH), ("connect-src", "'self'")):
        sources = _sources(directives, name)
        # With a hash, 'unsafe-inline' would no longer let in what it does.
        if sources is not None and "'unsafe-inline'" not in sources:
            directives[name] = [*(source for source in sources if source.lower() != "'none'"), ours]
    return "; ".join(" ".join((name, *sources)) for name, sources in directives.items())


def _sources(directives: Mapping[str, list[str]], name: str) -> list[str] | None:
    """What a directive allows, itself or by the one it falls back to; None when nothing is forbidden."""
    return directives.get(name, directives.get("default-src"))
