"""The rows of a statement list: headings, lines, and earlier values folded away; filtered by words, age and shelf."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from models.pages.ages import dated, passes
from models.pages.lines import Line, Section
from models.pages.matching import NOTHING, in_words, matches
from models.pages.series import told_beside
from models.pages.standings import explained
from models.records import Kind, Record
from ui.widgets.labels import tooltip

AnyIndex = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
SHUT, OPEN = "\N{BLACK RIGHT-POINTING SMALL TRIANGLE}", "\N{BLACK DOWN-POINTING SMALL TRIANGLE}"


class Heading(Record):
    """The heading of a section and how many lines it has."""

    title: str
    count: int


class Fold(Record):
    """Stands below a line for the values whose place it took, lists of which it tells all (`parts`), or what plans what
    it tells as done (`plans`): how many they are, and whether they are shown."""

    statement: str
    count: int
    open: bool
    parts: int = 0
    plans: int = 0

    @property
    def text(self) -> str:
        """What it says."""
        told = (
            (self.count - self.parts - self.plans, "earlier value", "earlier values"),
            (self.parts, "shorter list", "shorter lists"),
            (self.plans, "plan of the same", "plans of the same"),
        )
        words = (f"{count} {one if count == 1 else several}" for count, one, several in told if count)
        return f"{OPEN if self.open else SHUT} {' and '.join(words)}"


Row = Heading | Line | Fold


def age_of(line: Line, today: date) -> str:
    """The time of a line and its age, without what its sentence says already; empty where nothing is known of it."""
    return dated(line.as_of, today, beside=line.text, happened=line.kind is Kind.EVENT) if line.as_of else ""


class StatementModel(QAbstractListModel):
    """Sections of lines, laid out as one list of rows. Earlier values lie folded below what took their place,
    shorter lists below a fuller one, and plans below what tells the same as done.

    It leaves `flags` to Qt, which asks for those of all rows at once; the list itself skips headings.
    """

    def __init__(self) -> None:
        super().__init__()
        self._sections: tuple[Section, ...] = ()
        self._rows: list[Row] = []
        self._at: dict[str, int] = {}
        self._words = ""
        self._named: Mapping[str, Sequence[str]] = NOTHING
        self._older = ""
        self._today = date.min
        self._among: Container[str] | None = None
        self._unfolded: set[str] = set()

    def set_sections(self, sections: Sequence[Section], among: Container[str] | None = None) -> None:
        """Show these sections, and of them only lines of the statements `among` these, if any are told."""
        self._sections, self._among = tuple(sections), among
        self._lay_out()

    def set_among(self, among: Container[str] | None) -> None:
        """Show only lines of these statements; None for all."""
        self._among = among
        self._lay_out()

    def statements(self) -> Iterator[str]:
        """The statements of all lines, be they shown or not."""
        return (line.statement for section in self._sections for line in section.lines)

    def set_filter(self, words: str, named: Mapping[str, Sequence[str]] = NOTHING) -> None:
        """Show only lines that contain all these words, or what these are named."""
        self._words, self._named = words, named
        self._lay_out()

    def set_age(self, older: str, today: date) -> None:
        """Show only lines within this limit of models.pages.ages.LIMITS, counted from this day."""
        self._older, self._today = older, today
        self._lay_out()

    def turn(self, statement: str) -> None:
        """Show the earlier values of a statement, or fold them away again."""
        self._unfolded ^= {statement}
        self._lay_out()

    def unfold(self, statement: str) -> None:
        """Show a statement that lies folded away."""
        home = next((homes[statement] for homes in map(_homes, self._sections) if statement in homes), "")
        if home and home not in self._unfolded:
            self.turn(home)

    @property
    def counted(self) -> tuple[int, int]:
        """How many lines pass, and how many there are; those that lie folded away count."""
        every = sum(len(section.lines) for section in self._sections)
        return (len(self._at) if self._sifted else every), every

    @property
    def _sifted(self) -> bool:
        return bool(self._words.strip() or self._older or self._among is not None)

    def holds(self, statement: str) -> bool:
        """Whether a statement is among the lines, be it shown or not."""
        return statement in self.statements()

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
            return self._said(row)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, Line):
            return tooltip(explained(row))
        return None

    def _said(self, row: Row) -> str:
        """All that a row tells, in words."""
        if isinstance(row, Heading):
            return row.title
        if isinstance(row, Fold):
            return row.text
        return "; ".join(filter(None, (in_words(row), age_of(row, self._today), told_beside(row.beside, row.other))))

    def _lay_out(self) -> None:
        wanted = self._words.casefold().split()
        self.beginResetModel()
        self._rows = list(self._laid_out(wanted))
        self._at = {row.statement: number for number, row in enumerate(self._rows) if isinstance(row, Line)}
        self.endResetModel()

    def _laid_out(self, wanted: Sequence[str]) -> Iterator[Row]:
        """The rows; what is looked for is never folded away."""
        for section in self._sections:
            lines = [line for line in section.lines if self._passes(line, wanted)] if self._sifted else section.lines
            if lines and section.title:
                yield Heading(section.title, len(lines))
            yield from lines if self._sifted else _folded(lines, _homes(section), self._unfolded)

    def _passes(self, line: Line, wanted: Sequence[str]) -> bool:
        shelved = self._among is None or line.statement in self._among
        aged = not self._older or passes(line.as_of, self._older, self._today)
        return shelved and aged and matches(line, wanted, self._named)


def _homes(section: Section) -> dict[str, str]:
    """For each line that is folded away the one below which it lies: what took its place, a fuller list, or the deed
    that it plans."""
    above = {line.statement: line.newer or line.fuller or line.done for line in section.lines}
    found = {statement: home for statement, home in above.items() if home in above}
    for statement, home in found.items():
        seen = {statement}
        while home in found and home not in seen:
            seen.add(home)
            home = found[home]
        found[statement] = home
    return found


def _folded(lines: Sequence[Line], homes: Mapping[str, str], unfolded: Iterable[str]) -> Iterator[Row]:
    """The lines, with a fold in place of those that lie below another one."""
    below: dict[str, list[Line]] = {}
    for line in lines:
        if line.statement in homes:
            below.setdefault(homes[line.statement], []).append(line)
    for line in lines:
        if line.statement in homes:
            continue
        yield line
        if line.statement in below:
            under = sorted(below[line.statement], key=lambda each: each.date or "", reverse=True)
            plans = sum(not (each.newer or each.fuller) for each in under)
            parts = sum(not each.newer for each in under) - plans
            yield Fold(line.statement, len(under), line.statement in unfolded, parts, plans)
            yield from under if line.statement in unfolded else ()
