"""Search box and palette: results by kind, keys, and where a result leads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from models.pages.hits import Hit
from models.records import Standing
from tests.ui.finding import child
from ui.session import Place, Session
from ui.widgets.finder import FEW, INDEXING, Finder, JumpPalette, TextFinder, place_of
from ui.widgets.rows import RowList

HITS = (
    Hit("article", "a1", "An article", "… the 😀 gold …", ((8, 12),), 40),
    Hit("note", "n1", "A note"),
    Hit("article", "a2", "Another article"),
)

FOUND = {
    "gold": HITS,
    "coal": (
        Hit("statement", "s1", "Coal is mined.", "Coal is mined.", ((0, 4),), None, Standing.SINGLE, 1, 1),
        Hit("statement", "s2", "It is 5 t", "It said so.", (), None, Standing.CONTESTED, 2, 3, 1),
    ),
}


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    opened = QWidget()
    qtbot.addWidget(opened)
    opened.resize(900, 600)
    return opened


@pytest.fixture
def line(host: QWidget) -> QLineEdit:
    return QLineEdit(host)


@pytest.fixture
def finder(qtbot: QtBot, session: Session, host: QWidget, line: QLineEdit) -> Finder:
    opened = Finder(session, line, lambda words: FOUND.get(words, ()), "Results", host)
    host.show()
    qtbot.waitExposed(host)
    line.setFocus()
    return opened


def titles(finder: Finder) -> list[str]:
    return [row.parts[0].text for row in child(finder, RowList).rows()]


def test_results_stand_under_their_kind(finder: Finder, line: QLineEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(line, "gold")
    qtbot.waitUntil(finder.isVisible)
    assert titles(finder) == ["Articles", "An article", "Another article", "Notes", "A note"]


def test_a_statement_tells_how_it_stands(finder: Finder, line: QLineEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(line, "coal")
    qtbot.waitUntil(finder.isVisible)
    _, alike, other = child(finder, RowList).rows()
    assert (len(alike.parts), alike.aside) == (1, "1 source")
    assert (len(other.parts), other.aside) == (2, "contested · 1 of 2 independent sources")


def test_of_each_kind_a_few_are_shown_until_all_are_wanted(
    qtbot: QtBot, session: Session, host: QWidget, line: QLineEdit, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = tuple(Hit("statement", f"s{number}", "It is so", standing=Standing.SINGLE) for number in range(FEW + 2))
    monkeypatch.setattr(session.library, "search", lambda words, quickly: (*many, *HITS))
    monkeypatch.setattr(session.library, "index", lambda quickly: words.append(quickly) or len(words) > 1)
    words: list[bool] = []
    finder = TextFinder(session, line, host)
    host.show()
    line.setText("gold")
    finder.look_up()
    assert finder._hint.text() == INDEXING
    finder.on_indexed()
    assert finder._hint.text() != INDEXING
    assert titles(finder)[FEW + 1 : FEW + 3] == [f"Show all {FEW + 2} statements", "Articles"]
    for _ in range(FEW):
        qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert finder.isVisible()
    assert len(titles(finder)) == FEW + 3
    with qtbot.waitSignal(finder.place_requested) as asked:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert asked.args == [Place("statement", f"s{FEW}")]


def test_what_lacks_some_of_the_words_stands_under_a_heading_that_says_so(
    qtbot: QtBot, session: Session, host: QWidget, line: QLineEdit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session.library, "search", lambda words, quickly: (Hit("note", "n", "A note", partly=True),))
    finder = TextFinder(session, line, host)
    line.setText("gold zinc")
    finder.look_up()
    assert titles(finder) == ["Notes with most of the words: nothing has all", "A note"]


def test_arrow_and_enter_open_a_result(finder: Finder, line: QLineEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(line, "gold")
    qtbot.waitUntil(finder.isVisible)
    for _ in range(2):
        qtbot.keyClick(line, Qt.Key.Key_Down)
    with qtbot.waitSignal(finder.place_requested) as asked:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert asked.args == [Place("note", "n1")]
    assert not finder.isVisible()
    assert not line.text()


def test_enter_does_not_wait_for_the_results(finder: Finder, line: QLineEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(line, "gold")
    with qtbot.waitSignal(finder.place_requested) as asked:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert asked.args == [Place("article", "a1", 40, 44)]


def test_nothing_found_is_said(finder: Finder, line: QLineEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(line, "tin")
    qtbot.waitUntil(finder.isVisible)
    assert titles(finder) == []
    assert finder._hint.text() == "Nothing found for “tin”."
    assert finder._hint.height() >= finder._hint.sizeHint().height()
    assert not child(finder, RowList).isVisible()


def test_a_name_that_was_meant_is_offered_and_looked_up(
    qtbot: QtBot, session: Session, host: QWidget, line: QLineEdit
) -> None:
    finder = TextFinder(session, line, host)
    host.show()
    qtbot.waitExposed(host)
    line.setFocus()
    session.library.index()
    qtbot.keyClicks(line, "uraniun")
    finder.look_up()
    assert titles(finder) == ["Did you mean “uranium”?"]
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == "uranium"
    assert finder.hits()


def test_escape_and_leaving_close_the_results(finder: Finder, line: QLineEdit, qtbot: QtBot) -> None:
    line.setText("gold")
    finder.look_up()
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not finder.isVisible()
    assert not line.text()
    line.setText("gold")
    finder.look_up()
    line.clearFocus()
    assert not finder.isVisible()


def test_results_are_no_taller_than_needed(finder: Finder, line: QLineEdit) -> None:
    line.setText("gold")
    finder.look_up()
    many = finder.height()
    line.setText("tin")
    finder.look_up()
    assert finder.height() < many < 480


def test_an_article_opens_at_the_match() -> None:
    assert place_of(HITS[0]) == Place("article", "a1", 40, 44)
    assert place_of(HITS[2]) == Place("article", "a2")


def test_a_result_tells_publisher_and_date_of_its_article(session: Session, host: QWidget, line: QLineEdit) -> None:
    told = "The Paper, 2026-05-11"
    hits = (
        Hit("article", "a1", "An article", "… the gold …", ((6, 10),), 40, whence=told),
        Hit("statement", "s1", "Coal.", "It is coal.", (), None, Standing.SINGLE, 1, 1, whence=told),
        Hit("statement", "s2", "Zinc.", "Zinc.", (), None, Standing.SINGLE, 1, 1, whence=told),
    )
    finder = Finder(session, line, lambda words: hits, "Results", host)
    line.setText("gold")
    finder.look_up()
    rows = [row for row in child(finder, RowList).rows() if not row.heading]
    assert [row.parts[-1].text for row in rows] == [f"… the gold … — {told}", f"It is coal. — {told}", told]
    assert rows[0].parts[-1].marks == ((6, 10),)


@pytest.mark.parametrize("words", ["zzqqxx", "a name of nobody"])
def test_what_is_called_by_no_name_can_be_searched_for_in_all_text(
    qtbot: QtBot, session: Session, host: QWidget, words: str
) -> None:
    palette = JumpPalette(session, lambda _: (), host)
    host.show()
    palette.open()
    palette.type(words)
    assert titles(palette) == [f"Search everything for “{words}”"]
    with qtbot.waitSignal(palette.search_requested) as asked:
        qtbot.keyClick(child(palette, QLineEdit), Qt.Key.Key_Return)
    assert asked.args == [words]
    assert not palette.isVisible()


def test_the_palette_finds_names_in_the_library(qtbot: QtBot, session: Session, host: QWidget) -> None:
    host.show()
    palette = JumpPalette(session, session.library.jump, host)
    code = session.catalog.region.members[0]
    palette.open()
    assert palette.isVisible()
    palette.type(session.catalog.name(code)[:4])
    assert palette.hits()[0].id == code
    with qtbot.waitSignal(palette.place_requested) as asked:
        qtbot.keyClick(child(palette, QLineEdit), Qt.Key.Key_Return)
    assert asked.args == [Place("country", code)]


def test_goods_begin_with_a_capital_in_a_list_as_all_other_names_do(
    qtbot: QtBot, session: Session, host: QWidget
) -> None:
    host.show()
    palette = JumpPalette(session, session.library.jump, host)
    palette.open()
    goods = next(iter(session.catalog.commodities))
    palette.type(session.catalog.name(goods))
    shown = [row.parts[0].text for row in child(palette, RowList).rows() if isinstance(row.key, Hit)]
    assert shown
    assert all(text[:1] == text[:1].upper() for text in shown)
