"""A paragraph in which some words are marked, as search results show them: drawn in bold."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout, QTextOption

from models.text import utf16_offset

NARROWEST = 40
Marks = Iterable[tuple[int, int]]


def marked(text: str, marks: Marks, face: QFont, width: int, strong: QColor | None = None) -> QTextLayout:
    """The paragraph laid out, with its marks in bold and, if given, in a colour; Qt counts in UTF-16 units."""
    layout = QTextLayout(text, face)
    wraps = QTextOption()
    wraps.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)  # a word may be longer than the line
    layout.setTextOption(wraps)
    bold = QTextCharFormat()
    bold.setFontWeight(QFont.Weight.Bold)
    if strong is not None:
        bold.setForeground(strong)
    layout.setFormats([_range(text, start, end, bold) for start, end in marks])
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, NARROWEST))
        line.setPosition(QRectF(0, top, 0, 0).topLeft())
        top += line.height()
    layout.endLayout()
    return layout


def _range(text: str, start: int, end: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    piece = QTextLayout.FormatRange()
    piece.start = utf16_offset(text, start)
    piece.length = utf16_offset(text, end) - piece.start
    piece.format = look
    return piece
