"""Figures: what is told of an amount of goods that no rule has read, from the words that stand around it.

A sentence is cut at its figures. The words up to one, and those behind it up to the next comma, tell whose and of what
it is and what is done with it; what they leave out is that of the figure before ("C1 took Q1 , C2 Q2"), else what the
article speaks of.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from msgspec import Struct

from models.reading.factuality import is_disbelieved, is_supposed
from models.reading.qualify import Quality, Words, qualify
from models.reading.years import of_part, year_of
from models.records import Modality, Money, Quantity, Resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from models.reading.mentions import Mention
    from models.reading.referents import Context
    from models.reading.tagging import Sentence
    from models.records import Content

RULE = "resource.figure"
"""What stands in place of a rule's id where the words around a figure gave the claim."""

_AMOUNT = "Q"
_STATES, _FIGURES, _PARTERS = "CJHO", "QMF", frozenset({",", ";", ".", "and", "but", "while", ":", "—", "("})
_UNITS = frozenset({"tonne", "tonne/year", "m3", "m3/year", "barrel", "barrel/day", "kWh", "kWh/year"})
_ADJECTIVE, _GOODS = "J", "K"
_MANY = "collective"  # minerals and the like are weighed by nobody
_OF, _TO, _FROM = "of", "_to", "from"
_NEAR, _FAR, _WARE = 2, 16, 4  # words before a state that its figure is next to; to a word that tells; to the goods
_BOUGHT, _SOLD = "imports", "exports"
_FLOWS = frozenset({_BOUGHT, _SOLD})


class Known(Struct):
    """What a figure was found to be of: it is passed on to the next one of the sentence."""

    relation: str = ""
    owner: tuple[str, ...] = ()
    goods: tuple[str, ...] = ()
    partner: tuple[str, ...] = ()
    verb: str = ""


class Telling(Struct, frozen=True):
    """The words that tell what is done with goods, one or two at a time; those that tell another thing give ""."""

    words: Mapping[str, str]
    changes: frozenset[str]
    aside: frozenset[str]


def find_figures(
    sentence: Sentence, context: Context, telling: Telling, words: Words
) -> Iterator[tuple[Resource, Quality]]:
    """What the sentence tells of amounts that nothing else was read of."""
    told = set(_values(sentence.told))
    amounts = (_quantity(mention) for mention in sentence.present(_AMOUNT)) if _AMOUNT in sentence.tags else ()
    if all(value is None or value.value in told for value in amounts):
        return
    tokens = tuple(sentence.tags.split())
    if _is_aside(tokens, telling):
        return
    known = Known()
    begin = 0
    for at, token in enumerate(tokens):
        if token == ";":
            begin = at + 1
        if token[0] not in _FIGURES or not token[1:].isdigit():
            continue
        ends = _ends(tokens, at)
        value = _quantity(sentence.mention(token)) if not _is_of_else(tokens, at) else None
        if value is not None and not _is_change(tokens, at, telling):
            known = _around(sentence, context, telling, tokens, (begin, at, ends), known)
            if value.value not in told:
                yield from _claims(sentence, context, known, value, (begin, at), words)
        begin = ends


def _is_aside(tokens: tuple[str, ...], telling: Telling) -> bool:
    """Whether the sentence speaks of a route, of cargo or of what is no trade in goods."""
    return any(token in telling.aside or (token[0] == "R" and token[1:].isdigit()) for token in tokens)


def _ends(tokens: tuple[str, ...], at: int) -> int:
    """Where the words that belong to a figure end: at the next mark, joint or figure."""
    for place in range(at + 1, len(tokens)):
        if tokens[place] in _PARTERS or (tokens[place][0] in _FIGURES and tokens[place][1:].isdigit()):
            return place
    return len(tokens)


def _quantity(mention: Mention) -> Quantity | None:
    """The figure, if it is of goods."""
    value = mention.value
    return value if isinstance(value, Quantity) and value.unit in _UNITS else None


def _is_of_else(tokens: tuple[str, ...], at: int) -> bool:
    """Whether the figure is of a thing that is no commodity ("Q0 of soil")."""
    behind = tokens[at + 1 : at + 1 + _WARE]
    return behind[:1] == (_OF,) and not any(token[0] in "KJNX" and token[1:].isdigit() for token in behind)


def _is_change(tokens: tuple[str, ...], at: int, telling: Telling) -> bool:
    """Whether the figure is by how much something changed, or goes on to be compared."""
    before = next((token for token in reversed(tokens[:at]) if token[0] != "_"), "")
    behind = tokens[at + 1] if at + 1 < len(tokens) else ""
    return before in telling.changes or behind in telling.changes


def _values(told: Iterable[Content]) -> Iterator[object]:
    """The figures that were read in the sentence."""
    for content in told:
        for name in ("quantity", "object", "amount", "value"):
            value = getattr(content, name, None)
            if value is not None:
                yield value.value if isinstance(value, Quantity | Money) else str(value)


def _around(
    sentence: Sentence,
    context: Context,
    telling: Telling,
    tokens: tuple[str, ...],
    span: tuple[int, int, int],
    before: Known,
) -> Known:
    """What the words from span[0] to the figure at span[1], and on to span[2], tell of it."""
    begin, at, _ = span
    cue = _cue(tokens, telling, span)
    if cue is not None and cue.behind:  # "sold it , and Q1 _was exported": who sold it has no part in this
        span = (_opens(tokens, begin, at), at, span[2])
    relation = cue.relation if cue is not None else before.relation
    verb = cue.verb if cue is not None else before.verb
    owner, partner = _states(sentence, context, tokens, span, relation)
    goods = _goods(sentence, tokens, span) or before.goods or _goods(sentence, tokens, (0, at, at))
    inherited = before.owner if relation == before.relation else ()
    if cue is not None and begin == 0 and not cue.behind:
        inherited = _subject(sentence, context, tokens, at)
    return Known(relation, owner or inherited, goods, partner, verb)


class Cue(Struct, frozen=True):
    """The relation that words tell, with their auxiliaries, and whether they stand behind the figure."""

    relation: str
    verb: str
    behind: bool


def _opens(tokens: tuple[str, ...], begin: int, at: int) -> int:
    """Where the part of a clause in which a place stands begins: behind the last comma or "and"."""
    return next((place + 1 for place in range(at - 1, begin - 1, -1) if tokens[place] in _PARTERS), begin)


def _cue(tokens: tuple[str, ...], telling: Telling, span: tuple[int, int, int]) -> Cue | None:
    """What is done with the figure, by the word that tells it: behind it where it is the subject, else before it."""
    begin, at, ends = span
    places = (*range(at + 1, ends), *range(at - 1, max(begin, at - _FAR) - 1, -1))
    for place in places:
        pair = " ".join(tokens[place : place + 2])
        for words in (pair, tokens[place]):
            if words in telling.words:
                aux = takewhile(
                    lambda token: token[0] in "_D", reversed(tokens[at + 1 if place > at else begin : place])
                )
                return Cue(telling.words[words], " ".join((*reversed(tuple(aux)), words)), place > at)
    return None


def _states(
    sentence: Sentence, context: Context, tokens: tuple[str, ...], span: tuple[int, int, int], relation: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Whose the figure is and with whom they trade, by the prepositions over the states around it."""
    begin, at, ends = span
    owner: tuple[str, ...] = ()
    partner: tuple[str, ...] = ()
    for place in (*range(at - 1, begin - 1, -1), *range(at + 1, ends)):
        codes = _codes(sentence, context, tokens[place])
        if not codes or (tokens[place][0] == _ADJECTIVE and tokens[place + 1][0] != _GOODS):
            continue
        lead = tokens[place - 1] if place else ""
        side = {_TO: "imports", "into": "imports", _FROM: "exports"}.get(lead, "")
        if side and relation in _FLOWS and side != relation:
            partner = partner or codes
        elif side == relation or lead not in sentence.words["prepositions"] or lead in ("by", "in", _OF, "at"):
            owner = owner or codes
    return owner, partner


def _codes(sentence: Sentence, context: Context, token: str) -> tuple[str, ...]:
    if token[0] not in _STATES or not token[1:].isdigit():
        return ()
    return tuple(code for code in sentence.mention(token).ids if code in context.states)


def _subject(sentence: Sentence, context: Context, tokens: tuple[str, ...], at: int) -> tuple[str, ...]:
    """The first state before a place under no preposition."""
    for place in range(at):
        codes = _codes(sentence, context, tokens[place])
        if codes and (not place or tokens[place - 1] not in sentence.words["prepositions"]):
            return codes
    return ()


def _goods(sentence: Sentence, tokens: tuple[str, ...], span: tuple[int, int, int]) -> tuple[str, ...]:
    """Of what the figure is: the goods soon behind it, else those last named before it."""
    begin, at, ends = span
    places = (*range(at + 1, min(ends, at + 1 + _WARE)), *range(at - 1, begin - 1, -1))
    found = (tokens[place] for place in places if tokens[place][0] == "K" and tokens[place][1:].isdigit())
    return next((sentence.mention(token).ids for token in found), ())


def _is_told(quality: Quality) -> bool:
    """Whether it is told as a fact or a plan."""
    return quality.affirmed and quality.modality is not Modality.POSSIBLE


def _claims(
    sentence: Sentence, context: Context, known: Known, value: Quantity, span: tuple[int, int], words: Words
) -> Iterator[tuple[Resource, Quality]]:
    """The claims that the figure makes; none where a part is missing, denied or does not fit."""
    carried = context.wares.measured_in(value.unit)
    spelled = (value.of,) if value.of and value.of in context.wares.groups else ()  # "131 tU"
    goods = spelled or known.goods or (carried.ids if carried is not None else ())
    owners = known.owner or context.countries
    tags = sentence.tags
    start = len(" ".join(tags.split()[: span[0]]))
    if not known.relation or not goods or not owners or is_disbelieved(tags, start, words.signs):
        return
    quality = qualify([known.verb], tags, words)
    if is_supposed(tags, (start, start + 1), words.signs, ahead=False):
        quality = Quality(Modality.POSSIBLE, quality.affirmed, quality.attribution, quality.certainty)
    date = next((day for day in sentence.present("D") if year_of(day) is not None), None)
    for owner in owners:
        for good in goods:
            if _is_told(quality) and context.wares.fits(good, value.unit) and context.wares.groups.get(good) != _MANY:
                figure = of_part(sentence, date, value)
                yield Resource(owner, good, known.relation, None, figure, year_of(date), known.partner), quality
                for seller in known.partner if known.relation == _BOUGHT else ():  # what one buys the other sells
                    yield Resource(seller, good, _SOLD, None, figure, year_of(date), (owner,)), quality
