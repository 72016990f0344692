"""The report of an import: what each file gave in words, and the offers to say what was not found."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from models.records import Article, Bibliography, Correction, Problem, Step
from models.text import digest
from tests.ui.finding import child
from ui.outcomes import outcome, read_in_part, summary
from ui.session import Place, Session
from ui.widgets import report
from ui.widgets.report import ADD, ReportTable, report_dialog


def article(*, about_region: bool = True) -> Article:
    known = Bibliography("a", "Title", "a.txt", "Paper", "2025-12", about_region=about_region)
    return Article(known, "The dam is in the north of the country.", ())


STEPS = (
    Step(1, 5, "/folder/good.txt", article()),
    Step(2, 5, "/folder/elsewhere.txt", article(about_region=False)),
    Step(3, 5, "/folder/again.txt", article(), duplicate=True),
    Step(4, 5, "/folder/<b>bad</b>.pdf", problem=Problem("bad.pdf", "it is no text")),
    Step(5, 5, "/folder/empty", None),
)


def cells(dialog: QDialog) -> list[list[str]]:
    model = child(dialog, ReportTable).model()
    return [[model.index(row, column).data() for column in range(5)] for row in range(model.rowCount())]


def test_each_outcome_in_words() -> None:
    assert [outcome(step) for step in STEPS] == [
        "No claim found; kept to read and search",
        "No claim found, nothing about the region; kept to read and search",
        "Already in the library",
        "Refused: it is no text",
        "Nothing to read",
    ]


def test_the_whole_import_in_a_sentence() -> None:
    assert summary(STEPS) == "2 new articles with 0 claims, 1 already known, 1 refused."


def test_a_stopped_import_tells_how_many_files_were_not_read() -> None:
    assert summary(STEPS[:3]) == "2 new articles with 0 claims, 1 already known, 0 refused, 2 not read."


def test_the_report_gives_the_title_what_the_other_columns_leave(qtbot: QtBot) -> None:
    dialog = report_dialog(STEPS, None)
    qtbot.addWidget(dialog)
    dialog.resize(980, 520)
    dialog.show()
    table = child(dialog, ReportTable)
    assert table.columnWidth(1) > 250
    assert sum(table.columnWidth(column) for column in range(5)) == table.viewport().width()


def test_the_report_lists_every_file(qtbot: QtBot) -> None:
    dialog = report_dialog(STEPS, None, cancelled=True)
    qtbot.addWidget(dialog)
    assert [row[0] for row in cells(dialog)] == ["good.txt", "elsewhere.txt", "again.txt", "b>.pdf", "empty"]
    assert cells(dialog)[0][1:] == ["Title", "Paper", "2025-12", outcome(STEPS[0])]
    assert any("Not about the region" in label.text() for label in dialog.findChildren(QLabel))
    assert "Import stopped" in [label.text() for label in dialog.findChildren(QLabel)]
    assert "<b>" not in child(dialog, ReportTable).model().index(3, 0).data(Qt.ItemDataRole.ToolTipRole)


@pytest.mark.parametrize("text", ["hi", "Gas up 3%", "да"])
def test_a_text_of_a_word_or_two_is_too_short_to_tell_its_language(text: str) -> None:
    step = Step(1, 1, "hi.txt", article=Article(Bibliography("a" * 16, "hi", "hi.txt", language="af"), text, ()))
    assert outcome(step) == "Too short to read anything from; kept to search"


def test_an_article_in_a_language_that_is_not_read_says_so() -> None:
    known = Bibliography("a" * 16, "Grenzvertrag", "grenze.txt", language="de", about_region=False)
    step = Step(1, 1, "grenze.txt", article=Article(known, "Der Grenzvertrag wurde gestern unterzeichnet.", ()))
    assert outcome(step) == "Written in German, which Oxus does not read yet; kept to search"


def test_to_name_the_languages_that_are_read_loads_nothing_that_reads(root: Path) -> None:
    code = (
        "import sys\nfrom models.records import Bibliography\nfrom ui.outcomes import read_in_part, unread_language\n"
        "known = Bibliography('x', 'Title', 'x.txt', language='ja')\nassert read_in_part([known])\n"
        "assert not unread_language(known)\nprint([n for n in sys.modules if n.startswith('models.reading')])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_report_tells_of_languages_that_are_read_in_part(qtbot: QtBot) -> None:
    steps = [
        Step(1, 1, f"{code}.txt", replace(article(), bibliography=replace(article().bibliography, language=code)))
        for code in ("en", "ru", "ja", "ru")
    ]
    dialog = report_dialog(steps, None)
    qtbot.addWidget(dialog)
    told = "Articles in Japanese and Russian are read less fully than in English"
    assert any(label.text().startswith(told) for label in dialog.findChildren(QLabel))
    assert read_in_part([step.article.bibliography for step in steps[:1] if step.article]) == ""


def test_a_report_leads_to_what_an_article_gave(qtbot: QtBot, session: Session) -> None:
    held = session.library.held(session.library.articles().rows[0].id)
    assert held is not None
    dialog = report_dialog((held, Step(2, 2, "none.pdf")), None, session=session)
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    dialog.show()
    table, read = child(dialog, ReportTable), next(b for b in dialog.findChildren(QPushButton) if b.text() == "&Read")
    table.setCurrentIndex(table.model().index(1, 0))
    assert not read.isEnabled()
    table.setCurrentIndex(table.model().index(0, 0))
    with qtbot.waitSignal(session.placed) as told:
        qtbot.mouseClick(read, Qt.MouseButton.LeftButton)
    assert told.args == [Place("article", table.article())]
    assert not dialog.isVisible()


LONG = "Words that go on and on, so that nobody would find room for them on one line of a table, however wide it is"


def test_nothing_in_a_report_is_cut(qtbot: QtBot) -> None:
    known = Bibliography("a", LONG, "a.txt", "A publisher of many words with a long name", "2025-12")
    step = Step(1, 1, "/folder/" + LONG.replace(" ", "-") + ".txt", Article(known, LONG, ()))
    refused = Step(2, 2, "b.txt", problem=Problem("b.txt", LONG))
    dialog = report_dialog((step, refused), None)
    qtbot.addWidget(dialog)
    dialog.resize(980, 520)
    dialog.show()
    qtbot.waitExposed(dialog)
    table = child(dialog, ReportTable)
    for row in range(2):
        assert table.rowHeight(row) >= table.sizeHintForRow(row) > 2 * table.fontMetrics().height()
    assert table.columnWidth(1) > table.viewport().width() // 6


def test_an_import_report_offers_to_give_what_was_not_found(qtbot: QtBot, session: Session) -> None:
    (row, *_) = [row for row in session.library.articles().rows if not row.publisher]
    held = session.library.held(row.id)
    assert held is not None
    steps = (replace(held, subject="news/one.txt"), Step(2, 2, "news/none.pdf"))
    dialog = report_dialog(steps, None, session=session)
    qtbot.addWidget(dialog)
    dialog.show()
    table = child(dialog, ReportTable)
    model = table.model()
    publisher = model.index(0, 2)
    assert [told[2:4] for told in cells(dialog)] == [[ADD, row.published or ADD], ["", ""]]
    assert "No publisher was found" in publisher.data(Qt.ItemDataRole.ToolTipRole)
    with qtbot.waitSignal(session.correction_asked) as asked:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(publisher).center())
    assert asked.args == [row.id, "publisher"]
    button = next(found for found in dialog.findChildren(QPushButton) if found.text() == "C&orrect…")
    assert [found.text() for found in dialog.findChildren(QPushButton) if found.isDefault()] == ["Close"]
    table.setCurrentIndex(model.index(1, 3))
    assert not button.isEnabled()
    table.setCurrentIndex(model.index(0, 3))
    assert button.isEnabled()
    with qtbot.waitSignal(session.correction_asked) as asked:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert asked.args == [row.id, "published"]
    assert dialog.isVisible()
    session.show(session.library.correct_aside(Correction(row.id, publisher="Silk News")))
    assert publisher.data() == "Silk News"
    assert "your correction" in publisher.data(Qt.ItemDataRole.ToolTipRole)


def test_of_a_long_report_only_the_beginning_is_put_into_words(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Step] = []
    monkeypatch.setattr(report, "outcome", lambda step: asked.append(step) or "Kept")
    dialog = report_dialog(STEPS * 400, None)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert len(asked) <= report.MEASURED
    table = child(dialog, ReportTable)
    assert table.rowHeight(0) == table.rowHeight(1999) > 2 * table.fontMetrics().height()


def test_what_the_user_says_is_shown_before_it_is_kept(qtbot: QtBot, session: Session) -> None:
    known = session.library.bibliographies()[0]
    steps = (Step(1, 1, "/folder/a.txt", Article(known, "A text.", ())),)
    dialog = report_dialog(steps, None, session=session)
    qtbot.addWidget(dialog)
    session.correction_made.emit(Correction(known.id, publisher="The Other Paper"))
    assert cells(dialog)[0][2] == "The Other Paper"
    assert session.library.bibliographies()[0].publisher == known.publisher
    session.correction_made.emit(Correction("unknown", publisher="Nobody"))
    assert cells(dialog)[0][2] == "The Other Paper"


def in_library(session: Session, one: Article) -> Article:
    """The article under the id that its text has, added."""
    added = replace(one, bibliography=replace(one.bibliography, id=digest(one.text)[:16]))
    session.library.add((Step(1, 1, "a.txt", added),))
    return added


def test_only_what_came_with_the_import_is_listed(qtbot: QtBot, session: Session) -> None:
    claims = session.library.held(session.library.articles().rows[0].id)
    assert claims is not None
    fresh = in_library(session, article())
    new = replace(STEPS[0], article=fresh, claims=claims.claims)
    known = replace(new, article=article(), duplicate=True)
    for steps, asked in (((new, known), [fresh.id]), ((known,), None)):
        dialog = report_dialog(steps, None, session=session)
        qtbot.addWidget(dialog)
        listing = next(each for each in dialog.findChildren(QPushButton) if "List what" in each.text())
        assert listing.isEnabled() is (asked is not None)
        if asked is not None:
            with qtbot.waitSignal(session.readings_asked) as told:
                listing.click()
            assert told.args == [asked]


def test_an_offer_has_the_colour_of_links_in_the_row_that_is_chosen(qtbot: QtBot, session: Session) -> None:
    bare = article()
    bare = replace(bare, bibliography=replace(bare.bibliography, publisher=None))
    table = ReportTable((Step(1, 1, "a.txt", in_library(session, bare)),), session)
    qtbot.addWidget(table)
    table.selectRow(0)
    offer = table.model().index(0, 2)
    assert offer.data() == ADD
    link = table.palette().color(QPalette.ColorRole.Link)
    colours = []
    for index in (offer, table.model().index(0, 1)):
        option = QStyleOptionViewItem()
        option.palette = table.palette()
        table.itemDelegate().initStyleOption(option, index)
        colours.append(option.palette.color(QPalette.ColorRole.HighlightedText))
    assert colours[0] == link != colours[1]


@pytest.mark.parametrize(
    ("passed", "words"),
    [
        (("map.png", "LICENSE"), "2 files of other kinds passed over (.png, no ending)"),
        (
            ("paper.PDF", "a.docx", "b.docx", "map.png"),
            "4 files of other kinds passed over (.docx, .pdf, .png); to have .docx, .pdf read, save it as text first",
        ),
    ],
)
def test_of_a_folder_it_is_told_what_to_do_with_documents(passed: tuple[str, ...], words: str) -> None:
    assert outcome(Step(1, 1, "folder", passed=passed)) == words
