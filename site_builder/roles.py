"""The roles of people, when they held them, and how they are said."""

from __future__ import annotations

from site_builder.edtf import parse_edtf
from site_builder.lexicon import Profile, Role
from site_builder.strings import Strings


def held_on(role: Role | Profile, said: str) -> bool:
    """Whether the role, or what is said of an outlet, may have held on the date: both ends
    as early and as late as they can mean."""
    when = parse_edtf(said)
    begun = role.since is None or _is_doubted(role.since) or parse_edtf(role.since).first <= when.last
    ended = role.until is not None and not _is_doubted(role.until) and parse_edtf(role.until).last < when.first
    return begun and not ended


def _is_doubted(text: str) -> bool:
    return text.endswith(("?", "~", "%"))


def say_role(strings: Strings, role: Role) -> str:
    """`spokesman, Ministry of Works (2011–2017)`, as the site says it."""
    what = strings.say("lists.comma").join(filter(None, (role.role, role.of)))
    since, until = (role.since or "")[:4], (role.until or "")[:4]
    held = "between" if since and until else "since" if since else "until" if until else ""
    known = {name: value for name, value in (("since", since), ("until", until)) if value}
    return strings.say(f"roles.{held}", role=what, **known) if held else what


def in_words(role: Role) -> str:
    """`spokesman, Ministry of Works (2011–2017)`, for messages."""
    what = ", ".join(filter(None, (role.role, role.of)))
    since, until = (role.since or "")[:4], (role.until or "")[:4]
    if since and until:
        return f"{what} ({since}–{until})"
    return f"{what} ({'from' if since else 'until'} {since or until})" if since or until else what
