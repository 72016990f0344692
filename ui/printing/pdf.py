"""A brief as a PDF file, with its title and its language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QSaveFile
from PySide6.QtGui import QPdfWriter

from models.records import Problem
from ui.printing.document import DPI, Document
from ui.printing.tagging import with_language

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from models.briefs import Brief


def write(
    brief: Brief,
    path: Path,
    paper: str,
    library: Path | None = None,
    told: Callable[[Problem], object] = lambda _: None,
) -> Problem | None:
    """Write the brief to the path, or say why not; a file that was there stays whole until the new one is complete.

    Needs a QGuiApplication. `paper` is a key of `ui.printing.document.PAPERS`, `library` the folder whose own
    templates go before ours; one that could not be used, so that ours was, is `told`.
    """
    document = Document(brief, paper, library)
    if document.problem:
        told(document.problem)
    return save(document, path)


def save(document: Document, path: Path) -> Problem | None:
    """Write a document that is laid out already, like `write`."""
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        return Problem(str(path), f"This cannot be written here ({file.errorString().lower()}).")
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(held)
    writer.setResolution(DPI)
    writer.setTitle(document.title)
    writer.setCreator("Oxus")
    painted = document.paint(writer)
    del writer  # it writes the end of the file when it goes
    file.write(with_language(bytes(held.data().data()), document.language))
    if not painted or not file.commit():
        return Problem(str(path), f"This could not be completed ({file.errorString().lower()}).")
    return None
