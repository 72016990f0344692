"""What a claim is told of and its sentence does not name is told beside the sentence."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from models.catalog import load
from models.pages.carried import carried
from models.pages.evidence import evidence_page
from models.phrases import Phrases
from models.records import Bibliography, Commitment, Content, Event, Money, Profile, Quantity, Resource, RouteFact
from models.statements import group
from tests.models.making import claim

CATALOG = load()
RAILWAY = "cku-railway"
OIL = Resource("KAZ", "crude oil", "exports", quantity=Quantity(1e6, "tonne"))
COST = RouteFact(RAILWAY, "cost", Quantity(4.7e9, "USD"))


@pytest.mark.parametrize(
    ("content", "quote", "missing"),
    [
        (OIL, "Kazakh oil exports came to a million tonnes.", ()),
        (OIL, "Exports of oil came to a million tonnes.", ("KAZ",)),
        (OIL, "Astana sold a million tonnes.", ("crude oil",)),
        (OIL, "Поставки казахстанской нефти составили миллион тонн.", ()),
        (replace(OIL, site="Tengiz"), "Tengiz sold a million tonnes of oil.", ()),
        (COST, "The line costs $4.7 billion.", (RAILWAY,)),
        (COST, "The China-Kyrgyzstan-Uzbekistan railway costs $4.7 billion.", ()),
        (Profile("KGZ", "population", 7.3e6, "people"), "The country has 7.3 million people.", ("KGZ",)),
        (Commitment(("JPN",), ("TJK",), Money(1e6, "USD")), "Japan gave it a million dollars.", ("TJK",)),
        (Event("CONSULT", ("UZB",), ("JPN",)), "They met in Tashkent.", ("JPN",)),
    ],
)
def test_what_the_sentence_does_not_name(content: Content, quote: str, missing: tuple[str, ...]) -> None:
    about = claim(content)
    assert carried(replace(about, evidence=replace(about.evidence, quote=quote)), CATALOG) == missing


def test_the_evidence_tells_it_by_name() -> None:
    about = claim(COST)
    about = replace(about, evidence=replace(about.evidence, quote="The line costs $4.7 billion."))
    (statement,) = group([about], CATALOG)
    known = {about.evidence.article: Bibliography(about.evidence.article, "On a railway", "a.txt")}
    (sentence,) = evidence_page(statement, Phrases(CATALOG), known, {}, CATALOG).sentences
    assert sentence.carried == (CATALOG.name(RAILWAY),)
