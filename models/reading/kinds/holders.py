"""Holders: whose a commodity is that a frame tells of, also where others stand nearer to the words that tell it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from models.reading.around.makers import is_firm, land_of_firm
from models.reading.kinds.flows import partners
from models.reading.reference.salience import named_before

if TYPE_CHECKING:
    from models.reading.frames import Frame
    from models.reading.sentence.mentions import Mention

_AWAY = {"exports": " _to ", "imports": " from "}
_OWNED = re.compile(r"(J\d+) $")
_BY_LAND = re.compile(r"J\d+ K\d+ ")
_APART = re.compile(r" [,;] | and ")
_WHERE = re.compile(r"(?<![^ ])(?:(?:in|at|near) (?:[a-z]+ )?([CP]\d+)|from (?:[a-z]+ )?(P\d+)) ")


def owners_of(frame: Frame, gives: dict[str, Any], commodity: Mention) -> tuple[str, ...]:
    """Whose the commodity is: of a list that mixes them, the states of the region.

    A work `here` counts for the state of the region that the sentence names, whoever builds it.
    """
    codes = frame.states(gives.get("country", "c")) or _of_speaker(frame, gives) or _of_works(frame)
    if "c" not in frame.slots and codes == frame.context.countries and _is_elsewhere(frame, codes):
        return ()
    if _is_other_side(frame, gives):
        codes = tuple(code for code in frame.context.countries if code not in codes)
    if "c" not in frame.slots and codes == frame.context.countries:
        codes = named_before(frame.sentence, frame.start, single_states(frame)) or codes
    if gives["relation"] == "produces" and "rank" not in gives and codes and frame.context.members.isdisjoint(codes):
        codes = _placed(frame) or codes
    if frame.compiled.roles and frame.context.members.isdisjoint(codes):
        codes = _nearer(frame, gives, commodity) or codes
    free = gives.get("here") is True or "c" not in frame.slots
    if gives.get("here") and free and not frame.context.members.intersection(codes):
        named = (mention.ids for mention in frame.sentence.present("CJP"))
        codes = next((ids for ids in named if frame.context.members.issuperset(ids) and ids), codes)
        codes = _where_built(frame, gives, codes)
    if gives.get("members") and not (gives["relation"] == "imports" and _deals_with_region(frame, gives, codes)):
        return tuple(code for code in codes if code in frame.context.members)
    return of_region(frame, codes)


def _is_elsewhere(frame: Frame, codes: tuple[str, ...]) -> bool:
    """Whether the sentence names a route that runs through none of the states spoken of: what goes along it is not of
    them."""
    lands = frame.context.lines.lands
    ways = [lands[way] for mention in frame.sentence.present("R") for way in mention.ids if lands.get(way)]
    return bool(ways) and all(way.isdisjoint(codes) for way in ways)


def _of_speaker(frame: Frame, gives: dict[str, Any]) -> tuple[str, ...]:
    """The state spoken of, where a body or person of no known state only tells what is so there."""
    holder = frame.slots.get("c")
    speaks = holder is not None and not holder.ids and (holder.public or holder.kind == "H")
    return frame.context.countries if speaks and "countries" in gives.get("country", "c").split("|") else ()


def _of_works(frame: Frame) -> tuple[str, ...]:
    """Where a firm works of which nobody says whose it is, unless the sentence names another land."""
    holder = frame.slots.get("c")
    if holder is None or not is_firm(holder):
        return ()
    issued = frame.context.issuer is not None and frame.context.issuer.name == holder.name
    land = land_of_firm(holder, frame.context) or (frame.context.countries if issued else ())
    named = {code for mention in frame.sentence.present("CJP") for code in mention.ids}
    return land if len(land) == 1 and named.issubset(land) else ()


def _where_built(frame: Frame, gives: dict[str, Any], codes: tuple[str, ...]) -> tuple[str, ...]:
    """The state spoken of where firms from elsewhere build and no land but their own is named."""
    builder = frame.slots.get("c")
    if gives["here"] is not True or builder is None or builder.kind != "O" or codes != builder.ids:
        return codes
    named = {code for mention in frame.sentence.present("CJP") for code in mention.ids}
    return frame.context.countries if named.issubset(codes) else codes


def _placed(frame: Frame) -> tuple[str, ...]:
    """The state of the region where the clause says that it is done: what others mine there is its own."""
    tags = frame.sentence.tags
    end = _APART.search(tags, frame.end)
    found = _WHERE.search(tags, tags.rfind(";", 0, frame.start) + 1, end.start() if end is not None else len(tags))
    codes = frame.known_states(frame.sentence.mention(found[1] or found[2])) if found else ()
    return codes if single_states(frame).issuperset(codes) else ()


def single_states(frame: Frame) -> frozenset[str]:
    """The states of the region, one by one."""
    return frame.context.members.difference(frame.context.region)


def _nearer(frame: Frame, gives: dict[str, Any], commodity: Mention) -> tuple[str, ...]:
    """Whose what is sold is called ("shipments of J1 K2"), else the state spoken of where only others stand near."""
    owner = _OWNED.search(frame.sentence.tags, 0, max(0, frame.place(commodity)))
    if gives["relation"] == "exports" and owner is not None:
        return tuple(code for code in frame.sentence.mention(owner[1]).ids if code in frame.context.members)
    carried = "c" in frame.loose and "countries" in gives.get("country", "c").split("|")
    return frame.context.countries if carried else ()


def _is_other_side(frame: Frame, gives: dict[str, Any]) -> bool:
    """Whether the state that a loose rule took for the owner is where the goods go to, or come from."""
    if gives["relation"] == "imports" and "c" in frame.loose:
        at = frame.place(frame.slots["c"])
        if at >= 0 and _BY_LAND.match(frame.sentence.tags, at):  # "imports" near "J1 K2"
            return True
    lead = _AWAY.get(gives["relation"], "") if frame.compiled.rule.fallback and frame.compiled.roles else ""
    owner = frame.slots.get("c") if lead else None
    at = frame.place(owner) if owner is not None else -1
    return at > 0 and frame.sentence.tags[:at].endswith(lead)


def _deals_with_region(frame: Frame, gives: dict[str, Any], codes: tuple[str, ...]) -> bool:
    """Whether states elsewhere buy from the region."""
    elsewhere = frame.context.members.isdisjoint(codes)
    return elsewhere and not frame.context.members.isdisjoint(partners(frame, gives["relation"], None))


def of_region(frame: Frame, codes: tuple[str, ...]) -> tuple[str, ...]:
    """The states of the region among them, or all where none is."""
    return tuple(code for code in codes if code in frame.context.members) or codes
