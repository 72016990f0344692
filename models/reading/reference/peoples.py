"""Peoples: "the Japanese" act for their state, and a relative word gives an office to its state."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from models.reading.sentence.mentions import Mention
    from models.reading.sentence.tagging import Sentence

# a people is meant where a verb or a remark follows and no noun ("J1 , bless them , _have promised")
_PEOPLES = re.compile(r"(J\d+) (?=, |_|([a-z]+) )")
_ENDS = ("ese", "ench", "tch", "iss", "itish", "nish", "lish", "rish")
_ARTICLE, _PEOPLE = "the", "J"
_WHOSE = "whose "
_WHOSE_OFFICE = re.compile(r"([CL]\d+) (?:, )?whose (?:[a-z-]+ ){0,3}?(W\d+) ")


def name_peoples(sentence: Sentence, finite: frozenset[str]) -> None:
    """Put the state for every people that acts ("the Japanese"), told by the finite verb or remark behind it."""
    if _PEOPLE not in sentence.tags:
        return

    def named(match: re.Match[str]) -> str:
        mention = sentence.mention(match[1])
        acts = not match[2] or match[2] in finite
        if not acts or not mention.name.endswith(_ENDS) or lead_of(sentence, mention) != _ARTICLE:
            return match[0]
        return sentence.add(replace(mention, kind="C"))

    sentence.tags = _PEOPLES.sub(named, sentence.tags)


def give_offices(sentence: Sentence) -> None:
    """Tell the state of an office that a relative word gives to it ("C1 , whose energy minister")."""
    for match in _WHOSE_OFFICE.finditer(sentence.tags) if _WHOSE in sentence.tags else ():
        office = sentence.mention(match[2])
        if not office.ids:
            sentence.mentions[int(match[2][1:])] = replace(office, ids=sentence.mention(match[1]).ids)


def lead_of(sentence: Sentence, mention: Mention) -> str:
    """The word before a mention in the text."""
    return "".join(sentence.text[: max(0, mention.start - sentence.start)].lower().split()[-1:])
