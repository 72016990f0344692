"""Areas: when "the region" is the one that the article is of, and who leads its states."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.reading.sentence.mentions import Mention

if TYPE_CHECKING:
    from models.reading.reference.context import Context
    from models.reading.sentence.tagging import Sentence

_REGION = ("region",)
_NAMED = re.compile(r"of (?:the )?[PNQMFB]\d")


def is_other(sentence: Sentence, at: int, mention: Mention) -> bool:
    """Whether the word before a place is no reference back: it means a part of a state ("the region of P1"), or about
    so much ("in the region of M1").
    """
    return mention.kind == "X" and mention.ids == _REGION and _NAMED.match(sentence.tags, at) is not None


def leaders_of(sentence: Sentence, match: re.Match[str], context: Context) -> str:
    """The leaders of "the region" as the states that they lead."""
    area, leaders = sentence.mention(match[1]), sentence.mention(match[2])
    if area.ids[:1] != _REGION:
        return match[0]
    return sentence.add(Mention("L", area.start, leaders.end, f"{area.name}'s {leaders.name}", context.region))
