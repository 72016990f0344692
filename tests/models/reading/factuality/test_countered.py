"""Another figure that the next sentence gives for what was told: of the same site, year and measure, from its own."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from models.catalog import Catalog
from models.reading import Reader
from models.reading.countering import RULE
from models.reading.reader import RULES
from models.records import Claim, Quantity, Relation, Resource, RouteFact, Standing
from models.statements import group
from tests.models.reading.making import told

EXAMPLES = tomllib.loads((RULES / "words-countered.toml").read_text("utf-8"))["countered"]["examples"]


@pytest.mark.parametrize("example", EXAMPLES["yes"], ids=lambda example: example["text"][-40:])
def test_the_other_figure_contests_the_first(reader: Reader, catalog: Catalog, example: dict[str, Any]) -> None:
    claims = told(reader, example["text"])
    first, second = claims
    assert isinstance(first.content, Resource)
    assert isinstance(second.content, Resource)
    assert second.rule == RULE
    assert second.evidence.start > first.evidence.start
    assert second.content.quantity
    assert (second.content.quantity.value, second.content.site, second.content.year) == (
        example["value"],
        example["site"],
        example["year"],
    )
    assert (second.attribution or "").removeprefix("the ") == example["by"]
    assert second.content.partner == first.content.partner
    (statement,) = group(claims, catalog)
    assert statement.standing is Standing.CONTESTED


@pytest.mark.parametrize("text", EXAMPLES["no"])
def test_what_is_told_of_something_else_counters_nothing(reader: Reader, text: str) -> None:
    claims = told(reader, text)
    assert claims
    assert [claim for claim in claims if claim.rule == RULE] == []


def _value(claim: Claim) -> float | tuple[float, float]:
    content = claim.content
    found = content.object if isinstance(content, RouteFact) else getattr(content, "quantity", None)
    assert isinstance(content, Resource | RouteFact | Relation)
    assert isinstance(found, Quantity)
    return found.value


@pytest.mark.parametrize(
    ("text", "values", "who"),
    [
        (
            "Turkmenistan exported 33.7 billion cubic metres of gas to China in 2023, the Chinese customs"
            " administration reported, yet Ashgabat claims to have shipped 40 billion.",
            [33.7e9, 40e9],
            ["the Chinese customs administration", "Ashgabat"],
        ),
        (
            "Chinese customs say Turkmenistan exported 33.7 billion cubic metres of gas to China in 2023, while"
            " Ashgabat claims 40 billion.",
            [33.7e9, 40e9],
            ["Chinese customs", "Ashgabat"],
        ),
        (
            "Kazakhstan exported 500,000 tonnes of grain to Iran in 2024, the agriculture ministry reported, yet Tehran"
            " claims to have received only 300,000 tonnes.",
            [500000, 300000],
            ["the agriculture ministry", "Tehran"],
        ),
        (
            "The Middle Corridor carried 4.5 million tonnes in 2024, the operator said, yet the Georgian railway claims"
            " to have carried 3 million.",
            [4.5e6, 3e6],
            ["the operator", "the Georgian railway"],
        ),
    ],
)
def test_the_second_figure_of_a_sentence_is_of_what_the_first_is(
    reader: Reader, catalog: Catalog, text: str, values: list[float], who: list[str]
) -> None:
    claims = told(reader, text)
    assert [_value(claim) for claim in claims] == values
    assert [claim.attribution for claim in claims] == who
    assert len({getattr(claim.content, "partner", ()) for claim in claims}) == 1
    assert len({getattr(claim.content, "year", None) for claim in claims}) == 1
    (statement,) = group(claims, catalog)
    assert statement.standing is Standing.CONTESTED
