"""Words of time in English."""

from __future__ import annotations

from site_builder.annotate.time_tables import Rule, TimeForm, TimeTables

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHORT_WEEKDAYS = (
    *((name[:3], number) for number, name in enumerate(WEEKDAYS)),
    ("Tues", 1), ("Weds", 2), ("Thurs", 3),
)  # fmt: skip
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
NUMBERS = {w: n for n, w in enumerate("one two three four five six seven eight nine ten".split(), 1)} | {"a": 1}

_DAYS = "|".join(name.replace("day", r"(?:-\n)?day") for name in WEEKDAYS)
"""Broken at the end of a line, too, as in text taken from a page of print."""
_PARTS = "morning|afternoon|evening"
_SPEECHES = (
    "address|announcement|briefing|conference|debate|hearing|interview|letter|meeting|rally|report|session|"
    "speech|statement"
)
_SOME = ("a few", "several", "some", "many", "a couple of")
_GAPS = ("shortly", "soon", "just", "long", "minutes", "hours", "days", "weeks", "months", "years")
_BEGUN: tuple[tuple[str, Rule], ...] = (("week", "this week"), ("month", "this month"), ("year", "this year"))
FORMS = (
    TimeForm(
        pattern=rf"(?:(?:(?P<previous>last)|this)\s)?(?P<weekday>{_DAYS})\b"
        rf"(?!['’]s|\s(?:and|or|to|through)\s(?:{_DAYS}))(?:\s(?:{_PARTS}|night)\b)?",
        hints=(*(name.lower() for name in WEEKDAYS), "-\nday"),
        rule="weekday",
        seen_from="report",
    ),
    TimeForm(
        pattern=rf"(?:(?P<weekday>{_DAYS})(?: of)? last week|last week(?:,? on)? (?P<day_of_it>{_DAYS}))\b",
        hints=("last week",),
        rule="weekday of last week",
        seen_from="report",
    ),
    TimeForm(
        pattern=rf"(?P<weekday>{_DAYS})['’]s(?=\s(?:[a-z]{{2,12}} ){{0,2}}(?:{_SPEECHES})\b)",
        hints=("day's", "day’s"),
        rule="weekday",
        seen_from="report",
    ),
    TimeForm(
        pattern=rf"(?:the (?:next|following) (?:day|{_PARTS})|(?P<number>\d{{1,2}}|{'|'.join(NUMBERS)}) "
        r"(?P<unit>day|week)s? later)\b",
        hints=("the next ", "the following ", " later"),
        rule="later",
        seen_from="told",
    ),
    TimeForm(pattern=r"(?<=said )then\b(?!-)", hints=("said then",), rule="today", seen_from="told"),
    TimeForm(
        pattern=rf"(?:today|tonight|this (?:{_PARTS}))\b",
        hints=("today", "tonight", "this "),
        rule="today",
        seen_from="report",
    ),
    TimeForm(
        pattern=r"(?:in the day|(?:the|that) same day|later that day)\b",
        hints=("in the day", "same day", "later that day"),
        rule="today",
        seen_from="briefing",
    ),
    TimeForm(
        pattern=r"(?:the|a) (?:day (?:before|earlier)|previous day)\b",
        hints=("day before", "day earlier", "previous day"),
        rule="yesterday",
        seen_from="briefing",
    ),
    TimeForm(
        pattern=rf"(?:yesterday(?: (?:{_PARTS}))?|last night)\b",
        hints=("yesterday", "last night"),
        rule="yesterday",
        seen_from="report",
    ),
    TimeForm(
        pattern=rf"(?P<number>\d{{1,2}}|{'|'.join(NUMBERS)}) (?P<unit>day|week|month|year)s? ago\b",
        hints=(" ago",),
        rule="ago",
        seen_from="report",
    ),
    TimeForm(pattern=r"this week\b", hints=("this week",), rule="this week", seen_from="report"),
    TimeForm(pattern=r"last week\b", hints=("last week",), rule="last week", seen_from="report"),
    TimeForm(pattern=r"this month\b", hints=("this month",), rule="this month", seen_from="report"),
    TimeForm(pattern=r"last month\b", hints=("last month",), rule="last month", seen_from="report"),
    TimeForm(
        pattern=r"(?<=earlier )this year\b",
        hints=("earlier this year",),
        rule="this year",
        seen_from="report",
    ),
    *(
        TimeForm(
            pattern=rf"at the (?:start|beginning) of (?:the|this) {unit}\b",
            hints=(f"of the {unit}", f"of this {unit}"),
            rule=rule,
            seen_from="report",
        )
        for unit, rule in _BEGUN
    ),
    TimeForm(
        pattern=r"(?:(?:at|during|on|over) (?:the|this) weekend|this weekend|(?P<previous>last) weekend)\b",
        hints=("weekend",),
        rule="weekend",
        seen_from="report",
    ),
    TimeForm(
        pattern=r"(?:in|during) the (?:early |late |mid-)?(?P<decade>(?:19|20)\d)0s\b",
        hints=("0s",),
        rule="decade",
        seen_from="nothing",
    ),
    TimeForm(pattern=r"last year\b", hints=("last year",), rule="last year", seen_from="report"),
    TimeForm(
        pattern=rf"in (?:early |late |mid-)?(?P<month>{'|'.join(MONTHS)})\b(?!,? \d)",
        hints=tuple(f" {name.lower()}" for name in MONTHS),
        rule="month",
        seen_from="report",
    ),
    TimeForm(
        pattern=rf"in (?:an?|h(?:is|er)|its|their) (?P<year>(?:19|20)\d\d)(?= (?:[a-z]{{2,12}} ){{0,2}}"
        rf"(?:article|book|documentary|essay|memoir|study|{_SPEECHES})\b)",
        hints=(" 19", " 20"),
        rule="year",
        seen_from="nothing",
    ),
    TimeForm(
        pattern=r"in (?:early |late |mid-)?(?P<year>(?:19|20)\d\d)\b",
        hints=(" 19", " 20", "-19", "-20"),
        rule="year",
        seen_from="nothing",
    ),
)

TIME = TimeTables(
    weekdays=WEEKDAYS,
    short_weekdays=SHORT_WEEKDAYS,
    months=MONTHS,
    capitals=True,
    no_day_after=frozenset(("The",)),
    numbers=NUMBERS,
    unit_days={"day": 1, "week": 7, "month": 30, "year": 365},
    forms=FORMS,
    today=frozenset(("today",)),
    limits=frozenset(
        """after before beginning between by following for from next of since starting than through till
        until""".split()
    ),
    fillers=frozenset("the early late midnight noon this".split()),
    joints=frozenset("and or to".split()),
    leads=frozenset("on late early earlier later only just".split()),
    earlier=frozenset(("earlier", "previously", "formerly", "originally", "in a previous", "in previous")),
    sometime=frozenset(("recently", "lately", "at the time", "back then", "before now", "in the past"))
    .union(
        f"{span} {unit}"
        for span in ("in recent", "for", "over the past", "in the past")
        for unit in ("days", "weeks", "months", "years")
    )
    .union(
        ("long ago", "decades ago"),
        (f"{some} {unit} ago" for some in _SOME for unit in ("days", "weeks", "months", "years", "decades")),
        (f"{gap} {side} the" for gap in _GAPS for side in ("after", "before")),
        (f"at the end of the {unit}" for unit in ("week", "month", "year")),
    ),
    still_to_speak=frozenset(("will", "shall")),
    to_be=frozenset(("to be",)),
    before_the_past=frozenset(("had",)),
    sometime_beside=frozenset(("once", "long", "repeatedly", "consistently", "always")),
    clauses=frozenset("who which whose where when after ahead before following prior while since".split()),
    about=frozenset("about for on of".split()),
    recorded=frozenset(
        """clip clips comments conversation documentary footage interview podcast programme recording remarks
        speech video""".split()
    ),
    made_public=frozenset("aired broadcast carried posted printed published released screened shown".split()),
    live=frozenset(("live",)),
    asked=frozenset("asked pressed questioned quizzed".split()),
    asks=frozenset("about regarding why whether if how what when where who which".split()),
    answers=frozenset("""reject deni deny refut rebut dismiss disput""".split()),
    replies=frozenset("respond reply repli answer counter".split()),
    adds=frozenset("add adds added adding also continue continues continued further".split()),
    acts=frozenset(
        "addressed announced apologised apologized appealed declared decreed instructed ordered spoke".split()
    ),
    mouthpieces=frozenset("spokesman spokesmen spokesperson spokespeople spokeswoman spokeswomen".split()),
    silence=tuple(f"{verb} {said}" for verb in ("declined", "refused") for said in ("to comment", "comment")),
    meets=frozenset("spoke spoken speaking talked met meet sat interviewed caught phoned".split()),
    interviews=frozenset("interview conversation".split()),
    sittings=frozenset(
        ("briefing", "debate", "hearing", "news conference", "press conference", "question time", "transcript")
    ),
    published=frozenset("published posted updated modified issued released uploaded".split()),
    now=frozenset(("now",)),
    speaking=frozenset(
        (
            *(f"{was} {doing}" for was in ("was", "were") for doing in ("addressing", "speaking", "talking")),
            *(f"made {the} {said}" for the in ("the", "these") for said in ("comments", "remark", "remarks")),
        )
    ),
    on=frozenset(("on",)),
    year_leads=frozenset("in since of during early late spring summer autumn fall winter".split()),
    until=frozenset("by until till before from for".split()),
    coming=frozenset("next due scheduled expected planned deadline upcoming will would shall".split()),
    to_come=frozenset(("will", "would", "shall", "is to", "are to", "is due", "are due")),
)
