"""The pages of a library, and what they are made of: they are kept until a command changes what they rest on."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from models.library.finder import Finder
from models.library.names import Names
from models.library.shelving import Shelf
from models.library.texts import reader
from models.library.told import Told
from models.library.view import View
from models.pages.articles import ArticlesPage, ReaderPage, articles_page
from models.pages.comparing import ComparedPage, compared_page
from models.pages.countries import CountriesPage, CountryPage, countries_page, country_page
from models.pages.evidence import EvidencePage, evidence_page
from models.pages.lines import Line, lines, of_age
from models.pages.resources import CommodityPage, ResourcesPage, commodity_page, resources_page
from models.pages.routes import RoutePage, RoutesPage, route_page, routes_page
from models.records import Note

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from models.catalog import Catalog
    from models.library.knowledge import Knowledge
    from models.pages.decisions import DecisionsPage
    from models.pages.geopolitics import GeopoliticsPage
    from models.pages.history import HistoryPage
    from models.phrases import Phrases
    from models.records import PartialDate, Statement
    from models.store import Store


class Pages:
    """What the window, briefs and web pages show of a library, each page made when it is first asked for.

    What puts statements together and into words is loaded when a page is made that is not at hand.
    """

    def __init__(
        self, folder: Path, store: Store, catalog: Catalog, resources: Path, finder: Finder | None = None
    ) -> None:
        self.folder = folder
        self.catalog = catalog
        self._resources = resources
        self._language, self._today = "en", ""
        self._begin(store, finder)

    def countries(self) -> CountriesPage:
        return self._view.page(
            ("countries",),
            lambda: countries_page(self.catalog, self._phrases, self._knowledge.touched(), self._store.notes()),
        )

    def country(self, code: str) -> CountryPage:
        """The profile of a country or group; one without sections when nothing is known."""
        return self._view.page(
            ("country", code),
            lambda: country_page(code, self._knowledge.about(code), self.catalog, self._phrases, self.notes(code)),
        )

    def compared(self, older: str = "", today: PartialDate = "", shelf: str = "") -> ComparedPage:
        """The region's countries side by side; limited as the matrix is."""
        day = date.fromisoformat(today) if older else date.min
        return self._view.page(
            _key("compared", older, today, shelf),
            lambda: compared_page(
                {code: self._shelf(shelf, today).about(code) for code in self.catalog.region.members},
                self.catalog,
                self._phrases,
                older,
                day,
                sifted=bool(older or shelf),
            ),
        )

    def resources(self, older: str = "", today: PartialDate = "", shelf: str = "") -> ResourcesPage:
        """The matrix, of statements within a limit of models.pages.ages.LIMITS, counted from this day, and from a shelf
        of models.pages.shelves.SHELVES."""
        day = date.fromisoformat(today) if older else date.min
        return self._view.page(
            _key("resources", older, today, shelf),
            lambda: resources_page(
                self._knowledge.all(),
                self.catalog,
                self._phrases,
                older,
                day,
                self._shelf(shelf, today) if shelf else None,
            ),
        )

    def commodity(self, commodity: str) -> CommodityPage:
        return self._view.page(
            ("commodity", commodity),
            lambda: commodity_page(
                commodity, self._knowledge.about(commodity), self.catalog, self._phrases, self.notes(commodity)
            ),
        )

    def routes(self, older: str = "", today: PartialDate = "", shelf: str = "") -> RoutesPage:
        """All routes; how much is told of each counts what is within a limit of models.pages.ages.LIMITS, and from a
        shelf of models.pages.shelves.SHELVES."""
        return self._view.page(
            _key("routes", older, today, shelf),
            lambda: routes_page(self._told_of_routes(older, today, shelf), self.catalog, self._phrases),
        )

    def route(self, route: str) -> RoutePage:
        return self._view.page(
            ("route", route),
            lambda: route_page(route, self._knowledge.about(route), self.catalog, self._phrases, self.notes(route)),
        )

    def geopolitics(self, older: str = "", today: PartialDate = "", shelf: str = "") -> GeopoliticsPage:
        """All dealings, of statements within a limit of models.pages.ages.LIMITS, counted from this day, and from a
        shelf of models.pages.shelves.SHELVES."""
        from models.pages.geopolitics import geopolitics_page  # needs what puts statements together

        day = date.fromisoformat(today) if older else date.min
        return self._view.page(
            _key("geopolitics", older, today, shelf),
            lambda: geopolitics_page(
                of_age(self._shelf(shelf, today).statements(), older, day, self._phrases), self.catalog, self._phrases
            ),
        )

    def articles(self) -> ArticlesPage:
        return self._view.page(
            ("articles",),
            lambda: articles_page(self._knowledge.articles.values(), self._store.claims_by_article()),
        )

    def reader(self, article_id: str) -> ReaderPage:
        """The article to read; without text, and with the problem told, when it cannot be had."""
        return self._view.page(
            ("reader", article_id), lambda: reader(article_id, self._store, self._knowledge, self._phrases)
        )

    def evidence(self, statement_id: str) -> EvidencePage:
        """The sentences of a statement. Raises KeyError for one that is not (or no longer) there."""
        return self._view.page(("evidence", statement_id), lambda: self._evidence(statement_id))

    def history(self, statement_id: str) -> HistoryPage:
        """Every value of the series that a statement belongs to. Raises KeyError for one that is not there."""
        from models.pages.history import history_page  # asked for one statement at a time

        return self._view.page(
            ("history", statement_id),
            lambda: history_page(self._knowledge.series(self.statement(statement_id)), self.catalog, self._phrases),
        )

    def decisions(self) -> DecisionsPage:
        """What the user decided about claims and values, the last first."""
        from models.pages.decisions import decisions_page  # seldom asked for

        verdicts = self._store.verdicts()
        claims = Told(self._store, self.catalog).named([verdict.target for verdict in verdicts])
        self._finder.catch_up()  # the families are asked of it
        told = self._knowledge.of_claims([claim.id for claim in claims], self._finder.families) if claims else {}
        return decisions_page(verdicts, claims, told, self._knowledge.articles, self._phrases)

    def lines(self, statement_ids: Iterable[str]) -> tuple[Line, ...]:
        """The statements of these ids in words, in that order; unknown ids are left out."""
        found = (self._knowledge.statement(statement_id) for statement_id in statement_ids)
        return lines(filter(None, found), self._phrases)

    def shelved(self, statement_ids: Iterable[str], shelf: str, today: PartialDate) -> frozenset[str]:
        """Those of the statements that an article on a shelf of models.pages.shelves.SHELVES has a part in."""
        return self._shelf(shelf, today).of(statement_ids)

    def statement(self, statement_id: str) -> Statement:
        """The statement of an id. Raises KeyError for one that is not (or no longer) there."""
        found = self._knowledge.statement(statement_id)
        if found is None:
            raise KeyError(statement_id)
        return found

    def notes(self, subject: str | None = None) -> tuple[Note, ...]:
        """The notes on a subject, or all; the last changed first."""
        found = [note for note in self._store.notes() if subject in (None, note.subject)]
        return tuple(sorted(found, key=lambda note: note.changed, reverse=True))

    # --- inside -------------------------------------------------------------------------------------------------------

    def _begin(self, store: Store, finder: Finder | None = None) -> None:
        """Answer from this store, with nothing worked out yet."""
        self._store = store
        self._view = View(store, self.catalog)
        self._finder = finder or Finder(store, self.catalog, self.folder, lambda claim: self._undated.claim(claim))
        self._names = Names(store, self.catalog)

    @property
    def _knowledge(self) -> Knowledge:
        return self._view.knowledge

    @cached_property
    def _phrases(self) -> Phrases:
        from models.phrases import Phrases

        return Phrases(self.catalog, self._language, self._resources / "phrases", self._today)

    @cached_property
    def _undated(self) -> Phrases:
        """The words that statements are found by: the same on every day, so that they are indexed once."""
        from models.phrases import Phrases

        return Phrases(self.catalog, self._language, self._resources / "phrases")

    def _shelf(self, shelf: str, today: PartialDate) -> Shelf:
        return Shelf(shelf, today, self._knowledge)

    def _told_of_routes(self, older: str, today: PartialDate, shelf: str) -> dict[str, int]:
        counts = self._knowledge.routes()
        if not (older or shelf):
            return counts
        kept = of_age(self._shelf(shelf, today).statements(), older, date.fromisoformat(today), self._phrases)
        return {route: sum(route in statement.topics for statement in kept) for route in counts}

    def _evidence(self, statement_id: str) -> EvidencePage:
        knowledge = self._knowledge
        told = (self.statement(statement_id), self._phrases, knowledge.articles, knowledge.decisions())
        return evidence_page(*told, self.catalog)


def _key(page: str, older: str, today: PartialDate, shelf: str) -> tuple[str, ...]:
    """What a page is kept by; the whole one needs no day."""
    return (page, older, today, shelf) if older or shelf else (page,)
