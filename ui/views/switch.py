"""A row of buttons of which one is down: Picture or Table, Statements or Notes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget
from typing_extensions import override

from ui.flow import Flow
from ui.theme import font

AIR = (9, 4)
"""Pixels beside and above the words."""

ROUND = 5.0


class Switch(QWidget):
    """Chooses one of a few things. `switched` tells its number."""

    switched = Signal(int)

    def __init__(self, name: str, choices: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        row = Flow(self)
        row.setSpacing(0)
        for number, words in enumerate(choices):
            button = Choice(words, first=number == 0, last=number == len(choices) - 1)
            button.setAccessibleName(f"{name}: {words}")
            self._group.addButton(button, number)
            row.add(button)
        self._group.setExclusive(True)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self.switched)

    def current(self) -> int:
        """The number of the choice that is down."""
        return self._group.checkedId()

    def choose(self, number: int) -> None:
        """Press a choice as the user would."""
        self._group.button(number).click()

    def set_words(self, number: int, words: str) -> None:
        """Call a choice by other words (with a count, say)."""
        self._group.button(number).setText(words)

    def set_enabled(self, number: int, *, enabled: bool) -> None:
        """Let a choice be pressed, or not."""
        self._group.button(number).setEnabled(enabled)


class Choice(QToolButton):
    """One button of a switch, drawn from palette and font as they are: a style sheet would keep those it began with."""

    def __init__(self, words: str, *, first: bool, last: bool) -> None:
        super().__init__()
        self._ends = (first, last)
        self.setText(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(font(self.font(), bold=True))
        across, above = AIR
        return QSize(metrics.horizontalAdvance(self.text()) + 2 * across, metrics.height() + 2 * above)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self.updateGeometry()
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        roles, colours = QPalette.ColorRole, self.palette()
        ground = roles.Base
        if self.isChecked():
            ground = roles.Highlight
        elif self.underMouse() and self.isEnabled():
            ground = roles.AlternateBase
        rim = QPen(colours.color(roles.Link), 2) if self.hasFocus() else QPen(colours.color(roles.Mid), 1)
        inset = rim.widthF() / 2
        left = 0.0 if self._ends[0] else -1.0  # neighbours share a line
        painter.setPen(rim)
        painter.setBrush(colours.color(ground))
        painter.drawPath(self._outline(QRectF(self.rect()).adjusted(left + inset, inset, -inset, -inset)))
        painter.setPen(colours.color(roles.Text if self.isEnabled() else roles.PlaceholderText))
        painter.setFont(font(self.font(), bold=self.isChecked()))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())

    def _outline(self, box: QRectF) -> QPainterPath:
        """The box, round at the ends of the row only."""
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(box, ROUND, ROUND)
        first, last = self._ends
        half = box.width() / 2
        if not first:
            path.addRect(box.adjusted(0, 0, -half, 0))
        if not last:
            path.addRect(box.adjusted(half, 0, 0, 0))
        return path.simplified()
