"""Which commodity a figure is of where its sentence does not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.reading.reference.wares import Wares
from models.reading.sentence.mentions import Mention
from models.records import Resource
from tests.models.reading.making import article

if TYPE_CHECKING:
    from models.reading import Reader

ONLY = {"m3": frozenset({"natural gas", "water"}), "MW": frozenset({"hydropower"})}


def _named(*codes: str) -> list[Mention]:
    return [Mention("K", 0, 0, code, (code,)) for code in codes]


def _spoken_of(*sentences: tuple[str, ...]) -> Wares:
    wares = Wares(ONLY, {"m3": "natural gas"})
    for codes in sentences:
        wares.note(_named(*codes), ())
    return wares


def test_the_last_commodity_named_is_meant() -> None:
    found = _spoken_of(("gold",), ("coal",)).measured_in("tonne")
    assert found is not None
    assert found.ids == ("coal",)


def test_a_passing_remark_changes_nothing() -> None:
    wares = _spoken_of(("natural gas",), ("natural gas",), ("natural gas",), ("steel",))
    assert wares.last is not None
    assert wares.last.ids == ("natural gas",)


def test_what_is_told_of_counts_however_seldom_it_is_named() -> None:
    wares = _spoken_of(("gold",), ("gold",), ("gold",))
    wares.note(_named("coal"), ("coal",))
    assert wares.last is not None
    assert wares.last.ids == ("coal",)


def test_the_unit_tells_which_one_is_meant() -> None:
    found = _spoken_of(("natural gas",), ("gold",)).measured_in("m3")
    assert found is not None
    assert found.ids == ("natural gas",)


def test_a_unit_of_one_commodity_tells_it_where_none_was_named() -> None:
    found = _spoken_of().measured_in("m3")
    assert found is not None
    assert found.ids == ("natural gas",)


def test_power_has_no_weight() -> None:
    assert _spoken_of(("hydropower",)).measured_in("tonne") is None


def test_the_metal_is_the_last_one_named_that_is_a_metal() -> None:
    wares = Wares(groups={"gold": "metals", "crude oil": "energy"}, called={"metal": ["metals"]})
    for code in ("gold", "crude oil"):
        wares.note([Mention("K", 0, 0, ids=(code,))], (code,))
    metal = wares.referred("the metal")
    assert metal is not None
    assert metal.ids == ("gold",)
    assert wares.referred("the commodity") is wares.last


def test_a_heading_in_capitals_tells_of_what_comes_below(reader: Reader) -> None:
    below = article(
        "Kazakhstan mines copper, and copper is dear; copper sells.\n\nTUNGSTEN\n\nChinese customs booked 3,300 tonnes "
        "of Kazakh material in May."
    )
    told = [claim.content for claim in reader.claims(below) if isinstance(claim.content, Resource)]
    assert {content.resource for content in told if content.relation == "imports"} == {"tungsten"}
