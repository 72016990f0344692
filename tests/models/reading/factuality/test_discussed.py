"""Trade that is only talked about, or that somebody would like, is possible at most."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Modality, Resource
from tests.models.reading.making import told


def _trade(reader: Reader, prose: str) -> list[Modality]:
    claims = [claim for claim in told(reader, prose) if isinstance(claim.content, Resource)]
    traded = ("exports", "imports")
    return [claim.modality for claim in claims if getattr(claim.content, "relation", "") in traded]


@pytest.mark.parametrize(
    "prose",
    [
        "The president of Uzbekistan will visit Ashgabat to discuss the purchase of Turkmen gas.",
        "The ministers will discuss the export of Kazakh oil to Germany.",
        "Talks on supplies of Turkmen gas to Turkey are under way.",
        "Kazakhstan and China discussed exports of 2 million tonnes of wheat.",
        "Uzbekistan expressed interest in importing 2 bcm of gas from Turkmenistan.",
    ],
)
def test_what_is_only_discussed_is_possible(reader: Reader, prose: str) -> None:
    assert set(_trade(reader, prose)) == {Modality.POSSIBLE}


@pytest.mark.parametrize(
    "prose",
    [
        "Uzbekistan imported 9.4 bcm of gas from Russia and discussed the purchase of more.",
        "Kazakhstan discussed its output, and it exported 3 million tonnes of wheat to Iran.",
        "After considering offers, China bought 300 tonnes of Kazakh uranium.",
    ],
)
def test_what_is_traded_beside_talks_is_done(reader: Reader, prose: str) -> None:
    assert set(_trade(reader, prose)) == {Modality.DONE}


def test_interest_of_which_nobody_tells_who_sells_is_no_trade(reader: Reader) -> None:
    wish = '"We are interested in long-term supplies of up to 2 billion cubic meters a year," Sherzod Asadov said.'
    assert Modality.DONE not in _trade(reader, f"Uzbekistan may buy Turkmen gas. {wish}")
    contents = [claim.content for claim in told(reader, f"Uzbekistan may buy Turkmen gas. {wish}")]
    assert not [one for one in contents if isinstance(one, Resource) and one.quantity is not None]
