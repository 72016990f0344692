"""The Transport routes tab: the map, the list of routes, and all that is known of the chosen one."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from models.catalog import RESOURCES
from models.catalog.outlines import read_outlines
from models.pages.ages import dated
from models.pages.routes import RoutePage, RouteRow, RoutesPage
from models.records import Problem
from ui.flow import Flow
from ui.session import Place, Session
from ui.tabs.tab import SubjectTab
from ui.theme import Theme
from ui.views.basemap import basemap_of
from ui.views.chart_plan import in_symbols
from ui.views.deck import Deck
from ui.views.figure_table import FigureTable
from ui.views.map import MapView
from ui.views.route_table import LegTable, NetworkTable
from ui.views.twin import Twin
from ui.widgets.age_filter import AgeFilter
from ui.widgets.column import Column
from ui.widgets.labels import OneLine, Plain, empty, heading, muted
from ui.widgets.menus import offer
from ui.widgets.notes import NotesPanel
from ui.widgets.panes import BELOW, fill, panes
from ui.widgets.rows import Part, Row, RowList
from ui.widgets.shelf_filter import KEYS, ShelfFilter
from ui.widgets.statements import StatementList

OUTLINES = RESOURCES / "map" / "outlines.json"
MOST = 12
FORMED = "Names formed, not attested in any text"
STATEMENTS, LEGS, FIGURES, SOURCES, NOTES = range(5)


class RoutesTab(SubjectTab):
    """Routes left with the chosen one's details under them, the map on the right."""

    kind = "route"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._route: RoutePage | None = None
        self._stop = ""  # the place on the map that was clicked last
        self._build()
        self._lay_out()
        self._connect()
        self.refresh()

    # --- build, lay out, connect -----------------------------------------------------------------------------------

    def _build(self) -> None:
        catalog = self.session.catalog
        outlines = read_outlines(OUTLINES)
        self._map: MapView | None = None
        self._problem = ""
        if isinstance(outlines, Problem):
            self._problem = outlines.reason
        else:
            self._map = MapView(basemap_of(outlines, catalog.name, catalog.region.members), self.session.theme)
        self._network = NetworkTable("All routes leg by leg")
        self._routes = RowList(self.session, "Transport routes")
        self._name = heading(scale=1.25)
        self._shelf = ShelfFilter(self.session)
        self._age = AgeFilter(self.session)
        self._kind = muted()
        self._branches = Plain()
        self._crossed = Plain()
        self._avoided = Plain()
        self._aliases = OneLine()
        self._statements = StatementList(self.session, "Statements on this route")
        self._legs = LegTable("Legs of this route")
        self._figures = FigureTable("Figures of this route", whose="Route")
        self._figures.setColumnHidden(0, True)  # the route is named above
        self._sources = RowList(self.session, "Where the line comes from")
        self._notes = NotesPanel(self.session)
        self.setFocusProxy(self._routes)

    def _lay_out(self) -> None:
        self._deck = Deck(
            "Show",
            (
                ("Statements", self._statements),
                ("Legs", self._legs),
                ("Volumes", self._figures),
                ("Sources", self._sources),
                ("Notes", self._notes),
            ),
        )
        picture = self._map if self._map is not None else empty(self._problem)
        self._twin = Twin("Transport routes", picture, self._network, picture_name="Map")
        left = panes((self._routes, 1), (self._details(), 2), sizes=(270, 410), orientation=BELOW)
        self.splitter = panes((left, 0), (self._twin, 1), sizes=(410, 870))
        fill(self, self.splitter)

    def _details(self) -> QWidget:
        head = Flow()
        head.add(self._name, grows=True)
        head.add(self._shelf)
        head.add(self._age)
        lines = (self._kind, self._branches, self._crossed, self._avoided, self._aliases)
        labels = (self._kind, self._branches, self._aliases, self._crossed, self._avoided)
        return Column(head, labels, lines, self._deck)

    def _connect(self) -> None:
        self._routes.chosen.connect(self._on_route_chosen)
        self._routes.moved.connect(self._on_route_chosen)
        self._network.fact_chosen.connect(self._on_route_chosen)
        self._statements.counted.connect(lambda shown, _: self._deck.count(STATEMENTS, shown))
        self._statements.statement_selected.connect(self.statement_selected)
        self._figures.fact_chosen.connect(self._on_figure_chosen)
        if self._map is not None:
            self._map.route_chosen.connect(self._on_leg_chosen)
            self._map.stop_chosen.connect(self._on_stop_chosen)
            self._map.country_chosen.connect(lambda code: self.place_requested.emit(Place("country", code)))
        self._offer()
        self.session.older_changed.connect(self._on_limits_changed)
        self.session.shelf_changed.connect(self._on_limits_changed)
        self.session.theme_changed.connect(self._on_theme_changed)

    def _offer(self) -> None:
        offer(self, "Map or table", "Ctrl+T", self._twin.turn)
        if self._map is not None:
            offer(self, "Show the whole map", "Ctrl+Shift+A", self._map.show_everything)
            offer(self, "Show the region", "Ctrl+Shift+H", self._map.show_home)
        offer(self, "Filter by age", "Ctrl+Shift+G", self._age.showPopup)
        offer(self, "Filter by article", KEYS, self._shelf.showPopup)
        for number, words in enumerate(self._deck.names()):
            offer(self, words, f"Alt+{number + 1}", partial(self._deck.enter, number))

    # --- show ------------------------------------------------------------------------------------------------------

    @override
    def _show_pages(self) -> None:
        page = self._list_routes()
        self._network.set_routes(page.rows)
        if self._map is not None:
            self._map.set_routes(page.rows, page.places)
        shown = self._route.id if self._route else ""
        known = [row.id for row in page.rows]
        if known:
            self._show(shown if shown in known else known[0], go_there=False)

    def _list_routes(self) -> RoutesPage:
        """All routes, each with how many statements on it are within the limits."""
        session = self.session
        page = session.library.routes(session.older, session.today.isoformat(), session.shelf)
        self._routes.set_rows([_row(row) for row in page.rows])
        return page

    @override
    def subject(self) -> str:
        """The route shown, for printing."""
        return self._route.id if self._route else ""

    @override
    def _turn_to_notes(self) -> None:
        self._deck.choose(NOTES)

    @override
    def _count_notes(self) -> None:
        self._deck.count(NOTES, len(self.session.library.notes(self.subject())))

    @override
    def _show(self, route: str, *, go_there: bool = True) -> None:
        page = self.session.library.route(route)
        self._route = page
        self._routes.select(route)
        if self._map is not None:
            self._map.choose(route, go_there=go_there)
        self._network.select(route)
        self._name.setText(page.name)
        when = dated(page.as_of, self.session.today) if page.as_of else ""
        since = f"in use since {page.opened}" if page.opened else f"works began {page.begun}" if page.begun else ""
        self._kind.setText(" \N{MIDDLE DOT} ".join(filter(None, (page.kind, page.status, when, since))))
        _tell(self._branches, "But", page.branches)
        self._aliases.tell("Also", page.aliases, (FORMED, page.formed))
        _tell(self._crossed, "Crosses", (*page.crossed, *page.only))
        _tell(self._avoided, "Avoids", page.avoided)
        self._statements.set_lines(page.lines)
        self._legs.set_legs(page.legs)
        symbols = {unit.id: unit.symbol for unit in self.session.catalog.units.values()}
        today = self.session.today
        figures = self._within(page.figures)
        self._figures.set_figures(in_symbols(figures, symbols), today)
        self._sources.set_rows([Row(source, (Part(source),)) for source in page.sources])
        self._notes.show_subject(page.id, page.name)
        self._count(page, len(figures))

    def _count(self, page: RoutePage, figures: int) -> None:
        """How much each page of the deck holds, so that nobody opens an empty one in vain; volumes by their age."""
        counts = {
            STATEMENTS: len(page.lines),
            LEGS: len(page.legs),
            FIGURES: len(page.figures),
            SOURCES: len(page.sources),
            NOTES: len(page.notes),
        }
        for number, count in (counts | {FIGURES: figures}).items():
            if number != STATEMENTS:  # which the list itself counts
                self._deck.count(number, count)
            self._deck.switch.set_enabled(number, enabled=bool(counts[number]) or number in (STATEMENTS, NOTES))
        if not counts[self._deck.current()]:
            first = next((number for number in (STATEMENTS, LEGS, FIGURES, SOURCES) if counts[number]), STATEMENTS)
            self._deck.choose(first if self._deck.current() != NOTES else NOTES)

    # --- news ------------------------------------------------------------------------------------------------------

    def _on_route_chosen(self, route: object) -> None:
        """From the list or table: the map goes there."""
        self._show(str(route), go_there=True)
        self.place_requested.emit(Place("route", str(route)))

    def _on_leg_chosen(self, route: str) -> None:
        """From the map: it stays where it is."""
        self._stop = ""
        self._mark_place("")
        self._show(route, go_there=False)
        self.place_requested.emit(Place("route", route))

    def _on_stop_chosen(self, stop: str) -> None:
        """The place is marked; the route shown stays if it calls there. Of the routes that do the next one is chosen by
        each further click."""
        again, self._stop = stop == self._stop, stop
        self._mark_place(stop)
        through = self._map.routes_through(stop) if self._map is not None else ()
        if not through:
            return
        shown = self._route.id if self._route else ""
        at = through.index(shown) + again if shown in through else 0
        self._show(through[at % len(through)], go_there=False)
        self.place_requested.emit(Place("route", through[at % len(through)]))

    def _mark_place(self, stop: str) -> None:
        if self._map is not None:
            self._map.choose_place(stop)

    def _on_figure_chosen(self, statement: str) -> None:
        self._statements.select(statement)
        self.statement_selected.emit(statement)

    def _on_limits_changed(self) -> None:
        self._list_routes()
        if self._route is not None:
            self._show(self._route.id, go_there=False)

    def _on_theme_changed(self, theme: Theme) -> None:
        if self._map is not None:
            self._map.set_theme(theme)


def _row(row: RouteRow) -> Row:
    """A route in the list: its name, what it is and how it stands."""
    below = [row.kind, row.status, "" if row.legs else "not on the map"]
    small = Part(" \N{MIDDLE DOT} ".join(filter(None, below)), small=True, muted=True, one_line=True)
    return Row(row.id, (Part(row.name), small), aside=str(row.statements) if row.statements else "")


def _tell(label: Plain, words: str, names: tuple[str, ...], most: int = MOST) -> None:
    """A label that says a list of names, or nothing at all."""
    shown = ", ".join(names[:most]) + (f" and {len(names) - most} more" if len(names) > most else "")
    label.setText(f"{words}: {shown}" if names else "")
    label.setToolTip("\n".join(names) if len(names) > most else "")
