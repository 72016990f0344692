"""Finding things: words in articles and notes, and names to jump to."""

from __future__ import annotations

import threading
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from models.catalog.naming import ALIKE, fold
from models.pages.lines import Hit
from models.store import StorageError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from pathlib import Path

    from models.catalog import Catalog
    from models.catalog.entries import Entry
    from models.search import Document, SearchIndex
    from models.store import Store

INDEX = "search.sqlite"


class Finder:
    """Full-text search and jumping by name over one store. The index is opened and brought up to date when asked."""

    def __init__(self, store: Store, catalog: Catalog, folder: Path) -> None:
        self._store = store
        self._catalog = catalog
        self._folder = folder
        self._waiting: dict[tuple[str, str], None] = {}
        self._behind: str | None = None
        self._names: tuple[_Name, ...] = ()
        self._noting = threading.Lock()

    @cached_property
    def _index(self) -> SearchIndex:
        from models.search import SearchIndex  # the first frame does not wait for SQLite

        return SearchIndex(self._folder / INDEX, read_only=self._store.read_only)

    # --- full text ----------------------------------------------------------------------------------------------------

    def search(self, words: str, limit: int) -> tuple[Hit, ...]:
        """The articles and notes that hold all the words, best first."""
        self._catch_up()
        return tuple(
            Hit(match.kind, match.id, match.title, match.snippet, match.marks, match.position)
            for match in self._index.find(words, limit)
        )

    def before_change(self) -> None:
        """Take note that the store is about to change: the index is at best as the store is now."""
        with self._noting:
            if self._behind is None:
                self._behind = self._store.stamp
            self._names = ()

    def touched(self, kind: str, ids: Iterable[str]) -> None:
        """These articles or notes are, or will be, new, changed or gone."""
        with self._noting:
            self._waiting.update(dict.fromkeys((kind, key) for key in ids))

    def close(self) -> None:
        """The index is up to date, so that who only reads need not make it, and its file is free."""
        if self._behind is not None and not self._store.read_only:
            self._catch_up()
        if "_index" in self.__dict__:
            self._index.close()

    def _catch_up(self) -> None:
        with self._noting:
            self._follow()

    def _follow(self) -> None:
        stamp, held = self._store.stamp, self._index.stamp
        if held and held == self._behind:
            found = {(document.kind, document.id): document for document in self._documents(self._waiting)}
            self._index.update(found.values(), [key for key in self._waiting if key not in found], stamp)
        elif held != stamp:
            self._index.rebuild(self._documents(None), stamp)
        self._waiting, self._behind = {}, None

    def _documents(self, wanted: Collection[tuple[str, str]] | None) -> Iterator[Document]:
        """The articles and notes as they are indexed: the wanted ones, or all. What cannot be read is left out."""
        from models.search import Document, noted

        for known in self._store.bibliographies():
            if wanted is None or ("article", known.id) in wanted:
                with suppress(StorageError):  # `check` tells of it
                    yield Document("article", known.id, known.title, self._store.text(known.id))
        for note in self._store.notes():
            if wanted is None or ("note", note.id) in wanted:
                about = self._catalog.name(note.subject)
                yield Document("note", note.id, f"{noted.title(note.text)} · {about}", noted.plain(note.text))

    # --- names --------------------------------------------------------------------------------------------------------

    def jump(self, words: str, limit: int) -> tuple[Hit, ...]:
        """What is called so, or begins so, or is nearly called so: best first."""
        wanted = fold(words)
        if not wanted:
            return ()
        if not self._names:
            self._names = tuple(self._all_names())
        scored = _scored(wanted, self._names)
        best: dict[tuple[str, str], tuple[float, _Name]] = {}
        for score, name in scored:
            key = (name.hit.kind, name.hit.id)
            if key not in best or score < best[key][0]:
                best[key] = (score, name)
        ranked = sorted(best.values(), key=lambda pair: (pair[0], len(pair[1].spelling), pair[1].hit.title))
        return tuple(name.hit for _, name in ranked[:limit])

    def _all_names(self) -> Iterable[_Name]:
        from models.search import noted

        catalog = self._catalog
        tables: tuple[tuple[str, Iterable[Entry]], ...] = (
            ("country", (*catalog.countries.values(), *catalog.groups.values())),
            ("commodity", catalog.commodities.values()),
            ("route", catalog.routes.values()),
        )
        for kind, entries in tables:
            for entry in entries:
                hit = Hit(kind, entry.id, self._catalog.name(entry.id))
                names = (entry.id, hit.title, *entry.names.values(), *entry.aliases, *entry.local_names)
                for spelling in dict.fromkeys(names):
                    yield _Name(fold(spelling), hit)
        for article in self._store.bibliographies():
            yield _Name(fold(article.title), Hit("article", article.id, article.title, article.publisher or ""))
        for note in self._store.notes():
            first = noted.title(note.text)
            yield _Name(fold(first), Hit("note", note.id, first, self._catalog.name(note.subject)))


class _Name(NamedTuple):
    """A spelling, folded, and what it leads to."""

    spelling: str
    hit: Hit


def _scored(wanted: str, names: Sequence[_Name]) -> list[tuple[float, _Name]]:
    """The names that fit, with a score: 0 the same, 1 begins so, 2 a word begins so, 3 holds it, more: is like it."""
    found: list[tuple[float, _Name]] = []
    others: list[_Name] = []
    for name in names:
        score = _plain_score(wanted, name.spelling)
        if score is None:
            others.append(name)
        else:
            found.append((score, name))
    return found or _like(wanted, others)


def _plain_score(wanted: str, spelling: str) -> float | None:
    if spelling == wanted:
        return 0
    if spelling.startswith(wanted):
        return 1
    if f" {wanted}" in spelling:
        return 2
    return 3 if wanted in spelling else None


def _like(wanted: str, names: Sequence[_Name]) -> list[tuple[float, _Name]]:
    """The names spelled much like what is wanted; asked only when nothing holds it as it stands."""
    from rapidfuzz import fuzz, process

    spellings = [name.spelling for name in names]
    matches = process.extract(wanted, spellings, scorer=fuzz.WRatio, score_cutoff=ALIKE, limit=100)
    return [(4 + 100 - score, names[place]) for _, score, place in matches]
