"""Implied: with whom somebody deals where his own sentence names nobody else.

"Trade with C1 fell; C0 closed the line. C0 has offered a discount" is offered to C1: the only other state that the
sentence before named. Nobody is implied where the sentence itself names another state, a body or a firm, where the one
before named two, where whoever acts is new to what is told, or where the verb alone calls for no other side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.reading.around.wording import quoted_spans

if TYPE_CHECKING:
    from models.reading.frames import Frame

_NAMING = "CHLJOP"
_BODIES, _WAYS = "O", "R"
# done with somebody, whom a rule that is sure must call for; one may as well deny what nobody said
_CALLING = frozenset({"AGREE", "CONSULT", "COOPERATE", "REJECT"})
_SUPPORT = "SUPPORT"


def implied(frame: Frame, own: tuple[str, ...]) -> tuple[str, ...]:
    """The only other state that the sentence before named, while this one names nobody but `own`; empty else."""
    named = {code for mention in frame.sentence.present(_NAMING) for code in frame.known_states(mention)}
    if not own or not named <= set(own) or _is_quoted(frame):
        return ()
    others = tuple(code for code in frame.context.before if code not in own)
    return others if len(others) == 1 and _goes_on(frame, own, others[0]) and not _is_of_else(frame, own) else ()


def _goes_on(frame: Frame, own: tuple[str, ...], other: str) -> bool:
    """Whether whoever acts was spoken of with the other one: named beside him just before, or dealing with him."""
    context = frame.context
    return any(code in context.before or other in context.dealt.get(code, ()) for code in own)


def _is_of_else(frame: Frame, own: tuple[str, ...]) -> bool:
    """Whether it is done with a body or for a way that is named, by the region as a whole, or maybe with nobody."""
    deed = frame.compiled.rule.gives.get("plover")
    unsure = deed in _CALLING and frame.compiled.rule.fallback
    for_way = deed == _SUPPORT and any(frame.sentence.present(_WAYS))
    return unsure or for_way or own == frame.context.region or any(frame.sentence.present(_BODIES))


def _is_quoted(frame: Frame) -> bool:
    """Whether the sentence gives somebody's own words, in which others may be meant."""
    return bool(quoted_spans(frame.sentence.text))
