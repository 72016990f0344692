"""What later sentences take from those before: the other side, the day of a meeting, the state of a minister."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.records import Event, Modality, Quote
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
        ("Xi Jinping visited Astana in January.", ("2025-01", Modality.DONE)),
        ("Xi Jinping, who visited Astana in mid-March, wants more gas.", ("2025-03", Modality.DONE)),
        ("A contract was signed on 3 April by Uzbekistan and Japan.", ("2025-04-03", Modality.DONE)),
        ("Xi Jinping is expected to visit Astana in October.", ("2026-10", Modality.PLANNED)),
        ("Xi Jinping was to visit Astana in October.", ("2025-10", Modality.PLANNED)),
        ("Talks between Uzbekistan and Japan are planned for late May.", ("2026-05", Modality.PLANNED)),
        ("Talks between Uzbekistan and Japan are to resume in February.", ("2026-02", Modality.PLANNED)),
        ("Uzbekistan agreed with Japan to finish the dam by mid-October.", (None, Modality.DONE)),
        ("Uzbekistan and Japan agreed to hold talks in May.", (None, Modality.DONE)),
        ("Uzbekistan and Japan signed a contract whose term expires in March.", (None, Modality.DONE)),
        ("Uzbekistan and Japan agreed on Monday that a line should open in March.", ("2025-11-24", Modality.DONE)),
        ("Uzbekistan and Japan signed a deal to build a plant on Monday.", ("2025-11-24", Modality.DONE)),
        (
            "Tokayev and Xi noted that trade reached $6 billion in 2024 and agreed to bring it to $10 billion.",
            (None, Modality.DONE),
        ),
    ],
)
def test_a_date_lies_ahead_of_what_is_to_come_and_behind_what_is_done(
    reader: Reader, text: str, told: tuple[str | None, Modality]
) -> None:
    claims = reader.claims(article(text, published="2025-11-30"))
    found = [(claim.content.date, claim.modality) for claim in claims if isinstance(claim.content, Event)]
    assert found == [told]


def test_what_is_recalled_by_the_way_is_not_the_day_of_the_meeting(reader: Reader) -> None:
    told = _events(
        reader,
        "On 1 July 2026 Tokayev met Xi Jinping in Beijing. Tokayev recalled that Kazakhstan and China signed a treaty "
        "on 13 March 2026. Kazakhstan and China agreed to build a railway.",
    )
    assert told[-1].plover == "AGREE"
    assert told[-1].date == "2026-07-01"


def test_the_day_of_a_report_is_that_of_no_deed_in_it(reader: Reader) -> None:
    told = _events(
        reader,
        "A Moscow newspaper had reported on Monday that Gazprom and Uzbekistan signed an agreement on gas. "
        "Ashgabat refused an offer by Gazprom to buy more.",
    )
    assert {(event.plover, event.date) for event in told} == {("AGREE", None), ("REJECT", None)}


def test_a_firm_brings_its_country_to_what_it_takes_part_in(reader: Reader) -> None:
    (told,) = _events(reader, "Kazatomprom signed a contract with Japan's Kansai Electric Power on 10 March 2026.")
    assert set(told.lands) == {"KAZ", "JPN"}
    (told,) = _events(reader, "Gazprom and Uzbekistan signed an agreement in March 2026.")
    assert told.lands == ("RUS",)


def test_a_bank_that_closes_a_sentence_is_that_of_its_only_state(reader: Reader) -> None:
    text = "Kyrgyzstan will host a summit in Bishkek. Uzbekistan sold no gold in March, the central bank said."
    claims = reader.claims(article(text, published="2026-07-02"))
    assert [claim.content.lands for claim in claims if isinstance(claim.content, Quote)] == [("UZB",)]


def test_a_bank_in_a_sentence_of_two_states_is_that_of_whom_the_article_speaks(reader: Reader) -> None:
    text = "Kyrgyzstan sold more. Uzbekistan and Kyrgyzstan sold no gold in March, the central bank said."
    claims = reader.claims(article(text, published="2026-07-02"))
    (lands,) = [claim.content.lands for claim in claims if isinstance(claim.content, Quote)]
    assert lands[0] == "KGZ"
