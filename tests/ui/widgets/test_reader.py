"""The reader: plain text only, highlights where the evidence is, also beyond the basic plane."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QTextCursor
from pytestqt.qtbot import QtBot

from models.pages.articles import Mark, ReaderPage
from models.records import Bibliography, Block, Kind, Role
from ui.session import Session
from ui.theme import DARK, LIGHT
from ui.widgets.reader import Reader
from ui.widgets.reader_menu import menu_on

TEXT = "A title 𠮷\n\n<b>Gold</b> 😀😀 is found here. Gas is sold.\n\nMore headlines"
GOLD = "<b>Gold</b> 😀😀 is found here."
GAS = "Gas is sold."


def mark(words: str, statement: str, kind: Kind) -> Mark:
    start = TEXT.index(words)
    return Mark(start, start + len(words), f"claim {statement}", statement, kind, words)


@pytest.fixture
def reader(qtbot: QtBot, session: Session) -> Reader:
    session.set_theme(LIGHT)
    opened = Reader(session)
    qtbot.addWidget(opened)
    opened.resize(600, 400)
    blocks = (
        Block(Role.TITLE, 0, 9),
        Block(Role.BODY, 11, TEXT.index("\n\nMore")),
        Block(Role.FURNITURE, TEXT.index("More"), len(TEXT)),
    )
    marks = (mark(GOLD, "s1", Kind.RESOURCE), mark("Gold", "s2", Kind.QUOTE), mark(GAS, "s3", Kind.RELATION))
    opened.show_page(ReaderPage(Bibliography("a", "A title", "a.txt"), TEXT, blocks, marks))
    opened.show()
    qtbot.waitExposed(opened)
    return opened


def highlighted(reader: Reader, colour: str) -> list[str]:
    return [
        selection.cursor.selectedText()
        for selection in reader.extraSelections()
        if selection.format.background().color() == QColor(colour)
    ]


def place_of(reader: Reader, words: str) -> QPoint:
    """The middle of the first letter of the words on the screen."""
    cursor = reader.document().find(words)
    cursor.setPosition(cursor.selectionStart())
    return reader.cursorRect(cursor).center() + QPoint(3, 0)


def test_markup_in_an_article_is_only_text(reader: Reader) -> None:
    assert reader.toPlainText() == TEXT


def test_evidence_is_highlighted_by_kind_to_the_letter(reader: Reader) -> None:
    assert highlighted(reader, LIGHT.kinds["resource"]) == [GOLD]
    assert highlighted(reader, LIGHT.kinds["relation"]) == [GAS]


def test_furniture_is_dimmed_and_the_title_set_off(reader: Reader) -> None:
    dimmed = [s for s in reader.extraSelections() if s.format.foreground().color() == QColor(LIGHT.muted)]
    assert [selection.cursor.selectedText() for selection in dimmed] == ["More headlines"]
    assert reader.document().find("title").charFormat().fontWeight() > 400
    assert reader.document().find("found").charFormat().fontWeight() <= 400


def test_an_article_opened_after_a_look_at_a_title_is_not_all_bold(reader: Reader) -> None:
    reader.show_span(0, 9)
    plain = ReaderPage(Bibliography("b", "B", "b.txt"), "Gas was sold.", (Block(Role.BODY, 0, 13),), ())
    reader.show_page(plain)
    assert reader.document().find("sold").charFormat().fontWeight() <= 400


def test_a_span_is_set_off_and_scrolled_to(reader: Reader) -> None:
    start = TEXT.index(GAS)
    reader.show_span(start, start + len(GAS))
    assert highlighted(reader, LIGHT.accent) == [GAS]
    cursor = QTextCursor(reader.textCursor())
    cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, 3)
    assert cursor.selectedText() == "Gas"


def test_a_click_tells_the_statement_of_the_shortest_evidence(reader: Reader, qtbot: QtBot) -> None:
    told: list[str] = []
    reader.statement_selected.connect(lambda statement, claim: told.append(f"{statement} by {claim}"))
    for words in ("found", "Gold", "sold", "headlines"):
        qtbot.mouseClick(reader.viewport(), Qt.MouseButton.LeftButton, pos=place_of(reader, words))
    assert told == [f"{statement} by claim {statement}" for statement in ("s1", "s2", "s3")]
    assert highlighted(reader, LIGHT.accent) == [GAS]


def test_what_was_clicked_stays_in_sight_when_the_reader_gets_smaller(reader: Reader, qtbot: QtBot) -> None:
    text = "\n\n".join(f"Paragraph {number} on gold." for number in range(60))
    reader.show_page(ReaderPage(Bibliography("b", "B", "b.txt"), text, (Block(Role.BODY, 0, len(text)),), ()))
    spot = reader.viewport().rect().bottomLeft() + QPoint(30, -10)
    qtbot.mouseClick(reader.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    reader.resize(600, 160)
    assert reader.viewport().rect().contains(reader.cursorRect())


def test_another_theme_colours_the_highlights_anew(reader: Reader, session: Session) -> None:
    session.set_theme(DARK)
    assert highlighted(reader, DARK.kinds["relation"]) == [GAS]
    assert highlighted(reader, LIGHT.kinds["relation"]) == []


def test_lines_stay_readable_in_a_wide_window(reader: Reader, qtbot: QtBot) -> None:
    reader.resize(1800, 400)
    qtbot.wait(10)
    assert reader.viewport().width() < 1000
    assert reader.horizontalScrollBar().maximum() == 0


def test_spans_are_gone_through_both_ways_and_round(reader: Reader) -> None:
    spans = [(TEXT.index(word), TEXT.index(word) + len(word)) for word in ("title", "found", "sold")]
    seen = []
    for by in (1, 1, 1, 1, -1, -1):
        assert reader.step(spans, by)
        seen += highlighted(reader, LIGHT.accent)
    assert seen == ["title", "found", "sold", "title", "sold", "found"]
    assert not reader.step([], 1)


def test_a_kind_leads_to_its_own_sentences_only(reader: Reader) -> None:
    for _ in range(2):
        reader.go_to_kind(Kind.RELATION, 1)
        assert highlighted(reader, LIGHT.accent) == [GAS]
    reader.go_to_kind(Kind.EVENT, 1)
    assert highlighted(reader, LIGHT.accent) == [GAS]


def test_paragraphs_that_a_line_end_parts_stand_apart_but_not_items_of_a_list(reader: Reader) -> None:
    lines = ("Gas was sold.", "Oil was sold.", "- gold", "- iron", "", "Coal was sold.")
    text = "\n".join(lines)
    blocks = tuple(Block(Role.BODY, text.index(line), text.index(line) + len(line)) for line in lines if line)
    reader.show_page(ReaderPage(Bibliography("b", "B", "b.txt"), text, blocks, ()))

    def below(upper: str, lower: str) -> int:
        cursors = [reader.document().find(words) for words in (upper, lower)]
        top, bottom = (reader.cursorRect(cursor).top() for cursor in cursors)
        return bottom - top

    row = below("gold", "iron")
    assert below("Gas", "Oil") > 1.4 * row
    assert below("iron", "Coal") == 2 * row
    assert reader.toPlainText() == text


def test_each_click_on_a_sentence_goes_on_to_its_next_statement(reader: Reader, qtbot: QtBot) -> None:
    chosen: list[tuple[str, str]] = []
    counted: list[tuple[int, int]] = []
    reader.statement_selected.connect(lambda *told: chosen.append(told))
    reader.counted.connect(lambda *told: counted.append(told))
    for _ in range(3):
        qtbot.mouseClick(reader.viewport(), Qt.MouseButton.LeftButton, pos=place_of(reader, "Gold"))
    assert [statement for statement, _ in chosen] == ["s2", "s1", "s2"]
    assert counted == [(1, 2), (2, 2), (1, 2)]
    qtbot.mouseClick(reader.viewport(), Qt.MouseButton.LeftButton, pos=place_of(reader, GAS))
    assert (chosen[-1], counted[-1]) == (("s3", "claim s3"), (1, 1))


def test_the_menu_offers_what_can_be_done_with_a_sentence(reader: Reader, qtbot: QtBot) -> None:
    listed: list[bool] = []
    marks = reader.marks_at(TEXT.index("Gold"))
    menu = menu_on(reader, marks, "A title", lambda: listed.append(True))
    actions = {action.text(): action for action in menu.actions() if action.text()}
    assert [words.partition(":")[0] for words in actions][:2] == ["Show quote", "Show resource"]
    with qtbot.waitSignal(reader.statement_selected) as told:
        actions[f"Show resource: {GOLD}"].trigger()
    assert told.args == ["s1", "claim s1"]
    actions["Copy sentence"].trigger()
    assert QGuiApplication.clipboard().text() == GOLD
    actions["Copy sentence with its source"].trigger()
    assert QGuiApplication.clipboard().text() == f"“{GOLD}” (A title)"
    actions["List what was read…"].trigger()
    assert listed
    bare = [action.text() for action in menu_on(reader, [], "A title", list).actions() if action.text()]
    assert bare == ["Select all", "List what was read…"]
