"""What a laid-out text is made of: blocks, headings, and the cells of tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextFormat, QTextTable, QTextTableCell

if TYPE_CHECKING:
    from collections.abc import Iterator

DPI = 1200
PIXELS = 96
"""To an inch: what Qt counts the padding of cells in."""
SHORT = 1 / 3
"""A paragraph up to this share of a page is not torn in two."""
FEW = 3
"""So many rows or paragraphs under a heading are not parted; of more, the first two stay together, and the last two."""


def cells(table: QTextTable, row: int) -> list[QTextTableCell]:
    """The cells of a row."""
    return [table.cellAt(row, column) for column in range(table.columns())]


def heads(table: QTextTable) -> int:
    """How many rows of the table are its head."""
    return table.format().toTableFormat().headerRowCount()


def text_of(cell: QTextTableCell) -> str:
    """The words of a cell that is one paragraph, else of its first."""
    return cell.firstCursorPosition().block().text()


def first_line(cell: QTextTableCell) -> float:
    """How high the first line of a cell is."""
    layout = cell.firstCursorPosition().block().layout()
    return layout.lineAt(0).height() if layout.lineCount() else 0.0


def blocks(text: QTextDocument) -> Iterator[QTextBlock]:
    """All paragraphs, headings and cells in the order of reading."""
    block = text.begin()
    while block.isValid():
        yield block
        block = block.next()


def table_of(block: QTextBlock) -> QTextTable | None:
    """The table that the block stands in; Qt's types do not tell that there may be none."""
    return QTextCursor(block).currentTable()


def is_heading(block: QTextBlock) -> bool:
    """Whether this is a heading: what stays with what follows it."""
    return block.isValid() and block.blockFormat().headingLevel() > 0


def is_plain(block: QTextBlock) -> bool:
    """Whether this is a paragraph of its own: no heading, and not in a table."""
    return block.isValid() and not is_heading(block) and table_of(block) is None


def image_of(block: QTextBlock) -> str:
    """The id of the picture that a block begins with; empty where it begins with words."""
    return block.begin().fragment().charFormat().toImageFormat().name() if block.length() > 1 else ""


def first_heading(block: QTextBlock) -> QTextBlock:
    """The first of the headings that stand right above the block, or the block itself."""
    while is_heading(block.previous()):
        block = block.previous()
    return block


def breaks(block: QTextBlock) -> bool:
    """Whether a page is to begin with this block."""
    return bool(block.blockFormat().pageBreakPolicy() & QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)


def lay_out_from(text: QTextDocument, position: int) -> None:
    """Have the rest laid out anew: else Qt keeps lines where they were, and loses what is between pages then.

    Within the edit that moves something, or it would all be laid out twice.
    """
    text.markContentsDirty(position, text.characterCount() - position)
