"""The dialog of what was read from an article or an import: each claim is told and leads to its sentence."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from models.records import Step
from tests.ui.finding import child
from ui.session import Place, Session
from ui.tabs.articles import ArticlesTab
from ui.widgets.amending import AmendingDialog
from ui.widgets.report import report_dialog
from ui.window import MainWindow
from ui.window.readings import LONGEST, NONE, ReadingsDialog


@pytest.fixture
def article(session: Session) -> str:
    """The built-in article with most claims."""
    return max(session.library.articles().rows, key=lambda row: row.claims).id


def opened(qtbot: QtBot, session: Session, articles: list[str]) -> ReadingsDialog:
    dialog = ReadingsDialog(session, articles)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def cells(dialog: ReadingsDialog, column: int) -> list[str]:
    model = dialog.table.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def test_every_claim_is_told_in_the_order_of_the_text(qtbot: QtBot, session: Session, article: str) -> None:
    dialog = opened(qtbot, session, [article])
    page = session.library.reader(article)
    assert cells(dialog, 0) == [mark.says for mark in page.marks]
    assert dialog.sentence.text() == f"“{page.text[page.marks[0].start : page.marks[0].end]}”"
    alone = sum(
        {claim.evidence.article for claim in session.library.statement(mark.statement).claims} == {article}
        for mark in page.marks
    )
    assert sum(told.startswith("in no other article") for told in cells(dialog, 1)) == alone
    told = f"{len(page.marks)} claims of “{page.bibliography.title}”, {alone} of them"
    assert any(told in label.text() for label in dialog.findChildren(QLabel))


def test_what_was_read_has_the_room(qtbot: QtBot, session: Session, article: str) -> None:
    alone = opened(qtbot, session, [article])
    assert alone.table.isColumnHidden(2)  # the one title is told above
    other = next(row.id for row in session.library.articles().rows if row.claims > 1 and row.id != article)
    dialog = opened(qtbot, session, [article, other])
    qtbot.waitExposed(dialog)
    table = dialog.table
    assert table.columnWidth(0) > 1.5 * table.columnWidth(2) > 0
    assert max(map(len, cells(dialog, 2))) <= LONGEST
    assert len(set(cells(dialog, 2))) == 2


def test_a_claim_leads_to_its_sentence_and_its_evidence(qtbot: QtBot, session: Session, article: str) -> None:
    dialog = opened(qtbot, session, [article])
    mark = session.library.reader(article).marks[1]
    dialog.table.select(mark.claim)
    dialog.table.fact_chosen.emit(mark.claim)
    places: list[Place] = []
    session.placed.connect(places.append)
    qtbot.mouseClick(dialog.going, Qt.MouseButton.LeftButton)
    assert [(place.kind, place.id) for place in places] == [("article", article), ("statement", mark.statement)]
    assert (places[0].start, places[0].end) == (mark.start, mark.end)
    assert not dialog.isVisible()


def test_of_an_article_that_says_nothing_it_tells_so(qtbot: QtBot, session: Session) -> None:
    dialog = opened(qtbot, session, [])
    assert NONE in [label.text() for label in dialog.findChildren(QLabel)]
    assert not dialog.going.isEnabled()


def test_the_report_of_an_import_leads_to_all_that_was_read(qtbot: QtBot, session: Session, article: str) -> None:
    asked: list[object] = []
    session.readings_asked.connect(asked.append)
    step = session.library.held(article)
    assert step is not None
    for steps, can in (((step,), True), ((Step(1, 1, "/folder/empty", None),), False)):
        report = report_dialog(steps, None, session=session)
        qtbot.addWidget(report)
        report.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        report.open()
        button = next(found for found in report.findChildren(QPushButton) if "List what was read" in found.text())
        assert button.isEnabled() is can
        if can:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
            assert asked == [[article]]
            assert report.isVisible()  # the list opens over it


def test_the_window_lists_what_was_read_of_the_article_shown(window: MainWindow) -> None:
    window.way.go_to_tab("articles")
    page = child(window, ArticlesTab)
    next(action for action in page.actions() if action.text().startswith("List what was read")).trigger()
    listing = child(window, ReadingsDialog)
    assert len(cells(listing, 0)) == len(window.session.library.reader(page.subject()).marks)


def test_what_was_read_wrongly_is_rejected_and_taken_back_in_its_row(
    qtbot: QtBot, session: Session, article: str
) -> None:
    dialog = opened(qtbot, session, [article])
    mark = session.library.reader(article).marks[1]
    dialog.table.select(mark.claim)
    dialog.table.fact_chosen.emit(mark.claim)
    told = cells(dialog, 0)
    assert "(Ctrl+Alt+R)" in dialog.rejecting.toolTip()
    qtbot.mouseClick(dialog.rejecting, Qt.MouseButton.LeftButton)
    assert mark.claim not in {each.claim for each in session.library.reader(article).marks}
    assert (cells(dialog, 0), cells(dialog, 1)[1]) == (told, "rejected by you, not counted")
    assert (dialog.rejecting.isVisible(), dialog.correcting.isEnabled()) == (False, False)
    qtbot.mouseClick(dialog.taking_back, Qt.MouseButton.LeftButton)
    assert mark.claim in {each.claim for each in session.library.reader(article).marks}
    assert "rejected" not in cells(dialog, 1)[1]
    assert dialog.sentence.text() == f"“{session.library.reader(article).text[mark.start : mark.end]}”"


def test_what_was_read_is_corrected_from_its_row(qtbot: QtBot, session: Session, article: str) -> None:
    dialog = opened(qtbot, session, [article])
    claims = [mark.claim for mark in session.library.reader(article).marks]
    at = 2
    dialog.table.fact_chosen.emit(claims[at])
    places: list[Place] = []
    session.placed.connect(places.append)
    assert "(Ctrl+Alt+K)" in dialog.correcting.toolTip()
    qtbot.mouseClick(dialog.correcting, Qt.MouseButton.LeftButton)
    form = child(dialog, AmendingDialog)
    form.kept.emit(replace(session.library.claim(claims[at]).reading, attribution="somebody else"))
    assert session.library.claim(claims[at]).read is not None
    assert dialog.isVisible()
    assert not places
    assert dialog.told.text().startswith("Corrected: ")


def test_in_a_library_that_is_only_read_nothing_is_decided(
    qtbot: QtBot, session: Session, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(session), "read_only", property(lambda _: True))
    dialog = opened(qtbot, session, [article])
    assert not dialog.rejecting.isEnabled()
    assert not dialog.correcting.isEnabled()
