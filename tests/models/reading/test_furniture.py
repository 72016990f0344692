"""Whether an article is about the region's affairs, and which lines are no prose."""

from __future__ import annotations

import pytest

from models.reading import Reader
from tests.models.reading.making import article


@pytest.mark.parametrize(
    "text",
    [
        "Uzbekistan qualified for the World Cup for the first time. The Uzbek captain scored twice against Qatar.",
        "Kazakh boxers won gold at the Asian Games in Tashkent. Uzbekistan took silver and Kyrgyzstan bronze.",
        "The film festival in Tashkent opened on Friday. Films from Kazakhstan and Kyrgyzstan compete for a prize.",
        "Snow fell in Almaty and Bishkek, with temperatures of minus 20 expected in Kazakhstan. Frost hit Kyrgyzstan.",
        "The chip maker reported record revenue. It sells processors to Kazakhstan and the United States.",
    ],
)
def test_sport_stage_and_weather_give_nothing(reader: Reader, text: str) -> None:
    reading = reader.read(article(text))
    assert not reading.about_region
    assert reading.claims == ()


@pytest.mark.parametrize(
    "text",
    ["Kazakhstan signed an agreement with Japan. A railway is to be built.", "Turkmenistan has large reserves of gas."],
)
def test_a_short_text_on_the_region_is_read(reader: Reader, text: str) -> None:
    assert reader.read(article(text)).claims


def test_a_line_of_furniture_is_told_from_a_longer_word(reader: Reader) -> None:
    opening = "The CPC pipeline moved 63 million tonnes of oil from Kazakhstan."
    claims = reader.claims(article(f"{opening} Shareholders want throughput raised to 83 million tonnes a year."))
    assert any("Shareholders" in claim.evidence.quote for claim in claims)


def test_a_heading_inside_an_article_gives_nothing(reader: Reader) -> None:
    claims = reader.claims(article("What Japan and Kazakhstan agreed on"))
    assert claims == ()
