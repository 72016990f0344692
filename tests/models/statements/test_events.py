"""Events: the summit of both samples is one, other meetings are not drawn in."""

from __future__ import annotations

import pytest
from msgspec import structs

from models.catalog import load
from models.records import Claim, Event, Modality, Standing, Statement
from models.statements import group
from tests.models.making import MEMBERS, agreement, claim, meeting

CATALOG = load()


def sources(statements: tuple[Statement, ...]) -> list[int]:
    return sorted(statement.independent for statement in statements)


def test_the_summit_of_both_samples_is_one() -> None:
    (statement,) = group([meeting("a"), meeting("b", "2025-12-20"), meeting("b")], CATALOG)
    assert (statement.standing, statement.independent) == (Standing.CORROBORATED, 2)
    content = statement.variants[0].content
    assert isinstance(content, Event)
    assert content.date == "2025-12-20"


def test_a_meeting_of_two_days_is_one_and_not_contested() -> None:
    (statement,) = group([meeting("a", "2025-12-19"), meeting("b", "2025-12-20")], CATALOG)
    assert statement.standing is Standing.CORROBORATED


def test_meetings_in_other_places_or_weeks_are_others() -> None:
    made = [meeting("a", "2025-12-19"), meeting("b", "2025-12-20", "Osaka"), meeting("c", "2025-12-27")]
    assert sources(group(made, CATALOG)) == [1, 1, 1]


def test_meetings_of_one_day_in_two_towns_are_two() -> None:
    made = [meeting("a", "2025-12-19", "Tokyo"), meeting("b", "2025-12-19", "Astana")]
    assert sources(group(made, CATALOG)) == [1, 1]
    made = [meeting("a", "2025-12-19", "Tokyo"), meeting("b", "2025-12-19", "the guest house")]
    assert sources(group(made, CATALOG)) == [2]


def test_a_vague_date_joins_the_only_day_in_it() -> None:
    assert sources(group([meeting("a", "2025-12"), meeting("b", "2025-12-20")], CATALOG)) == [2]


def test_what_fits_two_meetings_joins_neither() -> None:
    made = [meeting("a"), meeting("b", "2025-12-20"), meeting("c", "2024-08-09")]
    assert sources(group(made, CATALOG)) == [1, 1, 1]


def test_an_undated_meeting_was_not_told_before_it_took_place() -> None:
    made = [meeting("a", place=None), meeting("b", "2025-12-20")]
    assert sources(group(made, CATALOG, published={"a": "2025-12-21"})) == [2]
    assert sources(group(made, CATALOG, published={"a": "2025-11-30"})) == [1, 1]
    assert sources(group(made, CATALOG, published={"a": "2028"})) == [1, 1]
    assert sources(group(made, CATALOG)) == [2]


def test_two_undated_meetings_are_one_only_at_one_place() -> None:
    assert sources(group([meeting("a"), meeting("b")], CATALOG)) == [2]
    assert sources(group([meeting("a", place=None), meeting("b", place=None)], CATALOG)) == [1, 1]


def test_agreements_are_told_apart_by_what_was_agreed() -> None:
    made = [
        agreement("a", "Agreed to strengthen critical minerals supply chains"),
        agreement("b", "Agreement to strengthen critical minerals supply chains", "2025-12-20"),
        agreement("b", "Agreement to cooperate on artificial intelligence", "2025-12-20"),
    ]
    assert sources(group(made, CATALOG)) == [1, 2]


def test_a_plan_is_past_once_the_day_has_come() -> None:
    planned = meeting("a", "2025-12-20", modality=Modality.PLANNED)
    done = meeting("b", "2025-12-20")
    standing = {found.claims[0].id: found.standing for found in group([planned, done], CATALOG)}
    assert standing == {planned.id: Standing.SUPERSEDED, done.id: Standing.SINGLE}


def test_who_does_and_who_receives_matters_except_in_meetings() -> None:
    accused = [claim(Event("ACCUSE", (one,), (other,), summary="tariffs")) for one, other in (("A", "B"), ("B", "A"))]
    met = [claim(Event("CONSULT", (one,), (other,), date="2025-01-02")) for one, other in (("A", "B"), ("B", "A"))]
    assert len(group(accused, CATALOG)) == 2
    assert len(group(met, CATALOG)) == 1


def test_two_names_of_a_type_are_one() -> None:
    made = [claim(Event(name, ("CHN",), ("C5",), summary="calls for closer ties")) for name in ("REQUEST", "DEMAND")]
    assert len(group(made, CATALOG)) == 1


def test_an_undated_meeting_joins_the_dated_one_though_others_are_undated() -> None:
    made = [meeting("a"), meeting("b", "2025-12-20"), meeting("c", "2006-06"), meeting("d", place=None)]
    published = {"b": "2025-12-20", "d": "2025-12-21"}
    assert sources(group(made, CATALOG, published=published)) == [1, 1, 2]


def test_an_undated_meeting_is_that_of_its_own_article() -> None:
    made = [meeting("a"), meeting("a", "2025-12-20"), meeting("b", "2006-06")]
    assert sorted(len(statement.claims) for statement in group(made, CATALOG)) == [1, 2]
    both = [*made, meeting("a", "2006-06")]
    assert sorted(len(statement.claims) for statement in group(both, CATALOG)) == [1, 1, 2]


def test_a_deed_of_a_year_joins_the_one_of_its_month_that_tells_the_same() -> None:
    def lifted(article: str, day: str, summary: str) -> Claim:
        return claim(Event("CONCEDE", ("KGZ",), date=day, summary=summary), article)

    exact = lifted("a", "2024-06", "ended its ban on uranium and thorium")
    made = [exact, lifted("b", "2024", "lifted its ban on uranium mining")]
    assert sources(group(made, CATALOG)) == [2]
    for day, summary in (
        ("2024", "cut its tariffs on uranium imports"),
        ("2023", "lifted its ban on uranium mining"),
        ("2024-09", "lifted its ban on uranium mining"),
    ):
        assert sources(group([exact, lifted("b", day, summary)], CATALOG)) == [1, 1]
    two = [exact, lifted("b", "2024-10", "dropped its ban on uranium"), lifted("c", "2024", "ended a ban on uranium")]
    assert sources(group(two, CATALOG)) == [1, 1, 1]


def test_a_land_holds_its_places() -> None:
    assert sources(group([meeting("a", place="Japan"), meeting("b", "2025-12-20", "Tokyo")], CATALOG)) == [2]
    assert sources(group([meeting("a", place="China"), meeting("b", "2025-12-20", "Tokyo")], CATALOG)) == [1, 1]


def test_a_plan_without_a_day_is_past_once_it_came_true() -> None:
    def past(planned: str | None, told: str, *done: str, place: str | None = None) -> bool:
        plan = meeting("a", planned, place, modality=Modality.PLANNED)
        statements = group([plan, *(meeting("b", day) for day in done)], CATALOG, published={"a": told})
        return next(found.standing for found in statements if plan in found.claims) is Standing.SUPERSEDED

    assert past(None, "2025-12-01", "2025-12-20")
    assert past("2025-12", "2025-11-02", "2025-12-20")
    assert not past("2026-12", "2025-11-02", "2025-12-20")
    assert not past(None, "2025-12-21", "2025-12-20")
    assert not past(None, "2024-11-01", "2025-12-20")
    assert not past(None, "2025-12-01", "2025-12-20", "2026-03-02")
    assert not past(None, "2025-12-01", "2025-12-20", place="Astana")
    assert not past("2025-12-24", "2025-12-01", "2025-12-20")


def test_an_undated_plan_of_another_deed_stays() -> None:
    plan = structs.replace(agreement("a", "to build a railway"), modality=Modality.PLANNED)
    made = [plan, agreement("b", "Treaty on water signed", "2025-12-20")]
    statements = group(made, CATALOG, published={"a": "2025-12-01"})
    assert {statement.standing for statement in statements} == {Standing.SINGLE}


def undated(quote: str, summary: str = "met", place: str | None = "Tokyo") -> Claim:
    """A meeting told without a date of its own."""
    return claim(Event("CONSULT", ("JPN",), MEMBERS, place=place, summary=summary), "a", quote=quote)


SUMMIT = claim(
    Event("CONSULT", ("JPN",), MEMBERS, date="2025-12-20", place="Tokyo", summary="held its first summit"), "b"
)
EARLIER = meeting("c", "2006-06")


@pytest.mark.parametrize(
    ("quote", "summary", "joined"),
    [
        ("They met in Tokyo on 20 December.", "met", SUMMIT),
        ("They met in Tokyo in June, on 5 June.", "met", EARLIER),
        ("The leaders met in Tokyo on Saturday.", "met", None),
        ("Their first summit was held in Tokyo.", "held a summit", SUMMIT),
        ("Their second summit was held in Tokyo.", "held a second summit", None),
        ("They met in Tokyo on 3 March.", "met", None),
    ],
)
def test_an_undated_meeting_is_the_one_of_several_whose_day_or_words_it_tells(
    quote: str, summary: str, joined: Claim | None
) -> None:
    told = undated(quote, summary)
    (found,) = (statement for statement in group([told, SUMMIT, EARLIER], CATALOG) if told in statement.claims)
    assert set(found.claims) == {told, *((joined,) if joined else ())}


@pytest.mark.parametrize(
    ("quote", "sources_of_each"),
    [
        ("They met in Tokyo on 18 December.", [2]),
        ("The office said on 24 December that they had met in Tokyo.", [2]),
        ("They met in Tokyo on 3 March.", [1, 1]),
        ("They met in Tokyo on 29 February.", [1, 1]),
    ],
)
def test_an_undated_meeting_of_another_day_is_another_one(quote: str, sources_of_each: list[int]) -> None:
    assert sources(group([undated(quote), SUMMIT], CATALOG)) == sources_of_each


@pytest.mark.parametrize(
    ("place", "quote", "sources_of_each"),
    [
        ("the guest house", "They met in the guest house in Tokyo.", [2]),
        ("the guest house", "They met in the guest house.", [1, 1]),
        ("Astana", "They met in Astana, not in Tokyo.", [1, 1]),
    ],
)
def test_a_house_is_at_the_town_that_its_sentence_names(place: str, quote: str, sources_of_each: list[int]) -> None:
    assert sources(group([undated(quote, place=place), SUMMIT], CATALOG)) == sources_of_each
