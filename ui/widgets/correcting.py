"""The dialog in which the user corrects what is known of an article."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.corrections import AHEAD, FIELDS, checked, corrected, lies_ahead, partial_date, revised
from models.records import Bibliography, Correction, Problem
from ui.session import Session
from ui.theme import SPACE
from ui.widgets.dialogs import bare
from ui.widgets.labels import heading, muted

ABOUT = (
    "What you write here is kept as your own word, beside your notes. The file and its text stay as they are, and you "
    "can go back to what was found there at any time. Dates without a year in the text are read by the date you give."
)
FORMS = {"published": "2021-03-20, 20 March 2021, March 2021 or 2021", "url": "https://"}
"""How a field may be written."""
FIRST = ("title", "publisher", "published")
"""The fields of which the first that is empty is begun with."""


class CorrectionDialog(QDialog):
    """One line for each field, with what was found below it. `kept` gives the Correction that is to be kept,
    `left_alone` tells that it was saved as it was."""

    kept = Signal(object)
    left_alone = Signal()

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
        buttons = bare(QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel))
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
        empty = (field for field, line in self._lines.items() if not line.text() and field in FIRST)
        line = self._lines[name or next(empty, "title")]
        line.setFocus()
        line.selectAll()

    def accept(self) -> None:
        """Give what was typed, if all of it can be; else say what cannot."""
        values = {name: self._value(name) for name in FIELDS}
        self._wrong = {name: value for name, value in values.items() if isinstance(value, Problem)}
        for name in FIELDS:
            self._tell(name)
        if self._wrong:
            self._lines[next(iter(self._wrong))].setFocus()
            return
        after = revised(self._before, self._found, _sound(values))
        if after == self._before:
            self.left_alone.emit()
        else:
            self.kept.emit(after)
        super().accept()

    def _on_typed(self, name: str, _text: str) -> None:
        self._wrong.pop(name, None)
        self._tell(name)

    def _on_back_clicked(self, name: str, _checked: bool = False) -> None:
        self._lines[name].setText(self._found_in(name))
        self._lines[name].setFocus()

    def _value(self, name: str) -> str | Problem:
        """What stands in a field as it is kept, or why it cannot be; what was found stays, whatever it is."""
        typed = self._lines[name].text()
        return typed if typed == self._found_in(name) else checked(name, typed, self._session.today)

    def _found_in(self, name: str) -> str:
        return getattr(self._found, name) or ""

    def _is_ahead(self, name: str) -> bool:
        """Whether a field tells a date that is yet to come; whoever types it need not save first to hear of that."""
        if name != "published":
            return False
        day = partial_date(FIELDS[name], self._lines[name].text().strip())
        return isinstance(day, str) and lies_ahead(day, self._session.today)

    def _tell(self, name: str) -> None:
        """Say below a field what was found, or why what was typed cannot be."""
        found, typed = self._found_in(name), self._lines[name].text()
        ahead = self._is_ahead(name)
        wrong = self._wrong.get(name) or (Problem(FIELDS[name], f"{typed.strip()} {AHEAD}") if ahead else None)
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


def corrections_in_words(known: Bibliography, found: Bibliography | None) -> str:
    """What of an article is the user's word, and what was found instead; empty where nothing is."""
    told = ", ".join(f"{FIELDS[name]} (found: {getattr(found, name, None) or 'none'})" for name in known.corrected)
    return f"Corrected by you: {told}" if told else ""
