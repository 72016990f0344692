"""Newcomers: ways that a sentence brings up beside the route that it names, and where these lead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from models.reading.frames import Frame

# "and proposed a R1 from", "and _will study a new railway linking": a thing that is new to the text
_A_WAY = re.compile(
    r"(?<![^ ])(?:and|while|but|;|_also) (?:(?!R\d)[^ ;]+ ){0,9}?(?:a|an|another) "
    r"(?:Q\d+ |[a-z-]+ ){0,3}?(R\d+|(?:[a-z-]+ )?[a-z]+) (?=from |between |[a-z]+ing |which |that |_to |through |via )"
)


def brings_up_another(frame: Frame, gives: dict[str, Any]) -> bool:
    """Whether another way is brought up between the route and where it is said to lead: "backed R0 and _will study a
    railway from P1 _to P2"."""
    route = frame.mention(gives.get("route", "r")) if "named" not in gives else None
    at = frame.place(route) if route is not None else -1
    ends = [frame.place(mention) for name, mention in frame.slots.items() if name != "r"]
    if at < 0 or max(ends, default=-1) < at:
        return False
    nouns = frame.context.lines.nouns
    for found in _A_WAY.finditer(frame.sentence.tags, at, max(ends)):
        if found[1][:1] == "R" or not nouns.keys().isdisjoint(found[1].split()):
            return True
    return False
