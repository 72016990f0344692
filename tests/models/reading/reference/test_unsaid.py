"""Of what a bare figure is: the one commodity spoken of, and nothing where another thing may be meant."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.reading.reference.wares import Wares
from models.reading.sentence.mentions import Mention
from models.records import Quantity, Resource, RouteFact
from tests.models.reading.making import article


def _figures(reader: Reader, prose: str) -> set[tuple[str, str, str, object]]:
    told = (claim.content for claim in reader.claims(article(prose)))
    return {
        (content.country, content.relation, content.resource, content.quantity.value)
        for content in told
        if isinstance(content, Resource) and isinstance(content.quantity, Quantity)
    }


@pytest.mark.parametrize(
    ("prose", "wanted"),
    [
        ("Turkmenistan lives off gas. China took 35 bcm last year.", ("CHN", "imports", "natural gas", 35e9)),
        (
            "Turkmenistan lives off gas. The country sits on 14 trillion cubic metres.",
            ("TKM", "reserves", "natural gas", 14e12),
        ),
        (
            "Kazakhstan mines copper. Beijing alone took 310,000 tonnes.",
            ("CHN", "imports", "copper", 310000.0),
        ),
    ],
)
def test_a_bare_figure_is_of_the_goods_spoken_of(
    reader: Reader, prose: str, wanted: tuple[str, str, str, object]
) -> None:
    assert wanted in _figures(reader, prose)


@pytest.mark.parametrize(
    "prose",
    [
        "Kazakhstan mines copper. China took 310,000 tonnes of fish.",
        "Kazakhstan mines copper. China took 310,000 tonnes of freight by rail.",
        "Kazakhstan mines copper. China took 310,000 cubic metres.",
        "Kazakhstan mines both zinc and lead. China took 310,000 tonnes.",
        "Kazakhstan mines minerals. China took 310,000 tonnes.",
        "Kazakhstan mines uranium. The plan had been 32,777 tonnes before demand fell.",
        "Uzbekistan lives off gas. Since 2022 it used 46 billion cubic metres a year.",
        "Kazakhstan sells crude oil. Berlin asked Astana for 2.5 million tonnes.",
        "Kazakhstan sells crude oil. The Russian part can take more, 83 million tonnes.",
        "Kazakhstan mines gold. The country has become a seller: its National Bank disposed of 24 tonnes.",
        "Kazakhstan mines uranium. The warehouse holds 23,000 tonnes.",
    ],
)
def test_it_stays_bare_where_another_thing_may_be_meant(reader: Reader, prose: str) -> None:
    assert not _figures(reader, prose)


def _named(*sentences: str) -> Wares:
    wares = Wares()
    for code in sentences:
        wares.note([Mention("K", 0, 0, code, (code,))] if code else [], ())
    return wares


def test_goods_named_long_ago_are_spoken_of_only_if_they_are_the_main_ones() -> None:
    main, passing = _named("coal", "", "", "", ""), _named("coal", "gold", "gold", "coal", "", "", "", "")
    assert main.certain("tonne") is not None
    assert passing.certain("tonne") is None


def _facts(reader: Reader, prose: str) -> set[tuple[str, str]]:
    told = (claim.content for claim in reader.claims(article(prose)))
    return {(content.route, content.predicate) for content in told if isinstance(content, RouteFact)}


@pytest.mark.parametrize(
    ("prose", "wanted"),
    [
        ("The Middle Corridor is open. Containers came to 56,500 TEU.", ("middle-corridor", "carried")),
        ("The Middle Corridor is open. The full-year target of 5.2m tonnes stands.", ("middle-corridor", "target")),
        ("The TAPI pipeline is new. The construction is carried out by the ADB.", ("tapi", "built_by")),
    ],
)
def test_what_a_route_has_is_that_of_the_route_spoken_of(reader: Reader, prose: str, wanted: tuple[str, str]) -> None:
    assert wanted in _facts(reader, prose)


@pytest.mark.parametrize(
    "prose",
    [
        "The Middle Corridor is open. The port's full-year target of 5.2m tonnes stands.",
        "The Middle Corridor, TAPI and the BTC pipeline are open. The full-year target of 5.2m tonnes stands.",
        "The Middle Corridor is open. The full-year target for exports of 5.2m tonnes stands.",
    ],
)
def test_it_has_none_where_another_may_be_meant(reader: Reader, prose: str) -> None:
    assert not _facts(reader, prose)


@pytest.mark.parametrize(
    ("prose", "share", "rank"),
    [
        ("Tajikistan mines antimony. One quarter of world supply comes from the country.", 25.0, None),
        ("Tajikistan mines antimony. The country is the second-largest supplier after China.", None, 2),
        ("Tajikistan mines antimony and coal. The country is the second-largest supplier after China.", None, None),
        ("Tajikistan mines antimony. Germany is the world's third-largest exporter.", None, None),
    ],
)
def test_a_share_or_rank_in_the_world_is_of_the_goods_spoken_of(
    reader: Reader, prose: str, share: float | None, rank: int | None
) -> None:
    told = [claim.content for claim in reader.claims(article(prose))]
    goods = [content for content in told if isinstance(content, Resource)]
    shares = {content.quantity.value for content in goods if content.quantity is not None}
    assert shares == ({share} if share is not None else set())
    assert {content.rank for content in goods if content.rank is not None} == ({rank} if rank is not None else set())
