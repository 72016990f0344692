"""Every part of the window and its dialogs has a name for those who hear it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QDialog,
    QLineEdit,
    QTabBar,
    QWidget,
)

from ui.window import MainWindow


@pytest.mark.parametrize("tab", ["countries", "resources", "routes", "geopolitics", "articles"])
def test_every_widget_one_can_reach_has_a_name(window: MainWindow, tab: str) -> None:
    window.way.go_to_tab(tab)
    assert _nameless(window) == []


@pytest.mark.parametrize("command", ["shortcuts", "about", "export", "print", "save-brief", "decisions", "correct"])
def test_every_part_of_a_dialog_one_can_reach_has_a_name(window: MainWindow, command: str) -> None:
    first = window.session.library.country(window.session.catalog.region.members[0]).sections[0].lines[0]
    window.way.show_evidence(first.statement)
    window.menus[command].trigger()
    dialog = next(found for found in window.findChildren(QDialog) if found.isVisible())
    assert _nameless(dialog) == []
    dialog.close()


def _nameless(within: QWidget) -> list[str]:
    kinds = (QAbstractButton, QLineEdit, QAbstractItemView, QAbstractScrollArea, QTabBar)
    reachable = [w for kind in kinds for w in within.findChildren(kind) if w.focusPolicy() != Qt.FocusPolicy.NoFocus]
    found = [w for w in reachable if w.isVisible() and not (w.accessibleName() or _text(w))]
    return [f"{type(w).__name__} in {type(w.parent()).__name__}" for w in found]


def _text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QAbstractButton) else ""
