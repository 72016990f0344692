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


def _parts(reader: Reader, prose: str) -> dict[float, tuple[str | None, int | None, bool]]:
    told: dict[float, tuple[str | None, int | None, bool]] = {}
    for content in (claim.content for claim in reader.claims(article(prose, published="2026-10-21"))):
        figure = content.object if isinstance(content, RouteFact) else getattr(content, "quantity", None)
        if isinstance(content, Resource | RouteFact | Relation) and isinstance(figure, Quantity):
            of = (figure.of or "").rpartition(", ")[2] or None
            told[figure.value if isinstance(figure.value, float) else 0.0] = (of, content.year, content.year_inferred)
    return told


MONTHS = [
    ("Kazakhstan produced 74.6 million tons of oil in the first nine months of 2026.", "first nine months"),
    ("Kazakhstan produced 74.6 million tons of oil in January-September 2026.", "January-September"),
    (
        "ASTANA, October 21, 2026 (Reuters) - Kazakhstan produced 74.6 million tons of oil and condensate in the first "
        "nine months of 2026, up 3.1% from a year earlier, the ministry told reporters.",
        "first nine months",
    ),
]


@pytest.mark.parametrize(("first", "part"), MONTHS)
def test_the_months_are_those_of_the_sentences_before(reader: Reader, first: str, part: str) -> None:
    more = "Exports rose to 58.2 million tons. Shipments through the BTC pipeline reached 1.3 million tons,"
    assert _parts(reader, f"{first} {more} against 1.1 million tons a year ago.") == {
        74.6e6: (part, 2026, False),
        58.2e6: (part, 2026, True),
        1.3e6: (part, 2026, True),
        1.1e6: (part, 2025, True),
    }


def test_the_months_of_trade_are_those_of_the_sentence_before(reader: Reader) -> None:
    prose = "Uzbekistan's trade with China hit $9 billion in January-June 2026. Trade with Russia stood at $7 billion."
    assert _parts(reader, prose)[7e9] == ("January-June", 2026, True)


@pytest.mark.parametrize(
    ("prose", "year"),
    [
        ("Kazakhstan expects full-year oil output of 98.5 million tons.", 2026),
        ("Kazakhstan expects oil output of 98.5 million tons for the full year 2027.", 2027),
        ("Kazakhstan expects oil output of 98.5 million tons.", None),
    ],
)
def test_the_full_year_of_a_plan_is_that_of_the_article(reader: Reader, prose: str, year: int | None) -> None:
    assert _parts(reader, prose)[98.5e6][1] == year


def test_in_the_first_month_the_full_year_may_be_the_one_before(reader: Reader) -> None:
    told = article("Kazakhstan expects full-year oil output of 98.5 million tons.", published="2026-01-12")
    (content,) = (claim.content for claim in reader.claims(told) if isinstance(claim.content, Resource))
    assert content.year is None


FIRST = "Kazakhstan produced 74.6 million tons of oil in the first nine months of 2026."


@pytest.mark.parametrize(
    ("second", "value", "told"),
    [
        ("Exports rose to 58.2 million tons.", 58.2e6, ("first nine months", 2026, True)),
        ("Uzbekistan bought 3.1 million tons.", 3.1e6, (None, None, False)),
        ("Exports of coal rose to 3.1 million tons.", 3.1e6, (None, None, False)),
    ],
)
def test_a_bare_flow_that_opens_a_paragraph_goes_on_with_the_one_before(
    reader: Reader, second: str, value: float, told: tuple[str | None, int | None, bool]
) -> None:
    whole = article(f"{FIRST}\n{second}", published="2026-10-21")
    title, body = whole.blocks
    cut = whole.text.rindex("\n")
    parts = (title, replace(body, end=cut), Block(Role.BODY, cut + 1, body.end))
    contents = [claim.content for claim in reader.claims(replace(whole, blocks=parts))]
    found = [one for one in contents if isinstance(one, Resource) and one.quantity and one.quantity.value == value]
    assert {(one.quantity and one.quantity.of, one.year, one.year_inferred) for one in found} <= {told}
    assert bool(found) or told[1] is None


def test_the_date_of_another_clause_stands_in_nobody_s_way(reader: Reader) -> None:
    more = "Exports to China amounted to 27.5 million tons, while supplies to Iran were halted in August."
    assert _parts(reader, f"{FIRST} {more}")[27.5e6] == ("first nine months", 2026, True)
