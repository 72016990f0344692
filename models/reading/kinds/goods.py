"""Goods: what a frame says of a country's commodity, with every figure of its row."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from models.reading.around.makers import firm_of, is_firm, is_nobodys
from models.reading.around.sites import site_of
from models.reading.around.telling import is_of_way, is_scant
from models.reading.factuality.discussed import is_discussed
from models.reading.kinds.earlier import earlier
from models.reading.kinds.figures import figures_of
from models.reading.kinds.flows import partners
from models.reading.kinds.holders import owners_of, single_states
from models.reading.kinds.holdings import is_holding_sold
from models.reading.kinds.joined import each_of, joined_to, quantity_of, row_of
from models.reading.kinds.plants import of_one_plant, of_plants
from models.reading.kinds.shares import told_measure
from models.reading.kinds.years import year
from models.reading.reference.wares import is_beside
from models.reading.sentence.mentions import Mention
from models.reading.told import is_told
from models.records import Modality, Money, Resource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.reading.frames import Frame

_TURNED_OUT = frozenset({"tonne", "kWh", "m3", "barrel"})
_SHARE = "percent"
_POWER = "kWh"
_TRADED = frozenset({"exports", "imports"})
# "the region's largest" tells among whom, not whose
_SCOPE = re.compile(r"[CJ]\d+ 's (?:_\S+ )?(?:\S*largest|\S*biggest|\S*richest|top|leading|most|only|first) ")
_ELSE = re.compile(r"of (?!(?:[^ ;]+ ){0,3}?K\d)(?:(?:the|its|their|raw) )?(\S+) ")
_OWN = re.compile(r"(K\d+) $")
_JOINED_BEFORE = re.compile(r"(?<![^ ])(\S+) and $")  # "wind and K0 with a capacity of Q1"
_JOINED = re.compile(r"K\d+ and (\S+) ")
# "second after C1, a big producer"
_COMPARING = ("after ", "behind ", "besides ", "unlike ", "than ")
_COMPARED = re.compile(rf"(?<![^ ])(?:{'|'.join(_COMPARING)})(?<!more than )(?<!less than )(?<!fewer than )$")
# "after C0 , a big producer , raised its output"
_ACTS = re.compile(r"[CJ]\d+ , [^,;]*, (?!and |but |or |while |which |with )(?:_\S+ )*[a-z]+ (?!\.)")
_AFTER, _BACK = "after ", 12
_TWO = 2
_BEHIND = "behind:"
_SUPERLATIVE = re.compile(r"['’]s (?:\S*largest|\S*biggest|leading|top|main) ")  # a rank among its states
_SUPPOSED = re.compile(r"(?:if|unless|whether|imagine|suppose) (?:[^ ;,]+ ){0,4}$")


def goods(frame: Frame, gives: dict[str, Any]) -> Iterator[Resource]:
    """The claims of a resource rule: one for each country, commodity and figure, of trade with the other side."""
    fallback, known = frame.compiled.rule.fallback, frame.sentence.told
    for found in map(partial(_as_done, frame), _told(frame, gives)):
        if fallback and found.quantity is None and found.rank is None and is_told(found, known):
            yield found  # it will count for nothing: the rest need not be looked for
            continue
        given = gives.get("partner")
        codes = found.partner or (frame.states(given) if given else partners(frame, found.relation, found.quantity))
        others = tuple(code for code in codes if code != found.country)
        if given and codes and not others:
            continue  # what one takes of its own goods is no trade
        if _is_joint(frame, frame.slots.get("c"), found):
            found = replace(found, quantity=None)
        is_part = found.quantity is not None and found.quantity.unit == _SHARE and found.relation == "exports"
        site = site_of(frame) if _has_site(frame, found) else ""
        found = _at_home(frame, found if site else of_one_plant(frame, found), site)
        holder = frame.mention(gives.get("country", "c"))
        if (
            _is_elsewhere(frame, site, found.country)
            or _is_local(frame, found, holder)
            or _is_talked_about(frame, found, others)
            or is_nobodys(frame, holder, found.country, found.quantity)
        ):
            continue
        is_of_firm = found.quantity is not None and (not is_part or _sells_its_own(frame, holder, found.country))
        firm = firm_of(frame, holder, found.country) if is_of_firm else ""
        if (told := told_measure(frame, found, others)) is not None:
            told = replace(told, partner=others, site=site, firm=firm) if others or site or firm else told
            yield told
            yield from earlier(frame, told, gives)
        if found.quantity is not None and found.quantity.unit != _SHARE:
            yield from _of_others(frame, found, others)


def _is_talked_about(frame: Frame, found: Resource, partners: tuple[str, ...]) -> bool:
    """Whether trade with nobody named is only talked about, in no figure: that goods are sold at all is not in doubt
    ("_to discuss the purchase of J1 K2")."""
    if found.relation not in _TRADED or found.quantity is not None or partners:
        return False
    return is_discussed(frame.sentence.tags, (frame.start, frame.end), frame.signs.discussed)


def _sells_its_own(frame: Frame, holder: Mention | None, country: str) -> bool:
    """Whether a share of exports is that of a firm: the sentence does not name the country that it could be of."""
    return is_firm(holder) and not any(country in mention.ids for mention in frame.sentence.present("CJLP"))


def _as_done(frame: Frame, found: Resource) -> Resource:
    """The claim; what a plant has turned out already is produced, and no plan or size of it."""
    if found.relation != "develops" or found.quantity is None or found.quantity.unit not in _TURNED_OUT:
        return found
    return found if frame.quality.modality is not Modality.DONE else replace(found, relation="produces")


def _is_joint(frame: Frame, holder: Mention | None, found: Resource) -> bool:
    """Whether several sell the figure together ("Q0 from C1 and C2"), so that it is nobody's own."""
    if holder is None or len(holder.ids) < 2 or found.relation != "exports":
        return False
    return frame.sentence.tags.endswith("from ", 0, max(0, frame.place(holder)))


def _at_home(frame: Frame, found: Resource, site: str) -> Resource:
    """The claim; what is done at a site is told of the land where it lies, whoever does it."""
    lands = (mention.ids for mention in frame.sentence.present("P") if mention.place and site.startswith(mention.place))
    land = next(lands, ()) if site else ()
    known = len(land) == 1 and frame.context.states.issuperset(land)
    return replace(found, country=land[0]) if known and found.country not in land else found


def _has_site(frame: Frame, found: Resource) -> bool:
    """Whether a figure may be that of a mine, field or plant: not what a country trades, nor its mix of power."""
    if found.quantity is None or found.relation in _TRADED:
        return False
    return found.quantity.of not in frame.sentence.words["mixes"]


def _is_elsewhere(frame: Frame, site: str, country: str) -> bool:
    """Whether the site, if any, lies in another country: its figure is none of the one from which its ore comes."""
    if not site:
        return False
    places = (item for item in frame.sentence.mentions if item.kind == "P" and site in (item.place, item.name))
    return any(item.ids and country not in item.ids for item in places)


def _is_local(frame: Frame, found: Resource, holder: Mention | None) -> bool:
    """Whether a figure is only that of a province, a town or a site unknown to us, which is not the country's."""
    if holder is None or holder.kind != "P" or found.relation != "produces" or found.quantity is None:
        return False
    return found.quantity.unit != _SHARE and not frame.context.sites.knows(holder)


def _of_others(frame: Frame, found: Resource, others: tuple[str, ...]) -> Iterator[Resource]:
    """What one buys the other sells, and what others sell to a state of the region it buys."""
    if found.relation == "imports":
        figure = found.quantity if len(others) == 1 else None  # what several sell together is nobody's own
        for seller in others:
            yield replace(found, country=seller, relation="exports", partner=(found.country,), quantity=figure)
    elif found.relation == "exports" and found.country not in frame.context.members:
        for buyer in single_states(frame).intersection(others):
            yield replace(found, country=buyer, relation="imports", partner=(found.country,))


def _told(frame: Frame, gives: dict[str, Any]) -> Iterator[Resource]:
    """The claims without the other side of trade."""
    commodity = _commodity(frame, gives) if _is_measured(frame, gives) else None
    if (
        commodity is None
        or (gives["relation"] in _TRADED and is_holding_sold(frame))
        or _is_left_out(frame, gives, commodity)
        or _is_beside(frame, gives)
        or _is_of_plant(frame, commodity)
        or _is_nobodys(frame, gives)
        or (gives["relation"] == "reserves" and _is_in_vaults(frame))
        or _is_of_way(frame, gives, commodity)
    ):
        return
    commodity = _as_power(frame, gives, commodity) or commodity
    owners = tuple(code for code in owners_of(frame, gives, commodity) if code in frame.context.states)
    if frame.context.members.isdisjoint(owners) and not frame.quality.affirmed:
        return  # what states elsewhere lack is no news of the region
    if "quantity" not in gives:
        if is_scant(frame.sentence, frame.place(commodity)) and frame.quality.affirmed:
            return
        yield from each_of(owners, commodity.ids, gives, _rank(frame, gives), None, year(frame, gives))
        yield from joined_to(frame, gives, owners, commodity.ids)
        return
    figures = [] if _is_of_several(frame, gives, commodity) else list(figures_of(frame, gives, commodity))
    goods_told = _meant(frame, commodity)
    for value, when in figures:
        value = of_plants(frame, gives["relation"], commodity, value)
        yield from each_of(owners, goods_told, gives, None, value, when)
    if figures:
        yield from row_of(frame, gives, owners, commodity.ids)
    elif "figure_optional" in gives:
        yield from each_of(owners, commodity.ids, gives, None, None, year(frame, gives))


def _rank(frame: Frame, gives: dict[str, Any]) -> int | None:
    """The rank that the rule gives: a number, the one in the words, or that behind the states of a slot."""
    rank = gives.get("rank")
    if not isinstance(rank, str):
        return rank
    if rank == "ordinal":
        return frame.rank
    ahead = frame.mention(rank.removeprefix(_BEHIND))
    return len(ahead.ids) + 1 if ahead is not None else None


def _is_measured(frame: Frame, gives: dict[str, Any]) -> bool:
    """Whether the figure is in one of the units that the rule asks for, a time aside."""
    if "unit" not in gives or "figure_optional" in gives:
        return True
    figure = frame.mention(gives["quantity"])
    value = quantity_of(figure) if figure is not None else None
    return value is not None and f" {value.unit.partition('/')[0]}" in f" {gives['unit']}"


def _meant(frame: Frame, commodity: Mention) -> tuple[str, ...]:
    """Of what a figure is told: of goods that are told together it is each kind of power plant, else the first."""
    return commodity.ids if frame.context.wares.are_plants(commodity.ids) else commodity.ids[:1]


def _is_left_out(frame: Frame, gives: dict[str, Any], commodity: Mention) -> bool:
    """Whether the rule did not find the commodity itself and it is named beside what the figure is of."""
    own = any(commodity is slot for slot in frame.slots.values())
    return not own and "quantity" in gives and is_beside(frame.sentence, commodity)


def _is_nobodys(frame: Frame, gives: dict[str, Any]) -> bool:
    """Whether goods go between two, so that nothing tells who sells, or whose they are only tells among whom."""
    holder = frame.mention(gives.get("country", "c"))
    if holder is None or _SUPERLATIVE.search(holder.name):
        return holder is not None
    if gives["relation"] not in _TRADED or len(holder.ids) < _TWO:
        return False
    return frame.sentence.tags.endswith("between ", 0, max(0, frame.place(holder)))


def _is_in_vaults(frame: Frame) -> bool:
    """Whether reserves are those of a bank of issue, and none that lie in the ground."""
    keepers = frame.sentence.words["keepers"]
    return any(keeper in frame.sentence.text.lower() for keeper in keepers)


def _is_of_way(frame: Frame, gives: dict[str, Any], commodity: Mention) -> bool:
    """Whether the goods are not named here and the figure is what goes along a way, whatever that carries."""
    named = commodity.end > frame.sentence.start or commodity.start < 0 or any(frame.sentence.present("K"))
    figure = frame.mention(gives["quantity"]) if "quantity" in gives else None
    return not named and figure is not None and is_of_way(frame, figure)


def _as_power(frame: Frame, gives: dict[str, Any], commodity: Mention) -> Mention | None:
    """What a figure of power is of: a plant's size is of what it runs on, and what is traded is power as such."""
    mixes = frame.sentence.words["mixes"]
    if gives["relation"] in _TRADED and commodity.end <= frame.sentence.start:
        figure = frame.mention(gives["quantity"]) if "quantity" in gives else None
        value = quantity_of(figure) if figure is not None else None
        return Mention("K", 0, 0, ids=tuple(mixes)) if value is not None and value.unit[:3] == _POWER else None
    if gives["relation"] != "develops" or "quantity" not in gives or mixes.isdisjoint(commodity.ids):
        return None
    named = [code for mention in frame.sentence.present("K") for code in mention.ids]
    if (found := frame.mention("site") or frame.context.wares.made_by(named, mixes)) is not None:
        return found
    yields = frame.context.yields.get(site_of(frame), "")
    return Mention("K", 0, 0, ids=(yields,)) if yields else None


def _is_of_plant(frame: Frame, commodity: Mention) -> bool:
    """Whether the rule did not find the commodity itself and the figure is of a plant that makes something else."""
    own = any(commodity is slot for slot in frame.slots.values())
    return not own and commodity.end > 0 and frame.context.sites.makes_other(frame.sentence)


def _is_of_several(frame: Frame, gives: dict[str, Any], commodity: Mention) -> bool:
    """Whether a figure is of several goods together of which not all are known ("Q1 of K2 and wind"), or named here."""
    at = frame.place(commodity)
    joined = _JOINED.match(frame.sentence.tags, at) if at >= 0 else None
    unnamed = len(commodity.ids) > 1 and (at < 0 or len(commodity.ids) > _TWO)
    before = _JOINED_BEFORE.search(frame.sentence.tags, max(0, at - _BACK), max(0, at))
    words = frame.sentence.words["joined_goods"]
    figure = frame.mention(gives["quantity"])
    unnamed = unnamed or (len(commodity.ids) > 1 and figure is not None and isinstance(figure.value, Money))
    return unnamed or any(found is not None and found[1] in words for found in (joined, before))


def _is_beside(frame: Frame, gives: dict[str, Any]) -> bool:
    """Whether the words only tell among whom, suppose something, or go on to speak of another thing."""
    tags = frame.sentence.tags
    other = _ELSE.match(tags, frame.end) if "near:K" in gives.get("resource", "") else None
    return bool(
        _SCOPE.match(tags, frame.start)
        or _is_compared(tags, frame.start)
        or _SUPPOSED.search(tags, max(0, frame.start - 80), frame.start)
        or (other is not None and other[1] not in frame.sentence.words["goods_words"])
    )


def _is_compared(tags: str, start: int) -> bool:
    """Whether others are set against what stands here; who acts behind a remark is not ("fell after C0 , a producer ,
    raised output").
    """
    if not tags.endswith(_COMPARING, 0, start):
        return False
    found = _COMPARED.search(tags, max(0, start - _BACK), start)
    return found is not None and not (found[0] == _AFTER and _ACTS.match(tags, start))


def _commodity(frame: Frame, gives: dict[str, Any]) -> Mention | None:
    """The commodity of the rule's slot, or the one that the rule itself names; the figure's unit must fit it."""
    if "named" in gives:
        return Mention("K", 0, 0, ids=(gives["named"],))
    found = frame.mention(gives.get("resource", "k"))
    figure = frame.mention(gives["quantity"]) if "quantity" in gives else None
    if figure is not None and found is not None and found.name in frame.sentence.words["bare_goods"]:
        named = [mention for mention in frame.sentence.present("K") if mention.start < found.start]
        return named[-1] if named else None  # "K0 reserves of Q1 and resources of Q2"
    value = quantity_of(figure) if figure is not None else None
    if value is None or any(found is slot for slot in frame.slots.values()):
        return found
    if (own := _OWN.search(frame.sentence.tags, 0, frame.start)) is not None:  # "K1 reserves of Q1 , K2 Q2"
        return frame.sentence.mention(own[1])
    wares, at = frame.context.wares, frame.sentence.start
    if value.of and value.of in wares.groups:  # "131 tU"
        return Mention("K", 0, 0, ids=(value.of,))
    spelled = figure is not None and wares.named_by(frame.sentence.text[figure.start - at : figure.end - at])
    if spelled and (found is not None or _named_last(gives)):
        return spelled
    if found is None:
        return wares.measured_in(value.unit) if _named_last(gives) else None
    return found if all(wares.fits(code, value.unit) for code in found.ids) else wares.measured_in(value.unit)


def _named_last(gives: dict[str, Any]) -> bool:
    """Whether the rule takes the commodity that the article speaks of for want of one in the sentence."""
    return str(gives.get("resource", "")).endswith("commodity")
