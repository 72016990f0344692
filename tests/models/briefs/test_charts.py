"""Charts of a brief tell of a disputed year all sides, and keep the words that go with a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from models import briefs
from models.briefs import Subject
from models.briefs.drawing import Series, chart
from models.library import Library
from models.records import Quantity, RouteFact
from tests.models.briefs.test_folding import step
from tests.models.making import RAILWAY, claim

if TYPE_CHECKING:
    from pathlib import Path

    from models.catalog import Catalog

DAY = "2026-11-21"


def carried(tonnes: float, year: int) -> RouteFact:
    return RouteFact(RAILWAY, "carried", Quantity(tonnes, "tonne"), year)


def test_a_disputed_year_reaches_from_side_to_side_and_hedges_are_kept(catalog: Catalog, tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library", catalog)
    hedged = structs.replace(claim(carried(500, 2021), "a"), certainty="less than")
    one = [hedged, claim(carried(400, 2022), "a"), claim(carried(600, 2023), "a")]
    library.add([step("a", one), step("b", [claim(carried(800, 2023), "b")])])
    parts = briefs.make(library, Subject("routes", (RAILWAY,)), DAY).chapters[0].parts
    (picture,) = next(part.pictures for part in parts if part.id == "charts")
    assert picture.told.endswith("less than 500 (2021), 400 (2022), 600–800 (2023)")


def test_the_words_of_a_low_stand_below_its_dot() -> None:
    drawn = chart(Series("Output", ((2020, 9, 9, "nine"), (2021, 6, 6, "six"), (2022, 9, 9, "nine"))), 238, 104)
    heights = {line.split(">")[1][:4]: float(line.split('y="')[1].split('"')[0]) for line in drawn.split("<text")[1:]}
    assert heights["six<"] > heights["nine"] + 30
