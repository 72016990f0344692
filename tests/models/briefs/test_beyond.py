"""What a sentence tells beyond the figures that stand for it is no repeat, nor is a deed of others."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.catalog import Catalog
from models.records import Claim, Modality, Quantity, Resource, RouteFact
from tests.models.briefs.making import LAND, cells, every, made
from tests.models.making import claim

BUILDS = "Rosatom has been building a plant at Ulken since 2025."
PLANNED = Resource(LAND, "uranium", "produces", quantity=Quantity(900.0, "t"), site="Ulken")
AMOUNT = "Kazakhstan produced 900 tonnes of uranium in 2024."


def develops(quote: str, modality: Modality = Modality.DONE) -> Claim:
    return claim(Resource(LAND, "uranium", "develops"), quote=quote, modality=modality)


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        ("Kazakhstan picked the Example Corporation to build the next plants.", True),
        ("Kazakhstan plans that Rosatom shall build a plant.", False),
        ("Kazakhstan plans a plant.", False),
    ],
)
@pytest.mark.parametrize("with_figure", [False, True])
def test_a_plan_with_another_firm_is_no_part_of_what_one_does(
    catalog: Catalog, tmp_path: Path, plan: str, *, told: bool, with_figure: bool
) -> None:
    claims = [develops(BUILDS), develops(plan, Modality.PLANNED)]
    if with_figure:
        claims.append(claim(PLANNED, quote="At Ulken 900 tonnes are planned.", modality=Modality.PLANNED))
    part = made(catalog, tmp_path, claims, "resources")
    assert any("Corporation" in row[1] for row in cells(part)) is told
    assert any("Rosatom has been" in row[1] and "Corporation" not in row[1] for row in cells(part))


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ("Kazakhstan is among the largest producers of uranium, at about the fifth place.", True),
        ("It is among the largest producers of uranium, at about the fifth place.", False),  # whose, it does not say
        ("Kazakhstan produces uranium.", False),
    ],
)
def test_what_a_sentence_knows_beyond_the_figures_is_told(
    catalog: Catalog, tmp_path: Path, quote: str, *, told: bool
) -> None:
    figure = claim(Resource(LAND, "uranium", "produces", quantity=Quantity(900.0, "t"), year=2024), quote=AMOUNT)
    claims = [figure, claim(Resource(LAND, "uranium", "produces"), quote=quote)]
    rows = cells(made(catalog, tmp_path, claims, "resources"))
    assert any(quote in row[1] for row in rows) is told


def test_a_length_stands_beside_what_a_route_saves(catalog: Catalog, tmp_path: Path) -> None:
    route = "zhezkazgan-beyneu-railway"
    assert route in catalog.routes
    lengths = (-1000.0, 988.0)
    claims = [
        claim(RouteFact(route, "length", Quantity(length, "km"), year=2014), quote=f"It is {length} km.")
        for length in lengths
    ]
    claims.append(claim(RouteFact(route, "crosses", (LAND,)), quote="It crosses the country."))
    told = " ".join(row[1] for row in cells(made(catalog, tmp_path, claims, "routes")))
    assert "988 km long" in told
    assert "1,000 km" in told


def test_who_tells_of_one_state_is_not_cited_for_two(catalog: Catalog, tmp_path: Path) -> None:
    route = "middle-corridor"
    assert route in catalog.routes
    both = claim(RouteFact(route, "bypasses", ("IRN", "RUS")), "a", quote="It avoids both.")
    one = claim(RouteFact(route, "bypasses", ("RUS",)), "b", quote="It avoids Russia.")
    part = every(catalog, tmp_path, [both, one], "routes", kind="routes")[0]
    assert part.table
    (row,) = part.table.rows
    assert row.why
    assert row.why.text == "These tell it of Russia only:"
    assert len(row.numbers) == len(row.why.numbers) == 1
    assert row.numbers != row.why.numbers


def test_what_has_been_so_since_a_year_has_no_age(catalog: Catalog, tmp_path: Path) -> None:
    route = "central-asia-china-gas"
    quotes = {60.0: "Its capacity is 60.", 55.0: "Its capacity has been 55 since 2014."}
    claims = [
        claim(
            RouteFact(route, "capacity", Quantity(amount, "km"), year=2014 if "2014" in quote else None),
            f"paper {amount}",
            quote=quote,
        )
        for amount, quote in quotes.items()
    ]
    part = every(catalog, tmp_path, claims, "contested", kind="routes", parts=("routes", "contested"))[0]
    told = {value.text: value.as_of for entry in part.entries for value in entry.values}
    assert any("since 2014" in text and "ago" not in age for text, age in told.items())


def test_a_source_that_also_tells_the_whole_is_cited_once(catalog: Catalog, tmp_path: Path) -> None:
    route = "middle-corridor"
    both = claim(RouteFact(route, "bypasses", ("IRN", "RUS")), "a", quote="It avoids both.")
    one = claim(RouteFact(route, "bypasses", ("RUS",)), "a", quote="It avoids Russia.")
    part = every(catalog, tmp_path, [both, one], "routes", kind="routes")[0]
    assert part.table
    assert [(row.why, len(row.numbers)) for row in part.table.rows] == [(None, 1)]
