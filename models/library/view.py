"""What was worked out from the store at one time: statements, and the pages that were asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from models.catalog import Catalog
    from models.library.knowledge import Knowledge
    from models.records import Change
    from models.store import Store

P = TypeVar("P")
Key = tuple[str, ...]

NOTED = ("countries", "country", "commodity", "route")
"""The pages that show notes."""


class View:
    """Statements and pages, kept until a change touches what they rest on. A key is a page's kind and its arguments."""

    def __init__(self, store: Store, catalog: Catalog) -> None:
        self._store = store
        self._catalog = catalog
        self._pages: dict[Key, object] = {}
        self._last: dict[str, Key] = {}
        self._told: dict[Key, View] = {}

    @cached_property
    def knowledge(self) -> Knowledge:
        """The statements."""
        from models.library.knowledge import Knowledge  # the pages that the window opens with may be at hand

        return Knowledge(self._store, self._catalog)

    def told(self, key: Key) -> View:
        """Another view of the same statements, whose pages are told in other words; kept by its key as pages are."""
        if key not in self._told:
            other = View(self._store, self._catalog)
            other.knowledge = self.knowledge
            self._told[key] = other
        return self._told[key]

    def ahead(self) -> View:
        """Another view of the same statements and with the same pages, in which another thread may make more."""
        other = View(self._store, self._catalog)
        other.knowledge, other._pages = self.knowledge, dict(self._pages)
        return other

    def take(self, other: View) -> None:
        """Have the pages of a view made ahead, unless something has changed meanwhile what they rest on."""
        if other.knowledge is self.knowledge:
            self._pages = {**other._pages, **self._pages}

    def page(self, key: Key, build: Callable[[], P]) -> P:
        """The page of a key, built when it is not here."""
        page = self._pages.get(key)
        if page is None:  # another thread may forget all pages at any time
            page = self._pages[key] = build()
        self._last[key[0]] = key
        return cast("P", page)

    def latest(self) -> tuple[Key, ...]:
        """Of every kind of page the key last asked for."""
        return tuple(self._last.values())

    def last(self, kind: str) -> Key | None:
        """The key last asked for of one kind."""
        return self._last.get(kind)

    def forget(self, change: Change) -> None:
        """What the change touches is worked out anew when it is asked for."""
        self._told.clear()
        if change.articles or change.statements:
            self.__dict__.pop("knowledge", None)  # not emptied: another thread may be at work with it
            self._pages.clear()
        for key in [key for key in self._pages if key[0] in NOTED]:
            del self._pages[key]


class Aside(NamedTuple):
    """What was added aside: the change, what is to be seen after it, and the store's stamp then."""

    change: Change
    view: View
    stamp: str
