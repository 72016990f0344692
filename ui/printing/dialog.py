"""The print preview: what to print on the left, the pages on the right, then printer or PDF."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from models import briefs
from models.briefs import PARTS, Options, Subject
from ui.printing import pdf
from ui.printing.document import PAPERS, Document
from ui.widgets.labels import Plain

if TYPE_CHECKING:
    from ui.session import Session

TABS = {
    "countries": "Countries",
    "resources": "Resources",
    "routes": "Transport routes",
    "geopolitics": "Geopolitics",
    "articles": "Articles",
}
WAIT_MS = 150
"""Pause after the last choice before the pages are laid out anew."""
Role = Qt.ItemDataRole


class PrintDialog(QDialog):
    """Shows a brief as pages while the user chooses what it is about; prints it or saves it as PDF."""

    printed = Signal()
    saved = Signal(Path)

    def __init__(self, session: Session, subject: Subject, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = session.library
        self._document: Document | None = None
        self._title = ""
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._build()
        self._lay_out()
        self._connect()
        self._choose(subject)
        self.refresh()

    # --- build ------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setWindowTitle("Print preview")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._tab = _combo("What to summarise", TABS)
        self._countries = QListWidget()
        self._countries.setAccessibleName("Countries to include")
        self._countries.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        for row in self._library.countries().rows:
            item = QListWidgetItem(row.name, self._countries)
            item.setData(Role.UserRole, row.code)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
        self._paper = _combo("Paper", {name: name for name in PAPERS})
        self._paper.setCurrentText(_usual_paper())
        self._notes = QCheckBox("Include my &notes")
        self._notes.setChecked(True)
        self._pages = QLabel()
        self._told = Plain(muted=True)
        self._preview = QPrintPreviewWidget(self._printer, self)
        self._preview.setAccessibleName("Pages of the brief")
        self._preview.setZoomMode(QPrintPreviewWidget.ZoomMode.FitToWidth)
        self._print = QPushButton("&Print…")
        self._save = QPushButton("&Save as PDF…")
        self._save.setDefault(True)
        self._close = QPushButton("Close")
        self._views = {
            _tool("Page width", "Fit the width of a page", "Ctrl+1"): self._preview.fitToWidth,
            _tool("Whole page", "Show a page at a time", "Ctrl+2"): self._preview.fitInView,
            _tool("All pages", "Show all pages side by side", "Ctrl+3"): self._preview.setAllPagesViewMode,
            _tool("−", "Smaller", "Ctrl+-"): self._preview.zoomOut,
            _tool("+", "Larger", "Ctrl++"): self._preview.zoomIn,
        }
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)

    def _lay_out(self) -> None:
        above, below = QFormLayout(), QFormLayout()
        for form in (above, below):
            form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        above.addRow("Summary of", self._tab)
        below.addRow("Paper", self._paper)
        below.addRow(self._notes)
        side = QVBoxLayout()
        side.addLayout(above)
        side.addWidget(self._countries, 1)
        side.addLayout(below)
        side.addStretch()  # takes what is left where there are no countries to choose
        side.addWidget(self._pages)
        side.addWidget(self._told)
        for button in (self._save, self._print, self._close):
            side.addWidget(button)
        holder = QWidget()
        holder.setLayout(side)
        holder.setFixedWidth(240)
        tools = QHBoxLayout()
        for tool in self._views:
            tools.addWidget(tool)
        tools.addStretch()
        pages = QVBoxLayout()
        pages.addLayout(tools)
        pages.addWidget(self._preview)
        row = QHBoxLayout(self)
        row.addWidget(holder)
        row.addLayout(pages, 1)
        self.resize(1040, 700)

    def _connect(self) -> None:
        self._timer.timeout.connect(self.refresh)
        self._tab.currentIndexChanged.connect(self._on_choice)
        self._countries.itemChanged.connect(self._on_choice)
        self._paper.currentIndexChanged.connect(self._on_choice)
        self._notes.toggled.connect(self._on_choice)
        self._preview.paintRequested.connect(self._on_paint_requested)
        self._print.clicked.connect(self._on_print)
        self._save.clicked.connect(self._on_save)
        self._close.clicked.connect(self.reject)
        for tool, show in self._views.items():
            tool.clicked.connect(show)

    # --- what is shown ----------------------------------------------------------------------------------------------

    def subject(self) -> Subject:
        """What the user has chosen; no country ticked means all of the region."""
        tab = str(self._tab.currentData())
        items = [self._countries.item(row) for row in range(self._countries.count())]
        ticked = tuple(item.data(Role.UserRole) for item in items if item.checkState() is Qt.CheckState.Checked)
        return Subject(tab, ticked if tab == "countries" else ())

    def refresh(self) -> None:
        """Lay the brief out anew and show its pages."""
        self._timer.stop()
        today = datetime.now().astimezone().date().isoformat()
        left_out = () if self._notes.isChecked() else ("notes",)
        options = Options(tuple(part for part in PARTS if part not in left_out))
        brief = briefs.make(self._library, self.subject(), today, options)
        self._title = brief.title
        self._document = Document(brief, str(self._paper.currentData()))
        self._printer.setDocName(brief.title)
        self._printer.setPageLayout(self._document.sheet)
        self._preview.updatePreview()
        count = self._document.pages
        self._pages.setText(f"{count} page" if count == 1 else f"{count} pages")

    def _choose(self, subject: Subject) -> None:
        self._tab.setCurrentIndex(self._tab.findData(subject.kind))
        for row in range(self._countries.count()):
            item = self._countries.item(row)
            if item.data(Role.UserRole) in subject.codes:
                item.setCheckState(Qt.CheckState.Checked)
        self._countries.setVisible(subject.kind == "countries")

    def _on_choice(self) -> None:
        self._countries.setVisible(self._tab.currentData() == "countries")
        self._timer.start()

    def _on_paint_requested(self, printer: QPrinter) -> None:
        if self._document is not None:
            self._document.paint(printer)

    # --- where it goes ----------------------------------------------------------------------------------------------

    def _on_print(self) -> None:
        if self._document is None:
            return
        dialog = QPrintDialog(self._printer, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            if self._document.paint(self._printer):
                self.printed.emit()
            else:
                QMessageBox.warning(self, "Print", "The printer did not take the pages.")

    def _on_save(self) -> None:
        documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        proposal = (documents if documents.is_dir() else Path.home()) / f"{self._title}.pdf"
        name, _ = QFileDialog.getSaveFileName(self, "Save as PDF", str(proposal), "PDF (*.pdf)")
        if name:
            self.save(Path(name).with_suffix(".pdf"))

    def save(self, path: Path) -> None:
        """Save the pages as shown, or say why that failed."""
        if self._document is None:
            return
        problem = pdf.save(self._document, self._title, path)
        if problem is not None:
            QMessageBox.warning(self, "Save as PDF", problem.reason)
            return
        self._told.setText(f"Saved as {path.name} in {path.parent}.")
        self.saved.emit(path)


def _combo(name: str, choices: dict[str, str]) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    for key, label in choices.items():
        combo.addItem(label, key)
    return combo


def _tool(text: str, tip: str, shortcut: str) -> QToolButton:
    tool = QToolButton()
    tool.setText(text)
    tool.setToolTip(f"{tip} ({shortcut})")
    tool.setAccessibleName(tip)
    tool.setShortcut(QKeySequence(shortcut))
    return tool


def _usual_paper() -> str:
    """Letter where inches are in use, A4 elsewhere."""
    metric = QLocale.system().measurementSystem() is QLocale.MeasurementSystem.MetricSystem
    return "A4" if metric else "Letter"
