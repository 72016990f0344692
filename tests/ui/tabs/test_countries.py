"""The Countries tab: the list, the profile and the notes of one country."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from models.records import Note
from tests.ui.finding import child
from ui.session import Place, Session
from ui.tabs.countries import CountriesTab
from ui.widgets.rows import RowList
from ui.widgets.statements import StatementList


@pytest.fixture
def tab(qtbot: QtBot, session: Session) -> CountriesTab:
    opened = CountriesTab(session)
    qtbot.addWidget(opened)
    opened.resize(1200, 600)
    opened.show()
    qtbot.waitExposed(opened)
    return opened


def countries(tab: CountriesTab) -> RowList:
    return next(found for found in tab.findChildren(RowList) if found.accessibleName() == "Countries")


def texts(tab: CountriesTab) -> list[str]:
    return [label.text() for label in tab.findChildren(QLabel)]


def test_the_region_comes_first_then_partners(tab: CountriesTab, session: Session) -> None:
    rows = countries(tab).rows()
    headings = [row.parts[0].text for row in rows if row.heading]
    assert headings == [session.catalog.region.name, "Partners"]
    region = session.catalog.region
    inside = [row.key for row in rows[1 : rows.index(next(r for r in rows if r.key == "Partners"))]]
    assert inside[0] == region.id
    assert set(inside[1:]) == set(region.members)


def test_names_stand_in_local_script(tab: CountriesTab, session: Session) -> None:
    first = session.library.countries().rows[0]
    row = next(row for row in countries(tab).rows() if row.key == first.code)
    assert any(name in row.parts[1].text for name in first.local_names)


def test_a_click_on_a_country_asks_for_it(tab: CountriesTab, session: Session, qtbot: QtBot) -> None:
    code = session.library.countries().rows[2].code
    rows = countries(tab)
    at = next(n for n, row in enumerate(rows.rows()) if row.key == code)
    with qtbot.waitSignal(tab.place_requested) as asked:
        qtbot.mouseClick(
            rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualRect(rows.model().index(at, 0)).center()
        )
    assert asked.args == [Place("country", code)]


def test_a_place_shows_the_country_with_its_statements(tab: CountriesTab, session: Session) -> None:
    code = session.library.countries().rows[1].code
    tab.show_place(Place("country", code))
    page = session.library.country(code)
    assert page.name in texts(tab)
    told = [line for section in page.sections for line in section.lines]
    folded = sum(bool(line.newer) for line in told) - len({line.newer for line in told if line.newer})
    assert child(tab, StatementList).model().rowCount() == len(told) + len(page.sections) - folded
    assert tab.subject() == code


def test_the_filter_narrows_the_profile(tab: CountriesTab, qtbot: QtBot) -> None:
    rows = child(tab, StatementList).model()
    before = rows.rowCount()
    box = next(found for found in tab.findChildren(QLineEdit) if found.accessibleName() == "Filter these statements")
    qtbot.keyClicks(box, "no such words at all")
    assert rows.rowCount() == 0 < before


def test_a_statement_of_the_list_is_told(tab: CountriesTab, session: Session, qtbot: QtBot) -> None:
    statement = session.library.country(tab.subject()).sections[0].lines[0].statement
    tab.show_place(Place("statement", statement))
    listed = child(tab, StatementList)
    with qtbot.waitSignal(tab.statement_selected) as told:
        qtbot.mouseClick(
            listed.viewport(), Qt.MouseButton.LeftButton, pos=listed.visualRect(listed.currentIndex()).center()
        )
    assert told.args == [statement]


def test_a_note_as_a_place_opens_its_country(tab: CountriesTab, session: Session) -> None:
    code = session.library.countries().rows[3].code
    note = session.save_note(code, "On that country")
    assert isinstance(note, Note)
    tab.show_place(Place("note", note.id))
    assert tab.subject() == code
    assert child(tab, QPlainTextEdit).toPlainText() == "On that country"


def test_articles_gone_are_gone_from_the_profile(tab: CountriesTab, session: Session) -> None:
    for article in session.library.articles().rows:
        session.remove_article(article.id)
    assert child(tab, StatementList).model().rowCount() == 0
    assert not any("statements from" in text for text in texts(tab))


def test_a_hidden_tab_waits_until_it_is_shown(tab: CountriesTab, session: Session) -> None:
    tab.hide()
    for article in session.library.articles().rows:
        session.remove_article(article.id)
    assert child(tab, StatementList).model().rowCount() > 0
    tab.show()
    assert child(tab, StatementList).model().rowCount() == 0


def test_the_list_marks_the_country_that_is_shown_also_when_the_mouse_is_let_go_elsewhere(
    tab: CountriesTab, session: Session, qtbot: QtBot
) -> None:
    tab.place_requested.connect(tab.show_place)
    rows = countries(tab)
    at = next(n for n, row in enumerate(rows.rows()) if row.key == session.library.countries().rows[2].code)
    spot = rows.visualRect(rows.model().index(at, 0)).center()
    qtbot.mousePress(rows.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.mouseRelease(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.rect().topRight() + spot)
    assert rows.current_key() == tab.subject() == session.library.countries().rows[2].code


def test_typing_in_the_list_never_leads_to_a_heading(tab: CountriesTab, session: Session, qtbot: QtBot) -> None:
    tab.place_requested.connect(tab.show_place)
    rows = countries(tab)
    rows.setFocus()
    qtbot.keyClicks(rows, session.catalog.region.name[:1])
    assert rows.current_key() == tab.subject()


def test_the_keyboard_is_seen_in_the_list(tab: CountriesTab, qtbot: QtBot) -> None:
    rows = countries(tab)
    rows.setFocus()
    qtbot.waitUntil(rows.hasFocus)
    with_keyboard = rows.viewport().grab().toImage()
    rows.clearFocus()
    assert rows.viewport().grab().toImage() != with_keyboard


def test_the_count_follows_the_filters(tab: CountriesTab, session: Session) -> None:
    every = sum(len(section.lines) for section in session.library.country(tab.subject()).sections)
    articles = session.library.country(tab.subject()).articles
    whole = f"{every} statements from {articles} articles"
    assert whole in texts(tab)
    session.set_older("5")
    assert any(text.endswith(f" of {every} statements") for text in texts(tab))
    session.set_older("")
    child(tab, QLineEdit, "Filter these statements").setText("zzqq")
    assert f"0 of {every} statements" in texts(tab)
    child(tab, QLineEdit, "Filter these statements").clear()
    assert whole in texts(tab)
