"""States and bodies of one list all take part."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Event
from tests.models.reading.making import told

ALL = {"KAZ", "EUU", "World Bank"}


@pytest.mark.parametrize(
    "prose",
    [
        "Leaders of Kazakhstan, the European Union and the World Bank met in Astana.",
        "In Uzbekistan, the World Bank, Kazakhstan and the European Union signed a treaty.",
        "A meeting between the World Bank, the European Union and Kazakhstan was held in Astana.",
        "Meeting in the Uzbek capital, the World Bank, Kazakhstan and the European Union issued a joint declaration.",
    ],
)
def test_all_in_a_list_of_states_and_bodies_take_part(reader: Reader, prose: str) -> None:
    events = [claim.content for claim in told(reader, prose) if isinstance(claim.content, Event)]
    assert events
    assert {frozenset((*event.actor, *event.target)) for event in events} == {frozenset(ALL)}


def test_who_stands_outside_the_list_is_faced_by_all_in_it(reader: Reader) -> None:
    prose = "Sadyr Japarov met Kazakhstan, the European Union and the World Bank on Monday."
    [event] = [claim.content for claim in told(reader, prose) if isinstance(claim.content, Event)]
    assert (event.actor, set(event.target)) == (("KGZ",), ALL)
