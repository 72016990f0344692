"""What the window remembers: its size and place, tab, country and splitters, from one start to the next."""

from __future__ import annotations

from PySide6.QtWidgets import QSplitter, QWidget

from ui.preferences import Preferences
from ui.widgets.tab_pages import TabPages

Parts = dict[str, QSplitter]


def restore_splitters(window: QWidget, tabs: TabPages, preferences: Preferences) -> None:
    """Give the parts of the window and of the tabs built so far their last sizes."""
    for key, splitter in _splitters(window, tabs).items():
        splitter.restoreState(preferences.state(key))


def keep(window: QWidget, tabs: TabPages, country: str, preferences: Preferences) -> None:
    """Write down how things stand."""
    preferences.set("geometry", window.saveGeometry())
    preferences.set("tab", tabs.current())
    preferences.set("country", country)
    for key, splitter in _splitters(window, tabs).items():
        preferences.set(key, splitter.saveState())
    preferences.save()


def _splitters(window: QWidget, tabs: TabPages) -> Parts:
    """All splitters with a name, by the key of their setting."""
    found = {f"splitter/{tab}/{part.objectName()}": part for tab, part in _of_tabs(tabs) if part.objectName()}
    own = window.findChild(QSplitter, "evidence")
    return found | ({"splitter/evidence": own} if isinstance(own, QSplitter) else {})


def _of_tabs(tabs: TabPages) -> list[tuple[str, QSplitter]]:
    return [(tab, part) for tab, page in tabs.built().items() for part in page.findChildren(QSplitter)]
