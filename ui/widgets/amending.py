"""The dialog in which the user puts right what was read in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from models.amending.fields import HOW_REAL, OF_KIND, Field, Sort
from models.records import Problem, Reading
from models.text import within_marks
from ui.theme import SPACE, room
from ui.widgets.dialogs import bare
from ui.widgets.labels import Plain, heading, muted, tooltip

if TYPE_CHECKING:
    from models.records import Claim
    from ui.session import Session

NAME = "Correct what was read"
ABOUT = (
    "What you write here is kept as your own word, beside your notes; lists, briefs and exports mark it as such. The "
    "article and what was read in it stay as they are, and you can take the correction back at any time."
)
WIDTH, TALLEST = 900, 420
"""How wide the dialog is, and how tall its fields may be without being scrolled."""
LINES = 3
"""Lines below the fields for what cannot be: nothing moves where these do."""
CHOSEN = (Sort.CHOICE, Sort.PROPERTY, Sort.TYPE)
"""What is chosen from a list."""
SEPARATOR = "; "
READ_ONLY = "This library is open read-only, so nothing can be corrected."
NOT_YET = "This cannot be saved as it stands."
UNDO = "Undo with Ctrl+Z."


class Names(QCompleter):
    """Completes a name, in a list the last one, by what stands anywhere in it."""

    def __init__(self, names: Iterable[str], parent: QWidget) -> None:
        super().__init__(list(names), parent)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)

    @override
    def splitPath(self, path: str) -> list[str]:
        """What is looked for: what stands behind the last semicolon."""
        return [path.rpartition(";")[2].strip()]

    @override
    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """The whole line with the name that was chosen."""
        line = self.widget()
        before = line.text().rpartition(";")[0] if isinstance(line, QLineEdit) else ""
        name = super().pathFromIndex(index)
        return f"{before}{SEPARATOR}{name}" if before else name


class AmendingDialog(QDialog):
    """The fields of one claim. `kept` gives the Reading that is to be kept, or None where it is as it was read."""

    kept = Signal(object)

    def __init__(self, session: Session, claim: Claim, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._claim = claim
        self._forms = session.library.forms
        self._inputs: dict[str, QLineEdit | QComboBox] = {}
        self._count = len(OF_KIND[claim.kind]) + len(HOW_REAL)
        self._preview = Plain(bold=True)
        self._beside = muted()
        self._lay_out()
        self._fill(claim.reading)
        first = self._inputs[OF_KIND[claim.kind][0].name]
        first.setFocus()

    # --- making -------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.setWindowTitle(NAME)
        self.setAccessibleName(NAME)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box = QVBoxLayout(self)
        box.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        box.setSpacing(SPACE)
        box.addWidget(Plain(f"“{within_marks(self._claim.evidence.quote)}”"))
        box.addWidget(muted(ABOUT))
        box.addWidget(self._form(), 1)
        box.addWidget(muted("It will be told so:"))
        box.addWidget(self._preview)
        box.addWidget(self._beside)
        self._preview.setAccessibleName("As it will be told")
        self._preview.setMinimumHeight(2 * self._preview.fontMetrics().lineSpacing())
        self._beside.setMinimumHeight(LINES * self._beside.fontMetrics().lineSpacing())
        for told in (self._preview, self._beside):
            told.setAlignment(Qt.AlignmentFlag.AlignTop)
        buttons = bare(QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel))
        back = buttons.addButton("&As it was read", QDialogButtonBox.ButtonRole.ResetRole)
        back.setToolTip("Fill all fields with what was read in the sentence")
        back.clicked.connect(lambda: self._fill(self._claim.as_read.reading))
        self._save = buttons.button(QDialogButtonBox.StandardButton.Save)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        box.addWidget(buttons)
        self.resize(room(WIDTH, self.sizeHint().height(), self.screen()))

    def _form(self) -> QScrollArea:
        """What it says on the left, how real that is told to be on the right."""
        inside, area = QWidget(), QScrollArea()
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(0, 0, SPACE, 0)
        columns.setSpacing(3 * SPACE)
        for title, fields, share in (("What it says", OF_KIND[self._claim.kind], 3), ("How it is told", HOW_REAL, 2)):
            column = QVBoxLayout()
            column.addWidget(heading(title, scale=1.0))
            grid = QGridLayout()
            grid.setHorizontalSpacing(SPACE)
            grid.setVerticalSpacing(SPACE // 2)
            for at, field in enumerate(fields):
                self._add(grid, at, field)
            column.addLayout(grid)
            column.addStretch(1)
            columns.addLayout(column, share)
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setMinimumHeight(min(inside.sizeHint().height() + SPACE, TALLEST))
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setAccessibleName("Fields")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _add(self, grid: QGridLayout, at: int, field: Field) -> None:
        made = self._chosen(field) if field.sort in CHOSEN else self._typed(field)
        made.setAccessibleName(field.label)
        label = Plain(field.label, wrap=False)
        label.setBuddy(made)
        self._inputs[field.name] = made
        grid.addWidget(label, at, 0)
        grid.addWidget(made, at, 1)
        grid.setColumnStretch(1, 1)

    def _typed(self, field: Field) -> QLineEdit:
        line = QLineEdit()
        line.setPlaceholderText(field.hint)
        if names := self._forms.known(field):
            line.setCompleter(Names(names, line))
        line.textChanged.connect(self._tell)
        return line

    def _chosen(self, field: Field) -> QComboBox:
        chosen = QComboBox()
        chosen.addItems(self._forms.known(field))
        chosen.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        chosen.currentTextChanged.connect(self._tell)
        return chosen

    # --- what is typed ------------------------------------------------------------------------------------------------

    def _fill(self, reading: Reading) -> None:
        for name, text in self._forms.told(self._claim.kind, reading).items():
            made = self._inputs[name]
            if isinstance(made, QLineEdit):
                made.setText(text)
                made.setCursorPosition(0)
            else:
                if made.findText(text) < 0:  # what no list knows can be left as it is
                    made.addItem(text)
                made.setCurrentText(text)
        self._tell()

    def typed(self) -> dict[str, str]:
        """What stands in each field."""
        return {
            name: made.text() if isinstance(made, QLineEdit) else made.currentText()
            for name, made in self._inputs.items()
        }

    def _understood(self) -> Reading | dict[str, Problem]:
        """What the fields say; where all stands there as it was read, just that."""
        typed, read = self.typed(), self._claim.as_read
        if typed == self._forms.told(read.kind, read.reading):
            return read.reading
        return self._forms.understood(self._claim, typed)

    def _mark(self, wrong: Mapping[str, Problem]) -> None:
        """Set what stands in the fields that are wrong in the colour of errors, and tell there, too, why it cannot be
        to who points at it or listens."""
        plain = self.palette()
        for name, made in self._inputs.items():
            colours, reason = QPalette(plain), wrong[name].reason if name in wrong else ""
            if reason:
                colours.setColor(QPalette.ColorRole.Text, plain.color(QPalette.ColorRole.BrightText))
            made.setPalette(colours)
            made.setToolTip(tooltip(reason))
            made.setAccessibleDescription(reason)

    def _tell(self, _text: str = "") -> None:
        """Say how it will be told, and beside that what was read; or what cannot be, and so is not saved."""
        if len(self._inputs) < self._count:
            return  # they are still being made
        found, read = self._understood(), self._claim.as_read
        library = self._session.library
        if isinstance(found, Reading):
            same = found == read.reading
            told = read if same else self._claim.corrected(found, "")
            self._preview.setText(library.in_words(told))
            self._beside.setText("As it was read" if same else f"Read as: {library.in_words(read)}")
        else:
            self._preview.setText("—")
            self._beside.setText("\n".join(f"{problem.subject}: {problem.reason}" for problem in found.values()))
        sound = isinstance(found, Reading)
        self._mark({} if isinstance(found, Reading) else found)
        self._beside.setForegroundRole(QPalette.ColorRole.PlaceholderText if sound else QPalette.ColorRole.BrightText)
        self._save.setEnabled(sound)
        self._save.setToolTip("" if sound else f"{NOT_YET}\n{self._beside.text()}")

    @override
    def accept(self) -> None:
        """Give what was typed, if all of it can be; else go to what cannot."""
        found = self._understood()
        if not isinstance(found, Reading):
            self._inputs[next(iter(found))].setFocus()
            return
        if found != self._claim.reading:
            self.kept.emit(None if found == self._claim.as_read.reading else found)
        super().accept()


def ask(
    session: Session,
    claim_id: str,
    statement: str,
    tell: Callable[[str], object],
    parent: QWidget,
    *,
    follow: bool = True,
) -> AmendingDialog | None:
    """Let the user put right what was read of a claim of a statement; `tell` says what came of it. With `follow` the
    statement is shown that the claim is part of from then on."""
    if session.read_only:
        tell(READ_ONLY)
        return None
    claim = session.library.claim(claim_id)
    dialog = AmendingDialog(session, claim, parent.window())
    dialog.kept.connect(lambda reading: _keep(session, claim, reading, statement, tell, follow=follow))
    dialog.open()
    return dialog


def take_back(session: Session, claim_id: str, statement: str, tell: Callable[[str], object]) -> None:
    """Take back what the user said of a claim in place of what was read."""
    _keep(session, session.library.claim(claim_id), None, statement, tell)


def _keep(
    session: Session,
    claim: Claim,
    reading: Reading | None,
    statement: str,
    tell: Callable[[str], object],
    *,
    follow: bool = True,
) -> None:
    """Keep it, and to `follow` it show the statement that the claim is part of from now on."""
    from ui.session import Place

    if isinstance(session.correct_claim(claim, reading, statement), Problem):
        return  # which is told by the session
    after = session.library.claim(claim.id)
    if follow and (found := session.library.statement_of(after)):
        session.navigate(Place("statement", found, claim=claim.id))
    words = session.library.in_words(replace(after, read=None)).removesuffix(".")
    tell(f"{'Corrected' if reading else 'As it was read again'}: {words}. {UNDO}")
