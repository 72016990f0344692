"""How a tab was left: found again after going back, and by the next window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from ui.preferences import Preferences
from ui.session import Place
from ui.tabs.articles import ArticlesTab
from ui.window import MainWindow


def subject(window: MainWindow) -> str:
    """The article shown."""
    page = window.tabs.page(window.tabs.current())
    assert isinstance(page, ArticlesTab)
    return page.subject()


def test_another_window_shows_the_article_that_was_read_last(
    window: MainWindow, qapp: QApplication, tmp_path: Path
) -> None:
    from ui.app import open_window

    wanted = window.session.library.articles().rows[3].id
    window.way.go_to_tab("articles")
    window.session.navigate(Place("article", wanted))
    window.close()
    again = open_window(qapp, window.session.library, Preferences(tmp_path / "window.ini"))
    assert subject(again) == wanted
    again.deleteLater()


@pytest.mark.parametrize("by_key", [True, False])
def test_going_back_leads_to_what_a_tab_began_with(window: MainWindow, by_key: bool) -> None:
    if by_key:
        window.way.go_to_tab("articles")
    else:
        window.tabs.setCurrentIndex(window.tabs.count() - 1)
    first, *_, last = [row.id for row in window.session.library.articles().rows]
    assert subject(window) == first
    window.session.navigate(Place("article", last))
    window.session.go_back()
    assert subject(window) == first
