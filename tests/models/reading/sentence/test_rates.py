"""How often a quantity comes stays with it: in its unit where there is one, else in what it is of."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Profile, Quantity, Resource, RouteFact
from tests.models.reading.making import told


def _figures(reader: Reader, prose: str) -> list[Quantity]:
    contents = [claim.content for claim in told(reader, prose)]
    assert not any(isinstance(content, Profile) for content in contents)
    found = [content.quantity for content in contents if isinstance(content, Resource) and content.quantity]
    return found or [content.object for content in contents if isinstance(content, RouteFact)]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("prose", "unit", "of"),
    [
        ("Turkmenistan exports 90 million cubic metres of gas a day to China.", "m3", "a day"),
        ("Turkmenistan delivers 5 million cubic metres per day of gas to Uzbekistan.", "m3", "a day"),
        ("Every day Turkmenistan sends China 100 million cubic metres of gas.", "m3", "a day"),
        ("Daily gas exports from Turkmenistan to China reached 100 million cubic metres.", "m3", "a day"),
        ("Uzbekistan sells Tajikistan 3 million kilowatt-hours of electricity daily.", "kWh", "a day"),
        ("Kyrgyzstan imported 40 million kWh of electricity a day from Kazakhstan.", "kWh", "a day"),
        ("Kazakhstan pumps 30,000 tonnes of oil an hour.", "tonne", "an hour"),
        ("Kazakhstan ships 150,000 tonnes of grain a week to Iran.", "tonne", "a week"),
        ("Kazakhstan exports 200,000 tonnes of wheat to Uzbekistan every month.", "tonne", "a month"),
        ("Kazakhstan exports 200,000 tonnes of wheat per month.", "tonne", "a month"),
        ("Kazakhstan exports crude oil worth $120 million a day.", "USD", "a day"),
        ("The Zhezkazgan smelter makes 700 tonnes of copper cathode per day.", "tonne", "cathode, a day"),
        ("The Middle Corridor carried 12,000 tonnes of freight a day in 2025.", "tonne", "a day"),
        ("Uzbekistan's gas output was 115 million cubic metres a day in January 2025.", "m3", "a day, January"),
        ("Kazakhstan's monthly wheat exports reached 1.1 million tonnes in October 2025.", "tonne", "October"),
        ("Kazakhstan's daily oil output rose to 1.9 million barrels.", "barrel/day", None),
        ("Kazakhstan produces 1.8 million barrels of oil a day.", "barrel/day", None),
        ("Kazakhstan takes 25,000 tonnes of Uzbek copper cathode annually.", "tonne/year", "cathode"),
        ("Uzbekistan bought 5 tonnes of gold a week later.", "tonne", None),
        ("Kazakhstan exported 5 tonnes of gold and paid a tax of 2 percent.", "tonne", None),
        ("Metals Daily wrote that Kazakhstan exported 5 tonnes of gold in 2025.", "tonne", None),
    ],
)
def test_a_figure_tells_how_often_it_comes(reader: Reader, prose: str, unit: str, of: str | None) -> None:
    figures = _figures(reader, prose)
    assert figures
    assert {(figure.unit, figure.of) for figure in figures} == {(unit, of)}


def test_only_the_figure_that_comes_so_often_is_told_so(reader: Reader) -> None:
    figures = _figures(reader, "Kazakhstan exported 2 million tonnes of flour in 2025, or 170,000 tonnes a month.")
    assert {(figure.value, figure.of) for figure in figures} == {(2e6, None), (170e3, "a month")}


@pytest.mark.parametrize(
    "prose",
    [
        "The dry port of Khorgos handles 1,000 TEU a day.",
        "The dry port of Khorgos handled 31,000 TEU in January 2025.",
        "Kyrgyzstan's exports reached $200 million in January 2025.",
    ],
)
def test_no_day_or_month_is_a_key_figure_of_the_year(reader: Reader, prose: str) -> None:
    assert not any(isinstance(claim.content, Profile) for claim in told(reader, prose))
