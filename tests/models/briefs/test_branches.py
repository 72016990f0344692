"""Routes that touch a country only by a branch which is not in use, and figures of what lies elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from models import briefs
from models.briefs import Options, Subject
from models.briefs.branches import is_elsewhere, unused_branches
from models.catalog import Catalog
from models.library import Library
from models.records import Quantity, RouteFact
from tests.models.briefs import making
from tests.models.making import claim

DAY = "2026-11-23"


def test_a_branch_that_is_not_used_is_found_where_no_used_line_runs(catalog: Catalog) -> None:
    found = {
        (route.id, code): lines
        for route in catalog.routes.values()
        for code in route.countries
        if (lines := unused_branches(catalog, route.id, code))
    }
    assert found
    for (route, code), lines in found.items():
        known = catalog.routes[route]
        assert all(code in line.countries and not line.used(known.status) for line in lines)
        assert any(line.used(known.status) for line in known.lines)
        assert not any(line.used(known.status) and code in line.countries for line in known.lines)


def test_a_route_that_is_still_to_come_as_a_whole_has_no_branch_set_apart(catalog: Catalog) -> None:
    whole = [route for route in catalog.routes.values() if not any(line.used(route.status) for line in route.lines)]
    assert whole
    assert not any(unused_branches(catalog, route.id, code) for route in whole for code in route.countries)


def near(catalog: Catalog, code: str) -> list[str]:
    """The names of the routes that touch a country only by such a branch."""
    return [route.name for route in catalog.routes.values() if unused_branches(catalog, route.id, code)]


@pytest.mark.parametrize("place", range(5))
def test_a_country_is_not_told_in_short_by_such_a_route(held: Library, place: int) -> None:
    code = held.catalog.region.members[place]
    (chapter,) = briefs.make(held, Subject("countries", (code,)), DAY).chapters
    told = [f"{entry.text} {entry.topic}" for part in chapter.parts if part.id == "summary" for entry in part.entries]
    assert told
    assert not [text for text in told if any(name in text for name in near(held.catalog, code))]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Here only line D (stalled)"),
        ("ja", "国内はD線（停滞）のみ"),
        ("ru", "Здесь только линия D (приостановлено)"),
    ],
)
def test_the_part_on_routes_says_once_by_which_branch(held: Library, language: str, words: str) -> None:
    options = Options(("routes",), language=language)
    chapter = briefs.make(held, Subject("countries", ("TJK",)), DAY, options).chapters[0]
    rows = [row for part in chapter.parts if part.id == "routes" and part.table for row in part.table.rows]
    assert sum(words.casefold() in row.cells[1].casefold() for row in rows) == 1


@pytest.mark.parametrize(
    ("route", "part", "code", "away"),
    [
        ("carec-1", "Branch 1c, by Bishkek and Torugart", "KGZ", False),
        ("carec-1", "Branch 1a, by Astana and Dostyk", "KGZ", True),
        ("middle-corridor", "Baku to Kars", "KAZ", True),  # a stretch of the line by Khorgos
        ("middle-corridor", "Almaty–Kuryk", "KAZ", False),
        ("middle-corridor", "Almaty–Baku", "KAZ", False),  # ends that no line has both of
        ("middle-corridor", "containers", "KAZ", False),  # no place
        ("middle-corridor", "containers", "UZB", True),  # through which only a branch on trial runs
        ("middle-corridor", "", "UZB", True),  # nor is it the traffic of the whole
        ("middle-corridor", "", "KAZ", False),
        ("middle-corridor", "Southern branch by Osh, Tashkent and Turkmenbashi", "UZB", False),
        ("an unknown one", "Baku to Kars", "KAZ", False),
    ],
)
def test_a_figure_of_a_part_of_a_route_may_lie_elsewhere(
    catalog: Catalog, route: str, part: str, code: str, *, away: bool
) -> None:
    told = RouteFact(route, "length", Quantity(500.0, "km", part or None))
    assert is_elsewhere(catalog, told, code) == away
    assert not is_elsewhere(catalog, RouteFact(route, "crosses", (code,), part=part), code)


def test_a_country_is_not_told_the_length_of_what_lies_elsewhere(catalog: Catalog, tmp_path: Path) -> None:
    crosses = RouteFact("carec-1", "crosses", ("KGZ",))
    near = RouteFact("carec-1", "length", Quantity(650.0, "km", "Branch 1c, by Bishkek and Torugart"))
    away = RouteFact("carec-1", "length", Quantity(2950.0, "km", "Branch 1a, by Astana and Dostyk"))
    claims = [claim(content, "a", quote=f"{place}.") for place, content in enumerate((crosses, near, away))]
    rows = " ".join(
        " ".join(cells) for cells in making.cells(making.made(catalog, tmp_path, claims, "routes", land="KGZ"))
    )
    assert "650" in rows
    assert "2,950" not in rows
