"""TOML tables -> entries: several folders laid over each other, parsed once and kept as JSON by content."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeGuard, TypeVar

import msgspec

from models.catalog import kept
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
    place = kept.place(cache, name, (data for _, data in contents)) if cache else None
    found = kept.recall(place, _table_of(entry)) if place else None
    if found is None:
        layers, broken = _parse(contents)
        found, misfits = _convert(layers, entry)
        problems = (*problems, *broken, *misfits)
        if place and not problems:
            kept.remember(place, found)
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


def _table_of(entry: type[EntryT]) -> type[dict[str, EntryT]]:
    return dict[str, entry]  # type: ignore[valid-type]
