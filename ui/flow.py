"""A row of widgets that goes on below where there is no room for all of them side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override

from ui.theme import SPACE


class Flow(QLayout):
    """Each widget has the width it wishes, if that is no more than there is; those that grow share what is left over
    in their row. So a narrow window or large letters cut nothing: the row becomes two."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._growing: list[bool] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(SPACE)

    def add(self, widget: QWidget, *, grows: bool = False) -> None:
        """Put a widget at the end of the row."""
        self.addWidget(widget)
        self._growing[-1] = grows

    def add_gap(self) -> None:
        """Push what follows to the right, as far as there is room."""
        self.add(QWidget(), grows=True)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self._growing.append(False)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._items):
            return None
        self._growing.pop(index)
        return self._items.pop(index)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        edges = self.contentsMargins()
        inner = width - edges.left() - edges.right()
        tall = sum(self._tall(row) + self.spacing() // 2 for row in self._rows(inner)) - self.spacing() // 2
        return max(tall, 0) + edges.top() + edges.bottom()

    @override
    def sizeHint(self) -> QSize:
        wide = sum(_wish(item) + self.spacing() for item, _ in self._seen()) - self.spacing()
        return self._with_edges(max(wide, 0))

    @override
    def minimumSize(self) -> QSize:
        return self._with_edges(max((item.minimumSize().width() for item, _ in self._seen()), default=0))

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        inner = rect.marginsRemoved(self.contentsMargins())
        top = inner.top()
        for row in self._rows(inner.width()):
            tall = self._tall(row)
            left = inner.left()
            for item, wide in row:
                high = min(_high(item, wide), tall)
                item.setGeometry(QRect(left, top + (tall - high) // 2, wide, high))
                left += wide + self.spacing()
            top += tall + self.spacing() // 2

    def _with_edges(self, wide: int) -> QSize:
        edges = self.contentsMargins()
        tall = max((item.sizeHint().height() for item, _ in self._seen()), default=0)
        return QSize(wide + edges.left() + edges.right(), tall + edges.top() + edges.bottom())

    def _seen(self) -> Iterator[tuple[QLayoutItem, bool]]:
        """The items that are shown, and whether they grow."""
        return ((item, grows) for item, grows in zip(self._items, self._growing, strict=True) if not item.isEmpty())

    def _rows(self, room: int) -> Iterator[list[tuple[QLayoutItem, int]]]:
        """The items row by row, each with its width."""
        row: list[tuple[QLayoutItem, bool]] = []
        used = 0
        for item, grows in self._seen():
            if row and used + _wish(item) > room:
                yield self._shared(row, room)
                row, used = [], 0
            used += _wish(item) + self.spacing()
            row.append((item, grows))
        if row:
            yield self._shared(row, room)

    def _shared(self, row: Sequence[tuple[QLayoutItem, bool]], room: int) -> list[tuple[QLayoutItem, int]]:
        """A row with the room that is left over shared by those that grow; nothing is wider than the row."""
        left = max(room - sum(_wish(item) + self.spacing() for item, _ in row) + self.spacing(), 0)
        growing = sum(grows for _, grows in row)
        shared: list[tuple[QLayoutItem, int]] = []
        for item, grows in row:
            more = min(left // growing, item.maximumSize().width() - _wish(item)) if grows else 0
            left, growing = left - more, growing - grows
            shared.append((item, min(_wish(item) + more, room)))
        return shared

    def _tall(self, row: Iterable[tuple[QLayoutItem, int]]) -> int:
        return max(_high(item, wide) for item, wide in row)


def _wish(item: QLayoutItem) -> int:
    """The width that an item wishes to have."""
    return item.sizeHint().boundedTo(item.maximumSize()).width()


def _high(item: QLayoutItem, wide: int) -> int:
    return item.heightForWidth(wide) if item.hasHeightForWidth() else item.sizeHint().height()
