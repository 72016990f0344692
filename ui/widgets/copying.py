"""Citations on the clipboard: as plain text, and with their looks for programs that take these."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from models.publishing.citing import Cited


def copy(cited: Cited) -> None:
    """Put the citation on the clipboard."""
    data = QMimeData()
    data.setText(cited.text)
    data.setHtml(cited.html)
    QGuiApplication.clipboard().setMimeData(data)
