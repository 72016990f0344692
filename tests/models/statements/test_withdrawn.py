"""What is taken back by the only ones who told it is past, and contests nothing."""

from __future__ import annotations

import pytest
from msgspec import structs

from models.catalog import Catalog
from models.records import Claim, Content, Event, Evidence, Standing
from models.statements import group


def _claim(number: int, content: Content, *, affirmed: bool = True) -> Claim:
    evidence = Evidence(f"article{number}", 0, 10, "some words")
    return Claim(f"claim{number}", content, evidence, "rule", affirmed=affirmed)


HALTED = Event("SANCTION", ("TKM",), ("UZB",), summary="had halted exports of goods")


@pytest.mark.parametrize(
    ("told_by", "denied_by", "denied_on", "settled"),
    [
        ("Steppe Ledger", "Steppe Ledger", "2026-01-26", True),
        ("the Steppe Ledger", "Steppe Ledger", "2026-01-26", True),
        ("", "Steppe Ledger", "2026-01-26", True),  # told by its publisher itself
        ("Steppe Ledger", "Steppe Ledger", "2026-01-20", False),  # told again after the denial
        ("Steppe Ledger", "Steppe Ledger", "", False),
        ("Hill Herald", "Steppe Ledger", "2026-01-26", False),
        ("Steppe Ledger", "", "2026-01-26", False),
        ("officials", "officials", "2026-01-26", False),
    ],
)
def test_what_its_only_source_takes_back_is_past_and_contests_nothing(
    catalog: Catalog, told_by: str, denied_by: str, denied_on: str, *, settled: bool
) -> None:
    told = structs.replace(_claim(1, HALTED), attribution=told_by or None)
    denied = structs.replace(_claim(2, HALTED, affirmed=False), attribution=denied_by or None)
    published, houses = {"article1": "2026-01-22", "article2": denied_on}, {"article1": ("Steppe Ledger", "2026")}
    found = group([told, denied], catalog, published=published, houses=houses)
    standings = {claim.id: one.standing for one in found for claim in one.claims}
    assert [one.claims[0].id for one in found if one.standing is Standing.WITHDRAWN] == (["claim1"] if settled else [])
    if settled:
        assert standings == {"claim1": Standing.WITHDRAWN, "claim2": Standing.SINGLE}
    else:
        assert set(standings.values()) == {Standing.CONTESTED}


def test_what_another_source_tells_as_well_stays_contested(catalog: Catalog) -> None:
    told = [structs.replace(_claim(at, HALTED), attribution=who) for at, who in ((1, "Steppe Ledger"), (3, None))]
    denied = structs.replace(_claim(2, HALTED, affirmed=False), attribution="Steppe Ledger")
    published = {"article1": "2026-01-22", "article2": "2026-01-26", "article3": "2026-01-22"}
    (found,) = group([*told, denied], catalog, published=published)
    assert found.standing is Standing.CONTESTED
