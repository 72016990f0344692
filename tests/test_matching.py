"""The matcher of test items: what counts as the wanted claim, and what does not."""

from __future__ import annotations

from typing import Any

import pytest

from models import catalog
from tests.matching import Matcher

QUOTE = {"kind": "quote", "speaker": "Sadyr Japarov"}


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(catalog.load())


def made(**fields: object) -> dict[str, Any]:
    return {"evidence": "One sentence.", "modality": "done", "affirmed": True, **fields}


def gas(country: str, **fields: object) -> dict[str, Any]:
    return made(kind="resource", country=country, resource="natural gas", relation="has", **fields)


def test_a_group_is_its_members_and_countries_of_one_list_are_one_claim(matcher: Matcher) -> None:
    wanted = {"kind": "resource", "country": "C5", "resource": "natural gas", "relation": "has"}
    five = [gas(country) for country in ("KAZ", "KGZ", "TJK", "TKM", "UZB")]
    outcome = matcher.score([wanted], [], five)
    assert len(outcome.found) == 1
    assert (outcome.missed, outcome.extra, outcome.loose) == ((), (), ())


def test_a_wrong_figure_is_a_wrong_detail(matcher: Matcher) -> None:
    wanted = {"kind": "resource", "country": "TKM", "resource": "natural gas", "relation": "has"}
    outcome = matcher.score([wanted], [], [gas("TKM", quantity={"value": 5.0, "unit": "m3"})])
    assert len(outcome.found) == len(outcome.loose) == 1


def test_each_claim_is_taken_once(matcher: Matcher) -> None:
    outcome = matcher.score([QUOTE], [], [made(**QUOTE), made(**QUOTE)])
    assert (len(outcome.found), len(outcome.extra)) == (1, 1)


def test_an_allowed_claim_must_be_marked_as_it_is(matcher: Matcher) -> None:
    denied = {"kind": "event", "plover": "AGREE", "actor": ["UZB"], "target": [], "affirmed": False}
    done = made(kind="event", plover="AGREE", actor=["UZB"], target=[])
    assert len(matcher.score([], [denied], [done]).extra) == 1
    assert matcher.score([], [denied], [{**done, "affirmed": False}]).extra == ()


def test_the_right_one_of_two_near_claims_is_taken(matcher: Matcher) -> None:
    sides = {"actor": ["UZB", "JPN"], "target": []}
    wanted = [{"kind": "event", "plover": plover, **sides} for plover in ("CONSULT", "AGREE")]
    outcome = matcher.score(wanted, [], [made(kind="event", plover="AGREE", **sides)])
    assert [claim["plover"] for claim in outcome.missed] == ["CONSULT"]
    assert outcome.loose == ()


def test_a_claim_stands_on_its_sentence(matcher: Matcher) -> None:
    assert matcher.score([{**QUOTE, "at": "Another"}], [], [made(**QUOTE)]).missed
    assert matcher.score([{**QUOTE, "at": "sentence"}], [], [made(**QUOTE)]).found


@pytest.mark.parametrize(
    ("wanted", "other", "same"),
    [
        ({"value": 3e12, "currency": "JPY"}, {"value": 3.02e12, "currency": "JPY"}, True),
        ({"value": 3e12, "currency": "JPY"}, {"value": 3e12, "currency": "USD"}, False),
        ({"value": [1e9, 1.5e9], "currency": "USD"}, {"value": 1.5e9, "currency": "USD"}, True),
        ({"value": 19e9, "currency": "USD"}, {"value": 12e9, "currency": "USD"}, False),
    ],
)
def test_amounts(matcher: Matcher, wanted: dict[str, Any], other: dict[str, Any], same: bool) -> None:
    promise = {"kind": "commitment", "by": ["JPN"], "to": ["C5"]}
    outcome = matcher.score([{**promise, "amount": wanted}], [], [made(**promise, amount=other)])
    assert bool(outcome.found) == same
