"""What a figure is of is never lost: without it, it would pass for the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec import structs

from models.phrases import Phrases
from models.records import Quantity, Resource, RouteFact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.library import Library
    from models.records import Variant


def _figures(library: Library) -> Iterator[tuple[Variant, Variant]]:
    """Each value with a figure that is of something, and the same value as if it were of all."""
    bare: Resource | RouteFact
    for statement in library.statements():
        for variant in statement.variants:
            match variant.content:
                case Resource(quantity=Quantity() as quantity) as content if quantity.of:
                    bare = structs.replace(content, quantity=structs.replace(quantity, of=None))
                case RouteFact(object=Quantity() as quantity) as fact if quantity.of:
                    bare = structs.replace(fact, object=structs.replace(quantity, of=None))
                case _:
                    continue
            yield variant, structs.replace(variant, content=bare)


@pytest.mark.parametrize("language", ["en", "ja", "ru"])
def test_sentences_and_cells_tell_what_a_figure_is_of(held: Library, language: str) -> None:
    phrases = Phrases(held.catalog, language)
    found = list(_figures(held))
    assert len(found) > 30
    for variant, bare in found:
        assert phrases.variant(variant) != phrases.variant(bare)
        assert phrases.variant(variant, timed=True) != phrases.variant(bare, timed=True)
        if isinstance(variant.content, Resource) and isinstance(bare.content, Resource):
            told = phrases.cell(variant.content, variant.claims, timed=True)
            assert told != phrases.cell(bare.content, bare.claims, timed=True)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Carried 1.2 million tonnes a year (from Kazakhstan)"),
        ("ja", "カザフスタン"),
        ("ru", "Казахстан"),
    ],
)
def test_what_a_route_takes_from_a_land_is_told_in_each_language(held: Library, language: str, told: str) -> None:
    fact = RouteFact("btc", "carried", Quantity(1.2e6, "tonne/year", "from Kazakhstan"))
    assert told in Phrases(held.catalog, language).content(fact).replace("BTC pipeline: c", "C")
