"""A picture of the window as the next start will show it, so that a start shows the library before it is opened.

It is made when the window closes, by building the window that the next start will build, and lies in the cache folder,
for the user's eyes only: notes may be on it. With it lies an account of all that it rests on: the library on the disk,
notes among it, the window's settings, names, words, code, colours, fonts, the screen, and the day. Where the account of
the day of the start differs in anything, the picture is not shown.

While a window is open there is no picture: a second window, which cannot write, and a start after a crash show none.
"""

from __future__ import annotations

import os
import struct
import sys
import time
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QWidget

ROOT = Path(__file__).resolve().parents[1]
MADE_FROM = ("models", "ui", "resources")
OWN = ("catalog", "rules")
"""Folders of a library that hold the user's own names and rules."""
BESIDE = ("oxus.lock", "search.sqlite", "errors.log")
"""What lies in a library and alters nothing that the window shows."""
VARIABLES = ("LANG", "LC_", "TZ", "QT_")
"""What the names of environment variables begin with that alter how things are shown."""
NAME = "window.picture"
HEAD = struct.Struct("<iiid")
"""Bytes of the account, which follows; width and height in dots; dots to a pixel. The dots come last."""
FORMAT = QImage.Format.Format_RGB32


class Picture(NamedTuple):
    """A picture and the account of what it rests on."""

    account: bytes
    image: QImage


def account_of(library: Path, settings: Path, frame: QWidget, letters: QFont) -> bytes:
    """All that the window rests on, as it is now; `letters` are the system's own."""
    screen, now = frame.screen(), time.localtime()
    told = [
        f"{sys.version} {letters.toString()} {frame.palette().window().color().name()}",
        f"{screen.devicePixelRatio()} {screen.logicalDotsPerInch()} {now.tm_year} {now.tm_yday} {now.tm_gmtoff}",
        *sorted(f"{key}={value}" for key, value in os.environ.items() if key.startswith(VARIABLES)),
        *_program(ROOT),
        *(line for part in OWN for line in _files(f"{library / part}")),
        *_files(f"{library}"),
    ]
    with suppress(OSError):
        told.append(settings.read_text("utf-8", "replace"))
    return "\n".join(told).encode(errors="surrogateescape")


@lru_cache(maxsize=1)
def _program(root: Path) -> tuple[str, ...]:
    """The program's own files as the start found them: what is changed while it runs, it does not run by."""
    return tuple(line for part in MADE_FROM for line in _files(f"{root / part}", deep=True))


def take(cache: Path, account: bytes) -> Picture | None:
    """The picture that rests on just this, or None. There is none any more: `keep` puts one there again."""
    try:
        data = (cache / NAME).read_bytes()
        (cache / NAME).unlink()
        length, width, height, density = HEAD.unpack_from(data)
    except (OSError, struct.error):
        return None
    start = HEAD.size + length
    if data[HEAD.size : start] != account or min(width, height) <= 0 or len(data) != start + 4 * width * height:
        return None
    image = QImage(memoryview(data)[start:], width, height, 4 * width, FORMAT)
    image.setDevicePixelRatio(density)
    return Picture(account, image)


def keep(cache: Path, picture: Picture) -> None:
    """The picture is there at the next start; nothing happens without a folder that can be written to."""
    account, image = picture.account, picture.image.convertToFormat(FORMAT)
    half = cache / f"{NAME}.{os.getpid()}"
    with suppress(OSError):
        cache.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(HEAD.pack(len(account), image.width(), image.height(), image.devicePixelRatio()))
            file.write(account)
            file.write(image.constBits())
        half.replace(cache / NAME)


def _files(folder: str, *, deep: bool = False) -> Iterator[str]:
    """The files of a folder, with size and time, in a steady order."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.is_dir():
            yield from _files(entry.path, deep=True) if deep and entry.name != "__pycache__" else ()
        elif not entry.name.startswith(BESIDE):
            told = entry.stat()
            yield f"{entry.path} {told.st_size} {told.st_mtime_ns}"
