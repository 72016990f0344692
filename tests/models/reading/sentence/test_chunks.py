"""Who did the same as the subject of a clause joins it."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Event, Resource
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
