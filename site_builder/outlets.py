"""What an archive knows of an outlet, as it is shown beside every statement: type and country, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from site_builder.lexicon import OUTLET_TYPES, Lexicon, Outlet, Profile, Sources
from site_builder.roles import held_on
from site_builder.slips import suggestion
from site_builder.strings import Strings


def profile_at(outlet: Outlet | None, day: str | None) -> Outlet | Profile:
    """What held on a date (EDTF): of the earlier profiles the first that names that time, else the present."""
    if outlet is None:
        return Profile()
    dated = (past for past in outlet.earlier if past.since or past.until)
    return next((past for past in dated if day is not None and held_on(past, day)), outlet)


def label(strings: Strings, outlet: Outlet | None, day: str | None) -> str:
    """`public broadcaster; Norvane`."""
    profile = profile_at(outlet, day)
    parts = (say_type(strings, profile.type or ""), profile.country)
    return strings.say("lists.semicolon").join(filter(None, parts))


def say_type(strings: Strings, given: str) -> str:
    """A type of outlet in the words of the site, with what is added to it as it is written; that there is
    none, for ""."""
    if not given:
        return strings.say("outlets.no_type")
    kind, _, more = given.partition(",")
    key = f"outlets.types.{kind.strip()}"
    if not strings.has(key):
        return given
    return strings.say("lists.comma").join(filter(None, (strings.say(key), more.strip())))


def kind_of(profile: Outlet | Profile) -> str:
    """The type without what is added to it: what outlets are counted by; "" when there is none."""
    return (profile.type or "").partition(",")[0].strip()


def types_at(names: Iterable[str], outlets: Mapping[str, Outlet], day: str | None) -> tuple[str, ...]:
    """What these outlets were on a date (EDTF), as far as that is known; ("",) where it is of none."""
    found = (kind_of(profile_at(outlets.get(name), day)) for name in names)
    return tuple(dict.fromkeys(filter(None, found))) or ("",)


def types_of(outlet: Outlet) -> frozenset[str]:
    """All that it is, and was."""
    return frozenset((kind_of(outlet), *map(kind_of, outlet.earlier)))


def period(strings: Strings, profile: Outlet | Profile) -> str:
    """`2011 to 2017`, `since 2011`; "" without dates."""
    if profile.since and profile.until:
        return strings.say("dates.span", first=profile.since, last=profile.until)
    if profile.since:
        return strings.say("dates.since", date=profile.since)
    return strings.say("dates.until", date=profile.until) if profile.until else ""


def by_name(lexicon: Lexicon) -> Mapping[str, Outlet]:
    return {outlet.name: outlet for outlet in lexicon.outlets}


def faults(outlet: Outlet) -> Iterator[str]:
    """Types that are none of those known, and labels without a source, in words."""
    profiles: tuple[Outlet | Profile, ...] = (outlet, *outlet.earlier)
    for profile in profiles:
        if profile.type and kind_of(profile) not in OUTLET_TYPES:
            known = f"of those in README.md, such as {OUTLET_TYPES[0]!r} or {OUTLET_TYPES[-1]!r}"
            hint = suggestion(kind_of(profile), OUTLET_TYPES)
            yield f"expected a type of outlet that begins as one {known}, found {profile.type!r}{hint}"
        sources = profile.sources if isinstance(profile, Outlet) else Sources()
        labels = (name for name in ("type", "owner", "country") if getattr(profile, name))
        bare = [name for name in labels if not (profile.label_source or getattr(sources, name))]
        if bare:
            yield f"expected the source of {', '.join(bare)} in 'label_source', found none for {outlet.name!r}"
