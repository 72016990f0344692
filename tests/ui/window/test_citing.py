"""Copying one citation, from an article or from the evidence."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from models.publishing.citing import cite_article, cite_sentence
from ui.session import Place
from ui.window import MainWindow


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def test_the_article_shown_is_cited(window: MainWindow) -> None:
    article = window.session.library.bibliographies()[0]
    window.session.navigate(Place("article", article.id))
    window.menus["cite"].trigger()
    assert clipboard() == cite_article(article).text
    assert "<i>" in QGuiApplication.clipboard().mimeData().html()


def test_the_sentence_of_the_evidence_is_cited(window: MainWindow) -> None:
    library = window.session.library
    statement = next(s for s in library.statements() if library.evidence(s.id).sentences[0].exact)
    window.way.show_evidence(statement.id)
    window.evidence.focus_list()
    window.menus["cite"].trigger()
    sentence = window.evidence.sentence()
    assert sentence is not None
    article = next(known for known in library.bibliographies() if known.id == sentence.article)
    assert clipboard() == cite_sentence(sentence, article).text
    assert window.menus["cite"] in window.evidence._menu.actions()


def test_where_there_is_nothing_to_cite_it_says_so(window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("before")
    window.menus["cite"].trigger()
    assert clipboard() == "before"
    assert window.notices.brief.isVisible()


def test_a_brief_on_what_is_shown_can_be_saved(window: MainWindow) -> None:
    window.menus["save-brief"].trigger()
    dialogs = [child for child in window.children() if type(child).__name__ == "SaveDialog"]
    assert [dialog.isVisible() for dialog in dialogs] == [True]
    dialogs[0].reject()
