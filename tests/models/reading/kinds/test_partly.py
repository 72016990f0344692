"""Of goods of which only a part goes by a route, the route carried the part and never the whole."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Quantity, RouteFact
from tests.models.reading.making import told

WHOLE = "Kazakhstan exported 58.2 million tons of oil in 2025"


def _carried(reader: Reader, prose: str) -> set[tuple[str, object]]:
    contents = [claim.content for claim in told(reader, prose)]
    facts = [content for content in contents if isinstance(content, RouteFact)]
    return {(fact.route, fact.object.value) for fact in facts if isinstance(fact.object, Quantity)}


@pytest.mark.parametrize(
    "part",
    [
        "of which 46.9 million tons went through the CPC",
        "and of these 46.9 million tons went through the CPC",
        "46.9 million tons of it through the CPC",
        "with nearly 46.9 million tons moving through the CPC",
        "including 46.9 million tons through the CPC",
    ],
)
def test_a_route_carries_only_the_part_that_goes_by_it(reader: Reader, part: str) -> None:
    assert _carried(reader, f"{WHOLE}, {part}.") == {("cpc", 46.9e6)}


@pytest.mark.parametrize("part", ["most of which went through the CPC", "of which 80% was shipped through the CPC"])
def test_a_part_without_its_figure_gives_the_route_none(reader: Reader, part: str) -> None:
    assert not _carried(reader, f"{WHOLE}, {part}.")


@pytest.mark.parametrize("rest", ["all of which went through the CPC", "and sent it through the CPC"])
def test_what_goes_by_a_route_as_a_whole_is_its_own(reader: Reader, rest: str) -> None:
    assert _carried(reader, f"{WHOLE}, {rest}.") == {("cpc", 58.2e6)}
