"""The sentences that a statement stands on, with the articles they stand in and the works that these cite."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from models.pages.ages import UNDATED
from models.pages.carried import carried
from models.pages.houses import house, house_of
from models.pages.lines import Line, VariantLine, line
from models.records import (
    Bibliography,
    Citation,
    Decision,
    Modality,
    PartialDate,
    Rank,
    Record,
    Standing,
    Variant,
    best,
)
from models.text import within_marks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from models.catalog import Catalog
    from models.phrases import Phrases
    from models.records import Claim, Statement


class Sentence(Record):
    """The evidence of one claim, with the article it stands in: what a click on a statement shows.

    `cites` are the works that the article cites: `exact` where marks say that this sentence rests on just
    these: then they are its sources, and the article is none.
    `decision` is what the user decided about the claim, `variant` which value of the line it gives, `corrected` what is
    the user's word of the article's title, publisher and date. Where the user corrected what was read, `read` tells
    that in words, and `amended` is the day of it (ISO). `house` names whom it is from, its host or its file.
    `carried` names what the claim is told of and this sentence does not name: the text did so before it. `voice` is
    from whom the article has it, where it says so and sources disagree.
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
    house: str = ""
    read: str = ""
    amended: PartialDate = ""
    carried: tuple[str, ...] = ()
    voice: str = ""
    ours: bool = False

    @property
    def told(self) -> str:
        """The sentence as it is shown: that of a source between quotation marks, one of ours, of a built-in digest,
        without, as it is nobody's own words."""
        return shown(self.quote, ours=self.ours)


class EvidencePage(Record):
    """A statement and the sentences it stands on, grouped by value in the order of the line's variants.

    Where sources disagree, `why` are sentences of theirs that explain it, each wording once. Where they do not, `noted`
    are the sentences that tell what must be known with its figure.
    """

    line: Line
    sentences: tuple[Sentence, ...]
    why: tuple[Sentence, ...] = ()
    noted: tuple[Sentence, ...] = ()


# --- builders ---------------------------------------------------------------------------------------------------------


def evidence_page(
    statement: Statement,
    phrases: Phrases,
    articles: Mapping[str, Bibliography],
    decisions: Mapping[str, Decision],
    catalog: Catalog | None = None,
) -> EvidencePage:
    """The statement and its sentences; `articles` by article id, the user's `decisions` by claim id. With the
    `catalog` each tells what it does not name itself."""
    sentences: list[Sentence] = []
    for place, variant in enumerate(statement.variants):
        for claim in variant.claims:
            sentence = _sentence(claim, phrases.variant(variant), articles)
            read = phrases.variant(Variant(claim.as_read.content, (claim.as_read,), 1)) if claim.read else ""
            meant = carried(claim, catalog) if catalog is not None and not claim.read else ()
            named = tuple(map(phrases.plain_name, meant))
            decision = decisions.get(claim.id)
            voice = phrases.attributed(claim.attribution) if claim.attribution and len(statement.variants) > 1 else ""
            sentence = structs.replace(sentence, decision=decision, variant=place, read=read, carried=named)
            sentences.append(structs.replace(sentence, voice=voice) if voice else sentence)
    explaining = tuple(_explaining(statement, articles))
    contested = statement.standing is Standing.CONTESTED
    why, noted = (explaining, ()) if contested else ((), explaining)
    return EvidencePage(line(statement, phrases), tuple(sentences), why, noted)


def _explaining(statement: Statement, articles: Mapping[str, Bibliography]) -> Iterator[Sentence]:
    """What explains the values to go by, or that they differ."""
    told = set[str]()
    for claim in (claim for variant in best(statement.variants) for claim in variant.claims):
        if claim.why is not None and claim.why.quote not in told:
            told.add(claim.why.quote)
            yield _sentence(structs.replace(claim, evidence=claim.why), "", articles)


def _sentence(claim: Claim, says: str, articles: Mapping[str, Bibliography]) -> Sentence:
    evidence = claim.evidence
    article = articles.get(evidence.article) or Bibliography(evidence.article, "", "")
    works = works_cited(claim, article)
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
        house=house_of(article),
        amended=claim.amended[:10],
        ours=article.builtin,
    )


def shown(quote: str, *, ours: bool) -> str:
    """A sentence, or the beginning of one, between quotation marks where it is a source's own."""
    return quote if ours else f"“{within_marks(quote)}”"


def works_cited(claim: Claim, article: Bibliography) -> tuple[Citation, ...]:
    """The works that the claim's sentence cites by a mark; all works of the article where it bears none.

    One that came out before the year of what is told as done says nothing of it: its mark stands for another figure of
    the sentence.
    """
    start, end = claim.evidence.start, claim.evidence.end
    marked = tuple(work for work in article.cites if any(start < at <= end for at in work.at))
    year = _year_of(claim)
    later = tuple(work for work in marked if not work.date or work.date[:4] >= year)
    return later or marked or article.cites


def _year_of(claim: Claim) -> str:
    """The year of what the claim tells as done, where its text states one; else empty, before any year."""
    if claim.modality is not Modality.DONE or not claim.affirmed or getattr(claim.content, "year_inferred", False):
        return ""
    times = (getattr(claim.content, name, None) for name in ("year", "date", "as_of"))
    return next((str(time)[:4] for time in times if time), "")


def cited(source: Citation, undated: str = UNDATED, day: Callable[[PartialDate], str] = str) -> str:
    """The source as it is named in a list: title, publisher (or host) and date, or that it is `undated`.

    `day` puts the date into words; without it the date stands as in ISO 8601.
    """
    when = day(source.date) if source.date else undated
    return ", ".join(filter(None, (source.title, house(source.publisher, source.url), when)))


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
