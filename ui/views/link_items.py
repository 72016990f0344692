"""The parts of the picture of dealings: a party as a bar with its name, a link as a curve, and the legend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPainterPathStroker, QPaintEvent
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsPathItem,
    QStyleOptionGraphicsItem,
    QWidget,
)
from typing_extensions import override

from ui.theme import font
from ui.views.strokes import TONE_WORDS, pen, sample

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from models.pages.geopolitics import Link, Party
    from ui.theme import Theme

BAR = 9.0
GAP = 11.0
BETWEEN = 1.5
LEAST = 16.0
THICKEST = 7.0
FADED = 0.1
USUAL = 0.66
SMALL = 0.85
REACH = 8.0
NAME = 30
"""The most room that a name gets, in characters of common width."""
TONES = ("cooperation", "mixed", "conflict", "neutral")
FOOT = 30
BODIES = "Organisations and firms"
BOW = (24.0, 0.3)
"""How far an arc within the region leads out: always so much, and a part of the way between both ends."""


def width_of(link: Link) -> float:
    """How wide a link is drawn: more with each statement, but less so each time."""
    return min(THICKEST, 1.4 * link.weight**0.55)


class Node(QGraphicsItem):
    """A party: a bar that its curves end on, one below the other, its name, and how many statements all its links rest
    on, of which some may not be drawn.
    """

    def __init__(self, party: Party, links: Sequence[Link], colour: QColor, theme: Theme, base: QFont) -> None:
        super().__init__()
        self.party = party
        self._links = tuple(links)
        self._colours = (colour, QColor(theme.text), QColor(theme.muted))
        self._fonts = (font(base, bold=True), font(base, scale=SMALL))
        said = len({statement for link in links for statement in link.statements})
        self._said = f"{said} statement" if said == 1 else f"{said} statements"
        metrics = QFontMetricsF(self._fonts[0])
        name = metrics.elidedText(party.name, Qt.TextElideMode.ElideRight, NAME * metrics.averageCharWidth())
        self._lines = (name, self._said)
        self._heading = ""
        self.above = 0.0
        """The height that its heading needs."""
        self.setZValue(2)

    def head(self) -> None:
        """Tell above it that organisations and firms follow, and no countries."""
        self._heading, self.above = BODIES, 1.6 * QFontMetricsF(self._fonts[1]).height()

    def draw_only(self, parties: Container[str]) -> None:
        """Leave room on the bar for the links with these parties alone."""
        self._links = tuple(link for link in self._links if link.a in parties and link.b in parties)

    def title(self) -> str:
        """The heading for what is said of this party."""
        return self.party.name

    def words(self) -> str:
        """The party and its count in words."""
        return f"{self.party.name}: {self._said}"

    @property
    def left(self) -> bool:
        """Whether it stands on the partners' side."""
        return not self.party.in_region

    @property
    def bar(self) -> float:
        """The height of its bar."""
        return max(LEAST, sum(width_of(link) + BETWEEN for link in self._links) - BETWEEN)

    @property
    def tall(self) -> float:
        """The height that it needs: of the bar or of the words."""
        return max(self.bar, self._heights())

    @property
    def room(self) -> float:
        """The width that its words need, with the bar."""
        told = (*zip(self._fonts, self._lines, strict=True), (self._fonts[1], self._heading))
        return BAR + GAP + max(QFontMetricsF(face).horizontalAdvance(words) for face, words in told)

    def port(self, link: Link) -> QPointF:
        """Where a curve meets the bar."""
        above = sum(width_of(other) + BETWEEN for other in self._links[: self._links.index(link)])
        whole = sum(width_of(other) + BETWEEN for other in self._links) - BETWEEN
        return self.pos() + QPointF(0, above + width_of(link) / 2 - whole / 2)

    def set_quiet(self, quiet: bool) -> None:
        """Step back behind the others, or not."""
        self.setOpacity(0.35 if quiet else 1.0)

    @override
    def boundingRect(self) -> QRectF:
        box = QRectF(-self.room, -self.tall / 2 - self.above, self.room, self.tall + self.above)
        return box if self.left else QRectF(0, box.top(), box.width(), box.height())

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        colour, text, faint = self._colours
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(-BAR if self.left else 0, -self.bar / 2, BAR, self.bar), 3, 3)
        y = -self._heights() / 2
        for words, face, ink in zip(self._lines, self._fonts, (text, faint), strict=True):
            metrics = QFontMetricsF(face)
            painter.setFont(face)
            painter.setPen(ink)
            x = -BAR - GAP - metrics.horizontalAdvance(words) if self.left else BAR + GAP
            painter.drawText(QPointF(x, y + metrics.ascent()), words)
            y += metrics.height()
        if self._heading:
            metrics = QFontMetricsF(self._fonts[1])
            x = -BAR - GAP - metrics.horizontalAdvance(self._heading)
            painter.drawText(QPointF(x, -self.tall / 2 - self.above + metrics.ascent()), self._heading)

    def _heights(self) -> float:
        return sum(QFontMetricsF(face).height() for face in self._fonts)


class Curve(QGraphicsPathItem):
    """A link: as wide as statements are many, its tone told by colour and dashes; an arc where both ends are on one
    side."""

    def __init__(self, link: Link, names: tuple[str, str], start: QPointF, end: QPointF, theme: Theme) -> None:
        path = QPainterPath(start)
        bend = QPointF((end.x() - start.x()) * 0.46, 0)
        bow = QPointF(BOW[0] + BOW[1] * abs(end.y() - start.y()), 0)
        arc = start.x() == end.x()
        path.cubicTo(start - bow if arc else start + bend, end - bow if arc else end - bend, end)
        super().__init__(path)
        self.link = link
        self._names = names
        self._width = width_of(link)
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
        line = pen(self._colour, self._width + (1.2 if loud else 0), self.link.tone)
        line.setCapStyle(Qt.PenCapStyle.RoundCap if self.link.tone == "conflict" else Qt.PenCapStyle.FlatCap)
        self.setPen(line)
        self.setOpacity(FADED if quiet else (1.0 if loud else USUAL))
        self.setZValue(1 if loud else 0)

    @override
    def shape(self) -> QPainterPath:
        stroker = QPainterPathStroker()
        stroker.setWidth(max(self._width, REACH))
        return stroker.createStroke(self.path())


class LinkLegend(QWidget):
    """The line of each tone that occurs, and what the width means."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._tones: tuple[str, ...] = ()

    def explain(self, tones: set[str], theme: Theme) -> None:
        """Explain these tones in the colours of the theme."""
        self._tones, self._theme = tuple(tone for tone in TONES if tone in tones), theme
        self.setVisible(bool(self._tones))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter, QRectF(self.rect()))
        painter.end()

    def draw(self, painter: QPainter, area: QRectF) -> None:
        """The legend in the middle of an area."""
        if self._theme is None:
            return
        painter.fillRect(area, QColor(self._theme.base))
        face = font(self.font(), scale=SMALL)
        metrics = QFontMetricsF(face)
        entries = [(tone, TONE_WORDS[tone]) for tone in self._tones] + [("", "width: number of statements")]
        sizes = [metrics.horizontalAdvance(words) + (40 if tone else 0) for tone, words in entries]
        while sum(sizes) + 26 * (len(sizes) - 1) > area.width() and len(sizes) > 1:  # the last say least
            entries, sizes = entries[:-1], sizes[:-1]
        x = area.center().x() - (sum(sizes) + 26 * (len(entries) - 1)) / 2
        y = area.center().y()
        painter.setFont(face)
        for (tone, words), size in zip(entries, sizes, strict=True):
            if tone:
                sample(painter, QRectF(x, y - 1, 30, 2), tone, self._theme.tone(tone), 3)
            painter.setPen(QColor(self._theme.muted))
            painter.drawText(QPointF(x + (40 if tone else 0), y + metrics.ascent() / 2 - 1), words)
            x += size + 26
