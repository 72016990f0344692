"""What a brief is called, and what one on several countries begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from models.briefs import subjects
from models.briefs.comparing import compared
from models.briefs.maps import map_of_country
from models.briefs.records import OPENING, Chapter
from models.briefs.summary import summary_of_each

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from models.briefs.writer import Writer
    from models.pages.lines import Line

MOST_NAMED, MOST_BELOW = 3, 9
"""A title names so many subjects, a line below it so many; a brief of more is called by their kind."""


def title(writer: Writer) -> str:
    """What the brief is called: as the user says, or by what it is about."""
    return writer.subject.title or _about(writer, MOST_NAMED)


def subtitled(writer: Writer, chapters: tuple[Chapter, ...]) -> tuple[str, tuple[Chapter, ...]]:
    """What stands below the title, and the chapters: below the name of a view what that is about, else the local names.

    Where a view is about one subject, its only chapter needs no heading of its own.
    """
    called, about = title(writer), _about(writer, MOST_BELOW)
    if called == about or not writer.subject.title:
        return next((chapter.subtitle for chapter in chapters[:1] if chapter.title == called), ""), chapters
    if len(chapters) == 1 and chapters[0].title == about:
        below = " · ".join(filter(None, (about, chapters[0].subtitle)))
        return below, (structs.replace(chapters[0], title=called, subtitle=""),)
    return about, chapters


def _about(writer: Writer, most: int) -> str:
    subject = writer.subject
    if 0 < len(subject.codes) <= most:
        return writer.phrases.listed([writer.named(code) for code in subject.codes])
    if subject.kind == subjects.COUNTRIES:
        return writer.catalog.region.called(writer.options.language)
    return writer.words[subject.kind]


def opening(writer: Writer, lines: Mapping[str, Sequence[Line]]) -> tuple[Chapter, ...]:
    """What stands before the chapters of countries, from the lines of each: what tells most of them, their figures side
    by side, and their map.

    None where none of these is wished for.
    """
    region = writer.catalog.region.id
    parts = writer.filled(
        summary_of_each(writer, lines),
        *compared(writer, tuple(lines)),
        map_of_country(writer, region, [line for told in lines.values() for line in told]),
    )
    return (Chapter(OPENING, title(writer), "", parts),) if parts else ()
