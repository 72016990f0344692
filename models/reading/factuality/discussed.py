"""Discussed: trade that is only talked about ("discussed the purchase of K0", "interested in supplies of Q1")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.reading.grammar.branches import any_of
from models.reading.grammar.called import Called, longest

if TYPE_CHECKING:
    from models.reading.grammar.language import Language

_SORT = r"(?:(?!of |and |or |with |_to |on |in |by )[^ ;,]+ ){0,3}?"
_CLOSE = re.compile(r" ; | but |, | and (?=[CHLO]\d+ |_)")


def find_discussed(language: Language) -> Called:
    """The pattern made of the families of words of the language data: up to the word of trade."""
    families = language.tables["discussed"]

    def family(name: str) -> str:
        return f"(?:{any_of(map(language.literal, families[name]))})"

    called = longest(map(language.literal, families["discussing"]))
    return Called(rf"(?<![^ ]){family('discussing')}{_SORT}{family('dealing')}", called)


def is_discussed(tags: str, span: tuple[int, int], discussed: Called) -> bool:
    """Whether tags[span] tells of trade that is only talked about."""
    if not discussed.is_called(tags):
        return False
    start, end = span
    for found in discussed.finditer(tags):
        close = _CLOSE.search(tags, found.end() - 1)
        if start < (close.start() if close is not None else len(tags)) and found.end() <= end + 1:
            return True
    return False
