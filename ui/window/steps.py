"""The keyboard goes from pane to pane: each list, table or picture that a splitter parts from the next."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QSplitter, QWidget


def step(window: QWidget, by: int) -> None:
    """Give the keyboard to the pane after (1) or before (-1) the one that has it; to an outer one where none has."""
    focus = window.window().focusWidget()
    panes = [pane for splitter in _outermost(window) for pane in _panes(splitter) if _mains(pane)]
    within = (at for at, pane in enumerate(panes) if focus is not None and pane.isAncestorOf(focus))
    at = next(within, -1 if by > 0 else 0)
    if panes:
        _mains(panes[(at + by) % len(panes)])[0].setFocus(Qt.FocusReason.TabFocusReason)


def _panes(splitter: QSplitter) -> Iterator[QWidget]:
    """What the splitter and those within it part, as far as it is to be seen."""
    parts = (splitter.widget(at) for at in range(splitter.count()))
    for part in (part for part in parts if part is not None and part.isVisible()):
        inner = [part] if isinstance(part, QSplitter) else _outermost(part)
        if not inner:
            yield part
        for one in inner:
            yield from _panes(one)


def _outermost(pane: QWidget) -> list[QSplitter]:
    """The splitters to be seen in a pane that are in no other one there."""
    found = [part for part in pane.findChildren(QSplitter) if part.isVisible()]
    return [part for part in found if not any(other is not part and other.isAncestorOf(part) for other in found)]


def _mains(pane: QWidget) -> list[QAbstractScrollArea]:
    """The lists, tables and pictures in a pane that take the keyboard."""
    areas = [pane] if isinstance(pane, QAbstractScrollArea) else pane.findChildren(QAbstractScrollArea)
    return [area for area in areas if area.isVisible() and area.focusPolicy() & Qt.FocusPolicy.TabFocus]
