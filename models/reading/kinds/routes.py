"""Routes: what a frame says of a route - where it leads, what it carries or costs, or whom it passes by."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from models.dates import months
from models.reading.around.periods import Year, of_part, year_in, year_of
from models.reading.factuality.judging import REAL
from models.reading.kinds.carried import of_time
from models.reading.kinds.newcomers import brings_up_another
from models.reading.kinds.partly import part_by
from models.reading.kinds.senders import SENDER, from_same, sent_by, start, whole
from models.reading.kinds.years import dated, is_older, year, year_beside, year_untold
from models.records import Content, Money, Quantity, RouteFact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.reading.frames import Frame
    from models.reading.sentence.mentions import Mention

_FIGURE = re.compile(r"[QM]\d+")  # "rose F0 in D1 _to Q2": the growth is of the same year
_RIVAL = re.compile(
    r"(?<![^ ])(?:unlike|than|instead of|compared (?:with|_to)|rather than|as against"
    r"|(?:rivals?|alternatives?|competitors?|competition|challengers?|threat|answer) (?:_to|of|for)"
    r"|(?:competes?|competing|competed) with) (?:[^ ;,]+ ){0,3}$"
)

# a figure of another year, and its date: "up from 1.3 million tons in 2025", "against 141 in the same months of 2024"
_EARLIER = re.compile(
    r"(?<![^ ])(?P<lead>from|against|versus|after|compared (?:with|_to)|comparison with) "
    r"(?:_?(?:the|a|an|mere|about|around|nearly|almost|just|over|under|some|roughly|only|more|less|than) )*"
    r"(?P<figure>[QB]\d+) (?:(?:in|of|over|during|for|the|same|corresponding|whole|months|period) )*(?P<date>D\d+) "
)
_SAME = re.compile(r" (?:same|corresponding|period) ")
_ANY_FIGURE = re.compile(r"[QM]\d+(?= )")
_TIME = "transit_time"
_CARRIED = "carried"
_SHARED_UNIT = "percent"
_FIRM = "O"
_FLOWS = ("carried", "target")
_MOST = 30.0  # times that what a route carries may have grown or shrunk from one year to another
_PLACE = re.compile(r"[PT]\d+")
_LEADS = ("connects", "crosses", "bypasses")
_AND_DOES = re.compile(r" and (?:_\S+ )*([a-z]+)(?<!ing) ")
_THAT = re.compile(r"(R\d+) (?:, )?(?:\1|which|that) ")
_STRETCH = re.compile(
    r"(?<![^ ])(?:from|between) ([PCTG]\d+) (?:[^ ;,QM]+ ){0,6}?"
    r"(?:_to|and|till|until|reach(?:ed|es)?|arrive[sd]? (?:in|at)) ([PCTG]\d+) "
)
_OWN_SHARE = re.compile(r" of (?:its|their|our) ")
# what a way leads through is told on and on: "through C0 , _over P1 and on via C2"
_ON = re.compile(
    r"[CPTG]\d+ (?:, )?(?:and )?(?:(?:_?then|on|onwards?|_?further|finally) )?"
    r"(?:through|across|via|_?over|by way of|along) (?:the )?([CPTG]\d+) (?!'s )"
)
_CROSSES, _AVOIDS = "crosses", "bypasses"
_AIM = "_to "  # "_will make it possible _to carry Q1"


def routes(frame: Frame, gives: dict[str, Any]) -> Iterator[Content]:
    """The fact about each route that the frame names."""
    named = [frame.words(gives["named"])] if "named" in gives else _ids(_route(frame, gives))
    if "figure" in gives:
        objects: tuple[str, ...] | Quantity | None = _figure(frame, gives)
    else:
        objects = frame.codes(gives["object"]) + tuple(gives.get("plus", ()))
        objects += _onward(frame, gives) if objects and gives["predicate"] == _CROSSES else ()
    if not objects or _is_compared_with(frame, gives) or _is_of_another_verb(frame, gives):
        return
    if gives["predicate"] in _LEADS and brings_up_another(frame, gives):
        return
    if gives.get("denied") and frame.quality.affirmed:
        return
    when = _when(frame, gives) if "figure" in gives or "year" in gives else Year()
    if when is None:
        return
    part = _named_section(frame) if gives["predicate"] in _LEADS else ""
    for route in named:
        yield RouteFact(route, _predicate(frame, gives), objects, when.number, when.inferred, part)
        if isinstance(objects, Quantity) and gives["predicate"] in _FLOWS:
            yield from _earlier(frame, gives, RouteFact(route, _CARRIED, objects, when.number))


def _earlier(frame: Frame, gives: dict[str, Any], told: RouteFact) -> Iterator[RouteFact]:
    """What the route carried in another year that the sentence states, where the figure is set against that one."""
    own, tags = _at(frame, gives), frame.sentence.tags
    for found in _EARLIER.finditer(tags, max(0, tags.rfind(" ; ", 0, max(0, own)))):
        date = frame.sentence.mention(found["date"])
        when, figure = year_of(date), _alike(frame.sentence.mention(found["figure"]), told)
        other = when.number not in (None, told.year) and not when.inferred
        if figure is not None and other and _faces(tags, own, found):
            part = of_part(frame, date, figure)
            same = told.object if _SAME.search(found[0]) else None  # "in the same months of 2024"
            figure = replace(figure, of=same.of) if isinstance(same, Quantity) and same.of else from_same(told, part)
            yield RouteFact(told.route, _CARRIED, figure, when.number)


def _onward(frame: Frame, gives: dict[str, Any]) -> tuple[str, ...]:
    """What else the route leads through, as far as one phrase follows another."""
    first = frame.mention(gives["object"])
    at = frame.place(first) if first is not None else -1
    found: list[str] = []
    while at >= 0 and (match := _ON.match(frame.sentence.tags, at)):
        mention = frame.sentence.mention(match[1])
        found += mention.ids or (mention.place or mention.name,)
        at = match.start(1)
    return tuple(dict.fromkeys(found))


def _at(frame: Frame, gives: dict[str, Any]) -> int:
    """Where the figure stands in the tagged text, or -1."""
    figure = frame.mention(gives["figure"])
    return frame.place(figure) if figure is not None else -1


def _alike(mention: Mention, told: RouteFact) -> Quantity | None:
    """The figure where it is of the unit of the one told, or a bare number, and not too far from it."""
    value, known = mention.value, told.object
    if isinstance(value, float) and isinstance(known, Quantity):
        value = Quantity(value, known.unit)
    if not isinstance(value, Quantity) or not isinstance(known, Quantity) or value.unit != known.unit:
        return None
    one, other = (figure[0] if isinstance(figure, tuple) else figure for figure in (value.value, known.value))
    return value if min(one, other) > 0 and max(one, other) / min(one, other) <= _MOST else None


def _faces(tags: str, own: int, found: re.Match[str]) -> bool:
    """Whether nothing else is counted between a figure and the one it is set against, and no other clause begins."""
    start, end = sorted((own, found.start("figure")))
    between = tags[start + 1 : end]
    grown = own > end - 1 and found["lead"] == "from" and "_to " in between
    return own >= 0 and " ; " not in between and not _ANY_FIGURE.search(between) and (own == start or grown)


def _route(frame: Frame, gives: dict[str, Any]) -> Mention | None:
    """The route of the frame; one that is only spoken of must lead where time between places is told, and not lead
    through what is bypassed.
    """
    route = frame.mention(gives.get("route", "r"))
    context = frame.context
    if route is None or (route is not context.route and route is not context.line):
        return route
    if gives["predicate"] == _AVOIDS:
        return context.lines.avoiding(route, frame.codes(gives["object"]))
    if gives["predicate"] != _TIME:
        return route
    tags = _PLACE.findall(frame.sentence.tags, frame.start, frame.end)
    lands = frozenset(code for tag in tags for code in frame.sentence.mention(tag).ids)
    return context.lines.leading(route, lands) if lands else route


def _is_compared_with(frame: Frame, gives: dict[str, Any]) -> bool:
    """Whether the route is only what another one is compared with ("unlike R1", "shorter than over R1")."""
    route = frame.mention(gives.get("route", "r")) if "named" not in gives else None
    at = frame.place(route) if route is not None else -1
    return at > 0 and _RIVAL.search(frame.sentence.tags, 0, at) is not None


def _is_of_another_verb(frame: Frame, gives: dict[str, Any]) -> bool:
    """Whether a verb stands between where the route leads and the route, of which another one speaks.

    "The leaders backed R0 and took note of flows between C1 and C2": these are not the ends of R0. Nor is a time that
    goods stand still one that they travel.
    """
    tags, words = frame.sentence.tags, frame.sentence.words
    if gives["predicate"] == _TIME:
        clause = tags[tags.rfind(" ; ", 0, frame.start) + 1 :].partition(" ; ")[0]
        return not words["standing_still"].isdisjoint(clause.split())
    route = frame.mention(gives.get("route", "r")) if "named" not in gives else None
    at = frame.place(route) if route is not None and gives["predicate"] in _LEADS else -1
    before = tags[: max(0, at)].split()[-1:]
    if not before or (before[0] not in words["prepositions"] and before[0] not in words["governing"]):
        return False
    ends = [frame.place(mention) for name, mention in frame.slots.items() if name != "r" and mention.kind != "R"]
    last = max((end for end in ends if end > at), default=at)
    if _THAT.match(tags, max(0, at)):  # "R0 , which connects C1 and passes through P2": the route does both
        return False
    does = (found[1] for found in _AND_DOES.finditer(tags, at, last))
    return any(verb in words["governing"] or verb in words["light_verbs"] for verb in does)


def _when(frame: Frame, gives: dict[str, Any]) -> Year | None:
    """The year right behind the figure, else the nearest; none that it is only compared with, or of another figure.

    None where the figure is of an earlier time and nothing tells which.
    """
    figure = frame.mention(gives["figure"]) if "figure" in gives else None
    told = year_untold(frame, gives) if _is_compared(frame, gives, figure) else year(frame, gives)
    if figure is not None and is_older(frame, figure):
        told_of = (fact for fact in reversed(frame.sentence.told) if isinstance(fact, RouteFact) and fact.year)
        known = next((Year(fact.year, fact.year_inferred) for fact in told_of), year_in(frame.sentence))
        return year_beside(frame, figure, known)
    if "year" in gives:
        return told
    behind = year_of(frame.following(figure, "D")) if figure is not None else Year()
    return behind if behind.number is not None and not behind.inferred else told


def _is_compared(frame: Frame, gives: dict[str, Any], figure: Mention | None) -> bool:
    """Whether the nearest date stands behind a word such as "than", or behind another figure."""
    date = frame.mention(gives.get("year", "d|near:D"))
    before = frame.sentence.tags[: max(0, frame.place(date))].split() if date is not None else []
    if not before:
        return False
    beside = frame.sentence.mention(before[-1]) if _FIGURE.fullmatch(before[-1]) else figure
    others = (
        beside is not None and beside is not figure and beside.name.lower() not in frame.sentence.words["part_year"]
    )
    return others or before[-1] in frame.sentence.words.get("compared", frozenset())


def _predicate(frame: Frame, gives: dict[str, Any]) -> str:
    """The rule's predicate, or its other one where the sentence speaks of what is planned."""
    if "planned" not in gives:
        return str(gives["predicate"])
    aim = next(iter(frame.verbs), "").startswith(_AIM)
    real = frame.quality.modality in REAL and not (frame.ahead or aim)
    return str(gives["predicate" if real else "planned"])


def _figure(frame: Frame, gives: dict[str, Any]) -> Quantity | None:
    mention = frame.mention(gives["figure"])
    if mention is not None and (frame.is_outdated(mention) or not _is_all(frame, gives, mention)):
        return None
    mention = frame.mention(gives["figure"])
    if mention is not None and isinstance(mention.value, Money):
        return _of_section(frame, Quantity(mention.value.value, mention.value.currency, gives.get("of")))
    found = frame.figure(gives["figure"], gives.get("of"))
    if found is not None and f" {found.unit} " not in f" {gives.get('unit', found.unit)} ":
        return None
    if found is not None and gives.get("saved"):
        value = found.value
        return Quantity((-value[1], -value[0]) if isinstance(value, tuple) else -value, found.unit, found.of)
    if found is not None and gives["predicate"] == "carried":
        date = frame.following(mention, "D") if mention is not None else None
        found = of_time(frame, gives, date if year_of(date).number is not None else dated(frame, gives), found)
    if found is not None and gives["predicate"] == _TIME and not found.of:
        found = replace(found, of=_stretch(frame))
    timed = found is not None and (not found.of or months(found.of) is not None)
    if found is not None and mention is not None and gives["predicate"] in _FLOWS and timed:
        found = _as_part(frame, gives, mention, found)
    return _of_section(frame, found) if found is not None else None


def _is_all(frame: Frame, gives: dict[str, Any], figure: Mention) -> bool:
    """Whether the figure goes by the route; where only a part of it does, that takes its place in the frame."""
    route = frame.mention(gives.get("route", "r")) if gives["predicate"] in _FLOWS and "named" not in gives else None
    part = part_by(frame, figure, route) if route is not None else figure
    if part is not None and part is not figure:
        frame.slots[gives["figure"]] = part
    return part is not None


def _as_part(frame: Frame, gives: dict[str, Any], mention: Mention, figure: Quantity) -> Quantity | None:
    """The figure with what it is a part of; None where it is a share of what a firm has."""
    of = start(frame, mention) or whole(frame, mention)
    if not of and figure.unit != _SHARED_UNIT and _predicate(frame, gives) == _CARRIED:
        of = sent_by(frame, mention)
    sender = SENDER.search(frame.sentence.tags, 0, frame.start)
    own = _OWN_SHARE.match(frame.sentence.text, max(0, mention.end - frame.sentence.start))
    if not of and own and sender is not None and sender[1][0] == _FIRM:
        return None
    return replace(figure, of=", ".join(filter(None, (of, figure.of))) or None)


def _stretch(frame: Frame) -> str | None:
    """Between which places a journey takes so long, where the sentence tells: it is not the whole route's."""
    found = _STRETCH.search(frame.sentence.tags)
    return "–".join(frame.sentence.mention(tag).name for tag in found.groups()) if found is not None else None


def _of_section(frame: Frame, figure: Quantity) -> Quantity:
    """The figure with the part of the route that it is of ("eastern branch"): it is not taken for that of the whole."""
    part = _section(frame)
    return replace(figure, of=", ".join(filter(None, (figure.of, part)))) if part else figure


def _section(frame: Frame) -> str:
    """The part of a route that the sentence speaks of alone, as it stands there; empty for the whole."""
    found = _land_sections(frame.sentence.words["section_nouns"]).search(frame.sentence.tags)
    named = _named_section(frame)
    return f"{frame.sentence.mention(found[1]).name} {found[2]}" if found is not None and not named else named


def _named_section(frame: Frame) -> str:
    """The same where it has a name of its own: a land's section tells of nothing but that land."""
    return _first_section(frame.sentence.text, frame.sentence.words["sections"])


@lru_cache(maxsize=2)  # every figure of a sentence asks the same
def _first_section(text: str, names: frozenset[str]) -> str:
    found = _sections(names).search(text)
    return found[0] if found is not None else ""


@lru_cache
def _sections(names: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(names, key=len, reverse=True))})(?!\w)", re.IGNORECASE)


@lru_cache
def _land_sections(nouns: frozenset[str]) -> re.Pattern[str]:
    """A section by the land that it lies in ("the Kazakh section")."""
    return re.compile(rf"(J\d+) ({'|'.join(sorted(nouns))}) ")


def _ids(mention: Mention | None) -> tuple[str, ...]:
    return mention.ids if mention is not None else ()
