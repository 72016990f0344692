"""Briefs: every statement of a page is there, with the numbers of the articles it stands on."""

from __future__ import annotations

from pathlib import Path

import pytest

from models import briefs
from models.briefs import Brief, Subject
from models.catalog import Catalog
from models.library import Library
from models.records import Standing

DAY = "2026-11-21"
PLANTED = """Japan names a larger sum

Japan hosted the leaders of Kazakhstan, Uzbekistan, Turkmenistan, Kyrgyzstan and Tajikistan in Tokyo.

Japan has set a five-year target of 30 trillion yen for business projects in Central Asia.

Kazakhstan is the largest producer of uranium in the world.
"""

DIGEST = """---
title: Uranium in brief
sources:
  - id: wna
    title: Reserves and output
    publisher: World Nuclear Association
    date: 2025-08
    url: https://example.org/wna
  - title: A yearbook
---
Kazakhstan has large reserves of uranium.[^wna] Kazakhstan exports uranium to China.[^2]

Kazakhstan produces 24,000 tonnes of uranium a year.
"""


@pytest.fixture
def contested_library(library: Library, tmp_path: Path) -> Library:
    """The built-in articles and one that gives another figure."""
    article = tmp_path / "planted.txt"
    article.write_text(PLANTED, encoding="utf-8")
    library.add(tuple(library.read([article])))
    return library


def entries(brief: Brief) -> list[briefs.Entry]:
    return [entry for chapter in brief.chapters for part in chapter.parts for entry in part.entries]


def test_a_country_has_the_sections_of_its_page_in_their_order(library: Library) -> None:
    code = library.catalog.region.members[0]
    page = library.country(code)
    brief = briefs.make(library, Subject("countries", (code,)), DAY)
    (chapter,) = brief.chapters
    assert (brief.title, brief.date) == (page.name, "21 November 2026")
    assert [part.title for part in chapter.parts] == [section.title for section in page.sections]
    assert [e.text for e in entries(brief)] == [line.text for section in page.sections for line in section.lines]


def test_every_entry_is_numbered_after_the_works_or_the_article_behind_it(library: Library) -> None:
    code = library.catalog.region.members[0]
    brief = briefs.make(library, Subject("countries", (code,)), DAY)
    titles = {source.number: source.title for source in brief.sources}
    lines = [line for section in library.country(code).sections for line in section.lines]
    assert sorted(titles) == list(range(1, len(titles) + 1))
    for line, entry in zip(lines, entries(brief), strict=True):
        sentences = library.evidence(line.statement).sentences
        works = {work.title for sentence in sentences if sentence.exact for work in sentence.cites}
        articles = {sentence.title for sentence in sentences if not sentence.exact}
        assert {titles[number] for number in entry.numbers} == works | articles


def test_a_sentence_with_a_mark_is_numbered_after_the_work_that_it_cites(catalog: Catalog, tmp_path: Path) -> None:
    path = tmp_path / "digest.md"
    path.write_text(DIGEST, encoding="utf-8")
    library = Library.open(tmp_path / "library", catalog)
    library.add(tuple(library.read([path])))
    brief = briefs.make(library, Subject("countries", ("KAZ",)), DAY)
    sources = {source.number: source for source in brief.sources}
    told = {tuple(sources[number].title for number in entry.numbers) for entry in entries(brief)}
    assert told == {("Reserves and output",), ("A yearbook",), ("Uranium in brief",)}
    (cited,) = (source for source in brief.sources if source.title == "Reserves and output")
    assert (cited.publisher, cited.published) == ("World Nuclear Association", "August 2025")
    assert (cited.url, cited.digest, cited.cites) == ("https://example.org/wna", "Uranium in brief", ())


def test_without_codes_the_whole_region_is_printed(library: Library) -> None:
    brief = briefs.make(library, Subject("countries"), DAY)
    region = library.catalog.region
    assert brief.title == region.name
    names = [library.catalog.name(code) for code in region.members]
    assert sorted(chapter.title for chapter in brief.chapters[1:]) == sorted(names)


@pytest.mark.parametrize("tab", ["countries", "routes"])
def test_sources_are_numbered_in_the_order_of_reading(library: Library, tab: str) -> None:
    brief = briefs.make(library, Subject(tab), DAY)
    numbers = list(dict.fromkeys(number for entry in entries(brief) for number in entry.numbers))
    assert numbers == list(range(1, len(brief.sources) + 1))


def test_what_is_said_of_the_whole_region_is_printed_once(library: Library) -> None:
    brief = briefs.make(library, Subject("countries"), DAY)
    whole = library.country(library.catalog.region.id)
    shared = {line.text for section in whole.sections for line in section.lines}
    assert shared
    assert {e.text for part in brief.chapters[0].parts for e in part.entries} == shared
    assert not shared & {e.text for chapter in brief.chapters[1:] for part in chapter.parts for e in part.entries}


def test_notes_are_printed_only_where_wished(library: Library) -> None:
    code = library.catalog.region.members[0]
    library.save_note(code, "**My** own words")
    subject = Subject("countries", (code,))
    assert [note.text for note in briefs.make(library, subject, DAY, with_notes=True).chapters[0].notes] == [
        "**My** own words"
    ]
    assert briefs.make(library, subject, DAY).chapters[0].notes == ()


@pytest.mark.parametrize("tab", ["countries", "resources", "routes", "geopolitics", "articles"])
def test_every_tab_has_a_brief_with_something_in_every_part(library: Library, tab: str) -> None:
    brief = briefs.make(library, Subject(tab), DAY)
    parts = [part for chapter in brief.chapters for part in chapter.parts]
    assert parts
    assert all(part.entries or (part.table and part.table.rows) for part in parts)
    for part in parts:
        if part.table and part.table.head:
            assert {len(row) for row in part.table.rows} == {len(part.table.head)}


def test_what_is_contested_keeps_both_sides_with_their_own_numbers(contested_library: Library) -> None:
    brief = briefs.make(contested_library, Subject("geopolitics"), DAY)
    (entry,) = [e for e in entries(brief) if e.standing is Standing.CONTESTED and e.text.startswith("Japan commits")]
    assert len(entry.values) == 2
    assert not set(entry.values[0].numbers) & set(entry.values[1].numbers)
    assert len(entry.values[0].numbers) > len(entry.values[1].numbers)
