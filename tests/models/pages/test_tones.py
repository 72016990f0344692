"""Which dealings are tension, as the reading engine tells them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.catalog import load
from models.pages.geopolitics import geopolitics_page
from models.phrases import Phrases
from models.reading import Reader
from models.records import Event
from models.statements import group
from tests.models.reading.making import told

if TYPE_CHECKING:
    from models.catalog import Catalog


def _tone(reader: Reader, catalog: Catalog, prose: str) -> str:
    (deed,) = (found for found in told(reader, prose) if isinstance(found.content, Event))
    return geopolitics_page(group([deed], catalog), catalog, Phrases(catalog)).links[0].tone


def test_a_plain_request_for_supplies_is_no_tension_but_a_demand_is() -> None:
    catalog = load()
    reader = Reader(catalog)
    tones = {
        prose: _tone(reader, catalog, prose)
        for prose in (
            "Tajikistan asked Turkmenistan to deliver 300 million cubic metres of gas.",
            "Kyrgyzstan appealed to Russia for a loan to buy fuel.",
            "Tajikistan demanded that Uzbekistan resume the deliveries of gas.",
            "Kyrgyzstan asked Kazakhstan to stop the deliveries of drones.",
        )
    }
    assert list(tones.values()) == ["neutral", "neutral", "conflict", "conflict"], tones
