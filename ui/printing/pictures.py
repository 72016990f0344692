"""Maps and charts in the text of a brief, painted as vectors on any device."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSizeF
from PySide6.QtGui import QPyTextObject
from PySide6.QtSvg import QSvgRenderer
from typing_extensions import override

from ui.printing.fonts import lettered

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter, QTextDocument, QTextFormat

    from models.briefs import Picture

POINTS = 72


class Pictures(QPyTextObject):
    """Stands for the images of a text document: each is a picture of the brief by its id; others take no room."""

    def __init__(self, pictures: Iterable[Picture], dpi: int, widest: float, language: str = "") -> None:
        super().__init__()
        self._language = language
        self._pictures = {picture.id: picture for picture in pictures}
        self._renderers: dict[str, QSvgRenderer] = {}
        self._dpi = dpi
        self._widest = widest
        self._shares: dict[str, float] = {}

    def shrink(self, name: str, share: float) -> None:
        """Let a picture be this share of its size."""
        self._shares[name] = share

    @override
    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:
        picture = self._pictures.get(format.toImageFormat().name())
        if picture is None:
            return QSizeF(0, 0)
        width, height = (length * self._dpi / POINTS for length in (picture.width, picture.height))
        share = min(1.0, self._widest / width) * self._shares.get(picture.id, 1.0)
        return QSizeF(width * share, height * share)

    @override
    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, doc: QTextDocument, posInDocument: int, format: QTextFormat
    ) -> None:
        name = format.toImageFormat().name()
        if name not in self._pictures:
            return
        painter.save()
        painter.setClipRect(QRectF(rect))
        self._renderer(name).render(painter, QRectF(rect))
        painter.restore()

    def _renderer(self, name: str) -> QSvgRenderer:
        if name not in self._renderers:
            svg = lettered(self._pictures[name].svg, self._language)
            self._renderers[name] = QSvgRenderer(QByteArray(svg.encode()))
        return self._renderers[name]
