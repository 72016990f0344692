"""Cells: what the label of a table's row, the head of its column or the line above tell of the figures under them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from models import dates
from models.reading.grammar.language import plain
from models.records import Money, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from models.reading.grammar.language import Language
    from models.reading.sentence.amounts import Amounts
    from models.reading.sentence.mentions import Mention

_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d]|[.,]\d)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|[#№]")
_PIECES = re.compile(r"[,;:()|\[\]]|\s[–—-]\s|(?<=\s)in\s")
_TO, _FROM = "to", "from"
_PROSE = 12  # words that make a line a sentence and no caption
_STATES = "CJ"


class Facts(Struct, frozen=True):
    """What a piece of text tells of a figure; empty where it does not say.

    `states` are whose it is, `other` with whom they trade, `unit` is one of the unit that the numbers are in. `beside`
    is true for what is no figure of goods: a rank, a change, a price. `firm` is whose it is where it is not the
    country's, `part` the part of the year, and `makers` is true for the head of a column of firms or sites.
    """

    states: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    goods: tuple[str, ...] = ()
    relation: str = ""
    unit: Quantity | None = None
    year: int | None = None
    site: str = ""
    of_world: bool = False
    planned: bool = False
    beside: bool = False
    sides: bool = False
    firm: str = ""
    part: str = ""
    makers: bool = False

    @property
    def around(self) -> Facts:
        """What it tells of figures that stand elsewhere: whose they are only where it names a land."""
        return replace(self, firm="", makers=False)


class Heads:
    """Reads facts, with the words of the language (words-resources.toml, `cells`) and the grammar of amounts."""

    def __init__(self, language: Language, amounts: Amounts) -> None:
        self._amounts = amounts
        words: Mapping[str, list[str]] = language.tables.get("cells", {})
        self._relations = {word: name for name in _RELATIONS for word in words.get(name, ())}
        self._planned, self._beside, self._sides, self._world, self._makers = (
            frozenset(words.get(name, ())) for name in ("planned", "beside", "sides", "world", "makers")
        )
        parts, dated = (
            "|".join(sorted(language.words("clauses", name), key=len, reverse=True))
            for name in ("part_year", "part_dated")
        )
        self._parts = re.compile(rf"\b(?:(?:{parts})\b|(?:{dated})(?=(?: of)? ?(?:19|20)\d\d))", re.IGNORECASE)

    def facts(self, text: str, mentions: Iterable[Mention]) -> Facts:
        """What a piece of text with these mentions tells."""
        folded = plain(text)
        words = _WORD.findall(folded)
        every = list(mentions)
        states, other = _states(folded, text, every)
        goods = [mention for mention in every if mention.kind == "K"]
        years = _YEAR.findall(text)
        known = frozenset(words)
        firms = [mention for mention in every if mention.kind == "O" and not mention.public]
        firm = firms[0] if len(firms) == 1 else None
        return Facts(
            states or (firm.ids if firm is not None else ()),
            other,
            goods[0].ids if goods else (),
            next((self._relations[word] for word in words if word in self._relations), ""),
            self._unit(text),
            int(years[-1]) if len(set(years)) == 1 else None,
            next((mention.place for mention in every if mention.place and mention.ids), ""),
            bool(known & self._world),
            bool(known & self._planned),
            bool(known & self._beside),
            bool(known & self._sides),
            firm.name if firm is not None else "",
            self._part(text),
            bool(known & self._makers),
        )

    def _part(self, text: str) -> str:
        """The part of a year that a piece of text names: "H1", "January-June"; empty where it names none."""
        if named := self._parts.search(text):
            return named[0]
        months = [found for found in dates.find(text) if found.month and not found.day] if _YEAR.search(text) else []
        return _YEAR.sub("", text[months[0].start : months[-1].end]).strip(" ,") if months else ""

    def _unit(self, text: str) -> Quantity | None:
        """One of the unit that a piece of the text names and nothing else ("thousand tonnes", "$ million")."""
        for piece in map(str.strip, reversed(_PIECES.split(text))):
            if piece and not any(char.isdigit() for char in piece):
                signed = not (piece[0].isalnum() or piece[0] == "%")
                spelled = f"{piece[0]}1{piece[1:]}" if signed else f"1 {piece}"
                found = next(iter(self._amounts.find(spelled, ())), None)
                if found is not None and found.end == len(spelled) and (value := as_quantity(found.value)) is not None:
                    return value
        return None


_RELATIONS = ("produces", "exports", "imports", "reserves", "develops")


def as_quantity(value: object) -> Quantity | None:
    """The value as a quantity; a sum of money counts in its currency."""
    if isinstance(value, Money):
        return Quantity(value.value, value.currency)
    return value if isinstance(value, Quantity) else None


def _states(folded: str, text: str, mentions: list[Mention]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The states whose the figures are, and those that they are told to be "to" or "from"."""
    own: dict[str, None] = {}
    other: dict[str, None] = {}
    at = 0
    for mention in mentions:
        if mention.kind in _STATES:
            start = folded.find(plain(mention.name), at)
            before = folded[:start].split()[-1:] if start >= 0 else []
            (other if before in ([_TO], [_FROM]) else own).update(dict.fromkeys(mention.ids))
            at = max(start, at)
    return tuple(own), tuple(other)


def of_prose(text: str, facts: Facts) -> Facts:
    """What a line above a table tells of it: a whole sentence of prose only what is done with which goods."""
    if not text.rstrip().endswith(".") or len(text.split()) < _PROSE:
        return facts.around
    return Facts(goods=facts.goods, relation=facts.relation)
