"""Names to jump to: of countries, commodities, routes and actors, titles of articles, first lines of notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from models.catalog.naming import ALIKE, fold
from models.pages.hits import Hit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from models.catalog import Catalog
    from models.catalog.entries import Entry
    from models.store import Store

ACTOR = "actor"
"""People, bodies and firms: they have no page, but what is said of them can be searched for."""


COMPARED = "countries compared"
"""What the region's own page begins with, and by which it is found, too."""


class Names:
    """What can be jumped to in one store, collected when it is asked for after a change."""

    def __init__(self, store: Store, catalog: Catalog) -> None:
        self._store = store
        self._catalog = catalog
        self._names: tuple[_Name, ...] = ()
        self._stamp = ""

    def jump(self, words: str, limit: int) -> tuple[Hit, ...]:
        """What is called so, or begins so, or is nearly called so: best first."""
        wanted = fold(words)
        if not wanted:
            return ()
        if self._stamp != self._store.stamp:
            self._stamp, self._names = self._store.stamp, tuple(self._all_names())
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
            (ACTOR, catalog.actors.values()),
        )
        for kind, entries in tables:
            for entry in entries:
                begins = COMPARED if entry.id == catalog.region.id else ""
                hit = Hit(kind, entry.id, catalog.name(entry.id), begins)
                names = (
                    entry.id,
                    hit.title,
                    *filter(None, (begins,)),
                    *entry.names.values(),
                    *entry.aliases,
                    *entry.local_names,
                )
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
