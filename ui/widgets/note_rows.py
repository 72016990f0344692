"""Notes as rows of a list: the first words, and when they were written."""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtCore import QDateTime, Qt

from models.records import Note
from ui.widgets.rows import Part, Row

UNTITLED = "Empty note"
LONGEST = 200
MARKUP = "#*->_ \t"
MARKED = re.compile(r"(\*\*|__|\*|(?<!\w)_|`)(?=\S)(.+?)(?<=\S)\1")
"""Words that are emphasised, or code, between their signs."""
LINKED = re.compile(r"!?\[([^\]]+)\]\([^)]*\)")


def rows_of(notes: Iterable[Note], words: str) -> list[Row]:
    """The notes that have all the words."""
    wanted = words.casefold().split()
    return [_row(note) for note in notes if all(word in note.text.casefold() for word in wanted)]


def when(moment: str) -> str:
    """An ISO time in UTC as the user's clock has it."""
    local = QDateTime.fromString(moment, Qt.DateFormat.ISODate).toLocalTime()
    return local.toString("d MMM yyyy, HH:mm")


def _row(note: Note) -> Row:
    first = next(filter(None, map(_plain, note.text.splitlines())), UNTITLED)
    return Row(note.id, (Part(first[:LONGEST], one_line=True), Part(when(note.changed), small=True, muted=True)))


def _plain(line: str) -> str:
    """A line of Markdown as it is read, without its signs."""
    told = LINKED.sub(r"\1", line)
    for _ in range(2):  # one within the other
        told = MARKED.sub(r"\2", told)
    return told.strip(MARKUP)
