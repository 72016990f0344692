"""Grids of wordings: every word of a grid in every construction, read as often as has been reached."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from models import catalog
from tests.corpus import fields
from tests.matching import Matcher
from tests.models.reading.making import article

if TYPE_CHECKING:
    from models.reading import Reader

FILE = Path(__file__).parents[2] / "data" / "grids.toml"
REAL = ("done", "ongoing")


class Grid(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words and the constructions they stand in, and the claim that each sentence must give, or must not."""

    name: str
    claim: dict[str, Any]
    words: list[str]
    constructions: list[str]
    floor: float = 1.0
    never: bool = False

    @property
    def cells(self) -> list[str]:
        """Every word in every construction."""
        return [construction.replace("{word}", word) for construction in self.constructions for word in self.words]


GRIDS = msgspec.convert(tomllib.loads(FILE.read_text("utf-8"))["grid"], list[Grid])


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(catalog.load())


def _is_read(reader: Reader, matcher: Matcher, grid: Grid, sentence: str) -> bool:
    made = [fields(claim) for claim in reader.claims(article(sentence))]
    if grid.never:
        made = [claim for claim in made if claim["affirmed"] and claim["modality"] in REAL]
    if grid.claim["kind"] == "quote":
        return any(claim["kind"] == "quote" for claim in made)
    return any(matcher.fits(grid.claim, claim) for claim in made)


@pytest.mark.parametrize("grid", [grid for grid in GRIDS if not grid.never], ids=lambda grid: grid.name)
def test_words_are_read_in_every_construction(reader: Reader, matcher: Matcher, grid: Grid) -> None:
    missed = [cell for cell in grid.cells if not _is_read(reader, matcher, grid, cell)]
    assert 1 - len(missed) / len(grid.cells) >= grid.floor, missed


@pytest.mark.parametrize("grid", [grid for grid in GRIDS if grid.never], ids=lambda grid: grid.name)
def test_what_is_not_so_is_not_read(reader: Reader, matcher: Matcher, grid: Grid) -> None:
    assert [cell for cell in grid.cells if _is_read(reader, matcher, grid, cell)] == []
