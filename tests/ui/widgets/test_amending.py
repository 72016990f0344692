"""The dialog in which what was read is put right, and what comes of it in the evidence."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import QPoint
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from models.records import Change, Claim, Decision, Kind, Quantity, Reading, Resource
from tests.ui.finding import child
from ui.session import Session
from ui.widgets.amending import READ_ONLY, AmendingDialog, ask, take_back
from ui.window import MainWindow

Input = TypeVar("Input", QLineEdit, QComboBox)


@pytest.fixture
def claim(session: Session) -> Claim:
    """A built-in claim of a figure with its year, that a statement stands on alone."""
    return figure(session)


def figure(session: Session) -> Claim:
    return next(
        found.claims[0]
        for found in session.library.statements()
        if len(found.claims) == 1
        and isinstance(content := found.claims[0].content, Resource)
        and isinstance(content.quantity, Quantity)
        and content.year
        and not content.partner
    )


class Opened:
    """The dialog on a claim, and what it gave."""

    def __init__(self, qtbot: QtBot, session: Session, claim: Claim) -> None:
        self.dialog = AmendingDialog(session, claim)
        qtbot.addWidget(self.dialog)
        self.kept: list[Reading | None] = []
        self.dialog.kept.connect(self.kept.append)
        self.dialog.show()

    def line(self, name: str) -> QLineEdit:
        return named(self.dialog, QLineEdit, name)

    def chosen(self, name: str) -> QComboBox:
        return named(self.dialog, QComboBox, name)

    def press(self, button: QDialogButtonBox.StandardButton = QDialogButtonBox.StandardButton.Save) -> None:
        child(self.dialog, QDialogButtonBox).button(button).click()

    def words(self) -> str:
        return "\n".join(label.text() for label in self.dialog.findChildren(QLabel) if label.isVisible())


def named(within: QDialog, kind: type[Input], name: str) -> Input:
    return next(found for found in within.findChildren(kind) if found.accessibleName() == name)


def test_it_shows_the_sentence_and_what_was_read(qtbot: QtBot, session: Session, claim: Claim) -> None:
    opened = Opened(qtbot, session, claim)
    assert f"“{claim.evidence.quote}”" in opened.words()
    assert session.library.in_words(claim) in opened.words()
    assert isinstance(claim.content, Resource)
    assert opened.line("Country").text() == session.catalog.name(claim.content.country)
    assert opened.line("Year").text() == str(claim.content.year)
    assert opened.chosen("How real").currentText() == claim.modality.value
    opened.press()
    assert (opened.kept, opened.dialog.isVisible()) == ([], False)


def test_what_is_typed_is_previewed_and_kept(qtbot: QtBot, session: Session, claim: Claim) -> None:
    opened = Opened(qtbot, session, claim)
    opened.line("Value").setText("123,456")
    opened.line("Who says it").setText("a ministry")
    opened.chosen("How real").setCurrentText("planned")
    for part in ("123,456", "corrected by hand", "according to a ministry", "Read as: "):
        assert part in opened.words()
    opened.press()
    (reading,) = opened.kept
    assert reading is not None
    assert isinstance(reading.content, Resource)
    assert isinstance(claim.content, Resource)
    assert claim.content.quantity is not None
    assert reading.content.quantity == replace(claim.content.quantity, value=123_456.0)
    assert (reading.modality.value, reading.attribution) == ("planned", "a ministry")


def test_what_cannot_be_is_told_once_moves_no_field_and_is_not_kept(
    qtbot: QtBot, session: Session, claim: Claim
) -> None:
    opened = Opened(qtbot, session, claim)
    save = child(opened.dialog, QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save)
    was = opened.line("Country").text()
    fields = opened.dialog.findChildren(QLineEdit)
    places = [field.mapTo(opened.dialog, QPoint(0, 0)) for field in (*fields, save)]
    assert (save.isEnabled(), save.toolTip()) == (True, "")
    opened.line("Country").setText("Atlantis")
    opened.line("Value").setText("many")
    assert opened.words().count("“many” is no number") == 1
    (told,) = [label for label in opened.dialog.findChildren(QLabel) if "“many” is no number" in label.text()]
    assert told.foregroundRole() is QPalette.ColorRole.BrightText
    assert not save.isEnabled()
    assert "Country: No country is called “Atlantis”." in save.toolTip()
    opened.line("Value").editingFinished.emit()
    assert opened.words().count("“many” is no number") == 1
    red = opened.dialog.palette().color(QPalette.ColorRole.BrightText)
    assert [opened.line(name).palette().color(QPalette.ColorRole.Text) == red for name in ("Value", "Year")] == [
        True,
        False,
    ]
    assert "“many” is no number" in opened.line("Value").accessibleDescription()
    opened.press()
    opened.dialog.layout().activate()
    assert [field.mapTo(opened.dialog, QPoint(0, 0)) for field in (*fields, save)] == places
    opened.dialog.accept()
    assert (opened.kept, opened.dialog.isVisible()) == ([], True)
    opened.line("Value").setText("7")
    assert "“many”" not in opened.words()
    assert not save.isEnabled()
    opened.line("Country").setText(was)
    assert (save.isEnabled(), save.toolTip()) == (True, "")
    assert told.foregroundRole() is QPalette.ColorRole.PlaceholderText


def test_all_can_be_filled_with_what_was_read(qtbot: QtBot, session: Session, claim: Claim) -> None:
    session.correct_claim(claim, replace(claim.reading, attribution="a ministry"))
    opened = Opened(qtbot, session, session.library.claim(claim.id))
    assert opened.line("Who says it").text() == "a ministry"
    opened.line("Year").setText("soon")
    buttons = child(opened.dialog, QDialogButtonBox)
    next(each for each in buttons.buttons() if each.text() == "&As it was read").click()
    assert (opened.line("Who says it").text(), "As it was read" in opened.words()) == ("", True)
    opened.press()
    assert opened.kept == [None]


def test_names_are_completed_in_a_list_the_last_one(qtbot: QtBot, session: Session, claim: Claim) -> None:
    opened = Opened(qtbot, session, claim)
    line, first = opened.line("To or from"), session.catalog.name(session.catalog.region.members[0])
    line.setText(f"{first}; {first[:4].lower()}")
    completer = line.completer()
    completer.setCompletionPrefix(line.text())
    assert (completer.completionCount(), completer.currentCompletion()) == (1, f"{first}; {first}")


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_can_be_corrected(qtbot: QtBot, session: Session, kind: Kind) -> None:
    claim = next(claim for found in session.library.statements() if found.kind is kind for claim in found.claims)
    opened = Opened(qtbot, session, claim)
    opened.line("Who denies it").setText("a ministry")
    opened.press()
    assert opened.kept == [replace(claim.reading, denied_by="a ministry")]


# --- from the evidence ------------------------------------------------------------------------------------------------


@pytest.fixture
def shown(window: MainWindow) -> Claim:
    """A claim whose sentence is the current one in the evidence."""
    claim = figure(window.session)
    window.way.show_evidence(window.session.library.statement_of(claim), claim.id)
    return claim


def correct(window: MainWindow, fill: Callable[[AmendingDialog], object]) -> None:
    window.menus["correct"].trigger()
    dialog = next(found for found in window.findChildren(AmendingDialog) if found.isVisible())
    fill(dialog)
    dialog.accept()


def test_the_evidence_tells_what_was_read_and_undo_brings_it_back(window: MainWindow, shown: Claim) -> None:
    before = window.session.library.in_words(shown)
    correct(window, lambda dialog: named(dialog, QLineEdit, "Value").setText("123,456"))
    sentence = window.evidence.sentence()
    assert sentence is not None
    assert (sentence.claim, "123,456" in sentence.says, sentence.read in before) == (shown.id, True, True)
    assert window.evidence.isVisible()
    assert "Corrected: " in window.notices.decided.text()
    window.menus["undo"].trigger()
    assert window.session.library.claim(shown.id) == shown
    window.menus["redo"].trigger()
    assert window.session.library.claim(shown.id).read == shown.reading


def test_a_correction_can_be_taken_back_from_the_menu(window: MainWindow, shown: Claim) -> None:
    window.menus["as-read"].trigger()  # nothing to take back
    assert window.session.deeds.undo_label == ""
    correct(window, lambda dialog: named(dialog, QLineEdit, "Year").setText("1999"))
    window.menus["as-read"].trigger()
    assert window.session.library.claim(shown.id) == shown
    sentence = window.evidence.sentence()
    assert sentence is not None
    assert (sentence.claim, sentence.read) == (shown.id, "")
    assert window.session.deeds.undo_label == "Withdrawal of correction"


def test_a_sentence_that_was_rejected_is_corrected_without_a_page_of_its_own(session: Session, claim: Claim) -> None:
    told: list[str] = []
    session.decide(claim.id, Decision.REJECTED)
    take_back(session, claim.id, "", told.append)
    assert told == [f"As it was read again: {session.library.in_words(claim)}. Undo with Ctrl+Z."]


def test_a_library_that_is_read_only_says_so(session: Session, claim: Claim, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(type(session), "read_only", property(lambda _: True))
    assert ask(session, claim.id, "", told.append, QDialog()) is None
    assert told == [READ_ONLY]


def test_the_session_tells_the_change(session: Session, claim: Claim) -> None:
    told: list[Change] = []
    session.changed.connect(told.append)
    session.correct_claim(claim, replace(claim.reading, attribution="a ministry"))
    assert told[0].verdicts == {f"reading {claim.id}"}


@given(st.lists(st.sampled_from(["correct", "again", "take back", "accept", "reject"]), max_size=8))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_deeds_are_undone_and_done_again_in_order(session: Session, deeds: list[str]) -> None:
    library, key = session.library, session.library.statements()[0].claims[0].id

    def state() -> set[tuple[object, ...]]:
        return {(each.id, each.decision, each.amended) for each in library._store.verdicts()}

    states = [state()]
    for deed in deeds:
        claim = library.claim(key)
        match deed:
            case "correct" | "again":
                session.correct_claim(claim, replace(claim.as_read.reading, attribution=deed))
            case "take back":
                session.correct_claim(claim, None)
            case _:
                decision = Decision.ACCEPTED if deed == "accept" else Decision.REJECTED
                before = next((row.decision for row in library.decisions().rows if row.decision), None)
                session.decide(key, decision, before)
        states.append(state())
    for expected in states[-2::-1]:
        session.deeds.undo()
        assert state() == expected
    for expected in states[1:]:
        session.deeds.redo()
        assert state() == expected
    for _ in deeds:
        session.deeds.undo()
