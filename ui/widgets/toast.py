"""A message for a moment: it lies where nothing is to be read, else near the foot of the page and over none of its
controls; nothing moves for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QFrame, QLineEdit, QWidget
from typing_extensions import override

from ui.session import Session
from ui.theme import SPACE
from ui.widgets.bar import Bar

WIDEST = 640
LEAST = 8.0
"""Seconds that a message stays at least."""
NOTICED = 4.0
"""Seconds until it is seen, before it is read."""
READ = 12
"""Letters that are read in a second by who reads at leisure."""
EDGE = 4
CONTROLS = (QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit)


class Toast(Bar):
    """A bar over its parent, no wider than its words need, which are never cut: on the `ground` that is free where they
    have room there on one line, else as near to the foot as no control is."""

    def __init__(
        self, session: Session, name: str, parent: QWidget, action: str = "", ground: Callable[[], QRect] = QRect
    ) -> None:
        super().__init__(session, name, action, parent)
        self._below = parent
        self._ground = ground
        self.setFrameShape(QFrame.Shape.Box)
        parent.installEventFilter(self)

    @override
    def tell(self, text: str, *, loud: bool = False, seconds: float = LEAST) -> None:
        """Show it for these seconds, or for as long as it takes to read."""
        super().tell(text, loud=loud, seconds=max(seconds, NOTICED + len(text) / READ))
        self._place()
        self.raise_()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        """As wide as the words on one line, if there is room; else as tall as they need."""
        free, wide = self._ground(), self.one_line()
        edge = 0 if wide <= free.width() else EDGE
        if (row := self.layout()) is not None:
            row.setContentsMargins(SPACE + EDGE, edge, SPACE, edge)
        if wide <= free.width():
            self.setGeometry(free.right() + 1 - wide, free.top(), wide, free.height())
            return
        room = self._below.rect().adjusted(SPACE, SPACE, -SPACE, -SPACE)
        wide = min(wide, WIDEST, room.width())
        tall = max(self.heightForWidth(wide), self.minimumSizeHint().height())
        self.setGeometry(self._clear(QRect(room.center().x() - wide // 2, room.bottom() - tall + 1, wide, tall), room))

    def _clear(self, foot: QRect, room: QRect) -> QRect:
        """The lowest place in the room that covers no control, in the middle or else at a side; the foot where there
        is none."""
        held = [self._rect(control) for kind in CONTROLS for control in self._below.findChildren(kind)]
        taken = [rect for rect in held if rect.intersects(room)]
        found = []
        for left in (foot.left(), room.left(), room.right() + 1 - foot.width()):
            place = QRect(QPoint(left, foot.top()), foot.size())
            while above := [rect.top() for rect in taken if rect.intersects(place)]:
                place.moveBottom(min(above) - 1)
            found += [place] if place.top() >= room.top() else []
        return max(found, key=lambda place: place.top(), default=foot)

    def _rect(self, control: QWidget) -> QRect:
        """Where a control stands over what this one lies on; nothing for one that is not seen, or is its own."""
        if self.isAncestorOf(control) or isinstance(control.parent(), Toast) or not control.isVisible():
            return QRect()
        return QRect(control.mapTo(self._below, QPoint(0, 0)), control.size())
