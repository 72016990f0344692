"""The figure that something is to reach stands whole in a summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.reading.around.goals import with_goal
from models.records import Event
from tests.models.reading.making import told

if TYPE_CHECKING:
    from models.reading.reader import Reader


@pytest.mark.parametrize(
    ("prose", "end"),
    [
        (
            "Turkmenistan and Azerbaijan agreed on Friday to raise the freight between their ports on the Caspian Sea "
            "to 3.5 million tonnes a year by 2031, the ministry said.",
            "to 3.5 million tonnes a year by 2031",
        ),
        (
            "Iran and Tajikistan signed on Friday in Dushanbe a pact to bring their trade up to $500 million by 2027 "
            "and to build two new bazaars.",
            "to $500 million by 2027",
        ),
    ],
)
def test_a_goal_is_not_cut_off(reader: Reader, prose: str, end: str) -> None:
    summaries = [claim.content.summary for claim in told(reader, prose) if isinstance(claim.content, Event)]
    assert [summary for summary in summaries if summary.endswith(end)], summaries


@pytest.mark.parametrize(("text", "cut"), [("a protocol on the transport of honey to towns in the hills", 30)])
def test_what_is_no_goal_is_cut_as_before(text: str, cut: int) -> None:
    assert with_goal(text, cut) == cut
