"""The pages of routes, from hand-made claims and from the catalog."""

from __future__ import annotations

from models.catalog import load
from models.pages.routes import route_page, routes_page
from models.phrases import Phrases
from models.records import Modality, Quantity, RouteFact
from models.statements import group
from tests.models.making import RAILWAY, claim, length

CATALOG = load()
PHRASES = Phrases(CATALOG)
CORRIDOR = next(key for key, route in CATALOG.routes.items() if route.name.startswith("Trans-Caspian International"))


def test_all_routes_of_the_catalog_are_listed_and_those_of_articles_too() -> None:
    page = routes_page({CORRIDOR: 2, "Silk Tram": 1}, CATALOG, PHRASES)
    assert [row.id for row in page.rows[:2]] == [CORRIDOR, "Silk Tram"]
    assert {row.id for row in page.rows} == {*CATALOG.routes, "Silk Tram"}
    assert len(page.places) == len(CATALOG.places)


def test_legs_join_and_lie_on_the_globe() -> None:
    page = routes_page({}, CATALOG, PHRASES)
    legs = [leg for row in page.rows for leg in row.legs]
    assert {leg.mode for leg in legs} <= {"rail", "road", "sea", "pipeline", "power"}
    assert all(
        -180 <= stop.longitude <= 180 and -90 <= stop.latitude <= 90 for leg in legs for stop in (leg.start, leg.end)
    )


def test_a_line_that_is_not_in_use_is_told_from_those_that_are() -> None:
    mixed = [
        route
        for route in CATALOG.routes.values()
        if len({line.used(route.status) for line in route.lines}) == 2 and all(line.countries for line in route.lines)
    ]
    assert mixed
    for route in mixed:
        page = route_page(route.id, (), CATALOG, PHRASES, ())
        idle = [line for line in route.lines if not line.used(route.status)]
        assert {leg.used for leg in page.legs} == {True, False}
        for line in idle:
            assert any(told.startswith(f"{line.name}: {line.status}") for told in page.branches)
        used = {code for line in route.lines if line.used(route.status) for code in line.countries}
        apart = [code for code in route.countries if code not in used and any(code in line.countries for line in idle)]
        assert page.crossed == tuple(PHRASES.plain_name(code) for code in route.countries if code not in apart)
        told = [told.partition(": ") for told in page.only]
        assert len({line for line, _, _ in told}) == len(told)  # which is said once, however many it crosses
        assert {line for line, _, _ in told} <= {line.name for line in idle}
        names = [name for _, _, names in told for name in names.split(", ")]
        assert sorted(names) == sorted(map(PHRASES.plain_name, apart))
        assert page.lands == (", ".join(page.crossed), *page.only)


def test_what_is_planned_as_a_whole_is_nowhere_in_use() -> None:
    planned = next(route for route in CATALOG.routes.values() if route.status == "planned" and route.lines)
    page = route_page(planned.id, (), CATALOG, PHRASES, ())
    assert {leg.used for leg in page.legs} == {False}
    assert page.branches == ()
    assert page.crossed == tuple(PHRASES.plain_name(code) for code in planned.countries)


def test_since_when_a_route_is_in_use_or_built_is_told() -> None:
    pages = {route: route_page(route, (), CATALOG, PHRASES, ()) for route in CATALOG.routes}
    assert (pages["kti-railway"].opened, pages["kti-railway"].begun) == ("3 December 2014", "")
    assert (pages["cku-railway"].opened, pages["cku-railway"].begun) == ("", "27 December 2024")
    assert (pages["kazakhstan-china-oil"].opened, pages["btc"].opened) == ("July 2006", "2006")
    assert pages["tapi"].opened == pages["tapi"].begun == ""


def test_names_that_no_text_gives_stand_apart_from_the_others() -> None:
    pages = [route_page(route, (), CATALOG, PHRASES, ()) for route in CATALOG.routes]
    for page in pages:
        known = CATALOG.routes[page.id]
        assert set(page.formed) == known.formed_names
        assert {*known.local_names, *known.names.values()} - {known.name} <= {*page.aliases, *page.formed}
        assert known.formed_names.isdisjoint(page.aliases)
    assert any(page.formed for page in pages)
    assert any(not page.formed for page in pages)


def test_volumes_of_a_route_stand_by_year_however_many_say_so() -> None:
    years = {2023: "a", 2019: "bc", 2025: "a"}
    volumes = [
        claim(RouteFact(CORRIDOR, "carried", Quantity(year * 1e3, "tonne"), year=year), source)
        for year, sources in years.items()
        for source in sources
    ]
    told = route_page(CORRIDOR, group(volumes, CATALOG), CATALOG, PHRASES, ()).lines
    assert [line.text[-4:] for line in told] == ["2025", "2023", "2019"]


def test_a_route_tells_disputes_and_figures_before_its_course_and_last_what_a_fuller_statement_says() -> None:
    told: list[tuple[str, tuple[str, ...] | Quantity, str]] = [
        ("crosses", ("KAZ",), "abc"),
        ("crosses", ("KAZ", "AZE"), "a"),
        ("cost", Quantity(5e9, "USD"), "a"),
        ("transit_time", Quantity(13.0, "day"), "a"),
        ("carried", Quantity(2e6, "tonne"), "a"),
        ("length", Quantity(523.0, "kilometre"), "a"),
        ("length", Quantity(486.0, "kilometre"), "b"),
    ]
    claims = [claim(RouteFact(RAILWAY, name, value), source) for name, value, sources in told for source in sources]
    page = route_page(RAILWAY, group(claims, CATALOG), CATALOG, PHRASES, ())
    assert [line.text.split()[0] for line in page.lines] == ["523", "Carried", "Takes", "Costs", "Crosses", "Crosses"]
    assert page.lines[-1].text == "Crosses Kazakhstan"


def test_a_route_of_articles_only_has_a_page() -> None:
    page = route_page("Silk Tram", (), CATALOG, PHRASES, ())
    assert (page.name, page.legs, page.crossed) == ("Silk Tram", (), ())


def test_contested_lengths_are_two_figures() -> None:
    page = route_page(RAILWAY, group([length("a", 523), length("b", 486)], CATALOG), CATALOG, PHRASES, ())
    assert sorted(figure.value for figure in page.figures if isinstance(figure.value, float | int)) == [486, 523]


def test_a_plan_lies_below_what_tells_the_same_as_done_and_each_counts_its_own_sources() -> None:
    crosses = RouteFact(RAILWAY, "crosses", ("KGZ",))
    plans = [claim(crosses, article, modality=Modality.PLANNED) for article in ("b", "c")]
    page = route_page(RAILWAY, group([claim(crosses, "a"), *plans], CATALOG), CATALOG, PHRASES, ())
    deed, plan = sorted(page.lines, key=lambda line: bool(line.done))
    assert (deed.done, deed.sources, deed.text) == ("", 1, "Crosses Kyrgyzstan")
    assert (plan.done, plan.sources, plan.text) == (deed.statement, 2, "Crosses Kyrgyzstan (planned)")


def test_a_plan_stands_by_itself_where_nothing_tells_just_that_as_done() -> None:
    planned = [
        claim(RouteFact(RAILWAY, "crosses", ("KGZ",)), "a", modality=Modality.PLANNED),
        claim(RouteFact(RAILWAY, "length", Quantity(300, "km")), "a", modality=Modality.PLANNED),
        claim(RouteFact(RAILWAY, "crosses", ("UZB",)), "a", modality=Modality.PLANNED),
    ]
    others = [
        claim(RouteFact(RAILWAY, "bypasses", ("KGZ",)), "b"),
        length("b", 300),
        claim(RouteFact(RAILWAY, "crosses", ("UZB",)), "b", affirmed=False),
    ]
    page = route_page(RAILWAY, group([*planned, *others], CATALOG), CATALOG, PHRASES, ())
    assert len(page.lines) == 6
    assert not any(line.done for line in page.lines)
