"""Months of a figure stay with it, also where nothing tells their year."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from models.reading import Reader
from models.records import Profile, Quantity, Resource, RouteFact
from tests.models.reading.making import article


@pytest.mark.parametrize(
    ("time", "of"),
    [
        ("from January to August", "January to August"),
        ("between January and August", "January to August"),
        ("in January-August", "January-August"),
        ("in 2024", None),
    ],
)
@pytest.mark.parametrize("dated", [True, False])
def test_a_route_keeps_the_months_of_its_figure(reader: Reader, time: str, of: str | None, *, dated: bool) -> None:
    (fact,) = (
        content for content in _told(reader, f"The Middle Corridor carried 3 million tonnes {time}.", dated=dated)
    )
    assert isinstance(fact, RouteFact)
    assert isinstance(fact.object, Quantity)
    assert fact.object.of == of


@pytest.mark.parametrize(("time", "told"), [("In January-August", 0), ("In 2024", 1)])
@pytest.mark.parametrize("dated", [True, False])
def test_what_a_port_handled_in_some_months_is_no_key_figure(
    reader: Reader, time: str, told: int, *, dated: bool
) -> None:
    contents = _told(reader, f"{time} the port of Aktau handled 3.1 million tonnes of cargo.", dated=dated)
    assert len([content for content in contents if isinstance(content, Profile)]) == told


def _told(reader: Reader, text: str, *, dated: bool) -> list[object]:
    made = article(text)
    if not dated:
        made = replace(made, bibliography=replace(made.bibliography, published=None))
    return [claim.content for claim in reader.claims(made)]


@pytest.mark.parametrize(
    ("prose", "of"),
    [
        ("Tajikistan imported 0.9 billion kilowatt-hours of electricity this autumn.", ["this autumn"]),
        ("Kazakhstan shipped 5 million tonnes of barley to Iran last marketing year.", ["last marketing year"]),
        (
            "Kazakhstan shipped 5 million tonnes of barley to Iran last season, against 4 million a year earlier.",
            ["last season"],
        ),
        ("Kazakhstan shipped 5 million tonnes of barley to Iran in 2024, as it said last winter.", [None]),
    ],
)
def test_what_a_season_brought_is_no_years_figure(reader: Reader, prose: str, of: list[str | None]) -> None:
    found = [claim.content for claim in reader.claims(article(prose))]
    assert not [content for content in found if isinstance(content, Profile)]
    goods = [content for content in found if isinstance(content, Resource) and content.quantity is not None]
    assert [content.quantity.of for content in goods if content.quantity] == of
    assert all((content.year is None) == (of != [None]) for content in goods)
