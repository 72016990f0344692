"""What a laid-out text is made of: blocks, headings, and the cells of tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextTable, QTextTableCell

if TYPE_CHECKING:
    from collections.abc import Iterator

DPI = 1200
PIXELS = 96
"""To an inch: what Qt counts the lines around cells and the room in them in."""
DRAWN = "\N{OBJECT REPLACEMENT CHARACTER}"
"""What stands in the text for a picture."""


def items(text: QTextDocument) -> Iterator[tuple[QTextTable | None, QTextBlock]]:
    """All paragraphs and headings that stand in no table, and each table with its first block, in the order of
    reading."""
    block = text.begin()
    while block.isValid():
        table = table_of(block)
        yield table, block
        block = (text.findBlock(table.lastPosition()) if table is not None else block).next()


def cells(table: QTextTable, row: int) -> list[QTextTableCell]:
    """The cells of a row."""
    return [table.cellAt(row, column) for column in range(table.columns())]


def blocks_of(cell: QTextTableCell) -> Iterator[QTextBlock]:
    """The paragraphs of a cell."""
    block, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
    while block.isValid() and block.position() <= last.position():
        yield block
        block = block.next()


def heads(table: QTextTable) -> int:
    """How many rows of the table are its head."""
    return table.format().toTableFormat().headerRowCount()


def text_of(cell: QTextTableCell) -> str:
    """The words of a cell that is one paragraph, else of its first."""
    return cell.firstCursorPosition().block().text()


def table_of(block: QTextBlock) -> QTextTable | None:
    """The table that the block stands in; Qt's types do not tell that there may be none."""
    return QTextCursor(block).currentTable()


def level_of(block: QTextBlock) -> int:
    """The rank of a heading; 0 where the block is none."""
    return block.blockFormat().headingLevel()


def named(block: QTextBlock) -> str:
    """The id of a heading; empty where it has none."""
    return "".join(block.begin().fragment().charFormat().anchorNames()[:1])


def image_of(block: QTextBlock) -> str:
    """The id of the picture that a block begins with; empty where it begins with words."""
    return block.begin().fragment().charFormat().toImageFormat().name() if block.text().startswith(DRAWN) else ""
