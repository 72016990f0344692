"""Words of briefs that told nothing, or told a thing twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from models import briefs
from models.briefs import Options, Subject
from models.catalog import Catalog
from models.library import Library
from models.phrases import Phrases
from models.publishing.blocks import Paragraph
from models.publishing.flow import flow
from models.records import Event, Kind, Modality, Profile, Resource, Standing, Statement, Variant
from models.statements.keys import MEETING
from tests.models.briefs.making import DAY, cells, made
from tests.models.making import claim


def words(catalog: Catalog, event: Event, language: str = "en") -> str:
    return Phrases(catalog, language).content(event)


def test_a_deed_names_its_other_party_once(catalog: Catalog) -> None:
    said = "negotiated with CNPC of China on the second phase of Galkynysh"
    event = Event(MEETING, ("Turkmengaz",), ("CNPC",), summary=said)
    assert words(catalog, event) == "Meeting: Turkmengaz and CNPC – negotiated on the second phase of Galkynysh"
    assert "CNPC" in Phrases(catalog).summary(Event("SUPPORT", ("Turkmengaz",), ("CNPC",), summary=said))


@pytest.mark.parametrize("said", ["negotiated with CNPC and ADNOC", "negotiated with CNPCs"])
def test_a_party_that_others_stand_beside_stays(catalog: Catalog, said: str) -> None:
    assert words(catalog, Event(MEETING, ("Turkmengaz",), ("CNPC",), summary=said)).endswith(said)


def test_words_that_are_known_only_with_the_party_keep_it(catalog: Catalog) -> None:
    said = "reached an agreement with Centerra Gold on the former mine of the company"
    event = Event("AGREE", ("KGZ",), ("Centerra Gold",), summary=said)
    assert words(catalog, event).endswith("reached an agreement on the former mine of the company")
    assert "«" not in words(catalog, event, "ru")
    assert "「" not in words(catalog, event, "ja")


def test_a_group_that_met_alone_met_among_its_members(catalog: Catalog) -> None:
    region = catalog.region
    alone = Event(MEETING, (region.id,), place=None)
    assert words(catalog, alone) == f"Meeting among the members of a group: {region.name}"
    assert words(catalog, Event(MEETING, (region.id,), ("JPN",))) == f"Meeting: {region.name} and Japan"
    assert words(catalog, Event(MEETING, ("KAZ",))) == "Meeting: Kazakhstan"


@pytest.mark.parametrize(
    ("language", "label"), [("en", "Kazakhs, share"), ("ja", "カザフ人の人口比"), ("ru", "Доля народа: казахи")]
)
def test_the_people_that_a_country_is_named_after_is_named(catalog: Catalog, language: str, label: str) -> None:
    figure = Profile("KAZ", "titular-share", 71.0, "percent", "2023")
    variant = Variant(figure, (claim(figure),), 1)
    assert Phrases(catalog, language).key_figure(figure, variant)[0] == label
    other = Profile("JPN", "titular-share", 98.0, "percent", "2023")
    assert Phrases(catalog).key_figure(other, Variant(other, (claim(other),), 1))[0] == "Main people, share"
    assert "Kazakhs" in Phrases(catalog).content(figure)


@pytest.mark.parametrize(("value", "told"), [("landlocked", "none"), ("doubly landlocked", "none; its neighbours")])
def test_that_a_country_has_no_coast_is_said_of_its_access_to_the_sea(catalog: Catalog, value: str, told: str) -> None:
    figure = Profile("UZB", "sea-access", value)
    assert Phrases(catalog).key_figure(figure, Variant(figure, (claim(figure),), 1))[1].startswith(told)


@pytest.mark.parametrize(
    ("sources", "told"),
    [
        ((1, 1), "each value has one independent source; works of one origin count once"),
        ((2, 2, 2), "each value has 2 independent sources; works of one origin count once"),
        ((2, 2, 1), "no value is better supported, 2 independent sources against 2 and 1"),
        ((2, 1), "more independent sources say this, 2 against 1"),
    ],
)
def test_how_well_sides_are_supported_is_told_plainly(catalog: Catalog, sources: tuple[int, ...], told: str) -> None:
    figures = [Profile("KAZ", "area", 1e6 * number, "km2") for number in range(1, len(sources) + 1)]
    variants = tuple(Variant(one, (claim(one),), count) for one, count in zip(figures, sources, strict=True))
    statement = Statement("a", Kind.PROFILE, "area", Standing.CONTESTED, variants, frozenset())
    assert Phrases(catalog).sides(statement) == told


def test_what_is_bought_or_sold_is_told_by_a_sentence_that_knows_more(catalog: Catalog, tmp_path: Path) -> None:
    bought = "In 2023 its main imports were cars, clothing, vehicle bodies and medicines."
    sold = "It exports gold, cars, vehicle bodies and medicines."
    told = [
        claim(Resource("KAZ", "clothing", "imports"), quote=bought),
        claim(Resource("KAZ", "wheat", "imports"), quote="Kazakhstan imports wheat and zinc."),
        claim(Resource("KAZ", "gold", "exports"), quote=sold),
        claim(Resource("KAZ", "copper", "exports"), quote="Kazakhstan exports copper and zinc."),
    ]
    assert cells(made(catalog, tmp_path, told, "resources")) == [
        ("Clothing", f"Imports (“{bought}”)"),
        ("Copper", "Exports"),
        ("Gold", f"Exports (“{sold}”)"),
        ("Wheat", "Imports"),
    ]


def test_that_there_is_something_is_not_said_beside_what_tells_more(catalog: Catalog, tmp_path: Path) -> None:
    site = "Antimony lies at Kadamjay in Kyrgyzstan."
    told = [
        claim(Resource("KGZ", "rare earths", "has"), quote="Rare earths lie in Kyrgyzstan."),
        claim(Resource("KGZ", "rare earths", "produces"), modality=Modality.PLANNED, quote="It is to produce some."),
        claim(Resource("KGZ", "antimony", "has"), quote=site),
    ]
    assert cells(made(catalog, tmp_path, told, "resources", land="KGZ")) == [
        ("Antimony", f"“{site}”"),
        ("Rare earths", "Plans to produce"),
    ]


def test_only_a_map_with_lines_says_that_they_are_schematic(held: Library) -> None:
    captions = {
        kind: [
            picture.caption
            for chapter in briefs.make(held, Subject(kind, (code,)), DAY, Options(("map", "resources"))).chapters
            for part in chapter.parts
            for picture in part.pictures
        ]
        for kind, code in (("commodities", "uranium"), ("countries", "KAZ"))
    }
    assert all(captions.values())
    assert not any("Schematic" in caption for caption in captions["commodities"])
    assert all("Schematic lines." in caption for caption in captions["countries"])


def test_square_brackets_are_explained_where_a_title_has_them(held: Library) -> None:
    explained = "Titles in square brackets describe works whose title is not known."
    brief = briefs.make(held, Subject("countries", ("KAZ",)), DAY)
    assert brief.note == explained
    told = [span.text for block in flow(brief) if isinstance(block, Paragraph) for span in block.spans]
    assert told.count(explained) == 1
