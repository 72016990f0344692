"""Who owns how much of what: owners told behind the first, shares held together, years of other things."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Relation, Resource
from models.statements.keys import OWNS
from tests.models.reading.making import told


def _shares(reader: Reader, text: str) -> dict[tuple[str, str], tuple[object, int | None]]:
    ties = (claim.content for claim in told(reader, text))
    found = (tie for tie in ties if isinstance(tie, Relation) and tie.relation == OWNS and tie.quantity)
    return {(tie.a, tie.b): (tie.quantity.value if tie.quantity else None, tie.year) for tie in found}


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        (
            "Inkai, a joint venture of Kazatomprom (60%) and Cameco (40%), produced 2,500 tonnes of uranium in 2024.",
            {("Kazatomprom", "Inkai"): (60, None), ("Cameco", "Inkai"): (40, None)},
        ),
        ("In 2024 Kazakhstan held 75 percent of Kazatomprom.", {("KAZ", "Kazatomprom"): (75, 2024)}),
        (
            "Kyrgyzstan owns 34 percent of the Kambarata-1 plant, Kazakhstan 33 percent and Uzbekistan 33 percent.",
            {
                ("KGZ", "Kambarata-1"): (34, None),
                ("KAZ", "Kambarata-1"): (33, None),
                ("UZB", "Kambarata-1"): (33, None),
            },
        ),
        (
            "Chevron holds 50 percent of Tengizchevroil in Kazakhstan, and Lukoil sold 5 percent.",
            {("Chevron", "Tengizchevroil"): (50, None)},
        ),
        ("Kazatomprom and Cameco together hold 100 percent of Inkai.", {}),
        ("Kazatomprom has 60 percent of Inkai's output.", {}),
    ],
)
def test_each_owner_has_the_share_that_is_told_of_it(
    reader: Reader, text: str, shares: dict[tuple[str, str], tuple[object, int | None]]
) -> None:
    assert _shares(reader, text) == shares


def test_a_share_concerns_the_country_of_the_place_and_that_of_the_owner(reader: Reader) -> None:
    text = "Uzbekistan produced 3,500 tonnes of uranium. Cameco owns 40 percent of the venture at Inkai in Kazakhstan."
    (tie,) = (claim.content for claim in told(reader, text) if isinstance(claim.content, Relation))
    assert tie.lands == ("KAZ", "CAN")


@pytest.mark.parametrize(
    ("text", "sold"),
    [
        ("Kazakhstan sold its uranium stake to China.", 0),
        ("Kazakhstan sells its stake in gas producer Karachaganak to Italy.", 0),
        ("Kazatomprom sold 49% of its uranium mine Inkai to China.", 0),
        ("Kazakhstan sold its oil shares to Japan.", 0),
        ("Kazakhstan sold 30% of its oil to China in 2024.", 1),
        ("Kazakhstan sold uranium to China.", 1),
        ("Kazakhstan sold uranium to China, which owns a stake in the mine.", 1),
    ],
)
def test_a_part_of_a_firm_that_is_sold_is_no_trade_in_goods(reader: Reader, text: str, sold: int) -> None:
    contents = [claim.content for claim in told(reader, text)]
    assert len([one for one in contents if isinstance(one, Resource) and one.relation == "exports"]) == sold
