"""What another thing in the sentence says is not told of the first: ways, datelines, later deeds, times and voices."""

from __future__ import annotations

import pytest

from models.catalog import Catalog
from models.reading import Reader
from models.records import Commitment, Event, Quote, Relation, Resource, Standing
from models.statements import group
from tests.models.reading.making import article, told


@pytest.mark.parametrize(
    ("freight", "exported"),
    [
        ("Shipments over the Trans-Caspian route rose by 21% in 2024 to 3.6 million tonnes.", []),
        ("Shipments on the Gobi Star route reached 3.6 million tonnes in 2024.", []),
        ("Shipments to China reached 3.6 million tonnes in 2024.", [3.6e6]),
        ("Shipments through the Caspian pipeline reached 3.6 million tonnes in 2024.", [3.6e6]),
    ],
)
def test_what_goes_along_a_way_is_not_the_goods_spoken_of(freight: str, exported: list[float], reader: Reader) -> None:
    goods = "oil" if "pipeline" in freight else "wheat"
    claims = told(reader, f"Kazakhstan exports {goods}. {freight}")
    figures = [claim.content.quantity.value for claim in claims if _is_figure(claim.content)]
    assert figures == exported


def _is_figure(content: object) -> bool:
    return isinstance(content, Resource) and content.relation == "exports" and content.quantity is not None


@pytest.mark.parametrize(
    ("prose", "year", "part"),
    [
        ("Last month Kyrgyzstan exported 2.1 tonnes of gold to Switzerland.", 2025, "November"),
        ("Kyrgyzstan exported 2.1 tonnes of gold to Switzerland last month.", 2025, "November"),
        ("Kyrgyzstan's trade grew. The ministry said in October that it has 2.1 tonnes of gold.", None, None),
        (
            "In October China signed a contract with Kazakhstan for 4,500 tonnes of uranium to be delivered by 2030.",
            2030,
            None,
        ),
    ],
)
def test_a_figure_has_the_time_of_its_own_verb(prose: str, year: int | None, part: str | None, reader: Reader) -> None:
    contents = [claim.content for claim in told(reader, prose)]
    found = {(item.year, item.quantity.of) for item in contents if isinstance(item, Resource) and item.quantity}
    assert found == ({(year, part)} if "has" not in prose else {(None, None)})


@pytest.mark.parametrize(
    ("tail", "source"),
    [
        ("a trade publication estimated.", "a trade publication"),
        ("two people familiar with the matter said.", "two people familiar with the matter"),
        ("one of the officials said.", "one of the officials"),
    ],
)
def test_nameless_sources_are_told(tail: str, source: str, reader: Reader) -> None:
    claims = told(reader, f"Kazakhstan produced 19,100 tonnes of uranium in 2024, {tail}")
    assert [claim.attribution for claim in claims if isinstance(claim.content, Resource)] == [source]


def test_a_quote_begins_behind_the_dateline(reader: Reader) -> None:
    prose = "ALMATY, 20 December 2025 (Steppe Wire) - Kazatomprom said on Saturday it would lower its guidance."
    text = article(prose)
    (claim,) = [claim for claim in reader.read(text).claims if isinstance(claim.content, Quote)]
    evidence = claim.evidence
    assert evidence.quote == "Kazatomprom said on Saturday it would lower its guidance."
    assert text.text[evidence.start : evidence.end] == evidence.quote


@pytest.mark.parametrize(
    ("told_there", "place"),
    [(" in Tashkent", "Tashkent"), ("", "Astana"), (" in China", None)],
)
def test_the_place_of_a_pact_is_the_one_told_before_that_of_the_dateline(
    told_there: str, place: str | None, reader: Reader
) -> None:
    prose = f"ASTANA, 3 June (Steppe Wire) - Kazakhstan and Uzbekistan signed an agreement on rail{told_there}."
    (event,) = [claim.content for claim in reader.read(article(prose)).claims if isinstance(claim.content, Event)]
    assert event.place == place


def test_a_summary_does_not_end_within_a_second_deed(reader: Reader) -> None:
    prose = "Uzbekistan opposes the plan of Kyrgyzstan for a new high dam and has threatened to close the border."
    summaries = [claim.content.summary for claim in told(reader, prose) if isinstance(claim.content, Event)]
    assert "opposes the plan of Kyrgyzstan for a new high dam" in summaries
    assert not any(summary.endswith("threatened") for summary in summaries)


def test_what_money_is_for_ends_before_but(reader: Reader) -> None:
    prose = "Japan has pledged $12 billion for transport in Central Asia, but no money has yet been paid for ports."
    purposes = [claim.content.purpose for claim in told(reader, prose) if isinstance(claim.content, Commitment)]
    assert purposes == ["transport in Central Asia"]


def test_money_for_a_way_goes_to_the_lands_it_leads_through(reader: Reader) -> None:
    prose = "China will provide a loan of $2.35 billion for the China-Kyrgyzstan-Uzbekistan railway."
    assert [claim.content.to for claim in told(reader, prose) if isinstance(claim.content, Commitment)] == [
        ("KGZ", "UZB")
    ]


def test_talks_that_failed_are_no_meeting(reader: Reader) -> None:
    prose = "China will provide no loan to Kyrgyzstan, and talks with the Asian Development Bank have failed."
    assert not [claim for claim in told(reader, prose) if isinstance(claim.content, Event)]


def test_who_wants_more_influence_seeks_it(reader: Reader) -> None:
    claims = told(reader, "Tokyo aims to expand its influence in Central Asia.")
    relations = [(claim.content.relation, claim.modality) for claim in claims if isinstance(claim.content, Relation)]
    assert relations == [("seeks influence", "done")]


@pytest.mark.parametrize(
    ("told_of", "stated", "denied"),
    [
        (
            "a loan",
            "China will provide a loan of $2 billion for the {way}.",
            "China will not provide a loan for the {way}.",
        ),
        ("support", "Uzbekistan supports the {way}.", "Uzbekistan opposes the {way}."),
    ],
)
def test_refused_support_stands_against_the_promise(
    told_of: str, stated: str, denied: str, reader: Reader, catalog: Catalog
) -> None:
    way = "China-Kyrgyzstan-Uzbekistan railway"
    claims = [claim for prose in (stated, denied) for claim in told(reader, prose.format(way=way))]
    backed = [claim for claim in claims if getattr(claim.content, "predicate", "") == "supported_by"]
    (statement,) = group(backed, catalog)
    assert statement.standing is Standing.CONTESTED, told_of


def test_what_was_planned_before_is_no_plan_beside_what_is_planned_now(reader: Reader) -> None:
    prose = (
        "Kazakhstan, which had planned to produce 29,697 tonnes of uranium in 2026, now plans to produce 27,500 tonnes."
    )
    contents = [claim.content for claim in told(reader, prose)]
    assert [item.quantity.value for item in contents if isinstance(item, Resource) and item.quantity] == [27_500]


def test_talks_without_an_outcome_took_place(reader: Reader) -> None:
    claims = told(reader, "Talks between Kazakhstan and Russia on gas transit ended without an agreement.")
    assert [claim.affirmed for claim in claims if isinstance(claim.content, Event)] == [True]
