"""Which large number without a currency is money, and of which currency."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.records import Commitment, Resource
from tests.models.reading.making import article, told

if TYPE_CHECKING:
    from models.reading.reader import Reader

GRANT = "Beijing gave Tajikistan grants of 1.5 billion yuan."


@pytest.mark.parametrize(
    ("prose", "sums"),
    [
        ("China lent another 2 million to Uzbekistan.", {(1.5e9, "CNY"), (2e6, "CNY")}),
        ("China granted Uzbekistan 2 million for schools.", {(1.5e9, "CNY"), (2e6, "CNY")}),
        ("China donated 2 million vaccine doses to Uzbekistan.", {(1.5e9, "CNY")}),
        ("China gave 2 million books to Uzbekistan.", {(1.5e9, "CNY")}),
    ],
)
def test_a_number_of_things_is_no_sum(reader: Reader, prose: str, sums: set[tuple[float, str]]) -> None:
    found = [claim.content for claim in told(reader, f"{GRANT} {prose}") if isinstance(claim.content, Commitment)]
    assert {(promise.amount.value, promise.amount.currency) for promise in found} == sums


@pytest.mark.parametrize(("goods", "figures"), [("coal and antimony", 0), ("coal", 1), ("fruit and vegetables", 1)])
def test_the_worth_of_unlike_goods_together_is_that_of_none_of_them(reader: Reader, goods: str, figures: int) -> None:
    found = reader.claims(article(f"Tajikistan exported {goods} worth $310 million in 2024."))
    sums = [claim for claim in found if isinstance(claim.content, Resource) and claim.content.quantity is not None]
    assert len(sums) == figures
