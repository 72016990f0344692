"""Widgets side by side with a handle between them, below their tools, one that is scrolled, one that fills another."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QSplitter, QVBoxLayout, QWidget

from ui.flow import Flow
from ui.theme import SPACE

BESIDE, BELOW = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


def panes(*parts: tuple[QWidget, int], sizes: tuple[int, ...], orientation: Qt.Orientation = BESIDE) -> QSplitter:
    """The parts in a row, each with its share of room that is left over; first `sizes` in pixels. None folds away."""
    splitter = QSplitter(orientation)
    splitter.setChildrenCollapsible(False)
    for number, (part, share) in enumerate(parts):
        splitter.addWidget(part)
        splitter.setStretchFactor(number, share)
    splitter.setSizes(sizes)
    return splitter


def headed(part: QWidget, *tools: QWidget, growing: QWidget) -> QWidget:
    """The part below a row of its name and tools, of which one takes the room left over."""
    head = Flow()
    head.setContentsMargins(SPACE + 4, SPACE, SPACE, SPACE // 2)
    for tool in tools:
        head.add(tool, grows=tool is growing)
    whole = QWidget()
    box = QVBoxLayout(whole)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(0)
    box.addLayout(head)
    box.addWidget(part, 1)
    return whole


def footed(part: QWidget, foot: QWidget) -> QWidget:
    """The part with a line below it."""
    whole = QWidget()
    box = QVBoxLayout(whole)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(0)
    box.addWidget(part, 1)
    box.addWidget(foot)
    return whole


def scrolled(part: QWidget) -> QScrollArea:
    """The part in as much room as there is; where that is less than it needs, it can be scrolled."""
    area = QScrollArea()
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setWidget(part)
    return area


def fill(outer: QWidget, inner: QWidget) -> None:
    """Let the inner widget take all of the outer one."""
    box = QVBoxLayout(outer)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(inner)
