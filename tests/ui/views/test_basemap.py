"""The ground of the map: what lies where, and where names can stand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF

from models.catalog import RESOURCES, Catalog
from models.catalog.outlines import Outlines, read_outlines
from tests.ui.pictures import small_world
from ui.views.basemap import Basemap, basemap_of


@pytest.fixture(scope="module")
def shipped(catalog: Catalog) -> Basemap:
    outlines = read_outlines(RESOURCES / "map" / "outlines.json")
    assert isinstance(outlines, Outlines)
    return basemap_of(outlines, catalog.name, catalog.region.members)


def test_a_point_lies_in_its_country_but_not_in_the_hole_of_it() -> None:
    world = small_world()
    found = [world.at(x, y) for x, y in ((200, 200), (1500, 500), (450, 450), (-500, -500))]
    assert [land.code if land else None for land in found] == ["KAZ", "CHN", None, None]


def test_names_stand_inside_and_the_roomiest_place_comes_first() -> None:
    land = small_world().lands[2]
    assert all(land.path.contains(QPointF(x, y)) for x, y, *_ in land.spots)
    rooms = [spot.room for spot in land.spots]
    assert rooms == sorted(rooms, reverse=True)
    assert land.spots[0][:2] == pytest.approx((1500, 500), abs=60)
    assert all(land.path.contains(QPointF(spot.x - 0.5 * spot.left, spot.y)) for spot in land.spots)
    assert all(land.path.contains(QPointF(spot.x + 0.5 * spot.right, spot.y)) for spot in land.spots)
    assert land.spots[0].left == pytest.approx(land.spots[0].right, abs=120)


def test_the_shipped_map_has_all_countries_of_the_region_in_their_order(shipped: Basemap, catalog: Catalog) -> None:
    own = {land.code: land.order for land in shipped.lands if land.order is not None}
    assert own == {code: place for place, code in enumerate(catalog.region.members)}
    assert shipped.reach.contains(shipped.region)


def test_the_capitals_of_the_region_lie_in_their_countries(shipped: Basemap, catalog: Catalog) -> None:
    capitals = [place for place in catalog.places.values() if place.kind == "capital"]
    own = [place for place in capitals if place.country in catalog.region.members]
    found = [shipped.at(*shipped.project(place.lon, place.lat)) for place in own]
    assert [land.code if land else None for land in found] == [place.country for place in own]
    assert len(own) == len(catalog.region.members)
