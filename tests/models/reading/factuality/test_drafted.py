"""A way that is yet to be connects nothing yet, and what one may do is not what one does."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Modality, Resource, RouteFact
from tests.models.reading.making import article

_LINE = "China-Kyrgyzstan-Uzbekistan railway"
_ENDS = ("CHN", "UZB")


def _leads(reader: Reader, prose: str) -> list[tuple[Modality, object]]:
    """How real it is where the way leads, and where that is."""
    claims = (claim for claim in reader.claims(article(prose)) if isinstance(claim.content, RouteFact))
    return [(claim.modality, claim.content.object) for claim in claims if claim.content.predicate == "connects"]


@pytest.mark.parametrize(
    "prose",
    [
        f"The planned {_LINE} connects Kashgar with Andijan.",
        f"The long-discussed {_LINE} connects Kashgar with Andijan.",
        f"The {_LINE} would be the shortest route between China and Uzbekistan.",
        f"The {_LINE} is a proposed line between Kashgar and Andijan.",
    ],
)
def test_a_way_that_is_only_planned_leads_nowhere_yet(reader: Reader, prose: str) -> None:
    assert _leads(reader, prose) == [(Modality.PLANNED, _ENDS)]


@pytest.mark.parametrize(
    "prose",
    [
        f"The {_LINE} connects Kashgar with Andijan.",
        f"The {_LINE} is the shortest route between China and Uzbekistan.",
    ],
)
def test_a_way_that_is_there_leads_where_it_does(reader: Reader, prose: str) -> None:
    assert _leads(reader, prose) == [(Modality.DONE, _ENDS)]


@pytest.mark.parametrize(
    "runs",
    ["would run from Kashgar to Andijan", "will pass over high mountains from Kashgar to Andijan"],
)
def test_a_way_that_would_run_is_as_real_as_its_verb(reader: Reader, runs: str) -> None:
    assert _leads(reader, f"The {_LINE} {runs}.") == [(Modality.PLANNED, _ENDS)]
    assert _leads(reader, f"The {_LINE}, which {runs}, is long.") == [(Modality.PLANNED, _ENDS)]


@pytest.mark.parametrize(
    ("prose", "modality"),
    [
        ("The company has permission to export 2 million tonnes of coal from Kazakhstan.", Modality.POSSIBLE),
        ("Kazatomprom is licensed to produce 3,000 tonnes of uranium in Kazakhstan.", Modality.POSSIBLE),
        ("Tajikistan is allowed to export 3 million tonnes of coal to Uzbekistan.", Modality.POSSIBLE),
        ("Tajikistan exported 3 million tonnes of coal to Uzbekistan.", Modality.DONE),
    ],
)
def test_what_one_may_do_is_possible(reader: Reader, prose: str, modality: Modality) -> None:
    goods = [claim for claim in reader.claims(article(prose)) if isinstance(claim.content, Resource)]
    assert {claim.modality for claim in goods} == {modality}


@pytest.mark.parametrize(
    ("prose", "ahead"),
    [
        ("Kazakhstan began to build a nuclear power plant at Ulken.", False),
        ("Kazakhstan has begun to build a nuclear power plant at Ulken.", False),
        ("Kazakhstan started to develop the lithium deposit.", False),
        ("Kazakhstan is to build a nuclear power plant at Ulken.", True),
        ("Kazakhstan will begin to build a nuclear power plant at Ulken.", True),
    ],
)
def test_what_has_begun_is_under_way(reader: Reader, prose: str, *, ahead: bool) -> None:
    claims = [claim for claim in reader.claims(article(prose)) if isinstance(claim.content, Resource)]
    assert [claim.modality.ahead for claim in claims] == [ahead]
