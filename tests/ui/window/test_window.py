"""The whole window: from statement to sentence to article, menus, search and leaving."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from models.library import Library
from models.records import Note, Problem
from tests.ui.finding import child
from ui.preferences import Preferences
from ui.session import Place
from ui.tabs.articles import ArticlesTab
from ui.tabs.countries import CountriesTab
from ui.theme import DARK, LIGHT
from ui.widgets.reader import Reader
from ui.widgets.rows import RowList
from ui.widgets.statements import StatementList
from ui.window import MainWindow

NOTE = "Note text, in Markdown"


def page(window: MainWindow) -> QWidget:
    return window.tabs.page(window.tabs.current())


def subject(window: MainWindow) -> str:
    """The id of what the tab shows."""
    shown = page(window)
    assert isinstance(shown, CountriesTab | ArticlesTab)
    return shown.subject()


def menus(window: MainWindow) -> dict[str, QMenu]:
    """The menus of the window by their titles."""
    return {menu.title(): menu for menu in window.findChildren(QMenu) if menu.title()}


# --- from statement to article ---------------------------------------------------------------------------------------


def test_a_click_shows_sentences_and_a_second_one_the_article(window: MainWindow, qtbot: QtBot) -> None:
    listed = child(page(window), StatementList)
    listed.select(window.session.library.country(subject(window)).sections[0].lines[0].statement)
    spot = listed.visualRect(listed.currentIndex()).center()
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert window.evidence.isVisible()
    window.evidence.focus_list()
    window.evidence.read()
    assert isinstance(page(window), ArticlesTab)
    sentence = window.evidence.sentence()
    assert sentence is not None
    selections = child(page(window), Reader).extraSelections()
    assert selections[-1].cursor.selectedText() == sentence.quote


def test_evidence_goes_with_the_subject_it_was_shown_for(window: MainWindow) -> None:
    library = window.session.library
    first, second = library.catalog.region.members[:2]
    window.session.navigate(Place("country", first))
    window.way.show_evidence(library.country(first).sections[0].lines[0].statement)
    window.session.navigate(Place("country", first))
    assert window.evidence.isVisible()
    window.session.navigate(Place("country", second))
    assert not window.evidence.isVisible()


def test_evidence_begins_with_the_value_that_its_first_sentence_gives(window: MainWindow) -> None:
    contested = next(s for s in window.session.library.statements() if len(s.variants) > 1)
    window.way.show_evidence(contested.id)
    assert child(window.evidence, RowList).verticalScrollBar().value() == 0


def test_escape_closes_one_thing_at_a_time(window: MainWindow) -> None:
    window.way.show_evidence(window.session.library.statements()[0].id)
    window.palette_panel.open()
    window.menus["evidence"].trigger()
    assert not window.palette_panel.isVisible()
    assert window.evidence.isVisible()
    window.menus["evidence"].trigger()
    assert not window.evidence.isVisible()


def test_each_tab_keeps_its_own_evidence(window: MainWindow) -> None:
    window.way.show_evidence(window.session.library.statements()[0].id)
    window.way.go_to_tab("articles")
    assert not window.evidence.isVisible()
    window.tabs.setCurrentIndex(0)
    assert window.evidence.isVisible()
    assert window.evidence.statement() == window.session.library.statements()[0].id
    window.way.close_evidence()
    window.way.go_to_tab("articles")
    window.way.go_to_tab("countries")
    assert not window.evidence.isVisible()


def test_reading_a_sentence_keeps_its_evidence_below(window: MainWindow) -> None:
    window.way.show_evidence(window.session.library.statements()[0].id)
    window.evidence.read()
    assert window.tabs.current() == "articles"
    assert window.evidence.isVisible()


def test_a_rejected_claim_is_taken_back_by_undo(window: MainWindow) -> None:
    before = window.session.library.statements()
    window.way.show_evidence(before[0].id)
    window.menus["reject"].trigger()
    assert window.session.library.statements() != before
    assert "rejection of sentence" in window.menus["undo"].text().lower()
    window.session.deeds.undo()
    assert window.session.library.statements() == before


# --- places ----------------------------------------------------------------------------------------------------------


def test_back_and_forward_go_through_countries_and_tabs(window: MainWindow) -> None:
    codes = [row.code for row in window.session.library.countries().rows[:2]]
    window.session.navigate(Place("country", codes[1]))
    window.way.go_to_tab("articles")
    window.menus["back"].trigger()
    assert subject(window) == codes[1]
    window.menus["back"].trigger()
    assert subject(window) == codes[0]
    window.menus["forward"].trigger()
    window.menus["forward"].trigger()
    assert window.tabs.current() == "articles"


def test_a_step_back_to_a_statement_shows_the_page_that_it_was_found_on(window: MainWindow) -> None:
    session = window.session
    code = session.catalog.region.members[0]
    session.navigate(Place("country", code))
    session.navigate(Place("statement", session.library.country(code).sections[0].lines[0].statement))
    window.evidence.read()
    step = session.place
    window.evidence.read()  # the same sentence is the same place
    assert session.place == step
    assert window.tabs.current() == "articles"
    session.go_back()
    assert window.tabs.current() == "countries"
    assert window.evidence.isVisible()
    session.go_forward()
    assert window.tabs.current() == "articles"


def test_all_sentences_of_a_statement_are_rejected_and_brought_back_as_one(window: MainWindow) -> None:
    session = window.session
    most = max(session.library.statements(), key=lambda found: (found.sources, found.id))
    session.navigate(Place("statement", most.id))
    count = len(session.library.evidence(most.id).sentences)
    assert count > 1
    window.menus["reject-all"].trigger()
    assert most.id not in {found.id for found in session.library.statements()}
    window.menus["undo"].trigger()
    sentences = session.library.evidence(most.id).sentences
    assert [sentence.decision for sentence in sentences] == [None] * count


def test_the_back_button_of_the_mouse_works_anywhere(window: MainWindow, qtbot: QtBot) -> None:
    codes = [row.code for row in window.session.library.countries().rows[:2]]
    window.session.navigate(Place("country", codes[1]))
    qtbot.mouseClick(window.windowHandle(), Qt.MouseButton.BackButton, pos=QPoint(400, 400))
    assert subject(window) == codes[0]
    qtbot.mouseClick(window.windowHandle(), Qt.MouseButton.ForwardButton, pos=QPoint(400, 400))
    assert subject(window) == codes[1]


def test_a_note_opens_in_the_tab_of_its_subject(window: MainWindow) -> None:
    code = window.session.library.countries().rows[2].code
    note = window.session.save_note(code, "words to find")
    assert isinstance(note, Note)
    window.way.go_to_tab("articles")
    window.session.navigate(Place("note", note.id))
    assert isinstance(page(window), CountriesTab)
    assert subject(window) == code


def test_another_window_begins_where_the_last_one_ended(window: MainWindow, qapp: QApplication, tmp_path: Path) -> None:
    from ui.app import open_window

    code = window.session.library.countries().rows[3].code
    window.session.navigate(Place("country", code))
    window.close()
    again = open_window(qapp, window.session.library, Preferences(tmp_path / "window.ini"))
    assert page(again).subject() == code
    again.deleteLater()


def test_the_first_tab_does_not_load_the_pictures(builtin_library: Path, root: Path, tmp_path: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom PySide6.QtWidgets import QApplication\n"
        "from models.library import Library\nfrom ui.app import open_window\nfrom ui.preferences import Preferences\n"
        "app = QApplication([])\nlibrary = Library.open(Path(sys.argv[1]))\n"
        "window = open_window(app, library, Preferences(Path(sys.argv[2])))\nwindow.show()\n"
        "print(sorted(n for n in sys.modules if n in ('pyqtgraph', 'numpy', 'ui.views')))\nlibrary.close()\n"
    )
    command = [sys.executable, "-c", code, str(builtin_library), str(tmp_path / "window.ini")]
    told = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_a_start_with_pages_at_hand_loads_nothing_that_makes_them(library: Library, root: Path, tmp_path: Path) -> None:
    folder = library.folder
    library.close()
    code = (
        "import sys\nfrom pathlib import Path\nfrom PySide6.QtWidgets import QApplication\n"
        "from models.catalog import load\nfrom models.library import Library\nfrom ui.app import open_window\n"
        "from ui.preferences import Preferences\nfolder, cache = map(Path, sys.argv[1:])\n"
        "app = QApplication([])\nlibrary = Library.open(folder, load(cache=cache))\n"
        "window = open_window(app, library, Preferences(cache / 'window.ini'))\nwindow.show()\n"
        "print(*(n for n in sys.modules if n.startswith(('models.statements', 'models.phrases'))))\nlibrary.close()\n"
    )
    command = [sys.executable, "-c", code, str(folder), str(tmp_path)]
    first, second = (subprocess.run(command, cwd=root, capture_output=True, text=True, check=True) for _ in range(2))
    assert "models.phrases" in first.stdout
    assert second.stdout.split() == []


# --- menus and names -------------------------------------------------------------------------------------------------


def test_every_command_has_a_menu_and_a_shortcut_of_its_own(window: MainWindow) -> None:
    shortcuts = window.menus.shortcuts()
    keys = [key for _, _, words in shortcuts for key in words.split(", ")]
    assert all(keys)
    assert len(keys) == len(set(keys))
    in_menus = {action for menu in menus(window).values() for action in menu.actions()}
    assert all(window.menus[action.objectName()] in in_menus for action in window.findChildren(QAction, "import"))
    assert len(shortcuts) <= len([action for action in in_menus if not action.isSeparator()])


def test_what_a_tab_offers_stands_in_the_page_menu(window: MainWindow) -> None:
    window.way.go_to_tab("articles")
    menu = menus(window)["&Page"]
    menu.aboutToShow.emit()
    assert "Remove article…" in [action.text() for action in menu.actions()]


def test_themes_are_one_choice(window: MainWindow) -> None:
    window.menus["dark"].trigger()
    assert window.session.theme is DARK
    assert [window.menus[choice].isChecked() for choice in ("light", "dark", "system")] == [False, True, False]
    window.menus["light"].trigger()
    assert window.session.theme is LIGHT


def test_shortcuts_and_about_open(window: MainWindow) -> None:
    window.menus["shortcuts"].trigger()
    window.menus["about"].trigger()
    shown = {dialog.windowTitle() for dialog in window.findChildren(QDialog) if dialog.isVisible()}
    assert shown == {"Keyboard shortcuts", "About Oxus"}


# --- search ----------------------------------------------------------------------------------------------------------


def test_full_text_opens_the_article_at_the_match(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    window.menus["search"].trigger()
    window.session.library.index()
    window.search_line.setText("uranium")
    window.finder.look_up()
    while (hit := child(window.finder, RowList).current_key()) and getattr(hit, "kind", "") != "article":
        qtbot.keyClick(window.search_line, Qt.Key.Key_Down)
    qtbot.keyClick(window.search_line, Qt.Key.Key_Return)
    assert isinstance(page(window), ArticlesTab)
    selections = child(page(window), Reader).extraSelections()
    assert selections[-1].cursor.selectedText().casefold() == "uranium"


def test_a_statement_found_is_shown_with_its_evidence_on_a_page_that_lists_it(window: MainWindow, qtbot: QtBot) -> None:
    window.session.library.index()
    window.way.go_to_tab("articles")
    window.search_line.setText("uranium")
    qtbot.keyClick(window.search_line, Qt.Key.Key_Return)
    hit = next(hit for hit in window.session.library.search("uranium") if hit.kind == "statement")
    assert (window.evidence.statement(), window.evidence.isVisible()) == (hit.id, True)
    assert child(page(window), StatementList).current_statement() == hit.id


def test_the_words_searched_for_are_gone_through_in_the_article(window: MainWindow) -> None:
    window.search_line.setText("uranium")
    window.menus["next"].trigger()
    assert "Open an article" in window.notices.brief.text()
    hit = next(hit for hit in window.session.library.search("uranium") if hit.kind == "article")
    window.session.navigate(Place("article", hit.id))
    reader = child(page(window), Reader)
    seen = []
    for command in ("next", "next", "previous"):
        window.menus[command].trigger()
        selections = reader.extraSelections()
        seen.append(selections[-1].cursor.selectionStart())
    assert seen[0] == seen[2] < seen[1]
    window.search_line.setText("zzzqq")
    window.menus["next"].trigger()
    assert "does not stand" in window.notices.brief.text()


def test_a_click_in_an_article_shows_its_own_sentence_as_the_current_one(window: MainWindow) -> None:
    library = window.session.library
    shared = max(library.statements(), key=lambda found: len({claim.evidence.article for claim in found.claims}))
    claim = shared.claims[-1]
    window.session.navigate(Place("article", claim.evidence.article, claim.evidence.start, claim.evidence.end))
    child(page(window), Reader).statement_selected.emit(shared.id, claim.id)
    sentence = window.evidence.sentence()
    assert sentence is not None
    assert sentence.claim == claim.id
    assert sentence.article == claim.evidence.article


def test_jump_goes_to_a_country(window: MainWindow, qtbot: QtBot) -> None:
    code = window.session.catalog.region.members[-1]
    window.menus["jump"].trigger()
    window.palette_panel.type(window.session.catalog.name(code))
    qtbot.keyClick(child(window.palette_panel, QLineEdit), Qt.Key.Key_Return)
    assert subject(window) == code


# --- notes and leaving -----------------------------------------------------------------------------------------------


def test_closing_saves_what_was_typed_last(window: MainWindow, qtbot: QtBot) -> None:
    window.menus["new-note"].trigger()
    qtbot.keyClicks(child(page(window), QPlainTextEdit, NOTE), "Last words")
    assert window.close()
    assert [note.text for note in window.session.library.notes()] == ["Last words"]


def test_closing_asks_when_a_note_cannot_be_saved(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(window.session.library, "save_note", lambda *_: Problem("library", "the disk is full"))
        qtbot.keyClicks(child(page(window), QPlainTextEdit, NOTE), "Last words")
        broken.setattr(QMessageBox, "warning", lambda *_: QMessageBox.StandardButton.Cancel)
        assert not window.close()
        assert window.isVisible()
    assert "the disk is full" in window.notices.lasting.text()
    assert window.close()
    assert [note.text for note in window.session.library.notes()] == ["Last words"]
