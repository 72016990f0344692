"""Words on paper: what belongs to a number stays on its line, and a language has a font for all its letters."""

from __future__ import annotations

import ctypes
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from msgspec import structs
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from models import briefs
from models.briefs import Brief, Options, Part, Row, Subject, Table
from models.library import Library
from tests.ui.printing.making import brief_of
from ui.printing import fonts, pdf
from ui.printing.document import Document
from ui.printing.fonts import evenly, families, font, lacking
from ui.printing.template import unbroken

BOUND = "\N{NO-BREAK SPACE}"
FIRST = "\N{CJK RADICAL REPEAT}"
LAST = "\N{HALFWIDTH WHITE CIRCLE}"
"""The first and the last of the letters that Japanese has for itself, with its marks."""


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("on 6 November 2025", "on 6_November 2025"),
        ("11.3 trillion cubic metres", "11.3_trillion cubic metres"),
        ("6 ноября 2025 г.", "6_ноября 2025_г."),
        ("15 %; Россия", "15_%; Россия"),
        ("in 2025 in Astana", "in 2025 in Astana"),
        ("1, 2 – 3", "1, 2 – 3"),
        ('<td width="5" class="a 1 b">5 km</td>', '<td width="5" class="a 1 b">5_km</td>'),
    ],
)
def test_what_belongs_to_a_number_stays_on_its_line(words: str, told: str) -> None:
    assert unbroken(words) == told.replace("_", BOUND)


def test_a_language_with_letters_of_its_own_is_set_in_one_font(qapp: QApplication) -> None:
    plain, own = font(10), font(10, "ja")
    assert own.families() == [plain.family(), *families("ja")[:1]]
    assert set(families("ja")) <= set(QFontDatabase.families(QFontDatabase.WritingSystem.Japanese))
    assert font(10, "ru").families() == plain.families() == [plain.family()]


def test_fonts_made_for_japanese_come_first(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> None:
    known = ["Droid Sans Fallback", "IPAGothic", "Malgun Gothic", "Ming Serif", "Noto Sans CJK JP", "Noto Sans CJK SC"]
    monkeypatch.setattr(QFontDatabase, "families", lambda _: known)
    assert families("ja") == [
        "Noto Sans CJK JP", "IPAGothic", "Droid Sans Fallback", "Noto Sans CJK SC", "Malgun Gothic", "Ming Serif",
    ]  # fmt: skip
    assert families("ru") == []


def test_every_letter_of_a_japanese_brief_has_a_font_of_its_own(
    qapp: QApplication, held: Library, tmp_path: Path
) -> None:
    if lacking("ja"):
        pytest.skip("no font of this system has Japanese characters")
    subject = Subject("countries", held.catalog.region.members[:1])
    brief = briefs.make(held, subject, "2026-11-22", Options(("summary", "map", "profile", "routes"), language="ja"))
    assert pdf.write(brief, tmp_path / "brief.pdf", "A4") is None
    used = {name for page in pypdfium2.PdfDocument(tmp_path / "brief.pdf") for name in _fonts(page)}
    assert {name.partition("-")[0] for name in used} == {families("ja")[0].replace(" ", "")}


def _fonts(page: pypdfium2.PdfPage) -> set[str]:
    """The fonts of the Japanese letters on a page, those in its pictures among them."""
    text, name, flags = page.get_textpage(), ctypes.create_string_buffer(200), ctypes.c_int()
    found = set[str]()
    for at in range(text.count_chars()):
        if FIRST <= text.get_text_range(at, 1) <= LAST:
            pdfium.FPDFText_GetFontInfo(text, at, name, 200, flags)
            found.add(name.value.decode())
    return found


def test_where_no_font_has_the_letters_that_is_said_and_nothing_is_written(
    qapp: QApplication, tmp_path: Path, brief: Brief, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFontDatabase, "families", lambda _: [])
    japanese = structs.replace(brief, language="ja")
    problem = pdf.write(japanese, tmp_path / "brief.pdf", "A4")
    assert problem is not None
    assert "apt install fonts-" in problem.reason
    assert not (tmp_path / "brief.pdf").exists()
    assert Document(japanese, "A4").problem == problem
    assert pdf.save(Document(japanese, "A4"), tmp_path / "brief.pdf") == problem
    assert pdf.write(brief, tmp_path / "brief.pdf", "A4") is None


def test_bare_numbers_end_below_each_other(qapp: QApplication, tmp_path: Path) -> None:
    rows = tuple(Row((f"Name{i}", str(10**i), f"Told{i}")) for i in range(4))
    part = Part("relations", "Counts", table=Table(("Name", "Count", "Told"), rows, (30, 20, 50), (1,)))
    pdf.write(brief_of("Counts", part), tmp_path / "counts.pdf", "A4")
    text = pypdfium2.PdfDocument(tmp_path / "counts.pdf")[0].get_textpage()
    words = text.get_text_range()
    ends = [words.index(f"Told{i}") - 1 for i in range(4)]
    boxes = [text.get_charbox(max(at for at in range(end) if words[at].isdecimal())) for end in ends]
    assert max(box[2] for box in boxes) - min(box[2] for box in boxes) < 1.5


@pytest.mark.parametrize(("bold", "weight"), [(False, "400"), (True, "600")])
def test_headings_are_bold_in_all_letters_or_in_none(
    monkeypatch: pytest.MonkeyPatch, *, bold: bool, weight: str
) -> None:
    monkeypatch.setattr(fonts, "families", lambda language: ["Font"] if language == "ja" else [])
    monkeypatch.setattr(fonts, "_has_bold", lambda _: bold)
    assert evenly("h2 { font-weight: 600; margin: 0px; }", "ja") == f"h2 {{ font-weight: {weight}; margin: 0px; }}"
    assert evenly("h2 { font-weight: 600; }", "en") == "h2 { font-weight: 600; }"


def test_a_heading_is_printed_in_one_weight(qapp: QApplication, held: Library, tmp_path: Path) -> None:
    own = families("ja")
    if not own or fonts._has_bold(own[0]):
        pytest.skip("no font of that kind here")
    subject, options = Subject("countries", (held.catalog.region.members[0],)), Options(("profile",), language="ja")
    brief = briefs.make(held, subject, "2026-11-21", options)
    assert pdf.write(brief, tmp_path / "brief.pdf", "A4") is None
    used = {name for page in pypdfium2.PdfDocument(tmp_path / "brief.pdf") for name in _fonts(page)}
    assert used
    assert not {name for name in used if "Bold" in name}
