"""A citation as text, in the words of the site."""

from __future__ import annotations

from site_builder.cite.cited import Cited
from site_builder.cite.marks import say_quoted, say_quoted_before, without_stop
from site_builder.edtf import Edtf
from site_builder.said_dates import say_date, say_day


def attributed(c: Cited) -> str:
    """The words, and under them who said them, when, and where they stand: what a reader copies."""
    say = c.strings.say
    speaker = say("cite.role", speaker=c.speaker, role=c.role) if c.role else c.speaker
    if c.said:
        speaker = say("cite.said", speaker=speaker, said=say_date(c.strings, c.said))
    where = say("lists.comma").join(filter(None, (say("cite.where", archive=c.archive, id=c.id), c.url)))
    return "\n".join((c.words, say("cite.words", speaker=speaker, genre=c.genre), _carried(c), where))


def _carried(c: Cited) -> str:
    say, by = c.strings.say, {"outlet": _outlet(c), "document": c.document}
    day = say_date(c.strings, c.published) if c.published else ""
    if c.outlet:
        return say("cite.carried_on", day=day, **by) if day else say("cite.carried", **by)
    stands = say("cite.stands", document=c.document)
    return say("lists.comma").join(filter(None, (stands, by["outlet"], day)))


def chicago(c: Cited) -> str:
    """A note after the Chicago Manual of Style: a speech quoted in a newspaper."""
    say = c.strings.say
    speaker = say("cite.said", speaker=c.speaker, said=_day(c, c.said, "chicago_day")) if c.said else c.speaker
    rest = (
        c.outlet,
        say("cite.chicago_republished", origin=c.origin) if c.origin else "",
        _day(c, c.published, "chicago_day") if c.published else "",
        f"{c.archive} ({c.id})",
        c.url,
    )
    parts = {
        "speaker": speaker,
        "before": say(f"cite.before.{c.kind}"),
        "document": say_quoted_before(c.strings, c.document),
        "rest": say("lists.comma").join(filter(None, rest)),
    }
    note = say("cite.chicago_by", byline=c.byline, **parts) if c.byline else say("cite.chicago", **parts)
    return f"{note}."


def apa(c: Cited) -> str:
    """A reference in the manner of the American Psychological Association: a work without an author
    begins with its title."""
    say = c.strings.say
    work = {"genre": c.genre, "document": say_quoted(c.strings, c.document)}
    note = say("cite.apa_said", said=say_date(c.strings, c.said), **work) if c.said else say("cite.apa", **work)
    when = _day(c, c.published, "apa_day") if c.published else say("cite.no_date")
    where = say("cite.where", archive=c.archive, id=c.id)
    outlet = _outlet(c) if c.outlet or not c.origin else say("cite.apa_republished", origin=c.origin)
    sentences = (f"{without_stop(c.title)} {note}", f"({when})", outlet, where)
    return " ".join((*(f"{sentence}." for sentence in sentences if sentence), c.url)).rstrip()


def _outlet(c: Cited) -> str:
    """The outlet and the one it republishes, as far as they are named."""
    if not c.origin:
        return c.outlet
    if not c.outlet:
        return c.strings.say("cite.chicago_republished", origin=c.origin)
    return c.strings.say("cite.republished", outlet=c.outlet, origin=c.origin)


def _day(c: Cited, when: Edtf, form: str) -> str:
    """`December 13, 2016`, as the style has it; in the words of the archive when the day is open."""
    return say_day(c.strings, when.first, f"cite.{form}") if _sure(when) else say_date(c.strings, when)


def _sure(when: Edtf) -> bool:
    return when.is_day and when.text[-1].isdigit()
