"""Finding words in articles, notes and claims, by an index that is brought up to date when it is asked."""

from __future__ import annotations

import threading
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from models.store import StorageError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from pathlib import Path

    from models.catalog import Catalog
    from models.records import Claim
    from models.search import Document, Match, SearchIndex
    from models.store import Store

INDEX = "search.sqlite"
FEW = 20
"""Articles and notes that are indexed so quickly that nobody notices."""


class Finder:
    """Full-text search over one store. The index is opened when first asked; `say` puts a claim into words."""

    def __init__(self, store: Store, catalog: Catalog, folder: Path, say: Callable[[Claim], str]) -> None:
        self._store = store
        self._catalog = catalog
        self._folder = folder
        self._say = say
        self._waiting: dict[tuple[str, str], None] = {}
        self._behind: str | None = None
        self._noting = threading.Lock()
        self._following = threading.Lock()
        self._closed = False

    @cached_property
    def _index(self) -> SearchIndex:
        from models.search import SearchIndex  # the first frame does not wait for SQLite

        return SearchIndex(self._folder / INDEX, read_only=self._store.read_only)

    # --- questions ----------------------------------------------------------------------------------------------------

    def find(self, words: str, limit: int) -> tuple[tuple[Match, ...], tuple[Match, ...]]:
        """The claims that hold all the words, in the sentence they stand in or in ours, and the articles and notes,
        best first; where nothing holds all of them, what holds most."""
        found = self._index.find_claims(words, limit), self._index.find(words, limit)
        if any(found):
            return found
        return self._index.find_claims(words, limit, partly=True), self._index.find(words, limit, partly=True)

    def knows(self, name: str) -> bool:
        """Whether all words of a name are found, or may yet be: not all is indexed."""
        if not self.catch_up(quickly=True):
            return True
        return bool(self._index.find_claims(name, 1) or self._index.find(name, 1))

    def meant(self, words: str) -> str:
        """The words with those that nothing holds as names spell them; empty where none is like one of these, too."""
        typed = words.split()
        found = [word if self._holds(word) else self._catalog.nearest_word(word) for word in typed]
        return " ".join(found) if all(found) and found != typed else ""

    def _holds(self, word: str) -> bool:
        return bool(self._index.find(word, 1) or self._index.find_claims(word, 1))

    def families(self, claims: Iterable[str]) -> frozenset[str]:
        """The ids of these claims and of all that have a say in their statements."""
        return self._index.families(tuple(claims))

    # --- keeping up ---------------------------------------------------------------------------------------------------

    def before_change(self) -> None:
        """Take note that the store is about to change: the index is at best as the store is now."""
        with self._noting:
            if self._behind is None:
                self._behind = self._store.stamp

    def touched(self, kind: str, ids: Iterable[str]) -> None:
        """These articles or notes are, or will be, new, changed or gone."""
        with self._noting:
            self._waiting.update(dict.fromkeys((kind, key) for key in ids))

    def catch_up(self, *, quickly: bool = False) -> bool:
        """Whether the index is as the store is now: it is brought there, but not `quickly` where that takes long."""
        if not self._following.acquire(blocking=not quickly):
            return False
        try:
            return self._follow(quickly=quickly)
        finally:
            self._following.release()

    def close(self) -> None:
        """The index is up to date, so that who only reads need not make it, and its file is free.

        Where it is just being made it is left as it was.
        """
        self._closed = self._following.locked()
        if self._behind is not None and not self._store.read_only and not self._closed:
            self.catch_up()
        with self._following:
            if "_index" in self.__dict__:
                self._index.close()

    def _follow(self, *, quickly: bool) -> bool:
        with self._noting:
            stamp, held = self._store.stamp, self._index.stamp
            if held == stamp:  # what is noted now, if anything, is still to come
                return True
            anew = not held or held != self._behind
            if quickly and (anew or len(self._waiting) > FEW):
                return False
            waiting, self._waiting, self._behind = self._waiting, {}, None
        with suppress(_ClosedError):
            if anew:
                self._index.rebuild(self._documents(None), stamp)
            else:
                found = tuple(self._documents(waiting))
                there = {(document.kind, document.id) for document in found}
                self._index.update(found, [key for key in waiting if key not in there], stamp)
        return True

    def _documents(self, wanted: Collection[tuple[str, str]] | None) -> Iterator[Document]:
        """The articles, their claims and the notes as they are indexed: of what is wanted, or all. What cannot be read
        is left out."""
        from models.library.told import Told
        from models.search import Document, noted

        told = Told(self._store, self._catalog)
        for known in self._store.bibliographies():
            if wanted is None or ("article", known.id) in wanted:
                with suppress(StorageError):  # `check` tells of it
                    yield Document("article", known.id, known.title, self._store.text(known.id))
                yield from map(self._claim, told.claims(known.id))
        for note in self._store.notes():
            if wanted is None or ("note", note.id) in wanted:
                about = self._catalog.name(note.subject)
                yield Document("note", note.id, f"{noted.title(note.text)} · {about}", noted.plain(note.text))

    def _claim(self, claim: Claim) -> Document:
        """A claim as it is indexed: in our words and the article's, with the names of all that it touches."""
        from models.search import CLAIM, Document
        from models.statements import family, topics

        if self._closed:
            raise _ClosedError
        names = " . ".join((claim.attribution or "", *map(self._names, sorted(topics(claim, self._catalog)))))
        about, sentence = family(claim, self._catalog), claim.evidence
        return Document(CLAIM, claim.id, self._say(claim), sentence.quote, names, sentence.article, about)

    def _names(self, topic: str) -> str:
        """The names of a country, commodity, route or actor in all languages."""
        entry = self._catalog.entry(topic)
        return " . ".join(dict.fromkeys((*entry.names.values(), *entry.local_names))) if entry else topic


class _ClosedError(Exception):
    """The library was closed while its index was being made."""
