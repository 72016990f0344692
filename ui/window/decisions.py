"""All that the user decided, in a dialog: what was read, what was said of it, and a way to take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout

from models.pages.matching import RANK_WORDS
from models.records import Rank
from models.text import within_marks
from ui.session import Place
from ui.theme import SPACE, room
from ui.views.fact_model import Column, Fact
from ui.views.fact_table import FactTable
from ui.widgets.dialogs import bare
from ui.widgets.labels import Plain, muted

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from models.pages.decisions import DecisionRow
    from models.records import Change
    from ui.session import Session

SIZE = (900, 560)
NAME = "Your decisions"
COLUMNS = (
    Column("What was read", wide=True),
    Column("You said", wide=True),
    Column("Article", spare=True),
    Column("When"),
)
NONE = (
    "You have not accepted, rejected or corrected a sentence, nor preferred a value or set one aside. Right-click one."
)
HINT = "What you accepted, rejected, corrected, preferred or set aside. Choose a row to see its sentence."


class DecisionsDialog(QDialog):
    """Every decision, the last first. It follows the library while it is open."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: dict[str, DecisionRow] = {}
        self._chosen = ""
        self._about = muted("")
        self.table = FactTable(NAME, COLUMNS)
        self.sentence = Plain("")
        self.reading = QPushButton("&Read in the article")
        self.taking_back = QPushButton("&Take back")
        self._lay_out()
        self.reading.clicked.connect(self._on_reading)
        self.taking_back.clicked.connect(self._on_taking_back)
        self.table.fact_chosen.connect(self._on_chosen)
        session.changed.connect(self._on_changed)
        self._show()

    def _lay_out(self) -> None:
        self.setWindowTitle(NAME)
        self.setAccessibleName(NAME)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(room(*SIZE, self.screen()))
        box = QVBoxLayout(self)
        box.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        box.setSpacing(SPACE)
        box.addWidget(self._about)
        box.addWidget(self.table, 1)
        box.addWidget(self.sentence)
        buttons = bare(QDialogButtonBox(QDialogButtonBox.StandardButton.Close))
        buttons.rejected.connect(self.reject)
        for button in (self.reading, self.taking_back):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        box.addWidget(buttons)

    def _show(self) -> None:
        page = self._session.library.decisions()
        self._rows = {f"{row.claim} {row.rank or ''} {row.amended}": row for row in page.rows}
        self.table.set_facts([_fact(key, row) for key, row in self._rows.items()])
        self._about.setText(" ".join(filter(None, (HINT if page.rows else NONE, _idle(page.idle)))))
        self._on_chosen(next(iter(self._rows), ""))
        self.table.select(self._chosen)

    def _on_chosen(self, key: str) -> None:
        self._chosen = key
        row = self._rows.get(key)
        self.sentence.setText(f"“{within_marks(row.quote)}”" if row else "")
        self.reading.setEnabled(row is not None)
        self.taking_back.setEnabled(row is not None and not self._session.library.read_only)

    def _on_changed(self, change: Change) -> None:
        if change.verdicts or change.articles or change.statements:
            self._show()

    def _on_reading(self) -> None:
        row = self._rows[self._chosen]
        self.accept()
        self._session.navigate(Place("article", row.article, row.start, row.end))

    def _on_taking_back(self) -> None:
        row = self._rows[self._chosen]
        if row.amended:
            self._session.correct_claim(self._session.library.claim(row.claim), None, row.statement)
        elif row.rank is None:
            self._session.decide(row.claim, None, row.decision, row.statement)
        else:
            self._session.rank(row.statement, row.variant, Rank.NORMAL, row.rank)


def _idle(count: int) -> str:
    """How many decisions find nothing to apply to."""
    if not count:
        return ""
    return f"{count} more {'is' if count == 1 else 'are'} on what is not in the library now, and kept."


def _fact(key: str, row: DecisionRow) -> Fact:
    said = RANK_WORDS[row.rank] if row.rank is not None else row.decision.value if row.decision is not None else ""
    said = f"corrected to: {row.amended}" if row.amended else said
    said = f"{said}, as you corrected it: {row.corrected}" if row.corrected else said
    return Fact(key, (row.says, said, row.title, row.changed[:10]), {3: row.changed})
