"""A plant that is tendered, agreed, contracted or due is planned; one that was built by a contract stands."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Modality, Resource
from tests.models.reading.making import told

FIRM = "Turkish firm Calik Holding"
PLANNED = [
    f"{FIRM} won a tender to build a urea plant in Garabogaz, with an annual capacity of 1 million tonnes.",
    "Uzbekistan signed agreements worth $1 billion with Masdar to build solar plants with a capacity of 1.6 gigawatts.",
    "Uzbekistan builds. The first 500-megawatt wind farm, in Bukhara, is due to come on stream by the end of 2028.",
    "Masdar was awarded a contract to build a 250 MW solar plant in Uzbekistan.",
    "ACWA Power signed an agreement on the construction of a 1 GW wind farm in Kazakhstan.",
    "Kazakhstan announced a tender for a 200 MW wind farm.",
    "Construction of a 1 GW wind farm in Kazakhstan is to begin in spring 2027.",
    "Uzbekistan approved the construction of a 300 MW solar plant.",
    "Uzbekistan tendered a 200 MW solar plant in Navoi.",
    "A tender to build a fertiliser plant with a capacity of 1 million tonnes in Turkmenistan was won.",
]
BUILT = [
    f"{FIRM} built a urea plant in Turkmenistan with an annual capacity of 1 million tonnes.",
    "Masdar has completed a contract to build a 250 MW solar plant in Uzbekistan.",
    "Under an agreement with ACWA Power, a 1.5 GW wind farm was built in Uzbekistan in 2024.",
    "The contract to build a 100 MW solar plant in Kazakhstan was signed in 2019, and the plant opened in 2021.",
    "In line with a plan to build new plants, Uzbekistan put a 400 MW wind farm into operation.",
    "Uzbekistan builds. The 500 MW wind farm in Bukhara is due to close next year.",
]


def _sizes(reader: Reader, prose: str) -> list[Modality]:
    claims = [claim for claim in told(reader, prose) if isinstance(claim.content, Resource)]
    return [claim.modality for claim in claims if isinstance(claim.content, Resource) and claim.content.quantity]


@pytest.mark.parametrize("prose", PLANNED)
def test_what_is_only_to_be_built_is_planned(reader: Reader, prose: str) -> None:
    assert _sizes(reader, prose) == [Modality.PLANNED]


@pytest.mark.parametrize("prose", BUILT)
def test_what_was_built_stands(reader: Reader, prose: str) -> None:
    assert _sizes(reader, prose) == [Modality.DONE]


def test_the_size_of_plants_of_two_kinds_together_is_that_of_neither(reader: Reader) -> None:
    assert not _sizes(reader, "Uzbekistan has wind and solar plants with a total capacity of 1.6 gigawatts.")
