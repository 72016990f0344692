"""The window's icons: own SVG drawings, tinted to go with the theme."""

from __future__ import annotations

import math
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap

from ui.theme import Theme

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "icons"
SIZE = 20
OWN_SIZES = (16, 24, 32, 48, 64, 128, 256)
"""Pixels of the sizes in which desktops ask for the sign of a program."""


def icon(name: str, theme: Theme) -> QIcon:
    """The drawing of resources/icons/NAME.svg in the theme's text colour, greyed when disabled."""
    result = QIcon()
    density = math.ceil(QGuiApplication.primaryScreen().devicePixelRatio())
    drawing = (FOLDER / f"{name}.svg").read_text(encoding="ascii")
    for mode, colour in ((QIcon.Mode.Normal, theme.text), (QIcon.Mode.Disabled, theme.line)):
        result.addPixmap(_pixmap(drawing.replace("currentColor", colour), density), mode)
    return result


def own_icon() -> QIcon:
    """The sign of Oxus itself, in its own colours, for title bar, task bar and switcher."""
    drawing = (FOLDER / "oxus.svg").read_text(encoding="ascii")
    result = QIcon()
    for size in OWN_SIZES:
        result.addPixmap(_pixmap(drawing, 1, size))
    return result


def _pixmap(drawing: str, density: int, size: int = SIZE) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # only windows with icons pay for the drawing engine

    pixmap = QPixmap(size * density, size * density)
    pixmap.setDevicePixelRatio(density)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode("ascii"))).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
