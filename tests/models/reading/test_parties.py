"""Who acts: words that stand for somebody named before, and words that name no party at all."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Commitment, Event, Relation
from tests.models.reading.making import article

FIVE = {"KAZ", "KGZ", "TJK", "TKM", "UZB"}


def test_the_same_leaders_are_those_named_together_and_not_their_host(reader: Reader) -> None:
    prose = (
        "Sanae Takaichi hosted the presidents of Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan and Uzbekistan in "
        "Tokyo. This year the same leaders have also met Vladimir Putin of Russia in Dushanbe."
    )
    events = [c.content for c in reader.claims(article(prose)) if isinstance(c.content, Event)]
    [met] = [event for event in events if "RUS" in event.target]
    assert set(met.actor) in (FIVE, {"C5"})


def test_they_are_the_subject_of_the_sentence_before(reader: Reader) -> None:
    prose = (
        "Japan met the presidents of Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan and Uzbekistan. All five keep "
        "strong links with Russia. They have stepped up trade with China."
    )
    found = [c.content for c in reader.claims(article(prose)) if isinstance(c.content, Relation)]
    assert {item.a for item in found if item.b == "CHN"} in (FIVE, {"C5"})


@pytest.mark.parametrize("prose", ["Kazakhstan depends less on China.", "Kazakhstan wants to depend less on China."])
def test_less_dependence_is_no_partnership(reader: Reader, prose: str) -> None:
    assert [c for c in reader.claims(article(prose)) if isinstance(c.content, Relation)] == []


def test_a_part_of_the_world_is_no_party(reader: Reader) -> None:
    prose = "Xi Jinping spoke in Astana while Western leaders were meeting for the G7 in Canada."
    events = [c.content for c in reader.claims(article(prose)) if isinstance(c.content, Event)]
    assert not any("Western" in (*event.actor, *event.target) for event in events)


def test_lenders_without_a_name_stand_as_they_are_called_and_a_plant_promises_nothing(reader: Reader) -> None:
    prose = (
        "It will cost an estimated $4.2 billion to build the Kambarata 1 Hydropower Plant in Kyrgyzstan, and "
        "international financial institutions have by now lined up a portfolio of $5.6 billion."
    )
    found = [c.content for c in reader.claims(article(prose)) if isinstance(c.content, Commitment)]
    assert [(item.by, item.amount.value) for item in found] == [(("international financial institutions",), 5.6e9)]


def test_a_person_of_no_known_state_is_no_other_meeting_than_the_visit_to_the_state(reader: Reader) -> None:
    prose = "Turkmenistan's President Serdar Berdimuhamedow visited Baku and discussed gas with Ilham Aliyev."
    events = [claim.content for claim in reader.claims(article(prose)) if isinstance(claim.content, Event)]
    assert [(event.actor, event.target) for event in events] == [(("TKM",), ("AZE",))]


def test_their_presidents_are_those_the_sentence_before_is_about(reader: Reader) -> None:
    prose = (
        "Japan met the presidents of Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan and Uzbekistan. All five keep "
        "strong links with Russia. In June in Astana their presidents signed a treaty of friendship with Xi Jinping."
    )
    events = [c.content for c in reader.claims(article(prose)) if isinstance(c.content, Event)]
    [signed] = [event for event in events if event.plover == "AGREE"]
    assert set(signed.actor + signed.target) in (FIVE | {"CHN"}, {"C5", "CHN"})


def test_it_stays_who_opens_the_sentence(reader: Reader) -> None:
    prose = (
        "Russia has troops in Kyrgyzstan. It keeps bases at Dushanbe, and in October 2024 it banned imports of wheat."
    )
    events = [c.content for c in reader.claims(article(prose)) if isinstance(c.content, Event)]
    assert [event.actor for event in events if event.plover == "SANCTION"] == [("RUS",)]


@pytest.mark.parametrize(
    "prose",
    [
        "China invested in two countries of Central Asia.",
        "Two of the five Central Asian states export gas to Russia.",
        "Some Central Asian states export cotton to Turkey.",
        "China is the largest trade partner of four Central Asian countries.",
        "Three Central Asian leaders met the president of Russia in Moscow.",
    ],
)
def test_a_few_of_a_group_are_not_the_group(reader: Reader, prose: str) -> None:
    said = [claim.content for claim in reader.claims(article(prose))]
    assert not any("C5" in str(content) for content in said)


def test_as_many_as_the_group_has_are_the_group(reader: Reader) -> None:
    [met] = reader.claims(article("The five Central Asian leaders met the president of Russia in Moscow."))
    assert isinstance(met.content, Event)
    assert met.content.actor == ("C5",)
