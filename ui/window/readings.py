"""What was read from some articles, in a dialog: claim by claim, with how it stands in the library, a way to it, and
what the user may say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout

from models.pages.readings import readings
from models.records import Decision, Standing
from models.text import within_marks
from ui.session import Place
from ui.theme import SPACE, room
from ui.views.fact_model import Column, Fact
from ui.views.fact_table import FactTable
from ui.widgets.dialogs import bare
from ui.widgets.labels import Plain, muted
from ui.widgets.menus import keys_of, offer
from ui.widgets.sentences import DECIDED

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from PySide6.QtWidgets import QWidget

    from models.pages.readings import Reading
    from models.records import Change
    from ui.session import Session

SIZE = (980, 560)
NAME = "What was read"
COLUMNS = (Column("What was read", wide=True), Column("In the library"), Column("Article"))
ARTICLE = 2
LONGEST = 28
"""Characters of an article's title that stand in each of its rows: what was read has the room."""
NONE = "Nothing was read from this: it can be searched, but it gives no statements."
HINT = (
    "Every claim in the order of the text. Choose a row to see its sentence, to go there with its other sources, and "
    "to put right or reject what was read wrongly."
)
REJECTED = "not counted"
ONLY = "in no other article"
STANDINGS = {
    Standing.CONTESTED: "contested",
    Standing.EARLIER: "an earlier value",
    Standing.SUPERSEDED: "revised since",
    Standing.WITHDRAWN: "withdrawn",
}


class ReadingsDialog(QDialog):
    """The claims of these articles. What is corrected or rejected here stays in its row."""

    def __init__(self, session: Session, articles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._articles = tuple(dict.fromkeys(articles))
        self._rows: dict[str, Reading] = {}
        self._decided: dict[str, Decision] = {}
        self._chosen = ""
        self.table = FactTable(NAME, COLUMNS)
        self.sentence = Plain("")
        self.told = muted()
        self.going = QPushButton("&Read in the article")
        self.correcting = self._button("correct", self._on_correcting)
        self.rejecting = self._button("reject", self._on_rejecting)
        self.taking_back = self._button("undecide", self._on_taking_back)
        self._read()
        self._lay_out()
        self.table.fact_chosen.connect(self._on_chosen)
        self.going.clicked.connect(self._on_going)
        session.changed.connect(self._on_changed)
        titles = {reading.article for reading in self._rows.values()}
        self.table.setColumnHidden(ARTICLE, len(titles) < 2)  # else it is told above
        self._show(next(iter(self._rows), ""))

    def _button(self, command: str, run: Callable[[], object]) -> QPushButton:
        """A button for a command on sentences, with its words and its shortcut from the window's menus."""
        from ui.window.commands import DECISIONS  # which opens this dialog

        text, key, tip = DECISIONS[command]
        action = offer(self, text, f"Ctrl+Alt+{key}", run)
        button = QPushButton(text.partition(":")[0])
        button.setToolTip(f"{tip} ({keys_of(action)})")
        button.clicked.connect(action.trigger)
        return button

    def _read(self) -> None:
        """Take over what the articles say now; what is told no more, as it was rejected, stays as it was told."""
        library = self._session.library
        found = {each.claim: each for each in readings(map(library.reader, self._articles), library.statement)}
        kept = [found.pop(claim, row) for claim, row in self._rows.items()]
        self._rows = {row.claim: row for row in (*kept, *found.values())}
        self._decided = {row.claim: row.decision for row in library.decisions().rows if row.decision is not None}

    def _show(self, chosen: str) -> None:
        facts = [_fact(number, row, self._decided.get(row.claim)) for number, row in enumerate(self._rows.values())]
        self.table.set_facts(facts)
        self._on_chosen(chosen)
        self.table.select(chosen)

    def _lay_out(self) -> None:
        self.setWindowTitle(NAME)
        self.setAccessibleName(NAME)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(room(*SIZE, self.screen()))
        box = QVBoxLayout(self)
        box.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        box.setSpacing(SPACE)
        box.addWidget(muted(f"{_told(self._rows.values())} {HINT}" if self._rows else NONE))
        box.addWidget(self.table, 1)
        box.addWidget(self.sentence)
        box.addWidget(self.told)
        self.told.hide()
        buttons = bare(QDialogButtonBox(QDialogButtonBox.StandardButton.Close))
        buttons.rejected.connect(self.reject)
        for button in (self.going, self.correcting, self.rejecting, self.taking_back):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        box.addWidget(buttons)

    def _on_chosen(self, key: str) -> None:
        self._chosen = key
        row = self._rows.get(key)
        self.sentence.setText(f"“{within_marks(row.quote)}”" if row else "")
        self.going.setEnabled(row is not None)
        can, rejected = row is not None and not self._session.read_only, self._decided.get(key) is Decision.REJECTED
        self.correcting.setEnabled(can and not rejected)
        self.rejecting.setEnabled(can)
        self.rejecting.setVisible(not rejected)
        self.taking_back.setVisible(rejected)

    def _on_going(self) -> None:
        row = self._rows[self._chosen]
        self.accept()
        self._session.navigate(Place("article", row.article, row.start, row.end))
        if self._session.library.lines([row.statement]):  # it may have been decided upon meanwhile
            self._session.navigate(Place("statement", row.statement))

    def _on_changed(self, change: Change) -> None:
        if change.verdicts or change.articles or change.statements:
            self._read()
            self._show(self._chosen)

    def _on_correcting(self) -> None:
        from ui.widgets.amending import ask  # seldom asked for

        row = self._rows.get(self._chosen)
        if row is not None and self.correcting.isEnabled():
            ask(self._session, row.claim, row.statement, self._tell, self, follow=False)

    def _on_rejecting(self) -> None:
        if self.rejecting.isEnabled():
            self._decide(Decision.REJECTED)

    def _on_taking_back(self) -> None:
        self._decide(None)

    def _decide(self, decision: Decision | None) -> None:
        row = self._rows.get(self._chosen)
        before = self._decided.get(self._chosen)
        if row is not None and decision is not before:
            self._session.decide(row.claim, decision, before, row.statement)

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.show()


def _told(rows: Collection[Reading]) -> str:
    """How many claims there are, of which article if they are of one, and how many tell what nobody told before."""
    new, titles = sum(not row.beside for row in rows), {row.article: row.title for row in rows}
    count = f"{len(rows)} claim{'' if len(rows) == 1 else 's'}"
    of = f" of “{next(iter(titles.values()))}”" if len(titles) == 1 else ""
    return f"{count}{of}, {new} of them in no other article."


def _short(title: str) -> str:
    return title if len(title) <= LONGEST else f"{title[: LONGEST - 1].rstrip()}…"


def _fact(number: int, row: Reading, decided: Decision | None) -> Fact:
    if decided is Decision.REJECTED:
        said = f"{DECIDED[decided]}, {REJECTED}"
        return Fact(row.claim, (row.says, said, _short(row.title)), {0: number, 1: -1, 2: (row.title, number)})
    others = f"in {row.beside} other article{'' if row.beside == 1 else 's'}" if row.beside else ONLY
    said = DECIDED[decided] if decided is not None else ""
    stands = ", ".join(filter(None, (others, STANDINGS.get(row.standing, ""), said)))
    return Fact(row.claim, (row.says, stands, _short(row.title)), {0: number, 1: row.beside, 2: (row.title, number)})
