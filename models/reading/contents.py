"""Contents: what a frame says, as the struct of its kind. A frame that lacks a part its kind needs gives nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from models import dates
from models.reading.goods import goods
from models.reading.told import is_told
from models.reading.wording import opens_behind_colon, purpose, quoted, reporting, summary
from models.reading.years import of_part, year, year_of
from models.records import (
    Commitment,
    Content,
    Event,
    Kind,
    Modality,
    Money,
    Profile,
    Quantity,
    Quote,
    Relation,
    RouteFact,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from models.reading.frames import Frame
    from models.reading.mentions import Mention

# "over $100 billion within ten", where the years were named before
_COUNTED = re.compile(r"M\d+ (?:within|_over|in) ([a-z]+) (?=[—,.;)]|into |for |and )")
_NEXT_SUM = re.compile(r"(?<!\( )(?<! or )(?<![^ ])M\d+ ")
_RIVAL = re.compile(
    r"(?<![^ ])(?:unlike|than|instead of|compared (?:with|_to)|rather than|as against) (?:[^ ;,]+ ){0,3}$"
)
_YEAR = 4
_LARGE = 1e6  # what a number must reach to be money by itself
_TIMES = frozenset({"year", "day", "hour", "km"})


def contents(frame: Frame) -> Iterator[Content]:
    """Everything the frame says."""
    rule = frame.compiled.rule
    yield from _BUILDERS[rule.kind](frame, rule.gives)


def _route(frame: Frame, gives: dict[str, Any]) -> Iterator[Content]:
    routes = [frame.words(gives["named"])] if "named" in gives else _ids(frame.mention(gives.get("route", "r")))
    if "figure" in gives:
        objects: tuple[str, ...] | Quantity | None = _figure(frame, gives)
    else:
        objects = frame.codes(gives["object"]) + tuple(gives.get("plus", ()))
    if not objects or _is_compared_with(frame, gives):
        return
    when = _when(frame, gives) if "figure" in gives or "year" in gives else None
    for route in routes:
        yield RouteFact(route, _predicate(frame, gives), objects, when)


def _is_compared_with(frame: Frame, gives: dict[str, Any]) -> bool:
    """Whether the route is only what another one is compared with ("unlike R1", "shorter than over R1")."""
    route = frame.mention(gives.get("route", "r")) if "named" not in gives else None
    at = frame.place(route) if route is not None else -1
    return at > 0 and _RIVAL.search(frame.sentence.tags, 0, at) is not None


def _when(frame: Frame, gives: dict[str, Any]) -> int | None:
    """The year right behind the figure, else the nearest; none that the figure is only compared with."""
    figure = frame.mention(gives["figure"]) if "figure" in gives else None
    behind = frame.following(figure, "D") if figure is not None else None
    return year_of(behind) or (None if _is_compared(frame, gives) else year(frame, gives))


def _is_compared(frame: Frame, gives: dict[str, Any]) -> bool:
    """Whether the nearest date stands behind a word such as "than"."""
    date = frame.mention(gives.get("year", "d|near:D"))
    before = frame.sentence.tags[: max(0, frame.place(date))].split() if date is not None else []
    return bool(before) and before[-1] in frame.sentence.words.get("compared", frozenset())


def _predicate(frame: Frame, gives: dict[str, Any]) -> str:
    """The rule's predicate, or its other one where the sentence speaks of what is planned."""
    real = frame.quality.modality in (Modality.DONE, Modality.ONGOING) and not frame.ahead
    return str(gives["predicate"] if real else gives.get("planned", gives["predicate"]))


def _figure(frame: Frame, gives: dict[str, Any]) -> Quantity | None:
    mention = frame.mention(gives["figure"])
    if mention is not None and frame.is_outdated(mention):
        return None
    if mention is not None and isinstance(mention.value, Money):
        return Quantity(mention.value.value, mention.value.currency, gives.get("of"))
    found = frame.figure(gives["figure"], gives.get("of"))
    if found is not None and f" {found.unit} " not in f" {gives.get('unit', found.unit)} ":
        return None
    if found is not None and gives.get("saved"):
        value = found.value
        return Quantity((-value[1], -value[0]) if isinstance(value, tuple) else -value, found.unit, found.of)
    if found is not None and gives["predicate"] == "carried":
        date = frame.following(mention, "D") if mention is not None else None
        return of_part(frame.sentence, date or frame.mention(gives.get("year", "d|near:D")), found)
    return found


def _ids(mention: Mention | None) -> tuple[str, ...]:
    return mention.ids if mention is not None else ()


def _event(frame: Frame, gives: dict[str, Any]) -> Iterator[Content]:
    real = frame.quality.affirmed and frame.quality.modality in (Modality.DONE, Modality.ONGOING)
    if not frame.slots and not real:  # "no document was signed": nobody in particular did nothing
        return
    actor, target = frame.codes(gives.get("actor", "a")), frame.codes(gives.get("target", "b"))
    if gives.get("each"):
        parts = frame.mention(gives["each"])
        for codes in (parts.each or (parts.ids,)) if parts is not None else ():
            yield _dated(frame, gives, actor, codes)
        return
    target = tuple(code for code in target if code not in actor)
    region = actor == frame.context.region and not frame.compiled.rule.fallback
    if actor and (target or len(actor) > 1 or "alone" in gives or region):
        yield _dated(frame, gives, actor, target)


def _dated(frame: Frame, gives: dict[str, Any], actor: tuple[str, ...], target: tuple[str, ...]) -> Event:
    bare = Event(gives["plover"], actor, target)
    if frame.compiled.rule.fallback and is_told(bare, frame.sentence.told):
        return bare  # it will count for nothing: the rest need not be looked for
    date = frame.mention(gives.get("date", "d|near:D"))
    place = _where(frame, gives)
    known = date is not None and isinstance(date.value, str)
    return Event(
        gives["plover"],
        actor,
        target,
        _mode(frame, gives),
        str(date.value) if date is not None and known else None,
        place.place or place.name if place is not None else None,
        frame.words(gives["summary"]) if "summary" in gives else summary(frame),
        bool(date is not None and known and date.inferred),
    )


def _where(frame: Frame, gives: dict[str, Any]) -> Mention | None:
    """The place of an event; none of those who only report it (", the ministry in P3 said")."""
    place = frame.mention(gives.get("place", "p|free:P"))
    sentence = frame.sentence
    told = reporting(sentence.words["reporting"]).search(sentence.text)
    return None if place is not None and told is not None and place.start - sentence.start > told.start() else place


def _mode(frame: Frame, gives: dict[str, Any]) -> str | None:
    """The rule's mode, or the first of its modes that a word of the match or of the rest of its clause begins like."""
    words = frame.sentence.tags[frame.start :].partition(";")[0].split()
    modes: dict[str, str] = gives.get("modes", {})
    found = (mode for mode, starts in modes.items() if any(word.startswith(tuple(starts.split())) for word in words))
    return gives.get("mode") or next(found, None)


def _commitment(frame: Frame, gives: dict[str, Any]) -> Iterator[Content]:
    money = frame.mention(gives.get("amount", "m|near:M"))
    by, land = _givers(frame, gives)
    to = frame.codes(gives.get("to", "b")) or _other(frame, by, land)
    to = tuple(code for code in to if code not in by)
    by += tuple(code for code in land if code not in (*to, *by))  # a firm counts with its land
    if money is None or not by or _is_under(frame, "a"):
        return
    for amount in (money, *frame.row(money)):
        if (value := _sum(frame, amount)) is not None:
            period = _period(frame, amount, gives.get("periods", {}))
            yield Commitment(by, to, value, period, gives.get("purpose", "") or purpose(frame, amount))


def _sum(frame: Frame, amount: Mention) -> Money | None:
    """The money of a mention; a large number alone is of the currency that was named before ("another 1.4 billion")."""
    if isinstance(amount.value, Money):
        return amount.value
    before = [item.value for item in frame.sentence.mentions if item.start < amount.start]
    named = [value.currency for value in before if isinstance(value, Money)] or [frame.context.currency]
    if isinstance(amount.value, float | int) and amount.value >= _LARGE and named[-1]:
        return Money(float(amount.value), named[-1])
    return None


def _is_under(frame: Frame, slot: str) -> bool:
    """Whether the match begins with this slot and it stands under a preposition that no giver stands under."""
    before = frame.sentence.tags[: frame.start].split()
    first = frame.slots.get(slot)
    opens = first is not None and frame.place(first) == frame.start
    return opens and bool(before) and before[-1] in frame.sentence.words["receiving"]


def _givers(frame: Frame, gives: dict[str, Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Whose money it is, the region's own aside where others give with it; and the land of a firm.

    A nameless lender is called as in the sentence. A name that is neither a person, a firm nor a state (a plant, a
    project) gives nothing.
    """
    expression = gives.get("by", "a|subject")
    lenders = frame.sentence.words["lenders"]
    called = next((word for word in sorted(lenders) if word in frame.sentence.text.lower()), "")
    mention = frame.mention(expression)
    if called and (mention is None or mention.kind == "N" or mention is frame.context.subject):
        return (called,), ()
    nameless = mention is not None and mention.kind == "O" and mention.name[-1:] and mention.name.split()[-1].islower()
    by = mention.ids if mention is not None and nameless and mention.ids else frame.codes(expression)
    land = frame.known_states(mention) if mention is not None and mention.kind == "O" else ()
    return tuple(code for code in by if code not in frame.context.members) or by, land


def _period(frame: Frame, amount: Mention, named: dict[str, int]) -> int | None:
    """The years that the money is spread over: those told behind it, else the first of the sentence, in any words."""
    tags = frame.sentence.tags
    spans = [(tags.find(f"Q{number} "), item.value) for number, item in enumerate(frame.sentence.mentions)]
    years = sorted(
        (at, span.value)
        for at, span in spans
        if at >= 0 and isinstance(span, Quantity) and span.unit == "year" and not isinstance(span.value, tuple)
    )
    start, end = frame.place(amount), _next_sum(tags, frame.place(amount))
    if bare := _COUNTED.match(tags, max(0, start)):
        return dates.counted(bare[1])
    own = [value for at, value in years if start < at < end]
    own = own or [value for at, value in years if at < start or end == len(tags)]
    words = set(tags.split())
    return int(own[0]) if own else next((count for word, count in named.items() if word in words), None)


def _next_sum(tags: str, start: int) -> int:
    """Where the next sum of money stands that is not the same one in another currency; the end where there is none."""
    found = _NEXT_SUM.search(tags, max(0, start) + 1)
    return found.start() if found else len(tags)


def _other(frame: Frame, by: tuple[str, ...], land: tuple[str, ...]) -> tuple[str, ...]:
    """Whom money of these givers is for when the sentence does not say: the region, or for the region its partner.

    Money of a firm of the region that does not say so is not for its own land.
    """
    members = frame.context.members
    named = [code for mention in frame.sentence.present("CJL") for code in mention.ids if code not in by]
    others = tuple(code for code in named if code not in members)[:1]
    if members.intersection(by):
        return others or frame.context.lead
    own = tuple(dict.fromkeys(code for code in named if code in members))
    if not own and members.intersection(land):
        return others
    firm = not frame.context.states.intersection(by)  # a firm puts money into one country, a state into the region
    return own or (frame.context.countries if firm else ()) or frame.context.region


def _quote(frame: Frame, gives: dict[str, Any]) -> Iterator[Content]:
    speaker = frame.mention(gives.get("speaker", "s"))
    words = quoted(frame.sentence.text)
    if gives.get("quoted") and not _says_something(words):
        return
    if gives.get("stated") and (speaker is None or speaker.name not in frame.sentence.text):
        return
    if gives.get("quoted") == "colon" and not opens_behind_colon(frame.sentence.text):
        return
    if speaker is not None and speaker.name and _is_definite(frame, speaker):
        role = speaker.role if speaker.kind in "HNO" else None
        yield Quote(speaker.name, role, bool(words) or bool(gives.get("direct")), words)


def _says_something(words: str) -> bool:
    """Whether words in quotation marks are more than a name."""
    return any(word[:1].islower() for word in words.split())


def _is_definite(frame: Frame, speaker: Mention) -> bool:
    """Whether an office without a name tells who it is: "the prime minister", not "a minister" or "the deputy"."""
    if speaker.kind != "W":
        return True
    if speaker.name.lower().split()[0] in frame.sentence.words["voices"] and len(speaker.name.split()) > 1:
        return True
    if not frame.sentence.words["shared"].isdisjoint(speaker.name.lower().split()):
        return False
    before = frame.sentence.text[: max(0, speaker.start - frame.sentence.start)].lower().split()
    return bool(before) and before[-1] in frame.sentence.words["definite"]


def _relation(frame: Frame, gives: dict[str, Any]) -> Iterator[Content]:
    ends = _end(frame, gives.get("a", "a")), _end(frame, gives.get("b", "b"))
    words = " ".join(frame.words(gives["relation"]).split())
    members = frame.context.members
    told: set[frozenset[str]] = set()
    for left in ends[0]:
        for right in ends[1]:
            pair = frozenset((left, right))
            if (
                left != right
                and pair not in told
                and not (left in members and right in members and frame.context.region[0] in pair)
            ):
                told.add(pair)
                yield Relation(left, right, words)


def _end(frame: Frame, expression: str) -> tuple[str, ...]:
    """Who stands at an end of a relation; all states of the region are the region."""
    codes, region = frame.codes(expression), frame.context.region
    own = frame.context.members.difference(region)
    rest = tuple(code for code in codes if code not in own)
    return region + rest if own <= {*codes} else codes


def _profile(frame: Frame, gives: dict[str, Any]) -> Iterator[Content]:
    """A key figure of one country; of `many` values at once one, joined by "+" in alphabetical order."""
    value = frame.mention(gives["value"])
    country = _owner(frame, gives, value) if value is not None else ""
    if value is None or not country or not _fits(value, country, gives):
        return
    figure, unit = _plain(value, country)
    if gives.get("many"):
        figure, unit = "+".join(sorted(frame.codes(gives["value"]))), None
    unit = unit or gives.get("unit")
    if figure and unit == gives.get("unit", unit):
        date = frame.mention(gives.get("as_of", "d|near:D"))
        as_of = date.value if date is not None and isinstance(date.value, str) and not date.inferred else None
        yield Profile(country, gives["property"], figure, unit, as_of)


def _owner(frame: Frame, gives: dict[str, Any], value: Mention) -> str:
    """The one country of the rule's slot, else the one that the sentence names, else the one spoken of before it."""
    codes: tuple[str, ...] = frame.states(gives.get("country", "c"))
    if not codes:
        named = (mention.ids for mention in frame.sentence.present("CJ") if mention is not value)
        codes = tuple({code for ids in named for code in ids if code not in frame.context.region})
    codes = codes or frame.states("countries")
    return codes[0] if len(codes) == 1 and codes[0] in frame.context.states else ""


def _fits(value: Mention, country: str, gives: dict[str, Any]) -> bool:
    """Whether the value is what the figure takes: in the country, in an office, large enough; more than an office."""
    if "own" in gives and country not in value.ids:
        return False
    if "office" in gives:
        words = tuple(gives["office"])
        return (value.role or "").lower().startswith(words) and not value.name.lower().startswith(words)
    figure = _plain(value, country)[0]
    return not isinstance(figure, float) or figure >= gives.get("least", figure)


def _plain(mention: Mention, country: str) -> tuple[str | float | tuple[float, float], str | None]:
    if isinstance(mention.value, Money):
        return mention.value.value, mention.value.currency
    if isinstance(mention.value, Quantity):
        return mention.value.value, mention.value.unit
    if mention.kind == "Y":
        return next((code for code, of in mention.each if of == country), mention.each[0][0]), None
    return (mention.value if mention.value is not None else mention.place or mention.name), None


_BUILDERS: dict[Kind, Callable[[Frame, dict[str, Any]], Iterator[Content]]] = {
    Kind.RESOURCE: goods,
    Kind.ROUTE: _route,
    Kind.EVENT: _event,
    Kind.COMMITMENT: _commitment,
    Kind.QUOTE: _quote,
    Kind.RELATION: _relation,
    Kind.PROFILE: _profile,
}
