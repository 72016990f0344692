"""Patterns that are looked for only where a word that calls for them stands."""

from __future__ import annotations

import pickle

from models.reading.grammar.called import Called

TAGS = "C0 quibbled with C1 . "


def test_is_called_by_its_words_also_in_text_that_was_asked_about_before() -> None:
    first = Called(r"sold K\d+ ", frozenset({"sold"}))
    assert not first.is_called(TAGS)
    later = Called(r"quibbled with C\d+ ", frozenset({"quibbled"}))
    assert later.is_called(TAGS)
    assert later.search(TAGS) is not None
    assert not first.is_called(TAGS)


def test_without_words_it_is_always_looked_for() -> None:
    assert Called(r"C\d+ with", frozenset()).is_called(TAGS)


def test_in_another_process_it_is_called_by_the_same_words() -> None:
    copy: Called = pickle.loads(pickle.dumps(Called(r"quibbled with C\d+ ", frozenset({"quibbled"}))))
    assert copy.is_called(TAGS)
    assert not copy.is_called("C0 agreed with C1 . ")
