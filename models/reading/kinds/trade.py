"""Trade: of which goods a sum is that two states trade, and whether it only tells how much that has changed."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.reading.frames import Frame
    from models.reading.sentence.mentions import Mention
    from models.reading.sentence.tagging import Sentence

_CLAUSE = " ; "
_NEAR = 4  # words between a verb and "by M0": "grew last year by M0"
_BY_SUM = re.compile(r" by (?:_\S+ )*$")


def goods_traded(frame: Frame, figure: Mention) -> str:
    """The goods that the trade nearest to a sum is in ("wheat", "agricultural"); empty for all trade."""
    sentence = frame.sentence
    at, clause = _clause(frame, figure)
    pattern = _scoped(sentence.words["trade_nouns"], sentence.words["trade_scopes"])
    found = [*pattern.finditer(clause)]
    if not found:
        return ""
    nearest = next((one for one in reversed(found) if one.start() < at), found[0])
    return next((_named(sentence, told) for told in nearest.groups() if told), "")


def is_change(frame: Frame, figure: Mention) -> bool:
    """Whether a sum is by how much trade grew or shrank ("grew by M0", "a M0 increase in trade")."""
    words = frame.sentence.words
    at, clause = _clause(frame, figure)
    if _changed(words["trade_changes"]).match(clause, at):
        return True
    by = _BY_SUM.search(clause, 0, at)
    return by is not None and not words["trade_moves"].isdisjoint(clause[: by.start()].split()[-_NEAR:])


def _clause(frame: Frame, figure: Mention) -> tuple[int, str]:
    """Where the figure stands in its clause, and the clause."""
    tags, place = frame.sentence.tags, max(0, frame.place(figure))
    start = tags.rfind(_CLAUSE, 0, place) + 1
    end = tags.find(_CLAUSE, place)
    return place - start, tags[start : end if end >= 0 else len(tags)]


def _named(sentence: Sentence, told: str) -> str:
    """The goods by the name of their mention, or in the words that stand there."""
    other = told.startswith("non")
    goods = [sentence.mention(word) if word[:1] == "K" else word for word in told.split()]
    words = [one if isinstance(one, str) else one.name.lower() if other else one.ids[0] for one in goods]
    return " ".join(words).replace("non - ", "non-")


@cache
def _scoped(nouns: frozenset[str], scopes: frozenset[str]) -> re.Pattern[str]:
    """Trade, with the goods right before it or behind "in"."""
    trade = "|".join(sorted(nouns, key=len, reverse=True))
    goods = rf"(?:non ?- ?)?(?:K\d+|(?:{'|'.join(sorted(scopes, key=len, reverse=True))}))(?: (?:goods|products))?"
    return re.compile(rf"(?<![^ ])(?:({goods}) )?(?:{trade})(?= )(?: (?:turnover|volumes?))?(?: in ({goods})(?= ))?")


@cache
def _changed(nouns: frozenset[str]) -> re.Pattern[str]:
    """A sum before the noun that tells a change."""
    return re.compile(rf"M\d+ (?:{'|'.join(sorted(nouns))}) ")
