"""All pairs of claims from two articles: conflicts are contested, agreements one statement, the rest not contested.

Once with the gold claims, which tests grouping alone, once with what the engine reads in the text. Of pairs with an
article that is kept from whoever writes rules only the counts are told.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from models.catalog import Catalog
from models.intake import read_file
from models.reading import Reader
from models.records import Article, Claim, Standing, Statement
from models.statements import group
from models.text import squash
from tests.models.statements.test_gold import gold_claims
from tests.scoring import is_set_aside

OPEN, APART = "open", "kept apart"
HOLDS = {
    "gold": {OPEN: 9, APART: 3},
    "read": {OPEN: 9, APART: 1},
}
"""Pairs that come out right, of 9 and 4: what has been reached and is not to be lost."""

Pair = dict[str, Any]


class Told(NamedTuple):
    """What two articles say."""

    claims: list[Claim]
    published: dict[str, str]


def test_pairs_of_gold_claims(shared: Path, catalog: Catalog, capsys: pytest.CaptureFixture[str]) -> None:
    folder = shared / "goldset"
    published = {
        path.stem: date
        for path in folder.glob("*/*.json")
        if (date := json.loads(path.read_text("utf-8"))["published"])
    }

    def told(names: list[str]) -> Told:
        return Told([claim for name in names for claim in gold_claims(folder, name)], published)

    judge("gold", [(pair, told(articles(pair))) for pair in pairs(folder)], catalog, capsys)


def test_pairs_as_read(shared: Path, catalog: Catalog, capsys: pytest.CaptureFixture[str]) -> None:
    folder = shared / "goldset"
    reader = Reader(catalog)

    def told(names: list[str]) -> Told:
        read = [read_file(next(folder.glob(f"*/{name}.txt"))) for name in names]
        good = [article for article in read if isinstance(article, Article)]
        published = {article.id: article.bibliography.published or "" for article in good}
        return Told([claim for article in good for claim in reader.read(article).claims], published)

    judge("read", [(pair, told(articles(pair))) for pair in pairs(folder)], catalog, capsys)


# --- judging ----------------------------------------------------------------------------------------------------------


def pairs(folder: Path) -> list[Pair]:
    found: list[Pair] = json.loads((folder / "pairs.json").read_text("utf-8"))
    assert len(found) > 10
    return found


def articles(pair: Pair) -> list[str]:
    return [pair[side]["article"] for side in ("a", "b")]


def judge(what: str, told: list[tuple[Pair, Told]], catalog: Catalog, capsys: pytest.CaptureFixture[str]) -> None:
    """Print the counts, name the open pairs that do not hold, and keep to the floor."""
    right, every, wrong = Counter[str](), Counter[str](), []
    for pair, (claims, published) in told:
        where = APART if any(is_set_aside(name) for name in articles(pair)) else OPEN
        every[where] += 1
        if holds(pair, group(claims, catalog, published=published)):
            right[where] += 1
        elif where == OPEN:
            wrong.append(pair["id"])
    counts = ", ".join(f"{where}: {right[where]} of {every[where]}" for where in (OPEN, APART))
    with capsys.disabled():
        print(f"\npairs ({what}): {counts}")  # noqa: T201 - the count is what this test is for
    assert {where: right[where] for where in every if right[where] < HOLDS[what][where]} == {}, wrong


def holds(pair: Pair, statements: tuple[Statement, ...]) -> bool:
    """Whether the statements that have a claim of both sentences stand to each other as the pair says."""
    sentences = [squash(pair[side]["evidence"]) for side in ("a", "b")]
    found = {
        statement.standing
        for statement in statements
        if all(any(stands_in(claim, sentence) for claim in statement.claims) for sentence in sentences)
    }
    if pair["verdict"] == "compatible":
        return Standing.CONTESTED not in found
    return (Standing.CONTESTED if pair["verdict"] == "conflicts" else Standing.CORROBORATED) in found


def stands_in(claim: Claim, sentence: str) -> bool:
    quote = squash(claim.evidence.quote)
    return sentence in quote or quote in sentence
