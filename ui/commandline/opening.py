"""The library as every command has it: opened with the built-in articles, and what hinders is said."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from models.library import Library, is_library, usual_folder
from models.records import Problem
from ui.clock import today
from ui.commandline import answers

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path

    from models.records import Change, Note, Step

FINE, FAILED = 0, 1
OPEN_ELSEWHERE = "Another Oxus has this library open, and nothing is in it yet; ask again later or close that one."


def folder_of(options: argparse.Namespace) -> Path:
    """The folder of the library that is asked for."""
    folder: Path = options.library or usual_folder()
    return folder.expanduser().absolute()


def absent(library: Library) -> bool:
    """True when there is no library, and none could be made, or nothing in it yet; why is said, or was when opened."""
    if library.occupied and library.empty:
        answers.complain(Problem(str(library.folder), OPEN_ELSEWHERE))
        return True
    return library.read_only and not is_library(library.folder)


@contextmanager
def opened(options: argparse.Namespace, *, to_write: bool = False) -> Iterator[Library]:
    """The library with the built-in articles in it; what is not as it should be is said.

    Only to be read, it may be open elsewhere and hinders nobody; why it cannot be written, `refused` says.
    """
    folder = folder_of(options)
    new = not folder.exists()
    day = today().isoformat()
    library = Library.open(folder, to_write=to_write, today=day)
    try:
        if not to_write and library.needs_builtin():
            library.close()
            library = Library.open(folder, today=day)
        _complete(library, new=new)
        if not to_write and not library.read_only:
            library.close()
            library = Library.open(folder, to_write=False, today=day)
        yield library
    finally:
        library.close()


def _complete(library: Library, *, new: bool) -> None:
    """What is wrong with the library is said, and the built-in articles are in it where it can be written."""
    if new and not library.read_only:
        answers.tell(f"A new library is made in {library.folder}.")
    if library.problem and not library.occupied:
        answers.complain(library.problem)
    if not library.read_only and library.needs_builtin():
        done(library.add_builtin(walked(library.read_builtin())[0]))


def tell_own(library: Library) -> None:
    """Say what is left out of the user's own rules and names."""
    for problem in library.own_problems() if library.has_own else ():
        answers.complain(problem)


def refused(library: Library) -> bool:
    """True when the library cannot be written; why is said, now or when it was opened."""
    if library.occupied and library.problem:
        answers.complain(library.problem)
    return library.read_only


def done(outcome: Change | tuple[Note, Change] | Problem) -> bool:
    """Whether a command of the library was carried out; if not, why is said."""
    if isinstance(outcome, Problem):
        answers.complain(outcome)
        return False
    return True


def walked(steps: Iterator[Step]) -> tuple[list[Step], bool]:
    """The finished steps, and whether these are all: Ctrl+C ends the reading, what was read is kept."""
    finished: list[Step] = []
    try:
        for step in steps:
            finished.append(step)
            answers.show_progress(step)
            if step.problem:
                answers.clear_progress()
                answers.complain(Problem(step.subject, step.problem.reason))
    except KeyboardInterrupt:
        answers.clear_progress()
        answers.complain(Problem("stopped", "what was read until now is kept."))
        return finished, False
    answers.clear_progress()
    return finished, True
