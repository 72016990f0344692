"""Nothing is written over anything else."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, QSizeF

from ui.views.packing import Room, beside, lanes

spans = st.lists(st.tuples(st.integers(0, 500), st.integers(1, 120)).map(lambda pair: (pair[0], pair[0] + pair[1])))


@given(spans, st.integers(0, 20))
def test_spans_in_one_lane_keep_their_distance(found: list[tuple[float, float]], gap: int) -> None:
    placed = list(zip(found, lanes(found, gap), strict=True))
    for ((start, end), lane), ((other_start, other_end), other_lane) in combinations(placed, 2):
        assert lane != other_lane or end + gap <= other_start or other_end + gap <= start


def test_a_lane_is_used_again_as_soon_as_it_is_free() -> None:
    assert lanes([(0, 10), (5, 15), (10, 20), (14, 30)]) == (0, 1, 0, 2)


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


def test_each_span_goes_to_the_first_lane_that_is_free_also_among_very_many() -> None:
    crowd = [(float(start), start + 5000.0) for start in range(4000)]
    assert lanes([*crowd, (5500.0, 5600.0), (5500.0, 5600.0)]) == (*range(4000), 0, 1)
