"""Days that are told from a date before: those that can be counted, and those from which nothing is known."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Event
from tests.models.reading.making import told

_FIRST = "Tokayev met Xi Jinping in Beijing on 3 May 2024."


def _days(reader: Reader, prose: str) -> list[str | None]:
    return [claim.content.date for claim in told(reader, prose) if isinstance(claim.content, Event)]


@pytest.mark.parametrize(
    ("then", "day"),
    [
        ("The next day Uzbekistan and Japan signed a treaty.", "2024-05-04"),
        ("On the following day Uzbekistan and Japan signed a treaty.", "2024-05-04"),
        ("The previous day Uzbekistan and Japan had signed a treaty.", "2024-05-02"),
        ("Two days later Uzbekistan and Japan signed a treaty.", "2024-05-05"),
        ("A week earlier Uzbekistan and Japan had signed a treaty.", "2024-04-26"),
        ("A month later Uzbekistan and Japan signed a treaty.", "2024-06"),
        ("In the same month Uzbekistan and Japan signed a treaty.", "2024-05"),
        ("On the same day Uzbekistan and Japan signed a treaty.", "2024-05-03"),
    ],
)
def test_days_are_counted_from_the_event_before(reader: Reader, then: str, day: str) -> None:
    assert _days(reader, f"{_FIRST} {then}") == ["2024-05-03", day]


def test_a_coarse_date_tells_no_day(reader: Reader) -> None:
    prose = "Tokayev met Xi Jinping in May 2024. The next day Uzbekistan and Japan signed a treaty."
    assert "2024-05-02" not in _days(reader, prose)
    assert _days(reader, prose)[0] == "2024-05"


def test_dates_that_stand_far_behind_are_not_counted_from(reader: Reader) -> None:
    between = "Nobody else came to the hall. The food was good. The weather was not. The band played on."
    days = _days(reader, f"{_FIRST} {between} Two days later Uzbekistan and Japan signed a treaty.")
    assert days[0] == "2024-05-03"
    assert "2024-05-05" not in days
