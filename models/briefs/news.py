"""What the user's own articles of the last months tell that is new: with that a chapter begins."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import structs

from models.briefs.changes import NEW, is_new
from models.briefs.weighing import Weighed, is_unsure, lightened, may_lead, weighed
from models.pages.ages import days_old, months_before
from models.phrases import fill
from models.records import Commitment, Event, Modality, Profile, Quantity, Rank, Relation, Resource, RouteFact, Standing

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from models.briefs.records import Entry
    from models.briefs.writer import Writer
    from models.pages.lines import Line
    from models.records import Content, PartialDate

MONTHS = 3
"""Months before the newest of the user's own articles for which what they tell is new."""
STALE = 183
"""Days after which the newest of them is no news any more."""
DAY = len("2026-10-14")
MONEY, EVENTS, GOODS, ROUTES, FIGURES = range(5)
ROOM = {MONEY: 2, EVENTS: 2, GOODS: 2, ROUTES: 1, FIGURES: 1}
"""How many statements of a kind there is room for."""
MOST = 6
"""How many there are at most."""


def new_since(writer: Writer) -> date | None:
    """The day since which what the user's own articles tell is new; None where the newest of these is old, or has no
    day."""
    days = [day for day in writer.added.values() if len(day) == DAY and day <= writer.today.isoformat()]
    newest = max(days, default="")
    if not newest or (days_old(newest, writer.today) or 0) > STALE:
        return None
    return months_before(date.fromisoformat(newest), MONTHS)


def news(writer: Writer, code: str, lines: Sequence[Line], told: set[object], most: int = MOST) -> list[Line]:
    """The lines of what is new, figures as well as events, of each kind those that weigh most; the newest first.

    It is what happened since that day, or is planned or promised since, as one of the user's own articles of that time
    says. What nobody is named for, what is only possible or denied, what sources disagree on, and what the user thinks
    little of stand elsewhere. What each is about is `told` then, but for figures: one of a whole year is told as well.
    """
    since = new_since(writer)
    if since is None:
        return []
    found: dict[int, list[Weighed]] = {kind: [] for kind in ROOM}
    for line in lines:
        kind = _kind(writer.library.statement(line.statement).shown.content)
        if kind is not None and _is_new(writer, line, since):
            found[kind].append(weighed(writer, line, code, (), {}))
    about: set[object] = set()
    chosen = [line for kind, room in ROOM.items() for line in lightened(_newest(writer, found[kind]), room, about)]
    chosen.sort(key=lambda line: _told(writer, line), reverse=True)
    del chosen[most:]
    told |= _abouts(chosen, (*found[EVENTS], *found[MONEY]))
    return chosen


def labelled(writer: Writer, entries: Iterable[Entry]) -> list[Entry]:
    """The entries of what is new, of which the first tells since when that is."""
    since = new_since(writer)
    day = writer.day(since.isoformat()) if since else ""
    first, others = fill(writer.words["new_since"], date=day), writer.words[NEW]
    return [structs.replace(entry, label=others if place else first) for place, entry in enumerate(entries)]


def _newest(writer: Writer, found: Iterable[Weighed]) -> list[Weighed]:
    """The same, so weighed that of those on the subject itself, and of all others, what is done comes before what is
    planned, and the newest first; what one sentence tells as a deal and as its sum is one thing."""
    return [
        each._replace(
            about=each.about | _sentences(writer, each.line),
            weight=(each.own, not _is_ahead(writer, each.line), _told(writer, each.line), *each.weight),
        )
        for each in found
    ]


def _sentences(writer: Writer, line: Line) -> frozenset[object]:
    """Where its sentences begin, for deals and events."""
    shown = writer.library.statement(line.statement).shown
    if not isinstance(shown.content, Commitment | Event):
        return frozenset()
    return frozenset((claim.evidence.article, claim.evidence.start) for claim in shown.claims)


def _is_ahead(writer: Writer, line: Line) -> bool:
    return writer.library.statement(line.statement).shown.claims[0].modality.ahead


def _abouts(chosen: Collection[Line], found: Iterable[Weighed]) -> set[object]:
    return {thing for each in found if each.line in chosen for thing in each.about}


def _is_new(writer: Writer, line: Line, since: date) -> bool:
    """Whether a line tells what is new, and surely enough to begin with."""
    shown = writer.library.statement(line.statement).shown
    first = shown.claims[0]
    current = line.standing.holds and line.standing is not Standing.CONTESTED and line.rank is not Rank.DEPRECATED
    real = first.affirmed and first.modality is not Modality.POSSIBLE
    if not (current and real and any(_is_own(writer.added, claim.evidence.article, since) for claim in shown.claims)):
        return False
    return is_new(shown, since) and may_lead(writer, line) and not is_unsure(writer, line)


def _is_own(added: Mapping[str, PartialDate], article: str, since: date) -> bool:
    return added.get(article, "") >= since.isoformat()


def _told(writer: Writer, line: Line) -> PartialDate:
    return writer.library.statement(line.statement).shown.told


def _kind(content: Content) -> int | None:
    """What kind of news it can be; None for what is none: that something is so, or what somebody says."""
    match content:
        case Event(summary=str() as words) if words:
            return EVENTS
        case Commitment():
            return MONEY
        case Resource(quantity=Quantity()):
            return GOODS
        case RouteFact(object=Quantity()):
            return ROUTES
        case Relation(quantity=Quantity()) | Profile(value=float() | int() | tuple()):
            return FIGURES
        case _:
            return None
