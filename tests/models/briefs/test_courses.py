"""The course of a route leads over each of its legs, and over none back again."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from models import briefs
from models.briefs import Options, Subject

if TYPE_CHECKING:
    from models.briefs import Part
    from models.library import Library

DAY = "2026-11-21"
COURSE = "Course"


@pytest.fixture(scope="module")
def courses(held: Library) -> dict[str, Part]:
    """The course of each route by the route's code."""
    chapters = briefs.make(held, Subject("routes"), DAY, Options(("routes",))).chapters
    found = {chapter.id: next((part for part in chapter.parts if part.title == COURSE), None) for chapter in chapters}
    return {code: part for code, part in found.items() if part}


def legs(part: Part) -> list[frozenset[str]]:
    """The pairs of stops that follow each other in a row."""
    assert part.table
    return [frozenset(pair) for row in part.table.rows for pair in pairwise(row.cells[0].split(" – "))]


def test_no_row_leads_back_over_its_last_leg(courses: dict[str, Part]) -> None:
    assert courses
    for code, part in courses.items():
        assert part.table
        for row in part.table.rows:
            told = [frozenset(pair) for pair in pairwise(row.cells[0].split(" – "))]
            assert all(one != other for one, other in pairwise(told)), (code, row.cells[0])


def test_every_leg_is_told(held: Library, courses: dict[str, Part]) -> None:
    for code, part in courses.items():
        wanted = {frozenset((leg.start.name, leg.end.name)) for leg in held.route(code).legs}
        assert {leg for leg in wanted if len(leg) > 1} == set(legs(part)), code


def test_what_a_route_crosses_is_listed_as_the_language_writes_lists(held: Library) -> None:
    route = next(route for route in held.catalog.routes.values() if len(route.countries) > 1)
    brief = briefs.make(held, Subject("routes", (route.id,)), DAY, Options(language="ja"))
    glance = next(part.table for part in brief.chapters[0].parts if part.id == "profile" and part.table)
    crossed = next(row.cells[1] for row in glance.rows if row.cells[0] == brief.words["crosses"])
    assert "、" in crossed
    assert ", " not in crossed
