"""What is read of figures that no rule reads, from the words around them."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Resource
from tests.models.reading.making import article


def _read(reader: Reader, text: str, title: str) -> set[tuple[str, str, str, float]]:
    found = (claim.content for claim in reader.claims(article(text, title=title)))
    return {
        (item.country, item.resource, item.relation, item.quantity.value)
        for item in found
        if isinstance(item, Resource) and item.quantity is not None and isinstance(item.quantity.value, float)
    }


@pytest.mark.parametrize(
    ("title", "text", "wanted"),
    [
        (
            "Kazakh wheat goes south",
            "Uzbekistan took 402,000 tonnes, Tajikistan 131,000 and Afghanistan 97,000.",
            {
                ("UZB", "wheat", "imports", 402000.0),
                ("TJK", "wheat", "imports", 131000.0),
                ("AFG", "wheat", "imports", 97000.0),
            },
        ),
        (
            "Kyrgyz gold output falls",
            "The republic's miners had a lean year: 17.8 tonnes.",
            {("KGZ", "gold", "produces", 17.8)},
        ),
        (
            "Uzbek cotton harvest nears its end",
            "By 1 November farms had handed in 3.4 million tonnes.",
            {("UZB", "cotton", "produces", 3.4e6)},
        ),
    ],
)
def test_what_a_figure_leaves_out_is_that_of_the_one_before_or_of_the_article(
    reader: Reader, title: str, text: str, wanted: set[tuple[str, str, str, float]]
) -> None:
    assert wanted <= _read(reader, text, title)


@pytest.mark.parametrize(
    "text",
    [
        "The plants burn 3.4 million tonnes a year.",
        "Output fell by 3.4 million tonnes.",
        "The works lift 780 thousand tonnes of soil.",
        "The lines can take 55 million tonnes.",
        "Its smokestacks give off emissions of 3 million tonnes.",
    ],
)
def test_nothing_is_read_of_what_is_burnt_compared_possible_or_no_commodity(reader: Reader, text: str) -> None:
    assert not _read(reader, f"Kazakhstan mines coal. {text}", "Coal in Kazakhstan")
