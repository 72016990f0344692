"""Wares: which commodity an article speaks of where a sentence gives a figure and does not say of what it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct, field

from models.reading.sentence.mentions import Mention
from models.records import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from models.reading.sentence.tagging import Sentence
    from models.records import Article

# named once: Python 3.11 looks members of an enumeration up by a call
_TITLE = Role.TITLE
_SELDOM = 3  # so many times as often must another be named for a new one to be a passing remark
_SOLID = frozenset({"tonne", "tonne/year"})
# "Q1 , including K2 in K3 equivalent": goods that are only a part of what a figure is of, or left out of it
_BESIDE = re.compile(
    r"(?<![^ ])(?:including|excluding|plus|besides|except|except for|apart from|as well as|without|counting) "
    r"(?:K\d+ (?:and |in |, )?){0,3}(?:the )?$"
)
_GOODS = re.compile(r"K\d+(?= )")
_AMOUNT = re.compile(r"Q\d+ (?!of )(?:[^ ;K]+ ){0,3}?, ?")
_NOTHING = Mention("K", 0, 0)
_HEADING = re.compile(r"K\d+ (?:[.:—] )?$")  # a commodity alone stands over what follows
_ENDS = ".!?…:;,"
_BULLETS = "-–—•*·"
_LINE, _ASKS = 45, 160  # characters of a line that stands over others, and of a question
_WEIGHED = frozenset({"tonne", "m3", "barrel", "kWh"})
_FRESH = 3  # sentences for which goods are spoken of that are not the main ones of the article
_COLLECTIVE = "collective"  # the group of words for goods of all kinds
_POWER = "MW"  # what is measured in it has no weight


class Wares(Struct):
    """The commodities named so far, how often each was, and which commodities alone are measured in a unit.

    `usual` tells the first of them, which a figure in the unit is of where nothing else is named; `measured` what it
    is of where the unit is spelled as it is for some goods only. `groups` tells of each commodity its group, and
    `called` which goods or groups words such as "metal" may mean.
    """

    only: Mapping[str, frozenset[str]] = {}
    usual: Mapping[str, str] = {}
    measured: Mapping[str, list[str]] = {}
    groups: Mapping[str, str] = {}
    called: Mapping[str, list[str]] = {}
    counts: dict[str, int] = field(default_factory=dict)
    last: Mention | None = None
    since: int = 0
    _order: list[str] = field(default_factory=list)
    _latest: list[str] = field(default_factory=list)

    def note(self, named: Iterable[Mention], told: Iterable[str], *, heads: bool = False) -> None:
        """Take in the commodities of a sentence; `told` are those of which it tells something.

        One that `heads` what follows is spoken of from there on, however seldom it is named.
        """
        mentions = list(named)
        self.since += 1
        if not mentions:
            return
        self.since, self._latest = 0, [code for mention in mentions for code in mention.ids]
        for one in self._latest:
            self.counts[one] = self.counts.get(one, 0) + 1
            if one in self._order:
                self._order.remove(one)
            self._order.append(one)
        said = set(told)
        own = [mention for mention in mentions if said.intersection(mention.ids)]
        best = max(own or mentions, key=lambda mention: max((self.counts[code] for code in mention.ids), default=0))
        if heads or own or not self._is_passing(best):
            self.last = best

    def _is_passing(self, mention: Mention) -> bool:
        """Whether the article speaks of another commodity and names this one by the way."""
        if self.last is None or not self.last.ids:
            return False
        often = max(self.counts[code] for code in self.last.ids)
        return bool(mention.ids) and max(self.counts[code] for code in mention.ids) * _SELDOM <= often

    def measured_in(self, unit: str) -> Mention | None:
        """What a figure in this unit is of: the commodity spoken of, else the last one that may be measured so."""
        if self.last is not None and all(self.fits(code, unit) for code in self.last.ids):
            return self.last
        code = next((one for one in reversed(self._order) if self.fits(one, unit)), self.usual.get(unit, ""))
        return Mention("K", 0, 0, ids=(code,)) if code else None

    def certain(self, unit: str = "") -> Mention | None:
        """The commodity spoken of, where it alone may have a figure in this unit; None where another may be meant.

        It must have been named just before, or more often than any other.
        """
        if self.last is None or len(self.last.ids) != 1 or (unit and unit.partition("/")[0] not in _WEIGHED):
            return None
        own = self.last.ids[0]
        often = self.counts.get(own, 0)
        others = [code for code in self.counts if code != own and self.fits(code, unit)]
        if self.groups.get(own) == _COLLECTIVE or not self.fits(own, unit):
            return None
        if any(code in self._latest and self.counts[code] * _SELDOM > often for code in others):
            return None
        main = all(self.counts[code] < often for code in others)
        return self.last if main or self.since < _FRESH else None

    def referred(self, name: str) -> Mention | None:
        """What words such as "the metal" stand for: the commodity spoken of, if it is one, else the last one named."""
        kinds = self.called.get(name.lower().split()[-1], [])
        kinds = self.called.get(" ".join(name.lower().split()[-2:]), kinds)
        if not kinds or (self.last is not None and all(self._is_one_of(code, kinds) for code in self.last.ids)):
            return self.last
        code = next((one for one in reversed(self._order) if self._is_one_of(one, kinds)), "")
        return Mention("K", 0, 0, name, (code,)) if code else self.last

    def is_called(self, goods: Mention, noun: str) -> bool:
        """Whether the noun, such as "metal", may mean the goods; any may be called by one that tells no kind."""
        kinds = self.called.get(noun, ())
        return not kinds or all(self._is_one_of(code, kinds) for code in goods.ids)

    def _is_one_of(self, commodity: str, kinds: Iterable[str]) -> bool:
        return commodity in kinds or self.groups.get(commodity, commodity) in kinds

    def named_by(self, figure: str) -> Mention | None:
        """What a figure is of whose unit is written as it is for some goods only ("34 bcm"); None where it is not."""
        goods = next((codes for word, codes in self.measured.items() if figure.lower().endswith(word)), [])
        spoken_of = self.last.ids if self.last is not None else ()
        code = next((one for one in goods if one in spoken_of), next(iter(goods), ""))
        return Mention("K", 0, 0, ids=(code,)) if code else None

    def made_by(self, named: Iterable[str], mixed: frozenset[str]) -> Mention | None:
        """What the plants spoken of last run on, of the goods named here or before; None where none was told of."""
        kinds = self.only.get(_POWER, frozenset()) - mixed
        code = next((one for one in (*reversed(tuple(named)), *reversed(self._order)) if one in kinds), "")
        return Mention("K", 0, 0, ids=(code,)) if code else None

    def are_plants(self, goods: Iterable[str]) -> bool:
        """Whether all of the goods are what is told of plants by their size ("solar and wind")."""
        return self.only.get(_POWER, frozenset()).issuperset(goods)

    def fits(self, commodity: str, unit: str) -> bool:
        """Whether the commodity may have a figure in the unit."""
        only = self.only.get(unit)
        if only is not None:
            return commodity in only
        return unit not in _SOLID or commodity not in self.only.get(_POWER, frozenset())


def named_in(sentence: Sentence) -> list[Mention]:
    """The commodities that the sentence names, also in what it calls a firm ("C1's largest copper producer")."""
    goods, firms = sentence.present("K"), sentence.present("O")
    if goods and "Q" in sentence.tags and all(is_beside(sentence, item) for item in goods):
        return [_NOTHING]  # what the figure is of is not named
    if not firms:
        return goods
    trades = (item for item in sentence.mentions if item.kind == "K")
    inside = [item for item in trades if any(firm.start <= item.start < item.end <= firm.end for firm in firms)]
    return [*goods, *inside]


def heads(sentence: Sentence) -> bool:
    """Whether the goods that a sentence names are what all behind it speaks of: it is a heading or a question."""
    if "K" not in sentence.tags:
        return False
    line = sentence.text.strip().rstrip(".")
    asks = line.endswith("?") and len(line) < _ASKS
    return _HEADING.match(sentence.tags) is not None or bool(headed(line, sentence.present("KQMF"), asks=asks))


def headed(line: str, found: Iterable[Mention], *, asks: bool = False) -> list[Mention]:
    """The commodity that a line stands for as a heading: a short one with nothing else, or a question after it."""
    told = list(found)
    short = line[:1] not in _BULLETS and len(line) < _LINE and line[-1:] not in _ENDS
    goods = [mention for mention in told if mention.kind == "K" and mention.ids]
    alone = len({mention.ids for mention in goods}) == 1 and not any(mention.kind in "QMF" for mention in told)
    return goods[:1] if alone and (short or asks) else []


def is_beside(sentence: Sentence, goods: Mention) -> bool:
    """Whether goods are named as a part of what a figure before them is of, or as left out of it."""
    tags = sentence.tags
    at = next((found.start() for found in _GOODS.finditer(tags) if sentence.mention(found[0]) is goods), -1)
    return at > 0 and _AMOUNT.search(tags, 0, at) is not None and _BESIDE.search(tags, 0, at) is not None


def of_title(article: Article, found: Iterable[Mention]) -> list[Mention]:
    """The commodities that the title names: the prose may speak of them without naming them again."""
    end = max((block.end for block in article.blocks if block.role is _TITLE), default=0)
    return [mention for mention in found if mention.kind == "K" and mention.end <= end]
