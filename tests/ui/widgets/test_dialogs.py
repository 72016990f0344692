"""Dialogs: shortcuts, credits, and errors to copy."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QIcon, QPixmap
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QPushButton, QTableWidget, QTextBrowser
from pytestqt.qtbot import QtBot

from tests.ui.finding import child
from ui.widgets.dialogs import (
    about_dialog,
    bare,
    bare_dialog,
    close_button,
    error_dialog,
    guide_dialog,
    shortcuts_dialog,
)


def cells(dialog: QDialog) -> list[list[str]]:
    table = child(dialog, QTableWidget)
    return [
        [table.item(row, column).text() for column in range(table.columnCount())] for row in range(table.rowCount())
    ]


def test_shortcuts_are_listed(qtbot: QtBot) -> None:
    dialog = shortcuts_dialog([("File", "Quit", "Ctrl+Q")], None)
    qtbot.addWidget(dialog)
    assert cells(dialog) == [["File", "Quit", "Ctrl+Q"]]


@pytest.mark.parametrize(
    "word", ["MIT License", "Natural Earth", "GeoNames", "PLOVER", "PySide6", "Wikipedia", "OpenStreetMap", "CLDR"]
)
def test_licence_and_credits_are_told(qtbot: QtBot, word: str) -> None:
    dialog = about_dialog(Path("somewhere"), None)
    qtbot.addWidget(dialog)
    assert word in child(dialog, QPlainTextEdit).toPlainText()


def test_the_guide_tells_of_articles_rules_and_briefs_without_pictures(qtbot: QtBot) -> None:
    dialog = guide_dialog(None)
    qtbot.addWidget(dialog)
    dialog.show()
    view = child(dialog, QTextBrowser)
    assert view.verticalScrollBar().value() == 0 < view.verticalScrollBar().maximum()
    text = view.toPlainText()
    for words in ("Add your own articles", "Your own rules and names", "Briefs", "all shortcuts"):
        assert words in text
    assert ".png" not in text
    assert "---" not in text


def test_the_details_of_an_error_can_be_copied(qtbot: QtBot) -> None:
    dialog = error_dialog("the details", None, None)
    qtbot.addWidget(dialog)
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "Copy details").click()
    assert QGuiApplication.clipboard().text() == "the details"


def test_every_shortcut_stands_whole_in_its_column(qtbot: QtBot) -> None:
    dialog = shortcuts_dialog((("Edit", "Previous place in the article", "Shift+F3"), ("File", "X", "Ctrl+O")), None)
    qtbot.addWidget(dialog)
    dialog.show()
    table = child(dialog, QTableWidget)
    assert all(table.columnWidth(column) >= table.sizeHintForColumn(column) for column in range(3))
    assert table.columnWidth(1) > table.viewport().width() // 2


def test_no_button_of_a_dialog_has_a_picture_where_the_others_have_none(qtbot: QtBot) -> None:
    kinds = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(kinds.Close | kinds.Save | kinds.Cancel)
    qtbot.addWidget(box)
    for button in box.buttons():
        button.setIcon(QIcon(QPixmap(16, 16)))
    assert bare(box) is box
    assert all(button.icon().isNull() for button in box.buttons())
    dialog, column = bare_dialog("A dialog", None, (200, 100))
    qtbot.addWidget(dialog)
    assert all(button.icon().isNull() for button in close_button(dialog, column).buttons())
