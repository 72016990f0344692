"""What the window remembers: its size, tab, country and splitters, from one start to the next."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow, QSplitter

from ui.preferences import Preferences
from ui.widgets.tab_pages import TabPages

SIZE = (1280, 800)
Parts = dict[str, QSplitter]


def restore(window: QMainWindow, preferences: Preferences) -> None:
    """Give the window its last size and place, or those of a first start."""
    if not window.restoreGeometry(preferences.state("geometry")):
        window.resize(*SIZE)


def restore_splitters(window: QMainWindow, tabs: TabPages, preferences: Preferences) -> None:
    """Give the parts of the window and of the tabs built so far their last sizes."""
    for key, splitter in _splitters(window, tabs).items():
        splitter.restoreState(preferences.state(key))


def keep(window: QMainWindow, tabs: TabPages, country: str, preferences: Preferences) -> None:
    """Write down how things stand."""
    preferences.set("geometry", window.saveGeometry())
    preferences.set("tab", tabs.current())
    preferences.set("country", country)
    for key, splitter in _splitters(window, tabs).items():
        preferences.set(key, splitter.saveState())
    preferences.save()


def _splitters(window: QMainWindow, tabs: TabPages) -> Parts:
    """All splitters with a name, by the key of their setting."""
    found = {f"splitter/{tab}/{part.objectName()}": part for tab, part in _of_tabs(tabs) if part.objectName()}
    own = window.findChild(QSplitter, "evidence")
    return found | ({"splitter/evidence": own} if isinstance(own, QSplitter) else {})


def _of_tabs(tabs: TabPages) -> list[tuple[str, QSplitter]]:
    return [(tab, part) for tab, page in tabs.built().items() for part in page.findChildren(QSplitter)]
