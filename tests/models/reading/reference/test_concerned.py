"""A quote concerns the state of who speaks, and not one that merely stands beside or before it."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Quote
from tests.models.reading.making import article


def _lands(reader: Reader, prose: str) -> tuple[str, ...]:
    """The states that the last quote of the prose concerns."""
    quotes = [claim.content for claim in reader.claims(article(prose)) if isinstance(claim.content, Quote)]
    return quotes[-1].lands


@pytest.mark.parametrize(
    ("prose", "land"),
    [
        (
            "Turkmenistan sells gas to Azerbaijan. Iran denied that it had stopped transit of Turkmen gas. "
            '"The flows are normal," Oil Ministry spokesman Dara Kermani said.',
            "IRN",
        ),
        (
            "Turkmenistan sells gas to Azerbaijan. Iran rejected the reports about Turkmen gas. "
            "The oil ministry said that the flows were normal.",
            "IRN",
        ),
        (
            'Turkmenistan sells gas to Iraq. "We need it," the Iraqi electricity ministry spokesman Omar Aziz said.',
            "IRQ",
        ),
        (
            "Turkmenistan sells gas to Iraq. "
            '"We need it," said Omar Aziz, a spokesman for the electricity ministry in Baghdad.',
            "IRQ",
        ),
        (
            "Uzbekistan produced 30 bcm of gas. Uzbekistan bought 9 bcm from Russia. "
            "Trade with Kazakhstan reached $4 billion, the statistics agency said. The tracks to China would not be "
            "ready before 2031, a transport ministry official said.",
            "UZB",
        ),
    ],
)
def test_the_speakers_own_land_comes_first(reader: Reader, prose: str, land: str) -> None:
    assert _lands(reader, prose)[0] == land


def test_a_land_that_merely_stands_before_has_no_part_in_it(reader: Reader) -> None:
    prose = (
        "Turkmenistan sells gas to Azerbaijan. Iran denied that it had stopped transit of Turkmen gas. "
        '"The flows are normal," Oil Ministry spokesman Dara Kermani said.'
    )
    assert _lands(reader, prose) == ("IRN",)


@pytest.mark.parametrize(
    ("prose", "lands"),
    [
        (
            "Uzbekistan sold gas. Uzbekistan built plants. Trade with Kazakhstan reached $4 billion, the statistics "
            "agency said.",
            ("UZB", "KAZ"),
        ),
        (
            "Uzbekistan built plants. Uzbekistan grew. Imports from Kazakhstan were $4 billion, the statistics agency "
            "said.",
            ("UZB", "KAZ"),
        ),
        ("Talks went on. Exports from Uzbekistan to Turkey rose by 5%, the statistics agency said.", ("UZB", "TUR")),
        ("Talks went on. Kazakhstan would sell gold, the central bank said.", ("KAZ",)),
    ],
)
def test_a_body_is_not_of_the_land_that_it_tells_of_trade_with(
    reader: Reader, prose: str, lands: tuple[str, ...]
) -> None:
    assert _lands(reader, prose) == lands
