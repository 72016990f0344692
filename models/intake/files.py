"""One file to one Article: pure and picklable, so that it can run in another process or on another machine."""

from __future__ import annotations

import errno
import stat
from typing import TYPE_CHECKING

from msgspec import Struct

from models.formats import READERS, Draft, language_of, reader_for
from models.formats.layout import is_sentence
from models.records import Article, Bibliography, Problem
from models.text import digest

if TYPE_CHECKING:
    from pathlib import Path

_REASONS = {
    errno.ENOENT: "There is no such file.",
    errno.ENOTDIR: "There is no such file.",
    errno.EACCES: "You have no permission to read the file.",
    errno.EPERM: "You have no permission to read the file.",
    errno.ELOOP: "The file is a link that leads back to itself.",
    errno.ENAMETOOLONG: "The file name is too long.",
    errno.EINVAL: "This is not a possible file name.",
}

NO_READER = f"This is not a format that Oxus reads ({', '.join(READERS)}): save it as text first."

MEGABYTE = 1024 * 1024
"""What file managers count as a megabyte: a file that they call 50 MB large is not larger than that."""


class Limits(Struct, frozen=True):
    """What one file may cost: its size and the time, memory (beyond what Oxus itself needs) and result of its reading.

    `memory_bytes` is kept where the system can keep it (Linux).
    """

    file_bytes: int = 50 * MEGABYTE
    text_characters: int = 2_000_000
    seconds: float = 20.0
    memory_bytes: int = 512 * MEGABYTE
    result_bytes: int = 64 * MEGABYTE


def shown(name: object) -> str:
    """A file name as it may be shown: control characters, bidirectional controls and broken bytes are escaped."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in str(name))


def read_file(path: Path, limits: Limits | None = None, *, added: str = "", builtin: bool = False) -> Article | Problem:
    """The article in the file, or why it cannot be read; `added` is the ISO time in UTC that it is filed under."""
    limits = limits or Limits()
    draft = read_draft(path, limits)
    if isinstance(draft, Problem):
        return draft
    return as_article(draft, shown(path.name or path), limits, added=added, builtin=builtin)


def read_draft(path: Path, limits: Limits) -> Draft | Problem:
    """What the reader of its format makes of the file, or why it cannot be read."""
    name = shown(path.name or path)
    data = _contents(path, name, limits)
    if isinstance(data, Problem):
        return data
    reader = reader_for(path.suffix, data)
    if reader is None:
        return Problem(name, NO_READER)
    return reader(data, name)


def _contents(path: Path, name: str, limits: Limits) -> bytes | Problem:
    """The bytes of the file, if it is a file of a size worth reading."""
    try:
        facts = path.stat()
        if refusal := _refusal(facts.st_mode, facts.st_size, limits):
            return Problem(name, refusal)
        with path.open("rb") as file:
            data = file.read(limits.file_bytes + 1)
    except OSError as error:
        return Problem(name, _REASONS.get(error.errno or 0, f"The system cannot read the file: {error.strerror}."))
    except ValueError:
        return Problem(name, _REASONS[errno.EINVAL])
    if not data.strip(b"\x00 \t\r\n\f\v"):
        return Problem(name, "The file is empty." if not data else "The file holds no text.")
    return data if len(data) <= limits.file_bytes else Problem(name, _too_large(limits))


def _refusal(mode: int, size: int, limits: Limits) -> str | None:
    """Why something of this kind and size is not opened at all."""
    if stat.S_ISDIR(mode):
        return "This is a folder, not a file."
    if not stat.S_ISREG(mode):
        return "This is a device or a pipe, not a file."
    return _too_large(limits) if size > limits.file_bytes else None


def _too_large(limits: Limits) -> str:
    """The reason for refusing a file by its size."""
    return f"The file is larger than {limits.file_bytes // MEGABYTE} MB."


def as_article(draft: Draft, name: str, limits: Limits, *, added: str = "", builtin: bool = False) -> Article | Problem:
    """The draft with its identity; a file without a title of its own is called by its name."""
    if not any(char.isalnum() for char in draft.text):
        return Problem(name, "The file holds no text.")
    spoken = language_of(draft.text)
    if spoken is None and not any(map(is_sentence, draft.text.splitlines())):
        return Problem(name, "The text is too short to read anything from: there is no sentence in it.")
    if len(draft.text) > limits.text_characters:
        millions = limits.text_characters / 1_000_000
        return Problem(name, f"The text is longer than {millions:g} million characters, which no article is.")
    bibliography = Bibliography(
        id=digest(draft.text),
        title=draft.title or name.rpartition(".")[0] or name,
        origin=name,
        publisher=draft.publisher,
        published=draft.published,
        author=draft.author,
        language=(draft.language or spoken or "en").lower()[:2],
        url=draft.url,
        added=added,
        builtin=builtin,
        cites=draft.cites,
        as_of=draft.as_of,
        apart=draft.apart,
    )
    return Article(bibliography, draft.text, draft.blocks)
