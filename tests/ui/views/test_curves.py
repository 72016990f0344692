"""Curves pass through their points without a kink and without loops."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.views.curves import distance, flattened, smooth

POINTS = ((0.0, 0.0), (100.0, 40.0), (130.0, 160.0), (400.0, 150.0))
coordinates = st.floats(-3000, 3000, allow_nan=False).map(lambda number: round(number, 1))


def test_there_is_a_curve_between_each_two_points() -> None:
    assert [smooth(()), smooth(POINTS[:1])] == [(), ()]
    assert len(smooth(POINTS)) == 3


@given(st.lists(st.tuples(coordinates, coordinates), min_size=2, max_size=6))
def test_the_curves_pass_through_every_point(points: list[tuple[float, float]]) -> None:
    for curve, start, end in zip(smooth(points), points, points[1:], strict=False):
        line = flattened(curve)
        assert line[0] == pytest.approx(start)
        assert line[-1] == pytest.approx(end)


def test_neighbouring_curves_leave_a_point_in_the_direction_they_came() -> None:
    curves = smooth(POINTS)
    for before, after in pairwise(curves):
        assert before.angleAtPercent(1.0) == pytest.approx(after.angleAtPercent(0.0), abs=0.5)


def test_points_on_one_spot_make_no_loop() -> None:
    curves = smooth(((0.0, 0.0), (10.0, 0.0), (10.0, 0.0), (20.0, 0.0)))
    assert all(abs(y) < 1e-9 and -1e-9 <= x <= 20 for curve in curves for x, y in flattened(curve))


def test_distance_is_to_the_nearest_point_of_the_line_not_of_its_corners() -> None:
    line = np.array([(0.0, 0.0), (100.0, 0.0), (100.0, 50.0)])
    assert distance(line, 40, 7) == pytest.approx(7)
    assert distance(line, 103, 54) == pytest.approx(5)
