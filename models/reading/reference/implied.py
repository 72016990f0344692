"""Implied: with whom somebody deals where his own sentence names nobody else.

"Trade with C1 fell; C0 closed the line. C0 has offered a discount" is offered to C1: the only other state that the
sentence before named. Nobody is implied where the sentence itself names another state, or the one before named two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.reading.around.wording import quoted_spans

if TYPE_CHECKING:
    from models.reading.frames import Frame

_NAMING = "CHLJOP"


def implied(frame: Frame, own: tuple[str, ...]) -> tuple[str, ...]:
    """The only other state that the sentence before named, while this one names nobody but `own`; empty else."""
    named = {code for mention in frame.sentence.present(_NAMING) for code in frame.known_states(mention)}
    if not own or not named <= set(own) or _is_quoted(frame):
        return ()
    others = tuple(code for code in frame.context.before if code not in own)
    return others if len(others) == 1 else ()


def _is_quoted(frame: Frame) -> bool:
    """Whether the sentence gives somebody's own words, in which others may be meant."""
    return bool(quoted_spans(frame.sentence.text))
