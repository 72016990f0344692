"""Article texts, each in a file named by the SHA-256 of its content: texts/ab/ab12....txt."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from typing import TYPE_CHECKING

from models.records import Problem
from models.storage import StorageError, disk

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def digest(text: str) -> str:
    """The SHA-256 of the text in UTF-8, in hex: its first 16 digits are the article's id."""
    return hashlib.sha256(text.encode()).hexdigest()


class Texts:
    """The folder of texts. A text is written once and never altered."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def write(self, texts: Iterable[str]) -> tuple[str, ...]:
        """The texts are on the disk, under the digests given. Raises StorageError; some of them may be there then."""
        new: dict[Path, bytes] = {}
        names: list[str] = []
        try:
            for text in texts:
                raw = text.encode()
                names.append(hashlib.sha256(raw).hexdigest())
                path = self._path(names[-1])
                if disk.read(path) != raw:
                    new[path] = raw
            self._make_folders({path.parent for path in new})
            disk.write_together(new)
        except OSError as error:
            where = error.filename or self._folder
            raise StorageError(Problem(str(where), f"The text could not be saved ({disk.why(error)}).")) from error
        return tuple(names)

    def read(self, name: str) -> str:
        """The text with this digest. Raises StorageError when it is missing, unreadable or not what was stored."""
        path = self._path(name)
        try:
            raw = disk.read(path)
        except OSError as error:
            raise StorageError(Problem(str(path), f"The text cannot be read ({disk.why(error)}).")) from error
        if raw is None:
            raise StorageError(Problem(str(path), "The text of this article is missing."))
        if hashlib.sha256(raw).hexdigest() != name:
            raise StorageError(Problem(str(path), "The text of this article is damaged: it is not what was stored."))
        return raw.decode()

    def drop(self, name: str) -> None:
        """The text is gone where the system allows; a text left over does no harm."""
        with suppress(OSError):
            self._path(name).unlink()

    def _make_folders(self, folders: Iterable[Path]) -> None:
        missing = [folder for folder in folders if not folder.is_dir()]
        for folder in missing:
            folder.mkdir(parents=True, exist_ok=True)
        if missing:
            disk.sync_folder(self._folder)
            disk.sync_folder(self._folder.parent)

    def _path(self, name: str) -> Path:
        return self._folder / name[:2] / f"{name}.txt"
