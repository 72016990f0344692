"""The Resources tab: which country has to do with which commodity, and one commodity's figures and statements."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QComboBox, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from models.pages.lines import Line
from models.pages.listing import in_full, in_short
from models.pages.resources import CommodityPage, ResourcesPage
from ui.flow import Flow
from ui.session import Place, Session
from ui.tabs.tab import SubjectTab
from ui.theme import SPACE, Theme
from ui.views.chart import ChartView
from ui.views.chart_plan import Measure, in_symbols, measures
from ui.views.deck import Deck
from ui.views.figure_table import FigureTable
from ui.views.matrix import MatrixView
from ui.views.matrix_legend import MatrixLegend
from ui.views.switch import Switch
from ui.views.twin import Twin
from ui.widgets.age_filter import AgeFilter
from ui.widgets.labels import empty_yet, heading, muted, tooltip
from ui.widgets.limits import none_left
from ui.widgets.menus import offer
from ui.widgets.notes import NotesPanel
from ui.widgets.panes import BELOW, fill, footed, headed, panes, scrolled
from ui.widgets.shelf_filter import KEYS, ShelfFilter
from ui.widgets.statements import StatementList

NOTHING = "No statements on resources in your articles yet. Import some with File > Import files."
NO_FIGURES = "No figures for {} in your articles yet."
EARLIER = "Earlier years are in the table"


class ResourcesTab(SubjectTab):
    """The matrix above, the chart below it, and on the right what is said of the chosen commodity or cell."""

    kind = "commodity"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._page: ResourcesPage | None = None
        self._commodity: CommodityPage | None = None
        self._country = ""
        self._measures: tuple[Measure, ...] = ()
        self._wanted = ""  # the measure last chosen for this commodity, also while no figure of it is within the limits
        self._build()
        self._lay_out()
        self._connect()
        self.refresh()

    # --- build, lay out, connect -----------------------------------------------------------------------------------

    def _build(self) -> None:
        self._counts = muted(wrap=False)
        self._dots = Switch("Cells as", ("Dots", "Words"))
        self._matrix = MatrixView(self.session.theme)
        self._legend = MatrixLegend(self.session.theme)
        self._chart = ChartView(self.session.theme)
        self._figures = FigureTable("Figures")
        self.units = QComboBox()
        self.units.setAccessibleName("Measure and unit of the chart")
        self.units.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._twin = Twin("", self._chart, self._figures, beside=self.units, picture_name="Chart")
        self._name = heading(scale=1.35)
        self._local = muted()
        self._lists = muted()
        self._all = QPushButton("Show all countries")
        self._shelf = ShelfFilter(self.session)
        self._age = AgeFilter(self.session)
        self._statements = StatementList(self.session, "Statements on this commodity")
        self._notes = NotesPanel(self.session)
        self._deck = Deck("Show", (("Statements", self._statements), ("Notes", self._notes)))
        self._empty = empty_yet(self.session, NOTHING)
        self._stack = QStackedWidget()
        self.setFocusProxy(self._matrix)

    def _lay_out(self) -> None:
        left = panes((self._upper(), 3), (self._twin, 2), sizes=(420, 300), orientation=BELOW)
        self.splitter = panes((scrolled(left), 3), (self._side(), 2), sizes=(840, 440))
        self._stack.addWidget(self.splitter)
        self._stack.addWidget(self._empty)
        fill(self, self._stack)

    def _upper(self) -> QWidget:
        name = heading("Resources by country", scale=1.15)
        tools = (name, self._counts, self._shelf, self._age, self._dots)
        return headed(footed(self._matrix, self._legend), *tools, growing=self._counts)

    def _side(self) -> QWidget:
        head = Flow()
        head.setContentsMargins(SPACE + 4, SPACE, SPACE, 0)
        head.add(self._name, grows=True)
        head.add(self._all)
        side = QWidget()
        box = QVBoxLayout(side)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        for line in (self._local, self._lists):
            line.setContentsMargins(SPACE + 4, SPACE // 2, SPACE, 0)
            box.addWidget(line)
        box.addWidget(self._deck, 1)
        return side

    def _connect(self) -> None:
        for part in (self._matrix, self._legend):
            self._dots.switched.connect(lambda number, part=part: part.set_in_words(bool(number)))
        self._matrix.cell_chosen.connect(self._on_cell_chosen)
        self._matrix.commodity_chosen.connect(lambda commodity: self._on_cell_chosen("", commodity))
        self._matrix.country_chosen.connect(lambda code: self.place_requested.emit(Place("country", code)))
        self.units.currentIndexChanged.connect(self._on_unit_chosen)
        self._twin.switch.switched.connect(self._offer_measures)
        self._all.clicked.connect(self._on_all_clicked)
        self._statements.counted.connect(lambda shown, _: self._deck.count(0, shown))
        self._statements.statement_selected.connect(self.statement_selected)
        self._chart.figure_chosen.connect(self._on_figure_chosen)
        self._figures.fact_chosen.connect(self._on_figure_chosen)
        self._offer()
        self.session.older_changed.connect(self._on_limits_changed)
        self.session.shelf_changed.connect(self._on_limits_changed)
        self.session.theme_changed.connect(self._on_theme_changed)

    def _offer(self) -> None:
        offer(self, "Chart or table", "Ctrl+T", self._twin.turn)
        offer(self, "Dots or words", "Ctrl+D", lambda: self._dots.choose(1 - self._dots.current()))
        offer(self, "What is measured", "Ctrl+Shift+M", self.units.showPopup)
        offer(self, "Filter by age", "Ctrl+Shift+G", self._age.showPopup)
        offer(self, "Filter by article", KEYS, self._shelf.showPopup)
        offer(self, "Show all countries", "Ctrl+Shift+A", self._on_all_clicked)
        for number, words in enumerate(self._deck.names()):
            offer(self, words, f"Alt+{number + 1}", partial(self._deck.enter, number))

    # --- show ------------------------------------------------------------------------------------------------------

    @override
    def _show_pages(self) -> None:
        page = self.session.library.resources()
        self._page = page
        self._stack.setCurrentIndex(0 if page.commodities else 1)
        self._show_cells()
        if page.commodities:
            known = {identity for identity, _ in page.commodities}
            shown = self._commodity.id if self._commodity else ""
            self._show(shown if shown in known else _most_said(page), self._country if shown in known else "")

    @override
    def subject(self) -> str:
        """The commodity shown, for printing."""
        return self._commodity.id if self._commodity else ""

    @override
    def _turn_to_notes(self) -> None:
        self._deck.choose(1)

    @override
    def _show(self, commodity: str, country: str = "") -> None:
        """Show a commodity, and of it only one country's statements if a country is given."""
        self._stack.setCurrentIndex(0)
        page = self.session.library.commodity(commodity)
        other = self._commodity is None or self._commodity.id != commodity
        elsewhere = other or self._country != country
        self._commodity, self._country = page, country
        self._matrix.choose(country, commodity)
        title = page.name[:1].upper() + page.name[1:]
        named = dict(self._page.countries).get(country, "") if self._page else ""
        self._name.setText(f"{named}: {page.name}" if named else title)
        self._all.setVisible(bool(named))
        self._local.setText(" · ".join(page.local_names))
        self._local.setVisible(bool(page.local_names))
        self._lists.setText(in_short(page.lists))
        self._lists.setToolTip(tooltip(in_full(page.lists)))
        self._lists.setVisible(bool(self._lists.text()))
        self._statements.set_lines(self._lines(page, country))
        if elsewhere:
            self._statements.scrollToTop()
        self._notes.show_subject(commodity, page.name)
        self._count_notes()
        self._show_figures(page, keep=not other)

    @override
    def _count_notes(self) -> None:
        count = len(self.session.library.notes(self.subject()))
        self._deck.count(1, count)

    def _show_cells(self) -> None:
        """What is within the limits, and of how many commodities and countries that is."""
        today = self.session.today
        page = self.session.library.resources(self.session.older, today.isoformat(), self.session.shelf)
        self._matrix.set_page(page, self._order(), today)
        self._legend.set_page(page)
        commodities, countries = {cell.commodity for cell in page.cells}, {cell.country for cell in page.cells}
        words = _many(len(commodities), "commodity", "commodities"), _many(len(countries), "country", "countries")
        self._counts.setText(", ".join(words))

    def _lines(self, page: CommodityPage, country: str) -> tuple[Line, ...]:
        if not country or self._page is None:
            return page.lines
        cells = (cell for cell in self._page.cells if (cell.country, cell.commodity) == (country, page.id))
        return self.session.library.lines([identity for cell in cells for identity in cell.statements])

    def _show_figures(self, page: CommodityPage, *, keep: bool) -> None:
        """The measures into the chooser; the one chosen stays if `keep` and it still exists, unless only another has
        figures of the country chosen: what takes its place for a while is not chosen."""
        before = self._wanted if keep else ""
        kept = self._within(page.figures)
        figures = in_symbols(kept, {unit.id: unit.symbol for unit in self.session.catalog.units.values()})
        self._measures = measures(figures)
        quiet = self.units.blockSignals(True)
        self.units.clear()
        self.units.addItems([measure.name for measure in self._measures])
        own = [any(figure.owner == self._country for figure in measure.figures) for measure in self._measures]
        at = max(0, self.units.findText(before))
        self.units.setCurrentIndex(own.index(True) if any(own) and not own[at] else at)
        self.units.blockSignals(quiet)
        limited = self.session.older or self.session.shelf
        self._wanted = before or (self._measures[0].name if self._measures and not limited else "")
        self._offer_measures()
        self._figures.set_figures(figures, self.session.today)
        named = dict(self._page.countries).get(self._country, "") if self._page else ""
        title = f"{page.name[:1].upper()}{page.name[1:]}"
        self._twin.set_title(f"{title}: no figures of {named}" if named and figures and not any(own) else title)
        self._twin.say(
            ""
            if figures
            else none_left(self.session, "No figures are")
            if page.figures
            else NO_FIGURES.format(page.name)
        )
        self._on_unit_changed(self.units.currentIndex())

    def _order(self) -> dict[str, int]:
        """The places of the region's own countries in its order, which give them their colours."""
        return {code: place for place, code in enumerate(self.session.catalog.region.members)}

    def _offer_measures(self) -> None:
        """Let the user choose what the chart shows; the table has all."""
        self.units.setVisible(bool(self._measures) and self._twin.switch.current() == 0)

    # --- news ------------------------------------------------------------------------------------------------------

    def _on_cell_chosen(self, country: str, commodity: str) -> None:
        self._show(commodity, country)
        self.place_requested.emit(Place("commodity", commodity))

    def _on_all_clicked(self) -> None:
        if self._commodity is not None:
            self._show(self._commodity.id)

    def _on_unit_chosen(self, number: int) -> None:
        self._wanted = self.units.itemText(number)
        self._on_unit_changed(number)

    def _on_unit_changed(self, number: int) -> None:
        measure = self._measures[number] if 0 <= number < len(self._measures) else None
        self._chart.set_measure(measure, self._order(), self._country)
        absent = self._absent(measure) if measure is not None and measure.output else ""
        earlier = EARLIER if measure is not None and len(measure.drawn) < len(measure.figures) else ""
        self._twin.set_note(". ".join(filter(None, (absent, earlier))))

    def _absent(self, measure: Measure) -> str:
        """Whose figures the measure lacks of those in the region of whom the commodity is told: none is no zero."""
        page, commodity = self._page, self.subject()
        told = {cell.country for cell in page.cells if cell.commodity == commodity} if page else set()
        told -= {figure.owner for figure in measure.figures}
        names = [name for code, name in page.countries if code in told and code in self._order()] if page else []
        asked = " of what you asked for" if self.session.older or self.session.shelf else ""
        return f"No such figure{asked} in the library: {', '.join(names)}" if names else ""

    def _on_figure_chosen(self, statement: str) -> None:
        if not self._statements.select(statement) and self._commodity is not None:
            self._show(self._commodity.id)
            self._statements.select(statement)
        self.statement_selected.emit(statement)

    def _on_limits_changed(self) -> None:
        self._show_cells()
        if self._commodity is not None:
            self._matrix.choose(self._country, self._commodity.id)
            self._show_figures(self._commodity, keep=True)

    def _on_theme_changed(self, theme: Theme) -> None:
        self._matrix.set_theme(theme)
        self._legend.set_theme(theme)
        self._chart.set_theme(theme)


def _most_said(page: ResourcesPage) -> str:
    """The commodity that most sources speak of."""
    said = dict.fromkeys((identity for identity, _ in page.commodities), 0)
    for cell in page.cells:
        said[cell.commodity] = said.get(cell.commodity, 0) + cell.sources
    return max(said, key=lambda identity: said[identity])


def _many(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
