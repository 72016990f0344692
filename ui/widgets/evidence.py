"""The evidence of a statement: each sentence with its article, and what the user may decide about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from models.pages.evidence import EvidencePage, Sentence
from models.pages.lines import support_in_words
from models.pages.matching import tags
from models.records import Change, Decision, Problem, Rank
from models.text import within_marks
from ui.flow import Flow
from ui.session import Place, Session
from ui.theme import SPACE, Theme
from ui.widgets.icons import icon
from ui.widgets.labels import heading, muted
from ui.widgets.rows import RowList
from ui.widgets.sentences import Reason, SentenceChoice, in_short, rows_of, source
from ui.widgets.statement_model import age_of

DONE = {Decision.ACCEPTED: "Accepted", Decision.REJECTED: "Rejected, not counted any more", None: "Undecided again"}
RANKED = {
    Rank.PREFERRED: "Preferred",
    Rank.NORMAL: "Left to the sources again",
    Rank.DEPRECATED: "Set aside, not counted any more",
}
READ_ON = "click a sentence below to read it in its article"
HOW_TO_UNDO = "Undo with Ctrl+Z."


class EvidencePanel(QFrame):
    """Shows one statement's sentences. `place_requested` asks to read one where it stands, `decided` tells
    in words what the user decided, `history_requested` asks for the values over time, `closed` that it is done."""

    history_requested = Signal(str)
    place_requested = Signal(object)
    decided = Signal(str)
    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._page: EvidencePage | None = None
        self._title = heading(scale=1.05)
        self._about = muted(wrap=False)
        self._side = QPushButton(flat=True)
        self._history = QPushButton(flat=True)
        self._cites = QPushButton(flat=True)
        self._decide = QPushButton("Decide", flat=True)
        self._close = QToolButton()
        self._list = RowList(session, "Sentences this statement stands on")
        self._menu = QMenu(self)
        self._which = SentenceChoice()
        self.setAccessibleName("Evidence")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        words = Flow()
        words.add(self._title, grows=True)
        for part in (self._about, self._side, self._history, self._cites, self._which, self._decide):
            words.add(part)
        top = QHBoxLayout()
        top.addLayout(words, 1)
        top.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(SPACE + 4, SPACE, SPACE, 0)
        box.setSpacing(SPACE // 2)
        box.addLayout(top)
        box.addWidget(self._list, 1)
        self._side.setToolTip("Sources disagree: go to the sentences of the next value")
        self._history.setToolTip("Show every value of this that sources give or gave, with its age")
        self._cites.hide()
        self._cites.setToolTip("List all works that the article of this sentence cites")
        self._menu.setToolTipsVisible(True)
        self._decide.setMenu(self._menu)
        self._decide.setToolTip("Say which sentence or value you trust (also by a right click)")
        self._close.setAutoRaise(True)
        self._close.setIcon(icon("close", self._session.theme))
        self._close.setToolTip("Close the evidence (Esc)")
        self._close.setAccessibleName("Close the evidence")
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.setToolTip("Click a sentence to read it in its article; right-click to say whether you trust it")

    def _connect(self) -> None:
        self._close.clicked.connect(self.closed)
        self._side.clicked.connect(self.turn_side)
        self._history.clicked.connect(self.show_history)
        self._cites.clicked.connect(self.list_cites)
        self._list.selectionModel().currentChanged.connect(self._tell_cites)
        self._list.selectionModel().currentChanged.connect(self._tell_side)
        self._list.selectionModel().currentChanged.connect(self._tell_which)
        self._which.chosen.connect(self._list.select)
        self._list.chosen.connect(self._on_chosen)
        self._list.customContextMenuRequested.connect(self._on_menu_requested)
        self._session.changed.connect(self._on_changed)
        self._session.theme_changed.connect(self._on_theme_changed)

    def point_out(self) -> None:
        """Say what to click next: the statement was chosen once more."""
        self._about.setText(f"{self._about.text()} · {READ_ON}")

    def show_statement(self, statement: str, claim: str = "") -> None:
        """Show the evidence of a statement; the sentence of `claim`, or the one that was, is the current one."""
        before = self.sentence()
        wanted = claim or (before.claim if before else "")
        self._page = self._session.library.evidence(statement)
        line = self._page.line
        self._title.setText(line.text)
        today = self._session.today
        told = (*tags(line), age_of(line, today), support_in_words(line), *line.shared)
        self._about.setText(" · ".join(filter(None, told)))
        self._list.set_rows(tuple(rows_of(self._page, today)))
        self._tell_history(statement)
        same = next((s for s in self._page.sentences if s.claim == wanted), None)
        if same is None:
            self._list.select_first(next(iter(self._page.sentences), None))
        else:
            self._list.select(same)
        self._tell_cites()
        self._tell_side()
        self._tell_which()

    def tall(self) -> int:
        """The height that all sentences need at the present width."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
        return self.height() - self._list.height() + self._list.content_height() + SPACE

    def statement(self) -> str:
        """The id of the statement shown, or an empty text."""
        return self._page.line.statement if self._page else ""

    def has_keyboard(self) -> bool:
        """Whether keys go to the sentences."""
        return self._list.hasFocus()

    def focus_list(self) -> None:
        """Let the keyboard go through the sentences."""
        self._list.setFocus()
        if self._list.current_key() is None:
            self._list.select_first()

    def set_actions(self, groups: Iterable[Sequence[QAction]]) -> None:
        """What a right click on a sentence offers, in groups; the actions themselves come from the window's menus."""
        self._menu.clear()
        for actions in groups:
            if self._menu.actions():
                self._menu.addSeparator()
            self._menu.addActions(actions)

    def show_menu(self, at: QPoint) -> None:
        """Show what can be done with the current sentence and its statement, at a point of the screen."""
        if self.isVisible():
            self._menu.popup(at)

    def sentence(self) -> Sentence | None:
        """The current sentence that the statement stands on."""
        key = self._list.current_key()
        return key if isinstance(key, Sentence) else None

    def _words(self) -> Sentence | None:
        """The current sentence, also where it only explains why sources disagree."""
        key = self._list.current_key()
        return key.sentence if isinstance(key, Reason) else self.sentence()

    def read(self) -> None:
        """Ask for the current sentence in its article."""
        self._on_chosen(self._words())

    def copy(self) -> None:
        """Put the current sentence with its source on the clipboard."""
        sentence = self._words()
        if sentence is not None:
            QGuiApplication.clipboard().setText(f"{sentence.told} ({source(sentence)})")

    def copy_citation(self) -> bool:
        """Put the citation of what the current sentence rests on on the clipboard; false without a sentence."""
        sentence = self._words()
        if sentence is None:
            return False
        from models.publishing.citing import cite_sentence  # seldom asked for
        from ui.widgets.copying import copy

        copy(cite_sentence(sentence, self._session.library.reader(sentence.article).bibliography))
        return True

    def show_history(self) -> None:
        """Ask for every value that sources give or gave, where there is another one."""
        if self._history.isVisibleTo(self):
            self.history_requested.emit(self.statement())

    def turn_side(self) -> None:
        """Go to the first sentence of the next value, where sources disagree."""
        number = self._next_side()
        sentences = self._page.sentences if self._page else ()
        self._list.select(next((each for each in sentences if each.variant == number), None))

    def list_cites(self) -> None:
        """List all works that the article of the current sentence cites."""
        from ui.widgets.dialogs import cites_dialog  # seldom asked for

        sentence = self._words()
        if sentence is not None and sentence.cites:
            cites_dialog(sentence.title, sentence.cites, self).open()

    def decide(self, decision: Decision | None) -> None:
        """Accept or reject the claim of the current sentence, or leave it open again."""
        sentence = self.sentence()
        if sentence is not None and sentence.decision != decision:
            told = self._still_told((sentence,)) if decision is Decision.REJECTED else ""
            result = self._session.decide(sentence.claim, decision, sentence.decision, self.statement())
            self._tell(result, f"{DONE[decision]}: “{within_marks(in_short(sentence.quote))}”{told}")

    def correct(self) -> None:
        """Let the user put right what was read in the current sentence."""
        from ui.widgets.amending import ask  # seldom asked for

        sentence = self.sentence()
        if sentence is not None:
            ask(self._session, sentence.claim, self.statement(), self.decided.emit, self)

    def as_read(self) -> None:
        """Take back what the user said of the current sentence in place of what was read."""
        from ui.widgets.amending import take_back

        sentence = self.sentence()
        if sentence is not None and sentence.read:
            take_back(self._session, sentence.claim, self.statement(), self.decided.emit)

    def reject_all(self) -> None:
        """Reject the claims of all sentences, so that the statement goes; one undo brings it back."""
        if self._page is None:
            return
        words = f"{DONE[Decision.REJECTED]}: {in_short(self._page.line.text)}{self._still_told(self._page.sentences)}"
        told = {each.claim: each.decision for each in self._page.sentences if each.decision is not Decision.REJECTED}
        self._tell(self._session.reject_all(told, self.statement()), words)

    def rank(self, rank: Rank) -> None:
        """Prefer the value that the current sentence gives, set it aside, or leave it to the sources."""
        sentence = self.sentence()
        if sentence is None or self._page is None:
            return
        value = self._page.line.variants[sentence.variant]
        if value.rank is not rank:
            result = self._session.rank(self.statement(), sentence.variant, rank, value.rank)
            self._tell(result, f"{RANKED[rank]}: {value.text}")

    def _tell(self, result: Change | Problem, words: str) -> None:
        """Tell what was decided, and how to take it back; a failure is told by the session."""
        if not isinstance(result, Problem):
            self.decided.emit(f"{words.removesuffix('.')}. {HOW_TO_UNDO}")

    def _still_told(self, sentences: Iterable[Sentence]) -> str:
        """What else was read from sentences that are rejected: only what the statement took from them is."""
        others: dict[str, None] = {}
        for sentence in sentences:
            marks = self._session.library.reader(sentence.article).marks
            beside = (mark for mark in marks if mark.start < sentence.end and sentence.start < mark.end)
            others |= dict.fromkeys(mark.statement for mark in beside if mark.statement != self.statement())
        if not others:
            return ""
        count = "1 other statement still rests" if len(others) == 1 else f"{len(others)} other statements still rest"
        first = next(iter(self._session.library.lines(others)), None)
        told = f", as “{within_marks(in_short(first.text))}”" if first is not None else ""
        return f". {count} on it{told}"

    def _tell_history(self, statement: str) -> None:
        points = self._session.library.history(statement).points
        self._history.setText("Both values over time…" if len(points) == 2 else f"All {len(points)} values over time…")
        self._history.setVisible(any(point.statement != statement for point in points))

    def _side_shown(self) -> int:
        """The number of the value that the current sentence gives."""
        sentence = self.sentence()
        return sentence.variant if sentence else 0

    def _next_side(self) -> int:
        """The number of the value behind that of the current sentence, the first one behind the last."""
        return (self._side_shown() + 1) % (len(self._page.line.variants) if self._page else 1)

    def _tell_side(self) -> None:
        """Say what else is told, as the sentences of that may lie below the edge; never the value of the title."""
        values = self._page.line.variants if self._page else ()
        self._side.setVisible(len(values) > 1)
        if len(values) > 1:
            told = values[self._next_side() or self._side_shown()]
            self._side.setText(f"or: {in_short(told.text)}".replace("&", "&&"))

    def _tell_which(self) -> None:
        self._which.tell(self._page.sentences if self._page else (), self.sentence())

    def _tell_cites(self) -> None:
        sentence = self._words()
        count = len(sentence.cites) if sentence is not None else 0
        self._cites.setText({1: "The work cited…", 2: "Both works cited…"}.get(count, f"All {count} works cited…"))
        self._cites.setVisible(count > 0)

    def _on_chosen(self, chosen: object) -> None:
        sentence = chosen.sentence if isinstance(chosen, Reason) else chosen
        if isinstance(sentence, Sentence):
            self.place_requested.emit(Place("article", sentence.article, sentence.start, sentence.end))

    def _on_menu_requested(self, at: QPoint) -> None:
        sentence = self._list.key_at(self._list.indexAt(at))
        if isinstance(sentence, Sentence):
            self._list.select(sentence)
            self._menu.popup(self._list.viewport().mapToGlobal(at))

    def _on_changed(self, change: Change) -> None:
        if not (self._page and (change.statements or change.articles or change.verdicts)):
            return
        if any(line.statement == self.statement() for line in self._session.library.lines([self.statement()])):
            self.show_statement(self.statement())
        else:
            self._page = None
            self.closed.emit()

    def _on_theme_changed(self, theme: Theme) -> None:
        self._close.setIcon(icon("close", theme))
