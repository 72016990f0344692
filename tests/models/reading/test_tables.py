"""Figures in the cells of tables and the items of lists."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Quantity, Resource
from tests.models.reading.making import article

Figure = tuple[str, str, str, float, str, int | None]


def _read(reader: Reader, text: str) -> set[Figure]:
    found = (claim.content for claim in reader.claims(article(text)))
    return {
        (item.country, item.resource, item.relation, item.quantity.value, item.quantity.unit, item.year)
        for item in found
        if isinstance(item, Resource) and item.quantity is not None and isinstance(item.quantity.value, float)
    }


def _table(*rows: str, cells: str = " | ") -> str:
    return "\n".join(row.replace("/", cells) for row in rows)


@pytest.mark.parametrize("cells", [" | ", "\t", "    "])
def test_country_and_year_stand_at_the_ends_of_rows_and_columns(reader: Reader, cells: str) -> None:
    rows = ("Uranium production, tonnes", "Country/2022/2023", "Kazakhstan/21,227/21,112", "Uzbekistan/3,561/4,000")
    assert _read(reader, _table(*rows, cells=cells)) == {
        ("KAZ", "uranium", "produces", 21227.0, "tonne", 2022),
        ("KAZ", "uranium", "produces", 21112.0, "tonne", 2023),
        ("UZB", "uranium", "produces", 3561.0, "tonne", 2022),
        ("UZB", "uranium", "produces", 4000.0, "tonne", 2023),
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            _table("Kazakhstan: output, thousand tonnes", "Metal/2023", "Copper/460", "Zinc/281", "Total/741"),
            {
                ("KAZ", "copper", "produces", 460000.0, "tonne", 2023),
                ("KAZ", "zinc", "produces", 281000.0, "tonne", 2023),
            },
        ),
        (
            _table("Natural gas, 2024, bcm", "Country/Production/Exports", "Turkmenistan/77.6/40", "Uzbekistan/44.6/–"),
            {
                ("TKM", "natural gas", "produces", 77.6e9, "m3", 2024),
                ("TKM", "natural gas", "exports", 40e9, "m3", 2024),
                ("UZB", "natural gas", "produces", 44.6e9, "m3", 2024),
            },
        ),
        (
            _table("Uzbekistan's exports in 2024, $ million", "Commodity/Value", "Gold/7,480", "Copper/780"),
            {
                ("UZB", "gold", "exports", 7.48e9, "USD", 2024),
                ("UZB", "copper", "exports", 0.78e9, "USD", 2024),
            },
        ),
        (
            "Uranium output of the region, 2022\n- Kazakhstan: 21,227 tonnes, down 3%\n- Uzbekistan: 3,561 tonnes",
            {
                ("KAZ", "uranium", "produces", 21227.0, "tonne", 2022),
                ("UZB", "uranium", "produces", 3561.0, "tonne", 2022),
            },
        ),
        (
            "Kazakh wheat exports by destination: Uzbekistan – 2.7 million tonnes, Tajikistan – 1.1 million tonnes.",
            {
                ("KAZ", "wheat", "exports", 2.7e6, "tonne", None),
                ("KAZ", "wheat", "exports", 1.1e6, "tonne", None),
            },
        ),
    ],
)
def test_what_a_figure_is_of_stands_around_it(reader: Reader, text: str, wanted: set[Figure]) -> None:
    assert _read(reader, text) == wanted


def test_rows_under_an_exporter_name_the_buyer(reader: Reader) -> None:
    rows = ("Kazakhstan's wheat exports, thousand tonnes", "Destination/2024", "Uzbekistan/3,100", "Tajikistan/1,100")
    found = [claim.content for claim in reader.claims(article(_table(*rows)))]
    assert {(item.country, item.partner) for item in found if isinstance(item, Resource) and item.quantity} == {
        ("KAZ", ("UZB",)),
        ("KAZ", ("TJK",)),
    }


@pytest.mark.parametrize(
    "text",
    [
        _table("Uranium producers", "Rank/Country", "1/Kazakhstan", "5/Uzbekistan"),
        _table("Uranium prices in Kazakhstan, tonnes", "Month/Price", "May/70", "June/75"),
        _table("Guests of the forum in Tashkent", "Country/Delegates", "Kazakhstan/40", "Uzbekistan/120"),
    ],
)
def test_ranks_prices_and_people_are_no_figures_of_goods(reader: Reader, text: str) -> None:
    assert not _read(reader, text)


def test_rows_of_firms_and_sites_are_theirs_and_columns_tell_the_part_of_the_year(reader: Reader) -> None:
    text = _table(
        "Kazakh miners did well, and whoever looks at the figures of the two half years sees who kept a place.",
        "Producer/Country/H1 2024, t/H1 2025, t/Change",
        "KAZ Minerals/Kazakhstan/202,000/198,000/-2%",
        "Nobody Knows/Kazakhstan/50,000/60,000/+20%",
        "Kumtor (gold, kg)/Kyrgyzstan/6,000/5,000/-17%",
    )
    found = [claim.content for claim in reader.claims(article(text, title="Copper in half a year"))]
    figures = [item for item in found if isinstance(item, Resource) and item.quantity is not None]
    assert [(item.firm or item.site, item.resource, item.quantity, item.year) for item in figures] == [
        ("KAZ Minerals", "copper", Quantity(202000.0, "tonne", "H1"), 2024),
        ("KAZ Minerals", "copper", Quantity(198000.0, "tonne", "H1"), 2025),
        ("Kumtor", "gold", Quantity(6.0, "tonne", "H1"), 2024),
        ("Kumtor", "gold", Quantity(5.0, "tonne", "H1"), 2025),
    ]


RELEASE = """Trade of {who} in 2025
The figures are of the customs service.
Exports
- Coal: 1,100 tonnes, a tenth more than in 2024.
Imports
- Wheat: 900 tonnes, nearly all from Kazakhstan."""


def test_whose_lists_are_tells_the_head_of_a_release(reader: Reader) -> None:
    assert _read(reader, RELEASE.format(who="Kyrgyzstan")) == {
        ("KGZ", "coal", "exports", 1100.0, "tonne", 2025),
        ("KGZ", "wheat", "imports", 900.0, "tonne", 2025),
    }


def test_a_head_that_names_two_tells_nothing_of_whose_lists_are(reader: Reader) -> None:
    assert not _read(reader, RELEASE.format(who="Kyrgyzstan with China"))
