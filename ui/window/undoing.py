"""Undo and redo: typing where the user types, else the last command."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QMenuBar, QPlainTextEdit, QWidget

from ui.session import Session

TYPING = "typing"
Editor = QPlainTextEdit | QLineEdit


class Undoing(QObject):
    """What can be taken back or done again now; `changed` tells that it is something else than before."""

    changed = Signal()

    def __init__(self, session: Session, window: QWidget, app: QApplication) -> None:
        super().__init__(window)
        self._deeds = session.deeds
        self._window = window
        self._editor: Editor | None = None
        self._told = ("", "")
        self._deeds.changed.connect(self._tell)
        app.focusChanged.connect(self._on_focus_changed)

    @property
    def undo_label(self) -> str:
        """What `undo` would take back, or an empty text."""
        return TYPING if self._editor and _undoable(self._editor) else self._deeds.undo_label.lower()

    @property
    def redo_label(self) -> str:
        """What `redo` would do again, or an empty text."""
        return TYPING if self._editor and _redoable(self._editor) else self._deeds.redo_label.lower()

    def undo(self) -> None:
        """Take back typing where the user types, else the last command."""
        if self._editor and _undoable(self._editor):
            self._editor.undo()
        else:
            self._deeds.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        if self._editor and _redoable(self._editor):
            self._editor.redo()
        else:
            self._deeds.redo()

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Follow the keyboard to where the user types; opening a menu changes nothing about that."""
        if now is None or isinstance(now, QMenuBar | QMenu) or not self._window.isAncestorOf(now):
            return
        if self._editor is not None:
            self._editor.textChanged.disconnect(self._tell)
        self._editor = now if isinstance(now, Editor) and not now.isReadOnly() else None
        if self._editor is not None:
            self._editor.textChanged.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        labels = (self.undo_label, self.redo_label)
        if labels != self._told:
            self._told = labels
            self.changed.emit()


def _undoable(editor: Editor) -> bool:
    return editor.isUndoAvailable() if isinstance(editor, QLineEdit) else editor.document().isUndoAvailable()


def _redoable(editor: Editor) -> bool:
    return editor.isRedoAvailable() if isinstance(editor, QLineEdit) else editor.document().isRedoAvailable()
