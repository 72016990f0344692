"""A picture and its table twin in one place, with a switch between them and words for when there is nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from ui.flow import Flow
from ui.theme import SPACE, font
from ui.views.deck import Pages
from ui.views.switch import Switch


class Twin(QWidget):
    """Shows a picture or its table under one heading; `say` shows words instead of both.

    Without heading and neighbour there is no line above the picture: the caller then gives `switch` a place.
    """

    def __init__(
        self,
        title: str,
        picture: QWidget,
        table: QWidget,
        *,
        beside: QWidget | None = None,
        picture_name: str = "Picture",
    ) -> None:
        super().__init__()
        self.switch = Switch(f"{title or picture.accessibleName()} as", (picture_name, "Table"))
        self._title = QLabel()
        self._words = QLabel()
        self._note = QLabel()
        self._stack = Pages()
        self._parts = (picture, table)
        for part in (picture, table, self._words):
            self._stack.addWidget(part)
        self._lay_out(beside, headed=bool(title) or beside is not None)
        self.set_title(title)
        self.setFocusProxy(picture)
        self.switch.switched.connect(self._on_switched)

    def _lay_out(self, beside: QWidget | None, *, headed: bool) -> None:
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._size()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setMargin(4 * SPACE)
        self._words.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._words.setBackgroundRole(QPalette.ColorRole.Base)
        self._words.setAutoFillBackground(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        if headed:
            box.addLayout(self._head(beside))
        box.addWidget(self._stack, 1)
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setWordWrap(True)
        self._note.setContentsMargins(SPACE + 4, SPACE // 2, SPACE, SPACE // 2)
        self._note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._note.hide()
        box.addWidget(self._note)

    def _head(self, beside: QWidget | None) -> Flow:
        head = Flow()
        head.setContentsMargins(SPACE + 4, SPACE // 2, SPACE, SPACE // 2)
        head.add(self._title, grows=True)
        if beside is not None:
            head.add(beside)
        head.add(self.switch)
        return head

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._size()

    def _size(self) -> None:
        self._title.setFont(font(self.font(), scale=1.15, bold=True))

    def set_title(self, title: str) -> None:
        """Set the heading."""
        self._title.setText(title)

    def set_note(self, words: str) -> None:
        """Say below the picture what it cannot show; with no words, say nothing."""
        self._note.setText(words)
        self._tell_note()

    def _tell_note(self) -> None:
        """The table shows all, so that the note does not go with it."""
        self._note.setVisible(bool(self._note.text()) and self.switch.current() == 0)

    def _on_switched(self, number: int) -> None:
        self._tell_note()
        self._stack.setCurrentIndex(number)
        self.setFocusProxy(self._parts[number])

    def turn(self) -> None:
        """Show the table in place of the picture, or the picture again."""
        if self.switch.isEnabled():
            self.switch.choose(1 - self.switch.current())

    def say(self, words: str) -> None:
        """Show these words in place of picture and table; with no words, show those again."""
        self._words.setText(words)
        self.switch.setEnabled(not words)
        self._stack.setCurrentIndex(2 if words else self.switch.current())
