"""Lists that go together one by one, and further figures with a date of their own."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Commitment, Quantity, Relation, Resource, RouteFact
from tests.models.reading.making import told


def _told(reader: Reader, prose: str) -> set[tuple[object, ...]]:
    found: set[tuple[object, ...]] = set()
    for content in (claim.content for claim in told(reader, prose)):
        match content:
            case Resource(relation=("produces" | "exports" | "imports"), quantity=Quantity(value=value)):
                found.add((content.country, content.resource, value, content.year))
            case RouteFact(object=Quantity(value=value)):
                found.add((content.route, value, content.year))
            case Commitment():
                found.add((content.by, content.amount.value if content.amount else None))
            case Relation(quantity=Quantity(value=value)):
                found.add((content.b, value))
            case _:
                pass
    return found


@pytest.mark.parametrize(
    ("prose", "figures"),
    [
        (
            "In 2022, 2023 and 2024 Turkmenistan sold China 35, 33 and 31 billion cubic metres of gas respectively.",
            {("TKM", "natural gas", amount, year) for amount, year in ((35e9, 2022), (33e9, 2023), (31e9, 2024))},
        ),
        (
            "Kazakhstan, Uzbekistan and Kyrgyzstan produced 130, 110 and 22 tonnes of gold respectively in 2024.",
            {("KAZ", "gold", 130.0, 2024), ("UZB", "gold", 110.0, 2024), ("KGZ", "gold", 22.0, 2024)},
        ),
        (
            "Kazakhstan exported 9.4 million and 1.2 million tonnes of wheat and barley respectively in 2024.",
            {("KAZ", "wheat", 9.4e6, 2024), ("KAZ", "barley", 1.2e6, 2024)},
        ),
        (
            "Kazakhstan mined 22,500 tonnes, 23,300 tonnes and 25,800 tonnes of uranium in 2022, 2023 and 2024 "
            "respectively.",
            {("KAZ", "uranium", 22.5e3, 2022), ("KAZ", "uranium", 23.3e3, 2023), ("KAZ", "uranium", 25.8e3, 2024)},
        ),
        (
            "In 2023 and 2024, respectively, Kyrgyzstan mined 21 and 23 tonnes of gold.",
            {("KGZ", "gold", 21.0, 2023), ("KGZ", "gold", 23.0, 2024)},
        ),
        (
            "Kazakhstan and Kyrgyzstan exported 9.4 tonnes of gold and 1.2 million tonnes of coal respectively.",
            {("KAZ", "gold", 9.4, None), ("KGZ", "coal", 1.2e6, None)},
        ),
        (
            "The Middle Corridor carried 4.1 and 4.5 million tonnes of freight in 2023 and 2024 respectively.",
            {("middle-corridor", 4.1e6, 2023), ("middle-corridor", 4.5e6, 2024)},
        ),
        (
            "Kazakhstan's trade with China and Russia reached $43 billion and $27 billion respectively.",
            {("CHN", 43e9), ("RUS", 27e9)},
        ),
        (
            "The World Bank and the ADB will lend Tajikistan $350 million and $120 million respectively.",
            {(("World Bank",), 350e6), (("ADB",), 120e6)},
        ),
        ("In 2023 and 2024 Kyrgyzstan mined 21, 23 and 25 tonnes of gold, respectively.", set()),
        ("Kyrgyzstan and Tajikistan mined 21, 23 and 25 tonnes of gold respectively in 2024.", set()),
    ],
)
def test_what_stands_at_one_place_of_each_list_goes_together(
    reader: Reader, prose: str, figures: set[tuple[object, ...]]
) -> None:
    assert _told(reader, prose) == figures


@pytest.mark.parametrize(
    ("prose", "figures"),
    [
        (
            "Turkmenistan sold China 35 bcm of gas in 2022, 33 in 2023 and 31 in 2024.",
            {("TKM", "natural gas", amount, year) for amount, year in ((35e9, 2022), (33e9, 2023), (31e9, 2024))},
        ),
        (
            "The Middle Corridor carried 2.8 million tonnes in 2023, 4.5 million in 2024.",
            {("middle-corridor", 2.8e6, 2023), ("middle-corridor", 4.5e6, 2024)},
        ),
        (
            "Kazakhstan sold 12 million tonnes of grain in 2023, and 4 people died in 2024.",
            {("KAZ", "grain", 12e6, 2023)},
        ),
    ],
)
def test_a_further_figure_has_its_own_year(reader: Reader, prose: str, figures: set[tuple[object, ...]]) -> None:
    assert _told(reader, prose) == figures


def test_a_year_in_a_list_of_years_is_no_figure(reader: Reader) -> None:
    told_of = _told(reader, "Kazakhstan produced 25,800 tonnes of uranium a year in 2022, 2023 and 2024.")
    assert {row[2] for row in told_of} == {25.8e3}
