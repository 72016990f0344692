"""As of when a brief tells something, and how old that is."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import structs

from models import briefs
from models.briefs import Options, Subject
from models.catalog import Catalog
from models.library import Library
from models.records import Profile
from tests.models.briefs.making import DAY, LAND, cells, step
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
    made = step("a", [claim(Profile(LAND, "population", 20_500_000, "people", stated), "a", quote="One.")])
    assert made.article is not None
    known = structs.replace(made.article.bibliography, published=published)
    library = Library.open(tmp_path / "library", catalog)
    library.add([structs.replace(made, article=structs.replace(made.article, bibliography=known))])
    brief = briefs.make(library, Subject("countries", (LAND,)), DAY, Options(("profile",), language=language))
    ((*_, when, age),) = cells(brief.chapters[0].parts[0])
    assert (when, age) == told
    library.close()


def test_how_a_route_stands_is_told_with_its_time(held: Library) -> None:
    route = next(route for route in held.catalog.routes.values() if route.as_of)
    page = held.route(route.id)
    assert page.as_of is not None
    (chapter,) = briefs.make(held, Subject("routes", (route.id,)), DAY).chapters
    assert chapter.subtitle == f"{route.kind} · {route.status} (as of {page.as_of.words})"
