"""Joined goods: countries, commodities, ranks and figures that share the verb of a frame or follow it in a row."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from models.reading.around.periods import Year, year_of
from models.reading.around.telling import tells_another
from models.reading.kinds.carried import of_time
from models.reading.kinds.holders import of_region
from models.reading.kinds.years import dated, year
from models.records import Money, Quantity, Resource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.reading.frames import Frame
    from models.reading.grammar.rows import Item
    from models.reading.sentence.mentions import Mention

_SOLD_TO = re.compile(r"(?:_to|from) [CP]\d+ \( $")  # "exported K0 _to C1 ( Q1 ) , C2 ( Q2 )": to these too

_LEAD = re.compile(r"(?<![^ ])(\S+) [CJ]\d+ ")
_LED_ON = re.compile(r"(?:(?:,|;|and|followed by|ahead of) )+$")  # a match may end on what leads to the next figure
_OF_GOODS = re.compile(r"[QM]\d+ of (?:[a-z-]+ ){0,2}?K\d+ (?=[,;] |and )")
_AWAY = {"exports": "_to", "imports": "from"}  # "imports from C1 came _to Q1 , those from C2 _to Q2"


def quantity_of(mention: Mention) -> Quantity | None:
    """The figure of a mention; a sum of money counts in its currency."""
    if isinstance(mention.value, Money):
        return Quantity(mention.value.value, mention.value.currency)
    return mention.value if isinstance(mention.value, Quantity) else None


def each_of(
    owners: tuple[str, ...],
    resources: tuple[str, ...],
    gives: dict[str, Any],
    rank: int | None,
    value: Quantity | None,
    when: Year | None,
) -> Iterator[Resource]:
    """Without a rank or figure it is told of the year that the text gives, and of none that is only inferred."""
    told = when if when is not None and (value or rank or not when.inferred) else Year()
    for country in owners:
        for resource in resources:
            yield Resource(country, resource, gives["relation"], rank, value, told.number, year_inferred=told.inferred)


def joined_to(
    frame: Frame, gives: dict[str, Any], owners: tuple[str, ...], resources: tuple[str, ...]
) -> Iterator[Resource]:
    """What shares the verb without a figure: another country's commodity, or another rank."""
    rows = frame.compiled.rows
    if rows is None:
        return
    if gives.get("rank") == "ordinal":
        for country, commodity, word in rows.ranks(frame.sentence, frame.end):
            states = frame.known_states(country) if country is not None else owners
            named = commodity.ids if commodity is not None else resources
            yield from each_of(states, named, gives, frame.compiled.ranks.get(word) or None, None, None)
        return
    for country, commodity in rows.sharing(frame.sentence, frame.end):
        yield from each_of(frame.known_states(country), commodity.ids, gives, None, None, None)


def row_of(
    frame: Frame, gives: dict[str, Any], owners: tuple[str, ...], resources: tuple[str, ...]
) -> Iterator[Resource]:
    """Figures of other countries or commodities that share the verb; of a trade, also of others who buy."""
    rows, figure = frame.compiled.rows, frame.mention(gives["quantity"])
    first = quantity_of(figure) if figure is not None else None
    if rows is None or figure is None or first is None:
        return
    when, sold = year(frame, gives), bool(_SOLD_TO.search(frame.sentence.tags, 0, max(0, frame.place(figure))))
    before = rows.before(frame.sentence, frame.start, first)
    for item in takewhile(lambda one: not tells_another(frame.sentence, one.end, one.end, gives["relation"]), before):
        told_of = each_of(owners, _named(frame, item) or resources, gives, None, _same_share(item.value, gives), when)
        yield from told_of
    yield from _ahead_of_verb(frame, gives, owners, figure, first)
    led = _LED_ON.search(frame.sentence.tags, frame.start, frame.end)
    for item in rows.after(frame.sentence, led.start() if led is not None else frame.end, first):
        if tells_another(frame.sentence, item.start, item.end, gives["relation"]):
            return
        side = _side(frame, gives, figure, item)
        if side is None:
            return
        if item.country is not None and not side and not sold:
            owners = frame.known_states(item.country)
        resources = _named(frame, item) or resources
        if gives.get("members") and frame.context.members.isdisjoint(owners):
            return
        when = told if (told := year_of(item.date)).number is not None else when
        told_of = each_of(of_region(frame, owners), resources, gives, None, _same_share(item.value, gives), when)
        yield from (replace(one, partner=side) for one in told_of)


def _ahead_of_verb(
    frame: Frame, gives: dict[str, Any], owners: tuple[str, ...], figure: Mention, first: Quantity
) -> Iterator[Resource]:
    """The further figures of a list that stands before its verb: "Q0 of K1 and Q2 of K3 _were mined"."""
    rows, tags = frame.compiled.rows, frame.sentence.tags
    own = _OF_GOODS.match(tags, max(0, frame.place(figure)))
    if (
        rows is None
        or own is None
        or not frame.verbs
        or (verb := tags.rfind(frame.verbs[-1], own.end(), frame.end)) < 0
    ):
        return
    for item in rows.after(frame.sentence, own.end(), first):
        if item.end > verb or not (goods := _named(frame, item)) or item.country is not None:
            return
        value = of_time(frame, gives, dated(frame, gives), _same_share(item.value, gives))
        yield from each_of(owners, goods, gives, None, value, year(frame, gives))


def _named(frame: Frame, item: Item) -> tuple[str, ...]:
    """The goods that an item names; empty where they are those of the one before."""
    bare = item.commodity is None or item.commodity.name in frame.sentence.words["bare_goods"]
    return () if bare or item.commodity is None else item.commodity.ids


def _side(frame: Frame, gives: dict[str, Any], figure: Mention, item: Item) -> tuple[str, ...] | None:
    """The other side of the trade that an item names; empty where it names none, None where that is unclear."""
    if item.country is None:
        return ()
    lead = _LEAD.search(frame.sentence.tags, item.start, item.end)
    if lead is not None and lead[1] == _AWAY.get(gives["relation"]):
        return frame.known_states(item.country)
    if gives.get("partner") not in frame.slots:
        return ()
    clear = item.country.kind == "C" and _is_bought(frame, gives, figure)
    return frame.known_states(item.country) if clear else None  # "C1 took F2 of C3 's K4 exports , J5 F6"


def _is_bought(frame: Frame, gives: dict[str, Any], figure: Mention) -> bool:
    """Whether the other side of a trade stands right before the figure, as the next ones then do before theirs."""
    buyer, holder = (frame.slots.get(name) for name in (gives.get("partner", ""), "c"))
    if buyer is None:
        return False
    at, own = frame.place(buyer), frame.place(holder) if holder is not None else -1
    return frame.start <= at < frame.place(figure) and not at < own < frame.place(figure)


def _same_share(value: Quantity, gives: dict[str, Any]) -> Quantity:
    return Quantity(value.value, value.unit, gives.get("of") or value.of)
