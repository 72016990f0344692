"""What a sentence leaves out because the one before told it: the site, the way, the home of who acts, the host."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Commitment, Event, Quote, Resource, RouteFact
from tests.models.reading.making import article, told

_RAILWAY = "The China-Kyrgyzstan-Uzbekistan railway crosses Kyrgyzstan."


def test_the_dam_is_the_one_of_the_sentence_before(reader: Reader) -> None:
    claims = told(reader, "Rogun is rising in Tajikistan. The dam's last turbines would take it to 3,600 MW.")
    [goods] = [claim.content for claim in claims if isinstance(claim.content, Resource)]
    assert (goods.country, goods.resource, goods.site) == ("TJK", "hydropower", "Rogun dam")


def test_a_dam_that_nobody_named_is_none(reader: Reader) -> None:
    claims = told(reader, "Tajikistan met Iran in Dushanbe. The dam's last turbines would take it to 3,600 MW.")
    assert not [claim for claim in claims if isinstance(claim.content, Resource)]


@pytest.mark.parametrize(
    "part",
    [
        "Builders broke through a tunnel on Sunday. It measures 13 kilometres and cost $700 million.",
        "The longest bridge is part of the railway's first section. It is 13 kilometres long.",
        "Work on a station began in May. Its length is 13 kilometres.",
    ],
)
def test_the_length_of_a_part_is_not_that_of_the_way(reader: Reader, part: str) -> None:
    facts = [claim.content for claim in told(reader, f"{_RAILWAY} {part}") if isinstance(claim.content, RouteFact)]
    assert {fact.predicate for fact in facts} == {"crosses"}


def test_the_way_itself_is_still_it_where_its_parts_are_told(reader: Reader) -> None:
    prose = f"{_RAILWAY} Begun in 2024, the railway needs 50 tunnels. It is 523 kilometres long."
    facts = [claim.content for claim in told(reader, prose) if isinstance(claim.content, RouteFact)]
    assert "length" in {fact.predicate for fact in facts}


def test_who_acts_on_behalf_of_a_state_gives_its_money(reader: Reader) -> None:
    prose = (
        "The meeting was chaired by Commissioner Jana Novak, on behalf of the EU, and by the foreign minister of "
        "Tajikistan. Commissioner Novak announced a grant of 42 million euros for clean water."
    )
    [money] = [claim.content for claim in reader.claims(article(prose)) if isinstance(claim.content, Commitment)]
    assert (money.by, money.to) == (("EUU",), ("TJK",))


def test_a_route_through_a_country_does_not_avoid_it(reader: Reader) -> None:
    prose = "The Middle Corridor crosses the Caspian. The Northern Corridor is cheaper. Our line avoids Russia."
    facts = [claim.content for claim in told(reader, prose) if isinstance(claim.content, RouteFact)]
    assert [fact.route for fact in facts if fact.predicate == "bypasses"] == ["middle-corridor"]


@pytest.mark.parametrize(
    ("prose", "plover", "actor", "target"),
    [
        ("Kazakhstan wants a port. A Chinese delegation was here on 3 May 2025.", "CONSULT", ("CHN",), ("KAZ",)),
        ("Kyrgyzstan raised the toll. Police led away at least nine.", "COERCE", ("KGZ",), ()),
        ("Kyrgyzstan raised the toll. Residents of Naukat rallied against it on Monday.", "PROTEST", ("KGZ",), ()),
        ("Kazakhstan checks all. Customs held 9 lorries with parts bound for Russia.", "COERCE", ("KAZ",), ("RUS",)),
    ],
)
def test_a_deed_without_a_land_is_done_in_the_one_spoken_of(
    reader: Reader, prose: str, plover: str, actor: tuple[str, ...], target: tuple[str, ...]
) -> None:
    events = [claim.content for claim in told(reader, prose) if isinstance(claim.content, Event)]
    assert (plover, actor, target) in [(event.plover, event.actor, event.target) for event in events]


_GIANT = "Masar Power of Abu Dhabi is building a solar park near Bukhara in Uzbekistan. The IMF warned of guarantees."


@pytest.mark.parametrize(
    ("prose", "speaker"),
    [
        (f"{_GIANT} Masar replied that it had paid all.", "Masar Power of Abu Dhabi"),
        ("MASAR POWER, a developer, is at work in Uzbekistan. Masar replied that it had paid all.", "Masar Power"),
        ("Central Mining is at work in Uzbekistan. Central planning ended long ago, Fitch said.", "Fitch"),
    ],
)
def test_the_first_word_of_a_firm_calls_it_unless_many_begin_so(reader: Reader, prose: str, speaker: str) -> None:
    quotes = [claim.content for claim in reader.claims(article(prose)) if isinstance(claim.content, Quote)]
    assert speaker in [quote.speaker for quote in quotes]
    assert "Central Mining" not in [quote.speaker for quote in quotes]


def test_the_company_is_the_firm_called_last_and_no_fund(reader: Reader) -> None:
    prose = f"{_GIANT} Kazakhstan has invited Masar to bid. Astana and the company initialled an accord in May 2025."
    events = [claim.content for claim in told(reader, prose) if isinstance(claim.content, Event)]
    [pact] = [event for event in events if event.plover == "AGREE"]
    assert set(pact.actor + pact.target) == {"KAZ", "Masar Power of Abu Dhabi"}
