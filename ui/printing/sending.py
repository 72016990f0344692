"""Briefs sent to a printer: one, or one after another a job for each country, commodity or route."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtPrintSupport import QPrinter

from models import briefs
from models.records import Problem, Step
from ui.printing.batch import name_of, singles
from ui.printing.document import Document
from ui.printing.fonts import lacking
from ui.printing.saving import why_empty

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.briefs import Options, Subject
    from models.library import Library

REFUSED = "The printer did not take the pages."


def send(document: Document, printer: QPrinter) -> int:
    """Print the pages that were asked for; how many, or 0 where the printer did not take them."""
    numbers = _wished(printer, document.pages)
    printer.setDocName(document.title)
    return len(numbers) if document.paint(printer, numbers) else 0


def where_of(printer: QPrinter) -> str:
    """What the printer, or the file that stands in for it, is called."""
    return Path(printer.outputFileName()).name or printer.printerName() or "the printer"


def print_each(
    library: Library, subject: Subject, options: Options, day: str, printer: QPrinter, paper: str
) -> Iterator[Step]:
    """Print a document for each as a job of its own; every step tells of one, with the problem where there is one.

    Where the printer writes a file each has one beside that, named after both.
    """
    found, file = singles(library, subject), printer.outputFileName()
    try:
        for done, one in enumerate(found, 1):
            name = name_of(library, one, options)
            if file:
                printer.setOutputFileName(str(Path(file).with_stem(f"{Path(file).stem} {name}")))
            yield Step(done, len(found), name, problem=_printed(library, one, options, day, printer, paper))
    finally:
        printer.setOutputFileName(file)


def _printed(
    library: Library, subject: Subject, options: Options, day: str, printer: QPrinter, paper: str
) -> Problem | None:
    brief = briefs.make(library, subject, day, options)
    if not brief.tells:
        return Problem(brief.title, why_empty(library, subject, options, day))
    if blank := lacking(brief.language):
        return blank
    return None if send(Document(brief, paper, library.folder), printer) else Problem(brief.title, REFUSED)


def _wished(printer: QPrinter, pages: int) -> list[int]:
    """The numbers, from 0, of the pages that were asked for, in the order in which they leave the printer."""
    only = printer.pageRanges() if printer.printRange() == QPrinter.PrintRange.PageRange else None
    numbers = [number for number in range(pages) if only is None or only.contains(number + 1)]
    return numbers[::-1] if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst else numbers
