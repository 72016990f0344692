"""Legs of routes as curves."""

from __future__ import annotations

import pytest

from models.pages.routes import Leg, RouteRow
from tests.ui.pictures import EAST, MIDDLE, NORTH, ROUTES, WEST
from ui.views.network import nearest, pieces


def flat(longitude: float, latitude: float) -> tuple[float, float]:
    return longitude, latitude


def test_each_leg_is_a_piece_with_its_mode() -> None:
    assert [(p.route, p.leg.start.name, p.mode) for p in pieces(ROUTES.rows[0], flat)] == [
        ("line", "West", "rail"),
        ("line", "Middle", "sea"),
    ]


def test_a_gap_between_legs_begins_a_new_curve() -> None:
    joined, apart = (
        list(pieces(RouteRow("r", "R", "", "", 0, legs), flat))
        for legs in (
            (Leg(WEST, MIDDLE, "rail"), Leg(MIDDLE, NORTH, "rail")),
            (Leg(WEST, MIDDLE, "rail"), Leg(EAST, NORTH, "rail")),
        )
    )
    straight = pytest.approx(WEST.latitude)
    assert joined[0].line[12][1] != straight
    assert apart[0].line[12][1] == straight


def test_the_nearest_piece_comes_first_and_far_ones_not_at_all() -> None:
    found = [piece for row in ROUTES.rows for piece in pieces(row, flat)]
    assert [p.route for p in nearest(found, 700, 600, within=20)] == ["pipe"]
    assert [p.route for p in nearest(found, 702, 210, within=60)][:1] == ["pipe"]
    assert nearest(found, 100, 900, within=60) == ()


def test_two_routes_share_a_leg_whichever_way_it_is_written() -> None:
    there, back = (
        next(pieces(RouteRow(name, name, "", "", 0, (leg,)), flat))
        for name, leg in (("a", Leg(WEST, EAST, "rail")), ("b", Leg(EAST, WEST, "rail")))
    )
    assert there.track == back.track
