"""Dropping files on the window: a hint over everything while they are held above it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.session import Session
from ui.theme import SPACE, font


class DropHint(QWidget):
    """A veil over the window that says that letting go imports."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._window = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName("Drop to import")
        self.hide()

    def cover(self) -> None:
        """Show the hint over the whole window."""
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._session.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(theme.window)
        veil.setAlpha(225)
        painter.fillRect(self.rect(), veil)
        frame = self.rect().adjusted(3 * SPACE, 3 * SPACE, -3 * SPACE, -3 * SPACE)
        painter.setPen(QPen(QColor(theme.accent), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(frame, SPACE, SPACE)
        middle = int(Qt.AlignmentFlag.AlignHCenter)
        upper = QRect(frame.left(), frame.center().y() - 40, frame.width(), 40)
        painter.setPen(QColor(theme.text))
        painter.setFont(font(self.font(), scale=1.6, bold=True))
        painter.drawText(upper, middle | int(Qt.AlignmentFlag.AlignBottom), "Drop to import")
        painter.setPen(QColor(theme.muted))
        painter.setFont(self.font())
        painter.drawText(
            upper.translated(0, 48), middle, "Articles as .txt, .md or .html, folders of them, or a library as .oxus"
        )


def dropped_paths(data: QMimeData) -> tuple[Path, ...]:
    """The files and folders of this computer among what is dragged."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
