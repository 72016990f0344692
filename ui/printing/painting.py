"""Pictures of a brief as PNG, for programs that know no SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from ui.printing.fonts import lettered

if TYPE_CHECKING:
    from models.briefs import Brief, Picture

SCALE = 200 / 72
"""Dots in a point: as fine as office printers show."""


def painted(brief: Brief) -> dict[str, bytes]:
    """Every picture of the brief by its id. Needs a QGuiApplication."""
    return {
        picture.id: _png(picture, brief.language)
        for chapter in brief.chapters
        for part in chapter.parts
        for picture in part.pictures
    }


def _png(picture: Picture, language: str) -> bytes:
    image = QImage(QSize(round(picture.width * SCALE), round(picture.height * SCALE)), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(lettered(picture.svg, language).encode())).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
