"""What can be done with a sentence in the reader: show what was read from it, copy it, list all that was read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from models.pages.articles import Mark
from models.text import within_marks
from ui.widgets.reader import Reader
from ui.widgets.sentences import in_short


def menu_on(reader: Reader, marks: Sequence[Mark], title: str, list_read: Callable[[], object]) -> QMenu:
    """The menu on the evidence at one place of an article of that title, which may be none."""
    menu = QMenu(reader)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for mark in marks:
        words = f"Show {mark.kind.value}: {in_short(mark.says)}"
        menu.addAction(words.replace("&", "&&"), partial(reader.choose, mark, marks))
    menu.addSeparator()
    if reader.textCursor().hasSelection():
        menu.addAction("Copy selection", reader.copy)
    if marks:
        quote = reader.text_of(marks[-1])
        menu.addAction("Copy sentence", partial(QGuiApplication.clipboard().setText, quote))
        cited = f"“{within_marks(quote)}” ({title})"
        menu.addAction("Copy sentence with its source", partial(QGuiApplication.clipboard().setText, cited))
    menu.addAction("Select all", reader.selectAll)
    menu.addSeparator()
    menu.addAction("List what was read…", list_read)
    return menu
