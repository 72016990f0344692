"""Measures: a bare number is in the unit of the quantity told before it ("5m tonnes this year, 1.8m in the next")."""

from __future__ import annotations

import re
from operator import itemgetter
from typing import TYPE_CHECKING

from msgspec.structs import replace

from models.reading.grammar.tokens import words_of
from models.reading.reference.respective import list_years
from models.reading.sentence.mentions import Mention
from models.records import Money, Quantity

if TYPE_CHECKING:
    from models.reading.reference.context import Context
    from models.reading.sentence.tagging import Sentence

_BARE = re.compile(r"(?<![^ ])(?:(\S+) of )?(?:(\S+) )?(B\d+) (?=(\S+) ?(\S*))")
_OF_GOODS = re.compile(r"(Q\d+) of (J\d+ )?([a-z]+) ")
_PARTED = re.compile(
    r"(M\d+) (?:D\d+ )?(?:, (?:including|of which) (?:_\S+ )*|with [CJ]\d+ (?:, |and |, and ))(B\d+) with [CJ]\d"
)
_LARGE = 1e5  # a number that is large enough to lean on the sentence before
_THOUSAND = 1000
_SHORT = 10  # words of an answer that is hardly more than its figure
_FAR, _NEAR = 1000.0, 20.0  # times that a large figure and a small one may differ from the one before
_DATE, _OF, _A = "D", "of", "a"
_GOODS = frozenset("KJ")
_NUMBER = "B"
_TRAIN, _TRAINS = "container train", "trains"
# "block trains numbered B0": of what is told before them, in words or as the figure of the sentence before
_ONE_SPAN = re.compile(r"(?<![^ ])((?:by|in) )a ([a-z]+) (?=[.,;)]|and |_?instead |thanks |if |when |to |_to )")
_HOW_MANY = re.compile(r"(?<![^ ])how many ([a-z]+) ")
_COUNTED = re.compile(r"(?<![^ ])(?:block|container|freight) trains (?!_(?:is|are)|[A-Z]\d)(?:[^ ;]+ ){0,14}$")


def _name_goods(sentence: Sentence, context: Context) -> None:
    """Put the commodity spoken of in the place of a word such as "metal" that a figure is of ("Q0 of metal")."""
    words, wares = sentence.words["generic_goods"], context.wares
    if words.isdisjoint(words_of(sentence.tags)):
        return
    for figure, whose, noun in _OF_GOODS.findall(sentence.tags):
        value, meant = sentence.mention(figure).value, wares.referred(noun)
        if noun in words and meant is not None and meant.ids and isinstance(value, Quantity):
            unit = value.unit
            if wares.is_called(meant, noun) and all(wares.fits(code, unit) for code in meant.ids):
                goods = sentence.add(replace(meant, start=-1, end=-1))
                sentence.tags = sentence.tags.replace(f"{figure} of {whose}{noun} ", f"{figure} of {whose}{goods}")


def measure(sentence: Sentence, context: Context) -> None:
    """Make quantities of the bare numbers that take the unit of a figure before them, note the last figure, and name
    the goods that "metal" is.
    """
    list_years(sentence)
    if " by a" in sentence.tags or " in a" in sentence.tags:
        sentence.tags = _ONE_SPAN.sub(lambda match: _one(sentence, match), sentence.tags)
    for match in _BARE.finditer(sentence.tags) if _NUMBER in sentence.tags else ():
        number = sentence.mention(match[3])
        if isinstance(number.value, float | tuple) and _stands_alone(sentence, match):
            known = _last(sentence, number.start) or _trains(sentence, match, context)
            known = known or _time(sentence, match) or _answered(_least(number.value), sentence, context)
            known = known or _earlier(_least(number.value), match[5], sentence, context)
            value = _in_unit(number.value, known) if isinstance(known, Quantity) else None
            if value is not None:
                sentence.mentions[int(match[3][1:])] = replace(number, kind="Q", value=value)
                sentence.tags = f"{sentence.tags[: match.start(3)]}Q{sentence.tags[match.start(3) + 1 :]}"
    if _NUMBER in sentence.tags and "M" in sentence.tags:
        _count_money(sentence)
    context.figure = _last(sentence, sentence.end)
    _name_goods(sentence, context)


def _one(sentence: Sentence, match: re.Match[str]) -> str:
    """A single span of time as a figure ("by a week"), or the words where they are no such span."""
    days = sentence.words["one_day"], sentence.words["one_week"]
    size = next((size for size, words in zip((1.0, 7.0), days, strict=True) if match[2] in words), 0.0)
    if not size:
        return match[0]
    at = sentence.start + max(0, sentence.text.lower().find(f"a {match[2]}"))
    figure = Mention("Q", at, at + len(match[2]) + 2, f"a {match[2]}", value=Quantity(size, "day"))
    return match[1] + sentence.add(figure)


def _count_money(sentence: Sentence) -> None:
    """Make money of the bare numbers that part a sum ("M0 , including B1 with C2 and B3 with C4")."""
    while found := _PARTED.search(sentence.tags):
        whole, part = sentence.mention(found[1]), sentence.mention(found[2])
        if not isinstance(whole.value, Money) or not isinstance(part.value, float):
            return
        at, currency = found.start(2), whole.name.split()[-1]
        name = f"{part.name} {currency}" if currency.isalpha() else f"{whole.name[0]}{part.name}"
        money = replace(whole.value, value=part.value)
        sentence.mentions[int(found[2][1:])] = replace(part, kind="M", name=name, value=money)
        sentence.tags = f"{sentence.tags[:at]}M{sentence.tags[at + 1 :]}"


def _stands_alone(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether no noun of its own follows the number, and nothing tells that it is of people or of what was before."""
    words = sentence.words
    dated = match[4][0] == _DATE
    if (
        match[1] in words["peopled"]
        or match[2] in words["old_figures"]
        or (match[2] in words["set_against"] and not dated)
    ):
        return False
    if match[4] == _OF:
        return match[5] in words["same_things"] or match[5][:1] in _GOODS
    rate = match[4] == _A and match[5] in words["number_rates"]
    return dated or rate or match[4] in words["number_ends"] or match[4] == _TRAINS


def _last(sentence: Sentence, end: int) -> Quantity | Money | None:
    """The last sum of money, or figure in a unit that is of goods, before a place of the text."""
    units = sentence.words["goods_units"]
    found: Quantity | Money | None = None
    latest = -1
    for mention in sentence.mentions:
        if mention.kind in "QM" and latest < mention.start < end:
            value = mention.value
            if isinstance(value, Money) or (isinstance(value, Quantity) and value.unit in units):
                found, latest = value, mention.start
    return found


def _earlier(number: float, after: str, sentence: Sentence, context: Context) -> Quantity | Money | None:
    """The figure of the sentence before, for a large number or one "of them"."""
    return context.figure if number >= _LARGE or after in sentence.words["same_things"] else None


def _time(sentence: Sentence, match: re.Match[str]) -> Quantity | None:
    """The span of time, or the length, from which the sentence goes on to a bare number ("fell from Q0 _to B1")."""
    if match[2] not in sentence.words["goes_on_to"]:
        return None
    units = sentence.words["span_units"]
    spans = [(mention.start, mention.value) for mention in sentence.mentions if mention.kind == "Q"]
    before = [(at, value) for at, value in spans if at < sentence.mention(match[3]).start]
    value = max(before, key=itemgetter(0))[1] if before else None
    return value if isinstance(value, Quantity) and value.unit in units else None


def _answered(number: float, sentence: Sentence, context: Context) -> Quantity | None:
    """The unit that the question before asks for ("how many days ... ?"), or that its first answer is in."""
    asked, units = context.voices.before[-1:], sentence.words["span_units"]
    if not asked or "? " not in asked[0].tags or sentence.tags.count(" ") > _SHORT:
        return None
    for one in context.voices.here[-1:]:
        for mention in one.mentions:
            if isinstance(mention.value, Quantity) and mention.value.unit in units:
                return mention.value
    found = _HOW_MANY.search(asked[0].tags)
    word = found[1].removesuffix("s") if found is not None else ""
    return Quantity(number, word) if word in units else None


def _trains(sentence: Sentence, match: re.Match[str], context: Context) -> Quantity | None:
    """The figure of trains that a bare number goes on with, or the number itself where trains are counted by it."""
    value, last = sentence.mention(match[3]).value, context.figure
    if isinstance(value, float) and _COUNTED.search(sentence.tags, 0, match.start(3)):
        return Quantity(value, _TRAIN)
    return last if isinstance(last, Quantity) and last.unit == _TRAIN else None


def _least(value: float | tuple[float, float]) -> float:
    """The number, or the lower end of a range."""
    return value[0] if isinstance(value, tuple) else value


def _in_unit(value: float | tuple[float, float], known: Quantity) -> Quantity | None:
    """The number or range as a quantity, unless it is too far from the one that lends it the unit."""
    number, told = _least(value), _least(known.value)
    if number <= 0 or told <= 0:
        return None
    apart = max(number / told, told / number)
    far = _FAR if number >= _THOUSAND or number % 1 else _NEAR
    return Quantity(value, known.unit, known.of) if apart <= far else None
