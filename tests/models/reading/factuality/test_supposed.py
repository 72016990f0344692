"""What would be if something else were so: possible at most, and what would be lost or needed is no output."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Modality
from tests.models.reading.making import told


@pytest.mark.parametrize(
    "text",
    [
        "If Russia were to close the line, Uzbekistan would lose 32 million cubic metres of gas a day.",
        "Were Russia to close the line, Uzbekistan would lose 32 million cubic metres of gas a day.",
        "Uzbekistan would lose 32 million cubic metres of gas a day if the line were closed.",
        "In case of a stoppage Uzbekistan would lose 12 million tonnes of oil a year.",
        "Unless the pipeline is repaired, Kazakhstan will lose 5 million tonnes of oil.",
        "Without the line Uzbekistan would be short of 32 million cubic metres of gas a day.",
        "Uzbekistan will need 10 billion cubic metres of gas a year by 2030.",
    ],
)
def test_what_would_be_lost_or_needed_is_no_output(reader: Reader, text: str) -> None:
    assert told(reader, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "If prices fell, Kazakhstan would export 20 million tonnes of oil to China.",
        "If China were to pay more, Turkmenistan would deliver 10 billion cubic metres of gas a year to China.",
        "If China were to pay $5 billion, Turkmenistan would deliver 10 billion cubic metres of gas a year to China.",
        "Were prices to fall, Kazakhstan would export 20 million tonnes of oil to China.",
        "Should the price rise, Kazakhstan would export 20 million tonnes of oil to China.",
        "In the event of war, Turkmenistan would sell 40 billion cubic metres of gas to China.",
        "In case of a drought, Kazakhstan would import 2 million tonnes of grain.",
        "If Kazakhstan joined the bloc, it would sign an agreement with Iran.",
        "If Russia were to close the line, China would invest $5 billion in Uzbekistan.",
        "If the dam were built, Tajikistan would produce 30 billion kilowatt-hours of electricity.",
    ],
)
def test_what_hangs_on_something_else_is_possible_at_most(reader: Reader, text: str) -> None:
    claims = told(reader, text)
    assert claims
    assert {claim.modality for claim in claims} == {Modality.POSSIBLE}


@pytest.mark.parametrize(
    "text",
    [
        "Kazakhstan exported 20 million tonnes of oil to China when prices fell.",
        "In the event, Kazakhstan exported 20 million tonnes of oil to China.",
    ],
)
def test_what_was_done_stays_done(reader: Reader, text: str) -> None:
    assert {claim.modality for claim in told(reader, text)} == {Modality.DONE}
