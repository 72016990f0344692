"""Ventures: which firm "the joint venture" is: the one just called so, and never one of those that own it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from models.reading.sentence.mentions import Mention

if TYPE_CHECKING:
    from models.reading.reference.context import Context
    from models.reading.sentence.tagging import Sentence

_NOUN = r"(?:joint )?ventures? "
_CALLED = re.compile(
    rf"(?<![^ ])(?:([NOP]\d+) {_NOUN}|{_NOUN}(?:, |called |named )?([NO]\d+) (?!and |with )"
    rf"|([NOP]\d+) (?:, |_is |_was )(?:an?|the|its|their) (?:(?![NO]\d)[^ ;,]+ ){{0,3}}?{_NOUN})"
)
_TWO = 2
_WORD = re.compile(rf"(?<![^ ]){_NOUN}")


def is_told(context: Context) -> bool:
    """Whether the sentence before speaks of a venture, so that it is no other firm."""
    return context.last is not None and _WORD.search(context.last.tags) is not None


def venture(name: str, context: Context) -> Mention | None:
    """The venture that the sentence before names, of the only state of the region that it names with it; one without a
    name is called by the first two firms beside it."""
    last = context.last
    if last is None:
        return None
    found, land = _CALLED.search(last.tags), _home(last, context)
    if found is None:
        named = (name for mention in last.present("O") for name in mention.names or (mention.name,))
        owners = list(dict.fromkeys(named))[:_TWO]
        called = f"{name.lower().removeprefix('the ')} of {' and '.join(owners)}"
        return Mention("O", 0, 0, called, land) if len(owners) == _TWO else None
    known = last.mention(found[1] or found[2] or found[3])
    return known if known.kind == "P" else replace(known, kind="O", ids=land or known.ids, names=())


def _home(sentence: Sentence, context: Context) -> tuple[str, ...]:
    """The state of the region where one of those lies whom the sentence names, if it is only one."""
    codes = {code for mention in sentence.present("CJOP") for code in mention.ids} & context.members
    return tuple(codes) if len(codes) == 1 else context.countries
