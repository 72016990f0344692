"""What the tabs have in common: pages that are asked for again once they are stale and seen, and notes on a subject."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from models.records import Change
from ui.session import Place, Session
from ui.widgets.notes import NotesPanel
from ui.widgets.statements import StatementList

if TYPE_CHECKING:
    from models.pages.figures import Figure


class Tab(QWidget):
    """A tab of the window. What changes while nobody looks at it is asked for when somebody does.

    `turned` tells that the user went on to other statements within the tab.
    """

    statement_selected = Signal(str)
    place_requested = Signal(object)
    turned = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._stale = True
        session.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Ask for the pages again."""
        self._stale = False
        self._show_pages()

    def be_fresh(self) -> None:
        """Ask for the pages again if they have changed since."""
        if self._stale:
            self.refresh()

    def leave_notes(self) -> None:
        """Let no note have the keyboard."""

    def subject(self) -> str:
        """What the tab shows, for printing; empty when nothing in particular."""
        return ""

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.be_fresh()

    @abstractmethod
    def _show_pages(self) -> None:
        """Put what the library has into the widgets."""

    def _on_changed(self, change: Change) -> None:
        if change.articles or change.statements or change.verdicts:
            if self.isVisible():
                self.refresh()
            else:
                self._stale = True


class SubjectTab(Tab):
    """A tab that shows one subject at a time, its statements and the notes on it."""

    kind: str
    _statements: StatementList
    _notes: NotesPanel

    def show_place(self, place: Place) -> None:
        """Show a subject, a note on one, or a statement of the one shown."""
        self.be_fresh()
        if place.kind == self.kind:
            self._go(place.id)
        elif place.kind == "note":
            note = next((note for note in self.session.library.notes() if note.id == place.id), None)
            if note is not None:
                self._go(note.subject)
                self._turn_to_notes()
                self._notes.show_note(note.id)
        elif place.kind == "statement":
            self._statements.select(place.id)

    def lists(self, statement: str) -> bool:
        """Whether a statement is among those of what is shown."""
        return self._statements.holds(statement)

    def start_note(self) -> None:
        """Begin a note on the subject shown."""
        self._turn_to_notes()
        self._notes.start_note()

    def toggle_preview(self) -> None:
        """Show the note as it reads, or go on writing."""
        self._turn_to_notes()
        self._notes.toggle_preview()

    def delete_note(self) -> None:
        """Delete the note that is open."""
        self._turn_to_notes()
        self._notes.delete_note()

    def search_notes(self) -> None:
        """Go to the box that searches the notes on the subject shown."""
        self._turn_to_notes()
        self._notes.search()

    @override
    def leave_notes(self) -> None:
        """Let the list of statements have the keyboard in place of a note; the tab's own where it is hidden."""
        focus = self.window().focusWidget()
        if focus is not None and self._notes.isAncestorOf(focus):
            (self._statements if self._statements.isVisible() else self).setFocus()

    def _within(self, figures: Sequence[Figure]) -> tuple[Figure, ...]:
        """The figures that the limits leave."""
        from ui.views.figure_table import within  # no tab without figures waits for it

        session = self.session
        among = session.shelved(figure.statement for figure in figures)
        return within(figures, session.older, session.today, among)

    def _go(self, subject: str) -> None:
        if subject != self.subject():
            self._show(subject)

    @abstractmethod
    def _show(self, subject: str) -> None:
        """Show this subject."""

    def _turn_to_notes(self) -> None:
        """Bring the notes to the front where something may hide them."""

    @abstractmethod
    def _count_notes(self) -> None:
        """Tell how many notes there are. No more than that is shown anew: somebody may be typing one."""

    @override
    def _on_changed(self, change: Change) -> None:
        super()._on_changed(change)
        if change.notes and self.isVisible():
            self._count_notes()
        elif change.notes:
            self._stale = True
