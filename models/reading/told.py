"""Told: whether what a fallback rule reads in a sentence has been told there by another rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.records import Commitment, Content, Event, Kind, Quantity, Quote, Relation, Resource, RouteFact

if TYPE_CHECKING:
    from collections.abc import Iterable


# named once: Python 3.11 looks members of an enumeration up by a call
_QUOTED = Kind.QUOTE
_TOGETHER = {"CONSULT", "AGREE", "COOPERATE"}
_MEETING = "CONSULT"
_JOINT = {"COOPERATE", "AGREE"}  # who agrees on joint work, or does it and promises more, is told of once

_MANY = "target"  # a route may have one for each of several years
_FLOW = {"imports", "exports"}  # the two sides of one sale
_HAS = "has"
_BORDER = "shares border"  # it holds beside any other tie of the same two


def is_told(content: Content, told: Iterable[Content]) -> bool:
    """Whether one of the contents told before is about the same: the same act, thing, sum, speaker or pair."""
    return any(type(known) is type(content) and _is_same(content, known) for known in told)


def tie(content: Relation) -> tuple[frozenset[str], bool]:
    """The two whom a relation ties, and whether by a border: what else they are to each other stands beside that."""
    return frozenset((content.a, content.b)), content.relation == _BORDER


def has_figure(content: Content) -> bool:
    """Whether it gives a number: of goods, money, a route or a tie, or a rank."""
    if isinstance(content, RouteFact):
        return isinstance(content.object, Quantity)
    if isinstance(content, Resource):
        return content.quantity is not None or content.rank is not None
    return isinstance(content, Commitment) or (isinstance(content, Relation) and content.quantity is not None)


def is_quoted(kind: Kind, told: Iterable[Content]) -> bool:
    """Whether a rule of this kind could only tell once more whom the sentence quotes."""
    return kind is _QUOTED and any(type(known) is Quote for known in told)


def _measured(content: Resource) -> tuple[object, str] | None:
    """The figure and its unit, whatever it is of."""
    return (content.quantity.value, content.quantity.unit) if content.quantity is not None else None


def _is_same(content: Content, known: Content) -> bool:
    if type(content) is Event and type(known) is Event:
        shared = {*content.actor, *content.target}.intersection((*known.actor, *known.target))
        same = content.plover == known.plover or {content.plover, known.plover} == _JOINT
        return same and bool(shared) and not _completes(content, known) and not _is_another(content, known)
    if type(content) is Resource and type(known) is Resource:
        if content.quantity is not None or content.rank is not None:
            figures = (_measured(content), content.rank)
            sides = content.country in known.partner or known.country in content.partner
            flow = {content.relation, known.relation} == _FLOW and sides
            alike = content.country == known.country or (content.resource == known.resource and not flow)
            return alike and figures == (_measured(known), known.rank)
        weaker = known.relation == _HAS != content.relation  # what is done with goods says more than that they exist
        return (content.country, content.resource) == (known.country, known.resource) and not weaker
    if type(content) is RouteFact and type(known) is RouteFact and content.route == known.route:
        if isinstance(content.object, Quantity):
            once = content.predicate == known.predicate != _MANY and not _is_counted_apart(content, known)
            return once or content.object == known.object
        return content.predicate == known.predicate or _avoided(content, known)
    return _subject(content) == _subject(known)


def _is_counted_apart(content: RouteFact, known: RouteFact) -> bool:
    """Whether the figures of two facts are of different years, or one of tonnes and one of containers."""
    units = {fact.object.unit.partition("/")[0] for fact in (content, known) if isinstance(fact.object, Quantity)}
    return len(units) > 1 or (None not in (content.year, known.year) and content.year != known.year)


def _is_another(content: Event, known: Event) -> bool:
    """Whether both are meetings, each with somebody who was not at the other one."""
    one, other = ({*event.actor, *event.target} for event in (content, known))
    return content.plover == known.plover == _MEETING and bool(one - other) and bool(other - one)


def _completes(content: Event, known: Event) -> bool:
    """Whether it tells of the same act to whom it was done, which the other one leaves open."""
    acts = content.plover == known.plover not in _TOGETHER and content.actor == known.actor
    return acts and bool(content.target) and not known.target


def _avoided(content: RouteFact, known: RouteFact) -> bool:
    """Whether one says that the route crosses what the other says it bypasses."""
    pair = {content.predicate, known.predicate}
    objects = [known.object, content.object]
    return pair == {"bypasses", "crosses"} and bool(
        set.intersection(*(set(item) for item in objects if isinstance(item, tuple)))
    )


def _subject(content: Content) -> object:
    """What a content other than an event or a resource is about."""
    if type(content) is Commitment:
        return content.amount
    if type(content) is Quote:
        return True  # one sentence, one speaker
    if type(content) is Relation:
        return tie(content)
    return content
