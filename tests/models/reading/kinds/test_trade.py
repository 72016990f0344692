"""Trade between states: what a sum of it measures, of which goods, and how real it is."""

from __future__ import annotations

import hashlib

import pytest

from models.reading import Reader
from models.records import Modality, Quantity, Relation
from tests.models.reading.making import article


def sums(reader: Reader, text: str) -> list[tuple[str, Quantity | None, Modality]]:
    claims = [claim for claim in reader.claims(article(text)) if isinstance(claim.content, Relation)]
    return [(claim.content.relation, claim.content.quantity, claim.modality) for claim in claims]


@pytest.mark.parametrize(
    ("text", "relation", "of", "modality"),
    [
        ("Trade between Kazakhstan and Uzbekistan reached $1 billion.", "trade", None, Modality.DONE),
        ("Agricultural trade between Kazakhstan and Uzbekistan reached $1 billion.", "trade", "agricultural", "done"),
        ("Wheat trade between Kazakhstan and Uzbekistan reached $1 billion.", "trade", "wheat", "done"),
        ("Non-oil trade between Kazakhstan and Turkey was $1 billion.", "trade", "non-oil", "done"),
        ("Trade in services between Kazakhstan and China hit $1 billion.", "trade", "services", "done"),
        ("Trade between Kazakhstan and Uzbekistan grew by $1 billion.", "change in trade", None, "done"),
        ("Trade between Kazakhstan and Uzbekistan grew by a tenth to $1 billion.", "trade", None, "done"),
        ("Kazakhstan's exports to China totalled $1 billion.", "exports", None, "done"),
        ("Kazakhstan's trade with China is to reach $1 billion by 2030.", "trade", None, "planned"),
        ("Kazakhstan's trade with China will reach $1 billion by 2030.", "trade", None, "planned"),
        ("Trade between Kazakhstan and China could hit $1 billion.", "trade", None, "possible"),
        ("Trade between Kazakhstan and China is reported to have reached $1 billion.", "trade", None, "done"),
        ("Trade between Kazakhstan and China was about $1 billion.", "trade", None, "done"),
    ],
)
def test_a_sum_of_trade_tells_what_it_measures(
    reader: Reader, text: str, relation: str, of: str | None, modality: str
) -> None:
    assert sums(reader, text) == [(relation, Quantity(1e9, "USD", of), modality)]


def test_goods_that_others_trade_are_not_traded_by_the_state_before(reader: Reader) -> None:
    text = "Kazakhstan grows. Trade in goods between France and Italy hit $30 billion in 2024."
    ties = [claim.content for claim in reader.claims(article(text)) if isinstance(claim.content, Relation)]
    assert {(tie.a, tie.b) for tie in ties} == {("FRA", "ITA")}


def test_a_tie_without_a_figure_keeps_the_id_that_it_had(reader: Reader) -> None:
    about = article("Kazakhstan borders Uzbekistan.")
    (claim,) = (claim for claim in reader.claims(about) if claim.rule == "relation.border")
    content = '{"kind":"relation","a":"KAZ","b":"UZB","relation":"shares border"}'
    told = f"{about.id} {claim.evidence.start} {claim.evidence.end} {claim.rule} {content}"
    assert claim.id == hashlib.sha256(told.encode()).hexdigest()[:16]
