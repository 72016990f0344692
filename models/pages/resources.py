"""The Resources tab: the country x commodity matrix, and one commodity's figures and statements."""

from __future__ import annotations

import math
from datetime import date
from typing import TYPE_CHECKING, Protocol

from msgspec import field

from models.pages.ages import AsOf
from models.pages.figures import PRODUCES, Figure, figures
from models.pages.lines import Line, as_of, lines, newest_first, of_age
from models.pages.listing import Listed, in_short, listed
from models.records import Kind, Note, Rank, Record, Resource, Standing, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from models.catalog import Catalog
    from models.phrases import Phrases


class Cell(Record):
    """What is known of one country and one commodity: a few words, sources, the weakest standing, statement ids.

    The words, and the time they are of, are those of the first statement; whether sources disagree on just these is
    `contested`.
    """

    country: str
    commodity: str
    text: str
    sources: int
    standing: Standing
    statements: tuple[str, ...]
    as_of: AsOf | None = None
    contested: bool = False


class ResourcesPage(Record):
    """The matrix: rows are countries (code, name), columns commodities (id, name) that any claim speaks of.

    `listed` tells of a commodity, by its id, which lists of critical raw materials name it. It is `sifted` where the
    cells tell of some statements only; rows and columns are there whatever that leaves.
    """

    countries: tuple[tuple[str, str], ...]
    commodities: tuple[tuple[str, str], ...]
    cells: tuple[Cell, ...]
    listed: dict[str, str] = field(default_factory=dict)
    sifted: bool = False


class CommodityPage(Record):
    """One commodity: figures for the chart and its table twin, all statements on it, the lists of critical raw
    materials that name it, and what the region's languages call it."""

    id: str
    name: str
    figures: tuple[Figure, ...]
    lines: tuple[Line, ...]
    notes: tuple[Note, ...]
    lists: tuple[Listed, ...] = ()
    local_names: tuple[str, ...] = ()


# --- builders ---------------------------------------------------------------------------------------------------------

WEAKEST_FIRST = (
    Standing.CONTESTED,
    Standing.SINGLE,
    Standing.CORROBORATED,
    Standing.EARLIER,
    Standing.SUPERSEDED,
    Standing.WITHDRAWN,
)


class Sieve(Protocol):
    """What lets only some statements pass."""

    def holds(self, statement: Statement) -> bool:
        """Whether it lets this one pass."""
        ...


def resources_page(
    statements: Iterable[Statement],
    catalog: Catalog,
    phrases: Phrases,
    older: str = "",
    today: date = date.min,
    sieve: Sieve | None = None,
) -> ResourcesPage:
    """The matrix of all statements on resources: the region's countries first, commodities as in the catalog.

    Cells tell of what is within a limit of models.pages.ages.LIMITS, counted from this day, and passes the sieve.
    """
    found: dict[tuple[str, str], list[Statement]] = {}
    for statement in statements:
        content = statement.variants[0].content
        if isinstance(content, Resource):
            found.setdefault((content.country, content.resource), []).append(statement)
    countries = _countries({country for country, _ in found}, catalog)
    commodities = _commodities({commodity for _, commodity in found}, catalog)
    kept = {key: list(filter(sieve.holds, said)) for key, said in found.items()} if sieve else found
    told = {key: of_age(said, older, today, phrases) for key, said in kept.items()}
    return ResourcesPage(
        countries=tuple((code, phrases.plain_name(code)) for code in countries),
        commodities=tuple((name, phrases.plain_name(name)) for name in commodities),
        cells=tuple(
            _cell(country, commodity, told[country, commodity], phrases)
            for country in countries
            for commodity in commodities
            if told.get((country, commodity))
        ),
        listed={name: lists for name in commodities if (lists := in_short(listed(name, catalog)))},
        sifted=bool(older or sieve),
    )


def _countries(codes: set[str], catalog: Catalog) -> list[str]:
    """Those that are spoken of in their order."""
    return sorted(codes, key=lambda code: _place(code, catalog))


def _place(code: str, catalog: Catalog) -> tuple[bool, bool, str]:
    """The region's members come first, then the region as a whole, then others, each by its name in the catalog, so
    that the order is the same in every language."""
    return code not in catalog.region.members, code != catalog.region.id, catalog.name(code)


def _commodities(names: set[str], catalog: Catalog) -> list[str]:
    """The commodities in the catalog's order of groups; what the catalog does not know is last, by name."""
    known = list(catalog.commodities)
    place = {name: at for at, name in enumerate(known)}

    def order(name: str) -> tuple[int, int, str]:
        found = catalog.commodities.get(name)
        group = catalog.commodity_groups.get(found.group) if found else None
        return (group.order if group else len(known)), place.get(name, len(known)), name

    return sorted(names, key=order)


def _cell(country: str, commodity: str, statements: Sequence[Statement], phrases: Phrases) -> Cell:
    """The most telling statement in a few words; sources and standing over all of them."""
    ordered = sorted(newest_first(statements), key=_tells)
    first = ordered[0].shown
    from models.phrases.timed import settled  # not needed where pages are at hand

    content = settled(first)
    return Cell(
        country=country,
        commodity=commodity,
        text=phrases.cell(content, first.claims) if isinstance(content, Resource) else "",
        sources=max(statement.independent for statement in ordered),
        standing=min((statement.standing for statement in ordered), key=WEAKEST_FIRST.index),
        statements=tuple(statement.id for statement in ordered),
        as_of=as_of(first, phrases),
        contested=ordered[0].standing is Standing.CONTESTED,
    )


def _tells(statement: Statement) -> tuple[bool, bool, bool, bool, bool, int]:
    """What comes first in a cell: what holds today and may lead, ranks, then quantities; deeds before plans, totals
    before parts."""
    first = statement.variants[0]
    content = first.content if isinstance(first.content, Resource) else None
    ranked = content is not None and content.rank is not None
    valued = content is not None and content.quantity is not None
    part = content is not None and bool(content.partner or content.site or content.firm)
    past = statement.standing.past or statement.rank is Rank.DEPRECATED or not statement.leads
    ahead = first.claims[0].modality.ahead
    return past, not ranked, not valued, ahead, part, -statement.independent


def commodity_page(
    commodity: str, statements: Iterable[Statement], catalog: Catalog, phrases: Phrases, notes: Iterable[Note]
) -> CommodityPage:
    """One commodity from the statements that touch it."""
    chosen = [statement for statement in statements if statement.kind is Kind.RESOURCE]
    ordered = _by_country(newest_first(chosen), catalog)
    known = catalog.commodities.get(commodity)
    return CommodityPage(
        id=commodity,
        name=phrases.plain_name(commodity),
        figures=figures(chosen, phrases),
        lines=lines(ordered, phrases),
        notes=tuple(sorted(notes, key=lambda note: note.changed, reverse=True)),
        lists=listed(commodity, catalog),
        local_names=known.local_names if known else (),
    )


def _by_country(statements: Sequence[Statement], catalog: Catalog) -> list[Statement]:
    """The region's own first, then the region as a whole, then others, the largest producers before others; in each
    what tells most, country by country."""
    found: dict[str, list[Statement]] = {}
    for statement in sorted(statements, key=_tells):
        found.setdefault(_owner(statement), []).append(statement)

    def order(code: str) -> tuple[object, ...]:
        away, member, name = _place(code, catalog)
        return away, member, min(map(_output_rank, found[code])), _tells(found[code][0]), name

    return [statement for code in sorted(found, key=order) for statement in found[code]]


def _output_rank(statement: Statement) -> float:
    """The place of a country among producers today; that of the last where nothing tells it."""
    content = statement.variants[0].content
    ranked = isinstance(content, Resource) and content.relation == PRODUCES and not statement.claims[0].modality.ahead
    past = statement.standing.past
    return content.rank if ranked and content.rank and not past else math.inf  # type: ignore[union-attr]


def _owner(statement: Statement) -> str:
    content = statement.variants[0].content
    return content.country if isinstance(content, Resource) else ""
