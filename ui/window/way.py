"""The user's way through the window: to places, to the evidence of statements, and back to how a tab was left."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from models.pages.ages import passes
from ui.session import Place, Session
from ui.widgets.evidence import EvidencePanel
from ui.widgets.tab_pages import TabPages
from ui.window.places import HOME, home_of, place_in, tab_of
from ui.window.sight import Sight

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.tabs.tab import Tab

UNLIMITED = "articles"
"""The tab in which no limit closes evidence: articles are read there."""

KEPT = 50
"""Places from which a search led away that are shown again just as they were."""


class Departure(NamedTuple):
    """How things stood where a search led away: the place, its lists, its evidence, and what opens the search anew."""

    place: Place
    sight: Sight
    evidence: str
    again: Callable[[], None]


class Way(QObject):
    """Shows places in their tabs, and below each tab the evidence that was left open there. `turned` tells that the
    evidence shown is another one, or none."""

    turned = Signal()

    def __init__(self, session: Session, tabs: TabPages, evidence: EvidencePanel, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._tabs = tabs
        self._evidence = evidence
        self._window = window
        self._last: dict[str, Place] = {}
        self._evidence_of: dict[str, str] = {}
        self._departures: list[Departure] = []
        self._expected: dict[str, Place] = {}
        session.stepped.connect(self._on_stepped)
        session.placed.connect(self._on_placed)
        session.older_changed.connect(self._on_limits_changed)
        session.shelf_changed.connect(self._on_limits_changed)
        tabs.tab_changed.connect(self._on_tab_changed)
        tabs.place_requested.connect(session.navigate)
        tabs.statement_selected.connect(self._on_selected)
        tabs.turned.connect(self._on_turned)
        evidence.place_requested.connect(self._on_reading_requested)
        evidence.history_requested.connect(self._show_history)
        evidence.closed.connect(self.close_evidence)

    def begin(self, home: Place, place: Place) -> None:
        """Show the first place; the first tab is left at another one, its `home`."""
        self._last[HOME] = home
        self._session.navigate(place)

    def left(self, tab: str) -> Place:
        """How a tab was left; one that nobody went to a place of is at what it began with."""
        if tab not in self._last:
            page: Tab = self._tabs.page(tab)  # type: ignore[assignment]
            return place_in(tab, page.subject())
        return self._last[tab]

    def expect(self, place: Place) -> None:
        """Let its tab show this place when the user goes there next, however that is."""
        self._expected[tab_of(place, self._session.library, self._tabs.current())] = place

    def start(self) -> None:
        """Let the keyboard go through the list of the tab shown."""
        self._tabs.page(self._tabs.current()).setFocus()

    def go_to_tab(self, tab: str) -> None:
        """Go to a tab, as it was left or with what is expected there, with the keyboard in its list."""
        if tab in self._expected:
            self._session.navigate(self._expected.pop(tab))
        if tab != self._tabs.current():
            self._session.navigate(self.left(tab))
        self.start()

    def go_to_found(self, place: Place, again: Callable[[], None] | None = None) -> None:
        """Go to what was searched for, a statement on a page that lists it; from there the arrow keys go on.

        A step back leads to where the user was, and opens the search `again`.
        """
        here = self._session.place
        if here is not None and again is not None:
            tab = self._tabs.current()
            left = Departure(here, Sight(self._tabs.page(tab)), self._evidence_of.get(tab, ""), again)
            self._departures = [*(other for other in self._departures if other.place is not here), left][-KEPT:]
        if place.kind == "statement" and not self._tabs.lists(place.id, otherwise=False):
            home = home_of(place.id, self._session.library)
            if home is not None:
                self._session.navigate(replace(home, passing=True))
        self._session.navigate(place)
        if place.kind != "note":  # which has its own list
            self.start()

    def show_evidence(self, statement: str, claim: str = "") -> None:
        """Show the sentences of a statement below the tab, which keeps them until they are closed."""
        self._evidence_of[self._tabs.current()] = statement
        self._evidence.show_statement(statement, claim)
        self._evidence.show()
        self.turned.emit()

    def _on_selected(self, statement: str, claim: str) -> None:
        """Where the statement is shown already, say what else can be clicked."""
        again = self._evidence.isVisible() and self._evidence.statement() == statement and not claim
        self.show_evidence(statement, claim)
        if again:
            self._evidence.point_out()

    def close_evidence(self) -> None:
        """Give the tab the whole height."""
        self._evidence_of.pop(self._tabs.current(), None)
        self._evidence.hide()
        self.turned.emit()

    def _show_history(self, statement: str) -> None:
        """Show the values of a statement over time; the one chosen there is shown with its sentences."""
        from ui.window.history import HistoryDialog  # charts are slow to load

        dialog = HistoryDialog(self._session, self._session.library.history(statement), self._window)
        dialog.statement_chosen.connect(lambda chosen: self._session.navigate(Place("statement", chosen)))
        dialog.open()

    def _on_stepped(self, by: int) -> None:
        """Show the place that a search led away from as it was; one step back, with the search."""
        left = next((left for left in self._departures if left.place is self._session.place), None)
        if left is None:
            return
        if left.evidence and self._session.library.lines([left.evidence]):
            self.show_evidence(left.evidence)
        else:
            self.close_evidence()
        left.sight.show()
        if by < 0:
            left.again()

    def _on_placed(self, place: Place) -> None:
        before = self._tabs.current()
        tab = tab_of(place, self._session.library, before)
        self._expected.pop(tab, None)
        left = self._last.get(tab, place)
        if place.kind == "statement":
            self.show_evidence(place.id, place.claim)
        else:
            self._last[tab] = replace(place, passing=False)
        self._tabs.show_place(tab, place)
        if place.kind != "note":
            self._leave_notes()
        told = self._evidence_of.get(tab, "")
        other = (place.kind, place.id) != (left.kind, left.id)
        if place.kind != "statement" and (other or not self._tabs.lists(told)):
            self._evidence_of.pop(tab, None)
        if tab != before or tab not in self._evidence_of:
            self._show_evidence_of(tab)

    def _on_tab_changed(self, tab: str) -> None:
        if tab in self._expected:
            self._session.navigate(self._expected.pop(tab))
            return
        self._session.remember(self.left(tab))
        self._leave_notes()
        self._show_evidence_of(tab)

    def _leave_notes(self) -> None:
        """Let no note have the keyboard of a page that the user has just come to: what is typed would be kept in it."""
        page: Tab = self._tabs.page(self._tabs.current())  # type: ignore[assignment]
        page.leave_notes()

    def _on_limits_changed(self) -> None:
        """Close the evidence of what the limits hide, in all tabs in which they hold."""
        here = self._tabs.current()
        for tab, statement in tuple(self._evidence_of.items()):
            if tab == UNLIMITED or self._passes(statement):
                continue
            del self._evidence_of[tab]
            if tab == here:
                self.close_evidence()

    def _passes(self, statement: str) -> bool:
        """Whether the limits leave a statement."""
        session = self._session
        shelved = session.shelved([statement])
        if shelved is not None and statement not in shelved:
            return False
        return all(passes(line.as_of, session.older, session.today) for line in session.library.lines([statement]))

    def _on_turned(self) -> None:
        """Close the evidence of what is not listed any more."""
        if not self._tabs.lists(self._evidence_of.get(self._tabs.current(), "")):
            self.close_evidence()

    def _on_reading_requested(self, place: Place) -> None:
        """Read a sentence in its article, with the evidence still below and the sentence chosen in it."""
        statement, sentence = self._evidence.statement(), self._evidence.sentence()
        self._session.navigate(place)
        self.show_evidence(statement, sentence.claim if sentence else "")

    def _show_evidence_of(self, tab: str) -> None:
        """Show the evidence that was left open in a tab, and no other tab's."""
        statement = self._evidence_of.get(tab, "")
        if statement and self._session.library.lines([statement]):
            self.show_evidence(statement)
        else:
            self.close_evidence()
