"""The table of commitments: what is one sum stands in one row, and nobody is led to add them up."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import structs

from models import briefs
from models.briefs import Options, Subject
from models.briefs.times import Times
from models.catalog import RESOURCES, Catalog
from models.library import Library
from models.pages.ages import AsOf
from models.phrases import Phrases, load
from models.records import Commitment, Money, Variant
from tests.models.briefs.making import DAY, LAND, cells, made, step, timed
from tests.models.making import claim


def promise(millions: float, purpose: str, by: str = "CHN", deed: str = "") -> Commitment:
    return Commitment((by,), (LAND,), Money(millions * 1e6, "USD"), None, purpose, deed)


@pytest.mark.parametrize(
    ("promises", "amounts"),
    [
        (
            [promise(300, "the tungsten plant of Kazakhstan", deed="invested"), promise(450, "the tungsten deposit")],
            ["US$300 million (elsewhere US$450 million, promised)"],
        ),
        ([promise(300, "the tungsten plant"), promise(450, "a railway")], ["US$450 million", "US$300 million"]),
        ([promise(300, "Kazakhstan"), promise(450, "roads of Kazakhstan")], ["US$450 million", "US$300 million"]),
        ([promise(300, ""), promise(450, "")], ["US$450 million", "US$300 million"]),
        (
            [promise(300, "the tungsten plant"), promise(450, "the tungsten plant", by="RUS")],
            ["US$300 million", "US$450 million"],
        ),
    ],
)
def test_sums_of_one_giver_for_one_purpose_stand_in_one_row(
    catalog: Catalog, tmp_path: Path, promises: list[Commitment], amounts: list[str]
) -> None:
    claims = [claim(each, name, quote=f"Sentence {name}.") for each, name in zip(promises, "ab", strict=True)]
    claims.append(claim(promises[0], "c", quote="Sentence c."))
    part = made(catalog, tmp_path, claims, "commitments")
    assert sorted(amount for _, amount, *_ in cells(part)) == sorted(amounts)
    assert bool(part.lead) is (len(amounts) > 1)


def test_the_countrys_own_sums_stand_first_the_largest_before_all_and_that_is_said(
    catalog: Catalog, tmp_path: Path
) -> None:
    region = structs.replace(promise(90_000, "all of it"), to=("C5",))
    euros = Commitment(("DEU",), (LAND,), Money(400e6, "EUR"), None, "a school")
    sums = [promise(300, "a plant"), region, promise(9000, "a railway", by="RUS"), euros, promise(500, "a road", "IND")]
    claims = [claim(each, "a", quote=f"Sentence {at}.") for at, each in enumerate(sums)]
    claims += [claim(region, "b", quote="Sentence b."), claim(sums[0], "b", quote="Another.")]
    part = made(catalog, tmp_path, claims, "commitments")
    told = [amount for _, amount, *_ in cells(part)]
    last = "US$90 billion"
    assert told == ["US$9 billion", "US$500 million", "€400 million", "US$300 million", last]
    assert part.lead.startswith("What the country gives or gets itself comes first")


def test_sums_over_unlike_times_are_no_other_word_on_each_other(catalog: Catalog, tmp_path: Path) -> None:
    parts = [
        structs.replace(promise(billions * 1e3, "industries of Kazakhstan"), period_years=years)
        for billions, years in ((100, 10), (35, 3))
    ]
    claims = [claim(each, name, quote=f"Sentence {name}.") for each, name in zip(parts, "ab", strict=True)]
    told = [amount for _, amount, *_ in cells(made(catalog, tmp_path, claims, "commitments"))]
    assert told == ["US$100 billion over ten years", "US$35 billion over three years"]


def test_what_stands_in_one_row_is_told_with_each_stage_and_its_sources(catalog: Catalog, tmp_path: Path) -> None:
    plant, deposit = promise(300, "the tungsten plant", deed="invested"), promise(450, "the tungsten deposit")
    claims = [claim(plant, "a", quote="One."), claim(plant, "b", quote="Two."), claim(deposit, "c", quote="Three.")]
    part = made(catalog, tmp_path, claims, "commitments")
    assert part.table
    (row,) = part.table.rows
    assert row.cells[0] == "China → Kazakhstan"
    assert row.cells[2:] == ("invested", "the tungsten plant")
    assert len(row.numbers) == 3


def test_a_disputed_sum_is_headed_by_who_promised_it_and_what_for(catalog: Catalog, tmp_path: Path) -> None:
    sums = [structs.replace(promise(dollars, "mineral projects"), period_years=3) for dollars in (1600, 2600)]
    claims = [claim(each, name, quote=f"Sentence {name}.") for each, name in zip(sums, "ab", strict=True)]
    part = made(catalog, tmp_path, claims, "contested", parts=("commitments", "contested"))
    (entry,) = part.entries
    assert entry.topic == "China: commitments (mineral projects)"
    assert [value.text for value in entry.values] == [
        f"China commits US${billions} billion to Kazakhstan over three years" for billions in ("1.6", "2.6")
    ]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("China promised Kazakhstan 300 million dollars in June 2025.", "June 2025 · 17 months"),
        ("China promised Kazakhstan 300 million dollars in 2024.", "2024 · 2 years"),
        (
            "China promised Kazakhstan 300 million dollars in June 2025 and gave them in July 2025.",
            "reported September 2025 · 14 months",
        ),
        ("China promised Kazakhstan 300 million dollars by 2030.", "reported September 2025 · 14 months"),
        ("China promised Kazakhstan 300 million dollars.", "reported September 2025 · 14 months"),
    ],
)
def test_a_promise_is_of_the_time_that_its_sentence_tells(
    catalog: Catalog, tmp_path: Path, sentence: str, told: str
) -> None:
    one = step("a", [claim(promise(300, ""), "a", quote=sentence)])
    assert one.article
    known = structs.replace(one.article.bibliography, published="2025-09-01")
    library = Library.open(tmp_path / "library", catalog)
    library.add([structs.replace(one, article=structs.replace(one.article, bibliography=known))])
    (part,) = briefs.make(library, Subject("countries", (LAND,)), DAY, Options(("commitments",))).chapters[0].parts
    assert [row[-1] for row in timed(part)] == [told]


@pytest.mark.parametrize(
    ("year", "told"),
    [(2024, "2024 · 2 years"), (2025, "June 2025 · 17 months"), (2030, "reported September 2025 · 14 months")],
)
def test_the_year_of_a_promise_stands_unless_it_lay_ahead(catalog: Catalog, year: int, told: str) -> None:
    content = structs.replace(promise(300, ""), year=year)
    variant = Variant(content, (claim(content, "a", quote="It promised them in June 2025."),), 1, told="2025-09-01")
    phrases = Phrases(catalog)
    times = Times(load(RESOURCES / "phrases", "en")["brief"], phrases.numbers, DAY)
    assert times.cell([times.of(variant, AsOf("2025-09-01", "1 September 2025", told=True))]) == told


def test_the_year_by_which_a_promise_was_due_is_no_time_of_it(catalog: Catalog) -> None:
    content = structs.replace(promise(300, ""), year=2024)
    variant = Variant(content, (claim(content, "a", quote="It promised to give them by 2024."),), 1, told="2025-09-01")
    phrases = Phrases(catalog)
    times = Times(load(RESOURCES / "phrases", "en")["brief"], phrases.numbers, DAY)
    assert times.cell([times.of(variant, None)]) == "reported September 2025 · 14 months"
    assert phrases.money(variant).endswith("by 2024")
