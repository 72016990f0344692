"""Nothing is written over anything else."""

from __future__ import annotations

from itertools import combinations

from PySide6.QtCore import QPointF, QRectF, QSizeF

from ui.views.packing import Room, beside


def test_a_label_goes_to_the_next_best_side_when_the_best_is_taken() -> None:
    room = Room(QRectF(0, 0, 200, 100))
    point, size = QPointF(100, 50), QSizeF(40, 10)
    boxes = [room.take(beside(point, size, 5)) for _ in range(3)]
    assert [box.left() if box else None for box in boxes] == [105, 55, 80]
    assert not any(a.intersects(b) for a, b in combinations([box for box in boxes if box], 2))


def test_a_label_that_would_leave_the_picture_is_left_out() -> None:
    assert Room(QRectF(0, 0, 50, 50)).take(beside(QPointF(25, 25), QSizeF(60, 10), 5)) is None


def test_air_around_labels_counts() -> None:
    near = QRectF(10, 0, 10, 10)
    assert Room(QRectF(0, 0, 100, 100), (QRectF(0, 0, 9, 10),)).take((near,)) == near
    assert Room(QRectF(0, 0, 100, 100), (QRectF(0, 0, 9, 10),), air=3).take((near,)) is None
