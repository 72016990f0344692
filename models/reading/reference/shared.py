"""Shared: the subject of verbs that share one, repeated before each of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.reading.grammar.tokens import tokens_of, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SERIES = re.compile(
    r"(?:[_D]\S* )?"
    r"(?:[a-z]+ [JKQ]\d|[a-z]+s (?:(?:more|some|much|its|the|no|most|_about) |([a-z]+) (?:and|_to|from|for|,) ))"
)
_COMMA, _FOR = ",", "for "
_SUBJECTS = "CHLORNW"  # whoever shares a verb, also who acts for no state
_SUBJECT = re.compile(rf"[{_SUBJECTS}]\d+")
_LEANING = "_D"  # adverbs, auxiliaries and dates stand before a verb
_THAT, _FACT = "that", "fact that "
_NOW = frozenset({"_is", "_are", "_has", "_have", "_will", "_would", "_can", "_must", "_may", "_could", "_should"})


class Shared:
    """The words that join verbs and open clauses, and the finite forms of verbs."""

    def __init__(
        self,
        words: Mapping[str, frozenset[str]],
        finite: frozenset[str],
        past: frozenset[str] = frozenset(),
        saying: frozenset[str] = frozenset(),
    ) -> None:
        self._words, self._finite, self._past, self._saying = words, finite, past, saying
        self._joins = words["joins"] | {_COMMA}
        self._parting = self._joins | words["openers"]

    def told(self, tags: str) -> str:
        """The tags with a barrier before every new clause, and the subject repeated before a verb that shares it.

        "C1 met C2 and signed K3 while C4 has K5" becomes "C1 met C2 and C1 signed K3 ; while C4 has K5", "C1 buys K3 ,
        sells K4" becomes "C1 buys K3 , C1 sells K4". Behind what somebody said of now, a past verb that a comma parts
        from it is his again: "C1 noted that C2 makes K3 , and agreed" becomes "... ; that C2 makes K3 , and C1 agreed".
        So is a verb of saying behind whatever he said ("C1 noted that K3 of O2 grew , and added").
        """
        return tags if self._parting.isdisjoint(words_of(tags)) else self._parted(tags)

    def _parted(self, tags: str) -> str:
        """The tags, which have a word that joins verbs or opens a clause, as they are told."""
        out: list[str] = []
        subject, outer, speaker, at, acts = "", "", "", 0, 0
        tokens, end, joins = tokens_of(tags), 0, self._joins
        for number, token in enumerate(tokens, start=1):
            end += len(token) + 1
            acting = token[0] in _SUBJECTS
            if not (acting or token in joins) or not self._verb_follows(tokens, number):
                told = tokens[number - 1] == _THAT
                speaker = (self._speaker(tokens, number, subject) if told else "") or speaker
                continue
            if token == _COMMA and not self._goes_on(tags, end, acts):
                continue
            if acting:
                start = end - len(token) - 1
                before = tags.rfind(" ", 0, max(0, start - 1)) + 1
                opener = tags[before : start - 1]
                if subject != token and opener in self._words["openers"] and (subject or _explains(tags, before)):
                    out += (tags[at:before], "; ")
                    at = before
                    outer = subject if opener == _THAT and self._is_of_now(tokens, number) else ""
                subject, acts = token, start
            elif subject:
                if again := self._again(tokens, number, outer, speaker):
                    subject, outer, speaker = again, "", ""
                out += (tags[at:end], f"{subject} ")
                at = end
        return "".join((*out, tags[at:]))

    def _speaker(self, tokens: Sequence[str], at: int, subject: str) -> str:
        """The subject where the "that" before the place tells what he said."""
        return subject if at > 1 and tokens[at - 2] in self._saying else ""

    def _again(self, tokens: Sequence[str], at: int, outer: str, speaker: str) -> str:
        """Who spoke before, where a comma parts what he said from a verb that is his again."""
        if tokens[at - 1] == _COMMA or tokens[at - 2] != _COMMA:
            return ""
        return outer if outer and self._is_past(tokens, at) else speaker if tokens[at] in self._saying else ""

    def _goes_on(self, tags: str, at: int, acts: int) -> bool:
        """Whether a verb with its object comes next, no noun that looks like one (", exports fell").

        It is not of the actor at the other place where he acts in an aside ("C1 , as O2 says , exports K3").
        """
        found = _SERIES.match(tags, at)
        if found is None or found[1] in self._finite or _FACT in tags[:acts]:  # "the fact that C1 paid , shows the"
            return False
        clause = tags[:acts].rpartition(" ; ")[2].rpartition(", ")[0]
        return all(tags.startswith(f"{other} ", acts) for other in _SUBJECT.findall(clause))

    def _verb_follows(self, tokens: Sequence[str], at: int) -> bool:
        """Whether a finite verb comes next, adverbs and dates aside."""
        if at < len(tokens) and tokens[at] in self._words["finite"]:
            return True
        while at < len(tokens) and tokens[at][0] in _LEANING:
            at += 1
        return at < len(tokens) and tokens[at] in self._finite

    def _is_of_now(self, tokens: Sequence[str], at: int) -> bool:
        """Whether the verb that comes next is in the present or future."""
        verb = tokens[at] if at < len(tokens) else ""
        return verb in _NOW or (verb in self._finite and verb not in self._past)

    def _is_past(self, tokens: Sequence[str], at: int) -> bool:
        """Whether the verb that comes next, adverbs and dates aside, is a past form."""
        while at < len(tokens) and tokens[at][0] in _LEANING:
            at += 1
        return at < len(tokens) and tokens[at] in self._past


def _explains(tags: str, at: int) -> bool:
    """Whether a clause that tells why begins at a place (", for C1 declined")."""
    return tags.startswith(_FOR, at) and f" {tags[:at]}".endswith(" , ")
