"""Disputed: who a sentence says denies what it told before ("which C0 denies", "; C1 disputes the figure")."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from models.reading.grammar.branches import branches
from models.reading.grammar.called import Called

if TYPE_CHECKING:
    from models.reading.grammar.language import Language

_WHO = r"(?P<{}>(?:[A-Z]\d+|[a-z'-]+)(?: (?:[A-Z]\d+|[a-z'-]+)){{0,4}}?) "
_AUXILIARIES = (
    r"(?:_(?!not|never)\S+ )*(?:[a-z]+ly )?(?<!the )(?<!a )(?<!this )(?<!that )(?<!its )"  # no noun "dispute"
)
_STOP = r"(?=[.,;] |D\d|as |at |and |but |$)"
_TOLD = frozenset("QMF,;(")  # with a figure or a comma before it a verb of saying is of somebody named later
_MENTION = len("C000 ")  # "which" stands as what it means: "_to C3 , C3 the government denies"
_AUXILIARY = "_"
_AT = re.compile(r"(?<![^ ])at [QM]\d")
_BE = r"_(?:is|are|was|were|be|been|being|'s|'re)"
_OF_NOUN = frozenset({"of", "for", "by", "from", "in", "that", "which", "at", ",", ";"})
_LONGEST = 6  # words in which somebody is named who says something


def find_disputed(language: Language) -> Called:
    """The pattern made of the words of the language data: a figure is disputed, a claim denied; an offer is neither."""
    disputing, rejecting, told, voiced = (
        branches(sorted(map(re.escape, language.words("untold", name)), key=len, reverse=True))
        for name in ("disputing", "rejecting", "told", "disputed")
    )
    noun = rf"(?:[a-z]+ ){{0,2}}?(?:{told})"
    either = f"(?:{disputing}|{rejecting}) "
    one, two, three, four = (_WHO.format(name) + _AUXILIARIES for name in ("one", "two", "three", "four"))
    but, such = "(?:but|though|although|while) ", "(?:the|that|this|these|those|such|any such|both)"
    options = (
        rf"(?:, (?:which|something)|(?P<same>[A-Z]\d+) , (?P=same)) {one}(?:{disputing}) {_STOP}",
        rf", an? {noun} (?:(?:; )?(?:that|which) )?{two}{either}{_STOP}",
        rf"(?:[;,] (?:{but})?|{but}){three}"
        rf"(?:(?:{disputing}) (?:it|this|that)|{either}{such} {noun}) {_STOP}",
        rf", an? {noun} {_AUXILIARIES}(?:{voiced}) by {four}{_STOP}",
    )
    return Called("|".join(options), language.words("untold", "disputing") | language.words("untold", "rejecting"))


def denier(tags: str, end: int, disputed: Called) -> str | None:
    """Who denies or disputes what stands before a place in the tags, as tagged words."""
    found = disputed.search(tags, max(0, end - _MENTION))
    return next((who for name, who in found.groupdict().items() if who and name != "same"), None) if found else None


def valuer(tags: str, figure: re.Match[str], valuing: frozenset[str]) -> str | None:
    """Who puts what is matched at that figure ("the ministry had put output at"), as tagged words.

    A cost that "was put" at one is put there by nobody.
    """
    if "at " not in figure[0] or not _AT.search(figure[0]):
        return None
    told = [*tags[: figure.end()].split(), ""]
    at = next((word for word, after in pairwise(told) if word in valuing and _is_verb(after, valuing)), "")
    if not at or re.search(rf"{_BE} (?:[a-z]+ly )?{at} ", tags):
        return None
    return teller(tags[: figure.end()], frozenset({at}))


def _is_verb(after: str, valuing: frozenset[str]) -> bool:
    """Whether what stands before this word is no noun: "estimates put it at", "the estimate of"."""
    return after not in valuing and after not in _OF_NOUN and not after.startswith(_AUXILIARY)


def teller(tags: str, saying: frozenset[str]) -> str | None:
    """Who says at the head of a sentence what follows ("the opposition claims that"), as tagged words."""
    words = tags.split(maxsplit=_LONGEST)[:_LONGEST]
    at = next((at for at, word in enumerate(words) if word in saying), 0)
    # "has repeatedly said", but "some estimates put"
    at = next((before for before, word in enumerate(words[:at]) if before and word[0] == _AUXILIARY), at)
    who = words[:at] if _TOLD.isdisjoint(word[0] for word in words[:at]) else []
    return " ".join(who).removeprefix(_AUXILIARY) or None
