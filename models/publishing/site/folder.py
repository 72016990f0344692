"""A site on the disk: a folder of its own, which a later site takes the place of."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from models.records import Problem
from models.storage.disk import why, write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

CONTENTS = "contents.txt"
"""Lists the files of a site, so that those that it no longer has can go."""


def write(files: Mapping[str, bytes], folder: Path) -> int | Problem:
    """How many files were written; why not, when the folder holds other things than a site, or the disk refuses."""
    try:
        before = tuple(_listed(folder))
        if not before and folder.is_dir() and any(folder.iterdir()):
            return Problem(str(folder), "This folder holds other files; please choose a new or an empty one.")
        folder.mkdir(exist_ok=True)
        write_all(files, folder)
        for name in before:
            if name not in files:
                with suppress(FileNotFoundError):
                    (folder / name).unlink()
        write_whole(folder / CONTENTS, "".join(f"{name}\n" for name in sorted(files)).encode())
    except OSError as error:
        return Problem(str(folder), f"This cannot be written here ({why(error)}).")
    return len(files)


def write_all(files: Mapping[str, bytes], folder: Path) -> None:
    """Write the files by their paths in the folder. Raises OSError."""
    for name, data in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        write_whole(target, data)


def _listed(folder: Path) -> Iterator[str]:
    """The files of the site that is there, as far as they lie inside the folder."""
    try:
        names = (folder / CONTENTS).read_text(encoding="utf-8").splitlines()
    except (FileNotFoundError, NotADirectoryError):
        return
    for name in names:
        parts = PurePosixPath(name).parts
        if parts and ".." not in parts and not PurePosixPath(name).is_absolute() and Path(name).suffix:
            yield name
