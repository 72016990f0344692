"""Statements as a brief tells them: in entries and rows, each with the numbers of its sources."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import structs

from models.briefs.beside import unexplained
from models.briefs.outcomes import is_open
from models.briefs.partly import in_part, of_part
from models.briefs.reasons import why
from models.briefs.records import Entry, Part, Row, Table, Value, Writing
from models.briefs.sources import Sources
from models.briefs.times import Times, lasting
from models.briefs.topics import topic
from models.briefs.wanted import Wanted
from models.catalog import RESOURCES
from models.pages.ages import passes
from models.pages.evidence import supported
from models.pages.folding import within
from models.phrases import Phrases, capital, fill, load
from models.phrases.timed import settled
from models.records import Commitment, Kind, PartialDate, Profile, Rank, Resource, RouteFact, Standing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from models.briefs.subjects import Options, Subject
    from models.library.queries import Queries
    from models.pages.evidence import Sentence
    from models.pages.lines import Line, VariantLine
    from models.records import Claim, Note, Statement, Variant


class Writer:
    """What all chapters of one brief share: its words, its sources, and what it leaves out.

    `added` are the user's own articles by id, each with the date it came out on, or nothing.
    """

    def __init__(self, library: Queries, subject: Subject, options: Options, today: PartialDate) -> None:
        self.library = library
        self.subject = subject
        self.options = options
        self.catalog = library.catalog
        self.phrases = Phrases(library.catalog, options.language, RESOURCES / "phrases", today)
        self.words: dict[str, str] = load(RESOURCES / "phrases", options.language)["brief"]
        self.day = self.phrases.numbers.date
        articles = library.bibliographies()
        self.sources = Sources(articles, self.day, self.words["no_date"])
        self.added = {article.id: article.published or "" for article in articles if not article.builtin}
        self._digests = frozenset(article.id for article in articles if article.builtin)
        self.told: set[str] = set()
        self.shown: set[str] = set()  # those that have words of their own in the brief
        self.charted: set[str] = set()  # routes: what one carried is drawn in one chapter only
        self.listed: set[int] = set()  # works that standing lists of goods cite, which tell nothing of a day
        self._held: dict[str, set[str]] = {}
        self._quoted: frozenset[str] = frozenset()
        self.today = date.fromisoformat(today)
        self.times = Times(self.words, self.phrases.numbers, today)
        self._wanted = Wanted(subject.words, library)

    # --- words ------------------------------------------------------------------------------------------------------

    def named(self, code: str) -> str:
        """The name of a country, commodity or route as it begins a line."""
        return capital(self.phrases.plain_name(code))

    def head(self, *columns: str) -> tuple[str, ...]:
        """The heads of columns by their names in the table [brief]."""
        return tuple(self.words[column] for column in columns)

    def counted(self, number: int, thing: str) -> str:
        """As in "1 source", "12 sources"."""
        return self.phrases.numbers.counted(number, thing, self.words)

    def statements(self) -> str:
        """How many statements the brief shows, and of how many on its subject where fuller ones stand for some; of a
        short one, how many there are on its subject."""
        shown, every = len(self.told & self.shown), len(self.told)
        if self.options.short:
            return fill(self.words["short_of"], statements=self.counted(every, "statement"))
        if shown == every:
            return self.counted(every, "statement")
        number = self.phrases.numbers.number
        return fill(self.words["statements_shown"], shown=number(shown), n=number(every), rest=number(every - shown))

    def elsewhere(self, told: str, others: Sequence[str]) -> str:
        """What is told, with what it is by other sources."""
        return fill(self.words["elsewhere"], told=told, others=self.phrases.listed(others))

    # --- what is told -----------------------------------------------------------------------------------------------

    def kept(self, part: str, lines: Iterable[Line]) -> list[Line]:
        """The lines on the subject that pass its filters; none for a part that is not wished. They count as told."""
        found = self._passing(lines) if self.options.wishes(part) else []
        self.told.update(line.statement for line in found)
        return self._folded(found)

    def beside(self, part: str, lines: Iterable[Line]) -> list[Line]:
        """The same of lines that are not on the subject, or among those that are: they do not count."""
        return self._folded(self._passing(lines)) if self.options.wishes(part) else []

    def _passing(self, lines: Iterable[Line]) -> list[Line]:
        # of what all who told it take back a brief tells only that it is not so
        held = (line for line in lines if line.standing is not Standing.WITHDRAWN)
        aged = (line for line in held if passes(line.as_of, self.subject.older, self.today))
        return [line for line in aged if self._wanted.fits(line)]

    def _folded(self, found: list[Line]) -> list[Line]:
        """The lines without those that a fuller one says as well: these are told with that one."""
        held = within(found, self.library.statement, self.catalog)
        for inner, fuller in held.items():
            self.hold(inner, fuller)
        whole = [line for line in found if line.statement not in held]
        self._quoted |= unexplained(whole, self.library.statement)
        return whole

    def hold(self, inner: str, fuller: str) -> None:
        """A statement is told with a fuller one, under the sources of both."""
        self._held.setdefault(fuller, set()).add(inner)

    def whole(self, part: str) -> bool:
        """Whether a part is wished that cannot be filtered: it is left out where anything is."""
        return self.options.wishes(part) and self.subject.whole

    def part(self, name: str, lines: Iterable[Line], title: str = "") -> Part:
        """The lines as entries under the title of a part."""
        return Part(name, title or self.phrases.title(name), entries=tuple(self.entry(line) for line in lines))

    def table(
        self,
        name: str,
        lines: Iterable[Line],
        cells: Callable[[Statement, Variant], tuple[str, ...]],
        columns: tuple[str, ...],
        widths: tuple[int, ...] = (),
    ) -> Part:
        """The lines as rows under the title of a part; `cells` puts the value that leads into words."""
        rows = tuple(self.row(line, cells) for line in lines)
        return Part(name, self.phrases.title(name), table=Table(self.head(*columns) if columns else (), rows, widths))

    def row(self, line: Line, cells: Callable[[Statement, Variant], tuple[str, ...]]) -> Row:
        """The line as a row with its time: the value that the list leads with, and the sources of all its values."""
        statement = self.library.statement(line.statement)
        return self.timed(line, cells(statement, statement.shown))

    def timed(self, line: Line, cells: tuple[str, ...], labelled: int = -1) -> Row:
        """The cells as marked, with the time of the line and its age in a column of their own."""
        return structs.replace(self.marked(line, cells, labelled), as_of=self.when(line))

    def when(self, *lines: Line) -> str:
        """The time that the lines of one row are of, and its age."""
        return self.times.cell(
            self.times.of(self.library.statement(line.statement).shown, line.as_of) for line in lines
        )

    def marked(self, line: Line, cells: tuple[str, ...], labelled: int = -1) -> Row:
        """The cells with the sources of a line, and a word behind one of them where its sources disagree or it is
        past."""
        entry = self.entry(line)
        loud = line.standing is Standing.CONTESTED
        return Row(cells, entry.numbers, self.label(line), labelled, loud=loud, why=entry.why)

    def standing(self, line: Line) -> str:
        """The word for a standing that must be said; empty for others."""
        return "" if line.standing.holds else self.words[line.standing.value]

    def label(self, line: Line) -> str:
        """What is said behind a row: its standing where that must be said, and that the user chose its value."""
        told = (self.standing(line), self.preferred(line), self.outcome(line))
        return self.phrases.after_commas(filter(None, told))

    def outcome(self, line: Line) -> str:
        """That of a meeting which was planned nothing tells whether it took place; else empty."""
        statement = self.library.statement(line.statement)
        every, today = self.library.statements(), self.today.isoformat()
        return self.words["outcome_unknown"] if is_open(statement, every, today) else ""

    def preferred(self, line: Line) -> str:
        """That the user prefers the value told, and what else sources give, each with their number; else empty."""
        if line.rank is not Rank.PREFERRED:
            return ""
        variants = self.library.statement(line.statement).variants
        others = [
            self.phrases.noted(self._side(side, variant), (self.counted(side.sources, "source"),))
            for side, variant in zip(line.variants, variants, strict=True)
            if variant.rank is Rank.NORMAL
        ]
        return fill(self.words["preferred"], others=self.phrases.listed(others))

    def entry(self, line: Line, *, sides: bool = False, label: str = "") -> Entry:
        """The line with its sources numbered; with `sides`, or where no part tells them, every value it has.

        Values that the user ranked below the others are left out with their sources.
        """
        self.shown.add(line.statement)
        contested, statement = line.standing is Standing.CONTESTED, self.library.statement(line.statement)
        values = tuple(
            Value(text, self.sources.numbers(told), self.times.aside(lasting(variant, side.as_of), text), at)
            for side, told in self._sides(line)
            if told
            and (variant := statement.variants[at := line.variants.index(side)])
            and (text := self._side(side, variant))
        )
        spread = contested and (sides or not self.options.wishes("contested"))
        return Entry(
            text=line.text,
            detail=self.phrases.sides(statement) if spread else self._detail(line),
            standing=line.standing,
            numbers=tuple(sorted({number for value in values for number in value.numbers})),
            values=values if spread else (),
            topic=topic(self, statement) if spread else "",
            label=label or (self.standing(line) if not spread else ""),
            as_of="" if spread else self._aside(line, statement),
            statement=line.statement,
            why=why(self, line) or self.partly(line),
        )

    def _aside(self, line: Line, statement: Statement) -> str:
        as_of = self.times.of(statement.shown, line.as_of)
        return self.times.aside(as_of, line.text, happened=line.kind is Kind.EVENT)

    def in_words(self, statement: Statement) -> str:
        """The sentence of a figure that differs from one beside it for no reason that can be told; empty for others."""
        if statement.id not in self._quoted:
            return ""
        return self.quoted(statement.shown.claims[0])

    def quoted(self, claim: Claim) -> str:
        """The sentence of a claim, between quotation marks where it is not one of a built-in digest's own."""
        evidence = claim.evidence
        return self.phrases.in_marks(evidence.quote, ours=evidence.article in self._digests)

    def _detail(self, line: Line) -> str:
        quoted = self.in_words(self.library.statement(line.statement)) if line.statement in self._quoted else ""
        return " · ".join(filter(None, (line.detail, self.preferred(line), self.outcome(line), quoted)))

    def _side(self, side: VariantLine, variant: Variant) -> str:
        """One of several values in words, without what the heading above all of them tells, and without its time."""
        match settled(variant):
            case RouteFact(route=route):
                text = self.phrases.variant(variant, route, timed=True)
            case Resource() as had:
                text = self.phrases.cell(had, variant.claims, timed=True)
            case Profile() as figure:
                text = capital(self.phrases.key_figure(figure, variant)[1])
            case Commitment() as promise:
                text = self.phrases.variant(structs.replace(variant, content=structs.replace(promise, purpose="")))
            case _:
                return side.text
        return self.phrases.told(variant, text)

    def _sides(self, line: Line) -> list[tuple[VariantLine, list[Sentence]]]:
        found = supported(line, self.library.evidence(line.statement).sentences)
        partly = in_part(self, line.statement, self._held.get(line.statement, ()))
        for inner in sorted(self._held.get(line.statement, set()) - partly):
            found[0][1].extend(self.library.evidence(inner).sentences)
        return found

    def partly(self, line: Line) -> Value | None:
        """What sources tell only a part of the line, and of whom; None where none do but those that tell it whole."""
        whole = {number for _, told in self._sides(line) for number in self.sources.numbers(told)}
        held = in_part(self, line.statement, self._held.get(line.statement, ()))
        more = [inner for inner in held if not whole.issuperset(self._numbers_of(inner))]
        return of_part(self, more) if more else None

    def _numbers_of(self, statement: str) -> tuple[int, ...]:
        return self.sources.numbers(self.library.evidence(statement).sentences)

    def notes(self, notes: Iterable[Note]) -> Part:
        """The user's notes, the last changed first."""
        written = tuple(Writing(self.day(note.changed), note.text) for note in notes)
        return Part("notes", self.phrases.title("notes"), notes=written)

    def filled(self, *parts: Part) -> tuple[Part, ...]:
        """The parts that are wished and have something to say; that nothing has changed is said, too.

        Where a filter leaves nothing there is no map either.
        """
        if not self.subject.whole and not any(part.tells for part in parts if part.id != "map"):
            parts = tuple(part for part in parts if part.id != "map")
        said = (part for part in parts if part.tells or (part.id == "changes" and part.lead))
        return tuple(part for part in said if self.options.wishes(part.id))
