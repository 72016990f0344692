"""Who is meant behind an opening phrase, by a pair of firms, or by a ministry that has only its seat."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Event
from tests.models.reading.making import told

MET = "Tokayev met Xi Jinping in Astana."


def _parties(reader: Reader, prose: str) -> set[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    events = (claim.content for claim in told(reader, prose))
    return {(event.plover, event.actor, event.target) for event in events if isinstance(event, Event)}


@pytest.mark.parametrize("opening", ["In the evening they", "Under the plan for the year they", "In Astana they"])
def test_they_behind_a_phrase_that_names_nobody_open_the_sentence(reader: Reader, opening: str) -> None:
    assert ("AGREE", ("KAZ", "CHN"), ()) in _parties(reader, f"{MET} {opening} signed a declaration.")


@pytest.mark.parametrize("opening", ["Banks were told and they", "When prices rise, as it is feared, they"])
def test_they_behind_a_clause_of_others_are_left_open(reader: Reader, opening: str) -> None:
    assert not any(event[0] == "AGREE" for event in _parties(reader, f"{MET} {opening} signed a declaration."))


@pytest.mark.parametrize("both", ["The two companies", "Both firms", "The companies"])
def test_two_firms_are_those_of_the_sentence_before(reader: Reader, both: str) -> None:
    prose = f"Eni has worked with KazMunayGas in Kazakhstan since 2019. {both} signed a further contract in May."
    assert ("AGREE", ("Eni", "KazMunayGas"), ()) in _parties(reader, prose)


def test_two_firms_are_nobody_where_one_was_named(reader: Reader) -> None:
    prose = "Eni has worked in Kazakhstan since 2019. The two companies signed a further contract in May."
    assert _parties(reader, prose) == set()


def test_a_ministry_is_of_the_state_in_which_it_sits(reader: Reader) -> None:
    prose = "Kazakhstan sold gas. The foreign ministry in Tashkent summoned the Afghan chargé d'affaires."
    assert ("REQUEST", ("UZB",), ("AFG",)) in _parties(reader, prose)


def test_a_ministry_before_the_owner_of_a_place_is_not_of_it(reader: Reader) -> None:
    prose = "Kazakhstan sold gas. The foreign ministry summoned the Afghan chargé d'affaires in Tashkent."
    assert ("REQUEST", ("KAZ",), ("AFG",)) in _parties(reader, prose)


def test_who_is_dealt_with_in_an_aside_acts_not_behind_it(reader: Reader) -> None:
    prose = "Moscow, which has long courted Tashkent, asked the World Bank for a loan."
    assert ("REQUEST", ("RUS",), ("World Bank",)) in _parties(reader, prose)


def test_an_adjective_that_ends_as_a_verb_leaves_who_acts_free(reader: Reader) -> None:
    prose = "Landlocked Kyrgyzstan asked China for a loan."
    assert ("REQUEST", ("KGZ",), ("CHN",)) in _parties(reader, prose)


def test_a_body_for_rights_takes_part_in_what_is_done(reader: Reader) -> None:
    prose = "Human Rights Watch urged Kazakhstan to free two writers."
    assert ("REQUEST", ("Human Rights Watch",), ("KAZ",)) in _parties(reader, prose)
