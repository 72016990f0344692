"""What was worked out from the store at one time: statements, and the pages that were asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar, cast

from models.library.knowledge import Knowledge

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from models.catalog import Catalog
    from models.records import Change
    from models.store import Store

P = TypeVar("P")
Key = tuple[str, ...]

NOTED = ("countries", "country", "commodity", "route")
"""The pages that show notes."""


class View:
    """Statements and pages, kept until a change touches what they rest on. A key is a page's kind and its arguments."""

    def __init__(self, store: Store, catalog: Catalog) -> None:
        self.knowledge = Knowledge(store, catalog)
        self._pages: dict[Key, object] = {}

    def page(self, key: Key, build: Callable[[], P]) -> P:
        """The page of a key, built when it is not here; the one last asked for stands at the end."""
        page = self._pages.pop(key) if key in self._pages else build()
        self._pages[key] = page
        return cast("P", page)

    def latest(self) -> Iterable[Key]:
        """Of every kind of page the key last asked for."""
        return {key[0]: key for key in tuple(self._pages)}.values()

    def forget(self, change: Change) -> None:
        """What the change touches is worked out anew when it is asked for."""
        if change.articles or change.statements:
            self.knowledge.forget()
            self._pages.clear()
        for key in [key for key in self._pages if key[0] in NOTED]:
            del self._pages[key]


class Aside(NamedTuple):
    """What was added aside: the change, what is to be seen after it, and the store's stamp then."""

    change: Change
    view: View
    stamp: str
