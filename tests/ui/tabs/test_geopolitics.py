"""The Geopolitics tab: what is chosen on the left is said on the right."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from models.catalog import Catalog
from models.pages.geopolitics import GeopoliticsPage
from models.records import Change, Kind, Standing
from tests.ui.pictures import GEOPOLITICS, PictureLibrary, line, part
from ui.session import Place, Session
from ui.tabs.geopolitics import GeopoliticsTab
from ui.theme import DARK
from ui.views.geo_tables import CommitmentTable, EventTable, LinkTable
from ui.views.link_items import Node
from ui.views.links import LinksView
from ui.views.timeline import TimelineView
from ui.widgets.statements import StatementList


@pytest.fixture
def pictures(tmp_path: Path, catalog: Catalog) -> PictureLibrary:
    return PictureLibrary(tmp_path, catalog)


@pytest.fixture
def tab(pictures: PictureLibrary, qtbot: QtBot) -> GeopoliticsTab:
    session = Session(pictures)  # type: ignore[arg-type]
    shown = GeopoliticsTab(session)
    session.setParent(shown)
    qtbot.addWidget(shown)
    shown.resize(1280, 700)
    shown.show()
    return shown


def press(tab: GeopoliticsTab, qtbot: QtBot, words: str) -> None:
    button = next(child for child in tab.findChildren(QToolButton) if child.text() == words and child.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def said(tab: GeopoliticsTab) -> list[str]:
    listed = next(child for child in tab.findChildren(StatementList) if child.accessibleName() == "Statements")
    return [str(listed.model().index(row, 0).data()).split()[1] for row in range(listed.model().rowCount())]


def texts(tab: GeopoliticsTab) -> list[str]:
    return [label.text() for label in tab.findChildren(QLabel) if label.isVisible() and label.text()]


def test_each_page_has_its_statements_beside_it(tab: GeopoliticsTab, qtbot: QtBot) -> None:
    assert said(tab) == ["e1", "e2", "e3", "e4", "e5"]
    press(tab, qtbot, "Timeline")
    assert said(tab) == ["e5", "e2", "e1"]  # from the end at which the picture begins
    press(tab, qtbot, "Commitments 3")
    assert said(tab) == ["c1", "c2", "c3"]


def test_a_link_shows_what_is_said_of_the_pair_and_all_again(tab: GeopoliticsTab, qtbot: QtBot) -> None:
    part(tab, LinksView).links_chosen.emit("One pair", ("e4", "e5"))
    assert said(tab) == ["e4", "e5"]
    assert "One pair" in texts(tab)
    button = next(button for button in tab.findChildren(QPushButton) if button.text() == "Show all")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(said(tab)) == 5


def test_the_table_of_links_does_the_same(tab: GeopoliticsTab, qtbot: QtBot) -> None:
    press(tab, qtbot, "Table")
    part(tab, LinkTable).fact_chosen.emit("CHN UZB")
    assert said(tab) == ["e4", "e5"]
    assert "China \N{EN DASH} Uzbekistan" in texts(tab)


def test_what_is_chosen_in_the_picture_is_marked_in_the_table(tab: GeopoliticsTab, qtbot: QtBot) -> None:
    table, links = part(tab, LinkTable), part(tab, LinksView)

    def marked() -> list[str]:
        rows = sorted(index.row() for index in table.selectionModel().selectedRows())
        return [f"{table.model().index(row, 0).data()} {table.model().index(row, 1).data()}" for row in rows]

    for item in links.items():
        if isinstance(item, Node) and item.party.code == "KAZ":
            links._tell(item)
    assert marked() == ["Japan Kazakhstan"]
    table.mark({"JPN KAZ", "CHN UZB"})
    assert sorted(marked()) == ["China Uzbekistan", "Japan Kazakhstan"]
    tab.show_place(Place("actor", "CHN"))
    assert marked() == ["China Uzbekistan"]
    links._tell(None)
    assert marked() == []


def test_an_event_is_marked_in_the_list_and_its_sentences_are_asked_for(tab: GeopoliticsTab, qtbot: QtBot) -> None:
    press(tab, qtbot, "Timeline")
    with qtbot.waitSignal(tab.statement_selected) as told:
        part(tab, TimelineView).moment_chosen.emit("e2")
    assert told.args == ["e2"]
    listed = next(child for child in tab.findChildren(StatementList) if child.accessibleName() == "Statements")
    assert listed.current_statement() == "e2"


def test_a_commitment_leads_to_its_sentences(tab: GeopoliticsTab, qtbot: QtBot) -> None:
    press(tab, qtbot, "Commitments 3")
    with qtbot.waitSignal(tab.statement_selected) as told:
        part(tab, CommitmentTable).fact_chosen.emit("c3")
    assert told.args == ["c3"]


def test_contested_statements_have_the_whole_width(tab: GeopoliticsTab, qtbot: QtBot) -> None:
    press(tab, qtbot, "Contested 1")
    shown = [child.accessibleName() for child in tab.findChildren(StatementList) if child.isVisible()]
    assert shown == ["Contested statements"]


def test_the_menu_offers_every_page_and_the_table(tab: GeopoliticsTab) -> None:
    offered = {action.text(): action for action in tab.actions()}
    assert len({action.shortcut().toString() for action in offered.values()}) == len(offered)
    offered["Picture or table"].trigger()
    assert part(tab, LinkTable).isVisible()
    offered["Timeline"].trigger()
    assert part(tab, TimelineView).isVisible()
    offered["Picture or table"].trigger()
    assert not part(tab, TimelineView).isVisible()


def test_an_actor_is_shown_by_its_dealings(tab: GeopoliticsTab) -> None:
    tab.show_place(Place("actor", "CHN"))
    assert said(tab) == ["e4", "e5"]


def test_empty_pages_say_so_in_words(tab: GeopoliticsTab, pictures: PictureLibrary, qtbot: QtBot) -> None:
    pictures.geopolitics_page = GeopoliticsPage((), (), (), (), (), (), ())
    tab.session.changed.emit(Change(statements=True))
    assert "No dealings between countries in your articles yet." in texts(tab)
    for page, words in (
        ("Timeline", "No dated events in your articles yet."),
        ("Commitments", "No commitments in your articles yet."),
        ("Contested", "Your sources do not disagree on anything yet."),
    ):
        press(tab, qtbot, page)
        assert words in texts(tab)


def test_the_theme_reaches_the_pictures(tab: GeopoliticsTab) -> None:
    tab.session.set_theme(DARK)
    assert part(tab, LinksView).grab().toImage().pixelColor(3, 3).name() == DARK.base


def contested(tab: GeopoliticsTab) -> list[str]:
    listed = next(c for c in tab.findChildren(StatementList) if c.accessibleName() == "Contested statements")
    return [str(listed.model().index(row, 0).data()).split(";")[0] for row in range(listed.model().rowCount())]


def test_what_is_contested_stands_by_topic_and_can_be_filtered(
    pictures: PictureLibrary, tab: GeopoliticsTab, qtbot: QtBot
) -> None:
    kinds = (Kind.PROFILE, Kind.RESOURCE, Kind.COMMITMENT)
    told = tuple(line(f"x{at}", standing=Standing.CONTESTED, kind=kind) for at, kind in enumerate(kinds))
    pictures.geopolitics_page = replace(GEOPOLITICS, contested=told)
    tab.refresh()
    press(tab, qtbot, "Contested 3")
    headings = ["Dealings between states", "Resources", "Key figures"]
    assert contested(tab) == [headings[0], "What x2 says", headings[1], "What x1 says", headings[2], "What x0 says"]
    assert tab.filter_words() == ""
    next(c for c in tab.findChildren(QLineEdit) if c.isVisible()).setText("x1")
    assert contested(tab) == [headings[1], "What x1 says"]
    assert tab.filter_words() == "x1"
    assert any(button.text() == "Contested 1" for button in tab.findChildren(QToolButton))
    press(tab, qtbot, "Timeline")
    assert tab.filter_words() == ""


def test_the_list_begins_at_its_head_when_another_party_is_chosen(
    tab: GeopoliticsTab, pictures: PictureLibrary
) -> None:
    ids = tuple(f"e{number}" for number in range(1, 60))
    links = tuple(replace(link, statements=ids) for link in GEOPOLITICS.links)
    pictures.geopolitics_page = replace(GEOPOLITICS, links=links, lines=tuple(line(name) for name in ids))
    tab.refresh()
    tab._on_statement_shown(ids[-1])
    bar = part(tab, StatementList).verticalScrollBar()
    assert bar.value() > 0
    tab.show_place(Place("actor", "JPN"))
    assert bar.value() == 0


def test_the_counts_follow_the_limit_of_age(tab: GeopoliticsTab, qtbot: QtBot) -> None:
    press(tab, qtbot, "Commitments 3")
    tab.session.set_older("5")  # they are undated
    words = [button.text() for button in tab.findChildren(QToolButton)]
    assert "Commitments" in words
    assert part(tab, EventTable).model().rowCount() == part(tab, LinkTable).model().rowCount() == 0
    assert "Contested" in words
    assert any(label.text() == "Nothing here is of the age you asked for." for label in tab.findChildren(QLabel))


def test_the_keyboard_does_not_leave_the_tab_with_the_page(tab: GeopoliticsTab, qapp: QApplication) -> None:
    tab.activateWindow()
    tab.setFocus()
    tab._deck.choose(3)
    assert qapp.focusWidget().accessibleName() == "Contested statements"


def test_a_pledge_that_another_tells_more_fully_has_no_row_of_its_own(
    tab: GeopoliticsTab, pictures: PictureLibrary, qtbot: QtBot
) -> None:
    first, *others = GEOPOLITICS.commitments
    rows = (replace(first, within="c2"), *others)
    pictures.geopolitics_page = replace(GEOPOLITICS, commitments=rows)
    tab.refresh()
    press(tab, qtbot, "Commitments 2")
    table = part(tab, CommitmentTable)
    assert table.model().rowCount() == 2
    assert said(tab) == ["c1", "c2", "c3"]
    tab.show_place(Place("statement", "c1"))
    chosen = {index.row() for index in table.selectionModel().selectedIndexes()}
    assert [table.model().index(row, 1).data() for row in chosen] == ["Uzbekistan"]


def test_a_row_of_a_partner_of_several_words_leads_to_its_statements(
    tab: GeopoliticsTab, pictures: PictureLibrary
) -> None:
    link = replace(GEOPOLITICS.links[0], a="A bank of three words", statements=("e4",))
    pictures.geopolitics_page = replace(GEOPOLITICS, links=(link, *GEOPOLITICS.links))
    tab.refresh()
    part(tab, LinkTable).fact_chosen.emit("A bank of three words KAZ")
    assert said(tab) == ["e4"]


def test_all_dealings_begin_with_the_newest(session: Session, qtbot: QtBot) -> None:
    shown = GeopoliticsTab(session)
    qtbot.addWidget(shown)
    shown.show()
    page = session.library.geopolitics()
    wanted = {identity for link in page.links for identity in link.statements}
    known = {line.statement: line for line in page.lines if line.statement in wanted}
    listed = next(child for child in shown.findChildren(StatementList) if child.accessibleName() == "Statements")
    lines = [known[identity] for identity in listed.model().statements()]
    assert {line.statement for line in lines} == set(known)
    ties = [line.kind is Kind.RELATION and (line.as_of is None or line.as_of.told) for line in lines]
    assert ties == sorted(ties)  # what holds from year to year is no news
    news = [line.as_of.date if line.as_of else "" for line, tie in zip(lines, ties, strict=True) if not tie]
    assert news == sorted(news, reverse=True)
    assert news[0] > news[-1]
