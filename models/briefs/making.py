"""A brief made from the pages that the screen shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.briefs import subjects
from models.briefs.commodities import commodities, resources
from models.briefs.countries import countries
from models.briefs.geopolitics import articles, geopolitics
from models.briefs.numbering import in_order
from models.briefs.opening import title
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


def make(library: Queries, subject: Subject, date: PartialDate, options: Options = EVERYTHING) -> Brief:
    """The brief of a subject. `date` is the ISO day of printing. Raises KeyError for a kind that does not exist."""
    writer = Writer(library.speaking(options.language, date), subject, options, date)
    made = CHAPTERS[subject.kind](writer)
    chapters, sources = in_order(shortened(writer, made) if options.short else made, writer.sources.all())
    counts: tuple[str, ...] = (writer.statements(), writer.counted(len(sources), "source"))
    if subject.kind == subjects.ARTICLES:  # it lists what statements come from, and has none itself
        counts = (writer.counted(len(library.articles().rows), "article"),)
    last = newest(source.day for source in sources)
    if subject.kind == subjects.ARTICLES:
        last = newest(row.published or "" for row in library.articles().rows)
    reach = (fill(writer.words["reach"], date=writer.day(last)),) if last else ()
    foreign = (writer.words["as_written"],) if writer.sources.in_another(options.language) else ()
    called = title(writer)
    return Brief(
        title=called,
        date=writer.day(date),
        chapters=chapters,
        sources=sources,
        language=options.language,
        subtitle=next((chapter.subtitle for chapter in chapters[:1] if chapter.title == called), ""),
        facts=(*filters(writer), *counts, *reach, *foreign),
        words=writer.words,
        note=writer.words["devised"] if any(is_devised(source.title) for source in sources) else "",
    )


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
