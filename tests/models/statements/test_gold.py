"""Grouping what careful readers noted down from real articles: pairs that agree, conflict, or only look as if."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from models.catalog import load
from models.records import Claim, Content, Evidence, Standing, Statement
from models.statements import group

CATALOG = load()
PAIRS = {
    "p06": "agrees",
    "p07": "agrees",
    "p11": "compatible",
    "p12": "compatible",
    "p17": "agrees",
    "p20": "agrees",
    "p22": "compatible",
    "p34": "conflicts",
    "p35": "agrees",
}
BESIDE = ("evidence", "optional")


def gold_claims(folder: Path, article: str) -> list[Claim]:
    """The gold claims of an article, placed where their evidence stands."""
    (path,) = folder.glob(f"*/{article}.json")
    text = path.with_suffix(".txt").read_text("utf-8")
    claims = []
    for number, fields in enumerate(json.loads(path.read_text("utf-8"))["claims"]):
        said = {name: value for name, value in fields.items() if name not in BESIDE and value is not None}
        start = max(text.find(fields["evidence"]), 0)
        evidence = Evidence(article, start, start + len(fields["evidence"]), fields["evidence"])
        claims.append(Claim(f"{article}-{number}", _content(said), evidence, "gold"))
    return claims


def _content(fields: dict[str, Any]) -> Content:
    content: Content = msgspec.convert(fields, Content)
    return content


def standings(statements: tuple[Statement, ...], first: str, second: str) -> set[Standing]:
    """How the statements stand that have claims of both sentences."""
    return {
        statement.standing
        for statement in statements
        if all(any(sentence in claim.evidence.quote for claim in statement.claims) for sentence in (first, second))
    }


@pytest.mark.parametrize("name", PAIRS)
def test_pairs(name: str, shared: Path) -> None:
    folder = shared / "goldset"
    (pair,) = (pair for pair in json.loads((folder / "pairs.json").read_text("utf-8")) if pair["id"] == name)
    sides = [pair[side] for side in ("a", "b")]
    claims = [claim for side in sides for claim in gold_claims(folder, side["article"])]
    published = {
        side["article"]: date
        for side in sides
        if (date := json.loads(next(folder.glob(f"*/{side['article']}.json")).read_text("utf-8"))["published"])
    }
    statements = group(claims, CATALOG, published=published)
    found = standings(statements, sides[0]["evidence"], sides[1]["evidence"])
    assert pair["verdict"] == PAIRS[name]
    if pair["verdict"] == "compatible":
        assert Standing.CONTESTED not in found
    else:
        expected = Standing.CONTESTED if pair["verdict"] == "conflicts" else Standing.CORROBORATED
        assert expected in found


def test_the_samples_speak_of_one_target_and_one_summit(shared: Path) -> None:
    claims = [
        claim
        for path in sorted((shared / "goldset" / "seeds").glob("*.json"))
        for claim in gold_claims(shared / "goldset", path.stem)
    ]
    statements = group(claims, CATALOG)
    targets = [found for found in statements if found.kind == "commitment"]
    assert [(found.standing, found.independent, len(found.variants)) for found in targets] == [
        (Standing.CORROBORATED, 2, 1)
    ]
    summits = [found for found in statements if "CONSULT | C5+JPN" in found.key and found.independent == 2]
    assert len(summits) == 1
    assert not [found for found in statements if found.standing is Standing.CONTESTED]
