"""What later sentences take from those before: the other side, the day of a meeting, the state of a minister."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.records import Event, Modality
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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Putin is due in Bishkek on Tuesday.", ("2025-12-02", Modality.PLANNED)),
        ("Ahead: Xi Jinping meets Tokayev in Astana on Tuesday.", ("2025-12-02", Modality.PLANNED)),
        ("Xi Jinping will visit Astana on Tuesday.", ("2025-12-02", Modality.PLANNED)),
        ("The ministry said on Monday that Xi Jinping will visit Astana.", (None, Modality.PLANNED)),
        ("Xi Jinping visited Astana on Tuesday.", ("2025-11-25", Modality.DONE)),
        (
            "Tokayev and Xi noted that trade reached $6 billion in 2024 and agreed to bring it to $10 billion.",
            (None, Modality.DONE),
        ),
    ],
)
def test_what_is_to_come_is_on_the_coming_weekday_and_no_year_of_a_figure_dates_it(
    reader: Reader, text: str, told: tuple[str | None, Modality]
) -> None:
    claims = reader.claims(article(text, published="2025-11-30"))
    found = [(claim.content.date, claim.modality) for claim in claims if isinstance(claim.content, Event)]
    assert found == [told]
