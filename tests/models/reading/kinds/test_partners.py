"""Whose partners, deals and figures are where the sentence names only the other side, or nobody."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Event, Relation, Resource
from tests.models.reading.making import told


def _ties(reader: Reader, text: str) -> set[tuple[str, str]]:
    contents = (claim.content for claim in told(reader, text))
    return {(content.a, content.b) for content in contents if isinstance(content, Relation)}


def _events(reader: Reader, text: str, plover: str) -> list[Event]:
    contents = (claim.content for claim in told(reader, text))
    return [content for content in contents if isinstance(content, Event) and content.plover == plover]


@pytest.mark.parametrize(
    "told_of",
    [
        "Trade with China came to $22 billion. Trade with Russia was $12 billion.",
        "Its main partners are China ($22 billion) and Kazakhstan ($3 billion). Trade with Russia was $12 billion.",
        "China accounted for 20 percent of turnover, Kazakhstan for 6 percent. Trade with Russia was $12 billion.",
    ],
)
def test_a_list_of_partners_leaves_it_to_the_state_spoken_of(reader: Reader, told_of: str) -> None:
    ties = _ties(reader, f"The agency of Uzbekistan published its figures for last year. {told_of}")
    assert ("UZB", "RUS") in ties
    assert not {("CHN", "RUS"), ("KAZ", "RUS")} & ties


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The ministry said on 3 March 2025 that Kazakhstan and Uzbekistan had signed an agreement.", None),
        ("Kazakhstan and Uzbekistan signed an agreement on 3 March 2025, the ministry said.", "2025-03-03"),
        ("The ministry said that Kazakhstan and Uzbekistan had signed an agreement on 3 March 2025.", "2025-03-03"),
    ],
)
def test_the_day_of_saying_is_not_that_of_the_deed(reader: Reader, text: str, date: str | None) -> None:
    assert [event.date for event in _events(reader, text, "AGREE")] == [date]


def test_an_offer_that_is_turned_down_is_the_firms_that_made_it(reader: Reader) -> None:
    text = "Kabul spoke with Tashkent. Gazprom offered gas to Turkmenistan, but Ashgabat declined the offer."
    assert [(event.actor, event.target) for event in _events(reader, text, "REJECT")] == [(("TKM",), ("Gazprom",))]


@pytest.mark.parametrize(
    ("line", "firm"),
    [("Electricity: generation of 61 billion kWh.", ""), ("Its output of gold was 3 tonnes.", "Kazatomprom")],
)
def test_figures_of_another_good_are_not_of_the_firm_before(reader: Reader, line: str, firm: str) -> None:
    text = f"Kazakhstan has figures. Kazatomprom mined 12,240 tonnes of uranium. {line}"
    found = [claim.content for claim in told(reader, text) if isinstance(claim.content, Resource)]
    assert found[-1].firm == firm


def test_a_minister_for_a_part_of_the_world_acts_for_his_own_land(reader: Reader) -> None:
    text = "Jane Doe, Britain's minister for Europe, met Kazakhstan's foreign minister in Astana."
    assert [(event.actor, event.target) for event in _events(reader, text, "CONSULT")] == [(("GBR",), ("KAZ",))]
