"""Facing: whom "it", "its neighbour" and "there" stand for where somebody deals with them.

"C0 borders C1 and C0 signed with it a treaty" is signed with C1: the state named last that does not act itself, else
the one that whoever acts has dealt with in the sentences before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.reading.grammar.tokens import words_of
from models.reading.reference.situation import other_side
from models.reading.sentence.mentions import Mention

if TYPE_CHECKING:
    from models.reading.grammar.language import Language
    from models.reading.reference.context import Context
    from models.reading.sentence.tagging import Sentence

_WORDS = frozenset({"it", "its", "there", "other", "each", "every"})
_ACTING = re.compile(r"(?:([a-z_]+) )?([CHO]\d+)(?= (?!'s ))")
_NAMED = re.compile(r"[CHP]\d+")
_GOALS = (re.compile(r"_to ([CP]\d+) "), re.compile(r"(?:in|at) ([CP]\d+) "))  # the first way tells better
_WITH = "with"
_EACH = frozenset({"each", "every"})
_NEAR = 3  # words between a verb and "with it"


class Facing:
    """The verbs that only somebody can be the object of, those of dealings, and the nouns for whom one deals with."""

    def __init__(self, language: Language) -> None:
        addressed, dealing, kin, how = (
            "|".join(sorted(map(re.escape, language.words("clauses", name))))
            for name in ("addressing", "dealing", "kin", "kin_how")
        )
        self._it = re.compile(
            rf"(?<![^ ])(?:(?:{addressed}) |(?:{dealing}) (?:[a-z_]+ ){{0,{_NEAR}}}?with )(?P<word>it )(?!_)"
        )
        self._its = re.compile(
            rf"(?<![^ ])(?P<word>its (?:(?:{how}) )?(?:{kin}) )(?!, [CHOP]\d|[CHOP]\d|'s |(?:of|in) )"
        )
        self._each = re.compile(rf"(?<![^ ])(?P<word>(?:each|every) (?:of its )?(?:(?:{how}) )?(?:{kin})s? )(?!'s )")
        others = "|".join(sorted(map(re.escape, language.words("clauses", "other_side"))))
        self._other = re.compile(rf"(?<![^ ])(?P<word>the other (?:{others}) )(?!of )")
        self._there = re.compile(rf"(?<![^ ])(?:{dealing}) (?P<word>there )(?=an? |the |[KQB]\d)")

    def resolve(self, sentence: Sentence, context: Context) -> None:
        """Put whom they stand for in the place of the words."""
        present = _WORDS & words_of(sentence.tags)
        if "it" in present:
            sentence.tags = self._it.sub(lambda match: self._named(sentence, match, context), sentence.tags)
        if "its" in present:
            sentence.tags = self._its.sub(lambda match: self._named(sentence, match, context), sentence.tags)
        if not present.isdisjoint(_EACH):
            sentence.tags = self._each.sub(lambda match: _all_named(sentence, match, context), sentence.tags)
        if "other" in present:
            sentence.tags = self._other.sub(lambda match: self._named(sentence, match, context), sentence.tags)
        if "there" in present:
            sentence.tags = self._there.sub(lambda match: self._host(sentence, match), sentence.tags)

    def _named(self, sentence: Sentence, match: re.Match[str], context: Context) -> str:
        at = match.start("word")
        own = _subject(sentence, at)
        found = _faced(sentence, at, own, context) if own is not None else None
        return match[0] if found is None else f"{match[0][: at - match.start()]}{sentence.add(found)}"

    def _host(self, sentence: Sentence, match: re.Match[str]) -> str:
        """With whom something is signed "there": the state to which who acts has gone."""
        own = _subject(sentence, match.start())
        goals = (way.findall(sentence.tags, 0, match.start()) for way in _GOALS)
        found = next((sentence.mention(tags[-1]) for tags in goals if tags), None)
        if own is None or found is None or len(found.ids) != 1 or found.ids == own.ids:
            return match[0]
        host = Mention("C", 0, 0, found.name, found.ids)
        return f"{match[0][: match.start('word') - match.start()]}{_WITH} {sentence.add(host)}"


def _all_named(sentence: Sentence, match: re.Match[str], context: Context) -> str:
    """All states that the sentence before named beside the one that acts, where they are several."""
    own = _subject(sentence, match.start())
    others = tuple(code for code in context.before if own is not None and code not in own.ids)
    known = len(others) > 1 and len(others) < len(context.before)
    return sentence.add(Mention("L", 0, 0, match["word"].strip(), others)) if known else match[0]


def _subject(sentence: Sentence, at: int) -> Mention | None:
    """Who acts before a place in its clause: the first under no preposition."""
    clause, prepositions = sentence.tags[:at].rpartition(" ; ")[2], sentence.words["prepositions"]
    free = (tag for lead, tag in _ACTING.findall(clause) if lead not in prepositions)
    found = next(free, None)
    return sentence.mention(found) if found is not None else None


def _faced(sentence: Sentence, at: int, own: Mention, context: Context) -> Mention | None:
    """The single state named last before a place that does not act, else the other one of the two spoken of."""
    named = (sentence.mention(tag) for tag in reversed(_NAMED.findall(sentence.tags, 0, at)))
    here = next((item for item in named if len(item.ids) == 1 and item.ids != own.ids), None)
    pair = context.pair if set(own.ids) <= set(context.pair) else ()
    rest = tuple(code for code in pair if code not in own.ids)
    found = here or (Mention("L", 0, 0, ids=rest) if rest else other_side(own.ids, context))
    return Mention("C", 0, 0, found.name, found.ids) if found is not None and len(found.ids) == 1 else None
