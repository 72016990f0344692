"""An article under its heading: why one gives no statements is told in plain words."""

from __future__ import annotations

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.pages.articles import Mark, ReaderPage
from models.records import Bibliography, Kind
from tests.ui.finding import child
from ui.session import Session
from ui.widgets.article_view import ELSEWHERE, NO_CLAIMS, SHORT, ArticleView, why_silent
from ui.widgets.kind_key import KindButton
from ui.widgets.labels import Plain
from ui.widgets.reader import Reader

MARK = Mark(0, 5, "c", "s", Kind.EVENT, "says")


def page(*, about_region: bool = True, marks: tuple[Mark, ...] = ()) -> ReaderPage:
    return ReaderPage(Bibliography("a", "Title", "a.txt", about_region=about_region), "Words of it", (), marks)


@pytest.mark.parametrize(
    ("given", "words"),
    [(page(about_region=False), ELSEWHERE), (page(), NO_CLAIMS), (page(marks=(MARK,)), "")],
)
def test_an_article_without_statements_says_why(given: ReaderPage, words: str, qtbot: QtBot, session: Session) -> None:
    view = ArticleView(session)
    qtbot.addWidget(view)
    view.show_page(given)
    view.show()
    shown = [label.text() for label in view.findChildren(Plain) if label.isVisible()]
    assert why_silent(given) == words
    assert (words in shown) is bool(words)
    assert child(view, Plain).text() == "Title"


def test_the_time_that_the_figures_are_of_stands_under_the_title(qtbot: QtBot, session: Session) -> None:
    view = ArticleView(session)
    qtbot.addWidget(view)
    known = Bibliography("a", "Title", "a.md", published="2026-02", as_of="2025")
    view.show_page(ReaderPage(known, "Words of it", (), (MARK,)))
    assert any("figures as of 2025" in label.text() for label in view.findChildren(Plain))


def test_a_text_of_two_letters_says_that_it_is_too_short() -> None:
    assert why_silent(structs.replace(page(), text="hi")) == SHORT


def test_a_key_of_the_highlights_goes_to_the_next_sentence(qtbot: QtBot, session: Session) -> None:
    view = ArticleView(session)
    qtbot.addWidget(view)
    first, second = Mark(0, 5, "c", "s", Kind.EVENT, "says"), Mark(6, 8, "d", "s", Kind.EVENT, "says")
    view.show_page(page(marks=(first, second)))
    view.show()
    button = child(view, KindButton)
    shown = child(view, Reader)
    assert button.text() == "event 2"
    assert "next sentence" in button.toolTip()
    for words in ("Words", "of", "Words"):
        qtbot.keyClick(button, Qt.Key.Key_Space)
        assert shown.extraSelections()[-1].cursor.selectedText() == words
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert shown.extraSelections()[-1].cursor.selectedText() == "of"


def test_words_are_found_one_place_after_the_other(qtbot: QtBot, session: Session) -> None:
    view = ArticleView(session)
    qtbot.addWidget(view)
    view.show_page(page())
    assert view.find_words("IT words", 1)
    assert child(view, Reader).extraSelections()[-1].cursor.selectedText() == "Words"
    assert view.find_words("IT words", 1)
    assert child(view, Reader).extraSelections()[-1].cursor.selectedText() == "it"
    assert not view.find_words("gold", 1)
