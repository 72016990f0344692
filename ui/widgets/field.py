"""A line to type into that always has room for the words that tell what it is for."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from ui.theme import SPACE

USUAL = 17
"""Letters x for which Qt makes a line wide enough."""


class Field(QLineEdit):
    """A line with a placeholder, which is its name as well, and a button that clears it."""

    def __init__(self, placeholder: str, name: str = "") -> None:
        super().__init__(placeholderText=placeholder, clearButtonEnabled=True)
        self.setAccessibleName(name or placeholder)
        self.setTextMargins(SPACE // 2, 0, 0, 0)

    @override
    def minimumSizeHint(self) -> QSize:
        """As wide as the placeholder in the letters of the moment."""
        usual, metrics = super().sizeHint(), self.fontMetrics()
        edges = usual.width() - (USUAL - 1) * metrics.horizontalAdvance("x")  # and a letter for the cursor
        return QSize(metrics.horizontalAdvance(self.placeholderText()) + edges, usual.height())

    @override
    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(self.minimumSizeHint())
