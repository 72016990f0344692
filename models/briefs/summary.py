"""The few statements that a chapter begins with: what a reader with one minute should know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from models.briefs.beginning import beginning, beginning_of_route, mainly
from models.briefs.branches import unused_branches
from models.briefs.listed import in_words
from models.briefs.news import MOST, labelled, news
from models.briefs.records import Part
from models.briefs.weighing import OLD, Weighed, is_single, is_unsure, lightened, may_lead, ranks_of, weighed
from models.pages.countries import asked_first
from models.records import Commitment, Event, Modality, Profile, Quantity, Rank, Resource, RouteFact, Standing, best
from models.statements.keys import MEETING, MUTUAL, plover_type
from models.statements.wording import stems

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from models.briefs.records import Entry
    from models.briefs.writer import Writer
    from models.pages.lines import Line
    from models.records import Content, Statement

ENOUGH = 30
"""Statements of a chapter from which on it needs a summary."""
FIGURES, RANKED, GOODS, DEVELOPED, ROUTES, MONEY, EVENTS, CONTESTED = range(8)
ROOM = {FIGURES: 2, RANKED: 3, GOODS: 2, DEVELOPED: 2, ROUTES: 2, MONEY: 2, EVENTS: 2, CONTESTED: 1}
"""How many statements of a kind it has room for, in the order in which it tells them."""
TOGETHER, LEAST = 12, 2
"""How many statements the summary of several countries has room for, and how many of each it tells at least."""
THIN = 3
"""Words of a summary that tell nothing beside those who take part: that they announced deals with them."""
SHARE, WORLD = "percent", "world"
DEVELOPS = "develops"
TOTALS = ("produces", "exports", "carried")
"""Figures of a country or route as a whole that weigh more than others."""


def summary(writer: Writer, code: str, lines: Sequence[Line]) -> Part:
    """What is new, then the key figures that a country is asked for before all else, or of a route its newest volume,
    capacity, time, cost and length, then of each kind the most telling of the lines, one for each thing that they are
    about; none of a short chapter.

    What the user prefers comes first, then what more than one source says, then what names the country, commodity or
    route of the `code` itself. Ranks in the world go by rank; of money what the country of the `code` itself gives or
    gets stands before what its whole group does, the largest sum first, and of that of groups the newest; events by
    time, the newest first, then by the number of independent sources; all others the other way round, a whole year
    before a part of one; of two events of one day only the one of which more is told. Two deals in the same goods are
    told once. What is only planned, denied or past is left out, but for plans of money, and so is what a single
    article has only from the press or from nobody named, or what is denied, an event whose summary tells little but
    who took part, and a rank or a figure of goods or a route that is more than OLD years old; other key figures, too,
    where there are such as begin it. What a single source says stands behind all that others confirm, of whatever
    kind; what sources disagree on ends it: that on the goods in which the country stands first
    in the world, then on what it mainly sells, then what has more sources.
    """
    about: set[object] = set()
    fresh = _fresh(writer, code, lines, about)
    first, told = _telling(writer, code, lines, ROOM, about, fresh)
    latest = labelled(writer, (_entry(writer, line) for line in fresh))
    entries = (*latest, *(_figure(writer, line) for line in first), *(_entry(writer, line) for line in told))
    return Part("summary", writer.phrases.title("summary"), entries=entries)


def summary_of_each(writer: Writer, lines: Mapping[str, Sequence[Line]]) -> Part:
    """The most telling of several countries in their order, from the `lines` of each: one of a kind, and no dispute but
    on a key figure, which is told with all its values.

    Every line names its country, key figures by the words that stand on any page but its own.
    """
    most = max(LEAST, TOGETHER // len(lines))
    entries: list[Entry] = []
    told: set[object] = set()
    for code, own in lines.items():
        name = writer.phrases.plain_name(code)
        fresh = _fresh(writer, code, own, told, 1)
        first, others = _telling(writer, code, own, dict.fromkeys(range(CONTESTED), 1), told, fresh)
        first = first[: most // LEAST]
        latest = labelled(writer, (writer.entry(line) for line in fresh))
        entries += [entry if name in entry.text else _of(name, entry) for entry in latest]
        named = writer.library.lines(line.statement for line in first)
        entries += [_figure(writer, line) for line in named]
        for line in others[: most - len(first)]:
            entries.append(writer.entry(line, label="" if name in line.text else name))
    return Part("summary", writer.phrases.title("summary"), entries=tuple(entries))


def _of(name: str, entry: Entry) -> Entry:
    """The entry with the name of the country that it is of behind its label."""
    return structs.replace(entry, label=f"{entry.label} · {name}")


def _begins(writer: Writer, lines: Sequence[Line]) -> bool:
    """Whether a chapter of these lines begins with those that tell most."""
    return len(lines) >= ENOUGH and writer.options.wishes("summary")


def _fresh(writer: Writer, code: str, lines: Sequence[Line], told: set[object], most: int = MOST) -> list[Line]:
    return news(writer, code, lines, told, most) if _begins(writer, lines) else []


def _telling(
    writer: Writer,
    code: str,
    lines: Sequence[Line],
    rooms: Mapping[int, int],
    told: set[object],
    fresh: Collection[Line] = (),
) -> tuple[list[Line], list[Line]]:
    """The figures that a chapter begins with, and its most telling lines, as many of each kind as there is room for and
    none about what is `told` already, nor what is told as new (`fresh`)."""
    if not _begins(writer, lines):
        return [], []
    lines = [line for line in lines if line not in fresh and not is_unsure(writer, line)]
    route = code in writer.catalog.routes
    first = beginning_of_route(writer, code, lines) if route else beginning(writer, code, lines)
    goods, ranks = mainly(writer, first), ranks_of(writer, lines, code)
    begun = (ROUTES if route else FIGURES) if first else None
    found: dict[int, list[Weighed]] = {kind: [] for kind in ROOM}
    for line in (line for line in lines if may_lead(writer, line)):
        content = writer.library.statement(line.statement).shown.content
        kind = _kind(line, writer.library.statement(line.statement))
        aside = line in first or (begun is not None and kind == begun) or _is_aside(writer, content, code)
        aside = aside or _is_old(writer, line, kind) or _is_elsewhere(writer, content, code)
        if kind is not None and not aside and not (kind == GOODS and _is_minor(line, content, goods)):
            found[kind].append(weighed(writer, line, code, goods, ranks))
    chosen = [line for kind, room in rooms.items() for line in lightened(found[kind], room, told)]
    chosen.sort(key=lambda line: (line.standing is Standing.CONTESTED, is_single(line)))
    if code in writer.catalog.commodities:
        chosen = _newest_first(writer, chosen, set(_found_in(found, (RANKED, GOODS))))
    return first, chosen


def _found_in(found: Mapping[int, Sequence[Weighed]], kinds: Sequence[int]) -> list[str]:
    """The statements of these kinds."""
    return [each.line.statement for kind in kinds for each in found[kind]]


def _newest_first(writer: Writer, lines: Sequence[Line], figures: Collection[str]) -> list[Line]:
    """The lines in their order, but ranks and figures of goods by the time that they are of, the newest first: what
    only its source dates may be older than that, and comes last of its year."""

    def age(line: Line) -> tuple[str, bool]:
        time = writer.times.of(writer.library.statement(line.statement).shown, line.as_of)
        return (time.date[:4], not time.told) if time else ("", False)

    ordered = iter(sorted((line for line in lines if line.statement in figures), key=age, reverse=True))
    return [next(ordered) if line.statement in figures else line for line in lines]


def _entry(writer: Writer, line: Line) -> Entry:
    """A statement in one line; that something is being developed with the sentence that names who does it or where."""
    entry, shown = writer.entry(line, sides=True), writer.library.statement(line.statement).shown
    content = shown.content
    if not (isinstance(content, Resource) and content.relation == DEVELOPS and content.quantity is None):
        return entry
    return structs.replace(
        entry, text=writer.phrases.noted(entry.text, (in_words(writer, ((content, shown.claims),)),))
    )


def _figure(writer: Writer, line: Line) -> Entry:
    """A key figure in one line, with what other sources say beside it; of any other figure every value."""
    statement = writer.library.statement(line.statement)
    entry = writer.entry(line, sides=not isinstance(statement.shown.content, Profile))
    if line.standing is not Standing.CONTESTED or entry.values:
        return entry
    others = (variant for variant in best(statement.variants) if variant is not statement.shown)
    told = ((variant, variant.content) for variant in others)
    values = [writer.phrases.key_figure(said, side)[1] for side, said in told if isinstance(said, Profile)]
    return structs.replace(entry, text=writer.elsewhere(entry.text, values), detail="") if values else entry


def _is_old(writer: Writer, line: Line, kind: int | None) -> bool:
    """Whether it is a rank, or a figure of goods or of a route, of a time that is long over."""
    time = writer.times.of(writer.library.statement(line.statement).shown, line.as_of)
    return kind in (RANKED, GOODS, ROUTES) and time is not None and writer.times.years(time) > OLD


def _is_elsewhere(writer: Writer, content: Content, code: str) -> bool:
    """Whether it is on a route that runs through other countries alone, or here by a branch that is not in use: one
    backs or uses that, too."""
    if not isinstance(content, RouteFact) or code not in writer.catalog.countries:
        return False
    known = writer.catalog.routes.get(content.route)
    outside = known is not None and code not in known.countries
    return outside or bool(unused_branches(writer.catalog, content.route, code))


def _is_minor(line: Line, content: Content, goods: Collection[str]) -> bool:
    """Whether it is told by one source of what is not among the `goods` that a country mainly sells."""
    return bool(goods) and is_single(line) and isinstance(content, Resource) and content.resource not in goods


def _is_aside(writer: Writer, content: Content, code: str) -> bool:
    """Whether it is a key figure that is not asked for first, or an event of which nothing is told."""
    if isinstance(content, Event):
        return _is_empty(writer, content)
    return isinstance(content, Profile) and not content.of and not asked_first(content, writer.catalog, code)


def _is_empty(writer: Writer, event: Event) -> bool:
    """Whether the summary of what parties did with each other ends by naming them again, and tells hardly more."""
    names = stems(" ".join(writer.catalog.name(party) for party in (*event.actor, *event.target)))
    last = stems(event.summary.rpartition(" ")[2])
    return plover_type(event) in MUTUAL and bool(last & names) and len(stems(event.summary, names)) <= THIN


def _kind(line: Line, statement: Statement) -> int | None:
    """What kind of telling statement it is; None for what a summary leaves out."""
    if line.standing is Standing.CONTESTED:
        return CONTESTED
    content, claims = statement.shown.content, statement.shown.claims
    ahead = claims[0].modality.ahead and not isinstance(content, Commitment)
    left_out = line.rank is Rank.DEPRECATED or claims[0].modality is Modality.POSSIBLE
    if ahead or left_out or not line.standing.holds or not claims[0].affirmed:
        return None
    if isinstance(content, Resource) and content.relation == DEVELOPS and content.quantity is None:
        under_way = all(claim.modality is Modality.ONGOING for claim in claims) and not is_single(line)
        return DEVELOPED if under_way and not (content.site or content.firm) else None
    return _kind_of(content)


def _kind_of(content: Content) -> int | None:
    match content:
        case Resource(rank=int()):
            return RANKED
        case Resource(quantity=Quantity(), site="", firm="", partner=()) if _is_total(content):
            return GOODS
        case Profile(of="", value=float() | int() | tuple()) if content.as_of:
            return FIGURES
        case RouteFact(object=Quantity()) if content.predicate in TOTALS:
            return ROUTES
        case Commitment():
            return MONEY
        case Event(date=str()) if content.plover != MEETING:
            return EVENTS
        case _:
            return None


def _is_total(content: Resource) -> bool:
    """Whether it is a figure of all that a country produces or exports; of shares only that in the world's is."""
    quantity = content.quantity
    part = quantity is not None and quantity.unit == SHARE and quantity.of != WORLD
    return content.relation in TOTALS and not part
