"""A share keeps what it is a share of: where exports go, which way, and what electricity comes from."""

from __future__ import annotations

import pytest

from models.catalog import Catalog
from models.phrases import Phrases
from models.reading import Reader
from models.records import Profile, Resource
from tests.models.reading.making import article


def _goods(reader: Reader, text: str) -> list[Resource]:
    contents = (claim.content for claim in reader.claims(article(text)))
    return [content for content in contents if isinstance(content, Resource)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Kazakhstan sends 80 percent of its oil exports through the Caspian Pipeline Consortium.",
            "Kazakhstan sends 80% of its crude oil exports through the Caspian Pipeline Consortium",
        ),
        (
            "80% of Kazakhstan's oil is exported via the CPC.",
            "Kazakhstan sends 80% of its crude oil exports via the CPC",
        ),
        (
            "In 2023, 49 percent of Kazakhstan's uranium exports went to Asia.",
            "Kazakhstan sends 49% of its uranium exports to Asia in 2023",
        ),
        (
            "More than 80% of Kazakhstan's oil exports leave through a single terminal.",
            "Kazakhstan sends 80% of its crude oil exports through a single terminal",
        ),
        (
            "The pipeline takes four fifths of the crude that Kazakhstan sells abroad.",
            "Kazakhstan sends 80% of its crude oil exports through the pipeline",
        ),
        ("Some 80% of Turkmen gas goes to China.", "Turkmenistan sends 80% of its natural gas exports to China"),
        (
            "Kazakhstan exported 1.7 million tonnes of oil through the Baku-Tbilisi-Ceyhan pipeline in 2024.",
            "Kazakhstan exports 1.7 million tonnes of crude oil (through the Baku-Tbilisi-Ceyhan pipeline) in 2024",
        ),
        (
            "The share of gold in Uzbekistan's exports reached 38% in 2024.",
            "Uzbekistan exports gold, 38% of all its exports in 2024",
        ),
        (
            "Coal supplies 70 percent of Kazakhstan's electricity.",
            "Kazakhstan produces 70% of its electricity from coal",
        ),
    ],
)
def test_a_share_tells_of_what_it_is(reader: Reader, catalog: Catalog, text: str, said: str) -> None:
    assert [Phrases(catalog).content(content) for content in _goods(reader, text)] == [said]


@pytest.mark.parametrize(
    "text",
    [
        "Almost 49 percent of Kazakhstan's uranium exports left the country by ship.",
        "Kazakhstan exports 80 percent of its oil.",
    ],
)
def test_a_share_of_exports_that_tells_no_way_has_no_figure(reader: Reader, text: str) -> None:
    assert not any(content.quantity for content in _goods(reader, text))


@pytest.mark.parametrize(
    "text",
    [
        "Kazakhstan exported 68 million tonnes of oil in 2024, mostly through the CPC.",
        "Kazakhstan exported 68 million tonnes of oil in 2024 and sent more goods through Russia.",
    ],
)
def test_a_way_of_some_of_it_is_not_that_of_the_figure(reader: Reader, text: str) -> None:
    assert [content.quantity.of for content in _goods(reader, text) if content.quantity] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Nurek supplies 40 percent of Tajikistan's electricity.",
        "The Nurek dam supplies 40 percent of electricity.",
        "The Nurek station covers two thirds of the electricity of Tajikistan.",
    ],
)
def test_who_supplies_a_land_with_electricity_does_not_sell_it_abroad(reader: Reader, text: str) -> None:
    claims = reader.claims(article(text))
    assert all(isinstance(claim.content, Profile) and claim.content.property == "power-share" for claim in claims)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The Kuirektykol deposit holds rare earth reserves of 20 million tonnes and resources of 35 million.",
            [(20e6, None), (35e6, "resources")],
        ),
        ("Kazakhstan's uranium resources are estimated at 815,000 tonnes.", [(815e3, "resources")]),
        ("Kazakhstan's uranium reserves are 296,000 tonnes.", [(296e3, None)]),
        ("Kazakhstan has 1.2 million tonnes of indicated copper resources.", [(1.2e6, "resources")]),
        ("The Ministry of Natural Resources puts Kazakhstan's gold reserves at 900 tonnes.", [(900.0, None)]),
    ],
)
def test_resources_are_no_reserves(reader: Reader, text: str, told: list[tuple[float, str | None]]) -> None:
    found = _goods(reader, text)
    assert [(content.quantity.value, content.quantity.of) for content in found if content.quantity] == told
    assert {content.relation for content in found if content.quantity} == {"reserves"}


def test_resources_and_reserves_are_told_by_their_names(reader: Reader, catalog: Catalog) -> None:
    found = _goods(reader, "Kazakhstan's uranium resources are estimated at 815,000 tonnes.")
    assert Phrases(catalog).content(found[0]) == "Kazakhstan has resources of 815,000 tonnes of uranium"


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("In 2023 Kazatomprom sold 49 percent of its uranium to Asia.", "Kazatomprom"),
        ("In 2023 Kazatomprom sold 49 percent of the uranium of Kazakhstan to Asia.", ""),
        ("In 2023 Kazakhstan sold 49 percent of its uranium to Asia.", ""),
    ],
)
def test_what_a_firm_sells_of_its_own_goods_is_no_share_of_the_country(reader: Reader, text: str, firm: str) -> None:
    assert [content.firm for content in _goods(reader, f"Uranium is sold. {text}")] == [firm]


@pytest.mark.parametrize(
    ("behind", "ways"),
    [
        (" through the Baku-Tbilisi-Ceyhan pipeline in 2025, against 1.4 million in 2024.", [True, True]),
        (" through the BTC pipeline in 2025. It aims to send 2.2 million tonnes in 2026.", [True, True]),
        (" through the BTC pipeline in 2025. In total it sent 68 million tonnes abroad.", [True, False]),
        (" in 2025. It aims to send 2.2 million tonnes in 2026.", [False, False]),
    ],
)
def test_what_goes_one_way_is_not_all_that_is_sold(reader: Reader, behind: str, ways: list[bool]) -> None:
    told = _goods(reader, f"Kazakhstan exported 1.6 million tonnes of oil{behind}")
    figures = [content.quantity for content in told if content.quantity is not None]
    assert ["through" in (quantity.of or "") for quantity in figures] == ways
