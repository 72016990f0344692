"""What is known of the works that a claim rests on."""

from __future__ import annotations

import pytest

from models.library.knowledge import newest
from models.records import Citation

DATED, OF_A_YEAR, BARE = Citation("A", date="2020-05"), Citation("B", as_of="2025"), Citation("C")


@pytest.mark.parametrize(
    ("works", "told"),
    [((DATED, OF_A_YEAR), "2020-05"), ((OF_A_YEAR, BARE), "2025"), ((BARE,), ""), ((DATED, BARE), "2020-05")],
)
def test_a_claim_is_as_old_as_its_newest_work_or_else_of_the_time_of_one_without_a_date(
    works: tuple[Citation, ...], told: str
) -> None:
    assert newest({"c": works}) == {"c": told}
