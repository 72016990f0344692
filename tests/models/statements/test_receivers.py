"""Money of which one text does not say who gets it stands beside the same sum where another says so."""

from __future__ import annotations

import pytest

from models.catalog import load
from models.records import Claim, Commitment, Money, Standing
from models.statements import group
from models.statements.keys import family
from tests.models.making import claim

CATALOG = load()
EXACT, ROUND = 2.35e9, 2e9


def _loan(article: str, to: str = "", value: float = EXACT, *, by: str = "CHN", years: int | None = None) -> Claim:
    """A loan to a state, or to whom nobody says."""
    money = Money(value, "USD")
    return claim(Commitment((by,), (to,) if to else (), money, years, "the railway", "lent"), article)


def test_a_sum_without_a_receiver_joins_the_same_one_with_one() -> None:
    (statement,) = group([_loan("a", "KGZ"), _loan("b")], CATALOG)
    assert (statement.standing, statement.independent) == (Standing.CORROBORATED, 2)
    assert statement.shown.content == _loan("a", "KGZ").content


@pytest.mark.parametrize(
    "other",
    [
        _loan("b", value=2.36e9),
        _loan("b", by="JPN"),
        _loan("b", years=10),
    ],
)
def test_another_sum_giver_or_period_stays_apart(other: Claim) -> None:
    found = group([_loan("a", "KGZ", years=5), other], CATALOG)
    assert [statement.standing for statement in found] == [Standing.SINGLE] * 2


def test_a_round_sum_is_the_same_only_in_the_same_article() -> None:
    assert len(group([_loan("a", "KGZ", ROUND), _loan("b", value=ROUND)], CATALOG)) == 2
    assert len(group([_loan("a", "KGZ", ROUND), _loan("a", value=ROUND)], CATALOG)) == 1


def test_where_two_get_the_same_sum_nobody_knows_which_it_is() -> None:
    assert len(group([_loan("a", "KGZ"), _loan("b", "TJK"), _loan("c")], CATALOG)) == 3


def test_all_money_of_a_giver_is_one_family() -> None:
    """The index looks up the claims of a family: a receiver may be in any of them."""
    assert family(_loan("a", "KGZ"), CATALOG) == family(_loan("b"), CATALOG) == family(_loan("c", "TJK"), CATALOG)
    assert family(_loan("a", by="JPN"), CATALOG) != family(_loan("b"), CATALOG)
