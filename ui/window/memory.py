"""What the window remembers: its size and place, tab, country and splitters, from one start to the next."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QSplitter, QWidget

from ui.preferences import Preferences
from ui.widgets.tab_pages import TabPages

Parts = dict[str, QSplitter]


def restore_splitters(own: QSplitter, tabs: TabPages, preferences: Preferences) -> None:
    """Give the parts of the window's own splitter and of the tabs built so far their last sizes."""
    for key, splitter in _splitters(own, tabs).items():
        splitter.restoreState(preferences.state(key))


def keep(window: QWidget, own: QSplitter, tabs: TabPages, told: Mapping[str, str], preferences: Preferences) -> None:
    """Write down how things stand: parts, tab, and what is `told` by key."""
    preferences.set("geometry", window.saveGeometry())
    preferences.set("tab", tabs.current())
    for key, words in told.items():
        preferences.set(key, words)
    for key, splitter in _splitters(own, tabs).items():
        preferences.set(key, splitter.saveState())
    preferences.save()


def _splitters(own: QSplitter, tabs: TabPages) -> Parts:
    """All splitters by the key of their setting. Every tab has one; to search for it is to look at all its widgets."""
    found: Parts = {f"splitter/{tab}/{tab}": page.splitter for tab, page in tabs.built().items()}  # type: ignore[attr-defined]
    return found | {"splitter/evidence": own}
