"""TOML tables -> entries: several folders laid over each other, parsed once and kept as JSON by content.

tomllib is plain Python and slow; a parsed table is therefore written as JSON into a cache folder that the caller
names, under a name made from what the files hold. A stale or damaged cache file is never used.
"""

from __future__ import annotations

import os
import tomllib
from hashlib import sha256
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from models.catalog.entries import Entry
from models.records import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

EntryT = TypeVar("EntryT", bound=Entry)
Raw = dict[str, Any]


def read_table(
    name: str, entry: type[EntryT], folders: Iterable[Path], cache: Path | None
) -> tuple[dict[str, EntryT], tuple[Problem, ...]]:
    """The entries of one table by id, later folders on top, and what could not be read."""
    contents, problems = _contents(name, folders)
    kept = cache / f"{name}-{_digest(contents)}.json" if cache else None
    found = _recall(kept, entry) if kept else None
    if found is None:
        merged, broken = _parse(contents)
        found, misfits = _convert(name, merged, entry)
        problems = (*problems, *broken, *misfits)
        if kept and not problems:
            _remember(kept, name, found)
    return found, problems


def merge(below: Raw, above: Raw) -> Raw:
    """Two tables as one: tables merge key by key, lists of words grow, anything else above takes its place."""
    merged = dict(below)
    for key, value in above.items():
        old = merged.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            merged[key] = merge(old, value)
        elif _is_words(old) and _is_words(value):
            merged[key] = list(dict.fromkeys([*old, *value]))
        else:
            merged[key] = value
    return merged


def _is_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _contents(name: str, folders: Iterable[Path]) -> tuple[list[tuple[Path, bytes]], tuple[Problem, ...]]:
    """The table's file of each folder that has one."""
    contents, problems = [], []
    for folder in folders:
        path = folder / f"{name}.toml"
        try:
            contents.append((path, path.read_bytes()))
        except FileNotFoundError:
            continue
        except OSError as error:
            problems.append(Problem(str(path), f"The file cannot be read: {error.strerror or error}."))
    return contents, tuple(problems)


def _digest(contents: list[tuple[Path, bytes]]) -> str:
    """A name for what the files hold, whatever their folders are called."""
    whole = sha256()
    for _, data in contents:
        whole.update(sha256(data).digest())
    return whole.hexdigest()[:16]


def _parse(contents: list[tuple[Path, bytes]]) -> tuple[Raw, tuple[Problem, ...]]:
    """All files laid over each other; a file that is no TOML is left out and named."""
    merged: Raw = {}
    problems = []
    for path, data in contents:
        try:
            merged = merge(merged, tomllib.loads(data.decode("utf-8")))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            problems.append(Problem(str(path), f"This is not valid TOML: {error}."))
    return merged, tuple(problems)


def _convert(name: str, merged: Raw, entry: type[EntryT]) -> tuple[dict[str, EntryT], tuple[Problem, ...]]:
    """Typed entries by id; an entry with wrong or missing fields is left out and named."""
    found, problems = {}, []
    for key, fields in merged.items():
        try:
            found[key] = msgspec.convert({**fields, "id": key} if isinstance(fields, dict) else fields, entry)
        except msgspec.ValidationError as error:
            problems.append(Problem(f"{name}.toml, {key}", f"The entry is left out: {error}."))
    return found, tuple(problems)


def _recall(kept: Path, entry: type[EntryT]) -> dict[str, EntryT] | None:
    """The entries kept in the cache, or None when there are none that fit."""
    try:
        decoder: msgspec.json.Decoder[dict[str, EntryT]] = msgspec.json.Decoder(dict[str, entry])  # type: ignore[valid-type]
        return decoder.decode(kept.read_bytes())
    except (OSError, msgspec.DecodeError):
        return None


def _remember(kept: Path, name: str, found: dict[str, EntryT]) -> None:
    """The entries are in the cache, older ones of the table are gone; without a writable folder nothing happens."""
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        for old in kept.parent.glob(f"{name}-????????????????.json"):
            old.unlink(missing_ok=True)
        half = kept.with_suffix(f".{os.getpid()}")
        half.write_bytes(msgspec.json.encode(found))
        half.replace(kept)
    except OSError:
        # The cache only saves time: the next start parses again.
        return
