"""A message for a moment: it lies where nothing is to be read, else over the foot of the page; nothing moves for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from ui.session import Session
from ui.theme import SPACE
from ui.widgets.bar import Bar
from ui.widgets.labels import tooltip

WIDEST = 640
LEAST = 3
"""The part of the words that has to be seen, as a fraction of 1: all are told to who points there, or listens."""


class Toast(Bar):
    """A bar over its parent, no wider than its words need: on the `ground` that is free where they have room there on
    one line, be it cut, else at the foot."""

    def __init__(
        self, session: Session, name: str, parent: QWidget, action: str = "", ground: Callable[[], QRect] = QRect
    ) -> None:
        super().__init__(session, name, action, parent)
        self._below = parent
        self._words = ""
        self._ground = ground
        self.setFrameShape(QFrame.Shape.Box)
        parent.installEventFilter(self)

    @override
    def tell(self, text: str, *, loud: bool = False, seconds: float = 8) -> None:
        self._words = text
        super().tell(text, loud=loud, seconds=seconds)
        self._place()
        self.raise_()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    @override
    def text(self) -> str:
        return self._words

    def _place(self) -> None:
        """As wide as the words on one line, if there is room; else as tall as they need."""
        free = self._ground()
        self.setToolTip("")
        self._label.setText(self._words)
        wide = self.one_line()
        words = self._label.fontMetrics().horizontalAdvance(self._words)
        left = free.width() - (wide - words)
        if words > left >= words // LEAST:
            self._cut(left)
            wide = free.width()
        if wide <= free.width():
            tall = max(free.height(), self.minimumSizeHint().height())
            self.setGeometry(free.right() + 1 - wide, free.top(), wide, tall)
            return
        room = self._below.rect().adjusted(SPACE, SPACE, -SPACE, -SPACE)
        wide = min(wide, WIDEST, room.width())
        tall = max(self.heightForWidth(wide), self.minimumSizeHint().height())
        self.setGeometry(room.center().x() - wide // 2, room.bottom() - tall + 1, wide, tall)

    def _cut(self, room: int) -> None:
        """Show as much of the words as there is room for."""
        cut = self._label.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self._label.setText(cut)
        self.setToolTip(tooltip(self._words))
