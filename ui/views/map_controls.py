"""What moves the map beside a wheel: buttons on it and keys; and words for what lies under the pointer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from ui.views.map_drawing import Found

SIDE = 30
AWAY = 12
BETWEEN = 4
WIDE = SIDE + 2 * AWAY
"""How much of a view's right edge the buttons take, in pixels."""
STEP = 1.35
"""How much closer one step comes."""
_PACE = 80.0
PANS = {
    Qt.Key.Key_Left: (-_PACE, 0.0),
    Qt.Key.Key_Right: (_PACE, 0.0),
    Qt.Key.Key_Up: (0.0, -_PACE),
    Qt.Key.Key_Down: (0.0, _PACE),
}
"""The keys that move the map, and by how many pixels to the right and down."""
ZOOMS = {Qt.Key.Key_Plus: STEP, Qt.Key.Key_Equal: STEP, Qt.Key.Key_Minus: 1 / STEP}
"""The keys that come closer or go away."""


def add_controls(view: QWidget, controls: Sequence[tuple[str, str, Callable[[], None]]]) -> None:
    """Put buttons (text, tip, act) into the upper right corner of a view."""
    column = QVBoxLayout(view)
    column.setContentsMargins(0, AWAY, AWAY, 0)
    column.setSpacing(BETWEEN)
    column.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
    for text, tip, act in controls:
        column.addWidget(_button(text, tip, act))


def covered(area: QRectF, count: int) -> QRectF:
    """What so many buttons cover of a view: no name is to stand there."""
    tall = count * SIDE + (count - 1) * BETWEEN
    return QRectF(area.right() - AWAY - SIDE, area.top() + AWAY, SIDE, tall) if count else QRectF()


def in_words(found: Found) -> str:
    """What lies under the pointer: a place with its kind, or the routes with their leg, else the country."""
    if found.stop is not None:
        names = " \N{MIDDLE DOT} ".join(filter(None, (found.stop.name, found.stop.local)))
        return f"{names} \N{EN DASH} {found.stop.kind.replace('_', ' ')}"
    if not found.pieces:
        return f"{found.land.name} (double-click to open its page)" if found.land is not None else ""
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
