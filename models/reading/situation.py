"""Situation: who meets whom, when and where, as the article's own sentences tell it so far."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.reading.links import Context
    from models.reading.tagging import Sentence

_PARTY = re.compile(r"[CLHJ]\d+")


def settle(sentence: Sentence, context: Context, *, title: bool, lang: str) -> None:
    """Note the parties of the article: the region (or a member) and those named with it."""
    codes: list[str] = []
    for tag in _PARTY.findall(sentence.tags):
        mention = sentence.mention(tag)
        codes.extend(code for code in mention.ids if code not in codes)
    if len(codes) < 2 or not context.members.intersection(codes):
        return
    meets = "summit" in sentence.tags or "meeting" in sentence.tags or " host" in sentence.tags or "talks" in sentence.tags
    if not context.parties or (meets and not title and not context.place):
        context.parties = tuple(codes)
