"""What a figure is not: all that is exported where it goes one way only, a deed where it is a plan, a deposit."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Claim, Commitment, Event, Modality, Profile, Quantity, Resource, RouteFact
from tests.models.reading.making import article


def _claims(reader: Reader, text: str) -> list[Claim]:
    return list(reader.claims(article(f"On trade in Central Asia, Kazakhstan above all.\n\n{text}")))


def _figures(reader: Reader, text: str) -> list[tuple[float, str, Modality]]:
    """Values of goods with what they are of, and how real they are."""
    found = [(claim.content, claim.modality) for claim in _claims(reader, text)]
    return [
        (content.quantity.value, content.quantity.of or "", modality)
        for content, modality in found
        if isinstance(content, Resource) and content.quantity and isinstance(content.quantity.value, float)
    ]


@pytest.mark.parametrize(
    ("text", "value", "way"),
    [
        (
            "Kazakhstan's crude deliveries via the Caspian Pipeline Consortium came to 51 million tonnes in 2024.",
            51e6,
            "through the Caspian Pipeline Consortium",
        ),
        ("Kazakhstan's oil exports came to 68 million tonnes in 2024.", 68e6, ""),
        (
            "Kazakhstan's crude exports through the CPC pipeline came to 51 million tonnes in 2024, while total crude "
            "exports came to 68 million tonnes.",
            68e6,
            "",
        ),
        (
            "Uzbekistan's gas imports through the TAPI pipeline reached 5 billion cubic metres in 2024.",
            5e9,
            "through the TAPI pipeline",
        ),
    ],
)
def test_what_goes_one_way_is_no_total(reader: Reader, text: str, value: float, way: str) -> None:
    assert (value, way, Modality.DONE) in _figures(reader, text)


def test_what_may_come_is_no_figure_of_what_was_sold(reader: Reader) -> None:
    found = _figures(
        reader, "Kazakhstan's oil sales through the CPC pipeline reached 50 million tonnes and may grow to 60 million."
    )
    assert [value for value, _, _ in found] == [50e6]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Kazakhstan exported 9 million tonnes of wheat in 2024, against a plan of 12 million.", [9e6]),
        ("Kazakhstan produced 4 million tonnes of wheat in 2024, short of its target of 5 million tonnes.", [4e6]),
        ("Kazakhstan exported 9 million tonnes of wheat in 2024, against 12 million in 2023.", [9e6, 12e6]),
    ],
)
def test_a_plan_beside_a_deed_is_no_deed(reader: Reader, text: str, values: list[float]) -> None:
    assert sorted(value for value, _, _ in _figures(reader, text)) == values


def test_gold_of_a_bank_lies_in_no_ground(reader: Reader) -> None:
    kept = "Kazakhstan's national bank kept 290 tonnes of gold in its reserves."
    assert not [item for item in _claims(reader, kept) if isinstance(item.content, Resource)]
    ground = _figures(reader, "Kazakhstan's gold reserves are put at 2,000 tonnes.")
    assert [value for value, _, _ in ground] == [2000.0]


def test_no_plans_are_a_plan_denied(reader: Reader) -> None:
    (claim,) = (
        claim
        for claim in _claims(reader, "Kyrgyzstan has no intention to import natural gas from anybody else.")
        if isinstance(claim.content, Resource)
    )
    assert not claim.affirmed


@pytest.mark.parametrize(
    ("words", "hedge"), [("no more than", "no more than"), ("at most", "at most"), ("more than", "more than")]
)
def test_a_ceiling_is_no_floor(reader: Reader, words: str, hedge: str) -> None:
    text = f"Kazakhstan will produce {words} 25,000 tonnes of uranium in 2030."
    (claim,) = (claim for claim in _claims(reader, text) if isinstance(claim.content, Resource))
    assert claim.content.quantity == Quantity(25_000.0, "tonne")
    assert claim.certainty == hedge


WAY = "The Baku-Tbilisi-Ceyhan pipeline carried 30 million tonnes of oil in 2024."
PLANT = "A nuclear power plant will be built on Lake Balkhash."


def test_a_nearer_plant_is_the_project(reader: Reader) -> None:
    money = (
        "Construction will cost an estimated $14 billion. The World Bank approved a loan of $2 billion for the project."
    )
    nearer = _claims(reader, f"{WAY}\n\n{PLANT} {money}")
    assert not [one for one in nearer if isinstance(one.content, RouteFact) and one.content.predicate != "carried"]
    assert [one for one in nearer if isinstance(one.content, Commitment)]
    way = _claims(reader, f"{WAY} Construction cost an estimated $4 billion.")
    assert [one for one in way if isinstance(one.content, RouteFact) and one.content.predicate == "cost"]


def test_who_speaks_behind_a_semicolon_told_nothing_before_it(reader: Reader) -> None:
    text = "Kazakhstan mined 60 tonnes of gold in 2024; the rest is out of reach, two traders said."
    (claim,) = (claim for claim in _claims(reader, text) if isinstance(claim.content, Resource))
    assert claim.attribution is None
    told = "Kazakhstan mined 60 tonnes of gold in 2024, Energy Minister Yerlan Akkenzhenov told reporters on Friday."
    (claim,) = (claim for claim in _claims(reader, told) if isinstance(claim.content, Resource))
    assert claim.attribution == "Yerlan Akkenzhenov"


def test_what_a_way_costs_is_not_of_the_year_in_which_it_opens(reader: Reader) -> None:
    text = "The China-Kyrgyzstan-Uzbekistan railway costs $4.7 billion and it should open in 2030."
    (cost,) = (one.content for one in _claims(reader, text) if isinstance(one.content, RouteFact))
    assert (cost.predicate, cost.year) == ("cost", None)


def test_the_true_figure_is_of_the_time_of_the_one_it_corrects(reader: Reader) -> None:
    text = (
        "The port says that the Middle Corridor carried 5 million tonnes in the first nine months. I think the real "
        "figure is closer to 4 million, because some of the cargo is counted twice."
    )
    facts = [one.content for one in _claims(reader, text) if isinstance(one.content, RouteFact)]
    found = {(fact.object.value, fact.object.of, fact.year) for fact in facts if isinstance(fact.object, Quantity)}
    assert (4e6, "first nine months", 2025) in found
    (fact,) = (
        one.content
        for one in _claims(reader, "Middle Corridor volumes reached 3 million tonnes in nine months, 5% below 2024.")
        if isinstance(one.content, RouteFact)
    )
    assert fact.year == 2025


def test_reserves_that_no_word_places_are_of_the_deposit_named_before(reader: Reader) -> None:
    before = "A firm took 70% of the Sarybulak gold deposit in Kazakhstan."
    sites = [
        one.content.site
        for text in (f"{before} Reserves are put at 90 tonnes of gold.", f"{before} Kazakhstan has 990 tonnes of gold.")
        for one in _claims(reader, text)
        if isinstance(one.content, Resource) and one.content.quantity and one.content.quantity.unit == "tonne"
    ]
    assert sites == ["Sarybulak", ""]


@pytest.mark.parametrize(("who", "count"), [("freight executive", 0), ("Kazakh minister", 1)])
def test_the_we_of_a_firm_is_no_state(reader: Reader, who: str, count: int) -> None:
    asked = (
        f"We spoke to {who} Dinara Omarova about Kazakhstan.\n\nDinara Omarova: Trade is good.\n\n"
        "Dinara Omarova: We signed a contract with Uzbekistan in August."
    )
    found = [one for one in _claims(reader, asked) if isinstance(one.content, Event)]
    assert len([one for one in found if "KAZ" in (*one.content.actor, *one.content.target)]) == count


def test_what_a_relative_clause_tells_has_no_year_of_the_verb_behind_it(reader: Reader) -> None:
    text = "Kyrgyzstan, which has a population of 7.3 million, consumed 420 million cubic metres of gas last year."
    (profile,) = (one.content for one in _claims(reader, text) if isinstance(one.content, Profile))
    assert (profile.property, profile.as_of) == ("population", None)
