"""The Countries tab: the list of countries, one country's profile, and the notes on it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from models.pages.countries import CountriesPage, CountryPage, CountryRow
from ui.flow import Flow
from ui.session import Place, Session
from ui.tabs.tab import SubjectTab
from ui.theme import SPACE
from ui.widgets.age_filter import AgeFilter
from ui.widgets.field import Field
from ui.widgets.labels import heading, muted
from ui.widgets.legible import BETWEEN, legible
from ui.widgets.menus import offer
from ui.widgets.notes import NotesPanel
from ui.widgets.panes import fill, panes
from ui.widgets.rows import Part, Row, RowList
from ui.widgets.shelf_filter import KEYS, ShelfFilter
from ui.widgets.statements import StatementList


class CountriesTab(SubjectTab):
    """Countries left, profile in the middle, notes right."""

    kind = "country"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._page: CountryPage | None = None
        self._build()
        self._lay_out()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        self._countries = RowList(self.session, "Countries")
        self._name = heading(scale=1.6)
        self._local = muted()
        self._counts = muted(wrap=False)
        self._filter = Field("Filter these statements")
        self._shelf = ShelfFilter(self.session)
        self._age = AgeFilter(self.session)
        self._statements = StatementList(self.session, "Statements on this country")
        self._notes = NotesPanel(self.session)
        self.setFocusProxy(self._countries)

    def _lay_out(self) -> None:
        head = Flow()
        head.add(self._name, grows=True)
        head.add(self._counts)
        line = Flow()
        line.add(self._local, grows=True)
        line.add(self._shelf)
        line.add(self._age)
        line.add(self._filter)
        profile = QWidget()
        box = QVBoxLayout(profile)
        box.setContentsMargins(2 * SPACE, SPACE, SPACE, 0)
        box.setSpacing(SPACE // 2)
        box.addLayout(head)
        box.addLayout(line)
        box.addWidget(self._statements, 1)
        self.splitter = panes((self._countries, 0), (profile, 3), (self._notes, 1), sizes=(210, 680, 340))
        fill(self, self.splitter)

    def _connect(self) -> None:
        self._countries.chosen.connect(self._on_country_chosen)
        self._countries.moved.connect(self._on_country_chosen)
        self._filter.textChanged.connect(self._statements.set_filter)
        self._statements.counted.connect(self._on_counted)
        self._statements.statement_selected.connect(self.statement_selected)
        offer(self, "Filter these statements", "Ctrl+Shift+F", self._filter.setFocus)
        offer(self, "Filter by age", "Ctrl+Shift+G", self._age.showPopup)
        offer(self, "Filter by article", KEYS, self._shelf.showPopup)

    @override
    def _show_pages(self) -> None:
        page = self.session.library.countries()
        self._list_countries(page)
        code = self._page.code if self._page else (page.rows[0].code if page.rows else "")
        if code:
            self._show(code)

    @override
    def subject(self) -> str:
        """The country shown, for printing."""
        return self._page.code if self._page else ""

    def filter_words(self) -> str:
        """The words by which the statements are filtered."""
        return self._filter.text()

    @override
    def _show(self, code: str) -> None:
        other = self._page is None or self._page.code != code
        page = self.session.library.country(code)
        self._page = page
        self._countries.select(code)
        self._name.setText(page.name)
        names = BETWEEN.join(name for name in page.local_names if name != page.name)
        self._local.setText(legible(names, self._local.font()))
        if other:
            self._filter.clear()
        self._statements.set_sections(page.sections)
        if other:
            self._statements.scrollToTop()
        self._notes.show_subject(code, page.name)

    def _on_counted(self, shown: int, every: int) -> None:
        articles = _many(self._page.articles, "article") if self._page else ""
        some = f"{shown} of {_many(every, 'statement')}"
        told = f"{_many(every, 'statement')} from {articles}" if shown == every else some
        self._counts.setText(told if every else "")

    def _on_country_chosen(self, code: object) -> None:
        if self._page is None or code != self._page.code:
            self.place_requested.emit(Place("country", str(code)))

    @override
    def _count_notes(self) -> None:
        self._list_countries(self.session.library.countries())

    def _list_countries(self, page: CountriesPage) -> None:
        self._countries.set_rows(tuple(_rows(page, self.session.catalog.region.name)))


def _rows(page: CountriesPage, region: str) -> Iterator[Row]:
    """The countries under two headings, each with its own names and the number of notes on it."""
    for inside, title in ((True, region), (False, "Partners")):
        rows = [row for row in page.rows if row.in_region is inside]
        if rows:
            yield Row(title, (Part(title, bold=True),), heading=True)
        yield from (_row(row) for row in rows)


def _row(row: CountryRow) -> Row:
    names = BETWEEN.join(name for name in row.local_names if name != row.name)
    parts = [Part(row.name, one_line=True)]
    if names:
        parts.append(Part(names, small=True, muted=True, names=True))
    return Row(row.code, tuple(parts), aside=_many(row.notes, "note") if row.notes else "")


def _many(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
