"""A printable brief: chapters of statements with numbered sources, made from the same pages that the screen shows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import structs

from models.catalog import RESOURCES
from models.pages.lines import Line, Sentence, cited
from models.phrases import Numbers, load
from models.records import Citation, Note, PartialDate, Rank, Record, Standing

if TYPE_CHECKING:
    from models.library import Library


class Value(Record):
    """One side of a contested statement, with the numbers of its sources."""

    text: str
    numbers: tuple[int, ...]


class Entry(Record):
    """One statement as printed: its words, a few words of detail, and the numbers of its sources.

    `values` lists every side where sources disagree, the best supported first; otherwise it is empty.
    """

    text: str
    detail: str
    standing: Standing
    numbers: tuple[int, ...]
    values: tuple[Value, ...] = ()


class Table(Record):
    """Rows under a head that is repeated on every page; an empty head is not printed."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Part(Record):
    """Entries, or a table, under one heading."""

    title: str
    entries: tuple[Entry, ...] = ()
    table: Table | None = None


class Writing(Record):
    """A note as printed: the day it was changed, in words, and its Markdown."""

    date: str
    text: str


class Chapter(Record):
    """One country, commodity or route (or one tab): its parts, and the user's notes where they are wished."""

    title: str
    subtitle: str
    parts: tuple[Part, ...]
    notes: tuple[Writing, ...] = ()


class Source(Record):
    """A numbered source: an article of the library with what it cites, or a work that a `digest` cites for just this.

    `published` is its date in words.
    """

    number: int
    title: str
    publisher: str
    published: str
    cites: tuple[str, ...] = ()
    digest: str = ""
    url: str = ""


class Brief(Record):
    """What is printed. `date` is the day of printing, in words."""

    title: str
    date: str
    chapters: tuple[Chapter, ...]
    sources: tuple[Source, ...]

    @property
    def tells(self) -> bool:
        """Whether there is anything in it."""
        return any(chapter.parts or chapter.notes for chapter in self.chapters)


Chapters = tuple[str, tuple[Chapter, ...]]
"""A title and the chapters under it."""


class Subject(Record):
    """What a brief is about: a tab by its id; for the countries tab some of the countries, or all of the region."""

    tab: str
    codes: tuple[str, ...] = ()


def make(library: Library, subject: Subject, date: str, *, with_notes: bool = False) -> Brief:
    """The brief of a subject. `date` is the ISO day of printing. Raises KeyError for a tab that does not exist."""
    writer = _Writer(library, subject)
    write = {
        "countries": writer.countries,
        "resources": writer.resources,
        "routes": writer.routes,
        "geopolitics": writer.geopolitics,
        "articles": writer.articles,
    }[subject.tab]
    title, chapters = write()
    if not with_notes:
        chapters = tuple(structs.replace(chapter, notes=()) for chapter in chapters)
    return Brief(title, writer.day(date), chapters, writer.sources)


class _Writer:
    """Writes chapters, and numbers articles in the order in which the brief first leans on them."""

    def __init__(self, library: Library, subject: Subject) -> None:
        self._library = library
        self._subject = subject
        self._numbers = Numbers(load(RESOURCES / "phrases"))
        self._sources: dict[str, Source] = {}

    @property
    def sources(self) -> tuple[Source, ...]:
        return tuple(self._sources.values())

    def day(self, date: PartialDate, *, inferred: bool = False) -> str:
        """A date in words, as precise as it is; of a time only its day. That its year is `inferred` is said."""
        return self._numbers.date(date.split("T")[0], inferred=inferred)

    # --- chapters ---------------------------------------------------------------------------------------------------

    def countries(self) -> Chapters:
        """A chapter for each country asked for, or for every country of the region in the order of the list."""
        region = self._library.catalog.region
        codes = self._subject.codes or tuple(row.code for row in self._library.countries().rows if row.in_region)
        if len(codes) == 1:
            chapter = self._country(codes[0])
            return chapter.title, (chapter,)
        # What is said of the region as a whole stands on every member's page: printed together, it is said once.
        whole = self._library.country(region.id)
        told = frozenset(line.statement for section in whole.sections for line in section.lines)
        first = (structs.replace(self._country(region.id), title="The region as a whole"),) if whole.sections else ()
        return region.name, (*first, *(self._country(code, told) for code in codes))

    def _country(self, code: str, told: frozenset[str] = frozenset()) -> Chapter:
        """A country's profile without the statements that are told elsewhere."""
        page = self._library.country(code)
        parts = [
            self._part(section.title, [line for line in section.lines if line.statement not in told])
            for section in page.sections
        ]
        return Chapter(page.name, " · ".join(page.local_names), _filled(*parts), self._notes(page.notes))

    def resources(self) -> Chapters:
        """Who has what, then the statements on each commodity."""
        page = self._library.resources()
        cells = {(cell.country, cell.commodity): cell for cell in page.cells}
        present = [
            (country, commodity, cells[code, key])
            for key, commodity in page.commodities
            for code, country in page.countries
            if (code, key) in cells
        ]
        rows = tuple(
            (country, commodity, cell.text, self._marks(cell.statements[0])) for country, commodity, cell in present
        )
        overview = Part("Who has what", table=Table(("Country", "Resource", "What sources say", "Sources"), rows))
        chapters = [Chapter("Overview", "", _filled(overview))]
        for key, _ in page.commodities:
            commodity = self._library.commodity(key)
            parts = _filled(self._part("Statements", commodity.lines))
            chapters.append(Chapter(commodity.name, "", parts, self._notes(commodity.notes)))
        return "Resources", tuple(chapters)

    def routes(self) -> Chapters:
        """The routes of which more than the name is known: course, countries crossed and avoided, what is said."""
        chapters = []
        for row in self._library.routes().rows:
            page = self._library.route(row.id)
            facts = (("Crosses", page.crossed), ("Avoids", page.avoided), ("Also called", page.aliases))
            known = tuple((label, ", ".join(names)) for label, names in facts if names)
            course = tuple((leg.start.name, leg.end.name, leg.mode) for leg in page.legs)
            parts = _filled(
                Part("At a glance", table=Table((), known)),
                self._part("Statements", page.lines),
                Part("Course", table=Table(("From", "To", "By"), course)),
            )
            subtitle = " · ".join(word for word in (page.kind, page.status) if word)
            if page.legs or page.lines or page.notes:
                chapters.append(Chapter(page.name, subtitle, parts, self._notes(page.notes)))
        return "Transport routes", tuple(chapters)

    def geopolitics(self) -> Chapters:
        """What is contested, commitments, the timeline, and all other dealings."""
        page = self._library.geopolitics()
        commitments = tuple(
            (row.by, row.to, row.amount, row.period, row.purpose, self._marks(row.line.statement))
            for row in page.commitments
        )
        timeline = tuple(
            (self.day(moment.date, inferred=moment.year_inferred), moment.text, self._marks(moment.statement))
            for moment in page.timeline
        )
        told = {row.line.statement for row in page.commitments} | {moment.statement for moment in page.timeline}
        parts = _filled(
            self._part("Contested", page.contested),
            Part("Commitments", table=Table(("By", "To", "Amount", "Period", "Purpose", "Sources"), commitments)),
            Part("Timeline", table=Table(("Date", "Event", "Sources"), timeline)),
            self._part("Further statements", [line for line in page.lines if line.statement not in told]),
        )
        return "Geopolitics", (Chapter("Geopolitics", "", parts),)

    def articles(self) -> Chapters:
        """Every article with publisher, date and number of claims."""
        rows = tuple(
            (row.title, row.publisher or "", self.day(row.published or ""), str(row.claims))
            for row in self._library.articles().rows
        )
        part = Part("In the library", table=Table(("Title", "Publisher", "Date", "Claims"), rows))
        return "Articles", (Chapter("Articles", "", _filled(part)),)

    def _notes(self, notes: Iterable[Note]) -> tuple[Writing, ...]:
        return tuple(Writing(self.day(note.changed), note.text) for note in notes)

    # --- statements and their sources -------------------------------------------------------------------------------

    def _part(self, title: str, lines: Iterable[Line]) -> Part:
        return Part(title, tuple(self._entry(line) for line in lines))

    def _entry(self, line: Line) -> Entry:
        """The line with its sources numbered, each value of a contested line with its own.

        Values that the user ranked below the others are left out with their sources.
        """
        sides: list[list[Sentence]] = [[] for _ in line.variants]
        for sentence in self._library.evidence(line.statement).sentences:
            sides[sentence.variant].append(sentence)
        kept = next(rank for rank in Rank if any(variant.rank is rank for variant in line.variants))
        told = [pair for pair in zip(line.variants, sides, strict=True) if pair[0].rank is kept]
        values = tuple(Value(variant.text, self._cited_numbers(side)) for variant, side in told if side)
        return Entry(
            text=line.text,
            detail=line.detail,
            standing=line.standing,
            numbers=_distinct(number for value in values for number in value.numbers),
            values=values if line.standing is Standing.CONTESTED else (),
        )

    def _marks(self, statement: str) -> str:
        """The source numbers of a statement, as they stand in a table: "1, 3"."""
        return ", ".join(map(str, self._cited_numbers(self._library.evidence(statement).sentences)))

    def _cited_numbers(self, sentences: Iterable[Sentence]) -> tuple[int, ...]:
        """The numbers of the articles, or of the works that the sentences themselves cite."""
        found = set[int]()
        for sentence in sentences:
            if sentence.exact:
                found.update(self._work(work, sentence.title) for work in sentence.cites)
            else:
                found.add(self._article(sentence))
        return tuple(sorted(found))

    def _article(self, sentence: Sentence) -> int:
        return self._source(
            sentence.article,
            title=sentence.title,
            publisher=sentence.publisher or "",
            published=self.day(sentence.published or ""),
            cites=tuple(map(cited, sentence.cites)),
        )

    def _work(self, work: Citation, digest: str) -> int:
        """The number of a work that a digest cites; the first digest that leads to it is named."""
        return self._source(
            f"{cited(work)} {work.url}",
            title=work.title,
            publisher=work.publisher,
            published=self.day(work.date or ""),
            digest=digest,
            url=work.url or "",
        )

    def _source(
        self,
        key: str,
        *,
        title: str,
        publisher: str,
        published: str,
        cites: tuple[str, ...] = (),
        digest: str = "",
        url: str = "",
    ) -> int:
        if key not in self._sources:
            number = len(self._sources) + 1
            self._sources[key] = Source(number, title, publisher, published, cites, digest, url)
        return self._sources[key].number


def _filled(*parts: Part) -> tuple[Part, ...]:
    """The parts that have something to say."""
    return tuple(part for part in parts if part.entries or (part.table and part.table.rows))


def _distinct(numbers: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted(set(numbers)))
