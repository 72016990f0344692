"""Branches: many wordings as one regular expression, which finds what the wordings find one after another."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from models.reading.grammar.branches import any_of, branches

WORDS = st.lists(st.text("abc -.", min_size=1, max_size=5), min_size=1, max_size=12, unique=True)


@given(WORDS, st.text("abc -.", max_size=12))
def test_branches_take_what_their_options_take_in_their_order(words: list[str], line: str) -> None:
    options = [re.escape(word) for word in words]
    apart, together = (re.compile(regex) for regex in ("|".join(options), branches(options)))
    assert [match.span() for match in together.finditer(line)] == [match.span() for match in apart.finditer(line)]


def test_what_wordings_share_is_told_once() -> None:
    assert branches(["ban", "bans", "banish", "banished"]) == "ban(?:|s|ish(?:|ed))"
    assert any_of(["to", "in to", "into"]) == r"in(?:\ to|to)|to"


def test_a_letter_that_may_be_repeated_or_missing_is_not_taken_apart() -> None:
    options = ["colou?rs", "colon", "tonn(?:es)?", "tons?"]
    regex = re.compile(branches(options))
    assert [word for word in ("colors", "colours", "colon", "tonnes", "ton", "tons") if regex.fullmatch(word)] == [
        "colors",
        "colours",
        "colon",
        "tonnes",
        "ton",
        "tons",
    ]


def test_nothing_fits_no_word() -> None:
    assert re.search(any_of([]), "a") is None
