"""Who deals with whom in the whole region: the brief of the Geopolitics tab; and the list of articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.briefs.changes import changes
from models.briefs.countries import contested
from models.briefs.dealings import commitments, relations, timeline
from models.briefs.maps import map_of_country
from models.briefs.owners import of_owners, owners
from models.briefs.records import Chapter, Part, Row, Table
from models.briefs.sources import supplied
from models.briefs.summary import summary
from models.records import Kind

if TYPE_CHECKING:
    from models.briefs.writer import Writer
    from models.pages.articles import ArticleRow


def geopolitics(writer: Writer) -> tuple[Chapter, ...]:
    """The region, who is what to whom, the timeline, commitments, and what is contested."""
    page = writer.library.geopolitics()
    shares = of_owners(writer, page.lines)
    rest = [line for line in page.lines if line not in shares]
    kinds = {
        kind: writer.kept(part, [line for line in rest if line.kind is kind])
        for part, kind in (("relations", Kind.RELATION), ("events", Kind.EVENT), ("commitments", Kind.COMMITMENT))
    }
    owned = writer.kept("ownership", shares)
    told = [line for found in (*kinds.values(), owned) for line in found]
    parts = writer.filled(
        summary(writer, writer.catalog.region.id, told),
        map_of_country(writer, writer.catalog.region.id, told),
        owners(writer, owned),
        relations(writer, kinds[Kind.RELATION]),
        *timeline(writer, kinds[Kind.EVENT]),
        commitments(writer, kinds[Kind.COMMITMENT]),
        contested(writer, writer.kept("contested", page.contested), writer.catalog.region.id),
        changes(writer, told, page.lines),
    )
    return (Chapter("geopolitics", writer.words["geopolitics"], "", parts),)


def articles(writer: Writer) -> tuple[Chapter, ...]:
    """Every article with publisher, date and number of claims."""
    rows = tuple(_row(row, writer) for row in writer.library.articles().rows)
    table = Table(writer.head("title", "publisher", "date", "claims"), rows, (52, 20, 18, 10), (3,))
    return (Chapter("articles", writer.words["articles"], "", (Part("articles", writer.words["held"], table=table),)),)


def _row(article: ArticleRow, writer: Writer) -> Row:
    title = supplied(writer.phrases.titled(article.title), "title", article.corrected)
    publisher = supplied(article.publisher or "", "publisher", article.corrected) or article.house
    published = supplied(writer.day(article.published or ""), "published", article.corrected)
    published = published or writer.words["dateless"]
    return Row((title, publisher, published, str(article.claims)))
