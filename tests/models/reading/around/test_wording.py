"""What was done and what money is for, in the words of the sentence."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Commitment, Event
from tests.models.reading.making import article


@pytest.mark.parametrize(
    ("prose", "summary"),
    [
        (
            "The leaders of Japan and Kazakhstan agreed to strengthen critical minerals supply chains.",
            "agreed to strengthen critical minerals supply chains",
        ),
        (
            "At the talks Xi Jinping called for tighter links with Kazakhstan, as he had done before.",
            "called for tighter links with Kazakhstan",
        ),
        (
            "Bilateral trade passed $480 million in May, and Kazakhstan and Iran agreed to bring it to one billion.",
            "agreed to bring bilateral trade to one billion",
        ),
        (
            "China and Japan agreed on tariffs, quotas and on the building of Kazakhstan's first nuclear power plant.",
            "agreed on tariffs, quotas and on the building of Kazakhstan's first nuclear power plant",
        ),
        ("Kazakhstan and China agreed to take it to a new level.", ""),
    ],
)
def test_a_summary_is_the_verb_phrase(reader: Reader, prose: str, summary: str) -> None:
    [event] = [claim.content for claim in reader.claims(article(prose)) if isinstance(claim.content, Event)]
    assert event.summary == summary


def test_summaries_are_short_pieces_of_their_evidence(reader: Reader) -> None:
    prose = (
        "Japan and Uzbekistan signed a treaty on trade, investment, transport, energy, water, culture, tourism, sport, "
        "science, education, health and the protection of the climate in the whole of the region. Xi Jinping visited "
        "Astana in June, officials said."
    )
    claims = [claim for claim in reader.claims(article(prose)) if isinstance(claim.content, Event)]
    assert claims
    for claim in claims:
        assert isinstance(claim.content, Event)
        assert claim.content.summary in claim.evidence.quote
        assert 0 < len(claim.content.summary.split()) <= 12


@pytest.mark.parametrize(
    ("prose", "purpose"),
    [
        (
            "China will lend Kyrgyzstan $2.35 billion to build a railway, the finance ministry in Bishkek said.",
            "build a railway",
        ),
        (
            "The EU unveiled a package worth 12 billion euros for transport, clean energy and digital links in "
            "Central Asia.",
            "transport, clean energy and digital links in Central Asia",
        ),
        (
            "Uzbekistan will invest almost $35 billion over three years into US sectors such as aviation and IT, "
            "he said.",
            "US sectors such as aviation and IT",
        ),
        ("Japan pledged to invest $19 billion in Central Asia over five years.", ""),
        (
            "Japan set a target for business projects of 3 trillion yen over five years in Kazakhstan.",
            "business projects",
        ),
        ("Japan has approved a US$350 million grant to Tajikistan for the project.", ""),
        ("Japan has approved a US$350 million grant to Tajikistan for the road project.", "the road project"),
    ],
)
def test_money_is_for_the_thing_named_beside_it(reader: Reader, prose: str, purpose: str) -> None:
    found = [claim.content for claim in reader.claims(article(prose)) if isinstance(claim.content, Commitment)]
    assert [item.purpose for item in found] == [purpose]


def test_a_period_belongs_to_its_own_amount(reader: Reader) -> None:
    prose = (
        "Uzbekistan will put almost $35 billion over three years – and over $100 billion within ten – into US industry."
    )
    found = [claim.content for claim in reader.claims(article(prose)) if isinstance(claim.content, Commitment)]
    assert {item.amount.value: item.period_years for item in found} == {35e9: 3, 100e9: 10}


def test_who_reports_an_event_is_neither_in_its_words_nor_its_place(reader: Reader) -> None:
    prose = "Kazakhstan signed a uranium contract with South Korea, the energy ministry in Tokyo said."
    [event] = [claim.content for claim in reader.claims(article(prose)) if isinstance(claim.content, Event)]
    assert (event.place, event.summary) == (None, "signed a uranium contract with South Korea")


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        (
            "Kazatomprom and India signed a long-term contract for the supply of 5,000 tonnes of uranium.",
            "signed a long-term contract for the supply of 5,000 tonnes of uranium",
        ),
        (
            "Kazakhstan and Japan signed a pact on transport in Tashkent on 16 November 2025.",
            "signed a pact on transport",
        ),
        (
            "Kazakhstan and Uzbekistan signed a long awaited and carefully drafted pact in Tashkent on Friday to build "
            "a dam on the river.",
            "signed a long awaited and carefully drafted pact",
        ),
        ("Kazakhstan and Kyrgyzstan agreed on Friday to build Rogun.", "agreed on Friday to build Rogun"),
        (
            "Kazakhstan did not sign an agreement with India, Karimov said, denying earlier reports.",
            "did not sign an agreement with India",
        ),
    ],
)
def test_a_summary_is_whole_and_tells_neither_date_nor_place_again(reader: Reader, text: str, summary: str) -> None:
    told = [claim.content.summary for claim in reader.claims(article(text)) if isinstance(claim.content, Event)]
    assert told == [summary]


@pytest.mark.parametrize(
    ("text", "summaries"),
    [
        (
            "The United States lifted sanctions on a Kazakh bank by mistake, the Treasury said, and reimposed them two "
            "days later.",
            ["", "lifted sanctions on a Kazakh bank by mistake"],
        ),
        ("Russia imposed a ban on Kazakh wheat in May.", ["imposed a ban on Kazakh wheat"]),
    ],
)
def test_a_verb_with_a_bare_pronoun_tells_nothing(reader: Reader, text: str, summaries: list[str]) -> None:
    told = [claim.content.summary for claim in reader.claims(article(text)) if isinstance(claim.content, Event)]
    assert sorted(told) == summaries


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        ("China will give Tajikistan $50 million for the road Dushanbe - Kulyab.", "the road Dushanbe - Kulyab"),
        ("China will give Tajikistan $50 million for a road - Kulyab waits for it.", "a road"),
        (
            "China will give Tajikistan $50 million for the road to Dushanbe - Moscow lent the rest.",
            "the road to Dushanbe",
        ),
    ],
)
def test_a_dash_between_the_ends_of_a_way_parts_nothing(reader: Reader, text: str, purpose: str) -> None:
    found = [claim.content for claim in reader.claims(article(text)) if isinstance(claim.content, Commitment)]
    assert found[0].purpose == purpose


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ja", "2025年12月10日、東京において、日本とカザフスタンは、鉱物分野の覚書に署名しました。"),
        ("ru", "Узбекистан и Япония подписали меморандум о сотрудничестве."),
    ],
)
def test_no_half_clause_of_another_language_stands_among_english_words(reader: Reader, lang: str, text: str) -> None:
    events = [claim.content for claim in reader.claims(article(text, lang=lang)) if isinstance(claim.content, Event)]
    assert [event.summary for event in events] == [""]


def test_a_condition_is_no_purpose(reader: Reader) -> None:
    prose = "Japan would invest $2 billion in Uzbekistan if the law is passed."
    (promise,) = [claim.content for claim in reader.claims(article(prose)) if isinstance(claim.content, Commitment)]
    assert promise.purpose == ""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Xi Jinping visited Astana in June and China-which borders Kazakhstan-has offered loans.",
            "visited",
        ),
        ("Xi Jinping visited Kazakhstan to discuss loans and trade.", "visited Kazakhstan to discuss loans and trade"),
    ],
)
def test_a_summary_ends_where_somebody_else_acts(reader: Reader, text: str, told: str) -> None:
    events = [claim.content for claim in reader.claims(article(text)) if isinstance(claim.content, Event)]
    assert {event.summary for event in events} == {told}
