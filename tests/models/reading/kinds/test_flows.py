"""Where goods go and come from belongs to a figure of trade."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Profile, Relation, Resource
from tests.models.reading.making import article

Flow = tuple[str, str, tuple[str, ...]]


def flows(reader: Reader, prose: str) -> set[Flow]:
    found = [claim.content for claim in reader.claims(article(prose))]
    return {(item.country, item.relation, item.partner) for item in found if isinstance(item, Resource)}


@pytest.mark.parametrize(
    ("prose", "flow"),
    [
        ("Kazakhstan exported 8.4 million tonnes of oil to China in 2025.", ("KAZ", "exports", ("CHN",))),
        ("Turkmenistan exports gas to China and Uzbekistan.", ("TKM", "exports", ("CHN", "UZB"))),
        ("China bought 40 billion cubic metres of gas from Turkmenistan.", ("TKM", "exports", ("CHN",))),
        ("China bought 40 billion cubic metres of gas from Turkmenistan.", ("CHN", "imports", ("TKM",))),
        ("Uzbekistan's gas imports from Russia rose to 7 billion cubic metres.", ("UZB", "imports", ("RUS",))),
        ("Uzbekistan's gas imports from Russia rose to 7 billion cubic metres.", ("RUS", "exports", ("UZB",))),
        ("Kazakhstan's uranium exports to China reached 20,000 tonnes in 2024.", ("KAZ", "exports", ("CHN",))),
        ("Kazakhstan sold France 500 tonnes of uranium in 2023.", ("KAZ", "exports", ("FRA",))),
        ("Some 20,000 tonnes of uranium were bought by China from Kazakhstan.", ("CHN", "imports", ("KAZ",))),
        ("Uzbekistan imports 2.8 billion cubic metres of gas a year from Russia.", ("RUS", "exports", ("UZB",))),
        ("Uzbekistan imports Russian gas.", ("UZB", "imports", ("RUS",))),
        ("China is the largest buyer of Turkmen gas.", ("TKM", "exports", ("CHN",))),
        ("Kazakhstan covers 40 percent of France's needs of uranium.", ("KAZ", "exports", ("FRA",))),
        ("Kazakhstan exported 3 million tonnes of coal, according to China.", ("KAZ", "exports", ())),
        ("Kazakhstan exported 3 million tonnes of coal in 2024.", ("KAZ", "exports", ())),
        ("Turkmenistan plans to export gas to Europe.", ("TKM", "exports", ("Europe",))),
        ("Kazakhstan exports oil to the European Union.", ("KAZ", "exports", ("EUU",))),
    ],
)
def test_the_other_side_of_a_flow_is_kept(reader: Reader, prose: str, flow: Flow) -> None:
    assert flow in flows(reader, prose)


def test_a_second_figure_does_not_take_the_state_of_the_first(reader: Reader) -> None:
    prose = "Kazakhstan exported 5 million tonnes of wheat to Iran and 3 million tonnes of coal to China in 2024."
    found = [claim.content for claim in reader.claims(article(prose))]
    told = {item.resource: item.partner for item in found if isinstance(item, Resource)}
    assert told in ({"wheat": ("IRN",)}, {"wheat": ("IRN",), "coal": ("CHN",)})


@pytest.mark.parametrize(
    ("prose", "told"),
    [
        (
            "Imports of gas by Uzbekistan from Russia came to 5.6 bcm and those from Turkmenistan to 2.1 bcm.",
            {("UZB", 5.6e9, ("RUS",)), ("UZB", 2.1e9, ("TKM",))},
        ),
        (
            "Kazakhstan exported 431,000 tonnes of copper, of which China took 68% and Turkey 19%.",
            {("KAZ", 431e3, ()), ("KAZ", 68, ("CHN",)), ("KAZ", 19, ("TUR",))},
        ),
        (
            "Tajikistan bought 812,000 tonnes of wheat, 94% of it in Kazakhstan, and 1.1 million tonnes of petrol.",
            {("TJK", 812e3, ()), ("TJK", 1.1e6, ())},
        ),
        (
            "Exports of gold by Uzbekistan were worth $9.9 billion, textiles $3.1 billion and uranium $600 million.",
            {("UZB", 9.9e9, ()), ("UZB", 3.1e9, ()), ("UZB", 6e8, ())},
        ),
        (
            "Turkmenistan produced 1.2 million tonnes of cotton and exported $300 million worth of textiles.",
            {("TKM", 3e8, ())},
        ),
    ],
)
def test_each_figure_of_a_row_has_its_own_side(
    reader: Reader, prose: str, told: set[tuple[str, float, tuple[str, ...]]]
) -> None:
    found = [claim.content for claim in reader.claims(article(prose)) if isinstance(claim.content, Resource)]
    traded = [item for item in found if item.relation != "produces" and item.quantity is not None]
    own = [item for item in traded if item.country == next(iter(told))[0]]
    assert {(item.country, item.quantity.value, item.partner) for item in own if item.quantity is not None} == told


def test_what_several_sell_together_is_no_figure_of_each(reader: Reader) -> None:
    prose = "Kyrgyzstan imported 3.9 billion kWh of electricity from Kazakhstan, Uzbekistan and Turkmenistan."
    found = [claim.content for claim in reader.claims(article(prose)) if isinstance(claim.content, Resource)]
    assert [item.country for item in found if item.quantity is not None] == ["KGZ"]


def test_goods_of_which_a_part_is_named_stay_what_is_sold(reader: Reader) -> None:
    prose = (
        "Uzbekistan sells textiles. Shipments of textiles, half of it yarn, found buyers in 74 countries, "
        "first among them Russia (41.8%)."
    )
    found = [claim.content for claim in reader.claims(article(prose)) if isinstance(claim.content, Resource)]
    assert {item.resource for item in found if item.partner} == {"textiles"}


@pytest.mark.parametrize(
    ("prose", "ties"),
    [
        ("Exports of Kazakhstan to China rose to $15 billion in 2025.", {("KAZ", "CHN")}),
        ("Imports of Tajikistan from Russia grew to $2 billion.", {("TJK", "RUS")}),
    ],
)
def test_trade_with_one_partner_is_no_total_and_of_nobody_named_before(
    reader: Reader, prose: str, ties: set[tuple[str, str]]
) -> None:
    found = [claim.content for claim in reader.claims(article(f"Uzbekistan trades with Iran. {prose}"))]
    assert not any(isinstance(item, Profile) for item in found)
    assert {(item.a, item.b) for item in found if isinstance(item, Relation)} - {("UZB", "IRN")} == ties
