"""Figures: agreeing, contested, earlier, superseded."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from models.catalog import load
from models.records import Claim, Modality, Profile, Quantity, Resource, RouteFact, Standing, Statement
from models.statements import group
from tests.models.making import RAILWAY, claim, length, uranium

CATALOG = load()
GROUND = ((296_000, None), (815_000, "resources"))
GROWTH = ((6.5, "2025"), (7.2, None))


def by_variants(statements: tuple[Statement, ...]) -> list[int]:
    return sorted(len(statement.variants) for statement in statements)


def test_two_articles_agree() -> None:
    (statement,) = group([uranium("a", rank=1), uranium("b", rank=1)], CATALOG)
    assert (statement.standing, statement.independent) == (Standing.CORROBORATED, 2)


def test_different_lengths_are_contested_and_both_kept() -> None:
    (statement,) = group([length("a", 523), length("b", 486), length("c", 523)], CATALOG)
    assert statement.standing is Standing.CONTESTED
    assert [variant.sources for variant in statement.variants] == [2, 1]


def test_one_article_with_two_figures_speaks_of_two_things() -> None:
    statements = group([length("a", 523), length("a", 486)], CATALOG)
    assert [statement.standing for statement in statements] == [Standing.SINGLE, Standing.SINGLE]


def test_one_article_with_two_figures_from_two_sources_tells_of_a_dispute() -> None:
    people = [claim(Profile("KGZ", "population", value, "people", "2025"), "a") for value in (7.1e6, 6.2e6)]
    voices = [replace(found, attribution=by) for found, by in zip(people, ("a study", "a yearbook"), strict=True)]
    (contested,) = group(voices, CATALOG)
    assert contested.standing is Standing.CONTESTED
    half = [replace(people[0], attribution="a study"), people[1]]
    assert [statement.standing for statement in group(half, CATALOG)] == [Standing.SINGLE, Standing.SINGLE]


def test_a_dispute_stays_one_when_another_article_takes_a_side() -> None:
    told = [claim(Profile("KGZ", "population", value, "people", "2025"), "a") for value in (7.1e6, 6.2e6)]
    voices = [replace(found, attribution=by) for found, by in zip(told, ("a study", "a yearbook"), strict=True)]
    (contested,) = group([*voices, claim(Profile("KGZ", "population", 7.1e6, "people", "2025"), "b")], CATALOG)
    assert contested.standing is Standing.CONTESTED
    assert sorted(len(variant.claims) for variant in contested.variants) == [1, 2]


def test_a_later_year_makes_another_an_earlier_one() -> None:
    old, new = uranium("a", tonnes=21_227, year=2022), uranium("b", tonnes=22_900, year=2023)
    standing = {statement.claims[0].id: statement.standing for statement in group([old, new], CATALOG)}
    assert standing == {old.id: Standing.EARLIER, new.id: Standing.SINGLE}


def test_a_figure_of_a_year_still_to_come_takes_nobodys_place() -> None:
    old, told, ahead = (uranium("a", tonnes=tonnes, year=year) for tonnes, year in ((1, 2022), (2, 2023), (3, 2027)))
    found = group([old, told, ahead], CATALOG, published={"a": "2024-05"})
    standing = {statement.claims[0].id: statement.standing for statement in found}
    assert standing == {old.id: Standing.EARLIER, told.id: Standing.SINGLE, ahead.id: Standing.SINGLE}


@pytest.mark.parametrize(
    ("firms", "published", "standing"),
    [
        (("Kazatomprom", "Kazatomprom"), ("2025-08-20", "2026-03"), [Standing.SINGLE, Standing.SUPERSEDED]),
        (("Kazatomprom", "Kazatomprom"), ("2026-03-01", "2026-03-20"), [Standing.CONTESTED]),
        (("Kazatomprom", "Kazatomprom"), ("2025", "2026-03"), [Standing.CONTESTED]),
        (("", ""), ("2025-08-20", "2026-03"), [Standing.CONTESTED]),
    ],
)
def test_what_a_firm_plans_gives_way_to_what_it_plans_later(
    firms: tuple[str, str], published: tuple[str, str], standing: list[Standing]
) -> None:
    plans = [uranium(name, tonnes=tonnes, year=2026) for name, tonnes in (("a", 29_697), ("b", 25_750))]
    told = [
        replace(plan, modality=Modality.PLANNED, content=replace(plan.content, firm=firm))
        for plan, firm in zip(plans, firms, strict=True)
    ]
    found = group(told, CATALOG, published=dict(zip("ab", published, strict=True)))
    assert sorted(statement.standing for statement in found) == standing


def test_a_lowered_guidance_is_no_support_of_what_it_cuts() -> None:
    plans = [uranium(name, year=2026, tonnes=tonnes) for name, tonnes in (("a", 29_697), ("b", (27_500, 29_000)))]
    told = [
        replace(plan, modality=Modality.PLANNED, content=replace(plan.content, firm="Kazatomprom")) for plan in plans
    ]
    found = group(told, CATALOG, published={"a": "2025-08-20", "b": "2025-11-12"})
    standing = {statement.claims[0].id: statement.standing for statement in found}
    assert standing == {plans[0].id: Standing.SUPERSEDED, plans[1].id: Standing.SINGLE}


def test_an_undated_figure_joins_the_only_year_with_its_value() -> None:
    statements = group([uranium("a", tonnes=21_112, year=2023), uranium("b", tonnes=21_112)], CATALOG)
    assert [statement.independent for statement in statements] == [2]


def test_an_undated_figure_that_fits_two_years_stays_alone() -> None:
    made = [
        uranium("a", tonnes=21_112, year=2023),
        uranium("a", tonnes=21_112, year=2022),
        uranium("b", tonnes=21_112),
    ]
    assert by_variants(group(made, CATALOG)) == [1, 1, 1]


def cost(article: str, dollars: float, year: int | None = None) -> Claim:
    return claim(RouteFact(RAILWAY, "cost", Quantity(dollars, "USD"), year), article)


def test_a_cost_told_anew_takes_the_place_of_an_older_one() -> None:
    claims = [cost("a", 8e9, 2024), cost("b", 8.2e9), cost("c", 8.2e9)]
    published = {"a": "2025-01", "b": "2026-03-03", "c": "2026-03-04"}
    found = group(claims, CATALOG, published=published)
    assert {(len(one.claims), one.standing) for one in found} == {(1, Standing.SUPERSEDED), (2, Standing.CORROBORATED)}


def test_a_cost_of_a_later_year_takes_the_place_of_an_older_one() -> None:
    found = group([cost("a", 4.7e9, 2023), cost("b", 8e9, 2024)], CATALOG)
    assert sorted(one.standing for one in found) == [Standing.SINGLE, Standing.SUPERSEDED]


@pytest.mark.parametrize(("dollars", "told"), [(8e9, "2026-03"), (8.2e9, "2024-03"), (8.2e9, "")])
def test_a_cost_told_again_or_in_its_year_does_not(dollars: float, told: str) -> None:
    (statement,) = group([cost("a", 8e9, 2024), cost("b", dollars)], CATALOG, published={"a": "2025", "b": told})
    assert len(statement.claims) == 2


@pytest.mark.parametrize(
    ("years", "dates", "quote", "standings"),
    [
        ((2024, None), ("2024-12-01", "2025-03-01"), "It will cost US$8bn.", {Standing.CONTESTED}),
        ((2024, 2025), ("2024-12-01", "2025-03-01"), "It will cost US$8bn.", {Standing.CONTESTED}),
        ((None, None), ("2024-12-01", "2025-03-01"), "It will cost US$8bn.", {Standing.CONTESTED}),
        ((None, None), ("2024-12-01", "2025-03-01"), "They raised it to US$8bn.", {"superseded", "single"}),
        ((2024, 2025), ("2024-12-01", "2025-03-01"), "They raised it to US$8bn.", {"superseded", "single"}),
        ((None, None), ("2023-12-01", "2025-03-01"), "It will cost US$8bn.", {"superseded", "single"}),
        ((2024, None), ("2024-12-01", "2026-03-01"), "It will cost US$8bn.", {"superseded", "single"}),
    ],
)
def test_costs_of_about_one_time_are_set_against_each_other(
    years: tuple[int | None, ...], dates: tuple[str, str], quote: str, standings: set[str]
) -> None:
    older, newer = cost("a", 4.7e9, years[0]), cost("b", 8e9, years[1])
    newer = replace(newer, evidence=replace(newer.evidence, quote=quote))
    found = group([older, newer], CATALOG, published=dict(zip("ab", dates, strict=True)))
    assert {statement.standing for statement in found} == standings


def test_a_cost_that_one_source_tells_anew_is_not_contested() -> None:
    made = [replace(cost("a", 4.7e9), attribution="O"), replace(cost("b", 8e9), attribution="O")]
    found = group(made, CATALOG, published={"a": "2024-12-01", "b": "2025-03-01"})
    assert Standing.CONTESTED not in {statement.standing for statement in found}


def test_undated_figures_follow_each_other_by_year_of_publication() -> None:
    made = [uranium("a", tonnes=21_112), uranium("b", tonnes=25_000)]
    (contested,) = group(made, CATALOG)
    assert contested.standing is Standing.CONTESTED
    older, newer = sorted(
        group(made, CATALOG, published={"a": "2021-05", "b": "2025-01-02"}), key=lambda found: found.claims[0].id
    )
    assert (older.standing, newer.standing) == (Standing.EARLIER, Standing.SINGLE)


def test_time_saved_is_not_time_taken() -> None:
    times = [
        claim(RouteFact("r", "transit_time", Quantity(days, "day")), article)
        for days, article in ((-8, "a"), (10, "b"))
    ]
    assert by_variants(group(times, CATALOG)) == [1, 1]


def test_a_rate_with_a_year_is_that_years_amount() -> None:
    rate = claim(RouteFact("r", "carried", Quantity(3e10, "m3/year"), 2023), "a")
    amount = claim(RouteFact("r", "carried", Quantity(3e10, "m3"), 2023), "b")
    assert by_variants(group([rate, amount], CATALOG)) == [1]


def test_key_figures_in_words_are_compared_too() -> None:
    capitals = [claim(Profile("KAZ", "capital", name), article) for name, article in (("Astana", "a"), ("Almaty", "b"))]
    (statement,) = group(capitals, CATALOG)
    assert statement.standing is Standing.CONTESTED


def people(article: str, number: float, as_of: str | None = None, said_by: str | None = None) -> Claim:
    return replace(claim(Profile("TKM", "population", number, "people", as_of), article), attribution=said_by)


def test_an_undated_key_figure_is_set_against_the_newest() -> None:
    old, new, bare = people("a", 5.1e6, "2012"), people("b", 5.7e6, "2024"), people("c", 7.4e6)
    found = {statement.standing: statement for statement in group([old, new, bare], CATALOG)}
    assert found.keys() == {Standing.EARLIER, Standing.CONTESTED}
    assert found[Standing.EARLIER].claims == (old,)


def test_one_article_with_two_voices_sets_them_against_each_other_though_one_has_no_date() -> None:
    found = group([people("a", 5.7e6, "2024", "a yearbook"), people("a", 7.4e6, None, "a study")], CATALOG)
    assert [statement.standing for statement in found] == [Standing.CONTESTED]


def test_an_undated_key_figure_published_before_the_newest_is_an_earlier_one() -> None:
    made = [people("a", 5.7e6, "2024"), people("b", 5.1e6)]
    found = {statement.standing for statement in group(made, CATALOG, published={"b": "2013-05-01"})}
    assert found == {Standing.SINGLE, Standing.EARLIER}


def test_undated_growth_is_of_no_known_year() -> None:
    made = [claim(Profile("UZB", "growth", value, "percent", year), "ab"[year is None]) for value, year in GROWTH]
    assert [statement.standing for statement in group(made, CATALOG)] == [Standing.SINGLE, Standing.SINGLE]


def test_values_nearly_equal_are_contested_where_an_article_sets_two_sources_against_each_other() -> None:
    lengths = [claim(Profile("KAZ", "border-length", value, "km"), "a") for value in (13_364, 13_392.6)]
    voices = [replace(found, attribution=by) for found, by in zip(lengths, ("a yearbook", "a ministry"), strict=True)]
    (contested,) = group(voices, CATALOG)
    assert contested.standing is Standing.CONTESTED
    assert {found.content.value for found in contested.variants if isinstance(found.content, Profile)} == {
        13_364,
        13_392.6,
    }
    assert len(group(lengths, CATALOG)[0].variants) == 1


def test_a_figure_in_a_range_is_not_contested_by_it_though_an_article_has_each_from_another_source() -> None:
    stocks = [claim(Profile("KAZ", "population", value, "people"), "a") for value in ((9e6, 16e6), 13e6)]
    voices = [replace(found, attribution=by) for found, by in zip(stocks, ("a yearbook", "a ministry"), strict=True)]
    (statement,) = group(voices, CATALOG)
    assert (statement.standing.holds, statement.variants[0].content) == (True, stocks[1].content)


def test_of_equally_supported_key_figures_the_dated_one_is_told() -> None:
    for order in ("ab", "ba"):
        made = [people(order[0], 7.4e6), people(order[1], 5.7e6, "2024")]
        (contested,) = group(made, CATALOG)
        assert contested.variants[0].content == made[1].content


def test_of_equally_supported_figures_the_newest_is_told_first() -> None:
    for order in ("ab", "ba"):
        made = [
            uranium(article, tonnes=tonnes, year=2025) for article, tonnes in zip(order, (19_000, 25_100), strict=True)
        ]
        (contested,) = group(made, CATALOG, published={order[0]: "2026-01-20", order[1]: "2026-02-14"})
        assert contested.standing is Standing.CONTESTED
        assert contested.variants[0].content == made[1].content


def test_of_equally_supported_figures_one_that_tells_whose_it_is_leads() -> None:
    ours = replace(uranium("a", tonnes=25_100, year=2025), attribution="the company")
    bare = uranium("b", tonnes=19_000, year=2025)
    (contested,) = group([bare, ours], CATALOG, published={"a": "2026-01-20", "b": "2026-02-14"})
    assert contested.variants[0].content == ours.content


def test_reserves_and_resources_are_no_dispute() -> None:
    found = [Resource("KAZ", "uranium", "reserves", None, Quantity(value, "tonne", of)) for value, of in GROUND]
    statements = group([claim(content, article) for content, article in zip(found, "ab", strict=True)], CATALOG)
    assert [statement.standing for statement in statements] == [Standing.SINGLE, Standing.SINGLE]


def test_a_length_without_a_year_is_set_against_one_with_a_year() -> None:
    dated = claim(RouteFact(RAILWAY, "length", Quantity(928, "km"), year=2014), "a")
    (contested,) = group([dated, length("b", 908)], CATALOG)
    assert contested.standing is Standing.CONTESTED


def carried(article: str, tonnes: float, year: int, said_by: str | None) -> Claim:
    told = RouteFact(RAILWAY, "carried", Quantity(tonnes, "tonne"), year=year)
    return replace(claim(told, article), attribution=said_by)


def test_of_equals_the_one_who_tells_of_the_other_years_leads() -> None:
    for order in ("ab", "ba"):
        made = [
            carried(order[0], 3.3e6, 2024, "the association"),
            carried(order[1], 4.48e6, 2024, "the ministry"),
            carried(order[1], 4.12e6, 2025, "the ministry"),
        ]
        found = {statement.standing: statement for statement in group(made, CATALOG)}
        assert found[Standing.CONTESTED].variants[0].content == made[1].content


def test_what_only_other_reports_give_does_not_lead() -> None:
    for order in ("ab", "ba"):
        made = [replace(length(order[0], 532.53), attribution="other reports"), length(order[1], 523)]
        (contested,) = group(made, CATALOG, published={order[0]: "2025-09", order[1]: "2025-01"})
        assert contested.variants[0].content == made[1].content


@pytest.mark.parametrize(
    ("named", "other", "told"),
    [
        (("one", "two"), ("one", "two", "three"), [(1, False), (1, False)]),  # whose "three" is, nobody says
        (("one", "two", "four"), ("two", "three"), [(2, True), (1, False)]),
        (("one", "two"), ("three",), [(2, True), (1, True)]),
    ],
)
def test_works_behind_several_values_speak_for_none(
    named: tuple[str, ...], other: tuple[str, ...], told: list[tuple[int, bool]]
) -> None:
    said = replace(length("a", 523), attribution="a journal")
    others = replace(length("b", 532.53), attribution="other reports")
    (contested,) = group([said, others], CATALOG, works={said.id: named, others.id: other})
    assert [variant.content for variant in contested.variants] == [said.content, others.content]
    assert [(variant.sources, variant.own) for variant in contested.variants] == told


WHO = ((523, "a journal"), (532, "other reports"), (454, "older reports"))


def test_one_work_that_gives_three_values_is_no_three_sources() -> None:
    made = [replace(length("a", km), attribution=who) for km, who in WHO]
    (contested,) = group(made, CATALOG, works={claim.id: ("one",) for claim in made})
    assert (len(contested.variants), contested.independent) == (3, 1)


@pytest.mark.parametrize("works", [("one", "two"), ("two",)])
def test_other_reports_are_of_the_time_of_what_is_cited_for_them(works: tuple[str, ...]) -> None:
    named = replace(length("a", 523), attribution="a journal")
    others = replace(length("b", 532.53), attribution="other reports")
    dates = {"a": "2026-01", "b": "2026-01", named.id: "2025-01", others.id: "2025-09"}
    cited = {named.id: ("one",), others.id: works}
    (contested,) = group([named, others], CATALOG, published=dates, works=cited)
    assert [variant.told for variant in contested.variants] == ["2025-01", "2025-09"]


def test_a_capacity_is_set_against_one_that_is_told_with_its_year() -> None:
    told = [
        claim(RouteFact(RAILWAY, "capacity", Quantity(value, "m3/year"), year=year), article)
        for value, year, article in ((55e9, 2014, "a"), (60e9, None, "b"))
    ]
    (contested,) = group(told, CATALOG)
    assert contested.standing is Standing.CONTESTED
