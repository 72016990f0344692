"""Shares that are told by counting."""

from __future__ import annotations

import pytest

from models.reading import RULES, Reader
from models.reading.grammar.language import load_language
from models.reading.sentence.ratios import Ratios
from models.records import Quantity, Resource
from tests.models.reading.making import article


@pytest.fixture(scope="module")
def ratios() -> Ratios:
    numbers = load_language((RULES,)).tables["numbers"]
    return Ratios(numbers, **numbers["ratios"])


@pytest.mark.parametrize(
    ("text", "name", "share"),
    [
        ("nine out of ten barrels", "nine out of ten", 90.0),
        ("Nine out of ten barrels of oil", "Nine out of ten barrels", 90.0),
        ("two in three wagons", "two in three", 66.7),
        ("four of every five tonnes", "four of every five", 80.0),
        ("one pound of uranium in five", "one pound", 20.0),
    ],
)
def test_a_counted_share_is_found(ratios: Ratios, text: str, name: str, share: float) -> None:
    found = ratios.find(text, 0)
    assert found is not None
    assert (found.name, found.value) == (name, Quantity(share, "percent"))


@pytest.mark.parametrize(
    "text",
    [
        "two in five years",
        "one tonne of gold in five days",
        "three out of two mines",
        "one in two mines",
        "five in Osh",
        "one of the ten mines",
    ],
)
def test_spans_of_time_and_other_counts_are_none(ratios: Ratios, text: str) -> None:
    assert ratios.find(text, 0) is None


def test_a_counted_share_is_of_the_goods_behind_it(reader: Reader) -> None:
    [claim] = reader.claims(article("Nine out of ten tonnes of the flour of Kazakhstan are sold to Afghanistan."))
    assert isinstance(claim.content, Resource)
    assert (claim.content.quantity, claim.content.partner) == (Quantity(90.0, "percent"), ("AFG",))


def test_no_amount_is_made_of_the_unit_of_a_counted_share(reader: Reader) -> None:
    claims = reader.claims(article("One pound of uranium in five was dug in Kazakhstan."))
    units = {claim.content.quantity.unit for claim in claims if getattr(claim.content, "quantity", None)}
    assert claims
    assert units <= {"percent"}
