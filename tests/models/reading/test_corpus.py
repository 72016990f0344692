"""What the reader makes of the corpus of test items: as much as has been reached, and never what must not be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models import catalog
from models.reading import Reader
from tests import corpus, floors
from tests.matching import Matcher

if TYPE_CHECKING:
    from models.records import Article, Claim
    from tests.matching import Outcome


@pytest.fixture(scope="module")
def items() -> list[corpus.Item]:
    return corpus.items()


@pytest.fixture(scope="module")
def read(items: list[corpus.Item]) -> dict[str, list[tuple[Article, Claim]]]:
    reader = Reader(catalog.load())
    return {item.id: list(corpus.made(reader, item)) for item in items}


@pytest.fixture(scope="module")
def results(items: list[corpus.Item], read: dict[str, list[tuple[Article, Claim]]]) -> dict[str, Outcome]:
    matcher = Matcher(catalog.load())
    return {
        item.id: matcher.score(item.claims, item.optional, [corpus.fields(claim) for _, claim in read[item.id]])
        for item in items
    }


@pytest.mark.parametrize("known", [known for known in floors.load().set if known.half], ids=lambda known: known.name)
def test_as_much_is_read_as_before(items: list[corpus.Item], results: dict[str, Outcome], known: floors.Set) -> None:
    table = corpus.tallies(known.of(items), results)
    assert floors.load().fallen(known.name, table) == {}


def test_evidence_is_the_very_text(read: dict[str, list[tuple[Article, Claim]]]) -> None:
    pairs = [pair for found in read.values() for pair in found]
    wrong = [
        claim.evidence
        for article, claim in pairs
        if not claim.evidence.quote or article.text[claim.evidence.start : claim.evidence.end] != claim.evidence.quote
    ]
    assert pairs
    assert not wrong


def test_nothing_is_read_from_texts_on_something_else(
    items: list[corpus.Item], read: dict[str, list[tuple[Article, Claim]]]
) -> None:
    elsewhere = [item.id for item in items if not item.about]
    assert len(elsewhere) > 10
    assert [name for name in elsewhere if read[name]] == []


def test_items_are_well_formed(items: list[corpus.Item]) -> None:
    names = catalog.load()
    assert len({item.id for item in items}) == len(items)
    for item in items:
        for claim in (*item.claims, *item.optional):
            assert claim["kind"] in corpus.KINDS, item.id
            assert claim.get("at", "") in item.text, item.id
            assert claim.get("resource", "uranium") in names.commodities, item.id
            assert claim.get("route", "tapi") in names.routes, item.id
            assert claim.get("property", "capital") in names.properties, item.id
            assert claim.get("plover", "AGREE") in names.plover, item.id


def test_the_corpus_has_every_kind_and_every_type_of_event(items: list[corpus.Item]) -> None:
    claims = [claim for item in items for claim in item.claims]
    assert {claim["kind"] for claim in claims} == set(corpus.KINDS)
    assert {claim["plover"] for claim in claims if claim["kind"] == "event"} == set(catalog.load().plover)
