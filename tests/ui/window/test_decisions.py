"""The dialog of all decisions: each is told, leads to its sentence, and can be taken back."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from models.records import Claim, Decision, Rank, Standing, Statement
from ui.session import Place, Session
from ui.views.fact_table import FactTable
from ui.window.decisions import HINT, NONE, DecisionsDialog


@pytest.fixture
def claim(session: Session) -> Claim:
    """A built-in claim that a statement stands on alone."""
    return next(found.claims[0] for found in session.library.statements() if len(found.claims) == 1)


@pytest.fixture
def contested(session: Session) -> Statement:
    return next(found for found in session.library.statements() if found.standing is Standing.CONTESTED)


@pytest.fixture
def dialog(qtbot: QtBot, session: Session) -> DecisionsDialog:
    opened = DecisionsDialog(session)
    opened.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)  # the test looks at it once more
    qtbot.addWidget(opened)
    opened.open()
    return opened


def cells(table: FactTable) -> list[list[str]]:
    model = table.model()
    return [[str(model.index(row, at).data()) for at in range(4)] for row in range(model.rowCount())]


def test_without_any_it_says_how_to_decide(dialog: DecisionsDialog) -> None:
    assert NONE in [label.text() for label in dialog.findChildren(QLabel)]
    assert not dialog.reading.isEnabled()
    assert not dialog.taking_back.isEnabled()


def test_what_is_rejected_stays_to_be_found_and_can_be_taken_back(
    dialog: DecisionsDialog, session: Session, claim: Claim, qtbot: QtBot
) -> None:
    session.decide(claim.id, Decision.REJECTED)
    assert [row[1] for row in cells(dialog.table)] == ["rejected"]
    assert dialog.sentence.text() == f"“{claim.evidence.quote}”"
    assert HINT in [label.text() for label in dialog.findChildren(QLabel)]
    qtbot.mouseClick(dialog.taking_back, Qt.MouseButton.LeftButton)
    assert cells(dialog.table) == []
    assert claim in {found for statement in session.library.statements() for found in statement.claims}


def test_what_is_corrected_is_told_with_what_was_read_and_can_be_taken_back(
    dialog: DecisionsDialog, session: Session, claim: Claim, qtbot: QtBot
) -> None:
    session.correct_claim(claim, replace(claim.reading, affirmed=not claim.affirmed))
    ((read, said, *_),) = cells(dialog.table)
    now = session.library.in_words(session.library.claim(claim.id))
    assert (read, said) == (session.library.in_words(claim), f"corrected to: {now}")
    assert dialog.sentence.text() == f"“{claim.evidence.quote}”"
    session.decide(claim.id, Decision.ACCEPTED)
    accepted = f"accepted, as you corrected it: {now}"
    assert sorted((row[0], row[1]) for row in cells(dialog.table)) == [(read, accepted), (read, said)]
    session.deeds.undo()
    qtbot.mouseClick(dialog.taking_back, Qt.MouseButton.LeftButton)
    assert cells(dialog.table) == []
    assert session.library.claim(claim.id) == claim


def test_the_rank_of_a_value_is_told_once_and_can_be_taken_back(
    dialog: DecisionsDialog, session: Session, contested: Statement, qtbot: QtBot
) -> None:
    session.rank(contested.id, 1, Rank.DEPRECATED)
    assert [row[1] for row in cells(dialog.table)] == ["set aside"]
    qtbot.mouseClick(dialog.taking_back, Qt.MouseButton.LeftButton)
    assert session.library.statement(contested.id).variants[1].rank is Rank.NORMAL


def test_the_last_decision_comes_first(dialog: DecisionsDialog, session: Session, contested: Statement) -> None:
    first, last = contested.claims[:2]
    session.decide(first.id, Decision.ACCEPTED)
    session.decide(last.id, Decision.REJECTED)
    moments = [row.changed for row in session.library.decisions().rows]
    assert moments == sorted(moments, reverse=True)
    assert sorted(row[1] for row in cells(dialog.table)) == ["accepted", "rejected"]


def test_a_button_leads_to_the_sentence(dialog: DecisionsDialog, session: Session, claim: Claim, qtbot: QtBot) -> None:
    session.decide(claim.id, Decision.ACCEPTED)
    evidence = claim.evidence
    with qtbot.waitSignal(session.placed) as told:
        qtbot.mouseClick(dialog.reading, Qt.MouseButton.LeftButton)
    assert told.args == [Place("article", evidence.article, evidence.start, evidence.end)]
    assert not dialog.isVisible()


def test_decisions_on_articles_that_are_gone_are_counted(
    dialog: DecisionsDialog, session: Session, claim: Claim
) -> None:
    session.decide(claim.id, Decision.ACCEPTED)
    session.remove_article(claim.evidence.article)
    assert cells(dialog.table) == []
    assert session.library.decisions().idle == 1
    assert any("1 more is on what is not in the library now" in label.text() for label in dialog.findChildren(QLabel))
