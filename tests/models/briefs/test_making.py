"""Briefs: every statement of a page is there, with the numbers of the articles it stands on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from msgspec import structs

from models import briefs
from models.briefs import PARTS, SUBJECTS, Brief, Entry, Options, Row, Subject
from models.catalog import Catalog
from models.library import Library
from models.pages.countries import MORE
from models.pages.lines import Line
from models.records import Content, Quantity, Resource
from tests.models.briefs.making import LAND, step
from tests.models.making import claim

DAY = "2026-11-21"
EACH = Options(tuple(part for part in PARTS if part not in ("notes", "resources")))
"""Every part in which each statement stands by itself."""
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


@pytest.fixture(scope="module")
def digested(catalog: Catalog, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A library with one digest. To be looked at, not changed."""
    folder = tmp_path_factory.mktemp("digested")
    (folder / "digest.md").write_text(DIGEST, encoding="utf-8")
    library = Library.open(folder / "library", catalog)
    library.add(tuple(library.read([folder / "digest.md"])))
    yield library
    library.close()


@pytest.fixture(scope="module")
def whole(held: Library) -> Callable[[str], Brief]:
    """The brief of a whole tab, made once."""
    return cache(lambda tab: briefs.make(held, Subject(tab), DAY))


def entries(brief: Brief) -> list[Entry]:
    return [entry for chapter in brief.chapters for part in chapter.parts for entry in part.entries]


def told(brief: Brief) -> list[Entry | Row]:
    """Entries and rows of statements, outside of the part that tells sides again, but for what only that tells."""
    parts = [part for chapter in brief.chapters for part in chapter.parts if part.id != "contested"]
    parts = [part for part in parts if not (part.id == "relations" and part.table)]  # it names statements again
    rows = [row for part in parts for row in (part.table.rows if part.table and part.table.cited else ())]
    spoken = (entry for chapter in brief.chapters for part in chapter.parts for entry in part.entries if entry.spoken)
    return [*(entry for part in parts for entry in part.entries), *spoken, *rows]


def test_a_country_is_told_in_one_order_and_every_statement_of_its_page_is_counted(held: Library) -> None:
    code = held.catalog.region.members[0]
    page = held.country(code)
    brief = briefs.make(held, Subject("countries", (code,)), DAY, EACH)
    (chapter,) = brief.chapters
    assert (brief.title, brief.date) == (page.name, "21 November 2026")
    order = list(dict.fromkeys(part.id for part in chapter.parts))
    assert order == [name for name in PARTS if name in order]
    assert {section.id for section in page.sections} - {"resources", MORE} <= set(order)
    shown, _, every, *_ = brief.facts[
        0
    ].split()  # "233 of 277 statements (left out as repeats or as figures of others: 44)"
    assert int(every) == len(statements(held, code))  # as many as the window tells
    assert int(shown) < int(every)


def test_goods_without_a_figure_are_told_together_where_no_figure_tells_more(held: Library) -> None:
    code = held.catalog.region.members[0]
    lines = [line for section in held.country(code).sections if section.id == "resources" for line in section.lines]
    brief = briefs.make(held, Subject("countries", (code,)), DAY, Options(("resources",)))
    (part,) = brief.chapters[0].parts
    assert part.table
    assert len(part.table.rows) < len(lines)
    contents = [held.statement(line.statement).shown.content for line in lines]
    measured = [line for line, content in zip(lines, contents, strict=True) if has_figure(content)]
    shown, _, every, *_ = brief.facts[0].split()
    assert len(measured) <= int(shown) < int(every) == len(lines)
    titles = {source.title for source in brief.sources}
    assert frozenset[str]().union(*(cited(held, line) for line in measured)) <= titles
    assert titles <= frozenset[str]().union(*(cited(held, line) for line in lines))


def has_figure(content: Content) -> bool:
    return isinstance(content, Resource) and (content.quantity is not None or content.rank is not None)


def cited(library: Library, line: Line) -> frozenset[str]:
    """The titles of the works, or else the articles, behind a statement."""
    sentences = library.evidence(line.statement).sentences
    works = {work.title for sentence in sentences if sentence.exact for work in sentence.cites}
    return frozenset(works | {sentence.title for sentence in sentences if not sentence.exact})


def test_every_statement_is_numbered_after_the_works_or_the_article_behind_it(held: Library) -> None:
    code = held.catalog.region.members[0]
    brief = briefs.make(held, Subject("countries", (code,)), DAY, EACH)
    titles = {source.number: source.title for source in brief.sources}
    sections = [section for section in held.country(code).sections if section.id not in ("resources", MORE)]
    expected = [cited(held, line) for section in sections for line in section.lines]
    found = [frozenset(titles[number] for number in one.numbers) for one in told(brief)]
    assert sorted(titles) == list(range(1, len(titles) + 1))
    assert set(titles.values()) >= frozenset[str]().union(*expected)
    assert all(any(works <= one for one in found) for works in expected)


def test_a_sentence_with_a_mark_is_numbered_after_the_work_that_it_cites(digested: Library) -> None:
    brief = briefs.make(digested, Subject("countries", ("KAZ",)), DAY)
    sources = {source.number: source for source in brief.sources}
    behind = {tuple(sources[number].title for number in one.numbers) for one in told(brief)}
    assert behind == {("Reserves and output", "A yearbook"), ("Uranium in brief",)}
    (work,) = (source for source in brief.sources if source.title == "Reserves and output")
    assert (work.publisher, work.published) == ("World Nuclear Association", "August 2025")
    assert (work.url, work.digest, work.cites) == ("https://example.org/wna", "Uranium in brief", ())


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", ()), ("ja", ("内蔵の記事（英語）はOxusによる訳、その他の引用と出典の題名は原文のまま",))],
    ids=["own", "another"],
)
def test_what_stays_in_the_language_of_the_articles_is_told(
    digested: Library, language: str, said: tuple[str, ...]
) -> None:
    brief = briefs.make(digested, Subject("countries", ("KAZ",)), DAY, Options(language=language))
    assert brief.facts[2:] == said


def test_without_codes_the_whole_region_is_printed(held: Library, whole: Callable[[str], Brief]) -> None:
    brief = whole("countries")
    region = held.catalog.region
    assert brief.title == region.name
    names = [held.catalog.name(code) for code in region.members]
    assert sorted(chapter.title for chapter in brief.chapters[1:]) == sorted(names)


@pytest.mark.parametrize("tab", ["countries", "routes"])
def test_sources_are_numbered_in_the_order_of_reading(whole: Callable[[str], Brief], tab: str) -> None:
    brief = whole(tab)
    firsts: list[int] = []
    for part in (part for chapter in brief.chapters for part in chapter.parts):
        for one in (*part.entries, *(part.table.rows if part.table else ())):
            each = [aside.numbers for aside in one.asides] if isinstance(one, Row) else []
            each += [one.why.numbers] if isinstance(one, Row) and one.why else []
            for numbers in (*each, one.numbers):
                firsts += [number for number in numbers if number not in firsts]
    assert firsts == list(range(1, len(brief.sources) + 1))


def test_what_is_said_of_the_whole_region_is_printed_once(held: Library) -> None:
    brief = briefs.make(held, Subject("countries"), DAY, EACH)
    whole, *members = (
        {texts(one) for one in told(structs.replace(brief, chapters=(each,)))} for each in brief.chapters
    )
    assert whole
    assert all(member and not member & whole for member in members)


def texts(one: Entry | Row) -> tuple[str, ...]:
    return one.cells if isinstance(one, Row) else (one.text,)


def statements(library: Library, code: str) -> set[str]:
    """Those on a country's page that each stand by themselves."""
    sections = [section for section in library.country(code).sections if section.id != "resources"]
    return {line.statement for section in sections for line in section.lines}


def test_geopolitics_begins_with_a_summary_and_a_map_of_the_region(whole: Callable[[str], Brief]) -> None:
    summary, first, *_ = whole("geopolitics").chapters[0].parts
    assert (summary.id, first.id, len(first.pictures)) == ("summary", "map", 1)


def test_names_of_pictures_can_be_addresses(held: Library) -> None:
    for code in ("natural gas", "uranium"):
        brief = briefs.make(held, Subject("commodities", (code,)), DAY, Options(("map", "charts", "resources")))
        ids = [picture.id for part in brief.chapters[0].parts for picture in part.pictures]
        assert ids
        assert not any(" " in name for name in ids)


def test_notes_are_printed_only_where_wished(library: Library) -> None:
    code = library.catalog.region.members[0]
    library.save_note(code, "**My** own words")
    subject = Subject("countries", (code,))
    with_notes = briefs.make(library, subject, DAY, Options(PARTS))
    assert [note.text for note in with_notes.chapters[0].parts[-1].notes] == ["**My** own words"]
    assert not any(part.notes for part in briefs.make(library, subject, DAY).chapters[0].parts)


@pytest.mark.parametrize("tab", SUBJECTS)
def test_every_subject_has_a_brief_with_something_in_every_part(whole: Callable[[str], Brief], tab: str) -> None:
    parts = [part for chapter in whole(tab).chapters for part in chapter.parts]
    assert parts
    assert all(part.tells and part.id in PARTS for part in parts)
    for part in parts:
        if part.table and part.table.head:
            assert {len(row.cells) for row in part.table.rows} == {len(part.table.head)}


def test_what_is_contested_keeps_both_sides_with_their_own_numbers(contested_library: Library) -> None:
    brief = briefs.make(contested_library, Subject("geopolitics"), DAY)
    found = [entry for entry in entries(brief) if entry.values and entry.text.startswith("Japan aims at")]
    entry = found[-1]  # that of the part on disputes; the summary may have it, too
    assert len(entry.values) == 2
    assert not set(entry.values[0].numbers) & set(entry.values[1].numbers)
    assert len(entry.values[0].numbers) > len(entry.values[1].numbers)


def test_a_filter_leaves_the_dealings_that_pass(held: Library) -> None:
    def dealings(words: str) -> dict[str, int]:
        subject = Subject("countries", (held.catalog.region.members[0],), words=words)
        parts = briefs.make(held, subject, DAY, Options(("relations", "events", "commitments"))).chapters[0].parts
        tables = [part.table for part in parts if part.id == "relations" and part.table]
        return {row.cells[0]: int(row.cells[1]) for table in tables for row in table.rows}

    whole, some = dealings(""), dealings("agreed")
    assert some
    assert sum(some.values()) < sum(whole.values())
    assert all(count <= whole[partner] for partner, count in some.items() if partner in whole)


def test_words_of_one_language_are_found_in_the_brief_of_another(held: Library) -> None:
    """A saved view keeps the words that it was made with."""
    code = held.catalog.region.members[0]
    commodity = held.catalog.commodities["uranium"]

    def told(language: str, words: str) -> list[str]:
        subject = Subject("countries", (code,), words=words)
        brief = briefs.make(held, subject, DAY, Options(language=language))
        parts = [part for chapter in brief.chapters for part in chapter.parts]
        return [row.cells[-1] for part in parts if part.table for row in part.table.rows]

    for language in ("en", "ja", "ru"):
        wanted = told(language, commodity.called(language).casefold())
        assert wanted
        assert all(told(language, commodity.called(other)) == wanted for other in ("en", "ja", "ru"))
    assert told("ja", "no such words") == []


def test_the_latest_dealing_is_one_with_a_date_of_its_own(held: Library) -> None:
    """A border or a promise without a date is not later than a meeting because its source is."""
    code = held.catalog.region.members[0]
    brief = briefs.make(held, Subject("countries", (code,)), DAY, Options(("relations", "events", "commitments")))
    table = next(part.table for part in brief.chapters[0].parts if part.id == "relations" and part.table)
    busiest = [row.as_of for row in table.rows[:4]]
    assert [told for told in busiest if not re.match(r"(\d+ )?(\w+ )?20\d\d · ", told)] == []
    assert not any(told.startswith("reported") for told in busiest)


@pytest.mark.parametrize(("language", "word"), [("en", "articles"), ("ja", "記事"), ("ru", "статей")])
def test_a_list_of_articles_counts_these_and_no_statements(held: Library, language: str, word: str) -> None:
    brief = briefs.make(held, Subject("articles"), DAY, Options(language=language))
    count = len(held.articles().rows)
    (told,) = [fact for fact in brief.facts if str(count) in fact]
    assert word in told
    assert not any(fact.startswith("0 ") for fact in brief.facts)


@pytest.mark.parametrize(
    ("language", "one", "both"),
    [
        ("en", "1 statement", "1 of 2 statements (left out as repeats or as figures of others: 1)"),
        ("ja", "記述1件", "記述2件のうち1件（重複または他国の数値のため省略：1件）"),
        ("ru", "утверждений: 1", "утверждений: 1 из 2 (опущено как повторы или данные о других: 1)"),
    ],
)
def test_a_statement_that_a_fuller_one_stands_for_is_not_counted_as_shown(
    catalog: Catalog, tmp_path: Path, language: str, one: str, both: str
) -> None:
    fuller = claim(Resource(LAND, "copper", "produces", None, Quantity(300.0, "tonne"), 2024), "a", quote="One.")
    inner = claim(Resource(LAND, "copper", "develops"), "a", quote="Two.")
    library = Library.open(tmp_path / "library", catalog)
    for number, (added, said) in enumerate(((fuller, one), (inner, both))):
        library.add([step(f"article {number}", [added])])
        brief = briefs.make(library, Subject("countries", (LAND,)), DAY, Options(language=language))
        assert brief.facts[0] == said
    library.close()
