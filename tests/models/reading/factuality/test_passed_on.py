"""What was turned down, hangs on something, holds for a month, or stood in a newspaper is told as no more than that."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Event, Kind, Modality, Quote, Resource
from tests.models.reading.making import article, told


@pytest.mark.parametrize(
    "text",
    [
        "Turkmenistan refused an offer by Gazprom to buy 10 billion cubic metres of gas a year, two diplomats said.",
        "Kazakhstan turned down a proposal from China to import 5 million tonnes of oil.",
        "Turkmenistan rebuffed Gazprom's request to buy 9 billion cubic metres of gas a year.",
        "A Gazprom proposal to buy 8 billion cubic metres of gas was rejected by Turkmenistan.",
        "Kazakhstan rejected Russia's bid to buy 2,000 tonnes of uranium.",
        "Kazakhstan rejected plans to export 2 million tonnes of wheat to Iran.",
        "Gazprom offered to buy 10 billion cubic metres of gas from Turkmenistan, but Ashgabat declined.",
    ],
)
def test_what_an_offer_was_to_bring_is_no_plan_when_it_is_turned_down(reader: Reader, text: str) -> None:
    assert not [claim for claim in told(reader, text) if isinstance(claim.content, Resource)]


@pytest.mark.parametrize(
    "text",
    [
        "Kazakhstan did not reject an offer by China to buy 3 million tonnes of oil.",
        "Gazprom plans to buy 10 billion cubic metres of gas from Turkmenistan, but Ashgabat wants more money.",
    ],
)
def test_what_nobody_turned_down_stays_a_plan(reader: Reader, text: str) -> None:
    found = [claim for claim in told(reader, text) if isinstance(claim.content, Resource)]
    assert {claim.modality for claim in found} == {Modality.PLANNED}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Uzbekistan would sell gold worth $2 billion should the price rise above $5,000.", Modality.POSSIBLE),
        ("Kazakhstan would export 3 million tonnes of wheat should prices hold.", Modality.POSSIBLE),
        ("Should the price rise, Tajikistan would export 4 tonnes of gold.", Modality.POSSIBLE),
        ("If the price of gold in London rises, Tajikistan would export 4 tonnes of gold.", Modality.POSSIBLE),
        ("Kyrgyzstan will export gold worth $1 billion provided prices stay high.", Modality.POSSIBLE),
        ("Kazakhstan will export 2 million tonnes of wheat unless prices fall.", Modality.POSSIBLE),
        ("Kazakhstan will export 2 million tonnes of wheat as long as prices hold.", Modality.POSSIBLE),
        ("Kazakhstan will export 3 million tonnes of wheat, which should please bakers.", Modality.PLANNED),
        ("Kazakhstan will export 4 million tonnes of wheat with loans provided by China.", Modality.PLANNED),
    ],
)
def test_what_hangs_on_a_condition_is_only_possible(reader: Reader, text: str, modality: Modality) -> None:
    found = [claim for claim in told(reader, text) if isinstance(claim.content, Resource)]
    assert {claim.modality for claim in found} == {modality}


@pytest.mark.parametrize(
    "text",
    [
        "Uzbekistan sold no gold in March.",
        "Kyrgyzstan did not export gold in the first quarter.",
        "Turkmenistan did not import oil last month.",
        "Kazakhstan did not ship wheat to China in January 2025.",
        "Turkmenistan has exported no oil so far this year.",
    ],
)
def test_a_denial_of_a_month_tells_nothing_of_the_rest(reader: Reader, text: str) -> None:
    assert told(reader, text) == []


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Kazakhstan exported no wheat to Iran in 2024.", 2024),
        ("Uzbekistan does not export uranium to Iran.", None),
        ("Kazakhstan does not export uranium to Iran, the ministry said in March.", None),
    ],
)
def test_a_denial_of_a_year_or_of_all_times_is_told(reader: Reader, text: str, year: int | None) -> None:
    [claim] = told(reader, text)
    assert (claim.affirmed, getattr(claim.content, "year", None)) == (False, year)


@pytest.mark.parametrize(
    ("text", "source", "modality"),
    [
        (
            "A Moscow newspaper had reported on Monday that Gazprom and Uzbekistan signed an agreement on gas.",
            "a Moscow newspaper",
            Modality.POSSIBLE,
        ),
        (
            "Local media reported on Tuesday that Tajikistan and Iran signed a deal on oil.",
            "local media",
            Modality.DONE,
        ),
        (
            "The Financial Times reported that Kazakhstan and Turkey signed an accord on arms.",
            "the Financial Times",
            Modality.DONE,
        ),
        ("According to a Russian daily, Rosatom and Kyrgyzstan signed a contract.", "a Russian daily", Modality.DONE),
        ("Kazakhstan and Turkey signed an accord on arms.", None, Modality.DONE),
    ],
)
def test_what_media_report_is_told_from_them_and_not_of_their_day(
    reader: Reader, text: str, source: str | None, modality: Modality
) -> None:
    [claim] = [claim for claim in told(reader, text) if isinstance(claim.content, Event)]
    assert isinstance(claim.content, Event)
    assert (claim.attribution, claim.modality, claim.content.date) == (source, modality, None)


def test_a_report_that_is_denied_is_no_agreement(reader: Reader) -> None:
    text = "Uzbekistan denied a report by a Moscow newspaper that Gazprom signed an agreement with Uzbekneftegaz."
    deals = [claim for claim in told(reader, text) if isinstance(claim.content, Event)]
    assert [claim.affirmed for claim in deals if claim.content.plover == "AGREE"] == [False]
    assert not [claim for claim in deals if "RUS" in getattr(claim.content, "target", ())]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("according to data that the Ministry of Energy published on Friday", "Ministry of Energy"),
        ("according to figures released by the Ministry of Energy on Friday", "Ministry of Energy"),
        ("according to a report which the National Bank published", "National Bank"),
        ("according to figures that the statistics committee released", "the statistics committee"),
        ("according to official data", "official data"),
    ],
)
def test_a_figure_is_from_whoever_published_it(reader: Reader, text: str, source: str) -> None:
    prose = f"Kazakhstan produced 24,100 tonnes of uranium in 2024, {text}."
    [figure] = [claim for claim in reader.claims(article(prose)) if claim.kind is Kind.RESOURCE]
    assert figure.attribution == source


@pytest.mark.parametrize(
    "text",
    [
        "In Tashkent, Navoiyuran said it mined 7,000 tonnes of uranium in 2024, which could not be verified.",
        "In Almaty on Monday, Navoiyuran reported that it had produced 7,000 tonnes of uranium in 2024.",
    ],
)
def test_what_a_firm_says_of_itself_is_from_it(reader: Reader, text: str) -> None:
    assert {claim.attribution for claim in told(reader, text)} == {"Navoiyuran"}


@pytest.mark.parametrize(
    "text",
    [
        "The Middle Corridor carried 4.1 million tonnes in 2024, the World Bank said, below the 4.5 million tonnes "
        "that Kazakhstan Temir Zholy had reported.",
        "The Middle Corridor carried 4.1 million tonnes in 2024, the World Bank said, more than the 3.5 million tonnes "
        "that Kazakhstan Temir Zholy announced.",
    ],
)
def test_whose_figure_another_is_set_against_is_not_quoted(reader: Reader, text: str) -> None:
    quotes = [claim.content for claim in reader.claims(article(text)) if isinstance(claim.content, Quote)]
    assert [quote.speaker for quote in quotes] == ["World Bank"]
