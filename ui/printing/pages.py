"""Rich text laid out once, and pages made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QBrush,
    QImage,
    QPalette,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
    QTextLayout,
)

from ui.printing.blocks import DPI, named, text_of
from ui.printing.filling import Filling, filled, in_columns
from ui.printing.fonts import font
from ui.printing.strips import Cutting

if TYPE_CHECKING:
    from PySide6.QtCore import QSizeF
    from PySide6.QtGui import QPainter

    from ui.printing.filling import Piece
    from ui.printing.pictures import Pictures
    from ui.printing.template import Heading

EDGE = 4.0
"""Dots at the edges of a piece that are looked at for no line: one that only touches it is another's."""


class Pages:
    """A text cut into pages of one size, in dots, once `fill` has told where they begin."""

    def __init__(self, html: str, style: str, size: QSizeF, pictures: Pictures, language: str = "") -> None:
        self._size = size
        self._reference = _reference_device()
        self._pictures = pictures
        self._text = QTextDocument()
        self._text.setDocumentMargin(0)
        self._text.setDefaultFont(font(10, language))
        self._text.setDefaultStyleSheet(style)
        layout = self._text.documentLayout()
        layout.setPaintDevice(self._reference)
        layout.registerHandler(QTextFormat.ObjectTypes.ImageObject.value, pictures)
        self._text.setHtml(html)
        self._text.setTextWidth(size.width())
        self._cutting = Cutting(self._text, size.height())
        self._filling = Filling((), size.height())

    def fill(self, below: float = 0, without: str = "") -> Pages:
        """Cut it into pages, of which the first begins `below` what else stands on it. The part with the picture
        `without` stays out."""
        parts = [part for part in self._cutting.parts if without not in part.pictures]
        return self._filled(filled(parts, self._size.height(), (below,)))

    def fill_columns(self, below: float, first: str) -> Pages:
        """Cut it into pages that stand two by two, `below` what else stands on the first sheet: there the second one
        begins beside the paragraph of the id `first`, and on the last sheet both end alike."""
        beside = below + self._above(first)
        return self._filled(in_columns(self._cutting.parts, self._size.height(), (below, beside)))

    def _above(self, name: str) -> float:
        """How much stands above the paragraph of an id."""
        strip = next((strip for part in self._cutting.parts for strip in part.strips), None)
        block = self._text.begin()
        while block.isValid() and named(block) != name:
            block = block.next()
        if strip is None or not block.isValid():
            return 0.0
        return self._text.documentLayout().blockBoundingRect(block).top() - strip.top

    def _filled(self, filling: Filling) -> Pages:
        self._filling = filling
        for strip in self._filling.begun:
            if strip.row:
                self._tell_again(*strip.row)
        return self

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._filling.pages)

    @property
    def free(self) -> float:
        """How much of the last page is empty."""
        return self._filling.free

    @property
    def titles(self) -> list[Heading]:
        """Each heading that may stand in the contents, in the order of the text and without its page."""
        return [strip.heading for part in self._cutting.parts for strip in part.strips if strip.heading]

    @property
    def headings(self) -> list[Heading]:
        """Each heading that stands on a page and may stand in the contents, with its page from 0."""
        return self._filling.headings

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint a page with its upper left corner at the painter's origin."""
        for piece in self._filling.pages[number]:
            painter.save()
            painter.translate(0, piece.y)
            painter.scale(piece.share, piece.share)
            painter.translate(0, -piece.top)
            self._paint_piece(painter, piece)
            painter.restore()

    def _paint_piece(self, painter: QPainter, piece: Piece) -> None:
        view = QRectF(0, piece.top, self._size.width(), piece.bottom - piece.top)
        painter.setClipRect(view)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = view.adjusted(0, EDGE, 0, -EDGE)
        palette = QPalette(context.palette)
        palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
        context.palette = palette
        self._text.documentLayout().draw(painter, context)

    def _tell_again(self, number: int, row: int) -> None:
        """What a row tells again of the one before it, in its first cell and a fainter colour, is told anew where that
        one is on another page."""
        table, first = self._cutting.tables[number], row
        told = text_of(table.cellAt(row, 0))
        while first and text_of(table.cellAt(first - 1, 0)) == told:
            first -= 1
        if first == row:
            return
        named = table.cellAt(first, 0).firstCursorPosition().block()
        _colour(table.cellAt(row, 0).firstCursorPosition().block(), named.begin().fragment().charFormat().foreground())


def _colour(block: QTextBlock, brush: QBrush) -> None:
    """Give the words of a block another colour, and leave its lines where they are."""
    colour, all_of_it, layout = QTextCharFormat(), QTextLayout.FormatRange(), block.layout()
    colour.setForeground(brush)
    all_of_it.start, all_of_it.length, all_of_it.format = 0, block.length() - 1, colour
    lines = [(line.width(), line.position()) for line in map(layout.lineAt, range(layout.lineCount()))]
    layout.setFormats([all_of_it])  # which forgets the lines
    layout.beginLayout()
    for width, position in lines:
        line = layout.createLine()
        line.setLineWidth(width)
        line.setPosition(position)
    layout.endLayout()


def _reference_device() -> QImage:
    image = QImage(1, 1, QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(DPI / 0.0254))
    image.setDotsPerMeterY(round(DPI / 0.0254))
    return image
