"""How long a brief takes to become a PDF, against the same text from a bare text document."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
from PySide6.QtGui import QPdfWriter, QTextDocument
from PySide6.QtWidgets import QApplication

from models import briefs
from models.briefs import Subject
from models.library import Library
from ui.printing import pdf
from ui.printing.document import DPI, page_layout
from ui.printing.template import Sheets

AT_MOST = 1.5
PAGES = 10


def test_a_brief_of_ten_pages(
    compare: Callable[..., None], library: Library, qapp: QApplication, tmp_path: Path
) -> None:
    brief = briefs.make(library, Subject("countries", library.catalog.region.members[:1]), "2026-11-22")
    sheets = Sheets()
    text = f"{sheets.body(brief, long=True)}{sheets.sources(brief)}"

    def ours() -> None:
        assert pdf.write(brief, tmp_path / "ours.pdf", "A4") is None

    def bare() -> None:
        document = QTextDocument()
        document.setDefaultStyleSheet(sheets.style())
        document.setHtml(text)
        writer = QPdfWriter(str(tmp_path / "bare.pdf"))
        writer.setResolution(DPI)
        writer.setPageLayout(page_layout("A4"))
        document.print_(writer)

    compare("a brief of ten pages as PDF, against its bare text", ours, bare, at_most=AT_MOST, rounds=7)
    assert len(pypdfium2.PdfDocument(tmp_path / "ours.pdf")) >= PAGES
