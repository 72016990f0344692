"""The parts of the picture of dealings: a party as a disc with its name, a link as a curve, and the legend."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPainterPathStroker, QPen
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsPathItem,
    QGraphicsScene,
    QGraphicsSimpleTextItem,
    QStyleOptionGraphicsItem,
    QWidget,
)
from typing_extensions import override

from ui.theme import font
from ui.views.strokes import TONE_WORDS, pen

if TYPE_CHECKING:
    from models.pages.geopolitics import Link, Party
    from ui.theme import Theme

RADIUS = 13.0
SPREAD = 22.0
GAP = 12.0
THICKEST = 9.0
FADED = 0.13
SMALL = 0.85
REACH = 8.0
TONES = ("cooperation", "mixed", "conflict")


class Node(QGraphicsItem):
    """A party: a disc, its name, and how many statements its links rest on."""

    def __init__(self, party: Party, said: int, colour: QColor, theme: Theme, base: QFont, *, left: bool) -> None:
        super().__init__()
        self.party = party
        self.left = left
        self._colours = (colour, QColor(theme.base), QColor(theme.text), QColor(theme.muted))
        self._fonts = (font(base, bold=True), font(base, scale=SMALL))
        self._said = said
        self._lines = (party.name, f"{said} statement" if said == 1 else f"{said} statements")
        self.setZValue(2)

    def title(self) -> str:
        """The heading for what is said of this party."""
        return self.party.name

    def words(self) -> str:
        """The party and its count in words."""
        return f"{self._lines[0]}: {self._lines[1]}"

    def port(self, rank: float) -> QPointF:
        """Where a curve meets the disc, `rank` from -0.5 (top) to 0.5 (bottom)."""
        y = rank * SPREAD
        x = sqrt(max((RADIUS + 1) ** 2 - y**2, 0.0))
        return self.pos() + QPointF(x if self.left else -x, y)

    def set_quiet(self, quiet: bool) -> None:
        """Step back behind the others, or not."""
        self.setOpacity(0.35 if quiet else 1.0)

    @override
    def boundingRect(self) -> QRectF:
        tall = self._heights()
        width = RADIUS + GAP + max(QFontMetricsF(f).horizontalAdvance(t) for f, t in zip(self._fonts, self._lines))  # noqa: B905
        box = QRectF(-width, -max(tall / 2, RADIUS), width + RADIUS, max(tall, 2 * RADIUS))
        return box if self.left else QRectF(-box.right(), box.top(), box.width(), box.height())

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        colour, ground, text, faint = self._colours
        painter.setPen(QPen(ground, 2.5))
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(0, 0), RADIUS, RADIUS)
        y = -self._heights() / 2
        for words, face, ink in zip(self._lines, self._fonts, (text, faint), strict=True):
            metrics = QFontMetricsF(face)
            painter.setFont(face)
            painter.setPen(ink)
            x = -RADIUS - GAP - metrics.horizontalAdvance(words) if self.left else RADIUS + GAP
            painter.drawText(QPointF(x, y + metrics.ascent()), words)
            y += metrics.height()

    def _heights(self) -> float:
        return sum(QFontMetricsF(face).height() for face in self._fonts)


class Curve(QGraphicsPathItem):
    """A link: as wide as statements are many, its tone told by colour and dashes."""

    def __init__(self, link: Link, names: tuple[str, str], start: QPointF, end: QPointF, theme: Theme) -> None:
        path = QPainterPath(start)
        bend = QPointF((end.x() - start.x()) * 0.46, 0)
        path.cubicTo(start + bend, end - bend, end)
        super().__init__(path)
        self.link = link
        self._names = names
        self._width = min(THICKEST, 1.2 + 1.5 * (link.weight - 1) ** 0.6) if link.weight > 1 else 1.6
        self._colour = theme.tone(link.tone)
        self.set_state(loud=False, quiet=False)

    @property
    def pair(self) -> tuple[str, str]:
        """The codes of both ends."""
        return self.link.a, self.link.b

    def title(self) -> str:
        """The heading for what is said of this pair."""
        return " \N{EN DASH} ".join(self._names)

    def words(self) -> str:
        """The link in words."""
        link = self.link
        count = "1 statement" if link.weight == 1 else f"{link.weight} statements"
        parts = (f"{link.cooperation} of co-operation", f"{link.conflict} of tension")
        return f"{self.title()}: {count}, {TONE_WORDS.get(link.tone, link.tone)} ({', '.join(parts)})"

    def set_state(self, *, loud: bool, quiet: bool) -> None:
        """Stand out, step back, or neither."""
        line = pen(self._colour, self._width + (1.4 if loud else 0), self.link.tone)
        line.setCapStyle(Qt.PenCapStyle.RoundCap if self.link.tone == "conflict" else Qt.PenCapStyle.FlatCap)
        self.setPen(line)
        self.setOpacity(FADED if quiet else (1.0 if loud else 0.82))
        self.setZValue(1 if loud else 0)

    @override
    def shape(self) -> QPainterPath:
        stroker = QPainterPathStroker()
        stroker.setWidth(max(self._width, REACH))
        return stroker.createStroke(self.path())


def legend_height() -> float:
    """The room that the legend takes at the foot of the picture."""
    return 34.0


def draw_legend(scene: QGraphicsScene, y: float, width: float, theme: Theme, base: QFont, tones: set[str]) -> None:
    """The line of each tone that occurs, and what the width means, centred under the picture."""
    face = font(base, scale=SMALL)
    metrics = QFontMetricsF(face)
    entries = [(tone, TONE_WORDS[tone]) for tone in TONES if tone in tones]
    entries.append(("", "width: number of statements"))
    sizes = [metrics.horizontalAdvance(words) + (40 if tone else 0) for tone, words in entries]
    x = (width - sum(sizes) - 26 * (len(entries) - 1)) / 2
    for (tone, words), size in zip(entries, sizes, strict=True):
        if tone:
            line = QPainterPath(QPointF(x, y + metrics.height() / 2))
            line.lineTo(x + 30, y + metrics.height() / 2)
            item = scene.addPath(line, pen(theme.tone(tone), 3, tone))
            item.setZValue(3)
        label = QGraphicsSimpleTextItem(words)
        label.setFont(face)
        label.setBrush(QColor(theme.muted))
        label.setPos(x + (40 if tone else 0), y)
        scene.addItem(label)
        x += size + 26
