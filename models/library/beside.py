"""What a merge brings under a name that is taken here by something else: it is kept beside that, once however often."""

from __future__ import annotations

import re
from itertools import count
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from msgspec.structs import replace

from models.library import own

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from models.records import Subject

NUMBERED = re.compile(r" \(\d+\)\Z")

Files = tuple[tuple[str, bytes], ...]


def views(ours: Iterable[Subject], theirs: Iterable[Subject]) -> tuple[Subject, ...]:
    """Theirs that are not here; one that shows something else than ours of its title gets a number: "Title (2)"."""
    held = {view.title.casefold(): view for view in ours}
    new: list[Subject] = []
    for view in theirs:
        for title in _titles(view.title):
            here = held.get(title.casefold())
            if here is None:
                new.append(replace(view, title=title))
                held[title.casefold()] = new[-1]
            if here is None or replace(here, title="") == replace(view, title=""):
                break
    return tuple(new)


def _titles(title: str) -> Iterator[str]:
    yield title
    plain = NUMBERED.sub("", title)
    yield from (f"{plain} ({number})" for number in count(2))


def files(theirs: Iterable[tuple[str, bytes]], folder: Path) -> tuple[Files, tuple[str, ...]]:
    """The files that are not here, and the names of ours that they stand beside. Raises OSError.

    Where ours holds something else, theirs is kept under a name with a number, under which Oxus does not read it.
    """
    new: dict[str, bytes] = {}
    kept: list[str] = []
    for name, data in theirs:
        for place in _places(name):
            here = new[place] if place in new else _here(folder / place)
            if here is None:
                new[place] = data
                kept += [name] if place != name else []
            if here is None or here == data:
                break
    return tuple(new.items()), tuple(kept)


def _places(name: str) -> Iterator[str]:
    """Where a file may go. A second file of rules or names would be read, were it not for its ending."""
    yield name
    path = PurePosixPath(name.removesuffix(own.THEIRS))
    ending = "" if path.parts[0] == own.TEMPLATES else own.THEIRS
    yield from (str(path.with_name(f"{path.stem}-{number}{path.suffix}{ending}")) for number in count(2))


def _here(path: Path) -> bytes | None:
    """What lies there; nothing where there is no file, and what is like no file where there is something else."""
    if not path.exists():
        return None
    return path.read_bytes() if path.is_file() else b"\0"
