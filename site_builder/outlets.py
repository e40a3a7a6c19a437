"""What an archive knows of an outlet, as it is shown beside every statement: type and country, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from site_builder.lexicon import OUTLET_TYPES, Lexicon, Outlet, Profile, Sources
from site_builder.roles import held_on

NO_TYPE = "type not recorded"


def profile_at(outlet: Outlet | None, day: str | None) -> Outlet | Profile:
    """What held on a date (EDTF): of the earlier profiles the first that names that time, else the present."""
    if outlet is None:
        return Profile()
    dated = (past for past in outlet.earlier if past.since or past.until)
    return next((past for past in dated if day is not None and held_on(past, day)), outlet)


def label(outlet: Outlet | None, day: str | None) -> str:
    """`public broadcaster; Norvane`."""
    profile = profile_at(outlet, day)
    return "; ".join(filter(None, (profile.type or NO_TYPE, profile.country)))


def kind_of(profile: Outlet | Profile) -> str:
    """The type without what is added to it: what outlets are counted by; "" when there is none."""
    return (profile.type or "").partition(",")[0].strip()


def period(profile: Outlet | Profile) -> str:
    """`2011 to 2017`, `since 2011`; "" without dates."""
    if profile.since and profile.until:
        return f"{profile.since} to {profile.until}"
    return f"since {profile.since}" if profile.since else f"until {profile.until}" if profile.until else ""


def by_name(lexicon: Lexicon) -> Mapping[str, Outlet]:
    return {outlet.name: outlet for outlet in lexicon.outlets}


def faults(outlet: Outlet) -> Iterator[str]:
    """Types that are none of those known, and labels without a source, in words."""
    profiles: tuple[Outlet | Profile, ...] = (outlet, *outlet.earlier)
    for profile in profiles:
        if profile.type and kind_of(profile) not in OUTLET_TYPES:
            known = ", ".join(OUTLET_TYPES)
            yield f"expected a type of outlet that begins as one of {known}, found {profile.type!r}"
        sources = profile.sources if isinstance(profile, Outlet) else Sources()
        labels = (name for name in ("type", "owner", "country") if getattr(profile, name))
        bare = [name for name in labels if not (profile.label_source or getattr(sources, name))]
        if bare:
            yield f"expected the source of {', '.join(bare)} in 'label_source', found none for {outlet.name!r}"
