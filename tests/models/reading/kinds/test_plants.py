"""What a single plant can make is its own capacity, and not that of its land."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Quantity, Resource
from tests.models.reading.making import told


def _sizes(reader: Reader, prose: str) -> set[tuple[float | tuple[float, float], str, str | None]]:
    claims = (claim.content for claim in told(reader, prose))
    figures = (item.quantity for item in claims if isinstance(item, Resource) and item.relation == "develops")
    return {(figure.value, figure.unit, figure.of) for figure in figures if isinstance(figure, Quantity)}


@pytest.mark.parametrize(
    ("prose", "size"),
    [
        (
            "Turkmenistan will build a urea plant near Mary with an annual capacity of 700,000 tonnes.",
            (700e3, "tonne/year", "urea plant"),
        ),
        (
            "Uzbekistan is building a cement factory with a yearly capacity of about 2 million tonnes.",
            (2e6, "tonne/year", "cement factory"),
        ),
        (
            "The first 400-megawatt wind farm in Kazakhstan is due to come on stream by the end of 2028.",
            (400.0, "MW", "wind farm"),
        ),
        ("Uzbekistan opened a 120 MW solar plant near Bukhara.", (120.0, "MW", "solar plant")),
    ],
)
def test_the_figure_is_of_the_plant(reader: Reader, prose: str, size: tuple[float, str, str]) -> None:
    assert _sizes(reader, prose) == {size}


@pytest.mark.parametrize(
    ("prose", "size"),
    [
        ("Uzbekistan's solar plants have a total capacity of 5 GW.", (5000.0, "MW", None)),
        ("Kazakhstan has installed 3,000 MW of wind power.", (3000.0, "MW", None)),
    ],
)
def test_what_all_plants_can_do_is_the_lands_own(reader: Reader, prose: str, size: tuple[float, str, None]) -> None:
    assert _sizes(reader, prose) == {size}
