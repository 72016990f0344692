"""What a chapter begins with: what the user's own articles of the last months tell that is new."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec import structs

from models import briefs
from models.briefs import Options, Subject
from models.briefs.summary import ENOUGH
from models.library import Library
from models.records import Commitment, Event, Modality, Money, Quantity, Resource, RouteFact
from tests.models.briefs.making import step
from tests.models.making import claim

if TYPE_CHECKING:
    from pathlib import Path

    from models.catalog import Catalog
    from models.records import Claim, Content

LAND, OTHER = "KAZ", "UZB"
TODAY = "2026-11-24"
TOLD = "2026-10-14"
LESS = tuple(Event("CONSULT", (LAND,), ("CHN",), date=f"{1990 + year}") for year in range(ENOUGH))
"""Enough meetings for a summary, none of which it tells."""
NEWS = (
    Resource(LAND, "gold", "produces", None, Quantity(90.0, "tonne", "first nine months"), 2026),
    RouteFact("middle-corridor", "carried", Quantity(3e6, "tonne"), 2026),
    Event("AGREE", (LAND, "CHN"), date=TOLD, summary="signed an agreement on wind plants"),
    Commitment(("CHN",), (LAND,), Money(6.2e8, "USD"), purpose="uranium"),
)
BEFORE = Resource(LAND, "gold", "produces", None, Quantity(120.0, "tonne"), 2025)


@pytest.fixture
def library(catalog: Catalog, tmp_path: Path) -> Library:
    made = Library.open(tmp_path / "library", catalog)
    add(made, "meetings", "2001-02-03", *LESS)
    add(made, "line", "2001-02-04", RouteFact("middle-corridor", "crosses", (LAND,)))
    for name in "pq":
        add(made, name, "2026-02-01", BEFORE)
    return made


def add(
    library: Library,
    name: str,
    published: str,
    *contents: Content,
    modality: Modality = Modality.DONE,
    affirmed: bool = True,
) -> None:
    quotes = (f"{name} tells thing {number}" for number, _ in enumerate(contents))
    claims: list[Claim] = [
        claim(each, name, quote=quote, modality=modality, affirmed=affirmed)
        for each, quote in zip(contents, quotes, strict=True)
    ]
    made = step(name, claims)
    assert made.article is not None
    dated = structs.replace(made.article.bibliography, published=published)
    library.add([structs.replace(made, article=structs.replace(made.article, bibliography=dated))])


def begun(library: Library, today: str = TODAY, codes: tuple[str, ...] = (LAND,), *, short: bool = False) -> list[str]:
    """What the summary tells, each line behind its label."""
    brief = briefs.make(library, Subject("countries", codes), today, Options(short=short))
    part = next(part for part in brief.chapters[0].parts if part.id == "summary")
    return [f"{entry.label}: {entry.text}" for entry in part.entries]


@pytest.mark.parametrize("new", NEWS)
@pytest.mark.parametrize("short", [True, False])
def test_figures_deeds_and_deals_that_are_new_come_first_with_the_day_since_when(
    library: Library, new: Content, *, short: bool
) -> None:
    add(library, "news", TOLD, new)
    first, *others = begun(library, short=short)
    assert first.startswith("New since 14 July 2026: ")
    assert others
    assert not any(other.startswith("New") or other.endswith(first.partition(": ")[2]) for other in others)


def test_a_part_of_the_year_takes_no_place_from_the_whole_year_before_it(library: Library) -> None:
    add(library, "news", TOLD, NEWS[0])
    told = [line for line in begun(library) if "gold" in line]
    assert ["2026" in line for line in told] == [True, False]


def test_several_are_told_the_newest_first_and_what_is_done_before_what_is_planned(library: Library) -> None:
    add(library, "news", TOLD, NEWS[0], NEWS[2])
    add(library, "plan", TOLD, structs.replace(NEWS[0], quantity=Quantity(150.0, "tonne")), modality=Modality.PLANNED)
    add(library, "later", "2026-11-05", NEWS[3])
    told = [line for line in begun(library) if line.startswith("New")]
    assert [word for line in told for word in ("620", "wind", "90 t") if word in line] == ["620", "wind", "90 t"]
    assert told[1].startswith("New: ")


def test_a_deal_and_its_sum_from_one_sentence_are_one_thing(library: Library) -> None:
    made = step("news", [claim(each, "news", quote="one sentence", start=0) for each in NEWS[2:]])
    assert made.article is not None
    dated = structs.replace(made.article.bibliography, published=TOLD)
    library.add([structs.replace(made, article=structs.replace(made.article, bibliography=dated))])
    assert len([line for line in begun(library) if line.startswith("New")]) == 1


@pytest.mark.parametrize(
    ("published", "today"),
    [(TOLD, "2027-06-01"), ("2026-07-01", TODAY), ("2027-01-01", TODAY), ("2026-10", TODAY)],
)
def test_nothing_is_new_of_what_is_long_told_or_of_no_day(library: Library, published: str, today: str) -> None:
    add(library, "news", published, NEWS[0])
    if published == "2026-07-01":
        add(library, "last", TOLD, Event("CONSULT", (LAND,), ("CHN",), date="1989"))
    assert not any(line.startswith("New") for line in begun(library, today))


@pytest.mark.parametrize(("modality", "affirmed"), [(Modality.POSSIBLE, True), (Modality.DONE, False)])
def test_what_is_only_possible_or_denied_is_not_told_first(
    library: Library, modality: Modality, *, affirmed: bool
) -> None:
    add(library, "news", TOLD, NEWS[2], modality=modality, affirmed=affirmed)
    assert not any(line.startswith("New") for line in begun(library))


def test_a_brief_on_several_countries_tells_one_of_each_with_its_name(library: Library) -> None:
    add(library, "news", TOLD, *NEWS)
    add(library, "more", TOLD, *(Event("CONSULT", (OTHER,), ("CHN",), date=f"{1990 + at}") for at in range(ENOUGH)))
    told = [line for line in begun(library, codes=(LAND, OTHER)) if line.startswith("New")]
    assert len(told) == 1
    assert library.catalog.name(LAND) in told[0]
