"""Notes as a folder of Markdown files, a folder for each subject, and back again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.formats import frontmatter
from models.records import Note

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

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


def read(folder: Path) -> Iterator[Note]:
    """The notes in a folder as `files` lays them out; other Markdown files are left alone."""
    for path in sorted(folder.rglob("*.md")):
        head, mark, text = path.read_bytes().decode("utf-8", "replace").partition(_END)
        facts = frontmatter.split(head + mark)[0]
        if all(isinstance(facts.get(key), str) for key in ("id", "subject", "created", "changed")):
            yield Note(facts["id"], facts["subject"], text, facts["created"], facts["changed"])
