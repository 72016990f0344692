"""What an event is, and between whom."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.phrases.templates import fill
from models.statements.keys import MEETING, MUTUAL, plover_type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.phrases.names import Names
    from models.phrases.templates import Templates
    from models.records import Claim, Event


def deed(event: Event, names: Names, words: Templates, claims: Sequence[Claim] = ()) -> str:
    """The type of an event with its parties in the `words` for events: who with whom, or who towards whom. Sentences
    tell of a meeting who met, and of what is done to lands whether it is done to their firms, investors or banks."""
    plover = plover_type(event)
    told = claims[0].evidence.quote if claims else ""
    label = _met_as(event, words, told) if plover == MEETING else ""
    label = label or names.plover(plover)
    actors = names.names(event.actor) or words["nobody"]
    if not event.target:
        label = words["untargeted"].get(plover, label)
        if plover == MEETING and names.is_group(event.actor):
            return fill(words["within"], label=label, actors=actors)
        return fill(words["mutual" if plover in MUTUAL else "alone"], label=label, parties=actors, actors=actors)
    if event.mode in words["directed"]:
        template = words["directed"][event.mode]
    elif plover in MUTUAL:
        if re.match(words["one_does"], event.summary):
            return fill(words["one_with"], label=label, actors=actors, targets=names.names(event.target))
        return fill(words["mutual"], label=label, parties=names.names((*event.actor, *event.target)))
    else:
        unnamed = words["unnamed"] if not event.actor else None
        template = unnamed or words["directed"].get(plover, words["directed"]["other"])
    return fill(template, label=label, actors=actors, targets=names.whose(event.target, claims))


def _met_as(event: Event, words: Templates, told: str) -> str:
    """What a meeting is called by what is told of it ("held their first summit"), else by its mode, else by the only
    office that its sentence names; empty where none tells."""
    for begun, label in words["kinds"]:
        if re.match(begun, event.summary, re.IGNORECASE):
            return str(label)
    if label := words["modes"].get(event.mode, ""):
        return str(label)
    named = [label for office, label in words["levels"] if re.search(office, told, re.IGNORECASE)]
    return str(named[0]) if len(named) == 1 else ""
