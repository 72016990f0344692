"""The foot of the matrix: what dots, colours and rims of its cells mean, as far as they occur."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from models.records import Standing
from ui.theme import font
from ui.views.matrix_cells import DOT, DOTS, faded

if TYPE_CHECKING:
    from models.pages.resources import ResourcesPage
    from ui.theme import Theme

SMALL = 0.85
TILE = (24.0, 14.0)
APART, NEAR = 24.0, 8.0
DOTTED, FULLER, RIM, PALE = "dot", "fuller", "rim", "pale"


@dataclass(frozen=True, slots=True)
class Sign:
    """A sample of one kind, and what it means."""

    kind: str
    words: str


class MatrixLegend(QWidget):
    """One line of signs; where there is no room for all, the last are left out, and the tooltip has them all."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page: ResourcesPage | None = None
        self._in_words = False
        self.setAccessibleName("What the cells mean")

    def set_page(self, page: ResourcesPage) -> None:
        """Explain what occurs on this page."""
        self._page = page
        self._tell()

    def set_in_words(self, in_words: bool) -> None:
        """Explain cells in words, or as dots."""
        self._in_words = in_words
        self._tell()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self._theme = theme
        self.update()

    def signs(self) -> tuple[Sign, ...]:
        """What occurs, the most important first."""
        page = self._page
        if page is None or not page.cells:
            return ()
        most = max(cell.sources for cell in page.cells)
        dots = "a dot for each source" if most <= DOTS else f"a dot for each source, above {DOTS} their number"
        contested = any(cell.standing is Standing.CONTESTED for cell in page.cells)
        empty = len(page.cells) < len(page.countries) * len(page.commodities)
        nothing = "nothing of what you asked for" if page.sifted else "nothing in your articles yet"
        found = (
            (not self._in_words, DOTTED, dots),
            (most > 1, FULLER, "the fuller, the more sources"),
            (contested, RIM, "sources disagree"),
            (empty, PALE, nothing),
        )
        return tuple(Sign(kind, words) for there, kind, words in found if there)

    def _tell(self) -> None:
        signs = self.signs()
        self.setToolTip("\n".join(f"{NAMES[sign.kind]}: {sign.words}" for sign in signs))
        self.setAccessibleDescription("; ".join(f"{NAMES[sign.kind]}: {sign.words}" for sign in signs))
        self.setVisible(bool(signs))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, round(1.9 * QFontMetricsF(self.font()).height()))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self._theme.base))
        face = font(self.font(), scale=SMALL)
        metrics = QFontMetricsF(face)
        painter.setFont(face)
        signs = list(self.signs())
        sizes = [_width(sign) + NEAR + metrics.horizontalAdvance(sign.words) for sign in signs]
        while sum(sizes) + APART * len(sizes) > self.width() and len(sizes) > 1:
            signs.pop()
            sizes.pop()
        x, y = (self.width() - sum(sizes) - APART * (len(sizes) - 1)) / 2, self.height() / 2
        for sign, size in zip(signs, sizes, strict=True):
            self._draw(painter, sign, QPointF(x, y))
            painter.setPen(QColor(self._theme.muted))
            painter.drawText(QPointF(x + _width(sign) + NEAR, y + metrics.ascent() / 2 - 1), sign.words)
            x += size + APART
        painter.end()

    def _draw(self, painter: QPainter, sign: Sign, at: QPointF) -> None:
        """The sample of a sign, its left end in the middle of the line `at` this point."""
        theme = self._theme
        painter.setPen(Qt.PenStyle.NoPen)
        if sign.kind == DOTTED:
            painter.setBrush(QColor(theme.text))
            painter.drawEllipse(at + QPointF(DOT, 0), DOT, DOT)
            return
        tile = QRectF(at.x(), at.y() - TILE[1] / 2, *TILE)
        shades = {FULLER: (1, DOTS // 2, DOTS), RIM: (1,), PALE: (0,)}[sign.kind]
        for number, sources in enumerate(shades):
            if sign.kind == RIM:
                painter.setPen(QPen(QColor(theme.standings["contested"]), 1.6, Qt.PenStyle.DashLine))
            painter.setBrush(faded(theme, sources, None if not sources else 0))
            painter.drawRoundedRect(tile.translated(number * (TILE[0] + 2), 0), 4, 4)


NAMES = {DOTTED: "Dots", FULLER: "Colour", RIM: "Dashed rim", PALE: "Pale"}


def _width(sign: Sign) -> float:
    """How wide a sample is."""
    return {DOTTED: 2 * DOT, FULLER: 3 * TILE[0] + 4}.get(sign.kind, TILE[0])
