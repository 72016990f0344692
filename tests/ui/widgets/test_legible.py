"""Names in letters that no font has are not shown as boxes."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.session import Session
from ui.widgets.legible import legible
from ui.widgets.rows import Part, Row, RowList

NOWHERE = "\U0010fffd\U0010fffc"
"""Letters that are for private use and in no font."""


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ("", ""),
        ("Polska", "Polska"),
        (f"Polska · {NOWHERE}", "Polska"),
        (f"{NOWHERE} · Қазақстан", "Қазақстан"),
        (NOWHERE, ""),
    ],
)
def test_a_name_is_left_out_where_no_font_has_its_letters(qapp: QApplication, names: str, shown: str) -> None:
    assert legible(names, qapp.font()) == shown


def test_a_row_leaves_such_a_name_out_where_it_says_that_it_holds_names(qtbot: QtBot, session: Session) -> None:
    def painted(text: str, *, names: bool) -> QPixmap:
        rows = RowList(session, "Rows")
        qtbot.addWidget(rows)
        rows.resize(200, 60)
        rows.set_rows([Row("row", (Part(text, names=names),))])
        rows.show()
        return rows.grab()

    nothing = painted(" ", names=True).toImage()
    assert painted(NOWHERE, names=True).toImage() == nothing
    assert painted(NOWHERE, names=False).toImage() != nothing
