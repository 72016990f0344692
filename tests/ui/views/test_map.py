"""The map answers to mouse, wheel and keys, and never writes one name over another."""

from __future__ import annotations

from itertools import combinations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QFont, QGuiApplication, QImage, QPainter, QTransform
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from models.catalog import RESOURCES, Catalog
from models.catalog.outlines import Outlines, read_outlines
from models.pages.routes import Stop, routes_page
from models.phrases import Phrases
from tests.ui.pictures import EAST, ROUTES, small_world
from ui.theme import DARK, LIGHT
from ui.views.basemap import basemap_of
from ui.views.lettering import Lettering
from ui.views.map import MapView
from ui.views.map_controls import covered, in_words
from ui.views.map_drawing import MapDrawing
from ui.views.map_legend import Legend


@pytest.fixture
def view(qtbot: QtBot) -> MapView:
    shown = MapView(small_world(), LIGHT)
    qtbot.addWidget(shown)
    shown.set_routes(ROUTES.rows, ROUTES.places)
    shown.resize(800, 600)
    shown.show()
    shown.show_area(QRectF(-200, -200, 2400, 1800))
    return shown


def pixel(view: MapView, x: float, y: float) -> QPoint:
    """Where a point of the ground stands on the screen."""
    return view.pixel_of(x, y).toPoint()


def seen(view: MapView) -> QRectF:
    return view.seen


def test_a_click_on_a_leg_chooses_its_route(view: MapView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.route_chosen) as told:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=pixel(view, 700, 600))
    assert told.args == ["pipe"]


def test_a_click_on_a_place_chooses_the_place(view: MapView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.stop_chosen) as told:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=pixel(view, EAST.longitude, EAST.latitude))
    assert told.args == ["East"]
    assert view.routes_through("Middle") == ("line", "pipe")


def test_a_click_on_land_chooses_nothing_and_two_open_the_country(view: MapView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.country_chosen):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=pixel(view, 1800, 800))
    with qtbot.waitSignal(view.country_chosen) as told:
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=pixel(view, 1800, 800))
    assert told.args == ["CHN"]
    with qtbot.assertNotEmitted(view.country_chosen):
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=pixel(view, 450, 450))
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=pixel(view, 700, 600))


def test_the_menu_opens_the_country_under_the_pointer(view: MapView, qtbot: QtBot) -> None:
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)  # what it would show is looked at instead

    def ask(at: QPoint) -> list[QAction]:
        asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
        QGuiApplication.sendEvent(view.viewport(), asked)
        return [action for action in view.actions() if action.isVisible() and action.text().startswith("Open ")]

    (opening,) = ask(pixel(view, 1800, 800))
    assert opening.text() == "Open China"
    with qtbot.waitSignal(view.country_chosen) as told:
        opening.trigger()
    assert told.args == ["CHN"]
    assert ask(pixel(view, 450, 450)) == []


def test_a_drag_moves_the_map_and_chooses_nothing(view: MapView, qtbot: QtBot) -> None:
    before = seen(view).center()
    start = pixel(view, 1800, 800)
    with qtbot.assertNotEmitted(view.country_chosen):
        qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
        qtbot.mouseMove(view.viewport(), start + QPoint(60, 30))
        qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(60, 30))
    moved = seen(view).center() - before
    assert moved.x() == pytest.approx(-60 / view.scale_now, rel=0.02)
    assert moved.y() == pytest.approx(30 / view.scale_now, rel=0.02)


@pytest.mark.parametrize(
    ("key", "direction"),
    [(Qt.Key.Key_Right, (1, 0)), (Qt.Key.Key_Left, (-1, 0)), (Qt.Key.Key_Up, (0, 1)), (Qt.Key.Key_Down, (0, -1))],
)
def test_arrows_move_the_view(view: MapView, qtbot: QtBot, key: Qt.Key, direction: tuple[int, int]) -> None:
    before = seen(view).center()
    qtbot.keyClick(view, key)
    moved = seen(view).center() - before
    assert (round(moved.x() * view.scale_now), round(moved.y() * view.scale_now)) == (
        80 * direction[0],
        80 * direction[1],
    )


def test_plus_and_minus_zoom_and_the_point_under_the_pointer_stays(view: MapView, qtbot: QtBot) -> None:
    scale = view.scale_now
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.scale_now > scale
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    assert view.scale_now == pytest.approx(scale, rel=1e-6)
    fixed = pixel(view, 300, 300)
    view.zoom(2.0, QPointF(fixed))
    assert (pixel(view, 300, 300) - fixed).manhattanLength() <= 2


def test_nobody_gets_lost(view: MapView, qtbot: QtBot) -> None:
    reach = small_world().reach
    for _ in range(40):
        view.pan(900, -700)
    assert reach.adjusted(-1, -1, 1, 1).contains(seen(view))
    for _ in range(30):
        view.zoom(0.5)
    assert reach.adjusted(-1, -1, 1, 1).contains(seen(view))
    for _ in range(60):
        view.zoom(2)
    assert seen(view).width() > 200
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert seen(view).contains(QRectF(0, 0, 1500, 1000))


def test_a_chosen_route_comes_into_view_and_stays_there_when_the_window_grows(view: MapView) -> None:
    view.zoom(4, QPointF(0, 0))
    view.choose("pipe", go_there=True)
    leg = QRectF(695, 200, 10, 700)
    assert seen(view).contains(leg)
    view.resize(500, 700)
    assert seen(view).contains(leg)


def test_the_theme_changes_the_sea(view: MapView) -> None:
    colours = []
    for theme in (LIGHT, DARK):
        view.set_theme(theme)
        colours.append(view.grab().toImage().pixelColor(pixel(view, -150, 1000 + 200)).lightness())
    assert colours[0] > 150 > 80 > colours[1]


def test_the_picture_can_be_copied(view: MapView) -> None:
    action = next(action for action in view.actions() if action.text() == "Copy the map as a picture")
    action.trigger()
    assert QGuiApplication.clipboard().image().width() >= 800


def test_the_map_paints_itself_on_paper(view: MapView) -> None:
    paper = QImage(400, 300, QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    view.paint_on(painter, QSizeF(400, 300))
    painter.end()
    colours = {paper.pixelColor(x, y).name() for x in range(0, 400, 7) for y in range(0, 300, 7)}
    assert {LIGHT.land, LIGHT.fills[0]} <= colours


def test_what_lies_under_the_pointer_is_said_in_words() -> None:
    drawing = MapDrawing(small_world(), LIGHT, QFont())
    drawing.set_routes(ROUTES.rows, ROUTES.places)
    assert in_words(drawing.find(QPointF(700, 600), 1.0)) == "The pipe: Middle \N{EN DASH} North (pipeline)"
    assert in_words(drawing.find(QPointF(1500, 300), 1.0)) == "East \N{EN DASH} capital"
    assert in_words(drawing.find(QPointF(1800, 800), 1.0)) == "China (double-click to open its page)"
    assert in_words(drawing.find(QPointF(450, 450), 1.0)) == ""


@pytest.mark.parametrize("pixels_a_kilometre", [0.08, 0.2, 0.5, 1.4])
def test_names_on_the_shipped_map_never_touch(catalog: Catalog, qapp: object, pixels_a_kilometre: float) -> None:
    outlines = read_outlines(RESOURCES / "map" / "outlines.json")
    assert isinstance(outlines, Outlines)
    drawing = MapDrawing(basemap_of(outlines, catalog.name, catalog.region.members), LIGHT, QFont())
    stops = [Stop(p.name, p.kind, p.country, p.lon, p.lat) for p in catalog.places.values()]
    drawing.set_routes((), stops)
    view = QTransform.fromTranslate(640, 350).scale(pixels_a_kilometre, -pixels_a_kilometre)
    writing = drawing.lay_out(view, QRectF(0, 0, 1280, 700))
    assert len(writing.names) > 3
    assert not [(a.text, b.text) for a, b in combinations(writing.names, 2) if a.box.intersects(b.box)]


def test_no_name_stands_under_the_buttons(view: MapView, catalog: Catalog) -> None:
    buttons = [QRectF(button.geometry()) for button in view.findChildren(QToolButton)]
    held = covered(QRectF(view.rect()), len(buttons))
    assert all(held.contains(button) for button in buttons)
    assert held.height() == buttons[-1].bottom() - buttons[0].top()
    outlines = read_outlines(RESOURCES / "map" / "outlines.json")
    assert isinstance(outlines, Outlines)
    drawing = MapDrawing(basemap_of(outlines, catalog.name, catalog.region.members), LIGHT, QFont())
    drawing.set_routes((), [Stop(p.name, p.kind, p.country, p.lon, p.lat) for p in catalog.places.values()])
    area = QRectF(0, 0, 900, 640)
    home = drawing.home()
    for at in (home.topLeft(), home.center(), QPointF(home.right(), home.center().y())):
        way = QTransform(0.6, 0, 0, -0.6, 800 - 0.6 * at.x(), 60 + 0.6 * at.y())
        names = drawing.lay_out(way, area, covered(area, 3)).names
        assert not [name.text for name in names if name.box.intersects(covered(area, 3))]


@pytest.mark.parametrize("size", [(800, 600), (500, 700), (1100, 500)])
def test_nothing_that_is_to_be_seen_lies_under_the_buttons(view: MapView, size: tuple[int, int]) -> None:
    view.resize(*size)
    view.show_area(QRectF(200, 100, 900, 700))
    held = covered(QRectF(view.rect()), 3)
    assert seen(view).contains(QRectF(200, 100, 900, 700))
    assert view.pixel_of(1100, 0).x() < held.left()


def test_the_important_names_come_first_and_the_others_with_the_zoom() -> None:
    drawing = MapDrawing(small_world(), LIGHT, QFont())
    drawing.set_routes(ROUTES.rows, ROUTES.places)

    def names(scale: float) -> set[str]:
        view = QTransform.fromTranslate(50, 550).scale(scale, -scale)
        return {name.text for name in drawing.lay_out(view, QRectF(0, 0, 800, 600)).names}

    assert "East" in names(0.12)
    assert not {"North", "West"} & names(0.12)
    drawing.chosen = "pipe"
    assert "North" in names(0.12)
    drawing.chosen = ""
    assert {"North", "West", "Middle"} <= names(0.5)


def test_names_grow_with_the_letters_of_the_window() -> None:
    drawing = MapDrawing(small_world(), LIGHT, QFont())
    drawing.set_routes(ROUTES.rows, ROUTES.places)

    def tall() -> float:
        view = QTransform.fromTranslate(50, 550).scale(0.4, -0.4)
        return max(name.box.height() for name in drawing.lay_out(view, QRectF(0, 0, 800, 600)).names)

    before = tall()
    larger = QFont()
    larger.setPointSizeF(larger.pointSizeF() * 1.5)
    drawing.set_font(larger)
    assert tall() > 1.3 * before


def test_the_legend_explains_sites_only_where_some_are_marked() -> None:
    mine = Stop("Hill", "mine", "EAS", EAST.longitude - 100, EAST.latitude)
    sizes = []
    for scale in (0.1, 1.0):
        drawing = MapDrawing(small_world(), LIGHT, QFont())
        drawing.set_routes(ROUTES.rows, (*ROUTES.places, mine))
        to_pixels = QTransform.fromScale(scale, scale)
        drawing.lay_out(to_pixels, QRectF(0, 0, 3000, 3000))
        sizes.append("site" in drawing.signs())
    assert sizes == [False, True]


def test_the_legend_leaves_out_the_name_of_the_route_where_it_would_hide_the_map() -> None:
    drawing = MapDrawing(small_world(), LIGHT, QFont())
    drawing.set_routes(ROUTES.rows, ROUTES.places)
    drawing.chosen = "line"
    legend = Legend(Lettering(QFont()))
    for wide, tall, named in ((900, 600, True), (260, 200, False), (150, 2000, False)):
        layout = legend.lay_out("The line", drawing.signs(), QRectF(0, 0, wide, tall))
        assert layout.title == (("The line",) if named else ())


def test_on_a_small_map_the_signs_of_the_legend_stand_side_by_side_and_hide_less() -> None:
    legend, signs = Legend(Lettering(QFont())), ("rail", "road", "sea", "unbuilt")
    name = "A line with a long name that goes through very many countries"
    small, large = (QRectF(0, 0, wide, tall) for wide, tall in ((590, 550), (1500, 870)))
    rows, column = (legend.lay_out(name, signs, area) for area in (small, large))
    assert len({place.x() for place, _ in column.signs}) == 1
    assert len({place.y() for place, _ in rows.signs}) < len(signs)
    assert rows.box.height() < column.box.height() / 2
    assert rows.box.width() <= 0.4 * small.width()
    for layout, area in ((rows, small), (column, large)):
        assert area.contains(layout.box)
        assert all(layout.box.contains(place) for place, _ in layout.signs)


def test_each_country_of_the_region_is_named_whatever_route_is_chosen(catalog: Catalog, qapp: object) -> None:
    outlines = read_outlines(RESOURCES / "map" / "outlines.json")
    assert isinstance(outlines, Outlines)
    page = routes_page({}, catalog, Phrases(catalog))
    drawing = MapDrawing(basemap_of(outlines, catalog.name, catalog.region.members), LIGHT, QFont())
    drawing.set_routes(page.rows, page.places)
    home, wanted = drawing.home(), {catalog.name(code).upper() for code in catalog.region.members}
    scale = min(900 / home.width(), 640 / home.height())
    view = QTransform.fromTranslate(450, 320).scale(scale, -scale).translate(-home.center().x(), -home.center().y())
    for row in page.rows:
        drawing.chosen = row.id
        names = {name.text for name in drawing.lay_out(view, QRectF(0, 0, 900, 640)).names}
        assert wanted <= names, row.id


def test_a_leg_that_is_not_in_use_is_broken_and_explained() -> None:
    drawing, images = MapDrawing(small_world(), LIGHT, QFont()), []
    line = ROUTES.rows[0]
    for used in (True, False):
        idle = replace(line, legs=tuple(replace(leg, used=used) for leg in line.legs))
        drawing.set_routes((idle,), ROUTES.places)
        image = QImage(400, 400, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        view = QTransform.fromTranslate(20, 380).scale(0.35, -0.35)
        drawing.paint_ground(painter, view, QRectF(0, 0, 400, 400))
        drawing.paint_routes(painter, view, QRectF(0, 0, 400, 400))
        painter.end()
        images.append(image)
        assert ("unbuilt" in drawing.signs()) is not used
    assert images[0] != images[1]


def test_a_leg_that_another_route_uses_is_drawn_as_in_use() -> None:
    shared = ROUTES.rows[0]
    planned = replace(shared, id="plan", legs=tuple(replace(leg, used=False) for leg in shared.legs))
    images = []
    for rows in ((shared,), (shared, planned), (planned, shared)):
        drawing = MapDrawing(small_world(), LIGHT, QFont())
        drawing.set_routes(rows, ROUTES.places)
        image = QImage(400, 400, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        view = QTransform.fromTranslate(20, 380).scale(0.35, -0.35)
        drawing.paint_ground(painter, view, QRectF(0, 0, 400, 400))
        drawing.paint_routes(painter, view, QRectF(0, 0, 400, 400))
        painter.end()
        images.append(image)
    assert images[0] == images[1] == images[2]
