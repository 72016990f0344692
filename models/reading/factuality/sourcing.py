"""Sourcing: who a sentence says its figures are from, before them ("X said that") or behind them (", X estimates")."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from models.reading.grammar.tokens import words_of

_ACCORDING = re.compile(
    r"according _to ((?:[^ ,.;]+ ){1,8})|^((?:experts|analysts|observers|critics) )(?:say|said|believe)"
)
# "data that O1 published", "figures released by the statistics agency": whose they are counts
_PUBLISHERS = (
    r"according _to (?:[a-z'-]+ ){0,5}?"
    r"(?:data|figures|numbers|statistics|estimates?|reports?|statements?|information|survey|study|documents?|tables?) "
    r"(?:[a-z'-]+ ){0,3}?(?:D\d+ )?(?:"
    r"(?:; )?(?:that|which) (?P<one>WHO)(?:_\S+ )*(?:VERB) |(?:VERB) (?:D\d+ )?by (?P<two>WHO)(?=[.,;DPw]|$))"
)
_WHO = r"(?:(?:the|its) )?(?:[a-z'-]+ ){0,3}?(?:[OHNC]\d+ )|(?:the|its) (?:[a-z'-]+ ){1,4}?"
_TAG = re.compile(r"[OHNC]\d+ ?$")
# "By the president's count , it passed M0"
_RECKONED = re.compile(
    r"by ((?:[^ ,.;]+ ){1,5}?)'s (?:own |latest )?(?:count|tally|reckoning|estimates?|calculations?|figures|data) , "
)
_SOURCE, _BY, _EXPERTS = "according _to ", "by ", ("experts ", "analysts ", "observers ", "critics ")
_VERBS = "published|released|issued|provided|compiled|collected|gathered|announced|presented|disclosed|cited|posted"
_VERBS += "|made public|put out|supplied|shared|reported|prepared|produced|gave|given|obtained"
_PUBLISHED = re.compile(_PUBLISHERS.replace("WHO", _WHO).replace("VERB", _VERBS))
_NAME = re.compile(r"[OHNC]\d+(?= $)")


@lru_cache(maxsize=2)  # every frame of a sentence asks the same
def ascribed(tags: str) -> str | None:
    """Who the sentence as a whole is "according to"."""
    if tags.startswith(_BY) and (reckoned := _RECKONED.match(tags)):
        return reckoned[1].strip()
    if not tags.startswith(_EXPERTS) and _SOURCE not in tags:
        return None
    owned = _PUBLISHED.search(tags)
    if owned is not None:
        who = owned["one"] or owned["two"]
        name = _TAG.search(who)
        return (name[0] if name else who).strip()
    found = _ACCORDING.search(tags)
    return (found[1] or found[2]).strip() if found else None


def told_by(
    tags: str, start: int, end: int, saying: frozenset[str], insiders: frozenset[str] = frozenset()
) -> str | None:
    """Who says what stands in tags[start:end]: a name, or an office without one, as tagged words.

    A source in a body or firm (`insiders`) is not that itself.
    """
    if saying.isdisjoint(words_of(tags)):
        return None
    before, behind = _patterns(saying)
    head = before.match(tags, 0, start)
    found = head or behind.search(tags, max(0, end - 1))
    if found is None:
        return None
    who = str(found["who"])
    name = None if is_of_insider(who, insiders) else _NAME.search(who)
    return name[0] if name else who.strip()


def is_of_insider(who: str, insiders: frozenset[str]) -> bool:
    """Whether somebody told of as tagged words is only a source in a body or firm."""
    return any(f" {insider} " in f" {who} " for insider in insiders)


@cache
def _patterns(saying: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Someone who says something at the head of a sentence, and behind a comma at the end of what is said."""
    verbs = "|".join(sorted(map(re.escape, saying), key=lambda word: (-len(word), word)))
    name = r"(?:the |a |an |its )?(?:[a-z][^ ;,.]* ){0,5}?(?:[OHN]\d+ )?[OHNL]\d+ (?:in P\d+ )?"
    office = r"(?:(?:the|an?) (?:[a-z][^ ;,.]* ){1,4}?|(?:[a-z]+ )?[a-z]{3,}s )(?:(?:in|of) [PCJ]\d+ )?"
    office += r"|(?:(?:one|two|three|several|some) of |Q\d+ )(?:[a-z][^ ;,.]* ){0,5}?(?:(?:in|of) [PCJ]\d+ )?"
    head = r"(?:[CP]\d+ (?:—|–|-) (?:; )?)?(?:D\d+ (?:, )?|in P\d+ (?:D\d+ )?, )?"  # a dateline, a day, a place
    head += rf"(?P<who>{name})(?:, [^,;]+, )?(?:{verbs}) (?:[OHNPC]\d+ ){{0,2}}(?:D\d+ )?(?:; )?(?:that )?"
    ends = r"(?=[A-Z]\d|in |at |_to |\. |, |; |$)"
    heard = (
        r"(?:(?:the |a |an )?(?:[a-z]+ )?(?:reporters|journalists|lawmakers|deputies|parliament|agency|newspaper) )?"
    )
    tail = rf" (?:; )?, (?P<who>{name}|C\d+ |{office})(?:_also |_has |_have )?(?:{verbs}) {heard}{ends}"
    return re.compile(head), re.compile(tail)
