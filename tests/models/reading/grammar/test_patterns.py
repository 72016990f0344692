"""Patterns: what a line of a rule fits in tagged text."""

from __future__ import annotations

import re

import pytest

from models.reading import Reader
from models.reading.grammar.patterns import compile_pattern


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        ("C0 turned down the offer . ", True),
        ("C0 turned the offer down . ", True),
        ("C0 turned it down . ", True),
        ("C0 turned its last demand for O1 down . ", True),
        ("C0 turned north and slowed down . ", False),
        ("C0 turned the tap and the lights slowly went down . ", False),
    ],
)
def test_the_adverb_of_a_verb_may_stand_behind_what_is_acted_on(reader: Reader, tags: str, found: bool) -> None:
    regex = compile_pattern("<turn down>", reader.language).regex
    assert (re.search(regex, tags) is not None) is found
