"""Turns of phrase that hide who gives, who speaks and what was done: sums "respectively", heads that are shaken."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Commitment, Modality, Quantity, Quote, Relation, Resource, RouteFact
from tests.models.reading.making import article


@pytest.mark.parametrize(
    ("prose", "sums"),
    [
        (
            "China and Japan will lend $80 million and $20 million respectively to Kyrgyzstan.",
            {(("CHN",), ("KGZ",), 80e6), (("JPN",), ("KGZ",), 20e6)},
        ),
        (
            "Japan granted Kyrgyzstan and Tajikistan $12 million and $9 million respectively.",
            {(("JPN",), ("KGZ",), 12e6), (("JPN",), ("TJK",), 9e6)},
        ),
    ],
)
def test_sums_told_respectively_are_each_of_one(reader: Reader, prose: str, sums: set[object]) -> None:
    made = [claim.content for claim in reader.claims(article(prose)) if isinstance(claim.content, Commitment)]
    assert {(content.by, content.to, content.amount.value) for content in made} == sums


def test_who_shakes_his_head_speaks_and_not_the_head(reader: Reader) -> None:
    prose = "Asked whether Kazakhstan would join, Deputy Minister Roman Sklyar shook his head: “Not this year.”"
    [quote] = [claim.content for claim in reader.claims(article(prose)) if isinstance(claim.content, Quote)]
    assert quote.speaker == "Roman Sklyar"


def test_whose_man_speaks_says_nothing_himself(reader: Reader) -> None:
    prose = "The report on Kazakhstan, said the World Bank's Tatiana Weber, showed how much could be saved."
    quotes = [claim.content for claim in reader.claims(article(prose)) if isinstance(claim.content, Quote)]
    assert [quote.speaker for quote in quotes] == ["Tatiana Weber"]


def test_a_chief_customer_is_nobody_who_holds_an_office(reader: Reader) -> None:
    prose = "China is Turkmenistan's chief customer."
    [tie] = [claim.content for claim in reader.claims(article(prose)) if isinstance(claim.content, Relation)]
    assert (tie.a, tie.b) == ("CHN", "TKM")


@pytest.mark.parametrize(
    ("verb", "modality"),
    [("had to buy", Modality.DONE), ("has to buy", Modality.PLANNED), ("was to have bought", Modality.POSSIBLE)],
)
def test_what_one_had_to_do_was_done_and_what_was_to_have_been_was_not(
    reader: Reader, verb: str, modality: Modality
) -> None:
    claims = reader.claims(article(f"Kyrgyzstan {verb} electricity from Kazakhstan."))
    assert {claim.modality for claim in claims if isinstance(claim.content, Resource)} == {modality}


@pytest.mark.parametrize(
    "prose",
    [
        "Exports of Kazakhstan are expected to reach 3 million tonnes, the Energy Ministry said.",
        "Lending added $2 billion to the reserves of Kazakhstan, the Energy Ministry said.",
    ],
)
def test_who_says_what_is_expected_or_added_speaks(reader: Reader, prose: str) -> None:
    quotes = [claim.content for claim in reader.claims(article(prose)) if isinstance(claim.content, Quote)]
    assert [quote.speaker for quote in quotes] == ["Energy Ministry"]


@pytest.mark.parametrize("saved", ["should shave a week off the run to Europe", "is a week faster than the sea route"])
def test_a_week_that_is_saved_is_an_amount(reader: Reader, saved: str) -> None:
    claims = reader.claims(article(f"The China-Kyrgyzstan-Uzbekistan railway {saved}."))
    [fact] = [claim.content for claim in claims if isinstance(claim.content, RouteFact)]
    assert (fact.predicate, fact.object) == ("transit_time", Quantity(-7.0, "day"))


def test_a_week_behind_a_count_is_a_rate(reader: Reader) -> None:
    claims = reader.claims(article("Over the Middle Corridor two trains a week leave Kazakhstan."))
    assert not [claim for claim in claims if getattr(claim.content, "predicate", "") == "transit_time"]


def test_a_share_of_trade_between_others_is_told_of_who_buys(reader: Reader) -> None:
    prose = "Tungsten is mined in Kazakhstan. Seoul buys more than 85% of its tungsten from China."
    goods = [claim.content for claim in reader.claims(article(prose)) if isinstance(claim.content, Resource)]
    assert {(content.country, content.relation) for content in goods} == {("KAZ", "produces"), ("KOR", "imports")}
