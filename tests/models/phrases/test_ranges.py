"""A value is told with the wider range that others give about it."""

from __future__ import annotations

import pytest

from models.catalog import load
from models.phrases import Phrases
from models.records import Quantity, Resource
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
