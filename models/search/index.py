"""The index: documents come and go, questions are answered; a file that fails is given up for memory."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from threading import RLock
from typing import TYPE_CHECKING

from models.search import asking, file
from models.search.places import Document, Match, match, spans
from models.search.words import Sought, indexed, inflected, terms_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

_CHUNK = 50

CLAIM = "claim"
"""The kind of a document that is found apart from the others, by `find_claims`."""

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

    def find(self, words: str, limit: int = 50, *, partly: bool = False) -> tuple[Match, ...]:
        """The best matches for all the words, best first; the last word may be a beginning, "..." is a phrase.

        What has the words as they were typed comes before what has them with other endings. Asked `partly`, it gives
        what has most of the words; that is for where nothing has all. Claims are not among them.
        """
        return self._find(words, limit, "terms", partly=partly)

    def find_claims(self, words: str, limit: int = 50, *, partly: bool = False) -> tuple[Match, ...]:
        """The claims that `find` leaves out, in the same way."""
        return self._find(words, limit, "claims", partly=partly)

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

    def _find(self, words: str, limit: int, table: str, *, partly: bool) -> tuple[Match, ...]:
        terms = terms_of(words)
        if not terms or limit < 1:
            return ()
        with self._lock:
            try:
                terms = asking.with_forms(self._connection, terms)
                ask = asking.having_most if partly else asking.having_all
                found = ask(self._connection, table, terms, limit)
            except sqlite3.DatabaseError as error:
                self._give_up(error)
                return ()
        sought = tuple(map(Sought, terms))
        return tuple(match(Document(*row), sought, partly=partly) for row in found)

    def places(self, text: str, words: str) -> tuple[tuple[int, int], ...]:
        """Where any of the words stands in a text of the index, first to last, in code points."""
        with self._lock:
            terms = asking.with_forms(self._connection, terms_of(words))
        return spans(text, tuple(map(Sought, terms)))

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
            self._opened = file.opened(self._path, read_only=self._read_only)
        return self._opened

    def _give_up(self, error: sqlite3.DatabaseError) -> None:
        """The next question starts with an empty index: in a new file where the old one was broken, else in memory."""
        with self._lock:
            self.close()
            if self._path is not None and (self._read_only or not (file.broken(error) and file.delete(self._path))):
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
                    for table in ("documents", "words"):
                        connection.execute(f"DELETE FROM {table}")
                    for table in ("terms", "claims", "forms"):
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


def _exchange(
    connection: sqlite3.Connection, documents: Sequence[Document], removed: Sequence[tuple[str, str]]
) -> None:
    """The documents stand in place of those with their kind and id; those removed are gone, articles with their claims.

    New claims come behind their article.
    """
    for kind, key in (*removed, *((document.kind, document.id) for document in documents)):
        _forget(connection, kind, key)
    words = set[str]()
    for document in documents:
        told = tuple(map(_storable, (document.title, document.text, document.names)))
        number = connection.execute(
            "INSERT INTO documents(kind, id, title, text, names, article, family) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (document.kind, document.id, *told, document.article, document.family),
        ).lastrowid
        seen = tuple(map(indexed, told))
        connection.execute(
            f"INSERT INTO {_table(document.kind)}(rowid, title, text, names) VALUES (?, ?, ?, ?)", (number, *seen)
        )
        words.update(*map(inflected, seen))
    # Words that are no more in any document are kept: what asks for them finds nothing.
    asking.enter(connection, words)


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


def occurrences(text: str, words: str) -> tuple[tuple[int, int], ...]:
    """Where any of the words of a search stands in a text, in any form, first to last, in code points."""
    index = SearchIndex(None)
    index.rebuild((Document("text", "", "", text),))
    found = index.places(text, words)
    index.close()
    return found
