"""The system's dialog for printers, set so that a print into a file lies where the user's other files do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QLineEdit, QRadioButton, QWidget

from ui.printing.batch import UNFIT

if TYPE_CHECKING:
    from ui.preferences import Folder

RANGES = ("pagesRadioButton", "pagesLineEdit")
"""Qt's second field for pages: CUPS alone can use it, so that it is dead before any other printer."""


def printer_dialog(printer: QPrinter, title: str, folder: Folder, parent: QWidget) -> QPrintDialog:
    """The dialog; a file is proposed under the title in the folder, as Qt itself proposes the one it was started in."""
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    line = dialog.findChild(QLineEdit, "filename")  # dialogs of other systems have none of these
    if isinstance(line, QLineEdit):
        line.setText(str(folder.proposed() / f"{title.translate(UNFIT)}.pdf"))
    for name in RANGES:
        for kind in (QRadioButton, QLineEdit):
            dead = dialog.findChild(kind, name)
            if isinstance(dead, QWidget) and not printer.printerName():
                dead.hide()
    return dialog


def remember_file(printer: QPrinter, folder: Folder) -> None:
    """Propose the folder again that was printed into; after a print on paper there is none."""
    if file := printer.outputFileName():
        folder.remember(Path(file).parent)
