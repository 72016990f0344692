"""Tables of a brief: what is told in one row, and what is not told again."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import structs

from models import briefs
from models.briefs import Part, Subject
from models.catalog import RESOURCES, Catalog
from models.library import Library
from models.phrases import load
from models.publishing.flow import _cells
from models.records import (
    Claim,
    Commitment,
    Content,
    Event,
    Modality,
    Money,
    Profile,
    Quantity,
    Relation,
    Resource,
    RouteFact,
)
from tests.models.briefs.making import DAY, LAND, cells, every, made, step, timed
from tests.models.making import RAILWAY, claim

WORDS: dict[str, str] = load(RESOURCES / "phrases", "en")["brief"]


def share(partner: str, percent: float, name: str = "export-share", country: str = LAND) -> Profile:
    return Profile(country, name, percent, "percent", "2023", partner)


BUYERS = Profile(LAND, "export-markets", "CHN+RUS", as_of="2023")
LISTED = ("Main buyers of exports", "China and Russia", "2023", "3 years")
SOLD = ("Share of exports", "China 16%; Russia 10%", "2023", "3 years")


@pytest.mark.parametrize(
    ("figures", "rows"),
    [
        ([BUYERS, share("CHN", 16.0), share("RUS", 10.0)], [SOLD]),
        (
            [BUYERS, share("CHN", 16.0)],
            [
                ("Main buyers of exports", "China and Russia", "2023", "3 years"),
                (SOLD[0], "China 16%", "2023", "3 years"),
            ],
        ),
        (
            [BUYERS, share("CHN", 16.0, "import-share"), share("RUS", 10.0, "import-share")],
            [LISTED, ("Share of imports", *SOLD[1:])],
        ),
        (  # another country's are told with that country
            [share("CHN", 16.0), share(LAND, 18.0, country="TJK")],
            [(SOLD[0], "China 16%", "2023", "3 years")],
        ),
    ],
)
def test_shares_of_one_whole_are_one_row_and_tell_what_a_list_of_them_does(
    catalog: Catalog, tmp_path: Path, figures: list[Content], rows: list[tuple[str, ...]]
) -> None:
    told = [claim(figure, "a", quote=f"Sentence {n} on {LAND}.") for n, figure in enumerate(figures)]
    assert sorted(cells(made(catalog, tmp_path, told, "profile"))) == sorted(rows)


def test_what_is_measured_stands_before_what_is_forecast(catalog: Catalog, tmp_path: Path) -> None:
    measured = Profile(LAND, "electricity-output", 118e9, "kWh", "2024")
    forecast = Profile(LAND, "electricity-output", 122e9, "kWh", "2025")
    claims = [claim(measured, "a", quote="One."), claim(forecast, "a", quote="Two.", modality=Modality.PLANNED)]
    values = [value for _, value, *_ in cells(made(catalog, tmp_path, claims, "profile"))]
    assert values == ["118 billion kWh", "122 billion kWh (forecast)"]


@pytest.mark.parametrize(
    ("attribution", "value"),
    [
        (None, "US$64 billion"),
        ("official figures doubted by banks", "US$64 billion (according to official figures doubted by banks)"),
    ],
)
def test_a_key_figure_that_a_source_only_passes_on_tells_from_whom(
    catalog: Catalog, tmp_path: Path, attribution: str | None, value: str
) -> None:
    output = claim(Profile(LAND, "gdp", 64e9, "USD", "2024"), "a", quote="One.")
    rows = cells(made(catalog, tmp_path, [structs.replace(output, attribution=attribution)], "profile"))
    assert [row[1] for row in rows] == [value]


@pytest.mark.parametrize(("quotes", "rows"), [(("One.", "One."), 1), (("One.", "Two."), 2)])
def test_a_number_of_goods_that_a_key_figure_tells_from_the_same_sentence_is_not_told_again(
    catalog: Catalog, tmp_path: Path, quotes: tuple[str, str], rows: int
) -> None:
    output = Profile(LAND, "electricity-output", 118e9, "kWh", "2024")
    made_of = Resource(LAND, "electricity", "produces", None, Quantity(118e9, "kWh"), 2024)
    sold = claim(Resource(LAND, "electricity", "exports", partner=("KGZ",)), "a", quote="Three.")
    claims = [claim(output, "a", quote=quotes[0]), claim(made_of, "a", quote=quotes[1]), sold]
    goods = made(catalog, tmp_path, claims, "resources", parts=("profile", "resources"))
    assert len(cells(goods)) == rows


COPPER = Resource(LAND, "copper", "produces", None, Quantity(300.0, "tonne"), 2024)


def bare(name: str, relation: str = "has", country: str = LAND) -> Resource:
    return Resource(country, name, relation)


@pytest.mark.parametrize(
    ("goods", "rows"),
    [
        ([COPPER, bare("copper"), bare("copper", "produces")], [("Copper", "Produced 300 tonnes", "2024 · 2 years")]),
        (
            [COPPER, bare("copper", "exports")],
            [("Copper", "Produced 300 tonnes", "2024 · 2 years"), ("Copper", "Exports", "undated")],
        ),
        (
            [bare("zinc"), bare("gold"), bare("coal", "exports")],
            [("Coal", "Exports", "undated"), ("Gold and zinc", "Deposits known, amount not told", "undated")],
        ),
        (
            [bare("iron and steel"), bare("gold")],
            [("Gold; iron and steel", "Deposits known, amount not told", "undated")],
        ),
        ([Resource(LAND, "coal", "imports", year=2023)], [("Coal", "Imported", "2023 · 3 years")]),
        ([COPPER, bare("gold", country="C5")], [("Copper", "Produced 300 tonnes", "2024 · 2 years")]),
    ],
)
def test_what_goes_without_saying_is_not_said_and_what_is_alike_is_said_together(
    catalog: Catalog, tmp_path: Path, goods: list[Content], rows: list[tuple[str, ...]]
) -> None:
    claims = [claim(content, "a", quote=f"Sentence {n}.") for n, content in enumerate(goods)]
    assert timed(made(catalog, tmp_path, claims, "resources")) == rows


def test_a_trade_that_a_sentence_tells_of_both_sides_is_told_once(catalog: Catalog, tmp_path: Path) -> None:
    gas = Quantity(3e9, "m3")
    goods = [
        Resource(LAND, "natural gas", "imports", None, gas, 2025, ("RUS",)),
        Resource("RUS", "natural gas", "exports", None, gas, 2025, (LAND,)),
        Resource("RUS", "natural gas", "exports", None, Quantity(4e9, "m3"), 2024, (LAND,)),
        Resource(LAND, "natural gas", "imports", partner=("RUS",)),
        Resource(LAND, "natural gas", "imports", partner=("UZB",)),
        Resource("UZB", "natural gas", "exports", partner=("KGZ", LAND)),
    ]
    claims = [claim(content, "a", quote=f"Sentence {max(n, 1)}.") for n, content in enumerate(goods)]
    claims.append(claim(goods[0], "b", quote="A plan.", modality=Modality.PLANNED))
    assert timed(made(catalog, tmp_path, claims, "resources")) == [
        ("Natural gas", "Imported 3 billion cubic metres from Russia", "2025 · 1 year"),
        ("Natural gas", "Imports from Uzbekistan", "undated"),
        ("Natural gas (Russia)", "Exported 4 billion cubic metres to Kazakhstan", "2024 · 2 years"),
    ]


def test_what_sources_agree_on_of_a_route_is_one_row(catalog: Catalog, tmp_path: Path) -> None:
    lands = (LAND, "UZB")
    facts = [RouteFact(RAILWAY, relation, lands) for relation in ("connects", "crosses", "built_by")]
    claims = [claim(fact, "a", quote=f"Sentence {n}.") for n, fact in enumerate(facts)]
    claims.append(claim(facts[1], "b", quote="A plan.", modality=Modality.PLANNED))
    ((_, told),) = cells(made(catalog, tmp_path, claims, "routes"))
    assert told == "Crosses Kazakhstan and Uzbekistan; built by Kazakhstan and Uzbekistan"


def test_partners_of_the_same_dealings_share_a_row_and_a_tone_that_is_not_cooperation_is_told(
    catalog: Catalog, tmp_path: Path
) -> None:
    summit = Event("CONSULT", ("JPN", "KGZ", "TJK", "UZB"), date="2025-12-20", place="Tokyo")
    visit = Event("CONSULT", ("JPN", "KAZ"), date="2025-12-19", place="Tokyo")
    ban = Event("SANCTION", ("JPN",), ("KAZ",), date="2025-11-19")
    claims = [claim(event, "a", quote=f"{event.date}.") for event in (summit, visit, ban)]
    claims.append(claim(Relation("JPN", "TKM", "partner"), "a", quote="No dealings."))
    part = every(catalog, tmp_path, claims, "relations", land="JPN")[0]
    partners = [row[0] for row in cells(part)]
    assert sorted(partners) == ["Kazakhstan (tone: mixed)", "Kyrgyzstan, Tajikistan and Uzbekistan"]


def test_the_time_of_a_promise_stands_behind_its_amount(catalog: Catalog, tmp_path: Path) -> None:
    promise = Commitment(("JPN",), (LAND,), Money(9e8, "USD"), 5, "roads")
    ((*_, amount, _, purpose),) = cells(made(catalog, tmp_path, [claim(promise, "a")], "commitments"))
    assert (amount, purpose) == ("US$900 million over five years", "roads")


def test_a_country_is_told_what_its_routes_carry_how_long_they_take_and_what_they_cost(
    catalog: Catalog, tmp_path: Path
) -> None:
    told = [
        RouteFact(RAILWAY, "crosses", ("CHN", LAND)),
        RouteFact(RAILWAY, "cost", Quantity(5e9, "USD")),
        RouteFact(RAILWAY, "transit_time", Quantity(13.0, "day")),
        RouteFact(RAILWAY, "carried", Quantity(2e6, "tonne"), 2024),
        RouteFact(RAILWAY, "carried", Quantity(1e6, "tonne"), 2020),
        RouteFact(RAILWAY, "carried", Quantity(80.0, "percent"), 2024),
    ]
    claims = [claim(fact, "a", quote=f"Sentence {n}.") for n, fact in enumerate(told)]
    (_, carried, year), (_, words, dateless) = timed(made(catalog, tmp_path, claims, "routes"))
    assert (carried, year, dateless) == ("Carried 2 million tonnes", "2024 · 2 years", "undated")
    assert words.startswith("Takes 13 days; costs ")
    assert words.endswith("crosses China and Kazakhstan")


def test_that_a_key_figure_is_disputed_is_told_behind_its_value(catalog: Catalog, tmp_path: Path) -> None:
    figures = (
        Profile(LAND, "border-length", 13_364.0, "kilometre"),
        Profile(LAND, "border-length", 12_000.0, "kilometre"),
    )
    part = made(catalog, tmp_path, [claim(each, name) for each, name in zip(figures, "ab", strict=True)], "profile")
    assert part.table
    (row,) = part.table.rows
    assert (row.label, row.labelled, row.loud) == ("contested", 1, True)
    past = structs.replace(row, label="past", loud=False)
    assert [[span.text for span in cell] for cell in _cells(past, WORDS, dated=False, cited=False)][1] == [
        row.cells[1],
        " (past)",
    ]
    assert not any(span.loud for cell in _cells(past, WORDS, dated=False, cited=False) for span in cell)


@pytest.mark.parametrize(
    ("land", "rows"),
    [
        ("KAZ", [("Borders on", "China")]),
        ("CHN", [("Borders on, among others", "Kazakhstan and Afghanistan")]),
        ("AFG", [("Borders on, among others", "China")]),
    ],
)
def test_a_border_stands_with_each_of_the_two(
    catalog: Catalog, tmp_path: Path, land: str, rows: list[tuple[str, str]]
) -> None:
    """What only the other side tells is added to the list of one's own, which may then not be all."""
    told = [
        *(claim(Profile(code, "capital", "Almaty"), "a", quote=f"{code} has a capital.") for code in ("AFG", "CHN")),
        claim(Profile("KAZ", "borders", "CHN"), "a", quote="Kazakhstan borders China."),
        claim(Profile("CHN", "borders", "KAZ"), "b", quote="China borders Kazakhstan."),
        claim(Relation("AFG", "CHN", "shares border"), "c", quote="Afghanistan borders China."),
    ]
    parts = ("profile", "relations")
    table = every(catalog, tmp_path, told, "profile", parts=parts, land=land)[0]
    assert [row[:2] for row in cells(table) if row[0].startswith("Borders")] == rows


def test_several_names_stand_in_the_order_of_the_sentence(catalog: Catalog, tmp_path: Path) -> None:
    sold = Profile(LAND, "export-markets", "CHN+DEU+RUS", as_of="2023")
    told = claim(sold, "a", quote="It sells to Russia, China and the Germans.")
    assert cells(made(catalog, tmp_path, [told], "profile"))[0][1] == "Russia, China and Germany"


def test_a_section_is_measured_beside_the_whole_and_a_part_of_a_year_is_not(catalog: Catalog, tmp_path: Path) -> None:
    told = [
        RouteFact(RAILWAY, "crosses", ("CHN", LAND)),
        RouteFact(RAILWAY, "capacity", Quantity(7e6, "tonne/year", "Kazakh section")),
        RouteFact(RAILWAY, "capacity", Quantity(8e6, "tonne/year", "Chinese section")),
        RouteFact(RAILWAY, "carried", Quantity(2e6, "tonne"), 2024),
        RouteFact(RAILWAY, "carried", Quantity(4e5, "tonne", "first quarter"), 2023),
    ]
    claims = [claim(fact, "a", quote=f"Sentence {n}.") for n, fact in enumerate(told)]
    text = "; ".join(words for _, words in cells(made(catalog, tmp_path, claims, "routes")))
    told_of = ("(Kazakh section)", "(Chinese section)", "first quarter")
    assert [words in text for words in told_of] == [True, True, False]


def test_a_route_of_its_own_is_told_in_rows_with_their_times(catalog: Catalog, tmp_path: Path) -> None:
    carried = {2023: 1e6, 2025: 3e6, 2024: 2e6}
    told = [
        RouteFact(RAILWAY, "crosses", ("CHN", LAND)),
        *(RouteFact(RAILWAY, "carried", Quantity(tonnes, "tonne"), year) for year, tonnes in carried.items()),
    ]
    library = Library.open(tmp_path / "library", catalog)
    library.add([step("a", [claim(fact, "a", quote=f"Sentence {n}.") for n, fact in enumerate(told)])])
    parts = briefs.make(library, Subject("routes", (RAILWAY,)), DAY).chapters[0].parts
    rows = next(timed(part) for part in parts if part.id == "routes")
    assert rows == [
        ("Carried 3 million tonnes", "2025 · 1 year"),
        ("Carried 2 million tonnes", "2024 · 2 years"),
        ("Carried 1 million tonnes", "2023 · 3 years"),
        ("Crosses China and Kazakhstan", "undated"),
    ]


@pytest.mark.parametrize(
    ("route", "cells"),
    [
        ("kti-railway", ("In use since", "3 December 2014")),
        ("cku-railway", ("Works began", "27 December 2024")),
        ("tapi", None),
    ],
)
def test_a_route_tells_since_when_it_is_used_or_built(
    catalog: Catalog, tmp_path: Path, route: str, cells: tuple[str, str] | None
) -> None:
    library = Library.open(tmp_path / "library", catalog)
    library.add([step("a", [claim(RouteFact(route, "crosses", (LAND,)), "a")])])
    parts = briefs.make(library, Subject("routes", (route,)), DAY).chapters[0].parts
    glance = next(part.table for part in parts if part.id == "profile")
    assert glance
    assert (glance.rows[0].cells == cells) is bool(cells)


@pytest.mark.parametrize(
    ("others", "rows"),
    [
        ((), ["Does not run through the country (avoids Kazakhstan)"]),
        (
            (RouteFact(RAILWAY, "connects", (LAND, "CHN")),),
            ["450 kilometre long", "Links Kazakhstan and China; avoids Kazakhstan"],
        ),
    ],
)
def test_of_a_route_that_avoids_a_country_no_more_is_told_there(
    catalog: Catalog, tmp_path: Path, others: tuple[Content, ...], rows: list[str]
) -> None:
    facts = (RouteFact(RAILWAY, "bypasses", (LAND,)), *others)
    lengths = [RouteFact(RAILWAY, "length", Quantity(kilometres, "kilometre")) for kilometres in (450.0, 520.0)]
    claims = [claim(fact, "a", quote=f"Sentence {at}.") for at, fact in enumerate((*facts, lengths[0]))]
    claims.append(claim(lengths[1], "b", quote="Another length."))
    parts = {part.id: part for part in whole(catalog, tmp_path, claims)}
    assert sorted(row[1] for row in cells(parts["routes"])) == rows
    assert ("contested" in parts) is bool(others)


def test_routes_around_a_country_stand_behind_its_own(catalog: Catalog, tmp_path: Path) -> None:
    facts = (RouteFact("btc-pipeline", "bypasses", (LAND, "RUS")), RouteFact(RAILWAY, "crosses", (LAND,)))
    claims = [claim(fact, "a", quote=f"Sentence {at}.") for at, fact in enumerate(facts)]
    rows = cells(made(catalog, tmp_path, claims, "routes"))
    assert [row[1] for row in rows] == [
        "Crosses Kazakhstan",
        "Does not run through the country (avoids Kazakhstan and Russia)",
    ]


def whole(catalog: Catalog, folder: Path, claims: list[Claim]) -> tuple[Part, ...]:
    """All the parts of the brief on a country."""
    library = Library.open(folder / "library", catalog)
    library.add([step(name, [one for one in claims if one.evidence.article == name]) for name in "ab"])
    return briefs.make(library, Subject("countries", (LAND,)), DAY).chapters[0].parts
