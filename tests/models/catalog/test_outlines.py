from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pytest

from models.catalog import RESOURCES, Catalog
from models.catalog.outlines import LonLat, Outlines, Ring, read_outlines
from models.records import Problem

MAP = RESOURCES / "map" / "outlines.json"


@pytest.fixture(scope="module")
def outlines() -> Outlines:
    found = read_outlines(MAP)
    assert isinstance(found, Outlines)
    return found


def inside(point: LonLat, rings: Iterable[Ring]) -> bool:
    """Even-odd rule."""
    x, y = point
    crossings = 0
    for ring in rings:
        for (ax, ay), (bx, by) in pairwise(ring):
            crossings += (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax
    return crossings % 2 == 1


def test_rings_are_closed_and_lie_on_the_globe(outlines: Outlines) -> None:
    rings = [ring for shape in (*outlines.countries.values(), *outlines.waters.values()) for ring in shape.rings]
    for ring in (*rings, *outlines.land):
        assert len(ring) >= 4
        assert ring[0] == ring[-1]
        assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in ring)


def test_every_country_of_the_catalog_on_the_map_has_a_known_code(outlines: Outlines, catalog: Catalog) -> None:
    assert [code for code in outlines.countries if catalog.country(code) is None] == []
    neighbours = {"CHN", "RUS", "IRN", "AFG", "AZE", "GEO", "TUR", "MNG", "PAK", "IND", "ARM", "JPN"}
    assert set(catalog.region.members) | neighbours <= set(outlines.countries)


def test_places_lie_in_their_country(outlines: Outlines, catalog: Catalog) -> None:
    """Border posts and ports may fall a step outside, since outlines are thinned; towns may not."""
    towns = [p for p in catalog.places.values() if p.kind in {"capital", "city", "mine"} and p.country]
    drawn = [p for p in towns if p.country in outlines.countries and p.lon > outlines.window.west]
    assert len(drawn) > 30
    wrong = [p.id for p in drawn if not inside((p.lon, p.lat), outlines.countries[p.country].rings)]
    assert wrong == []


def test_labels_lie_where_they_belong(outlines: Outlines, catalog: Catalog) -> None:
    members = catalog.region.members
    assert [
        code for code in members if not inside(outlines.countries[code].label, outlines.countries[code].rings)
    ] == []


def test_the_inland_sea_is_water_and_its_shores_are_land(outlines: Outlines) -> None:
    sea = outlines.waters["Caspian Sea"]
    assert inside(sea.label, sea.rings)
    assert not inside(sea.label, outlines.land)
    assert inside((71.4, 51.2), outlines.land)
    assert all(not inside(sea.label, shape.rings) for shape in outlines.countries.values())


def test_waters_without_an_outline_are_not_land(outlines: Outlines) -> None:
    assert [name for name, water in outlines.waters.items() if inside(water.label, outlines.land)] == []


def test_neighbours_share_their_border(outlines: Outlines) -> None:
    kazakh = {point for ring in outlines.countries["KAZ"].rings for point in ring}
    uzbek = {point for ring in outlines.countries["UZB"].rings for point in ring}
    assert len(kazakh & uzbek) > 20


def test_credit_names_whose_borders_they_are(outlines: Outlines) -> None:
    assert "Natural Earth" in outlines.credit
    assert "disputed" in outlines.credit


def test_file_stays_small() -> None:
    assert MAP.stat().st_size < 100_000


def test_missing_and_damaged_files_are_problems(tmp_path: Path) -> None:
    assert isinstance(read_outlines(tmp_path / "none.json"), Problem)
    damaged = tmp_path / "damaged.json"
    damaged.write_bytes(MAP.read_bytes()[:1000])
    problem = read_outlines(damaged)
    assert isinstance(problem, Problem)
    assert "damaged" in problem.reason
