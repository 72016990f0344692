"""Which lists of critical raw materials name a commodity, by list and version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.briefs.records import Part, Row, Table
from models.briefs.subjects import COMMODITIES, Options
from models.pages.listing import listed

if TYPE_CHECKING:
    from models.briefs.writer import Writer
    from models.pages.listing import Listed

WIDTHS = (30, 50, 20)


def lists(writer: Writer, code: str) -> Part:
    """The lists that name the commodity, those in force first, with the version of each and its own wording.

    Empty in a brief on all goods, and where the brief keeps only some statements: a list is none.
    """
    title = writer.phrases.title("lists")
    if not (writer.options.wishes("lists") and writer.subject.kind == COMMODITIES and writer.subject.whole):
        return Part("lists", title)
    found = listed(code, writer.catalog, writer.options.language)
    if not found:
        return Part("lists", title)
    return Part(
        "lists", title, table=Table(writer.head("list", "version", "wording"), tuple(_rows(writer, found)), WIDTHS)
    )


def _rows(writer: Writer, found: tuple[Listed, ...]) -> list[Row]:
    known = writer.catalog.critical_lists
    numbers = [writer.sources.work(known[each.id].source) for each in found]
    writer.listed.update(numbers)
    return [
        Row(
            (each.name, _version(writer, each), each.wording),
            (number,),
            "" if each.current else writer.words["superseded"],
            0,
            loud=False,
        )
        for each, number in zip(found, numbers, strict=True)
    ]


def _version(writer: Writer, each: Listed) -> str:
    """What the version is called, and what is doubted of it; the first is known in English only, elsewhere its day."""
    language = writer.options.language
    if language != Options().language:
        doubt = writer.catalog.critical_lists[each.id].doubts.get(language, "")
        return writer.phrases.noted(writer.day(each.date), (doubt,))
    return f"{each.version}. {each.doubt}" if each.doubt else each.version
