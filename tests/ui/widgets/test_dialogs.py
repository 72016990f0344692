"""Dialogs: what an import gave in words, shortcuts, credits, and errors to copy."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from models.records import Article, Bibliography, Problem, Step
from tests.ui.finding import child
from ui.outcomes import outcome, summary
from ui.widgets.dialogs import about_dialog, error_dialog, report_dialog, shortcuts_dialog


def article(*, about_region: bool = True) -> Article:
    known = Bibliography("a", "Title", "a.txt", "Paper", "2025-12", about_region=about_region)
    return Article(known, "The dam is in the north of the country.", ())


STEPS = (
    Step(1, 5, "/folder/good.txt", article()),
    Step(2, 5, "/folder/elsewhere.txt", article(about_region=False)),
    Step(3, 5, "/folder/again.txt", article(), duplicate=True),
    Step(4, 5, "/folder/<b>bad</b>.pdf", problem=Problem("bad.pdf", "it is no text")),
    Step(5, 5, "/folder/empty", None),
)


def cells(dialog: QDialog) -> list[list[str]]:
    table = child(dialog, QTableWidget)
    return [
        [table.item(row, column).text() for column in range(table.columnCount())] for row in range(table.rowCount())
    ]


def test_each_outcome_in_words() -> None:
    assert [outcome(step) for step in STEPS] == [
        "No claim found; kept to read and search",
        "No claim found; kept to read and search; not about the region",
        "Already in the library",
        "Refused: it is no text",
        "Nothing to read",
    ]


def test_the_whole_import_in_a_sentence() -> None:
    assert summary(STEPS) == "2 new articles with 0 claims, 1 already known, 1 refused."


def test_a_stopped_import_tells_how_many_files_were_not_read() -> None:
    assert summary(STEPS[:3]) == "2 new articles with 0 claims, 1 already known, 0 refused, 2 not read."


def test_the_report_gives_the_title_what_the_other_columns_leave(qtbot: QtBot) -> None:
    dialog = report_dialog(STEPS, None)
    qtbot.addWidget(dialog)
    dialog.resize(980, 520)
    dialog.show()
    table = child(dialog, QTableWidget)
    assert table.columnWidth(1) > 250
    assert sum(table.columnWidth(column) for column in range(table.columnCount())) == table.viewport().width()


def test_the_report_lists_every_file(qtbot: QtBot) -> None:
    dialog = report_dialog(STEPS, None, cancelled=True)
    qtbot.addWidget(dialog)
    assert [row[0] for row in cells(dialog)] == ["good.txt", "elsewhere.txt", "again.txt", "b>.pdf", "empty"]
    assert cells(dialog)[0][1:] == ["Title", "Paper", "2025-12", outcome(STEPS[0])]
    assert any("Not about the region" in label.text() for label in dialog.findChildren(QLabel))
    assert "Import stopped" in [label.text() for label in dialog.findChildren(QLabel)]
    assert "<b>" not in child(dialog, QTableWidget).model().index(3, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_shortcuts_are_listed(qtbot: QtBot) -> None:
    dialog = shortcuts_dialog([("File", "Quit", "Ctrl+Q")], None)
    qtbot.addWidget(dialog)
    assert cells(dialog) == [["File", "Quit", "Ctrl+Q"]]


@pytest.mark.parametrize("word", ["MIT License", "Natural Earth", "GeoNames", "PLOVER", "PySide6"])
def test_licence_and_credits_are_told(qtbot: QtBot, word: str) -> None:
    dialog = about_dialog(Path("somewhere"), None)
    qtbot.addWidget(dialog)
    assert word in child(dialog, QPlainTextEdit).toPlainText()


def test_the_details_of_an_error_can_be_copied(qtbot: QtBot) -> None:
    dialog = error_dialog("the details", None, None)
    qtbot.addWidget(dialog)
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "Copy details").click()
    assert QGuiApplication.clipboard().text() == "the details"


@pytest.mark.parametrize("text", ["hi", "Gas up 3%", "да"])
def test_a_text_of_a_word_or_two_is_too_short_to_tell_its_language(text: str) -> None:
    step = Step(1, 1, "hi.txt", article=Article(Bibliography("a" * 16, "hi", "hi.txt", language="af"), text, ()))
    assert outcome(step) == "Too short to read anything from; kept to search"


def test_an_article_in_a_language_that_is_not_read_says_so() -> None:
    known = Bibliography("a" * 16, "Grenzvertrag", "grenze.txt", language="de", about_region=False)
    step = Step(1, 1, "grenze.txt", article=Article(known, "Der Grenzvertrag wurde gestern unterzeichnet.", ()))
    assert outcome(step) == "Written in German, which Oxus does not read yet; kept to search"


LONG = "Words that go on and on, so that nobody would find room for them on one line of a table, however wide it is"


def test_nothing_in_a_report_is_cut(qtbot: QtBot) -> None:
    known = Bibliography("a", LONG, "a.txt", "A publisher of many words with a long name", "2025-12")
    step = Step(1, 1, "/folder/" + LONG.replace(" ", "-") + ".txt", Article(known, LONG, ()))
    refused = Step(2, 2, "b.txt", problem=Problem("b.txt", LONG))
    dialog = report_dialog((step, refused), None)
    qtbot.addWidget(dialog)
    dialog.resize(980, 520)
    dialog.show()
    qtbot.waitExposed(dialog)
    table = child(dialog, QTableWidget)
    for row in range(2):
        assert table.rowHeight(row) >= table.sizeHintForRow(row) > 2 * table.fontMetrics().height()
    assert table.columnWidth(1) > table.viewport().width() // 6


def test_every_shortcut_stands_whole_in_its_column(qtbot: QtBot) -> None:
    dialog = shortcuts_dialog((("Edit", "Previous place in the article", "Shift+F3"), ("File", "X", "Ctrl+O")), None)
    qtbot.addWidget(dialog)
    dialog.show()
    table = child(dialog, QTableWidget)
    assert all(table.columnWidth(column) >= table.sizeHintForColumn(column) for column in range(3))
    assert table.columnWidth(1) > table.viewport().width() // 2
