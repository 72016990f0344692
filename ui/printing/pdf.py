"""A brief as a PDF file, with its title, its language and its outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPdfWriter

from models.records import Problem
from models.storage.disk import why, write_whole
from ui.printing.document import DPI, Document
from ui.printing.finishing import finished
from ui.printing.fonts import lacking

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
    if blank := lacking(brief.language):
        return blank
    document = Document(brief, paper, library)
    if document.problem:
        told(document.problem)
    return save(document, path)


def save(document: Document, path: Path) -> Problem | None:
    """Write a document that is laid out already, like `write`."""
    if blank := lacking(document.language):
        return blank
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(held)
    writer.setResolution(DPI)
    writer.setTitle(document.title)
    writer.setCreator("Oxus")
    painted = document.paint(writer)
    del writer  # it writes the end of the file when it goes
    if not painted:
        return Problem(str(path), "The PDF could not be painted.")
    try:
        write_whole(path, finished(bytes(held.data().data()), document.language, document.headings))
    except OSError as error:
        return Problem(str(path), f"This cannot be written here ({why(error)}).")
    return None
