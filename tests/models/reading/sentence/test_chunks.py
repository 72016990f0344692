"""Who did the same as the subject of a clause joins it."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Commitment, Event, Resource
from tests.models.reading.making import told


@pytest.mark.parametrize(
    "prose",
    [
        "Kazakhstan signed up to the single tariff, Georgia too.",
        "Kazakhstan has signed the convention on mudflows, as has Georgia.",
        "In May Kazakhstan agreed to the plan in principle, and so did Georgia.",
    ],
)
def test_who_did_the_same_is_party_to_it(reader: Reader, prose: str) -> None:
    events = [claim.content for claim in told(reader, prose) if isinstance(claim.content, Event)]
    assert {"KAZ", "GEO"} in [set(event.actor) for event in events]


def test_who_makes_the_same_makes_it(reader: Reader) -> None:
    claims = told(reader, "Uzbekistan mines gold, and so does Kyrgyzstan.")
    made = {claim.content.country for claim in claims if isinstance(claim.content, Resource)}
    assert made == {"UZB", "KGZ"}


def test_a_firm_does_not_join_a_state(reader: Reader) -> None:
    claims = told(reader, "Kazakhstan signed up to the single tariff, Eni too.")
    assert not [claim for claim in claims if isinstance(claim.content, Event) and len(claim.content.actor) > 1]


def test_goods_that_the_catalog_does_not_have_break_no_list(reader: Reader) -> None:
    prose = "Uzbekistan exports more. The main products exported to China included cherries, silver, leather, carpets, "
    claims = told(reader, f"{prose}copper, plums and mineral fertilizers.")
    sold = {claim.content.resource for claim in claims if isinstance(claim.content, Resource)}
    assert sold >= {"silver", "copper", "fertilizer"}


def test_a_firm_is_no_other_one_when_its_kind_is_told_behind_its_name(reader: Reader) -> None:
    prose = (
        "Northlode, a Canadian mining company, opened a mine in Kyrgyzstan. The company will invest $30 million in it."
    )
    paid = [claim.content for claim in told(reader, prose) if isinstance(claim.content, Commitment)]
    assert [item.by for item in paid] == [("Northlode",)]
