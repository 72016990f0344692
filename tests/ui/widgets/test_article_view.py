"""An article under its heading: why one gives no statements is told in plain words."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from models.pages.articles import Mark, ReaderPage
from models.records import Bibliography, Kind
from tests.ui.finding import child
from ui.session import Session
from ui.widgets.article_view import ELSEWHERE, NO_CLAIMS, ArticleView, why_silent
from ui.widgets.labels import Plain

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
