"""Rich text cut into pages: headings stay with what follows them, short paragraphs are not torn, no line is cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QFontDatabase,
    QImage,
    QPalette,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextTable,
    QTextTableCell,
)

from ui.printing.template import Heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPainter

    from ui.printing.pictures import Pictures

DPI = 1200
PIXELS = 96
"""To an inch: what Qt counts the padding of cells in."""
SHORT = 1 / 3
"""A paragraph up to this share of a page is not torn in two."""
CONTENTS = (2, 3)
"""The ranks of headings that stand in the contents."""


class Pages:
    """A text laid out on pages of one size, in dots."""

    def __init__(self, html: str, style: str, size: QSizeF, pictures: Pictures, below: float = 0) -> None:
        """The first two pages, columns of one sheet, begin `below` what else stands on it."""
        self._height = size.height()
        self._reference = _reference_device()
        self._pictures = pictures
        self._text = QTextDocument()
        self._text.setDocumentMargin(0)
        self._text.setDefaultFont(font(10))
        self._text.setDefaultStyleSheet(style)
        layout = self._text.documentLayout()
        layout.setPaintDevice(self._reference)
        layout.registerHandler(QTextFormat.ObjectTypes.ImageObject.value, pictures)
        self._text.setHtml(html)
        self._text.setPageSize(size)
        if below:
            QTextCursor(self._text).insertBlock()  # the very first block of a text has no room above it
            line = layout.blockBoundingRect(self._text.begin()).height()
            self._lower(self._text.begin().next(), below - line)
        self._keep_together(below)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._text.pageCount()

    @property
    def free(self) -> float:
        """How much of the last page is empty."""
        last = self._text.rootFrame().childFrames()[-1:]
        layout = self._text.documentLayout()
        ends = [layout.blockBoundingRect(self._text.lastBlock()), *map(layout.frameBoundingRect, last)]
        return self.count * self._height - max(end.bottom() for end in ends)

    def headings(self) -> Iterator[Heading]:
        """Each heading that may stand in the contents, with its page from 0."""
        for block in _blocks(self._text):
            level = block.blockFormat().headingLevel()
            if level in CONTENTS:
                names = block.begin().fragment().charFormat().anchorNames()
                yield Heading(level, block.text().strip(), self._page_span(block)[0], "".join(names[:1]))

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint a page with its upper left corner at the painter's origin."""
        painter.save()
        painter.translate(0, -number * self._height)
        view = QRectF(0, number * self._height, self._text.pageSize().width(), self._height)
        painter.setClipRect(view)
        context = QAbstractTextDocumentLayout.PaintContext()
        # A line is drawn when it touches the clip: the first one of the next page must not.
        context.clip = view.adjusted(0, 0, 0, -DPI / 25.4)
        palette = QPalette(context.palette)
        palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
        context.palette = palette
        self._text.documentLayout().draw(painter, context)
        painter.restore()

    # --- layout -----------------------------------------------------------------------------------------------------

    def _keep_together(self, below: float) -> None:
        """Move headings to the page of what follows them, short paragraphs and rows to the next page as a whole.

        The second page begins `below` what else stands on its sheet.

        In the order of reading: what is moved moves what comes after it. A table is one step.
        """
        past = -1
        for block in _blocks(self._text):
            begins = block.position() > past
            if begins and self._torn(block) and not _breaks(first := _first_heading(block)):
                self._break_before(first)
            if below and self._page_span(block)[0]:
                self._lower(block, below)
                below = 0
            table = _table_of(block) if begins else None
            if table is not None:
                self._keep_rows(table)
                past = table.lastPosition()

    def _break_before(self, block: QTextBlock) -> None:
        block_format = block.blockFormat()
        block_format.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
        cursor = QTextCursor(block)
        cursor.beginEditBlock()
        cursor.setBlockFormat(block_format)
        self._lay_out_from(block.position())
        cursor.endEditBlock()

    def _lower(self, block: QTextBlock, room: float) -> None:
        """Begin a page with room above its first block."""
        block_format = block.blockFormat()
        block_format.setTopMargin(room * PIXELS / DPI)
        cursor = QTextCursor(block)
        cursor.beginEditBlock()
        cursor.setBlockFormat(block_format)
        self._lay_out_from(block.position())
        cursor.endEditBlock()

    def _keep_rows(self, table: QTextTable) -> None:
        """Move rows that a page would tear, as long as they are short, to the next page as a whole.

        Qt knows no such wish. Room below the row before makes the first line of a row just leave the page, and the
        others go with it. The first row has only the head before it, which is on every page: its room is its own.
        """
        heads = table.format().toTableFormat().headerRowCount()
        usual = table.format().toTableFormat().cellPadding()  # of cells that have none of their own
        for row in range(heads, table.rows()):
            if self._ends_above(table, row):
                continue
            cells = _cells(table, row)
            tops = [self._lines(cell) for cell in cells]
            first, last = min(top for top, _ in tops), max(bottom for _, bottom in tops)
            page = first // self._height
            if last // self._height == page or last - first > SHORT * self._height:
                continue
            lowest = min(_first_line(cell) for cell in cells)
            room = ((page + 1) * self._height - first - lowest + 1) / (DPI / PIXELS)
            cursor = QTextCursor(self._text)
            cursor.beginEditBlock()
            for cell in _cells(table, row - 1) if row > heads else cells:
                cell_format = cell.format().toTableCellFormat()
                if row > heads:
                    cell_format.setBottomPadding((cell_format.bottomPadding() or usual) + room)
                else:
                    cell_format.setTopPadding((cell_format.topPadding() or usual) + room)
                cell.setFormat(cell_format)
            self._lay_out_from(table.firstPosition())
            cursor.endEditBlock()

    def _ends_above(self, table: QTextTable, row: int) -> bool:
        """Whether the next row begins on the page of this one, so that no page tears it: the cheap thing to ask."""
        if row + 1 == table.rows():
            return False
        layout = self._text.documentLayout()
        starts = (table.cellAt(one, 0).firstCursorPosition().block() for one in (row, row + 1))
        pages = [layout.blockBoundingRect(start).top() // self._height for start in starts]
        return pages[0] == pages[1]

    def _lay_out_from(self, position: int) -> None:
        """Have the rest laid out anew: else Qt keeps lines where they were, and loses what is between pages then.

        Within the edit that moves something, or it would all be laid out twice.
        """
        self._text.markContentsDirty(position, self._text.characterCount() - position)

    def _lines(self, cell: QTextTableCell) -> tuple[float, float]:
        """The tops of the first and the last line of a cell."""
        start, end = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
        layout = self._text.documentLayout()
        top, bottom = layout.blockBoundingRect(start).top(), layout.blockBoundingRect(end).top()
        lines = end.layout().lineCount()
        return top, bottom + (end.layout().lineAt(lines - 1).y() if lines else 0.0)

    def _torn(self, block: QTextBlock) -> bool:
        """Does a page end where it should not: inside this short block, or between it and its heading?

        A heading stays with the first row of its table, not with its head alone.
        """
        table = _table_of(block)
        headed = _is_heading(block.previous())
        if table is not None:
            return headed and self._page_span(block.previous())[1] < self._page_of_first_row(table)
        first, last = self._page_span(block)
        if headed and self._page_span(block.previous())[1] < first:
            return True
        short = self._text.documentLayout().blockBoundingRect(block).height() < SHORT * self._height
        return first < last and short

    def _page_of_first_row(self, table: QTextTable) -> int:
        """The page on which the first row behind the head ends; where it is too long to be kept whole, begins."""
        row = min(table.format().toTableFormat().headerRowCount(), table.rows() - 1)
        spans = [self._lines(table.cellAt(row, column)) for column in range(table.columns())]
        first, last = min(top for top, _ in spans), max(bottom for _, bottom in spans)
        return int((first if last - first > SHORT * self._height else last) // self._height)

    def _page_span(self, block: QTextBlock) -> tuple[int, int]:
        """The pages of the block's first and last line."""
        top = self._text.documentLayout().blockBoundingRect(block).top()
        layout = block.layout()
        if not layout.lineCount():
            return int(top // self._height), int(top // self._height)
        start, end = layout.lineAt(0), layout.lineAt(layout.lineCount() - 1)
        return int((top + start.y()) // self._height), int((top + end.y()) // self._height)


def _cells(table: QTextTable, row: int) -> list[QTextTableCell]:
    return [table.cellAt(row, column) for column in range(table.columns())]


def _first_line(cell: QTextTableCell) -> float:
    """How high the first line of a cell is."""
    layout = cell.firstCursorPosition().block().layout()
    return layout.lineAt(0).height() if layout.lineCount() else 0.0


def font(points: float) -> QFont:
    """The system's own sans-serif: it has fallbacks for every script that the system can show."""
    found = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    found.setPointSizeF(points)
    found.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    found.setFeature(QFont.Tag("liga"), 0)  # "fi" as one sign is not found in a PDF
    return found


def _reference_device() -> QImage:
    image = QImage(1, 1, QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(DPI / 0.0254))
    image.setDotsPerMeterY(round(DPI / 0.0254))
    return image


def _blocks(text: QTextDocument) -> Iterator[QTextBlock]:
    block = text.begin()
    while block.isValid():
        yield block
        block = block.next()


def _table_of(block: QTextBlock) -> QTextTable | None:
    """The table that the block stands in; Qt's types do not tell that there may be none."""
    return QTextCursor(block).currentTable()


def _is_heading(block: QTextBlock) -> bool:
    return block.isValid() and block.blockFormat().headingLevel() > 0


def _first_heading(block: QTextBlock) -> QTextBlock:
    """The first of the headings that stand right above the block, or the block itself."""
    while _is_heading(block.previous()):
        block = block.previous()
    return block


def _breaks(block: QTextBlock) -> bool:
    return bool(block.blockFormat().pageBreakPolicy() & QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
