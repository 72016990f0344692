"""Charts of a brief: one for each series of at least three figures of one kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from models.briefs.drawing import Series, chart, has_room
from models.briefs.records import Entry, Part, Picture
from models.phrases import fill
from models.records import Quantity, Resource, RouteFact, Standing
from models.statements.figures import value_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from models.briefs.writer import Writer
    from models.pages.figures import Figure
    from models.pages.lines import Line

LEAST = 3
"""Years of which a figure is told; fewer stand better in a table."""
WIDTH, HEIGHT = 238.0, 104.0
"""Points: two side by side on a page."""
WIDE = 482.0
"""Points: as wide as a page has room for, where the words of many years need it."""


CARRIED = "carried"


def charts(writer: Writer, lines: Sequence[Line], ways: Sequence[str] = ()) -> Part:
    """The series of a country's commodities, and what the `ways` that it has a part in carry, with the sources of these
    years: they are told nowhere else."""
    contents = (writer.library.statement(line.statement).variants[0].content for line in lines)
    goods = dict.fromkeys(content.resource for content in contents if isinstance(content, Resource))
    pictures = [
        picture
        for good in (goods if writer.options.wishes("charts") else ())
        for picture in _pictures(writer, writer.library.commodity(good).figures, lines, writer.named(good))
    ]
    entries = []
    fresh = [way for way in ways if way not in writer.charted] if writer.options.wishes("charts") else []
    writer.charted.update(fresh)
    for way in fresh:
        volumes = _volumes(writer, way)
        told, years = [line for _, line in volumes], [year for year, _ in volumes]
        drawn = list(_pictures(writer, writer.library.route(way).figures, told, writer.named(way)))
        pictures += drawn
        if drawn:
            numbers = {number for line in told for number in writer.entry(line).numbers}
            text = fill(writer.words["drawn_from"], name=writer.named(way), years=f"{min(years)}–{max(years)}")
            entries.append(Entry(text, numbers=tuple(sorted(numbers))))
    return Part("charts", writer.phrases.title("charts"), pictures=tuple(pictures), entries=tuple(entries))


def _volumes(writer: Writer, way: str) -> list[tuple[int, Line]]:
    """What the whole way carried, by years, in the units in which that is told of enough of them."""
    found: dict[str, list[tuple[int, Line]]] = {}
    for line in writer.beside("charts", writer.library.route(way).lines):
        fact = writer.library.statement(line.statement).shown.content
        if not isinstance(fact, RouteFact) or (fact.route, fact.predicate) != (way, CARRIED) or not fact.year:
            continue
        if isinstance(fact.object, Quantity) and not fact.object.of:
            found.setdefault(fact.object.unit, []).append((fact.year, line))
    return [each for told in found.values() if len({year for year, _ in told}) >= LEAST for each in told]


def charts_of(writer: Writer, figures: Iterable[Figure], lines: Sequence[Line]) -> Part:
    """The series of one commodity by country, or of one route."""
    pictures = _pictures(writer, figures, lines) if writer.options.wishes("charts") else ()
    return Part("charts", writer.phrases.title("charts"), pictures=tuple(pictures))


def _pictures(writer: Writer, figures: Iterable[Figure], lines: Sequence[Line], name: str = "") -> Iterator[Picture]:
    """The charts of figures that the lines tell; of a year the figure with most sources, of a disputed one all sides.

    Each is called by the `name`, else by whose figures they are where there are several.
    """
    told = {line.statement for line in lines}
    groups: dict[tuple[str, str, str], dict[int, Figure]] = {}
    for figure in figures:
        if figure.statement in told and figure.year is not None:
            years = groups.setdefault((figure.owner, figure.label, figure.unit), {})
            years[figure.year] = _of_year(years.get(figure.year), figure)
    for (owner, label, _), years in groups.items():
        if len(years) >= LEAST:
            series = [years[year] for year in sorted(years)]
            whose = name or ("" if owner in writer.catalog.routes else series[0].owner_name)
            title = f"{whose}: {label}" if whose else label
            yield _picture(writer, f"chart-{name}-{owner}-{label}", title, series)


def _of_year(before: Figure | None, figure: Figure) -> Figure:
    """What stands for a year of which another figure may be told: a dispute reaches from its lowest to its highest."""
    if before is None:
        return figure
    if figure.standing is Standing.CONTESTED and figure.statement == before.statement:
        ends = [end for told in (before, figure) for end in _ends(told)]
        return structs.replace(before, value=(min(ends), max(ends)))
    return figure if figure.sources > before.sources else before


def _ends(figure: Figure) -> tuple[float, float]:
    return figure.value if isinstance(figure.value, tuple) else (figure.value, figure.value)


def _picture(writer: Writer, name: str, title: str, figures: Sequence[Figure]) -> Picture:
    unit = writer.catalog.units.get(figures[0].unit)
    whole = writer.phrases.noted(title, (writer.phrases.called(unit.symbol if unit else figures[0].unit),))
    values = tuple(_point(writer, figure) for figure in figures)
    told = f"{whole}: " + ", ".join(f"{words} ({year})" for year, _, _, words in values)
    through = tuple(filter(None, (_led(writer, figure) for figure in figures)))
    series = Series(whole, values, through)
    width = WIDTH if has_room(series, WIDTH) else WIDE
    return Picture(name.replace(" ", "-"), chart(series, width, HEIGHT), width, HEIGHT, "", told)


def _led(writer: Writer, figure: Figure) -> tuple[int, float] | None:
    """The year of a dispute and the side that leads: the line goes through what one source tells of all years."""
    if figure.standing is not Standing.CONTESTED:
        return None
    led = value_in(writer.library.statement(figure.statement).shown.content)
    return (figure.year or 0, float(led)) if isinstance(led, float | int) else None


def _point(writer: Writer, figure: Figure) -> tuple[int, float, float, str]:
    words = writer.phrases.numbers.number(figure.value)
    if figure.standing is not Standing.CONTESTED:
        words = writer.phrases.hedged(words, writer.library.statement(figure.statement).shown)
    return figure.year or 0, *_ends(figure), words
