"""How much a line tells in short, and what it is about: of two on the same thing only the weightier is told."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from models.records import Commitment, Event, Profile, Quantity, Rank, Resource, RouteFact, Standing
from models.statements.spans import split
from models.statements.wording import stems

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from models.briefs.writer import Writer
    from models.catalog import Catalog
    from models.pages.lines import Line
    from models.records import Content, Money

OLD = 5
"""Years after which a rank, a figure of goods or of a route, or a large sum is no longer told in short as such."""
NEW = 1
"""Years for which an event that the user's own articles tell is news."""
DAY = len("2025-11-22")
UNRANKED = 1000
"""The place of goods that nobody gives a rank in the world."""


class Weighed(NamedTuple):
    """A line, what it is about (the same for no two that are told), its weight, and whether it names the subject
    itself."""

    line: Line
    about: frozenset[object]
    weight: tuple[object, ...]
    own: bool = False


def weighed(writer: Writer, line: Line, code: str, goods: Collection[str], ranks: Mapping[str, int]) -> Weighed:
    """A line in short of the country, commodity or route of the `code`, which mainly sells these `goods` and has these
    `ranks` in the world, by goods.

    Of disputes that on the goods in which the country stands first weighs most, then that on those that it mainly
    sells, what names the `code`, and what has more sources. Of all else:
    What the user prefers weighs most. Of events those of the last year come next that the user's own articles tell. Of
    money that to or from the `code` itself comes next, the largest sum of the last years first; of all else what more
    than one source says, and what names the `code`. A whole year weighs more than a part of one. In what is told of the
    whole region what concerns more of its countries comes before all that, and each partner has one place.
    """
    shown = writer.library.statement(line.statement).shown
    content, time = shown.content, writer.times.of(shown, line.as_of)
    when = time.date if time else ""
    about, named, rank = _about(writer, line, content)
    main = isinstance(content, Resource) and content.rank is None and content.resource in goods
    preferred, sure, own = line.rank is Rank.PREFERRED, not is_single(line), code in named
    words = len(content.summary.split()) if isinstance(content, Event) else 0
    fresh = when if isinstance(content, Commitment | Event) else ""
    if line.standing is Standing.CONTESTED:  # that sources disagree is another thing to tell
        told = preferred, -_place(content, goods, ranks), own, line.sources, _is_whole(content), when
        return Weighed(line, frozenset([line.statement]), told)
    concerned, partners = _concerned(writer, code, named)
    if isinstance(content, Commitment | Event):
        about |= partners
    news = isinstance(content, Event) and time is not None and writer.times.years(time) <= NEW
    news = news and any(claim.evidence.article in writer.added for claim in shown.claims)
    first: tuple[object, ...] = (preferred, main, news, concerned, sure, own)
    if isinstance(content, Commitment):
        recent = own and time is not None and writer.times.years(time) <= OLD
        size = rough(content.amount, writer.catalog) if recent else 0.0
        first = (preferred, concerned, own, recent, size, sure)
    return Weighed(line, about, (*first, -rank, fresh, _is_whole(content), line.sources, when, words), own)


def _concerned(writer: Writer, code: str, named: Collection[str]) -> tuple[int, frozenset[object]]:
    """In what is told in short of the whole region: how many of its countries something concerns, and what keeps one
    partner of theirs from being told again; nothing of any other subject."""
    region = writer.catalog.region
    if code != region.id:
        return 0, frozenset()
    members = region.members if region.id in named else [name for name in named if name in region.members]
    others = (name for name in named if name != region.id and name not in region.members)
    return len(members), frozenset(("partner", name) for name in others)


def ranks_of(writer: Writer, lines: Iterable[Line], code: str) -> dict[str, int]:
    """The first place in the world that the country of the `code` is told to have in each of its goods."""
    found: dict[str, int] = {}
    for line in lines:
        shown = writer.library.statement(line.statement).shown
        content, real = shown.content, shown.claims[0].affirmed and not shown.claims[0].modality.ahead
        if isinstance(content, Resource) and content.country == code and content.rank and real:
            found[content.resource] = min(content.rank, found.get(content.resource, content.rank))
    return found


def _place(content: Content, goods: Collection[str], ranks: Mapping[str, int]) -> int:
    """How far in front the goods stand that it tells of: by rank, then those among the `goods`, then all else."""
    if not isinstance(content, Resource):
        return UNRANKED
    last = max(ranks.values(), default=0) + 1
    return min(ranks.get(content.resource, last if content.resource in goods else UNRANKED), UNRANKED)


def lightened(found: Iterable[Weighed], room: int, told: set[object]) -> list[Line]:
    """The weightiest lines for which there is room, none about what is `told` already; what they are about is then."""
    chosen: list[Line] = []
    for each in sorted(found, key=lambda each: each.weight, reverse=True):
        if len(chosen) < room and not each.about & told:
            chosen.append(each.line)
            told |= each.about
    return chosen


def may_lead(writer: Writer, line: Line) -> bool:
    """Whether a value may be told in short: its words name what it is of, it is not impossible, and it has a source
    with a date or publisher, or more than one."""
    statement = writer.library.statement(line.statement)
    placed = any(writer.sources.places(claim.evidence.article) for claim in statement.shown.claims)
    return statement.leads and (placed or not is_single(line))


def is_unsure(writer: Writer, line: Line) -> bool:
    """Whether a single article tells it that has it only from the press or from nobody who is named, or somebody denies
    it; what the user prefers is sure enough."""
    if line.rank is Rank.PREFERRED:
        return False
    statement = writer.library.statement(line.statement)
    told = [claim for claim in statement.claims if claim.affirmed]
    if len({claim.evidence.article for claim in told}) > 1:
        return False
    denied = len(told) < len(statement.claims) or any(claim.denied_by for claim in told)
    return denied or all(claim.is_hearsay for claim in told)


def is_single(line: Line) -> bool:
    """Whether one source says so and nobody confirms it, the user neither."""
    return line.standing is Standing.SINGLE and line.rank is not Rank.PREFERRED


def rough(amount: Money, catalog: Catalog) -> float:
    """About how many US dollars it is: only to tell which of two sums is larger; 0 where that cannot be told."""
    known = catalog.currencies.get(amount.currency)
    most = amount.value[1] if isinstance(amount.value, tuple) else amount.value
    return most / sqrt(known.per_usd[0] * known.per_usd[1]) if known and known.per_usd else 0.0


def _is_whole(content: Content) -> bool:
    """Whether a figure is of no part of a year."""
    quantity = content.quantity if isinstance(content, Resource) else None
    return not (isinstance(quantity, Quantity) and quantity.of and split(quantity.of)[1])


def _about(writer: Writer, line: Line, content: Content) -> tuple[frozenset[object], tuple[str, ...], int]:
    """What it is about, the codes that it names, and its rank in the world or 0.

    Deals are about those who make them, the day, and the goods that they name: who met on a day did so once.
    """
    match content:
        case Resource():
            named = (content.country, content.resource)
            kind = "rank" if content.rank else content.relation if content.quantity is None else "figure"
            return frozenset([(kind, *named)]), named, content.rank or 0
        case RouteFact():
            return frozenset([("route", content.route)]), (content.route,), 0
        case Commitment():
            deal = ("deal", content.by, content.to)
            return frozenset([deal, *_goods(writer, content.purpose)]), (*content.by, *content.to), 0
        case Event():
            whole = content.date if content.date and len(content.date) == DAY else line.statement
            about = frozenset([("day", whole), *_goods(writer, content.summary)])
            return about, (*content.actor, *content.target, *content.lands), 0
        case Profile():
            return frozenset([("figure", content.property)]), (content.country,), 0
        case _:
            return frozenset([line.statement]), (), 0


def _goods(writer: Writer, words: str) -> Iterable[object]:
    """The goods that the words name."""
    told = stems(words)
    names = ((good, stems(entry.name)) for good, entry in writer.catalog.commodities.items()) if told else ()
    return [("deal in", good) for good, name in names if name and name <= told]
