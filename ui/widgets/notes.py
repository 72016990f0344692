"""Notes on one subject: a list, an editor that saves by itself, and a preview."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from models.records import Change, Note, Problem
from ui.session import Session
from ui.theme import SPACE, Theme
from ui.widgets.bar import Bar
from ui.widgets.icons import icon
from ui.widgets.labels import heading, muted, tool
from ui.widgets.markdown_view import MarkdownView
from ui.widgets.rows import Part, Row, RowList

SAVE_AFTER = 1000
"""Milliseconds from the first unsaved key to saving, so that no key waits longer."""

RETRY_AFTER = 5000
UNTITLED = "Empty note"


class NotesPanel(QWidget):
    """The notes on a country, commodity or route. Typed text is on disk within two seconds, whatever happens next."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._subject = ""
        self._note: Note | None = None
        self._dirty = False
        self._build()
        self._lay_out()
        self._connect()
        self._on_theme_changed(session.theme)
        self._open(None)

    def _build(self) -> None:
        self._heading = heading("Notes", scale=1.1)
        self._filter = QLineEdit(placeholderText="Search these notes", clearButtonEnabled=True)
        self._filter.setAccessibleName("Search these notes")
        self._new = tool("New note", "Start a new note (Ctrl+N)")
        self._delete = tool("Delete", "Delete this note; it can be undone")
        self._preview = tool("Preview", "Show the note as it reads, or go on writing (Ctrl+Shift+P)")
        self._preview.setCheckable(True)
        self._list = RowList(self._session, "Notes on this subject")
        self._editor = QPlainTextEdit()
        self._editor.setAccessibleName("Note text, in Markdown")
        self._editor.setTabChangesFocus(True)
        self._view = MarkdownView("Note as it reads")
        self._pages = QStackedWidget()
        self._state = muted()
        self._state.setAccessibleName("Whether the note is saved")
        self._failure = Bar(self._session, "Saving failed", "Try again")
        self._deleted = Bar(self._session, "Note deleted", "Undo")
        self._timer = QTimer(self, singleShot=True)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        top.addWidget(self._new)
        tools = QHBoxLayout()
        tools.addWidget(self._state, 1)
        tools.addWidget(self._preview)
        tools.addWidget(self._delete)
        self._pages.addWidget(self._editor)
        self._pages.addWidget(self._view)
        self._upper = _column(self._filter, self._list)
        lower = _column(self._failure, self._pages, self._deleted, tools)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self._upper)
        parts.addWidget(lower)
        parts.setSizes([180, 420])
        box = QVBoxLayout(self)
        box.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        box.setSpacing(SPACE)
        box.addLayout(top)
        box.addWidget(parts, 1)

    def _connect(self) -> None:
        self._filter.textChanged.connect(self._show_list)
        self._new.clicked.connect(self.start_note)
        self._delete.clicked.connect(self._on_delete_clicked)
        self._preview.toggled.connect(self._on_preview_toggled)
        self._list.chosen.connect(self._on_note_chosen)
        self._list.moved.connect(self._on_note_chosen)
        self._editor.textChanged.connect(self._on_text_changed)
        self._editor.installEventFilter(self)
        self._timer.timeout.connect(self.save)
        self._failure.acted.connect(self.save)
        self._deleted.acted.connect(self._session.deeds.undo)
        self._session.deeds.changed.connect(self._deleted.hide)
        self._session.changed.connect(self._on_changed)
        self._session.theme_changed.connect(self._on_theme_changed)
        self._session.add_saver(self.save)

    def show_subject(self, subject: str, name: str) -> None:
        """Show the notes on another subject; what was typed is saved first."""
        if subject == self._subject:
            return
        self.save()
        self._subject = subject
        self._heading.setText(f"Notes on {name}" if name else "Notes")
        self._filter.clear()
        self._deleted.hide()
        notes = self._notes()
        self._open(notes[0] if notes else None)

    def show_note(self, note_id: str) -> None:
        """Open one of the subject's notes."""
        note = next((note for note in self._notes() if note.id == note_id), None)
        if note is not None:
            self.save()
            self._open(note)

    def start_note(self) -> None:
        """Begin a new, empty note."""
        if self._session.read_only or not self._subject:
            return
        self.save()
        self._filter.clear()
        self._open(None)
        self._editor.setFocus()

    def toggle_preview(self) -> None:
        """Go from writing to preview or back."""
        self._preview.toggle()

    def save(self) -> bool:
        """Put what was typed on disk; false when that failed (the text stays in the editor)."""
        self._timer.stop()
        if not self._dirty:
            return True
        saved = self._session.save_note(
            self._subject, self._editor.toPlainText(), self._note.id if self._note else None
        )
        if isinstance(saved, Problem):
            self._state.setText("Not saved")
            reason = f"The note could not be saved: {saved.reason}. Your text is kept here; Oxus tries again."
            self._failure.tell(reason, loud=True)
            self._timer.start(RETRY_AFTER)
            return False
        self._dirty = False
        self._note = saved
        self._failure.hide()
        self._state.setText(f"Saved {QDateTime.currentDateTime().toString('HH:mm')}")
        self._show_list()
        return True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.save()
        return super().eventFilter(watched, event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.save()
        super().hideEvent(event)

    def _notes(self) -> Sequence[Note]:
        return self._session.library.notes(self._subject) if self._subject else ()

    def _open(self, note: Note | None) -> None:
        """Put a note, or an empty page for a new one, into the editor."""
        self._note = note
        quiet = self._editor.blockSignals(True)
        self._editor.setPlainText(note.text if note else "")
        self._editor.blockSignals(quiet)
        self._dirty = False
        self._failure.hide()
        self._state.setText(f"Saved {_when(note.changed)}" if note else "")
        self._show_list()
        self._allow()
        self._on_preview_toggled(self._preview.isChecked())

    def _allow(self) -> None:
        """Let the user do what can be done now."""
        can = bool(self._subject) and not self._session.read_only
        self._editor.setReadOnly(not can)
        self._editor.setPlaceholderText("Write a note. Markdown is welcome; it is saved as you type." if can else "")
        self._new.setEnabled(can)
        self._delete.setEnabled(can and self._note is not None)

    def _show_list(self) -> None:
        self._upper.setVisible(bool(self._notes()))
        wanted = self._filter.text().casefold().split()
        notes = [note for note in self._notes() if all(word in note.text.casefold() for word in wanted)]
        self._list.set_rows([_row(note) for note in notes])
        self._filter.setEnabled(bool(self._subject))
        if self._note is None:
            self._list.clearSelection()
        else:
            self._list.select(self._note.id)

    def _on_text_changed(self) -> None:
        if self._session.read_only or not self._subject:
            return
        self._dirty = True
        self._state.setText("Saving…")
        self._delete.setEnabled(True)
        if not self._timer.isActive():
            self._timer.start(SAVE_AFTER)

    def _on_note_chosen(self, note_id: object) -> None:
        if self._note is None or note_id != self._note.id:
            self.show_note(str(note_id))

    def _on_delete_clicked(self) -> None:
        if not self.save() or self._note is None:
            return
        if isinstance(self._session.delete_note(self._note), Change):
            self._deleted.tell("Note deleted.")
            self._list.setFocus()

    def _on_preview_toggled(self, on: bool) -> None:
        if on:
            self._view.show_markdown(self._editor.toPlainText())
        self._preview.setText("Write" if on else "Preview")
        self._pages.setCurrentWidget(self._view if on else self._editor)

    def _on_changed(self, change: Change) -> None:
        if not change.notes or self._dirty:
            return
        notes = self._notes()
        kept = next((note for note in notes if self._note and note.id == self._note.id), None)
        brought_back = next((note for note in notes if note.id in change.notes), None)
        note = kept or brought_back or (notes[0] if notes else None)
        if note is None or note.text != self._editor.toPlainText():
            self._open(note)
        else:
            self._note = note
            self._show_list()

    def _on_theme_changed(self, theme: Theme) -> None:
        for button, name in ((self._new, "add"), (self._delete, "delete"), (self._preview, "preview")):
            button.setIcon(icon(name, theme))


def _row(note: Note) -> Row:
    first = next((line.strip("#*->_ \t") for line in note.text.splitlines() if line.strip("#*->_ \t")), UNTITLED)
    return Row(note.id, (Part(first[:200], one_line=True), Part(_when(note.changed), small=True, muted=True)))


def _when(moment: str) -> str:
    """An ISO time in UTC as the user's clock has it."""
    local = QDateTime.fromString(moment, Qt.DateFormat.ISODate).toLocalTime()
    return local.toString("d MMM yyyy, HH:mm")


def _column(*parts: QWidget | QLayout) -> QWidget:
    column = QWidget()
    box = QVBoxLayout(column)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(SPACE // 2)
    for part in parts:
        if isinstance(part, QLayout):
            box.addLayout(part)
        else:
            box.addWidget(part)
    return column
