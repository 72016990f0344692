"""Who deals with whom: partners on the left, the region on the right, and a curve for what is said of each pair.

Countries and groups of them come before bodies, which stand under a heading. Two of the region are joined by an arc.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QToolButton, QWidget
from typing_extensions import override

from ui.views.export import offer_picture
from ui.views.link_items import FOOT, Curve, LinkLegend, Node

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from models.pages.geopolitics import GeopoliticsPage, Party
    from ui.theme import Theme

AIR = 12.0
MOST_AIR = 60.0
WIDEST = 1240.0
EDGE = 16.0
LEAST_TALL = 240.0
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
        self._numbers: dict[str, int] = {}
        self._curves: list[Curve] = []
        self._nodes: list[Node] = []
        self._chosen: frozenset[tuple[str, str]] = frozenset()
        self._at = -1
        self._whole = self._drawing = False
        self._legend = LinkLegend(self)
        self._rest = QToolButton(self)
        self._rest.setAutoRaise(True)
        self._rest.setToolTip("Show all partners, or those with the most statements")
        self._rest.clicked.connect(self.turn_whole)
        self.setScene(QGraphicsScene(self))
        self._lay_out()
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        offer_picture(self, "the dealings")

    def _lay_out(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.setMinimumSize(280, 160)
        self.setViewportMargins(0, 0, 0, FOOT)
        self.setAccessibleName("Who deals with whom")
        self.setAccessibleDescription("Up and down go from link to link, Enter shows what is said.")

    def know(self, page: GeopoliticsPage) -> None:
        """Give the partners of a page their colours, which they keep whatever of it is shown; new ones get others."""
        for party in _linked(page):
            self._numbers.setdefault(party.code, len(self._numbers))

    def set_page(self, page: GeopoliticsPage, order: Mapping[str, int]) -> None:
        """Show these parties and links; `order` gives the region's own countries their colours."""
        self.know(page)
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
        if not self._chosen <= {curve.pair for curve in self._curves} and not self._whole:
            self.turn_whole()
        self._highlight(self._chosen)

    def chosen(self) -> frozenset[tuple[str, str]]:
        """The links that stand out."""
        return self._chosen

    def turn_whole(self) -> None:
        """Show all partners, however tall that is; then again as many of the busiest as have room."""
        self._whole = not self._whole
        self._draw()

    def paint_on(self, painter: QPainter, area: QRectF) -> None:
        """The whole picture with its legend, fitted into an area."""
        self.scene().render(painter, area.adjusted(0, 0, 0, -FOOT), self.scene().sceneRect())
        self._legend.draw(painter, QRectF(area.left(), area.bottom() - FOOT, area.width(), FOOT))

    # --- drawing ---------------------------------------------------------------------------------------------------

    def _draw(self) -> None:
        """Everything anew, as wide as the view; taller than it only where all partners are wanted."""
        self._drawing = True
        self._draw_all()
        self._drawing = False

    def _draw_all(self) -> None:
        scene = self.scene()
        self._curves, self._nodes = [], []
        scene.clear()
        scene.setBackgroundBrush(QColor(self._theme.base))
        page = self._page
        links = page.links if page else ()
        self._legend.explain({link.tone for link in links}, self._theme)
        self._rest.hide()
        if page is None or not links:
            return
        left = self._column(_linked(page))
        for node in [node for node in left if node.party.body][:1]:
            node.head()
        right = self._column(page.region)
        tall = max(self.viewport().height() - 2 * EDGE, LEAST_TALL)
        left = self._leave_out(left, right, tall)
        width = min(float(self.viewport().width()), WIDEST)
        tall = max(tall, _needed(left), _needed(right))
        scene.setSceneRect(0, 0, width, tall + 2 * EDGE)
        _stand(left, EDGE + max((node.room for node in left), default=0.0), tall)
        seen = float(self.viewport().height() - 2 * EDGE)
        down = min(float(self.verticalScrollBar().value()), tall - max(seen, _needed(right)))
        _stand(right, width - EDGE - max(node.room for node in right), max(seen, _needed(right)), max(0.0, down))
        self._connect_nodes({node.party.code: node for node in left}, {node.party.code: node for node in right})
        self._highlight(self._chosen)

    def _on_scrolled(self) -> None:
        """The countries of the region stay in sight, whichever partners are."""
        if self._whole and not self._drawing:
            self._draw()

    def _leave_out(self, left: list[Node], right: Sequence[Node], tall: float) -> list[Node]:
        """The partners that have room, those that stand out and then the busiest first, or all if that is wished; a
        button tells of the others."""
        loud = {code for pair in self._chosen for code in pair}
        first = sorted(left, key=lambda node: node.party.code not in loud)
        head = max((node.above for node in left), default=0.0)
        most = next((count for count in range(len(left), 0, -1) if _needed(first[:count], head) <= tall), 1)
        if most < len(left):
            self._rest.setText("Fewer partners" if self._whole else f"{len(left) - most} more partners")
            self._rest.setAccessibleName(self._rest.text())
            self._rest.show()
            self._place_foot()
        shown = [node for node in left if self._whole or node in first[:most]]
        for node in left:
            if node not in shown:
                self.scene().removeItem(node)
        for node in [node for node in shown if node.party.body][:1]:
            node.head()
        self._nodes = [*shown, *right]
        for node in right:
            node.draw_only({drawn.party.code for drawn in self._nodes})
        return shown

    def _place_foot(self) -> None:
        """The button stands at the left of the foot, the legend in the middle of what is left of it."""
        self._rest.adjustSize()
        self._rest.move(round(EDGE / 2), self.height() - FOOT + (FOOT - self._rest.height()) // 2)
        taken = self._rest.geometry().right() + round(EDGE / 2) if self._rest.isVisibleTo(self) else 0
        self._legend.setGeometry(taken, self.height() - FOOT, self.width() - taken, FOOT)

    def _column(self, parties: Sequence[Party]) -> list[Node]:
        """The parties as nodes; at each, the links are in the order of their other ends, so that they cross less."""
        page = self._page
        rank = {party.code: number for number, party in enumerate((*page.partners, *page.region))} if page else {}
        nodes = []
        for party in parties:
            place, number = self._order.get(party.code), self._numbers.get(party.code, 0)
            colour = self._theme.stroke(number) if place is None else self._theme.fill(place)
            own = [link for link in page.links if party.code in (link.a, link.b)] if page else []
            own.sort(key=lambda link: rank.get(link.a, 0) + rank.get(link.b, 0))
            node = Node(party, own, colour, self._theme, QFont(self.font()))
            self.scene().addItem(node)
            nodes.append(node)
        self._nodes += nodes
        return nodes

    def _connect_nodes(self, left: Mapping[str, Node], right: Mapping[str, Node]) -> None:
        nodes = {**left, **right}
        drawn = [link for link in self._page.links if link.a in nodes and link.b in right] if self._page else []
        for link in sorted(drawn, key=lambda link: (link.a in right, nodes[link.a].y(), right[link.b].y())):
            start, end = nodes[link.a], right[link.b]
            names = (start.party.name, end.party.name)
            curve = Curve(link, names, start.port(link), end.port(link), self._theme)
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
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._draw()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()
        self._place_foot()

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


def _linked(page: GeopoliticsPage) -> list[Party]:
    """The partners that have links, what is no state last."""
    ends = {link.a for link in page.links}
    return sorted((party for party in page.partners if party.code in ends), key=lambda party: party.body)


def _needed(nodes: Sequence[Node], head: float | None = None) -> float:
    """The least height of a column, with the heading that it has or is to have where any body is among them."""
    above = sum(node.above for node in nodes)
    if head is not None:
        above = head if any(node.party.body for node in nodes) else 0.0
    return above + sum(node.tall + AIR for node in nodes) - AIR


def _stand(nodes: Sequence[Node], x: float, tall: float, down: float = 0.0) -> None:
    """Stand the nodes one below the other in the middle of the height, which begins so far `down`, with the room left
    over between them."""
    air = min(MOST_AIR, (tall - sum(node.above + node.tall for node in nodes)) / max(len(nodes) - 1, 1))
    y = down + EDGE + (tall - sum(node.above + node.tall + air for node in nodes) + air) / 2
    for node in nodes:
        y += node.above
        node.setPos(x, y + node.tall / 2)
        y += node.tall + air
