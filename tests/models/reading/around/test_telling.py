"""What a figure is of where several words of its clause could tell it."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Resource
from tests.models.reading.making import article


def _read(reader: Reader, text: str) -> set[tuple[str, str, float, int | None]]:
    found = (claim.content for claim in reader.claims(article(text)))
    return {
        (item.country, item.relation, item.quantity.value, item.year)
        for item in found
        if isinstance(item, Resource) and item.quantity is not None and isinstance(item.quantity.value, float)
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Uzbekistan has mined 110 tonnes of gold since January.", {("UZB", "produces", 110.0, None)}),
        (
            "Kazakhstan, whose economy grew by 5%, shipped 119 tonnes of gold in 2022.",
            {("KAZ", "exports", 119.0, 2022)},
        ),
        (
            "Kazakhstan, the ministry said on Monday, mined 21,000 tonnes of uranium in 2023.",
            {("KAZ", "produces", 21000.0, 2023)},
        ),
        (
            "Uzbekistan mined 110 tonnes of gold in 2023, against 104 tonnes a year earlier.",
            {("UZB", "produces", 110.0, 2023), ("UZB", "produces", 104.0, 2022)},
        ),
        (
            "Uzbekistan mined 110 tonnes of gold in 2023 and 104 tonnes in 2022.",
            {("UZB", "produces", 110.0, 2023), ("UZB", "produces", 104.0, 2022)},
        ),
    ],
)
def test_the_nearest_word_and_date_tell_what_a_figure_is_of(
    reader: Reader, text: str, wanted: set[tuple[str, str, float, int | None]]
) -> None:
    assert _read(reader, text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Uzbekistan grows cotton. Its crop, by the reckoning of the Chinese ministry, came to 2.9 million tonnes.",
            {("UZB", "produces", 2.9e6, None)},
        ),
        (
            "Uzbekistan sold wool worth $2 billion to many buyers, first among them Russia, Kazakhstan and Kyrgyzstan. "
            "Cotton exports came to 2,000 tonnes.",
            {("UZB", "exports", 2e9, None), ("UZB", "exports", 2000.0, None)},
        ),
    ],
)
def test_a_figure_without_an_owner_is_of_the_land_spoken_of(
    reader: Reader, text: str, wanted: set[tuple[str, str, float, int | None]]
) -> None:
    assert _read(reader, text) == wanted
