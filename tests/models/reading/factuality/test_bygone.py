"""Figures that were so before, that others have replaced or that are only hoped for are not told as those that hold."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Commitment, Modality, Resource, RouteFact
from tests.models.reading.making import told


def _figures(reader: Reader, text: str) -> list[object]:
    contents = [claim.content for claim in told(reader, text)]
    found = [item.quantity for item in contents if isinstance(item, Resource)]
    found += [item.object for item in contents if isinstance(item, RouteFact)]  # type: ignore[misc]
    return [item.value for item in found if item is not None]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Kazatomprom expects to produce 26,500 tonnes of uranium, against earlier guidance of 28,000 tonnes.",
            [26500],
        ),
        ("Uzbekistan will produce 110 tonnes of gold in 2026, below its previous target of 125 tonnes.", [110]),
        ("The Middle Corridor takes 12 days. It took 30 days before.", [12]),
        ("The Middle Corridor carries 4 million tonnes. It used to carry 1 million tonnes.", [4e6]),
        ("The plant in Kyrgyzstan made 17,000 tonnes of antimony a year in Soviet times.", []),
        ("Kazakhstan produced 99 million tonnes of oil in 2025, more than in the first half of 2024.", [99e6]),
    ],
)
def test_the_figure_that_holds_is_told(reader: Reader, text: str, figures: list[float]) -> None:
    assert _figures(reader, text) == figures


def test_the_part_of_another_year_is_not_that_of_the_figure(reader: Reader) -> None:
    text = (
        "The EU imported 7.9 million tonnes of Kazakh oil in the first quarter, less than in the first quarter of 2024."
    )
    found = [claim.content for claim in told(reader, text)]
    assert {(item.year, item.year_inferred) for item in found if isinstance(item, Resource)} == {(2025, True)}


def test_another_verb_has_a_figure_of_its_own(reader: Reader) -> None:
    found = told(reader, "Kyrgyzstan's central bank sold 6 tonnes of gold in August and bought 2 tonnes in July.")
    sold = [claim.content for claim in found if isinstance(claim.content, Resource)]
    assert [item.quantity.value for item in sold if item.quantity and item.relation == "exports"] == [6]


@pytest.mark.parametrize(
    "text",
    [
        "Astana is proud. The ministry of Kazakhstan now expects oil output of 98.5 million tonnes.",
        "The Middle Corridor is busy. China Railway wants the time cut to 12 days.",
    ],
)
def test_what_is_hoped_for_is_planned(reader: Reader, text: str) -> None:
    found = [claim for claim in told(reader, text) if isinstance(claim.content, Resource | RouteFact)]
    assert {claim.modality for claim in found} == {Modality.PLANNED}


def test_last_year_in_brackets_is_not_this_years_figure(reader: Reader) -> None:
    text = "Kazakhstan expects oil output of 98.5 million tonnes in 2026 (2025: 99.6 million tonnes)."
    assert 99.6e6 not in _figures(reader, text)


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("In 1998, Japan lent Uzbekistan 12.7 billion yen for a railway.", 0),
        ("Japan gave Tajikistan $20 million in 2011.", 0),
        ("In 2025, Japan lent Uzbekistan 12.7 billion yen for a railway.", 1),
        ("Japan will lend Uzbekistan 12.7 billion yen by 2030.", 1),
    ],
)
def test_money_of_long_ago_is_no_news(reader: Reader, text: str, many: int) -> None:
    assert len([claim for claim in told(reader, text) if isinstance(claim.content, Commitment)]) == many
