"""A brief laid out in pages, and painted on any device: preview, printer and PDF look alike.

The layout is made once at a fixed resolution, whatever the device; painting only scales it. So a page breaks at the
same word on the screen and on paper.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QPageLayout, QPageSize, QPainter, QPen

from models.phrases import fill
from ui.printing.pages import DPI, Pages, font
from ui.printing.pictures import Pictures
from ui.printing.template import Heading, Sheets

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QPagedPaintDevice

    from models.briefs import Brief
    from models.records import Problem

__all__ = ["DPI", "MARGINS", "PAPERS", "Document", "page_layout"]

POINTS = 72
MARGINS = QMarginsF(20, 25, 20, 22)
"""Around the text, in millimetres; header and footer stand inside them."""
PAPERS = {"A4": QPageSize.PageSizeId.A4, "Letter": QPageSize.PageSizeId.Letter}
GREY, RULE = "#5b6b7a", "#c5ced6"
LONG = 34_000
"""Characters of rich text from which a brief is longer than about six pages: it gets a title page with contents."""
MOST = 42
"""Lines of contents that a title page has room for."""


def page_layout(paper: str) -> QPageLayout:
    """The page of a paper by its name. Raises KeyError for one that is not in PAPERS."""
    return QPageLayout(QPageSize(PAPERS[paper]), QPageLayout.Orientation.Portrait, MARGINS, QPageLayout.Unit.Millimeter)


class Document:
    """A brief cut into pages. `problem` says what was wrong with a template of the user's, so that ours was used."""

    def __init__(self, brief: Brief, paper: str, library: Path | None = None) -> None:
        self._brief = brief
        self._layout = page_layout(paper)
        self._full = QRectF(self._layout.fullRectPixels(DPI))
        self._area = QRectF(self._layout.paintRectPixels(DPI))
        sheets = Sheets(library)
        body = sheets.body(brief, long=False)
        long = len(body) > LONG
        self._body = self._pages(sheets.body(brief, long=True) if long else body, sheets)
        self._front = self._pages(sheets.front(brief, self._contents()), sheets) if long else None
        self.problem: Problem | None = sheets.problem

    @property
    def pages(self) -> int:
        return self._body.count + (self._front.count if self._front else 0)

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

    def _pages(self, html: str, sheets: Sheets) -> Pages:
        found = (picture for chapter in self._brief.chapters for part in chapter.parts for picture in part.pictures)
        return Pages(html, sheets.style(), self._area.size(), Pictures(found, DPI, self._area.width()))

    def _contents(self) -> tuple[Heading, ...]:
        """The headings with their pages behind one title page; parts are left out where there are too many."""
        found = [Heading(level, title, page + 2) for level, title, page in self._body.headings()]
        chapters = tuple(heading for heading in found if heading.level == 2)
        return tuple(found) if len(found) <= MOST else chapters

    # --- painting ---------------------------------------------------------------------------------------------------

    def _paint_page(self, painter: QPainter, number: int) -> None:
        front = self._front.count if self._front else 0
        if number >= front:
            self._paint_header(painter)
        self._paint_footer(painter, number)
        painter.translate(self._area.topLeft())
        if self._front and number < front:
            self._front.paint(painter, number)
        else:
            self._body.paint(painter, number - front)

    def _paint_header(self, painter: QPainter) -> None:
        line = QRectF(self._area.left(), _mm(12), self._area.width(), _mm(6))
        self._paint_margin(painter, line, "Oxus", self._brief.title)
        painter.drawLine(line.bottomLeft(), line.bottomRight())

    def _paint_footer(self, painter: QPainter, number: int) -> None:
        line = QRectF(self._area.left(), self._full.height() - _mm(17), self._area.width(), _mm(6))
        words = self._brief.words
        page = fill(words["page"], n=str(number + 1), count=str(self.pages))
        self._paint_margin(painter, line, fill(words["printed"], date=self._brief.date), page)
        painter.drawLine(line.topLeft(), line.topRight())

    def _paint_margin(self, painter: QPainter, line: QRectF, left: str, right: str) -> None:
        small = font(8)
        small.setPixelSize(round(8 * DPI / POINTS))
        painter.setFont(small)
        painter.setPen(QColor(GREY))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | middle), left)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignRight | middle), right)
        painter.setPen(QPen(QColor(RULE), _mm(0.15)))


def _mm(length: float) -> float:
    return length * DPI / 25.4
