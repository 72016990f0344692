"""What stands in a cell of the matrix or of key figures, where the rest is told by row and column."""

from __future__ import annotations

import pytest
from msgspec import structs

from models.catalog import load
from models.phrases import Phrases
from models.records import (
    Modality,
    Profile,
    Quantity,
    Resource,
)
from models.statements import group
from tests.models.making import claim

CATALOG = load()
PHRASES = Phrases(CATALOG)


def test_a_cell_and_a_chart_tell_what_is_only_planned_and_with_whom() -> None:
    content = Resource("KOR", "uranium", "imports", None, Quantity(2000, "tonne"), partner=("KAZ",))
    plan = claim(content, modality=Modality.PLANNED)
    assert PHRASES.cell(content, (plan,)) == "Plans to import 2,000 tonnes from Kazakhstan"
    assert PHRASES.measured(content, Quantity(2000, "tonne"), (plan,)) == "Imports from Kazakhstan (planned)"
    assert PHRASES.cell(content, (claim(content),)) == "Imports 2,000 tonnes from Kazakhstan"
    field = Resource("KAZ", "uranium", "reserves", None, Quantity(83_100, "tonne"), site="Inkai")
    assert PHRASES.measured(field, Quantity(83_100, "tonne"), (claim(field),)) == "Reserves at Inkai"


def test_the_cells_of_a_forecast_say_that_it_is_one() -> None:
    growth = structs.replace(claim(Profile("KAZ", "growth", 5.9, "percent", "2027")), modality=Modality.PLANNED)
    (statement,) = group([growth], CATALOG)
    (variant,) = statement.variants
    assert isinstance(variant.content, Profile)
    assert PHRASES.key_figure(variant.content, variant) == ("Economic growth", "5.9% (forecast)", "2027")


@pytest.mark.parametrize(
    ("quantity", "partner", "said"),
    [
        (Quantity(45, "percent", "world"), (), "Exports 45% of the world total in 2023"),
        (Quantity(49, "percent", "exports"), ("CHN",), "Sends 49% of its uranium exports to China in 2023"),
        (Quantity(80, "percent", "exports"), (), "Exports 80% of all its exports in 2023"),
    ],
)
def test_a_cell_tells_what_a_share_is_of(quantity: Quantity, partner: tuple[str, ...], said: str) -> None:
    content = Resource("KAZ", "uranium", "exports", None, quantity, 2023, partner)
    assert PHRASES.cell(content, (claim(content),)) == said


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_firm_keeps_its_capital_in_a_cell_of_what_is_only_possible(language: str) -> None:
    content = Resource("KAZ", "uranium", "produces", quantity=Quantity(4000.0, "tonne"), firm="Acme")
    assert "Acme" in Phrases(CATALOG, language).cell(content, [claim(content, modality=Modality.POSSIBLE)])
