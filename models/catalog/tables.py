"""TOML tables -> entries: several folders laid over each other, parsed once and kept as JSON by content.

tomllib is plain Python and slow; a parsed table is therefore written as JSON into a cache folder that the caller
names, under a name made from what the files hold. A stale or damaged cache file is never used.
"""

from __future__ import annotations

import os
from hashlib import sha256
from typing import TYPE_CHECKING, Any, TypeGuard, TypeVar

import msgspec

from models.catalog.entries import Entry
from models.records import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

EntryT = TypeVar("EntryT", bound=Entry)
Raw = dict[str, Any]
Layer = tuple["Path", Any]


def read_table(
    name: str, entry: type[EntryT], folders: Iterable[Path], cache: Path | None
) -> tuple[dict[str, EntryT], tuple[Problem, ...]]:
    """The entries of one table by id, later folders on top, and what could not be read."""
    contents, problems = _contents(name, folders)
    kept = cache / f"{name}-{_digest(contents)}.json" if cache else None
    found = _recall(kept, entry) if kept else None
    if found is None:
        layers, broken = _parse(contents)
        found, misfits = _convert(layers, entry)
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


def _is_words(value: object) -> TypeGuard[list[str]]:
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


def _parse(contents: list[tuple[Path, bytes]]) -> tuple[list[Layer], tuple[Problem, ...]]:
    """The table of each file; a file that is no TOML is left out and named."""
    import tomllib  # not needed, and not loaded, when the cache has the table

    layers, problems = [], []
    for path, data in contents:
        try:
            layers.append((path, tomllib.loads(data.decode("utf-8"))))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
            problems.append(Problem(str(path), f"This is not valid TOML: {error}."))
    return layers, tuple(problems)


def _convert(layers: list[Layer], entry: type[EntryT]) -> tuple[dict[str, EntryT], tuple[Problem, ...]]:
    """Typed entries by id. Where an entry of a later file does not fit, the one below it stays, and it is named."""
    found: dict[str, EntryT] = {}
    problems = []
    for key in dict.fromkeys(key for _, table in layers for key in table):
        stack = [(path, table[key]) for path, table in layers if key in table]
        while stack and key not in found:
            try:
                found[key] = msgspec.convert(_fields(key, stack), entry)
            except msgspec.ValidationError as error:
                path, _ = stack.pop()
                problems.append(Problem(f"{path}, [{key}]", f"The entry is left out: {error}."))
    return found, tuple(problems)


def _fields(key: str, stack: list[Layer]) -> object:
    """The fields of one entry with its id; what is no table is handed on as it is, to be refused."""
    merged: Raw = {}
    for _, fields in stack:
        if not isinstance(fields, dict):
            return fields
        merged = merge(merged, fields)
    return {**merged, "id": key}


def _recall(kept: Path, entry: type[EntryT]) -> dict[str, EntryT] | None:
    """The entries kept in the cache, or None when there are none that fit."""
    try:
        return msgspec.json.decode(kept.read_bytes(), type=_table_of(entry))
    except (OSError, msgspec.DecodeError):
        return None


def _table_of(entry: type[EntryT]) -> type[dict[str, EntryT]]:
    return dict[str, entry]  # type: ignore[valid-type]


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
