"""One file for each country, commodity or route, in a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models import briefs
from models.briefs import Subject
from models.records import Problem, Step
from models.storage.disk import why
from ui.printing.saving import save

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from models.briefs import Options
    from models.library import Library

UNFIT = str.maketrans(dict.fromkeys('<>:"/\\|?*', "-"))
"""Signs that a file's name must not have on one system or another."""


def singles(library: Library, subject: Subject) -> tuple[Subject, ...]:
    """A subject for each that this one names, or for all of its kind."""
    named = tuple(Subject(subject.kind, (code,), subject.words, subject.older) for code in subject.codes)
    return named or tuple(
        Subject(one.kind, one.codes, subject.words, subject.older) for one in briefs.each(library, subject.kind)
    )


def name_of(library: Library, subject: Subject, options: Options) -> str:
    """What the file of one subject is called, in the language of its brief and without signs that no file may have."""
    name = library.catalog.name(subject.codes[0], options.language).translate(UNFIT)
    return f"{name[:1].upper()}{name[1:]}"


def write_each(
    library: Library,
    subject: Subject,
    options: Options,
    day: str,
    folder: Path,
    paper: str,
    ending: str = ".pdf",
    told: Callable[[Problem], object] = lambda _: None,
) -> Iterator[Step]:
    """Write a file for each, named after it; every step tells of one, with the problem where there is one.

    A template of the user's that could not be used is `told` for each file. Needs a QGuiApplication, and its thread.
    """
    found = singles(library, subject)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        problem = Problem(str(folder), f"The folder cannot be made ({why(error)}).")
        yield Step(0, len(found), folder.name, problem=problem)
        return
    for done, one in enumerate(found, 1):
        path = folder / f"{name_of(library, one, options)}{ending}"
        saved = save(library, one, options, day, path, paper, told=told)
        yield Step(done, len(found), path.name, problem=saved if isinstance(saved, Problem) else None)
