"""What was so only until some day, or what somebody will not have, is not told as so today."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Claim, Kind, Modality, Profile, Resource
from tests.models.reading.making import article

_STATES = frozenset({Kind.PROFILE, Kind.RELATION, Kind.RESOURCE, Kind.COMMITMENT})


def _states(reader: Reader, text: str) -> list[Claim]:
    """What the text tells of how things stand: no events and no quotes."""
    return [claim for claim in reader.claims(article(text)) if claim.kind in _STATES]


@pytest.mark.parametrize(
    "text",
    [
        "Uzbekistan was a member of the CSTO until 2012.",
        "Uzbekistan remained a member of the CSTO till 2012.",
        "Until 2009 Canada was the world's largest uranium producer.",
        "Kazakhstan exported gas to China until 2023.",
        "Kyrgyzstan was the largest supplier of gold to Switzerland until March 2009.",
        "Russia had a military base in Kyrgyzstan until 2014.",
    ],
)
def test_what_lasted_until_a_day_is_denied_and_not_of_its_year(reader: Reader, text: str) -> None:
    found = _states(reader, text)
    assert found
    assert not any(claim.affirmed for claim in found)
    assert not any(claim.content.year for claim in found if isinstance(claim.content, Resource))
    assert not any(claim.content.as_of for claim in found if isinstance(claim.content, Profile))


@pytest.mark.parametrize(
    "text",
    [
        "Turkmenistan did not export gas to China until 2009.",
        "Uzbekistan was not a member of the WTO until 2024.",
        "Kazakhstan has agreed to supply uranium to China until 2034.",
        "Kazakhstan will supply uranium to China until 2030.",
        "Kazakhstan is a member of the Human Rights Council of the United Nations until 2027.",
        "Kazakhstan exports gas to China, and worked on the line until 2009.",
    ],
)
def test_what_began_then_or_goes_on_is_so(reader: Reader, text: str) -> None:
    found = _states(reader, text)
    assert found
    assert all(claim.affirmed for claim in found)


@pytest.mark.parametrize(
    "text",
    ["Kazakhstan exported 5 bcm of gas to China until 2023.", "Kazakhstan had 15 million people until 2008."],
)
def test_a_figure_that_is_over_is_not_told(reader: Reader, text: str) -> None:
    assert not any(claim.affirmed for claim in _states(reader, text))


@pytest.mark.parametrize(
    "text",
    [
        "Iran used to be the main buyer of Turkmen gas.",
        "Until 2019 Russia was Turkmenistan's largest trading partner.",
        "Russia was Kazakhstan's largest trading partner until China overtook it.",
        "Russia was Kazakhstan's largest trading partner up to 2022.",
        "Russia was once Turkmenistan's largest trading partner.",
        "Iran was the basic buyer of Turkmen yarn in 2010th years.",
        "In the 1990s Iran was the main buyer of Turkmen cotton.",
        "Iran was the main buyer of Turkmen gas in the 2000s, before China took its place.",
        "Ukraine, once the main buyer of Turkmen gas, has bought none for years.",
        "Once the main buyer of Turkmen gas, Russia now takes none.",
        "Germany had been the leading trade partner of Kazakhstan before China.",
        "Kazakhstan used to export coal to Ukraine.",
    ],
)
def test_former_ties_and_trade_are_not_told(reader: Reader, text: str) -> None:
    assert _states(reader, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "China is now the main buyer of Turkmen gas; it used to be Russia.",
        "All five were once part of the Soviet Union and keep strong links with Russia.",
        "Russia was Kazakhstan's largest trading partner in 2024.",
    ],
)
def test_what_holds_is_told_beside_what_was(reader: Reader, text: str) -> None:
    assert _states(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "Uzbekistan won't join the Eurasian Economic Union.",
        "Kazakhstan won’t supply gas to Ukraine.",
        "Tashkent denied that it had joined the Eurasian Economic Union.",
        "The minister denied that Uzbekistan would join the EAEU.",
        "Kazakhstan denied that it sells uranium to Israel.",
        "China denied that it had lent Tajikistan $500 million.",
        "Uzbekistan ruled out membership of the EAEU.",
        "Uzbekistan turned down membership of the EAEU.",
        "Uzbekistan declined an invitation to join the EAEU.",
        "Uzbekistan resisted calls to join the EAEU.",
        "Uzbekistan has so far refused to become a member of the EAEU.",
        "Uzbekistan has yet to join the EAEU.",
        "Uzbekistan ceased its membership of the CSTO in 2012.",
        "Turkmenistan gave up full membership of the CIS in 2005.",
        "Turkmenistan ended its membership of the CIS in 2005.",
        "Uzbekistan suspended its membership in the CSTO.",
        "Uzbekistan left the CSTO in 2012.",
        "Uzbekistan withdrew from the CSTO in 2012.",
        "Uzbekistan, formerly a member of the CSTO, hosted the summit.",
        "Uzbekistan, a former member of the CSTO, signed an agreement with Russia.",
        "Kazakhstan abandoned its bid to join the WTO.",
        "Kazakhstan ceased exports of gas to China.",
    ],
)
def test_what_is_turned_down_or_given_up_is_not_so(reader: Reader, text: str) -> None:
    assert not any(claim.affirmed for claim in _states(reader, text))


@pytest.mark.parametrize(
    "text",
    [
        "Uzbekistan's gold output declined to about 100 tonnes in 2024.",
        "Kazakhstan's oil exports declined to 68 million tonnes in 2024.",
        "Kazakhstan produced no more than 20,000 tonnes of uranium in 2024.",
        "Trade between Kazakhstan and China declined to $40 billion in 2024.",
        "Uzbekistan, formerly a member of the CSTO, produces gas.",
        "South Korea lent Uzbekistan 300 million won.",
    ],
)
def test_a_fall_or_another_sense_of_the_word_denies_nothing(reader: Reader, text: str) -> None:
    found = _states(reader, text)
    assert found
    assert all(claim.affirmed and claim.modality is Modality.DONE for claim in found)
