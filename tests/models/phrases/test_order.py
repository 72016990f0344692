"""Names of several things stand as their sentence has them, by whatever name it calls them."""

from __future__ import annotations

import pytest

from models.catalog import Catalog
from models.phrases.trimming import in_order


@pytest.mark.parametrize(
    ("codes", "quote", "order"),
    [
        (
            ["clothing", "cotton yarn", "fertilizer", "gold"],
            "Its main exports were gold, cotton yarn, clothing and fertilizer.",
            ["gold", "cotton yarn", "clothing", "fertilizer"],
        ),
        (["crude oil", "oil products"], "It sells oil products and crude oil.", ["oil products", "crude oil"]),
        (["gold", "copper"], "It sells much.", ["copper", "gold"]),
    ],
)
def test_names_stand_in_the_order_of_the_sentence(
    catalog: Catalog, codes: list[str], quote: str, order: list[str]
) -> None:
    assert in_order(codes, quote, catalog) == order
