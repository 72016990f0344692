"""Which states a quote concerns: those of who speaks and those that the sentence names, else the one spoken of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.reading.reference.referents import Context
    from models.reading.sentence.mentions import Mention
    from models.reading.sentence.tagging import Sentence

_NAMING = "CHJLP"


def concerned(sentence: Sentence, speaker: Mention, context: Context) -> tuple[str, ...]:
    """The codes of states, the speaker's own first.

    A person with an office that tells no state has that of the country spoken of when the person was first quoted, in
    later sentences, too, whatever these speak of.
    """
    own = _states(speaker.ids, context) or context.homes.get(speaker.name, ())
    named = [code for item in sentence.present(_NAMING) for code in _states(item.ids, context)]
    if not own and speaker.kind in "HN" and speaker.role:
        own = context.homes[speaker.name] = context.countries or tuple(named[:1])
    return tuple(dict.fromkeys((*own, *named))) or context.countries


def _states(ids: tuple[str, ...], context: Context) -> tuple[str, ...]:
    return tuple(code for code in ids if code in context.states)
