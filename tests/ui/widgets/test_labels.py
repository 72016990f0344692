"""Labels show their text as it stands, and no word of it is wider than the window."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from models.records import Article, Bibliography, Step
from models.text import digest
from ui.session import Place
from ui.widgets.labels import Plain, breakable
from ui.widgets.marked import marked
from ui.window import MainWindow

WORD = "Donaudampfschifffahrtsgesellschaft" * 9
ADDRESS = "https://news.example.org/2025/12/20/" + "a-long-address-" * 12


def test_only_words_that_are_too_long_can_be_broken() -> None:
    assert breakable("a plain sentence of usual words") == "a plain sentence of usual words"
    for word in (WORD, ADDRESS):
        broken = breakable(f"see {word} there")
        assert broken.replace("\u200b", "") == f"see {word} there"
        assert max(map(len, broken.replace(" ", "\u200b").split("\u200b"))) <= 40


def test_a_label_tells_its_text_as_it_was_given_and_stays_narrow(qapp: QApplication) -> None:
    wide, narrow = Plain(WORD, wrap=False), Plain(WORD)
    assert narrow.text() == WORD
    assert narrow.minimumSizeHint().width() < wide.minimumSizeHint().width() / 4
    narrow.setText("<b>short</b>")
    assert narrow.text() == "<b>short</b>"


def test_a_result_of_one_endless_word_goes_on_in_further_lines(qapp: QApplication) -> None:
    one, many = (marked(text, [(0, 5)], qapp.font(), 300).boundingRect() for text in ("short", WORD))
    assert many.width() <= 300
    assert many.height() > 3 * one.height()


def test_a_title_of_one_endless_word_does_not_widen_the_window(window: MainWindow) -> None:
    window.resize(1100, 700)
    before = window.minimumSizeHint().width()
    text = f"{WORD} is a word."
    known = Bibliography(digest(text), WORD, "long.txt")
    window.session.add([Step(1, 1, "long.txt", Article(known, text, ()))])
    window.session.navigate(Place("article", known.id))
    QApplication.processEvents()
    assert window.minimumSizeHint().width() < before + 300
    assert window.width() == 1100
