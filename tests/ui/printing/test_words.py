"""Words on paper: what belongs to a number stays on its line, and a language has a font for all its letters."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from models.briefs import Part, Row, Table
from tests.ui.printing.making import brief_of
from ui.printing import pdf
from ui.printing.fonts import font
from ui.printing.template import unbroken

BOUND = "\N{NO-BREAK SPACE}"


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
    known = QFontDatabase.families(QFontDatabase.WritingSystem.Japanese)
    assert own.families()[0] == plain.family()
    assert own.families()[1:] == [family for family in known if family in own.families()][:1]
    assert len(own.families()) == 1 + bool(known)
    assert font(10, "ru").families() == plain.families()


def test_bare_numbers_end_below_each_other(qapp: QApplication, tmp_path: Path) -> None:
    rows = tuple(Row((f"Name{i}", str(10**i), f"Told{i}")) for i in range(4))
    part = Part("relations", "Counts", table=Table(("Name", "Count", "Told"), rows, (30, 20, 50), (1,)))
    pdf.write(brief_of("Counts", part), tmp_path / "counts.pdf", "A4")
    text = pypdfium2.PdfDocument(tmp_path / "counts.pdf")[0].get_textpage()
    words = text.get_text_range()
    ends = [words.index(f"Told{i}") - 1 for i in range(4)]
    boxes = [text.get_charbox(max(at for at in range(end) if words[at].isdecimal())) for end in ends]
    assert max(box[2] for box in boxes) - min(box[2] for box in boxes) < 1.5
