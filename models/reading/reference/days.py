"""Days: when something was that is told from what stands before: "the next day", "two weeks earlier", "the same month".

Such words count from the last date of the sentence, else from that of the last event of the two sentences before; where
there is none they tell nothing, and stay as they are.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from models.reading.sentence.mentions import Mention

if TYPE_CHECKING:
    from models.reading.grammar.language import Language
    from models.reading.reference.context import Context
    from models.reading.sentence.tagging import Sentence
    from models.records import PartialDate

_LONG = 2  # sentences for which the date of an event is one to count from
_FULL, _MONTH = len("2025-12-20"), len("2025-12")
_DAY, _MONTHS, _YEARS = "day", "month", "year"
_DAYS = {"day": 1, "week": 7}
_MOST = 400
_UNITS = (" day ", " week ", " month ")
_ONE = ("a", "an", "the", "one")
_DATE, _TAG = "D", re.compile(r"D\d+(?= )")


class Days:
    """The words that count from a date told before."""

    def __init__(self, language: Language) -> None:
        spelled: dict[str, float] = language.tables["numbers"]["spelled"]
        later, earlier, same, next_, last = (
            "|".join(sorted(language.words("counting", name))) for name in ("later", "earlier", "same", "next", "last")
        )
        self._numbers = {word: int(number) for word, number in spelled.items()} | dict.fromkeys(_ONE, 1)
        self._counted = re.compile(
            r"(?:just |only |barely )?(?P<many>[a-z]+|\d{1,2}) (?P<unit>day|week|month|year)s? "
            rf"(?:(?P<later>{later})|{earlier})"
        )
        self._next = re.compile(rf"(?:the )?(?:(?P<later>{next_})|{last}) (?P<unit>day|week)")
        self._said = re.compile(
            rf"(?<![^ ])(?:on |in )?the (?:(?P<later>{next_})|{same}) (?P<unit>day|week|month) (?!of |in )"
        )

    def resolve(self, sentence: Sentence, context: Context) -> None:
        """Give the dates of the sentence that count from another one their day, month or year."""
        context.age = 0 if context.latest else context.age + 1
        context.when = context.latest or (context.when if context.age <= _LONG else "")
        context.latest = ""
        known = context.when
        for tag in _TAG.findall(sentence.tags) if _DATE in sentence.tags else ():
            item = sentence.mention(tag)
            words = sentence.text[item.start - sentence.start : item.end - sentence.start].lower()
            moved = self._moved(words, known)
            if moved:
                sentence.mentions[int(tag[1:])] = item = Mention("D", item.start, item.end, value=moved, inferred=True)
            if isinstance(item.value, str):
                known = item.value
        told = known and any(map(sentence.tags.__contains__, _UNITS))
        if told and (found := self._said.search(sentence.tags)) is not None:
            self._add(sentence, found, known)

    def _add(self, sentence: Sentence, found: re.Match[str], known: PartialDate) -> None:
        """Make a date of words such as "the same day"."""
        unit, off = found["unit"], 1 if found["later"] else 0
        value = _shifted(known, unit, off)
        if value:
            at = sentence.start + max(0, sentence.text.lower().find(found[0].strip()))
            day = Mention("D", at, at + len(found[0]) - 1, value=value, inferred=True)
            sentence.tags = sentence.tags[: found.start()] + sentence.add(day) + sentence.tags[found.end() :]

    def _moved(self, words: str, known: PartialDate) -> PartialDate:
        """The date that the words tell from the known one; empty where they count from none."""
        if not known:
            return ""
        if found := self._next.fullmatch(words):
            return _shifted(known, found["unit"], 1 if found["later"] else -1)
        found = self._counted.fullmatch(words)
        if found is None:
            return ""
        many = int(found["many"]) if found["many"].isdigit() else self._numbers.get(found["many"], 0)
        return _shifted(known, found["unit"], many if found["later"] else -many) if many else ""


def _shifted(known: PartialDate, unit: str, off: int) -> PartialDate:
    """The date so many units off, as exact as both are; empty where the known one is too coarse."""
    if unit == _YEARS:
        return str(int(known[:4]) + off) if off > 0 else ""  # "a year earlier" is of figures
    if unit == _MONTHS:
        if len(known) < _MONTH:
            return ""
        months = int(known[:4]) * 12 + int(known[5:7]) - 1 + off
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    if len(known) < _FULL or abs(off) > _MOST or (unit != _DAY and off == 0):
        return ""
    return (date.fromisoformat(known) + timedelta(days=off * _DAYS[unit])).isoformat()
