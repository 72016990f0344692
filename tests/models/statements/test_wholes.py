"""A part that is larger than its whole says so, and so does the whole; nothing else is touched."""

from __future__ import annotations

import pytest
from msgspec import structs

from models.catalog import load
from models.phrases import Phrases
from models.records import Claim, Modality, Quantity, Resource, Statement
from models.statements import group
from tests.models.making import claim

CATALOG = load()
WHOLE = Resource("TKM", "natural gas", "produces", quantity=Quantity(80e9, "m3"), year=2024)
PART = structs.replace(WHOLE, quantity=Quantity(90e9, "m3"), site="Galkynysh")


def told(*claims: Claim, language: str = "en") -> list[str]:
    statements = group(claims, CATALOG)
    return sorted(filter(None, (Phrases(CATALOG, language).detail(statement) for statement in statements)))


def unlike(*contents: Resource) -> list[Statement]:
    statements = group([claim(content, name) for content, name in zip(contents, "abcd", strict=False)], CATALOG)
    return [statement for statement in statements if statement.unlike]


def test_both_say_what_they_cannot_go_with() -> None:
    assert told(claim(WHOLE, "a"), claim(PART, "b")) == [
        "larger than the country's total of 80 billion cubic metres",
        "less than the 90 billion cubic metres told of a part of it, Galkynysh",
    ]


@pytest.mark.parametrize("language", ["ja", "ru"])
def test_so_they_do_in_every_language(language: str) -> None:
    larger, smaller = sorted(
        told(claim(WHOLE, "a"), claim(PART, "b"), language=language), key=lambda text: "90" in text
    )
    assert ("80" in larger, "90" in smaller) == (True, True)


@pytest.mark.parametrize(
    "part",
    [
        structs.replace(PART, site="", firm="Turkmengaz"),
        structs.replace(PART, site="", partner=("CHN",)),
    ],
)
def test_firms_and_partners_are_parts_too(part: Resource) -> None:
    assert {statement.unlike for statement in unlike(WHOLE, part)} == {WHOLE, part}


@pytest.mark.parametrize(
    "part",
    [
        structs.replace(PART, quantity=Quantity(70e9, "m3")),
        structs.replace(PART, quantity=Quantity(80.2e9, "m3")),
        structs.replace(PART, year=2023),
        structs.replace(PART, year=None),
        structs.replace(PART, relation="reserves"),
        structs.replace(PART, country="UZB"),
        structs.replace(PART, resource="oil"),
        structs.replace(PART, quantity=Quantity(90e9, "m3", "resources")),
        structs.replace(PART, quantity=Quantity(90.0, "percent")),
    ],
)
def test_what_is_no_larger_part_of_the_same_says_nothing(part: Resource) -> None:
    assert unlike(WHOLE, part) == []


def test_of_two_totals_the_larger_counts() -> None:
    assert unlike(WHOLE, structs.replace(WHOLE, quantity=Quantity(95e9, "m3")), PART) == []


def test_plans_are_measured_by_plans() -> None:
    assert told(claim(WHOLE, "a"), claim(PART, "b", modality=Modality.PLANNED)) == []
