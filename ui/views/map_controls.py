"""What stands on the map: buttons for those without a wheel, and words for what lies under the pointer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from ui.views.map_drawing import Found

SIDE = 30
AWAY = 12


def add_controls(view: QWidget, controls: Sequence[tuple[str, str, Callable[[], None]]]) -> None:
    """Put buttons (text, tip, act) into the upper right corner of a view."""
    column = QVBoxLayout(view)
    column.setContentsMargins(0, AWAY, AWAY, 0)
    column.setSpacing(4)
    column.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
    for text, tip, act in controls:
        column.addWidget(_button(text, tip, act))


def in_words(found: Found) -> str:
    """What lies under the pointer: a place with its kind, or the routes with their leg."""
    if found.stop is not None:
        names = " \N{MIDDLE DOT} ".join(filter(None, (found.stop.name, found.stop.local)))
        return f"{names} \N{EN DASH} {found.stop.kind.replace('_', ' ')}"
    named = {piece.name: piece for piece in found.pieces}
    return "\n".join(f"{name}: {p.leg.start.name} \N{EN DASH} {p.leg.end.name} ({p.mode})" for name, p in named.items())


def _button(text: str, tip: str, act: Callable[[], None]) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setFixedSize(SIDE, SIDE)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.clicked.connect(lambda: act())
    return button
