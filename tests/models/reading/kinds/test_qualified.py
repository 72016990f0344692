"""What narrows a figure is kept in what is told: ore is no metal, completing no building, and a study for nobody."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Commitment, Profile, Resource
from tests.models.reading.making import article


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Kazakhstan mined 3 million tonnes of lead-zinc ore in 2022.", "ore"),
        ("Tajikistan produced 50,000 tonnes of lead ore in 2023.", "ore"),
        ("Tajikistan produced 50,000 tonnes of lead in 2023.", None),
        ("Tajikistan produced 50,000 tonnes of lead, ore prices fell.", None),
    ],
)
def test_tonnes_of_ore_are_told_as_such(reader: Reader, text: str, of: str | None) -> None:
    goods = [claim.content for claim in reader.claims(article(text)) if isinstance(claim.content, Resource)]
    assert [content.quantity.of for content in goods if content.quantity and content.resource == "lead"] == [of]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Completing the Rogun dam will cost 6.4 billion US dollars.", "completion-cost"),
        ("The completion of Rogun in Tajikistan was estimated to cost 6.29 billion US dollars.", "completion-cost"),
        ("The Rogun dam will cost 6.4 billion US dollars.", "building-cost"),
    ],
)
def test_what_completing_costs_is_not_what_building_costs(reader: Reader, text: str, told: str) -> None:
    figures = [claim.content for claim in reader.claims(article(text)) if isinstance(claim.content, Profile)]
    assert [content.property for content in figures] == [told]


REGION = "Turkmenistan, Kazakhstan, Uzbekistan, Tajikistan and Kyrgyzstan want to sell gas to Europe. "


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("The European Commission promised nothing beyond 10 million euros for a study.", ()),
        ("The EU promised 5 million euros to Turkmenistan for a study.", ("TKM",)),
    ],
)
def test_money_for_a_study_is_for_nobody_that_is_not_named(reader: Reader, text: str, to: tuple[str, ...]) -> None:
    sums = [claim.content for claim in reader.claims(article(REGION + text)) if isinstance(claim.content, Commitment)]
    assert [content.to for content in sums] == [to]


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Kazakhstan exported 5,000 tonnes of tungsten trioxide in 2025.", "trioxide"),
        ("Kazakhstan produced 28,000 tonnes of uranium ore concentrate in 2025.", "ore concentrate"),
        ("Kazakhstan imported 300 tonnes of uranium hexafluoride in 2025.", "hexafluoride"),
        ("Kazakhstan shipped 1,200 tonnes of rare-earth magnets to Germany in 2025.", "magnets"),
        ("Kazakhstan's copper cathode output rose to 490,000 tonnes in 2025.", "cathode"),
        ("Kazakhstan's refined copper output rose to 490,000 tonnes in 2025.", None),
        ("Kazakhstan exported 12 million tonnes of iron ore in 2025.", None),
        ("Kazakhstan produced 270,000 tonnes of zinc, wire and rails in 2024.", None),
    ],
)
def test_tonnes_of_what_is_made_of_goods_are_told_as_such(reader: Reader, text: str, of: str | None) -> None:
    goods = [claim.content for claim in reader.claims(article(text)) if isinstance(claim.content, Resource)]
    assert [content.quantity.of for content in goods if content.quantity] == [of]
