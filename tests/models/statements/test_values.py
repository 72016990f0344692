"""When two figures are the same."""

from __future__ import annotations

import pytest

from models.statements.values import Value, clusters, same, significant, slip


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (21_227.0, 21_300.0),  # less than half a per cent apart
        (21_112.0, 21_000.0),  # rounded to thousands
        (20e9, 19e9),  # "about 20"
        (87.6e6, 87e6),  # cut off
        (0.5, 0.51),
        ((21_000.0, 22_500.0), 21_800.0),
        ((21_000.0, 22_500.0), 22_520.0),
        ((3.0, 5.0), (3.0, 5.0)),
        ("Astana", "astana"),
    ],
)
def test_same(one: Value, other: Value) -> None:
    assert same(one, other)
    assert same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (2.7e6, 2.8e6),
        (20.5e6, 20.3e6),  # as exact as each other, and not the same
        (3e12, 30e12),
        (3.0, 3.4),  # one digit hides too much
        (486.0, 523.0),
        (-8.0, 8.0),
        ((3.0, 5.0), 7.0),
        ((27_500.0, 29_000.0), 29_697.0),  # an end of a range is a bound, and no figure told cut off
        ("Astana", 1.0),
    ],
)
def test_different(one: Value, other: Value) -> None:
    assert not same(one, other)
    assert not same(other, one)


def test_significant_digits_leave_zeros_at_the_end_out() -> None:
    assert [significant(figure) for figure in (21_000, 21_112, 2.7, 0.1)] == [2, 5, 2, 1]


def test_a_slip_is_a_matter_of_zeros() -> None:
    assert slip(3e12, 30e12)
    assert not slip(3e12, 3e12)
    assert not slip(3e12, 19e12)


def test_figures_gather_round_the_best_supported() -> None:
    found = clusters({21_200.0: "a", 21_112.0: "bc", 22_500.0: "a"})
    assert found == [[21_112.0, 21_200.0], [22_500.0]]
