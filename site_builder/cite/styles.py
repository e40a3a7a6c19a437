"""A citation as text, in the words of the site."""

from __future__ import annotations

from site_builder.cite.cited import Cited
from site_builder.edtf import Edtf
from site_builder.said_dates import say_date, say_day


def attributed(c: Cited) -> str:
    """The words, and under them who said them, when, and where they stand: what a reader copies."""
    say = c.strings.say
    speaker = say("cite.role", speaker=c.speaker, role=c.role) if c.role else c.speaker
    if c.said:
        speaker = say("cite.said", speaker=speaker, said=say_date(c.strings, c.said))
    by = {"outlet": _outlet(c), "document": c.document}
    if c.published:
        carried = say("cite.carried_on", day=say_date(c.strings, c.published), **by)
    else:
        carried = say("cite.carried", **by)
    where = say("lists.comma").join(filter(None, (say("cite.where", archive=c.archive, id=c.id), c.url)))
    return "\n".join((c.words, say("cite.words", speaker=speaker, genre=c.genre), carried, where))


def chicago(c: Cited) -> str:
    """A note after the Chicago Manual of Style: a speech quoted in a newspaper."""
    say = c.strings.say
    speaker = say("cite.said", speaker=c.speaker, said=_day(c, c.said, "chicago_day")) if c.said else c.speaker
    place = {"speaker": speaker, "before": say(f"cite.before.{c.kind}"), "outlet": c.outlet}
    place["document"] = _in_quotes(c, "quoted" if c.document.endswith(("?", "!")) else "quoted_comma")
    parts = [
        say("cite.chicago_by", byline=c.byline, **place) if c.byline else say("cite.chicago", **place),
        *([say("cite.chicago_republished", origin=c.origin)] if c.origin else []),
        *([_day(c, c.published, "chicago_day")] if c.published else []),
        f"{c.archive} ({c.id})",
        *([c.url] if c.url else []),
    ]
    return say("lists.comma").join(parts) + "."


def apa(c: Cited) -> str:
    """A reference in the manner of the American Psychological Association: a work without an author
    begins with its title."""
    say = c.strings.say
    work = {"genre": c.genre, "document": _in_quotes(c, "quoted")}
    note = say("cite.apa_said", said=say_date(c.strings, c.said), **work) if c.said else say("cite.apa", **work)
    when = _day(c, c.published, "apa_day") if c.published else say("cite.no_date")
    where = say("cite.where", archive=c.archive, id=c.id)
    return " ".join((f"{c.title} {note}.", f"({when}).", f"{_outlet(c)}.", f"{where}.", c.url)).rstrip()


def _outlet(c: Cited) -> str:
    if not c.origin:
        return c.outlet
    return c.strings.say("cite.republished", outlet=c.outlet, origin=c.origin)


def _in_quotes(c: Cited, form: str) -> str:
    """The document in double marks, its own double marks single."""
    inside = c.document.translate({ord("“"): "‘", ord("”"): "’"})
    return c.strings.say(f"cite.{form}", title=inside)


def _day(c: Cited, when: Edtf, form: str) -> str:
    """`December 13, 2016`, as the style has it; in the words of the archive when the day is open."""
    return say_day(c.strings, when.first, f"cite.{form}") if _sure(when) else say_date(c.strings, when)


def _sure(when: Edtf) -> bool:
    return when.is_day and when.text[-1].isdigit()
