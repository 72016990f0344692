"""The pages of the preview: fitted to their width or whole, all side by side, and back again."""

from __future__ import annotations

import pytest
from PySide6.QtPrintSupport import QPrintPreviewWidget
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from models.briefs import Subject
from tests.ui.finding import child
from ui.printing.dialog import PrintDialog
from ui.session import Session


@pytest.fixture
def dialog(qtbot: QtBot, session: Session) -> PrintDialog:
    opened = PrintDialog(session, Subject("countries", (session.catalog.region.members[0],)))
    qtbot.addWidget(opened)
    opened.show()
    opened.refresh()
    qtbot.waitExposed(opened)
    return opened


def click(dialog: PrintDialog, name: str) -> float:
    """How large the pages are once the tool of this name is clicked."""
    tool = next(found for found in dialog.findChildren(QToolButton) if found.text() == name)
    tool.click()
    preview = child(dialog, QPrintPreviewWidget)
    assert isinstance(preview, QPrintPreviewWidget)
    return preview.zoomFactor()


@pytest.mark.parametrize("name", ["Page width", "Whole page"])
def test_reading_size_comes_back_after_all_pages(dialog: PrintDialog, name: str) -> None:
    before = click(dialog, name)
    overview = click(dialog, "All pages")
    assert overview < before / 2
    assert click(dialog, name) == pytest.approx(before, rel=0.05)


def test_a_page_is_wider_than_it_is_whole(dialog: PrintDialog) -> None:
    click(dialog, "All pages")
    assert click(dialog, "Whole page") < click(dialog, "Page width")
    assert click(dialog, "+") > click(dialog, "−")
