"""That a year is inferred is told where nothing else tells the time."""

from __future__ import annotations

import pytest

from models.catalog import load
from models.phrases import Phrases
from models.records import Content, Event, Profile, Quantity, Relation, Resource, RouteFact, Statement
from models.statements import group
from tests.models.making import claim

CATALOG = load()
PHRASES = Phrases(CATALOG)


def said(statement: Statement) -> str:
    return PHRASES.variant(statement.shown)


@pytest.mark.parametrize(
    "content",
    [
        Event("CONSULT", ("JPN", "KAZ"), date="2025-12-20", year_inferred=True),
        Resource("KAZ", "uranium", "produces", None, Quantity(2e4, "tonne"), 2024, year_inferred=True),
        RouteFact("middle-corridor", "carried", Quantity(2e6, "tonne"), 2024, year_inferred=True),
        Relation("CHN", "KAZ", "trade", 2024, quantity=Quantity(4.8e9, "USD"), year_inferred=True),
        Profile("KAZ", "population", 2e7, "people", "2025", year_inferred=True),
    ],
)
def test_that_a_year_is_inferred_is_told_only_where_no_source_has_a_date(content: Content) -> None:
    (dated,) = group([claim(content, "a")], CATALOG, published={"a": "2026-01-02"})
    (undated,) = group([claim(content, "a")], CATALOG)
    assert "year inferred" in said(undated)
    assert said(dated) == said(undated).replace(" (year inferred)", "").replace(", year inferred", "")
