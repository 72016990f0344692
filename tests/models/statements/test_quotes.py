"""Quotes: the same words of one speaker are one statement."""

from __future__ import annotations

from models.catalog import load
from models.records import Claim, Quote
from models.statements import group
from tests.models.making import claim

CATALOG = load()


def said(article: str, words: str, speaker: str = "The statement") -> Claim:
    return claim(Quote(speaker, words=words), article)


def test_the_same_words_are_one_statement() -> None:
    made = [
        said("a", "It is important for Central Asia to expand to international markets"),
        said("b", "it is important for Central Asia to expand to the international markets."),
        said("c", "The corridor will be open by the end of the year"),
    ]
    assert sorted(statement.independent for statement in group(made, CATALOG)) == [1, 2]


def test_other_speakers_say_something_else() -> None:
    words = "The corridor will be open by the end of the year"
    assert len(group([said("a", words), said("b", words, "A minister")], CATALOG)) == 2
