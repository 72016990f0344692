"""From whom the sides of a dispute are, though not every article that gives them says so."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from models.catalog import load
from models.pages.evidence import evidence_page
from models.pages.lines import line
from models.phrases import Phrases
from models.records import Bibliography, Statement
from models.statements import group
from tests.models.making import uranium

CATALOG = load()


@pytest.fixture
def disputed() -> Statement:
    """A firm's figure that one article has from it and another tells of itself, against that of a bureau."""
    firm = [
        replace(uranium("a", tonnes=25_800, year=2025), attribution="Kazatomprom"),
        uranium("b", tonnes=25_800, year=2025),
    ]
    bureau = replace(uranium("a", tonnes=23_900, year=2025), attribution="National Statistics Bureau")
    (statement,) = group([*firm, bureau], CATALOG)
    return statement


def test_who_gives_a_side_is_told_though_others_give_it_without_a_source(disputed: Statement) -> None:
    sides = [side.text for side in line(disputed, Phrases(CATALOG)).variants]
    assert [side.partition(" · ")[2] for side in sides] == [
        "according to Kazatomprom, among others",
        "according to the National Statistics Bureau",
    ]


@pytest.mark.parametrize(("language", "told"), [("ru", "Казатомпром и другие"), ("ja", "カザトムプロムなどによる")])
def test_so_it_is_in_other_languages(disputed: Statement, language: str, told: str) -> None:
    assert told in line(disputed, Phrases(CATALOG, language)).variants[0].text


def test_each_sentence_of_a_dispute_tells_from_whom_its_article_has_it(disputed: Statement) -> None:
    articles = {name: Bibliography(name, name, name) for name in "ab"}
    page = evidence_page(disputed, Phrases(CATALOG), articles, {})
    assert {(sentence.article, sentence.voice) for sentence in page.sentences} == {
        ("a", "Kazatomprom"),
        ("b", ""),
        ("a", "the National Statistics Bureau"),
    }


def test_beside_those_who_say_it_plainly_only_who_is_named_is_told() -> None:
    claims = [replace(uranium("a", tonnes=1, year=2025), attribution="some reports"), uranium("b", tonnes=1, year=2025)]
    (statement,) = group([*claims, uranium("c", tonnes=5, year=2025)], CATALOG)
    assert all("according" not in side.text for side in line(statement, Phrases(CATALOG)).variants)


def test_what_nobody_disputes_has_no_voice_but_that_of_all() -> None:
    claims = [replace(uranium("a", tonnes=1, year=2025), attribution="a firm"), uranium("b", tonnes=1, year=2025)]
    (statement,) = group(claims, CATALOG)
    assert Phrases(CATALOG).detail(statement) == ""
    assert {found.voice for found in evidence_page(statement, Phrases(CATALOG), {}, {}).sentences} == {""}
