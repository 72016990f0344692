"""The window's own dialogs: works cited, shortcuts, about, and an unexpected error."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QIcon, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models.pages.evidence import cited
from models.records import Citation
from ui.release import version
from ui.theme import SPACE, room
from ui.widgets.labels import Plain, heading, muted

LICENCE = Path(__file__).resolve().parents[2] / "LICENSE"
GUIDE = Path(__file__).resolve().parents[2] / "README.md"
PICTURES = re.compile(r"^(?:\| \| \|\n\|---\|---\|\n)?(?:.*!\[.*\n)+", re.MULTILINE)
"""Lines of the README with pictures, which its text says as well."""


def cites_dialog(title: str, cites: Sequence[Citation], parent: QWidget | None) -> QDialog:
    """All works that a sentence cites, with their addresses."""
    dialog, box = bare_dialog("Works cited", parent, (720, 480))
    box.addWidget(heading(title))
    works = ("\n".join(filter(None, (cited(work), work.url))) for work in cites)
    text = QPlainTextEdit("\n\n".join(f"{number}. {work}" for number, work in enumerate(works, 1)), readOnly=True)
    text.setAccessibleName("Works cited")
    box.addWidget(text, 1)
    close_button(dialog, box)
    return dialog


def shortcuts_dialog(shortcuts: Sequence[tuple[str, str, str]], parent: QWidget | None) -> QDialog:
    """All commands with their menu and shortcut."""
    dialog, box = bare_dialog("Keyboard shortcuts", parent, (640, 620))
    table = _table("Keyboard shortcuts", ("Menu", "Command", "Shortcut"), shortcuts)
    table.horizontalHeader().setStretchLastSection(False)
    for column in (0, 2):
        table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
    box.addWidget(table, 1)
    close_button(dialog, box)
    return dialog


def guide_dialog(parent: QWidget | None) -> QDialog:
    """The README: how articles are read, rules and names added, briefs made."""
    from ui.widgets.markdown_view import MarkdownView  # rarely needed

    dialog, box = bare_dialog("Guide", parent, (820, 680))
    view = MarkdownView("Guide")
    view.show_markdown(PICTURES.sub("", GUIDE.read_text(encoding="utf-8")))
    view.moveCursor(QTextCursor.MoveOperation.Start)
    box.addWidget(view, 1)
    close_button(dialog, box)
    return dialog


def about_dialog(folder: Path, parent: QWidget | None) -> QDialog:
    """What Oxus is, whose work it uses, and where its data lie."""
    dialog, box = bare_dialog("About Oxus", parent, (620, 560))
    box.addWidget(heading("Oxus", scale=1.8))
    box.addWidget(muted(f"Version {version()}"))
    box.addWidget(Plain("A desktop reference that keeps every statement tied to the sentence that supports it."))
    box.addWidget(muted(f"Your library: {folder}"))
    text = QPlainTextEdit(LICENCE.read_text(encoding="utf-8"), readOnly=True)
    text.setAccessibleName("Licence and credits")
    box.addWidget(text, 1)
    close_button(dialog, box)
    return dialog


def error_dialog(details: str, log: Path | None, parent: QWidget | None) -> QDialog:
    """An unexpected error, with details to copy; Oxus goes on."""
    dialog, box = bare_dialog("Unexpected error", parent, (680, 420))
    box.addWidget(heading("Something went wrong in Oxus"))
    told = f"It is also written to {log}. " if log else ""
    box.addWidget(Plain(f"This is a mistake of the program, not yours. {told}You can go on working."))
    text = QPlainTextEdit(details, readOnly=True)
    text.setAccessibleName("Details of the error")
    box.addWidget(text, 1)
    buttons = close_button(dialog, box)
    copy = buttons.addButton("Copy details", QDialogButtonBox.ButtonRole.ActionRole)
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
    return dialog


def bare_dialog(title: str, parent: QWidget | None, size: tuple[int, int]) -> tuple[QDialog, QVBoxLayout]:
    """A dialog of this size, as far as the screen has room, and the box to fill from above."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setAccessibleName(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.resize(room(*size, dialog.screen()))
    box = QVBoxLayout(dialog)
    box.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
    box.setSpacing(SPACE)
    return dialog, box


def bare(buttons: QDialogButtonBox) -> QDialogButtonBox:
    """The buttons without the pictures that some desktops put on a few of them: the others here have none."""
    for button in buttons.buttons():
        button.setIcon(QIcon())
    return buttons


def close_button(dialog: QDialog, box: QVBoxLayout) -> QDialogButtonBox:
    """The last row of a dialog: a button to close it, beside which others can be put."""
    buttons = bare(QDialogButtonBox(QDialogButtonBox.StandardButton.Close))
    buttons.rejected.connect(dialog.reject)
    box.addWidget(buttons)
    return buttons


def _table(name: str, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> QTableWidget:
    table = QTableWidget(len(rows), len(headings))
    table.setAccessibleName(name)
    table.setHorizontalHeaderLabels(list(headings))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    table.setAlternatingRowColors(True)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            table.setItem(number, column, QTableWidgetItem(cell))
    table.horizontalHeader().setStretchLastSection(True)
    if len(headings) > 2:
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    table.resizeRowsToContents()
    return table
