"""Triggers and tokens: which patterns are tried on a sentence, and how its words are parted on quick ways."""

from __future__ import annotations

import pytest

from models.reading import RULES, Reader
from models.reading.grammar.parts import mask
from models.reading.grammar.rules import Rule, RuleBook, load_rules
from models.reading.grammar.tokens import spaced, tags_of, tokens_of, words_of
from models.records import Kind
from tests.models.reading.making import article

EXAMPLES = [example.text for rule in load_rules((RULES,))[0] if rule.lang == "en" for example in rule.yes][::250]


def _tried(reader: Reader, tags: str, pattern: str, **parts: object) -> bool:
    rule = Rule("own", parts.pop("kind", Kind.RELATION), (pattern,), {"relation": "ties"}, **parts)  # type: ignore[arg-type]
    return bool(RuleBook((rule,), reader.language).triggered(tags, "en"))


@pytest.mark.parametrize(
    ("tags", "tried"),
    [
        ("C0 adores C1 . ", True),
        ("today C0 greatly adores all of C1 . ", True),  # whether it fits is for the pattern to tell
        ("C0 adores K1 . ", False),
        ("adores C0 C1 . ", False),
        ("C0 C1 adores . ", False),
        ("C0 loves C1 . ", False),
    ],
)
def test_a_pattern_is_tried_where_mentions_stand_around_its_word(reader: Reader, tags: str, tried: bool) -> None:
    assert _tried(reader, tags, "{a:state} adores {b:state}") is tried


@pytest.mark.parametrize(
    ("tags", "tried"),
    [
        ("C0 adores the frosty peaks of C1 . ", True),
        ("C0 , on frosty peaks , adores C1 . ", False),
        ("C0 adores the peaks of C1 . ", False),
    ],
)
def test_a_pattern_is_tried_where_its_words_stand_in_order(reader: Reader, tags: str, tried: bool) -> None:
    assert _tried(reader, tags, "{a:state} adores .. frosty .. {b:state}") is tried


@pytest.mark.parametrize(("tags", "tried"), [("C0 adores it on R1 . ", True), ("C0 adores it . ", False)])
def test_a_rule_is_tried_where_a_role_that_it_needs_may_be_filled(reader: Reader, tags: str, tried: bool) -> None:
    assert _tried(reader, tags, "adores", kind=Kind.ROUTE, roles={"r": "route on near"}) is tried


@pytest.mark.parametrize("text", EXAMPLES)
def test_no_pattern_that_fits_is_left_untried(reader: Reader, text: str) -> None:
    for sentence in reader.tagged(article(text)):
        tags, tried = sentence.tags, reader.book.triggered(sentence.tags, "en")
        letters = mask(letter for letter, _ in tags_of(tags))
        fitting = [item for item in reader.book.opened(tags, "en") if item.matches(tags)]
        assert [item for item in fitting if item not in tried and all(bits & letters for bits in item.vital)] == []


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("will sell gas", ["_will", "sell", "gas"]),
        ("state-owned firms, 2 of 5", ["state-owned", "firms", ",", "2", "of", "5"]),
        ("the state's gas", ["the", "state", "'s", "gas"]),
        ("u.s. (and) others'", ["u", ".", "s", ".", "(", "and", ")", "others", "'"]),
        ("snake_case", ["snake", "case"]),
    ],
)
def test_the_quick_ways_part_words_as_the_slow_one_does(reader: Reader, text: str, tokens: list[str]) -> None:
    parted = reader.language.tokens_in
    assert parted(text) == tokens
    assert parted(f"{text} .") == [*tokens, "."]  # a mark keeps it off the way for nothing but words
    assert parted(f"{text} é") == [*tokens, "é"]  # and this off the way for ASCII
    assert parted(f"é {text} é", 2, 2 + len(text)) == tokens


def test_what_stands_in_tagged_text() -> None:
    tags = "C0 met C12  's U3 , and met . "
    assert tags_of(tags) == (("C", 0), ("C", 12), ("U", 3))
    assert spaced(tags) == " ".join((*tokens_of(tags), ""))
    assert words_of(tags) == frozenset(tokens_of(tags))
