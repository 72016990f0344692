"""The print preview as it is laid out: all choices are seen, and the pages have the room that is left."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtPrintSupport import QPrintPreviewWidget
from PySide6.QtWidgets import QComboBox, QListWidget, QToolButton
from pytestqt.qtbot import QtBot

from models.briefs import SUBJECTS, Subject
from ui.printing.dialog import PrintDialog
from ui.session import Session


@pytest.fixture
def dialog(qtbot: QtBot, session: Session) -> PrintDialog:
    opened = PrintDialog(session, Subject("countries", (session.catalog.region.members[0],)))
    qtbot.addWidget(opened)
    opened.resize(1120, 760)  # what a screen of 1280 x 800 has room for
    opened.show()
    return opened


def kinds(dialog: PrintDialog) -> QComboBox:
    return next(found for found in dialog.findChildren(QComboBox) if found.accessibleName() == "What to summarise")


def listed(dialog: PrintDialog, words: str) -> QListWidget:
    return next(found for found in dialog.findChildren(QListWidget) if words in found.accessibleName())


def _is_in_sight(found: QListWidget, row: int) -> bool:
    return found.visualItemRect(found.item(row)).bottom() < found.viewport().height()


def _is_right_below(dialog: PrintDialog, pages: QPrintPreviewWidget, tools: list[QToolButton]) -> bool:
    foot = max(tool.mapTo(dialog, tool.rect().bottomLeft()).y() for tool in tools)
    return pages.mapTo(dialog, pages.rect().topLeft()).y() - foot < 20


def test_all_parts_that_can_go_in_are_seen_at_once(qtbot: QtBot, dialog: PrintDialog) -> None:
    offered, chosen, kind = listed(dialog, "Parts"), listed(dialog, "nothing ticked"), kinds(dialog)
    for subject in SUBJECTS[:-1]:
        kind.setCurrentIndex(kind.findData(subject))
        shown = [row for row in range(offered.count()) if not offered.isRowHidden(row)]
        qtbot.waitUntil(partial(_is_in_sight, offered, shown[-1]))
        assert offered.visualItemRect(offered.item(shown[0])).top() >= 0
        assert chosen.isHidden() or chosen.height() > 5 * chosen.sizeHintForRow(0)


def test_the_pages_begin_right_below_their_tools(qtbot: QtBot, dialog: PrintDialog) -> None:
    (pages,) = dialog.findChildren(QPrintPreviewWidget)
    tools = [tool for tool in dialog.findChildren(QToolButton) if tool.text() in ("Page width", "+")]
    kind = kinds(dialog)
    for subject in SUBJECTS:
        kind.setCurrentIndex(kind.findData(subject))
        dialog.refresh()
        qtbot.waitUntil(partial(_is_right_below, dialog, pages, tools))
