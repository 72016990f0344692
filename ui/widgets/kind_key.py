"""A key to the highlights of an article: a button for each kind, which goes from one sentence of it to the next."""

from __future__ import annotations

from collections import Counter
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget
from typing_extensions import override

from models.records import Kind
from ui.session import Session
from ui.theme import SPACE, Theme


class KindButton(QAbstractButton):
    """The colour, the name and the count of one kind."""

    def __init__(self, kind: Kind, count: int, theme: Theme) -> None:
        super().__init__()
        self.kind = kind
        self.theme = theme
        self.setText(f"{kind.value} {count}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(f"Go to the next sentence with this colour ({kind.value}); Shift goes back")
        self.setAccessibleName(f"Next of {count} highlighted: {kind.value}")

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2 * SPACE, metrics.height() + SPACE)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.theme.kinds[self.kind.value]))
        painter.setPen(QColor(self.theme.text))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())
        if self.hasFocus() or self.underMouse():
            painter.setPen(QPen(QColor(self.theme.accent), 2 if self.hasFocus() else 1))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()


class KindKey(QWidget):
    """What the highlights mean. `wanted` asks for the next (1) or previous (-1) sentence of a kind."""

    wanted = Signal(object, int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = session.theme
        self._buttons: list[KindButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE // 2)
        self._row.addStretch(1)
        session.theme_changed.connect(self._on_theme_changed)

    def show_counts(self, counts: Counter[Kind]) -> None:
        """Show these kinds, in the order of the profile."""
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [KindButton(kind, counts[kind], self._theme) for kind in Kind if counts[kind]]
        for at, button in enumerate(self._buttons):
            button.clicked.connect(partial(self._on_clicked, button.kind))
            self._row.insertWidget(at, button)
        words = ", ".join(button.text() for button in self._buttons)
        self.setAccessibleName(f"Highlighted: {words or 'nothing'}")
        self.setVisible(bool(self._buttons))

    def _on_clicked(self, kind: Kind) -> None:
        back = QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
        self.wanted.emit(kind, -1 if back else 1)

    def _on_theme_changed(self, theme: Theme) -> None:
        for button in self._buttons:
            button.theme = theme
            button.update()
        self._theme = theme
