"""Senders: whose goods a figure is of that goes by a route, which others may use, too.

"Exports rose to Q0, of which Q1 went through R2" is told of the goods of one state: it is no figure of the whole route.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from models.reading.kinds.shares import SET_AGAINST
from models.records import Quantity, Resource

if TYPE_CHECKING:
    from models.reading.frames import Frame
    from models.reading.sentence.mentions import Mention
    from models.reading.sentence.tagging import Sentence
    from models.records import RouteFact

SENDER = re.compile(r"([CO]\d+) (?:_?[a-z]+ly )?$")
"""Who stands right before a match."""

_FROM = re.compile(r"Q\d+ (?:of (?:_?\S+ ){1,3}?)?from ([PTC]\d+) (?!_to |_?into |and |, )")
_SHARE = r"F\d+ of (?:the )?((?:[a-z]+ )?(?:[CHO]\d+ 's |[A-Z]\d+ ){{0,2}}(?:{nouns})(?: of [CO]\d+)?) "
_SENT = re.compile(r"(?:_\S+ )*[a-z]+ (?:_?[a-z]+ ){0,4}?$")
_TAG = re.compile(r"[A-Z]\d+")
_CLAUSE = re.compile(r" (?:;|while|whereas) ")
_GOODS = r"(?:(?:K\d+|total|overall|own|raw|annual) ){0,3}"
# "Q1 of J2 K3 went through R4"
_OF_LAND = re.compile(rf"Q\d+ of ([CJ]\d+) (?:'s )?{_GOODS}(?:[a-z]+ )?(?!and )")
# "C0 exported Q1 of K2 , of which Q3 went through R4"
_SELLER = re.compile(
    r"(?:^|[;,] )([CJ]\d+) (?:_?[a-z]+ly )?(?:_\S+ )*"
    r"(?:exports?|exported|ships?|shipped|sends?|sent|sells?|sold|suppl(?:y|ies|ied)) "
    r"(?:_?[a-z]+ ){0,3}Q\d+ (?:(?!and |or |but |_to |from )[^ ;CJHL]+ ){0,8}$"
)
_LEAD = "from "
_TRADED = frozenset({"exports"})
_MADE = frozenset({"exports", "produces"})


def start(frame: Frame, figure: Mention) -> str | None:
    """Where goods come from that are only a part of what a route takes: a port or a land."""
    found = _FROM.match(frame.sentence.tags, max(0, frame.place(figure)))
    return f"{_LEAD}{frame.sentence.mention(found[1]).name}" if found is not None else None


def whole(frame: Frame, figure: Mention) -> str | None:
    """What a share is of, where the sentence tells it in a few words ("four fifths of the Kazakh oil exports")."""
    nouns = "|".join(sorted(frame.sentence.words["shared_out"]))
    found = re.compile(_SHARE.format(nouns=nouns)).match(frame.sentence.tags, max(0, frame.place(figure)))
    if found is None:
        return None
    words = (frame.sentence.mention(word).name if _TAG.fullmatch(word) else word for word in found[1].split())
    return " ".join(words).replace(" 's", "'s")


def sent_by(frame: Frame, figure: Mention) -> str | None:
    """Who sends the figure through the route: whoever the match or the goods are told of, or one state of whose goods
    the sentence goes on to tell."""
    return _subject(frame, figure) or _land(frame, figure)


def from_same(told: RouteFact, figure: Quantity) -> Quantity:
    """The figure with who sends it, as the one that it is set against is told with."""
    known = told.object.of or "" if isinstance(told.object, Quantity) else ""
    sender = next((part for part in known.split(", ") if part.startswith(_LEAD)), "")
    return replace(figure, of=", ".join(filter(None, (sender, figure.of)))) if sender else figure


def _subject(frame: Frame, figure: Mention) -> str | None:
    """Who sends the figure, where the match begins with that."""
    tags, at = frame.sentence.tags, frame.place(figure)
    sender = SENDER.search(tags, 0, frame.start)
    if sender is None or at < frame.start or not _SENT.fullmatch(tags, frame.start, at):
        return None
    mention = frame.sentence.mention(sender[1])
    named = mention.name not in frame.context.states and (len(mention.ids) == 1 or mention.kind == "O")
    return f"{_LEAD}{mention.name}" if named else None


def _land(frame: Frame, figure: Mention) -> str | None:
    """The state whose goods they are, if it is one that the catalog has a name for."""
    lands = _told(frame, figure)
    name = frame.context.called.get(lands[0]) if len(lands) == 1 else None
    return f"{_LEAD}{name}" if name is not None else None


def _told(frame: Frame, figure: Mention) -> tuple[str, ...]:
    """The states whose goods the figure is of, by the words beside it, what is sold in its clause, or by what the
    sentence before tells of."""
    sentence, at = frame.sentence, max(0, frame.place(figure))
    tags, words = sentence.tags, sentence.words
    if (against := SET_AGAINST.search(tags, 0, at)) is not None:
        at = against.start()
    begin = max((found.end() for found in _CLAUSE.finditer(tags, 0, at)), default=0)
    own, of, bare = _traded(words["sent_out"])
    found = (
        _OF_LAND.match(tags, at)
        or own.search(tags, begin, at)
        or of.search(tags, begin, at)
        or _SELLER.search(tags, begin, at)
    )
    if found is not None:
        return sentence.mention(found[1]).ids
    head = bare.match(tags, begin, at)
    return _of_sentence_before(frame, _MADE if head[1] in _TRADED else _TRADED) if head is not None else ()


def _of_sentence_before(frame: Frame, relations: frozenset[str]) -> tuple[str, ...]:
    """The states of which the sentence before tells what they make or sell."""
    voices = frame.context.voices
    before: list[Sentence] = voices.here[-1:] or voices.before[-1:]
    told = before[0].told if before else []
    return tuple({item.country for item in told if isinstance(item, Resource) and item.relation in relations})


@cache
def _traded(nouns: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Whose what is sent is: "J0 K1 exports", "shipments of J0 K1", "shipments ... from C0"; and what is nobody's."""
    words = "|".join(sorted(nouns))
    own = rf"([CJ]\d+) (?:'s )?{_GOODS}(?:{words}) (?!from |_to |and )"
    way = r"(?:(?:through|via|by|along|over) R\d+ )?"
    of = rf"(?<![^ ])(?:{words}) (?:of {_GOODS}(?:from )?|{way}from )([CJ]\d+) (?!and )"
    bare = rf"(?:D\d+ (?:, )?)?(?:(?:the|its|their) )?{_GOODS}({words}) (?!from )(?:[^ ;CJHLOP]\S* )*$"
    return re.compile(own), re.compile(of), re.compile(bare)
