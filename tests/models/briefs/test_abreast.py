"""Countries are set beside each other in bars where none of which a figure is told would be missing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from models import briefs
from models.briefs import Options, Subject
from models.briefs.drawing import bars, height_of
from models.briefs.drawing.svg import width_of
from models.library import Library
from models.records import Quantity, Resource
from tests.models.briefs.test_folding import step
from tests.models.making import claim

if TYPE_CHECKING:
    from pathlib import Path

    from models.briefs import Part
    from models.catalog import Catalog

DAY = "2026-11-21"
LANDS = ("KAZ", "KGZ", "UZB")


def produced(land: str, tonnes: float, year: int | None = 2023, unit: str = "tonne", partner: str = "") -> Resource:
    relation = "exports" if partner else "produces"
    return Resource(land, "gold", relation, None, Quantity(tonnes, unit), year, (partner,) if partner else ())


def charts(catalog: Catalog, folder: Path, contents: list[Resource]) -> list[Part]:
    library = Library.open(folder / "library", catalog)
    library.add([step("a", [claim(each, "a", quote=f"Sentence {at}.") for at, each in enumerate(contents)])])
    chapters = briefs.make(library, Subject("commodities", ("gold",)), DAY).chapters
    return [part for part in chapters[0].parts if part.id == "charts"]


WHOLE = [produced(land, (at + 1) * 20.0) for at, land in enumerate(LANDS)]


def test_three_countries_of_one_year_are_set_side_by_side_with_their_sources(catalog: Catalog, tmp_path: Path) -> None:
    (part,) = charts(catalog, tmp_path, WHOLE)
    (picture,) = part.pictures
    assert picture.told.endswith(": Uzbekistan 60, Kyrgyzstan 40, Kazakhstan 20")
    assert "2023" in picture.told
    (entry,) = part.entries
    assert entry.numbers == (1,)
    assert "(2023)" in entry.text


@pytest.mark.parametrize(
    "other",
    [
        produced("TKM", 500.0, 2021),
        produced("TKM", 500.0, None),
        produced("TKM", 5.0, 2023, "percent of world"),
    ],
    ids=["of another year", "of no year", "in another unit"],
)
def test_none_is_drawn_where_a_country_would_be_missing(catalog: Catalog, tmp_path: Path, other: Resource) -> None:
    assert charts(catalog, tmp_path, [*WHOLE, other]) == []


@pytest.mark.parametrize("contents", [WHOLE[:2], [produced(land, 9.0, partner="CHN") for land in LANDS]])
def test_neither_two_countries_nor_trade_is_drawn(catalog: Catalog, tmp_path: Path, contents: list[Resource]) -> None:
    assert charts(catalog, tmp_path, contents) == []


def test_countries_elsewhere_are_not_compared(catalog: Catalog, tmp_path: Path) -> None:
    (part,) = charts(catalog, tmp_path, [*WHOLE, produced("IND", 900.0, 2021)])
    assert "India" not in part.pictures[0].told


def test_bars_are_as_long_as_their_values_and_nothing_leaves_the_drawing() -> None:
    values = (("Long name", 400.0, 400.0, "about 400"), ("Mid", 100.0, 200.0, "100–200"), ("Low", 0.0, 0.0, "0"))
    drawn = bars("Output", values, 238.0, height_of(3))
    ends = [
        (float(start), float(end))
        for start, end in re.findall(r'd="M([\d.]+),[\d.]+ ([\d.]+),[\d.]+"[^>]*stroke-width="(?:8|2)"', drawn)
    ]
    long, _, high, low, least, _ = (end - start for start, end in ends)
    assert high == pytest.approx(long / 2, abs=0.2)
    assert low == pytest.approx(long / 4, abs=0.2)
    assert 0 < least < 1
    for x, anchor, words in re.findall(r'<text x="([\d.]+)"[^>]*?font-size="7"[^>]*?(end)?"?>([^<]+)<', drawn):
        width = width_of(words, 7)
        left = float(x) - width if anchor else float(x)
        assert left >= 0
        assert left + width <= 238
    assert drawn.count("<text") == 7


@pytest.mark.parametrize("language", briefs.languages())
def test_every_chart_of_the_library_has_its_sources(held: Library, language: str) -> None:
    found = 0
    for kind in ("countries", "commodities", "routes"):
        brief = briefs.make(held, Subject(kind), DAY, Options(language=language))
        numbers = {source.number for source in brief.sources}
        for part in (part for chapter in brief.chapters for part in chapter.parts if part.id == "charts"):
            assert len(part.entries) == len(part.pictures)
            assert all(entry.numbers and set(entry.numbers) <= numbers for entry in part.entries)
            found += len(part.pictures)
    assert found > 5
