"""Whose an office is, in a language whose names have a form for that."""

from __future__ import annotations

import pytest

from models.catalog import load
from models.phrases import Phrases

CATALOG = load()


@pytest.mark.parametrize(
    ("who", "told"),
    [
        ("US president", "президент США"),
        ("Kazakh transport ministry", "министерство транспорта Казахстана"),
        ("Mongolian government", "правительство (Монголия)"),  # no form is listed
    ],
)
def test_an_office_stands_before_whose_it_is(who: str, told: str) -> None:
    assert Phrases(CATALOG, "ru").rendered(who) == told


def test_forms_are_of_names_that_are_told() -> None:
    phrases = Phrases(CATALOG, "ru")
    told = {phrases.plain_name(code) for code in (*CATALOG.countries, *CATALOG.groups)}
    assert set(phrases._words["whose"]) <= told
