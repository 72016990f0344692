"""A message for a moment: it lies where nothing is to be read, else over the foot of the page; nothing moves for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from ui.session import Session
from ui.theme import SPACE
from ui.widgets.bar import Bar

WIDEST = 640


class Toast(Bar):
    """A bar over its parent, no wider than its words need: on the `ground` that is free where they have room there on
    one line, else at the foot."""

    def __init__(
        self, session: Session, name: str, parent: QWidget, action: str = "", ground: Callable[[], QRect] = QRect
    ) -> None:
        super().__init__(session, name, action, parent)
        self._below = parent
        self._ground = ground
        self.setFrameShape(QFrame.Shape.Box)
        parent.installEventFilter(self)

    @override
    def tell(self, text: str, *, loud: bool = False, seconds: float = 8) -> None:
        super().tell(text, loud=loud, seconds=seconds)
        self._place()
        self.raise_()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        """As wide as the words on one line, if there is room; else as tall as they need."""
        free, least = self._ground(), self.minimumSizeHint().height()
        if self.one_line() <= free.width():
            tall = max(free.height(), least)
            self.setGeometry(free.right() + 1 - self.one_line(), free.top(), self.one_line(), tall)
            return
        room = self._below.rect().adjusted(SPACE, SPACE, -SPACE, -SPACE)
        wide = min(self.one_line(), WIDEST, room.width())
        tall = max(self.heightForWidth(wide), least)
        self.setGeometry(room.center().x() - wide // 2, room.bottom() - tall + 1, wide, tall)
