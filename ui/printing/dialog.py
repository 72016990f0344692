"""The print preview: what to print on the left, the pages on the right, then printer or file."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QInputDialog,
    QMenu,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from models import briefs
from models.briefs import Options, Subject
from models.library import saved
from models.publishing.forms import FORMS, PDF, SITE, form_of
from models.records import Problem
from ui.clock import today
from ui.outcomes import counted
from ui.preferences import Folder
from ui.printing import pdf
from ui.printing.asking import printer_dialog, remember_file
from ui.printing.batch import UNFIT, write_each
from ui.printing.choices import Choices
from ui.printing.document import Document
from ui.printing.habits import Habits
from ui.printing.making import Making
from ui.printing.preview import PREPARING, Preview
from ui.printing.saving import save
from ui.printing.sending import REFUSED, print_each, send, where_of
from ui.printing.template import script
from ui.printing.walking import Walk
from ui.theme import SPACE, room
from ui.widgets.labels import Plain

if TYPE_CHECKING:
    from models.publishing.forms import Form
    from models.records import Step
    from ui.printing.template import Script
    from ui.session import Session

WAIT_MS = 150
"""Pause after the last choice before the pages are laid out anew."""
SIZE = (1120, 760)
WIDTH = 330


class PrintDialog(QDialog):
    """Shows a brief as pages while the user chooses what it is about; prints it or saves it in a form of choice.

    The brief is made in the background, so that the dialog stands at once and choices are taken meanwhile.
    """

    printed = Signal()
    saved = Signal(Path)

    def __init__(
        self,
        session: Session,
        subject: Subject,
        parent: QWidget | None = None,
        folder: Folder | None = None,
        habits: Habits | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = session.library
        self._habits = habits
        self._making = Making(self)
        self._folder = folder or Folder()
        self._document: Document | None = None
        self._title = ""
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._build()
        self._lay_out()
        self._connect()
        self.choices.choose(subject)
        self._prepare()

    # --- build ------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setWindowTitle("Print preview")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        found = saved.views(self._library.folder)
        self.choices = Choices(self._library, () if isinstance(found, Problem) else found, habits=self._habits)
        self._pages = Plain()
        self._told = Plain(muted=True)
        if isinstance(found, Problem):
            self._told.setText(found.reason)
        self._preview = Preview(self._printer)
        self._print = QPushButton("&Print…")
        self._save = QPushButton("&Save as…")
        self._save.setDefault(True)
        self._more = QPushButton("&More")
        menu = QMenu(self._more)
        self._each = menu.addAction("One PDF for &each, in a folder…")
        self._each_job = menu.addAction("One print &job for each…")
        self._keep = menu.addAction("Save this choice as a &view…")
        self._forget = menu.addAction("&Forget this view")
        self._more.setMenu(menu)
        self._close = QPushButton("Close")
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setContentsMargins(0, 0, SPACE, 0)
        side.setSpacing(SPACE)
        side.addWidget(self.choices, 1)
        side.addWidget(self._pages)
        side.addWidget(self._told)
        for pair in ((self._save, self._print), (self._more, self._close)):
            row = QHBoxLayout()
            for button in pair:
                row.addWidget(button, 1)
            side.addLayout(row)
        holder = QWidget()
        holder.setLayout(side)
        size = room(*SIZE, self.screen())
        holder.setFixedWidth(max(WIDTH, min(side.sizeHint().width(), size.width() * 2 // 5)))
        whole = QHBoxLayout(self)
        whole.addWidget(holder)
        whole.addWidget(self._preview, 1)
        self.resize(size)

    def _connect(self) -> None:
        self._timer.timeout.connect(self._prepare)
        self.choices.changed.connect(self._on_changed)
        self._making.made.connect(self._show)
        self._making.crashed.connect(self._on_crashed)
        self._print.clicked.connect(self._on_print)
        self._save.clicked.connect(self._on_save)
        self._each.triggered.connect(self._on_each)
        self._each_job.triggered.connect(self._on_print_each)
        self._keep.triggered.connect(self._on_keep)
        self._forget.triggered.connect(self._on_forget)
        self._close.clicked.connect(self.reject)

    # --- what is shown ----------------------------------------------------------------------------------------------

    def subject(self) -> Subject:
        """What the user has chosen."""
        return self.choices.subject()

    def refresh(self) -> None:
        """Make the brief anew, now, and show its pages."""
        self._show(self._made(self.subject(), self.choices.options()))

    def _on_changed(self) -> None:
        """What is shown is no more what was chosen, and what was told is of what was."""
        self._document = None
        self._told.clear()
        self._timer.start()

    def _prepare(self) -> None:
        """Make the brief anew in the background, then show its pages."""
        self._wait_no_more()
        self._document = None
        self._pages.setText(PREPARING)
        self.setCursor(Qt.CursorShape.BusyCursor)
        self._making.begin(partial(self._made, self.subject(), self.choices.options()))

    def _wait_no_more(self) -> None:
        """Whatever is being made is not waited for."""
        self._timer.stop()
        self._making.drop()
        self.unsetCursor()

    def _on_crashed(self, mistake: BaseException) -> None:
        self._wait_no_more()
        self._pages.clear()
        raise mistake

    def _made(self, subject: Subject, options: Options) -> Script:
        return script(briefs.make(self._library, subject, today().isoformat(), options), self._library.folder)

    def _show(self, written: Script) -> None:
        """Lay a brief out, and show its pages."""
        self._wait_no_more()
        brief = written.brief
        self._title = brief.title
        self._document = Document(written, self.choices.paper())
        self._printer.setDocName(brief.title)
        self._printer.setPageLayout(self._document.sheet)
        self._preview.show_pages(self._document)
        self._pages.setText(" · ".join((counted(self._document.pages, "page"), *brief.facts)))
        if self._document.problem:
            self._told.setText(self._document.problem.reason)
        self.choices.tell(brief)
        for each in (self._each, self._each_job):
            each.setEnabled(self.choices.separate())
        self._forget.setEnabled(bool(self.subject().title))

    # --- where it goes ----------------------------------------------------------------------------------------------

    def _chosen(self) -> Document:
        """What was chosen in pages, made now where it is still being made."""
        if self._document is None:
            self.refresh()
        assert self._document is not None
        return self._document

    def _on_print(self) -> None:
        document = self._chosen()
        self._told.clear()
        dialog = printer_dialog(self._printer, self._title, self._folder, self)
        dialog.setMinMax(1, document.pages)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            remember_file(self._printer, self._folder)
            if pages := send(document, self._printer):
                self._told.setText(f"{counted(pages, 'page')} sent to {where_of(self._printer)}.")
                self.printed.emit()
            else:
                QMessageBox.warning(self, "Print", REFUSED)

    def _on_save(self) -> None:
        self._chosen()
        forms = ";;".join(f"{form.label} (*{form.ending})" for form in FORMS.values() if form.ending)
        proposal = str(self._folder.proposed() / f"{self._title.translate(UNFIT)}.pdf")
        name, chosen = QFileDialog.getSaveFileName(self, "Save as", proposal, f"{forms};;{FORMS[SITE].label} (*)")
        if not name:
            return
        self._folder.remember(Path(name).parent)
        self.save(_ended(Path(name), next(form for form in FORMS.values() if chosen.startswith(form.label))))

    def save(self, path: Path) -> None:
        """Save what is shown in the form that the ending of the path tells, or say why that failed."""
        form = form_of(path)
        if form == FORMS[PDF]:
            done = pdf.save(self._chosen(), path)
        else:
            made = save(
                self._library, self.subject(), self.choices.options(), today().isoformat(), path, self.choices.paper()
            )
            done = made if isinstance(made, Problem) else None
        if done is not None:
            QMessageBox.warning(self, "Save as", done.reason)
            return
        self._told.setText(f"Saved as {path.name} in {path.parent}.")
        self.saved.emit(path)

    # --- one for each -----------------------------------------------------------------------------------------------

    def _on_each(self) -> None:
        name = QFileDialog.getExistingDirectory(self, "One PDF for each, in a folder", str(self._folder.proposed()))
        if name:
            self._folder.remember(Path(name))
            self.save_each(Path(name))

    def save_each(self, folder: Path) -> None:
        """Write a PDF for each of what is chosen into the folder, one after another."""
        subject, options, paper = self.subject(), self.choices.options(), self.choices.paper()
        steps = write_each(self._library, subject, options, today().isoformat(), folder, paper)
        Walk(steps, "Writing…", self).ended.connect(partial(self._on_batch, "One PDF for each", "file", "written"))

    def _on_print_each(self) -> None:
        self._told.clear()
        dialog = printer_dialog(self._printer, self._title, self._folder, self)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, False)
        self._printer.setPrintRange(QPrinter.PrintRange.AllPages)  # of each; a range was of what is shown
        if dialog.exec() == QDialog.DialogCode.Accepted:
            remember_file(self._printer, self._folder)
            self.print_each()

    def print_each(self) -> None:
        """Print each of what is chosen as a job of its own, one after another."""
        subject, options, paper = self.subject(), self.choices.options(), self.choices.paper()
        where = f"sent to {where_of(self._printer)}"
        steps = print_each(self._library, subject, options, today().isoformat(), self._printer, paper)
        Walk(steps, "Printing…", self).ended.connect(partial(self._on_batch, "One print job for each", "job", where))

    def _on_batch(self, title: str, what: str, done: str, steps: list[Step]) -> None:
        problems = [step.problem for step in steps if step.problem]
        count = len(steps) - len(problems)
        self._told.setText(f"{counted(count, what)} {done}." if count else f"No {what} was {done}.")
        if problems:
            reasons = "\n".join(f"{problem.subject}: {problem.reason}" for problem in problems)
            QMessageBox.warning(self, title, reasons)

    # --- views ------------------------------------------------------------------------------------------------------

    def _on_keep(self) -> None:
        name, given = QInputDialog.getText(self, "Save this choice as a view", "Name of the view:", text=self._title)
        if given and name.strip():
            self.keep(name.strip())

    def keep(self, name: str) -> None:
        """Save what is chosen as a view of this name."""
        view = structs.replace(self.subject(), title=name)
        self._told_of_views(saved.save(self._library.folder, view), f"Saved as the view “{name}”.", view)

    def _on_forget(self) -> None:
        view = self.subject()
        gone = structs.replace(view, title="")
        self._told_of_views(saved.forget(self._library.folder, view.title), f"“{view.title}” is no more.", gone)

    def _told_of_views(self, problem: Problem | None, done: str, subject: Subject) -> None:
        if problem is not None:
            QMessageBox.warning(self, "Views", problem.reason)
            return
        found = saved.views(self._library.folder)
        self.choices.set_views(() if isinstance(found, Problem) else found)
        self.choices.choose(subject)
        self.refresh()
        self._told.setText(done)

    @override
    def done(self, result: int) -> None:
        """Close; a brief that is still being made is for nobody."""
        self._wait_no_more()
        super().done(result)


def _ended(path: Path, chosen: Form) -> Path:
    """The path with the ending of its form: an ending that was typed tells it, else the form that was chosen."""
    typed = form_of(path)
    if isinstance(typed, Problem) or typed.id == SITE:
        return path.with_name(path.name + chosen.ending)
    return path.with_suffix(chosen.ending) if typed.id == PDF else path  # the dialog proposes a PDF
