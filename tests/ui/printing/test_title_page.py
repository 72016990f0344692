"""Long briefs: what leads on the title page, where each part is, and where the sources begin."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest
from msgspec import structs
from PySide6.QtWidgets import QApplication

from models.briefs import Brief, Chapter, Entry, Part, Picture, Row, Source, Table
from models.briefs.sources import runs
from tests.ui.printing.making import brief_of, read
from ui.printing import pdf


def test_a_long_brief_tells_on_its_title_page_where_each_part_is(
    qapp: QApplication, tmp_path: Path, brief: Brief
) -> None:
    pdf.write(brief, tmp_path / "brief.pdf", "A4")
    front, *pages = read(tmp_path / "brief.pdf")
    assert "21 November 2026 A brief of many pages" in front
    told = re.findall(r"(Chapter\d|Sources) (\d+)", front)
    assert len(told) == len(brief.chapters) + 1
    for title, number in told:
        assert re.search(rf"{title}\b", pages[int(number) - 2])


@pytest.mark.parametrize("lines", [4, 14])
def test_a_title_page_is_one_page_however_many_parts_stand_below_its_map(
    qapp: QApplication, tmp_path: Path, lines: int
) -> None:
    picture = Picture("map", '<svg xmlns="http://www.w3.org/2000/svg"/>', 480, 400, "Caption", "Told")
    rows = tuple(Row((f"Row{i}", "many words " * 9), (1,)) for i in range(60))
    tables = tuple(Part("resources", f"Part{i}", table=Table(("Name", "Words"), rows)) for i in range(lines))
    brief = brief_of("Mapped", Part("map", "Map", pictures=(picture,)), *tables)
    pdf.write(structs.replace(brief, sources=(Source(1, "Last", "", ""),)), tmp_path / "brief.pdf", "Letter")
    front, second, *_ = read(tmp_path / "brief.pdf")
    assert re.search(r"Sources \d+", front)
    assert "Row0" in second


@pytest.mark.parametrize("more", [0, 1])
def test_a_map_leaves_room_for_all_contents_below_it(
    qapp: QApplication, tmp_path: Path, brief: Brief, more: int
) -> None:
    picture = Picture("map", '<svg xmlns="http://www.w3.org/2000/svg"/>', 480, 560, "Caption", "Told")
    first = structs.replace(
        brief.chapters[0], parts=(Part("map", "Map", pictures=(picture,)), *brief.chapters[0].parts)
    )
    last = Chapter("last", "Chapter8", "", (Part("quotes", "Last", entries=(Entry("Words"),)),))
    chapters = (first, *brief.chapters[1:], *((last,) * more))
    shown = structs.replace(brief, chapters=chapters)
    pdf.write(shown, tmp_path / "brief.pdf", "A4")
    front = read(tmp_path / "brief.pdf")[0]
    assert "Caption" in front
    assert len(re.findall(r"(?:Chapter\d|Sources) \d+", front)) == len(chapters) + 1


@pytest.mark.parametrize(("told", "page"), [(3, 0), (12, 1)])
def test_what_tells_most_leads_on_the_title_page_and_the_map_stands_where_there_is_room(
    qapp: QApplication, tmp_path: Path, brief: Brief, told: int, page: int
) -> None:
    words = '<svg xmlns="http://www.w3.org/2000/svg"><text x="9" y="9" font-family="Noto Sans">Drawn</text></svg>'
    picture = Picture("map", words, 480, 320, "Caption", "Told")
    entries = tuple(Entry(f"Short{i}q " + "words " * 20) for i in range(told))
    parts = (Part("summary", "In short", entries=entries), Part("map", "Map", pictures=(picture,)))
    first = structs.replace(brief.chapters[0], parts=(*parts, *brief.chapters[0].parts))
    pdf.write(structs.replace(brief, chapters=(first, *brief.chapters[1:])), tmp_path / "brief.pdf", "A4")
    pages = read(tmp_path / "brief.pdf")
    assert [re.findall(r"Short(\d+)q", page) for page in pages[:1]] == [[str(i) for i in range(told)]]
    assert not any("Short" in page for page in pages[1:])
    assert re.search(r"Chapter1\b", pages[int(re.findall(r"Chapter1 (\d+)", pages[0])[0]) - 1])
    assert [number for number, text in enumerate(pages) if "Caption" in text] == [page]


def test_a_title_page_of_several_has_a_smaller_map_rather_than_none(
    qapp: QApplication, tmp_path: Path, brief: Brief
) -> None:
    picture = Picture("map", '<svg xmlns="http://www.w3.org/2000/svg"/>', 480, 400, "Caption", "Told")
    entries = tuple(Entry(f"Short{i}q " + "words " * 20) for i in range(9))
    parts = (Part("summary", "In short", entries=entries), Part("map", "Map", pictures=(picture,)))
    first = structs.replace(brief.chapters[0], parts=(*parts, *brief.chapters[0].parts))
    pdf.write(structs.replace(brief, chapters=(first, *brief.chapters[1:])), tmp_path / "brief.pdf", "A4")
    assert "Caption" in read(tmp_path / "brief.pdf")[0]


@pytest.mark.parametrize("lines", range(2, 50, 8))
def test_sources_begin_below_the_body_where_its_last_page_has_room_and_none_is_lost(
    qapp: QApplication, tmp_path: Path, brief: Brief, lines: int
) -> None:
    last = Part("quotes", "Last", entries=tuple(Entry(f"Line{i}q") for i in range(lines)))
    sources = tuple(Source(i, f"Work{i}q", "", "", runs=runs("", f"Work{i}q", "", "", "")) for i in range(150))
    chapters = (*brief.chapters, Chapter("last", "Last", "", (last,)))
    pdf.write(structs.replace(brief, chapters=chapters, sources=sources), tmp_path / "brief.pdf", "A4")

    printed = Counter(re.findall(r"\b(?:Line|Work)\d+q", " ".join(read(tmp_path / "brief.pdf"))))
    assert printed == Counter([*(f"Line{i}q" for i in range(lines)), *(f"Work{i}q" for i in range(150))])
    pages = [page.get_textpage() for page in pypdfium2.PdfDocument(tmp_path / "brief.pdf")]
    body = _heights(pages, r"Line\d+q")
    works = _heights(pages, r"Work\d+q")
    end, start = max(body), min(works)
    assert end[0] in (start[0], start[0] - 1)
    if end[0] == start[0]:
        assert start[1] > max(height for page, height in body if page == end[0])
    else:
        assert end[1] > 0.5


def _heights(pages: list[pypdfium2.PdfTextPage], words: str) -> list[tuple[int, float]]:
    """Page, and how far down it as a share of its height, of every place of the words."""
    found: list[tuple[int, float]] = []
    for number, page in enumerate(pages):
        height = page.page.get_height()
        places = (match.start() for match in re.finditer(words, page.get_text_range()))
        found += ((number, 1 - page.get_charbox(place)[3] / height) for place in places)
    return found


@pytest.mark.parametrize("told", [3, 9, 12, 16, 24])
def test_no_title_page_of_one_country_is_left_far_from_full(qapp: QApplication, tmp_path: Path, told: int) -> None:
    picture = Picture("map", '<svg xmlns="http://www.w3.org/2000/svg"/>', 480, 320, "Caption", "Told")
    rows = tuple(Row((f"Row{i}q", "many words " * 3), (1,)) for i in range(40))
    tables = tuple(Part("resources", f"Part{i}", table=Table(("Name", "Words"), rows)) for i in range(6))
    summary = Part("summary", "In short", entries=tuple(Entry(f"Short{i}q " + "words " * 20) for i in range(told)))
    brief = brief_of("Country", summary, Part("map", "Map", pictures=(picture,)), *tables)
    pdf.write(brief, tmp_path / "brief.pdf", "A4")
    pages = [page.get_textpage() for page in pypdfium2.PdfDocument(tmp_path / "brief.pdf")]
    texts = read(tmp_path / "brief.pdf")
    shown = _heights(pages[:1], r"Caption|Row\d+q|Short\d+q|Sources? \d+")
    assert max(height for _, height in shown) > 0.75
    for title, number in re.findall(r"(Part\d|Map) (\d+)", texts[0]):
        assert re.search(rf"{title}\b", texts[int(number) - 1])
    assert sum(text.count("Caption") for text in texts) == 1
    assert Counter(re.findall(r"Row\d+q", " ".join(texts))) == Counter(row.cells[0] for row in rows for _ in tables)


def test_a_map_that_would_leave_a_page_far_from_full_comes_behind_the_next_table(
    qapp: QApplication, tmp_path: Path, brief: Brief
) -> None:
    picture = Picture("map", '<svg xmlns="http://www.w3.org/2000/svg"/>', 480, 400, "Caption", "Told")
    lines = Part("quotes", "Lines", entries=tuple(Entry(f"Line{i}q") for i in range(20)))
    rows = tuple(Row((f"Row{i}q", "many words " * 3), (1,)) for i in range(24))
    table = Part("resources", "Rows", table=Table(("Name", "Words"), rows))
    second = Chapter("second", "Second", "", (lines, Part("map", "Map", pictures=(picture,)), table))
    first = Chapter("first", "First", "", (Part("quotes", "Few", entries=(Entry("Words"), Entry("Words"))),))
    pdf.write(structs.replace(brief, chapters=(first, second, *brief.chapters)), tmp_path / "brief.pdf", "A4")
    pages = read(tmp_path / "brief.pdf")
    (begun,) = (page for page in pages if "Line19q" in page)
    assert "Row0q" in begun
    assert "Caption" not in begun
    (drawn,) = (page for page in pages if "Caption" in page)
    assert "Row23q" in drawn or "Row23q" in pages[pages.index(drawn) - 1]
    assert re.findall(r"Caption|Row\d+q", drawn)[-1] == "Caption"
    printed = " ".join(pages)
    assert len(re.findall(r"Row\d+q", printed)) == 24
    assert printed.count("Caption") == 1
