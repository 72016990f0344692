"""Up to when the sources of a brief reach, and what is said where none came out since a day."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import structs

from models import briefs
from models.briefs import Brief, Options, Subject
from models.catalog import Catalog
from models.library import Library
from models.records import Profile
from tests.models.briefs import making
from tests.models.making import claim

CODE = "KAZ"


def brief(catalog: Catalog, folder: Path, *published: str, since: str = "", language: str = "en") -> Brief:
    """One on a country of which articles with these days tell how many people it has."""
    library = Library.open(folder / "library", catalog)
    for number, day in enumerate(published):
        told = claim(Profile(CODE, "population", 20e6 + number * 1e6, "people", str(2020 + number)), f"news {number}")
        step = making.step(f"news {number}", [told])
        assert step.article
        dated = structs.replace(step.article.bibliography, published=day or None, added="2026-05-02T10:00:00+00:00")
        library.add([structs.replace(step, article=structs.replace(step.article, bibliography=dated))])
    return briefs.make(library, Subject("countries", (CODE,)), making.DAY, Options(since=since, language=language))


def lead(of: Brief) -> str:
    (part,) = (part for part in of.chapters[0].parts if part.id == "changes")
    return part.lead


@pytest.mark.parametrize(
    ("language", "reach"),
    [
        ("en", "sources up to 10 June 2026"),
        ("ja", "出典は2026年6月10日まで"),
        ("ru", "самый новый источник: 10 июня 2026 г."),
    ],
)
def test_the_head_tells_of_when_the_newest_source_is(
    catalog: Catalog, tmp_path: Path, language: str, reach: str
) -> None:
    made = brief(catalog, tmp_path, "2025-11", "2026-06-10", "2026", language=language)
    assert reach in made.facts
    assert made.caution == ""


@pytest.mark.parametrize(
    ("language", "caution"),
    [
        ("en", "Reports reach up to 10 March 2026: what came later is not in it."),
        ("ja", "報告は2026年3月10日までのものです。それより後のことは含まれていません。"),
        ("ru", "Самое новое сообщение: 10 марта 2026 г.; более поздних событий здесь нет."),
    ],
)
def test_a_newest_source_of_long_ago_is_said_below_the_head(
    catalog: Catalog, tmp_path: Path, language: str, caution: str
) -> None:
    made = brief(catalog, tmp_path, "2025-11", "2026-03-10", language=language)
    assert made.caution == caution
    assert not any("2026" in fact for fact in made.facts)


@pytest.mark.parametrize(
    ("newest", "late"),
    [("2026-05-20", True), ("2026-05-21", False), ("2026-04", True), ("2026-05", False), ("2025", True)],
)
def test_long_ago_is_more_than_half_a_year(catalog: Catalog, tmp_path: Path, newest: str, late: bool) -> None:
    assert bool(brief(catalog, tmp_path, newest).caution) == late


def test_sources_without_a_date_reach_up_to_no_day(catalog: Catalog, tmp_path: Path) -> None:
    assert not any("up to" in fact for fact in brief(catalog, tmp_path, "").facts)


def test_that_no_source_came_out_since_a_day_is_said_in_place_of_counts(catalog: Catalog, tmp_path: Path) -> None:
    told = lead(brief(catalog, tmp_path, "2025-11", "2026-03-10", since="2026-03-11"))
    assert told == (
        "Nothing that came out since 11 March 2026 has been read: the newest source on this is of 10 March 2026."
        " Not listed: 2 statements that came into the library since then on earlier or no stated times."
    )


def test_where_a_source_may_have_come_out_since_then_counts_are_told(catalog: Catalog, tmp_path: Path) -> None:
    assert lead(brief(catalog, tmp_path, "2026-03", since="2026-03-05")).startswith("Since 5 March 2026: 0 new,")


def test_a_brief_on_one_thing_names_one_newest_source(held: Library) -> None:
    """Its part on lists cites works that no statement does."""
    made = briefs.make(held, Subject("commodities", ("uranium",)), making.DAY, Options(since="2026-11-01"))
    newest = made.caution.removeprefix("Reports reach up to ").partition(":")[0]
    assert f"is of {newest}." in lead(made)


def test_a_standing_list_is_no_news(held: Library) -> None:
    subject = Subject("commodities", ("uranium",))
    whole = briefs.make(held, subject, making.DAY)
    lists = briefs.make(held, subject, making.DAY, Options(("lists",)))
    standing = {source.url for source in lists.sources}
    last = max(source.day for source in whole.sources if source.url not in standing)
    assert last < max(source.day for source in lists.sources)
    assert str(int(last[8:])) + " " in whole.caution
    reach = whole.caution.split(":")[0]
    assert reach.endswith(next(source.published for source in whole.sources if source.day == last))
