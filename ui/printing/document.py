"""A brief laid out in pages, and painted on any device: preview, printer and PDF look alike.

The layout is made once at a fixed resolution, whatever the device; painting only scales it. So a page breaks at the
same word on the screen and on paper.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontDatabase,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPen,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from ui.printing.template import as_html, style_sheet

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice

    from models.briefs import Brief

DPI = 1200
POINTS = 72
MARGINS = QMarginsF(20, 25, 20, 22)
"""Around the text, in millimetres; header and footer stand inside them."""
PAPERS = {"A4": QPageSize.PageSizeId.A4, "Letter": QPageSize.PageSizeId.Letter}
GREY, RULE = "#5b6b7a", "#c5ced6"
SHORT = 1 / 3
"""A paragraph up to this share of a page is not torn in two."""


def page_layout(paper: str) -> QPageLayout:
    """The page of a paper by its name. Raises KeyError for one that is not in PAPERS."""
    return QPageLayout(QPageSize(PAPERS[paper]), QPageLayout.Orientation.Portrait, MARGINS, QPageLayout.Unit.Millimeter)


class Document:
    """A brief cut into pages."""

    def __init__(self, brief: Brief, paper: str) -> None:
        self._title = brief.title
        self._printed = f"Printed {brief.date}"
        self._layout = page_layout(paper)
        self._full = QRectF(self._layout.fullRectPixels(DPI))
        self._area = QRectF(self._layout.paintRectPixels(DPI))
        self._reference = _reference_device()
        self._text = QTextDocument()
        self._text.setDocumentMargin(0)
        self._text.setDefaultFont(_font(10))
        self._text.setDefaultStyleSheet(style_sheet())
        self._text.documentLayout().setPaintDevice(self._reference)
        self._text.setHtml(as_html(brief))
        self._text.setPageSize(self._area.size())
        self._keep_together()

    @property
    def pages(self) -> int:
        return self._text.pageCount()

    @property
    def sheet(self) -> QPageLayout:
        """The paper without margins: the pages bring their own."""
        layout = QPageLayout(self._layout)
        layout.setMode(QPageLayout.Mode.FullPageMode)
        layout.setMargins(QMarginsF())
        return layout

    def paint(self, device: QPagedPaintDevice) -> bool:
        """Paint every page on the device; false where the device cannot be painted on."""
        device.setPageLayout(self.sheet)
        painter = QPainter()
        if not painter.begin(device):
            return False
        scale = device.logicalDpiX() / DPI
        for number in range(self.pages):
            if number and not device.newPage():
                painter.end()
                return False
            painter.save()
            painter.scale(scale, scale)
            self._paint_page(painter, number)
            painter.restore()
        return painter.end()

    # --- layout -----------------------------------------------------------------------------------------------------

    def _keep_together(self) -> None:
        """Move headings to the page of what follows them, and short paragraphs to the next page as a whole."""
        for block in _blocks(self._text):
            first = _first_heading(block)
            if self._torn(block) and not _breaks(first):
                _break_before(first)
                # Without this Qt keeps the lines below where the earlier break had put them.
                self._text.markContentsDirty(first.position(), self._text.characterCount() - first.position())

    def _torn(self, block: QTextBlock) -> bool:
        """Does a page end where it should not: inside this short block, or between it and its heading?"""
        if QTextCursor(block).currentTable() is not None and not _is_heading(block.previous()):
            return False
        first, last = self._page_span(block)
        if _is_heading(block.previous()) and self._page_span(block.previous())[1] < first:
            return True
        short = self._text.documentLayout().blockBoundingRect(block).height() < SHORT * self._area.height()
        return first < last and short and QTextCursor(block).currentTable() is None

    def _page_span(self, block: QTextBlock) -> tuple[int, int]:
        """The pages of the block's first and last line."""
        top = self._text.documentLayout().blockBoundingRect(block).top()
        layout, height = block.layout(), self._area.height()
        if not layout.lineCount():
            return int(top // height), int(top // height)
        start, end = layout.lineAt(0), layout.lineAt(layout.lineCount() - 1)
        return int((top + start.y()) // height), int((top + end.y()) // height)

    # --- painting ---------------------------------------------------------------------------------------------------

    def _paint_page(self, painter: QPainter, number: int) -> None:
        self._paint_header(painter)
        self._paint_footer(painter, number)
        painter.translate(self._area.left(), self._area.top() - number * self._area.height())
        view = QRectF(0, number * self._area.height(), self._area.width(), self._area.height())
        painter.setClipRect(view)
        context = QAbstractTextDocumentLayout.PaintContext()
        # A line is drawn when it touches the clip: the first one of the next page must not.
        context.clip = view.adjusted(0, 0, 0, -_mm(1))
        palette = QPalette(context.palette)
        palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
        context.palette = palette
        self._text.documentLayout().draw(painter, context)

    def _paint_header(self, painter: QPainter) -> None:
        line = QRectF(self._area.left(), _mm(12), self._area.width(), _mm(6))
        self._paint_margin(painter, line, "Oxus", self._title)
        painter.drawLine(line.bottomLeft(), line.bottomRight())

    def _paint_footer(self, painter: QPainter, number: int) -> None:
        line = QRectF(self._area.left(), self._full.height() - _mm(17), self._area.width(), _mm(6))
        self._paint_margin(painter, line, self._printed, f"Page {number + 1} of {self.pages}")
        painter.drawLine(line.topLeft(), line.topRight())

    def _paint_margin(self, painter: QPainter, line: QRectF, left: str, right: str) -> None:
        font = _font(8)
        font.setPixelSize(round(8 * DPI / POINTS))
        painter.setFont(font)
        painter.setPen(QColor(GREY))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | middle), left)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignRight | middle), right)
        painter.setPen(QPen(QColor(RULE), _mm(0.15)))


def _font(points: float) -> QFont:
    """The system's own sans-serif: it has fallbacks for every script that the system can show."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPointSizeF(points)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _reference_device() -> QImage:
    image = QImage(1, 1, QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(DPI / 0.0254))
    image.setDotsPerMeterY(round(DPI / 0.0254))
    return image


def _mm(length: float) -> float:
    return length * DPI / 25.4


def _blocks(text: QTextDocument) -> Iterator[QTextBlock]:
    block = text.begin()
    while block.isValid():
        yield block
        block = block.next()


def _is_heading(block: QTextBlock) -> bool:
    return block.isValid() and block.blockFormat().headingLevel() > 0


def _first_heading(block: QTextBlock) -> QTextBlock:
    """The first of the headings that stand right above the block, or the block itself."""
    while _is_heading(block.previous()):
        block = block.previous()
    return block


def _breaks(block: QTextBlock) -> bool:
    return bool(block.blockFormat().pageBreakPolicy() & QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)


def _break_before(block: QTextBlock) -> None:
    block_format = block.blockFormat()
    block_format.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    QTextCursor(block).setBlockFormat(block_format)
