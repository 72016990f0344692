"""The evidence of a statement: each sentence with its article, and what the user may decide about it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from models.pages.lines import EvidencePage, Sentence
from models.records import Change, Decision, Rank
from ui.session import Place, Session
from ui.theme import SPACE, Theme
from ui.widgets.icons import icon
from ui.widgets.labels import heading, muted
from ui.widgets.rows import Part, Row, RowList
from ui.widgets.statement_model import sources_in_words, tags

DECIDED = {Decision.ACCEPTED: "accepted by you", Decision.REJECTED: "rejected by you"}


class EvidencePanel(QFrame):
    """Shows one statement's sentences. `place_requested` asks to read one where it stands, `closed` that it is done."""

    place_requested = Signal(object)
    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._page: EvidencePage | None = None
        self._title = heading(scale=1.05)
        self._about = muted(wrap=False)
        self._close = QToolButton()
        self._list = RowList(session, "Sentences this statement stands on")
        self.setAccessibleName("Evidence")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._about)
        top.addWidget(self._close)
        box = QVBoxLayout(self)
        box.setContentsMargins(SPACE + 4, SPACE, SPACE, 0)
        box.setSpacing(SPACE // 2)
        box.addLayout(top)
        box.addWidget(self._list, 1)
        self._close.setAutoRaise(True)
        self._close.setIcon(icon("close", self._session.theme))
        self._close.setToolTip("Close the evidence (Esc)")
        self._close.setAccessibleName("Close the evidence")
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.setToolTip("Click a sentence to read it in its article; right-click to accept or reject it")

    def _connect(self) -> None:
        self._close.clicked.connect(self.closed)
        self._list.chosen.connect(self._on_chosen)
        self._list.customContextMenuRequested.connect(self._on_menu_requested)
        self._session.changed.connect(self._on_changed)
        self._session.theme_changed.connect(self._on_theme_changed)

    def show_statement(self, statement: str) -> None:
        """Show the evidence of a statement."""
        self._page = self._session.library.evidence(statement)
        line = self._page.line
        self._title.setText(line.text)
        self._about.setText(" · ".join([*tags(line), sources_in_words(line.sources)]))
        self._list.set_rows(tuple(_rows(self._page)))
        self._list.scrollToTop()

    def statement(self) -> str:
        """The id of the statement shown, or an empty text."""
        return self._page.line.statement if self._page else ""

    def focus_list(self) -> None:
        """Let the keyboard go through the sentences."""
        self._list.setFocus()
        if self._list.current_key() is None:
            self._list.select_first()

    def menu(self, sentence: Sentence) -> QMenu:
        """What can be done with a sentence."""
        menu = QMenu(self)
        self._item(menu, "Read in the article", lambda: self._on_chosen(sentence))
        self._item(menu, "Copy sentence and source", lambda: _copy(sentence))
        menu.addSeparator()
        for text, decision in (
            ("Accept this claim", Decision.ACCEPTED),
            ("Reject this claim", Decision.REJECTED),
            ("Undecided", None),
        ):
            item = self._item(menu, text, lambda d=decision: self._decide(sentence, d), changes=True)
            item.setCheckable(True)
            item.setChecked(sentence.decision == decision)
        menu.addSeparator()
        for text, rank in (
            ("Prefer this value", Rank.PREFERRED),
            ("Normal rank", Rank.NORMAL),
            ("Deprecate this value", Rank.DEPRECATED),
        ):
            item = self._item(menu, text, lambda r=rank: self._rank(sentence, r), changes=True)
            item.setCheckable(True)
            item.setChecked(self._rank_of(sentence) == rank)
        return menu

    def _item(self, menu: QMenu, text: str, run: object, *, changes: bool = False) -> QAction:
        item = menu.addAction(text)
        item.triggered.connect(lambda _checked=False: run())  # type: ignore[operator]
        item.setEnabled(not (changes and self._session.read_only))
        return item

    def _rank_of(self, sentence: Sentence) -> Rank:
        variants = self._page.line.variants if self._page else ()
        return variants[sentence.variant].rank if sentence.variant < len(variants) else Rank.NORMAL

    def _decide(self, sentence: Sentence, decision: Decision | None) -> None:
        self._session.decide(sentence.claim, decision, sentence.decision)

    def _rank(self, sentence: Sentence, rank: Rank) -> None:
        self._session.rank(self.statement(), sentence.variant, rank, self._rank_of(sentence))

    def _on_chosen(self, sentence: object) -> None:
        if isinstance(sentence, Sentence):
            self.place_requested.emit(Place("article", sentence.article, sentence.start, sentence.end))

    def _on_menu_requested(self, at: QPoint) -> None:
        sentence = self._list.key_at(self._list.indexAt(at))
        if isinstance(sentence, Sentence):
            self.menu(sentence).popup(self._list.viewport().mapToGlobal(at))

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


def _rows(page: EvidencePage) -> Iterator[Row]:
    """The sentences, under the value they give when sources disagree."""
    several = len(page.line.variants) > 1
    for number, variant in enumerate(page.line.variants):
        if several:
            rank = "" if variant.rank is Rank.NORMAL else f" · {variant.rank.value}"
            aside = sources_in_words(variant.sources) + rank
            yield Row(("value", number), (Part(variant.text, bold=True),), aside=aside, heading=True)
        for sentence in page.sentences:
            if sentence.variant == number:
                yield _row(sentence)


def _row(sentence: Sentence) -> Row:
    parts = [Part(f"“{sentence.quote}”"), Part(_source(sentence), small=True, muted=True)]
    if sentence.cites:
        parts.append(Part(f"Citing: {'; '.join(sentence.cites)}", small=True, muted=True, one_line=True))
    return Row(sentence, tuple(parts), aside=DECIDED.get(sentence.decision, "") if sentence.decision else "")


def _source(sentence: Sentence) -> str:
    known = (sentence.title, sentence.publisher, sentence.published)
    return " · ".join(part for part in known if part)


def _copy(sentence: Sentence) -> None:
    QGuiApplication.clipboard().setText(f"“{sentence.quote}” ({_source(sentence)})")
