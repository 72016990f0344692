"""How a row of the statement list is drawn: mark, sentence, sources, and a second line of details and tags."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from models.pages.ages import UNDATED, dated
from models.pages.lines import Line, VariantLine, sources_in_words, support_in_words
from models.pages.matching import RANK_WORDS, tags
from models.pages.series import told_beside
from models.records import Kind, Rank, Record, Standing
from ui.theme import SPACE, Theme, font
from ui.widgets.flat_list import FlatList, paint_state
from ui.widgets.statement_model import ROW, AnyIndex, Fold, Heading, Row, age_of

PAD = 6
MARK = 9
INDENT = 3 * SPACE
WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)
HEADING_SCALE = 1.1
SMALL = 0.88
WIDEST = "1000 sources"
LEAST = 22
"""Characters of a sentence beside which the sources are told."""
PLAIN = re.compile("[ -~\u00a0-\u00ff–—‘’“”…]*")
"""Letters of the list's own font: others may come from one whose lines are higher."""
KEPT = 4096
"""Of how many texts the width is kept."""
FAR = 10_000


class Letters:
    """How wide and high texts are in a font; rows are measured for their place, and again when they are drawn."""

    def __init__(self, metrics: QFontMetrics) -> None:
        self._metrics = metrics
        # a function of Python's own: of one of Qt's it would ask the signature, which takes PySide longer than a window
        self.wide = lru_cache(KEPT)(lambda text: metrics.horizontalAdvance(text))
        self._line = self._wrapped(FAR, "x")
        self._least = metrics.averageCharWidth() // 2

    def tall(self, across: int, text: str) -> int:
        """How high a text is in so much room: a line, where all of it has room there."""
        may_fit = len(text) * self._least < across  # else it is wrapped, and need not be measured as a line first
        if may_fit and PLAIN.fullmatch(text) and self.wide(text) + 1 < across:
            return self._line
        return self._wrapped(across, text)

    def _wrapped(self, across: int, text: str) -> int:
        return self._metrics.boundingRect(QRect(0, 0, across, FAR), WRAP, text).height()


class Faces(NamedTuple):
    """The fonts of a list and what is asked of them for every row."""

    base: QFont
    small: QFont
    heading: QFont
    metrics: QFontMetrics
    small_metrics: QFontMetrics
    letters: Letters
    small_letters: Letters
    widest: int


class Box(Record):
    """Where the parts of a line go, relative to the row's top left corner."""

    text: QRect
    sources: QRect
    values: tuple[QRect, ...]
    tags: QRect
    detail: QRect
    height: int


class StatementDelegate(QStyledItemDelegate):
    """Draws headings and lines in the colours of the theme."""

    def __init__(self, theme: Theme, view: FlatList) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        self._made = faces_of(view.font())
        self.today = date.min
        """The day from which ages are counted."""

    @property
    def _faces(self) -> Faces:
        base = self._view.font()
        if base != self._made.base:
            self._made = faces_of(base)
        return self._made

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        width = self._view.across
        row: Row = index.data(ROW)
        if isinstance(row, Heading):
            tall = QFontMetrics(self._faces.heading).height()
            return QSize(width, tall + (2 if index.row() == 0 else 4) * PAD)
        if isinstance(row, Fold):
            return QSize(width, self._faces.small_metrics.height() + PAD)
        return QSize(width, box_of(aged(row, self.today), self._faces, width).height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row: Row = index.data(ROW)
        area: QRect = option.rect
        if isinstance(row, Heading):
            self._paint_heading(painter, area, row)
        else:
            paint_state(painter, area, self._view.state_of(index, area), self._theme)
            if isinstance(row, Fold):
                self._paint_fold(painter, area, row)
            else:
                self._paint_line(painter, area, aged(row, self.today))
        painter.restore()

    def _paint_fold(self, painter: QPainter, area: QRect, row: Fold) -> None:
        painter.setFont(self._faces.small)
        painter.setPen(QColor(self._theme.muted))
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(area.adjusted(INDENT, -PAD // 2, -SPACE, -PAD // 2), middle, row.text)

    def _paint_heading(self, painter: QPainter, area: QRect, row: Heading) -> None:
        painter.setFont(self._faces.heading)
        painter.setPen(QColor(self._theme.text))
        inner = area.adjusted(SPACE, 0, -SPACE, -PAD)
        bottom = int(Qt.AlignmentFlag.AlignBottom)
        painter.drawText(inner, bottom | int(Qt.AlignmentFlag.AlignLeft), row.title)
        painter.setFont(self._faces.small)
        painter.setPen(QColor(self._theme.muted))
        painter.drawText(inner, bottom | int(Qt.AlignmentFlag.AlignRight), str(row.count))
        painter.setPen(QColor(self._theme.line))
        painter.drawLine(inner.left(), area.bottom() - 1, inner.right(), area.bottom() - 1)

    def _paint_line(self, painter: QPainter, area: QRect, line: Line) -> None:
        theme, faces = self._theme, self._faces
        box = box_of(line, faces, area.width())
        faded = line.standing.past or line.rank is Rank.DEPRECATED
        first = faces.metrics.height()
        corner = area.topLeft()
        middle = QPointF(corner) + QPointF(SPACE + MARK / 2 + 1, PAD + first / 2)
        standing = Standing.CONTESTED if line.contested else line.standing
        paint_mark(painter, middle, standing, QColor(theme.standings[standing.value]))
        painter.setFont(faces.base)
        painter.setPen(QColor(theme.muted if faded else theme.text))
        painter.drawText(box.text.translated(corner), WRAP, line.text)
        painter.setFont(faces.small)
        painter.setPen(QColor(theme.muted))
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        painter.drawText(box.sources.translated(corner), right, support_in_words(line))
        for place, variant in zip(box.values, line.others, strict=True):
            painter.drawText(place.translated(corner), WRAP, _value(variant))
        painter.drawText(box.detail.translated(corner), WRAP, line.detail)
        self._paint_tags(painter, box.tags.translated(corner), line)

    def _paint_tags(self, painter: QPainter, area: QRect, line: Line) -> None:
        metrics = painter.fontMetrics()
        left = area.left()
        for tag in tags(line):
            wide = metrics.horizontalAdvance(tag) + SPACE
            frame = QRectF(left + 0.5, area.top() + 0.5, wide, area.height() - 1)
            self._paint_tag(painter, frame, tag)
            left += wide + PAD

    def _paint_tag(self, painter: QPainter, frame: QRectF, tag: str) -> None:
        colour = QColor(self._theme.standings.get(tag, self._theme.muted))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 1))
        painter.drawRoundedRect(frame, 3, 3)
        painter.drawText(frame, int(Qt.AlignmentFlag.AlignCenter), tag)


def aged(line: Line, today: date) -> Line:
    """The line as it is shown: its age among the details, how it differs from a value beside it, and behind each other
    value that sources give its own."""
    detail = " · ".join(
        filter(None, (line.detail, age_of(line, today) or UNDATED, told_beside(line.beside, line.other)))
    )
    if line.kind is Kind.EVENT:
        return replace(line, detail=detail)
    values, opposed = (
        tuple(replace(other, text=f"{other.text} · {dated(other.as_of, today, beside=other.text)}") for other in told)
        for told in (line.variants[1:], line.opposed)
    )
    return replace(line, detail=detail, variants=(*line.variants[:1], *values), opposed=opposed)


def paint_mark(painter: QPainter, middle: QPointF, standing: Standing, colour: QColor) -> None:
    """Draw a standing: hollow circle for single, full for corroborated, diamond for contested, bar for what is past."""
    half = MARK / 2
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(colour if standing is not Standing.SINGLE else Qt.BrushStyle.NoBrush)
    if standing is Standing.CONTESTED:
        far = half + 1
        corners = [(0.0, -far), (far, 0.0), (0.0, far), (-far, 0.0)]
        painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in corners]))
    elif standing.past:
        painter.drawLine(middle - QPointF(half, 0), middle + QPointF(half, 0))
    else:
        painter.drawEllipse(middle, half - 0.5, half - 0.5)


def faces_of(base: QFont) -> Faces:
    """The fonts that go with the list's own."""
    small = font(base, scale=SMALL)
    heading = font(base, scale=HEADING_SCALE, bold=True)
    metrics, small_metrics = QFontMetrics(base), QFontMetrics(small)
    letters, small_letters = Letters(metrics), Letters(small_metrics)
    widest = small_letters.wide(WIDEST)
    return Faces(QFont(base), small, heading, metrics, small_metrics, letters, small_letters, widest)


def box_of(line: Line, faces: Faces, width: int) -> Box:
    """Where the parts of a line go in a list of this width."""
    metrics, small = faces.metrics, faces.small_metrics
    aside = max(faces.widest, faces.small_letters.wide(support_in_words(line)))
    across = width - INDENT - aside - 2 * SPACE
    narrow = across < LEAST * metrics.averageCharWidth()  # then the sources are told below the sentence
    if narrow:
        across, aside = max(width - INDENT - SPACE, 1), faces.small_letters.wide(support_in_words(line)) + 1
    text = QRect(INDENT, PAD, across, faces.letters.tall(across, line.text))
    top = text.bottom() + 1
    sources = QRect(width - aside - SPACE, PAD + metrics.ascent() - small.ascent(), aside, small.height())
    if narrow:
        sources = QRect(INDENT, top, aside, small.height())
        top = sources.bottom() + 1
    frames = sum(faces.small_letters.wide(tag) + SPACE + PAD for tag in tags(line))
    beside = None if narrow else _beside(line, text, faces, frames)
    row = beside or QRect(INDENT, top + 3, width - INDENT - SPACE, small.height() + 2)
    detail = _detail(line, row, faces, frames)
    if line.detail or frames:
        top = max(top, row.bottom() + 1, detail.bottom() + 1)
    values, across = [], max(width - INDENT - 2 * SPACE, 1)
    for variant in line.others:
        values.append(QRect(INDENT + SPACE, top + 3, across, faces.small_letters.tall(across, _value(variant))))
        top = values[-1].bottom() + 1
    return Box(text, sources, tuple(values), row, detail, top + PAD)


def _beside(line: Line, text: QRect, faces: Faces, frames: int) -> QRect | None:
    """Where frames and details go on the line of the sentence itself, if both fit there."""
    metrics, small = faces.metrics, faces.small_metrics
    if line.others or text.height() > metrics.height():
        return None
    told, needed = faces.letters.wide(line.text), faces.small_letters.wide(line.detail) + frames
    if told + 2 * SPACE + needed > text.width():
        return None
    top = text.top() + metrics.ascent() - small.ascent() - 1
    return QRect(text.left() + told + SPACE + 2, top, text.width() - told - SPACE, small.height() + 2)


def _detail(line: Line, row: QRect, faces: Faces, frames: int) -> QRect:
    """Where the details go: after the frames, or below them in as many lines as they take."""
    if faces.small_letters.wide(line.detail) + frames <= row.width():
        return row.adjusted(frames, 1, 0, 0)
    top = row.bottom() + 2 if frames else row.top() + 1
    return QRect(row.left(), top, row.width(), faces.small_letters.tall(row.width(), line.detail))


def _value(variant: VariantLine) -> str:
    """Another value that sources give."""
    rank = f", {RANK_WORDS[variant.rank]}" if RANK_WORDS[variant.rank] else ""
    return f"or: {variant.text} ({sources_in_words(variant)}{rank})"
