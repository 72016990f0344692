"""As of when a brief tells something, and how old that is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec import structs

from models import briefs
from models.briefs import Options, Part, Subject
from models.catalog import Catalog
from models.library import Library
from models.records import Content, Modality, Profile, Quantity, Quote, Relation, Resource
from tests.models.briefs.making import DAY, LAND, cells, step, timed
from tests.models.making import claim


@pytest.mark.parametrize(
    ("stated", "published", "language", "told"),
    [
        ("2026-01", "2026-02", "en", ("January 2026", "10 months")),
        (None, "2026-02", "en", ("reported February 2026", "9 months")),
        (None, "2026-02", "ja", ("2026年2月の出典", "9か月")),
        (None, "2026-02", "ru", ("ист.: февраль 2026 г.", "9 мес.")),
        (None, None, "en", ("undated", "")),
        ("2025", "2026-02", "en", ("2025", "1 year")),
        ("2026", None, "en", ("2026", "this year")),
        ("2026-11-20", None, "ja", ("2026年11月20日", "1日")),
        ("2028", "2026-02", "en", ("2028", "2 years ahead")),
    ],
)
def test_a_key_figure_has_its_time_or_that_of_its_source_and_its_age(
    catalog: Catalog, tmp_path: Path, stated: str | None, published: str | None, language: str, told: tuple[str, str]
) -> None:
    people = Profile(LAND, "population", 20_500_000, "people", stated)
    (part,) = parts_of(catalog, tmp_path, people, "profile", published, language=language)
    ((*_, when, age),) = cells(part)
    assert (when, age) == told


def parts_of(
    catalog: Catalog,
    folder: Path,
    content: Content,
    part: str,
    published: str | None = "2025-03-04",
    *,
    modality: Modality = Modality.DONE,
    language: str = "en",
) -> list[Part]:
    """The parts of a brief on what one article of that day says."""
    made = step("a", [claim(content, "a", quote="One.", modality=modality)])
    assert made.article is not None
    known = structs.replace(made.article.bibliography, published=published)
    library = Library.open(folder / "library", catalog)
    library.add([structs.replace(made, article=structs.replace(made.article, bibliography=known))])
    brief = briefs.make(library, Subject("countries", (LAND,)), DAY, Options((part,), language=language))
    library.close()
    return [found for found in brief.chapters[0].parts if found.id == part]


GOLD = Resource(LAND, "gold", "produces", None, Quantity(5.0, "tonne"), 2024)


@pytest.mark.parametrize(
    ("content", "modality", "language", "row"),
    [
        (GOLD, Modality.DONE, "en", ("Produced 5 tonnes", "2024 · 2 years")),
        (GOLD, Modality.DONE, "ru", ("Производство: 5 т", "2024 г. · 2 года")),
        (GOLD, Modality.DONE, "ja", ("生産 5トン", "2024年 · 2年")),
        # the year of a plan is a part of it, and the plan as old as its source
        (
            structs.replace(GOLD, year=2030),
            Modality.PLANNED,
            "en",
            ("Plans to produce 5 tonnes in 2030", "reported March 2025 · 20 months"),
        ),
        (
            structs.replace(GOLD, year=None),
            Modality.DONE,
            "en",
            ("Produces 5 tonnes", "reported March 2025 · 20 months"),
        ),
        (
            structs.replace(GOLD, year_inferred=True),
            Modality.DONE,
            "en",
            ("Produced 5 tonnes", "2024 · 2 years"),
        ),
    ],
)
def test_a_row_tells_its_time_and_age_in_a_column_and_only_there(
    catalog: Catalog, tmp_path: Path, content: Content, modality: Modality, language: str, row: tuple[str, str]
) -> None:
    (found,) = parts_of(catalog, tmp_path, content, "resources", modality=modality, language=language)
    assert [told[1:] for told in timed(found)] == [row]


@pytest.mark.parametrize(
    ("content", "part", "aside"),
    [
        (Relation(LAND, "CHN", "partner"), "relations", "reported 4 March 2025, 20 months ago"),
        (Relation(LAND, "CHN", "trade of US$5 billion", 2024), "relations", "2 years ago"),
        (Quote("A minister", lands=(LAND,)), "quotes", "reported 4 March 2025, 20 months ago"),
    ],
)
def test_a_sentence_tells_behind_it_how_long_ago_that_was(
    catalog: Catalog, tmp_path: Path, content: Content, part: str, aside: str
) -> None:
    (found,) = parts_of(catalog, tmp_path, content, part)
    assert [entry.as_of for entry in found.entries] == [aside]


@pytest.mark.parametrize("language", ["en", "ja", "ru"])
def test_nothing_that_is_told_stays_without_a_time(held: Library, language: str) -> None:
    """But for the timeline and key figures, whose cells tell it, and what a map's course or lists are made of."""
    wished = tuple(part for part in Options().parts if part not in ("map", "lists", "articles", "notes"))
    brief = briefs.make(held, Subject("countries"), DAY, Options(wished, language=language))
    parts = [part for chapter in brief.chapters for part in chapter.parts]
    rows = [row for part in parts if part.table and part.id in TIMED for row in part.table.rows]
    assert len(rows) > 100
    assert [row.cells for row in rows if not row.as_of] == []
    entries = [entry for part in parts for entry in part.entries]
    bare = [entry.text for entry in entries if not entry.values and not entry.as_of]
    assert [text for text in bare if not re.search(r"\b(19|20)\d\d", text)] == []
    values = [value for entry in entries for value in entry.values]  # what has been so since a year tells that
    assert all(value.as_of or re.search(r"\b(19|20)\d\d", value.text) for value in values)


TIMED = ("resources", "routes", "relations", "commitments")


def test_how_a_route_stands_is_told_with_its_time(held: Library) -> None:
    route = next(route for route in held.catalog.routes.values() if route.as_of)
    page = held.route(route.id)
    assert page.as_of is not None
    (chapter,) = briefs.make(held, Subject("routes", (route.id,)), DAY).chapters
    assert chapter.subtitle == f"{route.kind} · {route.status} (as of {page.as_of.words})"
