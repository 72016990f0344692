"""Goods without a figure: told with the key figure that lists them, or with the sentence that knows who or where."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.catalog import Catalog
from models.records import Claim, Modality, Profile, Quantity, Resource
from tests.models.briefs.making import LAND, cells, made
from tests.models.making import claim

SENTENCE = "The main exports are copper and gold."
LIST = Profile(LAND, "main-exports", "copper+gold", as_of="2023")


def sells(goods: str, *partner: str, country: str = LAND) -> Resource:
    return Resource(country, goods, "exports", year=2023, partner=partner)


@pytest.mark.parametrize(
    ("goods", "told"),
    [
        (claim(sells("copper"), "a", quote=SENTENCE), True),
        (claim(sells("copper"), "a", quote="Copper is sold."), False),  # said elsewhere, and not of the main exports
        (claim(sells("zinc"), "a", quote=SENTENCE), False),
        (claim(sells("copper", "CHN"), "a", quote=SENTENCE), False),
        (claim(Resource(LAND, "copper", "imports", year=2023), "a", quote=SENTENCE), False),
    ],
)
def test_what_the_list_of_main_exports_tells_from_the_same_sentence_has_no_row_of_its_own(
    catalog: Catalog, tmp_path: Path, goods: Claim, *, told: bool
) -> None:
    listed, other = claim(LIST, "a", quote=SENTENCE), claim(sells("coal"), "b", quote="Coal is sold.")
    claims = [listed, goods, other]
    rows = cells(made(catalog, tmp_path, claims, "resources", parts=("profile", "resources")))
    assert any(goods.content.resource in row[0].casefold() for row in rows) is not told


def test_without_the_key_figures_every_goods_has_its_row(catalog: Catalog, tmp_path: Path) -> None:
    claims = [claim(LIST, "a", quote=SENTENCE), claim(sells("copper"), "a", quote=SENTENCE)]
    assert cells(made(catalog, tmp_path, claims, "resources", parts=("resources",)))[0][0] == "Copper"


@pytest.mark.parametrize(
    ("relation", "quote", "text"),
    [
        ("develops", "Kazatomprom builds a plant.", "Develops projects (“Kazatomprom builds a plant.”)"),
        (
            "develops",
            "A plant is built in the Ulan district.",
            "Develops projects (“A plant is built in the Ulan district.”)",
        ),
        ("develops", "Kazakhstan builds a plant with China.", "Develops projects"),
        ("develops", "Gallium will be made.", "Develops projects"),
        ("exports", "Kazatomprom sells gallium.", "Exports"),
    ],
)
def test_what_has_no_figure_is_told_with_the_sentence_that_knows_who_or_where(
    catalog: Catalog, tmp_path: Path, relation: str, quote: str, text: str
) -> None:
    claims = [claim(Resource(LAND, "gallium", relation), "a", quote=quote)]
    rows = cells(made(catalog, tmp_path, claims, "resources", parts=("resources",)))
    assert [row[1] for row in rows] == [text]


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("Kazatomprom is building a plant.", "Develops projects (“Kazatomprom is building a plant.”, under way)"),
        ("A plant is being built.", "Develops projects (under way)"),
    ],
)
def test_so_is_what_is_under_way_beside_a_figure(catalog: Catalog, tmp_path: Path, quote: str, text: str) -> None:
    under_way = claim(Resource(LAND, "gallium", "develops"), "a", quote=quote, modality=Modality.ONGOING)
    planned = Resource(LAND, "gallium", "develops", quantity=Quantity(15.0, "tonne/year"))
    claims = [under_way, claim(planned, "b", quote="It is to make 15 tonnes.", modality=Modality.PLANNED)]
    rows = cells(made(catalog, tmp_path, claims, "resources", parts=("resources",)))
    assert text in [row[1] for row in rows]
