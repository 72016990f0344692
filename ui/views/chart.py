"""A chart of figures: bars by country, or lines over years; exact values in tooltips and in the table twin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from models.records import Standing
from ui.theme import font
from ui.views.chart_plan import (
    Measure,
    axis_name,
    bounds,
    in_order,
    in_words,
    joins,
    middle,
    number_in_words,
    rounding,
    row_names,
    side,
    spaced,
    value_in_words,
)
from ui.views.export import offer_picture
from ui.views.packing import pushed

if TYPE_CHECKING:
    from models.pages.figures import Figure
    from ui.theme import Theme

THICK = 0.62
ROW = 30
SYMBOLS = ("o", "s", "t", "d", "star", "t1", "p", "h")
LINES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)
PALE, LEGIBLE = 0.4, 0.85
"""How much of its colour a figure keeps beside those that stand out."""
SPOT = 8
"""Half of a point on a line with its rim, in pixels."""
AROUND = 60
"""Pixels of the chart's height that axis and edges take."""
LEAST = 110
"""Pixels that a chart is high at least."""
LONGEST = 1000
"""Pixels that bars with their names take at most, however wide the window: longer ones compare no better."""
WIDEST = 0.3
"""The part of the chart's width that the name of a source may take."""
MOST_ROWS = 20
"""Bars that the chart is made high enough for."""
MOST_OF_IT = 0.6
"""The part of it that a name right of the last year may take before it is cut."""


class _Numbers(pg.AxisItem):
    """An axis with plain numbers instead of powers of ten."""

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:  # noqa: N802 - Qt's way
        """The numbers as people write them."""
        return [number_in_words(round(value, 9)) for value in values]


class ChartView(pg.PlotWidget):
    """One measure as a picture. A click on a bar or point tells `figure_chosen` with the id of its statement."""

    figure_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        axes = {"bottom": _Numbers("bottom"), "left": _Numbers("left")}
        super().__init__(parent, axisItems=axes, enableMenu=False, background=theme.base)
        self._theme = theme
        self._measure: Measure | None = None
        self._order: Mapping[str, int] = {}
        self._owner = ""
        self._spots: list[tuple[QRectF, Figure]] = []
        self.setMouseEnabled(x=False, y=False)
        self.hideButtons()
        self.setMinimumSize(240, LEAST)
        self.viewport().setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # no key does anything here; its table is gone through by keys
        self.setAccessibleName("Chart of figures")
        offer_picture(self, "the chart")

    def set_measure(self, measure: Measure | None, order: Mapping[str, int], owner: str = "") -> None:
        """Show a measure; `order` gives the region's own countries their colours, figures of an `owner` stand out."""
        self._measure, self._order = measure, order
        self._owner = owner if measure and any(figure.owner == owner for figure in measure.figures) else ""
        self._draw()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self._theme = theme
        self.setBackground(theme.base)
        self._draw()

    def paint_on(self, painter: QPainter, area: QRectF) -> None:
        """The chart, fitted into an area."""
        self.render(painter, area, self.viewport().rect())

    # --- drawing ---------------------------------------------------------------------------------------------------

    def _draw(self) -> None:
        self.clear()
        self._spots = []
        for edge in ("bottom", "left"):
            axis = self.getAxis(edge)
            axis.enableAutoSIPrefix(enable=False)
            axis.setZValue(-1)  # the grid lies behind the bars
            axis.setPen(QPen(QColor(self._theme.line)))
            axis.setTextPen(QPen(QColor(self._theme.muted)))
            axis.setTickFont(font(self.font(), scale=0.92))
            axis.label.setFont(self.font())  # by itself it grows with the application's letters, but does not shrink
            axis.setTicks(None)
            axis.setStyle(tickLength=0, autoExpandTextSpace=True)
            axis.setLabel("")
        self.getAxis("left").setWidth(None)
        self._keep_rows_apart()
        bars = self._measure is not None and not self._measure.over_years
        self.getPlotItem().layout.setContentsMargins(1, 1, 1 + (max(self.width() - LONGEST, 0) if bars else 0), 1)
        if self._measure is None or not self._measure.figures:
            return
        if self._measure.over_years:
            self._draw_years(self._measure)
        else:
            self._draw_bars(self._measure)

    def _keep_rows_apart(self) -> None:
        """Be so high that the names of bars do not touch, however large the letters: what is too high is scrolled."""
        measure = self._measure
        rows = 0 if measure is None or measure.over_years else min(len(measure.drawn), MOST_ROWS)
        line = QFontMetricsF(font(self.font(), scale=0.92)).height()
        tall = max(LEAST, round(self._around() + rows * line) if rows else 0)
        if tall != self.minimumHeight():
            self.setMinimumHeight(tall)

    def _around(self) -> float:
        """The height that axis and edges take with letters of this size."""
        return max(AROUND, 3.5 * QFontMetricsF(self.font()).height())

    def _draw_bars(self, measure: Measure) -> None:
        """A bar a figure, longest owner on top, its value beside it; a range is a bar to its middle with whiskers."""
        divisor, word = rounding(measure.drawn)
        figures = in_order(measure.drawn)
        least = min(0.0, min(bounds(figure)[0] for figure in figures) / divisor)
        greatest = max(max(bounds(figure)[1] for figure in figures) / divisor, -least * 0.2)
        for number, figure in enumerate(figures):
            low, high = (end / divisor for end in bounds(figure))
            self._add_bar(-number, (low + high) / 2, figure)
            if high > low:
                self._add_whisker(x=(low + high) / 2, y=-number, half=(high - low) / 2, upright=False)
            at = QPointF(max(high, 0.0) + greatest * 0.008, -number)
            self._put(value_in_words(figure, divisor), font(self.font(), scale=0.92), self._theme.text, at)
            self._spots.append((QRectF(least * 1.2, -number - 0.5, greatest * 1.4 - least * 1.2, 1), figure))
        self._name_rows(figures)
        self.getAxis("bottom").setLabel(axis_name(measure, word), color=self._theme.muted)
        self.showGrid(x=True, y=False, alpha=0.12)
        shown = max(len(figures), round((self.height() - self._around()) / ROW / 1.8))
        self.setRange(xRange=(least * 1.15, greatest * 1.3), yRange=(-shown + 0.4, 0.6), padding=0)

    def _name_rows(self, figures: Sequence[Figure]) -> None:
        """Whose each bar is, and below it whose word that is where sources disagree; alone where rows are low."""
        metrics = QFontMetricsF(font(self.font(), scale=0.92))
        most = self.width() * WIDEST
        sides = [metrics.elidedText(side(figure), Qt.TextElideMode.ElideRight, most) for figure in figures]
        low = (self.height() - self._around()) / len(figures) < 2 * metrics.lineSpacing()
        alone = low and len({figure.owner for figure in figures}) == 1
        joint = ", " if low else "\n"
        told = zip(row_names(figures), sides, strict=True)
        names = [by if alone and by else joint.join(filter(None, (name, by))) for name, by in told]
        axis = self.getAxis("left")
        axis.setTicks([[(-number, name) for number, name in enumerate(names)]])
        axis.setTextPen(QPen(QColor(self._theme.text)))
        lines = (line for name in names for line in name.split("\n"))
        axis.setWidth(max(metrics.horizontalAdvance(line) for line in lines) + 22)

    def _add_bar(self, y: float, length: float, figure: Figure) -> None:
        colour = self._colour(figure.owner)
        contested = figure.standing == Standing.CONTESTED
        brush = QBrush(colour, Qt.BrushStyle.BDiagPattern if contested else Qt.BrushStyle.SolidPattern)
        pen = QPen(colour.darker(115), 1, Qt.PenStyle.DashLine if contested else Qt.PenStyle.SolidLine)
        pen.setCosmetic(True)
        bar = pg.BarGraphItem(x0=[0], width=[length], y=[y], height=THICK, brush=brush, pen=pen)
        self.addItem(bar)

    def _add_whisker(self, x: float, y: float, half: float, *, upright: bool) -> None:
        ends = {"top": half, "bottom": half} if upright else {"left": half, "right": half}
        arrays = {key: np.array([value]) for key, value in {"x": x, "y": y, **ends}.items()}
        self.addItem(pg.ErrorBarItem(**arrays, beam=0.2 if upright else 0.3, pen=pg.mkPen(self._theme.text, width=1.4)))

    def _draw_years(self, measure: Measure) -> None:
        """A line an owner, told apart by colour, symbol and dashes, with the name at its last point.

        Where sources give several values for a year, or none, the line is broken: nobody knows of a rise or fall.
        """
        divisor, word = rounding(measure.figures)
        years = sorted({figure.year for figure in measure.figures if figure.year is not None})
        for number, series in enumerate(measure.series):
            self._draw_series(series, number, divisor)
        greatest = max(bounds(figure)[1] for figure in measure.figures) / divisor
        wide = max(years[-1] - years[0], 1)
        written: list[QRectF] = []
        for series in measure.series:
            self._name_series(series, divisor, greatest, wide, written)
        for figure in measure.figures:
            at = QPointF(float(figure.year or 0), middle(figure) / divisor)
            near = QRectF(at.x() - wide * 0.02, at.y() - greatest * 0.04, wide * 0.04, greatest * 0.08)
            self._spots.append((near, figure))
        self.getAxis("bottom").setTicks([[(year, str(year)) for year in spaced(years)]])
        self.getAxis("left").setLabel(axis_name(measure, word), color=self._theme.muted)
        self.showGrid(x=False, y=True, alpha=0.12)
        left, right = years[0] - wide * 0.06, years[-1] + wide * 0.3
        for box in written:  # each as wide as the words are where the axis is 1.4 times as long as the years
            share = min(box.width() / (1.4 * wide), MOST_OF_IT)
            right = max(right, (box.left() - share * left) / (1 - share))
        foot = self._foot(measure, divisor, greatest, written)
        self.setRange(xRange=(left, right), yRange=(foot, greatest * 1.15), padding=0)

    def _foot(self, measure: Measure, divisor: float, greatest: float, written: Sequence[QRectF]) -> float:
        """Where the upright axis begins: at nothing, or as far below it as points and words there reach."""
        low = min(bounds(figure)[0] for figure in measure.figures) / divisor
        spot = low - greatest * SPOT / max(self.height() - AROUND, 1)
        return min(0.0, spot, *(box.top() for box in written))

    def _draw_series(self, figures: Sequence[Figure], number: int, divisor: float) -> None:
        colour = self._strong_colour(figures[0].owner)
        xs = [float(figure.year or 0) for figure in figures]
        ys = [middle(figure) / divisor for figure in figures]
        hollow, solid = QBrush(QColor(self._theme.base)), QBrush(colour)
        brushes = [hollow if figure.standing == Standing.CONTESTED else solid for figure in figures]
        self.plot(
            xs,
            ys,
            pen=pg.mkPen(colour, width=2, style=LINES[number % len(LINES)]),
            connect=np.array(joins(figures)),
            symbol=SYMBOLS[number % len(SYMBOLS)],
            symbolSize=10,
            symbolPen=pg.mkPen(colour, width=2),
            symbolBrush=brushes,
            antialias=True,
        )
        for figure, x, y in zip(figures, xs, ys, strict=True):
            low, high = bounds(figure)
            if high > low:
                self._add_whisker(x, y, (high - low) / 2 / divisor, upright=True)

    def _name_series(
        self, figures: Sequence[Figure], divisor: float, greatest: float, wide: int, written: list[QRectF]
    ) -> None:
        """The owner at the last point, and at each side of a year who says so; above or below it where other words are
        `written`."""
        colour, last = self._strong_colour(figures[0].owner), figures[-1]
        metrics = QFontMetricsF(self.font())
        apart = 1.15 * greatest * metrics.height() / max(self.height() - AROUND, 1)
        years = Counter(figure.year for figure in figures)
        for figure in reversed(figures):
            told, at = side(figure) if years[figure.year] > 1 else "", middle(figure) / divisor
            words = ": ".join(filter(None, (figure.owner_name if figure is last else "", told)))
            if words:
                face = QFontMetricsF(font(self.font(), bold=True)) if figure is last else metrics
                long = min(face.horizontalAdvance(f"  {words}"), self.width() * WIDEST)
                across = 1.4 * wide * long / max(self.width() - AROUND - self._axis_width(), 1)
                box = pushed(QRectF(float(figure.year or 0), at - apart / 2, across, apart), written)
                self._write(words, QPointF(box.left(), box.center().y()), colour, bold=figure is last)
                written.append(box)

    def _axis_width(self) -> float:
        """The room that the numbers of the upright axis take."""
        return float(self.getAxis("left").width())

    def _write(self, words: str, at: QPointF, colour: QColor, *, bold: bool) -> None:
        face = font(self.font(), scale=1.0 if bold else 0.92, bold=bold)
        short = QFontMetricsF(face).elidedText(words, Qt.TextElideMode.ElideRight, self.width() * WIDEST)
        self._put(f"  {short}", face, colour, at)

    def _put(self, words: str, face: QFont, colour: QColor | str, at: QPointF) -> None:
        label = pg.TextItem(words, color=colour, anchor=(0, 0.5))
        label.setFont(face)
        label.setPos(at.x(), at.y())
        self.addItem(label, ignoreBounds=True)

    def _strong_colour(self, owner: str) -> QColor:
        """The colour of an owner for thin lines and words."""
        colour = self._colour(owner)
        strong = colour.lighter(165) if self._theme.dark else colour.darker(155)
        strong.setAlphaF(max(colour.alphaF(), LEGIBLE))
        return strong

    def _colour(self, owner: str) -> QColor:
        place = self._order.get(owner)
        colour = QColor(self._theme.muted) if place is None else self._theme.fill(place)
        colour.setAlphaF(1.0 if self._owner in ("", owner) else PALE)
        return colour

    # --- hands -----------------------------------------------------------------------------------------------------

    def _under(self, event: QMouseEvent) -> Figure | None:
        at = self.getPlotItem().vb.mapSceneToView(self.mapToScene(event.position().toPoint()))
        return next((figure for box, figure in self._spots if box.contains(at)), None)

    @override
    def mouseMoveEvent(self, ev: QMouseEvent) -> None:
        figure = self._under(ev)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if figure else Qt.CursorShape.ArrowCursor)
        QToolTip.showText(ev.globalPosition().toPoint(), in_words(figure) if figure else "", self)

    @override
    def mouseReleaseEvent(self, ev: QMouseEvent) -> None:
        figure = self._under(ev)
        if figure is not None and ev.button() == Qt.MouseButton.LeftButton:
            self.figure_chosen.emit(figure.statement)

    @override
    def mousePressEvent(self, ev: QMouseEvent) -> None:
        ev.accept()

    @override
    def leaveEvent(self, ev: QEvent) -> None:
        QToolTip.hideText()

    @override
    def close(self) -> bool:
        """Close as any widget; pyqtgraph's own way takes the plot apart while events are still under way."""
        return QWidget.close(self)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._draw()

    @override
    def resizeEvent(self, ev: object) -> None:
        super().resizeEvent(ev)
        if getattr(self, "_measure", None) is not None:  # pyqtgraph resizes while it is still being built
            self._draw()
