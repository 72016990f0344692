"""Several documents printed at once: each is a job of its own, whole and as it is alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QProgressDialog, QWidget
from pytestqt.qtbot import QtBot

from models import briefs
from models.briefs import Options, Subject
from models.library import Library
from models.records import Step
from ui.printing import pdf
from ui.printing.dialog import PrintDialog
from ui.printing.sending import REFUSED, print_each
from ui.printing.walking import Walk
from ui.session import Session

DAY = "2026-11-22"
PARTS = ("profile", "routes")


def texts(path: Path) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)]


def to_file(printer: QPrinter, path: Path) -> QPrinter:
    """A printer that writes what it is sent into a file, as paper would have it."""
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_each_is_a_job_of_its_own_as_it_is_printed_alone(qapp: QApplication, held: Library, tmp_path: Path) -> None:
    codes = held.catalog.region.members[:2]
    printer, options = to_file(QPrinter(), tmp_path / "paper.pdf"), Options(PARTS)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    steps = list(print_each(held, Subject("countries", codes), options, DAY, printer, "A4"))
    names = [held.catalog.name(code) for code in codes]
    assert [(step.done, step.total, step.subject, step.problem) for step in steps] == [
        (1, 2, names[0], None),
        (2, 2, names[1], None),
    ]
    assert {path.name for path in tmp_path.iterdir()} == {f"paper {name}.pdf" for name in names}
    assert printer.outputFileName() == str(tmp_path / "paper.pdf")
    for code, name in zip(codes, names, strict=True):
        alone = briefs.make(held, Subject("countries", (code,)), DAY, options)
        assert pdf.write(alone, tmp_path / "alone.pdf", "A4") is None
        printed = texts(tmp_path / f"paper {name}.pdf")
        assert len(printed) > 1
        assert printed[::-1] == texts(tmp_path / "alone.pdf")


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_what_has_nothing_to_tell_or_is_refused_is_told_and_the_others_are_printed(
    qapp: QApplication, held: Library, tmp_path: Path
) -> None:
    code = held.catalog.region.members[0]
    both = Subject("countries", ("NRU", code))
    printer = to_file(QPrinter(), tmp_path / "paper.pdf")
    first, second = print_each(held, both, Options(("profile",)), DAY, printer, "A4")
    assert first.problem is not None
    assert "No article in the library speaks of it" in first.problem.reason
    assert second.problem is None
    assert [path.name for path in tmp_path.iterdir()] == [f"paper {held.catalog.name(code)}.pdf"]
    printer.setOutputFileName(str(tmp_path / "missing" / "paper.pdf"))
    one = Subject("countries", (code,))
    (refused,) = print_each(held, one, Options(("profile",)), DAY, printer, "A4")
    assert refused.problem is not None
    assert refused.problem.reason == REFUSED


@pytest.mark.parametrize("accepted", [True, False])
def test_the_dialog_prints_each_of_what_is_chosen(
    session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, accepted: bool
) -> None:
    codes = session.catalog.region.members[1:3]
    dialog = PrintDialog(session, Subject("countries", codes))
    qtbot.addWidget(dialog)
    dialog.refresh()
    asked: list[bool] = []

    def choose(own: QPrintDialog) -> QDialog.DialogCode:
        asked.append(own.testOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange))
        to_file(own.printer(), tmp_path / "paper.pdf")
        return QDialog.DialogCode.Accepted if accepted else QDialog.DialogCode.Rejected

    monkeypatch.setattr(QPrintDialog, "exec", choose)
    assert dialog._each_job.isEnabled()
    dialog._each_job.trigger()
    assert asked == [False], "pages of which document, nobody could say"
    if accepted:
        qtbot.waitUntil(lambda: "2 jobs sent to paper.pdf." in dialog._told.text(), timeout=20_000)
    names = {session.catalog.name(code) for code in codes} if accepted else set()
    assert {path.stem.removeprefix("paper ") for path in tmp_path.glob("paper*.pdf")} == names


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_what_the_printer_did_not_take_is_told(
    session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    warning: Callable[..., None] = lambda parent, title, text: told.append(text)  # noqa: E731
    monkeypatch.setattr(QMessageBox, "warning", warning)
    dialog = PrintDialog(session, Subject("routes", tuple(session.catalog.routes)[:1]))
    qtbot.addWidget(dialog)
    to_file(dialog._printer, tmp_path / "missing" / "paper.pdf")
    dialog.print_each()
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert told[0].count(REFUSED) == 1
    assert dialog._told.text() == "No job was sent to paper.pdf."


def test_a_batch_can_be_stopped(qtbot: QtBot) -> None:
    parent, left = QWidget(), list[str]()
    qtbot.addWidget(parent)

    def steps() -> Iterator[Step]:
        try:
            for done in range(1, 4):
                yield Step(done, 3, str(done))
                parent.findChildren(QProgressDialog)[0].cancel()
        finally:
            left.append("tidy")

    walk = Walk(steps(), "Printing", parent)
    with qtbot.waitSignal(walk.ended, timeout=5_000) as ended:
        pass
    assert [step.done for step in ended.args[0]] == [1, 2]
    assert left == ["tidy"]


def test_what_has_no_parts_of_its_own_cannot_be_printed_so(session: Session, qtbot: QtBot) -> None:
    dialog = PrintDialog(session, Subject("articles"))
    qtbot.addWidget(dialog)
    dialog.refresh()
    assert not dialog._each_job.isEnabled()
