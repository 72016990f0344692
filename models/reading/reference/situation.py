"""Situation: who the article's parties are and which route it speaks of, as its own sentences tell so far."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.reading.sentence.mentions import Mention
from models.records import Content, Event, Quote, Resource, RouteFact

if TYPE_CHECKING:
    from models.reading.reference.context import Context
    from models.reading.sentence.tagging import Sentence

_PARTY = re.compile(r"[CLHJV]\d+")
_PAIR = 2
_MEETING, _VISIT = "CONSULT", "visit"
_TALKS = frozenset({_MEETING, "AGREE"})
_SOLD, _BOUGHT, _MADE = "exports", "imports", "produces"
_KNOWN = {"route", "line", "subject", "commodity", "person", "first", "firm", "body"}
_WAYS = ("route", "line")
_DEALERS = {"seller", "buyer", "producer", "traded"}
_FLOWS = ((_SOLD, _BOUGHT), (_MADE,))


def settle(sentence: Sentence, context: Context) -> None:
    """Take the states of the first sentence that names the region and others as the parties, for want of better."""
    if context.parties:
        return
    codes: dict[str, None] = {}
    for tag in _PARTY.findall(sentence.tags):
        codes.update(dict.fromkeys(sentence.mention(tag).ids))
    within = context.region[0] in codes and context.members.issuperset(codes)  # a state of the region faces no region
    if len(codes) > 1 and context.members.intersection(codes) and not within:
        context.parties = tuple(codes)


def learn(content: Content, sentence: Sentence, context: Context, *, sure: bool = True) -> None:
    """The first sure meeting or agreement tells the parties; a route that is spoken of is the one meant from here on.

    Who is given words is whom "he" or "it" stands for in the next sentence.
    """
    if type(content) is Quote:
        context.spoke = content.speaker
    elif type(content) is RouteFact:
        context.route = Mention("R", 0, 0, content.route, (content.route,))
    elif type(content) is Event:
        _note_dealings(content, context)
        _note_visit(content, sentence, context)
        parties = tuple(dict.fromkeys((*content.actor, *content.target)))
        met = sure and content.plover in _TALKS and len(parties) > 1
        if met and not context.met and context.members.intersection(parties):
            context.parties, context.met = parties, True


def _note_dealings(event: Event, context: Context) -> None:
    """Note whom each party of the event dealt with: the other side, or the rest of its own where there is none."""
    context.acted, context.since, context.did = event.actor, 0, (event.plover, event.actor)
    for side, other in ((event.actor, event.target or event.actor), (event.target, event.actor)):
        for code in side:
            if rest := tuple(one for one in other if one != code):
                context.dealt[code] = rest


def _note_visit(event: Event, sentence: Sentence, context: Context) -> None:
    """Note who came to whom: who visits, or where two meet, whose land it is not."""
    if event.plover != _MEETING or not event.target:
        return
    if event.mode == _VISIT:
        context.guest, context.host = event.actor, event.target
        return
    places = (item for item in sentence.mentions if item.place is not None and item.place == event.place)
    land = next((item.ids for item in places if item.ids), ())
    for host, guest in ((event.actor, event.target), (event.target, event.actor)):
        if land == host:
            context.guest, context.host = guest, host


def other_side(own: tuple[str, ...], context: Context) -> Mention | None:
    """Whom these states face: who acted in this sentence or the one before, whom they dealt with, the other party."""
    acted = context.acted if context.since <= 1 else ()
    told = (context.dealt.get(code, ()) for code in own)
    pair = () if set(own).isdisjoint(context.pair) else context.pair
    sides = (tuple(code for code in codes if code not in own) for codes in (acted, *told, pair))
    found = next(filter(None, sides), ())
    return Mention("L", 0, 0, ids=found) if found and own else None


def note_groups(mentions: list[tuple[str, Mention]], context: Context) -> None:
    """Note the states that are named together, two named one by one too, and the last bloc."""
    alone: dict[str, None] = {}
    for kind, mention in mentions:
        if kind not in "CHLJ" or not mention.ids:
            continue
        if len(mention.ids) > 1:
            context.groups[len(mention.ids)] = mention.ids
        elif mention.ids[0] in context.blocs:
            context.bloc = mention.ids
        if len(mention.ids) == 1 and mention.ids != context.region:
            alone[mention.ids[0]] = None
    if len(alone) == _PAIR:
        context.groups[_PAIR] = tuple(alone)


def note_trade(sentence: Sentence, context: Context) -> None:
    """Note who of the region makes, sells or buys which goods, for the shares that the next sentence tells."""
    context.seller = context.buyer = context.producer = context.traded = None
    told = [item for item in sentence.told if isinstance(item, Resource) and item.country in context.members]
    if not told:
        return
    dealt = [
        {(item.relation, item.country, item.resource) for item in told if item.relation in kinds} for kinds in _FLOWS
    ]
    relation, country, goods = next((known.pop() for known in dealt if len(known) == 1), ("", "", ""))
    state = Mention("C", 0, 0, ids=(country,))
    context.seller = state if relation == _SOLD else None
    context.buyer = state if relation == _BOUGHT else None
    context.producer = state if relation == _MADE else None
    context.traded = Mention("K", 0, 0, ids=(goods,)) if goods else None


def of_context(name: str, context: Context) -> Mention | None:
    """A mention for the names that rules may use without a slot."""
    if name == "region":
        return Mention("C", 0, 0, ids=context.region)
    if name == "parties" and not context.met:
        return None  # who is only named beside each other has agreed on nothing
    if name == "home" and context.home:
        return Mention("L", 0, 0, ids=context.home)
    if name in ("parties", "guests", "lead", "countries", "pair", "dealing"):
        codes: tuple[str, ...] = getattr(context, name)
        return Mention("L", 0, 0, ids=codes) if codes else None
    if name in _WAYS and context.on_part:
        return None  # what is told may be of the part
    if name in _KNOWN or name in _DEALERS:
        found: Mention | None = getattr(context, name)
        return found
    return None
