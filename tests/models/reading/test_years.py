"""Figures of a part of a year are marked as such, and hedges stay with their figures."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Quantity, Resource, RouteFact
from tests.models.reading.making import article


@pytest.mark.parametrize(
    ("prose", "year", "part"),
    [
        ("Kazakhstan produced 3,000 tonnes of uranium in January-June 2024.", 2024, "January-June"),
        ("In the first half of 2023 Kazakhstan exported 5,000 tonnes of uranium.", 2023, "first half"),
        ("Kazakhstan exported 5,000 tonnes of uranium from January through December 2023.", 2023, None),
        ("Kazakhstan produced 21,112 tonnes of uranium in 2023.", 2023, None),
        (
            "The ministry said on Monday that Kazakhstan produced 5 tonnes of gold in the second quarter of 2025.",
            2025,
            "second quarter",
        ),
        ("Kyrgyzstan mined 12 tonnes of gold in the third quarter.", 2025, "third quarter"),
        ("Uzbekistan produced 42 tonnes of uranium in Q3 2025.", 2025, "Q3"),
        ("In the nine months to September Kazakhstan produced 30 million tonnes of coal.", 2025, "nine months"),
        ("Kazakhstan exports 22 million tonnes of crude oil a quarter.", None, "a quarter"),
        ("Kazakhstan exported 22 tonnes of gold to China, a month earlier than planned.", None, None),
    ],
)
def test_a_commoditys_figure_tells_of_which_part_of_the_year_it_is(
    reader: Reader, prose: str, year: int | None, part: str | None
) -> None:
    found = [claim.content for claim in reader.claims(article(prose))]
    [figure] = [item for item in found if isinstance(item, Resource) and item.quantity is not None]
    assert figure.quantity is not None
    assert (figure.year, figure.quantity.of) == (year, part)


def test_a_routes_volume_tells_of_which_part_of_the_year_it_is(reader: Reader) -> None:
    prose = (
        "The Middle Corridor carried 2.1 million tons between January and June 2024. "
        "In 2023 the route carried 2.7 million tons."
    )
    found = [claim.content for claim in reader.claims(article(prose)) if isinstance(claim.content, RouteFact)]
    parts = [(item.year, item.object.of) for item in found if isinstance(item.object, Quantity)]
    assert parts == [(2024, "January and June"), (2023, None)]


@pytest.mark.parametrize(
    ("prose", "hedge"),
    [
        ("Nearly 40% of the uranium mined worldwide comes from Kazakhstan.", "nearly"),
        ("The uranium reserves of Kazakhstan are put at over 700,000 tons.", "over"),
        ("Kazakhstan produced more than 20,000 tonnes of uranium in 2023.", "more than"),
        ("Kazakhstan produced 20,000 tonnes of uranium in 2023, up from 19,000 at the start.", None),
    ],
)
def test_the_hedge_of_a_figure_is_kept_in_full(reader: Reader, prose: str, hedge: str | None) -> None:
    found = [claim for claim in reader.claims(article(prose)) if isinstance(claim.content, Resource)]
    assert found
    assert {claim.certainty for claim in found} == {hedge}


@pytest.mark.parametrize(
    ("prose", "told"),
    [
        ("The Middle Corridor carried 4.5 million tonnes in 2024.", [("carried", 2024)]),
        (
            "The Middle Corridor is busy. We expect 5 million tonnes at first and 10 million tonnes by 2030.",
            [("target", None), ("target", 2030)],
        ),
    ],
)
def test_a_year_behind_another_figure_is_of_that_one(
    reader: Reader, prose: str, told: list[tuple[str, int | None]]
) -> None:
    facts = [claim.content for claim in reader.claims(article(prose)) if isinstance(claim.content, RouteFact)]
    volumes = [(fact.predicate, fact.year) for fact in facts if isinstance(fact.object, Quantity)]
    assert volumes == told
