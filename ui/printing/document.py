"""A brief laid out in pages, and painted on any device: preview, printer and PDF look alike.

The layout is made once at a fixed resolution, whatever the device; painting only scales it. So a page breaks at the
same word on the screen and on paper.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs
from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPageLayout, QPageSize, QPainter, QPen

from models.phrases import fill
from ui.printing.blocks import DPI
from ui.printing.filling import OPEN, SMALLEST
from ui.printing.fonts import evenly, font, lacking
from ui.printing.pages import Pages
from ui.printing.pictures import Pictures
from ui.printing.template import Heading, Script, script

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QPagedPaintDevice

    from models.briefs import Brief, Part, Picture
    from models.records import Problem

__all__ = ["DPI", "MARGINS", "PAPERS", "Document", "page_layout"]

POINTS = 72
MARGINS = QMarginsF(20, 25, 20, 22)
"""Around the text, in millimetres; header and footer stand inside them."""
PAPERS = {"A4": QPageSize.PageSizeId.A4, "Letter": QPageSize.PageSizeId.Letter}
GREY, RULE = "#5b6b7a", "#c5ced6"
MOST, BESIDE, SEVERAL = 42, 24, 16
"""Lines of contents that a title page has room for: alone, beside a summary or a map, and beside these where there are
several chapters, which are what one looks for."""
CHAPTER = 2
"""The rank of a chapter's heading."""
SOURCES, SOURCE = "sources", "source"
GUTTER = 7
"""Between the columns of sources, in millimetres."""
ROOM = 0.4
"""The share of the last page of the body that must be free for the sources to begin on it."""
SMALLEST_ALONE = 0.5
"""Of its size, what a picture on a title page must have below which no chapter begins: the room would stay empty."""
BELOW = 8
"""Between what ends on a page and what begins on it, in millimetres."""


def page_layout(paper: str) -> QPageLayout:
    """The page of a paper by its name. Raises KeyError for one that is not in PAPERS."""
    return QPageLayout(QPageSize(PAPERS[paper]), QPageLayout.Orientation.Portrait, MARGINS, QPageLayout.Unit.Millimeter)


class Document:
    """A brief cut into pages. `problem` says what was wrong with a template of the user's, so that ours was used.

    A long one has a title page with its contents, below which the body begins where there is room and no picture has
    it, and its sources in two columns: on pages of their own, or from the last page of its body on where that is far
    from full.
    """

    def __init__(self, brief: Brief | Script, paper: str, library: Path | None = None) -> None:
        written = brief if isinstance(brief, Script) else script(brief, library)
        self._brief = brief = written.brief
        self._layout = page_layout(paper)
        self._full = QRectF(self._layout.fullRectPixels(DPI))
        self._area = QRectF(self._layout.paintRectPixels(DPI))
        self._sheets = written.sheets
        self._style = self._sheets.style()
        self._columns: Pages | None = None
        self._shared = 0
        self._joined = 0
        self._front: Pages | None = None
        if written.long:
            self._bind(written.body, written.sources, written.summary)
        else:
            self._body = self._pages(written.body, self._area.width()).fill()
            self.headings = self._body.headings
        self.problem: Problem | None = lacking(brief.language) or self._sheets.problem

    @property
    def title(self) -> str:
        """What the brief is called."""
        return self._brief.title

    @property
    def language(self) -> str:
        """The BCP 47 tag of its language."""
        return self._brief.language

    @property
    def pages(self) -> int:
        behind = (self._columns.count + 1) // 2 if self._columns else 0
        return self._before + self._body.count + behind - self._shared

    @property
    def sheet(self) -> QPageLayout:
        """The paper without margins: the pages bring their own."""
        layout = QPageLayout(self._layout)
        layout.setMode(QPageLayout.Mode.FullPageMode)
        layout.setMargins(QMarginsF())
        return layout

    def paint(self, device: QPagedPaintDevice, numbers: Sequence[int] | None = None) -> bool:
        """Paint every page on the device, or those of these numbers from 0; false where it cannot be painted on."""
        device.setPageLayout(self.sheet)
        painter = QPainter()
        if not painter.begin(device):
            return False
        scale = device.logicalDpiX() / DPI
        for place, number in enumerate(range(self.pages) if numbers is None else numbers):
            if place and not device.newPage():
                painter.end()
                return False
            painter.save()
            painter.scale(scale, scale)
            self._paint_page(painter, number)
            painter.restore()
        return painter.end()

    # --- layout -----------------------------------------------------------------------------------------------------

    def _bind(self, body: str, sources: str, summary: Part | None) -> None:
        """Cut a long brief into pages: its body and its sources, and the title page, which tells where they are."""
        self._body = self._pages(body, self._area.width())
        cover = self._cover(summary)
        below = 0.0 if cover or not self._is_one else self._below_contents(summary)
        self._joined = int(below > 0)
        self._body.fill(below, without=cover.id if cover else "")
        height, free = self._area.height(), self._body.free
        self._shared = int(free >= ROOM * height)
        self._columns = self._pages(sources, (self._area.width() - _mm(GUTTER)) / 2)
        self._columns.fill_columns(height - free + _mm(BELOW) if self._shared else 0.0, f"{SOURCE}-1")
        for fronts in (1, 2):  # a long summary takes a second page
            contents = self._contents(fronts - self._joined, beside=bool(cover or summary))
            self._front = self._title_page(contents, cover, summary)
            if self._front.count == fronts:
                break

    @property
    def _is_one(self) -> bool:
        """Whether the brief is on one thing, so that its title page is the first of that."""
        return len(self._brief.chapters) == 1 and self._brief.chapters[0].title == self._brief.title

    def _below_contents(self, summary: Part | None) -> float:
        """Where the body begins below the contents on the title page; 0 where that has no room."""
        titles = _fewer(self._with_sources(self._body.titles, 1), beside=bool(summary))
        front = self._title_page(titles, None, summary)
        height = self._area.height()
        fits = front.count == 1 and front.free >= OPEN * height
        return height - front.free + _mm(BELOW) if fits else 0.0

    def _contents(self, before: int, *, beside: bool) -> list[Heading]:
        """The headings that the contents have room for, with their pages where so many stand `before` the body."""
        found = [heading._replace(page=heading.page + before + 1) for heading in self._body.headings]
        self.headings = self._with_sources(found, self._body.count + before + 1 - self._shared)
        return _fewer(self.headings, beside=beside)

    def _title_page(self, contents: Sequence[Heading], cover: Picture | None, summary: Part | None) -> Pages:
        return self._pages(self._sheets.front(self._brief, contents, cover, summary), self._area.width(), cover).fill()

    def _with_sources(self, found: list[Heading], last: int) -> list[Heading]:
        """The headings and that of the sources, which rank as a part where there are no chapters."""
        rank = min((heading.level for heading in found), default=CHAPTER)
        return [*found, Heading(rank, self._brief.words["sources_title"], last, SOURCES)]

    def _cover(self, summary: Part | None) -> Picture | None:
        """The first picture that has a caption, as large as the title page has room for; none where that is little."""
        pictures = (part.pictures[0] for part in self._brief.chapters[0].parts if part.pictures)
        cover = next((picture for picture in pictures if picture.caption), None)
        if cover is None:
            return None
        contents = _fewer(self._with_sources(self._body.titles, 1), beside=True)
        full = min(1.0, self._area.width() / (cover.width * DPI / POINTS))
        least = full * (SMALLEST if self._is_one else SMALLEST_ALONE)
        page = self._title_page(contents, _scaled(cover, least), summary)
        room = (page.free - _mm(1)) / (cover.height * DPI / POINTS)
        return _scaled(cover, min(full, least + room)) if page.count == 1 and room >= 0 else None

    def _pages(self, html: str, width: float, cover: Picture | None = None) -> Pages:
        """A text as wide as this, with the pictures of the brief or only that of its cover."""
        found = (picture for chapter in self._brief.chapters for part in chapter.parts for picture in part.pictures)
        pictures = Pictures((cover,) if cover else found, DPI, width, self.language)
        return Pages(
            html, evenly(self._style, self.language), QSizeF(width, self._area.height()), pictures, self.language
        )

    @property
    def _fronts(self) -> int:
        return self._front.count if self._front else 0

    @property
    def _before(self) -> int:
        """How many pages come before that on which the body begins."""
        return self._fronts - self._joined

    # --- painting ---------------------------------------------------------------------------------------------------

    def _paint_page(self, painter: QPainter, number: int) -> None:
        if number >= self._fronts:
            self._paint_header(painter)
        self._paint_footer(painter, number)
        painter.translate(self._area.topLeft())
        behind = number - self._before - self._body.count
        if self._front and number < self._fronts:
            self._front.paint(painter, number)
        if number < self._before:
            return
        if behind < 0:
            self._body.paint(painter, number - self._before)
        if self._columns and behind + self._shared >= 0:
            self._paint_columns(painter, self._columns, behind + self._shared)

    def _paint_columns(self, painter: QPainter, columns: Pages, number: int) -> None:
        for column in range(2 * number, min(2 * number + 2, columns.count)):
            painter.save()
            painter.translate((column % 2) * (self._area.width() + _mm(GUTTER)) / 2, 0)
            columns.paint(painter, column)
            painter.restore()

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
        small = font(8, self.language)
        small.setPixelSize(round(8 * DPI / POINTS))
        painter.setFont(small)
        painter.setPen(QColor(GREY))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | middle), left)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignRight | middle), right)
        painter.setPen(QPen(QColor(RULE), _mm(0.15)))


def _scaled(picture: Picture, share: float) -> Picture:
    return structs.replace(picture, width=picture.width * share, height=picture.height * share)


def _mm(length: float) -> float:
    return length * DPI / 25.4


def _fewer(headings: list[Heading], *, beside: bool) -> list[Heading]:
    """The headings that contents have room for: all, or only those of chapters."""
    chapters = [heading for heading in headings if heading.level == CHAPTER]
    room = (SEVERAL if len(chapters) > 2 else BESIDE) if beside else MOST
    return headings if len(headings) <= room else chapters
