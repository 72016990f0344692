"""What the sentences around a claim make of it: who answers, what will not be done, what a plan is set against."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from models.reading import Reader
from models.records import (
    Article,
    Block,
    Claim,
    Commitment,
    Event,
    Modality,
    Quote,
    Relation,
    Resource,
    Role,
    RouteFact,
)
from tests.models.reading.making import article, told

INTERVIEW = """\
Rustam Nazarov is an adviser in Dushanbe, Tajikistan.

You have called the railway an ornament. Do you still think so?

Less than I did. Kyrgyzstan has borrowed $2.35 billion from China for it, and I would not have done so.

And the Middle Corridor?

The Middle Corridor carried 5.1 million tonnes in 2025. I would be happy with seven.

What about Kazakhstan?

We know it well. Kazakhstan produced 25,000 tonnes of uranium in 2025, I am told."""


def in_paragraphs(prose: str) -> Article:
    """The prose as an article of which each paragraph is a block."""
    whole = article(prose, title="A talk with Rustam Nazarov")
    title, body = whole.blocks
    places = [found.span() for found in re.finditer(r"\S.*", whole.text) if found.start() >= body.start]
    return replace(whole, blocks=(title, *(Block(Role.BODY, start, end) for start, end in places)))


def contents(claims: list[Claim], kind: type) -> list[Claim]:
    return [claim for claim in claims if isinstance(claim.content, kind)]


def test_figures_of_an_answer_are_from_whom_answers(reader: Reader) -> None:
    claims = reader.claims(in_paragraphs(INTERVIEW))
    speakers = {claim.content.speaker for claim in claims if isinstance(claim.content, Quote) and claim.content.direct}
    measured = [claim for claim in claims if isinstance(claim.content, Commitment | RouteFact | Resource)]
    assert len(speakers) == 1
    assert measured
    assert {claim.attribution for claim in measured} == speakers


@pytest.mark.parametrize(
    ("text", "some"),
    [
        ("Afghanistan owes Uzbekistan for electricity, and Uzbekistan could stop the supply. It won't.", False),
        ("Uzbekistan could stop the supply to Afghanistan. It will not.", False),
        ("Uzbekistan could stop the supply to Afghanistan. It will not snow.", True),
        ("Uzbekistan could stop the supply to Afghanistan. Prices rose. It won't.", True),
    ],
)
def test_what_will_not_be_done_is_not_told_as_possible(reader: Reader, text: str, some: bool) -> None:
    assert bool(contents(told(reader, text), Event)) is some


def test_the_figure_that_a_plan_is_set_against_was_reached(reader: Reader) -> None:
    claims = told(reader, "Kazatomprom expects 2026 uranium output of 26,000 tonnes, against 25,000 tonnes in 2024.")
    known = {
        claim.content.quantity.value: claim.modality
        for claim in claims
        if isinstance(claim.content, Resource) and claim.content.quantity is not None
    }
    assert known == {26000.0: Modality.PLANNED, 25000.0: Modality.DONE}


def test_a_figure_set_against_another_goes_to_the_same_buyer(reader: Reader) -> None:
    claims = told(reader, "Turkmenistan shipped 28 bcm of gas to China in 2024, less than the 31 bcm in 2023.")
    exported = [claim.content for claim in claims if isinstance(claim.content, Resource)]
    assert {(one.year, one.partner) for one in exported} == {(2024, ("CHN",)), (2023, ("CHN",))}


@pytest.mark.parametrize(
    "verb", ["did not confirm", "could not confirm", "declined to confirm", "neither confirmed nor denied"]
)
def test_a_report_that_nobody_confirms_is_no_plan(reader: Reader, verb: str) -> None:
    report = "a Russian media report that Tashkent would buy 2 billion cubic metres of Kazakh gas next year."
    assert told(reader, f"The energy ministry of Uzbekistan {verb} {report}") == []
    assert contents(told(reader, f"The energy ministry of Uzbekistan did not deny {report}"), Resource)


@pytest.mark.parametrize(
    ("head", "who"), [("Tashkent says", "Tashkent"), ("The Uzbek trade ministry said", "the Uzbek trade ministry")]
)
def test_trade_is_from_whom_the_sentence_has_it(reader: Reader, head: str, who: str) -> None:
    claims = told(reader, f"{head} trade with Kazakhstan reached $5.5 billion in 2024.")
    assert [claim.attribution for claim in contents(claims, Relation)] == [who]


def test_a_deed_is_of_the_day_in_its_clause_not_of_the_dateline(reader: Reader) -> None:
    text = "TURKISTAN, December 20, 2025 (Steppe News) - Kazakhstan and Uzbekistan signed 11 agreements on Tuesday."
    claims = told(reader, text)
    days = {claim.content.date for claim in claims if isinstance(claim.content, Event)}
    assert days == {"2025-12-16"}


def test_what_money_is_for_ends_before_another_has_the_word(reader: Reader) -> None:
    text = "The World Bank promised Tajikistan $650 million for the dam, and the government claims that it will do."
    purposes = {claim.content.purpose for claim in told(reader, text) if isinstance(claim.content, Commitment)}
    assert purposes == {"the dam"}
