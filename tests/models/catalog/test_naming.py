from __future__ import annotations

import pytest

from models.catalog.entries import Commodity
from models.catalog.naming import fold, names_of, nearest


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Türkiye", "turkiye"),
        ("  Rare-Earth   Elements ", "rare earth elements"),
        ("Oʻzbekiston", "ozbekiston"),
        ("O'zbekiston", "ozbekiston"),
        ("Côte d’Ivoire", "cote divoire"),
        ("Ａｓｔａｎａ", "astana"),
        ("...", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_own_name_wins_over_the_other_name_of_another() -> None:
    oil = Commodity(id="oil", group="energy", also={"en": ("gas",)})
    gas = Commodity(id="natural gas", group="energy", names={"en": "gas"})
    assert names_of([oil, gas])["gas"] == "natural gas"


def test_nearest_is_ordered_and_limited() -> None:
    spellings = [("Turkmenistan", "Turkmenistan"), ("Turkey", "Türkiye"), ("Uzbekistan", "Uzbekistan")]
    assert nearest("turkmenistn", spellings, 1) == ("Turkmenistan",)
    assert nearest("Turky", spellings, 3)[0] == "Türkiye"
    assert nearest("turkmenistan", spellings, 3, least=99) == ("Turkmenistan",)
