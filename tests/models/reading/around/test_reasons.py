"""A site that is only named for why a figure is as it is, is not the figure's own."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Resource
from tests.models.reading.making import told


@pytest.mark.parametrize(
    ("prose", "site"),
    [
        ("Kyrgyzstan's gold output fell to 16 tonnes in 2024 because of a landslide at the Kumtor mine.", ""),
        ("Kazakhstan's oil output fell to 1.8 million barrels a day, owing to repairs at the Kashagan field.", ""),
        ("Kyrgyzstan's Kumtor mine produced 12.4 tonnes of gold in 2024 because of good ore.", "Kumtor"),
        ("Because of good ore Kyrgyzstan produced 12.4 tonnes of gold at the Kumtor mine in 2024.", "Kumtor"),
    ],
)
def test_the_place_of_the_reason_is_not_that_of_the_figure(reader: Reader, prose: str, site: str) -> None:
    figures = [claim.content for claim in told(reader, prose) if isinstance(claim.content, Resource)]
    assert {content.site for content in figures if content.quantity is not None} == {site}
