"""Rich text cut into pages: headings stay with what follows them, short paragraphs are not torn, no line is cut.

Neither the first of several rows or paragraphs nor the last of them stands alone on a page.
"""

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
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextTable,
    QTextTableCell,
)

from ui.printing.blocks import (
    blocks,
    breaks,
    cells,
    first_heading,
    first_line,
    heads,
    image_of,
    is_heading,
    is_plain,
    table_of,
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
SMALLEST = 0.7
"""Of its size, what a picture must have: where a page has less room, it stands on another."""
FEW = 3
"""So many rows or paragraphs under a heading are not parted; of more, the first two stay together, and the last two."""
CONTENTS = (2, 3)
"""The ranks of headings that stand in the contents."""


class Pages:
    """A text laid out on pages of one size, in dots."""

    def __init__(
        self, html: str, style: str, size: QSizeF, pictures: Pictures, below: float = 0, columns: int = 2
    ) -> None:
        """The pages that are `columns` of the first sheet begin `below` what else stands on it."""
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
            QTextCursor(self._text).setBlockFormat(QTextBlockFormat())  # nor is it a heading
            line = layout.blockBoundingRect(self._text.begin()).height()
            self._lower(self._text.begin().next(), below - line)
        self._keep_together(below if columns > 1 else 0)

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

    @property
    def gap(self) -> float:
        """The most that is empty at the end of a page, but for the last."""
        layout = self._text.documentLayout()
        ends = [0.0] * self.count
        for block in blocks(self._text):
            bottom = layout.blockBoundingRect(block).bottom()
            page = min(int(bottom // self._height), self.count - 1)
            ends[page] = max(ends[page], bottom)
        return max(((page + 1) * self._height - end for page, end in enumerate(ends[:-1])), default=0.0)

    def headings(self) -> Iterator[Heading]:
        """Each heading that may stand in the contents, with its page from 0."""
        for block in blocks(self._text):
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
        for block in blocks(self._text):
            begins = block.position() > past
            first = block
            if begins and self._torn(block) and not breaks(head := first_heading(block)):
                if not self._shrunk(block):
                    self._break_before(head)
            elif begins and self._ends_alone(block):
                first = block.previous()
                self._break_before(first)
            if below and self._page_span(first)[0]:
                self._lower(first, below)
                below = 0
            table = table_of(block) if begins else None
            if table is not None:
                self._keep_rows(table)
                self._keep_last(table)
                past = table.lastPosition()

    def _break_before(self, block: QTextBlock) -> None:
        block_format = block.blockFormat()
        block_format.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
        block_format.setTopMargin(0)
        cursor = QTextCursor(block)
        cursor.beginEditBlock()
        cursor.setBlockFormat(block_format)
        self._lay_out_from(block.position())
        cursor.endEditBlock()

    def _shrunk(self, block: QTextBlock) -> bool:
        """Make a picture, this block or that above its caption, as small as the page has room for; false where that is
        too small."""
        picture = next((one for one in (block, block.previous()) if is_heading(one) and image_of(one)), None)
        if picture is None or not is_heading(picture.previous()):
            return False
        layout = self._text.documentLayout()
        above, around = layout.blockBoundingRect(picture.previous()), layout.blockBoundingRect(picture)
        caption = layout.blockBoundingRect(picture.next()).height()
        margins = sum(one.blockFormat().bottomMargin() for one in (picture.previous(), picture)) * DPI / PIXELS
        room = (above.bottom() // self._height + 1) * self._height - above.bottom() - margins - caption
        share = (room - 1) / around.height()
        if not SMALLEST <= share < 1:
            return False
        self._pictures.shrink(image_of(picture), share)
        cursor = QTextCursor(picture)
        cursor.beginEditBlock()
        self._lay_out_from(picture.position())
        cursor.endEditBlock()
        return True

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
        for row in range(heads(table), table.rows()):
            if self._ends_above(table, row):
                continue
            first, last = self._row_span(table, row)
            page = first // self._height
            if last // self._height == page or last - first > SHORT * self._height:
                continue
            self._move_row(table, row)

    def _move_row(self, table: QTextTable, row: int) -> None:
        """Move a row to the next page, by room below the one before it or, of the first, in it."""
        usual = table.format().toTableFormat().cellPadding()  # of cells that have none of their own
        moved, above = cells(table, row), row > heads(table)
        first, lowest = min(self._lines(cell)[0] for cell in moved), min(first_line(cell) for cell in moved)
        room = ((first // self._height + 1) * self._height - first - lowest + 1) / (DPI / PIXELS)
        cursor = QTextCursor(self._text)
        cursor.beginEditBlock()
        for cell in cells(table, row - 1) if above else moved:
            cell_format = cell.format().toTableCellFormat()
            if above:
                cell_format.setBottomPadding((cell_format.bottomPadding() or usual) + room)
            else:
                cell_format.setTopPadding((cell_format.topPadding() or usual) + room)
            cell.setFormat(cell_format)
        self._lay_out_from(table.firstPosition())
        cursor.endEditBlock()

    def _keep_last(self, table: QTextTable) -> None:
        """Move the last row but one to the page on which the last one stands alone; of few rows none."""
        last = table.rows() - 1
        if last - heads(table) < FEW:
            return
        (top, bottom), (alone, _) = (self._row_span(table, row) for row in (last - 1, last))
        if top // self._height == alone // self._height or bottom - top > SHORT * self._height:
            return
        usual = table.format().toTableFormat().cellPadding()
        for cell, like in zip(cells(table, last - 1), cells(table, last), strict=True):
            cell_format = cell.format().toTableCellFormat()  # the room that has moved the last one is no longer needed
            cell_format.setBottomPadding(like.format().toTableCellFormat().bottomPadding() or usual)
            cell.setFormat(cell_format)
        self._move_row(table, last - 1)

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

    def _row_span(self, table: QTextTable, row: int) -> tuple[float, float]:
        """The tops of the first and the last line of a row."""
        spans = [self._lines(cell) for cell in cells(table, row)]
        return min(top for top, _ in spans), max(bottom for _, bottom in spans)

    def _torn(self, block: QTextBlock) -> bool:
        """Does a page end where it should not: inside this short block, or between it and its heading?

        A heading stays with the first rows of its table, not with its head alone, and with the first paragraphs.
        """
        table = table_of(block)
        headed = is_heading(block.previous())
        if table is not None:
            return headed and self._page_span(block.previous())[1] < self._page_of_first_rows(table)
        first, last = self._page_span(block)
        if headed and self._page_span(block.previous())[1] < self._page_of_first_blocks(block):
            return True
        short = self._text.documentLayout().blockBoundingRect(block).height() < SHORT * self._height
        return first < last and short

    def _ends_alone(self, block: QTextBlock) -> bool:
        """Is this the last paragraph of several, and the only one on its page?"""
        before = block.previous()
        if not all(is_plain(one) for one in (block, before, before.previous())) or is_plain(block.next()):
            return False
        (first, last), page = self._page_span(before), self._page_span(block)[0]
        short = self._text.documentLayout().blockBoundingRect(before).height() < SHORT * self._height
        return first == last < page and short and not breaks(block)

    def _page_of_first_blocks(self, block: QTextBlock) -> int:
        """The page on which the first paragraphs under a heading end, unless they are long; else where this begins."""
        found, top = [block], self._text.documentLayout().blockBoundingRect(block).top()
        while len(found) <= FEW and all(map(is_plain, (found[-1], found[-1].next()))):
            found.append(found[-1].next())
        last = found[-1] if len(found) <= FEW else found[1]
        end = self._text.documentLayout().blockBoundingRect(last).bottom()
        return self._page_span(last)[1] if end - top < SHORT * self._height else self._page_span(block)[0]

    def _page_of_first_rows(self, table: QTextTable) -> int:
        """The page on which the first rows behind the head end; where these are long, the first one; where that is too
        long to be kept whole, begins."""
        first = min(heads(table), table.rows() - 1)
        top, bottom = self._row_span(table, first)
        count = table.rows() - first
        last = self._row_span(table, first + (count if count <= FEW else 2) - 1)[1]
        whole = [end for end in (last, bottom) if end - top <= SHORT * self._height]
        return int((whole[0] if whole else top) // self._height)

    def _page_span(self, block: QTextBlock) -> tuple[int, int]:
        """The pages of the block's first and last line."""
        top = self._text.documentLayout().blockBoundingRect(block).top()
        layout = block.layout()
        if not layout.lineCount():
            return int(top // self._height), int(top // self._height)
        start, end = layout.lineAt(0), layout.lineAt(layout.lineCount() - 1)
        return int((top + start.y()) // self._height), int((top + end.y()) // self._height)


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
