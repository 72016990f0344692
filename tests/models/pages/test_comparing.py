"""The region's countries side by side, as the window shows them."""

from __future__ import annotations

from pathlib import Path

from models import briefs
from models.briefs import Subject
from models.catalog import Catalog
from models.library import Library
from models.records import Modality, Profile
from tests.models.briefs import making
from tests.models.making import claim

TODAY = making.DAY


def library_of(catalog: Catalog, folder: Path, *told: tuple[Profile, Modality]) -> Library:
    library = Library.open(folder / "library", catalog)
    claims = [claim(figure, "news", quote=f"Sentence {at}.", modality=real) for at, (figure, real) in enumerate(told)]
    library.add([making.step("news", claims)])
    return library


def people(code: str, size: float, year: str, real: Modality = Modality.DONE) -> tuple[Profile, Modality]:
    return Profile(code, "population", size, "people", year), real


def test_a_row_has_a_cell_for_each_country_of_the_region(catalog: Catalog, tmp_path: Path) -> None:
    told = (people("KAZ", 20e6, "2023"), people("KAZ", 21e6, "2025"), people("UZB", 37e6, "2024"))
    page = library_of(catalog, tmp_path, *told, people("UZB", 40e6, "2030", Modality.PLANNED)).compared()
    assert tuple(code for code, _ in page.countries) == catalog.region.members
    (row,) = page.rows
    found = {code: cell for (code, _), cell in zip(page.countries, row.cells, strict=True) if cell}
    assert {code: (cell.value, cell.date) for code, cell in found.items()} == {
        "KAZ": ("21 million", "2025"),
        "UZB": ("37 million", "2024"),
    }


def test_what_only_one_country_has_is_not_compared(catalog: Catalog, tmp_path: Path) -> None:
    assert not library_of(catalog, tmp_path, people("KAZ", 20e6, "2024"), people("CHN", 1.4e9, "2024")).compared().rows


def test_only_what_is_within_the_limits_is_compared(catalog: Catalog, tmp_path: Path) -> None:
    told = [people(code, size, year) for code in ("KAZ", "UZB") for size, year in ((2e7, "2015"), (3e7, "2025"))]
    library = library_of(catalog, tmp_path, *told, *(people(code, 6e6, "2015") for code in ("KGZ", "TJK")))
    limited = library.compared("5", TODAY)
    assert limited.sifted
    assert not library.compared().sifted
    (row,) = limited.rows
    assert [cell.date for cell in row.cells if cell] == ["2015"] * 2  # what a newer one took the place of is none
    (row,) = library.compared("-5", TODAY).rows
    assert [cell.date for cell in row.cells if cell] == ["2025"] * 2
    assert not library.compared("-1m", TODAY).rows


def test_only_what_articles_on_the_shelf_tell_is_compared(held: Library) -> None:
    assert held.compared().rows
    assert not held.compared("", TODAY, "own").rows


def test_a_brief_tells_the_same_figures(held: Library) -> None:
    brief = briefs.make(held, Subject("countries"), TODAY)
    (table,) = (part.table for part in brief.chapters[0].parts if part.title == "Compared")
    assert table
    assert [row.cells for row in table.rows] == [
        (row.label, *(cell.value if cell else "–" for cell in row.cells)) for row in held.compared().rows
    ]


def test_every_figure_is_a_statement_with_sentences(held: Library) -> None:
    cells = [(row, cell) for row in held.compared().rows for cell in row.cells if cell]
    assert len(cells) > 50
    for row, cell in cells:
        content = held.statement(cell.line.statement).shown.content
        assert isinstance(content, Profile)
        assert content.property == row.property
        assert held.evidence(cell.line.statement).sentences
