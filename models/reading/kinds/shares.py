"""Shares: of what a figure is told - which way exports go, to which part of the world, of reserves or of resources."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from models.dates import months
from models.reading.reference.referents import before
from models.records import Resource

if TYPE_CHECKING:
    from models.reading.frames import Frame
    from models.reading.sentence.tagging import Sentence
    from models.records import Quantity

_SHARE = "percent"
_OF_GOODS = re.compile(r"F\d+ of (?:(?!exports? |sales )[^ ;]+ ){0,4}?K\d+ ")  # and not "F0 of C1 's exports"
_FIGURE = re.compile(r"[QF]\d+")
_WAY = re.compile(
    r"[QF]\d+ (?:(?!(?:mostly|mainly|largely|chiefly|primarily|including|and) )[^ ;,QFM]\S* ){0,9}?"
    r"(?:(through|via|across|_to|towards) (?:(?![CLOPRGN]\d)[^ ;,]+ ){0,2}?([RCOPNG]\d+)|"
    r"(?:by|over|along|by way of) (R\d+)) "
)
_TAKES = re.compile(
    r"(?<![^ ])(?:(R\d+)|([a-z]+)(?: (?:through|across|via|in|_to|from) [CPR]\d+)?) (?:_\S+ )*(?:takes?|took|"
    r"carries|carry|carried|handles?|handled|moves?|moved|pumps?|pumped|transports?|transported) (?:_\S+ )*$"
)
_WAY_BEFORE = re.compile(
    r"(?<![^ ])(?:exports|imports|shipments|deliveries|sales|supplies|transit|flows) (?:(?!and |or )[^ ;,QFM]+ ){0,6}?"
    r"(?:through|via|by|along|over|across) (R\d+) (?!and |or )"
)
_NEW_NOUN = re.compile(r"(?<![^ ])(?:exports|imports|shipments|deliveries|sales|supplies|flows|total|overall|all) ")
_SAME_WAY = re.compile(r"[QF]\d+ (?:of K\d+ )?(?:by )?(?:that|this|the same) way ")
SET_AGAINST = re.compile(
    r"(?<![^ ])Q\d+ (?:[^ ;QFM][^ ;]* )+?(?:; )?(?:against|versus|compared (?:with|_to)|(?:up|down) from) "
    r"(?:_?[a-z]+ ){0,2}$"
)
"""What stands before a figure that another is set against: "Q1 through R4 , compared with"."""

_THROUGH = ("through ", "via ", "across ")
# "under a swap deal with C0": what is delivered is not what is sent
_SWAP = re.compile(
    r"(?<!\w)((?:under|by|through|as part of) (?:an? |the |their |its )?(?:[a-z-]+ )?swap(?: [a-z]+)?)\b"
)
_BY_WAY_OF = re.compile(r"(?<![^ ])(?:by way of|via|through|across) (C\d+) (?!'s )")
_PARTS = "G"  # parts of the world
RESOURCES = "resources"
_NOUN = re.compile(r"\b(reserves?|resources)\b")  # in small letters: a ministry is called by them, too
_SOON = 60
_AREAS = frozenset({"hectare", "km2"})
_CAPACITY = "capacity of "


def told_measure(frame: Frame, found: Resource, partners: tuple[str, ...]) -> Resource | None:
    """The claim with what its figure is of; None where that is not told, but matters."""
    if found.quantity is None:
        return found
    if found.relation == "produces" and found.quantity.unit in _AREAS:
        return replace(found, quantity=None)  # of fields, not of what grows there
    if found.relation == "exports":
        if found.quantity.unit == _SHARE and _is_of_others(frame, {found.country, *partners}):
            return None
        return _told_way(frame, found, found.quantity, partners)
    if found.relation == "imports" and found.quantity.unit != _SHARE:
        way = _way_before(frame.sentence, _place(frame.sentence, found.quantity))
        return _by_way(found, found.quantity, way) if way else found
    if found.relation not in {"reserves", "produces"} or not _is_of_resources(frame.sentence, found.quantity):
        return found
    if found.relation == "reserves":
        told = ", ".join(filter(None, (RESOURCES, found.quantity.of)))
        return replace(found, quantity=replace(found.quantity, of=told))
    return found if frame.verbs else None  # what lies in the ground, beside no verb, is not produced


def _is_of_others(frame: Frame, sides: set[str]) -> bool:
    """Whether none of both sides of a sale is of the region: such a share is told of who buys."""
    return len(sides) > 1 and sides.isdisjoint({*frame.context.members, *frame.context.region})


def _is_of_resources(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether the word next before the figure, or else soon behind it, calls it resources and not reserves."""
    at = _place(sentence, quantity)
    if at < 0:
        return False
    mention = sentence.mention(sentence.tags[at : sentence.tags.index(" ", at)])
    before = _NOUN.findall(sentence.text, 0, max(0, mention.start - sentence.start))
    behind = _NOUN.findall(sentence.text, mention.end - sentence.start, mention.end - sentence.start + _SOON)
    return [*before[-1:], *behind[:1]][:1] == [RESOURCES]


def _told_way(frame: Frame, exported: Resource, quantity: Quantity, partners: tuple[str, ...]) -> Resource | None:
    """The claim with the way that its figure goes; None for a share of goods of which neither way nor buyer is told."""
    at = _place(frame.sentence, quantity)
    if frame.sentence.tags.endswith(_CAPACITY, 0, max(0, at)):
        return None  # of a line or a plant
    way = _way(frame.sentence, at) or _same_way(frame, at) or _unnamed_way(frame, at, quantity)
    way = way or _taken(frame.sentence, at) or _way_before(frame.sentence, at)
    way = way or _way_against(frame.sentence, at) or _way_told(frame, exported, partners)
    way = ", ".join(filter(None, (way, _swapped(frame.sentence, way))))
    if way:
        return _by_way(exported, quantity, way)
    is_of_goods = at >= 0 and _OF_GOODS.match(frame.sentence.tags, at) is not None
    return None if is_of_goods and not partners and quantity.unit == _SHARE and quantity.of == "exports" else exported


def _swapped(sentence: Sentence, way: str) -> str:
    """The words for a swap under which goods go, with the land that it is across unless that is the way told: the buyer
    gets others' goods, and no plain export."""
    found = _SWAP.search(sentence.text)
    across = _BY_WAY_OF.search(sentence.tags) if found is not None and not way else None
    land = f"through {sentence.mention(across[1]).name}, " if across is not None else ""
    return f"{land}{found[1]}" if found is not None else ""


def _way_against(sentence: Sentence, at: int) -> str:
    """The way of the figure before, where this one is what that is set against ("Q1 through R1 , against Q2")."""
    found = SET_AGAINST.search(sentence.tags, 0, max(0, at))
    return _way(sentence, found.start()) if found is not None else ""


def _way_told(frame: Frame, exported: Resource, partners: tuple[str, ...]) -> str:
    """The way of the sentence before, where this one goes on with its goods and names none, no buyer and no whole."""
    sentence, before_it = frame.sentence, frame.context.voices.here[-1:]
    named = [mention for mention in sentence.present("KRPOG") if mention.start >= sentence.start]  # and not put in
    if not before_it or partners or named or _NEW_NOUN.search(sentence.tags):
        return ""
    same = (exported.country, exported.resource, exported.relation)
    told = [item for item in before_it[0].told if isinstance(item, Resource)]
    figures = [item.quantity for item in told if (item.country, item.resource, item.relation) == same]
    ways = {figure.of or "" for figure in figures if figure is not None}
    way = ways.pop() if len(ways) == 1 else ""
    return way if way.startswith(_THROUGH) else ""


def _by_way(traded: Resource, quantity: Quantity, way: str) -> Resource:
    """The claim with the way of its figure; a part of the year comes last."""
    rest, _, part = (quantity.of or "").rpartition(", ")
    parts = (rest, way, part) if months(part) is not None else (quantity.of, way)
    return replace(traded, quantity=replace(quantity, of=", ".join(filter(None, parts))))


def _place(sentence: Sentence, quantity: Quantity) -> int:
    """Where the figure stands in the tags; -1 where it stands nowhere."""
    for found in _FIGURE.finditer(sentence.tags):
        if getattr(sentence.mention(found[0]).value, "value", None) == quantity.value:
            return found.start()
    return -1


def _way_before(sentence: Sentence, at: int) -> str:
    """The way of the trade whose figure this is ("exports of K0 through R1 came _to Q2"); none of another noun."""
    start = max(0, sentence.tags.rfind(" ; ", 0, max(0, at)) + 1)
    found = list(_WAY_BEFORE.finditer(sentence.tags, start, max(0, at)))
    if not found or _NEW_NOUN.search(sentence.tags, found[-1].end(), at):
        return ""
    return f"through the {sentence.mention(found[-1][1]).name.removeprefix('the ')}"


def _same_way(frame: Frame, at: int) -> str:
    """What "that way" behind the figure stands for: the route named before it in the sentence, else the one before."""
    if at < 0 or not _SAME_WAY.match(frame.sentence.tags, at):
        return ""
    way = before(frame.sentence, at, "R") or frame.context.line
    return f"through the {way.name}" if way is not None and way.kind == "R" else ""


def _unnamed_way(frame: Frame, at: int, quantity: Quantity) -> str:
    """The line that a share goes through, where its name is told elsewhere or not at all."""
    if at < 0 or quantity.unit != _SHARE:
        return ""
    if "r" in frame.slots:
        return f"through the {frame.slots['r'].name.removeprefix('the ')}"
    sentence = frame.sentence
    through, takes = _lines(sentence.words["conduits"])
    figure = sentence.mention(sentence.tags[at : sentence.tags.index(" ", at)])
    behind = through.search(sentence.text, figure.end - sentence.start)
    before = takes.search(sentence.text, 0, figure.end - sentence.start)
    return behind[0] if behind is not None else f"through {before[1].lower()}" if before is not None else ""


def _taken(sentence: Sentence, at: int) -> str:
    """The way that takes the figure, where the sentence tells nothing else of it ("R0 carries Q1 of J2 K3")."""
    found = _TAKES.search(sentence.tags, 0, max(0, at))
    if found is None:
        return ""
    if found[1]:
        return f"through the {sentence.mention(found[1]).name.removeprefix('the ')}"
    return f"through the {found[2]}" if found[2] in sentence.words["conduits"] else ""


@cache
def _lines(kinds: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What goods pass through behind their figure, and what takes them before it."""
    words = "|".join(sorted(kinds))
    through = rf"\b(?:through|via|over|along) (?:[a-z]+ ){{0,4}}?(?:{words})\b"
    takes = rf"\b([Tt](?:he|his|hat) (?:[a-z]+ ){{0,2}}?(?:{words})) (?:takes?|carries|carry|handles?|moves?|pumps?)\b"
    return re.compile(through), re.compile(takes)


def _way(sentence: Sentence, at: int) -> str:
    """The words behind the figure that tell its way: "through the pipeline", or "to" a part of the world."""
    found = _WAY.match(sentence.tags, at) if at >= 0 else None
    if found is None:
        return ""
    if found[3]:
        return f"through the {sentence.mention(found[3]).name.removeprefix('the ')}"
    mention, leads = sentence.mention(found[2]), found[1].lstrip("_")
    if (mention.kind == _PARTS) != (leads in {"to", "towards"}):
        return ""
    end = mention.end - sentence.start
    start = sentence.text.rfind(f"{leads} ", 0, mention.start - sentence.start)
    return sentence.text[start:end] if start >= 0 else ""
