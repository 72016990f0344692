"""Statements put into words: the line that every tab, list and brief shows for a statement."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Protocol

from msgspec import structs

from models.pages.ages import AsOf, passes
from models.pages.local import own_names
from models.pages.series import beside, carried_out, successors
from models.records import (
    Commitment,
    Event,
    Kind,
    PartialDate,
    Profile,
    Quantity,
    Quote,
    Rank,
    Record,
    Relation,
    Resource,
    RouteFact,
    Standing,
    Statement,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from models.phrases import Phrases
    from models.records import Content, Shared, Variant


class VariantLine(Record):
    """One value of a statement in words, how many independent articles give it, and how many with their copies."""

    text: str
    sources: int
    rank: Rank
    articles: int = 0
    as_of: AsOf | None = None


class Line(Record):
    """A statement in one sentence. `detail` holds modality, year and attribution in a few words, or is empty.

    `variants` has more than one entry when sources disagree, the best supported first. `sources` counts independent
    articles, `articles` their copies too. `as_of` is the time that the value shown is of. `newer` is the statement that
    took the place of this one, `earlier` counts those whose place it took itself. `fuller` is one that lists all that
    this one does and more, `done` one that tells as done what this one plans. `beside` is a key of
    models.pages.series.BESIDE where another value stands today, too, `other` that value with its time. `shared` tells
    what several articles and works go back to, so that they count once. `local` tells what places that it names are
    called by their own people. `against` names those who see what was said otherwise, where an article says so,
    `opposed` what these said, as far as it stands in the same list.
    """

    statement: str
    kind: Kind
    text: str
    detail: str
    standing: Standing
    sources: int
    rank: Rank
    variants: tuple[VariantLine, ...]
    date: PartialDate | None = None
    badges: tuple[str, ...] = ()
    articles: int = 0
    as_of: AsOf | None = None
    newer: str = ""
    earlier: int = 0
    fuller: str = ""
    beside: str = ""
    shared: tuple[str, ...] = ()
    local: tuple[str, ...] = ()
    done: str = ""
    other: str = ""
    against: tuple[str, ...] = ()
    opposed: tuple[VariantLine, ...] = ()

    @property
    def others(self) -> tuple[VariantLine, ...]:
        """What else is told of the same: other values that sources give, and what others are quoted with."""
        return (*self.variants[1:], *self.opposed)

    @property
    def contested(self) -> bool:
        """Whether sources disagree on it, or those who are quoted do."""
        return self.standing is Standing.CONTESTED or bool(self.against)

    @property
    def leading(self) -> int:
        """How many independent sources give the value that leads, where others are given; else 0."""
        return self.variants[0].sources if len(self.variants) > 1 else 0


class Section(Record):
    """Lines under one heading. `id` is stable ("resources"), `title` is for people."""

    id: str
    title: str
    lines: tuple[Line, ...]


# --- builders ---------------------------------------------------------------------------------------------------------


def line(statement: Statement, phrases: Phrases, about: str | None = None) -> Line:
    """The statement in words, as it stands on the page `about` a country or route."""
    texts = [phrases.variant(variant, about) for variant in statement.variants]
    first = statement.shown
    return Line(
        statement=statement.id,
        kind=statement.kind,
        text=next(text for text, variant in zip(texts, statement.variants, strict=True) if variant is first),
        detail=phrases.detail(statement),
        standing=statement.standing,
        sources=statement.independent,
        rank=statement.rank,
        variants=tuple(
            VariantLine(
                phrases.told(variant, text), variant.sources, variant.rank, variant.articles, as_of(variant, phrases)
            )
            for text, variant in zip(texts, statement.variants, strict=True)
        ),
        date=date_of(statement.variants[0].content),
        badges=phrases.badges(statement),
        articles=statement.sources,
        as_of=as_of(first, phrases),
        shared=tuple(
            _in_words(shared, phrases, whole=variant.sources == 1)
            for variant in statement.variants
            for shared in variant.shared
        ),
        local=own_names(first.content, phrases),
        against=tuple(map(phrases.attributed, statement.against)),
    )


def _in_words(shared: Shared, phrases: Phrases, *, whole: bool) -> str:
    """What several articles and works go back to; `whole` where there are no others: "both go back to NAME, 2025"."""
    number = "both" if shared.works == 2 else f"all {shared.works}"
    who = number if whole else f"{shared.works} of them"
    return f"{who} go back to {', '.join(filter(None, (phrases.attributed(shared.body), shared.year)))}"


class Counted(Protocol):
    """What is told by independent sources, and by articles among which there may be copies."""

    @property
    def sources(self) -> int: ...
    @property
    def articles(self) -> int: ...


class Supported(Counted, Protocol):
    """What is counted so, and of which the value that leads may not be the only one."""

    @property
    def leading(self) -> int: ...


def sources_in_words(told: Counted) -> str:
    """How many sources say so: "1 source", "3 sources", or "2 sources in 3 articles" where articles repeat others."""
    sources = "1 source" if told.sources == 1 else f"{told.sources} sources"
    return f"{sources} in {told.articles} articles" if told.articles > told.sources else sources


def support_in_words(told: Supported) -> str:
    """How many sources give the value that leads: as above, or "2 of 5 sources" where sources disagree.

    One article may give both values itself, each from another source.
    """
    if not told.leading or told.sources < 2:
        return sources_in_words(told)
    what = "independent sources" if told.articles > told.sources else "sources"
    return f"{told.leading} of {told.sources} {what}"


def lines(statements: Iterable[Statement], phrases: Phrases, about: str | None = None) -> tuple[Line, ...]:
    """The statements in words, in their order, each with what among them took its place or stands beside it."""
    told = tuple(statements)
    newer = successors(told)
    count = Counter(newer.values())
    deeds = carried_out(told)
    others = beside(told, lambda statement: date_of(statement.variants[0].content))
    made = _set_against([line(statement, phrases, about) for statement in told], told)
    return tuple(
        structs.replace(
            each,
            newer=newer.get(each.statement, ""),
            earlier=count[each.statement],
            beside=others[each.statement][0] if each.statement in others else "",
            other=_figure_told(others[each.statement][1], phrases) if each.statement in others else "",
            done=deeds.get(each.statement, ""),
        )
        if any(each.statement in found for found in (newer, count, others, deeds))
        else each
        for each in made
    )


def _set_against(made: Sequence[Line], told: Sequence[Statement]) -> Iterable[Line]:
    """The lines of the statements, each quote with what those said in its articles who see it otherwise."""
    quoted = [
        (content.speaker, _articles(found), each)
        for each, found in zip(made, told, strict=True)
        if found.against and isinstance(content := found.variants[0].content, Quote)
    ]
    for each, found in zip(made, told, strict=True):
        opposed = tuple(
            other.variants[0]
            for speaker, articles, other in quoted
            if speaker in found.against and articles & _articles(found)
        )
        yield structs.replace(each, opposed=opposed) if opposed else each


def _articles(statement: Statement) -> set[str]:
    return {claim.evidence.article for claim in statement.claims}


def _figure_told(statement: Statement, phrases: Phrases) -> str:
    """The figure that a statement gives, with its time; all that it says where that is no plain figure."""
    shown = statement.shown
    match shown.content:
        case (
            Resource(quantity=Quantity() as amount)
            | RouteFact(object=Quantity() as amount)
            | Relation(quantity=Quantity() as amount)
        ):
            told = phrases.numbers.quantity(amount)
        case Profile(value=int() | float() | tuple() as value, unit=measured):
            told = phrases.numbers.measure(value, measured)
        case _:
            return phrases.variant(shown)
    time = as_of(shown, phrases)
    return f"{told} ({f'reported {time.words}' if time.told else time.words})" if time else f"{told} (undated)"


def of_age(statements: Sequence[Statement], older: str, today: date, phrases: Phrases) -> Sequence[Statement]:
    """Those of the statements that are within a limit of models.pages.ages.LIMITS, counted from this day."""
    if not older:
        return statements
    return [told for told in statements if passes(as_of(told.shown, phrases), older, today)]


def as_of(variant: Variant, phrases: Phrases) -> AsOf | None:
    """The time a value is of, else the day on which its newest source came out; None where neither is known.

    Of what lies ahead it is always the latter: nobody knows more of 2040 than was planned when that was told.
    """
    stated = stated_of(variant)
    ahead = not stated and date_of(variant.content) is not None
    day = stated or variant.told
    known = variant.told if stated else ""
    return AsOf(day, phrases.numbers.date(day), told=not stated, ahead=ahead, known=known) if day else None


def stated_of(variant: Variant) -> PartialDate | None:
    """The time that a value states itself; None for a plan or forecast, whose year is a part of what it says, and for
    money whose year lay ahead when it was promised."""
    from models.phrases.timed import plans  # not needed where pages are at hand

    content, stated = variant.content, date_of(variant.content)
    if stated is None or isinstance(content, Event):
        return stated
    if isinstance(content, Commitment):
        ahead = bool(variant.told) and stated > variant.told[: len(stated)]
    else:
        ahead = bool(variant.claims) and plans(content, variant.claims)
    return None if ahead else stated


def date_of(content: Content) -> PartialDate | None:
    """The time a content speaks of: an event's date, a figure's year; None when it states none."""
    match content:
        case Event(date=date) | Profile(as_of=date):
            return date
        case (
            Resource(year=int(year)) | RouteFact(year=int(year)) | Relation(year=int(year)) | Commitment(year=int(year))
        ):
            return str(year)
        case _:
            return None


def time_of(variant: Variant) -> PartialDate:
    """The time that a value states itself, else the day on which its newest source came out; empty without either."""
    return stated_of(variant) or variant.told


def newest_first(statements: Iterable[Statement]) -> list[Statement]:
    """The statements by the time they speak of, the newest first; those without one by the day of their newest source.

    What has neither is last.
    """
    firsts = [(statement.variants[0], statement) for statement in statements]
    dated = [(date_of(first.content) or first.told, statement) for first, statement in firsts]
    return [statement for _, statement in sorted(dated, key=lambda pair: pair[0], reverse=True)]
