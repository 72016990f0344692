"""Briefs on paper: every paragraph is there, whole, inside the page, on A4 and on Letter."""

from __future__ import annotations

import errno
import re
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest
from msgspec import structs
from PySide6.QtGui import QPdfWriter
from PySide6.QtWidgets import QApplication

from models.briefs import Brief, Part, Picture, Writing
from models.records import Problem
from tests.models.storage.faults import Disk
from tests.ui.printing.making import brief_of, read
from ui.printing import pdf
from ui.printing.document import MARGINS, Document

POINTS_PER_MM = 72 / 25.4
SIZES = {"A4": (210, 297), "Letter": (215.9, 279.4)}


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_no_paragraph_is_lost_doubled_or_outside_the_page(
    qapp: QApplication, tmp_path: Path, brief: Brief, paper: str
) -> None:
    assert pdf.write(brief, tmp_path / "brief.pdf", paper) is None

    printed = " ".join(read(tmp_path / "brief.pdf"))
    words = Counter(re.findall(r"\b(?:Entry|Row|Three|Thirty|Head|Point)\d(?:x\d+)?", printed))
    expected = {f"{name}{n}x{i}" for n in range(8) for name, count in (("Entry", 9), ("Row", 15)) for i in range(count)}
    expected |= {f"{name}{n}" for n in range(8) for name in ("Three", "Thirty", "Head", "Point")}
    assert words == Counter(dict.fromkeys(expected, 1))
    assert printed.count("sources disagree") == 8  # the values stand below, so none is printed twice

    width, height = (length * POINTS_PER_MM for length in SIZES[paper])
    for page in pypdfium2.PdfDocument(tmp_path / "brief.pdf"):
        assert page.get_size() == pytest.approx((width, height), abs=1)
        text = page.get_textpage()
        for index in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(index)
            assert left >= MARGINS.left() * POINTS_PER_MM - 1
            assert right <= width - MARGINS.right() * POINTS_PER_MM + 1
            assert bottom >= 10 * POINTS_PER_MM
            assert top <= height - 10 * POINTS_PER_MM


def test_every_page_says_which_it_is_of_how_many(qapp: QApplication, tmp_path: Path, brief: Brief) -> None:
    pdf.write(brief, tmp_path / "brief.pdf", "A4")
    pages = read(tmp_path / "brief.pdf")
    assert len(pages) > 5
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
        assert "Printed 21 November 2026" in page
        assert "A brief of many pages" in page


def test_a_heading_stands_on_the_page_of_what_follows(qapp: QApplication, tmp_path: Path, brief: Brief) -> None:
    pdf.write(brief, tmp_path / "brief.pdf", "A4")
    for page in read(tmp_path / "brief.pdf")[1:]:  # behind the contents
        for heading, follower in (("Entries", "Entry"), ("Rows", "Name"), ("Notes", "Head")):
            for match in re.finditer(rf"\b{heading} ", page):
                assert follower in page[match.end() :]


def test_a_note_cannot_bring_in_markup_or_pictures(qapp: QApplication, tmp_path: Path) -> None:
    text = "<img src='secret.png'> ![picture](secret.png) & <script>x</script>"
    note = Writing("21 November 2026", text)
    pdf.write(brief_of("Notes", Part("notes", "Words", notes=(note,))), tmp_path / "notes.pdf", "A4")
    (page,) = read(tmp_path / "notes.pdf")
    assert "<img src='secret.png'>" in page
    assert "<script>x</script>" in page
    assert not list(pypdfium2.PdfDocument(tmp_path / "notes.pdf")[0].get_objects(filter=[3]))


def test_sources_are_numbered_and_cite_theirs(qapp: QApplication, tmp_path: Path, brief: Brief) -> None:
    pdf.write(brief, tmp_path / "brief.pdf", "A4")
    text = " ".join(read(tmp_path / "brief.pdf"))
    assert "[1] First title, First Publisher, 20 December 2025. Draws on: Cited work." in text
    assert "[2] Second title." in text


def test_a_pdf_that_cannot_be_written_is_told_and_leaves_nothing(
    qapp: QApplication, tmp_path: Path, brief: Brief
) -> None:
    problem = pdf.write(brief, tmp_path / "missing" / "brief.pdf", "A4")
    assert problem is not None
    assert problem.subject == str(tmp_path / "missing" / "brief.pdf")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_pages_break_alike_whatever_the_device(qapp: QApplication, tmp_path: Path, brief: Brief, paper: str) -> None:
    document = Document(brief, paper)
    for resolution in (96, 1200):
        writer = QPdfWriter(str(tmp_path / f"{resolution}.pdf"))
        writer.setResolution(resolution)
        assert document.paint(writer)
        del writer
    coarse, fine = (read(tmp_path / f"{resolution}.pdf") for resolution in (96, 1200))
    assert [set(page.split()) for page in coarse] == [set(page.split()) for page in fine]


def test_title_language_and_fonts_are_in_the_pdf(qapp: QApplication, tmp_path: Path, brief: Brief) -> None:
    pdf.write(structs.replace(brief, language="ru"), tmp_path / "brief.pdf", "A4")
    data = (tmp_path / "brief.pdf").read_bytes()
    read_back = pypdfium2.PdfDocument(data)
    assert read_back.get_metadata_dict()["Title"] == "A brief of many pages"
    assert data.count(b"/Lang (ru)") == 1
    assert len(read_back) == len(read(tmp_path / "brief.pdf"))
    fonts = len(re.findall(rb"/Type /FontDescriptor", data))
    assert fonts > 0
    assert len(re.findall(rb"/FontFile\d? ", data)) == fonts


SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="300pt" height="200pt" viewBox="0 0 300 200">'
    '<path d="M10,10 290,190" stroke="#000000" fill="none"/>'
    '<text x="20" y="100" font-size="12" font-family="sans-serif">Drawn words</text></svg>'
)


def test_pictures_are_vectors_with_words_that_can_be_found(qapp: QApplication, tmp_path: Path) -> None:
    part = Part("map", "Map", pictures=(Picture("map-x", SVG, 300, 200, "Below it", "told"),))
    pdf.write(brief_of("Pictured", part), tmp_path / "brief.pdf", "A4")
    (page,) = read(tmp_path / "brief.pdf")
    assert "Drawn words" in page
    assert page.index("Drawn words") < page.index("Below it")
    assert not list(pypdfium2.PdfDocument(tmp_path / "brief.pdf")[0].get_objects(filter=[3]))


def test_the_users_own_templates_go_first(qapp: QApplication, tmp_path: Path, brief: Brief) -> None:
    own = tmp_path / "templates" / "brief"
    own.mkdir(parents=True)
    (own / "sources.html").write_text("<p>None of your business</p>", encoding="utf-8")
    pdf.write(brief, tmp_path / "own.pdf", "A4", tmp_path)
    assert "None of your business" in " ".join(read(tmp_path / "own.pdf"))
    (own / "brief.html").write_text("{% for %}", encoding="utf-8")
    document = Document(brief, "A4", tmp_path)
    assert document.problem is not None
    assert document.problem.reason.startswith("Your template (brief.html, line 1) cannot be used, so ours is:")
    assert document.pages > 5
    (own / "front.html").write_text("{{ brief.nothing }}", encoding="utf-8")
    told = Document(brief, "A4", tmp_path).problem
    assert told is not None
    assert "Your template (brief.html, line 1) cannot be used, so ours is:" in told.reason
    assert "Your template (front.html) cannot be used, so ours is: " in told.reason


def test_a_full_disk_is_told_and_leaves_the_file_that_was_there(
    qapp: QApplication, brief: Brief, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"Of yesterday.")
    with Disk(monkeypatch).failing(2, errno.ENOSPC, lasting=True):
        told = pdf.write(brief, path, "A4")
    assert told == Problem(str(path), "This cannot be written here (no space left on device).")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("brief.pdf", b"Of yesterday.")]
