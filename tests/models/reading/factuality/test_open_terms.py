"""Who has not agreed on a price may have an agreement; a source in a ministry is not the ministry."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import HEARSAY, Event, Resource
from tests.models.reading.making import told


def _agreed(reader: Reader, prose: str) -> list[bool]:
    claims = [claim for claim in told(reader, prose) if isinstance(claim.content, Event)]
    return [claim.affirmed for claim in claims if getattr(claim.content, "plover", "") == "AGREE"]


@pytest.mark.parametrize(
    "prose",
    [
        "Ankara and Ashgabat have not agreed on a price, a source in the Turkish energy ministry told Interfax.",
        "Turkey and Turkmenistan have not agreed on the terms.",
        "Kazakhstan and China did not reach agreement on a transit tariff.",
    ],
)
def test_a_price_that_is_open_denies_no_agreement(reader: Reader, prose: str) -> None:
    assert not _agreed(reader, prose)


@pytest.mark.parametrize(
    "prose",
    [
        "Kazakhstan and Uzbekistan have not signed an agreement on water.",
        "Turkey and Turkmenistan failed to agree on the price of gas.",
        "Kazakhstan and Uzbekistan did not agree on the delimitation of the border.",
    ],
)
def test_an_agreement_that_was_not_reached_is_denied(reader: Reader, prose: str) -> None:
    assert _agreed(reader, prose) == [False]


@pytest.mark.parametrize(
    ("prose", "who"),
    [
        ("{}, a source in the Turkish energy ministry told Interfax.", "a source in the Turkish energy ministry"),
        ("{}, a source at Turkmengaz said.", "a source at Turkmengaz"),
        ("A source in the Turkish energy ministry said that {}.", "a source in the Turkish energy ministry"),
    ],
)
def test_a_source_in_a_body_is_not_the_body(reader: Reader, prose: str, who: str) -> None:
    prose = prose.format("Turkmenistan exported 2 bcm of gas to Turkey in 2025")
    (claim,) = (claim for claim in told(reader, prose) if isinstance(claim.content, Resource))
    assert claim.attribution == who
    assert HEARSAY in claim.badges
