from __future__ import annotations

from math import cos, hypot, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.catalog.projection import EARTH_RADIUS, Albers

SHOWN = Albers(72.0, 38.0, (22.0, 52.0))
longitudes = st.floats(0, 150)
latitudes = st.floats(0, 80)


def test_example_of_the_manual() -> None:
    """Snyder 1987, numerical example of the Albers projection of the sphere (radius 1)."""
    x, y = Albers(-96.0, 23.0, (29.5, 45.5), radius=1.0).project(-75.0, 35.0)
    assert x == pytest.approx(0.2952720, abs=5e-8)
    assert y == pytest.approx(0.2416774, abs=1e-7)


def test_centre_is_the_origin() -> None:
    assert SHOWN.project(72.0, 38.0) == pytest.approx((0.0, 0.0))


@given(st.floats(1, 80), latitudes)
def test_the_map_is_symmetric_about_its_central_meridian(away: float, latitude: float) -> None:
    east, west = SHOWN.project(72.0 + away, latitude), SHOWN.project(72.0 - away, latitude)
    assert east == pytest.approx((-west[0], west[1]))


@given(longitudes, st.floats(5, 75))
def test_areas_are_kept(longitude: float, latitude: float) -> None:
    """A small square of the sphere has the same area on the map, wherever it lies."""
    step = 0.01
    origin = SHOWN.project(longitude, latitude)
    east = SHOWN.project(longitude + step, latitude)
    north = SHOWN.project(longitude, latitude + step)
    (ax, ay), (bx, by) = ((p[0] - origin[0], p[1] - origin[1]) for p in (east, north))
    expected = (EARTH_RADIUS * radians(step)) ** 2 * cos(radians(latitude + step / 2))
    assert abs(ax * by - ay * bx) == pytest.approx(expected, rel=2e-3)


@pytest.mark.parametrize("parallel", [22.0, 52.0])
def test_standard_parallels_have_true_length(parallel: float) -> None:
    step = 0.01
    a, b = SHOWN.project(90.0, parallel), SHOWN.project(90.0 + step, parallel)
    assert hypot(b[0] - a[0], b[1] - a[1]) == pytest.approx(
        EARTH_RADIUS * cos(radians(parallel)) * radians(step), rel=1e-6
    )


def test_southern_cone_points_the_other_way() -> None:
    south = Albers(20.0, -30.0, (-20.0, -40.0))
    assert south.project(20.0, -20.0)[1] > 0
