"""Notes: saved by themselves, kept when saving fails, deleted with a way back."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QToolButton
from pytestqt.qtbot import QtBot

from models.records import Note, Problem
from tests.ui.finding import child
from ui.session import Session
from ui.theme import SPACE
from ui.widgets import note_editor
from ui.widgets.bar import Bar
from ui.widgets.field import Field
from ui.widgets.notes import NotesPanel
from ui.widgets.rows import RowList

SUBJECT = "a subject"


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> NotesPanel:
    opened = NotesPanel(session)
    qtbot.addWidget(opened)
    opened.resize(340, 640)
    opened.show_subject(SUBJECT, "Somewhere")
    opened.show()
    qtbot.waitExposed(opened)
    return opened


@pytest.fixture
def editor(panel: NotesPanel) -> QPlainTextEdit:
    found = child(panel, QPlainTextEdit)
    assert isinstance(found, QPlainTextEdit)
    return found


def button(panel: NotesPanel, name: str) -> QToolButton:
    return next(found for found in panel.findChildren(QToolButton) if found.accessibleName() == name)


def bar(panel: NotesPanel, name: str) -> Bar:
    return next(found for found in panel.findChildren(Bar) if found.accessibleName() == name)


def state(panel: NotesPanel) -> str:
    return next(label.text() for label in panel.findChildren(QLabel) if label.accessibleName().startswith("Whether"))


def texts(session: Session) -> list[str]:
    return sorted(note.text for note in session.library.notes(SUBJECT))


def test_typing_is_saved_within_two_seconds_without_doing_anything(
    panel: NotesPanel, editor: QPlainTextEdit, session: Session, qtbot: QtBot
) -> None:
    qtbot.keyClicks(editor, "First words")
    last_key = time.monotonic()
    assert state(panel) == "Saving…"
    qtbot.waitUntil(lambda: texts(session) == ["First words"], timeout=2000)
    assert time.monotonic() - last_key < 2
    assert state(panel).startswith("Saved ")


def test_typing_on_and_on_is_saved_in_between(
    panel: NotesPanel, editor: QPlainTextEdit, session: Session, qtbot: QtBot
) -> None:
    end = time.monotonic() + 1.6
    while time.monotonic() < end:
        qtbot.keyClicks(editor, "x")
        qtbot.wait(50)
    assert len(texts(session)) == 1


def test_leaving_the_editor_saves_at_once(
    panel: NotesPanel, editor: QPlainTextEdit, session: Session, qtbot: QtBot
) -> None:
    qtbot.keyClicks(editor, "Left behind")
    panel.hide()
    assert texts(session) == ["Left behind"]


def test_another_subject_saves_first_and_shows_its_own(
    panel: NotesPanel, editor: QPlainTextEdit, session: Session, qtbot: QtBot
) -> None:
    session.save_note("other", "Of the other")
    qtbot.keyClicks(editor, "Of the first")
    panel.show_subject("other", "Elsewhere")
    assert texts(session) == ["Of the first"]
    assert editor.toPlainText() == "Of the other"


def test_a_failed_save_is_loud_keeps_the_text_and_tries_again(
    panel: NotesPanel, editor: QPlainTextEdit, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(session.library, "save_note", lambda *_: Problem("library", "the disk is full"))
        qtbot.keyClicks(editor, "Precious")
        assert not panel.save()
    failure = bar(panel, "Saving failed")
    assert failure.isVisible()
    assert "the disk is full" in failure.text()
    assert state(panel) == "Not saved"
    assert editor.toPlainText() == "Precious"
    failure.acted.emit()
    assert texts(session) == ["Precious"]
    assert not failure.isVisible()


def test_several_notes_are_listed_the_newest_first(panel: NotesPanel, session: Session, qtbot: QtBot) -> None:
    for words in ("# One", "Two"):
        panel.start_note()
        qtbot.keyClicks(child(panel, QPlainTextEdit), words)
        panel.save()
    listed = child(panel, RowList)
    assert isinstance(listed, RowList)
    assert sorted(row.parts[0].text for row in listed.rows()) == ["One", "Two"]
    assert texts(session) == ["# One", "Two"]


def test_the_first_notes_of_the_list_are_whole_however_little_room_there_is(
    panel: NotesPanel, session: Session, qtbot: QtBot
) -> None:
    for number in range(4):
        session.save_note(SUBJECT, f"Note {number}")
    panel.resize(340, panel.minimumSizeHint().height())
    rows = child(panel, RowList)
    qtbot.waitUntil(lambda: rows.viewport().height() > 0 and len(rows.rows()) == 4)
    second = rows.visualRect(rows.model().index(1, 0))
    qtbot.waitUntil(lambda: rows.viewport().height() >= second.bottom())


def test_the_filter_searches_in_the_notes(panel: NotesPanel, session: Session, qtbot: QtBot) -> None:
    for words in ("copper and gold", "only tin"):
        session.save_note(SUBJECT, words)
    qtbot.keyClicks(child(panel, QLineEdit), "GOLD")
    assert [row.parts[0].text for row in child(panel, RowList).rows()] == ["copper and gold"]


def test_a_deleted_note_comes_back_by_the_bar(
    panel: NotesPanel, editor: QPlainTextEdit, session: Session, qtbot: QtBot
) -> None:
    qtbot.keyClicks(editor, "Gone and back")
    qtbot.mouseClick(button(panel, "Delete"), Qt.MouseButton.LeftButton)
    assert texts(session) == []
    assert editor.toPlainText() == ""
    assert bar(panel, "Note deleted").isVisible()
    bar(panel, "Note deleted").acted.emit()
    assert texts(session) == ["Gone and back"]
    assert editor.toPlainText() == "Gone and back"


def test_saving_does_not_move_the_cursor(panel: NotesPanel, editor: QPlainTextEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(editor, "Some words")
    for _ in range(5):
        qtbot.keyClick(editor, Qt.Key.Key_Left)
    panel.save()
    qtbot.keyClicks(editor, "good ")
    assert editor.toPlainText() == "Some good words"


def test_the_preview_shows_markdown_without_markup_of_its_own(
    panel: NotesPanel, editor: QPlainTextEdit, qtbot: QtBot
) -> None:
    editor.setPlainText("**bold** <img src='file:///etc/passwd'>")
    panel.toggle_preview()
    shown = next(view for view in panel.findChildren(type(panel._view)))
    assert shown.isVisible()
    assert shown.toPlainText().startswith("bold <img")
    panel.toggle_preview()
    assert editor.isVisible()


def test_a_read_only_library_disables_editing(qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    session.save_note(SUBJECT, "To be read")
    monkeypatch.setattr(type(session), "read_only", property(lambda _: True))
    opened = NotesPanel(session)
    qtbot.addWidget(opened)
    opened.show_subject(SUBJECT, "Somewhere")
    found = child(opened, QPlainTextEdit)
    assert found.isReadOnly()
    assert found.toPlainText() == "To be read"
    assert not button(opened, "New note").isEnabled()
    assert not button(opened, "Delete").isEnabled()


def test_opening_a_note_by_its_id(panel: NotesPanel, editor: QPlainTextEdit, session: Session) -> None:
    notes = [session.save_note(SUBJECT, words) for words in ("one", "two")]
    assert isinstance(notes[0], Note)
    panel.show_note(notes[0].id)
    assert editor.toPlainText() == "one"


# --- nothing typed is lost -------------------------------------------------------------------------------------------


def test_a_subject_without_notes_is_never_shown_as_a_blank_preview(
    panel: NotesPanel, editor: QPlainTextEdit, session: Session, qtbot: QtBot
) -> None:
    qtbot.keyClicks(editor, "Of the first")
    panel.toggle_preview()
    panel.show_subject("other", "Elsewhere")
    assert editor.isVisible()
    qtbot.keyClicks(editor, "Of the other")
    panel.save()
    assert [note.text for note in session.library.notes("other")] == ["Of the other"]


def test_typing_in_a_preview_goes_on_with_the_note(
    panel: NotesPanel, editor: QPlainTextEdit, session: Session, qtbot: QtBot
) -> None:
    qtbot.keyClicks(editor, "First")
    panel.toggle_preview()
    qtbot.keyClicks(panel._view, "!")
    assert editor.isVisible()
    assert editor.toPlainText() == "First!"


def test_an_empty_note_has_no_preview(panel: NotesPanel, editor: QPlainTextEdit) -> None:
    panel.toggle_preview()
    assert editor.isVisible()
    assert not button(panel, "Preview").isEnabled()


def test_what_could_not_be_saved_when_leaving_is_saved_later(
    panel: NotesPanel, editor: QPlainTextEdit, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(session.library, "save_note", lambda *_: Problem("library", "the disk is full"))
        qtbot.keyClicks(editor, "Precious")
        panel.show_subject("other", "Elsewhere")
    assert bar(panel, "Saving failed").isVisible()
    assert session.save_all()
    assert texts(session) == ["Precious"]
    assert session.library.notes("other") == ()


def test_the_first_key_is_on_the_disk_at_once(
    panel: NotesPanel, editor: QPlainTextEdit, session: Session, qtbot: QtBot
) -> None:
    qtbot.keyClicks(editor, "F")
    qtbot.waitUntil(lambda: texts(session) == ["F"], timeout=100)


@pytest.mark.parametrize("blank", [" ", "\n\n", " \t \n"])
def test_blank_space_is_no_note(panel: NotesPanel, editor: QPlainTextEdit, session: Session, blank: str) -> None:
    editor.setPlainText(blank)
    assert panel.save()
    panel.show_subject("other", "Elsewhere")
    assert texts(session) == []


def test_an_emptied_note_is_deleted_when_left_and_undo_brings_all_of_it_back(
    panel: NotesPanel, editor: QPlainTextEdit, session: Session, qtbot: QtBot
) -> None:
    qtbot.keyClicks(editor, "All of it")
    panel.save()
    editor.setPlainText("A")
    panel.save()
    editor.setPlainText("")
    assert panel.save()
    assert texts(session) == ["A"]
    panel.show_subject("other", "Elsewhere")
    assert texts(session) == []
    session.deeds.undo()
    assert texts(session) == ["All of it"]


# --- undo ------------------------------------------------------------------------------------------------------------


def test_typing_is_taken_back_word_by_word_and_done_again(editor: QPlainTextEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(editor, "Ask about prices")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClicks(editor, "soon")
    seen = []
    while editor.document().isUndoAvailable():
        editor.undo()
        seen.append(editor.toPlainText())
    assert seen == ["Ask about prices\n", "Ask about prices", "Ask about ", "Ask ", ""]
    while editor.document().isRedoAvailable():
        editor.redo()
    assert editor.toPlainText() == "Ask about prices\nsoon"


def test_what_follows_a_pause_is_taken_back_alone(
    editor: QPlainTextEdit, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.keyClicks(editor, "pri")
    monkeypatch.setattr(note_editor, "PAUSE", -1)
    qtbot.keyClicks(editor, "c")
    editor.undo()
    assert editor.toPlainText() == "pri"


def test_the_list_follows_a_note_that_is_emptied(panel: NotesPanel, editor: QPlainTextEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(editor, "First")
    qtbot.waitUntil(lambda: state(panel).startswith("Saved"))
    editor.undo()
    listed = child(panel, RowList)
    assert [row.parts[0].text for row in listed.rows()] == ["Empty note"]
    assert "deleted when you leave" in state(panel)


def test_what_is_typed_keeps_off_the_edge(qapp: QApplication) -> None:
    assert Field("Search").textMargins().left() > 0
    assert note_editor.NoteEditor().document().documentMargin() >= SPACE


def test_a_frame_tells_that_the_keyboard_is_in_the_editor(
    panel: NotesPanel, editor: QPlainTextEdit, qtbot: QtBot
) -> None:
    accent = editor.palette().highlight().color()

    def framed() -> bool:
        picture = editor.grab().toImage()
        return all(picture.pixelColor(x, picture.height() // 2) == accent for x in (1, picture.width() - 2))

    panel.activateWindow()
    child(panel, Field).setFocus()
    assert not framed()
    editor.setFocus()
    assert framed()
    panel.resize(400, 500)
    assert framed()
    child(panel, QToolButton).setFocus()
    assert not framed()
