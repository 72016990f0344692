"""The Geopolitics tab: who deals with whom, when what happened, who promised what, and what sources dispute."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from PySide6.QtWidgets import (
    QApplication,
    QPushButton,
    QStackedWidget,
    QWidget,
)
from typing_extensions import override

from models.pages.geopolitics import GeopoliticsPage, each_dispute_once
from models.pages.lines import Line, Section
from models.records import Kind
from ui.flow import Flow
from ui.session import Place, Session
from ui.tabs.tab import Tab
from ui.theme import Theme
from ui.views.deck import Deck
from ui.views.geo_tables import CommitmentTable, EventTable, LinkTable
from ui.views.links import LinksView
from ui.views.timeline import TimelineView
from ui.views.twin import Twin
from ui.widgets.age_filter import AgeFilter
from ui.widgets.field import Field
from ui.widgets.labels import empty, heading
from ui.widgets.limits import none_left
from ui.widgets.menus import offer
from ui.widgets.panes import fill, headed, panes
from ui.widgets.shelf_filter import KEYS, ShelfFilter
from ui.widgets.statements import StatementList

LINKS, TIMELINE, COMMITMENTS, CONTESTED = range(4)
NO_LINKS = "No dealings between countries in your articles yet."
NO_EVENTS = "No dated events in your articles yet."
NO_COMMITMENTS = "No commitments in your articles yet."
NO_CONTEST = "Your sources do not disagree on anything yet."
DEALINGS = "Dealings between states"
TOPICS = {Kind.RESOURCE: "Resources", Kind.ROUTE: "Transport routes", Kind.PROFILE: "Key figures"}
"""Under which heading contested statements stand that are about no dealings."""

TITLES = {LINKS: "All dealings", TIMELINE: "All events", COMMITMENTS: "All commitments", CONTESTED: "Contested"}


class GeopoliticsTab(Tab):
    """A picture or table on the left, one of four; on the right the statements it stands for."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._page: GeopoliticsPage | None = None
        self._fuller: dict[str, str] = {}
        self._build()
        self._lay_out()
        self._connect()
        self.refresh()

    # --- build, lay out, connect -----------------------------------------------------------------------------------

    def _build(self) -> None:
        theme = self.session.theme
        self._links = LinksView(theme)
        self._link_table = LinkTable("Who deals with whom, as a table")
        self._timeline = TimelineView(theme)
        self._event_table = EventTable("Events, as a table")
        self._commitment_table = CommitmentTable("Commitments")
        self._contested = StatementList(self.session, "Contested statements")
        self._heading = heading(scale=1.15)
        self._all = QPushButton("Show all")
        self._age = AgeFilter(self.session)
        self._age_there = AgeFilter(self.session)
        self._shelf = ShelfFilter(self.session)
        self._shelf_there = ShelfFilter(self.session)
        self._filter = Field("Filter by country or topic")
        self._no_commitments = empty(NO_COMMITMENTS)
        self._statements = StatementList(self.session, "Statements")
        self.setFocusProxy(self._statements)

    def _lay_out(self) -> None:
        self._link_twin = Twin("", self._links, self._link_table)
        self._time_twin = Twin("", self._timeline, self._event_table)
        self._commitments = _or_words(self._commitment_table, self._no_commitments)
        self._contest = _or_words(self._contested, empty(NO_CONTEST))
        pages = (
            ("Who deals with whom", self._link_twin),
            ("Timeline", self._time_twin),
            ("Commitments", self._commitments),
            ("Contested", self._contest),
        )
        self._deck = Deck("Geopolitics", pages)
        self._deck.set_aside(LINKS, self._link_twin.switch)
        self._deck.set_aside(TIMELINE, self._time_twin.switch)
        self._deck.set_aside(CONTESTED, self._filters())  # there is nothing beside that page
        self._beside = headed(self._statements, self._heading, self._shelf, self._age, self._all, growing=self._heading)
        self.splitter = panes((self._deck, 3), (self._beside, 2), sizes=(850, 430))
        fill(self, self.splitter)

    def _filters(self) -> QWidget:
        filters = QWidget()
        row = Flow(filters)
        row.add(self._shelf_there)
        row.add(self._age_there)
        row.add(self._filter)
        return filters

    def _connect(self) -> None:
        self._deck.switch.switched.connect(self._on_page_switched)
        self._links.links_chosen.connect(self._on_links_chosen)
        self._link_table.fact_chosen.connect(self._on_link_row_chosen)
        for picture in (self._timeline.moment_chosen, self._event_table.fact_chosen):
            picture.connect(self._on_statement_chosen)
        self._commitment_table.fact_chosen.connect(self._on_statement_chosen)
        self._filter.textChanged.connect(self._contested.set_filter)
        self._contested.counted.connect(lambda shown, _: self._deck.count(CONTESTED, shown))
        self._contested.statement_selected.connect(self.statement_selected)
        self._statements.statement_selected.connect(self._on_line_selected)
        self._all.clicked.connect(lambda: self._show_all())
        self._offer()
        self.session.older_changed.connect(self._show_limited)
        self.session.shelf_changed.connect(self._show_limited)
        self.session.theme_changed.connect(self._on_theme_changed)

    def _offer(self) -> None:
        offer(self, "Picture or table", "Ctrl+T", self._turn)
        offer(self, "Filter what is contested", "Ctrl+Shift+F", self._filter_contested)
        offer(self, "Filter by age", "Ctrl+Shift+G", self._choose_age)
        offer(self, "Filter by article", KEYS, self._choose_shelf)
        offer(self, "Show all statements", "Ctrl+Shift+A", self._show_all)
        offer(self, "All partners or the busiest", "Ctrl+Shift+P", self._links.turn_whole)
        for number, words in enumerate(self._deck.names()):
            offer(self, words, f"Alt+{number + 1}", partial(self._deck.enter, number))

    def _choose_age(self) -> None:
        (self._age_there if self._deck.current() == CONTESTED else self._age).showPopup()

    def _choose_shelf(self) -> None:
        (self._shelf_there if self._deck.current() == CONTESTED else self._shelf).showPopup()

    def _filter_contested(self) -> None:
        self._deck.choose(CONTESTED)
        self._filter.setFocus()

    def _turn(self) -> None:
        twins = {LINKS: self._link_twin, TIMELINE: self._time_twin}
        if self._deck.current() in twins:
            twins[self._deck.current()].turn()

    # --- show ------------------------------------------------------------------------------------------------------

    @override
    def _show_pages(self) -> None:
        page = self.session.library.geopolitics()
        self._page = page
        self._links.know(page)
        self._show_limited()
        disputes = each_dispute_once(page.contested)
        self._contested.set_sections(tuple(_by_topic(disputes)))
        self._contest.setCurrentIndex(0 if disputes else 1)
        self._show_all()

    def filter_words(self) -> str:
        """The words by which what is contested is filtered, while that is shown."""
        return self._filter.text() if self._deck.current() == CONTESTED else ""

    def show_place(self, place: Place) -> None:
        """Show the dealings of an actor, or a statement."""
        self.be_fresh()
        if place.kind == "statement":
            self._on_statement_shown(place.id)
        elif place.kind in ("actor", "country") and self._page is not None:
            self._deck.choose(LINKS)
            pairs = [(link.a, link.b) for link in self._page.links if place.id in (link.a, link.b)]
            self._show_pairs(pairs, self.session.catalog.name(place.id))

    def lists(self, statement: str) -> bool:
        """Whether a statement is among those of the page shown."""
        return (self._contested if self._deck.current() == CONTESTED else self._statements).holds(statement)

    def _show_lines(self, title: str, lines: tuple[Line, ...], *, some: bool) -> None:
        other = title != self._heading.text()
        self._heading.setText(title)
        self._all.setVisible(some)
        self._statements.set_lines(lines)
        if other:
            self._statements.scrollToTop()

    def _show_limited(self) -> None:
        """Pictures and tables of what is within the limits."""
        session = self.session
        page = session.library.geopolitics(session.older, session.today.isoformat(), session.shelf)
        self._links.set_page(page, {code: place for place, code in enumerate(self.session.catalog.region.members)})
        self._link_table.set_page(page)
        self._timeline.set_moments(page.timeline, [(lane.code, lane.name) for lane in page.lanes])
        self._event_table.set_moments(page.timeline[::-1])
        none = none_left(session)
        self._link_twin.say("" if page.links else none or NO_LINKS)
        self._time_twin.say("" if page.timeline else none or NO_EVENTS)
        self._no_commitments.setText(none or NO_COMMITMENTS)
        self._show_commitments(page)

    def _show_commitments(self, page: GeopoliticsPage) -> None:
        """The commitments in the table; those that another one says as well are found in its row."""
        aged = {row.line.statement: row for row in page.commitments}
        self._fuller = {key: row.within for key, row in aged.items() if row.within in aged}
        rows = [row for key, row in aged.items() if key not in self._fuller]
        self._commitment_table.set_rows(rows, self.session.today)
        self._commitments.setCurrentIndex(0 if rows else 1)
        self._deck.count(COMMITMENTS, len(rows))

    def _show_all(self) -> None:
        """The statements that the page on the left stands for."""
        page = self._page
        if page is None:
            return
        self._links.choose(())
        self._mark_pairs()
        number = self._deck.current()
        wanted = {
            LINKS: [identity for link in page.links for identity in link.statements],
            TIMELINE: [moment.statement for moment in reversed(page.timeline)],  # the picture begins at that end, too
            COMMITMENTS: [row.line.statement for row in page.commitments],
            CONTESTED: [line.statement for line in each_dispute_once(page.contested)],
        }[number]
        found = self._lines(wanted)
        self._show_lines(TITLES[number], _newest_first(found) if number == LINKS else found, some=False)

    def _show_pairs(self, pairs: list[tuple[str, str]], title: str) -> None:
        links = [link for link in self._page.links if (link.a, link.b) in pairs] if self._page else []
        self._links.choose([(link.a, link.b) for link in links])
        self._mark_pairs()
        ids = [identity for link in links for identity in link.statements]
        self._show_lines(title, _newest_first(self._lines(ids)), some=bool(ids))

    def _lines(self, ids: list[str]) -> tuple[Line, ...]:
        """The lines of these statements, each once; those of the page need not be asked for again."""
        known = {line.statement: line for line in (*self._page.lines, *self._page.contested)} if self._page else {}
        wanted = list(dict.fromkeys(ids))
        missing = [identity for identity in wanted if identity not in known]
        known |= {line.statement: line for line in self.session.library.lines(missing)} if missing else {}
        return tuple(known[identity] for identity in wanted if identity in known)

    # --- news ------------------------------------------------------------------------------------------------------

    def _on_page_switched(self, number: int) -> None:
        self._show_all()
        focus = QApplication.focusWidget()
        self.setFocusProxy(self._contested if number == CONTESTED else self._statements)
        if focus is not None and self.isAncestorOf(focus) and not self._deck.switch.isAncestorOf(focus):
            self.setFocus()  # what had the keyboard may be hidden now
        self._beside.setVisible(number != CONTESTED)
        self.turned.emit()

    def _mark_pairs(self) -> None:
        """The table marks what stands out in the picture."""
        self._link_table.mark({f"{first} {second}" for first, second in self._links.chosen()})

    def _on_links_chosen(self, title: str, ids: tuple[str, ...]) -> None:
        self._mark_pairs()
        if ids:
            self._show_lines(title, _newest_first(self._lines(list(ids))), some=True)
        else:
            self._show_all()
        self.turned.emit()

    def _on_link_row_chosen(self, key: str) -> None:
        first, _, second = key.rpartition(" ")  # a body may be called by several words
        name = self.session.catalog.name
        self._show_pairs([(first, second)], f"{name(first)} \N{EN DASH} {name(second)}")
        self.turned.emit()

    def _on_statement_chosen(self, statement: str) -> None:
        self._statements.select(statement)
        self.statement_selected.emit(statement)

    def _on_statement_shown(self, statement: str) -> None:
        """Mark a statement wherever it is shown."""
        self._statements.select(statement)
        self._timeline.choose(statement)
        self._event_table.select(statement)
        self._commitment_table.select(self._fuller.get(statement, statement))
        self._contested.select(statement)

    def _on_line_selected(self, statement: str) -> None:
        self._timeline.choose(statement)
        self._event_table.select(statement)
        self._commitment_table.select(self._fuller.get(statement, statement))
        self.statement_selected.emit(statement)

    def _on_theme_changed(self, theme: Theme) -> None:
        self._links.set_theme(theme)
        self._timeline.set_theme(theme)


def _newest_first(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines by their time as it stands beside them; last those without one, and ties that are only told anew."""
    newest = sorted(lines, key=lambda line: line.as_of.date if line.as_of else "", reverse=True)
    return tuple(sorted(newest, key=lambda line: line.kind is Kind.RELATION and not _is_own(line)))


def _is_own(line: Line) -> bool:
    """Whether the time is one that the line tells itself."""
    return line.as_of is not None and not line.as_of.told


def _or_words(page: QWidget, words: QWidget) -> QStackedWidget:
    """A page, or these words while it would be empty."""
    stack = QStackedWidget()
    stack.addWidget(page)
    stack.addWidget(words)
    stack.setFocusProxy(page)
    return stack


def _by_topic(lines: Sequence[Line]) -> Iterator[Section]:
    """What is contested under headings, the dealings of states first; without headings where there is one topic."""
    topics = [
        (title, tuple(line for line in lines if TOPICS.get(line.kind, DEALINGS) == title))
        for title in (DEALINGS, *dict.fromkeys(TOPICS.values()))
    ]
    found = [(title, chosen) for title, chosen in topics if chosen]
    yield from (Section(title, title if len(found) > 1 else "", chosen) for title, chosen in found)
