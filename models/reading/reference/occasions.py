"""Occasions: the day of the meeting that an article reports is that of what else the same parties did there.

"On 29 June the minister called on H1. The minister requested ...": the second sentence has no date of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.reading.sentence.mentions import Mention

if TYPE_CHECKING:
    from models.reading.reference.context import Context
    from models.reading.sentence.tagging import Sentence
    from models.records import Event

_TALKS = frozenset({"CONSULT", "AGREE"})
_DAY = len("2025-12-20")
_PRESENT = re.compile(r"[a-rt-z]s ?$")  # "encourages": what somebody does at all times
_APART = frozenset({"_has", "_have", "_had", "_having", "_will", "_would", "_be", "_been"})


def note_occasion(event: Event, context: Context) -> None:
    """Keep the day of a meeting or agreement, and who took part."""
    if event.plover in _TALKS and event.date is not None and len(event.date) == _DAY:
        known = str(context.occasion.value) if context.occasion is not None else ""
        if event.date < known <= str(context.published or known):
            return  # what is recalled by the way is no day of what the article reports
        parties = frozenset((*event.actor, *event.target))
        context.occasion = Mention("D", 0, 0, value=event.date, inferred=event.year_inferred)
        context.present = parties | context.members if parties & context.members else parties


def of_occasion(sentence: Sentence, verbs: list[str], parties: set[str], context: Context) -> Mention | None:
    """The day of the occasion, for a deed in the simple past among those present that has no date of its own."""
    if not verbs or context.occasion is None or not parties <= context.present:
        return None
    dated = any(mention.kind == "D" for mention in sentence.mentions)
    simple = all(_APART.isdisjoint(verb.split()) and not _PRESENT.search(verb) for verb in verbs)
    return context.occasion if simple and not dated else None
