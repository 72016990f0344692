"""The time that something is of and how old it is, in words: in columns of tables and behind sentences."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import structs

from models import dates
from models.pages.ages import AsOf, age
from models.phrases import fill
from models.phrases.closely import FROM, bound_of
from models.phrases.timed import plans, settled
from models.records import Commitment, Event, Relation, Resource, RouteFact

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from models.phrases.numbers import Numbers
    from models.records import PartialDate, Variant


MONTH = len("2026-02")


class Times:
    """Puts times into the `words` of a brief, as of `today`."""

    def __init__(self, words: Mapping[str, str], numbers: Numbers, today: PartialDate) -> None:
        self._words = words
        self._numbers = numbers
        self._today = date.fromisoformat(today)

    def of(self, variant: Variant, stated: AsOf | None) -> AsOf | None:
        """The time of a value, which is the one `stated`; of a plan that is when it was told, and of a promise the date
        that its sentence tells."""
        content = variant.content
        if isinstance(content, Commitment) and (day := _dated(variant, content)):
            return AsOf(day, self._numbers.date(day))
        if not isinstance(content, Event) and plans(content, variant.claims):
            return AsOf(variant.told, self._numbers.date(variant.told), told=True) if variant.told else None
        if stated and isinstance(content, Resource | RouteFact | Relation) and _is_inferred(variant):
            stated = structs.replace(stated, words=self._numbers.within(stated.words))
        return lasting(variant, stated)

    def years(self, as_of: AsOf) -> int:
        """How many years ago it was, counted from year to year."""
        return self._today.year - int(as_of.date[:4])

    def cells(self, as_of: AsOf | None, words: str = "") -> tuple[str, str]:
        """The time that a value is of, in `words` where they are given, and its age; a source's own date is marked."""
        if as_of is None:
            return words or self._words["dateless"], ""
        old, ahead = self._age(as_of)
        told = fill(self._words["reported"], date=as_of.words) if as_of.told else words or as_of.words
        return told, fill(self._words["ahead"], age=old) if ahead else old

    def cell(self, times: Iterable[AsOf | None]) -> str:
        """The time of one row and its age in one cell, from those of all that it tells.

        Where their sources alone have a date, its month is told, of several years the first and the last of these.
        """
        known = sorted(filter(None, times), key=lambda as_of: as_of.date)
        if not known:
            return self._words["dateless"]
        last = known[-1]
        if not last.told:
            return " · ".join(filter(None, self.cells(last)))
        years = sorted({as_of.date[:4] for as_of in known if as_of.told})
        if len(years) == 1:
            month = last.date[:MONTH]
            return " · ".join(filter(None, self.cells(AsOf(month, self._numbers.date(month), told=True))))
        words = "–".join(dict.fromkeys((*years[:-1][:1], self._numbers.date(years[-1]))))
        return " · ".join(filter(None, self.cells(AsOf(years[-1], words, told=True))))

    def aside(self, as_of: AsOf | None, text: str, *, happened: bool = False) -> str:
        """How long ago it was, behind the text that tells it, with the time where that does not tell it.

        Of what `happened`, or is to, the time is enough.
        """
        if as_of is None:
            return self._words["dateless"]
        told = "" if as_of.words in text and not as_of.told else self.cells(as_of)[0]
        if happened and not as_of.told:
            return told
        old, ahead = self._age(as_of)
        since = fill(self._words["ahead"], age=old) if ahead else self._since(as_of, old)
        return fill(self._words["time"], told=told, age=since) if told and since else told or since

    def _since(self, as_of: AsOf, old: str) -> str:
        return fill(self._words["ago"], age=old) if old and age(as_of.date, self._today)[0] else old

    def _age(self, as_of: AsOf) -> tuple[str, bool]:
        """The age in words, and whether it lies ahead; of what has been so since then none."""
        if as_of.since:
            return "", False
        count, unit = age(as_of.date, self._today)
        if not count:
            return self._words.get(f"age_{unit}_now", ""), False
        return self._numbers.counted(abs(count), f"age_{unit}", self._words), count < 0


def _is_inferred(variant: Variant) -> bool:
    return bool(getattr(settled(variant), "year_inferred", False))


def lasting(variant: Variant, stated: AsOf | None) -> AsOf | None:
    """The time stated, as that since which it is so where all sentences tell a start."""
    if stated is None or stated.told or isinstance(variant.content, Commitment | Event):
        return stated
    begun = bound_of(variant.content, variant.claims) == FROM
    return structs.replace(stated, since=True) if begun else stated


def _dated(variant: Variant, promise: Commitment) -> PartialDate:
    """The only date with a year in a sentence of a promise, the most exact of its year; else that year, if it was over
    or under way when that was told; else empty, as where it is a start or a limit, which the promise itself tells."""
    if bound_of(promise, variant.claims):
        return ""
    days = {day for claim in variant.claims if (day := _only_date(claim.evidence.quote))}
    year = str(promise.year or "")
    days = {day for day in (*days, year) if day.startswith(year) and _is_before(day, variant.told)}
    return max(sorted(days), key=len, default="")


def _only_date(quote: str) -> PartialDate | None:
    found = {dates.resolve(date, None).date for date in dates.find(quote) if date.year is not None}
    return found.pop() if len(found) == 1 else None


def _is_before(day: PartialDate, told: PartialDate) -> bool:
    return bool(day) and day[: len(told)] <= told[: len(day)]
