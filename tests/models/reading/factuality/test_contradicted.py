"""What the press tells of and somebody says beside it was not done: told from the press, and denied by whoever does."""

from __future__ import annotations

import tomllib

import pytest
from msgspec import structs

from models.catalog import Catalog
from models.reading import Reader
from models.reading.denied import RULE
from models.reading.reader import RULES
from models.records import Commitment, Modality, Standing
from models.statements import group
from tests.models.reading.making import told

EXAMPLES = tomllib.loads((RULES / "words-denials.toml").read_text("utf-8"))["denials"]["examples"]


@pytest.mark.parametrize("example", EXAMPLES["undone"], ids=lambda example: example["text"][:40])
def test_a_report_is_told_from_the_press_and_denied(reader: Reader, catalog: Catalog, example: dict[str, str]) -> None:
    claims = told(reader, example["text"])
    denied = [claim for claim in claims if claim.rule == RULE]
    assert denied
    assert {claim.attribution for claim in denied} == {example["by"]}
    assert not any(claim.affirmed for claim in denied)
    reports = [claim for claim in claims if claim.affirmed and claim.content in {one.content for one in denied}]
    assert len(reports) == len(denied)
    assert {claim.attribution for claim in reports} == {example["from"]}
    assert all(claim.is_hearsay for claim in reports)
    assert not any(claim.is_hearsay for claim in denied)
    first, second = denied[0].evidence, reports[0].evidence
    assert {first.quote, second.quote} == set(example["text"].replace(". ", ".|").split("|"))
    words = [structs.replace(claim, carried=False) for claim in (*denied, *reports)]
    assert {statement.standing for statement in group(words, catalog)} == {Standing.CONTESTED}


@pytest.mark.parametrize("text", EXAMPLES["done"])
def test_nothing_is_denied_where_another_deed_is_told(reader: Reader, text: str) -> None:
    assert told(reader, text)
    assert [claim for claim in told(reader, text) if claim.rule == RULE] == []


@pytest.mark.parametrize(
    ("opening", "who", "before"),
    [
        ("Earlier, the Bishkek paper Vechernyaya Zarya reported that", "Vechernyaya Zarya", False),
        ("Previously Bloomberg reported that", "Bloomberg", False),
        ("The newspaper Vremya had written that", "Vremya", True),
        ("The site Orda.kz reported that", "Orda.kz", False),
        ("Reuters had said that", "Reuters", True),
    ],
)
def test_what_the_press_told_is_its_own(reader: Reader, opening: str, who: str, *, before: bool) -> None:
    (claim,) = told(reader, f"{opening} Kazakhstan exported 11 tonnes of gold.")
    assert (claim.attribution, claim.is_hearsay) == (who, True)
    assert (claim.modality is Modality.POSSIBLE) is before


@pytest.mark.parametrize(
    ("source", "hearsay"),
    [
        ("Bloomberg", True),
        ("trade sources", True),
        ("media reports", True),
        ("the World Bank", False),
        ("the energy ministry", False),
        ("data of the central bank", False),
    ],
)
def test_who_is_named_and_no_paper_answers_for_it(reader: Reader, source: str, *, hearsay: bool) -> None:
    (claim,) = told(reader, f"Kazakhstan exported 11 tonnes of gold, according to {source}.")
    assert (claim.is_hearsay, "hearsay" in claim.badges) == (hearsay, hearsay)


def test_a_price_that_is_paid_is_no_gift(reader: Reader) -> None:
    (claim,) = told(reader, "Altyn Group paid $300 million for 40 percent of the Jerooy deposit.")
    assert isinstance(claim.content, Commitment)
    assert claim.content.deed == "spent"
