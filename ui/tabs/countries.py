"""The Countries tab: the list of countries, one country's profile, and the notes on it; and the region's compared."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
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
from ui.widgets.limits import none_left
from ui.widgets.menus import offer
from ui.widgets.notes import NotesPanel
from ui.widgets.panes import fill, panes
from ui.widgets.rows import Part, Row, RowList
from ui.widgets.shelf_filter import KEYS, ShelfFilter
from ui.widgets.statements import NO_MATCH, StatementList

if TYPE_CHECKING:
    from ui.views.compared import ComparedTable
    from ui.views.switch import Switch

COMPARED, STATEMENTS = range(2)
NAMES = ("Compared", "Statements")
NOTHING = "No figures of two countries or more in your articles yet."


class CountriesTab(SubjectTab):
    """Countries left, profile in the middle, notes right."""

    kind = "country"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._page: CountryPage | None = None
        self._table: ComparedTable | None = None  # both are made when the countries are first compared
        self._switch: Switch | None = None
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
        self._shown = QStackedWidget()
        self._shown.addWidget(self._statements)
        self._notes = NotesPanel(self.session)
        self.setFocusProxy(self._countries)

    def _lay_out(self) -> None:
        self._head = head = Flow()
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
        box.addWidget(self._shown, 1)
        self.splitter = panes((self._countries, 0), (profile, 3), (self._notes, 1), sizes=(210, 680, 340))
        fill(self, self.splitter)

    def _connect(self) -> None:
        self._countries.chosen.connect(self._on_country_chosen)
        self._countries.moved.connect(self._on_country_chosen)
        self._filter.textChanged.connect(self._on_filter_changed)
        self._statements.counted.connect(self._on_counted)
        self._statements.statement_selected.connect(self.statement_selected)
        offer(self, "Filter these statements", "Ctrl+Shift+F", self._filter.setFocus)
        offer(self, "Filter by age", "Ctrl+Shift+G", self._age.showPopup)
        offer(self, "Filter by article", KEYS, self._shelf.showPopup)
        offer(self, "Compare the countries", "Alt+1", self._compare)
        offer(self, "Statements", "Alt+2", self._go_to_statements)
        self.session.older_changed.connect(self._on_limits_changed)
        self.session.shelf_changed.connect(self._on_limits_changed)

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
        self._put_side_by_side(anew=other)

    @override
    def show_place(self, place: Place) -> None:
        super().show_place(place)
        if place.kind == "statement" and self._is_region() and self._table is not None:
            compared, listed = self._table.choose(place.id), self._statements.holds(place.id)
            if compared is not listed:
                self._turn_to(COMPARED if compared else STATEMENTS)

    @override
    def lists(self, statement: str) -> bool:
        compared = self._table is not None and self._is_region() and self._table.holds(statement)
        return compared or super().lists(statement)

    # --- countries side by side ------------------------------------------------------------------------------------

    def _is_region(self) -> bool:
        """Whether it is the region that is shown: its page begins with its countries side by side."""
        return self.subject() == self.session.catalog.region.id

    def _put_side_by_side(self, *, anew: bool) -> None:
        """Compare the countries on the region's page, which begins with that where it is shown `anew`."""
        if self._is_region():
            session, table = self.session, self._table or self._make_table()
            page = session.library.compared(session.older, session.today.isoformat(), session.shelf)
            table.hint = self._none_left()
            table.set_page(page, session.today)
        if self._switch is not None:
            self._switch.setVisible(self._is_region())
        if anew:
            self._turn_to(COMPARED if self._is_region() else STATEMENTS)

    def _make_table(self) -> ComparedTable:
        from ui.views.compared import ComparedTable  # a start need not wait for either
        from ui.views.switch import Choice, Switch

        self._table = table = ComparedTable("Countries compared", self.session.theme)
        self._shown.insertWidget(COMPARED, table)
        table.statement_selected.connect(self.statement_selected)
        table.country_chosen.connect(self._on_country_chosen)
        self.session.theme_changed.connect(table.set_theme)
        self._switch = Switch("Show", NAMES)
        self._switch.switched.connect(self._on_switched)
        self._head.add(self._switch)
        among = (self._countries, *self._switch.findChildren(Choice), self._shelf)
        for before, after in (*pairwise(among), (self._statements, table)):
            self.setTabOrder(before, after)
        return table

    def _turn_to(self, number: int) -> None:
        if self._switch is not None:
            self._switch.choose(number)

    def _compare(self) -> None:
        """Go to the countries side by side."""
        if not self._is_region():
            self.place_requested.emit(Place(self.kind, self.session.catalog.region.id))
        self._turn_to(COMPARED)
        if self._table is not None:
            self._table.setFocus()

    def _go_to_statements(self) -> None:
        self._turn_to(STATEMENTS)
        self._statements.setFocus()

    def _on_switched(self, number: int) -> None:
        self._shown.setCurrentIndex(number)
        self._counts.setVisible(number == STATEMENTS)

    def _on_limits_changed(self) -> None:
        self._put_side_by_side(anew=False)

    # --- news ------------------------------------------------------------------------------------------------------

    def _on_filter_changed(self, words: str) -> None:
        self._statements.set_filter(words)
        if self._table is not None:
            self._table.hint = self._none_left()
            self._table.set_filter(words)

    def _none_left(self) -> str:
        """Why no figure is there to compare, if so."""
        return NO_MATCH if self._filter.text().strip() else none_left(self.session) or NOTHING

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
        region = self.session.catalog.region
        notes = len(self.session.library.notes(region.id))
        self._countries.set_rows(tuple(_rows(page, region.name, _compared(region.id, notes))))


def _rows(page: CountriesPage, region: str, compared: Row) -> Iterator[Row]:
    """The countries under two headings, each with its own names and the number of notes on it; the region's own behind
    the row that leads to them compared."""
    for inside, title in ((True, region), (False, "Partners")):
        rows = [row for row in page.rows if row.in_region is inside]
        if rows:
            yield Row(title, (Part(title, bold=True),), heading=True)
            yield from (compared,) if inside else ()
        yield from (_row(row) for row in rows)


def _row(row: CountryRow) -> Row:
    names = BETWEEN.join(name for name in row.local_names if name != row.name)
    parts = [Part(row.name, one_line=True)]
    if names:
        parts.append(Part(names, small=True, muted=True, names=True))
    return Row(row.code, tuple(parts), aside=_many(row.notes, "note") if row.notes else "")


def _compared(region: str, notes: int) -> Row:
    parts = (Part("Compared", one_line=True), Part("Countries side by side", small=True, muted=True))
    return Row(region, parts, aside=_many(notes, "note") if notes else "")


def _many(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
