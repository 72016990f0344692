"""Sentences as a newcomer's first articles have them: what was read too much, too little or for another."""

from __future__ import annotations

import pytest

from models.catalog import Catalog
from models.phrases import Phrases
from models.reading import Reader
from models.records import Claim, Commitment, Event, Kind, Profile, Resource, RouteFact
from models.statements import group
from models.statements.keys import key
from tests.models.reading.making import article, told


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("A fifth of Kazakhstan's exports go by the Middle Corridor.", "Kazakhstan's exports"),
        ("The Middle Corridor takes 6 percent of Kazakhstan's exports.", "Kazakhstan's exports"),
        ("About 80 percent of Kazakhstan's oil exports go through the CPC pipeline.", "Kazakhstan's oil exports"),
    ],
)
def test_the_share_that_goes_by_a_route_tells_of_what_it_is(reader: Reader, text: str, whole: str) -> None:
    claims = reader.claims(article(text))
    (object_,) = (claim.content.object for claim in claims if isinstance(claim.content, RouteFact))
    assert getattr(object_, "of", None) == whole
    assert not [claim for claim in claims if claim.kind is Kind.RELATION]


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("BTC carries 1.2 million tonnes of Kazakh oil.", "through the BTC"),
        ("The pipeline through Azerbaijan carried 1.2 million tonnes of Kazakh oil in 2024.", "through the pipeline"),
        ("In January-June 2024 BTC carried 1.2 million tonnes of Kazakh oil.", "through the BTC, January-June"),
        ("Kazakhstan exported 1.2 million tonnes of oil in 2024.", None),
    ],
)
def test_what_a_line_carries_is_not_all_that_is_exported(reader: Reader, text: str, of: str | None) -> None:
    exports = [claim.content for claim in reader.claims(article(text)) if isinstance(claim.content, Resource)]
    assert [export.quantity.of for export in exports if export.quantity] == [of]


@pytest.mark.parametrize(
    ("text", "told_as"),
    [
        ("Kazakhstan ranks about 12th in the world by oil reserves.", "about world's no. 12"),
        ("Kazakhstan is roughly the world's ninth-largest wheat exporter.", "roughly world's no. 9"),
        (
            "Kazakhstan, with about 40 percent of the output, is the world's largest uranium producer.",
            ": world's largest",
        ),
    ],
)
def test_a_rank_keeps_its_own_hedge(reader: Reader, catalog: Catalog, text: str, told_as: str) -> None:
    found = group([claim for claim in told(reader, text) if claim.kind is Kind.RESOURCE], catalog)
    assert any(told_as in Phrases(catalog).variant(statement.shown) for statement in found)


@pytest.mark.parametrize(
    ("text", "year", "of"),
    [
        ("In September 2025 the operator said that the Middle Corridor carries 4.5 million tonnes.", None, None),
        ("In September 2025, the Middle Corridor carries 4.5 million tonnes of cargo.", None, None),
        ("In September 2025 the Middle Corridor carried 4.5 million tonnes of cargo.", 2025, "September"),
        ("In 2025 the Middle Corridor carries 4.5 million tonnes of cargo.", 2025, None),
    ],
)
def test_the_month_in_which_something_is_so_is_not_that_of_its_figure(
    reader: Reader, text: str, year: int | None, of: str | None
) -> None:
    (fact,) = (claim.content for claim in reader.claims(article(text)) if isinstance(claim.content, RouteFact))
    assert (fact.year, getattr(fact.object, "of", None)) == (year, of)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Boeing announced a deal worth $7 billion with Air Astana.", {"Boeing", "Air Astana", "KAZ"}),
        (
            "Boeing said that the deal, worth $7 billion, covers 15 aircraft for Air Astana, Somon Air and "
            "Uzbekistan Airways.",
            {"Boeing"},
        ),
    ],
)
def test_what_a_deal_is_worth_is_nobody_s_promise(reader: Reader, text: str, parties: set[str]) -> None:
    (deal,) = (claim.content for claim in reader.claims(article(text)) if claim.kind is Kind.COMMITMENT)
    assert isinstance(deal, Commitment)
    assert {*deal.by} == parties
    assert (deal.to, deal.deed) == ((), "agreed")


@pytest.mark.parametrize(
    ("text", "firms"),
    [
        ("KTZ Express and Azerbaijan's ADY Container signed an agreement.", {"KTZ Express", "ADY Container"}),
        ("KTZ Express and ADY Container signed a memorandum.", {"KTZ Express", "ADY Container"}),
        ("Kazatomprom and China signed an agreement.", {"Kazatomprom", "CHN"}),
    ],
)
def test_the_firms_of_a_firm_go_by_their_whole_names(reader: Reader, text: str, firms: set[str]) -> None:
    (deed,) = (claim.content for claim in reader.claims(article(text)) if isinstance(claim.content, Event))
    assert {*deed.actor, *deed.target} == firms


def test_who_doubts_a_figure_in_an_interview_denies_it_and_nothing_else(reader: Reader) -> None:
    text = (
        "The ministry says that the Middle Corridor carried 4.5 million tonnes in 2024.\n\n"
        "“I doubt that figure,” said Nurlan Ospanov, a logistics expert."
    )
    denied = [claim for claim in told(reader, text) if not claim.affirmed]
    assert [(_carried(claim), claim.attribution) for claim in denied] == [(4.5e6, "Nurlan Ospanov")]
    assert denied[0].evidence.quote.startswith("“I doubt that figure")


def _carried(claim: Claim) -> object:
    content = claim.content
    return getattr(content.object, "value", None) if isinstance(content, RouteFact) else None


@pytest.mark.parametrize(
    "text",
    [
        "Kazakhstan sent 55 million tonnes of oil through the CPC pipeline in 2024.",
        "Kazakhstan sent 55 million tonnes of oil through the Caspian Pipeline Consortium (CPC) in 2024.",
        "In 2024 Kazakhstan sent 55 million tonnes of oil via the Caspian Pipeline Consortium's system.",
        "Kazakhstan exported 55 million tonnes of oil by the CPC pipeline in 2024.",
        "Kazakhstan's oil exports through the Caspian Pipeline Consortium came to 55 million tonnes in 2024.",
    ],
)
def test_a_way_is_one_by_the_name_of_its_firm_too(reader: Reader, catalog: Catalog, text: str) -> None:
    claims = [claim for claim in reader.claims(article(text)) if claim.kind is Kind.RESOURCE]
    (told_of,) = {key(claim, catalog) for claim in claims}
    assert told_of.endswith("exports | tonne of through the cpc")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Kazakhstan sold wheat to Uzbekistan. Exports were worth $7.5bn in 2024.", None),
        ("Uzbekistan grows cotton. The harvest was good. Exports reached $1.2bn in 2024.", None),
        ("Kazakhstan buys gas. Imports were worth $600 million in 2024.", None),
        ("Uzbekistan exports gold. Total exports reached $26 billion in 2024.", 26e9),
        ("Kazakhstan traded more in 2024. Exports were worth $81bn.", 81e9),
    ],
)
def test_bare_exports_behind_goods_are_not_those_of_all_goods(reader: Reader, text: str, value: float | None) -> None:
    figures = [claim.content for claim in reader.claims(article(text)) if isinstance(claim.content, Profile)]
    assert [content.value for content in figures] == ([] if value is None else [value])


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Kazakhstan borders China, Russia and Turkmenistan. It signed an agreement with each neighbour in 2024.",
            {"KAZ", "CHN", "RUS", "TKM"},
        ),
        (
            "Uzbekistan lies between Kazakhstan, Tajikistan and Afghanistan. Mirziyoyev signed an agreement with every "
            "neighbour.",
            {"UZB", "KAZ", "TJK", "AFG"},
        ),
        ("Uzbekistan is proud. It has signed an agreement with each neighbour.", None),
    ],
)
def test_each_neighbour_is_one_of_those_named_before(reader: Reader, text: str, parties: set[str] | None) -> None:
    events = [claim.content for claim in reader.claims(article(text)) if isinstance(claim.content, Event)]
    assert [{*event.actor, *event.target} for event in events] == ([parties] if parties else [])


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        (
            '"We produced 25,000 tonnes of uranium in 2025," said Meirzhan Yussupov, chief executive of Kazatomprom.',
            "Kazatomprom",
        ),
        (
            '"We are ready," Meirzhan Yussupov, the head of Kazatomprom, told Reuters. "We will produce 27,000 tonnes '
            'of uranium in 2026."',
            "Kazatomprom",
        ),
        ('"We produced 90 million tonnes of oil in 2025," said Dana Akhmet, energy minister of Kazakhstan.', ""),
    ],
)
def test_we_are_the_firm_of_whom_a_text_quotes(reader: Reader, text: str, firm: str) -> None:
    goods = [claim.content for claim in reader.claims(article(text)) if isinstance(claim.content, Resource)]
    assert [content.firm for content in goods] == [firm]
