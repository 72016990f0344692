"""Several countries side by side: the figures that the catalog marks as `compared`, a row each, a cell a country."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from models.pages.ages import passes
from models.pages.lines import Line, lines
from models.records import Profile, Rank, Record

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from models.catalog import Catalog
    from models.phrases import Phrases
    from models.records import Statement

    StatementOf = Callable[[str], Statement]

LEAST = 2
"""Countries of which a figure must be told to be compared."""
NONE = "–"
"""Where no source tells a figure of a country."""
YEAR = len("2026")


class ComparedCell(Record):
    """The figure of one country: its line, its value in words with whose figure it is where sources have it from others
    alone, and the time that its sentence states, if it does."""

    line: Line
    value: str
    date: str

    @property
    def reported(self) -> str:
        """Of what only its source dates, the year of that; else empty."""
        as_of = self.line.as_of
        return as_of.date[:YEAR] if as_of and as_of.told else ""


class ComparedRow(Record):
    """What is measured, and the figure of each country in their order; None where nothing tells it."""

    property: str
    label: str
    cells: tuple[ComparedCell | None, ...]


class ComparedPage(Record):
    """Countries (code, name) side by side. `sifted`: only what is within limits is shown."""

    countries: tuple[tuple[str, str], ...]
    rows: tuple[ComparedRow, ...]
    sifted: bool


# --- builders ---------------------------------------------------------------------------------------------------------


def compared_page(
    told: Mapping[str, Sequence[Statement]],
    catalog: Catalog,
    phrases: Phrases,
    older: str,
    today: date,
    *,
    sifted: bool,
) -> ComparedPage:
    """The countries of which statements are `told`, compared by those within a limit of models.pages.ages.LIMITS,
    counted from this day."""
    known = {statement.id: statement for each in told.values() for statement in each}
    found: dict[str, list[Line]] = {}
    for code, statements in told.items():
        figures = [statement for statement in statements if measured(statement, code)]
        found[code] = [line for line in lines(figures, phrases, code) if passes(line.as_of, older, today)]
    return ComparedPage(
        countries=tuple((code, phrases.plain_name(code)) for code in told),
        rows=compared(found, known.__getitem__, catalog, phrases),
        sifted=sifted,
    )


def compared(
    told: Mapping[str, Sequence[Line]], statement: StatementOf, catalog: Catalog, phrases: Phrases
) -> tuple[ComparedRow, ...]:
    """A row for each figure that is told of two countries or more, in the order of key figures, from the lines that are
    `told` of each: what the user prefers, else the newest in the unit in which most have it, measured and not forecast.
    """
    found: dict[str, dict[str, list[tuple[Line, Profile]]]] = {name: {} for name in _names(catalog)}
    for code, each in told.items():
        for line in each:
            content = measured(statement(line.statement), code)
            if content is not None and content.property in found:
                found[content.property].setdefault(code, []).append((line, content))

    def cell(line: Line, content: Profile) -> ComparedCell:
        shown = statement(line.statement).shown
        _, value, date = phrases.key_figure(content, shown)
        return ComparedCell(line, phrases.noted(value, (phrases.voiced(shown),)), date)

    rows: list[ComparedRow] = []
    for name, had in found.items():
        if len(had) < LEAST:
            continue
        unit = _unit(catalog.properties[name].best, had)
        best = {code: max(each, key=partial(_weight, unit=unit)) for code, each in had.items()}
        line, content = next(iter(best.values()))
        label = phrases.key_figure(content, statement(line.statement).shown)[0]
        rows.append(ComparedRow(name, label, tuple(cell(*best[code]) if code in best else None for code in told)))
    return tuple(rows)


def measured(statement: Statement, code: str) -> Profile | None:
    """What a statement tells of the whole of this country today; None for parts, forecasts, what is past or denied."""
    shown = statement.shown
    content, claim = shown.content, shown.claims[0]
    current = not statement.standing.past and statement.rank is not Rank.DEPRECATED
    if not (isinstance(content, Profile) and content.country == code and not content.of and current):
        return None
    return content if claim.affirmed and not claim.modality.ahead else None


def _names(catalog: Catalog) -> list[str]:
    known = sorted(catalog.properties.values(), key=lambda each: each.order)
    return [each.id for each in known if each.compared]


def _unit(best: str | None, had: Mapping[str, Sequence[tuple[Line, Profile]]]) -> str | None:
    """The unit in which a figure is `best` compared, else in which most countries have it."""
    count = Counter(unit for each in had.values() for unit in {content.unit for _, content in each})
    return best or max(sorted(count, key=str), key=lambda unit: count[unit])


def _weight(figure: tuple[Line, Profile], unit: str | None) -> tuple[bool, bool, str, int]:
    line, content = figure
    when = line.as_of.date if line.as_of else ""
    return line.rank is Rank.PREFERRED, content.unit == unit, when, line.sources
