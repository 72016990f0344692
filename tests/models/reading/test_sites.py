"""The site that a figure is of: named in the sentence, made known before, or none."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Resource
from tests.models.reading.making import article

OPENING = "Kazakhstan and Kyrgyzstan mine gold and copper."


def sites(reader: Reader, *sentences: str) -> list[tuple[str, float | tuple[float, float]]]:
    """The site and the value of every figure of a commodity."""
    claims = reader.read(article(" ".join((OPENING, *sentences)))).claims
    found = [claim.content for claim in claims if isinstance(claim.content, Resource) and claim.content.quantity]
    return [(content.site, content.quantity.value) for content in found if content.quantity]


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (["The Kumtor mine in Kyrgyzstan produced 17 tonnes of gold in 2022."], [("Kumtor", 17)]),
        (["Kyrgyzstan has 261 tonnes of gold reserves at Kumtor."], [("Kumtor", 261)]),
        (["The Altyn Bulak deposit in Kazakhstan holds 300 tonnes of gold."], [("Altyn Bulak", 300)]),
        (
            ["Benkala is a copper deposit.", "Kazakhstan plans to produce 90,000 tonnes of copper a year there."],
            [("Benkala", 90_000)],
        ),
        (
            ["The Kumtor mine lies in Kyrgyzstan.", "Kyrgyzstan as a whole produced 30 tonnes of gold in 2024."],
            [("", 30)],
        ),
        (
            ["The Kumtor mine lies in Kyrgyzstan.", "Kazakhstan produced 403,000 tonnes of copper in 2023."],
            [("", 403_000)],
        ),
        (["Kazakh gold deposits are rich.", "Kazakhstan produced 130 tonnes of gold in 2023."], [("", 130)]),
    ],
)
def test_a_figure_is_of_the_site_it_is_told_of(
    reader: Reader, sentences: list[str], expected: list[tuple[str, float]]
) -> None:
    assert sites(reader, *sentences) == expected
