"""A library that was handed over, opened in a folder of its own."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import mkdtemp

from models import catalog as catalogs
from models.library import archive, merging
from models.library.contents import Contents
from models.library.library import Library
from models.records import Problem
from models.storage.disk import StorageError, why


def unpack(path: Path, folder: Path, resources: Path = catalogs.RESOURCES) -> Contents | Problem:
    """What the new library in `folder` holds, from an .oxus file; where that fails, nothing is left of it."""
    try:
        if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
            return Problem(str(folder), "There is something in this folder already; give the library a new one.")
        found = archive.read(path)
        if isinstance(found, Problem):
            return found
        folder.parent.mkdir(parents=True, exist_ok=True)
        place = Path(mkdtemp(prefix=".oxus-", dir=folder.parent))
        try:
            made = _made(found, place, resources)
            if not isinstance(made, Problem):
                if folder.exists():
                    folder.rmdir()
                place.rename(folder)
            return made
        finally:
            shutil.rmtree(place, ignore_errors=True)
    except OSError as error:
        return Problem(str(folder), f"The library cannot be made here ({why(error)}).")


def _made(found: Contents, place: Path, resources: Path) -> Contents | Problem:
    """What is in the library made in an empty folder: its rules and names first, as it is opened with them."""
    try:
        merging.write_own(found.own, place)
    except StorageError as error:
        return error.problem
    library = Library.open(place, resources=resources)
    try:
        taken = library.take_in(found)
        return taken if isinstance(taken, Problem) else found
    finally:
        library.close()
