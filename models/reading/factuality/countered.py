"""Countered: a sentence in which another gives another figure for what the one before told ("O1 puts it at Q2")."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from models.reading.grammar.branches import any_of
from models.reading.grammar.called import Called, longest

if TYPE_CHECKING:
    from models.reading.grammar.language import Language

_WHO = r"(?P<{}>(?:[A-Z]\d+|(?!and |that |which )[a-z'-]+)(?: (?:[HOCNLP]\d+|[a-z'-]+)){{0,4}}?) "
_ENDS = r"(?:(?:in|for) )?(?:D\d+ )?(?=[.,;] |$)"
_SPEAKERS, _FIGURES = ("one", "two", "three", "four"), ("first", "second", "third")


class Counter(NamedTuple):
    """Who gives another figure, as tagged words, and the tag of that figure."""

    who: str
    figure: str


def find_countered(language: Language) -> Called:
    """The pattern made of the words of the language data."""
    lists = language.tables["countered"]

    def family(name: str, without: str = "") -> str:
        words = {language.literal(word) for word in lists[name]} - {language.literal(w) for w in lists.get(without, ())}
        return f"(?:{any_of(words)})"

    opening, aside, pointing, leading = map(family, ("opening", "aside", "pointing", "leading"))
    which = rf"(?:{pointing}|[A-Z]\d+ (?=_was |_is ))"
    one, two, three, four = (_WHO.format(name) for name in _SPEAKERS)
    options = (
        rf"{one}(?:, {aside}, )?{family('giving')}(?:; )?(?:that )?{which}{leading}*(?P<first>[QMB]\d+) {_ENDS}",
        rf"(?:{two}, {aside}, |{aside}, {four}){family('giving', 'own')}{leading}*(?P<second>[QMB]\d+) {_ENDS}",
        rf"according _to {three}(?:, )?{which}{leading}+(?P<third>[QMB]\d+) {_ENDS}",
    )
    verbs = longest(language.literal(word) for word in lists["giving"]) | {"according"}
    return Called(rf"^{opening}?(?:{'|'.join(options)})", frozenset(verbs))


def counter(tags: str, countered: Called) -> Counter | None:
    """The other figure that the sentence gives, and from whom; None where it gives none."""
    found = countered.match(tags, 0)
    if found is None:
        return None
    who, figure = (next(filter(None, map(found.group, names))) for names in (_SPEAKERS, _FIGURES))
    return Counter(who, figure)
