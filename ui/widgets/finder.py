"""Finding things: the search box of the toolbar (Ctrl+F) and the palette that jumps to a name (Ctrl+K)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from models.pages.hits import Hit, behind
from models.pages.lines import support_in_words
from models.records import Record, Standing
from ui.session import Place, Session
from ui.theme import SPACE
from ui.widgets.labels import muted
from ui.widgets.rows import Part, Row, RowList

WAIT = 120
"""Milliseconds without a key before a search starts."""
FEW = 5
"""Results of one kind that are shown at first, where there are others, too."""
INDEXING = "More may be found in a moment: what is new is still being indexed."

GROUPS = {
    "country": "Countries",
    "commodity": "Resources",
    "route": "Transport routes",
    "actor": "Actors",
    "statement": "Statements",
    "article": "Articles",
    "note": "Notes",
}
Query = Callable[[str], Sequence[Hit]]


class More(Record):
    """Stands for the results of one kind that are not shown yet."""

    kind: str


class Meant(Record):
    """Stands for words that may have been meant instead."""

    words: str


class Everything(Record):
    """Stands for a search of all text for words that are no name."""

    words: str


class Finder(QFrame):
    """Results under an input line: keys and clicks choose one, Esc closes. `place_requested` tells what was chosen."""

    place_requested = Signal(object)

    def __init__(self, session: Session, line: QLineEdit, query: Query, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._line = line
        self._window = parent
        self._query = query
        self._list = RowList(session, name)
        self._hint = muted()
        self._timer = QTimer(self, singleShot=True, interval=WAIT)
        self._before: QWidget | None = None
        self._hits: tuple[Hit, ...] = ()
        self._followed: tuple[str, Hit] | None = None
        self.setAccessibleName(name)
        self._lay_out()
        self._connect()
        self.hide()

    def _lay_out(self) -> None:
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(1, 1, 1, 1)
        self.box.setSpacing(0)
        self.box.addWidget(self._list, 1)
        self.box.addWidget(self._hint)
        self._hint.setMargin(SPACE)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _connect(self) -> None:
        self._line.textChanged.connect(self._on_text_changed)
        self._line.installEventFilter(self)
        self._timer.timeout.connect(self.look_up)
        self._list.chosen.connect(self._on_chosen)

    def begin(self) -> None:
        """Let the user type; Esc then gives the keyboard back to where it was."""
        if not self._line.hasFocus():
            self._before = QApplication.focusWidget()
        self._line.setFocus()
        self._line.selectAll()

    def look_up(self) -> None:
        """Look up what stands in the line and show the results."""
        self._timer.stop()
        words = self._line.text().strip()
        self._hits = tuple(self._query(words)) if words else ()
        self._list.set_rows((*self._rows_of(self._hits), *self._meant(words)))
        self._list.select_first()
        self._list.setVisible(bool(self._list.rows()))  # an empty list would leave no room for the words that say so
        self._hint.setText(self._advice(words, len(self._hits)))
        self.place()
        self.setVisible(bool(words) or self._stays())
        self.raise_()

    def hits(self) -> tuple[Hit, ...]:
        """The results shown."""
        return tuple(row.key for row in self._list.rows() if isinstance(row.key, Hit))

    def place(self) -> None:
        """Put the panel where it belongs in the window."""
        window = self._window
        wide = max(self._line.width(), min(620, window.width() - 4 * SPACE))
        corner = self._line.mapTo(window, QPoint(0, self._line.height() + 2))
        left = min(corner.x(), window.width() - wide - SPACE)
        room = min(480, window.height() - corner.y() - 4 * SPACE)
        self.setGeometry(max(left, SPACE), corner.y(), wide, room)
        self._fit(room)

    def _fit(self, room: int) -> None:
        """Be no taller than the results need."""
        if self._list.isHidden():
            self.resize(self.width(), self.sizeHint().height())
            return
        self.box.activate()
        others = self.height() - self._list.height()
        self.resize(self.width(), min(room, others + self._list.content_height()))

    def dismiss(self) -> None:
        """Close the results."""
        self._timer.stop()
        self.hide()

    def _leave(self) -> None:
        """Close the results of a search that is done, and empty its line."""
        self._line.clear()
        self.dismiss()

    def _rows_of(self, hits: Sequence[Hit]) -> Iterator[Row]:
        """The results as they are shown."""
        return _rows(hits, len(hits))

    def _meant(self, words: str) -> Iterator[Row]:
        """Words that may have been meant, to be looked up instead."""
        yield from ()

    def _stays(self) -> bool:
        """Whether the panel is shown even without words."""
        return False

    def _advice(self, words: str, count: int) -> str:
        if words and not count:
            return f"Nothing found for “{words}”."
        return "↑ ↓ to choose · Enter to open · Esc to close"

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.dismiss()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event.key())
        return super().eventFilter(watched, event)

    def _on_key(self, key: int) -> bool:
        """Act on a key of the line; false leaves it to the line."""
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._list.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._timer.isActive() or not self.isVisible():
                self.look_up()
            self._on_chosen(self._list.current_key())
        elif key == Qt.Key.Key_Escape:
            return self.give_back()
        else:
            return False
        return True

    def give_back(self) -> bool:
        """Close, with the keyboard where it was before; false when there is nothing to close or give back."""
        back = self._before if self._line.hasFocus() else None
        if not self.isVisible() and back is None:
            return False
        self._leave()
        self._before = None
        if back is not None:
            back.setFocus()
        return True

    def _on_text_changed(self) -> None:
        self._timer.start()

    def _on_chosen(self, chosen: object) -> None:
        if isinstance(chosen, Hit):
            self._followed = (self._line.text(), chosen)
            self._leave()
            self.place_requested.emit(place_of(chosen))
        elif isinstance(chosen, More):
            self._show_all(chosen.kind)
        elif isinstance(chosen, Meant):
            self._line.setText(chosen.words)
            self.look_up()

    def _show_all(self, kind: str) -> None:
        """Show the results of one kind alone, from the first that was not in sight."""
        hits = tuple(hit for hit in self._hits if hit.kind == kind)
        self._list.set_rows(tuple(_rows(hits, len(hits))))
        self._list.select(hits[FEW])
        self.place()


class TextFinder(Finder):
    """Looks through all text as far as it is indexed; `on_indexed` is to be told when all of it is."""

    def __init__(self, session: Session, line: QLineEdit, parent: QWidget) -> None:
        library = session.library
        super().__init__(session, line, lambda words: library.search(words, quickly=True), "Search results", parent)
        self._library = library

    def again(self) -> Callable[[], None]:
        """What opens the search anew of which a result was followed last, at that result."""
        followed = self._followed
        return lambda: self._resume(*followed) if followed else None

    def _resume(self, words: str, hit: Hit) -> None:
        self.begin()
        self._line.setText(words)
        self.look_up()
        if hit in self._hits and hit not in self.hits():
            self._show_all(hit.kind)
        self._list.select(hit)
        self._list.scrollTo(self._list.currentIndex())

    def on_indexed(self) -> None:
        """Look again where the user waits for more."""
        if self.isVisible() and self._hint.text() == INDEXING:
            self.look_up()

    @override
    def _rows_of(self, hits: Sequence[Hit]) -> Iterator[Row]:
        return _rows(hits, FEW if len({hit.kind for hit in hits}) > 1 else len(hits))

    @override
    def _meant(self, words: str) -> Iterator[Row]:
        hits = self._hits
        sure = bool(words) and (not hits or hits[0].partly) and self._library.index(quickly=True)
        if sure and (meant := self._library.meant(words)):
            yield Row(Meant(meant), (Part(f"Did you mean “{meant}”?"),))

    @override
    def _advice(self, words: str, count: int) -> str:
        return super()._advice(words, count) if self._library.index(quickly=True) else INDEXING


class JumpPalette(Finder):
    """A line and its results in the middle of the window, for jumping to anything by name. `search_requested` tells
    the words that are to be looked for in all text instead."""

    search_requested = Signal(str)

    def __init__(self, session: Session, query: Query, parent: QWidget) -> None:
        line = QLineEdit(placeholderText="Jump to a country, commodity, route, actor, article or note")
        line.setAccessibleName("Jump to")
        line.setTextMargins(SPACE // 2, 0, 0, 0)
        super().__init__(session, line, query, "Places to jump to", parent)
        self.box.setContentsMargins(SPACE, SPACE, SPACE, 1)
        self.box.setSpacing(SPACE)
        self.box.insertWidget(0, line)

    @override
    def _advice(self, words: str, count: int) -> str:
        return f"Nothing is called “{words}”." if words and not count else super()._advice(words, count)

    def open(self) -> None:
        """Show the palette, empty and ready to type into."""
        self._line.clear()
        self.look_up()
        self.show()
        self.begin()

    def type(self, words: str) -> None:
        """Put words into the line, as if typed, and look them up."""
        self._line.setText(words)
        self.look_up()

    @override
    def _meant(self, words: str) -> Iterator[Row]:
        if words:
            yield Row(Everything(words), (Part(f"Search everything for “{words}”"),))

    @override
    def _on_chosen(self, chosen: object) -> None:
        words = chosen.words if isinstance(chosen, Everything) else ""
        if isinstance(chosen, Hit) and chosen.kind == "actor":  # who has no page is searched for
            words = chosen.title
        if words:
            self._leave()
            self.search_requested.emit(words)
        else:
            super()._on_chosen(chosen)

    @override
    def _on_text_changed(self) -> None:
        """Keys that come when a choice is made, and the line gone with the palette, do not open it anew."""
        if not self.isHidden():
            super()._on_text_changed()

    @override
    def place(self) -> None:
        window = self._window
        wide = min(560, window.width() - 4 * SPACE)
        room = min(440, window.height() - 140)
        self.setGeometry((window.width() - wide) // 2, 90, wide, room)
        self._fit(room)

    @override
    def _stays(self) -> bool:
        return True


def place_of(hit: Hit) -> Place:
    """Where a result leads: an article opens at the match, a statement with the sentence that was found."""
    if hit.kind == "statement":
        return Place(hit.kind, hit.id, claim=hit.claim)
    if hit.kind != "article" or hit.position is None:
        return Place(hit.kind, hit.id)
    start, end = hit.marks[0] if hit.marks else (0, 0)
    return Place("article", hit.id, hit.position, hit.position + end - start)


def _rows(hits: Sequence[Hit], most: int) -> Iterator[Row]:
    """The results under the name of their kind, of each at `most` so many; the kind of the best result comes first."""
    groups: dict[str, list[Hit]] = {}
    for hit in hits:
        groups.setdefault(hit.kind, []).append(hit)
    for kind, group in groups.items():
        name = GROUPS.get(kind, kind)
        told = f"{name} with most of the words: nothing has all" if group[0].partly else name
        yield Row(kind, (Part(told, small=True, bold=True, muted=True),), heading=True)
        yield from map(_row, group[:most])
        if len(group) > most:
            yield Row(More(kind), (Part(f"Show all {len(group)} {name.lower()}", small=True, muted=True),))


def _row(hit: Hit) -> Row:
    if hit.standing:
        return _statement_row(hit, hit.standing)
    parts = [Part(hit.title[:1].upper() + hit.title[1:], one_line=True)]  # goods have no capital within sentences
    if told := behind(hit.snippet, hit.whence):
        parts.append(Part(told, small=True, muted=True, marks=hit.marks))
    return Row(hit, tuple(parts))


def _statement_row(hit: Hit, standing: Standing) -> Row:
    """The whole statement, how it stands, and the sentence, where that says it otherwise."""
    aside = support_in_words(hit) if standing.holds else f"{standing} · {support_in_words(hit)}"
    if hit.snippet == hit.title:
        below = [Part(hit.whence, small=True, muted=True)] if hit.whence else []
        return Row(hit, (Part(hit.title, marks=hit.marks), *below), aside=aside)
    below = [Part(behind(hit.snippet, hit.whence), small=True, muted=True, marks=hit.marks)]
    return Row(hit, (Part(hit.title), *below), aside=aside)
