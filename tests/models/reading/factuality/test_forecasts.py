"""Forecasts of a third party: theirs, and only possible; what one expects of oneself stays a plan."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Modality, Profile, Resource, RouteFact
from tests.models.reading.making import article


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Steppe Finance expects Kazatomprom to produce 27,000 tonnes of uranium in 2026.", "Steppe Finance"),
        ("The broker expects Kazakhstan's copper output to climb to 800,000 tonnes in 2026.", "the broker"),
        ("Kazakhstan's wheat exports are expected by analysts to reach 9 million tonnes in 2026.", "analysts"),
        ("In the World Bank's forecast, Uzbekistan's gas imports will rise to 12 bcm in 2026.", "World Bank"),
        ("According to Fitch Ratings, Kazakhstan will produce 96 million tonnes of oil in 2026.", "Fitch Ratings"),
        ("The World Bank expects the Middle Corridor to carry 11 million tonnes by 2030.", "World Bank"),
    ],
)
def test_what_others_expect_is_their_forecast(reader: Reader, text: str, who: str) -> None:
    (claim,) = (claim for claim in reader.claims(article(text)) if isinstance(claim.content, Resource | RouteFact))
    assert (claim.modality, claim.attribution) == (Modality.POSSIBLE, who)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The World Bank expects Turkmenistan's economy to expand by 6.8 percent in 2026.", "World Bank"),
        ("The Asian Development Bank sees Kazakhstan's economy growing by 5.4 percent in 2027.", None),
        ("In the World Bank's forecast, Uzbekistan's economy will grow by 6.7 percent in 2028.", "World Bank"),
        ("Kazakhstan's economy will grow by 5 percent in 2027, a study says.", "a study"),
        ("The World Bank expects reforms, as Uzbekistan's economy grew by 6 percent in 2025.", None),
        ("Uzbekistan's economy will grow by 6.1 percent in 2027, below the World Bank's forecast.", None),
    ],
)
def test_whose_forecast_a_key_figure_is(reader: Reader, text: str, who: str | None) -> None:
    (claim,) = (claim for claim in reader.claims(article(text)) if isinstance(claim.content, Profile))
    assert claim.attribution == who


@pytest.mark.parametrize(
    "text",
    [
        "Kazatomprom expects to produce 27,000 tonnes of uranium in 2026.",
        "Kazatomprom's board expects output of 27,000 tonnes of uranium in 2026.",
        "The Energy Ministry of Kazakhstan expects oil output to reach 96 million tonnes in 2026.",
        "Kazakhstan sees its wheat exports at 12 million tonnes in 2026.",
        "Kazakhstan is expected to produce 96 million tonnes of oil in 2026.",
        "The World Bank expects growth, while Kazatomprom plans to produce 27,000 tonnes of uranium in 2026.",
        "The operator expects the Middle Corridor to carry 10 million tonnes in 2030.",
    ],
)
def test_what_one_expects_to_do_is_a_plan(reader: Reader, text: str) -> None:
    (claim,) = (claim for claim in reader.claims(article(text)) if isinstance(claim.content, Resource | RouteFact))
    assert claim.modality is Modality.PLANNED


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Energy Minister Marat Seitov told reporters. The minister expects full-year output of 97 million "
            "tonnes in 2026, down from an earlier target of 99 million tonnes.",
            "Marat Seitov",
        ),
        ("Kazakhstan plans to produce 97 million tonnes of oil in 2026.", None),
    ],
)
def test_what_a_minister_expects_of_his_land_is_told_from_him(reader: Reader, text: str, who: str | None) -> None:
    claims = reader.claims(article(f"Kazakhstan sells oil. {text}"))
    figures = [claim for claim in claims if isinstance(claim.content, Resource) and claim.content.quantity]
    assert [(claim.modality, claim.attribution) for claim in figures] == [(Modality.PLANNED, who)]
