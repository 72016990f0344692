"""What was told of a year before that was over is no measured figure, and a forecast tells the year that it is for."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import structs

from models import briefs
from models.briefs import Options, Subject
from models.catalog import Catalog
from models.library import Library
from models.phrases import Phrases
from models.records import Modality, Profile, Variant
from tests.models.briefs.making import DAY, LAND, cells, step
from tests.models.making import claim

GROWTH = Profile(LAND, "growth", 5.9, "percent", "2025")


def rows(catalog: Catalog, folder: Path, figure: Profile, published: str, modality: Modality) -> list[tuple[str, ...]]:
    one = step("a", [claim(figure, "a", modality=modality)])
    assert one.article
    known = structs.replace(one.article.bibliography, published=published)
    library = Library.open(folder / "library", catalog)
    library.add([structs.replace(one, article=structs.replace(one.article, bibliography=known))])
    chapter = briefs.make(library, Subject("countries", (LAND,)), DAY, Options(("profile",))).chapters[0]
    return [row[1:3] for part in chapter.parts for row in cells(part)]


@pytest.mark.parametrize(
    ("figure", "published", "told"),
    [
        (GROWTH, "2025-12-18", "2025, estimated before it ended"),
        (GROWTH, "2026-02-06", "2025"),
        (GROWTH, "2025", "2025"),
        (structs.replace(GROWTH, as_of="2025-06"), "2025-06-18", "June 2025"),
        (Profile(LAND, "land-borders", 13_364.0, "kilometre", "2025"), "2025-03-01", "2025"),
    ],
)
def test_what_was_told_before_its_year_was_over_is_an_estimate(
    catalog: Catalog, tmp_path: Path, figure: Profile, published: str, told: str
) -> None:
    ((_, when),) = rows(catalog, tmp_path, figure, published, Modality.DONE)
    assert when == told


@pytest.mark.parametrize(("language", "told"), [("en", "estimated"), ("ja", "推計"), ("ru", "оценка")])
def test_that_it_is_one_is_told_in_each_language(catalog: Catalog, language: str, told: str) -> None:
    early = Variant(GROWTH, (claim(GROWTH, "a"),), 1, told="2025-12-18")
    phrases = Phrases(catalog, language)
    assert told in phrases.variant(early)
    assert told not in phrases.variant(structs.replace(early, told="2026-01-20"))


def test_a_forecast_tells_its_year_beside_the_day_on_which_it_was_told(catalog: Catalog, tmp_path: Path) -> None:
    output = Profile(LAND, "electricity-output", 122e9, "kWh", "2025")
    assert rows(catalog, tmp_path, output, "2025-12-15", Modality.PLANNED) == [
        ("122 billion kWh (forecast, 2025)", "reported 15 December 2025")
    ]
