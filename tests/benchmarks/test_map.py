"""How soon the map answers: a step of a drag must fit into a frame of the screen."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from models.catalog import RESOURCES
from models.catalog.outlines import Outlines, read_outlines
from models.library import Library
from ui.theme import LIGHT
from ui.views.basemap import basemap_of
from ui.views.map import MapView

AT_MOST = 0.3  # of drawing the whole map smoothly, so that it stays within the 16 milliseconds of a frame


def test_a_step_of_a_drag(compare: Callable[..., None], library: Library, qtbot: QtBot) -> None:
    outlines = read_outlines(RESOURCES / "map" / "outlines.json")
    assert isinstance(outlines, Outlines)
    catalog, page = library.catalog, library.routes()
    view = MapView(basemap_of(outlines, catalog.name, catalog.region.members), LIGHT)
    view.set_routes(page.rows, page.places)
    view.resize(1280, 800)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()

    def drag() -> None:
        view.pan(3, 1)
        view.viewport().repaint()

    def draw() -> None:
        view.show_home()
        view.set_theme(LIGHT)
        view.viewport().repaint()

    draw()
    compare("a step of a drag of the map, against drawing it", drag, draw, at_most=AT_MOST, rounds=25)
