"""Unpromised: sums beside a giver that he does not give: prices, wholes, debts, what is called off."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.reading.frames import Frame
    from models.reading.sentence.mentions import Mention
    from models.reading.sentence.tagging import Sentence

# "a quarter of the M0 ; that C1 owes"
_PART = re.compile(r"(?<![^ ])(?:F\d+|quarter|third|half|most|part|share) of (?:the )?$")
# "Of the M0 needed , a fifth", "M0 , half of it from O1": the sum is not what this one gives
_WHOLE = re.compile(r"(?:^|[;,—] )(?:_?of|_?out of) (?:the )?$")
_SHARED = re.compile(
    r"M\d+ (?:[^ ;,]+ ){0,3}, (?:F\d+|half|third|most|part|much|some) (?:of (?:it|which|them) )?(?:from|by) "
)
# "M0 out of the M1 pledged", "M0 from a M1 credit line"
_PART_OF = re.compile(
    r"[MB]\d+ (?:[a-z]+ )?(?:_?out of|_?of|from) (?:(?!and |_to )[a-z'-]+ ){0,3}(?:of )?(?:_?[a-z]+ ){0,2}$"
)
# "M0 / t", "M0 a tonne": a price; "M0 _are required": nobody gives it yet
_PRICE = re.compile(
    r"M\d+ (?:(?:-|—|_to) [MB]\d+ )?(?:/ |per (?!cent )|(?:_\S+ )*(?:required|needed|necessary|lacking) |"
    r"an? (?:metric |cubic )?(?:tonne|ton|barrel|kg|kilo|kilogram|mwh|kwh|pound|ounce|litre|liter|wagon|container) )"
)
_BRACKET = re.compile(r"\(([^()]*)\)")
_OWED = re.compile(r"M\d+ (?:; )?(?:that|which) (?:[^ ;]+ ){1,4}?(?:owes?|owed) ")
_PRICED = 5  # words before a sum among which stands that it is a price


def is_no_promise(frame: Frame, amount: Mention) -> bool:
    """Whether its clause or a bracket calls the sum off, holds it back or pays it back, or it is told as a price."""
    return _is_no_promise(frame.sentence, max(0, frame.place(amount)))


@lru_cache(maxsize=4)  # every rule that reads the amount asks
def _is_no_promise(sentence: Sentence, at: int) -> bool:
    words, tags = sentence.words, sentence.tags
    if any(sign.search(tags, 0, at) for sign in (_PART, _WHOLE, _PART_OF)) or any(
        sign.match(tags, at) for sign in (_OWED, _SHARED, _PRICE)
    ):
        return True
    start, end = tags.rfind(" ; ", 0, at) + 1, tags.find(" ; ", at)
    before = " ".join(tags[start:at].split()[-_PRICED:])
    if _any(words["priced"]).search(f"{before} ") or _raised(words["levels"]).search(tags, start, at):
        return True
    beside = " ".join(f"{words} " for words in _BRACKET.findall(sentence.text.lower()))
    clause = f"{tags[start : end if end >= 0 else len(tags)]} {beside}"
    return bool(_any(words["withdrawn"]).search(clause)) and not _any(words["restored"]).search(clause)


@cache
def _any(words: frozenset[str]) -> re.Pattern[str]:
    """Any of the words in tagged text; one that ends in * opens all that begin so."""
    return re.compile(rf"(?<![^ ])(?:{_forms(words)}) ")


def _forms(words: frozenset[str]) -> str:
    return "|".join(re.escape(word).replace(r"\*", r"\S*") for word in sorted(words, key=len, reverse=True))


@cache
def _raised(levels: frozenset[str]) -> re.Pattern[str]:
    """What is brought "to" a sum and is none that is given ("bring this index _to M0")."""
    between = r"(?:(?!of |for |with )[^ ;,M]+ )"
    return re.compile(rf"(?<![^ ])(?:{_forms(levels)}) {between}{{0,4}}?_to (?:_?[a-z]+ ){{0,2}}$")
