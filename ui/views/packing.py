"""Finding room: labels beside points, so that nothing is written over anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray


def pushed(box: QRectF, taken: Sequence[QRectF]) -> QRectF:
    """The box, moved up or down no further than it must be to lie clear of those taken, and not below zero."""
    tops = [box.top(), *(top for other in taken for top in (other.bottom(), other.top() - box.height()))]
    moved = (QRectF(box.left(), top, box.width(), box.height()) for top in tops if top >= 0 or top == box.top())
    inner = 0.01 * box.height()  # touching is not covering
    free = (one for one in moved if not any(one.adjusted(0, inner, 0, -inner).intersects(other) for other in taken))
    return min(free, key=lambda one: abs(one.top() - box.top()), default=box)


class Room:
    """The part of a picture that is already written on.

    `air` is what stays free around each label; `shunned` are points (x, y) that labels cover only when they must.
    """

    def __init__(
        self,
        bounds: QRectF,
        taken: Iterable[QRectF] = (),
        air: float = 0.0,
        shunned: NDArray[np.float64] | None = None,
    ) -> None:
        self._bounds = bounds
        self._air = air
        self._shunned = shunned
        self._taken = [_edges(box) for box in taken]

    def take(self, candidates: Iterable[QRectF]) -> QRectF | None:
        """The first candidate that lies inside and touches nothing, now taken; None when there is none."""
        free = [box for box in candidates if self._bounds.contains(box) and self._free(box)]
        best = next((box for box in free if not self._shuns(box)), free[0] if free else None)
        if best is not None:
            self.block(best)
        return best

    def block(self, box: QRectF) -> None:
        """Keep labels out of the box."""
        self._taken.append(_edges(box))

    def _shuns(self, box: QRectF) -> bool:
        if self._shunned is None or not len(self._shunned):
            return False
        left, top, right, bottom = _edges(box)
        x, y = self._shunned[:, 0], self._shunned[:, 1]
        return bool(((x > left) & (x < right) & (y > top) & (y < bottom)).any())

    def _free(self, box: QRectF) -> bool:
        """Plain comparisons of numbers: this runs tens of thousands of times for one view of a map."""
        left, top, right, bottom = _edges(box.adjusted(-self._air, -self._air / 2, self._air, self._air / 2))
        for x1, y1, x2, y2 in self._taken:  # noqa: SIM110 - a generator costs three times as much
            if x1 < right and left < x2 and y1 < bottom and top < y2:
                return False
        return True


def _edges(box: QRectF) -> tuple[float, float, float, float]:
    return box.left(), box.top(), box.right(), box.bottom()


def beside(point: QPointF, size: QSizeF, gap: float) -> Iterator[QRectF]:
    """Places for a label around a point, best first: right, left, above, below, then the corners."""
    width, height = size.width(), size.height()
    middle, centre = point.y() - height / 2, point.x() - width / 2
    right, left = point.x() + gap, point.x() - gap - width
    above, below = point.y() - gap - height, point.y() + gap
    for x, y in (
        (right, middle),
        (left, middle),
        (centre, above),
        (centre, below),
        (right, above + gap / 2),
        (left, above + gap / 2),
        (right, below - gap / 2),
        (left, below - gap / 2),
    ):
        yield QRectF(x, y, width, height)
