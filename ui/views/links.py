"""Who deals with whom: partners on the left, the region on the right, and a curve for what is said of each pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget
from typing_extensions import override

from ui.views.export import offer_picture
from ui.views.link_items import Curve, Node, draw_legend, legend_height
from ui.views.strokes import TONE_WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from models.pages.geopolitics import GeopoliticsPage, Link, Party
    from ui.theme import Theme

ROW = 46.0
WIDEST = 920.0
TOP = 20.0
LABEL = 170.0
REACH = 3


class LinksView(QGraphicsView):
    """The picture of dealings. A click on a curve or a party, or Enter after the arrow keys, tells `links_chosen` with
    a heading and the ids of the statements; Escape tells it with none.
    """

    links_chosen = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page: GeopoliticsPage | None = None
        self._order: Mapping[str, int] = {}
        self._curves: list[Curve] = []
        self._nodes: list[Node] = []
        self._chosen: frozenset[tuple[str, str]] = frozenset()
        self._at = -1
        self.setScene(QGraphicsScene(self))
        self._lay_out()
        offer_picture(self)

    def _lay_out(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.setMinimumSize(420, 240)
        self.setAccessibleName("Who deals with whom")
        self.setAccessibleDescription("Up and down go from link to link, Enter shows what is said.")

    def set_page(self, page: GeopoliticsPage, order: Mapping[str, int]) -> None:
        """Show these parties and links; `order` gives the region's own countries their colours."""
        self._page, self._order = page, order
        self._chosen, self._at = frozenset(), -1
        self._draw()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self._theme = theme
        self._draw()

    def choose(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Let these links stand out; none gives all the same weight again."""
        self._chosen = frozenset(pairs)
        self._highlight(self._chosen)

    def paint_on(self, painter: QPainter, area: QRectF) -> None:
        """The whole picture, fitted into an area."""
        self.scene().render(painter, area, self.scene().sceneRect())

    # --- drawing ---------------------------------------------------------------------------------------------------

    def _draw(self) -> None:
        """Everything anew, as wide as the view and as tall as the longer column needs."""
        scene = self.scene()
        scene.clear()
        self._curves, self._nodes = [], []
        scene.setBackgroundBrush(QColor(self._theme.base))
        page = self._page
        if page is None or not page.links:
            return
        used = {link.a for link in page.links}
        partners = [party for party in page.partners if party.code in used]
        width = min(float(self.viewport().width()), WIDEST)
        foot = legend_height()
        room = self.viewport().height() - TOP - foot
        tall = max(room, ROW * max(len(partners), len(page.region)))
        scene.setSceneRect(0, 0, width, TOP + tall + foot)
        self._place(partners, LABEL, tall, page, left=True)
        self._place(page.region, width - LABEL, tall, page, left=False)
        self._connect_nodes(page.links)
        draw_legend(scene, TOP + tall + 6, width, self._theme, self.font(), {link.tone for link in page.links})
        self._highlight(self._chosen)

    def _place(self, parties: Sequence[Party], x: float, tall: float, page: GeopoliticsPage, *, left: bool) -> None:
        step = min(tall / max(len(parties), 1), 96.0)
        top = TOP + (tall - step * len(parties)) / 2
        for index, party in enumerate(parties):
            place = self._order.get(party.code)
            colour = self._theme.stroke(index) if place is None else self._theme.fill(place)
            said = {identity for link in page.links if party.code in (link.a, link.b) for identity in link.statements}
            node = Node(party, len(said), colour, self._theme, QFont(self.font()), left=left)
            node.setPos(x, top + step * (index + 0.5))
            self.scene().addItem(node)
            self._nodes.append(node)

    def _connect_nodes(self, links: Sequence[Link]) -> None:
        """Curves from node to node; at a node they leave in the order of the other ends, so that they cross less."""
        left = {node.party.code: node for node in self._nodes if node.left}
        right = {node.party.code: node for node in self._nodes if not node.left}
        drawn = [link for link in links if link.a in left and link.b in right]
        for link in sorted(drawn, key=lambda link: (left[link.a].y(), right[link.b].y())):
            start = left[link.a].port(_rank([right[o.b].y() for o in drawn if o.a == link.a], right[link.b].y()))
            end = right[link.b].port(_rank([left[o.a].y() for o in drawn if o.b == link.b], left[link.a].y()))
            names = (left[link.a].party.name, right[link.b].party.name)
            curve = Curve(link, names, start, end, self._theme)
            self.scene().addItem(curve)
            self._curves.append(curve)

    def _highlight(self, pairs: frozenset[tuple[str, str]]) -> None:
        for curve in self._curves:
            curve.set_state(loud=curve.pair in pairs, quiet=bool(pairs) and curve.pair not in pairs)
        touched = {code for pair in pairs for code in pair}
        for node in self._nodes:
            node.set_quiet(bool(pairs) and node.party.code not in touched)

    # --- hands -----------------------------------------------------------------------------------------------------

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        item = self._under(event)
        self._highlight(self._pairs(item) or self._chosen)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if item else Qt.CursorShape.ArrowCursor)
        self.viewport().setToolTip(item.words() if item else "")

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._highlight(self._chosen)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        item = self._under(event)
        if isinstance(item, Curve):
            self._at = self._curves.index(item)
        self._tell(item)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}
        key = Qt.Key(event.key())
        if key in steps and self._curves:
            self._at = (self._at + steps[key]) % len(self._curves) if self._at >= 0 else 0
            curve = self._curves[self._at]
            self._highlight(frozenset({curve.pair}))
            self.ensureVisible(curve.sceneBoundingRect(), 0, 0)
            self.setAccessibleDescription(curve.words())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._at >= 0:
            self._tell(self._curves[self._at])
        elif key == Qt.Key.Key_Escape:
            self._tell(None)
        else:
            super().keyPressEvent(event)

    def _under(self, event: QMouseEvent) -> Curve | Node | None:
        """The party or the nearest curve under the pointer."""
        at = event.position().toPoint()
        near = self.items(QRect(at.x() - REACH, at.y() - REACH, 2 * REACH, 2 * REACH))
        nodes = [item for item in near if isinstance(item, Node)]
        curves = [item for item in near if isinstance(item, Curve)]
        return nodes[0] if nodes else (curves[0] if curves else None)

    def _pairs(self, item: Curve | Node | None) -> frozenset[tuple[str, str]]:
        if isinstance(item, Curve):
            return frozenset({item.pair})
        if isinstance(item, Node):
            return frozenset(curve.pair for curve in self._curves if item.party.code in curve.pair)
        return frozenset()

    def _tell(self, item: Curve | Node | None) -> None:
        self.choose(tuple(self._pairs(item)))
        said = [identity for curve in self._curves if curve.pair in self._chosen for identity in curve.link.statements]
        self.links_chosen.emit(item.title() if item else "", tuple(dict.fromkeys(said)))


def _rank(others: Sequence[float], own: float) -> float:
    """Where an end stands among its neighbours, from -0.5 (top) to 0.5 (bottom)."""
    if len(others) < 2:
        return 0.0
    return sorted(others).index(own) / (len(others) - 1) - 0.5


def tone_in_words(tone: str) -> str:
    """The tone of dealings for a table or tooltip."""
    return TONE_WORDS.get(tone, tone)
