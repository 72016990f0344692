"""Where a text states a date, and what exactly the words state."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from models.dates.framing import framed, of_years
from models.dates.grammar import DASH, WORD_BEFORE, Grammar, Japanese, Language, Word, grammar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_REACH = 40
_LETTERS = re.compile(r"(?<![^\W\d_])[^\W\d_]+")
# each begins with a single sign or digit, so that the search skips to it fast; then it looks back
_ISO = re.compile(r"-(?<=(\d\d{3})-)(\d\d)-(\d\d)(?!\d)")
_NUMERIC = tuple(
    re.compile(rf"{mark}(?<=\d{mark})(\d{{1,2}}){mark}((?:19|20)\d\d)(?![\d/]|\.\d)") for mark in (r"\.", "/")
)
_NUMBER_GOES_ON = frozenset("0123456789./")
_YEAR = re.compile(r"[12](?:(?<=1)9|(?<=2)0)\d\d(?!\d|[.,]\d)")
_GLUED = re.compile(r"(?<!\w)[0-9]?[A-Z]{1,2}\Z")
# "3Q25", "FY25", "Q3'25": two digits of the year, glued to the part of it
_SHORT_YEAR = re.compile(r"[QHMY1-4](?:(?<=[QHMY])['’]?|['’])(\d\d)(?![\w%]|[.,]\d)")
_CODE = re.compile(r"(?<![\w.,-])(?:(?:[1-4]Q|[12]H|\d{1,2}M|FY)['’]?|[QH][1-4]['’])\Z")
_AFTER_YEAR = re.compile(r"\s?[-–—/]\s?(?:\d{4}|\d\d)(?!\d|[.,]\d)")


class DateMention(Struct, frozen=True):
    """A date in a text[start:end] and what the words state of it.

    A range of days or months is its first one, `until` its last one.

    `weekday` is 0 for Monday. `unit` ("day", "week", "month", "year") with `shift` is a distance from the anchor:
    "last year" is ("year", -1), "two days later" ("day", 2); with a month or weekday name, `shift` alone is "last"
    (-1), "this" (0) or "next" (1).
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: str | None = None
    shift: int | None = None
    until: int | None = None


# --- finding --------------------------------------------------------------------------------------------------------


def find(text: str) -> tuple[DateMention, ...]:
    """Every date that the text states, in order, none overlapping another."""
    rules = grammar()
    found: list[DateMention] = []
    for _, start, _ in rules.spotter.find_matches_as_indexes(text):
        match = _LETTERS.match(text, start)
        word = rules.words.get(match[0]) if match else None
        if match and word and (mention := _FINDERS[word.role](text, match, word)):
            found.append(mention)
    found += _numeric(text)
    found += _short_years(text)
    if not text.isascii() and rules.japanese.signs.search(text):
        found += _find_japanese(text, rules.japanese)
    kept = _without_overlaps(found)
    kept = _without_overlaps([*kept, *_years(text, rules)])
    return tuple(framed(text, of_years(text, _joined(text, kept, rules))))


def blotted(text: str, dates: Iterable[DateMention]) -> str:
    """The text, as long as it was, with commas in place of the dates."""
    for mention in dates:
        text = f"{text[: mention.start]}{',' * (mention.end - mention.start)}{text[mention.end :]}"
    return text


def _without_overlaps(found: list[DateMention]) -> list[DateMention]:
    """In order; of two that overlap, the one that starts first, then the longer one."""
    kept: list[DateMention] = []
    for mention in sorted(found, key=lambda item: (item.start, -item.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _left(text: str, at: int) -> str:
    """The few characters before `at`."""
    return text[max(0, at - _REACH) : at]


def _month(text: str, match: re.Match[str], word: Word) -> DateMention | None:
    """A month with what stands around it: "Saturday, December 20, 2025", "last June", "June 2025"."""
    start, end = match.span()
    language = word.language
    year = day = shift = until = None
    if before := language.day_before.search(_left(text, start)):
        day, until = int(before[1]), before[2]
        start -= len(before[0])
    if day is None and (after := language.after_month.match(text, end)):
        day, until, year, end = int(after[1]), after[2], after[3], after.end()
    elif after := language.year_after.match(text, end):
        year, end = after[1], after.end()
    if day is None and year is None:
        shift, start = _shift_before(text, start, language)
        if shift is None and not _stands_as_date(text, match, word):
            return None
    weekday, start = _weekday_before(text, start, language)
    if day is not None and not 1 <= day <= 31:
        return None
    last = int(until) if until else None
    return DateMention(start, end, int(year) if year else None, word.value, day, weekday, shift=shift, until=last)


def _stands_as_date(text: str, match: re.Match[str], word: Word) -> bool:
    """Whether a bare month or weekday name is one, as far as its neighbours tell."""
    if word.beside_number:
        left, right = word.language.beside_month
        return right.match(text, match.end()) is not None or left.search(_left(text, match.start())) is not None
    if not word.needs_context:
        return True
    before = WORD_BEFORE.search(_left(text, match.start()))
    return before is not None and before[1] in word.language.before


def _weekday_before(text: str, start: int, language: Language) -> tuple[int | None, int]:
    """The weekday name right before `start`, and where it starts."""
    before = language.weekday_before.search(_left(text, start))
    return (language.weekdays[before[1]], start - len(before[0])) if before else (None, start)


def _shift_before(text: str, start: int, language: Language) -> tuple[int | None, int]:
    """The shift of a word like "last" right before `start`, and where it starts."""
    before = WORD_BEFORE.search(_left(text, start))
    shift = language.shift.get(before[1]) if before else None
    return (shift, start - len(before[0])) if before and shift is not None else (None, start)


def _weekday(text: str, match: re.Match[str], word: Word) -> DateMention | None:
    """A weekday alone: "on Friday", "last Friday"."""
    shift, start = _shift_before(text, match.start(), word.language)
    if shift is None and not _stands_as_date(text, match, word):
        return None
    return DateMention(start, match.end(), weekday=word.value, shift=shift)


def _shift(text: str, match: re.Match[str], word: Word) -> DateMention | None:
    """ "last year", "this month"."""
    after = word.language.unit_after.match(text, match.end())
    unit = word.language.units[after[1]] if after else None
    return DateMention(match.start(), after.end(), unit=unit, shift=word.value) if after else None


def _day(_text: str, match: re.Match[str], word: Word) -> DateMention:
    """ "yesterday"."""
    return DateMention(match.start(), match.end(), unit="day", shift=word.value)


def _back(text: str, match: re.Match[str], word: Word) -> DateMention | None:
    """ "a month earlier", "10 years ago"."""
    before = word.language.counted.search(_left(text, match.start()))
    if not before:
        return None
    count = int(before[1]) if before[1].isdigit() else word.language.count[before[1]]
    unit = word.language.units[before[2]]
    return DateMention(match.start() - len(before[0]), match.end(), unit=unit, shift=count * word.value)


_FINDERS = {"month": _month, "weekday": _weekday, "shift": _shift, "day": _day, "back": _back}


# --- numbers --------------------------------------------------------------------------------------------------------


def _numeric(text: str) -> Iterator[DateMention]:
    """ISO dates, and "20.12.2025" where day and month cannot be taken for each other."""
    for match in _ISO.finditer(text):
        year, month, day = (int(part) for part in match.groups())
        if 1 <= month <= 12 and 1 <= day <= 31:
            yield DateMention(match.start(1), match.end(), year, month, day)
    for match in chain.from_iterable(pattern.finditer(text) for pattern in _NUMERIC):
        start = match.start() - 1
        start -= text[max(0, start - 1) : start].isdecimal()
        day, month = int(text[start : match.start()]), int(match[1])
        american = match[0][0] == "/" and day <= 12
        if american:
            day, month = month, day
        clear = not (american and day <= 12) and text[max(0, start - 1) : start] not in _NUMBER_GOES_ON
        if clear and 1 <= month <= 12 and 1 <= day <= 31:
            yield DateMention(start, match.end(), int(match[2]), month, day)


def _years(text: str, rules: Grammar) -> Iterator[DateMention]:
    """Years that a word like "in" or a bracket marks as such, and those that follow one in a list or range."""
    last = -1
    for match in _YEAR.finditer(text):
        start = match.start()
        if start and (text[start - 1].isalnum() or text[start - 1] in "$€£¥.,:_") and not _is_glued(text, start, rules):
            continue
        if match.end() < len(text) and text[match.end()].isalpha() and text[match.end()].isascii():
            continue
        span = _AFTER_YEAR.match(text, match.end())
        end = span.end() if span else match.end()
        if _is_year(text, match, (last, end), rules):
            last = end
            yield DateMention(start, last, int(match[0]))


def _short_years(text: str) -> Iterator[DateMention]:
    """Years of two digits that are glued to a part of a year ("3Q25")."""
    for match in _SHORT_YEAR.finditer(text):
        if _CODE.search(_left(text, match.start(1))):
            yield DateMention(match.start(1), match.end(), 2000 + int(match[1]))


def _is_glued(text: str, start: int, rules: Grammar) -> bool:
    """Whether capitals right before the number tell of a year ("FY2025", "9M2025")."""
    return (word := _GLUED.search(_left(text, start))) is not None and any(word[0] in x.before for x in rules.languages)


def _is_year(text: str, match: re.Match[str], ends: tuple[int, int], rules: Grammar) -> bool:
    """Whether the number is a year by what stands around it; `ends` are those of the year before, and of this one."""
    if text[match.start() - 1 : match.start()].isalnum():
        return True
    before = _left(text, match.start())
    word = found[1] if (found := WORD_BEFORE.search(before)) else ""
    return before.endswith("(") or any(_marks_year(word, text, match, ends, item) for item in rules.languages)


def _marks_year(word: str, text: str, match: re.Match[str], ends: tuple[int, int], language: Language) -> bool:
    """Whether this language's words around the number, `word` before it, make it a year."""
    if word in language.before:
        return True
    last, end = ends
    if last >= 0 and language.link.fullmatch(text, last, match.start()):
        return True
    if language.of_year.match(text, end):
        return True
    unit = language.unit_after.match(text, end)
    return unit is not None and language.units[unit[1]] == "year"


def _joined(text: str, found: list[DateMention], rules: Grammar) -> Iterator[DateMention]:
    """A month without a year takes that of the month it is joined to: "January-June 2024"."""
    held: DateMention | None = None
    for mention in found:
        if held is not None and _is_range(text, held, mention, rules):
            until = None if held.day else mention.month
            held = structs.replace(held, year=mention.year, end=mention.end, until=held.until or until)
            continue
        if held is not None:
            yield held
        held = mention
    if held is not None:
        yield held


def _is_range(text: str, first: DateMention, second: DateMention, rules: Grammar) -> bool:
    """Whether the two are the ends of one range within a year that only the second states, or that none does."""
    if first.month is None or second.month is None or first.year is not None:
        return False
    if first.month > second.month or second.start - first.end > 9:
        return False
    if second.year is None:
        return first.day is None and second.day is None and _is_run(text, first, second, rules)
    return any(language.link.fullmatch(text, first.end, second.start) for language in rules.languages)


def _is_run(text: str, first: DateMention, second: DateMention, rules: Grammar) -> bool:
    """Whether two months without a year are joined by a dash, or as in "between January and June"."""
    link, before = text[first.end : second.start].strip(". "), WORD_BEFORE.search(_left(text, first.start))
    if link in tuple(DASH):
        return True
    lead = before[1].lower() if before is not None else ""
    return any(lead in language.runs.get(link.lower(), ()) for language in rules.languages)


def _find_japanese(text: str, japanese: Japanese) -> Iterator[DateMention]:
    """Dates with signs: "２０２５年１２月２０日", "20日", "昨年"."""
    for trigger in japanese.trigger.finditer(text):
        match = japanese.number.match(text, trigger.start())
        if not match or text[trigger.start() - 1 : trigger.start()].isdigit():
            continue
        year, month, day = (int(part) if part else None for part in match.groups()[:3])
        if (month is None or 1 <= month <= 12) and (day is None or 1 <= day <= 31):
            weekday = japanese.weekdays.index(match[4]) if match[4] else None
            yield DateMention(match.start(), match.end(), year, month, day, weekday)
    for match in japanese.word.finditer(text):
        if match[0] in japanese.words:
            unit, shift = japanese.words[match[0]]
            yield DateMention(match.start(), match.end(), unit=unit, shift=shift)
        else:
            weekday = japanese.weekdays.index(match[0].removesuffix("日"))
            yield DateMention(match.start(), match.end(), weekday=weekday)
