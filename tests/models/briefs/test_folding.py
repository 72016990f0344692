"""What a brief tells once: statements that others say as well, relations, occasions, and who said what."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec import structs

from models import briefs
from models.briefs import Options, Subject
from models.briefs.beside import unexplained
from models.catalog import Catalog
from models.library import Library
from models.pages.folding import within
from models.pages.lines import lines
from models.phrases import Phrases
from models.records import (
    Claim,
    Commitment,
    Content,
    Event,
    Modality,
    Money,
    Profile,
    Quantity,
    Quote,
    Relation,
    Resource,
    RouteFact,
)
from models.statements import group
from tests.models.briefs.making import LAND, cells, made, step
from tests.models.making import RAILWAY, claim

DAY = "2026-11-21"


def folded(catalog: Catalog, claims: list[Claim]) -> list[Content]:
    """The contents of the statements of the claims that another of them says as well."""
    statements = {statement.id: statement for statement in group(claims, catalog)}
    found = within(lines(statements.values(), Phrases(catalog)), statements.__getitem__, catalog)
    return [statements[inner].variants[0].content for inner in found]


def pledge(*by: str, to: str = LAND, dollars: float = 9e8, years: int | None = None, purpose: str = "") -> Commitment:
    return Commitment(by, (to,) if to else (), Money(dollars, "USD"), years, purpose)


BANK = "Export Bank"


@pytest.mark.parametrize(
    ("fuller", "held"),
    [
        (RouteFact(RAILWAY, "crosses", ("CHN", "KGZ", "UZB")), RouteFact(RAILWAY, "crosses", ("KGZ",))),
        (Profile(LAND, "state-companies", "A+B+C"), Profile(LAND, "state-companies", "C")),
        (pledge(BANK, "USA", purpose="the tungsten project"), pledge(BANK, purpose="tungsten in Kazakhstan")),
        (pledge(BANK, "USA"), pledge(f"US {BANK}")),
        (pledge("JPN", years=5), pledge("JPN", to="")),
    ],
)
def test_what_a_fuller_statement_says_as_well_lies_within_it(catalog: Catalog, fuller: Content, held: Content) -> None:
    assert folded(catalog, [claim(fuller, "a"), claim(held, "b")]) == [held]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (RouteFact(RAILWAY, "crosses", ("CHN", "KGZ")), RouteFact(RAILWAY, "connects", ("CHN",))),
        (RouteFact(RAILWAY, "crosses", ("CHN", "KGZ")), RouteFact(RAILWAY, "crosses", ("KGZ", "UZB"))),
        (pledge(BANK, "USA", purpose="tungsten in Kazakhstan"), pledge(BANK, purpose="lithium in Kazakhstan")),
        (pledge(BANK, "USA"), pledge(BANK, dollars=8e8)),
        (pledge("JPN", "USA"), pledge("JPN", years=3)),
        (pledge("JPN", "USA"), pledge("CHN")),
    ],
)
def test_other_things_stay_apart(catalog: Catalog, one: Content, other: Content) -> None:
    assert folded(catalog, [claim(one, "a"), claim(other, "b")]) == []


def test_a_plan_does_not_lie_within_a_deed(catalog: Catalog) -> None:
    deed = claim(RouteFact(RAILWAY, "crosses", ("CHN", "KGZ")), "a")
    plan = claim(RouteFact(RAILWAY, "crosses", ("CHN",)), "b", modality=Modality.PLANNED)
    assert folded(catalog, [deed, plan]) == []


# --- figures side by side ---------------------------------------------------------------------------------------------


def stock(tonnes: float, year: int | None = None, site: str = "") -> Resource:
    return Resource(LAND, "uranium", "reserves", None, Quantity(tonnes, "tonne"), year, site=site)


@pytest.mark.parametrize(
    ("one", "other", "number"),
    [
        (stock(300, 2024), stock(700), 2),
        (stock(300, 2024), stock(700, 2024), 2),
        (stock(300, 2024), stock(700, 2023), 0),
        (stock(300, 2024), stock(700, 2024, "Inkai"), 0),
    ],
)
def test_figures_that_differ_in_nothing_told_are_found(
    catalog: Catalog, one: Resource, other: Resource, number: int
) -> None:
    found = {statement.id: statement for statement in group([claim(one, "a"), claim(other, "a")], catalog)}
    assert len(unexplained(lines(found.values(), Phrases(catalog)), found.__getitem__)) == number


def test_whose_figure_it_is_tells_why_it_differs(catalog: Catalog) -> None:
    told = [claim(stock(300), "a"), structs.replace(claim(stock(700), "a"), attribution="national sources")]
    found = {statement.id: statement for statement in group(told, catalog)}
    assert len(found) == len(told)
    assert not unexplained(lines(found.values(), Phrases(catalog)), found.__getitem__)


# --- as a brief -------------------------------------------------------------------------------------------------------


def test_sources_of_what_is_held_are_those_of_the_whole(catalog: Catalog, tmp_path: Path) -> None:
    claims = [claim(pledge(BANK, "USA"), "a"), claim(pledge(BANK), "b")]
    part = made(catalog, tmp_path, claims, "commitments")
    assert cells(part) == [(f"{BANK} (United States) → Kazakhstan", "US$900 million", "promised", "")]
    assert part.table
    assert part.table.rows[0].numbers == (1, 2)


def test_each_relation_to_a_commodity_is_told_once_with_all_partners(catalog: Catalog, tmp_path: Path) -> None:
    contents = [Resource(LAND, "copper", "exports", partner=(partner,)) for partner in ("CHN", "UZB")]
    claims = [claim(content, "a") for content in (*contents, Resource(LAND, "copper", "develops"))]
    plans = [Resource(LAND, "copper", "develops"), Resource(LAND, "copper", "imports")]
    claims += [claim(plan, "a", modality=Modality.PLANNED) for plan in plans]
    part = made(catalog, tmp_path, claims, "resources")
    assert cells(part) == [("Copper", "Develops projects; exports to China and Uzbekistan; plans to import")]


def test_relations_of_a_kind_stand_together_each_border_once(catalog: Catalog, tmp_path: Path) -> None:
    pairs = [("UZB", LAND), (LAND, "CHN"), ("TJK", "UZB")]
    claims = [claim(Relation(a, b, "shares border"), "a") for a, b in pairs]
    claims.append(claim(Relation("CHN", LAND, "major partner"), "a"))
    part = made(catalog, tmp_path, claims, "relations", "geopolitics")
    assert [entry.text for entry in part.entries] == [
        "China is a major partner of Kazakhstan",
        "Kazakhstan shares a border with China and Uzbekistan",
        "Tajikistan shares a border with Uzbekistan",
    ]


def test_a_relation_that_is_not_plainly_so_stands_apart_with_its_word(catalog: Catalog, tmp_path: Path) -> None:
    both = Relation(LAND, "CHN", "major partner")
    claims = [
        claim(both, "a"),
        claim(both, "b", modality=Modality.POSSIBLE),
        claim(Relation(LAND, "JPN", "major partner"), "a", modality=Modality.PLANNED),
        claim(Relation(LAND, "UZB", "major partner"), "a", affirmed=False),
    ]
    part = made(catalog, tmp_path, claims, "relations", "geopolitics")
    texts = [entry.text for entry in part.entries]
    assert texts[0] == "Kazakhstan is a major partner of China"
    assert sorted(texts[1:]) == [
        "Not the case: Kazakhstan is a major partner of Uzbekistan",
        "Planned: Kazakhstan is a major partner of Japan",
        "Possible: Kazakhstan is a major partner of China",
    ]


def test_what_was_done_on_one_occasion_names_the_parties_once(catalog: Catalog, tmp_path: Path) -> None:
    parties, day = ("JPN", LAND), "2025-12-20"
    events = [
        Event("AGREE", parties, date=day, summary="adopted a declaration"),
        Event("CONSULT", parties, date=day, place="Tokyo"),
        Event("AGREE", ("CHN", LAND), date=day, summary="signed a treaty"),
    ]
    part = made(catalog, tmp_path, [claim(event, "a") for event in events], "events")
    assert [text for _, text in cells(part)] == [
        "Agreement: China and Kazakhstan – signed a treaty",
        "Meeting: Japan and Kazakhstan in Tokyo",
        "– adopted a declaration",
    ]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("The ministry said that the port is open.", "It added that it was full."), 1),
        (("The ministry said that the port is open.", "The ministry said that the port is now open."), 1),
        (("The ministry said that 5 ports are open.", "The ministry said that 6 ports are open."), 2),
        (("The ministry said that the port is open.", "The ministry said that prices fell."), 2),
    ],
)
def test_who_spoke_is_named_once_and_nothing_is_told_twice(
    catalog: Catalog, tmp_path: Path, words: tuple[str, ...], told: int
) -> None:
    quotes = [claim(Quote("Ministry", "ministry of Kazakhstan"), "a", quote=sentence) for sentence in words]
    part = made(catalog, tmp_path, quotes, "quotes")
    assert len(part.entries) == told
    assert part.entries[0].text.startswith("The ministry said")
    assert not any(entry.text.startswith(("Ministry:", "It")) for entry in part.entries)


def test_what_a_speaker_says_who_is_called_in_two_ways_is_told_once(catalog: Catalog, tmp_path: Path) -> None:
    said = {
        "minister": "The minister said that this large find was not confirmed.",
        "minister of Kazakhstan": "The Kazakh minister said that the large find was not confirmed.",
        "president": "The president said that the large find was not confirmed.",
    }
    quotes = [claim(Quote(name, "minister of Kazakhstan"), "a", quote=sentence) for name, sentence in said.items()]
    part = made(catalog, tmp_path, quotes, "quotes")
    assert sorted((entry.text, entry.detail) for entry in part.entries) == [
        (said["minister of Kazakhstan"], "in “a”"),
        (said["president"], "minister of Kazakhstan · in “a”"),
    ]


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ("The ministry said that the large port was shut to goods.", 1),
        ("In 2024 the ministry said that the large port was shut to goods.", 1),
        ("In 2023 the ministry said that the large port was shut to goods.", 2),
    ],
)
def test_the_same_words_with_and_without_their_time_are_told_once(
    catalog: Catalog, tmp_path: Path, other: str, told: int
) -> None:
    first = "In 2024 the ministry said that the large port was shut to goods."
    quotes = [claim(Quote("Ministry"), "a", quote=sentence) for sentence in (first, f"{other[:-1]} again.")]
    quotes = [structs.replace(one, content=structs.replace(one.content, lands=(LAND,))) for one in quotes]
    assert len(made(catalog, tmp_path, quotes, "quotes").entries) == told


@pytest.mark.parametrize(
    ("sentence", "aside"),
    [
        ("In March 2025 the ministry said that the port was shut.", "20 months ago"),
        ("In 2024 the ministry said that the port was shut.", "2 years ago"),
        ("The ministry said that the port had been shut in 2024.", "undated"),
        ("The ministry said that the port was shut.", "undated"),
        ("On Monday the ministry said that the port was shut.", "undated"),
    ],
)
def test_a_quote_is_as_old_as_its_sentence_begins_with(
    catalog: Catalog, tmp_path: Path, sentence: str, aside: str
) -> None:
    told = claim(Quote("Ministry", lands=(LAND,)), "a", quote=sentence)
    (entry,) = made(catalog, tmp_path, [told], "quotes").entries
    assert (entry.text, entry.detail, entry.as_of) == (sentence, "in “a”", aside)


def test_a_quote_that_only_tells_whose_a_figure_is_stands_with_the_figure(catalog: Catalog, tmp_path: Path) -> None:
    sentences = ("According to the ministry it is 300 tonnes.", "The ministry said that prices fell.")
    quotes = [claim(Quote("Ministry", "ministry of Kazakhstan"), "a", quote=sentence) for sentence in sentences]
    claims = [claim(stock(300, 2024), "a", quote=sentences[0]), *quotes]
    part = made(catalog, tmp_path, claims, "quotes", parts=("resources", "quotes"))
    assert [entry.text for entry in part.entries] == [sentences[1]]


@pytest.mark.parametrize(
    ("filters", "said"),
    [({}, "120"), ({"older": "5"}, "150"), ({"older": "-5"}, "120"), ({"words": "150"}, "150"), ({"words": "90"}, "")],
)
def test_who_has_what_is_told_by_the_first_that_passes_the_filters(
    catalog: Catalog, tmp_path: Path, filters: dict[str, str], said: str
) -> None:
    library = Library.open(tmp_path / "library", catalog)
    old, new = stock(150, 2015), structs.replace(stock(120, 2025), relation="produces")
    library.add([step("a", [claim(old, "a"), claim(new, "a")])])
    brief = briefs.make(library, Subject("resources", (), **filters), DAY, Options(("resources",)))
    (told,) = [cells(part) for part in brief.chapters[0].parts] or [[]]
    assert [said in row[2] for row in told] == [True] * bool(said)


def test_figures_of_goods_stand_in_one_order(catalog: Catalog, tmp_path: Path) -> None:
    def uranium(relation: str, tonnes: float, year: int | None = None, site: str = "", firm: str = "") -> Resource:
        figure = Quantity(tonnes, "tonne")
        return Resource(LAND, "uranium", relation, quantity=figure, year=year, site=site, firm=firm)

    said = [
        (uranium("produces", 7.0, 2025, site="Inkai"), Modality.DONE),
        (uranium("exports", 1.0, 2024), Modality.DONE),
        (uranium("produces", 6.0, 2025, firm="Kazatomprom"), Modality.DONE),
        (uranium("produces", 5.0, 2027), Modality.PLANNED),
        (uranium("reserves", 3.0), Modality.DONE),
        (uranium("produces", 2.0, 2022), Modality.DONE),
        (uranium("produces", 4.0, 2024), Modality.DONE),
        (Resource(LAND, "uranium", "produces", rank=1), Modality.DONE),
    ]
    claims = [
        claim(content, "a", modality=modality, quote=f"Sentence {n}.") for n, (content, modality) in enumerate(said)
    ]
    told = [words for _, words in cells(made(catalog, tmp_path, claims, "resources"))]
    assert [re.findall(r"(\d+) tonne|(largest)", words) for words in told] == [
        [("", "largest")],
        *([(str(tonnes), "")] for tonnes in (4, 2, 3, 1, 5, 6, 7)),
    ]
