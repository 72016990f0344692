"""How sentences tell what is denied, refused or did not happen."""

from __future__ import annotations

import pytest
from msgspec import structs

from models.catalog import RESOURCES, load
from models.phrases import Phrases
from models.phrases import load as load_templates
from models.records import (
    Event,
    Modality,
    RouteFact,
)
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
