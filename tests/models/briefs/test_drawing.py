"""Maps and charts: names never on one another and all inside, lines cut at the edge, the same picture each time."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations
from math import hypot
from xml.etree import ElementTree

import pytest

from models import briefs
from models.briefs import Brief, Options, Picture, Subject
from models.briefs.drawing import Chain, Ground, Scene, Series, Track, chart, draw, ground
from models.briefs.drawing.geometry import Box, area_in, curve, inside, lines_in
from models.briefs.drawing.names import BADGE, DOT, GAP
from models.briefs.drawing.room import Room, along, beside
from models.briefs.drawing.scene import FLATTEST, SEVERAL
from models.briefs.drawing.svg import width_of
from models.briefs.maps import NEAR, OUTLINES, WIDTH
from models.catalog import RESOURCES
from models.library import Library
from models.phrases import load
from models.records import Resource

DAY = "2026-11-21"
SVG = "{http://www.w3.org/2000/svg}"
BOX = Box(0, 0, 10, 10)
WORDS: dict[str, str] = load(RESOURCES / "phrases", "en")["brief"]


def pictures(brief: Brief) -> list[Picture]:
    return [picture for chapter in brief.chapters for part in chapter.parts for picture in part.pictures]


def map_of(library: Library, kind: str, code: str) -> Picture:
    (picture,) = pictures(briefs.make(library, Subject(kind, (code,)), DAY, Options(("map",))))
    return picture


def words(picture: Picture) -> list[tuple[str, Box]]:
    """The words on a picture with the box that each takes at most."""
    found = []
    for element in ElementTree.fromstring(picture.svg).iter(f"{SVG}text"):
        x, y, size = (float(element.get(name, "0")) for name in ("x", "y", "font-size"))
        wide = width_of(element.text or "", size)
        left = x - wide / 2 if element.get("text-anchor") == "middle" else x
        found.append((element.text or "", Box(left, y - size * 0.8, left + wide, y + size * 0.2)))
    return found


@pytest.mark.parametrize("place", range(5))
def test_no_name_on_a_map_touches_another_or_leaves_it(held: Library, place: int) -> None:
    picture = map_of(held, "countries", held.catalog.region.members[place])
    told = words(picture)
    assert len(told) > 8
    whole = Box(0, 0, picture.width, picture.height)
    for at, (_, box) in enumerate(told):
        assert whole.grown(1).contains(box)
        assert not [other for other, taken in told[at + 1 :] if box.touches(taken)]


def test_a_map_names_its_country_its_routes_and_its_sites(held: Library) -> None:
    code = held.catalog.region.members[0]
    picture = map_of(held, "countries", code)
    named = {word for word, _ in words(picture)}
    assert held.catalog.name(code).upper() in named
    assert {place.name for place in held.catalog.places.values() if place.country == code} & named
    numbers = re.findall(r"(\d+) ([^,.]+)", picture.caption.split(":", 1)[1])
    assert {number for number, _ in numbers} <= named
    routes = {route.name for route in held.catalog.routes.values() if code in route.countries}
    assert {name.strip() for _, name in numbers} <= routes


def test_a_map_of_some_countries_names_each_of_them(held: Library) -> None:
    for pair in list(combinations(held.catalog.region.members, 2))[1::2]:
        first, *_ = pictures(briefs.make(held, Subject("countries", pair), DAY, Options(("map",))))
        named = {word for word, _ in words(first)}
        assert {held.catalog.name(code).upper() for code in pair} <= named
        assert all(held.catalog.name(code) in first.told for code in pair)


def test_a_map_of_several_countries_is_as_wide_as_the_text_and_no_higher_than_half_of_it(held: Library) -> None:
    region = Subject("countries", held.catalog.region.members)
    shown, *_ = pictures(briefs.make(held, region, DAY, Options(("map",))))
    one = map_of(held, "countries", held.catalog.region.members[0])
    assert shown.width == one.width == WIDTH
    assert SEVERAL - 0.05 < shown.width / shown.height <= FLATTEST


def test_a_crowded_map_names_countries_and_capitals_in_smaller_letters(held: Library) -> None:
    named = {word for word, _ in words(map_of(held, "routes", "middle-corridor"))}
    assert {"TURKMENISTAN", "UZBEKISTAN", "GEORGIA", "Bishkek", "Dushanbe"} <= named


def test_all_that_is_drawn_lies_in_the_picture_and_comes_from_nowhere_else(held: Library) -> None:
    route = next(route for route in held.catalog.routes.values() if route.lines and route.lines[0].legs)
    picture = map_of(held, "routes", route.id)
    for element in ElementTree.fromstring(picture.svg).iter(f"{SVG}path"):
        for x, y in re.findall(r"(-?[\d.]+),(-?[\d.]+)", element.get("d", "")):
            assert -4 <= float(x) <= picture.width + 4
            assert -4 <= float(y) <= picture.height + 4
    assert not re.search(r"href|<script|<style|url\(", picture.svg)
    assert map_of(held, "routes", route.id).svg == picture.svg


@pytest.mark.parametrize(("kind", "code"), [("countries", "KAZ"), ("commodities", "uranium")])
def test_a_filter_leaves_the_map_unless_nothing_passes(held: Library, kind: str, code: str) -> None:
    assert pictures(briefs.make(held, Subject(kind, (code,), older="-5"), DAY, Options(("map", "resources"))))
    nothing = briefs.make(held, Subject(kind, (code,), words="no such words"), DAY)
    assert not nothing.tells


def test_a_country_without_a_route_has_no_map(held: Library) -> None:
    crossed = {code for route in held.catalog.routes.values() for code in route.countries}
    away = next(row.code for row in held.countries().rows if row.code not in crossed and not row.in_region)
    assert pictures(briefs.make(held, Subject("countries", (away,)), DAY, Options(("map",)))) == []


def test_a_commodity_of_which_no_site_is_told_has_no_map(held: Library) -> None:
    sites = {code: bool(sited(held, code)) for code, _ in held.resources().commodities}
    assert not all(sites.values())
    for code in (next(code for code, some in sites.items() if some is wished) for wished in (True, False)):
        brief = briefs.make(held, Subject("commodities", (code,)), DAY, Options(("map", "resources")))
        assert bool([part for part in brief.chapters[0].parts if part.id == "map"]) == sites[code]


def sited(held: Library, code: str) -> list[str]:
    """The sites of a commodity."""
    contents = [variant.content for told in held.statements() for variant in told.variants]
    return [told.site for told in contents if isinstance(told, Resource) and told.resource == code and told.site]


# --- charts -----------------------------------------------------------------------------------------------------------


def test_a_series_of_three_years_is_drawn_with_its_values_in_words(held: Library) -> None:
    found = [
        picture
        for code, _ in held.resources().commodities
        for picture in pictures(
            briefs.make(held, Subject("commodities", (code,)), DAY, Options(("resources", "charts")))
        )
    ]
    assert found
    for picture in found:
        told = re.split(r"\)?, (?=\d|[A-Za-z])", picture.told.split(": ")[-1])  # of years, or of countries
        assert len(told) >= 3
        assert picture.told.split(": ")[0] in words(picture)[0][0]


def test_a_chart_leaves_out_words_that_would_run_into_others() -> None:
    values = tuple((2000 + year, float(year), float(year), f"{year} million tonnes") for year in range(20))
    drawn = Picture("c", chart(Series("Output", values), 238, 104), 238, 104, "", "")
    told = [box for word, box in words(drawn) if "million" in word]
    assert 3 <= len(told) < 20
    assert not [1 for at, box in enumerate(told) for other in told[at + 1 :] if box.touches(other)]
    assert all(Box(0, 0, 238, 104).contains(box) for box in told)
    assert "19 million tonnes" in dict(words(drawn))


def test_no_line_of_a_chart_is_drawn_over_years_of_which_nothing_is_told() -> None:
    def lines(*years: int) -> int:
        drawn = chart(Series("Output", tuple((year, 1.0, 1.0, "1") for year in years)), 238, 104)
        return drawn.count('stroke-width="1.2"')

    assert lines(2014, 2015, 2016) == lines(2015, 2016, 2023) == 1
    assert lines(2014, 2016, 2023) == 0


# --- geometry ---------------------------------------------------------------------------------------------------------


def test_lines_are_cut_at_the_edge() -> None:
    assert list(lines_in([(-5, 5), (5, 5), (5, 15)], BOX)) == [[(0, 5), (5, 5), (5, 10)]]
    assert list(lines_in([(-5, 5), (15, 5), (15, 8), (-5, 8)], BOX)) == [[(0, 5), (10, 5)], [(10, 8), (0, 8)]]
    assert list(lines_in([(-5, -5), (-1, 20)], BOX)) == []


def test_areas_are_cut_at_the_edge() -> None:
    assert set(area_in([(5, 5), (15, 5), (15, 15), (5, 15)], BOX)) == {(5, 5), (10, 5), (10, 10), (5, 10)}
    assert area_in([(20, 20), (30, 20), (30, 30)], BOX) == []
    assert inside((5, 5), [[(0, 0), (10, 0), (10, 10), (0, 10)]])
    assert not inside((5, 5), [[(0, 0), (10, 0), (10, 10), (0, 10)], [(4, 4), (6, 4), (6, 6), (4, 6)]])


def test_a_curve_runs_through_its_stops_and_makes_no_loop() -> None:
    stops = [(0.0, 0.0), (1.0, 0.0), (100.0, 10.0)]
    legs = curve(stops)
    assert [leg[0] for leg in legs] == stops[:-1]
    assert legs[-1][-1] == stops[-1]
    assert all(-1 <= y <= 11 for leg in legs for _, y in leg)


@pytest.mark.parametrize("turned", [False, True])
def test_the_number_of_a_route_stands_where_no_other_runs_and_where_it_is_most_itself(*, turned: bool) -> None:
    """A pipe begins with a ship, as another route's ferry runs; then it lies beside that route, then alone."""
    west, port, harbour, south = (40.0, 45.0), (50.0, 45.0), (60.0, 45.0), (60.0, 30.0)
    ferry = Track("railway", (Chain((west, port, harbour), ("rail", "sea")),))
    pipe = Track("pipe", (Chain((port, harbour), ("sea",)), Chain((port, west, south), ("pipeline", "pipeline"))))
    world = ground(OUTLINES)
    assert isinstance(world, Ground)
    scene = Scene((), (), {}, {}, WORDS, (pipe, ferry) if turned else (ferry, pipe), bounds=(west, port, south))
    drawn = draw(scene, world, 400)
    assert drawn is not None
    circles = ElementTree.fromstring(drawn.svg).findall(f"{SVG}circle")
    badges = [each for each in circles if float(each.get("r", "0")) == BADGE]
    down = dict(zip(drawn.numbered, (float(badge.get("cy", "0")) for badge in badges), strict=True))
    assert down["pipe"] > down["railway"] + 4 * BADGE


def test_a_name_that_has_no_room_is_left_out() -> None:
    room = Room(BOX)
    assert room.take(beside((5, 5), 4, 4, 0.5)) is not None
    assert room.take(beside((5, 5), 12, 2, 0.5)) is None


def test_a_name_does_not_cover_a_line_of_few_points_where_it_can_stand_elsewhere() -> None:
    across = [(0.0, 10.0), (200.0, 10.0)]
    room = Room(Box(0, 0, 200, 100), [across])
    over, below = Box(40, 5, 70, 13), Box(40, 20, 70, 28)
    assert room.covers(over)
    assert not room.covers(below)
    assert room.take((over, below)) == below
    assert room.take((Box(100, 5, 130, 13),)) == Box(100, 5, 130, 13)
    assert next(iter(along(across))) == across[0]
    assert list(along(across))[-1] == across[-1]


def test_the_places_around_a_dot_are_all_free_of_it() -> None:
    room = Room(Box(-100, -100, 100, 100))
    room.taken.append(Box(-DOT, -DOT, DOT, DOT))
    assert all(room.free(place) for place in beside((0, 0), 30, 8, GAP))


def test_a_city_where_many_lines_meet_has_its_name(held: Library) -> None:
    catalog = held.catalog
    for code in catalog.region.members:
        met = Counter(stop for route in catalog.routes.values() for line in route.lines for stop in set(line.stops))
        cities = [place for place in catalog.places.values() if place.country == code and place.kind == "city"]
        largest = max(cities, key=lambda place: met[place.id])
        assert largest.name in dict(words(map_of(held, "countries", code)))


def test_the_ports_of_the_main_line_of_a_route_are_named(held: Library) -> None:
    named = {word for word, _ in words(map_of(held, "routes", "middle-corridor"))}
    main = held.catalog.routes["middle-corridor"].lines[0]
    ports = {held.catalog.name(stop) for stop in main.stops if held.catalog.places[stop].kind == "port"}
    assert {"Aktau", "Poti"} <= ports <= named


def test_two_stops_that_lie_beside_each_other_are_one_place_on_a_map(held: Library) -> None:
    """As on both sides of a border, under two names."""
    one, other = (held.catalog.places[name] for name in ("Horgos", "Khorgos"))
    assert max(abs(one.lon - other.lon), abs(one.lat - other.lat)) < NEAR
    named = [word for word, _ in words(map_of(held, "routes", "middle-corridor"))]
    assert sum(name in named for name in (one.name, other.name)) == 1


def test_the_routes_of_a_map_stand_behind_each_other_as_the_language_writes_lists(held: Library) -> None:
    subject = Subject("countries", held.catalog.region.members)
    shown, *_ = pictures(briefs.make(held, subject, DAY, Options(("map",), language="ja")))
    assert "、2\N{NO-BREAK SPACE}" in shown.caption
    assert ", " not in shown.caption


def test_every_capital_of_the_region_is_named_beside_its_own_dot(held: Library) -> None:
    """Even where many routes and sites crowd it."""
    catalog = held.catalog
    (picture, *_) = pictures(briefs.make(held, Subject("countries", ()), DAY, Options(("map",), short=True)))
    told = dict(words(picture))
    capitals = [
        place
        for place in catalog.places.values()
        if place.kind == "capital" and place.country in catalog.region.members
    ]
    assert {place.name for place in capitals} <= told.keys()
    root = ElementTree.fromstring(picture.svg)
    dots = [
        (float(each.get("r", "0")), float(each.get("cx", "0")), float(each.get("cy", "0")))
        for each in root.iter(f"{SVG}circle")
        if each.get("r") != str(BADGE)
    ]
    largest = max(size for size, *_ in dots)
    own = 0
    for capital in capitals:
        box = told[capital.name]

        def away(dot: tuple[float, float, float], box: Box = box) -> float:
            _, x, y = dot
            return hypot(max(box.left - x, 0, x - box.right), max(box.top - y, 0, y - box.bottom))

        own += min(dots, key=away)[0] == largest  # a capital's dot, none of a town
    assert own >= len(capitals) - 1  # one has no room beside it


def test_no_number_of_a_route_is_covered_by_a_mark(held: Library) -> None:
    (picture, *_) = pictures(briefs.make(held, Subject("countries", ()), DAY, Options(("map",), short=True)))
    drawn = list(ElementTree.fromstring(picture.svg))
    badges = [at for at, one in enumerate(drawn) if one.tag == f"{SVG}circle" and one.get("r") == str(BADGE)]
    dots = [at for at, one in enumerate(drawn) if one.tag == f"{SVG}circle" and one.get("r") != str(BADGE)]
    assert badges
    assert min(badges) > max(dots)
