"""Who acts in an event where no state is named beside the verb."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Event
from tests.models.reading.making import told


@pytest.mark.parametrize(
    ("prose", "done"),
    [
        (
            "Kyrgyzstan checks its brokers. The State Committee for Order searched the offices of three brokers.",
            [("COERCE", ("KGZ",), ())],
        ),
        ("The Tajik president, Emomali Rahmon, took Putin to task over fees.", [("ACCUSE", ("TJK",), ("RUS",))]),
        ("Uzbekistan has closed the bazaar. Riot police bundled nine traders into vans.", [("COERCE", ("UZB",), ())]),
        ("Riot police bundled nine traders into vans.", []),
        ("The ministry in Astana gave way over the price of fuel.", [("CONCEDE", ("KAZ",), ())]),
    ],
)
def test_who_acts(prose: str, done: list[tuple[str, tuple[str, ...], tuple[str, ...]]], reader: Reader) -> None:
    contents = [claim.content for claim in told(reader, prose) if isinstance(claim.content, Event)]
    acts = [(event.plover, event.actor, event.target) for event in contents]
    assert [act for act in acts if act[0] in {"COERCE", "ACCUSE", "CONCEDE"}][-1:] == done
