"""Lists cut down to what the user's own articles tell, or those that were added of late."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from models.pages.ages import passes
from models.pages.shelves import OWN, SHELVES, TODAY, WEEK
from models.records import Change
from tests.ui.finding import child
from ui.session import Place, Session
from ui.widgets.article_table import ArticleTable
from ui.widgets.shelf_filter import KEYS, ShelfFilter
from ui.widgets.statements import StatementList
from ui.window import MainWindow

FORMER = 3
"""Days since the article of the tests was added."""


def own(session: Session) -> str:
    """The article that says most, as one that the user added some days ago."""
    row = max(session.library.articles().rows, key=lambda row: row.claims)
    held = session.library.held(row.id)
    assert held is not None
    assert held.article is not None
    day = (datetime.now(UTC) - timedelta(FORMER)).isoformat(timespec="seconds")
    known = replace(held.article.bibliography, builtin=False, added=day)
    assert isinstance(session.add((replace(held, article=replace(held.article, bibliography=known)),)), Change)
    return row.id


def choose(window: MainWindow, shelf: str) -> None:
    """Choose a shelf in the tab shown, as the user does."""
    page = window.tabs.page(window.tabs.current())
    choice = next(each for each in page.findChildren(ShelfFilter) if each.isVisible())
    choice.setCurrentIndex(list(SHELVES).index(shelf))
    choice.activated.emit(choice.currentIndex())


def told_by(window: MainWindow, article: str, statements: list[str]) -> list[str]:
    return [
        each
        for each in statements
        if any(s.article == article for s in window.session.library.evidence(each).sentences)
    ]


def listed(window: MainWindow) -> tuple[list[str], list[str]]:
    """The statements of the list in sight, those that lie there and those that are shown."""
    page = window.tabs.page(window.tabs.current())
    model = next(each for each in page.findChildren(StatementList) if each.isVisible()).model()
    there = list(model.statements())
    return there, [each for each in there if model.row_of(each) >= 0]


@pytest.mark.parametrize("tab", ["countries", "resources", "routes", "geopolitics"])
def test_every_tab_shows_what_is_from_the_users_own_articles(window: MainWindow, tab: str) -> None:
    article = own(window.session)
    window.way.go_to_tab(tab)
    for shelf, some in ((OWN, True), (WEEK, True), (TODAY, False)):
        choose(window, shelf)
        assert window.session.shelf == shelf
        there, shown = listed(window)
        assert set(shown) == (set(told_by(window, article, there)) if some else set())
        assert len(shown) < len(there)
    choose(window, "")
    there, shown = listed(window)
    assert shown


def test_it_works_together_with_the_limit_of_age_and_with_words(window: MainWindow) -> None:
    own(window.session)
    choose(window, OWN)
    _, shown = listed(window)
    for limit in ("-1", "1"):
        window.session.set_older(limit)
        lines = window.session.library.lines(shown)
        aged = {line.statement for line in lines if passes(line.as_of, limit, window.session.today)}
        assert set(listed(window)[1]) == aged != set(shown)
    window.session.set_older("")
    found = child(window.tabs.page("countries"), StatementList)
    found.set_filter(found.model().row(found.model().row_of(shown[0])).text)
    assert listed(window)[1][:1] == shown[:1]
    assert len(listed(window)[1]) < len(shown)


def test_the_choice_holds_in_all_tabs_and_is_told_over_them_until_lifted(window: MainWindow, qtbot: QtBot) -> None:
    article = own(window.session)
    choose(window, OWN)
    window.way.go_to_tab("articles")
    table = child(window.tabs.page("articles"), ArticleTable)
    assert [row.id for row in table.shown()] == [article]
    bar = window.notices.aged
    assert "from your own articles" in bar.text()
    window.session.set_older("-2")
    assert "not older than 2 years and from your own articles" in bar.text()
    qtbot.mouseClick(child(bar, QPushButton), Qt.MouseButton.LeftButton)
    assert (window.session.shelf, window.session.older) == ("", "")
    assert not bar.isVisible()
    assert len(table.shown()) > 1


def test_an_article_that_stands_elsewhere_is_shown_where_it_is_asked_for(window: MainWindow) -> None:
    article = own(window.session)
    choose(window, OWN)
    other = next(row.id for row in window.session.library.articles().rows if row.id != article)
    window.session.navigate(Place("article", other))
    assert window.tabs.page("articles").subject() == other
    assert window.session.shelf == ""


def test_evidence_of_what_is_hidden_is_closed(window: MainWindow) -> None:
    article = own(window.session)
    there, _ = listed(window)
    theirs = set(told_by(window, article, there))
    hidden = next(each for each in there if each not in theirs)
    for statement, stays in ((next(iter(theirs)), True), (hidden, False)):
        window.way.show_evidence(statement)
        window.session.set_shelf(OWN)
        assert window.evidence.isVisible() is stays
        window.session.set_shelf("")


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("tab", ["countries", "resources", "routes", "geopolitics", "articles"])
def test_it_can_be_reached_by_keys_and_has_a_name(window: MainWindow, tab: str) -> None:
    window.way.go_to_tab(tab)
    page = window.tabs.page(tab)
    action = next(action for action in page.actions() if action.shortcut().toString() == KEYS)
    action.trigger()
    choice = next(each for each in page.findChildren(ShelfFilter) if each.isVisible())
    assert choice.view().isVisible()
    assert choice.accessibleName()
    choice.hidePopup()
