"""Widgets one below the other, of which some give way where there is not the height for all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override


class Column(QWidget):
    """A column whose `spare` labels are shown as far as they say something and have room, the first ones first."""

    def __init__(self) -> None:
        super().__init__()
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(0)
        self._spare: Sequence[QLabel] = ()

    def set_spare(self, labels: Sequence[QLabel]) -> None:
        """These labels of the column give way, the last one first."""
        self._spare = labels

    def fit(self) -> None:
        """Show the spare labels that have room; to be called when they say something else."""
        said = [label for label in self._spare if label.text()]
        for label in self._spare:
            label.setVisible(label in said)
        while said and self.box.totalMinimumHeightForWidth(self.width()) > self.height():
            said.pop().hide()

    @override
    def minimumSizeHint(self) -> QSize:
        """What it needs without the spare labels."""
        spare = sum(label.minimumSizeHint().height() for label in self._spare if label.isVisibleTo(self))
        least = super().minimumSizeHint()
        return QSize(least.width(), max(least.height() - spare, 0))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
