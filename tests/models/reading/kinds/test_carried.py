"""A figure that goes on with the account of the sentence before is of its year, and marked so."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from models.reading import Reader
from models.records import Block, Quantity, Relation, Resource, Role, RouteFact
from tests.models.reading.making import article


def _years(reader: Reader, prose: str, value: float) -> set[tuple[int | None, bool]]:
    found: set[tuple[int | None, bool]] = set()
    for content in (claim.content for claim in reader.claims(article(prose))):
        match content:
            case Resource(quantity=Quantity(value=told)) | Relation(quantity=Quantity(value=told)):
                if told == value:
                    found.add((content.year, content.year_inferred))
            case RouteFact(object=Quantity(value=told)):
                if told == value:
                    found.add((content.year, content.year_inferred))
            case _:
                pass
    return found


@pytest.mark.parametrize(
    ("prose", "value"),
    [
        ("Kazatomprom produced 25,800 tonnes of uranium in 2024. Exports to China rose to 9,400 tonnes.", 9400.0),
        ("Uzbekistan's trade with China reached $17 billion in 2024. Trade with Russia stood at $13 billion.", 13e9),
        ("Kazakhstan exported 12 million tonnes of grain in 2024. Uzbekistan bought 3.1 million tonnes.", 3.1e6),
        ("The Middle Corridor carried 4.5 million tonnes in 2024. Container traffic reached 56,000 TEU.", 56e3),
        ("Kyrgyzstan mined 21 tonnes of gold in 2024. It produced 4 million tonnes of coal.", 4e6),
    ],
)
def test_the_year_is_that_of_the_sentence_before(reader: Reader, prose: str, value: float) -> None:
    assert _years(reader, prose, value) == {(2024, True)}


@pytest.mark.parametrize(
    ("prose", "value"),
    [
        ("Kazakhstan exported 12 million tonnes of grain in 2024. It sells 3 million tonnes to Iran.", 3e6),
        ("Kazakhstan exported 12 million tonnes of grain in 2024. It plans to sell 14 million tonnes.", 14e6),
        ("Kazakhstan exported 12 million tonnes of grain in 2024. Exports have since reached 14 million tonnes.", 14e6),
        ("Kazakhstan exported 12 million tonnes of grain in 2024. Kyrgyzstan mined 21 tonnes of gold.", 21.0),
        ("Kyrgyzstan mined 21 tonnes of gold in 2024. Its reserves were put at 800 tonnes.", 800.0),
        ("In May 2024 Kazakhstan exported 1.1 million tonnes of wheat. Iran bought 300,000 tonnes.", 300e3),
        ("Kazakhstan sold 12 tonnes of gold in 2023 and 14 in 2024. Uzbekistan bought 3 tonnes.", 3.0),
    ],
)
def test_no_year_is_carried_where_the_account_does_not_go_on(reader: Reader, prose: str, value: float) -> None:
    assert not any(year for year, _ in _years(reader, prose, value))


def test_no_year_is_carried_into_another_paragraph(reader: Reader) -> None:
    whole = article("Kazakhstan exported 12 million tonnes of grain in 2024.\nUzbekistan bought 3.1 million tonnes.")
    title, body = whole.blocks
    cut = whole.text.rindex("\n")
    parts = (title, replace(body, end=cut), Block(Role.BODY, cut + 1, body.end))
    contents = [claim.content for claim in reader.claims(replace(whole, blocks=parts))]
    told = {content.country: content.year for content in contents if isinstance(content, Resource)}
    assert told["KAZ"] == 2024
    assert told.get("UZB") is None
