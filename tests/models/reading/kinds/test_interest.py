"""Interest in lending is no loan, and no promise of one."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Commitment, Modality
from tests.models.reading.making import told


@pytest.mark.parametrize(
    ("text", "deed", "modality"),
    [
        ("The EBRD signed letters of interest to lend $600 million to Kazakhstan.", "interested", Modality.POSSIBLE),
        ("The EBRD has expressed interest in lending $300 million to Uzbekistan.", "interested", Modality.POSSIBLE),
        ("The EBRD is interested in investing $300 million in Uzbekistan.", "interested", Modality.POSSIBLE),
        ("The EBRD lent $300 million to Uzbekistan at low interest.", "lent", Modality.DONE),
        ("The EBRD may lend $300 million to Uzbekistan.", "loan", Modality.POSSIBLE),
    ],
)
def test_interest_in_lending_is_possible_at_most(reader: Reader, text: str, deed: str, modality: Modality) -> None:
    found = [
        (claim.content.deed, claim.modality) for claim in told(reader, text) if isinstance(claim.content, Commitment)
    ]
    assert found == [(deed, modality)]
