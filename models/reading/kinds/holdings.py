"""Holdings: who owns how much of a mine, plant, firm or line, with the shares of others told behind the first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from models.reading.around.periods import Year
from models.reading.grammar.tokens import words_of
from models.records import Quantity, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.reading.frames import Frame
    from models.reading.sentence.mentions import Mention

_OWNER, _FIRM = "[COLH]", "O"
# what may stand behind a share: "F1 of P2 venture", "F1 stake in the project"
_OF = (
    r"F\d+ (?:(?:of|in|at|stake|share|interest|it|them|the|this|that|joint|venture|project|mine|field|deposit|plant"
    r"|company|[A-Z]\d+) ){0,7}"
)
_EACH = re.compile(rf"{_OF}(?:each|apiece) ")
# and between it and the next owner
_REST = rf"(?:{_OWNER}\d+ (?:of C\d+ )?|{_OF}(?:each |apiece )?)(?:\) )?"
_JOIN = r"(?:[,;] |and |while |with |plus ){1,3}"
# an owner before a share: "O2 F3" or "O2 , O5 , holds F4"
_LEFT = (
    rf"({_OWNER}\d+) (?:, O\d+ , )?(?:of C\d+ )?(?:([a-z_]\S*) )?(?:(?:\(|a|an|the|its|other|remaining) ){{0,2}}(F\d+) "
)
# or behind it: "F3 by O4" or "F5 _to O6"
_RIGHT = rf"(?:the )?(?:(?:other|remaining) )?(F\d+) (?:(?:stake|share) )?(?:_to|by|of) ({_OWNER}\d+) "
_NEXT = re.compile(rf"{_REST}{_JOIN}(?:{_LEFT}|{_RIGHT})")
_OPENS = re.compile(r"(?:_?(?:in|by|since|as of) )?D\d+ ")
_OWN = "'s "

_FAR = 40
_SOLD = (
    r"(?<![^ ])(?:sell|sells|sold|selling|buy|buys|bought|buying|(?:acquir|purchas|transferr?|offload|divest)[a-z]*) "
)
_STAKES = frozenset(
    ["stake", "stakes", "shareholding", "shareholdings", "shares", "equity", "bonds", "holding", "holdings"]
)
_STAKE_SOLD = re.compile(rf"{_SOLD}(?:(?!from |_to |of )[^ ;,]+ ){{0,5}}?(?:{'|'.join(sorted(_STAKES))}) ")
_PART_SOLD = re.compile(
    rf"{_SOLD}(?:(?!from |_to |of )[^ ;,]+ ){{0,3}}?F\d+ of (?:(?!from |_to |in )[^ ;,]+ ){{0,4}}?"
    r"(?:ventures?|mines?|compan(?:y|ies)|firms?|plants?|fields?|miners?|producers?|deposits?|refiner(?:y|ies)) "
)


def holdings(frame: Frame, gives: dict[str, Any], when: Year) -> Iterator[Relation]:
    """What each owner has of what is owned: `gives` has the slots of the owner (`a`), of what is owned (`b`; else the
    site that the sentence speaks of) and of the share (`share`)."""
    owned, land = _owned(frame, gives)
    share = frame.slots.get(gives["share"])
    if not owned or share is None:
        return
    first = frame.slots.get(gives.get("a", "a"))
    told = when if _is_dated(frame, share) else Year()
    for owner, each in ((first, share), *_rows(frame, first, share)):
        codes = _codes(frame, owner, each) if owner is not None else land
        homes = frame.known_states(owner) if owner is not None and len(codes) == 1 else ()
        for code in codes:
            if code != owned and isinstance(each.value, Quantity):
                lands = tuple(dict.fromkeys((*land, *homes)))
                yield Relation(code, owned, gives["relation"], *told, each.value, lands)


def _is_dated(frame: Frame, share: Mention) -> bool:
    """Whether a date is the share's: behind it, or over the whole sentence; other things happen in a year, too."""
    return frame.following(share, "D") is not None or _OPENS.match(frame.sentence.tags) is not None


def _codes(frame: Frame, owner: Mention, share: Mention) -> tuple[str, ...]:
    """The owners by code or name; none of several who hold the share together, as nobody knows who has how much."""
    found = frame.known_states(owner) if owner.kind != _FIRM else owner.codes
    each = _EACH.match(frame.sentence.tags, max(0, frame.place(share)))
    return found if len(found) == 1 or each else ()


def _rows(frame: Frame, owner: Mention | None, share: Mention) -> Iterator[tuple[Mention, Mention]]:
    """The owners that follow with a share of their own, and it."""
    tags, sentence = frame.sentence.tags, frame.sentence
    at = max(frame.place(mention) for mention in (owner, share) if mention is not None)
    while at >= 0 and (match := _NEXT.match(tags, at)):
        one, verb, left, right, other = match.groups()
        if verb and verb not in sentence.words["owning"]:
            return
        yield sentence.mention(one or other), sentence.mention(left or right)
        at = match.start(3) if left else match.start(5)


def _owned(frame: Frame, gives: dict[str, Any]) -> tuple[str, tuple[str, ...]]:
    """What is owned, and in which countries it lies as far as that is known; empty for what is no venture."""
    owned = frame.slots.get(gives.get("b", "b"))
    if owned is None or _only_stands(frame, owned):
        site = frame.context.sites.spoken_of(frame.sentence)
        return site, _land_of(frame, site) if site else ()
    if frame.sentence.tags[frame.place(owned) :].partition(" ")[2].startswith(_OWN):
        return "", ()
    if owned.kind == "P":
        site = frame.context.sites.of(frame.sentence, owned)
        return (site, frame.known_states(owned)) if frame.context.sites.knows(owned) else ("", ())
    codes = owned.ids if owned.kind == "R" else owned.codes
    land = () if owned.kind == "R" else frame.known_states(owned)
    return (codes[0], land) if len(codes) == 1 and codes != land else ("", ())


def _land_of(frame: Frame, site: str) -> tuple[str, ...]:
    """Where a site lies: as its place is known, else the only state of the region that is named, else the one spoken
    of."""
    places = (place for place in frame.sentence.present("P") if place.place and place.place in site)
    if lands := next((frame.known_states(place) for place in places), ()):
        return lands
    named = {code for mention in frame.sentence.present("CJ") for code in mention.ids if code in frame.context.members}
    return tuple(named) if len(named) == 1 else frame.states("countries")


def _only_stands(frame: Frame, owned: Mention) -> bool:
    """Whether words such as "the venture" only stand for a firm named before."""
    start = owned.start - frame.sentence.start
    return start >= 0 and owned.name not in frame.sentence.text[start : start + owned.end - owned.start]


def is_holding_sold(frame: Frame) -> bool:
    """Whether what changes hands is a part of a firm, mine or field ("sold its F0 stake in K1"): that is no trade."""
    tags = frame.sentence.tags
    end = _FAR + frame.end
    if not _STAKES.isdisjoint(words_of(tags)) and _STAKE_SOLD.search(tags, frame.start, end):
        return True
    return " F" in tags and _PART_SOLD.search(tags, frame.start, end) is not None
