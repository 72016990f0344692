"""Statements put into words: the line that every tab, list and brief shows for a statement."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Protocol

from msgspec import structs

from models.pages.ages import AsOf, passes
from models.pages.series import beside, successors
from models.records import (
    Bibliography,
    Citation,
    Decision,
    Event,
    Kind,
    PartialDate,
    Profile,
    Quantity,
    Rank,
    Record,
    Resource,
    RouteFact,
    Standing,
    Statement,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from models.phrases import Phrases
    from models.records import Claim, Content, Evidence, Variant


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
    took the place of this one, `earlier` counts those whose place it took itself. `beside` is a key of
    models.pages.series.BESIDE where another value stands today, too.
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
    beside: str = ""


class Section(Record):
    """Lines under one heading. `id` is stable ("resources"), `title` is for people."""

    id: str
    title: str
    lines: tuple[Line, ...]


class Sentence(Record):
    """The evidence of one claim, with the article it stands in: what a click on a statement shows.

    `cites` are the works that the article cites: `exact` where a mark says that this sentence rests on just these.
    `decision` is what the user decided about the claim, `variant` which value of the line it gives, `corrected` what is
    the user's word of the article's title, publisher and date.
    """

    claim: str
    article: str
    title: str
    publisher: str | None
    published: PartialDate | None
    quote: str
    start: int
    end: int
    says: str
    rule: str
    cites: tuple[Citation, ...] = ()
    exact: bool = False
    decision: Decision | None = None
    variant: int = 0
    corrected: tuple[str, ...] = ()


class EvidencePage(Record):
    """A statement and the sentences it stands on, grouped by value in the order of the line's variants."""

    line: Line
    sentences: tuple[Sentence, ...]


class Figure(Record):
    """A number for a table or chart: whose, what it measures, value (or range), unit, year, and how well it stands.

    `by` names those from whom its sources have it, or is empty.
    """

    statement: str
    owner: str
    owner_name: str
    label: str
    value: float | tuple[float, float]
    unit: str
    year: int | None
    text: str
    standing: Standing
    sources: int
    as_of: AsOf | None = None
    by: str = ""


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
    )


class Counted(Protocol):
    """What is told by independent sources, and by articles among which there may be copies."""

    @property
    def sources(self) -> int: ...
    @property
    def articles(self) -> int: ...


def sources_in_words(told: Counted) -> str:
    """How many sources say so: "1 source", "3 sources", or "2 sources in 3 articles" where articles repeat others."""
    sources = "1 source" if told.sources == 1 else f"{told.sources} sources"
    return f"{sources} in {told.articles} articles" if told.articles > told.sources else sources


def leading(told: Line) -> int | None:
    """Which value has the most independent sources; None where two have as many, or there is only one."""
    order = sorted(range(len(told.variants)), key=lambda place: -told.variants[place].sources)
    if len(order) < 2 or told.variants[order[0]].sources == told.variants[order[1]].sources:
        return None
    return order[0]


def supported(told: Line, sentences: Iterable[Sentence]) -> list[tuple[VariantLine, list[Sentence]]]:
    """The values to go by, those of the best rank that any has, each with the sentences that support it."""
    groups: list[list[Sentence]] = [[] for _ in told.variants]
    for sentence in sentences:
        groups[sentence.variant].append(sentence)
    kept = next(rank for rank in Rank if any(variant.rank is rank for variant in told.variants))
    return [pair for pair in zip(told.variants, groups, strict=True) if pair[0].rank is kept]


def lines(statements: Iterable[Statement], phrases: Phrases, about: str | None = None) -> tuple[Line, ...]:
    """The statements in words, in their order, each with what among them took its place or stands beside it."""
    told = tuple(statements)
    newer = successors(told)
    count = Counter(newer.values())
    others = beside(told, lambda statement: date_of(statement.variants[0].content))
    made = (line(statement, phrases, about) for statement in told)
    return tuple(
        structs.replace(
            each,
            newer=newer.get(each.statement, ""),
            earlier=count[each.statement],
            beside=others.get(each.statement, ""),
        )
        if each.statement in newer or each.statement in count or each.statement in others
        else each
        for each in made
    )


def of_age(statements: Sequence[Statement], older: str, today: date, phrases: Phrases) -> Sequence[Statement]:
    """Those of the statements that are within a limit of models.pages.ages.LIMITS, counted from this day."""
    if not older:
        return statements
    return [told for told in statements if passes(as_of(told.shown, phrases), older, today)]


def as_of(variant: Variant, phrases: Phrases) -> AsOf | None:
    """The time a value is of, else the day on which its newest source came out; None where neither is known."""
    stated = date_of(variant.content)
    return AsOf(day, phrases.numbers.date(day), told=not stated) if (day := stated or variant.told) else None


def date_of(content: Content) -> PartialDate | None:
    """The time a content speaks of: an event's date, a figure's year; None when it states none."""
    match content:
        case Event(date=date) | Profile(as_of=date):
            return date
        case Resource(year=int(year)) | RouteFact(year=int(year)):
            return str(year)
        case _:
            return None


def newest_first(statements: Iterable[Statement]) -> list[Statement]:
    """The statements by the time they speak of, the newest first; those without one are last."""
    dated = [(date_of(statement.variants[0].content) or "", statement) for statement in statements]
    return [statement for _, statement in sorted(dated, key=lambda pair: pair[0], reverse=True)]


def evidence_page(
    statement: Statement,
    phrases: Phrases,
    articles: Mapping[str, Bibliography],
    decisions: Mapping[str, Decision],
) -> EvidencePage:
    """The statement and its sentences; `articles` by article id, the user's `decisions` by claim id."""
    sentences: list[Sentence] = []
    for place, variant in enumerate(statement.variants):
        for claim in variant.claims:
            sentence = _sentence(claim, phrases.variant(variant), articles)
            sentences.append(structs.replace(sentence, decision=decisions.get(claim.id), variant=place))
    return EvidencePage(line(statement, phrases), tuple(sentences))


def _sentence(claim: Claim, says: str, articles: Mapping[str, Bibliography]) -> Sentence:
    evidence = claim.evidence
    article = articles.get(evidence.article) or Bibliography(evidence.article, "", "")
    works = works_cited(evidence, article)
    return Sentence(
        claim=claim.id,
        article=article.id,
        title=article.title or article.origin or article.id,
        publisher=article.publisher,
        published=article.published,
        quote=evidence.quote,
        start=evidence.start,
        end=evidence.end,
        says=says,
        rule=claim.rule,
        cites=works,
        exact=works is not article.cites,
        corrected=article.corrected,
    )


def works_cited(evidence: Evidence, article: Bibliography) -> tuple[Citation, ...]:
    """The works that the sentence cites by a mark; all works of the article where it bears none."""
    marked = tuple(work for work in article.cites if any(evidence.start < at <= evidence.end for at in work.at))
    return marked or article.cites


def cited(source: Citation) -> str:
    """The source as it is named in a list: title, publisher and date, as far as known."""
    return ", ".join(filter(None, (source.title, source.publisher, source.date)))


def figures(statements: Iterable[Statement], phrases: Phrases) -> tuple[Figure, ...]:
    """The quantities that statements give, one for each value that is not deprecated, by owner, label and year."""
    found = [
        figure
        for statement in statements
        for variant in statement.variants
        if variant.rank is not Rank.DEPRECATED and (figure := figure_of(statement, variant, phrases))
    ]
    found.sort(key=lambda figure: (figure.owner_name, figure.label, figure.year or 0, str(figure.value)))
    return tuple(found)


def figure_of(statement: Statement, variant: Variant, phrases: Phrases) -> Figure | None:
    """The quantity that one value of a statement gives; None where it gives none."""
    content = variant.content
    match content:
        case Resource(country=owner, quantity=Quantity() as quantity, year=year):
            pass
        case RouteFact(route=owner, object=Quantity() as quantity, year=year):
            pass
        case _:
            return None
    from models.phrases.support import said_by  # not needed where pages are at hand

    return Figure(
        statement=statement.id,
        owner=owner,
        owner_name=phrases.plain_name(owner),
        label=phrases.measured(content, quantity, variant.claims),
        value=quantity.value,
        unit=quantity.unit,
        year=year,
        text=phrases.numbers.quantity(quantity),
        standing=statement.standing,
        sources=variant.sources,
        as_of=as_of(variant, phrases),
        by=", ".join(said_by(variant.claims, content)),
    )
