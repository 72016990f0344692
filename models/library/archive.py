"""A library in one file to hand over: NAME.oxus, a ZIP of JSON that anyone can read.

`manifest.json` has the version of this format and the SHA-256 of every other file; `articles-0001.jsonl` and so on an
article with its claims a line; `verdicts.json`, `notes.json`, `corrections.json`, `views.json`; and the user's own
files in `rules/`, `catalog/` and `templates/`. The same contents give the same bytes. Such a file may come from
anywhere: nothing in it says where anything is written, all sizes are checked before anything is unpacked, and all
records before any of them is used.
"""

from __future__ import annotations

import hashlib
import re
import stat
import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, TypeVar
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

import msgspec
from msgspec import Struct

from models.library import saved
from models.library.contents import Contents, Held, fault
from models.records import SUBJECTS, Correction, Note, Problem, Subject, Verdict
from models.storage.disk import why, write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

SUFFIX = ".oxus"
FORMAT = "oxus-library"
VERSION = 1

MANIFEST, VERDICTS, NOTES, CORRECTIONS = "manifest.json", "verdicts.json", "notes.json", "corrections.json"
VIEWS = saved.FILE
_NAMED = r'[^\\/:*?"<>|\x00-\x1f.][^\\/:*?"<>|\x00-\x1f]{0,99}'
_NAMES = re.compile(
    r"(manifest|verdicts|notes|corrections|views)\.json|articles-\d{4}\.jsonl|"
    rf"(rules|catalog)/{_NAMED}\.(toml|json)(\.theirs)?|"
    rf"templates/(brief|site)/{_NAMED}\.(html|css|csl|js|docx|odt|md)"
)
MOST_FILES = 2_000
LARGEST = 64_000_000
LARGEST_IN_ALL = 400_000_000
STEEPEST = 100
"""How many times larger a file may become when it is unpacked."""
_PART = 16_000_000
_LONGEST_TEXT = 2_000_000  # code points, as for any article
_LONGEST_TITLE = 1_000
_SEEN_FIRST = (1980, 1, 1, 0, 0, 0)
_TAIL = struct.Struct("<4s4H2LH")
_OTHER_TAIL = b"PK\x06\x07"
_BROKEN = (BadZipFile, EOFError, NotImplementedError, RuntimeError, UnicodeError, ValueError, zlib.error, struct.error)

R = TypeVar("R")


class _DamagedError(Exception):
    """The file is not a whole .oxus file; the words say what is wrong, after "is"."""


class _Kind(Struct, frozen=True):
    """What every manifest says first, whatever its version."""

    format: str
    version: int


class _Manifest(Struct, frozen=True):
    format: str
    version: int
    files: dict[str, str]


# --- out --------------------------------------------------------------------------------------------------------------


def write(contents: Contents, path: Path) -> Problem | None:
    """The file is at the path, in place of what was there; why not, when it could not be written."""
    files = dict(_files(contents))
    sums = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    manifest = msgspec.json.format(msgspec.json.encode(_Manifest(FORMAT, VERSION, sums)), indent=1)
    whole = {MANIFEST: manifest, **files}
    if unfit := next((name for name in whole if not _NAMES.fullmatch(name)), "") or _same(whole):
        return Problem(unfit, "A file of this name cannot be handed over; give it a simpler one.")
    sizes = [len(data) for data in whole.values()]
    if len(sizes) > MOST_FILES or max(sizes) > LARGEST or sum(sizes) > LARGEST_IN_ALL:
        return Problem(str(path), "The library is too large for one file; copy its folder instead.")
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, data in whole.items():
            entry = ZipInfo(name, _SEEN_FIRST)
            # What shrinks more than is believed of any file is left as it is.
            entry.compress_type = ZIP_STORED if len(data) > STEEPEST * len(zlib.compress(data)) else ZIP_DEFLATED
            archive.writestr(entry, data)
    try:
        write_whole(path, packed.getbuffer())
    except OSError as error:
        return Problem(str(path), f"This cannot be written here ({why(error)}).")
    return None


def _same(names: Iterable[str]) -> str:
    """The first name that another one has but for the size of letters, which many systems take for one; else empty."""
    held: set[str] = set()
    for name in names:
        if name.casefold() in held:
            return name
        held.add(name.casefold())
    return ""


def _files(contents: Contents) -> Iterator[tuple[str, bytes]]:
    for number, part in enumerate(_parts(contents.articles), 1):
        yield f"articles-{number:04}.jsonl", part
    yield VERDICTS, msgspec.json.encode(contents.verdicts)
    if contents.notes:
        yield NOTES, msgspec.json.encode(contents.notes)
    if contents.corrections:
        yield CORRECTIONS, msgspec.json.encode(contents.corrections)
    if contents.views:
        yield VIEWS, msgspec.json.encode(contents.views)
    yield from contents.own


def _parts(articles: Iterable[Held]) -> Iterator[bytes]:
    """The articles, a line each, in parts of a moderate size."""
    part = bytearray()
    for held in articles:
        line = msgspec.json.encode(held) + b"\n"
        if part and len(part) + len(line) > _PART:
            yield bytes(part)
            part.clear()
        part += line
    if part:
        yield bytes(part)


# --- in ---------------------------------------------------------------------------------------------------------------


def read(path: Path) -> Contents | Problem:
    """What the file holds, all of it checked; why not, when it is damaged or none of ours. Nothing is written."""
    try:
        _check_tail(path)
        with ZipFile(path) as archive:
            return _contents(archive, _checked(archive.infolist()))
    except FileNotFoundError:
        return Problem(str(path), "There is no such file.")
    except OSError as error:
        return Problem(str(path), f"The file cannot be read ({why(error)}).")
    except _DamagedError as error:
        return Problem(str(path), f"The file is {error}, so nothing was taken from it.")
    except _BROKEN:
        return Problem(str(path), "The file is damaged, so nothing was taken from it.")


def _check_tail(path: Path) -> None:
    """The list of contents is of a size worth reading: whoever opens a ZIP reads it whole."""
    facts = path.stat()
    if not stat.S_ISREG(facts.st_mode) or facts.st_size > LARGEST_IN_ALL:
        raise _DamagedError("no library that was handed over")
    with path.open("rb") as file:
        file.seek(max(0, facts.st_size - _TAIL.size - 20))
        before, tail = (last := file.read())[: -_TAIL.size], last[-_TAIL.size :]
    if len(tail) < _TAIL.size or not tail.startswith(b"PK\x05\x06") or before.startswith(_OTHER_TAIL):
        raise _DamagedError("no library that was handed over, or not whole")
    *_, entries, size, _, comment = _TAIL.unpack(tail)
    if comment or entries > MOST_FILES or size > MOST_FILES * 1000:
        raise _DamagedError("no library that was handed over")


def _checked(entries: list[ZipInfo]) -> dict[str, ZipInfo]:
    """The entries by name, if their names are ours and their sizes can be borne."""
    found = {entry.filename: entry for entry in entries}
    if MANIFEST not in found:
        raise _DamagedError("no library that was handed over")
    if len(found) < len(entries) or _same(found) or len(entries) > MOST_FILES or not all(map(_NAMES.fullmatch, found)):
        raise _DamagedError("not as Oxus writes one: it holds files that do not belong there")
    if sum(entry.file_size for entry in entries) > LARGEST_IN_ALL or not all(map(_is_fit, entries)):
        raise _DamagedError("not as Oxus writes one: it would become too large")
    return found


def _is_fit(entry: ZipInfo) -> bool:
    plain = entry.compress_type in (ZIP_STORED, ZIP_DEFLATED) and not entry.flag_bits & 1
    return plain and entry.file_size <= min(LARGEST, STEEPEST * entry.compress_size)


def _contents(archive: ZipFile, entries: dict[str, ZipInfo]) -> Contents:
    manifest = _manifest(_bytes(archive, entries.pop(MANIFEST)))
    if manifest.files.keys() != entries.keys():
        raise _DamagedError("damaged: something is missing in it, or was added to it")
    files: dict[str, bytes] = {}
    articles: list[Held] = []
    for name in sorted(entries):
        data = _bytes(archive, entries[name])
        if hashlib.sha256(data).hexdigest() != manifest.files[name]:
            raise _DamagedError(f"damaged: {name} is not what was written")
        if name.startswith("articles-"):
            articles += _articles(data)
        else:
            files[name] = data
    verdicts = _decoded(files.pop(VERDICTS, b"[]"), tuple[Verdict, ...])
    notes = _decoded(files.pop(NOTES, b"[]"), tuple[Note, ...])
    corrections = _decoded(files.pop(CORRECTIONS, b"[]"), tuple[Correction, ...])
    views = _views(files.pop(VIEWS, b"[]"))
    return Contents(tuple(articles), verdicts, notes, tuple(files.items()), corrections, views)


def _manifest(data: bytes) -> _Manifest:
    kind = _decoded(data, _Kind)
    if kind.format != FORMAT:
        raise _DamagedError("no library that was handed over")
    if kind.version > VERSION:
        raise _DamagedError("written by a newer version of Oxus")
    return _decoded(data, _Manifest)


def _articles(data: bytes) -> list[Held]:
    try:
        found = msgspec.json.Decoder(Held).decode_lines(data)
    except (msgspec.DecodeError, RecursionError) as error:
        raise _DamagedError("damaged: an article in it cannot be read") from error
    if any(len(held.article.text) > _LONGEST_TEXT for held in found):
        raise _DamagedError("not as Oxus writes one: an article in it is too long")
    if wrong := fault(found):
        raise _DamagedError(f"damaged: {wrong}")
    return found


def _views(data: bytes) -> tuple[Subject, ...]:
    found = _decoded(data, tuple[Subject, ...])
    if not all(0 < len(view.title) <= _LONGEST_TITLE and view.kind in SUBJECTS for view in found):
        raise _DamagedError("damaged: a view in it is none")
    return found


def _decoded(data: bytes, kind: type[R]) -> R:
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, RecursionError) as error:
        raise _DamagedError("damaged: a part of it cannot be read") from error


def _bytes(archive: ZipFile, entry: ZipInfo) -> bytes:
    """The bytes of an entry: no more than it says it has, whatever comes out of it."""
    with archive.open(entry) as file:
        return file.read(entry.file_size + 1)
