"""Views that the user saved: what a list showed, by name, kept in the library's folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from models.briefs.subjects import Subject
from models.records import Problem
from models.storage.disk import why, write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

FILE = "views.json"


def saved(folder: Path) -> tuple[Subject, ...] | Problem:
    """The views saved in a library's folder, by name; none where there is no file."""
    try:
        found = msgspec.json.decode((folder / FILE).read_bytes(), type=tuple[Subject, ...])
    except FileNotFoundError:
        return ()
    except OSError as error:
        return Problem(FILE, f"The saved views cannot be read: {why(error)}.")
    except msgspec.DecodeError as error:
        return Problem(FILE, f"The saved views are damaged: {error}.")
    return tuple(sorted((view for view in found if view.title), key=lambda view: view.title.casefold()))


def save(folder: Path, view: Subject) -> Problem | None:
    """Save a view under its title, in place of one of the same title."""
    return _written(folder, lambda others: (*others, view), view.title)


def forget(folder: Path, title: str) -> Problem | None:
    """Remove the view of a title."""
    return _written(folder, lambda others: others, title)


def _written(folder: Path, changed: Callable[[Iterable[Subject]], Iterable[Subject]], title: str) -> Problem | None:
    known = saved(folder)
    if isinstance(known, Problem):
        return known  # what is damaged is not written over
    others = [view for view in known if view.title.casefold() != title.casefold()]
    try:
        write_whole(folder / FILE, msgspec.json.format(msgspec.json.encode(tuple(changed(others)))))
    except OSError as error:
        return Problem(FILE, f"The view could not be saved: {why(error)}.")
    return None
