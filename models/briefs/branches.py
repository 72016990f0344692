"""Routes that touch a country only by a branch which is not in use there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.phrases import fill

if TYPE_CHECKING:
    from models.briefs.writer import Writer
    from models.catalog import Catalog
    from models.catalog.entries import Line


def unused_branches(catalog: Catalog, route: str, code: str) -> tuple[Line, ...]:
    """The lines of a route, otherwise in use, that alone run through the country of the `code` and are not in use, or
    only planned; none where one that is used does, or where the whole route is not in use yet."""
    known = catalog.routes.get(route)
    if known is None or code not in catalog.countries:
        return ()
    used = [line for line in known.lines if line.used(known.status)]
    if not used or any(code in line.countries for line in used):
        return ()
    return tuple(line for line in known.lines if code in line.countries)


def only_by(writer: Writer, route: str, code: str) -> str:
    """The branch that alone runs through the country of the `code`, and how it stands; empty for other routes."""
    found = unused_branches(writer.catalog, route, code)
    if not found:
        return ""
    whole, phrases = writer.catalog.routes[route].status, writer.phrases
    told = [phrases.noted(phrases.rendered(line.name), (phrases.called(line.status or whole),)) for line in found]
    return fill(writer.words["by_branch"], branches=phrases.listed(told))
