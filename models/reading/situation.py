"""Situation: who the article's parties are and which route it speaks of, as its own sentences tell so far."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.reading.mentions import Mention
from models.records import Content, Event, Quote, RouteFact

if TYPE_CHECKING:
    from models.reading.referents import Context
    from models.reading.tagging import Sentence

_PARTY = re.compile(r"[CLHJV]\d+")
_TALKS = frozenset({"CONSULT", "AGREE"})


def settle(sentence: Sentence, context: Context) -> None:
    """Take the states of the first sentence that names the region and others as the parties, for want of better."""
    if context.parties:
        return
    codes: dict[str, None] = {}
    for tag in _PARTY.findall(sentence.tags):
        codes.update(dict.fromkeys(sentence.mention(tag).ids))
    if len(codes) > 1 and context.members.intersection(codes):
        context.parties = tuple(codes)


def learn(content: Content, context: Context, *, sure: bool = True) -> None:
    """The first sure meeting or agreement tells the parties; a route that is spoken of is the one meant from here on.

    Who is given words is whom "he" or "it" stands for in the next sentence.
    """
    if isinstance(content, Quote):
        context.spoke = content.speaker
    elif isinstance(content, RouteFact):
        context.route = Mention("R", 0, 0, content.route, (content.route,))
    elif isinstance(content, Event) and sure and content.plover in _TALKS and not context.met:
        parties = tuple(dict.fromkeys((*content.actor, *content.target)))
        if len(parties) > 1 and context.members.intersection(parties):
            context.parties, context.met = parties, True
