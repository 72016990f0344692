"""What of another route, another land or some plants must not be told of the route or the land spoken of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.records import Commitment, Resource, RouteFact
from tests.models.reading.making import told

if TYPE_CHECKING:
    from models.reading import Reader


@pytest.mark.parametrize(
    "prose",
    [
        "The presidents of Tajikistan and Uzbekistan reiterated support for the China-Kyrgyzstan-Uzbekistan railway "
        "and expressed readiness to study a railway from Dushanbe to Termez via Kolkhozabad.",
        "Kazakhstan and Uzbekistan voiced support for the China-Kyrgyzstan-Uzbekistan railway and said they would "
        "study a new railway linking Shalkar with Nukus through Kungrad.",
    ],
)
def test_a_way_that_is_new_to_the_text_is_not_the_route_named_before(reader: Reader, prose: str) -> None:
    facts = [one.content for one in told(reader, prose) if isinstance(one.content, RouteFact)]
    assert {fact.predicate for fact in facts} == {"supported_by"}


def test_a_route_still_leads_where_its_own_words_say(reader: Reader) -> None:
    prose = "The China-Kyrgyzstan-Uzbekistan railway is a new line from China to Uzbekistan through Kyrgyzstan."
    facts = [one.content for one in told(reader, prose) if isinstance(one.content, RouteFact)]
    assert {fact.predicate for fact in facts} >= {"connects", "crosses"}


@pytest.mark.parametrize(("land", "sells"), [("Uzbekistan", False), ("Kazakhstan", True)])
def test_what_goes_along_a_route_is_of_no_land_that_it_does_not_cross(
    reader: Reader, land: str, *, sells: bool
) -> None:
    prose = (
        f"{land} sold more wheat in 2024. The country opened stores. Oil exports through the Caspian Pipeline "
        "Consortium fell 7 percent to 4.9 million tonnes in May."
    )
    sold = [one for one in told(reader, prose) if isinstance(one.content, Resource) and one.content.quantity]
    assert [(one.content.resource, one.carried) for one in sold] == [("crude oil", True)] * sells


def test_money_that_nobody_is_told_to_get_is_not_the_region_s(reader: Reader) -> None:
    for before in ("Central Asia needs roads.", "Work on the Trans-Afghan railway began in December."):
        prose = f"{before} The World Bank will lend $500 million for a dry port."
        (loan,) = (one.content for one in told(reader, prose) if isinstance(one.content, Commitment))
        assert loan.to == ()


@pytest.mark.parametrize(
    ("prose", "of"),
    [
        (
            "Tajikistan will build two hydropower plants with a total capacity of 320 megawatts.",
            "two hydropower plants",
        ),
        (
            "Kyrgyzstan plans to build three solar power plants with a capacity of 600 megawatts.",
            "three solar power plants",
        ),
        ("Tajikistan will build a hydropower plant with a total capacity of 320 megawatts.", "hydropower plant"),
    ],
)
def test_what_some_plants_can_do_together_is_no_total_of_the_country(reader: Reader, prose: str, of: str) -> None:
    found = [one.content.quantity for one in told(reader, prose) if isinstance(one.content, Resource)]
    assert {figure.of for figure in found if figure} == {of}


def test_a_mine_in_a_table_is_of_the_land_in_its_row_and_gives_its_output(reader: Reader) -> None:
    prose = (
        "Kyrgyzstan exported less gold than a year earlier, the statistics committee said on Monday.\n\n"
        "Gold, 2024 (t)\n\nMuruntau | Uzbekistan | 66.0\nKumtor | Kyrgyzstan | 16.2\n\nThe figures are of the mines."
    )
    rows = [one.content for one in told(reader, prose) if one.rule == "resource.table"]
    mined = [(row.country, row.relation, row.partner, row.site) for row in rows if isinstance(row, Resource)]
    assert mined == [("UZB", "produces", (), "Muruntau"), ("KGZ", "produces", (), "Kumtor")]
