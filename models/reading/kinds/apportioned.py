"""Apportioned: who else gives or gets money in a list, each with a sum of his own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.reading.frames import Frame
    from models.reading.sentence.mentions import Mention

Sides = tuple[tuple[str, ...], tuple[str, ...]]
"""Who gives and who gets."""

# "M0 for C1 , O2 M3 and O4 M5"
_PARTY_FIRST = re.compile(
    r"M\d+ (?:\) )?(?:(?:_to|for) (?:[^ ;,M]+ ){1,4}?)?(?:, |and |while )+([CO]\d+) (?:with |another |\( )?(M\d+) "
)
# "M0 for C1 , M2 for C3 and M4 for C5"
_SUM_FIRST = re.compile(
    r"(M\d+) (?:[^ ;,M]+ ){0,4}?(?:_to|for|in) ([CJ]\d+) (?:(?:[^ ;,M]+ ){0,2}?(?:, |and |while )+(?=(M\d+ ))|)"
)

# "M0 , M1 and M2 _to C3 respectively"
_IN_TURN = re.compile(r"((?:M\d+ (?:, |and |, and )+)+M\d+ )(?:[^ ;.M]+ ){0,9}?respectively ")
_SUM = re.compile(r"M\d+")
_RESPECTIVELY = "respectively "

_PAID_TO = re.compile(
    r"M\d+ (?:(?!_to |for |in )[^ ,;]+ ){0,4}?_to ([ON]\d+) (?=[.,;)]|for |_over |in |_to |and |at |from |with |under )"
)


def apportioned(frame: Frame, money: Mention, sides: Sides) -> tuple[tuple[str, ...], list[tuple[Sides, Mention]]]:
    """Who gets the first sum of a list, and for each further sum who gives it, who gets it, and the sum."""
    by, to = sides
    if shares := list(_shares(frame, money)):
        return shares[0][0].codes, [((by, party.codes), amount) for party, amount in shares[1:]]
    rows = list(_rows(frame, money))
    own = {code for party, _ in rows for code in party.ids}
    first = tuple(code for code in to if code not in own) or to
    found = []
    for party, amount in rows:
        given = _is_given(frame, money, party, by)
        givers, getters = (by, party.codes) if given else ((*party.codes, *frame.known_states(party)), first)
        found.append(((tuple(dict.fromkeys(givers)), getters), amount))
    return first, found


def _rows(frame: Frame, money: Mention) -> Iterator[tuple[Mention, Mention]]:
    """Others with a sum of their own that share the verb ("C1 promised M2 , C3 M4 and O5 M6")."""
    tags, at = frame.sentence.tags, frame.place(money)
    while at >= 0 and (match := _PARTY_FIRST.match(tags, at)):
        yield frame.sentence.mention(match[1]), frame.sentence.mention(match[2])
        at = match.start(2)


def _shares(frame: Frame, money: Mention) -> Iterator[tuple[Mention, Mention]]:
    """Who gets which sum where each stands behind his own; nothing where there is but one."""
    tags, at = frame.sentence.tags, frame.place(money)
    match = _SUM_FIRST.match(tags, at) if at >= 0 else None
    if match is None or not match[3] or _SUM_FIRST.match(tags, match.start(3)) is None:
        return
    while match:
        yield frame.sentence.mention(match[2]), frame.sentence.mention(match[1])
        match = _SUM_FIRST.match(tags, match.start(3)) if match[3] else None


def in_turn(frame: Frame, amount: Mention, parties: tuple[str, ...]) -> tuple[str, ...]:
    """Whose the sum is where as many parties as sums are told of "respectively"; empty where they are not."""
    found = _IN_TURN.search(frame.sentence.tags) if _RESPECTIVELY in frame.sentence.tags else None
    sums = [frame.sentence.mention(tag) for tag in _SUM.findall(found[1])] if found else []
    at = next((number for number, item in enumerate(sums) if item is amount), -1)
    return parties[at : at + 1] if at >= 0 and len(sums) == len(parties) else ()


def _is_given(frame: Frame, money: Mention, party: Mention, by: tuple[str, ...]) -> bool:
    """Whether a party of a list gets money: one of the region from a giver beyond it, and no firm.

    Where the giver is of the region, the receiver of the first sum stands right before it ("lent C1 M2 , C3 M4").
    """
    members = frame.context.members
    if party.kind == "O" or members.isdisjoint(by):
        return party.kind != "O" and members.issuperset(party.ids)
    return frame.sentence.tags[: max(0, frame.place(money))].rstrip().rpartition(" ")[2][:1] in ("C", "J")


def firm_paid(frame: Frame, by: tuple[str, ...]) -> tuple[str, ...]:
    """The firm to whom a sum goes by the words behind it ("lends M0 _to O1 for a mill in C2"), and in which state."""
    found = _PAID_TO.search(frame.sentence.tags, frame.start)
    mention = frame.sentence.mention(found[1]) if found else None
    if mention is None or not set(mention.codes or (mention.name,)).isdisjoint(by):
        return ()
    named = [code for other in frame.sentence.present("CJLP") for code in other.ids if code in frame.context.members]
    states = frame.known_states(mention) or tuple(named) or frame.context.countries
    return tuple(dict.fromkeys((*(mention.codes or (mention.name,)), *(code for code in states if code not in by))))
