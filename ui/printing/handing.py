"""The dialog that saves a brief as a file of another program, or as web pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from models.library import saved
from models.publishing.forms import FORMS, PDF, WORD
from models.records import Problem, Step
from ui.clock import today
from ui.jobs import Job
from ui.preferences import Folder
from ui.printing.choices import Choices
from ui.printing.habits import Habits
from ui.printing.saving import save, title_of
from ui.theme import SPACE, room
from ui.widgets.dialogs import bare
from ui.widgets.labels import Plain, heading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from models.briefs import Brief, Subject
    from models.publishing.forms import Form
    from ui.session import Session

TITLE = "Save brief as"
SECONDS = 60.0
"""To wait for what is being saved when the dialog is closed."""
UNFIT = '\\/:*?"<>|'
Role = Qt.ItemDataRole


class SaveDialog(QDialog):
    """Lets the user choose what a brief is about and its form; `saved` tells where it is, `failed` why it is not."""

    saved = Signal(Path)
    failed = Signal(str)

    def __init__(
        self,
        session: Session,
        subject: Subject,
        parent: QWidget | None = None,
        folder: Folder | None = None,
        habits: Habits | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._folder = folder or Folder()
        self._job: Job | None = None
        self._path = Path()
        self._brief: Brief | None = None
        found = saved.views(session.library.folder)
        views = () if isinstance(found, Problem) else found
        self._choices = Choices(session.library, views, habits=habits, handed=True)
        self._choices.choose(subject)
        self._build()
        self._lay_out()

    # --- build ------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setWindowTitle(TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._forms = QListWidget()
        self._forms.setAccessibleName("Form of the brief")
        for form in FORMS.values():
            item = QListWidgetItem(f"{form.label} ({form.ending})" if form.ending else form.label, self._forms)
            item.setData(Role.UserRole, form.id)
        self._forms.setCurrentRow(list(FORMS).index(WORD))
        self._forms.itemActivated.connect(self._on_save)
        self._told = Plain(muted=True)
        self._buttons = QDialogButtonBox()
        self._save = self._buttons.addButton("&Save…", QDialogButtonBox.ButtonRole.ApplyRole)
        self._save.clicked.connect(self._on_save)
        self._save.setDefault(True)
        self._buttons.addButton(QDialogButtonBox.StandardButton.Close)
        bare(self._buttons).rejected.connect(self.reject)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.addWidget(heading("Form"))
        right.addWidget(self._forms, 1)
        right.addWidget(self._told)
        columns = QHBoxLayout()
        columns.addWidget(self._choices, 1)
        columns.addLayout(right, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        box.setSpacing(SPACE)
        box.addLayout(columns, 1)
        box.addWidget(self._buttons)
        self.resize(room(640, 640, self.screen()))

    # --- what is chosen ---------------------------------------------------------------------------------------------

    def choose(self, form_id: str) -> None:
        """Mark a form."""
        self._forms.setCurrentRow(list(FORMS).index(form_id))

    def form(self) -> Form:
        """The form that is marked."""
        return FORMS[str(self._forms.currentItem().data(Role.UserRole))]

    def _on_save(self) -> None:
        form, proposal = self.form(), self._proposal()
        if form.ending:
            name, _ = QFileDialog.getSaveFileName(self, TITLE, f"{proposal}{form.ending}", f"*{form.ending}")
        else:
            name, _ = QFileDialog.getSaveFileName(self, TITLE, str(proposal), "Folder (*)")
        if name:
            path = Path(name)
            self._folder.remember(path.parent)
            self.save(path if path.suffix.lower() == form.ending else path.with_name(path.name + form.ending))

    def _proposal(self) -> Path:
        title = title_of(self._session.library, self._choices.subject())
        name = "".join(" " if sign in UNFIT else sign for sign in title)
        return self._folder.proposed() / name

    # --- saving -----------------------------------------------------------------------------------------------------

    def save(self, path: Path) -> None:
        """Save the brief in the form that is marked; the window stays awake meanwhile."""
        if self._job is not None:
            return
        self._session.save_all()
        self._path = path
        work = self._work(path)
        if self.form().id == PDF:  # its pages are laid out by Qt, which does that in this thread only
            self._on_finished(tuple(work))
            return
        self._save.setEnabled(False)
        self._told.setText("Saving…")
        self._job = Job(lambda: work, self)
        self._job.finished.connect(self._on_finished)
        self._job.crashed.connect(_raise)
        self._job.start()

    def _work(self, path: Path) -> Iterator[Step]:
        """The saving as the one step of a job; what is chosen is asked for here, in the window's own thread."""
        subject, options, paper, form = (
            self._choices.subject(),
            self._choices.options(),
            self._choices.paper(),
            self.form(),
        )
        library = self._session.library
        day = today().isoformat()

        def steps() -> Iterator[Step]:
            saved = save(library, subject, options, day, path, paper, form)
            self._brief = None if isinstance(saved, Problem) else saved
            yield Step(1, 1, path.name, problem=saved if isinstance(saved, Problem) else None)

        return steps()

    def _on_finished(self, steps: Sequence[Step]) -> None:
        self._job = None
        self._save.setEnabled(True)
        problem = steps[-1].problem
        if problem is None:
            self._told.setText(f"Saved as {self._path.name} in {self._path.parent}.")
            if self._brief is not None:
                self._choices.tell(self._brief)
            self.saved.emit(self._path)
            return
        self._told.setText("")
        QMessageBox.warning(self, TITLE, problem.reason)
        self.failed.emit(problem.reason)

    @override
    def done(self, result: int) -> None:
        """Close, once what is being saved is whole."""
        if self._job is not None:
            self._job.wait(SECONDS)
        super().done(result)


def _raise(mistake: BaseException) -> None:
    raise mistake
