"""A date or figure of another clause, of another year or of another thing is not that of what is told."""

from __future__ import annotations

import pytest

from models.catalog import Catalog
from models.phrases import Phrases
from models.reading import Reader
from models.records import Event, Kind, Modality, Quote, Relation, Resource, RouteFact
from tests.models.reading.making import article


def _years(reader: Reader, text: str) -> dict[float, int | None]:
    """The year of each figure of a commodity."""
    contents = (claim.content for claim in reader.claims(article(text, published="2026-05-20")))
    goods = (content for content in contents if isinstance(content, Resource) and content.quantity)
    return {content.quantity.value: content.year for content in goods}  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        (
            "Kazakhstan mines two fifths of the world's uranium but has had no reactor since the one in Aktau was "
            "switched off in 1999.",
            {40.0: None},
        ),
        (
            "Uzbekistan, whose output has fallen to 42 bcm from 60 bcm in 2018, buys 4 bcm of gas from Turkmenistan.",
            {42e9: None, 60e9: 2018, 4e9: None},
        ),
        (
            "Kumtor in Kyrgyzstan yielded 13.4 tonnes of gold in 2024, and gold makes up 34 per cent of what "
            "Kyrgyzstan sells abroad.",
            {13.4: 2024, 34.0: None},
        ),
        ("In 2024, Kazakhstan mined 23,000 tonnes of uranium, and exported 20,000 tonnes.", {23e3: 2024, 20e3: 2024}),
        ("Uranium output in Kazakhstan rose to 25,000 tonnes in 2025 after 23,000 in 2024.", {25e3: 2025, 23e3: 2024}),
        ("When prices rose in 2025, Kazakhstan produced 25,000 tonnes of uranium.", {25e3: 2025}),
    ],
)
def test_a_figure_has_the_year_of_its_own_clause(reader: Reader, text: str, years: dict[float, int | None]) -> None:
    assert _years(reader, text) == years


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kazakhstan's trade with China fell from $15 billion to $14 billion in 2025.", [14e9]),
        ("Kazakhstan's trade with China reached $43 billion, up from $41 billion.", [43e9]),
        ("Trade between Kazakhstan and China rose from about $15 billion.", []),
    ],
)
def test_trade_is_told_as_it_is_and_not_as_it_was(reader: Reader, text: str, told: list[float]) -> None:
    figures = [claim.content.quantity for claim in reader.claims(article(text)) if isinstance(claim.content, Relation)]
    assert [figure.value for figure in figures if figure] == told


def test_an_agreement_that_was_signed_is_no_plan_whatever_it_allows(reader: Reader) -> None:
    text = "Under an agreement signed in 2012 the Russian base in Kyrgyzstan may stay until 2032."
    found = [claim for claim in reader.claims(article(text)) if claim.kind is Kind.EVENT]
    assert [claim.modality for claim in found] == [Modality.DONE]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Kumtor is in Kyrgyzstan. Below the present pit geologists reckon with gold reserves of 115 tonnes.",
            ["Kyrgyzstan has reserves of 115 tonnes of gold"],
        ),
        ("With 395 tonnes of gold on hand, Uzbekistan's central bank sits on more than the Bank of England.", []),
        ("Turkmenistan shipped five times as much as Kazakhstan and Uzbekistan together.", []),
    ],
)
def test_what_the_words_do_not_say_is_not_told(reader: Reader, catalog: Catalog, text: str, said: list[str]) -> None:
    assert [Phrases(catalog).content(claim.content) for claim in reader.claims(article(text))] == said


@pytest.mark.parametrize(
    "text",
    [
        "Last year the Middle Corridor moved 4.5 million tonnes, a figure 62 per cent above that of 2023.",
        "The Middle Corridor moved 4.5 million tonnes, against 2.7 million in the same ten months of 2023.",
    ],
)
def test_the_year_that_a_figure_is_set_against_is_not_its_own(reader: Reader, text: str) -> None:
    contents = (claim.content for claim in reader.claims(article(text, published=None)))
    assert [content.year for content in contents if isinstance(content, RouteFact)] == [None]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Trade between the EU and Kyrgyzstan, worth €263 million in 2021, had swollen to €2.9 billion.",
            ["The European Union and Kyrgyzstan: trade of €2.9 billion"],
        ),
        (
            "Kyrgyzstan draws nine-tenths of its electricity from hydropower, as the Toktogul reservoir is full.",
            ["Kyrgyzstan produces 90% of its electricity from hydropower"],
        ),
        ("Türkiye used 58.4 bcm of gas in 2024, about 40% of which came from Russia, not from Turkmenistan.", []),
    ],
)
def test_a_figure_is_not_given_to_what_stands_beside_it(
    reader: Reader, catalog: Catalog, text: str, said: list[str]
) -> None:
    claims = reader.claims(article(text))
    assert [Phrases(catalog).content(claim.content) for claim in claims if claim.affirmed] == said


def test_words_before_a_semicolon_are_not_those_of_who_speaks_behind_it(reader: Reader) -> None:
    text = "“Four ferries and a hope are no corridor,” an adviser told us; Kazakhstan Temir Zholy said it would grow."
    quotes = [claim.content for claim in reader.claims(article(text)) if isinstance(claim.content, Quote)]
    assert [(quote.speaker, quote.words) for quote in quotes] == [("Kazakhstan Temir Zholy", "")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Kazakhstan's trade with Turkmenistan reached $620 million, and both set the goal of lifting it to $1 bn.",
            "Kazakhstan and Turkmenistan: trade of US$620 million",
        ),
        ("Uzbekistan grows cotton on 2 million hectares of irrigated land.", "Uzbekistan produces cotton"),
        (
            "Dushanbe denied having fired first and accused Kyrgyz units of attacking a post with drones.",
            "Criticism: Tajikistan of Kyrgyzstan – accused Kyrgyz units of attacking a post with drones",
        ),
        (
            "Rosatom has offered to build a small nuclear plant in Kyrgyzstan, and a study is to be ready by mid-2026.",
            "Support: Rosatom for Kyrgyzstan – has offered to build a small nuclear plant in Kyrgyzstan",
        ),
    ],
)
def test_the_words_beside_change_nothing(reader: Reader, catalog: Catalog, text: str, said: str) -> None:
    claims = [claim for claim in reader.claims(article(text)) if claim.modality is Modality.DONE]
    assert [Phrases(catalog).claim(claim) for claim in claims] == [said]


def test_what_one_is_ready_to_sell_is_planned(reader: Reader) -> None:
    text = (
        "Turkmenistan confirmed its readiness to increase the supply of electricity to Kazakhstan to 400 million kWh."
    )
    found = [claim for claim in reader.claims(article(text)) if claim.kind is Kind.RESOURCE]
    assert {claim.modality for claim in found} == {Modality.PLANNED}


def test_a_sum_of_which_a_part_is_owed_is_no_gift(reader: Reader) -> None:
    text = "China is Tajikistan's biggest creditor, having lent a quarter of the $3.2 billion that the republic owes."
    assert Kind.COMMITMENT not in {claim.kind for claim in reader.claims(article(text))}


def test_an_event_is_not_where_something_behind_a_semicolon_is(reader: Reader) -> None:
    text = "The European Union urged Kazakhstan to show restraint; Uzbekistan opened its hospitals in Fergana."
    events = [claim.content for claim in reader.claims(article(text)) if isinstance(claim.content, Event)]
    assert {event.place for event in events if "EUU" in event.actor} == {None}
