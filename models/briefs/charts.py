"""Charts of a brief: one for each series of at least three figures of one kind, or as many countries of one year."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec import structs

from models.briefs.drawing import Series, bars, chart, has_room, height_of
from models.briefs.records import Entry, Part, Picture
from models.phrases import capital, fill
from models.records import Quantity, Resource, RouteFact, Standing
from models.statements.figures import value_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from models.briefs.writer import Writer
    from models.pages.figures import Figure
    from models.pages.lines import Line

LEAST = 3
"""Years or countries of which a figure is told; fewer stand better in a table."""
WIDTH, HEIGHT = 238.0, 104.0
"""Points: two side by side on a page."""
WIDE = 482.0
"""Points: as wide as a page has room for, where the words of many years need it."""


CARRIED, SHARE = "carried", "percent"
HELD = ("produces", "reserves")
"""What countries have to do with a commodity that is set side by side."""


class _Drawn(NamedTuple):
    """A chart, what it is called, and the years and statements that it draws."""

    picture: Picture
    title: str
    figures: tuple[Figure, ...]


def charts(writer: Writer, lines: Sequence[Line], ways: Sequence[str] = (), mainly: Collection[str] = ()) -> Part:
    """The series of a country's commodities, those that it `mainly` sells first, and what the `ways` that it has a part
    in carry, with the sources of these years.

    Where it is known what it mainly sells, others have a chart only if it has a rank in the world with them.
    """
    drawn: list[_Drawn] = []
    told = {line.statement: line for line in lines}
    if writer.options.wishes("charts"):
        for good in _goods(writer, lines, mainly):
            series = _series(writer, writer.library.commodity(good).figures, lines, writer.named(good))
            drawn += _in_order(series, told)
        for way in (way for way in ways if way not in writer.charted):
            volumes = _volumes(writer, way)
            told |= {line.statement: line for line in volumes}
            drawn += _in_order(_series(writer, writer.library.route(way).figures, volumes, writer.named(way)), told)
        writer.charted.update(ways)
    return _part(writer, drawn, told)


def _goods(writer: Writer, lines: Iterable[Line], mainly: Collection[str]) -> list[str]:
    """The commodities whose figures are worth a chart, the main ones first."""
    contents = [writer.library.statement(line.statement).variants[0].content for line in lines]
    goods = dict.fromkeys(content.resource for content in contents if isinstance(content, Resource))
    ranked = {content.resource for content in contents if isinstance(content, Resource) and content.rank}
    weighty = [good for good in goods if not mainly or good in mainly or good in ranked]
    return sorted(weighty, key=lambda good: good not in mainly)


def _in_order(drawn: Iterable[_Drawn], lines: Iterable[str]) -> list[_Drawn]:
    """The charts as the lines are, which stand in one order in every language, unlike what figures are called."""
    place = {statement: at for at, statement in enumerate(lines)}
    return sorted(drawn, key=lambda one: min(place[figure.statement] for figure in one.figures))


def _part(writer: Writer, drawn: Iterable[_Drawn], lines: Mapping[str, Line]) -> Part:
    """The charts, and below them the sources of each."""
    found = tuple(drawn)
    entries = []
    for one in found:
        told = dict.fromkeys(figure.statement for figure in one.figures)
        numbers = {number for statement in told for number in writer.entry(lines[statement]).numbers}
        years = sorted({figure.year for figure in one.figures if figure.year})
        several = len(years) > 1
        when = f"{years[0]}–{years[-1]}" if several else f"{years[0]}"
        text = fill(writer.words["drawn_from" if several else "drawn_from_one"], name=one.title, years=when)
        entries.append(Entry(text, numbers=tuple(sorted(numbers))))
    pictures = tuple(one.picture for one in found)
    return Part("charts", writer.phrases.title("charts"), pictures=pictures, entries=tuple(entries))


def _volumes(writer: Writer, way: str) -> list[Line]:
    """What the whole way carried, in the units in which that is told of enough years."""
    found: dict[str, list[tuple[int, Line]]] = {}
    for line in writer.beside("charts", writer.library.route(way).lines):
        fact = writer.library.statement(line.statement).shown.content
        if not isinstance(fact, RouteFact) or (fact.route, fact.predicate) != (way, CARRIED) or not fact.year:
            continue
        if isinstance(fact.object, Quantity) and not fact.object.of:
            found.setdefault(fact.object.unit, []).append((fact.year, line))
    return [line for told in found.values() if len({year for year, _ in told}) >= LEAST for _, line in told]


def charts_of(writer: Writer, figures: Sequence[Figure], lines: Sequence[Line]) -> Part:
    """The series of one commodity by country, or of one route, and of the commodity the countries of one year beside
    each other, with their sources."""
    if not writer.options.wishes("charts"):
        return Part("charts", writer.phrases.title("charts"))
    told = {line.statement: line for line in lines}
    drawn = [*_in_order(_series(writer, figures, lines), told), *_in_order(_abreast(writer, figures, told), told)]
    return _part(writer, drawn, told)


def _abreast(writer: Writer, figures: Iterable[Figure], told: Collection[str]) -> Iterator[_Drawn]:
    """Bars of what countries of the region have or produce in one year, in one unit: of the newest year that has all of
    which such a figure is told, in whatever unit and year. A chart without one of them would mislead."""
    kinds: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.statement in told and not figure.standing.past and _is_of_country(writer, figure):
            kinds.setdefault(figure.label, []).append(figure)
    for label, group in kinds.items():
        owners = {figure.owner for figure in group}
        times = sorted({(figure.year, figure.unit) for figure in group if figure.year}, reverse=True)
        for year, unit in times if len(owners) >= LEAST else ():
            same = {figure.owner: figure for figure in group if (figure.year, figure.unit) == (year, unit)}
            if same.keys() == owners and all(figure.standing.holds for figure in same.values()):
                yield _bars(writer, label, tuple(sorted(same.values(), key=lambda figure: -_ends(figure)[1])))
                break


def _is_of_country(writer: Writer, figure: Figure) -> bool:
    """Whether a plain figure is of what a whole country of the region has or produces."""
    content = writer.library.statement(figure.statement).shown.content
    claim = writer.library.statement(figure.statement).shown.claims[0]
    if not isinstance(content, Resource) or content.site or content.firm or content.partner:
        return False
    ours = content.country in writer.catalog.region.members and content.relation in HELD
    return ours and figure.unit != SHARE and claim.affirmed and not claim.modality.ahead


def _bars(writer: Writer, label: str, figures: tuple[Figure, ...]) -> _Drawn:
    title = writer.phrases.noted(label, (_symbol(writer, figures[0]), str(figures[0].year)))
    words = _in_words(writer, figures)
    named = [(capital(figure.owner_name), *_ends(figure), told) for figure, told in zip(figures, words, strict=True)]
    told = f"{title}: " + ", ".join(f"{name} {words}" for name, _, _, words in named)
    height = height_of(len(named))
    picture = Picture(_id(f"bars-{label}"), bars(title, named, WIDTH, height), WIDTH, height, "", told)
    return _Drawn(picture, label, figures)


def _series(writer: Writer, figures: Iterable[Figure], lines: Sequence[Line], name: str = "") -> Iterator[_Drawn]:
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
            series = tuple(years[year] for year in sorted(years))
            whose = name or ("" if owner in writer.catalog.routes else series[0].owner_name)
            title = fill(writer.words["topic"], name=whose, figure=label) if whose else label
            yield _Drawn(_picture(writer, f"chart-{name}-{owner}-{label}", title, series), title, series)


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
    whole = writer.phrases.noted(title, (_symbol(writer, figures[0]),))
    words = _in_words(writer, figures)
    values = tuple((figure.year or 0, *_ends(figure), told) for figure, told in zip(figures, words, strict=True))
    told = f"{whole}: " + ", ".join(f"{words} ({year})" for year, _, _, words in values)
    through = tuple(filter(None, (_led(writer, figure) for figure in figures)))
    series = Series(whole, values, through)
    width = WIDTH if has_room(series, WIDTH) else WIDE
    return Picture(_id(name), chart(series, width, HEIGHT), width, HEIGHT, "", told)


def _id(name: str) -> str:
    return name.replace(" ", "-")


def _symbol(writer: Writer, figure: Figure) -> str:
    """How the unit of a figure is written in short."""
    unit = writer.catalog.units.get(figure.unit)
    return writer.phrases.called(unit.symbol if unit else figure.unit)


def _led(writer: Writer, figure: Figure) -> tuple[int, float] | None:
    """The year of a dispute and the side that leads: the line goes through what one source tells of all years."""
    if figure.standing is not Standing.CONTESTED:
        return None
    led = value_in(writer.library.statement(figure.statement).shown.content)
    return (figure.year or 0, float(led)) if isinstance(led, float | int) else None


def _in_words(writer: Writer, figures: Sequence[Figure]) -> list[str]:
    """The values of one chart in one form, with the hedges of those that all agree on."""
    told = writer.phrases.numbers.alike([figure.value for figure in figures])
    return [
        words
        if figure.standing is Standing.CONTESTED
        else writer.phrases.hedged(words, writer.library.statement(figure.statement).shown)
        for figure, words in zip(figures, told, strict=True)
    ]
