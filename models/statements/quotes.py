"""Quotes of one speaker: nearly the same words are one statement; another number or country makes another one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from msgspec import structs
from rapidfuzz import fuzz

from models.records import Claim, Quote, Statement
from models.statements.bundles import Bundle, Setting, by_denial
from models.statements.keys import countries_named, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

ALIKE = 88
"""Two wordings are one when so many hundredths of their letters agree in order."""

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


class _Said(NamedTuple):
    """One claim's wording: its plain text, and the numbers and countries in it."""

    claim: Claim
    text: str
    numbers: frozenset[str]
    countries: frozenset[str]


def quotes(claims: Sequence[Claim], setting: Setting) -> list[Bundle]:
    """The statements of one speaker, the longest wording first."""
    told = sorted((_said(claim, setting) for claim in claims), key=lambda item: (-len(item.text), item.claim.id))
    homes: list[list[_Said]] = []
    for item in told:
        home = next((home for home in homes if _same(item, home[0])), None)
        if home is None:
            homes.append([item])
        else:
            home.append(item)
    return [_bundle([item.claim for item in home]) for home in homes]


def set_against(statements: Iterable[Statement], apart: Mapping[str, Sequence[str]]) -> list[Statement]:
    """The statements in their order, each quote with the other speakers of the articles that set them against it.

    `apart` gives by article id all who are quoted by one that says that they do not agree.
    """
    return [_opposed(statement, apart) if apart else statement for statement in statements]


def _opposed(statement: Statement, apart: Mapping[str, Sequence[str]]) -> Statement:
    content = statement.variants[0].content
    if not isinstance(content, Quote):
        return statement
    articles = {claim.evidence.article for claim in statement.claims}
    others = {who for article in articles for who in apart.get(article, ()) if who != content.speaker}
    return structs.replace(statement, against=tuple(sorted(others))) if others else statement


def _said(claim: Claim, setting: Setting) -> _Said:
    words = _words(claim)
    text = " ".join(re.findall(r"\w+", plain(words)))
    return _Said(claim, text, frozenset(_NUMBER.findall(words)), countries_named(words, setting.catalog))


def _same(one: _Said, other: _Said) -> bool:
    if one.numbers != other.numbers or one.countries != other.countries:
        return False
    return fuzz.ratio(one.text, other.text, score_cutoff=ALIKE) > 0 or one.text == other.text


def _words(claim: Claim) -> str:
    content = claim.content
    return (content.words if isinstance(content, Quote) else "") or claim.evidence.quote


def _bundle(claims: Sequence[Claim]) -> Bundle:
    return Bundle(" ".join(_words(claims[0]).split()), by_denial(claims))
