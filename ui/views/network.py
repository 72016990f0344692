"""Routes as drawn: each leg a curve with its mode, and what lies under a point."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ui.views.curves import distance, flattened, smooth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtGui import QPainterPath

    from models.pages.routes import Leg, RouteRow, Stop

MODES = ("rail", "road", "sea", "pipeline", "power")


@dataclass(frozen=True)
class Piece:
    """One leg of one route: its curve in projected kilometres, and the curve as points for finding it."""

    route: str
    name: str
    leg: Leg
    path: QPainterPath
    line: NDArray[np.float64]

    @property
    def mode(self) -> str:
        """Rail, road, sea or pipeline."""
        return self.leg.mode

    def may_touch(self, x: float, y: float, within: float) -> bool:
        """Whether the point is near the bounds of the curve: a cheap first look."""
        low, high = self.bounds
        return low[0] - within <= x <= high[0] + within and low[1] - within <= y <= high[1] + within

    @cached_property
    def bounds(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """The lower left and the upper right corner around the curve."""
        (left, bottom), (right, top) = self.line.min(axis=0).tolist(), self.line.max(axis=0).tolist()
        return (left, bottom), (right, top)

    @property
    def used(self) -> bool:
        """Whether it is in use."""
        return self.leg.used

    @property
    def track(self) -> tuple[frozenset[str], str]:
        """What makes two routes share a leg: the same two stops by the same mode."""
        return frozenset((self.leg.start.name, self.leg.end.name)), self.leg.mode


def pieces(row: RouteRow, project: Callable[[float, float], tuple[float, float]]) -> Iterator[Piece]:
    """The legs of a route, curved through its stops; a gap between legs ends one curve and begins another."""
    for chain in _chains(row.legs):
        stops = [chain[0].start, *(leg.end for leg in chain)]
        curves = smooth([project(stop.longitude, stop.latitude) for stop in stops])
        for leg, curve in zip(chain, curves, strict=True):
            yield Piece(row.id, row.name, leg, curve, flattened(curve))


def _chains(legs: Sequence[Leg]) -> Iterator[list[Leg]]:
    """Legs that follow one another, together."""
    chain: list[Leg] = []
    for leg in legs:
        if chain and _place(chain[-1].end) != _place(leg.start):
            yield chain
            chain = []
        chain.append(leg)
    if chain:
        yield chain


def _place(stop: Stop) -> tuple[str, float, float]:
    return stop.name, stop.longitude, stop.latitude


def nearest(found: Sequence[Piece], x: float, y: float, within: float) -> tuple[Piece, ...]:
    """The pieces no farther than `within` kilometres from the point, the nearest first."""
    around = [(index, piece) for index, piece in enumerate(found) if piece.may_touch(x, y, within)]
    near = sorted((distance(piece.line, x, y), index) for index, piece in around)
    return tuple(found[index] for far, index in near if far <= within)
