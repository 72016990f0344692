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
        (
            ["Tengiz accounted for 28 million tonnes of oil, Kashagan for 17 million, Karachaganak for 12 million."],
            [("Tengiz", 28e6), ("Kashagan", 17e6), ("Karachaganak", 12e6)],
        ),
        (["Gold is dear. Jerooy, operated by a firm of others, contributed 4.3 tonnes."], [("Jerooy", 4.3)]),
        (["The third block of the Inkai deposit holds 83,100 tonnes of uranium."], [("Inkai (third block)", 83_100)]),
        (["The Tengiz expansion gives Kazakhstan 260,000 barrels of oil a day."], [("Tengiz (expansion)", 260_000)]),
        (
            ["Turkmenistan has 27 billion cubic metres of gas at Galkynysh and the two fields beside it."],
            [("Galkynysh and the two fields beside it", 27e9)],
        ),
        (
            ["Kazakhstan has 410,000 tonnes of copper resources at Bozshakol and Aktogay."],
            [("Bozshakol (with Aktogay)", 410_000)],
        ),
        (
            ["Benkala and Altyn Bulak are deposits.", "Kazakhstan has 5 tonnes of copper at Benkala and Altyn Bulak."],
            [("Benkala (with Altyn Bulak)", 5)],
        ),
        (["Kazakhstan has 5 tonnes of copper at Aktogay and much gold."], [("Aktogay", 5)]),
        (["Kazakh gold deposits are rich.", "Kazakhstan produced 130 tonnes of gold in 2023."], [("", 130)]),
    ],
)
def test_a_figure_is_of_the_site_it_is_told_of(
    reader: Reader, sentences: list[str], expected: list[tuple[str, float]]
) -> None:
    assert sites(reader, *sentences) == expected


@pytest.mark.parametrize(
    ("prose", "firm"),
    [
        ("KAZ Minerals produced about 403,000 tonnes of copper in 2023.", "KAZ Minerals"),
        ("Tengizchevroil pumped 953,000 barrels of oil a day in 2025.", "Tengizchevroil"),
        ("Kazakhstan's mining company produced 3 tonnes of gold in 2023.", ""),
        ("KAZ Minerals runs mines. Output of copper rose to 410,000 tonnes in 2025.", "KAZ Minerals"),
        ("KAZ Minerals runs mines. Its copper output rose to 410,000 tonnes in 2025.", "KAZ Minerals"),
        ("KAZ Minerals reported its results. Sales reached 390,000 tonnes of copper in 2025.", "KAZ Minerals"),
        ("KAZ Minerals said prices rose. Copper output rose to 740,000 tonnes in 2025.", ""),
        ("KAZ Minerals runs mines. Kazakhstan's copper output rose to 740,000 tonnes in 2025.", ""),
        ("KAZ Minerals runs mines. Copper output rose to 740,000 tonnes nationwide.", ""),
        ("Kazakhstan produced 130 tonnes of gold in 2023.", ""),
    ],
)
def test_a_figure_of_a_firm_is_not_that_of_its_country(reader: Reader, prose: str, firm: str) -> None:
    claims = reader.read(article(f"{OPENING} {prose}")).claims
    found = [claim.content for claim in claims if isinstance(claim.content, Resource) and claim.content.quantity]
    assert [(content.country, content.firm) for content in found] == [("KAZ", firm)]
