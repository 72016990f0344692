"""Shelves: which articles are the user's own, and which were added of late."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from models.pages.shelves import DAYS, SHELVES, TODAY, WHENCE, stands_on

NOON = datetime.now().astimezone().replace(hour=12)


def added(days: int) -> str:
    """The time in UTC at which something was added at noon some days ago."""
    return (NOON - timedelta(days)).astimezone(UTC).isoformat(timespec="seconds")


@pytest.mark.parametrize(
    ("days", "shelves"),
    [(0, {"", "own", "today", "week"}), (1, {"", "own", "week"}), (6, {"", "own", "week"}), (7, {"", "own"})],
)
def test_an_article_stands_on_the_shelves_of_the_days_since_it_was_added(days: int, shelves: set[str]) -> None:
    assert {shelf for shelf in SHELVES if stands_on(shelf, added(days), NOON.date())} == shelves


def test_what_is_built_in_stands_among_all_articles_only() -> None:
    assert [shelf for shelf in SHELVES if stands_on(shelf, "", NOON.date())] == [""]


def test_the_day_is_that_of_the_clock_here() -> None:
    late = NOON.replace(hour=23, minute=59)
    assert stands_on(TODAY, late.astimezone(UTC).isoformat(), late.date())
    assert not stands_on(TODAY, late.astimezone(UTC).isoformat(), late.date() + timedelta(1))


def test_every_shelf_has_its_words() -> None:
    assert set(WHENCE) == set(SHELVES) - {""} > set(DAYS)
