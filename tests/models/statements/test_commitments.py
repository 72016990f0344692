"""Commitments: one promise in two currencies, contested amounts, and promises that are strangers to each other."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from models.catalog import load
from models.records import Claim, Commitment, Money, Standing
from models.statements import group
from tests.models.making import claim, promise

CATALOG = load()


def test_both_samples_speak_of_one_target() -> None:
    made = [
        promise("a", 19e9, "USD"),
        promise("a", 19e9, "USD", years=None),
        promise("b", 3e12),
        promise("b", 19e9, "USD", years=None),
        promise("b", 19e9, "USD"),
    ]
    (statement,) = group(made, CATALOG)
    assert (statement.standing, statement.independent, len(statement.variants)) == (Standing.CORROBORATED, 2, 1)


def test_ten_times_the_amount_is_contested() -> None:
    made = [promise("a", 19e9, "USD"), promise("b", 3e12), promise("b", 19e9, "USD"), promise("c", 30e12)]
    (statement,) = group(made, CATALOG)
    assert statement.standing is Standing.CONTESTED
    best, other = statement.variants
    assert {claim.evidence.article for claim in best.claims} == {"a", "b"}
    assert [claim.evidence.article for claim in other.claims] == ["c"]


def test_ten_times_the_amount_is_contested_without_a_period_too() -> None:
    (statement,) = group([promise("a", 3e12), promise("b", 30e12, years=None)], CATALOG)
    assert statement.standing is Standing.CONTESTED


def test_the_third_article_may_give_the_same_dollars() -> None:
    made = [
        promise("a", 3e12),
        promise("a", 19e9, "USD"),
        promise("b", 3e12),
        promise("c", 30e12),
        promise("c", 19e9, "USD"),
    ]
    (statement,) = group(made, CATALOG)
    assert statement.standing is Standing.CONTESTED
    values = [{claim.content.amount.value for claim in variant.claims} for variant in statement.variants]
    assert values == [{3e12, 19e9}, {30e12}]


def test_conversions_rounded_differently_do_not_disagree() -> None:
    made = [
        promise("a", 3e12, years=None, start=5),
        promise("a", 21e9, "USD", years=None, start=5),
        promise("b", 3e12, years=None, start=9),
        promise("b", 19e9, "USD", years=None, start=9),
    ]
    (statement,) = group(made, CATALOG)
    assert (statement.standing, len(statement.variants)) == (Standing.CORROBORATED, 1)


def test_promises_of_different_periods_stay_apart() -> None:
    made = [promise("a", 35e9, "USD", years=3), promise("b", 100e9, "USD", years=10)]
    assert [len(statement.variants) for statement in group(made, CATALOG)] == [1, 1]


def test_promises_without_a_period_stay_apart() -> None:
    made = [promise("a", 12e9, "EUR", years=None), promise("b", 25e6, "EUR", years=None)]
    assert [statement.standing for statement in group(made, CATALOG)] == [Standing.SINGLE] * 2


def test_two_amounts_of_one_article_are_one_sum_when_the_rate_allows_it() -> None:
    made = [promise("a", 3e12), promise("a", 19e9, "USD", years=None)]
    assert len(group(made, CATALOG)) == 1
    made = [promise("a", 3e12), promise("a", 20e6, "USD", years=None)]
    assert len(group(made, CATALOG)) == 2


def test_one_period_ties_two_currencies_across_articles() -> None:
    assert len(group([promise("a", 3e12), promise("b", 19e9, "USD")], CATALOG)) == 1
    rival = promise("c", 18e9, "EUR")
    assert len(group([promise("a", 3e12), promise("b", 19e9, "USD"), rival], CATALOG)) == 3


def test_three_amounts_in_one_sentence_are_no_pair() -> None:
    made = [
        promise("a", 3e12, years=None, start=5),
        promise("a", 19e9, "USD", years=None, start=5),
        promise("a", 7e6, "EUR", years=None, start=5),
    ]
    assert len(group(made, CATALOG)) == 3


def test_different_receivers_are_different_promises() -> None:
    other = claim(Commitment(("JPN",), ("KAZ",), Money(3e12, "JPY"), 5), "b")
    assert len(group([promise("a", 3e12), other], CATALOG)) == 2


def test_another_period_for_the_same_amount_is_contested() -> None:
    (statement,) = group([promise("a", 3e12, years=5), promise("b", 3e12, years=10)], CATALOG)
    assert statement.standing is Standing.CONTESTED


def _said_by(
    voice: str | None,
    value: float,
    purpose: str,
    article: str = "a",
    deed: str = "",
    year: int | None = 2028,
    years: int | None = None,
) -> Claim:
    money = Commitment(("CHN",), ("KAZ",), Money(value, "USD"), years, purpose, deed, year)
    return replace(claim(money, article), attribution=voice)


def test_one_article_with_two_sums_for_one_purpose_from_two_sources_tells_of_a_dispute() -> None:
    first = _said_by("a paper", 300e6, "the tungsten plant")
    for told in ({}, {"year": None}, {"year": 2025, "years": 3}):
        other = _said_by("a forum", 450e6, "the tungsten deposit", **told)
        (statement,) = group([first, other], CATALOG)
        assert (statement.standing, len(statement.variants)) == (Standing.CONTESTED, 2)


@pytest.mark.parametrize(
    "other",
    [
        _said_by("a forum", 450e6, "a gas pipeline of Kazakhstan"),  # another purpose
        _said_by("a paper", 450e6, "the tungsten deposit"),  # the same voice
        _said_by(None, 450e6, "the tungsten deposit"),
        _said_by("a forum", 450e6, "the tungsten deposit", "b"),  # another article may speak of another promise
        _said_by("a forum", 450e6, "the tungsten deposit", deed="invested"),  # what was spent is no promise
        _said_by("a forum", 450e6, "the tungsten deposit", year=2035),
        _said_by("a forum", 450e6, "the tungsten deposit", year=2024, years=2),
    ],
)
def test_other_sums_are_promises_of_their_own(other: Claim) -> None:
    made = [_said_by("a paper", 300e6, "the tungsten plant in Kazakhstan"), other]
    assert {statement.standing for statement in group(made, CATALOG)} == {Standing.SINGLE}


def test_one_period_in_other_years_is_another_promise() -> None:
    def told(article: str, dollars: float, year: int) -> Claim:
        return claim(Commitment(("JPN",), ("C5",), Money(dollars, "USD"), 5, year=year), article)

    assert len(group([told("a", 2e9, 2015), told("b", 3e9, 2025)], CATALOG)) == 2
    assert (
        len(group([told("a", 2e9, 2030), told("b", 3e9, 2025)], CATALOG)) == 1
    )  # promised in the one, until the other
