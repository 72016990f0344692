"""Figures of ties: how much two countries trade is a value of their trade, as the figures of goods are."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from models.catalog import load
from models.records import Claim, Modality, Quantity, Relation, Standing, Statement
from models.statements import group
from tests.models.making import claim

CATALOG = load()
BILLION = 1e9


def trade(
    article: str, billions: float, year: int | None = 2024, *, of: str | None = None, words: str = "trade"
) -> Claim:
    return claim(Relation("KAZ", "UZB", words, year, quantity=Quantity(billions * BILLION, "USD", of)), article)


def standings(*claims: Claim, published: dict[str, str] | None = None) -> list[Standing]:
    return sorted(statement.standing for statement in group(claims, CATALOG, published=published))


def test_two_sums_of_one_year_are_contested_and_both_kept() -> None:
    (statement,) = group([trade("a", 4.8), trade("b", 5.5)], CATALOG)
    assert statement.standing is Standing.CONTESTED
    assert len(statement.variants) == 2


def test_two_sums_of_the_same_months_are_contested_however_the_months_are_told() -> None:
    (statement,) = group([trade("a", 4.8, of="January-September"), trade("b", 5.5, of="first nine months")], CATALOG)
    assert statement.standing is Standing.CONTESTED


def test_sums_that_are_rounded_agree_whoever_of_the_two_is_named_first() -> None:
    turned = claim(Relation("UZB", "KAZ", "trade", 2024, quantity=Quantity(4.81e9, "USD")), "b")
    (statement,) = group([trade("a", 4.8), turned], CATALOG)
    assert statement.standing is Standing.CORROBORATED
    assert isinstance(statement.shown.content, Relation)
    assert statement.shown.content.quantity == Quantity(4.81e9, "USD")


def test_a_later_year_takes_the_place_of_an_earlier_one_in_one_series() -> None:
    found = group([trade("a", 4.8, 2023), trade("b", 5.5, 2024)], CATALOG)
    assert {_year(one): one.standing for one in found} == {2023: Standing.EARLIER, 2024: Standing.SINGLE}
    assert len({one.series for one in found}) == 1


def test_sums_without_a_year_follow_each_other_by_when_they_were_told() -> None:
    told = [trade("a", 4.8, None), trade("b", 5.5, None)]
    assert standings(*told, published={"a": "2023-05", "b": "2025-05"}) == [Standing.EARLIER, Standing.SINGLE]


@pytest.mark.parametrize(
    "other",
    [
        trade("b", 3.1, words="exports"),
        trade("b", 1.7, words="imports"),
        trade("b", 0.4, words="change in trade"),
        trade("b", 1.1, of="agricultural"),
        trade("b", 2.2, of="January-June"),
        replace(trade("b", 10, 2024), modality=Modality.PLANNED),
        claim(Relation("KAZ", "UZB", "share of trade", 2024, quantity=Quantity(7, "percent")), "b"),
        claim(Relation("KAZ", "CHN", "trade", 2024, quantity=Quantity(43e9, "USD")), "b"),
        claim(Relation("KAZ", "UZB", "trade", 2024, quantity=Quantity(4.2e9, "EUR")), "b"),
    ],
)
def test_what_measures_something_else_is_set_against_nothing(other: Claim) -> None:
    assert standings(trade("a", 4.8), other) == [Standing.SINGLE, Standing.SINGLE]


def test_whose_exports_a_sum_is_matters() -> None:
    there, back = (
        claim(Relation(a, b, "exports", 2024, quantity=Quantity(value, "USD")), article)
        for a, b, value, article in (("KAZ", "UZB", 3e9, "a"), ("UZB", "KAZ", 1e9, "b"))
    )
    assert standings(there, back) == [Standing.SINGLE, Standing.SINGLE]


def test_a_share_is_contested_as_well() -> None:
    told = [
        claim(Relation("CHN", "UZB", "share of imports", 2023, quantity=Quantity(value, "percent")), article)
        for value, article in ((32, "a"), (21, "b"))
    ]
    assert standings(*told) == [Standing.CONTESTED]


def _year(statement: Statement) -> int | None:
    content = statement.shown.content
    return content.year if isinstance(content, Relation) else None
