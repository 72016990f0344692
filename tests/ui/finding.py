"""Finding a widget in another one, for tests."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound=QWidget)


def child(parent: QWidget, kind: type[W], name: str = "") -> W:
    """The first widget of a kind inside another one, with this accessible name where one is given."""
    found = [widget for widget in parent.findChildren(kind) if not name or widget.accessibleName() == name]
    assert found, f"no {kind.__name__} {name}"
    return found[0]
