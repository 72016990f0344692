"""Rich text cut into pages: headings stay with what follows them, short paragraphs are not torn, no line is cut.

Neither the first of several rows or paragraphs nor the last of them stands alone on a page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QImage,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from ui.printing.blocks import (
    DPI,
    FEW,
    PIXELS,
    SHORT,
    blocks,
    breaks,
    first_heading,
    image_of,
    is_heading,
    is_plain,
    lay_out_from,
    table_of,
)
from ui.printing.fonts import font
from ui.printing.tables import Tables
from ui.printing.template import Heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPainter

    from ui.printing.pictures import Pictures

SMALLEST = 0.7
"""Of its size, what a picture must have: where a page has less room, it stands on another."""
CONTENTS = (2, 3)
"""The ranks of headings that stand in the contents."""


class Pages:
    """A text laid out on pages of one size, in dots."""

    def __init__(
        self,
        html: str,
        style: str,
        size: QSizeF,
        pictures: Pictures,
        below: float = 0,
        columns: int = 2,
        language: str = "",
    ) -> None:
        """The pages that are `columns` of the first sheet begin `below` what else stands on it."""
        self._height = size.height()
        self._reference = _reference_device()
        self._pictures = pictures
        self._text = QTextDocument()
        self._tables = Tables(self._text, self._height)
        self._text.setDocumentMargin(0)
        self._text.setDefaultFont(font(10, language))
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
    def gaps(self) -> list[float]:
        """How much is empty at the end of each page, but for the last."""
        layout = self._text.documentLayout()
        ends = [0.0] * self.count
        for block in blocks(self._text):
            bottom = layout.blockBoundingRect(block).bottom()
            page = min(int(bottom // self._height), self.count - 1)
            ends[page] = max(ends[page], bottom)
        return [(page + 1) * self._height - end for page, end in enumerate(ends[:-1])]

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
            if begins and self._torn(block) and not breaks(head := first_heading(_led(block))):
                if not self._shrunk(block):
                    self._break_before(head)
            elif begins and self._ends_alone(block):
                first = block.previous()
                self._break_before(first)
            elif self._begins_page(block) and not breaks(block):
                self._break_before(block)  # which leaves no room above it, wherever the page was full
            if below and self._page_span(first)[0]:
                self._lower(first, below)
                below = 0
            table = table_of(block) if begins else None
            if table is not None:
                self._tables.keep(table)
                past = table.lastPosition()

    def _break_before(self, block: QTextBlock) -> None:
        block_format = block.blockFormat()
        block_format.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
        block_format.setTopMargin(0)
        cursor = QTextCursor(block)
        cursor.beginEditBlock()
        cursor.setBlockFormat(block_format)
        lay_out_from(self._text, block.position())
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
        lay_out_from(self._text, picture.position())
        cursor.endEditBlock()
        return True

    def _lower(self, block: QTextBlock, room: float) -> None:
        """Begin a page with room above its first block."""
        block_format = block.blockFormat()
        block_format.setTopMargin(room * PIXELS / DPI)
        cursor = QTextCursor(block)
        cursor.beginEditBlock()
        cursor.setBlockFormat(block_format)
        lay_out_from(self._text, block.position())
        cursor.endEditBlock()

    def _torn(self, block: QTextBlock) -> bool:
        """Does a page end where it should not: inside this short block, or between it and its heading?

        A heading stays with the first rows of its table, not with its head alone, also where one paragraph stands
        between them, and with the first paragraphs.
        """
        table = table_of(block)
        headed = is_heading(_led(block).previous())
        if table is not None:
            return headed and self._page_span(_led(block).previous())[1] < self._tables.page_of_first_rows(table)
        first, last = self._page_span(block)
        if headed and self._page_span(block.previous())[1] < self._page_of_first_blocks(block):
            return True
        short = self._text.documentLayout().blockBoundingRect(block).height() < SHORT * self._height
        return first < last and short

    def _begins_page(self, block: QTextBlock) -> bool:
        """Is this the first heading of a page?"""
        page = self._page_span(block)[0] if is_heading(block) and block.previous().isValid() else 0
        return page > 0 and self._page_span(block.previous())[1] < page

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

    def _page_span(self, block: QTextBlock) -> tuple[int, int]:
        """The pages of the block's first and last line."""
        top = self._text.documentLayout().blockBoundingRect(block).top()
        layout = block.layout()
        if not layout.lineCount():
            return int(top // self._height), int(top // self._height)
        start, end = layout.lineAt(0), layout.lineAt(layout.lineCount() - 1)
        return int((top + start.y()) // self._height), int((top + end.y()) // self._height)


def _led(block: QTextBlock) -> QTextBlock:
    """The only paragraph that stands between a heading and the table that begins with this block; else the block."""
    before = block.previous()
    between = table_of(block) is not None and is_plain(before) and is_heading(before.previous())
    return before if between else block


def _reference_device() -> QImage:
    image = QImage(1, 1, QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(DPI / 0.0254))
    image.setDotsPerMeterY(round(DPI / 0.0254))
    return image
