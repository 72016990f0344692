"""Albers equal-area conic projection of the sphere.

Formulas: J. P. Snyder, Map Projections - A Working Manual, US Geological Survey Professional Paper 1395 (1987),
section 14, spherical form: (14-1) to (14-6).
"""

from __future__ import annotations

from math import cos, radians, sin, sqrt

EARTH_RADIUS = 6371.0
"""Mean radius of the Earth in kilometres (IUGG, rounded)."""


class Albers:
    """The projection around a centre with two standard parallels, all in degrees, on a sphere of a given radius."""

    def __init__(
        self, longitude: float, latitude: float, parallels: tuple[float, float], radius: float = EARTH_RADIUS
    ) -> None:
        first, second = (radians(parallel) for parallel in parallels)
        self._longitude = longitude
        self._radius = radius
        self._n = (sin(first) + sin(second)) / 2
        self._c = cos(first) ** 2 + 2 * self._n * sin(first)
        self._rho0 = self._rho(radians(latitude))

    def project(self, longitude: float, latitude: float) -> tuple[float, float]:
        """(x, y) in units of the radius's own (kilometres by default), x to the east and y to the north."""
        rho = self._rho(radians(latitude))
        theta = self._n * radians(longitude - self._longitude)
        return rho * sin(theta), self._rho0 - rho * cos(theta)

    def _rho(self, latitude: float) -> float:
        return self._radius * sqrt(max(0.0, self._c - 2 * self._n * sin(latitude))) / self._n
