"""Telling words: which of what one does with goods the words around a figure tell ("mined", "shipments", "reserves").

Several rules may reach for one figure over a clause; the word nearest to it says what it is of.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.reading.sentence.tagging import Sentence

# what one buys the other sells: which side a figure is of rules tell by more than a word
_LISTS: Mapping[str, str] = {
    "produces": "tells_produced",
    "exports": "tells_traded",
    "imports": "tells_traded",
    "reserves": "tells_held",
}
_ELSE = "tells_else"  # what is burnt, wanted or lost is neither made nor sold
_OTHER_SIDE: Mapping[str, str] = {"exports": "tells_inward", "imports": "tells_outward"}
_DONE = re.compile(
    r"[QFM]\d+ (?:of (?:[^ ;]+ ){0,3}?K\d+ )?(?:[^ ;,]+ ){0,3}?_(?:is|are|was|were|be|been|being) (?:_\S+ )*([a-z]+) "
)
_END, _CLAUSE = ";", " ; "


def tells_another(sentence: Sentence, start: int, at: int, relation: str) -> bool:
    """Whether the words from a place in the tags up to the figure at another tell that it is not of the relation.

    What was done to the figure ("K0 mined there , Q1 _was exported") tells more than what stands before it.
    """
    if relation not in _LISTS or at < 0:
        return False
    words = sentence.words
    lists = {*_LISTS.values(), _ELSE}
    own = words[_LISTS[relation]]
    done = _DONE.match(sentence.tags, at)
    if done is not None and any(done[1] in words[name] for name in lists):
        return done[1] not in own
    before = ""
    begin = start if start < at else sentence.tags.rfind(_CLAUSE, 0, at) + 1  # a match may begin with its figure
    for token in reversed(sentence.tags[begin:at].split()):
        if before:
            return before not in own or token in words.get(_OTHER_SIDE.get(relation, ""), ())
        if token == _END:
            return False
        if any(token in words[name] for name in lists):
            before = token
    return bool(before) and before not in own
