"""Adding aside: another thread stores articles and makes pages, and what is shown changes at once and late."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.catalog import Catalog
from models.library import Aside, Library
from models.records import Change, Problem, Rank, Standing, Step
from tests.models.library.test_library import SLIP, TARGET, URANIUM, step

ONE = step("Japan aims at three trillion yen.", TARGET)
TWO = step("Japan aims at thirty trillion yen.", SLIP, URANIUM)


@pytest.fixture
def library(catalog: Catalog, tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path / "library", catalog)
    opened.add([ONE])
    yield opened
    opened.close()


def added(library: Library, *steps: Step) -> Aside:
    """What adding in another thread gives."""
    found: list[Aside | Problem] = []
    thread = threading.Thread(target=lambda: found.append(library.add_aside(steps)))
    thread.start()
    thread.join()
    assert isinstance(found[0], Aside)
    return found[0]


def test_nothing_is_shown_before_it_is_asked_for(library: Library) -> None:
    page = library.country("JPN")
    aside = added(library, TWO)
    assert library.country("JPN") is page
    change = library.show(aside)
    assert (change.articles, change.statements) == (frozenset({TWO.article.id if TWO.article else ""}), True)
    assert library.country("JPN") is not page
    assert len(library.articles().rows) == 2
    assert [found.standing for found in library.statements() if found.kind == "commitment"] == [Standing.CONTESTED]


def test_the_pages_last_asked_for_are_ready(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    library.country("KAZ")
    library.country("JPN")
    aside = added(library, TWO)
    made: list[str] = []
    monkeypatch.setattr("models.library.paging.country_page", lambda code, *_: made.append(code))
    library.show(aside)
    library.country("JPN")
    assert made == []
    library.country("KAZ")
    assert made == ["KAZ"]


def test_what_the_user_did_meanwhile_is_not_lost(library: Library) -> None:
    (statement,) = library.statements()
    aside = added(library, TWO)
    library.rank(statement.id, 0, Rank.PREFERRED)
    note = library.save_note("JPN", "Written meanwhile")
    assert not isinstance(note, Problem)
    library.show(aside)
    (target,) = (found for found in library.statements() if found.kind == "commitment")
    assert (len(target.variants), target.rank, target.standing) == (2, Rank.PREFERRED, Standing.SINGLE)
    assert [found.text for found in library.country("JPN").notes] == ["Written meanwhile"]


def test_new_articles_are_found_although_someone_searched_meanwhile(library: Library) -> None:
    assert not library.search("thirty")
    aside = added(library, TWO)
    library.search("yen")
    library.show(aside)
    found = [hit.id for hit in library.search("thirty") if hit.kind == "article"]
    assert found == [TWO.article.id if TWO.article else ""]


def test_nothing_new_or_a_library_that_is_read_only(library: Library, catalog: Catalog) -> None:
    assert library.show(added(library)) == Change()
    second = Library.open(library.folder, catalog)
    assert isinstance(second.add_aside([TWO]), Problem)
    second.close()
