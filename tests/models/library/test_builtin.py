"""What ships of the built-in articles is just what reading them gives."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec

from models.catalog import RESOURCES, Catalog
from models.library import Library
from models.library.builtin import FILE, seal, ship, shipped

NOW = "2026-11-21T12:00:00Z"


def test_what_ships_is_what_reading_the_articles_gives() -> None:
    """Run `python -m resources.ship` after a change of articles, catalog, rules or the reader."""
    assert ship(RESOURCES) == (RESOURCES / FILE).read_bytes()


def test_the_first_start_reads_nothing(catalog: Catalog, tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library", catalog)
    steps = shipped(RESOURCES, "")
    assert steps is not None
    assert [step.subject for step in library.read_builtin()] == [step.subject for step in steps]
    library.close()


def test_articles_are_filed_under_the_time_they_came() -> None:
    steps = shipped(RESOURCES, NOW)
    assert steps
    assert {step.article.bibliography.added for step in steps if step.article} == {NOW}


def test_what_does_not_fit_its_resources_is_not_used(tmp_path: Path) -> None:
    for name in ("articles", "catalog", "grammar", "rules"):
        shutil.copytree(RESOURCES / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(RESOURCES / FILE, tmp_path / FILE)
    assert seal(tmp_path) == seal(RESOURCES)
    assert shipped(tmp_path, NOW) is not None
    (tmp_path / "articles" / "more.md").write_text("Kazakhstan has gold.", "utf-8")
    assert shipped(tmp_path, NOW) is None
    (tmp_path / FILE).write_bytes(msgspec.json.encode({"steps": []}))
    assert shipped(tmp_path, NOW) is None
