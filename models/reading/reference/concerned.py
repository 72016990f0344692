"""Which states a quote concerns: those of who speaks and those that the sentence names, else the one spoken of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.reading.sentence.bodies import is_leading, is_minister

if TYPE_CHECKING:
    from models.reading.reference.context import Context
    from models.reading.sentence.mentions import Mention
    from models.reading.sentence.tagging import Sentence

_NAMING = "CHJLP"
_NOUNS = r"(?:(?:K\d+|[a-z-]+) ){0,4}"
_PERSON = re.compile(rf"([HN]\d+) (?:(?:for|of|at|from) {_NOUNS}(?:in|of) ([CP]\d+) (?!'s ))?")
_LAND = re.compile(rf"(?<![^ ])(J\d+|C\d+(?= 's)) (?:'s )?({_NOUNS})$")


def concerned(sentence: Sentence, speaker: Mention, context: Context) -> tuple[str, ...]:
    """The codes of states, the speaker's own first.

    A person with an office that tells no state has that of the country spoken of when the person was first quoted, in
    later sentences, too, whatever these speak of. Who holds no office of a state and leads no firm or body, as an
    economist, speaks of the region's states that the sentence itself names, if it names any.
    """
    own = _states(speaker.ids or _introduced(sentence, speaker), context) or context.homes.get(speaker.name, ())
    named = [code for item in sentence.present(_NAMING) for code in _states(item.ids, context)]
    if not own and speaker.kind in "HN" and speaker.role:
        bound = is_minister(sentence, speaker) or is_leading(sentence, speaker)
        here = () if bound else tuple(code for code in named if code in context.members)
        spoken_of = () if set(context.countries) & set(here) else here[:1]
        own = context.homes[speaker.name] = spoken_of or context.countries or tuple(named[:1])
    return tuple(dict.fromkeys((*own, *named))) or _of_paragraph(context)


def _introduced(sentence: Sentence, speaker: Mention) -> tuple[str, ...]:
    """The state by which the sentence introduces somebody whose office alone does not tell it ("J0 K1 ministry H2")."""
    for tag, behind in _PERSON.findall(sentence.tags):
        if sentence.mention(tag).name != speaker.name:
            continue
        land = _LAND.search(sentence.tags, 0, sentence.tags.index(f"{tag} "))
        if land is not None and sentence.words["prepositions"].isdisjoint(land[2].split()):
            return sentence.mention(land[1]).ids
        if behind:
            return sentence.mention(behind).ids
    return ()


def _of_paragraph(context: Context) -> tuple[str, ...]:
    """The state spoken of; where the paragraph does not name it, the one that the article names most often and those
    that the paragraph does ("the border with C0 is open")."""
    here = tuple(code for code in context.paragraph if code in context.members and (code,) != context.region)
    if not here or not set(context.countries).isdisjoint(here):
        return context.countries
    main = max(context.often, key=lambda code: context.often[code], default="")
    return tuple(dict.fromkeys((*((main,) if main else ()), *here)))


def _states(ids: tuple[str, ...], context: Context) -> tuple[str, ...]:
    return tuple(code for code in ids if code in context.states)
