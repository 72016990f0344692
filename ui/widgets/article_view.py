"""One article: what is known about it, the sources it cites, a key to the colours, and its text."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QPoint, Qt, QUrl, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from models.pages.articles import Mark, ReaderPage
from models.pages.houses import house, when
from models.records import Bibliography, Citation
from ui.outcomes import is_short, unread_language
from ui.session import Session
from ui.theme import SPACE, Theme
from ui.widgets.correcting import corrections_in_words
from ui.widgets.icons import icon
from ui.widgets.kind_key import KindKey
from ui.widgets.labels import Plain, heading, muted, tool
from ui.widgets.markdown_view import open_outside
from ui.widgets.reader import Reader
from ui.widgets.reader_menu import menu_on

ELSEWHERE = (
    "This article is not about the region, as far as Oxus can tell: too few of its names stand in it. "
    "You can read and search it; it gives no statements."
)
SHORT = "This article is too short to read anything from. You can search it."
NO_CLAIMS = (
    "Oxus found nothing in this article that it could tell as a statement. You can read and search it all the same."
)


class ArticleView(QWidget):
    """The reader under its heading. `statement_selected` gives the statement and the claim that was clicked,
    `remove_requested` the article's id, `correct_requested` that the user wants to correct the article, and
    `list_requested` to see all that was read from it."""

    statement_selected = Signal(str, str)
    remove_requested = Signal(str)
    correct_requested = Signal()
    list_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._page: ReaderPage | None = None
        self._build()
        self._lay_out()
        self._connect()
        self._on_theme_changed(session.theme)

    def _build(self) -> None:
        self._title = heading(scale=1.3)
        self._about = muted()
        self._corrected = muted()
        self._correct = QPushButton("Correct…", flat=True)
        self._correct.setToolTip("Correct title, publisher, date, byline or address of this article (F2)")
        self._link = QPushButton("Open web page…", flat=True)
        self._cite = QPushButton("Copy citation", flat=True)
        self._cite.setToolTip("Copy the article's citation as printed briefs give it (Ctrl+Shift+B)")
        self._remove = tool("Remove", "Take this article and its claims out of the library (Ctrl+Del)")
        self._sources = tool("", "Show where this article has its facts from (Ctrl+I)")
        self._sources.setCheckable(True)
        self._cites = Plain(muted=True)
        self._silent = Plain()
        self._key = KindKey(self._session)
        self._which = muted()
        self._reader = Reader(self._session)

    def _lay_out(self) -> None:
        self._cites.hide()
        self._silent.hide()
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._remove)
        line = QHBoxLayout()
        line.addWidget(self._about, 1)
        line.addWidget(self._sources)
        line.addWidget(self._link)
        line.addWidget(self._correct)
        line.addWidget(self._cite)
        head = QVBoxLayout()
        head.setContentsMargins(2 * SPACE, SPACE, SPACE, 0)
        head.setSpacing(SPACE // 2)
        head.addLayout(top)
        head.addLayout(line)
        head.addWidget(self._corrected)
        head.addWidget(self._cites)
        head.addWidget(self._silent)
        marked = QHBoxLayout()
        marked.addWidget(self._key)
        marked.addWidget(self._which, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addLayout(marked)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(head)
        box.addWidget(self._reader, 1)

    def _connect(self) -> None:
        self._reader.statement_selected.connect(self.statement_selected)
        self._reader.counted.connect(self._on_counted)
        self._reader.menu_requested.connect(self._on_menu_requested)
        self._key.wanted.connect(self._reader.go_to_kind)
        self._remove.clicked.connect(self._on_remove_clicked)
        self._link.clicked.connect(self.open_page)
        self._cite.clicked.connect(self.copy_citation)
        self._correct.clicked.connect(self.correct_requested)
        self._sources.toggled.connect(self._cites.setVisible)
        self._session.theme_changed.connect(self._on_theme_changed)

    def show_page(self, page: ReaderPage) -> None:
        """Show an article."""
        self._page = page
        known = page.bibliography
        self._title.setText(known.title)
        self._about.setText(_about(known))
        self._corrected.setText(corrections_in_words(known, page.found))
        self._corrected.setVisible(bool(known.corrected))
        self._correct.setEnabled(not self._session.read_only)
        self._link.setVisible(bool(known.url))
        self._link.setToolTip(f"Asks first: {(known.url or '')[:120]}")
        self._show_cites(known.cites)
        words = why_silent(page)
        self._silent.setText(words)
        self._silent.setVisible(bool(words))
        self._key.show_counts(Counter(mark.kind for mark in page.marks))
        self._remove.setEnabled(not self._session.read_only)
        shipped = ", though it is built in" if known.builtin else ""
        self._remove.setToolTip(f"Take this article and its claims out of the library{shipped} (Ctrl+Del)")
        self._tell_which("")
        self._reader.show_page(page)

    def show_span(self, start: int, end: int) -> None:
        """Go to a span of the text, in code points."""
        self._reader.show_span(start, end)

    def find_words(self, words: str, by: int) -> bool:
        """Go to the next (1) or previous (-1) place where a word of the search stands; false when there is none."""
        from models.search import occurrences  # not needed to read

        return self._page is not None and self._reader.step(occurrences(self._page.text, words), by)

    def _show_cites(self, cites: tuple[Citation, ...]) -> None:
        self._sources.setVisible(bool(cites))
        self._sources.setChecked(False)
        self._sources.setText("Cites 1 source" if len(cites) == 1 else f"Cites {len(cites)} sources")
        self._cites.setText("\n".join(_citation(citation) for citation in cites))

    def _on_counted(self, at: int, count: int) -> None:
        """Tell which of the statements of a sentence is shown, and how to see the next."""
        self._tell_which(f"{at} of {count} read from this – click again for the next" if count > 1 else "")

    def _tell_which(self, words: str) -> None:
        self._which.setText(words)
        self._which.setVisible(bool(words))

    def _on_menu_requested(self, at: QPoint, marks: list[Mark]) -> None:
        if self._page is not None:
            title = self._page.bibliography.title
            menu_on(self._reader, marks, title, self.list_requested.emit).popup(at)

    def _on_remove_clicked(self) -> None:
        if self._page is not None:
            self.remove_requested.emit(self._page.bibliography.id)

    def toggle_sources(self) -> None:
        """Show the sources that the article cites, or hide them."""
        if self._sources.isVisible():
            self._sources.toggle()

    def copy_citation(self) -> bool:
        """Put the citation of the article on the clipboard; false without one."""
        if self._page is None:
            return False
        from models.publishing.citing import cite_article  # seldom asked for
        from ui.widgets.copying import copy

        copy(cite_article(self._page.bibliography))
        return True

    def open_page(self) -> None:
        """Ask, then open the article's address in the browser."""
        if self._page is not None and self._page.bibliography.url:
            open_outside(QUrl(self._page.bibliography.url), self)

    def _on_theme_changed(self, theme: Theme) -> None:
        self._remove.setIcon(icon("delete", theme))


def _about(known: Bibliography) -> str:
    """Publisher, author, date, what time its figures are of, and where it came from, as far as known."""
    origin = "built in" if known.builtin else f"file {known.origin}"
    whose = house(known.publisher, known.url)
    of_time = f"figures as of {when(known.as_of)}" if known.as_of else ""
    parts = (whose, known.author, when(known.published), of_time, origin)
    return " · ".join(part for part in parts if part)


def why_silent(page: ReaderPage) -> str:
    """Why an article gives no statements, and what that means; empty where it gives some."""
    if page.marks or page.problem is not None:
        return ""
    if is_short(page.text):
        return SHORT
    if language := unread_language(page.bibliography):
        return f"This article is written in {language}, which Oxus does not read yet. You can search it."
    return NO_CLAIMS if page.bibliography.about_region else ELSEWHERE


def _citation(cited: Citation) -> str:
    whose = house(cited.publisher, cited.url)
    return " · ".join(part for part in (cited.title, whose, when(cited.date), cited.url) if part)
