"""Several countries side by side at the head of a brief."""

from __future__ import annotations

from pathlib import Path

import pytest

from models import briefs
from models.briefs import Brief, Options, Part, Subject
from models.briefs.comparing import ABREAST, NONE
from models.catalog import Catalog
from models.library import Library
from models.publishing.blocks import Grid
from models.publishing.flow import flow
from models.records import Modality, Profile
from tests.models.briefs import making
from tests.models.making import claim

TITLE = "Compared"


def brief(catalog: Catalog, folder: Path, told: list[tuple[Profile, Modality]], *codes: str) -> Brief:
    """One on these countries of which an article tells these figures."""
    library = Library.open(folder / "library", catalog)
    claims = [
        claim(figure, "news", quote=f"Sentence {place}.", modality=modality)
        for place, (figure, modality) in enumerate(told)
    ]
    library.add([making.step("news", claims)])
    return briefs.make(library, Subject("countries", codes), making.DAY)


def tables(of: Brief) -> list[Part]:
    return [part for part in of.chapters[0].parts if part.title.startswith(TITLE)]


def facts(*figures: Profile) -> list[tuple[Profile, Modality]]:
    return [(figure, Modality.DONE) for figure in figures]


def test_each_figure_is_a_row_with_its_time_and_sources_under_each_country(catalog: Catalog, tmp_path: Path) -> None:
    told = facts(
        Profile("KAZ", "area", 2.7e6, "km2"),
        Profile("KAZ", "population", 20e6, "people", "2025"),
        Profile("UZB", "population", 37e6, "people", "2024-01"),
        Profile("KGZ", "population", 7e6, "people", "2024"),
        Profile("KAZ", "gdp", 288e9, "USD", "2024"),
        Profile("KGZ", "gdp", 17e9, "USD", "2024"),
    )
    (part,) = tables(made := brief(catalog, tmp_path, told, "KAZ", "UZB", "KGZ"))
    assert part.table
    assert part.table.head == ("Figure", "Kazakhstan", "Uzbekistan", "Kyrgyzstan")
    assert [row.cells for row in part.table.rows] == [  # nobody can compare the area of one alone
        ("Population", "20 million", "37 million", "7 million"),
        ("Gross domestic product", "US$288 billion", NONE, "US$17 billion"),
    ]
    people, output = part.table.rows
    assert [aside.as_of for aside in people.asides] == ["", "2025", "January 2024", "2024"]
    assert [len(aside.numbers) for aside in output.asides] == [0, 1, 0, 1]
    assert {number for aside in people.asides for number in aside.numbers} == {each.number for each in made.sources}


def test_what_is_newest_and_measured_stands_there_in_the_unit_that_is_compared(
    catalog: Catalog, tmp_path: Path
) -> None:
    told = [
        *facts(
            Profile("KAZ", "gdp", 280e9, "USD", "2023"),
            Profile("KAZ", "gdp", 288e9, "USD", "2024"),
            Profile("KAZ", "gdp", 140e12, "KZT", "2025"),
            Profile("UZB", "gdp", 115e9, "USD", "2024"),
        ),
        (Profile("UZB", "gdp", 150e9, "USD", "2026"), Modality.PLANNED),
    ]
    (part,) = tables(brief(catalog, tmp_path, told, "KAZ", "UZB"))
    assert part.table
    assert [row.cells[1:] for row in part.table.rows] == [("US$288 billion", "US$115 billion")]


def test_a_disputed_cell_is_marked(catalog: Catalog, tmp_path: Path) -> None:
    told = [claim(Profile("UZB", "population", 37e6, "people", "2024"), "one")]
    told += [claim(Profile("KAZ", "population", size, "people", "2024"), f"{size}") for size in (20e6, 25e6)]
    library = Library.open(tmp_path / "library", catalog)
    library.add([making.step(one.evidence.article, [one]) for one in told])
    (part,) = tables(briefs.make(library, Subject("countries", ("KAZ", "UZB")), making.DAY))
    assert part.table
    assert [aside.label for aside in part.table.rows[0].asides] == ["", "contested", ""]


def test_more_countries_than_a_page_is_wide_stand_in_several_tables(catalog: Catalog, tmp_path: Path) -> None:
    codes = (*catalog.region.members, "AZE", "GEO")
    told = facts(*(Profile(code, "population", 1e6 + at, "people", "2025") for at, code in enumerate(codes)))
    found = tables(brief(catalog, tmp_path, told, *codes))
    assert len(found) == 2
    assert [name for part in found if part.table for name in part.table.head[1:]] == [
        catalog.countries[code].name for code in codes
    ]
    for part in found:
        assert part.table
        assert len(part.table.head) - 1 <= ABREAST
        assert sum(part.table.widths) == 100
        assert all(name in part.title for name in part.table.head[1:])


def test_documents_have_the_same_rows(catalog: Catalog, tmp_path: Path) -> None:
    told = facts(*(Profile(code, "population", 2e7, "people", "2025") for code in ("KAZ", "UZB")))
    grids = [block for block in flow(brief(catalog, tmp_path, told, "KAZ", "UZB")) if isinstance(block, Grid)]
    (row,) = next(grid.rows for grid in grids if "Kazakhstan" in grid.head)
    assert ["".join(span.text for span in cell) for cell in row] == ["Population", *["20 million · 2025"] * 2]
    assert [[span.numbers for span in cell if span.numbers] for cell in row] == [[], [(1,)], [(1,)]]


@pytest.mark.parametrize(("language", "title"), [("en", TITLE), ("ja", "比較"), ("ru", "Сравнение")])
def test_a_brief_on_the_region_compares_all_its_countries(held: Library, language: str, title: str) -> None:
    whole = briefs.make(held, Subject("countries"), making.DAY, Options(language=language)).chapters[0]
    (part,) = (part for part in whole.parts if part.title == title)
    assert part.table
    assert len(part.table.head) - 1 == len(held.catalog.region.members)
    assert len(part.table.rows) > 9
    assert [each.id for each in whole.parts].index("map") > whole.parts.index(part)


def test_a_brief_on_one_country_compares_nothing(held: Library) -> None:
    brief = briefs.make(held, Subject("countries", held.catalog.region.members[:1]), making.DAY)
    assert not tables(brief)
