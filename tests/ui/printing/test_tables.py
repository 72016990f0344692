"""Tables on paper: rows are whole, heads repeated, nothing lost behind what was moved."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication

from models.briefs import Entry, Part, Picture, Row, Table
from models.briefs.records import FURTHER
from tests.ui.printing.making import brief_of, read
from ui.printing import pdf

POINTS_PER_MM = 72 / 25.4


def test_a_table_that_goes_on_repeats_its_head(qapp: QApplication, tmp_path: Path) -> None:
    rows = tuple(Row((f"Row{i}", "words")) for i in range(120))
    long = brief_of("Long", Part("resources", "Rows", table=Table(("Name", "Words"), rows)))
    pdf.write(long, tmp_path / "long.pdf", "A4")
    pages = read(tmp_path / "long.pdf")
    assert len(pages) > 2
    assert all("Name Words" in page for page in pages)


def test_a_standing_stands_behind_the_value_it_is_of(qapp: QApplication, tmp_path: Path) -> None:
    rows = (
        Row(("Length", "523 km", "2024"), label="contested", labelled=1),
        Row(("Cost", "5 km", "2023"), label="past"),
    )
    pdf.write(brief_of("Words", Part("figures", "Figures", table=Table(("", "", ""), rows))), tmp_path / "w.pdf", "A4")
    told = " ".join(read(tmp_path / "w.pdf"))
    assert "523 km (contested) 2024" in told
    assert "5 km 2023 (past)" in told


def test_a_short_row_is_not_torn(qapp: QApplication, tmp_path: Path) -> None:
    rows = tuple(Row((f"Row{i}", " ".join(["words"] * (9 + 7 * (i % 9))), f"End{i}"), (i, 1000 + i)) for i in range(90))
    part = Part("resources", "Rows", table=Table(("Name", "Words", "End"), rows, (20, 50, 30)))
    pdf.write(brief_of("Rows", part), tmp_path / "rows.pdf", "A4")
    pages = [page for page in read(tmp_path / "rows.pdf") if "Row" in page]
    assert len(pages) > 3
    for page in pages:
        named = [re.findall(rf"\b{word}(\d+)\b", page) for word in ("Row", "End")]
        assert named[0] == named[1]
        counted = sum(9 + 7 * (int(number) % 9) for number in named[0])
        assert len(re.findall(r"\bwords\b", page)) == counted


@pytest.mark.parametrize("height", range(102, 108))
def test_a_row_of_which_only_the_small_type_fits_the_page_is_not_torn(
    qapp: QApplication, tmp_path: Path, height: int
) -> None:
    picture = Picture("map", '<svg xmlns="http://www.w3.org/2000/svg"/>', 100, height, "", "Told")
    rows = tuple(Row((f"Row{i}q", "words " * (3 if i % 4 else 28)), (1000 + i,)) for i in range(60))
    table = Part("resources", "Rows", table=Table(("Name", "Words"), rows, (30, 70)))
    pdf.write(brief_of("Rows", Part("map", "Map", pictures=(picture,)), table), tmp_path / "rows.pdf", "A4")
    for page in read(tmp_path / "rows.pdf"):
        assert re.findall(r"Row(\d+)q", page) == [str(int(n) - 1000) for n in re.findall(r"\b1\d{3}\b", page)]


@pytest.mark.parametrize("before", range(20, 60, 3))
def test_a_heading_is_never_alone_with_the_head_of_its_table(qapp: QApplication, tmp_path: Path, before: int) -> None:
    lines = Part("quotes", "Lines", entries=tuple(Entry(f"Line{i}") for i in range(before)))
    rows = tuple(Row((f"Row{i}", " ".join(["words"] * 40))) for i in range(6))
    table = Part("resources", "Below", table=Table(("Name", "Words"), rows, (20, 80)))
    pdf.write(brief_of("Heads", lines, table), tmp_path / "heads.pdf", "A4")
    (page,) = (page for page in read(tmp_path / "heads.pdf") if "Below" in page)
    assert "Row0" in page


@pytest.mark.parametrize("before", range(0, 44, 4))
def test_nothing_is_lost_behind_a_table_wherever_its_rows_are_moved(
    qapp: QApplication, tmp_path: Path, before: int
) -> None:
    names = {
        **{f"Line{i}q": Entry(f"Line{i}q") for i in range(before)},
        **{f"Below{i}q": Entry(f"Below{i}q " + "text " * (10 + 9 * (i % 5))) for i in range(12)},
    }
    above = Part("relations", "Above", entries=tuple(names[f"Line{i}q"] for i in range(before)))
    rows = tuple(Row((f"Row{i}q", "words " * (3 + 5 * (i % 7))), (i,)) for i in range(40))
    table = Part("resources", "Rows", table=Table(("A", "B"), rows, (30, 70)))
    below = Part("quotes", "Below", entries=tuple(names[f"Below{i}q"] for i in range(12)))
    pdf.write(brief_of("Moved", above, table, below), tmp_path / "moved.pdf", "A4")
    told = Counter(re.findall(r"\b(?:Line|Row|Below)\d+q", " ".join(read(tmp_path / "moved.pdf"))))
    assert told == Counter([*names, *(f"Row{i}q" for i in range(40))])


def test_no_gap_stands_between_a_repeated_head_and_the_row_that_was_moved(qapp: QApplication, tmp_path: Path) -> None:
    rows = tuple(Row((f"Row{i}", "words " * (9 + 7 * (i % 9)), f"End{i}"), (i,)) for i in range(90))
    part = Part("resources", "Table", table=Table(("First", "Words", "End"), rows, (20, 50, 30)))
    pdf.write(brief_of("Title", part), tmp_path / "rows.pdf", "A4")
    gaps = []
    for page in list(pypdfium2.PdfDocument(tmp_path / "rows.pdf"))[1:]:
        text = page.get_textpage()
        places = [text.search(word).get_next() for word in ("First", "Row")]
        if None not in places:
            head, row = (text.get_charbox(place[0]) for place in places if place)
            gaps.append(head[1] - row[3])
    assert len(gaps) > 2
    assert max(gaps) < 5 * POINTS_PER_MM


def test_a_table_is_told_by_thin_rules_that_leave_out_what_belongs_together(qapp: QApplication, tmp_path: Path) -> None:
    names = ("Coal", "Copper", "Copper", "Gold")
    rows = tuple(Row((name, "words " * 30), (n,)) for n, name in enumerate(names))
    part = Part("resources", "Table", table=Table(("First", "Words"), rows, (20, 80)))
    pdf.write(brief_of("Title", part), tmp_path / "rows.pdf", "A4")
    page = pypdfium2.PdfDocument(tmp_path / "rows.pdf")[0]
    boxes = [found.get_bounds() for found in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH])]
    assert all(top - bottom < 3 for _, bottom, _, top in boxes)  # no tint, which Qt would stretch to the page's end
    text = page.get_textpage()
    places = [text.get_charbox(match.start())[3] for match in re.finditer("Coal|Copper|Gold", text.get_text_range())]
    ruled = [any(place < bottom < place + 8 for _, bottom, _, _ in boxes) for place in places]
    assert ruled == [True, True, False, True]


@pytest.mark.parametrize("before", range(0, 60, 3))
def test_neither_the_first_row_nor_the_last_stands_alone_on_a_page(
    qapp: QApplication, tmp_path: Path, before: int
) -> None:
    lines = Part("quotes", "Lines", entries=tuple(Entry(f"Line{i}") for i in range(before)))
    rows = tuple(Row((f"Row{i}q", "words " * (3 + 9 * (i % 4)))) for i in range(30))
    table = Part("resources", "Below", table=Table(("Name", "Words"), rows, (20, 80)))
    pdf.write(brief_of("Rows", lines, table), tmp_path / "rows.pdf", "A4")
    pages = [re.findall(r"Row\d+q", page) for page in read(tmp_path / "rows.pdf")]
    assert [row for page in pages for row in page] == [row.cells[0] for row in rows]
    assert all(len(page) > 1 for page in pages if page)


@pytest.mark.parametrize("before", range(24, 36))
def test_a_table_with_a_line_above_it_keeps_two_rows_with_its_heading(
    qapp: QApplication, tmp_path: Path, before: int
) -> None:
    lines = Part("quotes", "Lines", entries=tuple(Entry(f"Line{i}") for i in range(before)))
    rows = tuple(Row((f"Row{i}q", "words " * 3)) for i in range(12))
    line = (Entry("The line."),)
    table = Part("resources", "Below", entries=line, table=Table(("Name", "Words"), rows, (20, 80)))
    pdf.write(brief_of("Rows", lines, table), tmp_path / "rows.pdf", "A4")
    (begins,) = (page for page in read(tmp_path / "rows.pdf") if "The line." in page)
    assert "Below" in begins
    assert len(re.findall(r"Row\d+q", begins)) > 1


def test_the_last_rows_of_a_table_stand_close_where_one_was_moved(qapp: QApplication, tmp_path: Path) -> None:
    gaps = []
    for count in range(26, 40):
        rows = tuple(Row((f"Row{i}q", "words " * 20), (i,)) for i in range(count))
        part = Part("resources", "Table", table=Table(("First", "Words"), rows, (20, 80)))
        pdf.write(brief_of("Title", part), tmp_path / "rows.pdf", "A4")
        *_, last = pypdfium2.PdfDocument(tmp_path / "rows.pdf")
        text = last.get_textpage()
        told = re.findall(r"Row\d+q", text.get_text_range())[-2:]
        places = [text.get_charbox(text.get_text_range().index(word)) for word in told]
        assert len(places) == 2
        gaps.append(places[0][1] - places[1][3])
    assert max(gaps) < 12 * POINTS_PER_MM


def test_of_a_row_longer_than_a_page_nothing_is_lost(qapp: QApplication, tmp_path: Path) -> None:
    words = " ".join(f"word{i}q" for i in range(1500))
    rows = (Row(("First", "short")), Row(("Long", words)), Row(("Last", "short")))
    part = Part("resources", "Table", table=Table(("Name", "Words"), rows, (30, 70)))
    pdf.write(brief_of("Title", part), tmp_path / "rows.pdf", "A4")
    pages = [page for page in read(tmp_path / "rows.pdf") if "word" in page]
    assert len(pages) > 2
    assert set(re.findall(r"word\d+q", " ".join(pages))) == set(words.split())
    assert all("Name Words" in page for page in pages)


def test_what_a_row_tells_again_is_told_anew_where_a_page_begins(qapp: QApplication, tmp_path: Path) -> None:
    rows = tuple(Row(("Copper", f"Row{i}q")) for i in range(90))
    part = Part("resources", "Table", table=Table(("Name", "Words"), rows, (30, 70)))
    pdf.write(brief_of("Title", part), tmp_path / "rows.pdf", "A4")
    pages = read(tmp_path / "rows.pdf")
    assert len(pages) > 2
    for page in pypdfium2.PdfDocument(tmp_path / "rows.pdf"):
        text = page.get_textpage()
        words = text.get_text_range()
        names = [match.start() for match in re.finditer("Copper", words)]
        assert len(names) == len(re.findall(r"Row\d+q", words))
        assert [_dark(text, name) for name in names] == [True] + [False] * (len(names) - 1)


def _dark(text: pypdfium2.PdfTextPage, place: int) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    assert pypdfium2.raw.FPDFText_GetFillColor(text, place, red, green, blue, alpha)
    return red.value + green.value + blue.value < 200


@pytest.mark.parametrize("before", range(6))
def test_what_is_told_under_a_row_begins_no_page(qapp: QApplication, tmp_path: Path, before: int) -> None:
    groups = [(f"Day{i}", ("Meeting", *(f"{FURTHER}agreed{i}x{n}" for n in range(i % 4)))) for i in range(60)]
    rows = [Row(("Alone", "Event"))] * before + [Row((day, text)) for day, texts in groups for text in texts]
    table = Part("events", "Timeline", table=Table(("Date", "Event"), tuple(rows), (22, 78)))
    pdf.write(brief_of("Timeline", table), tmp_path / "rows.pdf", "A4")
    pages = [page for page in read(tmp_path / "rows.pdf") if "Day" in page]
    assert len(pages) > 3
    for page in pages:
        assert re.search(r"(?:Day\d+|Alone) (\S+)", page)[1] in ("Meeting", "Event")  # type: ignore[index]
