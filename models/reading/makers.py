"""Makers: the firm whose figure it is, where it is not the country's own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.reading.surroundings import split

if TYPE_CHECKING:
    from models.reading.frames import Frame
    from models.reading.mentions import Mention
    from models.reading.tagging import Sentence

_ACTOR = re.compile("[CHLOR]")
_SOON = 3  # words behind an actor among which stands that he only speaks


def firm_of(frame: Frame, holder: Mention | None, country: str) -> str:
    """The firm of that country whose figure the frame tells: its holder, else who acted in the sentences before.

    A sentence that names the country, another body or all of a country tells no figure of the firm named before, and
    a verb has a subject of its own.
    """
    if is_firm(holder, country):
        return holder.name if holder is not None else ""
    maker, sentence = frame.context.maker, frame.sentence
    if maker is None or not is_firm(maker, country) or not _is_of_nouns(frame):
        return ""
    named = sentence.present("CJLPO")
    if any(country in mention.ids or mention.kind == "O" for mention in named if mention.name != maker.name):
        return ""
    return "" if any(word.strip("[]") in sentence.text for word in sentence.words["site_whole"]) else maker.name


def _is_of_nouns(frame: Frame) -> bool:
    """Whether the figure is that of a noun such as "output", which needs nobody else to act."""
    return not frame.sentence.words["outputs"].isdisjoint(frame.found[0].split())


def is_firm(mention: Mention | None, country: str) -> bool:
    """Whether it is a firm with a name, of this country and no other."""
    if mention is None or mention.kind != "O" or mention.public or mention.is_nameless:
        return False
    return mention.ids == (country,) and not mention.names


def maker(sentence: Sentence, known: Mention | None) -> Mention | None:
    """The body that acts in the sentence and does not only speak; else the `known`, if no land is named."""
    tokens, kinds = split(sentence.tags)
    prepositions = sentence.words["prepositions"]
    acts = (found.start() for found in _ACTOR.finditer(kinds))
    at = next((at for at in acts if not at or tokens[at - 1] not in prepositions), None)
    if at is None:
        return None if known and any(known.ids == land.ids for land in sentence.present("C")) else known
    behind = tokens[at + 1 : at + 1 + _SOON]
    speaks = not sentence.words["reporting"].isdisjoint(behind) and "its" not in behind
    found = sentence.mention(tokens[at])
    return found if found.kind == "O" and not speaks else None
