"""What is added to a PDF behind Qt: text that can be found in every language, an outline, links within."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from models import briefs
from models.briefs import Brief, Entry, Options, Part, Subject
from models.library import Library
from tests.ui.printing.making import brief_of, read
from ui.printing import pdf
from ui.printing.document import Document
from ui.printing.finishing import finished
from ui.printing.template import Heading

DAY = "2026-11-22"


@pytest.mark.parametrize("language", briefs.languages())
def test_every_paragraph_is_in_the_text_as_it_was_written(
    qapp: QApplication, held: Library, tmp_path: Path, language: str
) -> None:
    if not QFontDatabase.families(QFontDatabase.WritingSystem.Japanese):
        pytest.skip("no font of this system has Japanese characters")
    subject = Subject("countries", held.catalog.region.members[:1])
    brief = briefs.make(held, subject, DAY, Options(language=language))
    assert pdf.write(brief, tmp_path / "brief.pdf", "A4") is None
    printed = "".join(_bodies(tmp_path / "brief.pdf"))
    told = list(_paragraphs(brief))
    assert len(told) > 500
    assert [words for words in told if _bare(words) not in printed] == []


def _bodies(path: Path) -> Iterator[str]:
    """The text of each page behind its header and footer, without spaces."""
    for page in pypdfium2.PdfDocument(path):
        text = _bare(page.get_textpage().get_text_range())
        yield re.sub(r"^.*?\d+(?:of|/|из)\d+(?:ページ)?", "", text, count=1)


def _bare(words: str) -> str:
    """The words without spaces, and with a hyphen where a line ends with one."""
    return re.sub(r"\s", "", words.replace("\ufffe", "-"))


def _paragraphs(brief: Brief) -> Iterator[str]:
    for part in (part for chapter in brief.chapters for part in chapter.parts):
        yield part.title
        for entry in part.entries:
            yield from [value.text for value in entry.values] or [entry.text]
        for row in part.table.rows if part.table else ():
            yield from row.cells
    for source in brief.sources:
        yield source.title


def test_what_a_font_draws_as_another_character_is_found_as_it_was_written(qapp: QApplication, tmp_path: Path) -> None:
    if not QFontDatabase.families(QFontDatabase.WritingSystem.Japanese):
        pytest.skip("no font of this system has Japanese characters")
    words = "日本の長い山西省・民間の黄麦 1～2年 first field"
    pdf.write(brief_of("Letters", Part("quotes", "Words", entries=(Entry(words),))), tmp_path / "brief.pdf", "A4")
    (page,) = read(tmp_path / "brief.pdf")
    assert words in page
    assert b"<FB01>" not in (tmp_path / "brief.pdf").read_bytes()  # "fi" as one sign


def test_the_outline_and_the_contents_lead_to_their_headings(qapp: QApplication, tmp_path: Path, brief: Brief) -> None:
    pdf.write(brief, tmp_path / "brief.pdf", "A4")
    pages = read(tmp_path / "brief.pdf")
    outline = [
        (item.level, item.get_title(), pages[target.get_index()])
        for item in pypdfium2.PdfDocument(tmp_path / "brief.pdf").get_toc()
        if (target := item.get_dest())
    ]
    assert [title for level, title, _ in outline if level == 0] == [*(f"Chapter{n}" for n in range(8)), "Sources"]
    assert [title for level, title, _ in outline if level == 1] == ["Entries", "Rows", "Notes"] * 8
    assert all(title in page for _, title, page in outline)
    contents = [(words, target) for page, words, target in _links(tmp_path / "brief.pdf") if page == 0]
    chapters = [words for words, _ in contents if words.startswith("Chapter")]
    assert chapters == [f"Chapter{n}" for n in range(8)]
    assert all(words in pages[target] or int(words) == target + 1 for words, target in contents)


def test_the_number_of_a_source_leads_to_it(qapp: QApplication, tmp_path: Path, brief: Brief) -> None:
    pdf.write(brief, tmp_path / "brief.pdf", "A4")
    pages = read(tmp_path / "brief.pdf")
    numbers = [(words, target) for page, words, target in _links(tmp_path / "brief.pdf") if page and words in "12"]
    assert len(numbers) == 2 * 8 * (9 + 15 + 1)
    assert all(f"[{words}] {'First' if words == '1' else 'Second'} title" in pages[target] for words, target in numbers)


def _links(path: Path) -> Iterator[tuple[int, str, int]]:
    """The page, the words and the target of every link within the file."""
    document = pypdfium2.PdfDocument(path)
    for number, page in enumerate(document):
        text, place, link, box = page.get_textpage(), ctypes.c_int(), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
        while pdfium.FPDFLink_Enumerate(page, place, link):
            target = pdfium.FPDFLink_GetDest(document, link)
            if target:
                pdfium.FPDFLink_GetAnnotRect(link, box)
                words = text.get_text_bounded(box.left, box.bottom, box.right, box.top)
                yield number, words.strip(), pdfium.FPDFDest_GetDestPageIndex(document, target)


def test_a_short_brief_has_an_outline_too(qapp: QApplication, tmp_path: Path) -> None:
    brief = brief_of("Short", Part("quotes", "Words", entries=(Entry("One"),)))
    pdf.write(brief, tmp_path / "brief.pdf", "A4")
    assert [heading.title for heading in Document(brief, "A4").headings] == ["Words"]
    toc = [item.get_title() for item in pypdfium2.PdfDocument(tmp_path / "brief.pdf").get_toc()]
    assert toc == ["Words"]


def test_a_pdf_that_is_built_otherwise_stays_as_it_is() -> None:
    assert finished(b"%PDF-1.4\nwhatever", "en", [Heading(2, "One", 1, "one")]) == b"%PDF-1.4\nwhatever"
