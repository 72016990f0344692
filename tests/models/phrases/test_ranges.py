"""A value is told with the wider range that others give about it."""

from __future__ import annotations

import pytest

from models.catalog import load
from models.phrases import Phrases
from models.records import Money, Quantity, Resource
from models.statements import group
from tests.models.making import claim

CATALOG = load()


@pytest.mark.parametrize(
    ("language", "note"),
    [("en", "others give 9–16 tonnes"), ("ja", "ほかの推定は9～16トン"), ("ru", "по другим оценкам: 9–16 т")],
)
def test_a_wider_range_that_others_give_is_told_beside_the_value(language: str, note: str) -> None:
    exact, wide, narrow = (
        claim(Resource("KAZ", "gold", "reserves", quantity=Quantity(value, "tonne")), article)
        for article, value in (("a", 13.0), ("b", (9.0, 16.0)), ("c", (12.0, 14.0)))
    )
    phrases = Phrases(CATALOG, language)
    (statement,) = group([exact, wide, narrow], CATALOG)
    assert statement.shown.content == exact.content
    assert note in phrases.detail(statement)
    (alone,) = group([exact], CATALOG)
    assert phrases.detail(alone) == ""


@pytest.mark.parametrize(("language", "told"), [("en", "4.6–8.2 billion"), ("ja", "46～82億"), ("ru", "4,6–8,2 млрд")])
@pytest.mark.parametrize("high", [8.2 * 1e9, 8.2e9])
def test_both_ends_of_a_range_are_told_by_one_scale(language: str, told: str, high: float) -> None:
    assert told in Phrases(CATALOG, language).numbers.money(Money((4.6e9, high), "USD"))
