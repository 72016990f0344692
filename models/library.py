"""The one door to everything Oxus knows: queries give pages and records, commands give a Change.

Statements and pages are worked out when asked for and kept until a command changes what they rest on. The window,
the command line and the briefs all go through here; nobody else touches the store.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, TypeVar

from models.records import Change, Problem, Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime
    from pathlib import Path

    from models.catalog import Catalog
    from models.pages.articles import ArticlesPage, ReaderPage
    from models.pages.countries import CountriesPage, CountryPage
    from models.pages.geopolitics import GeopoliticsPage
    from models.pages.lines import EvidencePage, Hit, Line
    from models.pages.resources import CommodityPage, ResourcesPage
    from models.pages.routes import RoutePage, RoutesPage
    from models.records import Decision, Note, Rank, Statement, Step
    from models.store import Store

P = TypeVar("P")


class CheckReport(Record):
    """What `Library.check` found: how many articles and claims were looked at, and every problem, in plain words.

    `orphans` counts claims whose sentence is no longer found exactly.
    """

    articles: int
    claims: int
    statements: int
    notes: int
    orphans: int
    problems: tuple[Problem, ...]

    @property
    def sound(self) -> bool:
        """True when nothing is wrong."""
        return not self.problems and not self.orphans


class Library:
    """The articles, claims, statements, notes and verdicts in one folder, with the catalog that names things."""

    def __init__(self, store: Store, catalog: Catalog, catalog_folders: tuple[Path, ...] = ()) -> None:
        self._store = store
        self.catalog = catalog
        self._catalog_folders = catalog_folders
        self._pages: dict[tuple[str, ...], object] = {}

    @classmethod
    def open(cls, folder: Path, catalog: Catalog | None = None, catalog_folders: tuple[Path, ...] = ()) -> Self:
        """The library in `folder` (made when absent); `read_only` and `problem` tell what is not as it should be."""
        raise NotImplementedError

    @property
    def folder(self) -> Path: ...

    @property
    def read_only(self) -> bool: ...

    @property
    def problem(self) -> Problem | None: ...

    # --- queries: pages ---------------------------------------------------------------------------------------------

    def countries(self) -> CountriesPage: ...

    def country(self, code: str) -> CountryPage: ...

    def resources(self) -> ResourcesPage: ...

    def commodity(self, commodity: str) -> CommodityPage: ...

    def routes(self) -> RoutesPage: ...

    def route(self, route: str) -> RoutePage: ...

    def geopolitics(self) -> GeopoliticsPage: ...

    def articles(self) -> ArticlesPage: ...

    def reader(self, article_id: str) -> ReaderPage: ...

    def evidence(self, statement_id: str) -> EvidencePage: ...

    def lines(self, statement_ids: Iterable[str]) -> tuple[Line, ...]: ...

    def notes(self, subject: str | None = None) -> tuple[Note, ...]: ...

    def statements(self) -> tuple[Statement, ...]: ...

    def search(self, words: str, limit: int = 50) -> tuple[Hit, ...]: ...

    def jump(self, words: str, limit: int = 20) -> tuple[Hit, ...]: ...

    def check(self) -> CheckReport: ...

    # --- long work: steps to be walked by a job, then handed to `add` -------------------------------------------------

    def read(self, paths: Iterable[Path]) -> Iterator[Step]:
        """The steps of reading files and folders; stores nothing. Hand the finished ones to `add`."""
        ...

    def needs_builtin(self) -> bool:
        """True when the built-in articles were never loaded, or another release brought other ones."""
        ...

    def read_builtin(self) -> Iterator[Step]:
        """The steps of reading the built-in articles. Hand them to `add_builtin`."""
        ...

    # --- commands ---------------------------------------------------------------------------------------------------

    def add(self, steps: Iterable[Step]) -> Change:
        """Store what the finished steps gave, in one bulk write."""
        ...

    def add_builtin(self, steps: Iterable[Step]) -> Change:
        """Store the built-in articles in place of those of an earlier release."""
        ...

    def remove_article(self, article_id: str) -> Change: ...

    def save_note(
        self, subject: str, text: str, note_id: str | None = None, now: datetime | None = None
    ) -> tuple[Note, Change]: ...

    def delete_note(self, note_id: str) -> Change: ...

    def restore_note(self, note: Note) -> Change: ...

    def decide(self, claim_id: str, decision: Decision | None) -> Change: ...

    def rank(self, statement_id: str, variant_index: int, rank: Rank) -> Change: ...

    def close(self) -> None: ...

    def _page(self, key: tuple[str, ...], build: Callable[[], P]) -> P: ...
