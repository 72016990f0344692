"""The SQLite file of the index, and its replacement when it is missing, damaged or cannot be written."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from threading import RLock
from typing import TYPE_CHECKING

from models.search.places import Document, Match, match
from models.search.words import expression, indexed, pattern, terms_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

_VERSION = 3
_CHUNK = 50
_MOST_WEIGHED = 3_000
"""Documents with the words among which the best are looked for: in a very large library a word may stand in more."""

CLAIM = "claim"
"""The kind of a document that is found apart from the others, by `find_claims`."""

_SCHEMA = f"""
    CREATE TABLE documents (
        number INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL,
        names TEXT NOT NULL, article TEXT NOT NULL, family TEXT NOT NULL, UNIQUE (kind, id)
    );
    CREATE INDEX articles ON documents(article) WHERE article != '';
    CREATE INDEX families ON documents(family) WHERE family != '';
    CREATE TABLE about (stamp TEXT NOT NULL);
    INSERT INTO about VALUES ('');
    CREATE VIRTUAL TABLE terms USING fts5(title, text, names, content='', tokenize="ascii", prefix='2 3');
    CREATE VIRTUAL TABLE claims USING fts5(title, text, names, content='', tokenize="ascii", prefix='2 3');
    PRAGMA user_version = {_VERSION};
"""
# A word in a title tells more than one in the text.
_FIND = """
    SELECT kind, id, title, text FROM documents JOIN (
        SELECT place, score FROM (
            SELECT rowid AS place, bm25({table}, 8.0, 1.0, 0.5) AS score FROM {table} WHERE {table} MATCH ? LIMIT ?
        ) ORDER BY score, place LIMIT ?
    ) ON number = place ORDER BY score, place
"""
_FAMILIES = """
    SELECT id FROM documents WHERE family != '' AND family IN (
        SELECT family FROM documents WHERE kind = 'claim' AND id IN ({places})
    )
"""
_HELD = """
    SELECT number, kind, title, text, names FROM documents
    WHERE (kind = ? AND id = ?) OR (article = ? AND article != '')
"""


class SearchIndex:
    """The index in the file `path`, or in memory. It is opened on the first question; any thread may call.

    One that is read only uses the file where that is sound, and never touches it.
    A long rebuild holds others up for one portion of documents at a time; until it ends they find what is there.
    """

    def __init__(self, path: Path | None, *, read_only: bool = False) -> None:
        self._path = path
        self._read_only = read_only
        self._opened: sqlite3.Connection | None = None
        self._lock = RLock()
        self._writing = RLock()

    @property
    def stamp(self) -> str:
        """The stamp of the last rebuild or update; empty when there was none, so that everything is to be indexed."""
        with self._lock:
            try:
                stamp: str = self._connection.execute("SELECT stamp FROM about").fetchone()[0]
            except sqlite3.DatabaseError as error:
                self._give_up(error)
                return ""
            return stamp

    def rebuild(self, documents: Iterable[Document], stamp: str = "") -> None:
        """The index holds these documents and no others; `stamp` tells of what state they are."""
        with self._writing:
            wanted = tuple(documents)
            try:
                self._write(wanted, (), stamp, anew=True)
            except sqlite3.DatabaseError as error:
                # The file is broken or the disk full: memory does as well until the next start.
                self._give_up(error)
                self._path = None
                self._write(wanted, (), stamp, anew=True)

    def update(self, documents: Iterable[Document], removed: Iterable[tuple[str, str]] = (), stamp: str = "") -> None:
        """These documents are added or replaced, those of (kind, id) in `removed` are gone.

        When the file fails the index is empty afterwards, and so is its `stamp`.
        """
        with self._writing:
            try:
                self._write(tuple(documents), tuple(removed), stamp, anew=False)
            except sqlite3.DatabaseError as error:
                self._give_up(error)
                self._path = None

    def find(self, words: str, limit: int = 50) -> tuple[Match, ...]:
        """The best matches for all the words, best first; the last word may be a beginning, "..." is a phrase.

        Claims are not among them.
        """
        return self._find(words, limit, "terms")

    def find_claims(self, words: str, limit: int = 50) -> tuple[Match, ...]:
        """The claims that `find` leaves out, in the same way."""
        return self._find(words, limit, "claims")

    def families(self, claims: Sequence[str]) -> frozenset[str]:
        """The ids of these claims and of all that are of one family with any."""
        places = ", ".join("?" * len(claims))
        with self._lock:
            try:
                found = self._connection.execute(_FAMILIES.format(places=places), tuple(claims)).fetchall()
            except sqlite3.DatabaseError as error:
                self._give_up(error)
                return frozenset(claims)
        return frozenset(claims).union(other for (other,) in found)

    def _find(self, words: str, limit: int, table: str) -> tuple[Match, ...]:
        terms = terms_of(words)
        if not terms or limit < 1:
            return ()
        with self._lock:
            try:
                wanted = (expression(terms), _MOST_WEIGHED, limit)
                found = self._connection.execute(_FIND.format(table=table), wanted).fetchall()
            except sqlite3.DatabaseError as error:
                self._give_up(error)
                return ()
        marked = pattern(terms)
        return tuple(match(Document(*row), marked) for row in found)

    def close(self) -> None:
        """The file is free."""
        with self._lock:
            if self._opened is not None:
                self._opened.close()
                self._opened = None

    # --- inside -----------------------------------------------------------------------------------------------------

    @property
    def _connection(self) -> sqlite3.Connection:
        if self._opened is None:
            self._opened = _open(self._path, read_only=self._read_only)
        return self._opened

    def _give_up(self, error: sqlite3.DatabaseError) -> None:
        """The next question starts with an empty index: in a new file where the old one was broken, else in memory."""
        with self._lock:
            self.close()
            if self._path is not None and (self._read_only or not (_broken(error) and _delete(self._path))):
                self._path = None

    def _write(
        self, documents: Sequence[Document], removed: Sequence[tuple[str, str]], stamp: str, *, anew: bool
    ) -> None:
        with self._lock:
            connection = self._connection
            connection.execute("BEGIN IMMEDIATE")
        try:
            if anew:
                with self._lock:
                    connection.execute("DELETE FROM documents")
                    for table in ("terms", "claims"):
                        connection.execute(f"INSERT INTO {table}({table}) VALUES ('delete-all')")
            for start in range(0, max(len(documents), 1), _CHUNK):
                with self._lock:
                    _exchange(connection, documents[start : start + _CHUNK], removed if start == 0 else ())
            with self._lock:
                connection.execute("UPDATE about SET stamp = ?", (stamp,))
                connection.execute("COMMIT")
        except BaseException:
            with self._lock, suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
            raise


def _open(path: Path | None, *, read_only: bool) -> sqlite3.Connection:
    """A usable index: the one in the file, an empty one in its place, or an empty one in memory."""
    if path is None:
        return _connect(":memory:")
    for _ in range(2):
        try:
            return _connect(path.absolute().as_uri() + ("?mode=ro" if read_only else ""))
        except sqlite3.DatabaseError as error:
            if read_only or not (_broken(error) and _delete(path)):
                break
    return _connect(":memory:")


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


def _broken(error: sqlite3.DatabaseError) -> bool:
    """Whether the file itself is at fault, not a lock or a full disk."""
    code = getattr(error, "sqlite_errorcode", None)
    return isinstance(error, _UnusableError) or code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def _delete(path: Path) -> bool:
    with suppress(OSError):
        path.unlink(missing_ok=True)
        path.with_name(path.name + "-journal").unlink(missing_ok=True)
        return True
    return False


def _exchange(
    connection: sqlite3.Connection, documents: Sequence[Document], removed: Sequence[tuple[str, str]]
) -> None:
    """The documents stand in place of those with their kind and id; those removed are gone, articles with their claims.

    New claims come behind their article.
    """
    for kind, key in (*removed, *((document.kind, document.id) for document in documents)):
        _forget(connection, kind, key)
    for document in documents:
        told = tuple(map(_storable, (document.title, document.text, document.names)))
        number = connection.execute(
            "INSERT INTO documents(kind, id, title, text, names, article, family) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (document.kind, document.id, *told, document.article, document.family),
        ).lastrowid
        connection.execute(
            f"INSERT INTO {_table(document.kind)}(rowid, title, text, names) VALUES (?, ?, ?, ?)",
            (number, *map(indexed, told)),
        )


def _forget(connection: sqlite3.Connection, kind: str, key: str) -> None:
    """No document of this kind and id is there, nor any claim of an article of this id."""
    for number, found, *told in connection.execute(_HELD, (kind, key, key)).fetchall():
        table = _table(found)
        # The index keeps no text of its own: it has to be told what to forget.
        connection.execute(
            f"INSERT INTO {table}({table}, rowid, title, text, names) VALUES ('delete', ?, ?, ?, ?)",
            (number, *map(indexed, told)),
        )
        connection.execute("DELETE FROM documents WHERE number = ?", (number,))


def _table(kind: str) -> str:
    """The table that finds documents of this kind."""
    return "claims" if kind == CLAIM else "terms"


def _storable(text: str) -> str:
    """The text with lone surrogates replaced one for one, so that offsets stay."""
    return text.encode("utf-8", "replace").decode()
