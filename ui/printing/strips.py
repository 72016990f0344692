"""A text as it was laid out, cut into strips that no page tears, and told which of them stand together.

Headings stay with what follows them, short paragraphs and rows are whole, and neither the first of several rows or
paragraphs nor the last of them stands alone on a page.
"""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from models.briefs.records import FURTHER
from ui.printing.blocks import (
    DPI,
    PIXELS,
    blocks_of,
    cells,
    heads,
    image_of,
    items,
    level_of,
    named,
    text_of,
)
from ui.printing.filling import Part, Span, Strip
from ui.printing.template import Heading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from PySide6.QtGui import QTextBlock, QTextDocument, QTextTable

SHORT = 1 / 3
"""A paragraph or row up to this share of a page is not torn in two."""
FEW = 3
"""So many rows or paragraphs under a heading are not parted; of more, the first two stay together, and the last two."""
CONTENTS = (2, 3)
"""The ranks of headings that stand in the contents."""
HEADING, PLAIN, TABLE = "heading", "plain", "table"


class Item(NamedTuple):
    """A heading, a paragraph or a table: its strips, of a table by its rows behind the head."""

    kind: str
    rows: list[list[Strip]]
    head: list[Strip]
    level: int = 0

    @property
    def strips(self) -> list[Strip]:
        return [*self.head, *(strip for row in self.rows for strip in row)]


class Cutting:
    """A text laid out without pages, in strips for pages of one height."""

    def __init__(self, text: QTextDocument, height: float) -> None:
        self._layout = text.documentLayout()
        self._short = SHORT * height
        self.tables: list[QTextTable] = []
        self.parts = [self._part(found) for found in _parts(self._items(text))]
        strips = [strip for part in self.parts for strip in part.strips]
        for before, strip in pairwise(strips):
            strip.above = max(0.0, strip.top - before.bottom)

    # --- items ------------------------------------------------------------------------------------------------------

    def _items(self, text: QTextDocument) -> Iterator[Item]:
        for table, block in items(text):
            if table is not None:
                yield self._table(table)
            elif level_of(block):
                yield Item(HEADING, [[self._heading(block)]], [], level_of(block))
            elif block.length() > 1:
                yield Item(PLAIN, [self._lines(block)], [])

    def _heading(self, block: QTextBlock) -> Strip:
        box, level = self._layout.blockBoundingRect(block), level_of(block)
        told = Heading(level, block.text().strip(), 0, named(block)) if level in CONTENTS else None
        return Strip(box.top(), box.bottom(), picture=image_of(block), heading=told)

    def _lines(self, block: QTextBlock) -> list[Strip]:
        """A paragraph as a whole, where it is long line by line."""
        box = self._layout.blockBoundingRect(block)
        if box.height() < self._short:
            return [Strip(box.top(), box.bottom())]
        return [Strip(*span) for span in _spans(block, box.top())] or [Strip(box.top(), box.bottom())]

    def _table(self, table: QTextTable) -> Item:
        """The rows of a table, each with the lines above and the room around its words."""
        usual = table.format().toTableFormat().cellPadding()
        tops = [self._top(table, row, usual) for row in range(table.rows())]
        box = self._layout.frameBoundingRect(table)  # which Qt tells too low, by the room in the first cell
        ends = [*tops[1:], box.bottom() + tops[0] - box.top()]
        first = min(heads(table), table.rows())
        head = Span(tops[0], ends[first - 1]) if first else None
        self.tables.append(table)
        rows = [self._row(table, row, Span(tops[row], ends[row]), head) for row in range(first, table.rows())]
        self._tie_further(rows, [_goes_on(table, row) for row in range(first, table.rows())])
        return Item(TABLE, rows, [Strip(*head)] if head else [])

    def _top(self, table: QTextTable, row: int, usual: float) -> float:
        """Where a row begins, with the line above it and the room above its words."""
        cell = table.cellAt(row, 0)
        told = cell.format().toTableCellFormat()
        room = ((told.topPadding() or usual) + told.topBorder()) * DPI / PIXELS
        return self._layout.blockBoundingRect(cell.firstCursorPosition().block()).top() - room

    def _row(self, table: QTextTable, row: int, span: Span, head: Span | None) -> list[Strip]:
        """A row as a whole, where it is long line by line."""
        place = (len(self.tables) - 1, row)
        if span.bottom - span.top <= self._short:
            return [Strip(*span, head=head, row=place)]
        tops = [span.top, *self._gaps(table, row), span.bottom]
        strips = [Strip(*one, head=head) for one in pairwise(tops)]
        strips[0].row = place
        return strips

    def _gaps(self, table: QTextTable, row: int) -> list[float]:
        """Where no cell of a row has a line."""
        spans = sorted(
            span
            for cell in cells(table, row)
            for block in blocks_of(cell)
            for span in _spans(block, self._layout.blockBoundingRect(block).top())
        )
        found: list[float] = []
        reached = 0.0
        for top, bottom in spans:
            if found and top < reached - 1:
                reached = max(reached, bottom)
                continue
            found.append(top)
            reached = bottom
        return found[1:]

    # --- what stands together ---------------------------------------------------------------------------------------

    def _part(self, found: Sequence[Item]) -> Part:
        """A part with its strips tied."""
        before: Item | None = None
        for kind, run in ((kind, list(run)) for kind, run in groupby(found, lambda item: item.kind)):
            headed = before is not None and before.kind == HEADING
            if kind == HEADING:
                for item in run:
                    item.strips[0].tied = True
            elif kind == PLAIN:
                self._tie_rows([item.strips for item in run], first=headed)
                before = run[0] if headed and len(run) == 1 else None
            else:
                for item in run:
                    self._tie_rows(item.rows, first=True)
                    self._tie(item.head)
                if before is not None and before.kind == PLAIN and len(before.strips) == 1:
                    self._tie(before.strips)
            before = run[-1] if kind != PLAIN else before
        return Part(found[0].level, [strip for item in found for strip in item.strips])

    def _tie_rows(self, rows: Sequence[list[Strip]], *, first: bool) -> None:
        """Let the first of several paragraphs or rows stand together, and the last two."""
        few = rows if len(rows) <= FEW else rows[:2]
        if first and few[-1][-1].bottom - few[0][0].top <= self._short:
            self._tie([strip for row in few for strip in row][:-1])
        if len(rows) >= FEW and len(rows[-2]) == 1:
            self._tie(rows[-2])

    def _tie_further(self, rows: Sequence[list[Strip]], further: Sequence[bool]) -> None:
        """Let rows that only go on stand with the row that they go on from; of very many at least the first."""
        heads = [at for at, goes_on in enumerate(further) if not goes_on]
        for at, end in pairwise((*heads, len(rows))):
            group = rows[at:end]
            short = group[-1][-1].bottom - group[0][0].top <= self._short
            self._tie([strip for row in (group if short else group[:2]) for strip in row][:-1])

    def _tie(self, strips: Iterable[Strip]) -> None:
        """Let what follows each of these stand on its page."""
        for strip in strips:
            strip.tied = True


def _goes_on(table: QTextTable, row: int) -> bool:
    """Whether a row is told under the one above it."""
    return any(text_of(cell).startswith(FURTHER) for cell in cells(table, row))


def _parts(found: Iterable[Item]) -> Iterator[list[Item]]:
    """What stands under each heading of the contents, and before the first."""
    part: list[Item] = []
    for item in found:
        if part and item.level in CONTENTS:
            yield part
            part = []
        part.append(item)
    if part:
        yield part


def _spans(block: QTextBlock, top: float) -> Iterator[Span]:
    """The lines of a paragraph that begins at a place."""
    layout = block.layout()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        yield Span(top + line.y(), top + line.y() + line.height())
