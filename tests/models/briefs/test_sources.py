"""Numbered sources: each work once, whoever leads to it."""

from __future__ import annotations

import pytest

from models import briefs
from models.briefs import Options, Subject
from models.briefs.sources import Sources, runs
from models.library import Library
from models.pages.evidence import Sentence
from models.records import Bibliography, Citation


def numbered(*articles: Bibliography) -> tuple[Sources, list[tuple[int, ...]]]:
    """The sources of one sentence of each article, and the numbers it got."""
    sources = Sources(articles, str)
    sentences = [
        Sentence(
            f"c{at}",
            each.id,
            each.title,
            each.publisher,
            each.published,
            "Said.",
            0,
            5,
            "",
            "",
            each.cites,
            bool(each.cites),
        )
        for at, each in enumerate(articles)
    ]
    return sources, [sources.numbers([sentence]) for sentence in sentences]


WORK = Citation("A bank lends for a line", "A newspaper", "2025-12-20", "https://www.example.org/line/")


@pytest.mark.parametrize(
    "imported",
    [
        Bibliography("b", "Another title of it", "b.html", url="http://example.org/line"),
        Bibliography("b", WORK.title, "b.txt"),
        Bibliography("b", WORK.title, "b.txt", publisher="A newspaper", published="2025-12-20"),
    ],
)
def test_a_work_that_is_cited_and_imported_has_one_number_and_all_that_is_known(imported: Bibliography) -> None:
    digest = Bibliography("a", "A digest of the library", "a.md", cites=(WORK,))
    for articles in ((digest, imported), (imported, digest)):
        sources, numbers = numbered(*articles)
        assert numbers == [(1,), (1,)]
        (source,) = sources.all()
        assert (source.publisher, source.published, source.url) == (WORK.publisher, WORK.date, WORK.url)


@pytest.mark.parametrize(
    "other",
    [
        Bibliography("b", WORK.title, "b.txt", publisher="Another newspaper"),
        Bibliography("b", WORK.title, "b.txt", published="2025-12-21"),
        Bibliography("b", WORK.title, "b.html", url="https://example.org/other"),
        Bibliography("b", "Another title of a work", "b.txt"),
    ],
)
def test_works_that_anything_tells_apart_have_numbers_of_their_own(other: Bibliography) -> None:
    digest = Bibliography("a", "A digest of the library", "a.md", cites=(WORK,))
    assert numbered(digest, other)[1] == [(1,), (2,)]


def test_a_short_title_alone_does_not_tell_which_work_is_meant() -> None:
    assert numbered(Bibliography("a", "Press release", "a.txt"), Bibliography("b", "Press release", "b.txt"))[1] == [
        (1,),
        (2,),
    ]


def test_sentences_of_one_article_lead_each_to_the_works_it_draws_on_for_them() -> None:
    other = Citation("A port grows", "Another newspaper", "2024")
    digest = Bibliography("a", "How long are the lines of it", "a.md", cites=(WORK, other))
    sources = Sources([digest], str)
    sentences = [
        Sentence(f"c{at}", "a", digest.title, None, None, "Said.", at, at + 5, "", "", cites)
        for at, cites in enumerate([(WORK,), (other,), (WORK,), (WORK, other)])
    ]
    assert [sources.numbers([sentence]) for sentence in sentences] == [(1,), (2,), (1,), (3,)]
    told = [[WORK.title in work for work in source.cites] for source in sources.all()]
    assert told == [[True], [False], [True, False]]


@pytest.mark.parametrize(("title", "italic"), [("Nuclear outlook", True), ("[Report on uranium output]", False)])
def test_what_only_tells_of_a_work_is_not_set_as_its_title(title: str, italic: bool) -> None:
    (found,) = (run for run in runs("", title, "A house", "2025", "") if run.text == title)
    assert found.italic is italic


@pytest.mark.parametrize(("language", "word"), [("en", "n.d."), ("ja", "日付なし"), ("ru", "б. д.")])
def test_a_work_without_a_date_says_so_in_the_words_of_csl(held: Library, language: str, word: str) -> None:
    codes = tuple(held.catalog.region.members)
    sources = briefs.make(held, Subject("countries", codes), "2026-11-21", Options(language=language)).sources
    undated = [source for source in sources if not source.published]
    assert undated
    assert all(f", {word}" in "".join(run.text for run in source.runs) for source in undated)
