"""The SQLite file of the index: what stands in it, and its replacement when it is missing, damaged or of old."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_VERSION = 7
# `forms` finds the words with the same stem as one: SQLite's own Porter stemmer over every English word of the index,
# and the roots of Russian ones, which that stemmer leaves as they are.
_SCHEMA = f"""
    CREATE TABLE documents (
        number INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL,
        names TEXT NOT NULL, article TEXT NOT NULL, family TEXT NOT NULL, UNIQUE (kind, id)
    );
    CREATE INDEX articles ON documents(article) WHERE article != '';
    CREATE INDEX families ON documents(family) WHERE family != '';
    CREATE TABLE about (stamp TEXT NOT NULL);
    INSERT INTO about VALUES ('');
    CREATE VIRTUAL TABLE terms USING fts5(title, text, names, content='', tokenize="ascii", prefix='1 2 3');
    CREATE VIRTUAL TABLE claims USING fts5(title, text, names, content='', tokenize="ascii", prefix='1 2 3');
    CREATE TABLE words (number INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE, root TEXT NOT NULL);
    CREATE VIRTUAL TABLE forms USING fts5(
        root, content='words', content_rowid='number', tokenize="porter ascii", detail=none, columnsize=0
    );
    CREATE TRIGGER stem AFTER INSERT ON words BEGIN
        INSERT INTO forms(rowid, root) VALUES (new.number, new.root);
    END;
    PRAGMA user_version = {_VERSION};
"""


def opened(path: Path | None, *, read_only: bool) -> sqlite3.Connection:
    """A usable index: the one in the file, an empty one in its place, or an empty one in memory."""
    if path is None:
        return _connect(":memory:")
    for _ in range(2):
        try:
            return _connect(path.absolute().as_uri() + ("?mode=ro" if read_only else ""))
        except sqlite3.DatabaseError as error:
            if read_only or not (broken(error) and delete(path)):
                break
    return _connect(":memory:")


def broken(error: sqlite3.DatabaseError) -> bool:
    """Whether the file itself is at fault, not a lock or a full disk."""
    code = getattr(error, "sqlite_errorcode", None)
    return isinstance(error, _UnusableError) or code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def delete(path: Path) -> bool:
    """Whether the file is gone."""
    with suppress(OSError):
        path.unlink(missing_ok=True)
        path.with_name(path.name + "-journal").unlink(missing_ok=True)
        return True
    return False


def _connect(name: str) -> sqlite3.Connection:
    connection = sqlite3.connect(name, timeout=0.2, isolation_level=None, check_same_thread=False, uri=True)
    try:
        connection.execute("PRAGMA synchronous = NORMAL")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if tables and (version != _VERSION or connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok"):
            raise _UnusableError
        if not tables:
            connection.executescript(f"BEGIN IMMEDIATE; {_SCHEMA} COMMIT;")
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


class _UnusableError(sqlite3.DatabaseError):
    """The file is an index of another version, or a torn one."""
