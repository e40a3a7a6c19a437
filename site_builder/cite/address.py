"""Addresses in citations: percent-encoding, and links to the very words of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PLAIN = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.~")
_IN_URL = re.compile(r"[^\w.~:/?#\[\]@!$&'()*+,;=%-]|[^\x00-\x7f]")


def percent(text: str) -> str:
    """Percent-encoded UTF-8, all but letters, digits and `_.~`: fit for a query, and for a text directive,
    in which `-`, `,` and `&` have a meaning of their own."""
    return "".join(chr(b) if b in _PLAIN else f"%{b:02X}" for b in text.encode("utf-8", "surrogatepass"))


def plain_url(url: str) -> str:
    """An http address in ASCII, with nothing in it that ends a field of a format; "" for any other."""
    url = url.strip()
    if not url.lower().startswith(("http://", "https://")):
        return ""
    return _IN_URL.sub(lambda match: percent(match[0]), url)


EDGE = 5
"""Words at each end of a long passage that a link to its text names."""


def text_link(url: str, passages: tuple[str, ...]) -> str:
    """The address with a text fragment for each passage, which a browser scrolls to and marks; "" if the
    address is no ordinary one."""
    address = plain_url(url)
    if not address:
        return ""
    page, hash_mark, fragment = address.partition("#")
    directives = "&".join(_directives(passages))
    return f"{page}#{fragment.partition(':~:')[0] if hash_mark else ''}:~:{directives}"


def _directives(passages: tuple[str, ...]) -> Iterator[str]:
    for passage in passages:
        words = passage.split()
        if len(words) <= 2 * EDGE:
            yield f"text={percent(' '.join(words))}"
        else:
            yield f"text={percent(' '.join(words[:EDGE]))},{percent(' '.join(words[-EDGE:]))}"
