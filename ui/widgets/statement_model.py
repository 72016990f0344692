"""The rows of a statement list: headings and lines, filtered by words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from models.pages.lines import Line, Section, sources_in_words
from models.records import Record, Standing

AnyIndex = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole


class Heading(Record):
    """The heading of a section and how many lines it has."""

    title: str
    count: int


Row = Heading | Line


def tags(line: Line) -> tuple[str, ...]:
    """The words shown in small frames after a line: its standing where that needs saying, rank and badges."""
    standing = (line.standing.value,) if line.standing in (Standing.CONTESTED, Standing.SUPERSEDED) else ()
    rank = (line.rank.value,) if line.rank.value != "normal" else ()
    return tuple(dict.fromkeys((*standing, *rank, *line.badges)))


def in_words(line: Line) -> str:
    """All that a row shows, as one text for screen readers and for copying."""
    parts = [line.text, line.detail, *tags(line), sources_in_words(line)]
    if len(line.variants) > 1:
        parts += [f"{variant.text} ({sources_in_words(variant)})" for variant in line.variants]
    return "; ".join(part for part in parts if part)


class StatementModel(QAbstractListModel):
    """Sections of lines, laid out as one list of rows.

    It leaves `flags` to Qt, which asks for those of all rows at once; the list itself skips headings.
    """

    def __init__(self) -> None:
        super().__init__()
        self._sections: tuple[Section, ...] = ()
        self._rows: list[Row] = []
        self._at: dict[str, int] = {}
        self._words = ""

    def set_sections(self, sections: Sequence[Section]) -> None:
        """Show these sections."""
        self._sections = tuple(sections)
        self._lay_out()

    def set_filter(self, words: str) -> None:
        """Show only lines that contain all these words."""
        self._words = words
        self._lay_out()

    def row_of(self, statement: str) -> int:
        """The row of a statement, or -1."""
        return self._at.get(statement, -1)

    def row(self, number: int) -> Row:
        """The heading or line of a row."""
        return self._rows[number]

    @override
    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.title if isinstance(row, Heading) else in_words(row)
        return None

    def _lay_out(self) -> None:
        wanted = self._words.casefold().split()
        self.beginResetModel()
        self._rows = list(_rows(self._sections, wanted))
        self._at = {row.statement: number for number, row in enumerate(self._rows) if isinstance(row, Line)}
        self.endResetModel()


def _rows(sections: Iterable[Section], wanted: Sequence[str]) -> Iterable[Row]:
    for section in sections:
        lines = [line for line in section.lines if _matches(line, wanted)] if wanted else section.lines
        if lines and section.title:
            yield Heading(section.title, len(lines))
        yield from lines


def _matches(line: Line, wanted: Sequence[str]) -> bool:
    text = in_words(line).casefold()
    return all(word in text for word in wanted)
