"""What later sentences take from those before: the other side, the day of a meeting, the state of a minister."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.records import Event
from tests.models.reading.making import article

if TYPE_CHECKING:
    from models.reading import Reader


def _events(reader: Reader, text: str) -> list[Event]:
    claims = reader.claims(article(text, published="2026-07-02"))
    return [claim.content for claim in claims if isinstance(claim.content, Event)]


def test_a_demand_without_addressee_goes_to_whom_the_state_dealt_with(reader: Reader) -> None:
    told = _events(reader, "Tajikistan accused Afghanistan of the raid. Dushanbe demanded that the men be handed over.")
    assert ("REQUEST", ("TJK",), ("AFG",)) in [(event.plover, event.actor, event.target) for event in told]


def test_a_refusal_is_of_what_the_sentence_before_asked(reader: Reader) -> None:
    told = _events(
        reader, "Kyrgyzstan met Uzbekistan. Pakistan asked Kyrgyzstan for a lower price. Bishkek has refused."
    )
    assert ("REJECT", ("KGZ",), ("PAK",)) in [(event.plover, event.actor, event.target) for event in told]


def test_what_is_asked_at_a_meeting_has_its_day(reader: Reader) -> None:
    told = _events(reader, "On June 29 Tokayev met Xi Jinping in Beijing. Tokayev asked China for more trains.")
    assert [event.date for event in told if event.plover == "REQUEST"] == ["2026-06-29"]


def test_a_deed_of_others_or_before_is_not_dated_by_the_meeting(reader: Reader) -> None:
    told = _events(
        reader, "On June 29 Tokayev met Xi Jinping. Uzbekistan asked Russia for gas. China had praised Astana."
    )
    assert [event.date for event in told if event.plover != "CONSULT"] == [None, None]


def test_a_place_of_a_thing_is_not_where_something_is_agreed(reader: Reader) -> None:
    [told] = _events(reader, "Kazakhstan asked China for help in the repair of the Ekibastuz power plant.")
    assert told.place is None


def test_titles_and_initials_do_not_hide_who_is_called_on(reader: Reader) -> None:
    told = _events(reader, "On June 29 Takaichi paid a courtesy call on H.E. Mr. Shavkat Mirziyoyev.")
    assert [(event.plover, event.actor, event.target) for event in told] == [("CONSULT", ("JPN",), ("UZB",))]
