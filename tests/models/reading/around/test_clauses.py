"""Dates and places belong to the clause they stand in."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.reading.around.clauses import clause_numbers
from models.records import Event
from tests.models.reading.making import article

APART = frozenset({"after"})


@pytest.mark.parametrize(
    ("tags", "numbers"),
    [
        ("L1 met C2 D3 ; after L1 had met C4", [0, 0, 0, 0, 0, 1, 1, 1, 1, 1]),
        ("after L1 met C2 , C3 met C4", [1, 1, 1, 1, 0, 0, 0, 0]),
        ("C1 , C1 met C2 D3 , met C4", [0, 1, 1, 1, 1, 1, 0, 0, 0]),
        ("C1 met C2 after meeting C3", [0, 0, 0, 1, 1, 1]),
        ("C1 met C2 after the summit", [0, 0, 0, 0, 0, 0]),
    ],
)
def test_tells_clauses_apart(tags: str, numbers: list[int]) -> None:
    assert list(clause_numbers(tags, APART).values()) == numbers


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        (
            "The leaders of Kazakhstan and Uzbekistan met Xi Jinping in Beijing on May 5, 2025, after they had met "
            "Vladimir Putin in Moscow.",
            {"CHN": ("2025-05-05", "Beijing"), "RUS": (None, "Moscow")},
        ),
        (
            "Donald Trump received the five leaders of Central Asia on Thursday, November 6, some months after they "
            "had met separately with Vladimir Putin and with Xi Jinping.",
            {"USA": ("2025-11-06", None), "RUS": (None, None), "CHN": (None, None)},
        ),
        (
            "President Tokayev, who was received in Washington a month earlier by Donald Trump, met Sanae Takaichi in "
            "Tokyo on December 19, 2025.",
            {"USA": ("2025-11", "Washington"), "JPN": ("2025-12-19", "Tokyo")},
        ),
        (
            "After the leaders of Kazakhstan met Putin in Moscow in May 2025, Takaichi received Tokayev in Tokyo in "
            "June.",
            {"RUS": ("2025-05", "Moscow"), "JPN": ("2025-06", "Tokyo")},
        ),
    ],
)
def test_a_meeting_has_the_date_and_place_of_its_own_clause(
    reader: Reader, prose: str, expected: dict[str, tuple[str | None, str | None]]
) -> None:
    events = [claim.content for claim in reader.claims(article(prose)) if isinstance(claim.content, Event)]
    found = {code: (e.date, e.place) for e in events for code in (*e.actor, *e.target) if code in expected}
    assert found == expected
