"""Paragraphs and pictures on paper: none alone, no page half empty for a picture that could be a little smaller."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication

from models.briefs import Entry, Part, Picture
from tests.ui.printing.making import brief_of, read
from ui.printing import pdf

SVG = '<svg xmlns="http://www.w3.org/2000/svg"><text x="9" y="9" font-family="Noto Sans">Drawn</text></svg>'


def _lines(name: str, count: int) -> Part:
    return Part("quotes", name, entries=tuple(Entry(f"{name}{i}q") for i in range(count)))


@pytest.mark.parametrize("before", range(20, 56, 3))
def test_no_paragraph_stands_alone_under_its_heading_or_at_the_end(
    qapp: QApplication, tmp_path: Path, before: int
) -> None:
    parts = (
        _lines("Above", before),
        *(_lines(f"Part{letter}", count) for letter, count in zip("abcd", range(2, 6), strict=True)),
    )
    pdf.write(brief_of("Lines", *parts), tmp_path / "lines.pdf", "A4")
    pages = read(tmp_path / "lines.pdf")
    for part in parts:
        shown = [len(re.findall(rf"{part.title}\d+q", page)) for page in pages]
        assert sum(shown) == len(part.entries)
        assert 1 not in shown
        assert re.search(rf"{part.title} {part.title}0q {part.title}1q", " ".join(pages))


@pytest.mark.parametrize(("lines", "page"), [(10, 0), (17, 0), (26, 1)])
def test_a_picture_is_a_little_smaller_where_a_page_has_nearly_room_for_it(
    qapp: QApplication, tmp_path: Path, lines: int, page: int
) -> None:
    picture = Picture("map", SVG, 480, 360, "Caption", "Told")
    brief = brief_of("Drawn", _lines("Above", lines), Part("map", "Map", pictures=(picture,)), _lines("Below", 3))
    pdf.write(brief, tmp_path / "drawn.pdf", "A4")
    pages = read(tmp_path / "drawn.pdf")
    assert [number for number, text in enumerate(pages) if "Caption" in text] == [page]
    assert all(("Map" in text) == ("Caption" in text) for text in pages)
    text = pypdfium2.PdfDocument(tmp_path / "drawn.pdf")[page].get_textpage()
    found = text.search("Caption").get_next()
    assert found is not None
    assert text.get_charbox(found[0])[1] > 22 / 25.4 * 72
