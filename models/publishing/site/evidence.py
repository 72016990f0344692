"""Statements with their sentences and numbered sources, as pages show them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from models.briefs.reasons import in_words
from models.briefs.sources import Sources
from models.briefs.times import Times
from models.briefs.wanted import Wanted
from models.pages.ages import passes
from models.pages.evidence import supported
from models.pages.folding import within
from models.publishing.site.articles import Span, anchor, spans
from models.publishing.site.content import Passage, Said, Side, Source
from models.records import Kind, Standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from models.briefs import Entry
    from models.library.queries import Queries
    from models.pages.evidence import Sentence
    from models.pages.lines import Counted, Line
    from models.publishing.site.paths import Paths
    from models.publishing.site.scope import Scope
    from models.publishing.site.words import Words
    from models.records import Bibliography, Citation

ARTICLES = "articles"


class Evidence:
    """Puts statements together for pages; remembers which sources, articles and sentences they lead to."""

    def __init__(self, library: Queries, paths: Paths, words: Words, scope: Scope, day: str) -> None:
        self._library = library
        self._paths = paths
        self._words = words
        self._wanted = Wanted(scope.words, library)
        self._older = scope.older
        self.scope = scope
        self.filtered = bool(scope.words.strip() or self._older)
        """Whether statements are left out that do not have the words or the age asked for."""
        self._today = date.fromisoformat(day)
        self._times = Times(words.table, words.numbers, day)
        self._sources = Sources(library.bibliographies(), words.day, words["no_date"])
        self._of_articles: dict[int, str] = {}
        self._spans: dict[str, tuple[Span, ...]] = {}
        self._articles = {article.id: article for article in library.bibliographies()}
        self.told: set[str] = set()
        """The statements that pages show."""
        self.used: dict[str, set[int]] = {}
        """Where the sentences begin that pages lead to, by article."""

    def number_on(self, known: Sources) -> None:
        """Number the sources as a brief does, and those that it does not lean on behind them: before any is told."""
        self._sources = known

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources in the order of their numbers."""
        return tuple(
            Source(found.number, found.title, found.publisher, found.published, found.runs, self._path(found.number))
            for found in self._sources.all()
        )

    def _path(self, number: int) -> str:
        """Where the article of this number is, when it is one of the library's."""
        return self._of_articles.get(number, "")

    def article_path(self, article: Bibliography) -> str:
        """Where the page of an article is."""
        return self._paths.of(ARTICLES, article.id, article.title or article.origin)

    # --- statements ---------------------------------------------------------------------------------------------------

    def said(self, lines: Iterable[Line], shown: set[str], lead: str = "") -> tuple[Said, ...]:
        """The statements for a page on which those of `shown` have their anchor already; more are added to it."""
        return tuple(self._said(line, shown, lead) for line in lines if self._passes(line))

    def folded(self, lines: Iterable[Line], shown: set[str]) -> tuple[Said, ...]:
        """The same, but what a fuller one of them says as well stands within that one."""
        kept = [line for line in lines if self._passes(line)]
        home = within(kept, self._library.statement, self._library.catalog)
        inner: dict[str, list[Line]] = {}
        for line in kept:
            if line.statement in home:
                inner.setdefault(home[line.statement], []).append(line)
        return tuple(
            replace(self._said(line, shown, ""), within=self.said(inner.get(line.statement, ()), shown))
            for line in kept
            if line.statement not in home
        )

    def entries(self, entries: Iterable[Entry], shown: set[str]) -> tuple[Said, ...]:
        """Entries of a brief in its words, with their sentences; what has its anchor already and is added as above."""
        return tuple(self._entry(entry, shown) for entry in entries if entry.statement or entry.spoken)

    def _spoken(self, entry: Entry) -> Said:
        """What speakers who do not agree said, each with the sentences."""
        sides = []
        for value in entry.values:
            (line,) = self._library.lines((value.statement,))
            sides.append(self._side(value.text, line, self._library.evidence(value.statement).sentences, value.as_of))
        return Said("", "", entry.text, "", Standing.CONTESTED, tuple(sides), entry.topic)

    def _entry(self, entry: Entry, shown: set[str]) -> Said:
        if entry.spoken:
            return self._spoken(entry)
        (line,) = self._library.lines((entry.statement,))
        name = self._anchor(line, shown)
        found = supported(line, self._library.evidence(line.statement).sentences)
        if not entry.values:
            group = [one for _, group in found for one in group]
            side = self._side(entry.text, line, group, entry.as_of, entry.label)
            return Said(name, "", entry.text, entry.detail, Standing.SINGLE, (side,), why=self._why(line))
        groups = {line.variants.index(variant): (variant, group) for variant, group in found}
        sides = [(value, *groups[value.side]) for value in entry.values]
        told = tuple(self._side(value.text, variant, group, value.as_of) for value, variant, group in sides)
        return Said(name, "", entry.text, entry.detail, Standing.CONTESTED, told, entry.topic, why=self._why(line))

    def _passes(self, line: Line) -> bool:
        """Whether the statement is as old, and has all the words, as is asked for."""
        return passes(line.as_of, self._older, self._today) and self._wanted.fits(line)

    def _said(self, line: Line, shown: set[str], lead: str) -> Said:
        name = self._anchor(line, shown)
        sides = tuple(
            self._side(
                variant.text,
                variant,
                group,
                self._times.aside(variant.as_of, f"{lead} {variant.text}", happened=line.kind is Kind.EVENT),
            )
            for variant, group in supported(line, self._library.evidence(line.statement).sentences)
            if group
        )
        return Said(name, lead, line.text, line.detail, line.standing, sides, why=self._why(line))

    def _why(self, line: Line) -> Side | None:
        """What the sources of a contested statement say of why they disagree, and those of another beside its figure;
        None where none does."""
        if not any(claim.why for claim in self._library.statement(line.statement).claims):
            return None
        page = self._library.evidence(line.statement)
        found = page.why or page.noted
        if not found:
            return None
        text = in_words(page, self._words.table, self._words.in_marks)
        return Side(text, "", self._numbers_of(found), self._passages(found))

    def _anchor(self, line: Line, shown: set[str]) -> str:
        """The anchor of a statement that now is told; empty where the page has it already."""
        name = "" if line.statement in shown else f"st-{line.statement}"
        shown.add(line.statement)
        self.told.add(line.statement)
        return name

    def _side(self, text: str, told: Counted, sentences: Sequence[Sentence], as_of: str, label: str = "") -> Side:
        numbers = self._numbers_of(sentences)
        sources = ", ".join(filter(None, (self._words.sources(told, len(numbers)), label)))
        return Side(text, sources, numbers, self._passages(sentences), as_of)

    def _passages(self, sentences: Sequence[Sentence]) -> tuple[Passage, ...]:
        """The sentences, each once, with the way to the place in their article."""
        return tuple(dict.fromkeys(self._passage(sentence) for sentence in sentences))

    def _passage(self, sentence: Sentence) -> Passage:
        self.used.setdefault(sentence.article, set()).add(sentence.start)
        known = self._articles[sentence.article]
        place = anchor(sentence.start, self._spans_of(sentence.article))
        path = self.article_path(known) + (f"#{place}" if place else "")
        return Passage(sentence.quote, sentence.title, path, known.language)

    def _spans_of(self, article: str) -> tuple[Span, ...]:
        if article not in self._spans:
            self._spans[article] = spans(self._library.reader(article))
        return self._spans[article]

    # --- sources ------------------------------------------------------------------------------------------------------

    def _numbers_of(self, sentences: Iterable[Sentence]) -> tuple[int, ...]:
        """The numbers of the articles, or of the works that the sentences themselves cite."""
        found = set[int]()
        for sentence in sentences:
            numbers = self._sources.numbers((sentence,))
            if not sentence.exact:
                self._of_articles[numbers[0]] = self.article_path(self._articles[sentence.article])
            found.update(numbers)
        return tuple(sorted(found))

    def work(self, work: Citation) -> int:
        """The number of a work that a digest cites."""
        return self._sources.work(work)
