"""What the templates see: complete, frozen values. A template gets its view and `site`, nothing else.

Every `path` is a page of the site, relative to its root (`topics/aid.html`, perhaps with `#anchor`);
templates put `root` before it. Texts are plain text unless the field says Markdown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Link:
    label: str
    path: str


@dataclass(frozen=True, slots=True)
class Tally:
    """A link with the number of statements behind it, and perhaps a few words more."""

    link: Link
    count: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a profile or of a document's metadata; `path` may lead to a page or to an outside URL."""

    label: str
    value: str
    path: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A date in words with its reason; `iso` is set when it is one day, for `<time datetime>`."""

    words: str
    iso: str
    reason: str
    doubtful: bool


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive words of a paragraph; `id` names the statement they belong to, "" if none.

    `first`: the statement's first words, which carry its anchor.
    """

    text: str
    id: str = ""
    first: bool = False
    own_voice: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationView:
    """What one statement does to another, and the words of the text, or the editor, that say so."""

    label: str
    link: Link
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementView:
    """A statement with everything that attributes it: no list shows less."""

    id: str
    path: str
    """Its permanent place: its own page, one it shares, or, for an outlet's own voice, its document's."""
    home: str
    """Its document's page at this statement."""
    source_path: str
    """Its words in the source document's page; the page alone where the words may not be shown."""
    speaker: Link
    role: str
    """As the document gives it."""
    known_as: str
    """The roles the archive knows, where the document's contradicts them; else ""."""
    kind: Link
    to: str
    via: str
    citing: str
    said: When
    outlet: Link
    origin: Link | None
    """The outlet the words were taken over from, when the carrying outlet republishes."""
    outlet_label: str
    """What the outlet was at that time, in words: `public broadcaster; Norvane`."""
    origin_label: str
    """The same of the outlet the words were taken over from; "" without one."""
    entry: Link
    published: When
    topics: tuple[Link, ...]
    passages: tuple[str, ...]
    """The exact words, in one or more pieces; empty when the outlet's rights forbid showing them."""
    withheld: int
    """Number of words not shown; 0 when `passages` are."""
    notes: tuple[str, ...]
    """The editor's notes, in Markdown."""
    lang: str
    own_voice: bool
    review: str
    """Who stands behind it as it is shown here: the program, an editor, or a reviewer on a day."""
    manner: str
    """The kind of speech by its key: `direct`, `mixed`, `indirect`, `attitude` or `own-voice`."""
    state: str
    """`extracted`, `reviewed` or `corrected`."""
    coins: str
    """What a citation manager reads from a list of statements; "" for an own voice."""
    same: tuple[Link, ...] = ()
    """The pages on which its versions in several documents stand side by side."""
    restates: Link | None = None
    """The fuller statement of the same document that says the same."""
    relations: tuple[RelationView, ...] = ()
    figures: tuple[Link, ...] = ()
    """Figures in it that differ from others of the same fact, or cannot be right as they stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A headed run of statements in a listing."""

    link: Link
    statements: tuple[StatementView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What every page has around its content."""

    title: str
    description: str
    crumbs: tuple[Link, ...] = ()
    previous: Link | None = None
    next: Link | None = None
    feeds: tuple[Link, ...] = ()
    """What can be followed here, beside the feed of the whole site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """`x`, `width` and `middle` are per cents of the drawing, `y` and `height` pixels from its top."""

    x: str
    width: str
    y: int
    height: int
    middle: str
    label: str
    """Its number, where there is room for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of time with its bars; it leads to its statements, and nowhere when it has none."""

    link: Link
    count: int
    x: str
    width: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A name below the bars, and perhaps another below that; it starts at `x`, or has its middle there."""

    x: str
    anchor: str
    label: str
    below: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """A small drawing of the same time: a path in a box of `width` by 20."""

    label: Link
    count: int
    path: str
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodRow:
    """What a bar says in numbers: of all statements, then of each strip."""

    link: Link
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Statements over time: drawn as bars that are links, and told in a table."""

    unit: str
    """What a bar is: `day`, `month` or `year`."""
    span: str
    stretches: tuple[Stretch, ...]
    ticks: tuple[Tick, ...]
    strips: tuple[Strip, ...]
    rows: tuple[PeriodRow, ...]
    wide: bool
    """Whether it needs the width of a large page."""
    outside: int
    """Statements of a time that is not drawn."""
    undated: int
    """Statements without a single day."""
    width: str
    """How much of the place the bars take, in per cent."""
    height: int
    base: int
    """Where the bars stand, in pixels from the top."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    frame: Frame
    counts: tuple[Tally, ...]
    """Documents, statements, speakers, topics, outlets: label, page of all of them, number."""
    span: str
    """From when to when the documents are, in words."""
    coverage: str
    """Whose documents these are, in a sentence or two."""
    coverage_page: Link
    shelves: tuple[HomeShelf, ...]
    """Who speaks, about what, and who carries it: those with the most statements."""
    timeline: Timeline | None
    """Its strips are the rows of the shelf of topics."""
    dates: Link
    entries: tuple[EntryRow, ...]
    """The newest documents first."""
    all_entries: Tally | None
    """The list of all documents, where these are not all."""
    intro: str
    """Markdown of content/pages/home.md, or ""."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeShelf:
    """The largest groups of a facet; `more` is the list of all, where these are not all."""

    facet: str
    label: str
    rows: tuple[Tally, ...]
    more: Tally | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRow:
    """A document in a list."""

    link: Link
    outlet: Link
    outlet_label: str
    origin: Link | None
    origin_label: str
    published: When
    count: int
    lang: str
    draft: bool = False
    """Not published: only a preview shows it."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading between the paragraphs of a document, in the outlet's words."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """A document: its metadata, and its passages in their order."""

    frame: Frame
    row: EntryRow
    facts: tuple[Fact, ...]
    source: Link
    speakers: tuple[Tally, ...]
    topics: tuple[Tally, ...]
    items: tuple[Heading | StatementView, ...]
    statements: int
    own_voice: int
    rights: str
    """What of the document the site shows, in a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where a statement's words stand in the seed file: characters of the text, bytes of the file."""

    link: Link
    characters: str
    bytes: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A statement cited in one way; `key` is its name in the page, `path` the file that holds it, or ""."""

    key: str
    label: str
    text: str
    path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceParagraph:
    kind: str
    number: int
    runs: tuple[Run, ...]
    withheld: int
    """Number of words not shown, beside those of `runs`."""


Json: TypeAlias = "str | int | tuple[Json, ...] | Mapping[str, Json]"
"""What a data block of a page holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementPageView:
    """One statement with its evidence, and all ways to cite it."""

    frame: Frame
    statement: StatementView
    draft: bool
    passages: tuple[SourceParagraph, ...]
    """The paragraphs its words stand in, with some lines around them, as the outlet's rights allow."""
    evidence: tuple[Fact, ...]
    rights: str
    citations: tuple[Citation, ...]
    places: tuple[Link, ...]
    """Where else it stands: its document, its source, its speaker, its day."""
    tags: tuple[tuple[str, str], ...]
    """Name and content of the page's own meta elements."""
    data: Json
    script: str
    """The path of what the page's buttons do; without it there are none."""
    variants: tuple[StatementView, ...] = ()
    """The same statement as other documents have it; of many the first."""
    history: tuple[Fact, ...] = ()
    """What became of it in earlier builds, as far as that is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A statement on a page that several share. `evidence` is None when its seed is gone."""

    statement: StatementView
    evidence: Evidence | None
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementsView:
    """The statements whose ids begin with the same letters, in the order of the ids."""

    frame: Frame
    statements: tuple[Kept, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileView:
    """A file that is no page; `text` is without the last line break."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """The source document as it stands, as far as the outlet's rights allow."""

    frame: Frame
    row: EntryRow
    facts: tuple[Fact, ...]
    paragraphs: tuple[SourceParagraph, ...]
    evidence: tuple[Evidence, ...]
    rights: str
    lang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupHead:
    """What the first page of a group says of the whole."""

    count: int
    own_voice: int
    """How many of them are passages in an outlet's own voice."""
    lead: str
    facts: tuple[Fact, ...]
    related: tuple[Tally, ...]
    """What stands beside it: narrower topics, the speakers of a topic, the topics of a speaker…"""
    related_label: str
    more_related: int = 0
    """How many it is too long to name."""
    entries: tuple[EntryRow, ...] = ()
    """Its newest documents, on an outlet's page."""
    more_entries: int = 0
    """How many older ones there are."""
    timeline: Timeline | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """The statements of one topic, speaker, outlet, kind or day, in headed sections."""

    frame: Frame
    facet: str
    """`topics`, `speakers`, `outlets`, `kinds` or `dates`."""
    head: GroupHead | None
    """None on the pages after the first."""
    sections: tuple[Section, ...]
    periods: tuple[Tally, ...] = ()
    """The pages of a long group, by date; its first page has the newest statements then."""
    newest: bool = False
    pages: tuple[Link, ...] = ()
    """All pages of a day that needs several, this one included."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A headed run of links in an index; the label may be empty."""

    label: str
    rows: tuple[Tally, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexView:
    """All topics, all speakers, all outlets, all kinds, all documents."""

    frame: Frame
    facet: str
    lead: str
    shelves: tuple[Shelf, ...]
    entries: tuple[EntryRow, ...] = ()
    periods: tuple[Tally, ...] = ()
    """The pages of a long list: of documents by date, `entries` are the newest then; of groups by first
    letter, `shelves` are the largest then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthDays:
    """A month as weeks of seven days, Monday first; None outside the month."""

    link: Link
    count: int
    weeks: tuple[tuple[Day | None, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    number: int
    path: str
    """"" on a day without statements."""
    count: int
    label: str
    """The day in words, with the count, for readers who hear the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearMonths:
    link: Link
    count: int
    months: tuple[Tally, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DatesView:
    """All dates, a year, or a month: years with their months, months with their days, days in a list;
    a year and a month with their statements, the days and calendars on the first page alone."""

    frame: Frame
    lead: str
    timeline: Timeline | None = None
    years: tuple[YearMonths, ...] = ()
    months: tuple[MonthDays, ...] = ()
    days: tuple[Tally, ...] = ()
    other: tuple[Tally, ...] = ()
    """Statements that cannot be put on a day."""
    sections: tuple[Section, ...] = ()
    """The statements of the year or month, by topic, unless they would be too many for a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    name: str
    """What the addresses of a filtered list call it."""
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BrowseView:
    """The page with the filters; `shelves` lead to the same by plain links."""

    frame: Frame
    filters: tuple[Filter, ...]
    scripts: tuple[str, ...]
    """The columns, then what runs on them; () when there is nothing to filter."""
    shelves: tuple[Shelf, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What statements have for one filter: `rows` are places in `values`."""

    name: str
    values: tuple[tuple[str, ...], ...]
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnsView:
    """The statements of a year as a script reads them, in the order of the days."""

    path: str
    days: tuple[tuple[str, int], ...]
    """ISO day ("" for none) and how many statements stand on it."""
    sheets: tuple[tuple[str, int], ...]
    """The files in which they stand in full: name and number of statements."""
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetView:
    """Statements in full, for the page that shows them; `root` leads from that page to the site's."""

    path: str
    root: str
    statements: tuple[StatementView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    frame: Frame
    shards: tuple[str, ...]
    """The folders of the index, ending in "/"; () when the site is built without."""
    script: str
    browse: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordView:
    """A statement as it is indexed for search."""

    statement: StatementView
    year: str
    outlets: tuple[str, ...]
    """The one that carried it, and the one the words were taken over from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextView:
    """A page somebody wrote, or the 404 page; `body` is Markdown."""

    frame: Frame
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapView:
    locations: tuple[tuple[str, str], ...]
    """Absolute URL (or path, when the site has no base_url) and the ISO date of the newest document it
    shows, or ""."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapIndexView:
    """The sitemap of a site with more pages than one file may list."""

    sitemaps: tuple[tuple[str, str], ...]
    """As the locations of a SitemapView."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSearchView:
    address: str
    """Of the search page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RobotsView:
    sitemap: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """`guid` is a `urn:uuid:` that does not change with the address of the site."""

    guid: str
    statement: StatementView
    updated: str
    """RFC 3339: the day of its document, or of its review where that is later."""
    corrected: tuple[str, ...]
    """The keys under which an editor says otherwise than the program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedView:
    guid: str
    title: str
    subtitle: str
    base: str
    """Where the site is, ending in "/", or "" when it is not known."""
    path: str
    page: str
    """The page it follows."""
    updated: str
    entries: tuple[FeedEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A value with how many have it; `percent` is of all of the chart."""

    link: Link
    count: int
    percent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """What `total` documents or statements are, the most first; `others` more values have `rest` of them."""

    label: str
    unit: str
    total: int
    bars: tuple[Share, ...]
    others: int
    rest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageView:
    """Whose documents and voices the archive holds. `rule`: when a sentence says that they are alike."""

    frame: Frame
    sentences: tuple[str, ...]
    rule: str
    charts: tuple[Chart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckingView:
    """How to check the archive without this program, with a statement of its own as the example."""

    frame: Frame
    documents: int
    statements: int
    statement: StatementView | None
    """The one of the example; None in an archive without one."""
    command: str
    """Lines for a shell: the seed's sha256, and the bytes of the words."""
    digest: str
    words: str
    """What the last of the lines prints."""
    files: tuple[Link, ...]


Datum: TypeAlias = "str | int | tuple[Datum, ...] | None"


@dataclass(frozen=True, slots=True, kw_only=True)
class DataView:
    """A file of JSON lines: each row as its keys and values, in their order."""

    rows: tuple[tuple[tuple[str, Datum], ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteView:
    """The archive's own words around every page."""

    title: str
    description: str
    language: str
    base_url: str
    nav: tuple[Link, ...]
    footer: str
    disclaimer: str
    stylesheet: str
    feed: str
    opensearch: str = ""
    """The description of its search for browsers, "" when there is none."""
    logo: str = ""
    """A picture beside the title, and the icon of the window."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Words in both versions (`equal`), in the first alone (`del`), or in the second alone (`ins`)."""

    sign: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionView:
    """What one document has of a statement. `part` says which sentences, where it is not all of them."""

    statement: StatementView
    anchor: str
    words: str
    part: str
    restated: tuple[Link, ...]
    """The same again in the same document."""
    way: str
    """Whose copy it is, and how that is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairView:
    """Two versions word by word. Without `ins` the runs are the first, without `del` the second."""

    anchor: str
    first: Link
    second: Link
    runs: tuple[Wording, ...]
    said: str
    """The differences in a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """A figure as it is written, with who gives it where; `value` is what it comes to."""

    written: str
    value: str
    remark: str
    statement: Link
    speaker: Link
    outlet: Link
    said: When


@dataclass(frozen=True, slots=True, kw_only=True)
class FactView:
    """Every figure given for one fact; none is picked."""

    label: str
    anchor: str
    flags: tuple[str, ...]
    rows: tuple[FigureRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SameView:
    """One statement in the versions of its documents, the earliest first."""

    frame: Frame
    speaker: Link
    summary: str
    """How many outlets and origins, and who carried it first."""
    versions: tuple[VersionView, ...]
    pairs: tuple[PairView, ...]
    facts: tuple[FactView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresView:
    """All facts whose figures differ, are hedged differently, or cannot be right as they stand."""

    frame: Frame
    lead: str
    facts: tuple[FactView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoneView:
    """A page that once stood here. `leads`: `target` has what it had."""

    frame: Frame
    words: str
    target: Link | None
    leads: bool


View: TypeAlias = (
    HomeView
    | GoneView
    | SameView
    | FiguresView
    | EntryView
    | SourceView
    | StatementPageView
    | StatementsView
    | FileView
    | GroupView
    | IndexView
    | DatesView
    | BrowseView
    | ColumnsView
    | SheetView
    | SearchView
    | RecordView
    | TextView
    | SitemapView
    | SitemapIndexView
    | OpenSearchView
    | RobotsView
    | FeedView
    | DataView
    | CoverageView
    | CheckingView
)


@dataclass(frozen=True, slots=True)
class Page:
    """One file of the site to be: where it goes, its template, and the view it shows, made when it is
    asked for. `made_of` is a digest of all that the view is made from: equal digests, equal views."""

    path: str
    template: str
    made_of: str
    view: Callable[[], View]
    day: str = ""
    """The ISO date of the newest document it shows, for the sitemap; "" when there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """Statements that are indexed for search together; their index is a folder of the site. `made_of` is as
    a page's."""

    path: str
    made_of: str
    records: Callable[[], Iterable[tuple[str, RecordView]]]


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that goes into the site as it is."""

    path: str
    source: str
    content: bytes
