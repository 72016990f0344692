"""Who deals with whom: each pair a curve, each curve its statements."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from models.pages.geopolitics import GeopoliticsPage, Link, Party
from tests.ui.pictures import GEOPOLITICS, part
from ui.theme import DARK, LIGHT
from ui.views.link_items import Curve, Node
from ui.views.links import LinksView


@pytest.fixture
def view(qtbot: QtBot) -> LinksView:
    shown = LinksView(LIGHT)
    qtbot.addWidget(shown)
    shown.resize(800, 500)
    shown.show()
    shown.set_page(GEOPOLITICS, {"KAZ": 0, "UZB": 1})
    return shown


def curve(view: LinksView, first: str, second: str) -> Curve:
    return next(item for item in view.items() if isinstance(item, Curve) and item.pair == (first, second))


def node(view: LinksView, code: str) -> Node:
    return next(item for item in view.items() if isinstance(item, Node) and item.party.code == code)


def on(view: LinksView, item: Curve, share: float) -> QPoint:
    return view.mapFromScene(item.mapToScene(item.path().pointAtPercent(share)))


def test_a_click_on_a_curve_tells_what_is_said_of_the_pair(view: LinksView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.links_chosen) as told:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=on(view, curve(view, "JPN", "KAZ"), 0.3))
    assert told.args == ["Japan \N{EN DASH} Kazakhstan", ("e1", "e2", "e3")]
    assert curve(view, "CHN", "UZB").opacity() < 0.3 < curve(view, "JPN", "KAZ").opacity()


def test_a_click_on_a_party_tells_all_its_statements_once(view: LinksView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.links_chosen) as told:
        at = view.mapFromScene(node(view, "JPN").scenePos())
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert told.args == ["Japan", ("e1", "e2", "e3")]
    assert node(view, "JPN").words() == "Japan: 3 statements"


def test_a_click_on_nothing_shows_everything_again(view: LinksView, qtbot: QtBot) -> None:
    view.choose([("JPN", "KAZ")])
    with qtbot.waitSignal(view.links_chosen) as told:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert told.args == ["", ()]
    assert len({item.opacity() for item in view.items() if isinstance(item, Curve)}) == 1


def test_the_keyboard_reaches_every_link(view: LinksView, qtbot: QtBot) -> None:
    told: list[str] = []
    view.links_chosen.connect(lambda title, _ids: told.append(title))
    for _ in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Down)
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert len(set(told)) == 3
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert told[-1] == ""


def test_width_tells_the_number_and_dashes_the_tone(view: LinksView) -> None:
    strong, weak, mixed = (curve(view, *pair).pen() for pair in (("JPN", "KAZ"), ("JPN", "UZB"), ("CHN", "UZB")))
    assert strong.widthF() > weak.widthF()
    assert strong.dashPattern() == []
    assert mixed.dashPattern() != []
    assert mixed.color() != strong.color()


def test_pointing_at_a_link_names_it(view: LinksView) -> None:
    at = QPointF(on(view, curve(view, "CHN", "UZB"), 0.2))
    none = Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, at, view.mapToGlobal(at), none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view.viewport(), moved)  # whatever other window may lie under the pointer
    words = "China \N{EN DASH} Uzbekistan: 2 statements, mixed (1 of co-operation, 1 of tension)"
    assert view.viewport().toolTip() == words


def test_all_names_lie_within_the_picture_at_any_width(view: LinksView) -> None:
    for width in (430, 800, 1500):
        view.resize(width, 480)
        scene = view.sceneRect()
        for item in view.items():
            if isinstance(item, Node):
                assert scene.contains(item.sceneBoundingRect()), (width, item.party.name)


def test_parties_without_dealings_are_left_out_and_an_empty_page_is_empty(view: LinksView) -> None:
    view.set_page(GeopoliticsPage((), (), (), (), (), (), ()), {})
    assert view.items() == []


@pytest.fixture
def crowded(view: LinksView) -> LinksView:
    """A view of thirty partners, the later the less is said of them."""
    partners = tuple(Party(f"P{number:02}", f"Partner {number}", in_region=False) for number in range(30))
    region = GEOPOLITICS.region
    links = tuple(
        Link(partner.code, region[0].code, 30 - number, 1, 0, "cooperation", (f"s{number}",))
        for number, partner in enumerate(partners)
    )
    view.set_page(GeopoliticsPage(partners, region, links, (), (), (), ()), {"KAZ": 0, "UZB": 1})
    return view


def shown(view: LinksView) -> set[str]:
    return {item.party.code for item in view.items(view.sceneRect().toRect()) if isinstance(item, Node)}


def test_as_many_of_the_busiest_partners_as_have_room_are_shown(crowded: LinksView, qtbot: QtBot) -> None:
    assert crowded.sceneRect().height() <= crowded.viewport().height()
    few = shown(crowded)
    assert {"P00", "P05"} < few
    assert "P29" not in few
    assert node(crowded, "KAZ").words() == "Kazakhstan: 30 statements"
    button = part(crowded, QToolButton)
    assert button.text() == f"{30 - len(few - {'KAZ', 'UZB'})} more partners"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "P29" in shown(crowded)
    assert crowded.sceneRect().height() > crowded.viewport().height()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert shown(crowded) == few


def test_the_countries_of_the_region_stay_in_sight_of_all_partners(crowded: LinksView) -> None:
    crowded.turn_whole()
    bar = crowded.verticalScrollBar()
    for place in (0, bar.maximum() // 2, bar.maximum()):
        bar.setValue(place)
        assert bar.value() == place
        for code in ("KAZ", "UZB"):
            spot = crowded.mapFromScene(node(crowded, code).scenePos())
            assert crowded.viewport().rect().contains(spot)
    assert bar.maximum() > 0


def test_links_of_a_partner_left_out_can_be_chosen(crowded: LinksView) -> None:
    crowded.choose([("P29", "KAZ")])
    assert curve(crowded, "P29", "KAZ").opacity() == 1


def test_the_theme_changes_the_ground(view: LinksView) -> None:
    view.set_theme(DARK)
    assert view.grab().toImage().pixelColor(3, 3).name() == DARK.base


def test_countries_come_before_bodies_which_stand_under_a_heading(view: LinksView) -> None:
    bank, japan = Party("A bank", "A bank", in_region=False, body=True), GEOPOLITICS.partners[0]
    links = (Link("A bank", "KAZ", 9, 9, 0, "cooperation", ("e1",)), GEOPOLITICS.links[0])
    view.set_page(replace(GEOPOLITICS, partners=(bank, japan), links=links), {"KAZ": 0, "UZB": 1})
    upper, lower = node(view, japan.code), node(view, "A bank")
    assert upper.sceneBoundingRect().bottom() < lower.sceneBoundingRect().top()
    assert (upper.above, lower.above > 0) == (0, True)


def test_two_of_the_region_are_joined_by_an_arc_that_leads_to_their_statements(view: LinksView, qtbot: QtBot) -> None:
    links = (*GEOPOLITICS.links, Link("KAZ", "UZB", 1, 0, 1, "conflict", ("e5",)))
    view.set_page(replace(GEOPOLITICS, links=links), {"KAZ": 0, "UZB": 1})
    arc = curve(view, "KAZ", "UZB")
    ends, middle = [arc.path().pointAtPercent(at) for at in (0, 1)], arc.path().pointAtPercent(0.5)
    assert ends[0].x() == ends[1].x() > middle.x() + 20
    with qtbot.waitSignal(view.links_chosen) as told:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=on(view, arc, 0.5))
    assert told.args == ["Kazakhstan \N{EN DASH} Uzbekistan", ("e5",)]


def test_dealings_within_the_region_alone_are_drawn(view: LinksView) -> None:
    links = (Link("KAZ", "UZB", 1, 0, 1, "conflict", ("e5",)),)
    view.set_page(replace(GEOPOLITICS, partners=(), links=links), {"KAZ": 0, "UZB": 1})
    assert curve(view, "KAZ", "UZB").isVisible()


def test_a_partner_keeps_its_colour_whatever_is_shown(view: LinksView) -> None:
    def colours() -> dict[str, QColor]:
        nodes = [item for item in view.items() if isinstance(item, Node) and not item.party.in_region]
        return {item.party.code: item._colours[0] for item in nodes}

    every, order = colours(), {"KAZ": 0, "UZB": 1}
    assert len({colour.name() for colour in every.values()}) == len(every) > 1
    for code in every:
        some = replace(GEOPOLITICS, links=tuple(link for link in GEOPOLITICS.links if link.a == code))
        view.set_page(some, order)
        assert colours() == {code: every[code]}
    newcomer = Party("FRA", "France", in_region=False)
    first = replace(GEOPOLITICS.links[0], a="FRA")
    view.set_page(
        replace(GEOPOLITICS, partners=(newcomer, *GEOPOLITICS.partners), links=(first, *GEOPOLITICS.links)), order
    )
    assert colours() == {**every, "FRA": QColor(LIGHT.stroke(len(every)))}


def test_colours_are_those_of_what_was_known_before_a_filter(qtbot: QtBot) -> None:
    shown = LinksView(LIGHT)
    qtbot.addWidget(shown)
    shown.resize(800, 500)
    shown.know(GEOPOLITICS)
    last = GEOPOLITICS.links[-1].a
    shown.set_page(replace(GEOPOLITICS, links=tuple(link for link in GEOPOLITICS.links if link.a == last)), {})
    assert node(shown, last)._colours[0] != LIGHT.stroke(0)


def test_a_partner_that_stands_out_stays_when_the_view_becomes_smaller(crowded: LinksView) -> None:
    crowded.resize(800, 2000)
    page = crowded._page
    assert page is not None
    last = next(party.code for party in reversed(page.partners) if any(link.a == party.code for link in page.links))
    pair = next((link.a, link.b) for link in page.links if link.a == last)
    crowded.choose([pair])
    crowded.resize(600, 360)
    assert curve(crowded, *pair).opacity() > 0.3
    assert node(crowded, last).opacity() > 0.3
    drawn = {item.party.code for item in crowded.items() if isinstance(item, Node)}
    assert not {party.code for party in page.partners} <= drawn  # others gave way
