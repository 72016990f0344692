"""A bare number is in the unit of the figure before it, unless it counts something else or is only compared."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Quantity
from tests.models.reading.making import article


@pytest.mark.parametrize(
    ("prose", "values"),
    [
        ("Kazakhstan mined 23,000 tonnes of uranium in 2023 and 25,000 in 2024.", [23000, 25000]),
        ("Turkmenistan sold China 30 billion cubic metres. This year it sells 35 billion.", [30e9, 35e9]),
        ("Kyrgyzstan dug 12.7 tonnes of gold at Kumtor, and Tajikistan made 8.4.", [12.7, 8.4]),
        ("Freight rose to 36 million tonnes in Kazakhstan from 32 million.", [36e6]),
        (
            "Russia sends 9 billion cubic metres. Iran sells Uzbekistan another 1.5 to 2 billion a year.",
            [9e9, (1.5e9, 2e9)],
        ),
        ("Kazakhstan, which mined 23,000 tonnes, has 20,000 workers there.", [23000]),
        ("Kazakhstan mined 23,000 tonnes for $3 billion. Last year it was 2 billion.", [23000]),
        ("Kazakhstan moved 5 million tonnes to a country of 84 million.", [5e6]),
    ],
)
def test_a_bare_number_takes_the_unit_of_the_figure_before(reader: Reader, prose: str, values: list[object]) -> None:
    told = [item.value for sentence in reader.tagged(article(prose)) for item in sentence.mentions if item.kind == "Q"]
    assert [value.value for value in told if isinstance(value, Quantity)] == values
