"""Deeds: what was done to the library, to be taken back and done again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from models.records import Problem, Record

REMEMBERED = 200
"""How many deeds can be taken back."""


class Deed(Record, gc=True):
    """Something done to the library that can be taken back: its name as a noun, and how to do it again or undo it.

    `words` tell what it was done to, and `statement` is the id of the statement that shows it; either may be empty.
    """

    label: str
    redo: Callable[[], object]
    undo: Callable[[], object]
    words: str = ""
    statement: str = ""


class Deeds(QObject):
    """What was done, in order, and how far it has been taken back. `changed` tells that either is different now.

    `undone` and `redone` give the deed that was taken back or done again, which may show nowhere on the screen.
    """

    changed = Signal()
    undone = Signal(object)
    redone = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._deeds: list[Deed] = []
        self._done = 0

    def push(self, deed: Deed) -> None:
        """Remember what was just done; what had been taken back before is forgotten."""
        self._deeds = [*self._deeds[: self._done], deed][-REMEMBERED:]
        self._done = len(self._deeds)
        self.changed.emit()

    @property
    def undo_label(self) -> str:
        """The name of what `undo` would take back, or an empty text."""
        return self._deeds[self._done - 1].label if self._done else ""

    @property
    def redo_label(self) -> str:
        """The name of what `redo` would do again, or an empty text."""
        return self._deeds[self._done].label if self._done < len(self._deeds) else ""

    def undo(self) -> None:
        """Take back what was done last."""
        if self._done:
            self._done -= 1
            deed = self._deeds[self._done]
            outcome = deed.undo()
            self.changed.emit()
            if not isinstance(outcome, Problem):  # which is told as such
                self.undone.emit(deed)

    def redo(self) -> None:
        """Do again what was taken back last."""
        if self._done < len(self._deeds):
            self._done += 1
            deed = self._deeds[self._done - 1]
            outcome = deed.redo()
            self.changed.emit()
            if not isinstance(outcome, Problem):  # which is told as such
                self.redone.emit(deed)
