"""The reader: an article's text exactly as stored, with its evidence highlighted by kind."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from PySide6.QtCore import QEvent, QMargins, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextDocumentLayout, QPlainTextEdit, QTextEdit, QToolTip, QWidget
from typing_extensions import override

from models.pages.articles import CELLS, Mark, ReaderPage, headings, tables
from models.records import Kind, Role
from models.text import code_point, utf16_offset
from ui.session import Session
from ui.theme import SPACE, Theme
from ui.widgets.labels import tooltip

MEASURE = 78
"""Characters in a line of text at most, for easy reading."""

AIR = 0.6
"""Lines left empty below a paragraph that the text itself parts by a line end alone."""

AIRY = 1
"""The state of a line with air below it."""

BULLETS = ("- ", "* ", "\N{BULLET} ", "\N{EN DASH} ")

Span = tuple[int, int]


class _Layout(QPlainTextDocumentLayout):
    """Lines one below the other, with air below those that end a paragraph; Qt knows no such margin in plain text."""

    @override
    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        room = super().blockBoundingRect(block)
        if block.userState() == AIRY:
            room.setHeight(room.height() + round(AIR * QFontMetricsF(self.document().defaultFont()).lineSpacing()))
        return room


class Reader(QPlainTextEdit):
    """Shows plain text only: what an article says is never taken for markup. A click on a highlight tells
    `statement_selected` with its statement and claim, a further one there those of the next claim, and `counted` which
    of how many that is; `menu_requested` asks what can be done with the claims at a place of the screen."""

    statement_selected = Signal(str, str)
    counted = Signal(int, int)
    menu_requested = Signal(object, object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = session.theme
        self._page: ReaderPage | None = None
        self._shown: Span | None = None
        self._chosen: Mark | None = None
        self._starts: list[int] = []
        # Both are held here as well as by Qt: where only Qt held them, collecting garbage in a thread ended the text.
        self._text = QTextDocument(self)
        self._lines = _Layout(self._text)
        self._text.setDocumentLayout(self._lines)
        self.setDocument(self._text)
        self.setReadOnly(True)
        self.setAccessibleName("Text of the article")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(self.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)  # the margins beside the text are page, too
        self.setAutoFillBackground(True)
        session.theme_changed.connect(self._on_theme_changed)

    def show_page(self, page: ReaderPage) -> None:
        """Show an article from its beginning; one that is shown already stays where it is."""
        same = self._page is not None and (self._page.bibliography.id, self._page.text) == (
            page.bibliography.id,
            page.text,
        )
        self._page = page
        self._starts = [mark.start for mark in page.marks]
        if same:
            self._highlight()
            return
        self._shown = self._chosen = None
        self.setCurrentCharFormat(QTextCharFormat())  # or all of it would look as what stood at the cursor
        self.setPlainText(page.text)
        self._set_off(page)
        self._part(page)
        self._highlight()

    def show_span(self, start: int, end: int) -> None:
        """Scroll to a span of the text, in code points, and set it off from the rest."""
        self._shown = (start, end)
        self._highlight()
        cursor = self._cursor(start, start)
        self.setTextCursor(cursor)
        self.centerCursor()

    def go_to_kind(self, kind: Kind, by: int) -> None:
        """Go to the next (1) or previous (-1) evidence of a kind."""
        if self._page is not None:
            self.step([(mark.start, mark.end) for mark in self._page.marks if mark.kind is kind], by)

    def step(self, spans: Sequence[Span], by: int) -> bool:
        """Go to the next (1) or previous (-1) of these spans, from the last on to the first; false without any."""
        if not spans:
            return False
        here = self._shown or (self._position(), self._position())
        beyond = [span for span in spans if (span > here if by > 0 else span < here)]
        self.show_span(*((beyond or spans)[0 if by > 0 else -1]))
        return True

    def _position(self) -> int:
        """Where the cursor stands, in code points."""
        return code_point(self._page.text, self.textCursor().position()) if self._page else 0

    def mark_at(self, position: int) -> Mark | None:
        """The shortest evidence at an offset in code points."""
        return next(iter(self.marks_at(position)), None)

    def marks_at(self, position: int) -> list[Mark]:
        """All evidence at an offset in code points, the shortest first."""
        if self._page is None:
            return []
        before = self._page.marks[: bisect_right(self._starts, position)]
        here = (mark for mark in before if mark.start <= position < mark.end)
        return sorted(here, key=lambda mark: mark.end - mark.start)

    def text_of(self, mark: Mark) -> str:
        """The words of the article that the evidence is."""
        return self._page.text[mark.start : mark.end] if self._page else ""

    def choose(self, mark: Mark, among: Sequence[Mark]) -> None:
        """Set off the evidence, and tell of which statement it is, and which of those `among` which it stands."""
        self._chosen = mark
        self._shown = (mark.start, mark.end)
        self._highlight()
        self.counted.emit(among.index(mark) + 1, len(among))
        self.statement_selected.emit(mark.statement, mark.claim)

    def _highlight(self) -> None:
        if self._page is not None:
            self.setExtraSelections(list(self._selections(self._page)))

    def _selections(self, page: ReaderPage) -> Iterator[QTextEdit.ExtraSelection]:
        """Layout first, evidence over it, the span asked for on top."""
        dim = QTextCharFormat()
        dim.setForeground(QColor(self._theme.muted))
        for block in page.blocks:
            if block.role is Role.FURNITURE:
                yield self._selection((block.start, block.end), dim)
        yield from self._tables(page)
        for mark in page.marks:
            look = QTextCharFormat()
            look.setBackground(QColor(self._theme.kinds[mark.kind.value]))
            yield self._selection((mark.start, mark.end), look)
        if self._shown is not None:
            look = QTextCharFormat()
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            look.setUnderlineColor(QColor(self._theme.accent))
            look.setBackground(QColor(self._theme.accent))
            look.setForeground(QColor(self._theme.on_accent))
            yield self._selection(self._shown, look)

    def _set_off(self, page: ReaderPage) -> None:
        """Let title, headings and the heads of tables look so; a selection's weight would not be laid out."""
        titles = [block for block in page.blocks if block.role is Role.TITLE]
        for blocks, larger in ((titles, 2), (headings(page), 1), ([rows[0] for rows in tables(page)], 0)):
            look = QTextCharFormat()
            look.setFontWeight(QFont.Weight.DemiBold)
            look.setProperty(QTextCharFormat.Property.FontSizeAdjustment, larger)
            for block in blocks:
                self._cursor(block.start, block.end).mergeCharFormat(look)
        for rows in tables(page):
            for above, below in pairwise(rows):
                self._close_up(above.end, below.start)

    def _part(self, page: ReaderPage) -> None:
        """Leave air between paragraphs that no empty line parts, but not between rows of a table or items of a list."""
        rows = {row.start for table in tables(page) for row in table}
        for above, below in pairwise(page.blocks):
            listed = page.text.startswith(BULLETS, above.start) and page.text.startswith(BULLETS, below.start)
            tight = listed or {above.start, below.start} <= rows
            if not tight and page.text.count("\n", above.end, below.start) == 1:
                self._cursor(above.end, above.end).block().setUserState(AIRY)

    def _close_up(self, start: int, end: int) -> None:
        """Hide the empty lines between two rows of a table."""
        gap = self._cursor(start, end)
        line, last = self.document().findBlock(gap.selectionStart()).next(), gap.selectionEnd()
        while line.isValid() and line.position() < last and not line.text().strip():
            line.setVisible(False)
            line = line.next()
        self.document().markContentsDirty(gap.selectionStart(), last - gap.selectionStart())

    def _tables(self, page: ReaderPage) -> Iterator[QTextEdit.ExtraSelection]:
        """Every other row of a table has a ground, and what parts its cells stands back."""
        ground, bar = QTextCharFormat(), QTextCharFormat()
        ground.setBackground(QColor(self._theme.raised))
        ground.setProperty(QTextCharFormat.Property.FullWidthSelection, True)
        bar.setForeground(QColor(self._theme.edge))
        for rows in tables(page):
            yield from (self._selection((row.start, row.start), ground) for row in rows[::2])
            for row in rows:
                cells = page.text[row.start : row.end].split(CELLS)
                ends = accumulate(len(cell) + len(CELLS) for cell in cells[:-1])
                yield from (self._selection((row.start + end - len(CELLS), row.start + end), bar) for end in ends)

    def _selection(self, span: Span, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        selection.cursor = self._cursor(*span)
        selection.format = look
        return selection

    def _cursor(self, start: int, end: int) -> QTextCursor:
        text = self._page.text if self._page else ""
        cursor = QTextCursor(self.document())
        cursor.setPosition(utf16_offset(text, start))
        cursor.setPosition(utf16_offset(text, end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _marks_under(self, at: QPoint) -> list[Mark]:
        """The evidence at a point of the viewport."""
        return self.marks_at(code_point(self._page.text, self.cursorForPosition(at).position())) if self._page else []

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        marks = self._marks_under(event.position().toPoint())
        if marks and event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            held = [mark.claim for mark in marks]
            last = held.index(self._chosen.claim) if self._chosen and self._chosen.claim in held else -1
            self.choose(marks[(last + 1) % len(marks)], marks)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By the keyboard the menu is on where the cursor stands."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        at = self.cursorRect().center() if by_key else event.pos()
        self.menu_requested.emit(self.viewport().mapToGlobal(at), self._marks_under(at))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = bool(self._marks_under(event.position().toPoint()))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            tip = "\n".join(f"{mark.kind.value}: {mark.says}" for mark in self._marks_under(event.pos()))
            QToolTip.showText(event.globalPos(), tooltip(tip), self)
            return True
        return super().viewportEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        at = self.cursorRect()
        seen = at.top() >= 0 and at.bottom() <= event.oldSize().height()
        super().resizeEvent(event)
        self._set_measure()
        if seen:
            self.ensureCursorVisible()  # the sentence clicked is not hidden by the evidence that opens below

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._set_measure()

    def _set_measure(self) -> None:
        """Keep lines no longer than is comfortable."""
        widest = self.fontMetrics().averageCharWidth() * MEASURE
        spare = max(self.width() - widest - 4 * SPACE, 0)
        margins = QMargins(2 * SPACE, SPACE, min(spare, self.width() // 2), 0)
        if margins == self.viewportMargins():
            return
        self.setViewportMargins(margins)
        self.setLineWrapMode(self.LineWrapMode.NoWrap)  # Qt wraps anew only when told twice
        self.setLineWrapMode(self.LineWrapMode.WidgetWidth)

    def _on_theme_changed(self, theme: Theme) -> None:
        self._theme = theme
        self._highlight()
