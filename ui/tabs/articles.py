"""The Articles tab: the table of articles, and the reader."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from models.pages.articles import ArticleRow, ArticlesPage
from models.pages.shelves import stands_on
from models.records import Change
from ui.flow import Flow
from ui.session import Place, Session
from ui.tabs.tab import Tab
from ui.theme import SPACE
from ui.widgets.article_table import ArticleTable
from ui.widgets.article_view import ArticleView
from ui.widgets.bar import Bar
from ui.widgets.field import Field
from ui.widgets.labels import empty_yet, muted
from ui.widgets.limits import none_left
from ui.widgets.menus import offer
from ui.widgets.panes import fill, panes
from ui.widgets.removing import sure_to_remove
from ui.widgets.shelf_filter import KEYS, ShelfFilter

NOTHING = "No article yet.\nDrop files or folders on the window, or use File > Import files…"
NO_MATCH = "No article here has all these words in its title, publisher or date."


class ArticlesTab(Tab):
    """Articles left, reader right. `statement_selected` gives the statement and the claim that was clicked."""

    statement_selected = Signal(str, str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._page = ArticlesPage(rows=())
        self._build()
        self._lay_out()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        self._filter = Field("Filter by title or publisher", "Filter articles")
        self._shelf = ShelfFilter(self.session)
        self._table = ArticleTable()
        self.setFocusProxy(self._table)
        self._count = muted(wrap=False)
        self._view = ArticleView(self.session)
        self._removed = Bar(self.session, "Article removed", "Undo")
        self._nothing = empty_yet(self.session, NOTHING)
        self._right = QStackedWidget()
        self._shown = ""
        self._no_match = muted(NO_MATCH)
        self._clear = QPushButton("Clear the filters")

    def _lay_out(self) -> None:
        left = QWidget()
        box = QVBoxLayout(left)
        box.setContentsMargins(SPACE, SPACE, 0, SPACE // 2)
        box.setSpacing(SPACE // 2)
        line = Flow()
        line.add(self._shelf)
        line.add(self._filter, grows=True)
        box.addLayout(line)
        box.addWidget(self._no_match)
        box.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self._table, 1)
        box.addWidget(self._removed)
        box.addWidget(self._count)
        self._right.addWidget(self._nothing)
        self._right.addWidget(self._view)
        self.splitter = panes((left, 1), (self._right, 1), sizes=(480, 780))
        fill(self, self.splitter)

    def _connect(self) -> None:
        self._filter.textChanged.connect(self._on_filter_changed)
        self._clear.clicked.connect(self._show_every)
        self.session.shelf_changed.connect(self._on_shelf_changed)
        self._table.article_chosen.connect(self._on_article_chosen)
        self._view.statement_selected.connect(self.statement_selected)
        self._view.remove_requested.connect(self._on_remove_requested)
        self._view.correct_requested.connect(self._correct)
        self._view.list_requested.connect(self._list_read)
        self._table.menu_requested.connect(self._on_menu_requested)
        self._removed.acted.connect(self.session.deeds.undo)
        self.session.deeds.changed.connect(self._removed.hide)
        self._correcting = offer(self, "Correct article…", "F2", self._correct)
        self._removing = offer(self, "Remove article…", "Ctrl+Del", self._on_delete_pressed)
        self._listing = offer(self, "List what was read…", "Ctrl+Shift+V", self._list_read)
        offer(self, "Show or hide cited sources", "Ctrl+I", self._view.toggle_sources)
        offer(self, "Open web page…", "Ctrl+U", self._view.open_page)
        offer(self, "Newest import first", "Ctrl+Shift+I", self._table.newest_first)
        offer(self, "Filter articles", "Ctrl+Shift+F", self._filter.setFocus)
        offer(self, "Filter by article", KEYS, self._shelf.showPopup)

    @override
    def _show_pages(self) -> None:
        self._page = self.session.library.articles()
        self._table.set_rows(self._on_shelf())
        self._tell_count()
        first = self._page.rows[0].id if self._page.rows else ""
        self._open(self._shown if self._row(self._shown) else self._table.first() or first)

    def _open(self, article_id: str) -> None:
        """Show an article; with an empty id, what to do where there is none."""
        self._shown = article_id
        self._table.select(article_id)
        if article_id:
            self._view.show_page(self.session.library.reader(article_id))
        self._right.setCurrentWidget(self._view if article_id else self._nothing)

    def _tell_count(self) -> None:
        """How many articles pass the filter, with their claims, and a way out where none does."""
        every, shown = len(self._page.rows), self._table.shown()
        claims = sum(row.claims for row in shown)
        self._no_match.setText(NO_MATCH if self._filter.text().strip() else none_left(self.session, "No article is"))
        some = "" if len(shown) == every else f"{len(shown)} of "
        self._count.setText(f"{some}{every} articles, {claims} claims")
        none = bool(self._page.rows) and not shown
        self._no_match.setVisible(none)
        self._clear.setVisible(none)

    def show_place(self, place: Place) -> None:
        """Open an article, at a span when the place has one."""
        self.be_fresh()
        if place.kind != "article" or self._row(place.id) is None:
            return
        if not any(row.id == place.id for row in self._table.shown()):
            self._show_every()  # what was filtered for is something else than what is to be shown
        self._open(place.id)
        if place.start is not None:
            self._view.show_span(place.start, place.end if place.end is not None else place.start)

    def find_words(self, words: str, by: int) -> bool:
        """Go to the next (1) or previous (-1) place in the article where a word of the search stands, if any."""
        return self._view.find_words(words, by)

    def copy_citation(self) -> bool:
        """Put the citation of the article shown on the clipboard; false when none is shown."""
        return self._view.copy_citation() if self._shown else False

    @override
    def subject(self) -> str:
        """The article shown."""
        return self._shown

    def _row(self, article_id: str) -> ArticleRow | None:
        return next((row for row in self._page.rows if row.id == article_id), None)

    def _on_shelf(self) -> tuple[ArticleRow, ...]:
        """The articles on the shelf that is chosen."""
        shelf, today = self.session.shelf, self.session.today
        return tuple(row for row in self._page.rows if stands_on(shelf, row.added, today))

    def _show_every(self) -> None:
        """Show articles of all shelves, whatever they are called."""
        self._filter.clear()
        self.session.set_shelf("")

    def _on_shelf_changed(self) -> None:
        self._table.set_rows(self._on_shelf())
        self._table.select(self._shown)
        self._table.begin()  # another list is read from its top, wherever the open article stands in it
        self._tell_count()

    def _on_filter_changed(self, words: str) -> None:
        self._table.set_filter(words)
        self._table.select(self._shown)
        self._tell_count()

    def _on_article_chosen(self, article_id: str) -> None:
        self.place_requested.emit(Place("article", article_id))

    def _correct(self) -> None:
        """Let the user correct the article shown."""
        if self._table.current():
            self.session.correction_asked.emit(self._table.current(), "")

    def _list_read(self) -> None:
        """Show every claim of the article shown."""
        if self._shown:
            self.session.readings_asked.emit([self._shown])

    def _on_menu_requested(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self._listing, self._correcting, self._removing])
        menu.addAction("Copy citation", self._view.copy_citation)
        menu.popup(at)

    def _on_delete_pressed(self) -> None:
        if self._shown:
            self._on_remove_requested(self._shown)

    def _on_remove_requested(self, article_id: str) -> None:
        row = self._row(article_id)
        if row is None or self.session.read_only:
            return
        sure = sure_to_remove(row.title, row.claims, self, builtin=row.builtin)
        if sure and isinstance(self.session.remove_article(article_id), Change):
            self._removed.tell(f"“{row.title}” was removed.")
