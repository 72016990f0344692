"""A brief made from the pages that the screen shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.briefs import subjects
from models.briefs.commodities import commodities, resources
from models.briefs.countries import countries
from models.briefs.geopolitics import articles, geopolitics
from models.briefs.numbering import dated, in_order, order
from models.briefs.opening import subtitled, title
from models.briefs.records import Brief
from models.briefs.routes import routes
from models.briefs.shorter import shortened
from models.briefs.sources import newest
from models.briefs.subjects import Options, Subject
from models.briefs.writer import Writer
from models.pages.ages import NEWER, UNDATED, told_of
from models.pages.houses import is_devised
from models.phrases import fill

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from models.briefs.records import Chapter
    from models.briefs.sources import Sources
    from models.library.queries import Queries
    from models.records import PartialDate

CHAPTERS: dict[str, Callable[[Writer], tuple[Chapter, ...]]] = {
    subjects.COUNTRIES: countries,
    subjects.COMMODITIES: commodities,
    subjects.ROUTES: routes,
    subjects.RESOURCES: resources,
    subjects.GEOPOLITICS: geopolitics,
    subjects.ARTICLES: articles,
}
EVERYTHING = Options()
MONTHS, LATE = 12, 6
"""Months of a year, and those after which the newest source is so old that a brief begins with saying so."""


def make(library: Queries, subject: Subject, date: PartialDate, options: Options = EVERYTHING) -> Brief:
    """The brief of a subject. `date` is the ISO day of printing. Raises KeyError for a kind that does not exist."""
    return numbered(library, subject, date, options)[0]


def numbered(
    library: Queries, subject: Subject, date: PartialDate, options: Options = EVERYTHING
) -> tuple[Brief, Sources]:
    """The same, and its sources under their numbers: what else is told with it can be numbered on from these."""
    writer = Writer(library.speaking(options.language, date), subject, options, date)
    made = CHAPTERS[subject.kind](writer)
    kept = shortened(writer, made) if options.short else made
    chapters, sources = in_order(kept, writer.sources.all())
    counts: tuple[str, ...] = (writer.statements(), writer.counted(len(sources), "source"))
    if subject.kind == subjects.ARTICLES:  # it lists what statements come from, and has none itself
        counts = (writer.counted(len(library.articles().rows), "article"),)
    telling = dated(chapters)
    last = newest(source.day for source in sources if source.number in telling)
    if subject.kind == subjects.ARTICLES:
        last = newest(row.published or "" for row in library.articles().rows)
    late = _is_late(last, date)
    told = fill(writer.words["late" if late else "reach"], date=writer.day(last)) if last else ""
    reach = (told,) if told and not late else ()
    foreign = (writer.words["as_written"],) if writer.sources.in_another(options.language) else ()
    subtitle, chapters = subtitled(writer, chapters)
    brief = Brief(
        title=title(writer),
        date=writer.day(date),
        chapters=chapters,
        sources=sources,
        language=options.language,
        subtitle=subtitle,
        facts=(*filters(writer), *counts, *reach, *foreign),
        words=writer.words,
        note=writer.words["devised"] if any(is_devised(source.title) for source in sources) else "",
        caution=told if late else "",
    )
    return brief, writer.sources.renumbered(order(kept))


def _is_late(last: PartialDate, date: PartialDate) -> bool:
    """Whether the newest source came out more than half a year before the day of printing."""
    months = int(date[:4]) * MONTHS + int(date[5:7]) - 1 - LATE
    limit = f"{months // MONTHS:04}-{months % MONTHS + 1:02}{date[7:]}"
    return bool(last) and last < limit[: len(last)]


def filters(writer: Writer) -> Iterator[str]:
    """What must be known of a brief that leaves statements out."""
    subject, words = writer.subject, writer.words
    if subject.words.strip():
        yield fill(words["only"], words=subject.words.strip())
    if subject.older == UNDATED:
        yield words["undated"]
    elif subject.older:
        newer = subject.older.startswith(NEWER)
        years = writer.counted(*told_of(subject.older))
        yield fill(words["newer" if newer else "older"], years=years)
