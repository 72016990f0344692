"""Evidence is open only below a list that holds its statement."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from models.pages.resources import Cell
from tests.ui.finding import child
from ui.session import Place
from ui.tabs.geopolitics import COMMITMENTS, TIMELINE
from ui.views.deck import Deck
from ui.views.matrix import MatrixView
from ui.widgets.rows import RowList
from ui.window import MainWindow
from ui.window.window import EVIDENCE


def test_evidence_left_in_another_tab_is_not_shown_under_another_subject(window: MainWindow) -> None:
    first, second = window.session.catalog.region.members[:2]
    window.session.navigate(Place("country", first))
    window.way.show_evidence(window.session.library.country(first).sections[0].lines[0].statement)
    window.way.go_to_tab("resources")
    window.session.navigate(Place("country", second))
    assert not window.evidence.isVisible()


def test_a_statement_chosen_once_more_says_what_to_click(window: MainWindow) -> None:
    code = window.session.library.countries().rows[0].code
    statement = window.session.library.country(code).sections[0].lines[0].statement
    told = []
    for _ in range(2):
        window.tabs.statement_selected.emit(statement, "")
        told.append(any("click a sentence" in label.text() for label in window.evidence.findChildren(QLabel)))
    assert told == [False, True]


def test_evidence_closes_when_another_cell_no_longer_lists_it(window: MainWindow) -> None:
    page = window.session.library.resources()
    cells: dict[str, list[Cell]] = {}
    for cell in page.cells:
        cells.setdefault(cell.commodity, []).append(cell)
    one, other = next(pair for pair in cells.values() if len(pair) > 1)[:2]
    window.session.navigate(Place("commodity", one.commodity))
    window.way.show_evidence(one.statements[0])
    matrix = child(window.tabs.page("resources"), MatrixView)
    matrix.cell_chosen.emit(one.country, one.commodity)
    assert window.evidence.isVisible()
    matrix.cell_chosen.emit(other.country, other.commodity)
    assert not window.evidence.isVisible()


def test_evidence_closes_when_another_page_of_the_dealings_does_not_list_it(window: MainWindow) -> None:
    page = window.session.library.geopolitics()
    linked = {statement for link in page.links for statement in link.statements}
    promise = next(row.line.statement for row in page.commitments if row.line.statement in linked)
    window.way.go_to_tab("geopolitics")
    window.way.show_evidence(promise)
    deck = child(window.tabs.page("geopolitics"), Deck)
    deck.choose(COMMITMENTS)
    assert window.evidence.isVisible()
    deck.choose(TIMELINE)
    assert not window.evidence.isVisible()


def test_evidence_takes_what_its_sentences_need_and_no_more_than_it_was_given(window: MainWindow) -> None:
    page = window.session.library.country(window.session.catalog.region.members[0])
    lines = [line for section in page.sections for line in section.lines]
    short = next(line for line in lines if line.articles == 1)
    long = max(lines, key=lambda line: line.articles)
    window.way.show_evidence(short.statement)
    low = window.evidence.height()
    window.way.show_evidence(long.statement)
    assert low < window.evidence.height() <= EVIDENCE
    window.way.show_evidence(short.statement)
    assert window.evidence.height() == low


def test_a_search_leads_to_the_sentence_that_has_the_words_not_to_the_first(window: MainWindow, qtbot: QtBot) -> None:
    library = window.session.library
    library.index()
    several = max(library.statements(), key=lambda found: len({claim.evidence.article for claim in found.claims}))
    first, *_, last = library.evidence(several.id).sentences
    words = " ".join(last.quote.split()[:8])
    assert words not in first.quote
    window.search_line.setText(f'"{words}"')
    window.finder.look_up()
    while (hit := child(window.finder, RowList).current_key()) and getattr(hit, "id", "") != several.id:
        qtbot.keyClick(window.search_line, Qt.Key.Key_Down)
    qtbot.keyClick(window.search_line, Qt.Key.Key_Return)
    sentence = window.evidence.sentence()
    assert sentence is not None
    assert words in sentence.quote
    seen = child(window.evidence, RowList)
    assert seen.viewport().rect().intersects(seen.visualRect(seen.currentIndex()))
    window.menus["read"].trigger()
    assert window.evidence.sentence() == sentence


def test_the_sentence_that_is_read_in_its_article_stays_the_chosen_one(window: MainWindow) -> None:
    page = window.session.library.country(window.session.catalog.region.members[0])
    lines = [line for section in page.sections for line in section.lines]
    statement = next(line.statement for line in lines if line.articles > 1)
    window.way.go_to_tab("articles")
    window.way.show_evidence(next(line.statement for line in lines if line.statement != statement))
    window.way.go_to_tab("countries")
    read = window.session.library.evidence(statement).sentences[-1]
    window.way.show_evidence(statement, read.claim)
    window.evidence.read()
    assert window.tabs.current() == "articles"
    assert window.evidence.statement() == statement
    assert window.evidence.sentence() == read
