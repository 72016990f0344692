"""A head, a few labels and a page below them, of which the labels give way where there is not the height for all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from ui.flow import Flow
from ui.theme import SPACE

APART = 3
SHARE = 0.6
"""Of the height, for the page: labels are shown as far as they leave it that."""


class Column(QWidget):
    """The labels are shown as far as they say something and have room, the first of `first` before the others."""

    def __init__(self, head: Flow, labels: Sequence[QLabel], first: Sequence[QLabel], page: QWidget) -> None:
        super().__init__()
        self._head, self._first, self._page = head, first, page
        self._words = QVBoxLayout()
        self._words.setContentsMargins(SPACE + 4, 0, SPACE, 0)
        self._words.setSpacing(APART)
        self._words.addLayout(head)
        for label in labels:
            self._words.addWidget(label)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, SPACE, 0, 0)
        box.setSpacing(0)
        box.addLayout(self._words)
        box.addWidget(page, 1)

    @override
    def minimumSizeHint(self) -> QSize:
        """What it needs without the labels, as wide as it is."""
        wide = max(self._head.minimumSize().width() + self._sides(), self._page.minimumSizeHint().width())
        return QSize(wide, self._least())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def event(self, event: QEvent) -> bool:
        """Fit anew when a part says something else, or in other letters."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        room = self.height() - self._least(round(SHARE * self.height()))
        for label in self._first:
            room -= label.heightForWidth(self.width() - self._sides()) + APART if label.text() else 0
            label.setVisible(bool(label.text()) and room >= 0)
        self.updateGeometry()

    def _least(self, wanted: int = 0) -> int:
        """The height of head and page: both take more of it where they are too narrow for one row; the page as much as
        is `wanted`, too."""
        below = self._page.layout()
        page = below.totalMinimumHeightForWidth(self.width()) if below else self._page.minimumSizeHint().height()
        return SPACE + self._head.heightForWidth(self.width() - self._sides()) + max(page, wanted)

    def _sides(self) -> int:
        edges = self._words.contentsMargins()
        return edges.left() + edges.right()
