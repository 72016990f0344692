"""The bytes of a snapshot: all tables as TinyDB's own JSON, with an envelope that proves them whole.

The envelope is the table "_oxus" with one row, so that plain TinyDB reads the file as it is. Its first field is the
SHA-256 of everything behind it, at a fixed place: the check needs no parsing and covers the rest of the envelope.
"""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

import orjson

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = 1
ENVELOPE = "_oxus"
_HEAD = b'{"_oxus":{"1":{"sha256":"'
_START = len(_HEAD) + 64

AT_ONCE = 500
"""Rows that are turned into JSON in one call."""

Row = dict[str, Any]
Tables = Mapping[str, Mapping[str, Row]]


class Snapshot(NamedTuple):
    """What a file held: its tables, the number of saves before it, and whether a newer Oxus wrote it."""

    tables: Tables
    counter: int
    newer: bool = False


class DamagedError(Exception):
    """The bytes are not a whole snapshot."""


def encode(tables: Tables, counter: int) -> list[bytes]:
    """The snapshot's bytes in parts, to be written one after the other."""
    envelope = {
        "sha256": "0" * 64,
        "schema": SCHEMA,
        "counter": counter,
        "rows": {name: len(rows) for name, rows in tables.items()},
    }
    rest = [orjson.dumps({ENVELOPE: {"1": envelope}})[_START:-1]]
    for name, rows in tables.items():
        rest += (b",%b:{" % orjson.dumps(name), *_some_at_once(rows), b"}")
    rest.append(b"}")
    digest = hashlib.sha256()
    for part in rest:
        digest.update(part)
    return [_HEAD + digest.hexdigest().encode(), *rest]


def _some_at_once(rows: Mapping[str, Row]) -> Iterator[bytes]:
    """The rows of a table as JSON, some hundred each: one call for all would keep every other thread waiting."""
    left, comma = iter(rows.items()), b""
    while some := dict(islice(left, AT_ONCE)):
        yield comma + orjson.dumps(some)[1:-1]
        comma = b","


def intact(raw: bytes) -> bool:
    """Whether the bytes are those that were once written."""
    digest = raw[len(_HEAD) : _START]
    return raw.startswith(_HEAD) and hashlib.sha256(memoryview(raw)[_START:]).hexdigest().encode() == digest


def seal(path: Path) -> str:
    """The digest that the snapshot in a file begins with; empty when there is no such file. May raise OSError."""
    with suppress(FileNotFoundError), path.open("rb") as file:
        return file.read(_START)[len(_HEAD) :].decode("ascii", "replace")
    return ""


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """No search for garbage meanwhile: among a million fresh rows it would take most of the time and find none."""
    active = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if active:
            gc.enable()


def decode(raw: bytes) -> Snapshot:
    """The snapshot in `raw`. Raises DamagedError for anything but the whole file of this or a newer Oxus."""
    whole = intact(raw)
    try:
        with _collector_at_rest():
            tables = orjson.loads(raw)
        envelope = tables.pop(ENVELOPE)["1"]
        schema, counter, rows = envelope["schema"], envelope["counter"], envelope["rows"]
        # A newer Oxus may seal its files in another way: what says it is newer is never ours to judge.
        if schema > SCHEMA:
            return Snapshot(tables, counter, newer=True)
        fits = whole and rows == {name: len(table) for name, table in tables.items()}
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise DamagedError from error
    if not fits:
        raise DamagedError
    return Snapshot(tables, counter)
