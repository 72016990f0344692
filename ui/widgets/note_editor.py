"""The editor of notes: undo takes back what was typed word by word, as editors do."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from ui.theme import SPACE

PAUSE = 1000
"""Milliseconds without a key after which typing begins anew."""


RING = 2
"""How wide the frame is that tells where the keyboard is, as in lists."""


class _Ring(QWidget):
    """A frame over its parent, in the colour that tells of the keyboard; text scrolled below leaves no trace of it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(self.palette().highlight().color(), RING))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        super().changeEvent(event)


class NoteEditor(QPlainTextEdit):
    """Qt joins all that is typed at one place into one step of undo, except what follows the state that was saved:
    so a word, a line, and what comes after a pause each begin at such a state."""

    def __init__(self) -> None:
        super().__init__()
        self._since_key = QElapsedTimer()
        self.setAccessibleName("Note text, in Markdown")
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(SPACE)
        self._ring = _Ring(self)

    @override
    def focusInEvent(self, e: QFocusEvent) -> None:
        super().focusInEvent(e)
        self._ring.show()

    @override
    def focusOutEvent(self, e: QFocusEvent) -> None:
        super().focusOutEvent(e)
        self._ring.hide()

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        self._ring.setGeometry(self.rect())

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if self._paused() or self._begins_word(e.text()):
            self.document().setModified(False)
        super().keyPressEvent(e)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.commitString():
            self.document().setModified(False)
        super().inputMethodEvent(event)

    def _paused(self) -> bool:
        paused = not self._since_key.isValid() or self._since_key.elapsed() > PAUSE
        self._since_key.start()
        return paused

    def _begins_word(self, typed: str) -> bool:
        """Whether this is the first letter after a gap, or the beginning of a new line."""
        before = self.document().characterAt(self.textCursor().position() - 1)
        return typed == "\r" or (bool(typed.strip()) and not before.strip())
