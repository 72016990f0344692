"""Notes as a folder of Markdown files, a folder for each subject, and back again."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from models.formats import frontmatter
from models.library.merging import unlike
from models.records import Note, Problem
from models.storage.disk import why

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from models.library import Library

_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_LONGEST = 60
_END = "\n---\n"


def files(notes: Iterable[Note], name: Callable[[str], str]) -> dict[str, bytes]:
    """The files by their path in the folder; `name` tells what a subject is called."""
    found: dict[str, bytes] = {}
    for note in notes:
        folder = _fit(name(note.subject)) or "Notes"
        title = _fit(next(iter(note.text.strip().splitlines()), "").lstrip("# ")) or "Note"
        path, number = f"{folder}/{title}.md", 1
        while path in found:
            number += 1
            path = f"{folder}/{title} {number}.md"
        head = (("id", note.id), ("subject", note.subject), ("created", note.created), ("changed", note.changed))
        facts = "".join(f"{key}: {value}\n" for key, value in head)
        found[path] = f"---\n{facts}---\n{note.text}".encode()
    return found


def _fit(text: str) -> str:
    """The text as a file may be called on every system."""
    return _UNFIT.sub(" ", text)[:_LONGEST].strip(" .")


def read(folder: Path, subject: Callable[[str], str | None]) -> Iterator[Note]:
    """The notes in a folder as `files` lays them out.

    A Markdown file of another program is a note, too, where it lies in a folder that is called as a subject is:
    `subject` tells the id of what such a name names. Other files are left alone.
    """
    for path in sorted(folder.rglob("*.md")):
        whole = path.read_bytes().decode("utf-8", "replace")
        head, mark, text = whole.partition(_END)
        facts = frontmatter.split(head + mark)[0]
        if all(isinstance(facts.get(key), str) for key in ("id", "subject", "created", "changed")):
            yield Note(facts["id"], facts["subject"], text, facts["created"], facts["changed"])
        elif whole.strip() and (about := subject(path.parent.name)):
            moment = datetime.fromtimestamp(path.stat().st_mtime, UTC).isoformat(timespec="seconds")
            own = hashlib.sha256(f"{about}\0{path.name}".encode()).hexdigest()[:32]
            yield Note(own, about, whole, moment, moment)


def missing(library: Library, folder: Path) -> tuple[tuple[Note, ...], int] | Problem:
    """The notes of a folder that the library does not hold, and how many it holds already; why none can be read."""
    try:
        if not folder.is_dir():
            return Problem(str(folder), "There is no such folder.")
        found = list(read(folder, lambda name: (library.catalog.find(name) or ("", None))[1]))
    except OSError as error:
        return Problem(str(folder), f"This cannot be read ({why(error)}).")
    new = unlike(library.notes(), found)
    return new, len(found) - len(new)
