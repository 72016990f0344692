"""Getting the tabs ready while nobody waits: their modules are loaded in the background, so that they open quickly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

from models.records import Step
from ui.jobs import Job

AFTER = 700
"""Milliseconds from the start to the loading, so that the first page stands undisturbed."""
LONGEST = 60.0
"""Seconds in which any module is loaded."""


class Warming(QObject):
    """Loads modules once, in their order."""

    def __init__(self, modules: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self._job = Job(lambda: load(modules), self)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._job.start)

    def start(self) -> None:
        """Begin in a moment."""
        self._timer.start(AFTER)

    def stop(self) -> None:
        """Begin no more; end after the module under way.

        That is waited for even on a slow machine: a module that is still being loaded when Python ends crashes it.
        """
        self._timer.stop()
        self._job.cancel()
        if self._job.running:
            self._job.wait(LONGEST)


def load(modules: Sequence[str]) -> Iterator[Step]:
    """Load the modules, a step each."""
    for number, module in enumerate(modules, start=1):
        import_module(module)
        yield Step(number, len(modules), module)
