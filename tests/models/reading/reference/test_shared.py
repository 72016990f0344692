"""Whose a verb is: of who spoke, of whom an office is given to, of a people that acts."""

from __future__ import annotations

from models.reading import Reader
from models.records import Commitment, Event, Quote, Relation, Resource
from tests.models.reading.making import article, told


def _events(reader: Reader, prose: str) -> list[Event]:
    return [claim.content for claim in told(reader, prose) if isinstance(claim.content, Event)]


def test_who_spoke_of_now_acts_again_behind_a_comma(reader: Reader) -> None:
    prose = "Japan noted that Tajikistan is a maker of aluminium, and invited Uzbekistan to join the talks."
    assert [event.actor for event in _events(reader, prose) if event.plover == "REQUEST"] == [("JPN",)]


def test_who_spoke_says_more_behind_a_comma_whatever_he_spoke_of(reader: Reader) -> None:
    prose = "Sadyr Japarov noted that the work of Eni in Kazakhstan was a gain, and stressed that he wants more."
    quotes = [claim.content for claim in reader.claims(article(prose)) if isinstance(claim.content, Quote)]
    assert {quote.speaker for quote in quotes} == {"Sadyr Japarov"}


def test_whom_he_spoke_of_acts_where_all_is_past(reader: Reader) -> None:
    prose = "Japan noted that Tajikistan met the Uzbek side and invited Kazakhstan to join the talks."
    assert ("TJK",) in [event.actor for event in _events(reader, prose) if event.plover == "REQUEST"]


def test_a_relative_word_gives_an_office_to_its_state(reader: Reader) -> None:
    prose = "Power comes from Turkmenistan, whose minister of energy was in Tashkent on Friday to sign a new contract."
    assert [(event.actor, event.target) for event in _events(reader, prose) if event.plover == "AGREE"] == [
        (("TKM",), ("UZB",))
    ]


def test_a_people_acts_for_its_state(reader: Reader) -> None:
    claims = told(reader, "Kazakhstan wants more, and the Japanese, bless them, have promised $40 million for cranes.")
    assert [claim.content.by for claim in claims if isinstance(claim.content, Commitment)] == [("JPN",)]


def test_an_adjective_before_a_noun_is_no_people(reader: Reader) -> None:
    claims = told(reader, "Kazakhstan met the Japanese firms, and the Japanese wagons have new wheels.")
    assert not [claim for claim in claims if isinstance(claim.content, Commitment | Resource)]


def test_who_is_behind_is_no_partner_of_who_is_ahead(reader: Reader) -> None:
    claims = told(reader, "China was Uzbekistan's leading trade partner, ahead of Russia.")
    pairs = [(claim.content.a, claim.content.b) for claim in claims if isinstance(claim.content, Relation)]
    assert ("CHN", "UZB") in pairs
    assert ("CHN", "RUS") not in pairs


def test_a_source_is_not_acted_on(reader: Reader) -> None:
    prose = "Kazakh officials are curbing trade, according to Kyrgyzstan's economy ministry."
    assert not [event for event in _events(reader, prose) if "KGZ" in event.target]
