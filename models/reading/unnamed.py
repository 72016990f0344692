"""Unnamed: what a claim is told of that its own sentence does not name, neither by name nor by a word that stands for
it: the engine took it from the sentences around."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from models.reading.grammar.tokens import words_of
from models.reading.reference.unsaid import NOWHERE, is_unsaid
from models.records import Commitment, Event, Profile, Relation, Resource, RouteFact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.reading.frames import Frame
    from models.records import Content

_NAMED, _LEAD = "named", "lead"


def is_carried(frame: Frame, content: Content) -> bool:
    """Whether a state, the route or the goods of the content stand in no words of the frame's sentence."""
    told = {*frame.context.states.intersection(_parties(content, frame)), *_things(frame, content)}
    for mention in frame.sentence.mentions:
        if mention.ids and mention.start != NOWHERE:
            told.difference_update(mention.ids)
    return bool(told) and not told.issubset(_named(frame, content))


def _parties(content: Content, frame: Frame) -> tuple[str, ...]:
    """The states that the content is of, with firms among them; of a figure of a site, a firm or the like its own land
    is known by that, if the sentence names the firm."""
    match content:
        case Resource():
            known = content.site or (
                content.firm and any(content.firm == item.name for item in frame.sentence.mentions)
            )
            own = () if known else (content.country,)
            return (*own, *content.partner)
        case Profile():
            return () if content.of else (content.country,)
        case Commitment():
            return (*content.by, *content.to)
        case Event():
            return (*content.actor, *content.target)
        case Relation():
            return (content.a, content.b)
        case _:
            return ()


def _things(frame: Frame, content: Content) -> Iterator[str]:
    """The route of the content, and its goods where these are the ones that the article speaks of."""
    if _NAMED in frame.compiled.rule.gives:
        return
    if isinstance(content, RouteFact):
        yield content.route
    elif isinstance(content, Resource) and is_unsaid(frame):
        yield content.resource


def _named(frame: Frame, content: Content) -> set[str]:
    """What the words of the sentence stand for: names, pronouns, and phrases such as "the corridor"; who speaks of
    himself in an interview names his land, and "its output" that of the state spoken of; the region stands for its
    states. Of what is done or promised at a meeting that the article tells of, its parties are clear."""
    context, sentence = frame.context, frame.sentence
    mentions = (mention for mention in sentence.mentions if mention.start != NOWHERE)
    told = set(chain.from_iterable(mention.ids for mention in mentions))
    if context.turn is not None:
        told.update(context.turn.ids or context.homes.get(context.turn.name, ()))
    if len(context.countries) == 1 and not sentence.words["of_land"].isdisjoint(words_of(sentence.tags)):
        told.update(context.countries)
    of_parties = context.met or _LEAD in str(frame.compiled.rule.gives.get("by", "")).split("|")
    if of_parties and isinstance(content, Commitment | Event):
        told.update((*context.parties, *context.guests))
    if not told.isdisjoint(context.region):
        told |= context.members
    return told
