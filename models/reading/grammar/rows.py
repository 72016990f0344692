"""Rows: figures that share a verb or have none ("gold 100t, uranium 4kt"; "C1 mined 20 tonnes, C2 110 tonnes")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from models.records import Money, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.reading.grammar.language import Language
    from models.reading.sentence.mentions import Mention
    from models.reading.sentence.tagging import Sentence

_FILLERS = 5
_REACH = 120
_TAG = re.compile(r"[A-Z]\d+")
_SHARE = "percent"
_FIGURES = "QFMB"
# ", up F1" or ", F1 of it in C2" behind a figure
_ASIDE = r"(?:, (?:up|_up|down|a|an|or|F\d+) (?:(?![CJKQM]\d)[^ ;,]+ ){0,7}(?:[CJ]\d+ )?(?=, |and |; ))?"
_LEAST = 10  # a bare number below it is rather a count or a place in a list


class Item(Struct, frozen=True):
    """One figure of a row; country and commodity are None where they are those of the item before.

    From `start` to `end` of the tagged text stands what leads to the figure.
    """

    country: Mention | None
    commodity: Mention | None
    value: Quantity
    date: Mention | None
    start: int
    end: int


class Rows:
    """Finds the items that follow or precede a figure; only the words of the list `fillers` may stand between."""

    def __init__(self, language: Language) -> None:
        fillers, joins = (_any(language, name) for name in ("fillers", "joins"))
        gap = rf"(?:{fillers}|D\d+ ){{0,{_FILLERS}}}?"
        join = rf"(?:{joins}){{1,3}}"
        of = rf"(?:of|for|in) {gap}K\d+ "
        self._next = re.compile(
            rf"(?:\) )?(?:D\d+ )?(?P<aside>{_ASIDE})(?:\) )?{join}{gap}"
            rf"(?:[CJ]\d+ {gap}(?:K\d+ {gap})?[QFMB]\d+ (?:{of})?|K\d+ {gap}[QFMB]\d+ |[QFMB]\d+ {of})"
        )
        self._shared = re.compile(rf"(?:D\d+ )?{join}{gap}(?P<c>C\d+) {gap}(?P<k>K\d+) (?!_|[a-z]+ed )")
        ranks = (
            "|".join(
                sorted(
                    (re.escape(language.literal(word).strip()) for word in language.classes.get("ranked", ())),
                    key=len,
                    reverse=True,
                )
            )
            or "(?!)"
        )
        self._ranked = re.compile(
            rf"(?:[a-z_][^ ;]* ){{0,3}}?{join}{gap}(?P<c>C\d+ )?(?:[a-z_][^ ;]* ){{0,2}}?(?P<rank>{ranks}) "
            rf"(?:(?:[a-z_-][^ ;]* ){{0,6}}?(?P<k>K\d+) )?"
            rf"|{join}{gap}(?P<k2>K\d+) (?:[a-z][^ ;]* ){{0,2}}?(?P<rank2>{ranks}) "
        )
        self._last = re.compile(rf"[QFM]\d+ {of}{join}{gap}$")
        self._date = re.compile(r"(?:\( )?(D\d+) ")

    def after(self, sentence: Sentence, at: int, first: Quantity) -> Iterator[Item]:
        """The items that follow a place in the tagged text, each joined to the one before."""
        while match := self._next.match(sentence.tags, at):
            item = self._item(sentence, match, first)
            if item is None:
                return
            yield item
            at = match.end()

    def before(self, sentence: Sentence, at: int, first: Quantity) -> Iterator[Item]:
        """The items that stand before a place in the tagged text ("20 tons of K1 and" before "30 tons of K2")."""
        while match := self._last.search(sentence.tags, max(0, at - _REACH), at):
            item = self._item(sentence, match, first)
            if item is None:
                return
            yield item
            at = match.start()

    def sharing(self, sentence: Sentence, at: int) -> Iterator[tuple[Mention, Mention]]:
        """Other countries and their commodities that share the verb (", C2 K2 and its neighbour C3 K3")."""
        while match := self._shared.match(sentence.tags, at):
            yield sentence.mention(match["c"]), sentence.mention(match["k"])
            at = match.end()

    def ranks(self, sentence: Sentence, at: int) -> Iterator[tuple[Mention | None, Mention | None, str]]:
        """Other countries or commodities with their ranks ("while C2 comes third", "and seventh in K2")."""
        while match := self._ranked.match(sentence.tags, at):
            named, country = match["k"] or match["k2"], match["c"]
            if not (named or country):
                return
            rank: str = match["rank"] or match["rank2"]
            yield (
                sentence.mention(country.strip()) if country else None,
                sentence.mention(named) if named else None,
                rank.strip("_"),
            )
            at = match.end()

    def _item(self, sentence: Sentence, match: re.Match[str], first: Quantity) -> Item | None:
        start = match.end("aside") if "aside" in match.re.groupindex else match.start()
        told = sentence.tags[start : match.end()]
        named = {tag[0]: sentence.mention(tag) for tag in _TAG.findall(told)}
        letter = next(letter for letter in _FIGURES if letter in named)
        figure = named[letter]
        value = _value(figure, first)
        if value is None:
            return None
        date = self._date.match(sentence.tags, match.end())
        when = sentence.mention(date[1]) if date else None
        return Item(named.get("C") or named.get("J"), named.get("K"), value, when, start, start + told.rindex(letter))


def _value(mention: Mention, first: Quantity) -> Quantity | None:
    """The figure of an item: of the same unit as the first, which a bare number takes over."""
    if isinstance(mention.value, Money):
        return Quantity(mention.value.value, first.unit) if mention.value.currency == first.unit else None
    if isinstance(mention.value, Quantity):
        alike = (mention.value.unit == _SHARE) == (first.unit == _SHARE)
        return mention.value if alike and not _is_currency(first.unit) else None
    if isinstance(mention.value, float | int) and mention.value >= _LEAST and first.unit != _SHARE:
        return Quantity(float(mention.value), first.unit, first.of)
    return None


def _is_currency(unit: str) -> bool:
    """Whether the figure that it belongs to is a sum of money: currencies have three capitals."""
    return len(unit) == 3 and unit.isupper() and unit != "TEU"


def _any(language: Language, name: str) -> str:
    """Any word of a list of the table `rows`, as it stands in tagged text."""
    words = {language.literal(word) for word in language.words("rows", name)}
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or "(?!)"
