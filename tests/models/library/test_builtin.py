"""What ships of the built-in articles is just what reading them gives."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from models.catalog import RESOURCES, Catalog
from models.library import Aside, Library
from models.library.builtin import FILE, Shipped, seal, ship, shipped
from models.library.knowledge import Knowledge
from models.records import Problem

NOW = "2026-11-21T12:00:00Z"


def test_what_ships_is_what_reading_the_articles_gives() -> None:
    """Run `python -m resources.ship` after a change of articles, catalog, rules, words, the reader or the pages."""
    told = (RESOURCES / FILE).read_bytes()
    assert ship(RESOURCES, msgspec.json.decode(told, type=Shipped).day) == told


def test_a_first_start_need_not_make_its_pages(
    catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = shipped(RESOURCES, "")
    assert found is not None
    library = Library.open(tmp_path / "library", catalog, today=found.day)
    library.country(library.countries().rows[0].code)  # as an empty window does
    monkeypatch.setattr(Knowledge, "about", None)
    library.show(_filled(library))
    assert library.countries() == found.opening.countries
    assert library.country(found.opening.country.code) == found.opening.country
    assert found.opening.country.sections
    monkeypatch.undo()
    for row in found.opening.countries.rows[:2]:
        assert library.country(row.code).sections  # the others are made when they are asked for
    library.close()


def test_what_the_user_wrote_before_is_on_the_pages(catalog: Catalog, tmp_path: Path) -> None:
    found = shipped(RESOURCES, "")
    assert found is not None
    library = Library.open(tmp_path / "library", catalog, today=found.day)
    code = found.opening.country.code
    library.save_note(code, "Written first")
    library.country(code)
    library.show(_filled(library))
    assert [row.notes for row in library.countries().rows if row.code == code] == [1]
    assert [note.text for note in library.country(code).notes] == ["Written first"]
    library.close()


def test_pages_are_told_anew_once_a_time_in_them_is_over() -> None:
    found = shipped(RESOURCES, "")
    assert found is not None
    assert found.holds_on(found.day)
    assert not found.holds_on("")
    assert not found.holds_on("2000-01-01")  # the day may have been set wrongly
    first = replace(found, day="2026-02-03", ahead=("2026-09-16", "2027"))
    assert first.holds_on("2026-09-16")
    assert not first.holds_on("2026-09-17")
    assert replace(first, ahead=("2027",)).holds_on("2027-12-31")
    assert not replace(first, ahead=("2027",)).holds_on("2028-01-01")


def _filled(library: Library) -> Aside:
    """The built-in articles added as a first start adds them."""
    aside = library.add_aside(library.read_builtin(), builtin=True)
    assert not isinstance(aside, Problem)
    return aside


def test_the_first_start_reads_nothing(catalog: Catalog, tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library", catalog)
    found = shipped(RESOURCES, "")
    assert found is not None
    assert [step.subject for step in library.read_builtin()] == [step.subject for step in found.steps]
    library.close()


def test_articles_are_filed_under_the_time_they_came() -> None:
    found = shipped(RESOURCES, NOW)
    assert found
    assert {step.article.bibliography.added for step in found.steps if step.article} == {NOW}


def test_what_does_not_fit_its_resources_is_not_used(tmp_path: Path) -> None:
    for name in ("articles", "catalog", "grammar", "phrases", "rules"):
        shutil.copytree(RESOURCES / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(RESOURCES / FILE, tmp_path / FILE)
    assert seal(tmp_path) == seal(RESOURCES)
    assert shipped(tmp_path, NOW) is not None
    (tmp_path / "articles" / "more.md").write_text("Kazakhstan has gold.", "utf-8")
    assert shipped(tmp_path, NOW) is None
    (tmp_path / FILE).write_bytes(msgspec.json.encode({"steps": []}))
    assert shipped(tmp_path, NOW) is None
