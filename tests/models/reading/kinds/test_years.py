"""Figures of a part of a year are marked as such, and hedges stay with their figures."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Commitment, Modality, Profile, Quantity, Relation, Resource, RouteFact
from tests.models.reading.making import article, told


@pytest.mark.parametrize(
    ("prose", "year", "part"),
    [
        ("ASTANA, 20 December 2025 (KazInform) - Kazakhstan mines 5 tonnes of gold.", None, None),
        ("Kazakhstan produced 3,000 tonnes of uranium in January-June 2024.", 2024, "January-June"),
        ("In the first half of 2023 Kazakhstan exported 5,000 tonnes of uranium.", 2023, "first half"),
        ("Kazakhstan exported 5,000 tonnes of uranium from January through December 2023.", 2023, None),
        ("Kazakhstan produced 21,112 tonnes of uranium in 2023.", 2023, None),
        (
            "The ministry said on Monday that Kazakhstan produced 5 tonnes of gold in the second quarter of 2025.",
            2025,
            "second quarter",
        ),
        ("Kyrgyzstan mined 12 tonnes of gold in the third quarter.", 2025, "third quarter"),
        ("Uzbekistan produced 42 tonnes of uranium in Q3 2025.", 2025, "Q3"),
        (
            "In the nine months to September Kazakhstan produced 30 million tonnes of coal.",
            2025,
            "nine months to September",
        ),
        ("Kazakhstan produced 30 million tonnes of coal in the six months to June 2025.", 2025, "six months to June"),
        ("Kazakhstan produced 30 million tonnes of coal in 2025's first half.", 2025, "first half"),
        ("Kazakhstan produced 30 million tonnes of coal in the opening quarter of 2025.", 2025, "opening quarter"),
        ("In the first 9 months of 2025 Kazakhstan produced 30 million tonnes of coal.", 2025, "first 9 months"),
        ("Kazakhstan produced 30 million tonnes of coal in 9M2025.", 2025, "9M"),
        ("In 9M 2025 Kazakhstan produced 30 million tonnes of coal.", 2025, "9M"),
        ("Kazakhstan produced 30 million tonnes of coal in 3Q25, up 10%.", 2025, "3Q"),
        ("Kazakhstan's coal output rose to 30 million tonnes of clean fuel in January-April.", 2025, "January-April"),
        ("In January through August Kazakhstan exported 5 tonnes of gold.", 2025, "January through August"),
        ("Kazakhstan exported 5 tonnes of gold in Jan-Apr.", 2025, "Jan-Apr"),
        (
            "Kazakhstan exported 5 tonnes of gold in the first three weeks of October.",
            2025,
            "first three weeks of October",
        ),
        ("Kazakhstan has exported 5 tonnes of gold so far this year.", 2025, "so far"),
        ("Uzbekistan exported 5,000 tonnes of cotton in FY25.", 2025, "FY25"),
        ("Uzbekistan exported 5,000 tonnes of cotton in fiscal 2024/25.", 2024, "fiscal 2024/25"),
        ("Uzbekistan exported 5,000 tonnes of cotton in FY2025.", 2025, "FY2025"),
        ("In FY 2025 Uzbekistan exported 5,000 tonnes of cotton.", 2025, "FY 2025"),
        ("Uzbekistan exported 5,000 tonnes of cotton in the year to March 2025.", 2025, "year to March 2025"),
        ("Uzbekistan exported 5,000 tonnes of cotton in the 2024-25 fiscal year.", 2024, "2024-25 fiscal year"),
        ("Uzbekistan exported 5,000 tonnes of cotton in the 12 months to June 2025.", 2025, "12 months to June 2025"),
        ("Kazakhstan exported 5,000 tonnes of wheat in the 2024/25 marketing year.", 2024, "2024/25 marketing year"),
        (
            "Kazakhstan exported 500,000 tonnes of flour over the first nine months of the 2024/25 season.",
            2024,
            "first nine months of 2024/25 season",
        ),
        ("Kazakhstan exports 22 million tonnes of crude oil a quarter.", None, "a quarter"),
        ("Kazakhstan exported 22 tonnes of gold to China, a month earlier than planned.", None, None),
    ],
)
def test_a_commoditys_figure_tells_of_which_part_of_the_year_it_is(
    reader: Reader, prose: str, year: int | None, part: str | None
) -> None:
    found = [claim.content for claim in reader.claims(article(prose))]
    [figure] = [item for item in found if isinstance(item, Resource) and item.quantity is not None]
    assert figure.quantity is not None
    assert (figure.year, figure.quantity.of) == (year, part)


def test_a_routes_volume_tells_of_which_part_of_the_year_it_is(reader: Reader) -> None:
    prose = (
        "The Middle Corridor carried 2.1 million tons between January and June 2024. "
        "In 2023 the route carried 2.7 million tons."
    )
    found = [claim.content for claim in reader.claims(article(prose)) if isinstance(claim.content, RouteFact)]
    parts = [(item.year, item.object.of) for item in found if isinstance(item.object, Quantity)]
    assert parts == [(2024, "January to June"), (2023, None)]


@pytest.mark.parametrize(
    ("prose", "hedge"),
    [
        ("Nearly 40% of the uranium mined worldwide comes from Kazakhstan.", "nearly"),
        ("The uranium reserves of Kazakhstan are put at over 700,000 tons.", "over"),
        ("Kazakhstan produced more than 20,000 tonnes of uranium in 2023.", "more than"),
        ("Kazakhstan produced 20,000 tonnes of uranium in 2023, up from 19,000 at the start.", None),
    ],
)
def test_the_hedge_of_a_figure_is_kept_in_full(reader: Reader, prose: str, hedge: str | None) -> None:
    found = [claim for claim in reader.claims(article(prose)) if isinstance(claim.content, Resource)]
    assert found
    assert {claim.certainty for claim in found} == {hedge}


@pytest.mark.parametrize(
    ("prose", "told"),
    [
        ("The Middle Corridor carried 4.5 million tonnes in 2024.", [("carried", 2024)]),
        ("Cargo on the Middle Corridor rose 62 percent in 2024 to 4.5 million tonnes.", [("carried", 2024)]),
        ("A plan drawn up in 2022 had foreseen 5 million tonnes for the Middle Corridor.", [("target", None)]),
        (
            "The Middle Corridor is busy. We expect 5 million tonnes at first and 10 million tonnes by 2030.",
            [("target", None), ("target", 2030)],
        ),
    ],
)
def test_a_year_behind_another_figure_is_of_that_one(
    reader: Reader, prose: str, told: list[tuple[str, int | None]]
) -> None:
    facts = [claim.content for claim in reader.claims(article(prose)) if isinstance(claim.content, RouteFact)]
    volumes = [(fact.predicate, fact.year) for fact in facts if isinstance(fact.object, Quantity)]
    assert volumes == told


def _told(reader: Reader, text: str, published: str = "2025-11-12") -> list[tuple[float, int | None, bool, str | None]]:
    """Value, year, whether that is inferred, and the part of the year of each figure of goods."""
    contents = (claim.content for claim in reader.claims(article(text, published=published)))
    goods = (item for item in contents if isinstance(item, Resource) and item.quantity is not None)
    return sorted({(item.quantity.value, item.year, item.year_inferred, item.quantity.of) for item in goods})  # type: ignore


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Last year Kazakhstan mined 23 tonnes of gold.", [(23, 2024, True, None)]),
        ("Kazakhstan expects to mine 25 tonnes of gold this year.", [(25, 2025, True, None)]),
        ("Ten years ago Kazakhstan mined 14 tonnes of gold.", [(14, 2015, True, None)]),
        ("Kazakhstan mined 5 tonnes of gold in May last year.", [(5, 2024, True, "May")]),
        ("Kazakhstan mined 5 tonnes of gold in May.", [(5, 2025, True, "May")]),
        ("Kazakhstan mined 5 tonnes of gold in December.", [(5, 2024, True, "December")]),
        ("The ministry said in May that Kazakhstan mines 5 tonnes of gold.", [(5, None, False, None)]),
        ("Kazakhstan mined 15 tonnes of gold in January-October this year.", [(15, 2025, True, "January-October")]),
        ("Kazakhstan mined 15 tonnes of gold in the first nine months.", [(15, 2025, True, "first nine months")]),
        ("Kazakhstan mined 15 tonnes of gold in the fourth quarter.", [(15, 2024, True, "fourth quarter")]),
        ("Kazakhstan will mine 15 tonnes of gold in the fourth quarter.", [(15, 2025, True, "fourth quarter")]),
        (
            "Kazakhstan imported 5 tonnes of copper in the first half of 2025. "
            "Over the same period it mined 9 tonnes of gold.",
            [(5, 2025, False, "first half"), (9, 2025, False, "first half")],
        ),
        (
            "Kazakhstan mined 23 tonnes of gold in 2024. A year earlier it mined 21 tonnes of gold.",
            [(21, 2023, True, None), (23, 2024, False, None)],
        ),
        ("The group has said little. A year earlier Kazakhstan mined 21 tonnes of gold.", []),
        ("The ministry of Kazakhstan kept its 2025 forecast of gold output of 25 tonnes.", [(25, 2025, False, None)]),
    ],
)
def test_a_year_told_by_the_articles_date_is_the_figures_and_marked(
    reader: Reader, text: str, told: list[tuple[float, int | None, bool, str | None]]
) -> None:
    assert _told(reader, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Output of gold in Kazakhstan rose to 18 tonnes in the first nine months of 2025 "
            "from 17 tonnes a year earlier.",
            [(17, 2024, True, "first nine months"), (18, 2025, False, "first nine months")],
        ),
        ("Output of gold in Kazakhstan rose to 18 tonnes in 2024 from 17 tonnes.", [(18, 2024, False, None)]),
        ("Gold output in Kazakhstan fell from 20 tonnes to 18 tonnes in 2024.", [(18, 2024, False, None)]),
        (
            "The ministry of Kazakhstan cut its 2025 forecast of gold output from 96 tonnes to 95 tonnes.",
            [(95, 2025, False, None)],
        ),
        (
            "In 2024 Kazakhstan mined 44 tonnes of gold, a fall of more than a quarter, the agency said.",
            [(44, 2024, False, None)],
        ),
        (
            "Imports cost $17 last year, twice as much as in 2023, "
            "while exports of gold from Kazakhstan fell to 18 tonnes.",
            [(18, 2024, True, None)],
        ),
        ("Kazakhstan mined 18 tonnes of gold, a metal which a year ago was cheap.", [(18, None, False, None)]),
    ],
)
def test_a_figure_that_another_is_set_against_has_its_own_year_or_is_not_told(
    reader: Reader, text: str, told: list[tuple[float, int | None, bool, str | None]]
) -> None:
    assert _told(reader, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Trade between Kazakhstan and China reached $43 billion in 2024.", (43e9, None, 2024)),
        ("Last year trade between Kazakhstan and China reached $43 billion.", (43e9, None, 2024)),
        (
            "Trade between Kazakhstan and China grew to $20 billion in the first half of the year.",
            (20e9, "first half", 2025),
        ),
        (
            "Trade between Kazakhstan and China, worth $20 billion in 2021, had swollen to $43 billion.",
            (43e9, None, None),
        ),
    ],
)
def test_the_sum_of_a_relation_has_its_year(
    reader: Reader, text: str, told: tuple[float, str | None, int | None]
) -> None:
    contents = (claim.content for claim in reader.claims(article(text, published="2025-11-12")))
    ties = [item for item in contents if isinstance(item, Relation)]
    assert [(tie.quantity.value, tie.quantity.of, tie.year) for tie in ties if tie.quantity] == [told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("China promised Kyrgyzstan $300 million in June 2025.", (2025, False)),
        ("Last year Japan pledged $300 million to Tajikistan.", (2024, True)),
        ("Russia plans to invest $1 billion in Kazakhstan by 2029.", (2029, False)),
        ("Uzbekistan plans to invest $2 billion in more than 70 mineral projects by 2028.", (2028, False)),
        ("China invested $3 billion in more than 20 plants in Kazakhstan, more than 15 plants in 2024.", (None, False)),
        ("Russia will lend Uzbekistan $200 million.", (None, False)),
    ],
)
def test_money_has_the_year_that_its_sentence_tells(reader: Reader, text: str, told: tuple[int | None, bool]) -> None:
    contents = (claim.content for claim in reader.claims(article(text, published="2025-11-12")))
    assert [(item.year, item.year_inferred) for item in contents if isinstance(item, Commitment)] == [told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Last year Kyrgyzstan's electricity imports were 3.1 billion kWh.", [("2024", True)]),
        ("The economy of Kazakhstan grew by 5% in 2024.", [("2024", False)]),
        ("The economy of Kazakhstan grew by 5% in the first half of 2025.", []),
    ],
)
def test_a_key_figure_is_of_a_whole_year(reader: Reader, text: str, told: list[tuple[str, bool]]) -> None:
    contents = (claim.content for claim in reader.claims(article(text, published="2025-11-12")))
    assert [(item.as_of, item.year_inferred) for item in contents if isinstance(item, Profile)] == told


def test_what_was_so_ten_years_ago_is_not_told_of_today(reader: Reader) -> None:
    found = reader.claims(article("Ten years ago Uzbekistan exported gas to China.", published="2025-11-12"))
    assert not [claim for claim in found if isinstance(claim.content, Resource)]


def test_a_decision_outlives_a_corrected_date(reader: Reader) -> None:
    text = "Last year Kazakhstan mined 23 tonnes of gold, and its trade with China reached $43 billion."
    ids = [[claim.id for claim in reader.claims(article(text, published=day))] for day in ("2025-11-12", "2024-11-12")]
    assert ids[0] == ids[1]


@pytest.mark.parametrize(
    ("prose", "year"),
    [
        ("Kazakhstan exported 310,000 tonnes of wheat because of quotas that China introduced in 2024.", None),
        ("Kazakhstan exported 310,000 tonnes of wheat owing to a ban that Russia imposed in 2023.", None),
        ("Kazakhstan has reserves of 1.3 million tonnes of copper, a 17% increase over the 2022 estimate.", None),
        ("Kazakhstan produced 14,200 tonnes of copper, a rise on the 2021 total.", None),
        ("Kazakhstan produced 14,200 tonnes of copper, 3% lower than in Q2 2024.", None),
        ("Kazakhstan produced 14,200 tonnes of copper, a target it originally set for 2023.", None),
        ("Kazakhstan produced 14,200 tonnes of copper, a level last seen in 2013.", None),
        ("Kazakhstan produced 14,200 tonnes of copper in 2024, 17% over the 2022 level.", 2024),
        ("Kazakhstan produced 14,200 tonnes of copper in 2024 because of new mines that opened.", 2024),
    ],
)
def test_the_year_of_a_reason_or_a_comparison_is_not_the_figures(reader: Reader, prose: str, year: int | None) -> None:
    found = [claim.content for claim in reader.claims(article(prose))]
    assert {item.year for item in found if isinstance(item, Resource) and item.quantity is not None} == {year}


def test_the_half_year_is_not_that_of_a_figure_it_was_compared_with(reader: Reader) -> None:
    prose = (
        "Kazakhstan produced 20 million tonnes of coal in the first half of 2025. "
        "Kazakhstan produced 30 million tonnes of coal in the first half of 2019. "
        "Kazakhstan exported 8 million tonnes of coal in the half."
    )
    found = [claim.content for claim in reader.claims(article(prose))]
    assert [item.year for item in found if isinstance(item, Resource) and item.relation == "exports"] == [2025]


@pytest.mark.parametrize(
    ("prose", "sums"),
    [
        (
            "Kazakhstan shipped 2.1 million tonnes of oil to Germany in 2025, it said, against 1.5 million in 2024.",
            {(2025, 2.1e6), (2024, 1.5e6)},
        ),
        ("Kazakhstan shipped 2.1 million tonnes of oil in 2025, against $1.5 million in 2024.", {(2025, 2.1e6)}),
    ],
)
def test_what_a_figure_is_set_against_is_of_its_own_year(
    reader: Reader, prose: str, sums: set[tuple[int, float]]
) -> None:
    told = [claim.content for claim in reader.claims(article(prose))]
    goods = [item for item in told if isinstance(item, Resource) and item.country == "KAZ" and item.quantity]
    assert {(item.year, item.quantity.value) for item in goods if item.quantity} == sums


@pytest.mark.parametrize("when", ["spring 2024", "the spring of 2024"])
def test_the_year_behind_a_season_is_no_figure(reader: Reader, when: str) -> None:
    contents = [claim.content for claim in told(reader, f"Kazakhstan exported 3 tonnes of gold in {when}.")]
    (found,) = (one for one in contents if isinstance(one, Resource))
    assert (found.quantity and (found.quantity.value, found.quantity.of), found.year) == ((3.0, "spring"), 2024)


def test_exports_that_are_to_start_are_planned(reader: Reader) -> None:
    for prose in (
        "will start exports of oil to Iran",
        "will resume oil exports to Iran",
        "will resume oil supplies to Iran",
    ):
        claims = told(reader, f"Kazakhstan {prose}.")
        assert {claim.modality for claim in claims if isinstance(claim.content, Resource)} == {Modality.PLANNED}
