"""Makers: the firm whose figure it is, where it is not the country's own."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from models.reading.grammar.surroundings import first_actor, split
from models.records import Resource

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.reading.frames import Frame
    from models.reading.reference.context import Context
    from models.reading.sentence.mentions import Mention
    from models.reading.sentence.tagging import Sentence
    from models.records import Quantity

_QUOTED = re.compile(r"[\"“‘'](?:the )?([^\"“”‘’']+)[\"”’']")
_VENTURE = re.compile(
    r"(?:venture|subsidiary|unit|arm|affiliate|partnership|consortium) (?:[a-z_-]+ ){0,4}?(?:of|between|by) "
    r"(?:[^ ;,]+ )*$"
)
_HEADED = re.compile(r"K\d+ : ")  # "K0 : generation Q1": the figures of another thing
_SOON = 3  # words behind an actor among which stands that he only speaks


def firm_of(frame: Frame, holder: Mention | None, country: str) -> str:
    """The firm whose figure the frame tells: its holder, else who acted in the sentences before, or the issuer.

    A sentence that names the country, another body or all of a country tells no figure of the firm named before, and
    a verb has a subject of its own. In a firm's own release all is its own that is nobody else's.
    """
    if holder is not None and is_firm(holder):
        own = country in land_of_firm(holder, frame.context) or frame.compiled.rule.gives["relation"] == "produces"
        return holder.name if own or holder == frame.context.issuer else ""
    maker, sentence, context = frame.context.maker, frame.sentence, frame.context
    if maker is None or not is_firm(maker) or country not in land_of_firm(maker, context) or not _is_of_nouns(frame):
        maker = context.issuer if holder is None or holder.kind not in "CJ" else None
    if maker is None or (maker != context.issuer and _HEADED.match(sentence.tags)):
        return ""
    named = sentence.present("CJLPO")
    if any(country in mention.ids or mention.kind == "O" for mention in named if mention.name != maker.name):
        return ""
    return "" if any(word.strip("[]") in sentence.text for word in sentence.words["site_whole"]) else maker.name


def _is_of_nouns(frame: Frame) -> bool:
    """Whether the figure is that of a noun such as "output", which needs nobody else to act."""
    return not frame.sentence.words["outputs"].isdisjoint(frame.found[0].split())


def is_firm(mention: Mention | None) -> bool:
    """Whether it is a single firm with a name."""
    if mention is None or mention.kind != "O" or mention.public or mention.is_nameless:
        return False
    return len(mention.ids) <= 1 and not mention.names


def land_of_firm(firm: Mention, context: Context) -> tuple[str, ...]:
    """Where a firm is at home, or where it works of which nobody says whose it is."""
    return firm.ids or context.works.get(firm.name, ())


def note_works(sentence: Sentence, context: Context) -> None:
    """Note where a firm without a known land works ("O1, which runs a mine in C2"), and who issues a release.

    A release says what its firm is called in it: O1 ("the Company").
    """
    bodies = list(filter(is_firm, sentence.present("O")))
    if not bodies:
        return
    named = _itself(sentence.words["itself"]).search(sentence.text) if "(" in sentence.text else None
    if context.issuer is None and named is not None:
        before = [body for body in bodies if body.start - sentence.start < named.start()]
        context.issuer = next((body for body in before if body.ids), before[0] if before else None)
        if context.issuer is not None:
            context.short |= dict.fromkeys(_QUOTED.findall(named[0]), context.issuer)
    lands = {mention.ids for mention in sentence.present("CJP") if mention.ids}
    if len(lands) != 1 or len(land := lands.pop()) != 1 or not context.members.issuperset(land):
        return
    if not sentence.words["works"].isdisjoint(sentence.text.lower().replace(",", " ").split()):
        context.works.setdefault(bodies[0].name, land)


@lru_cache
def _itself(words: frozenset[str]) -> re.Pattern[str]:
    """What a firm says to call itself in the text ('("NAME" or the "Company")')."""
    return re.compile(rf"\([^()]*[\"“”'‘](?:the )?(?:{'|'.join(sorted(words))})[\"“”'’][^()]*\)", re.IGNORECASE)


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


def is_nobodys(frame: Frame, holder: Mention | None, country: str, quantity: Quantity | None) -> bool:
    """Whether goods are told neither of the country nor of a firm that is known to be at home or at work there."""
    return _is_part_owner(frame, holder) or _is_of_unknown(frame, country, quantity)


def _is_of_unknown(frame: Frame, country: str, quantity: Quantity | None) -> bool:
    """Whether a figure is that of a firm whose land is not known here, as of who calls itself "the Company"."""
    firm, context = frame.context.maker, frame.context
    if firm is None or quantity is None or firm == context.issuer or land_of_firm(firm, context):
        return False
    if frame.sentence.words["in_business"].isdisjoint(firm.name.lower().split()) or firm.name.isupper():
        return False  # a bank or an agency that acted makes nothing
    return not any(country in mention.ids for mention in frame.sentence.present("CJLPO"))


def _is_part_owner(frame: Frame, holder: Mention | None) -> bool:
    """Whether the holder is only told as one of those who own the venture that acts ("a venture of O1 and O2 ,")."""
    if holder is None or holder.kind not in "CO":
        return False
    return _VENTURE.search(frame.sentence.tags, 0, max(0, frame.place(holder))) is not None
