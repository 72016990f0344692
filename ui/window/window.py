"""The main window: it puts tabs, evidence, search and menus together and sends the user to places."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QMainWindow,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from models.pages.ages import LIMITS
from models.records import Problem
from ui.preferences import Folder, Preferences
from ui.printing.habits import Habits
from ui.session import Place, Session
from ui.theme import Theme
from ui.widgets.drop import DropHint, dropped_paths
from ui.widgets.evidence import EvidencePanel
from ui.widgets.field import Field
from ui.widgets.finder import JumpPalette, TextFinder
from ui.widgets.icons import own_icon
from ui.widgets.look import Look
from ui.widgets.menus import Menus, offered
from ui.widgets.tab_pages import TabEntry, TabPages
from ui.window import acting, memory
from ui.window.ahead import Ahead
from ui.window.commands import FILE, HELP, commands
from ui.window.files import Files
from ui.window.libraries import Libraries
from ui.window.notices import Notices
from ui.window.places import HOME, place_left
from ui.window.side_buttons import SideButtons
from ui.window.standing import Standing
from ui.window.tools import OFFERED, TOOLS, tell_state, tool_bar
from ui.window.undoing import Undoing
from ui.window.warming import Warming
from ui.window.way import Way

if TYPE_CHECKING:
    pass

TABS = {
    "countries": ("Countries", "CountriesTab"),
    "resources": ("Resources", "ResourcesTab"),
    "routes": ("Transport routes", "RoutesTab"),
    "geopolitics": ("Geopolitics", "GeopoliticsTab"),
    "articles": ("Articles", "ArticlesTab"),
}


EVIDENCE = 210
"""The height that evidence may take until the user gives it another one."""


class MainWindow(QMainWindow):
    """One library on the screen: a window of its own, or the whole of the frame that was shown while it opened."""

    def __init__(self, session: Session, preferences: Preferences, look: Look) -> None:
        super().__init__()
        self.session = session
        self.look = look
        self._preferences = preferences
        self.saved_to = Folder(preferences)
        self.habits = Habits(preferences)
        self._build()
        self._lay_out()
        self._connect()
        self._on_theme_changed(session.theme)
        self._tell_state()
        self._restore()

    # --- build ---------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        library = self.session.library
        self.undoing = Undoing(self.session, self, self.look.app)
        self.files = Files(self.session, self._preferences, self)
        self.libraries = Libraries(self.session, self._preferences, self)
        self.side_buttons = SideButtons(self.session, self)
        self.ahead = Ahead(self.session, self)
        self.warming = Warming([f"ui.tabs.{tab}" for tab in TABS], self)
        self.tabs = TabPages(tuple(TabEntry(tab, title, self._builder(tab)) for tab, (title, _) in TABS.items()))
        self.evidence = EvidencePanel(self.session)
        self.way = Way(self.session, self.tabs, self.evidence, self)
        self.notices = Notices(self.session, self.tabs, self.way.go_to_found)
        self.standing = Standing(self.session, self.notices, self)
        self.search_line = Field("Search everything (Ctrl+F)", "Search everything")
        self.finder = TextFinder(self.session, self.search_line, self)
        self.palette_panel = JumpPalette(self.session, library.jump, self)
        self.hint = DropHint(self.session, self)
        self.menus = Menus(self, commands(self))
        self.menus.within("&Recent libraries", FILE, "hand-over", self.libraries.recent)
        self.menus.of_page("&Page", HELP, self.page_actions)
        self.evidence.set_actions([self.menus.actions(group) for group in OFFERED])

    def _builder(self, tab: str) -> Callable[[], QWidget]:
        def build() -> QWidget:
            made: QWidget = getattr(import_module(f"ui.tabs.{tab}"), TABS[tab][1])(self.session)
            return made

        return build

    def _lay_out(self) -> None:
        self.setWindowTitle("Oxus")
        self.setAcceptDrops(True)
        self.addToolBar(tool_bar(self.menus, self.search_line))
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.tabs)
        self._splitter.addWidget(self.evidence)
        self._splitter.setStretchFactor(0, 1)
        self._most = EVIDENCE  # until the preferences are read
        self.evidence.hide()
        middle = QWidget()
        box = QVBoxLayout(middle)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.notices.lasting)
        box.addWidget(self.notices.aged)
        box.addWidget(self._splitter, 1)
        box.addWidget(self.files.strip)
        self.setCentralWidget(middle)

    def _connect(self) -> None:
        session = self.session
        session.history_changed.connect(self._tell_state)
        session.theme_changed.connect(self._on_theme_changed)
        session.failed.connect(self._on_failed)
        self.undoing.changed.connect(self._tell_state)
        self.way.turned.connect(self._tell_state)
        self.way.turned.connect(self._fit_evidence)
        self._splitter.splitterMoved.connect(self._on_splitter_moved)
        self.finder.place_requested.connect(lambda place: self.way.go_to_found(place, self.finder.again()))
        self.palette_panel.place_requested.connect(self.way.go_to_found)
        self.palette_panel.search_requested.connect(self._search_for)
        for panel in (self.finder, self.palette_panel):  # wherever one goes, none stays open over the page
            session.placed.connect(lambda _, panel=panel: panel.give_back())
        self.ahead.indexed.connect(self.finder.on_indexed)
        self.evidence.decided.connect(self.notices.decide)
        session.readings_asked.connect(partial(acting.list_readings, self))
        session.menu_asked.connect(self.evidence.show_menu)
        for teller in (self.files, self.libraries):
            teller.noticed.connect(self.notices.say)
            teller.warned.connect(self.notices.warn)
        self.files.offered.connect(self.notices.offer)
        self.files.reported.connect(self._tell_state)
        self.files.imported.connect(lambda article: self.way.expect(Place("article", article)))
        self.standing.taken.connect(self.files.read_builtin)
        self.standing.taken.connect(self._tell_state)
        for worker in (self.files.strip, self.ahead):
            worker.crashed.connect(_raise)
        self.files.strip.busy_changed.connect(self._tell_state)

    def complete(self) -> None:
        """Do what can wait until the user sees the first page."""
        QGuiApplication.setWindowIcon(own_icon())
        self.files.check_own()
        self.files.read_builtin()
        if self.session.filling:  # nothing else is to slow down what the user waits for
            self.session.filling_changed.connect(self._get_ready, Qt.ConnectionType.SingleShotConnection)
        else:
            self._get_ready()

    def _get_ready(self) -> None:
        """Get ready what is not seen yet."""
        self.warming.start()
        self.ahead.start()

    # --- commands ------------------------------------------------------------------------------------------------

    def close_topmost(self) -> None:
        """Close what lies over the tab: the palette, the results, or the evidence below it."""
        if not (self.palette_panel.give_back() or self.finder.give_back()):
            self.way.close_evidence()

    def search(self) -> None:
        """Let the user type what to search for."""
        self.finder.begin()
        if self.search_line.text():
            self.finder.look_up()

    def _search_for(self, words: str) -> None:
        """Search all text for these words, with the results in sight."""
        self.finder.begin()
        self.search_line.setText(words)
        self.finder.look_up()

    def ask_page(self, wish: str) -> None:
        """Ask the tab shown for something it may be able to do."""
        method = getattr(self.tabs.page(self.tabs.current()), wish, None)
        if method is None:
            self.notices.say("Notes are kept on countries, resources and routes: choose one first.")
        else:
            method()

    def page_actions(self) -> list[QAction]:
        """What the tab shown can do beside the commands of the window."""
        page = self.tabs.page(self.tabs.current())
        return [*page.actions(), *(a for part in page.findChildren(QWidget) if part.isVisible() for a in offered(part))]

    def toggle_full_screen(self) -> None:
        """Fill the screen, or go back."""
        self.window().setWindowState(self.window().windowState() ^ Qt.WindowState.WindowFullScreen)

    # --- state ---------------------------------------------------------------------------------------------------

    def _tell_state(self) -> None:
        """Let menus and tools show what can be done now."""
        judged = self.evidence.isVisibleTo(self)
        tell_state(self.menus, self.session, self.undoing, self.look.choice, judged=judged, files=self.files)

    def _fit_evidence(self) -> None:
        """Evidence takes what its sentences need, and no more than the user gave it last."""
        if self.evidence.isVisible():
            self._splitter.refresh()  # else it has the width of no window yet
            tall = min(self.evidence.tall(), self._most)
            self._splitter.setSizes([sum(self._splitter.sizes()) - tall, tall])

    def _on_splitter_moved(self) -> None:
        self._most = self.evidence.height()

    def _on_theme_changed(self, theme: Theme) -> None:
        self.menus.tint(theme, [tool for tool in TOOLS if tool])
        self.tabs.tint(theme)
        self._tell_state()

    def _on_failed(self, problem: Problem) -> None:
        self.notices.warn(f"That could not be saved: {problem.reason}")

    def _restore(self) -> None:
        """Put everything where the user left it; a first start opens the first country."""
        library = self.session.library
        self.standing.tell()
        given = self._preferences.text("evidence")
        self._most = int(given) if given.isdigit() else EVIDENCE
        older = self._preferences.text("older")
        self.session.set_older(older if older in LIMITS else "")
        tab = self._preferences.text("tab")
        code = self._preferences.text("country")
        codes = [row.code for row in library.countries().rows]
        known = code in (*codes, library.catalog.region.id)
        first = Place("country", code if known else codes[0]) if codes else Place("tab", HOME)
        left = place_left(self._preferences.text("place"), tab, library)
        self.way.begin(first, first if tab in ("", HOME) or tab not in TABS else left)
        memory.restore_splitters(self._splitter, self.tabs, self._preferences)

    # --- events --------------------------------------------------------------------------------------------------

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.window().windowHandle().installEventFilter(self.side_buttons)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for panel in (self.finder, self.palette_panel):
            if panel.isVisible():
                panel.place()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()
            self.hint.cover()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.hint.hide()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.hint.hide()
        event.acceptProposedAction()
        self.files.read(self.libraries.take(dropped_paths(event.mimeData())))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.session.save_all() and not self._leave_anyway():
            event.ignore()
            return
        self.standing.stop()
        self.files.stop(2.0)
        self.libraries.stop()
        self.warming.stop()
        self.ahead.stop()
        left = self.way.left(self.tabs.current())
        told = {"country": self.way.left(HOME).id, "place": f"{left.kind} {left.id}", "older": self.session.older}
        told["evidence"] = str(self._most)
        memory.keep(self.window(), self._splitter, self.tabs, told, self._preferences)
        super().closeEvent(event)

    def _leave_anyway(self) -> bool:
        from PySide6.QtWidgets import QMessageBox  # hoped never to be needed

        buttons = QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel
        words = "A note could not be saved. Close Oxus and lose what was typed last?"
        answer = QMessageBox.warning(self, "Not saved", words, buttons, QMessageBox.StandardButton.Cancel)
        return answer == QMessageBox.StandardButton.Discard


def _raise(error: BaseException) -> None:
    """Pass a mistake made in the background on to where mistakes are shown."""
    raise error
