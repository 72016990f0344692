"""Quotes: the same words of one speaker are one statement."""

from __future__ import annotations

from models.catalog import load
from models.records import Claim, Quote, Standing
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


def test_a_part_of_what_was_said_or_another_fact_is_another_statement() -> None:
    made = [
        said("a", "The port of Aktau handled seven million tonnes of cargo last year"),
        said("b", "The port of Aktau handled cargo"),
        said("c", "The port of Kuryk will get a new terminal for cargo next year"),
    ]
    assert len(group(made, CATALOG)) == 3


def test_other_numbers_or_countries_make_another_statement() -> None:
    made = [
        said("a", "Trade between Kazakhstan and Japan will grow by 15 percent next year"),
        said("b", "Trade between Kazakhstan and Japan will grow by 16 percent next year"),
        said("c", "Trade between Kyrgyzstan and Japan will grow by 15 percent next year"),
    ]
    assert len(group(made, CATALOG)) == 3


def test_a_short_word_is_no_code_of_a_country() -> None:
    (statement,) = group([said("a", "It is so, and Is and Am are words")], CATALOG)
    assert statement.topics == {"The statement"}


def test_speakers_stand_against_each_other_where_an_article_says_so() -> None:
    made = [
        said("a", "The port is open"),
        said("a", "The port is shut", "A master"),
        said("b", "The port is shut", "B"),
    ]
    apart = {"a": ("The statement", "A master")}
    told = group(made, CATALOG, apart=apart)
    found = {
        one.content.speaker: each.against for each in told for one in each.claims if isinstance(one.content, Quote)
    }
    assert found == {"The statement": ("A master",), "A master": ("The statement",), "B": ()}
    assert {each.standing for each in told} == {Standing.SINGLE}
    (alone,) = group(made[:1], CATALOG, apart=apart)
    assert alone.against == ("A master",), "whoever else is at hand"
    assert {each.against for each in group(made, CATALOG)} == {()}
