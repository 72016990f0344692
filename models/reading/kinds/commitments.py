"""Commitments: what a frame says of money that is given or promised - whose, for whom, how much and how long."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from models import dates
from models.reading.around.wording import ordered, purpose
from models.reading.factuality.untold import is_unsettled
from models.reading.grammar.tokens import words_of
from models.reading.kinds.apportioned import apportioned, firm_paid, in_turn
from models.reading.kinds.deeds import (
    AGREED,
    AMOUNTING,
    BOUGHT,
    GIVEN,
    SPENT,
    TARGETED,
    dealt,
    deed,
    deeds_of,
    is_agreed,
    is_on_goods,
)
from models.reading.kinds.sums import sum_of
from models.reading.kinds.unpromised import is_no_promise
from models.reading.reference.terms import is_of_before
from models.records import Commitment, Content, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from models.reading.frames import Frame
    from models.reading.sentence.mentions import Mention

_GIVER, _DEFINITE = "a", "the "
# "over $100 billion within ten", where the years were named before
_COUNTED = re.compile(r"M\d+ (?:within|_over|in) ([a-z]+) (?=[—,.;)]|into |for |and )")
# "Q1 of K2 _over Q3 , with M4": the years are those of the goods; "M1 , and O2 agreed": another deed begins
_OF_AMOUNT = re.compile(r"Q\d+ (?:of (?:_?[a-z]+ ){0,2}K\d+ )?(?:_over|for|in|within) $")
_RESUMED = re.compile(
    r"(?<![^ ])and [CHLO]\d+ (?:_\S+ )*(?!(?:in|over|for|with|and|on|at|from|of|under|within) )[a-z]{3,} "
)
_NEXT_SUM = re.compile(r"(?<!\( )(?<! or )M\d+ ")
_GOES_TO = re.compile(r"(?<![^ ])(?:_to|for|in|into|[a-z]+ed) (C\d+) ")
_AT_PLACE = re.compile(r"(?<![^ ])(?<! in )P\d+(?= )")
_FROM = re.compile(r"M\d+ (?:[a-z-]+ ){0,2}from ([CO]\d+) ")
_PIECES = re.compile(r"(?<= )[,;] ")
_CLAUSE_ENDS = re.compile(r" ; | , (?:and|but|while) [CHO]\d+ ")
_FOR = re.compile(r"M\d+ (?:_to |_to fund |for )((?:[a-z-]+ ){1,4})")
_YEARS = "year"


def commitments(frame: Frame, gives: dict[str, Any]) -> Iterator[Content]:
    """The money that is given, a commitment for each sum that follows the first one."""
    money = frame.mention(gives.get("amount", "m|near:M"))
    by, to = _sides(frame, gives)
    if money is None or not by or _is_under(frame, "a") or _is_open(frame) or _is_left(frame, money):
        return
    joint = len(frame.codes(gives.get("by", "a|subject"))) > 1
    done = AGREED if is_agreed(frame, money, joint=joint) else deed(frame, money)
    done = gives.get("deed", done) if done in (GIVEN, BOUGHT) else done  # a price is no gift
    if done == SPENT and is_on_goods(frame, money, by):
        return
    by, to = dealt(frame, money, done, (by, to))
    to = () if (done == GIVEN or _is_for_study(frame, money)) and not _is_named(frame, to) else to
    to, others = apportioned(frame, money, (by, to))
    told = {id(amount) for _, amount in others}
    for amount in (money, *(item for item in frame.row(money) if id(item) not in told)):
        if (value := sum_of(frame, amount)) is not None and not is_no_promise(frame, amount):
            period = _period(frame, amount, gives.get("periods", {})) or _told_before(frame, money, done)
            payer = by if done in (BOUGHT, AGREED) else in_turn(frame, amount, by) or _payer(frame, amount) or by
            aim = (
                gives.get("purpose", "") or purpose(frame, amount) or (ordered(frame, amount) if done == BOUGHT else "")
            )
            yield Commitment(payer, in_turn(frame, amount, to) or to, value, period, aim, done)
    for (givers, getters), amount in others:
        if (value := sum_of(frame, amount)) is not None and not is_no_promise(frame, amount):
            yield Commitment(givers, tuple(code for code in getters if code not in givers), value, deed=done)


def _is_named(frame: Frame, to: tuple[str, ...]) -> bool:
    """Whether the sentence names one of the receivers: what was paid so far is not for those who met last."""
    told = {code for mention in frame.sentence.present("CHJLPT") for code in mention.ids}
    pronouns = frame.sentence.words["thing"] | frame.sentence.words["plural"]
    return not told.isdisjoint(to) or not pronouns.isdisjoint(words_of(frame.sentence.tags))


def _is_for_study(frame: Frame, money: Mention) -> bool:
    """Whether the sum is for a study ("M0 for a study")."""
    found = _FOR.match(frame.sentence.tags, max(0, frame.place(money)))
    return found is not None and not frame.sentence.words["studies"].isdisjoint(found[1].split())


def _is_open(frame: Frame) -> bool:
    """Whether the sum is not settled and nobody is named here who would give it, or only who says so."""
    tags, giver = frame.sentence.tags, frame.slots.get("a")
    if not is_unsettled(tags, (frame.start, frame.end), frame.signs.untold):
        return False
    behind = tags[max(0, frame.place(giver)) :].split()[1:2] if giver is not None else []
    return giver is None or not frame.sentence.words["telling"].isdisjoint(behind)


def _is_left(frame: Frame, money: Mention) -> bool:
    """Whether another deed stands between the verb and the sum ("added F0 and C2 stood at M1")."""
    at = frame.place(money)
    starts = [frame.sentence.tags.find(verb, frame.start) for verb in frame.verbs if verb.strip()]
    found = _RESUMED.search(frame.sentence.tags, max(starts), at) if starts and 0 <= max(starts) < at else None
    return found is not None and deeds_of(frame.sentence.words).get(found[0].split()[-1], AMOUNTING) == AMOUNTING


def _payer(frame: Frame, amount: Mention) -> tuple[str, ...]:
    """Who a sum is said to be from, right behind it, with the land of a firm ("M0 from O1 and M2 from O3")."""
    found = _FROM.match(frame.sentence.tags, max(0, frame.place(amount)))
    mention = frame.sentence.mention(found[1]) if found else None
    return tuple(dict.fromkeys((*mention.codes, *frame.known_states(mention)))) if mention is not None else ()


def _sides(frame: Frame, gives: dict[str, Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who gives, with the land of a firm, and who is given."""
    by, land = _givers(frame, gives)
    to = _named_here(frame, frame.codes(gives.get("to", "b")), by) or firm_paid(frame, by) or _other(frame, by, land)
    to = tuple(code for code in to if code not in by)
    if (gives.get("loan") and _is_lent(frame, by, to)) or _is_partner(frame, by, to):
        by, to = to, by
    return by + tuple(code for code in land if code not in (*to, *by)), to


def _is_partner(frame: Frame, by: tuple[str, ...], to: tuple[str, ...]) -> bool:
    """Whether these of the region are only with whom others sign ("C0 signed an agreement with C1 _to provide M2")."""
    giver = frame.slots.get("a")
    before = frame.sentence.tags[: max(0, frame.place(giver))] if giver is not None else ""
    return (
        before.endswith(" with ")
        and not frame.sentence.words["signing"].isdisjoint(before.split())
        and _is_lent(frame, by, to)
    )


def _is_lent(frame: Frame, by: Iterable[str], to: Iterable[str]) -> bool:
    """Whether those who sign for a loan are of the region and the others are not: then these lend it."""
    members = frame.context.members
    return members.issuperset(by) and bool(to) and members.isdisjoint(to)


def _named_here(frame: Frame, to: tuple[str, ...], by: tuple[str, ...]) -> tuple[str, ...]:
    """The receivers, but none from the sentences before where this one names states of the region itself."""
    told = [code for mention in frame.sentence.present("CJLPT") for code in mention.ids]
    own = tuple(dict.fromkeys(code for code in told if code in frame.context.members and code not in by))
    return to if not own or set(to) <= set(told) else own


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
    mention = frame.mention(expression)
    if mention is None or mention.kind == "N" or mention is frame.context.subject:
        folded = frame.sentence.text.lower()
        called = next((word for word in sorted(frame.sentence.words["lenders"]) if word in folded), "")
        if called:
            return (called,), ()
    if mention is not None and (_is_carried(frame, mention) or _is_thing(mention)):
        return (), ()
    nameless = mention is not None and mention.kind == "O" and mention.name[-1:] and mention.name.split()[-1].islower()
    by = mention.ids if mention is not None and nameless and mention.ids else frame.codes(expression)
    land = frame.known_states(mention) if mention is not None and mention.kind == "O" else ()
    return tuple(code for code in by if code not in frame.context.members) or by, land


def _is_thing(giver: Mention) -> bool:
    """Whether it is called by a common noun and acts for nobody ("Antimony prices")."""
    return giver.kind == "N" and not giver.ids and giver.name[-1:].isalpha() and giver.name.split()[-1].islower()


def _is_carried(frame: Frame, giver: Mention) -> bool:
    """Whether a giver is only known from the sentences before, while this one names others who may be it."""
    here = [*frame.sentence.mentions, *frame.slots.values()]
    if any(giver is mention for mention in here):
        return False
    members = frame.context.members
    named = [mention for mention in frame.sentence.present("CJHLOP") if mention not in frame.slots.values()]
    if any(not set(giver.ids).isdisjoint(mention.ids) for mention in named):
        return False
    others = (mention for mention in named if mention.name and mention.kind in "CHLO")
    return any(not members.issuperset(mention.ids or (mention.name,)) for mention in others)


def _period(frame: Frame, amount: Mention, named: dict[str, int]) -> int | None:
    """The years that the money is spread over: those told behind it, else the first of the sentence, in any words."""
    tags = frame.sentence.tags
    spans = [(tags.find(f"Q{number} "), item.value) for number, item in enumerate(frame.sentence.mentions)]
    years = sorted(
        (at, span.value)
        for at, span in spans
        if at >= 0 and isinstance(span, Quantity) and span.unit == _YEARS and not isinstance(span.value, tuple)
    )
    years = [(at, value) for at, value in years if not _OF_AMOUNT.search(tags, 0, at)]
    start, end = frame.place(amount), _next_sum(tags, frame.place(amount))
    resumed = _RESUMED.search(tags, max(0, start), end)
    end = resumed.start() if resumed else end
    if bare := _COUNTED.match(tags, max(0, start)):
        return dates.counted(bare[1])
    own = [value for at, value in years if start < at < end]
    own = own or [value for at, value in years if at < start or end == len(tags)]
    return int(own[0]) if own else next((count for word, count in named.items() if word in words_of(tags)), None)


def _told_before(frame: Frame, money: Mention, done: str) -> int | None:
    """The years of the target that the sentences before told of, where this one speaks of it again."""
    again = done == TARGETED and is_of_before(frame.sentence, max(0, frame.place(money)))
    return (frame.context.term or None) if again else None


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
    placed = [code for mention in frame.sentence.present("P") for code in mention.ids if code not in by]
    others = tuple(code for code in named if code not in members)[:1]
    if members.intersection(by):
        here = others or _elsewhere(frame, by) or _at_place(frame, by)
        return here or (() if _is_guessed(frame) else frame.context.lead)
    firms = [code for mention in frame.sentence.present("O") for code in frame.known_states(mention)]
    placed = placed if members.intersection(placed) else [code for code in firms if code not in (*by, *land)]
    own = tuple(dict.fromkeys(code for code in (named if members.intersection(named) else placed) if code in members))
    if not own and members.intersection(land):
        return others
    if not own and (elsewhere := _elsewhere(frame, by) or _at_place(frame, by)):
        return elsewhere
    if own or _is_at_home(frame, by):
        return own
    if along := _along(frame, by):
        return along
    firm = not frame.context.states.intersection(by)  # a firm puts money into one country, a state into the region
    return (frame.context.countries if firm else ()) or _spoken_of(frame)


def _is_guessed(frame: Frame) -> bool:
    """Whether who gives is only known by what he is ("the government"): whom he gives would be a guess on a guess."""
    giver = frame.slots.get(_GIVER)
    return giver is not None and giver.name.startswith(_DEFINITE)


def _along(frame: Frame, by: tuple[str, ...]) -> tuple[str, ...]:
    """The states of the region through which the only way leads that the sentence names."""
    ways = {route for mention in frame.sentence.present("R") for route in mention.ids}
    lands = frame.context.lines.lands.get(next(iter(ways), ""), frozenset()) if len(ways) == 1 else frozenset()
    return tuple(sorted(code for code in lands if code in frame.context.members and code not in by))


def _spoken_of(frame: Frame) -> tuple[str, ...]:
    """Whose side speaks, else the region where the article tells of a deal with all of it, those that meet, or the one
    state; nobody where none of them is told."""
    context = frame.context
    sides = {code for mention in frame.sentence.present("H") for code in mention.ids if code in context.members}
    if len(sides) == 1:
        return tuple(sides)
    several = () if context.several is None else context.several.ids
    whole = bool(several) and context.members.issuperset(several)
    if whole and 1 < len(several) < len(context.members) - 1 and set(several) <= {*context.before}:
        return ()  # for these or for one of them: nobody says
    if whole:
        return context.region if context.met or not context.members.isdisjoint(context.parties) else ()
    if context.met:
        return context.guests
    unknown = not context.countries and context.route is None  # a text that speaks of nothing else in the region
    return context.region if unknown else _carried(frame)


def _carried(frame: Frame) -> tuple[str, ...]:
    """The state spoken of before, where the paragraph names it or the article does so more often than all others of
    the region together: else the money may be for any of them."""
    context = frame.context
    named = {code: times for code, times in context.often.items() if code in context.members}
    own = sum(named.get(code, 0) for code in context.countries)
    near = not context.paragraph.keys().isdisjoint(context.countries)
    return context.countries if near or 2 * own > sum(named.values()) else ()


def _clause(frame: Frame) -> tuple[int, int]:
    """Where the clause of the match begins and ends in the tags."""
    tags = frame.sentence.tags
    end = _CLAUSE_ENDS.search(tags, frame.end)
    return tags.rfind(" ; ", 0, frame.start) + 1, end.start() + 1 if end else len(tags)


def _is_at_home(frame: Frame, by: tuple[str, ...]) -> bool:
    """Whether the places of the clause lie in the giver's own land, which then spends on itself."""
    places = (frame.sentence.mention(found[0]) for found in _AT_PLACE.finditer(frame.sentence.tags, *_clause(frame)))
    codes = {code for mention in places for code in mention.ids}
    return bool(codes) and codes.issubset(by)


def _at_place(frame: Frame, by: tuple[str, ...]) -> tuple[str, ...]:
    """The state beyond the region in which lies what the clause names, be it not where one met ("in P0")."""
    tags, members = frame.sentence.tags, frame.context.members
    places = (frame.sentence.mention(found[0]) for found in _AT_PLACE.finditer(tags, *_clause(frame)))
    states = (code for mention in places for code in mention.ids if code not in members and code not in by)
    return next(((code,) for code in states), ())


def _elsewhere(frame: Frame, by: tuple[str, ...]) -> tuple[str, ...]:
    """The state that the words around a sum name as where it goes or is spent ("offered C1 M2", "M2 _to C1")."""
    around = " ".join(piece for piece in _PIECES.split(frame.sentence.tags) if _NEXT_SUM.search(piece))
    mentions = (frame.sentence.mention(found[1]) for found in _GOES_TO.finditer(around))
    codes = (frame.known_states(mention) for mention in mentions)
    return next((states for states in codes if states and set(by).isdisjoint(states)), ())
