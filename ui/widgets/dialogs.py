"""The window's own dialogs: the import report, shortcuts, about, and an unexpected error."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
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

from models.pages.lines import cited
from models.records import Citation, Step
from ui.outcomes import outcome, summary
from ui.release import version
from ui.session import Session
from ui.theme import SPACE, room
from ui.widgets.correcting import ReportOffers
from ui.widgets.labels import Plain, heading, muted, tooltip

REPORT = ("File", "Title", "Publisher", "Date", "Result")
LETTERS = (28, 0, 20, 14, 44)
"""How many letters wide the columns of a report are at most; the title has what is left."""

MEASURED = 400
"""Rows up to which each is measured."""

ELSEWHERE = (
    "“Not about the region” means that too few of its names stand in the article: it is kept to read and search, "
    "but gives no statements on countries."
)
LICENCE = Path(__file__).resolve().parents[2] / "LICENSE"


def report_dialog(
    steps: Sequence[Step], parent: QWidget | None, *, cancelled: bool = False, session: Session | None = None
) -> QDialog:
    """What an import gave, file by file; with a session its articles can be corrected."""
    dialog, box = _dialog("Import report", parent, (980, 520))
    box.addWidget(heading("Import stopped" if cancelled else "Import finished"))
    box.addWidget(muted(summary(steps)))
    table = _table("Files and what they gave", REPORT, [_reported(step) for step in steps])
    _tell_whole(table, steps)
    offers = ReportOffers(table, steps, session) if session is not None and not session.read_only else None
    _fit(table)
    table.horizontalHeader().setStretchLastSection(False)  # the title has what the others leave
    if len(steps) <= MEASURED:  # nothing is cut: a row is as tall as its words need
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    box.addWidget(table, 1)
    if any(step.article and not step.article.bibliography.about_region for step in steps):
        box.addWidget(muted(ELSEWHERE))
    buttons = _close_button(dialog, box)
    if offers is not None:
        correct = buttons.addButton("C&orrect…", QDialogButtonBox.ButtonRole.ActionRole)
        correct.setToolTip("Correct title, publisher or date of the article chosen (Return)")
        correct.setDefault(True)
        correct.setEnabled(offers.can_ask())
        correct.clicked.connect(offers.ask)
        table.currentItemChanged.connect(lambda *_: correct.setEnabled(offers.can_ask()))
    return dialog


def _tell_whole(table: QTableWidget, steps: Sequence[Step]) -> None:
    """Tell the whole of each cell where the pointer rests."""
    for number, step in enumerate(steps):
        for column in range(len(REPORT)):
            cell = table.item(number, column)
            if cell is not None:
                cell.setToolTip(tooltip(cell.text() if column else step.subject))


def _fit(table: QTableWidget) -> None:
    """Columns as wide as what is in them, up to a limit; in that of dates there is room for one."""
    metrics, head = table.fontMetrics(), table.horizontalHeader()
    for column, widest in enumerate(LETTERS):
        least = metrics.horizontalAdvance("0000-00-00") if REPORT[column] == "Date" else head.sectionSizeHint(column)
        needed = max(table.sizeHintForColumn(column), least)
        table.setColumnWidth(column, min(widest * metrics.averageCharWidth(), needed + 3 * SPACE))


def _reported(step: Step) -> tuple[str, ...]:
    """The row of one file: its name, what is known of the article in it, and what became of it."""
    name = Path(step.subject).name or step.subject
    known = step.article.bibliography if step.article else None
    title, publisher, published = (known.title, known.publisher, known.published) if known else ("", "", "")
    return name, title, publisher or "", published or "", outcome(step)


def cites_dialog(title: str, cites: Sequence[Citation], parent: QWidget | None) -> QDialog:
    """All works that a sentence cites, with their addresses."""
    dialog, box = _dialog("Works cited", parent, (720, 480))
    box.addWidget(heading(title))
    works = ("\n".join(filter(None, (cited(work), work.url))) for work in cites)
    text = QPlainTextEdit("\n\n".join(f"{number}. {work}" for number, work in enumerate(works, 1)), readOnly=True)
    text.setAccessibleName("Works cited")
    box.addWidget(text, 1)
    _close_button(dialog, box)
    return dialog


def shortcuts_dialog(shortcuts: Sequence[tuple[str, str, str]], parent: QWidget | None) -> QDialog:
    """All commands with their menu and shortcut."""
    dialog, box = _dialog("Keyboard shortcuts", parent, (640, 620))
    table = _table("Keyboard shortcuts", ("Menu", "Command", "Shortcut"), shortcuts)
    table.horizontalHeader().setStretchLastSection(False)
    for column in (0, 2):
        table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
    box.addWidget(table, 1)
    _close_button(dialog, box)
    return dialog


def about_dialog(folder: Path, parent: QWidget | None) -> QDialog:
    """What Oxus is, whose work it uses, and where its data lie."""
    dialog, box = _dialog("About Oxus", parent, (620, 560))
    box.addWidget(heading("Oxus", scale=1.8))
    box.addWidget(muted(f"Version {version()}"))
    box.addWidget(Plain("A desktop reference that keeps every statement tied to the sentence that supports it."))
    box.addWidget(muted(f"Your library: {folder}"))
    text = QPlainTextEdit(LICENCE.read_text(encoding="utf-8"), readOnly=True)
    text.setAccessibleName("Licence and credits")
    box.addWidget(text, 1)
    _close_button(dialog, box)
    return dialog


def error_dialog(details: str, log: Path | None, parent: QWidget | None) -> QDialog:
    """An unexpected error, with details to copy; Oxus goes on."""
    dialog, box = _dialog("Unexpected error", parent, (680, 420))
    box.addWidget(heading("Something went wrong in Oxus"))
    told = f"It is also written to {log}. " if log else ""
    box.addWidget(Plain(f"This is a mistake of the program, not yours. {told}You can go on working."))
    text = QPlainTextEdit(details, readOnly=True)
    text.setAccessibleName("Details of the error")
    box.addWidget(text, 1)
    buttons = _close_button(dialog, box)
    copy = buttons.addButton("Copy details", QDialogButtonBox.ButtonRole.ActionRole)
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
    return dialog


def _dialog(title: str, parent: QWidget | None, size: tuple[int, int]) -> tuple[QDialog, QVBoxLayout]:
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setAccessibleName(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.resize(room(*size, dialog.screen()))
    box = QVBoxLayout(dialog)
    box.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
    box.setSpacing(SPACE)
    return dialog, box


def _close_button(dialog: QDialog, box: QVBoxLayout) -> QDialogButtonBox:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
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
