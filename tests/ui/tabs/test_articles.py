"""The Articles tab: the table, the reader, and taking an article out."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QMessageBox, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from models.records import Decision
from tests.ui.finding import child
from ui.session import Place, Session
from ui.tabs.articles import ArticlesTab
from ui.widgets.article_table import ArticleTable
from ui.widgets.bar import Bar
from ui.widgets.reader import Reader


@pytest.fixture
def tab(qtbot: QtBot, session: Session) -> ArticlesTab:
    opened = ArticlesTab(session)
    qtbot.addWidget(opened)
    opened.resize(1200, 600)
    opened.show()
    qtbot.waitExposed(opened)
    return opened


def answer(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    """Answer the next question by the button with these words."""

    def choose(box: QMessageBox) -> int:
        button = next(found for found in box.buttons() if found.text().replace("&", "") == words)
        monkeypatch.setattr(box, "clickedButton", lambda: button)
        return 0

    monkeypatch.setattr(QMessageBox, "exec", choose)


def remove(tab: ArticlesTab, qtbot: QtBot) -> None:
    button = next(found for found in tab.findChildren(QToolButton) if found.accessibleName() == "Remove")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_all_articles_are_listed_and_the_first_is_open(tab: ArticlesTab, session: Session) -> None:
    rows = session.library.articles().rows
    assert child(tab, ArticleTable).model().rowCount() == len(rows)
    assert child(tab, Reader).toPlainText() == session.library.reader(rows[0].id).text


def test_a_place_opens_the_article_at_the_sentence(tab: ArticlesTab, session: Session) -> None:
    article = session.library.articles().rows[-1]
    mark = session.library.reader(article.id).marks[0]
    tab.show_place(Place("article", article.id, mark.start, mark.end))
    reader = child(tab, Reader)
    assert tab.subject() == article.id
    selections = reader.extraSelections()
    assert selections[-1].cursor.selectedText() == reader.toPlainText()[mark.start : mark.end]


def test_a_place_that_is_gone_changes_nothing(tab: ArticlesTab) -> None:
    before = tab.subject()
    tab.show_place(Place("article", "0123456789abcdef"))
    assert tab.subject() == before


def test_sources_of_a_digest_are_revealed(tab: ArticlesTab, session: Session, qtbot: QtBot) -> None:
    cited = session.library.reader(tab.subject()).bibliography.cites[0].title
    label = next(found for found in tab.findChildren(QLabel) if cited in found.text())
    button = next(found for found in tab.findChildren(QToolButton) if found.text().startswith("Cites"))
    assert not label.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert label.isVisible()


def test_removing_asks_first(tab: ArticlesTab, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    before = session.library.articles().rows
    answer(monkeypatch, "Cancel")
    remove(tab, qtbot)
    assert session.library.articles().rows == before


def test_a_removed_article_is_gone_and_another_is_open(
    tab: ArticlesTab, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tab.subject()
    answer(monkeypatch, "Remove")
    remove(tab, qtbot)
    left = [row.id for row in session.library.articles().rows]
    assert gone not in left
    assert tab.subject() in left


def test_enter_removes_nothing(tab: ArticlesTab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def look(box: QMessageBox) -> int:
        asked.append(box.defaultButton().text().replace("&", ""))
        return 0

    monkeypatch.setattr(QMessageBox, "exec", look)
    remove(tab, qtbot)
    assert asked == ["Cancel"]


def test_undo_brings_a_removed_article_back_with_its_claims_and_verdicts(
    tab: ArticlesTab, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tab.subject()
    claims = [mark.claim for mark in session.library.reader(gone).marks]
    session.decide(claims[0], Decision.REJECTED)
    before, statements = session.library.articles(), session.library.statements()
    answer(monkeypatch, "Remove")
    remove(tab, qtbot)
    bar = next(found for found in tab.findChildren(Bar) if found.accessibleName() == "Article removed")
    assert bar.isVisible()
    bar.acted.emit()
    assert not bar.isVisible()
    assert session.library.articles() == before
    assert session.library.statements() == statements
    session.deeds.undo()
    assert claims[0] in [mark.claim for mark in session.library.reader(gone).marks]


def test_without_articles_it_says_how_to_get_some(tab: ArticlesTab, session: Session) -> None:
    for article in session.library.articles().rows:
        session.remove_article(article.id)
    shown = [label.text() for label in tab.findChildren(QLabel) if label.isVisible()]
    assert any("Import files" in words for words in shown)


def counted(tab: ArticlesTab) -> str:
    return next(label.text() for label in tab.findChildren(QLabel) if "claims" in label.text() and label.isVisible())


def test_the_count_follows_the_filter_and_the_article_stays(tab: ArticlesTab, session: Session, qtbot: QtBot) -> None:
    rows = session.library.articles().rows
    shown = tab.subject()
    asked: list[object] = []
    tab.place_requested.connect(asked.append)
    child(tab, QLineEdit, "Filter articles").setText(rows[-1].title)
    kept = child(tab, ArticleTable).shown()
    assert 0 < len(kept) < len(rows)
    assert counted(tab) == f"{len(kept)} of {len(rows)} articles, {sum(row.claims for row in kept)} claims"
    assert tab.subject() == shown
    assert asked == []


def test_a_filter_without_a_hit_says_so_and_offers_a_way_out(tab: ArticlesTab, session: Session, qtbot: QtBot) -> None:
    line, shown = child(tab, QLineEdit, "Filter articles"), tab.subject()
    line.setText("zzqq")
    tab.refresh()
    texts = [label.text() for label in tab.findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith("No article here has all these words") for text in texts)
    assert not any("No article yet" in text for text in texts)
    assert tab.subject() == shown
    clear = next(button for button in tab.findChildren(QPushButton) if button.text() == "Clear the filters")
    qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert line.text() == ""
    assert not clear.isVisible()
    assert counted(tab).startswith(f"{len(session.library.articles().rows)} articles")


def test_an_article_that_the_filter_hides_is_shown_in_the_list_when_one_goes_to_it(tab: ArticlesTab) -> None:
    table, line = child(tab, ArticleTable), child(tab, QLineEdit)
    rows = tab.session.library.articles().rows
    line.setText(rows[0].title)
    hidden = next(row for row in rows[::-1] if row.id not in {shown.id for shown in table.shown()})
    tab.show_place(Place("article", hidden.id))
    assert line.text() == ""
    assert table.current() == hidden.id
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))
    line.setText(hidden.title)
    tab.show_place(Place("article", hidden.id))
    assert line.text() == hidden.title


@pytest.mark.parametrize("builtin", [True, False])
def test_what_it_means_to_remove_a_built_in_article_is_said(
    tab: ArticlesTab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, *, builtin: bool
) -> None:
    said: list[str] = []

    def cancel(box: QMessageBox) -> int:
        said.append(box.informativeText())
        monkeypatch.setattr(box, "clickedButton", lambda: None)
        return 0

    monkeypatch.setattr(QMessageBox, "exec", cancel)
    rows = tuple(replace(row, builtin=builtin) for row in tab._page.rows)
    tab._page = replace(tab._page, rows=rows)
    remove(tab, qtbot)
    assert [text.startswith("It is built in") for text in said] == [builtin]
    assert "brings the article back" in said[0]
