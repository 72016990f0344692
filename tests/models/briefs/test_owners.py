"""Who owns how much: all owners of one thing in one row, what is disputed by itself, what is over no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.catalog import Catalog
from models.records import Quantity, Relation
from models.statements.keys import OWNS
from tests.models.briefs.making import LAND, cells, made
from tests.models.making import claim


def share(owner: str, percent: float, year: int | None = None, lands: tuple[str, ...] = (LAND,)) -> Relation:
    return Relation(owner, "Inkai", OWNS, year, quantity=Quantity(percent, "percent"), lands=lands)


@pytest.mark.parametrize(
    ("told", "rows"),
    [
        (
            [("a", share("Cameco", 40.0)), ("a", share("Kazatomprom", 60.0))],
            ["Kazatomprom (Kazakhstan) 60%; Cameco 40%"],
        ),
        (
            [("a", share("Kazatomprom", 60.0)), ("a", share("Cameco", 40.0, lands=("CAN",)))],
            ["Kazatomprom (Kazakhstan) 60%; Cameco 40%"],
        ),
        ([("a", share("Cameco", 40.0, lands=(LAND, "CAN")))], ["Cameco (Canada) 40%"]),  # by the text's own word
        ([("a", share("CHN", 40.0, lands=(LAND, "CHN")))], ["China 40%"]),
        ([("a", share("Cameco", 40.0)), ("b", share("Cameco", 45.0))], ["Cameco 40%"]),
        ([("a", share("Cameco", 60.0, 2015)), ("b", share("Cameco", 40.0, 2024))], ["Cameco 40%", "Cameco 60%"]),
    ],
)
def test_owners_of_one_thing_share_a_row(
    catalog: Catalog, tmp_path: Path, told: list[tuple[str, Relation]], rows: list[str]
) -> None:
    claims = [claim(tie, article, quote=f"Sentence {n}.") for n, (article, tie) in enumerate(told)]
    part = made(catalog, tmp_path, claims, "ownership")
    assert part.table
    assert sorted(text for _, text in cells(part)) == sorted(rows)


def test_a_disputed_share_says_so_and_one_that_is_over_too(catalog: Catalog, tmp_path: Path) -> None:
    told = [("a", share("Cameco", 40.0, 2024)), ("b", share("Cameco", 45.0, 2024)), ("a", share("Cameco", 60.0, 2015))]
    claims = [claim(tie, article, quote=f"Sentence {n}.") for n, (article, tie) in enumerate(told)]
    part = made(catalog, tmp_path, claims, "ownership")
    assert part.table
    assert {row.label for row in part.table.rows} == {"contested", "earlier"}
