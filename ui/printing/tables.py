"""Tables cut into pages: short rows are not torn, neither the first nor the last stands alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from ui.printing.blocks import DPI, FEW, PIXELS, SHORT, cells, first_line, heads, lay_out_from, text_of

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument, QTextTable, QTextTableCell


class Tables:
    """The tables of a text on pages of one height, in dots."""

    def __init__(self, text: QTextDocument, height: float) -> None:
        self._text = text
        self._height = height

    def keep(self, table: QTextTable) -> None:
        """Move rows to where they belong, in the order of reading: what is moved moves what comes after it."""
        self._keep_whole(table)
        self._keep_last(table)
        self._tell_again(table)

    def page_of_first_rows(self, table: QTextTable) -> int:
        """The page on which the first rows behind the head end; where these are long, the first one; where that is too
        long to be kept whole, begins."""
        first = min(heads(table), table.rows() - 1)
        top, bottom = self._row_span(table, first)
        count = table.rows() - first
        last = self._row_span(table, first + (count if count <= FEW else 2) - 1)[1]
        whole = [end for end in (last, bottom) if end - top <= SHORT * self._height]
        return int((whole[0] if whole else top) // self._height)

    def _keep_whole(self, table: QTextTable) -> None:
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
        lay_out_from(self._text, table.firstPosition())
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

    def _tell_again(self, table: QTextTable) -> None:
        """What a row tells again of the one before it, in its first cell and a fainter colour, is told anew where that
        one is on another page."""
        first = heads(table)
        for row in range(first + 1, table.rows()):
            cell, above = table.cellAt(row, 0), table.cellAt(row - 1, 0)
            if text_of(cell) != text_of(above):
                first = row
            elif self._row_span(table, row)[0] // self._height != self._row_span(table, row - 1)[0] // self._height:
                cursor = cell.firstCursorPosition()
                cursor.beginEditBlock()
                cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
                named = table.cellAt(first, 0).firstCursorPosition().block()
                cursor.setCharFormat(named.begin().fragment().charFormat())
                lay_out_from(self._text, table.firstPosition())
                cursor.endEditBlock()

    def _ends_above(self, table: QTextTable, row: int) -> bool:
        """Whether the next row begins on the page of this one, so that no page tears it: the cheap thing to ask."""
        if row + 1 == table.rows():
            return False
        layout = self._text.documentLayout()
        starts = (table.cellAt(one, 0).firstCursorPosition().block() for one in (row, row + 1))
        pages = [layout.blockBoundingRect(start).top() // self._height for start in starts]
        return pages[0] == pages[1]

    def _row_span(self, table: QTextTable, row: int) -> tuple[float, float]:
        """The tops of the first and the last line of a row."""
        spans = [self._lines(cell) for cell in cells(table, row)]
        return min(top for top, _ in spans), max(bottom for _, bottom in spans)

    def _lines(self, cell: QTextTableCell) -> tuple[float, float]:
        """The tops of the first and the last line of a cell."""
        start, end = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
        layout = self._text.documentLayout()
        top, bottom = layout.blockBoundingRect(start).top(), layout.blockBoundingRect(end).top()
        lines = end.layout().lineCount()
        return top, bottom + (end.layout().lineAt(lines - 1).y() if lines else 0.0)
