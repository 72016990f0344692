"""The report of an import: every file with what it gave, and the way to say what was not found in it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from models.corrections import FIELDS, corrected
from models.records import Bibliography, Correction, Step
from ui.outcomes import is_new, outcome, read_in_part, summary
from ui.session import Place, Session
from ui.theme import SPACE
from ui.widgets.dialogs import bare_dialog, close_button
from ui.widgets.grid import Grid
from ui.widgets.labels import heading, muted, tooltip
from ui.widgets.statement_model import AnyIndex

HEADINGS = ("File", "Title", "Publisher", "Date", "Result")
NAMES = ("", "title", "publisher", "published", "")
"""What in each column can be corrected."""

LETTERS = (28, 0, 20, 14, 44)
"""How many letters wide the columns are at most; the title has what is left."""

MEASURED = 200
"""Rows up to which each is measured; beyond, all are two lines high, and columns go by the first rows."""

ADD = "Add…"
ELSEWHERE = (
    "“Not about the region”, or nothing about it, means that too few of its names stand in the article: it is kept to "
    "read and search, but gives no statements on countries."
)


class _Report(Grid):
    """A row for each file, made when it is looked at. With a session it knows what the user corrected since."""

    def __init__(self, steps: Sequence[Step], session: Session | None) -> None:
        super().__init__(HEADINGS)
        self._steps = tuple(steps)
        self._session = session
        self._known: dict[str, Bibliography] = {}
        self._rows: dict[int, tuple[str, ...]] = {}
        if session is not None:
            self._learn()
            session.changed.connect(self._learn)
            session.correction_made.connect(self._on_corrected)

    def article(self, row: int) -> str:
        """The id of the article in a row, or an empty text; of one that was taken out since there is none."""
        found = self._steps[row].article if 0 <= row < len(self._steps) else None
        gone = found is not None and self._session is not None and found.id not in self._known
        return found.id if found is not None and not gone else ""

    def new(self) -> list[str]:
        """The ids of the articles that were not here before."""
        found = [self.article(row) for row, step in enumerate(self._steps) if is_new(step)]
        return [article for article in found if article]

    def first_new(self) -> int:
        """The first row with an article that was not here before; -1 where there is none."""
        return next((row for row, step in enumerate(self._steps) if is_new(step)), -1)

    def offers(self, row: int, column: int) -> bool:
        """Whether a cell offers to give what was not found."""
        can = self._session is not None and not self._session.read_only
        return bool(can and NAMES[column] and self.article(row)) and not self._cells(row)[column]

    def text(self, row: int, column: int) -> str:
        """What stands in a cell."""
        return ADD if self.offers(row, column) else self._cells(row)[column]

    @override
    def count(self) -> int:
        return len(self._steps)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, column)
        if role == Qt.ItemDataRole.ForegroundRole and self.offers(row, column):
            return QGuiApplication.palette().link()
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(self._told(row, column))
        return None

    def _told(self, row: int, column: int) -> str:
        """The whole of a cell, and what can be done about it."""
        name, step = NAMES[column], self._steps[row]
        if self.offers(row, column):
            return f"No {FIELDS[name]} was found: click to give it"
        known = self._bibliography(step)
        own = known is not None and name in known.corrected
        text = self._cells(row)[column] if column else step.subject
        return f"{text} (your correction)" if own else text

    def _cells(self, row: int) -> tuple[str, ...]:
        if row not in self._rows:
            step = self._steps[row]
            self._rows[row] = _reported(step, self._bibliography(step))
        return self._rows[row]

    def _bibliography(self, step: Step) -> Bibliography | None:
        return self._known.get(step.article.id, step.article.bibliography) if step.article else None

    def _learn(self) -> None:
        """Show what is known by now."""
        if self._session is not None:
            self._known = {article.id: article for article in self._session.library.bibliographies()}
        self._show_anew()

    def _on_corrected(self, correction: Correction) -> None:
        """Show what the user says at once: to keep it takes a while where the article is read anew for it."""
        if self._session is not None and correction.id in self._known:
            self._known[correction.id] = corrected(self._session.library.found(correction.id), correction)
            self._show_anew()

    def _show_anew(self) -> None:
        self._rows.clear()
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._steps) - 1, len(HEADINGS) - 1))


class _Offers(QStyledItemDelegate):
    """Draws an offer in the colour of links, in the row that is chosen, too."""

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        super().initStyleOption(option, index)
        own = index.data(Qt.ItemDataRole.ForegroundRole)
        if own is not None:
            option.palette.setBrush(QPalette.ColorRole.HighlightedText, own)


class ReportTable(QTableView):
    """The files of an import; a click on an offer, or a double click anywhere, asks for a correction."""

    def __init__(self, steps: Sequence[Step], session: Session | None) -> None:
        super().__init__()
        self._session = session
        self._report = _Report(steps, session)
        self.setModel(self._report)
        self.setItemDelegate(_Offers(self))
        self._lay_out()
        self._fit()
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._ask)

    def article(self) -> str:
        """The id of the article in the current row, or an empty text."""
        return self._report.article(self.currentIndex().row())

    def new(self) -> list[str]:
        """The ids of the articles that were not here before."""
        return self._report.new()

    def select_first(self) -> None:
        """Choose the first file that gave an article which is new, if there is one."""
        row = self._report.first_new()
        if row >= 0:
            self.selectRow(row)

    def ask(self) -> None:
        """Ask for the article of the current cell to be corrected."""
        self._ask(self.currentIndex())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return asks for a correction here, and closes the report from its buttons."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.article():
            self.ask()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.setAccessibleName("Files and what they gave")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        rows, head = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)  # the title has what the others leave
        rows.setDefaultSectionSize(2 * self.fontMetrics().lineSpacing() + SPACE)
        if self._report.rowCount() <= MEASURED:  # nothing is cut: a row is as tall as its words need
            rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def _fit(self) -> None:
        """Columns as wide as what is in them, up to a limit; in that of dates there is room for one."""
        metrics, head = self.fontMetrics(), self.horizontalHeader()
        rows = range(min(self._report.rowCount(), MEASURED))
        for column, widest in enumerate(LETTERS):
            if not widest:
                continue
            texts = {self._report.text(row, column) for row in rows} | {"0000-00-00"}
            needed = max(head.sectionSizeHint(column), *map(metrics.horizontalAdvance, texts))
            self.setColumnWidth(column, min(widest * metrics.averageCharWidth(), needed + 3 * SPACE))

    def _on_clicked(self, index: AnyIndex) -> None:
        if self._report.offers(index.row(), index.column()):
            self._ask(index)

    def _ask(self, index: AnyIndex) -> None:
        article = self._report.article(index.row())
        if article and self._session is not None:
            self._session.correction_asked.emit(article, NAMES[index.column()])


def report_dialog(
    steps: Sequence[Step], parent: QWidget | None, *, cancelled: bool = False, session: Session | None = None
) -> QDialog:
    """What an import gave, file by file; with a session its articles can be corrected."""
    dialog, box = bare_dialog("Import report", parent, (980, 520))
    box.addWidget(heading("Import stopped" if cancelled else "Import finished"))
    box.addWidget(muted(summary(steps)))
    table = ReportTable(steps, session)
    table.select_first()
    box.addWidget(table, 1)
    known = [step.article.bibliography for step in steps if step.article]
    elsewhere = ELSEWHERE if any(not article.about_region for article in known) else ""
    for note in filter(None, (elsewhere, read_in_part(known))):
        box.addWidget(muted(note))
    buttons = close_button(dialog, box)
    close = buttons.button(QDialogButtonBox.StandardButton.Close)
    close.setDefault(True)
    close.setFocus()
    if session is not None:
        read = buttons.addButton("&Read", QDialogButtonBox.ButtonRole.ActionRole)
        read.setToolTip("Read the article chosen, with what was read from it highlighted")
        read.clicked.connect(dialog.accept)
        read.clicked.connect(lambda: session.navigate(Place("article", table.article())))
        _follow(table, read)
        listed = buttons.addButton("&List what was read…", QDialogButtonBox.ButtonRole.ActionRole)
        listed.setToolTip("Every claim that came with this import, and how it stands in the library")
        listed.clicked.connect(lambda: session.readings_asked.emit(table.new()))
        listed.setEnabled(any(step.claims for step in steps if is_new(step)))
    if session is not None and not session.read_only:
        correct = buttons.addButton("C&orrect…", QDialogButtonBox.ButtonRole.ActionRole)
        correct.setToolTip("Correct title, publisher or date of the article chosen (Return in the list)")
        correct.clicked.connect(table.ask)
        _follow(table, correct)
    return dialog


def _follow(table: ReportTable, button: QPushButton) -> None:
    """Let the button be of use only while a row with an article is chosen."""
    table.selectionModel().currentChanged.connect(lambda *_: button.setEnabled(bool(table.article())))
    button.setEnabled(bool(table.article()))


def _reported(step: Step, known: Bibliography | None) -> tuple[str, ...]:
    """The row of one file: its name, what is known of the article in it, and what became of it."""
    name = Path(step.subject).name or step.subject
    title, publisher, published = (known.title, known.publisher, known.published) if known else ("", "", "")
    return name, title, publisher or "", published or "", outcome(step)
