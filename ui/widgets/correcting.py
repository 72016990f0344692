"""The dialog in which the user corrects what is known of an article, and the offers to do so in an import report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models.corrections import FIELDS, checked, corrected, revised
from models.records import Bibliography, Correction, Problem, Step
from ui.session import Session
from ui.theme import SPACE
from ui.widgets.labels import heading, muted, tooltip

ABOUT = (
    "What you write here is kept as your own word, beside your notes. The file and its text stay as they are, and you "
    "can go back to what was found there at any time. Dates without a year in the text are read by the date you give."
)
FORMS = {"published": "2021-03-20, 20 March 2021, March 2021 or 2021", "url": "https://"}
"""How a field may be written."""
ADD = "Add…"
COLUMNS = {"title": 1, "publisher": 2, "published": 3}
"""Where an import report has what can be corrected."""


class CorrectionDialog(QDialog):
    """One line for each field, with what was found below it. `kept` gives the Correction that is to be kept."""

    kept = Signal(object)

    def __init__(
        self, session: Session, found: Bibliography, correction: Correction, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._found = found
        self._before = correction
        self._known = corrected(found, correction)
        self._lines: dict[str, QLineEdit] = {}
        self._told: dict[str, QLabel] = {}
        self._back: dict[str, QPushButton] = {}
        self._wrong: dict[str, Problem] = {}
        self._lay_out()
        for name in FIELDS:
            self._tell(name)

    def _lay_out(self) -> None:
        self.setWindowTitle("Correct article")
        self.setAccessibleName("Correct article")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box = QVBoxLayout(self)
        box.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        box.setSpacing(SPACE)
        box.addWidget(heading(self._found.title))
        box.addWidget(muted(ABOUT))
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(2)
        for at, (name, called) in enumerate(FIELDS.items()):
            self._add_field(grid, 3 * at, name, called)
        box.addLayout(grid)
        box.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        box.addWidget(buttons)
        self.resize(620, self.sizeHint().height())

    def _add_field(self, grid: QGridLayout, at: int, name: str, called: str) -> None:
        line = self._lines[name] = QLineEdit(getattr(self._known, name) or "")
        line.setAccessibleName(called.capitalize())
        line.setPlaceholderText(FORMS.get(name, ""))
        line.setCursorPosition(0)
        label = QLabel(f"&{called.capitalize()}")
        label.setBuddy(line)
        told = self._told[name] = muted()
        back = self._back[name] = QPushButton("As found")
        back.setAccessibleName(f"{called.capitalize()} as found")
        back.setToolTip(f"Take your correction of the {called} back")
        grid.addWidget(label, at, 0)
        grid.addWidget(line, at, 1)
        grid.addWidget(back, at, 2)
        grid.addWidget(told, at + 1, 1, 1, 2)
        grid.setRowMinimumHeight(at + 2, SPACE)
        line.textChanged.connect(partial(self._on_typed, name))
        back.clicked.connect(partial(self._on_back_clicked, name))

    def begin(self, name: str) -> None:
        """Let the user type in this field; in the first that is empty where none is named."""
        empty = (field for field, line in self._lines.items() if not line.text() and field in COLUMNS)
        line = self._lines[name or next(empty, "title")]
        line.setFocus()
        line.selectAll()

    def accept(self) -> None:
        """Give what was typed, if all of it can be; else say what cannot."""
        values = {name: checked(name, line.text(), self._session.today) for name, line in self._lines.items()}
        self._wrong = {name: value for name, value in values.items() if isinstance(value, Problem)}
        for name in FIELDS:
            self._tell(name)
        if self._wrong:
            self._lines[next(iter(self._wrong))].setFocus()
            return
        after = revised(self._before, self._found, _sound(values))
        if after != self._before:
            self.kept.emit(after)
        super().accept()

    def _on_typed(self, name: str, _text: str) -> None:
        self._wrong.pop(name, None)
        self._tell(name)

    def _on_back_clicked(self, name: str, _checked: bool = False) -> None:
        self._lines[name].setText(getattr(self._found, name) or "")
        self._lines[name].setFocus()

    def _tell(self, name: str) -> None:
        """Say below a field what was found, or why what was typed cannot be."""
        found, typed = getattr(self._found, name) or "", self._lines[name].text()
        wrong = self._wrong.get(name)
        self._told[name].setText(wrong.reason if wrong else _beside(found, typed, FIELDS[name]))
        role = QPalette.ColorRole.BrightText if wrong else QPalette.ColorRole.PlaceholderText
        self._told[name].setForegroundRole(role)
        self._back[name].setEnabled(typed != found)


def _sound(values: Mapping[str, str | Problem]) -> dict[str, str | None]:
    return {name: value for name, value in values.items() if not isinstance(value, Problem)}


def _beside(found: str, typed: str, called: str) -> str:
    """What was found, where something else was typed; that nothing was found, where nothing was typed either."""
    if typed == found:
        return "As found in the file" if found else "Nothing was found in the file"
    if not typed.strip():
        return f"No {called} will be shown. Found in the file: {found}"
    return f"Found in the file: {found}" if found else "Your word; nothing was found in the file"


class ReportOffers(QObject):
    """In the table of an import report: a place to say what was not found, and the way to correct what was."""

    def __init__(self, table: QTableWidget, steps: Sequence[Step], session: Session) -> None:
        super().__init__(table)
        self._table = table
        self._session = session
        self._articles = {row: step.article.id for row, step in enumerate(steps) if step.article is not None}
        self._show()
        table.itemClicked.connect(self._on_clicked)
        table.itemDoubleClicked.connect(self._ask)
        session.changed.connect(self._show)

    def can_ask(self) -> bool:
        """Whether there is an article in the current row."""
        return self._table.currentRow() in self._articles

    def ask(self) -> None:
        """Ask for the article of the current cell to be corrected."""
        self._ask(self._table.currentItem())

    def _show(self) -> None:
        """Show what is known by now."""
        known = {article.id: article for article in self._session.library.bibliographies()}
        for row, key in self._articles.items():
            for name, column in COLUMNS.items() if key in known else ():
                text = getattr(known[key], name) or ""
                cell = self._table.item(row, column)
                if cell is not None:
                    self._fill(cell, name, text, own=name in known[key].corrected)

    def _fill(self, cell: QTableWidgetItem, name: str, text: str, *, own: bool) -> None:
        offers = not text and not self._session.read_only
        cell.setText(ADD if offers else text)
        cell.setForeground(self._table.palette().link() if offers else self._table.palette().text())
        lacks = f"No {FIELDS[name]} was found: click to give it"
        cell.setToolTip(tooltip(lacks if offers else f"{text} (your correction)" if own else text))

    def _on_clicked(self, cell: QTableWidgetItem) -> None:
        if cell.text() == ADD:
            self._ask(cell)

    def _ask(self, cell: QTableWidgetItem | None) -> None:
        if cell is not None and cell.row() in self._articles:
            name = next((name for name, column in COLUMNS.items() if column == cell.column()), "")
            self._session.correction_asked.emit(self._articles[cell.row()], name)


def corrections_in_words(known: Bibliography, found: Bibliography | None) -> str:
    """What of an article is the user's word, and what was found instead; empty where nothing is."""
    told = ", ".join(f"{FIELDS[name]} (found: {getattr(found, name, None) or 'none'})" for name in known.corrected)
    return f"Corrected by you: {told}" if told else ""
