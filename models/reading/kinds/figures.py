"""Figures: which quantities of a row are of the frame's goods, of which year and part of a year, and of what else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from models.reading.around.periods import RATE, Year
from models.reading.around.telling import is_of_debt, is_of_price, tells_another
from models.reading.factuality.bygone import is_superseded
from models.reading.kinds.carried import of_time
from models.reading.kinds.joined import quantity_of
from models.reading.kinds.years import date_beside, dated, is_older, year, year_beside
from models.records import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.reading.frames import Frame
    from models.reading.sentence.mentions import Mention

_NO_GOODS = frozenset({"year", "day", "hour", "km", "people", "TEU", "wagon", "container train"})
_SHARE = "percent"
_FLOWS = frozenset({"exports", "imports", "produces"})
_CHANGE = re.compile(r"(?:by|another|additional|extra) (?:_\S+ )?$")
_MORE_TO = re.compile(r"[a-z]+ C\d+ (?:another|an additional|an extra) (?:_\S+ )?$")  # "C0 sells C1 another Q2"
_MORE_FROM = re.compile(r"Q\d+ (?:of K\d+ )?(?:[a-z_]+ ){0,2}(?:from|_to) [CP]\d")  # "another Q0 came from C1"
_OWNER = re.compile(r"[QF]\d+ of (?:[^ ;]+ ){0,2}?(K\d+) ")
_ACTS = r"(?:_\S+ )*(?!_)[a-z]{3,}(?<!to)(?<!and) "
_NEWCOMER = re.compile(rf"(?:(\S+) , |while |whereas |but |; )([CO]\d+) {_ACTS}")  # another subject
_GOES_ON = re.compile(rf"and [CO]\d+ {_ACTS}")  # the same one with another verb
_OF = re.compile(r"[QF]\d+ (?:of|K)")
_OF_GOODS = re.compile(r"[QF]\d+ of (K\d+) ")
_OF_WORD = re.compile(r"^ of ([a-z]+)")
_OF_THING = re.compile(r"Q\d+ of (?:(?:the|its|their|a|an|raw|this|such) )*([a-z]+) (?!(?:[^ ;]+ ){0,2}?K\d)")
# "eleven plants with a total capacity of Q1 _were commissioned": what was added, not what there is
_ADDED = re.compile(r"(?:total|combined|aggregate|joint|overall) (?:\S+ )?capacity of (?:_\S+ )?$")
_STARTED = re.compile(
    r"Q\d+ (?:, )?(?:_\S+ )+(?:commissioned|built|launched|opened|installed|connected|added|inaugurated|completed) "
)
# "against a plan of Q1", "short of its target of Q1": what was meant, beside what was done
_MEANT = re.compile(
    r"(?<![^ ])(?:against|versus|than|below|above|from|with|missed|missing|beat|beating|short of|exceeded|_to) "
    r"(?:(?:[a-z-]+|'s|[CJO]\d+|D\d+) ){0,4}?_?(?:plan|target|forecast|goal|quota|guidance|projection) "
    r"(?:of|for) (?:_?[a-z]+ ){0,2}$"
)
# "Q0 and _could rise _to Q1": another verb, of what is yet to come
_AHEAD = re.compile(r"(?<![^ ])(?:and|but|;) (?:[A-Z]\d+ |it |they )?_(?:could|may|might|will|would|should) [^;]*$")
_BACK, _FAR = 12, 80
_MADE = 3  # words behind goods that may tell their form


def figures_of(frame: Frame, gives: dict[str, Any], commodity: Mention) -> Iterator[tuple[Quantity, Year]]:
    """The quantity with its year, then those in a row with it ("21,800 tons in 2021 and 21,300 tons in 2022")."""
    first = frame.mention(gives["quantity"])
    if first is None or (unit := quantity_of(first)) is None:
        return
    row, first_told = [first, *frame.row(first)], year(frame, gives)
    for mention in row:
        value = quantity_of(mention)
        if (
            value is None
            or f" {value.unit} " not in f" {gives.get('unit', value.unit)} "
            or value.unit in _NO_GOODS
            or value.unit.partition("/")[0] != unit.unit.partition("/")[0]
            or _is_other(frame, mention, commodity, gives)
            or (
                value.unit != _SHARE
                and tells_another(frame.sentence, frame.start, frame.place(mention), gives["relation"])
            )
        ):
            continue
        figure = Quantity(value.value, value.unit, gives.get("of") or _told_of(frame, mention, commodity, value.of))
        when = year_beside(frame, mention, first_told) if len(row) > 1 or is_older(frame, mention) else first_told
        if when is None or (is_older(frame, mention) and frame.quality.modality.ahead):
            continue
        if gives["relation"] in _FLOWS:
            figure = of_time(frame, gives, date_beside(frame, mention, row) or dated(frame, gives), figure)
        yield figure, when


def _told_of(frame: Frame, figure: Mention, commodity: Mention, known: str | None) -> str | None:
    """The words for what a figure is of, where that is several goods together, or a form of the commodity, and what is
    known already: how often it comes, or that alone.
    """
    if known and not RATE.search(known):
        return known
    told = commodity.name if len(commodity.ids) > 1 else _form(frame, figure, commodity)
    return ", ".join(filter(None, (told, known))) or None


def _form(frame: Frame, figure: Mention, commodity: Mention) -> str | None:
    """The words for what holds the commodity or is made of it: tonnes of its ore or oxide are no tonnes of it."""
    text, start = frame.sentence.text, frame.sentence.start
    of_goods = _OF_GOODS.match(frame.sentence.tags, max(0, frame.place(figure)))
    goods = frame.sentence.mention(of_goods[1]) if of_goods is not None else commodity
    forms = frame.sentence.words["forms"].difference(goods.ids[0].split())
    if (end := goods.end - start) > 0:  # it stands in the sentence
        joined = text[end : end + 1] == "-"  # "lead-zinc ore"
        named = text[goods.start - start : end].split()
        made = _run([*named, *text[end:].split()[:_MADE]], len(named) + joined, forms)
        if made:
            return made
    return _run(_OF_WORD.findall(text[figure.end - start :][:_BACK]), 0, forms)


def _run(words: list[str], last: int, forms: frozenset[str]) -> str | None:
    """The first words of forms that follow each other, from the one at `last` at the latest, up to a comma."""
    plain = [_plain(word) for word in words]
    first = next((at for at, word in enumerate(plain[: last + 1]) if word.lower() in forms), len(plain))
    end = first
    while end < len(plain) and plain[end].lower() in forms and (end == first or words[end - 1] == plain[end - 1]):
        end += 1
    return " ".join(plain[first:end]) or None


def _plain(word: str) -> str:
    """A word without what closes it, as it is written within a sentence: a formula keeps its capitals."""
    bare = word.strip(".,;()")
    return bare if any(map(str.isdigit, bare)) else bare.lower()


def _is_other(frame: Frame, mention: Mention, commodity: Mention, gives: dict[str, Any]) -> bool:
    """Whether the figure is by how much something grew or fell, or is of another commodity that follows it."""
    at, tags = frame.place(mention), frame.sentence.tags
    if at > 0 and (_is_change(tags, at) or is_superseded(frame, at) or is_of_price(frame.sentence, at)):
        return True
    if _is_aim(frame, mention, at) or is_of_debt(frame.sentence, at):
        return True
    if gives["relation"] == "develops" and _ADDED.search(tags, 0, max(at, 0)) and _STARTED.match(tags, at):
        return True
    if gives.get("resource") == "commodity" and at >= 0 and _OF.match(tags, at):
        return True
    if at >= 0 and frame.place(commodity) < 0 and (other := _OF_THING.match(tags, at)) is not None:
        return other[1] not in frame.sentence.words["goods_words"]
    holder = frame.slots.get("c")
    if holder is not None and _is_left(frame, holder, max(at, 0)):
        return True
    owner = _OWNER.match(tags, at) if at >= 0 else None
    named = frame.sentence.mention(owner[1]) if owner is not None else commodity
    return named.ids != commodity.ids and named not in frame.slots.values()


def _is_aim(frame: Frame, mention: Mention, at: int) -> bool:
    """Whether the figure is what was planned, set against what was done, or what another verb says may yet come."""
    tags = frame.sentence.tags
    if at <= 0 or frame.quality.modality.ahead:
        return False
    if _MEANT.search(tags, max(0, at - _FAR), at):
        return True
    first = next((frame.place(item) for item in frame.slots.values() if item.kind == mention.kind), -1)
    return 0 <= first < at and _AHEAD.search(tags, first, at) is not None


def _is_change(tags: str, at: int) -> bool:
    """Whether the figure at a place is by how much something changed, and not what somebody else adds."""
    change = _CHANGE.search(tags, max(0, at - 24), at)
    more = _MORE_FROM.match(tags, at) or _MORE_TO.search(tags, 0, at)
    return change is not None and not (change[0][:3] != "by " and more)


def _is_left(frame: Frame, holder: Mention, at: int) -> bool:
    """Whether before a place in the tags another subject or another verb takes over from the holder."""
    tags, sentence = frame.sentence.tags, frame.sentence
    others = _NEWCOMER.finditer(tags, frame.place(holder) + 1, at)
    new = any(found[1] != found[2] and sentence.mention(found[2]).ids != holder.ids for found in others)
    return new or _GOES_ON.search(tags, frame.start + 1, at) is not None
