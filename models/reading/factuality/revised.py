"""Revised: a sentence that gives another figure for what was just told ("it has since cut the estimate to ..")."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from models.reading.grammar.branches import any_of
from models.reading.grammar.called import Called, longest

if TYPE_CHECKING:
    from models.reading.grammar.language import Language

_OWN = ("its ", "their ", "his ", "her ")
_DONE = r"(?:_has |_have |_had |_was |_were |_been )*"
_FIGURE = r"(?:from [QMF]\d+ )?_to (?:_?(?:about|around|just|only|some|nearly|almost|roughly) )*(?P<new>[QMF]\d+) "
_OPENS = r"(?:^|(?<= [;,] )|(?<= but )|(?<= and )|(?<= while ))"
_WHO = r"(?P<who>(?!but |and |while |which )[^ ;,_]+ (?:[^ ;,_]+ ){0,4}?)"


class Revision(NamedTuple):
    """Who revised a figure, as tagged words (empty where nobody is named), whether it is called his own, where that
    begins, and the tag of the new figure."""

    who: str
    own: bool
    at: int
    figure: str


class Revised(NamedTuple):
    """What tells that a figure, or a sum of money that is given, was revised."""

    acting: Called
    passive: Called


def find_revised(language: Language) -> Revised:
    """The patterns made of the words of the language data."""
    lists = language.tables["revised"]

    def family(*names: str) -> str:
        return f"(?:{any_of({language.literal(word) for name in names for word in lists[name]})})"

    verbs = longest(language.literal(word) for word in lists["verbs"])
    run, ways = f"{_DONE}{family('adverbs')}?{_DONE}", f"{family('ways')}*"
    thing = f"(?:[a-z-]+ ){{0,2}}?{family('figures', 'sums')}(?:(?:for|of|on|_to) (?:[^ ;,QMF][^ ;,]* ){{1,6}}?)?"
    whose = family("whose")
    return Revised(
        Called(rf"{_OPENS}{_WHO}{run}{family('verbs')}{ways}(?P<whose>{whose}){thing}{ways}{_FIGURE}", verbs),
        Called(rf"{_OPENS}(?P<whose>{whose}){thing}{run}{family('verbs')}{ways}{_FIGURE}", verbs),
    )


def revision(tags: str, revised: Revised) -> Revision | None:
    """The revision that the sentence tells of, if any."""
    if not revised.acting.is_called(tags):  # nor is the passive, by the same verbs
        return None
    found = revised.acting.search(tags)
    if found is not None:
        return Revision(found["who"], found["whose"] in _OWN, found.start(), found["new"])
    found = revised.passive.search(tags)
    return Revision("", False, found.start(), found["new"]) if found is not None else None
