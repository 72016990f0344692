"""The export dialog: what the library holds, in the formats of other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from models.exchange import FORMATS, export
from models.records import Problem
from ui.outcomes import counted
from ui.preferences import Folder
from ui.theme import SPACE, room
from ui.widgets.dialogs import bare
from ui.widgets.labels import Plain, heading

if TYPE_CHECKING:
    from ui.session import Session

NAME = "Oxus"


class ExportDialog(QDialog):
    """Lets the user choose a format and a place; `exported` tells where the files were written."""

    exported = Signal(Path)

    def __init__(self, session: Session, parent: QWidget | None = None, folder: Folder | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._folder = folder or Folder()
        self._formats = QListWidget()
        self._about = QComboBox()
        self._told = Plain(muted=True)
        self._build()

    def _build(self) -> None:
        self.setWindowTitle("Export")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._formats.setAccessibleName("What to export")
        for found in FORMATS.values():
            item = QListWidgetItem(found.label, self._formats)
            item.setData(Qt.ItemDataRole.UserRole, found.id)
        self._formats.setCurrentRow(0)
        self._formats.itemActivated.connect(self._on_export)
        self._formats.currentRowChanged.connect(self._on_format_chosen)
        self._offer_countries()
        buttons = QDialogButtonBox()
        write = buttons.addButton("&Export…", QDialogButtonBox.ButtonRole.ApplyRole)
        write.clicked.connect(self._on_export)
        write.setDefault(True)
        buttons.addButton(QDialogButtonBox.StandardButton.Close)
        bare(buttons).rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        box.setSpacing(SPACE)
        box.addWidget(heading("What to export"))
        box.addWidget(self._formats, 1)
        box.addWidget(self._about)
        box.addWidget(self._told)
        box.addWidget(buttons)
        self.resize(room(460, 420, self.screen()))

    def _offer_countries(self) -> None:
        catalog = self._session.catalog
        self._about.setAccessibleName("Statements of which country")
        self._about.addItem("Statements of all countries", "")
        for code in catalog.region.members:
            self._about.addItem(f"Only what concerns {catalog.name(code)}", code)
        self._on_format_chosen()

    def _on_format_chosen(self) -> None:
        self._about.setEnabled(FORMATS[self.chosen()].limited)

    def about(self) -> str:
        """The country that what is written is limited to; empty for none."""
        return str(self._about.currentData()) if self._about.isEnabled() else ""

    def chosen(self) -> str:
        """The id of the format that is chosen."""
        return str(self._formats.currentItem().data(Qt.ItemDataRole.UserRole))

    def choose(self, format_id: str) -> None:
        """Mark a format."""
        self._formats.setCurrentRow(list(FORMATS).index(format_id))

    def write(self, path: Path) -> None:
        """Write the chosen format to the path, or say why that failed."""
        self._session.save_all()
        written = export(self._session.library, self.chosen(), path, self.about())
        if isinstance(written, Problem):
            QMessageBox.warning(self, "Export", written.reason)
            return
        self._told.setText(
            f"{counted(written, 'file')} written to {path}." if written else "There is nothing to write."
        )
        self.exported.emit(path)

    def _on_export(self) -> None:
        suffix = FORMATS[self.chosen()].suffix
        folder = self._folder.proposed()
        if suffix:
            named = self._session.catalog.name(self.about()) if self.about() else NAME
            proposal = str(folder / f"{named} {self.chosen()}{suffix}")
            name, _ = QFileDialog.getSaveFileName(self, "Export", proposal, f"*{suffix}")
        else:
            name = QFileDialog.getExistingDirectory(self, "Export into a folder", str(folder))
        if name:
            path = Path(name)
            self._folder.remember(path.parent if suffix else path)
            self.write(path.with_suffix(suffix) if suffix and path.suffix != suffix else path)
