"""Views that the user saved: what a list showed, by name, kept in the library's folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from models.records import Problem, Subject
from models.storage.disk import why, write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

FILE = "views.json"


def views(folder: Path) -> tuple[Subject, ...] | Problem:
    """The views saved in a library's folder, by name; none where there is no file."""
    try:
        found = msgspec.json.decode((folder / FILE).read_bytes(), type=tuple[Subject, ...])
    except FileNotFoundError:
        return ()
    except OSError as error:
        return Problem(FILE, f"The saved views cannot be read: {why(error)}.")
    except (msgspec.DecodeError, RecursionError) as error:
        return Problem(FILE, f"The saved views are damaged: {error}.")
    return tuple(sorted((view for view in found if view.title), key=lambda view: view.title.casefold()))


def save(folder: Path, *new: Subject) -> Problem | None:
    """Save views under their titles, in place of those of the same titles."""
    return _written(folder, lambda others: (*others, *new), *(view.title for view in new)) if new else None


def forget(folder: Path, *titles: str) -> Problem | None:
    """Remove the views of these titles."""
    return _written(folder, lambda others: others, *titles) if titles else None


def _written(folder: Path, changed: Callable[[Iterable[Subject]], Iterable[Subject]], *titles: str) -> Problem | None:
    known = views(folder)
    if isinstance(known, Problem):
        return known  # what is damaged is not written over
    gone = {title.casefold() for title in titles}
    others = [view for view in known if view.title.casefold() not in gone]
    try:
        write_whole(folder / FILE, msgspec.json.format(msgspec.json.encode(tuple(changed(others)))))
    except OSError as error:
        return Problem(FILE, f"The view could not be saved: {why(error)}.")
    return None
