"""Which firm "the venture" is: the one just called so, and none of those that own it."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Resource
from tests.models.reading.making import told

_MINED = "The venture mined 3,000 tonnes of uranium in 2024."


def _firms(reader: Reader, prose: str) -> list[tuple[str, str]]:
    """Whose firm mined how much, by land and name."""
    goods = [claim.content for claim in told(reader, prose) if isinstance(claim.content, Resource)]
    return [(content.country, content.firm) for content in goods if content.quantity is not None]


@pytest.mark.parametrize(
    ("before", "firm"),
    [
        ("Kazatomprom and Orano set up a joint venture, Katco, in Kazakhstan.", "Katco"),
        ("Katco, a joint venture of Kazatomprom and Orano, lies in Kazakhstan.", "Katco"),
        ("Kazatomprom and Rosatom founded a joint venture in Kazakhstan.", "venture of Kazatomprom and Rosatom"),
    ],
)
def test_a_venture_is_the_firm_just_called_so_or_that_of_its_owners(reader: Reader, before: str, firm: str) -> None:
    assert _firms(reader, f"{before} {_MINED}") == [("KAZ", firm)]


def test_where_no_venture_is_told_of_it_is_the_firm_named_last(reader: Reader) -> None:
    assert _firms(reader, f"Kazatomprom sold uranium of Kazakhstan to China. {_MINED}") == [("KAZ", "Kazatomprom")]
