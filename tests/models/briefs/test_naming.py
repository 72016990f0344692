"""What is told of a commodity or route beside its own statements: what happened, was promised or said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from models import briefs
from models.briefs import Options, Part, Subject
from models.catalog import Catalog
from models.library import Library
from models.records import Commitment, Content, Event, Money, Quantity, Quote, Resource, RouteFact
from tests.models.briefs.making import DAY, cells, step
from tests.models.making import claim

PRODUCED = Resource("KAZ", "tungsten", "produces", quantity=Quantity(300.0, "tonne"), year=2025, site="North Katpar")
CARRIED = RouteFact("cpc", "carried", Quantity(300.0, "tonne"), year=2025)
OFFER = Commitment(("USA",), ("KAZ",), Money(7e8, "USD"), None, "a plant")
DEAL = Event("AGREE", ("USA", "KAZ"), date="2025-11-06", summary="agreed to work together")
SAID = Quote("A minister", "It is a start", lands=("KAZ",))


def parts(catalog: Catalog, folder: Path, told: dict[str, Content], kind: str, code: str) -> dict[str, Part]:
    """The parts of a brief on the commodity or route, of one article with these sentences."""
    library = Library.open(folder / "library", catalog)
    library.add([step("a", [claim(content, "a", quote=quote) for quote, content in told.items()])])
    brief = briefs.make(library, Subject(kind, (code,)), DAY, Options())
    return {part.id: part for part in brief.chapters[0].parts}


@pytest.mark.parametrize(
    ("kind", "code", "own", "word"),
    [
        ("commodities", "tungsten", PRODUCED, "tungsten"),
        ("commodities", "tungsten", PRODUCED, "Tungsten"),
        ("commodities", "tungsten", PRODUCED, "ore of North Katpar"),
        ("routes", "cpc", CARRIED, "the CPC"),
    ],
)
def test_what_names_a_commodity_its_sites_or_a_route_is_told_of_it(
    catalog: Catalog, tmp_path: Path, kind: str, code: str, own: Content, word: str
) -> None:
    told: dict[str, Content] = {
        "It was 300 tonnes.": own,
        f"The United States offered 700 million for {word}.": OFFER,
        f"The United States and Kazakhstan agreed on {word}.": DEAL,
        f"“It is a start”, a minister said of {word}.": SAID,
    }
    found = parts(catalog, tmp_path, told, kind, code)
    assert [row[1] for row in cells(found["commitments"])] == ["US$700 million"]
    assert ["agreed to work together" in row[1] for row in cells(found["events"])] == [True]
    assert ["It is a start" in entry.text for entry in found["quotes"].entries] == [True]


def test_figures_of_routes_that_name_a_commodity_are_told_of_it(catalog: Catalog, tmp_path: Path) -> None:
    share = RouteFact("middle-corridor", "carried", Quantity(64.0, "percent", "tungsten deliveries"), year=2023)
    told: dict[str, Content] = {
        "It was 300 tonnes.": PRODUCED,
        "In 2023 the Middle Corridor carried 64 percent of the tungsten deliveries.": share,
        "The CPC carried 300 tonnes.": CARRIED,
        "The Middle Corridor crosses Kazakhstan with its tungsten.": RouteFact("middle-corridor", "crosses", ("KAZ",)),
    }
    found = parts(catalog, tmp_path, told, "commodities", "tungsten")
    assert [row[1] for row in cells(found["routes"])] == ["Carried 64% of tungsten deliveries"]
    assert "routes" not in parts(catalog, tmp_path / "other", told, "resources", "tungsten")


@pytest.mark.parametrize("word", ["gold", "tungstens", "a fair price"])
def test_what_names_another_thing_is_not_told_of_it(catalog: Catalog, tmp_path: Path, word: str) -> None:
    told: dict[str, Content] = {
        "It was 300 tonnes.": PRODUCED,
        f"The United States offered 700 million for {word}.": OFFER,
        f"The United States and Kazakhstan agreed on {word}.": DEAL,
    }
    found = parts(catalog, tmp_path, told, "commodities", "tungsten")
    assert "resources" in found
    assert not {"commitments", "events"} & set(found)


def test_a_disputed_sum_for_a_commodity_stands_among_what_is_contested(catalog: Catalog, tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library", catalog)
    for name, millions in (("a", 1600), ("b", 2600)):
        promise = Commitment(("USA",), ("KAZ",), Money(millions * 1e6, "USD"), 3, "tungsten projects")
        library.add([step(name, [claim(promise, name, quote=f"{name}: {millions} million for tungsten.")])])
    brief = briefs.make(library, Subject("commodities", ("tungsten",)), DAY, Options())
    (contested,) = (part for part in brief.chapters[0].parts if part.id == "contested")
    assert [len(entry.values) for entry in contested.entries] == [2]


def test_in_a_brief_on_all_goods_it_does_not_stand_again_and_again(catalog: Catalog, tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library", catalog)
    claims = [claim(PRODUCED, "a", quote="300 tonnes."), claim(DEAL, "a", quote="They agreed on tungsten.")]
    library.add([step("a", claims)])
    for kind, there in (("commodities", True), ("resources", False)):
        brief = briefs.make(library, Subject(kind), DAY, Options())
        assert any(part.id == "events" for chapter in brief.chapters for part in chapter.parts) is there
