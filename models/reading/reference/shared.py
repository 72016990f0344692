"""Shared: the subject of verbs that share one, repeated before each of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_NEXT = re.compile(r"(?=(\S*))(?:[_D]\S* )*(\S*)")
_SERIES = re.compile(
    r"(?:[_D]\S* )?"
    r"(?:[a-z]+ [JKQ]\d|[a-z]+s (?:(?:more|some|much|its|the|no|most|_about) |([a-z]+) (?:and|_to|from|for|,) ))"
)
_COMMA, _FOR = ",", "for "
_SUBJECTS = "CHLORNW"  # whoever shares a verb, also who acts for no state
_SUBJECT = re.compile(rf"[{_SUBJECTS}]\d+")


class Shared:
    """The words that join verbs and open clauses, and the finite forms of verbs."""

    def __init__(self, words: Mapping[str, frozenset[str]], finite: frozenset[str]) -> None:
        self._words, self._finite = words, finite
        joins = "|".join(sorted((*words["joins"], _COMMA)))
        # the first letter comes first, so that the search skips to it fast; then it looks back
        first = "".join(sorted({word[0] for word in (*words["joins"], _COMMA)}))
        self._turns = re.compile(rf"[{_SUBJECTS}{first}](?<![^ ].)(?:(?<=[{_SUBJECTS}])\d+|(?<=(?=(?:{joins}) ).)\S*) ")

    def told(self, tags: str) -> str:
        """The tags with a barrier before every new clause, and the subject repeated before a verb that shares it.

        "C1 met C2 and signed K3 while C4 has K5" becomes "C1 met C2 and C1 signed K3 ; while C4 has K5", "C1 buys K3 ,
        sells K4" becomes "C1 buys K3 , C1 sells K4".
        """
        out: list[str] = []
        subject, at, acts = "", 0, 0
        for match in self._turns.finditer(tags):
            token = match[0]
            if not self._verb_follows(tags, match.end()):
                continue
            if token[0] == _COMMA and not self._goes_on(tags, match.end(), acts):
                continue
            if token[0] in _SUBJECTS:
                before = tags.rfind(" ", 0, max(0, match.start() - 1)) + 1
                opener = tags[before : match.start()]
                if subject != token and opener[:-1] in self._words["openers"] and (subject or _explains(tags, before)):
                    out += (tags[at:before], "; ")
                    at = before
                subject, acts = token, match.start()
            elif subject:
                out += (tags[at : match.end()], subject)
                at = match.end()
        return "".join((*out, tags[at:]))

    def _goes_on(self, tags: str, at: int, acts: int) -> bool:
        """Whether a verb with its object comes next, no noun that looks like one (", exports fell").

        It is not of the actor at the other place where he acts in an aside ("C1 , as O2 says , exports K3").
        """
        found = _SERIES.match(tags, at)
        if found is None or found[1] in self._finite:
            return False
        clause = tags[:acts].rpartition(" ; ")[2].rpartition(", ")[0]
        return all(tags.startswith(f"{other} ", acts) for other in _SUBJECT.findall(clause))

    def _verb_follows(self, tags: str, at: int) -> bool:
        """Whether a finite verb comes next, adverbs and dates aside."""
        found = _NEXT.match(tags, at)
        return found is not None and (found[1] in self._words["finite"] or found[2] in self._finite)


def _explains(tags: str, at: int) -> bool:
    """Whether a clause that tells why begins at a place (", for C1 declined")."""
    return tags.startswith(_FOR, at) and f" {tags[:at]}".endswith(" , ")
