"""A short brief: what tells most, map, leading figures and a few disputes, with only the sources of these."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec import structs

from models import briefs
from models.briefs import PARTS, SUBJECTS, Options, Subject
from models.briefs.holding import held as holds
from models.briefs.holding import lacking
from models.briefs.shorter import IN_FULL, MOST, SHORT
from models.records import Quantity, Resource
from tests.models.briefs.making import step
from tests.models.making import claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.briefs import Brief, Part
    from models.library import Library
    from models.records import Step

DAY = "2026-11-21"
LANGUAGES = pytest.mark.parametrize("language", briefs.languages())


def made(held: Library, subject: Subject, language: str = "en", *, short: bool = True) -> Brief:
    return briefs.make(held, subject, DAY, Options(language=language, short=short))


def parts(brief: Brief, name: str) -> list[Part]:
    return [part for chapter in brief.chapters for part in chapter.parts if part.id == name]


def numbers(brief: Brief) -> Iterator[int]:
    for part in (part for chapter in brief.chapters for part in chapter.parts):
        for entry in part.entries:
            yield from entry.numbers
            yield from (number for value in entry.values for number in value.numbers)
            yield from entry.why.numbers if entry.why else ()
        for row in part.table.rows if part.table else ():
            yield from row.numbers
            yield from row.why.numbers if row.why else ()


@LANGUAGES
def test_one_on_a_country_is_a_small_part_of_the_whole(held: Library, language: str) -> None:
    for code in held.catalog.region.members:
        subject = Subject("countries", (code,))
        short, whole = made(held, subject, language), made(held, subject, language, short=False)
        assert {part.id for part in short.chapters[0].parts} == {"summary", "map", "profile", "contested"}
        assert len(short.sources) < len(whole.sources) / 3
        assert {source.number for source in short.sources} == set(numbers(short))
        told = {entry.text for part in parts(whole, "summary") for entry in part.entries if not entry.values}
        assert {entry.text for part in parts(short, "summary") for entry in part.entries} == told
        every = {row.cells for part in parts(whole, "profile") for row in part.table.rows if part.table}
        leading = {row.cells for part in parts(short, "profile") for row in part.table.rows if part.table}
        assert 10 <= len(leading) <= 20
        assert leading < every


@pytest.mark.parametrize("chosen", [0, 2])
def test_one_on_several_tells_figures_map_and_each_dispute_once(held: Library, chosen: int) -> None:
    codes = held.catalog.region.members[:chosen]
    short, whole = (made(held, Subject("countries", codes), short=short) for short in (True, False))
    first, *others = (chapter for chapter in short.chapters if chapter.id != held.catalog.region.id or not chosen)
    assert {"map", "profile"} <= {part.id for part in first.parts}
    assert len(others) == (chosen or len(held.catalog.region.members))
    assert all({part.id for part in chapter.parts} <= {"summary", "contested"} for chapter in others)
    disputes = [entry.statement for part in parts(short, "contested") for entry in part.entries]
    assert len(disputes) == len(set(disputes)) > len(others)
    assert len(parts(whole, "map")) > 1


def test_its_head_tells_that_there_is_more(held: Library) -> None:
    subject = Subject("countries", (held.catalog.region.members[0],))
    brief = made(held, subject)
    assert brief.facts[0].startswith("short version")
    assert not any(fact.startswith("short version") for fact in made(held, subject, short=False).facts)


@pytest.mark.parametrize("kind", SUBJECTS)
def test_none_of_any_kind_holds_more_or_is_empty(held: Library, kind: str) -> None:
    short = made(held, Subject(kind))
    assert short.tells
    assert all(chapter.parts for chapter in short.chapters)
    for chapter in short.chapters:
        there = {part.id for part in chapter.parts}
        assert there <= ({*SHORT} if "summary" in there else {*SHORT, *IN_FULL})
        for part in chapter.parts:
            assert part.id != "contested" or len(part.entries) <= MOST
    assert lacking(short, Subject(kind), Options(short=True)) == tuple(
        part for part in holds(kind, short=True) if part != "notes" and not parts(short, part) and part != "changes"
    )


def test_what_a_source_explains_comes_before_other_disputes(held: Library) -> None:
    explained = 0
    for code in held.catalog.region.members:
        (part,) = parts(made(held, Subject("countries", (code,))), "contested")
        told = [entry.why is not None for entry in part.entries]
        assert told == sorted(told, reverse=True)
        explained += any(told)
    assert explained


def test_disputes_with_the_users_own_articles_come_before_others_the_newest_first(library: Library) -> None:
    """Although digests explain theirs, and have more sources for them."""
    (before,) = parts(made(library, Subject("countries", ("KAZ",))), "contested")
    assert before.entries[0].why
    days = {"lithium": "2026-03-01", "cobalt": "2026-10-30"}
    library.add(
        [
            dated(step(f"{good} {tonnes}", [claim(had(good, tonnes), quote=f"{tonnes} tonnes of {good}")]), day)
            for good, day in days.items()
            for tonnes in (3.0, 7.0)
        ]
    )
    (part,) = parts(made(library, Subject("countries", ("KAZ",))), "contested")
    told = [library.statement(entry.statement).shown.content for entry in part.entries]
    goods = [content.resource for content in told if isinstance(content, Resource)]
    assert goods[:2] == ["cobalt", "lithium"]
    assert part.entries[2].why
    assert len(part.entries) == MOST


def had(good: str, tonnes: float) -> Resource:
    return Resource("KAZ", good, "reserves", None, Quantity(tonnes, "tonne"), site="Nowhere Hill")


def dated(made: Step, day: str) -> Step:
    assert made.article
    told = structs.replace(made.article.bibliography, published=day)
    return structs.replace(made, article=structs.replace(made.article, bibliography=told))


def test_parts_that_are_not_wished_stay_out(held: Library) -> None:
    wished = tuple(part for part in PARTS if part not in ("map", "contested", "notes"))
    subject = Subject("countries", (held.catalog.region.members[0],))
    brief = briefs.make(held, subject, DAY, Options(wished, short=True))
    assert {part.id for part in brief.chapters[0].parts} == {"summary", "profile"}
    assert any(entry.values for part in parts(brief, "summary") for entry in part.entries)


def test_since_a_day_it_tells_what_has_changed(held: Library) -> None:
    subject = Subject("countries", (held.catalog.region.members[0],))
    brief = briefs.make(held, subject, DAY, Options(since="2025-06-01", short=True))
    assert parts(brief, "changes")
