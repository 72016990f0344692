"""Small labels that never read their text as markup."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import SPACE, font


def plain(text: str = "", parent: QWidget | None = None) -> QLabel:
    """A label that shows its text as it stands, wrapped."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setText(text)
    return label


def heading(text: str = "", *, scale: float = 1.25, parent: QWidget | None = None) -> QLabel:
    """A heading: larger and bolder than the text around it."""
    label = plain(text, parent)
    label.setFont(font(label.font(), scale=scale, bold=True))
    return label


def muted(text: str = "", parent: QWidget | None = None) -> QLabel:
    """A side remark, in the colour of placeholders."""
    label = plain(text, parent)
    label.setForegroundRole(label.palette().ColorRole.PlaceholderText)
    return label


def empty(text: str, parent: QWidget | None = None) -> QLabel:
    """What stands in the middle of a page that has nothing to show yet: what to do about it."""
    label = muted(text, parent)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setMargin(4 * SPACE)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    return label
