"""What has changed since a day: what is new, or learnt of earlier, newly contested, or no longer current."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import structs

from models import dates
from models.briefs.quoting import without_figures
from models.briefs.records import Entry, Part
from models.briefs.sources import days_of, newest
from models.pages.ages import NEWER, AsOf, passes
from models.pages.lines import date_of
from models.phrases import fill
from models.records import Commitment, Event, Profile, Quantity, Quote, Relation, Resource, RouteFact, Standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from models.briefs.writer import Writer
    from models.pages.lines import Line
    from models.records import Content, PartialDate, Statement, Variant

NEW, LEARNT, CONTESTED, SUPERSEDED = "new", "learnt", "now_contested", "now_superseded"
ORDER = (CONTESTED, SUPERSEDED, NEW, LEARNT)
"""What shakes the picture stands before what adds to it."""
OTHER = "other"
"""What the library did not say before, though it is no news."""
LATE = 1
"""Years that the time of a figure may lie before the day since which it is told: a year's come out after it."""


def changes(writer: Writer, lines: Sequence[Line], whole: Sequence[Line], *topics: str) -> Part:
    """The lines that tell something else than the library did before the day of the options, as far as it is news.

    Of the whole page where no other part of it is told. Where there is nothing because no source came out since then,
    that is said instead of counts.
    The statements of then, on the topics or on all, are made anew from what was there then, so this is what a brief of
    that day did not say.
    """
    title = writer.phrases.title("changes")
    since = writer.options.since
    if not since or not writer.options.wishes("changes"):
        return Part("changes", title)
    before = (told for topic in topics or ("",) for told in writer.library.statements_before(since, topic))
    then = {statement.id: statement for statement in before}
    found: dict[str, list[Line]] = {kind: [] for kind in (*ORDER, OTHER, "")}
    for line in without_figures(writer, lines or writer.beside("changes", whole), whole):
        found[_change(writer, line, then, date.fromisoformat(since))].append(line)
    if not lines:  # else what is told here counts as the other parts tell it
        writer.told.update(line.statement for kind in ORDER for line in found[kind])
    last = "" if any(found[kind] for kind in ORDER) else _newest(writer, whole or lines)
    lead = fill(
        writer.words["none_since" if last and last < since[: len(last)] else "since"],
        date=writer.day(since),
        newest=writer.day(last),
        new=str(len(found[NEW])),
        learnt=str(len(found[LEARNT])),
        contested=str(len(found[CONTESTED])),
        superseded=str(len(found[SUPERSEDED])),
        others=writer.counted(len(found[OTHER]), "statement") if found[OTHER] else "",
    )
    shown = frozenset(writer.shown)
    entries = tuple(_entry(writer, line, kind) for kind in ORDER for line in _news_first(writer, found[kind]))
    writer.shown = set(shown) if lines else writer.shown
    return Part("changes", title, lead=lead, entries=entries)


def _newest(writer: Writer, lines: Iterable[Line]) -> PartialDate:
    """The day of the newest source of the lines, in a brief on one thing of all that it cites but for standing lists;
    empty where none has one."""
    evidence = (writer.library.evidence(line.statement) for line in lines)
    sources = writer.sources.all() if len(writer.subject.codes) == 1 else ()
    cited = [source.day for source in sources if source.number not in writer.listed]
    return newest((*(day for told in evidence for day in days_of(told.sentences)), *cited))


def _entry(writer: Writer, line: Line, kind: str) -> Entry:
    """The line under what it is, with every side of a dispute; of what is learnt of an earlier time also when that came
    out."""
    entry = writer.entry(line, sides=kind == CONTESTED, label=writer.words[kind])
    told = writer.library.statement(line.statement).shown.told
    if kind != LEARNT or not told or line.as_of is None or line.as_of.told:
        return entry
    came = fill(writer.words["published"], date=writer.day(told))
    return structs.replace(entry, as_of=" · ".join(filter(None, (entry.as_of, came))))


def _news_first(writer: Writer, lines: Sequence[Line]) -> list[Line]:
    """The newest first; what somebody said behind what is told as done or planned, and last key figures, which are
    given a new date each year."""
    newest = sorted(lines, key=lambda line: line.as_of.date if line.as_of else "", reverse=True)
    return sorted(newest, key=lambda line: _weight(writer.library.statement(line.statement).shown.content))


def _weight(content: Content) -> int:
    return 2 if isinstance(content, Profile) else int(isinstance(content, Quote))


def _change(writer: Writer, line: Line, then: dict[str, Statement], since: date) -> str:
    """What has become of a statement; empty where it stands as it did, or what changed it is no news.

    What came with something newer that takes its place is no news either. A dispute is, whatever time it is on, if one
    of its sides came out since then.
    """
    statement, before = writer.library.statement(line.statement), then.get(line.statement)
    if line.standing is Standing.CONTESTED and _has_new_side(statement, before, since):
        return CONTESTED
    if before is None:
        current = not line.standing.past
        if not current or not is_news(statement.shown, since):
            return OTHER
        return NEW if _happened(statement.shown, since) else LEARNT
    if line.standing is before.standing:
        return ""
    past = line.standing.followed and line.newer
    return SUPERSEDED if past and is_news(writer.library.statement(line.newer).shown, since) else ""


def _has_new_side(statement: Statement, before: Statement | None, since: date) -> bool:
    """Whether a side of the dispute came out since then: any where there was none, else one that nobody told before."""
    known = {claim.id for claim in before.claims} if before and before.standing is Standing.CONTESTED else set()
    new = (variant for variant in statement.variants if not any(claim.id in known for claim in variant.claims))
    return any(_told(variant, since) for variant in new)


def is_news(variant: Variant, since: date) -> bool:
    """Whether it tells what happened since a day, or was told since of no time long before; never what has no time.

    What a state has, where a way leads and the like is as it was, whoever tells it now; a figure without a time is as
    of when it was told.
    """
    content, stated = variant.content, date_of(variant.content)
    match content:
        case Event() | Relation() if stated:
            return _within(stated, since)
        case Profile() | Resource() | RouteFact() if stated:
            return _within(stated, since, LATE) and _told(variant, since)
        case Quote():
            return _told(variant, since) and not _is_of_before(variant, since)
        case Event() | Commitment() | Resource(quantity=Quantity()):
            return _told(variant, since)
        case _:
            return False


def is_new(variant: Variant, since: date) -> bool:
    """Whether it is news of a time since the day, and not only learnt since."""
    return is_news(variant, since) and _happened(variant, since)


def _happened(variant: Variant, since: date) -> bool:
    """Whether what is news is of a time since the day; a figure of an earlier time, or of none, is only learnt."""
    content, stated = variant.content, date_of(variant.content)
    if isinstance(content, Profile | Resource | RouteFact) and not (stated and _within(stated, since)):
        return any(claim.modality.ahead for claim in variant.claims)
    return True


def _told(variant: Variant, since: date) -> bool:
    """Whether a source came out since then; one without a date did when it was added."""
    return not variant.told or _within(variant.told, since)


def _is_of_before(variant: Variant, since: date) -> bool:
    """Whether the words tell of times, and all of these lie long before."""
    found = [dates.resolve(told, None).date for told in dates.find(variant.claims[0].evidence.quote) if told.year]
    return bool(found) and not any(day and _within(day, since, LATE) for day in found)


def _within(stated: PartialDate, since: date, years: int = 0) -> bool:
    return passes(AsOf(stated, stated), f"{NEWER}{years}", since)
