"""A swap is no plain export, and goods whose purchase is only discussed are sold for all that."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Quantity, Resource
from tests.models.reading.making import told


def _exports(reader: Reader, prose: str) -> list[Resource]:
    contents = (claim.content for claim in told(reader, prose))
    return [item for item in contents if isinstance(item, Resource) and item.relation == "exports"]


@pytest.mark.parametrize(
    ("prose", "of"),
    [
        (
            "Turkmenistan will resume gas supplies to Turkey by way of Iran under a swap deal for 2 bcm.",
            "through Iran, under a swap deal",
        ),
        ("Turkmenistan delivered 2 bcm of gas to Azerbaijan under a swap agreement.", "under a swap agreement"),
        ("Turkmenistan delivered 2 bcm of gas to Azerbaijan under a long-term agreement.", None),
    ],
)
def test_the_swap_is_told_with_the_figure(reader: Reader, prose: str, of: str | None) -> None:
    figures = [item.quantity for item in _exports(reader, prose)]
    assert [figure.of for figure in figures if isinstance(figure, Quantity)] == [of]


def test_what_is_only_discussed_with_nobody_casts_no_doubt_on_sales(reader: Reader) -> None:
    assert _exports(reader, "The president will visit Ashgabat to discuss the purchase of Turkmen gas.") == []


def test_a_figure_that_is_discussed_is_told(reader: Reader) -> None:
    (sold,) = _exports(reader, "Uzbekistan discussed the purchase of 5 bcm of Turkmen gas.")
    assert sold.quantity == Quantity(5e9, "m3")
