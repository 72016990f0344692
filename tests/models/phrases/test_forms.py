"""Forms of words in each language: number, case, capitals, and where a hedge stands."""

from __future__ import annotations

import pytest
from msgspec import structs

from models.catalog import Catalog
from models.phrases import Phrases
from models.phrases.templates import load
from models.reading.reader import RULES
from models.records import (
    Modality,
    Quantity,
    Resource,
    RouteFact,
)
from tests.models.making import uranium


@pytest.mark.parametrize(
    ("value", "told"),
    [(1, "1 год"), (3, "3 года"), (11, "11 лет"), (13, "13 лет"), (21, "21 год"), (32.1, "32,1 года")],
)
def test_a_noun_has_the_form_that_its_number_asks_for(catalog: Catalog, value: float, told: str) -> None:
    numbers = {lang: Phrases(catalog, lang).numbers for lang in ("en", "ja", "ru")}
    assert numbers["ru"].measure(value, "year") == told
    assert numbers["en"].measure(value, "year") == f"{value} year{'' if value == 1 else 's'}"
    assert numbers["ja"].measure(value, "year") == f"{value}年"


def test_a_cell_begins_with_a_capital_where_its_plan_is_told_in_brackets(catalog: Catalog) -> None:
    output = Resource("KAZ", "tungsten", "produces", quantity=Quantity(12_000.0, "tonne/year"), year=2030)
    planned = structs.replace(uranium("a"), content=output, modality=Modality.PLANNED)
    assert Phrases(catalog, "ru").cell(output, (planned,)).startswith("Производство: ")
    assert Phrases(catalog).cell(output, (planned,)).startswith("Plans to produce ")


def test_a_word_of_one_letter_has_a_small_one_within_a_sentence(catalog: Catalog) -> None:
    assert Phrases(catalog, "ru").inside("В наличии") == "в наличии"


def test_a_hedge_stands_behind_what_an_amount_is_counted_by(catalog: Catalog) -> None:
    """As with the amount of a year in Japanese."""
    port = Resource("KAZ", "oil", "produces", quantity=Quantity(6e6, "tonne/year"))
    said = structs.replace(uranium("a"), content=port, certainty="about")
    assert Phrases(catalog, "ja").cell(port, (said,)) == "生産 年間約600万トン"
    assert Phrases(catalog, "ru").cell(port, (said,)) == "Производство: около 6 млн т в год"


def test_names_in_russian_templates_stand_in_the_nominative(catalog: Catalog) -> None:
    told = [
        Phrases(catalog, "ru").content(RouteFact("middle-corridor", predicate, ("RUS",)))
        for predicate in ("connects", "crosses", "bypasses", "supported_by", "built_by")
    ]
    heads = [text.rpartition(": ")[0].rpartition(": ")[2] for text in told]
    assert heads == ["связь", "на пути", "минует", "поддержка", "строит"]


def test_money_is_called_in_english_as_the_currency_is(catalog: Catalog) -> None:
    names = load(RULES.parent / "phrases", "en")["money"]["names"]
    ours = {code: found.name for code, found in catalog.currencies.items() if found.country in catalog.region.members}
    assert {code for code in ours if code in names} >= {"UZS", "TMT"}
    assert {code: names[code] for code in ours if code in names and names[code] not in ours[code]} == {}
