"""How sentences tell what is denied, refused or did not happen."""

from __future__ import annotations

import pytest
from msgspec import structs

from models.catalog import RESOURCES, load
from models.phrases import Phrases
from models.phrases import load as load_templates
from models.records import Commitment, Event, Modality, Money, Quantity, Resource, RouteFact
from models.statements import group
from tests.models.making import claim, uranium

CATALOG = load()
PHRASES = Phrases(CATALOG)
CORRIDOR = next(id_ for id_, route in CATALOG.routes.items() if route.name.startswith("Trans-Caspian International"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "not backed by Russia and Iran"),
        ("ja", "ロシア、イランは支持していない"),
        ("ru", "не поддерживают: Россия и Иран"),
    ],
)
def test_who_does_not_support_a_route_is_not_told_to_support_it(language: str, text: str) -> None:
    denied = claim(RouteFact(CORRIDOR, "supported_by", ("RUS", "IRN")), affirmed=False)
    assert Phrases(load(), language).claim(denied).endswith(text)


@pytest.mark.parametrize(
    ("language", "modality", "text"),
    [
        ("en", Modality.DONE, "Easing (did not happen): Kazakhstan – has not lifted its ban"),
        ("en", Modality.PLANNED, "Easing (not planned): Kazakhstan – has not lifted its ban"),
        ("en", Modality.POSSIBLE, "Easing (may not happen): Kazakhstan – has not lifted its ban"),
        ("ja", Modality.DONE, "（行われず）"),
        ("ja", Modality.PLANNED, "（行われない予定）"),
        ("ru", Modality.DONE, "(этого не произошло): "),
        ("ru", Modality.POSSIBLE, "(возможно, этого не произойдёт): "),
    ],
)
def test_what_did_not_happen_is_told_so_and_not_as_denied_by_somebody(
    language: str, modality: Modality, text: str
) -> None:
    event = Event("CONCEDE", ("KAZ",), (), summary="has not lifted its ban")
    assert text in Phrases(load(), language).claim(claim(event, affirmed=False, modality=modality))
    assert text not in Phrases(load(), language).claim(claim(event, modality=modality))


@pytest.mark.parametrize("language", ["en", "ja", "ru"])
def test_every_way_to_say_no_of_an_event_has_words(language: str) -> None:
    words = load_templates(RESOURCES / "phrases", language)["reality"]["undone"]
    assert set(words) == {"done", *(modality.value for modality in Modality if modality.ahead)}


def test_who_denies_it_is_told_with_who_says_it() -> None:
    told = structs.replace(uranium("a", tonnes=21_112, year=2023), attribution="Russia", denied_by="the government")
    (statement,) = group([told], CATALOG)
    assert PHRASES.detail(statement) == "according to Russia · denied by the government"


@pytest.mark.parametrize(
    ("modality", "text"),
    [
        (Modality.DONE, "Uzbekistan does not export 11 tonnes of gold"),
        (Modality.POSSIBLE, "Not the case: Uzbekistan exports 11 tonnes of gold"),
        (Modality.PLANNED, "Not the case: Uzbekistan plans to export 11 tonnes of gold"),
    ],
)
def test_only_a_plan_is_denied_as_a_plan(modality: Modality, text: str) -> None:
    sold = Resource("UZB", "gold", "exports", None, Quantity(11.0, "tonne"))
    assert PHRASES.claim(claim(sold, modality=modality, affirmed=False)) == text


def test_money_that_was_not_spent_is_no_promise_that_is_denied() -> None:
    paid = Commitment(("Altyn Group",), ("KGZ",), Money(3e8, "USD"), deed="spent")
    told = "Not the case: Altyn Group has spent US$300 million in Kyrgyzstan"
    assert PHRASES.claim(claim(paid, affirmed=False)) == told
    promised = structs.replace(paid, deed="")
    assert "commits US$300 million" in PHRASES.claim(claim(promised, affirmed=False))
