"""The dialog in which an article is corrected."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from models.records import Bibliography, Correction
from tests.ui.finding import child
from ui.session import Session
from ui.widgets.correcting import CorrectionDialog, corrections_in_words

FOUND = Bibliography("a", "Gas flows", "a.txt", publisher="Slik News", published="2021-03-02")


class Opened:
    """The dialog on an article, and what it gave."""

    def __init__(self, qtbot: QtBot, session: Session, correction: Correction, found: Bibliography = FOUND) -> None:
        self.dialog = CorrectionDialog(session, found, correction)
        qtbot.addWidget(self.dialog)
        self.kept: list[Correction] = []
        self.dialog.kept.connect(self.kept.append)
        self.dialog.show()

    def line(self, name: str) -> QLineEdit:
        return next(found for found in self.dialog.findChildren(QLineEdit) if found.accessibleName() == name)

    def back(self, name: str) -> QPushButton:
        wanted = f"{name} as found"
        return next(found for found in self.dialog.findChildren(QPushButton) if found.accessibleName() == wanted)

    def save(self) -> None:
        child(self.dialog, QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save).click()

    def words(self) -> str:
        return " ".join(label.text() for label in self.dialog.findChildren(QLabel))


def test_what_is_typed_is_kept_and_what_was_found_stays_beside_it(qtbot: QtBot, session: Session) -> None:
    opened = Opened(qtbot, session, Correction("a"))
    opened.line("Publisher").setText("Silk News")
    opened.line("Date").setText("20 March 2021")
    assert "Found in the file: Slik News" in opened.words()
    opened.save()
    assert opened.kept == [Correction("a", publisher="Silk News", published="2021-03-20")]
    assert not opened.dialog.isVisible()


def test_what_was_corrected_is_shown_and_can_be_taken_back(qtbot: QtBot, session: Session) -> None:
    opened = Opened(qtbot, session, Correction("a", publisher="Silk News", author="Energy desk"))
    assert opened.line("Publisher").text() == "Silk News"
    assert [opened.back(name).isEnabled() for name in ("Title", "Publisher")] == [False, True]
    opened.back("Publisher").click()
    opened.save()
    assert opened.kept == [Correction("a", author="Energy desk")]


def test_a_field_may_be_emptied_and_that_is_said(qtbot: QtBot, session: Session) -> None:
    opened = Opened(qtbot, session, Correction("a"))
    opened.line("Publisher").clear()
    assert "No publisher will be shown. Found in the file: Slik News" in opened.words()
    opened.save()
    assert opened.kept == [Correction("a", publisher="")]


@pytest.mark.parametrize(
    ("name", "typed", "why"),
    [
        ("Date", "31 February 2021", "There is no such day as 31 February 2021."),
        ("Date", "1 May 2931", "1 May 2931 is not understood as a date"),
        ("Date", "2081", "2081 lies in the future"),
        ("Title", "", "An article needs a title."),
    ],
)
def test_what_cannot_be_is_told_below_its_field_and_nothing_kept(
    qtbot: QtBot, session: Session, name: str, typed: str, why: str
) -> None:
    opened = Opened(qtbot, session, Correction("a"))
    opened.line(name).setText(typed)
    opened.save()
    assert why.split(" is not")[0] in opened.words()
    assert opened.dialog.isVisible()
    assert opened.kept == []
    opened.line(name).setText("2020")
    assert why not in opened.words()


def test_a_date_yet_to_come_is_told_while_it_is_typed(qtbot: QtBot, session: Session) -> None:
    opened = Opened(qtbot, session, Correction("a"))
    for typed, ahead in (("2081-01-01", True), ("1 January 2081", True), ("2021-03-20", False), ("2081", True)):
        opened.line("Date").setText(typed)
        assert (f"{typed} lies in the future" in opened.words()) is ahead


def test_a_date_yet_to_come_that_was_found_is_told_but_hinders_no_other_correction(
    qtbot: QtBot, session: Session
) -> None:
    opened = Opened(qtbot, session, Correction("a"), replace(FOUND, published="2081-01-01"))
    assert "2081-01-01 lies in the future" in opened.words()
    opened.line("Publisher").setText("Silk News")
    opened.save()
    assert opened.kept == [Correction("a", publisher="Silk News")]


def test_nothing_is_kept_where_nothing_was_changed(qtbot: QtBot, session: Session) -> None:
    opened = Opened(qtbot, session, Correction("a", publisher="Silk News"))
    opened.save()
    assert (opened.kept, opened.dialog.isVisible()) == ([], False)


def test_the_users_word_is_told_from_what_was_found() -> None:
    known = replace(FOUND, publisher="Silk News", author="Energy desk", corrected=("publisher", "author"))
    told = "Corrected by you: publisher (found: Slik News), byline (found: none)"
    assert corrections_in_words(known, FOUND) == told
    assert corrections_in_words(FOUND, None) == ""
