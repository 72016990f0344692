"""What is told of routes: where they lead and who builds them, and their figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from models.phrases.reality import COULD
from models.phrases.templates import fill, with_note
from models.records import Quantity
from models.statements.spans import split

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from models.catalog import Catalog
    from models.phrases.names import Names
    from models.phrases.numbers import Numbers
    from models.phrases.templates import Templates
    from models.records import RouteFact

SHARE = "percent"
_TARGET, _WITHIN = "target", "_within"
_TO = "–"
"""Between the two ends of a part of a route, as it is read."""


class Ways:
    """Puts facts of routes into the templates of one language; `names` are those of countries and places."""

    def __init__(self, templates: Templates, numbers: Numbers, names: Names, catalog: Catalog, language: str) -> None:
        self._words = templates["route"]
        self._routes = catalog.routes
        self._marks: list[str] = templates["noted"]
        self._numbers = numbers
        self._names = names
        self._stretches = {group.id: group.land.get(language, "") for group in catalog.groups.values()}

    def fact(
        self, content: RouteFact, hedged: Callable[[str], str], *, possible: bool = False, denied: bool = False
    ) -> str:
        """The fact without the route's name; `hedged` puts a word such as "nearly" before an amount, and what is only
        `possible` is no target. What is `denied` is told by a verb of its own where there is one."""
        predicate = content.predicate.replace("_", " ")
        if isinstance(content.object, Quantity):
            figure = structs.replace(content, predicate=COULD) if possible else content
            return self._figure(figure, content.object, predicate, hedged)
        against = self._words["against"].get(content.predicate) if denied else None
        template = against or self._words.get(content.predicate, self._words["other"])
        named = self._lands if content.predicate in self._words["lands"] else self._names.names
        told = fill(template, objects=named(content.object), predicate=predicate)
        return self._of(told, content.part, content.route)

    def _figure(self, content: RouteFact, quantity: Quantity, predicate: str, hedged: Callable[[str], str]) -> str:
        low = quantity.value[0] if isinstance(quantity.value, tuple) else quantity.value
        templates = self._words["less" if low < 0 else "figure"]
        amount, part = self._share(hedged(self._numbers.quantity(quantity)), quantity)
        route = self._routes.get(content.route)
        own = templates.get("by_kind", {}).get(route.kind if route else "", {})
        within = _WITHIN if content.predicate == _TARGET and content.year_inferred else ""
        template = own.get(content.predicate) or templates.get(content.predicate + within, templates["other"])
        told = fill(template, amount=amount, year=str(content.year or ""), predicate=predicate)
        told = self._of(told, part, content.route)
        return self._numbers.inferred(told) if content.year_inferred else told

    def _share(self, amount: str, quantity: Quantity) -> tuple[str, str]:
        """The amount with what it is a share of, and what is left to tell."""
        of, months = split(quantity.of or "")
        if quantity.unit != SHARE or not of or months:
            return amount, quantity.of or ""
        return fill(self._words["share"], amount=amount, of=self._names.quoted(of)), ""

    def _of(self, told: str, part: str, route: str) -> str:
        """What is told of the route, with the part of it that this is said of, or whose share it is, in brackets; of a
        line that is not in use also how far that has come."""
        if not part:
            return told
        ends = _TO.join(map(self._names.rendered, part.split(_TO)))
        status = self._unused(part, route)
        noted = with_note(told, ends, self._marks)
        return with_note(noted, self._names.called(status), self._marks) if status else noted

    def _unused(self, part: str, route: str) -> str:
        """The state of the line of the route that the part is, where that is not in use; else empty."""
        known = self._routes.get(route)
        if known is None:
            return ""
        named = (line for line in known.lines if line.name.casefold().startswith(part.casefold()))
        return next((line.status or "" for line in named if not line.used(known.status)), "")

    def _lands(self, codes: Iterable[str]) -> str:
        """The names as of stretches of land: a route leads to a part of the world, not to the union of its states."""
        given = tuple(codes)
        if not any(self._stretches.get(code) for code in given):
            return self._names.names(given)
        return self._names.listed([self._stretches.get(code) or self._names.name(code) for code in given])
