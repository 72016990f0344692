"""Notes on one subject: a list, an editor that saves by itself, and a preview."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QDateTime, QElapsedTimer, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from models.records import Change, Note, Problem
from ui.flow import Flow
from ui.session import Session
from ui.theme import SPACE, Theme
from ui.widgets.bar import Bar
from ui.widgets.drafts import Draft, Drafts, fuller
from ui.widgets.field import Field
from ui.widgets.icons import icon
from ui.widgets.labels import heading, muted, tool
from ui.widgets.note_editor import NoteEditor
from ui.widgets.note_rows import rows_of, when
from ui.widgets.rows import RowList

if TYPE_CHECKING:
    from ui.widgets.markdown_view import MarkdownView

SAVE_EVERY = (250, 1000)
"""Milliseconds from one saving to the next while somebody types: the more, the longer saving takes. The first key
after a pause is saved at once."""

SHARE = 10
"""Saving may take one part in so many of the time."""

WHOLE = 2
"""Notes of which the list shows all, however little room there is."""

EMPTIED = "Empty: it is deleted when you leave it"
RETRY_AFTER = 5000
TYPING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
"""A key with none of these writes something."""


class NotesPanel(QWidget):
    """The notes on a country, commodity or route. Typed text is on disk within two seconds, whatever happens next."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._subject = ""
        self._note: Note | None = None
        self._dirty = False
        self._fullest: Note | None = None
        self._drafts = Drafts(session)
        self._since_saved = QElapsedTimer()
        self._pause = SAVE_EVERY[0]
        self._build()
        self._lay_out()
        self._connect()
        self._on_theme_changed(session.theme)
        self._open(None)

    def _build(self) -> None:
        self._heading = heading("Notes", scale=1.1)
        self._filter = Field("Search these notes")
        self._new = tool("New note", "Start a new note (Ctrl+N)")
        self._delete = tool("Delete", "Delete this note; it can be undone (Ctrl+Shift+Del)")
        self._preview = tool("Preview", "Show the note as it reads, or go on writing (Ctrl+E)")
        self._preview.setCheckable(True)
        self._list = RowList(self._session, "Notes on this subject")
        self._editor = NoteEditor()
        self._pages = QStackedWidget()
        self._state = muted()
        self._state.setAccessibleName("Whether the note is saved")
        self._failure = Bar(self._session, "Saving failed", "Try again")
        self._deleted = Bar(self._session, "Note deleted", "Undo")
        self._timer = QTimer(self, singleShot=True)
        self.setFocusProxy(self._editor)

    def _lay_out(self) -> None:
        top = Flow()
        top.add(self._heading, grows=True)
        top.add(self._new)
        tools = QHBoxLayout()
        tools.addStretch(1)
        tools.addWidget(self._preview)
        tools.addWidget(self._delete)
        self._pages.addWidget(self._editor)
        self._upper = _column(self._filter, self._list)
        lower = _column(self._failure, self._pages, self._deleted, self._state, tools)
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
        self._delete.clicked.connect(self.delete_note)
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
        self._session.add_saver(self._leave)

    @cached_property
    def _view(self) -> MarkdownView:
        """The preview, made when it is first wanted."""
        from ui.widgets.markdown_view import MarkdownView

        view = MarkdownView("Note as it reads")
        view.installEventFilter(self)
        self._pages.addWidget(view)
        return view

    def show_subject(self, subject: str, name: str) -> None:
        """Show the notes on another subject; what was typed is saved first."""
        if subject == self._subject:
            return
        self._leave()
        self._subject = subject
        self._heading.setText(f"Notes on {name}" if name else "Notes")
        self._filter.clear()
        self._deleted.hide()
        notes = self._notes()
        self._open(notes[0] if notes else None)

    def show_note(self, note_id: str) -> None:
        """Open one of the subject's notes, with the keyboard in their list."""
        note = next((note for note in self._notes() if note.id == note_id), None)
        if note is not None:
            self._leave()
            self._open(note)
            self._list.setFocus()

    def start_note(self) -> None:
        """Begin a new, empty note."""
        if self._session.read_only or not self._subject:
            return
        self._leave()
        self._filter.clear()
        self._open(None)
        self._editor.setFocus()

    def toggle_preview(self) -> None:
        """Go from writing to preview or back; there is nothing to preview in an empty note."""
        if self._preview.isEnabled():
            self._preview.toggle()
            (self._view if self._preview.isChecked() else self._editor).setFocus()

    def search(self) -> None:
        """Go to the box that searches the notes on this subject, where there are any."""
        if self._upper.isVisibleTo(self):
            self._filter.setFocus()

    def save(self) -> bool:
        """Put what was typed on disk; false when that failed (the text is kept). Blank space alone is no note."""
        self._timer.stop()
        problem = self._drafts.save()
        if self._dirty and problem is None and self._editor.toPlainText().strip():
            problem = self._save_text()
        if problem is not None:
            self._state.setText("Not saved")
            reason = f"The note could not be saved: {problem.reason}. Your text is kept here; Oxus tries again."
            self._failure.tell(reason, loud=True)
            self._timer.start(RETRY_AFTER)
            return False
        self._failure.hide()
        return True

    def _save_text(self) -> Problem | None:
        """Save the text of the editor; why that failed."""
        clock = QElapsedTimer()
        clock.start()
        saved = self._session.save_note(
            self._subject, self._editor.toPlainText(), self._note.id if self._note else None
        )
        if isinstance(saved, Problem):
            return saved
        self._dirty = False
        self._note = saved
        self._fullest = fuller(self._fullest, saved)
        self._state.setText(f"Saved {QDateTime.currentDateTime().toString('HH:mm')}")
        self._show_list()
        self._pause = min(max(SAVE_EVERY[0], SHARE * clock.elapsed()), SAVE_EVERY[1])
        self._since_saved.start()
        return None

    def _leave(self) -> bool:
        """Be done with the text of the editor: saved, or kept to be saved later; an emptied note is deleted."""
        saved = self.save()
        if not self._dirty:
            return saved
        text, note = self._editor.toPlainText(), self._note
        if not text.strip():
            self._dirty = False
            if note is not None:  # Edit > Undo brings it back as it was when it was fullest
                return not isinstance(self._session.delete_note(self._fullest or note), Problem)
            return True
        self._drafts.keep(Draft(self._subject, text, note.id if note else None))
        self._dirty = False
        return False

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.save()
        if watched is not self._editor and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._write_on(event)
        return super().eventFilter(watched, event)

    def _write_on(self, event: QKeyEvent) -> bool:
        """Take a key that was meant for the note while its preview is shown: writing goes on at its end."""
        if not event.text().isprintable() or not event.text() or event.modifiers() & TYPING:
            return False
        if self._editor.isReadOnly():
            return False
        self._preview.setChecked(False)
        self._editor.setFocus()
        self._editor.moveCursor(QTextCursor.MoveOperation.End)
        self._editor.insertPlainText(event.text())
        return True

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._leave()
        super().hideEvent(event)

    def _notes(self) -> Sequence[Note]:
        return self._session.library.notes(self._subject) if self._subject else ()

    def _open(self, note: Note | None) -> None:
        """Put a note, or an empty page for a new one, into the editor."""
        self._note = self._fullest = note
        quiet = self._editor.blockSignals(True)
        self._editor.setPlainText(note.text if note else "")
        self._editor.blockSignals(quiet)
        self._dirty = False
        if not len(self._drafts):
            self._failure.hide()
        self._state.setText(f"Saved {when(note.changed)}" if note else "")
        self._show_list()
        self._allow()
        if not self._preview.isEnabled():
            self._preview.setChecked(False)
        self._on_preview_toggled(self._preview.isChecked())

    def _allow(self) -> None:
        """Let the user do what can be done now."""
        can = bool(self._subject) and not self._session.read_only
        self._editor.setReadOnly(not can)
        self._editor.setPlaceholderText("Write a note. Markdown is welcome; it is saved as you type." if can else "")
        self._new.setEnabled(can)
        self._delete.setEnabled(can and self._note is not None)
        self._preview.setEnabled(bool(self._editor.toPlainText().strip()))

    def _show_list(self) -> None:
        self._upper.setVisible(bool(self._notes()))
        self._list.set_rows(rows_of(map(self._as_typed, self._notes()), self._filter.text()))
        self._keep_rows_whole()
        self._filter.setEnabled(bool(self._subject))
        if self._note is None:
            self._list.clearSelection()
        else:
            self._list.select(self._note.id)

    def _keep_rows_whole(self) -> None:
        """Leave the first notes in the list whole, however large the letters are."""
        self._list.setMinimumHeight(self._list.content_height(WHOLE))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._keep_rows_whole()

    def _as_typed(self, note: Note) -> Note:
        """The note, with the text of the editor where it is being written."""
        typed = self._dirty and self._note is not None and note.id == self._note.id
        return replace(note, text=self._editor.toPlainText()) if typed else note

    def _on_text_changed(self) -> None:
        if self._session.read_only or not self._subject:
            return
        self._dirty = True
        written = bool(self._editor.toPlainText().strip())
        self._state.setText("Saving…" if written else EMPTIED if self._note else "Nothing written")
        self._delete.setEnabled(written or self._note is not None)
        self._preview.setEnabled(written)
        if not written:  # which is not saved, so nothing else brings the list up to date
            self._show_list()
        if not self._timer.isActive():
            ago = self._since_saved.elapsed() if self._since_saved.isValid() else self._pause
            self._timer.start(max(0, self._pause - ago))

    def _on_note_chosen(self, note_id: object) -> None:
        if self._note is None or note_id != self._note.id:
            self.show_note(str(note_id))

    def delete_note(self) -> None:
        """Delete the note that is open; Edit > Undo brings it back."""
        if not self._delete.isEnabled() or not self.save() or self._note is None:
            return
        self._dirty = False
        gone = self._note if self._editor.toPlainText().strip() else self._fullest or self._note
        if isinstance(self._session.delete_note(gone), Change):
            self._deleted.tell("Note deleted.")
            self._list.setFocus()

    def _on_preview_toggled(self, on: bool) -> None:
        if on:
            self._view.show_markdown(self._editor.toPlainText())
        self._preview.setText("Write" if on else "Preview")
        self._pages.setCurrentWidget(self._view if on else self._editor)

    def _on_changed(self, change: Change) -> None:
        if self._dirty:
            return
        self._allow()  # the library may have been taken over
        if not change.notes:
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
