"""Sources are numbered as a reader meets them, and dated in the words of the brief."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from models import briefs
from models.briefs import SUBJECTS, Chapter, Entry, Options, Part, Row, Source, Subject, Table, Value
from models.briefs.numbering import in_order
from models.briefs.sources import Sources
from models.pages.evidence import Sentence
from models.phrases import Phrases
from models.records import Bibliography, Citation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from models.briefs import Brief
    from models.catalog import Catalog
    from models.library import Library

DAY = "2026-11-21"


def chapter(*parts: Part) -> Chapter:
    return Chapter("a", "A", "", parts)


def sources(*numbers: int) -> list[Source]:
    return [Source(number, f"work {number}", "", "") for number in numbers]


def met(chapters: Iterable[Chapter]) -> Iterator[int]:
    """The numbers as they are printed, one after another."""
    for part in (part for one in chapters for part in one.parts):
        for entry in part.entries:
            yield from (number for value in entry.values for number in value.numbers)
            yield from entry.numbers
            yield from entry.why.numbers if entry.why else ()
        for row in part.table.rows if part.table else ():
            yield from (number for aside in row.asides for number in aside.numbers)
            yield from row.why.numbers if row.why else ()
            yield from row.numbers


def test_sources_are_numbered_as_they_are_first_cited() -> None:
    told = chapter(
        Part(
            "summary", "", entries=(Entry("x", numbers=(4,)), Entry("y", values=(Value("", (9, 4)), Value("", (2,)))))
        ),
        Part("resources", "", table=Table((), (Row(("z",), (7, 2)),))),
        Part("quotes", "", entries=(Entry("q", numbers=(3,)),)),
    )
    chapters, found = in_order([told], sources(2, 3, 4, 7, 9))
    assert list(met(chapters)) == [1, 1, 2, 3, 3, 4, 5]
    assert [(source.number, source.title) for source in found] == [
        (1, "work 4"),
        (2, "work 9"),
        (3, "work 2"),
        (4, "work 7"),
        (5, "work 3"),
    ]


def test_a_source_that_nothing_leans_on_is_left_out() -> None:
    chapters, found = in_order([chapter(Part("quotes", "", entries=(Entry("q", numbers=(3,)),)))], sources(1, 2, 3))
    assert [(source.number, source.title) for source in found] == [(1, "work 3")]
    assert list(met(chapters)) == [1]


def brief(held: Library, kind: str, language: str = "en") -> Brief:
    return briefs.make(held, Subject(kind), DAY, Options(language=language))


@pytest.mark.parametrize("kind", SUBJECTS)
def test_no_brief_cites_a_number_before_a_smaller_one(held: Library, kind: str) -> None:
    made = brief(held, kind)
    first = list(dict.fromkeys(met(made.chapters)))
    assert first == [source.number for source in made.sources] == list(range(1, len(first) + 1))


@pytest.mark.parametrize("language", ["en", "ja", "ru"])
def test_dates_of_works_that_an_article_draws_on_are_in_words(catalog: Catalog, language: str) -> None:
    work = Citation("A bank lends for a line", "A newspaper", "2025-12-20")
    article = Bibliography("a", "A survey", "a.md", cites=(work,))
    found = Sources([article], Phrases(catalog, language).numbers.date)
    found.numbers([Sentence("c", "a", "A survey", None, None, "Said.", 0, 5, "", "", (work,), exact=False)])
    (told,) = found.all()[0].cites
    assert work.title in told
    assert "2025" in told
    assert not re.search(r"\d{4}-\d{2}", told)
