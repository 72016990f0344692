"""Bodies of two states: whom "the commission" stands for behind them, and whom it does not."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Event, Quote
from tests.models.reading.making import article, told


def _agreed(reader: Reader, prose: str) -> list[tuple[str, ...]]:
    events = [claim.content for claim in told(reader, prose) if isinstance(claim.content, Event)]
    return [event.actor for event in events if event.plover == "AGREE"]


@pytest.mark.parametrize(
    ("named", "called", "both"),
    [
        ("The Cooperation Council between the European Union and Tajikistan met.", "The Council", ("EUU", "TJK")),
        ("The Kazakh-Chinese commission on trade met in Almaty.", "The commission", ("KAZ", "CHN")),
        ("The joint committee of Uzbekistan and Japan met in Tokyo.", "The joint committee", ("UZB", "JPN")),
        ("A working group between Uzbekistan and Afghanistan met.", "The working group", ("UZB", "AFG")),
    ],
)
def test_a_joint_body_is_both_states(reader: Reader, named: str, called: str, both: tuple[str, ...]) -> None:
    assert _agreed(reader, f"{named} {called} agreed to set up a fund.") == [both]


@pytest.mark.parametrize(
    "prose",
    [
        "A council of elders met in Tajikistan. The council agreed to set up a fund.",
        "The joint committee of Uzbekistan and Japan met. The State Customs Committee was late. "
        "The Committee agreed to set up a fund.",
    ],
)
def test_a_body_of_its_own_is_nobody_else(reader: Reader, prose: str) -> None:
    assert _agreed(reader, prose) == []


def test_what_a_joint_body_notes_is_no_quote_of_a_council(reader: Reader) -> None:
    prose = "The Cooperation Council between the EU and Tajikistan met. The Council noted that trade had grown."
    claims = reader.claims(article(prose))
    assert "Council" not in [claim.content.speaker for claim in claims if isinstance(claim.content, Quote)]
