"""Amounts of money, quantities and shares as articles write them."""

from __future__ import annotations

import pytest

from models.catalog import Catalog
from models.reading import RULES
from models.reading.grammar.language import load_language
from models.reading.sentence.amounts import Amounts
from models.records import Money, Quantity


@pytest.fixture(scope="module")
def amounts(catalog: Catalog) -> Amounts:
    return Amounts(catalog, load_language((RULES,)))


def _first(amounts: Amounts, text: str) -> object:
    starts = [at for at in range(len(text)) if not at or text[at - 1] == " "]
    found = sorted(amounts.find(text, starts), key=lambda mention: mention.start)
    return found[0].value if found else None


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("USD19bn", Money(19e9, "USD")),
        ("US$19 billion", Money(19e9, "USD")),
        ("$19bn", Money(19e9, "USD")),
        ("$1.1Bn", Money(1.1e9, "USD")),
        ("3 trillion yen", Money(3e12, "JPY")),
        ("¥3trn", Money(3e12, "JPY")),
        ("総額３兆円", Money(3e12, "JPY")),
        ("3 трлн иен", Money(3e12, "JPY")),
        ("12 billion euros", Money(12e9, "EUR")),
        ("€10-12 billion", Money((10e9, 12e9), "EUR")),
        ("EUR12bn", Money(12e9, "EUR")),
        ("20 млрд долларов", Money(20e9, "USD")),
        ("a million dollars", Money(1e6, "USD")),
        ("a hundred dollars", Money(100.0, "USD")),
        ("a hundred million dollars", Money(1e8, "USD")),
        ("thirty-three per cent", Quantity(33.0, "percent")),
        ("twenty-five million tonnes", Quantity(25e6, "tonne")),
        ("$4,700,000", Money(4.7e6, "USD")),
    ],
)
def test_money(amounts: Amounts, text: str, money: Money) -> None:
    assert _first(amounts, text) == money


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("21,112 tons", Quantity(21112, "tonne")),
        ("4.5 million tonnes", Quantity(4.5e6, "tonne")),
        ("410kt", Quantity(410e3, "tonne")),
        ("410 Mt", Quantity(410e6, "tonne")),
        ("4 gwh", Quantity(4e6, "kWh")),
        ("50,000 t/y", Quantity(50000, "tonne/year")),
        ("5 mtpa", Quantity(5e6, "tonne/year")),
        ("20 tonnes/yr", Quantity(20, "tonne/year")),
        ("500,000 b/d", Quantity(500000, "barrel/day")),
        ("400 kb/d", Quantity(400000, "barrel/day")),
        ("24,6 bn m3", Quantity(24.6e9, "m3")),
        ("30 billion cubic meters", Quantity(30e9, "m3")),
        ("40 bcm a year", Quantity(40e9, "m3/year")),
        ("1,860 megawatts", Quantity(1860, "MW")),
        ("seven to eight days", Quantity((7, 8), "day")),
        ("between three and five days", Quantity((3, 5), "day")),
        ("from three to five days", Quantity(5, "day")),
        ("two or three weeks", Quantity((14, 21), "day")),
        ("5.6 billion kilowatt-hours a year", Quantity(5.6e9, "kWh/year")),
        ("523km", Quantity(523, "km")),
        ("3.1 million troy ounces", Quantity(96.4, "tonne")),
        ("12,345.6 ounces", Quantity(0.383991, "tonne")),
        ("100 miles", Quantity(161, "km")),
        ("3-5 days", Quantity((3, 5), "day")),
        ("18,000 – 18,500 tons", Quantity((18000, 18500), "tonne")),
        ("43%", Quantity(43, "percent")),
        ("14 percent", Quantity(14, "percent")),
        ("half of the output", Quantity(50, "percent")),
        ("five years", Quantity(5, "year")),
        ("23 270 тонн", Quantity(23270, "tonne")),
    ],
)
def test_quantities(amounts: Amounts, text: str, quantity: Quantity) -> None:
    found = _first(amounts, text)
    assert isinstance(found, Quantity)
    assert (found.value, found.unit) == (quantity.value, quantity.unit)


@pytest.mark.parametrize("text", ["a year ago", "one of them", "a free and open order", "no figure at all"])
def test_words_that_are_no_amounts(amounts: Amounts, text: str) -> None:
    assert _first(amounts, text) is None


@pytest.mark.parametrize("text", ["2.98 mt", "1,200 mt of gold"])
def test_a_unit_that_may_be_metric_tonnes_or_millions_of_them_is_not_guessed(amounts: Amounts, text: str) -> None:
    assert isinstance(_first(amounts, text), float)


@pytest.mark.parametrize("text", ["a hundred years", "two mİllion dollars", "two thouſand", "5 tonnes a yeaſ"])
def test_letters_that_only_look_alike_in_lower_case_do_no_harm(amounts: Amounts, text: str) -> None:
    _first(amounts, text)


def test_a_year_before_a_figure_opens_no_range(amounts: Amounts) -> None:
    values = [mention.value for mention in amounts.find("21,800 tons in 2021 and 21,300 tons in 2022", ())]
    assert Quantity(21300.0, "tonne") in values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("output fell from 60 to 42 tonnes", [60.0, 42.0]),
        ("output rose from 1.5 to 2.7 million tonnes", [1500000.0, 2700000.0]),
        ("110 and 75 tonnes of gold", [110.0, 75.0]),
        ("more than ever in 2024 – 7.7 million tonnes", [7700000.0]),
        ("between 5 and 7 tonnes", [(5.0, 7.0)]),
        ("5 to 7 tonnes", [(5.0, 7.0)]),
    ],
)
def test_two_numbers_are_a_range_unless_they_are_a_change_a_list_or_a_year(
    amounts: Amounts, text: str, values: list[float | tuple[float, float]]
) -> None:
    assert [mention.value for mention in amounts.find(text, ())] == [Quantity(value, "tonne") for value in values]


def test_what_was_a_year_earlier_is_no_rate(amounts: Amounts) -> None:
    assert _first(amounts, "3 tonnes a year earlier") == Quantity(3.0, "tonne")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2 million 150 thousand tons", Quantity(2.15e6, "tonne")),
        ("1 billion 200 million dollars", Money(1.2e9, "USD")),
        ("2 million, 150 thousand tons", Quantity(150e3, "tonne")),
    ],
)
def test_a_figure_in_two_parts_is_one(amounts: Amounts, text: str, value: Quantity | Money) -> None:
    assert list(amounts.find(text, ()))[-1].value == value


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("27,4 млрд долларов", "US$27.4 billion"),
        ("21億ドル", "US$2.1 billion"),
        ("€2.9 billion", "€2.9 billion"),
        ("5 million tenge", "5 million tenge"),
    ],
)
def test_a_sum_in_another_script_is_called_as_in_english(amounts: Amounts, text: str, name: str) -> None:
    assert [mention.name for mention in amounts.find(text, ())] == [name]
