"""When "the region" is the one that the article is of."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Event
from tests.models.reading.making import told

BEFORE = "Central Asia trades more."


@pytest.mark.parametrize(
    ("prose", "lands"),
    [
        ("Xi Jinping arrived in the region on Monday.", {"CHN", "C5"}),
        ("Xi Jinping arrived in the region of Mangystau on Monday.", {"CHN", "KAZ"}),
        ("Kassym-Jomart Tokayev arrived in the region of Mangystau on Monday.", set()),
        ("China put the cost in the region of $5 million on Monday.", set()),
    ],
)
def test_a_region_that_is_named_is_a_part_of_a_state(reader: Reader, prose: str, lands: set[str]) -> None:
    events = [claim.content for claim in told(reader, f"{BEFORE} {prose}") if isinstance(claim.content, Event)]
    assert {code for event in events for code in (*event.actor, *event.target)} == lands
