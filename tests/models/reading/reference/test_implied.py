"""Whom a sentence leaves unsaid: nobody is put in who may not be meant; "that country" is the one named last."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Commitment, Event, Resource
from tests.models.reading.making import article


def _deeds(reader: Reader, prose: str) -> set[tuple[str, frozenset[str]]]:
    told = (claim.content for claim in reader.claims(article(prose)))
    return {(deed.plover, frozenset((*deed.actor, *deed.target))) for deed in told if isinstance(deed, Event)}


@pytest.mark.parametrize(
    ("prose", "deed"),
    [
        (
            "Tajik and Afghan guards shot at each other on Monday. Kabul closed the bridge until further notice.",
            ("COERCE", {"AFG", "TJK"}),
        ),
        (
            "Uzbekistan spoke with Afghanistan about the canal. Uzbekistan has also offered to help line it.",
            ("AID", {"UZB", "AFG"}),
        ),
    ],
)
def test_who_was_told_beside_the_other_deals_with_him(reader: Reader, prose: str, deed: tuple[str, set[str]]) -> None:
    assert (deed[0], frozenset(deed[1])) in _deeds(reader, prose)


@pytest.mark.parametrize(
    ("prose", "pair"),
    [
        ("Iran has a line to Afghanistan. Iran made a free-trade agreement with Acme Holding.", {"IRN", "AFG"}),
        (
            "Iran has a line to Afghanistan. Iran made a free-trade agreement with the Eurasian Economic Union.",
            {"IRN", "AFG"},
        ),
        ("Azerbaijan lies west of Central Asia. The presidents of Central Asia have met since 2018.", {"C5", "AZE"}),
        ("Russia farms on more land than Kazakhstan. Moscow sets the price on the market.", {"RUS", "KAZ"}),
        ("Turkmenistan supplies power and gas. Pakistan closed the border in October.", {"PAK", "TKM"}),
        ("Moscow kept its base. The European Union welcomed the treaty and pledged 20 million euros.", {"EUU", "RUS"}),
        (
            "The European Union buys from Turkmenistan. Brussels supports the Trans-Caspian gas pipeline.",
            {"EUU", "TKM"},
        ),
    ],
)
def test_a_newcomer_or_one_with_others_does_not_deal_with_who_was_named(
    reader: Reader, prose: str, pair: set[str]
) -> None:
    assert all(parties != pair for _, parties in _deeds(reader, prose))


def test_that_country_is_the_one_named_last(reader: Reader) -> None:
    prose = "Kazakhstan sends grain to China. That country imported 400,000 tonnes of grain in 2023."
    told = (claim.content for claim in reader.claims(article(prose)))
    amounts = {fact.country for fact in told if isinstance(fact, Resource) and fact.quantity is not None}
    assert amounts == {"CHN"}
    prose = "Kazakhstan imported coal from Russia. That country has offered to help it."
    told = (claim.content for claim in reader.claims(article(prose)))
    assert {deed.actor for deed in told if isinstance(deed, Event)} <= {("RUS",)}


def test_what_a_government_known_only_as_such_pays_is_for_nobody_in_particular(reader: Reader) -> None:
    prose = "Uzbekistan and South Korea signed an agreement in Seoul. Uzbekistan mines tungsten."
    prose += " Much has to be drilled again, and the government has set aside $180 million for that."
    told = (claim.content for claim in reader.claims(article(prose)))
    assert {(item.by, item.to) for item in told if isinstance(item, Commitment)} == {(("UZB",), ())}


def test_who_is_asked_by_others_does_not_ask_them(reader: Reader) -> None:
    prose = "The Asian Development Bank, asked by Uzbekistan and Pakistan to pay for the railway, said it was not sure."
    told = (claim.content for claim in reader.claims(article(prose)))
    askers = {deed.actor for deed in told if isinstance(deed, Event) and deed.plover == "REQUEST"}
    assert askers <= {("UZB", "PAK")}
