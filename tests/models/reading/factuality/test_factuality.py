"""What is denied, called off, only planned or only supposed is never told as done."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Claim, Event, Kind, Modality
from tests.models.reading.making import article


def _events(reader: Reader, text: str) -> list[Claim]:
    return [claim for claim in reader.claims(article(text)) if claim.kind is Kind.EVENT]


@pytest.mark.parametrize(
    "text",
    [
        "Kazakhstan has not imposed sanctions on Russia.",
        "Reports that Kazakhstan had banned exports of uranium to China proved false.",
        "Tokayev's meeting with Putin was cancelled at short notice.",
        "Kazakhstan has no plans to send troops to Ukraine.",
        "No agreement was signed between Kazakhstan and Russia.",
        "Talks between Kazakhstan and Russia fell through.",
        "Kazakhstan has not, as yet, signed an agreement with Japan.",
        "Kazakhstan did not, in the end, sign an agreement with Japan.",
    ],
)
def test_what_did_not_happen_is_denied(reader: Reader, text: str) -> None:
    events = _events(reader, text)
    assert events
    assert not any(event.affirmed for event in events)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("If the United States imposes sanctions on Kyrgyzstan, trade suffers.", Modality.POSSIBLE),
        ("Had Tokayev met Trump in spring, much would be different.", Modality.POSSIBLE),
        ("Should Kyrgyzstan sign the deal with China, work begins in June.", Modality.POSSIBLE),
        ("Kazakhstan may impose sanctions on Russia.", Modality.POSSIBLE),
        ("Kazakhstan will sign an agreement with Japan in June.", Modality.PLANNED),
        ("Tokayev's talks with Putin are due on Monday.", Modality.PLANNED),
        ("Putin is due in Bishkek on Tuesday.", Modality.PLANNED),
        ("Kazakhstan reaffirmed its offer to host a summit of Central Asia and South Korea.", Modality.POSSIBLE),
        ("Kazakhstan will, for its part, sign an agreement with Japan.", Modality.PLANNED),
        ("Kazakhstan could, according to officials, sign an agreement with Japan.", Modality.POSSIBLE),
        ("Tokayev, who has not met Trump since May, will meet Xi Jinping.", Modality.PLANNED),
    ],
)
def test_what_is_not_yet_so_is_no_deed(reader: Reader, text: str, modality: Modality) -> None:
    events = _events(reader, text)
    assert events
    assert {event.modality for event in events} == {modality}


def test_what_somebody_is_only_asked_to_do_is_no_event(reader: Reader) -> None:
    events = _events(reader, "Kyrgyzstan asked Japan to lift sanctions on Belarus.")
    assert {event.rule for event in events} == {"event.request"}


def test_whom_others_criticise_criticises_nobody(reader: Reader) -> None:
    events = _events(reader, "Uzbekistan was sharply criticised by Japan; Tajikistan was duly rebuked by Iran.")
    told = {(event.content.actor, event.content.target) for event in events if isinstance(event.content, Event)}
    assert told == {(("JPN",), ("UZB",)), (("IRN",), ("TJK",))}


def test_what_happened_stays_done(reader: Reader) -> None:
    [event] = _events(reader, "Tokayev met Putin in Moscow on Tuesday, and a concert was cancelled.")
    assert event.affirmed
    assert event.modality is Modality.DONE


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Kazakhstan plans a nuclear plant at Ulken with a capacity of 2,400 megawatts.", Modality.PLANNED),
        ("Uzbekistan will build a solar plant with a capacity of 500 megawatts.", Modality.PLANNED),
        ("Tajikistan is building the Rogun dam with a capacity of 3,600 megawatts.", Modality.ONGOING),
        ("Kyrgyzstan opened a hydropower plant with a capacity of 100 megawatts.", Modality.DONE),
    ],
)
def test_works_stand_where_the_verb_before_their_noun_says(reader: Reader, text: str, modality: Modality) -> None:
    works = [claim for claim in reader.claims(article(text)) if claim.kind is Kind.RESOURCE]
    assert {claim.modality for claim in works} == {modality}


@pytest.mark.parametrize(
    ("prose", "modality"),
    [
        ("The World Bank approves a loan of $400 million for Tajikistan.", Modality.DONE),
        ("Tajikistan may build a line if the World Bank approves a loan of $400 million.", Modality.POSSIBLE),
        ("Japan will lend Tajikistan $400 million if parliament agrees.", Modality.POSSIBLE),
        ("Japan will lend Tajikistan $400 million.", Modality.PLANNED),
    ],
)
def test_money_under_a_condition_is_only_possible(reader: Reader, prose: str, modality: Modality) -> None:
    [promise] = [claim for claim in reader.claims(article(prose)) if claim.kind is Kind.COMMITMENT]
    assert promise.modality is modality


@pytest.mark.parametrize(
    "text",
    [
        "Talks between Kazakhstan and Russia were suspended in May.",
        "The summit of Kazakhstan and Russia was put off until spring.",
        "The signing of the agreement between Uzbekistan and China was postponed.",
        "Uzbekistan insists that the contract with China is being honoured.",
        "The United States extended its waiver of sanctions on Iran.",
    ],
)
def test_what_is_put_off_asserted_or_waived_is_no_deed(reader: Reader, text: str) -> None:
    assert _events(reader, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turkey blames US sanctions on Iran for the delay in payments of Kazakhstan.", ["ACCUSE"]),
        ("Uzbekistan insisted that China should pay for the gas.", ["REQUEST"]),
        (
            "Pakistan reopened its border with Afghanistan in May. It closed it again nine days later.",
            ["CONCEDE", "COERCE"],
        ),
        ("Kyrgyzstan opened the border with Tajikistan but shut it again a week later.", ["CONCEDE", "COERCE"]),
        ("The EU lifted sanctions on one bank of Kyrgyzstan and imposed them on two.", ["CONCEDE", "SANCTION"]),
    ],
)
def test_what_is_undone_is_told_beside_it(reader: Reader, text: str, expected: list[str]) -> None:
    told = [event.content.plover for event in _events(reader, text) if isinstance(event.content, Event)]
    assert sorted(told) == sorted(expected)
