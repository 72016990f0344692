"""Numbers and dates as people write them."""

from __future__ import annotations

import pytest

from models.catalog import RESOURCES
from models.phrases import Numbers, fill, load
from models.records import Money, Quantity

NUMBERS = Numbers(load(RESOURCES / "phrases"))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (0.1, "0.1"),
        (21112, "21,112"),
        (2.7e6, "2.7 million"),
        (1_234_567, "1,234,567"),
        (3e12, "3 trillion"),
        ((18000, 18500), "18,000–18,500"),
        ((1e9, 2e9), "1–2 billion"),
        ((500, 2e6), "500–2,000,000"),
        ((9e5, 1.2e6), "0.9–1.2 million"),
        ((0, 5e6), "0–5 million"),
        ((4.6 * 1e9, 8.2 * 1e9), "4.6–8.2 billion"),
        ((1_234_567, 2e6), "1,234,567–2,000,000"),
        (-5, "−5"),
        (13_392.6, "13,392.6"),
        (12.565805, "12.57"),
        (1_234.56789, "1,235"),
        (0.00123456, "0.001235"),
    ],
)
def test_number(value: float | tuple[float, float], text: str) -> None:
    assert NUMBERS.number(value) == text


@pytest.mark.parametrize(
    ("language", "values", "told"),
    [
        ("en", (759e3, 2764e3, (3.3e6, 4.48e6)), ("0.759 million", "2.764 million", "3.3–4.48 million")),
        ("ja", (759e3, 2764e3, (3.3e6, 4.48e6)), ("75.9万", "276.4万", "330～448万")),
        ("ru", (759e3, 2764e3, (3.3e6, 4.48e6)), ("0,759 млн", "2,764 млн", "3,3–4,48 млн")),
        ("en", (84e9, 28.6e6), ("84 billion", "0.0286 billion")),
        ("en", (1_234_567, 2e6), ("1,234,567", "2,000,000")),
        ("ja", (21_112, 3_300), ("21,112", "3,300")),
        ("en", (700, 0), ("700", "0")),
        ("en", (), ()),
    ],
)
def test_numbers_side_by_side_have_one_form(language: str, values: tuple[float, ...], told: tuple[str, ...]) -> None:
    assert Numbers(load(RESOURCES / "phrases", language)).alike(values) == told


def test_units_and_currencies() -> None:
    assert NUMBERS.quantity(Quantity(1, "day")) == "1 day"
    assert NUMBERS.quantity(Quantity(-8, "day")) == "8 days"
    assert NUMBERS.quantity(Quantity(5e6, "KZT")) == "5 million tenge"
    assert NUMBERS.quantity(Quantity(5, "furlong")) == "5 furlong"
    assert NUMBERS.money(Money(19e9, "USD")) == "US$19 billion"


@pytest.mark.parametrize(
    ("date", "text"),
    [
        ("2025-12-20", "20 December 2025"),
        ("2025-06", "June 2025"),
        ("2025", "2025"),
        ("spring 2025", "spring 2025"),
        ("2025-13", "2025"),
    ],
)
def test_date(date: str, text: str) -> None:
    assert NUMBERS.date(date) == text


def test_a_bracket_without_content_is_left_out() -> None:
    assert fill("{a}[ in {b}]", a="x", b="") == "x"
    assert fill("{a}[ in {b}]", a="x", b="y") == "x in y"
