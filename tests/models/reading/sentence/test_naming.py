"""Names of firms and public bodies: how far they reach, whom a short name means, and for whom a body acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.records import Event, Quote
from tests.models.reading.making import article

if TYPE_CHECKING:
    from models.reading import Reader

PARTIES = {
    "An agreement was signed in May between Tau-Ken Samruk JSC and Cove Capital LLC of the United States.": {
        "Tau-Ken Samruk",
        "Cove Capital",
    },
    "The State Oil Company of the Republic of Azerbaijan signed a contract with KazMunayGas.": {
        "State Oil Company of the Republic of Azerbaijan",
        "KazMunayGas",
    },
    "Tethys Petroleum signed a contract with KazMunayGas in Astana.": {"Tethys Petroleum", "KazMunayGas"},
    "The General Prosecutor's Office of Kyrgyzstan demanded from Russia the arrest of a banker.": {"KGZ", "RUS"},
    "Tajikistan's lawmakers met. Parliament approved a loan agreement with China on Tuesday.": {"TJK", "CHN"},
    "Tokayev met Vladimir Putin just days after his meeting with Donald Trump in Washington.": {"KAZ", "USA"},
    "A Swiss company, Alpine Ore Partners, signed a contract with Kazatomprom in May.": {
        "Alpine Ore Partners",
        "Kazatomprom",
    },
    "The Nordic Copper Ventures (NCV) opened an office in Tashkent. NCV signed a contract with Kazatomprom.": {
        "Nordic Copper Ventures",
        "Kazatomprom",
    },
}
VOICES = {
    "The Asian Infrastructure Investment Bank has approved a loan to Tajikistan, the lender said.": (
        "Asian Infrastructure Investment Bank"
    ),
    "KazMunayGas is drilling. Tethys Petroleum, which is too, has missed two payments in Astana, the company said.": (
        "Tethys Petroleum"
    ),
    "“Kazakhstan has time,” said Lina Brandt of the Baltic Ore Institute.": "Lina Brandt",
    "Kazakhstan will drill, says the mine's Swiss owner, Alpine Ore Partners.": "Alpine Ore Partners",
    "Tethys's Chief Strategy Officer, Ms. Lina Brandt, stated that Kazakhstan would drill.": "Lina Brandt",
    "The Bank of the Sky Institute said Kazakhstan would pay.": "Bank of the Sky Institute",
}


@pytest.mark.parametrize("prose", PARTIES)
def test_who_takes_part(reader: Reader, prose: str) -> None:
    events = [claim.content for claim in reader.claims(article(prose)) if isinstance(claim.content, Event)]
    assert PARTIES[prose] in [{*event.actor, *event.target} for event in events]


@pytest.mark.parametrize("prose", VOICES)
def test_who_speaks(reader: Reader, prose: str) -> None:
    said = [claim.content.speaker for claim in reader.claims(article(prose)) if isinstance(claim.content, Quote)]
    assert said == [VOICES[prose]]


def test_goods_that_are_no_name_stay_goods(reader: Reader) -> None:
    tagged = [sentence.tags for sentence in reader.tagged(article("Crude Oil of Kazakhstan went to Natural Gas Co."))]
    assert "K" in tagged[-1]


def test_figures_and_terms_of_reports_are_no_bodies(reader: Reader) -> None:
    prose = "Kazakhstan mines copper. Revenue and EBITDA rose in Q2; the JORC resource and its NPV stand."
    named = [mention.name for sentence in reader.tagged(article(prose)) for mention in sentence.mentions]
    assert not {"EBITDA", "Q2", "JORC", "NPV"} & set(named)


def test_a_bank_is_none_of_the_two_countries(reader: Reader) -> None:
    prose = (
        "The president of Uzbekistan met the governor of the Japan Bank for Northern Works in Tashkent. "
        "The two countries signed a treaty."
    )
    events = [claim.content for claim in reader.claims(article(prose)) if isinstance(claim.content, Event)]
    [treaty] = [event for event in events if event.plover == "AGREE"]
    assert {*treaty.actor, *treaty.target} == {"UZB", "JPN"}
