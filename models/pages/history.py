"""One figure over time: every value that sources give or gave, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.pages.ages import AsOf
from models.pages.figures import Figure, figure_of
from models.pages.lines import as_of
from models.phrases.profiles import unit
from models.records import Profile, Record, Standing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.catalog import Catalog
    from models.phrases import Phrases
    from models.records import Statement, Variant

YEAR = 4


class Point(Record):
    """One value at one time. `figure` is the same for a chart, where it is a number."""

    statement: str
    text: str
    as_of: AsOf | None
    standing: Standing
    sources: int
    figure: Figure | None = None


class HistoryPage(Record):
    """All values of one series, the newest first."""

    points: tuple[Point, ...]


# --- builders ---------------------------------------------------------------------------------------------------------


def history_page(statements: Iterable[Statement], catalog: Catalog, phrases: Phrases) -> HistoryPage:
    """The values of the statements of one series, those that sources dispute each by itself."""
    points = [
        _point(statement, variant, catalog, phrases) for statement in statements for variant in statement.variants
    ]
    points.sort(key=lambda point: point.as_of.date if point.as_of else "", reverse=True)
    return HistoryPage(tuple(sorted(points, key=lambda point: point.standing.past)))


def _point(statement: Statement, variant: Variant, catalog: Catalog, phrases: Phrases) -> Point:
    return Point(
        statement=statement.id,
        text=phrases.told(variant, phrases.variant(variant)),
        as_of=as_of(variant, phrases),
        standing=statement.standing,
        sources=variant.sources,
        figure=_figure(statement, variant, catalog, phrases),
    )


def _figure(statement: Statement, variant: Variant, catalog: Catalog, phrases: Phrases) -> Figure | None:
    content = variant.content
    if not isinstance(content, Profile):
        return figure_of(statement, variant, phrases)
    if isinstance(content.value, str):
        return None
    found = catalog.properties.get(content.property)
    return Figure(
        statement=statement.id,
        owner=content.country,
        owner_name=phrases.plain_name(content.country),
        label=found.name if found else content.property,
        value=content.value,
        unit=content.unit or "",
        year=int(content.as_of[:YEAR]) if content.as_of else None,
        text=phrases.numbers.measure(content.value, unit(content, catalog)),
        standing=statement.standing,
        sources=variant.sources,
    )
