"""Every word for a standing is explained."""

from __future__ import annotations

import pytest

from models.catalog import Catalog
from models.pages.lines import line
from models.pages.standings import MEANINGS, explained, meaning
from models.phrases import Phrases
from models.records import Commitment, Content, Event, Money, Profile, Quantity, Relation, Resource, RouteFact, Standing
from models.statements import group
from tests.models.making import claim

DOLLARS = Money(1e9, "USD")


@pytest.mark.parametrize("standing", Standing)
def test_every_standing_is_explained(standing: Standing) -> None:
    assert meaning(standing.value) == f"{standing.value.capitalize()}: {MEANINGS[standing]}"


def test_other_words_stay_as_they_are() -> None:
    assert meaning("Copper") == "Copper"


@pytest.mark.parametrize(
    ("content", "names"),
    [
        (
            Event("CONSULT", ("KAZ",), ("KGZ",), place="Osh", summary="met at Konchoch"),
            ["Osh – Ош", "Konchoch – Кончоч"],
        ),
        (
            Commitment(("CHN",), ("KAZ",), DOLLARS, purpose="a mill at North Katpar"),
            ["North Katpar – Солтүстік Қатпар"],
        ),
        (
            Resource("KAZ", "uranium", "reserves", None, Quantity(9e3, "tonne"), site="Inkai (third block)"),
            ["Inkai – Инкай"],
        ),
        (Profile("UZB", "capital", "Tashkent"), ["Tashkent – Toshkent"]),
        (RouteFact("middle-corridor", "connects", ("Aktau", "Baku")), ["Aktau – Ақтау", "Baku – Bakı"]),
        (RouteFact("middle-corridor", "length", Quantity(9e3, "km")), []),
        (Event("CONSULT", ("KAZ",), ("KGZ",), place="Berlin", summary="met in Nowhere Hill"), []),
        (Relation("KAZ", "KGZ", "partners"), []),
    ],
)
def test_places_are_told_by_the_names_of_their_own_people(catalog: Catalog, content: Content, names: list[str]) -> None:
    (statement,) = group([claim(content, "a")], catalog)
    told = line(statement, Phrases(catalog))
    assert list(told.local) == names
    assert all(name in explained(told) for name in names)
    assert ("language" in explained(told)) is bool(names)
