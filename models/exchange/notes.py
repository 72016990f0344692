"""Notes as a folder of Markdown files, a folder for each subject, and back again."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

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
_OTHER_ENDS = ("---\r\n", "\ufeff---")


class Incoming(NamedTuple):
    """What a folder of notes brings: `new` ones, those here that were `edited` there, and how many are `here` as they
    are."""

    new: tuple[Note, ...]
    edited: tuple[Note, ...]
    here: int


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
    """The text as a file may be called on every system, cut at a word where it is long."""
    whole = " ".join(_UNFIT.sub(" ", text).split())
    if len(whole) > _LONGEST:
        whole = whole[: _LONGEST + 1].rpartition(" ")[0] or whole[:_LONGEST]
    return whole.strip(" .")


def read(folder: Path, subject: Callable[[str], str | None]) -> Iterator[Note]:
    """The notes in a folder as `files` lays them out.

    A Markdown file of another program is a note, too, where it lies in a folder that is called as a subject is:
    `subject` tells the id of what such a name names. Other files are left alone.
    """
    yield from (note for note, _ in _held(folder, subject))


def _held(folder: Path, subject: Callable[[str], str | None]) -> Iterator[tuple[Note, str]]:
    """The notes in a folder, each with the time when its file was last written."""
    for path in sorted(folder.rglob("*.md")):
        whole = path.read_bytes().decode("utf-8", "replace")
        if whole.startswith(_OTHER_ENDS):  # as an editor on another system leaves it
            whole = whole.removeprefix("\ufeff").replace("\r\n", "\n")
        moment = datetime.fromtimestamp(path.stat().st_mtime, UTC).isoformat(timespec="seconds")
        head, mark, text = whole.partition(_END)
        facts = frontmatter.split(head + mark)[0]
        if all(isinstance(facts.get(key), str) for key in ("id", "subject", "created", "changed")):
            yield Note(facts["id"], facts["subject"], text, facts["created"], facts["changed"]), moment
        elif whole.strip() and (about := subject(path.parent.name)):
            own = hashlib.sha256(f"{about}\0{path.name}".encode()).hexdigest()[:32]
            yield Note(own, about, whole, moment, moment), moment


def incoming(library: Library, folder: Path, now: datetime | None = None) -> Incoming | Problem:
    """What the notes of a folder bring to the library; why none can be read.

    A note that was edited in its file and not here is to take the place of the one here. What differs for any other
    reason comes beside it: nobody can tell which of the two is meant.
    """
    try:
        if not folder.is_dir():
            return Problem(str(folder), "There is no such folder.")
        found = list(_held(folder, lambda name: (library.catalog.find(name) or ("", None))[1]))
    except OSError as error:
        return Problem(str(folder), f"This cannot be read ({why(error)}).")
    moment = (now or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="seconds")
    held = {note.id: note for note in library.notes()}
    files = Counter(note.id for note, _ in found)
    edited = {
        note.id: replace(note, created=held[note.id].created, changed=moment, filed=note.changed)
        for note, written in found
        if note.id in held and files[note.id] == 1 and _edited(held[note.id], note, written)
    }
    others = [note for note, _ in found if note.id not in edited]
    new = unlike(held.values(), others)
    return Incoming(new, tuple(edited.values()), len(others) - len(new))


def _edited(ours: Note, theirs: Note, written: str) -> bool:
    """Whether a file tells another text than the note here had when it was last exported or taken from the file."""
    if (ours.subject, ours.text.rstrip()) == (theirs.subject, theirs.text.rstrip()):
        return False
    return theirs.changed == ours.changed or (theirs.changed == ours.filed and written >= ours.changed)
