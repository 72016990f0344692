"""Sentences that tell again what the one before told, with another figure, date or subject."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Commitment, Event, Modality, Resource, RouteFact
from tests.models.reading.making import article

_GAS = "Uzbekistan produced 47 billion cubic metres of gas in 2023."


def _goods(reader: Reader, prose: str) -> set[tuple[str, object, int | None]]:
    contents = [claim.content for claim in reader.claims(article(prose))]
    return {
        (content.country, content.quantity.value, content.year)
        for content in contents
        if isinstance(content, Resource) and content.quantity is not None and content.relation != "imports"
    }


@pytest.mark.parametrize(
    ("echo", "value", "year"),
    [
        ("In 2022 it was 50 billion.", 5e10, 2022),
        ("The year before it had been 50 billion.", 5e10, 2022),
        ("In 2021: about 53 billion.", 5.3e10, 2021),
        ("The figure stood at 54 billion in 2020.", 5.4e10, 2020),
    ],
)
def test_a_figure_of_another_year_is_of_the_same_goods(reader: Reader, echo: str, value: float, year: int) -> None:
    assert ("UZB", value, year) in _goods(reader, f"{_GAS} {echo}")


def test_a_figure_that_is_to_come_is_planned(reader: Reader) -> None:
    claims = reader.claims(
        article("The Middle Corridor carried 4.5 million tonnes in 2024. By 2030 it is to be 10 million.")
    )
    facts = [claim for claim in claims if isinstance(claim.content, RouteFact)]
    assert [claim.content.predicate for claim in facts] == ["carried", "target"]
    claims = reader.claims(article(f"{_GAS} By 2030 it should be 60 billion."))
    assert [claim.modality for claim in claims] == [Modality.DONE, Modality.PLANNED]


def test_others_who_follow_do_the_same(reader: Reader) -> None:
    prose = "Kazakhstan shipped 50 tonnes of gold to China. Uzbekistan followed with 20 tonnes, Kyrgyzstan with 12."
    assert _goods(reader, prose) == {("KAZ", 50, None), ("UZB", 20, None), ("KGZ", 12, None)}
    prose = "Kazakhstan sold China 300,000 tonnes of flour. Afghanistan came second with 200,000 tonnes."
    assert _goods(reader, prose) == {("KAZ", 3e5, None), ("KAZ", 2e5, None)}
    prose = "Japan pledged 100 million dollars to Tajikistan. Germany followed with 40 million dollars."
    sums = [claim.content for claim in reader.claims(article(prose)) if isinstance(claim.content, Commitment)]
    assert [(content.by, content.to) for content in sums] == [(("JPN",), ("TJK",)), (("DEU",), ("TJK",))]


@pytest.mark.parametrize(
    "prose",
    [
        "Kazakhstan produced 90 million tonnes of oil and exported 70 million. The year before it was 60 million.",
        f"{_GAS} In 2022 it was 31 degrees in May.",
        f"{_GAS} In 2022 it was sold to others.",
        "Uzbekistan did not produce 47 billion cubic metres of gas in 2023. In 2022 it was 50 billion.",
    ],
)
def test_nothing_is_guessed_where_figures_compete_or_differ(reader: Reader, prose: str) -> None:
    assert not {value for _, value, _ in _goods(reader, prose)} & {6e7, 31, 5e10}


def _deeds(reader: Reader, prose: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...], str | None]]:
    contents = [claim.content for claim in reader.claims(article(prose))]
    return [(item.plover, item.actor, item.target, item.date) for item in contents if isinstance(item, Event)]


_HIT = "On 15 August 2025 the United States imposed sanctions on Kyrgyzstan."


def test_who_did_the_same_did_it_on_his_own_day(reader: Reader) -> None:
    [_, second, third] = _deeds(reader, f"{_HIT} Britain followed suit. The EU did the same in October 2025.")
    assert second == ("SANCTION", ("GBR",), ("KGZ",), None)
    assert third == ("SANCTION", ("EUU",), ("KGZ",), "2025-10")


@pytest.mark.parametrize("other", ["Britain did not follow suit.", "Britain may do the same.", "Britain was silent."])
def test_who_did_not_do_the_same_did_nothing(reader: Reader, other: str) -> None:
    assert len(_deeds(reader, f"{_HIT} {other}")) == 1
