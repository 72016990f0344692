"""Charts of a brief tell of a disputed year all sides, and keep the words that go with a figure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from msgspec import structs

from models import briefs
from models.briefs import Subject
from models.briefs.charts import WIDE, WIDTH
from models.briefs.drawing import Series, chart, has_room
from models.briefs.drawing.geometry import Box
from models.briefs.drawing.room import along
from models.briefs.drawing.svg import width_of
from models.library import Library
from models.records import Quantity, Rank, RouteFact
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


@pytest.mark.parametrize(("years", "drawn"), [((2022, 2023, 2024), True), ((2023, 2024), False)])
def test_a_country_is_shown_what_its_routes_carried_over_time_with_the_sources(
    catalog: Catalog, tmp_path: Path, years: tuple[int, ...], *, drawn: bool
) -> None:
    library = Library.open(tmp_path / "library", catalog)
    parts_ = [RouteFact(RAILWAY, "carried", Quantity(9.0, "tonne", "first quarter"), year) for year in (2019, 2020)]
    facts = [RouteFact(RAILWAY, "crosses", ("CHN", "KAZ")), *(carried(year * 100, year) for year in years), *parts_]
    elsewhere = [RouteFact("btc", "bypasses", ("KAZ",))]
    elsewhere += [RouteFact("btc", "carried", Quantity(1e6 + year, "tonne"), year) for year in (2021, 2022, 2023)]
    claims = [claim(fact, "a", quote=f"Sentence {at}.") for at, fact in enumerate((*facts, *elsewhere))]
    library.add([step("a", claims)])
    parts = briefs.make(library, Subject("countries", ("KAZ",)), DAY).chapters[0].parts
    found = [part for part in parts if part.id == "charts"]
    assert [len(part.pictures) for part in found] == [1] * drawn
    for part in found:
        assert part.pictures[0].told.endswith("202,200 (2022), 202,300 (2023), 202,400 (2024)")
        assert [entry.numbers for entry in part.entries] == [(1,)]
        assert "(2022–2024)" in part.entries[0].text
    several = briefs.make(library, Subject("countries", ("CHN", "KAZ")), DAY).chapters
    assert sum(len(part.pictures) for chapter in several for part in chapter.parts if part.id == "charts") == drawn


def test_a_value_that_the_user_prefers_stands_alone_in_the_chart_and_is_marked_in_the_list(
    catalog: Catalog, tmp_path: Path
) -> None:
    library = Library.open(tmp_path / "library", catalog)
    one = [claim(carried(tonnes, year), "a") for tonnes, year in ((500, 2021), (400, 2022), (600, 2023))]
    library.add(
        [step("a", one), step("b", [claim(carried(800, 2023), "b")]), step("c", [claim(carried(600, 2023), "c")])]
    )
    told = next(found for found in library.statements() if len(found.variants) > 1)
    library.rank(told.id, 1, Rank.PREFERRED)
    parts = briefs.make(library, Subject("routes", (RAILWAY,)), DAY).chapters[0].parts
    (picture,) = next(part.pictures for part in parts if part.id == "charts")
    assert picture.told.endswith("500 (2021), 400 (2022), 800 (2023)")
    rows = [row for part in parts if part.table for row in part.table.rows]
    (label,) = (row.label for row in rows if "prefer" in row.label)
    assert label.startswith("preferred by hand; elsewhere: ")
    assert "600 tonnes" in label
    assert [figure.value for figure in library.route(RAILWAY).figures] == [500, 400, 800]


def test_the_words_of_a_low_stand_below_its_dot() -> None:
    drawn = chart(Series("Output", ((2020, 9, 9, "nine"), (2021, 6, 6, "six"), (2022, 9, 9, "nine"))), 238, 104)
    heights = {line.split(">")[1][:4]: float(line.split('y="')[1].split('"')[0]) for line in drawn.split("<text")[1:]}
    assert heights["six<"] > heights["nine"] + 30


@pytest.mark.parametrize(("low", "high"), [(4120, 5100), (2000, 5100), (4120, 4120)])
def test_no_range_runs_through_its_own_words(low: float, high: float) -> None:
    values = ((2023, 2764, 2764, "2.764 million"), (2024, 4480, 4480, "4.48 million"), (2025, low, high, "of the year"))
    drawn = chart(Series("Carried", values), 238, 104)
    (foot,) = (float(y) for y in re.findall(r'y="([\d.]+)"[^>]*>of the year<', drawn))
    (dot, *_) = (float(y) for y in reversed(re.findall(r'cy="([\d.]+)"', drawn)))
    bars = re.findall(r'd="M[\d.]+,([\d.]+) [\d.]+,([\d.]+)"[^>]*stroke-width="2.4"', drawn)
    ends = [float(end) for bar in bars for end in bar]
    assert len(ends) == 2 * (low < high)
    top, bottom = min([dot, *ends]), max([dot, *ends])
    assert foot < top or foot - 6 > bottom


def test_no_line_runs_through_the_words_of_a_value() -> None:
    values = ((2019, 759, 759, "759,000"), (2020, 783, 783, "783,000"), (2021, 586, 586, "586,000"))
    more = ((2022, 1485, 1485, "1.485 million"), (2023, 2764, 2764, "2.764 million"), (2024, 3300, 4480, "3.3 to 4.48"))
    drawn = chart(Series("Carried", (*values, *more, (2025, 4120, 4120, "4.12 million"))), 238, 104)
    lines = [
        [(float(x), float(y)) for x, y in (point.split(",") for point in piece.split())]
        for path in re.findall(r'd="M([^"]+)" fill="none" stroke="#0b5a84"', drawn)
        for piece in path.split("M")
    ]
    told = re.findall(r'<text x="([\d.]+)" y="([\d.]+)"[^>]*font-size="7"[^>]*fill="#1b2530"[^>]*>([^<]+)<', drawn)
    assert len(told) > 3
    for x, y, words in told:
        half = width_of(words, 7) / 2
        box = Box(float(x) - half, float(y) - 6, float(x) + half, float(y) + 1)
        assert not any(box.holds(point) for line in lines for point in along(line)), words


def test_the_line_goes_through_the_side_of_a_dispute_that_leads() -> None:
    values = ((2023, 2764, 2764, "2.764"), (2024, 3300, 4480, "3.3 to 4.48"), (2025, 4120, 4120, "4.12"))
    heights = [
        [float(dot.split('"')[0]) for dot in chart(Series("Carried", values, through), 238, 104).split('cy="')[1:]]
        for through in ((), ((2024, 4480),))
    ]
    (_, middle, last), (_, led, _) = heights
    assert middle > last > led


def test_a_chart_is_as_wide_as_the_words_of_all_its_years_need(catalog: Catalog, tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library", catalog)
    told = [claim(carried(1_234_567 + year, year), "a") for year in range(2016, 2026)]
    library.add([step("a", [*told[:3], *(structs.replace(one, certainty="less than") for one in told[3:])])])
    parts = briefs.make(library, Subject("routes", (RAILWAY,)), DAY).chapters[0].parts
    (picture,) = next(part.pictures for part in parts if part.id == "charts")
    few = Series("Few", tuple((year, 1.0, 1.0, "1") for year in (2023, 2024, 2025)))
    many = Series("Many", tuple((year, 1.0, 2.0, "more than 1.23 million") for year in range(2016, 2026)))
    assert has_room(few, WIDTH)
    assert not has_room(many, WIDTH)
    assert picture.width == WIDE
