"""What was read from some articles, in a dialog: claim by claim, with how it stands in the library and a way to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout

from models.pages.readings import readings
from models.records import Standing
from ui.session import Place
from ui.theme import SPACE, room
from ui.views.fact_model import Column, Fact
from ui.views.fact_table import FactTable
from ui.widgets.dialogs import bare
from ui.widgets.labels import Plain, muted

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtWidgets import QWidget

    from models.pages.readings import Reading
    from ui.session import Session

SIZE = (980, 560)
NAME = "What was read"
COLUMNS = (Column("What was read", wide=True), Column("In the library"), Column("Article"))
ARTICLE = 2
LONGEST = 28
"""Characters of an article's title that stand in each of its rows: what was read has the room."""
NONE = "Nothing was read from this: it can be searched, but it gives no statements."
HINT = "Every claim in the order of the text. Choose a row to see its sentence, and go there with its other sources."
ONLY = "in no other article"
STANDINGS = {Standing.CONTESTED: "contested", Standing.SUPERSEDED: "not the latest value"}


class ReadingsDialog(QDialog):
    """The claims of these articles, as they stand when it opens."""

    def __init__(self, session: Session, articles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        library = session.library
        found = readings(map(library.reader, dict.fromkeys(articles)), library.statement)
        self._rows = {reading.claim: reading for reading in found}
        self._chosen = ""
        self.table = FactTable(NAME, COLUMNS)
        self.sentence = Plain("")
        self.going = QPushButton("&Read in the article")
        self._lay_out()
        self.table.fact_chosen.connect(self._on_chosen)
        self.going.clicked.connect(self._on_going)
        self.table.setColumnHidden(ARTICLE, len({reading.article for reading in found}) < 2)  # else it is told above
        self.table.set_facts([_fact(number, reading) for number, reading in enumerate(found)])
        self._on_chosen(next(iter(self._rows), ""))
        self.table.select(self._chosen)

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
        buttons = bare(QDialogButtonBox(QDialogButtonBox.StandardButton.Close))
        buttons.rejected.connect(self.reject)
        buttons.addButton(self.going, QDialogButtonBox.ButtonRole.ActionRole)
        box.addWidget(buttons)

    def _on_chosen(self, key: str) -> None:
        self._chosen = key
        row = self._rows.get(key)
        self.sentence.setText(f"“{row.quote}”" if row else "")
        self.going.setEnabled(row is not None)

    def _on_going(self) -> None:
        row = self._rows[self._chosen]
        self.accept()
        self._session.navigate(Place("article", row.article, row.start, row.end))
        if self._session.library.lines([row.statement]):  # it may have been decided upon meanwhile
            self._session.navigate(Place("statement", row.statement))


def _told(rows: Collection[Reading]) -> str:
    """How many claims there are, of which article if they are of one, and how many tell what nobody told before."""
    new, titles = sum(not row.beside for row in rows), {row.article: row.title for row in rows}
    count = f"{len(rows)} claim{'' if len(rows) == 1 else 's'}"
    of = f" of “{next(iter(titles.values()))}”" if len(titles) == 1 else ""
    return f"{count}{of}, {new} of them in no other article."


def _short(title: str) -> str:
    return title if len(title) <= LONGEST else f"{title[: LONGEST - 1].rstrip()}…"


def _fact(number: int, row: Reading) -> Fact:
    others = f"in {row.beside} other article{'' if row.beside == 1 else 's'}" if row.beside else ONLY
    stands = ", ".join(filter(None, (others, STANDINGS.get(row.standing, ""))))
    return Fact(row.claim, (row.says, stands, _short(row.title)), {0: number, 1: row.beside, 2: (row.title, number)})
