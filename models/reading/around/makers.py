"""Makers: the firm whose figure it is, where it is not the country's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.reading.grammar.surroundings import first_actor, split
from models.records import Resource

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.reading.frames import Frame
    from models.reading.sentence.mentions import Mention
    from models.reading.sentence.tagging import Sentence

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


def has_name(mention: Mention) -> bool:
    """Whether it is more than a firm that is only told by its land and trade."""
    return mention.kind != "O" or not mention.is_nameless


def called(body: Mention, bodies: Iterable[Mention]) -> Mention:
    """The body, or for a firm without a name the named one of the same land before it ("O1 kept its place as O2")."""
    named = (item for item in bodies if item.kind == "O" and has_name(item) and not item.names)
    same = (item for item in named if item.ids == body.ids and item.start < body.start)
    return body if has_name(body) else next(same, body)


def maker(sentence: Sentence, known: Mention | None) -> Mention | None:
    """The firm whose figure the sentence told, else the body that acts and does not only speak.

    Where nobody acts it is the `known` one, if no land is named.
    """
    firms = {content.firm for content in sentence.told if isinstance(content, Resource) and content.firm}
    own = next((body for body in sentence.present("O") if body.name in firms), None) if firms else None
    if own is not None:
        return own
    actor = first_actor(sentence.tags, sentence.words["prepositions"])
    if actor is None or not actor[1]:
        return None if known and any(known.ids == land.ids for land in sentence.present("C")) else known
    tokens, at = split(sentence.tags)[0], actor[0]
    found = sentence.mention(tokens[at])
    if found.kind != "O":
        return None
    behind = tokens[at + 1 : at + 1 + _SOON]
    speaks = not sentence.words["reporting"].isdisjoint(behind) and "its" not in behind
    return None if speaks else found
