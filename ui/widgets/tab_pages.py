"""The tabs of the window, each built when it is first shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

from models.records import Record
from ui.session import Place
from ui.theme import SPACE, Theme
from ui.widgets.icons import icon


class TabEntry(Record, gc=True):
    """A tab: its id (also the name of its icon), its title, and how it is built."""

    id: str
    title: str
    build: Callable[[], QWidget]


class TabPages(QTabWidget):
    """The tabs. `tab_changed` tells that the user went to another one, `shown` that another one is shown, whoever went
    there; the others pass the tabs' news on: a statement,
    with the claim clicked where it was a claim's own sentence, a place, and that other statements are listed."""

    tab_changed = Signal(str)
    shown = Signal()
    statement_selected = Signal(str, str)
    place_requested = Signal(object)
    turned = Signal()

    def __init__(self, entries: tuple[TabEntry, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = entries
        self._built: dict[str, QWidget] = {}
        self.setDocumentMode(True)
        self.setAccessibleName("Tabs")
        self.tabBar().setAccessibleName("Tabs")
        self._boxes: list[QVBoxLayout] = []
        for entry in entries:
            holder = QWidget()
            self._boxes.append(QVBoxLayout(holder))
            self._boxes[-1].setContentsMargins(0, 0, 0, 0)
            self.addTab(holder, entry.title)
            self.setTabToolTip(self.count() - 1, f"{entry.title} (Ctrl+{self.count()})")
        self.currentChanged.connect(self._on_current_changed)
        stack = self.findChild(QStackedWidget)
        assert stack is not None, "Qt keeps the pages of tabs in one"
        stack.hide()
        self._stack = stack

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Only now Qt gives the pages their place: shown before, they would be laid out twice."""
        super().showEvent(event)
        self._stack.show()

    def ground(self) -> QRect:
        """What is free beside the tabs: nothing is to be read there."""
        bar, last = self.tabBar(), self.tabBar().tabRect(self.count() - 1)
        left = bar.x() + last.right() + 1 + 2 * SPACE
        return QRect(left, bar.y(), max(self.width() - left - SPACE, 0), bar.height())

    def titles(self) -> tuple[tuple[str, str], ...]:
        """Ids and titles of all tabs in order."""
        return tuple((entry.id, entry.title) for entry in self._entries)

    def current(self) -> str:
        """The id of the tab shown."""
        return self._entries[self.currentIndex()].id

    def page(self, tab: str) -> QWidget:
        """The tab's page, built now if it never was."""
        if tab not in self._built:
            at = self._at(tab)
            page = _waiting_for(self._entries[at].build)
            page.statement_selected.connect(self._on_statement_selected)  # type: ignore[attr-defined]
            page.place_requested.connect(self.place_requested)  # type: ignore[attr-defined]
            page.turned.connect(self.turned)  # type: ignore[attr-defined]
            self._boxes[at].addWidget(page)
            self._built[tab] = page
        return self._built[tab]

    def built(self) -> dict[str, QWidget]:
        """The pages built so far, by tab id."""
        return dict(self._built)

    def lists(self, statement: str, *, otherwise: bool = True) -> bool:
        """Whether a statement is among those of what the tab shows; `otherwise` where that has no such list."""
        among: Callable[[str], bool] | None = getattr(self.page(self.current()), "lists", None)
        return otherwise if among is None else among(statement)

    def show_tab(self, tab: str) -> QWidget:
        """Go to a tab without telling that the user did, and return its page."""
        page = self.page(tab)
        before = self.current()
        quiet = self.blockSignals(True)
        self.setCurrentIndex(self._at(tab))
        self.blockSignals(quiet)
        if tab != before:
            self.shown.emit()
        return page

    def show_place(self, tab: str, place: Place) -> None:
        """Go to a tab and let it show a place."""
        self.show_tab(tab).show_place(place)  # type: ignore[attr-defined]

    def tint(self, theme: Theme) -> None:
        """Draw the icons in the theme's colours."""
        for at, entry in enumerate(self._entries):
            self.setTabIcon(at, icon(entry.id, theme))

    def _on_statement_selected(self, statement: str, claim: str = "") -> None:
        self.statement_selected.emit(statement, claim)

    def _at(self, tab: str) -> int:
        return next((at for at, entry in enumerate(self._entries) if entry.id == tab), 0)

    def _on_current_changed(self, at: int) -> None:
        tab = self._entries[at].id
        self.page(tab)
        self.shown.emit()
        self.tab_changed.emit(tab)


def _waiting_for(build: Callable[[], QWidget]) -> QWidget:
    """The page, built while the pointer says that this takes a moment."""
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        return build()
    finally:
        QGuiApplication.restoreOverrideCursor()
