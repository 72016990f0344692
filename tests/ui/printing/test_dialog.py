"""The print preview: choices change the pages, the pages can be saved, views kept, and each have a file of its own."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPushButton,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from models import briefs
from models.briefs import PARTS, SUBJECTS, Subject
from models.briefs.holding import HELD
from models.library import Library
from models.library.saved import views
from ui.clock import today
from ui.preferences import Preferences
from ui.printing.choices import Choices
from ui.printing.dialog import WIDTH, PrintDialog
from ui.printing.habits import Habits
from ui.printing.making import UNDER_WAY
from ui.session import Session

W = TypeVar("W", QComboBox, QLineEdit)


def text_of(path: Path) -> str:
    return " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))


@pytest.fixture
def dialog(qtbot: QtBot, session: Session) -> PrintDialog:
    code = session.catalog.region.members[0]
    session.library.save_note(code, "Words of my own")
    opened = PrintDialog(session, Subject("countries", (code,)))
    qtbot.addWidget(opened)
    opened.show()
    return opened


def saved(dialog: PrintDialog, path: Path) -> str:
    dialog.refresh()
    dialog.save(path)
    return text_of(path)


def named(dialog: PrintDialog, kind: type[W], name: str) -> W:
    found: list[W] = dialog.findChildren(kind)
    return next(one for one in found if one.accessibleName() == name)


def subjects(dialog: PrintDialog) -> QListWidget:
    return next(found for found in dialog.findChildren(QListWidget) if "nothing ticked" in found.accessibleName())


def tick(found: QListWidget, name: str, *, on: bool) -> None:
    (item,) = found.findItems(name, Qt.MatchFlag.MatchExactly)
    item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)


def parts(dialog: PrintDialog) -> QListWidget:
    return next(found for found in dialog.findChildren(QListWidget) if found.accessibleName() == "Parts of the summary")


def test_it_opens_on_the_subject_with_all_there_is_and_the_notes_with_it(
    dialog: PrintDialog, session: Session, tmp_path: Path
) -> None:
    code = session.catalog.region.members[0]
    assert dialog.subject() == Subject("countries", (code,))
    assert set(dialog.choices.options().parts) == {*PARTS}
    text = saved(dialog, tmp_path / "brief.pdf")
    assert session.catalog.name(code) in text
    assert "Words of my own" in text
    tick(parts(dialog), "Notes", on=False)
    assert "Words of my own" not in saved(dialog, tmp_path / "plain.pdf")


def told(dialog: PrintDialog) -> str:
    """All that the dialog says beside its choices."""
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisibleTo(dialog))


def test_notes_that_stay_out_are_counted(dialog: PrintDialog, session: Session) -> None:
    assert "not printed" not in told(dialog)
    tick(parts(dialog), "Notes", on=False)
    assert "1 note of yours, not printed." in told(dialog)
    session.library.save_note(session.catalog.region.members[0], "More words of my own")
    session.library.save_note(session.catalog.region.members[1], "Words on another country")
    tick(parts(dialog), "Notes", on=True)
    assert "not printed" not in told(dialog)
    tick(parts(dialog), "Notes", on=False)
    assert "2 notes of yours, not printed." in told(dialog)
    kinds = named(dialog, QComboBox, "What to summarise")
    kinds.setCurrentIndex(kinds.findData("countries"))
    kinds.setCurrentIndex(kinds.findData("routes"))
    assert "not printed" not in told(dialog)


def test_what_is_ticked_in_vain_is_told(dialog: PrintDialog) -> None:
    dialog.refresh()
    dialog._library.delete_note(dialog._library.notes(dialog.subject().codes[0])[0].id)
    dialog.refresh()
    assert "Nothing to show for: Notes" not in told(dialog)
    shown = {
        part.id
        for chapter in briefs.make(dialog._library, dialog.subject(), "2026-11-23").chapters
        for part in chapter.parts
    }
    assert ("Figures over time" in told(dialog)) == ("charts" not in shown)
    named(dialog, QLineEdit, "Only statements with these words").setText("zzzqq")
    dialog.refresh()
    assert re.search(r"Nothing to show for: .*Key figures, .*Figures over time", told(dialog))
    tick(parts(dialog), "Figures over time", on=False)
    dialog.refresh()
    assert "Figures over time" not in told(dialog)


@pytest.mark.parametrize("kind", SUBJECTS)
def test_only_what_a_brief_can_hold_is_offered(dialog: PrintDialog, session: Session, kind: str) -> None:
    chosen = named(dialog, QComboBox, "What to summarise")
    chosen.setCurrentIndex(chosen.findData(kind))
    offered = parts(dialog)
    shown = [
        offered.item(row).data(Qt.ItemDataRole.UserRole)
        for row in range(offered.count())
        if not offered.isRowHidden(row)
    ]
    options = briefs.Options(PARTS, "2000-01-01")
    brief = briefs.make(session.library, Subject(kind), "2026-11-23", options)
    there = {part.id for chapter in brief.chapters for part in chapter.parts}
    assert there - {"changes", "articles"} <= set(shown) == set(HELD[kind]) - {"changes", "articles"}
    assert set(shown) - there <= {"notes", "summary"}  # few routes have so much to tell that it is summed up


def test_parts_stay_out_when_not_wished(dialog: PrintDialog, tmp_path: Path) -> None:
    tick(parts(dialog), "Timeline", on=False)
    tick(parts(dialog), "Notes", on=False)
    text = saved(dialog, tmp_path / "brief.pdf")
    assert "Words of my own" not in text
    assert "Timeline" not in text
    assert "Key figures" in text


def test_ticking_another_country_adds_its_chapter(dialog: PrintDialog, tmp_path: Path) -> None:
    countries = subjects(dialog)
    items = [countries.item(row) for row in range(countries.count())]
    other = next(item for item in items if item.checkState() is Qt.CheckState.Unchecked)
    other.setCheckState(Qt.CheckState.Checked)
    assert len(dialog.subject().codes) == 2
    assert other.text() in saved(dialog, tmp_path / "brief.pdf")


@pytest.mark.parametrize("kind", ["commodities", "routes", "resources", "geopolitics", "articles"])
def test_something_else_can_be_chosen_instead(dialog: PrintDialog, kind: str) -> None:
    chosen = named(dialog, QComboBox, "What to summarise")
    chosen.setCurrentIndex(chosen.findData(kind))
    assert dialog.subject() == Subject(kind)
    assert subjects(dialog).isVisibleTo(dialog) == (kind in ("commodities", "routes"))


def test_changes_are_told_since_the_day_that_is_chosen(dialog: PrintDialog) -> None:
    assert dialog.choices.options().since == ""
    box = dialog.findChild(QCheckBox)
    assert box is not None
    box.setChecked(True)
    assert len(dialog.choices.options().since) == len("2026-11-21")


def test_the_language_is_that_of_the_brief(dialog: PrintDialog, session: Session, tmp_path: Path) -> None:
    language = named(dialog, QComboBox, "Language")
    language.setCurrentIndex(language.findData("ru"))
    code = session.catalog.region.members[0]
    assert session.catalog.name(code, "ru") in saved(dialog, tmp_path / "brief.pdf")


def test_it_stands_before_the_brief_is_made_and_says_so(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    make, made, wait = briefs.make, list[threading.Thread](), threading.Event()

    def slowly(*given: object) -> briefs.Brief:
        wait.wait(10)
        made.append(threading.current_thread())
        return make(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(briefs, "make", slowly)
    opened = PrintDialog(session, Subject("articles"))
    qtbot.addWidget(opened)
    opened.show()
    preview = opened.findChild(QPrintPreviewWidget)
    assert preview is not None
    assert "Preparing" in told(opened)
    assert not preview.isVisible()
    assert opened.cursor().shape() is Qt.CursorShape.BusyCursor
    wait.set()
    qtbot.waitUntil(preview.isVisible, timeout=30_000)
    assert made[0] is not threading.main_thread()
    assert "Preparing" not in told(opened)
    assert "page" in told(opened)
    assert opened.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_what_was_chosen_last_is_shown_and_what_is_closed_is_not(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    make, wait, asked = briefs.make, threading.Event(), list[str]()

    def slowly(library: Library, subject: Subject, *given: object) -> briefs.Brief:
        asked.append(subject.kind)
        wait.wait(10)
        return make(library, subject, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(briefs, "make", slowly)
    laid = list[str]()
    shown = PrintDialog._show
    monkeypatch.setattr(PrintDialog, "_show", lambda self, brief: (laid.append(brief.title), shown(self, brief)))
    opened = PrintDialog(session, Subject("articles"))
    qtbot.addWidget(opened)
    opened.show()
    chosen = named(opened, QComboBox, "What to summarise")
    chosen.setCurrentIndex(chosen.findData("routes"))
    qtbot.waitUntil(lambda: not opened._timer.isActive())
    closed = PrintDialog(session, Subject("resources"))
    closed.show()
    closed.close()
    wait.set()
    qtbot.waitUntil(lambda: not UNDER_WAY, timeout=30_000)
    assert asked == ["articles", "resources", "routes"]
    assert laid == [make(session.library, Subject("routes"), today().isoformat()).title]


def test_a_choice_is_laid_out_soon_after(dialog: PrintDialog, qtbot: QtBot) -> None:
    papers = named(dialog, QComboBox, "Paper")
    preview = dialog.findChild(QPrintPreviewWidget)
    assert preview is not None
    papers.setCurrentIndex(1 - papers.currentIndex())
    with qtbot.waitSignal(preview.previewChanged, timeout=30_000):
        pass


def test_a_choice_can_be_kept_as_a_view_chosen_again_and_forgotten(dialog: PrintDialog, session: Session) -> None:
    words = named(dialog, QLineEdit, "Only statements with these words")
    words.setText("uranium")
    dialog.keep("Yellow cake")
    kept = dialog.subject()
    assert views(session.library.folder) == (kept,)
    assert (kept.title, kept.words) == ("Yellow cake", "uranium")
    chosen = named(dialog, QComboBox, "What to summarise")
    chosen.setCurrentIndex(chosen.findData("articles"))
    words.clear()
    chosen.setCurrentIndex(chosen.findText("Yellow cake"))
    assert dialog.subject() == kept
    dialog._forget.trigger()
    assert views(session.library.folder) == ()
    assert chosen.findText("Yellow cake") == -1


def test_each_has_a_file_of_its_own(dialog: PrintDialog, session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    countries = subjects(dialog)
    for row in range(2):
        countries.item(row).setCheckState(Qt.CheckState.Checked)
    codes = dialog.subject().codes
    dialog.save_each(tmp_path / "each")
    qtbot.waitUntil(lambda: "files written" in dialog._told.text(), timeout=20_000)
    assert {path.stem for path in (tmp_path / "each").iterdir()} == {session.catalog.name(code) for code in codes}


@pytest.mark.parametrize("ending", [".odt", ".md"])
def test_it_can_be_saved_in_other_forms(dialog: PrintDialog, tmp_path: Path, ending: str) -> None:
    dialog.save(tmp_path / f"brief{ending}")
    assert (tmp_path / f"brief{ending}").stat().st_size > 1000


@pytest.mark.parametrize(
    ("typed", "chosen", "name"),
    [
        ("brief.docx", "PDF (*.pdf)", "brief.docx"),
        ("brief.pdf", "Word (*.docx)", "brief.docx"),
        ("brief", "Markdown (*.md)", "brief.md"),
        ("brief v1.2", "OpenDocument (*.odt)", "brief v1.2.odt"),
        ("brief.pdf", "Web pages in a folder (*)", "brief"),
    ],
)
def test_the_ending_that_is_typed_tells_the_form_before_the_one_that_is_chosen(
    dialog: PrintDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, chosen: str, name: str
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / typed), chosen))
    dialog._on_save()
    assert [path.name for path in tmp_path.iterdir() if path.stem == Path(name).stem] == [name]


def test_a_folder_that_is_not_there_is_told(
    dialog: PrintDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    warning: Callable[..., None] = lambda parent, title, text: told.append(text)  # noqa: E731
    monkeypatch.setattr(QMessageBox, "warning", warning)
    dialog.save(tmp_path / "missing" / "brief.pdf")
    assert len(told) == 1
    assert "cannot be written" in told[0]


def test_a_template_of_the_users_that_is_broken_is_told(session: Session, qtbot: QtBot) -> None:
    folder = session.library.folder / "templates" / "brief"
    folder.mkdir(parents=True)
    (folder / "brief.html").write_text("<p>{{ brief.title", encoding="utf-8")
    opened = PrintDialog(session, Subject("articles"))
    qtbot.addWidget(opened)
    opened.refresh()
    assert "Your template (brief.html, line 1) cannot be used, so ours is" in opened._told.text()


def test_what_is_told_below_the_choices_is_not_cut(qtbot: QtBot, dialog: PrintDialog) -> None:
    age = named(dialog, QComboBox, "Age of statements")
    age.setCurrentIndex(1)
    dialog.refresh()
    (line,) = (label for label in dialog.findChildren(QLabel) if " statements" in label.text())
    assert line.heightForWidth(line.width()) > 0
    qtbot.waitUntil(lambda: line.height() >= line.heightForWidth(line.width()))


def test_a_long_name_of_a_view_widens_nothing(session: Session, qtbot: QtBot) -> None:
    widths = []
    for name in ("short", "a very long name of a view " * 12):
        choices = Choices(session.library, (Subject("geopolitics", title=name),))
        qtbot.addWidget(choices)
        choices.choose(Subject("geopolitics", title=name))
        assert choices.subject().title == name
        widths.append(choices.sizeHint().width())
    assert widths[0] == widths[1]


@pytest.mark.parametrize(("asked", "numbers"), [(None, None), ((2, 3), (1, 2))], ids=["all pages", "some pages"])
def test_the_printer_gets_the_pages_that_are_asked_for(
    dialog: PrintDialog,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    asked: tuple[int, int] | None,
    numbers: tuple[int, ...] | None,
) -> None:
    def choose(own: QPrintDialog) -> QDialog.DialogCode:
        printer = own.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        if asked:
            printer.setPrintRange(QPrinter.PrintRange.PageRange)
            printer.setFromTo(*asked)
        return QDialog.DialogCode.Accepted

    saved(dialog, tmp_path / "whole.pdf")
    monkeypatch.setattr(QPrintDialog, "exec", choose)
    (button,) = (
        found for found in dialog.findChildren(QPushButton) if found.text().replace("&", "").startswith("Print")
    )
    button.click()
    whole, printed = (
        [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(tmp_path / name)]
        for name in ("whole.pdf", "printed.pdf")
    )
    assert len(whole) > 2
    assert printed == ([whole[number] for number in numbers] if numbers else whole)
    told = f"{len(printed)} page{'' if len(printed) == 1 else 's'} sent to printed.pdf."
    assert told in [label.text() for label in dialog.findChildren(QLabel)]
    named(dialog, QLineEdit, "Only statements with these words").setText("gold")
    assert told not in [label.text() for label in dialog.findChildren(QLabel)]


def test_the_choices_are_there_again_the_next_time(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    def opened() -> PrintDialog:
        made = PrintDialog(session, Subject("resources"), habits=Habits(Preferences(tmp_path / "window.ini")))
        qtbot.addWidget(made)
        return made

    first = opened()
    usual = first.choices.options()
    tick(parts(first), "Notes", on=True)
    tick(parts(first), "Map", on=False)
    for name in ("How much goes in", "Language", "Paper"):
        combo = named(first, QComboBox, name)
        combo.setCurrentIndex((combo.currentIndex() + 1) % combo.count())
    then, paper = first.choices.options(), first.choices.paper()
    assert then.language != usual.language
    assert then.short
    first.close()
    again = opened()
    assert again.choices.options() == then
    assert again.choices.paper() == paper
    assert set(then.parts) == {*PARTS} - {"map"}


def test_a_short_one_has_few_pages_and_offers_only_what_it_holds(dialog: PrintDialog, tmp_path: Path) -> None:
    whole = saved(dialog, tmp_path / "whole.pdf")
    length = named(dialog, QComboBox, "How much goes in")
    length.setCurrentIndex(length.findText("Short", Qt.MatchFlag.MatchStartsWith))
    assert len(saved(dialog, tmp_path / "short.pdf")) < len(whole) / 3
    assert len(pypdfium2.PdfDocument(tmp_path / "short.pdf")) <= 3
    found = parts(dialog)
    rows = [row for row in range(found.count()) if not found.isRowHidden(row)]
    offered = {found.item(row).data(Qt.ItemDataRole.UserRole) for row in rows}
    assert offered == {"summary", "map", "profile", "contested", "notes"}


def test_with_large_letters_it_can_still_be_made_narrow(dialog: PrintDialog, qapp: QApplication) -> None:
    before = qapp.font()
    large = qapp.font()
    large.setPointSizeF(2 * before.pointSizeF())
    tools = [tool for tool in dialog.findChildren(QToolButton) if tool.accessibleName()]
    try:
        qapp.setFont(large)
        qapp.processEvents()
        assert dialog.minimumSizeHint().width() < sum(tool.sizeHint().width() for tool in tools) + WIDTH
    finally:
        qapp.setFont(before)
