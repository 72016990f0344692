"""What a claim is told of that its own sentence does not name confirms, contests and supersedes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from models.records import Modality, Profile, Quantity, Reading, Relation, Resource, RouteFact, Standing
from models.statements import group
from tests.models.making import claim

if TYPE_CHECKING:
    from models.catalog import Catalog
    from models.records import Claim, Content, Statement

LENGTH = RouteFact("cpc", "length", Quantity(1511.0, "km"))
OTHER = RouteFact("cpc", "length", Quantity(272.0, "km"))


def unnamed(content: Content, article: str) -> Claim:
    return structs.replace(claim(content, article), carried=True)


def grouped(catalog: Catalog, *claims: Claim) -> list[Statement]:
    dates = {"a": "2020-01-01", "b": "2026-01-01", "c": "2026-02-01"}
    found = group(claims, catalog, published=dates)
    return sorted(found, key=lambda statement: (not statement.leads, statement.key))


def test_it_stands_beside_another_value_and_supersedes_none(catalog: Catalog) -> None:
    told, other = grouped(catalog, claim(LENGTH, "a"), unnamed(OTHER, "b"))
    assert [told.standing, other.standing] == [Standing.SINGLE, Standing.SINGLE]
    assert [told.shown.content, other.shown.content] == [LENGTH, OTHER]
    assert told.series
    assert not other.series


def test_named_it_takes_the_place_of_the_older_value(catalog: Catalog) -> None:
    found = grouped(catalog, claim(LENGTH, "a"), claim(OTHER, "b"))
    assert [each.shown.content for each in found if each.standing.past] == [LENGTH]


def test_it_corroborates_nothing(catalog: Catalog) -> None:
    (told,) = grouped(catalog, claim(LENGTH, "a"), unnamed(LENGTH, "b"), unnamed(LENGTH, "c"))
    assert (told.standing, told.independent, len(told.claims)) == (Standing.SINGLE, 1, 3)
    (alone,) = grouped(catalog, unnamed(LENGTH, "b"), unnamed(LENGTH, "c"))
    assert (alone.standing, alone.leads) == (Standing.SINGLE, False)


def test_what_the_user_puts_right_counts(catalog: Catalog) -> None:
    meant = unnamed(LENGTH, "b").corrected(Reading(LENGTH), "2026-03-01T00:00:00Z")
    (told,) = grouped(catalog, claim(LENGTH, "a"), meant)
    assert told.standing is Standing.CORROBORATED
    assert not meant.as_read.in_words


def test_it_contests_no_tie_and_no_key_figure(catalog: Catalog) -> None:
    tie = Relation("KAZ", "CHN", "shares border")
    denied = structs.replace(unnamed(tie, "b"), affirmed=False)
    assert {each.standing for each in grouped(catalog, claim(tie, "a"), denied)} == {Standing.SINGLE}
    people = Profile("KAZ", "population", 20e6, None, "2024")
    less = structs.replace(people, value=2e6)
    assert {each.standing for each in grouped(catalog, claim(people, "a"), unnamed(less, "b"))} == {Standing.SINGLE}


def test_of_an_earlier_year_it_gives_way_to_what_is_named(catalog: Catalog) -> None:
    new = Resource("KAZ", "gold", "produces", None, Quantity(80.0, "tonne"), 2024)
    old = structs.replace(new, quantity=Quantity(70.0, "tonne"), year=2019)
    told, before = grouped(catalog, claim(new, "a"), unnamed(old, "b"))
    assert (told.shown.content, told.standing) == (new, Standing.SINGLE)
    assert before.standing.past


def test_a_part_that_exceeds_its_whole_leads_nowhere_and_takes_no_place(catalog: Catalog) -> None:
    whole = Resource("KGZ", "gold", "exports", None, Quantity(20.0, "tonne"), 2024)
    part = structs.replace(whole, quantity=Quantity(66.0, "tonne"), partner=("UZB",))
    before = structs.replace(part, quantity=Quantity(2.0, "tonne"), year=2023)
    told = grouped(catalog, claim(whole, "a"), claim(part, "b"), claim(before, "c"))
    by_content = {each.shown.content: each for each in told}
    assert [by_content[each].leads for each in (whole, part, before)] == [True, False, True]
    assert not by_content[before].standing.past
    possible = structs.replace(part, quantity=Quantity(6.0, "tonne"))
    told = grouped(catalog, claim(whole, "a"), claim(possible, "b"), claim(before, "c"))
    assert [each.standing.past for each in told if each.shown.content == before] == [True]


def test_a_whole_that_fewer_sources_give_than_its_part_is_the_impossible_one(catalog: Catalog) -> None:
    whole = Resource("KGZ", "gold", "exports", None, Quantity(2.0, "tonne"), 2024)
    part = structs.replace(whole, quantity=Quantity(16.0, "tonne"), site="Kumtor")
    told = grouped(catalog, claim(whole, "a"), claim(part, "b"), claim(part, "c"))
    assert {each.shown.content: each.leads for each in told} == {whole: False, part: True}
    assert told[0].claims[0].modality is Modality.DONE
