"""What the words of resources/grammar/dates.toml do, and the patterns that look around them."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any

import ahocorasick_rs
from msgspec import Struct

from models.catalog import RESOURCES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DASH = "-–—"
WORD_BEFORE = re.compile(r"(\w+)(?:\s|-|\s\()\Z")


class Language(Struct, frozen=True):
    """The patterns of one language that look to the left and right of a word."""

    day_before: re.Pattern[str]
    after_month: re.Pattern[str]
    year_after: re.Pattern[str]
    beside_month: tuple[re.Pattern[str], re.Pattern[str]]
    weekday_before: re.Pattern[str]
    weekdays: dict[str, int]
    before: frozenset[str]
    shift: dict[str, int]
    unit_after: re.Pattern[str]
    runs: dict[str, list[str]]
    of_year: re.Pattern[str]
    units: dict[str, str]
    counted: re.Pattern[str]
    count: dict[str, int]
    link: re.Pattern[str]


class Word(Struct, frozen=True):
    """What a word of the grammar does, and the language whose patterns apply around it."""

    role: str
    value: int
    language: Language
    beside_number: bool = False
    needs_context: bool = False


class Japanese(Struct, frozen=True):
    """The patterns of Japanese dates."""

    trigger: re.Pattern[str]
    number: re.Pattern[str]
    word: re.Pattern[str]
    words: dict[str, tuple[str, int]]
    weekdays: tuple[str, ...]
    signs: re.Pattern[str]


class Grammar(Struct, frozen=True):
    """resources/grammar/dates.toml, ready for use.

    `spotter` tells where a word of it may stand, letters beside it aside; `parts` are the months that words such as
    "first half" stand for.
    """

    words: dict[str, Word]
    spotter: ahocorasick_rs.AhoCorasick
    languages: tuple[Language, ...]
    japanese: Japanese
    parts: dict[str, tuple[int, int]]


# --- making the grammar ---------------------------------------------------------------------------------------------


def _any(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"


def _forms(word: str) -> set[str]:
    """The word as it stands, with a capital, and in capitals."""
    return {word, word[:1].upper() + word[1:], word.upper()}


def _flat(data: dict[str, Any], *keys: str) -> dict[str, int]:
    """Every form of the listed names -> their place in the list."""
    return {form: i for key in keys for i, names in enumerate(data[key]) for name in names for form in _forms(name)}


def _spread(table: dict[str, Any]) -> dict[str, Any]:
    """The table with every form of its words."""
    return {form: value for word, value in table.items() for form in _forms(word)}


def _language(data: dict[str, Any]) -> Language:
    """The patterns of one language."""
    ordinal = f"(?:{_any(data['ordinals'])})?"
    days = rf"(\d{{1,2}}){ordinal}(?:\s?(?:[{DASH}]|{_any(data['range'])})\s?(\d{{1,2}}){ordinal})?"
    year = rf"((?:19|20)\d\d)(?!\d)(?:\s?(?:{_any(data['year_after'])})(?!\w))?"
    weekdays = _flat(data, "weekdays", "short_weekdays")
    month = rf"(?:{_any(_flat(data, 'months', 'short'))})"
    links = chain.from_iterable(_forms(word) for word in data["range"])
    return Language(
        day_before=re.compile(rf"(?<![\d.,:]){days}\s(?:(?:{_any(data['day_link'])})\s)?\Z"),
        after_month=re.compile(rf"\.?\s{days}(?![\d%]|[.,:]\d|\s?%)(?:,?\s{year})?"),
        year_after=re.compile(rf"\.?,?\s(?:(?:{_any(data['day_link'])})\s)?{year}"),
        beside_month=(
            re.compile(rf"(?<!\w){month}\.?\s?[{DASH}]\s?\Z"),
            re.compile(rf"\.?\s?[{DASH}]\s?{month}(?!\w)"),
        ),
        weekday_before=re.compile(rf"(?<!\w)({_any(weekdays)})\.?(?:\s?,\s?|\s?\(|\s)(?:the\s)?\Z"),
        weekdays=weekdays,
        before=frozenset(chain.from_iterable(_forms(word) for word in data["before"])),
        shift=_spread(data["shift"]),
        unit_after=re.compile(rf"\s({_any(data['unit'])})(?!\w)"),
        runs=data["runs"],
        of_year=re.compile(rf"\s(?:(?:{_any(data['goods'])})\s)?(?:{_any(data['of_year'])})(?!\w)"),
        units=_spread(data["unit"]),
        counted=re.compile(
            rf"(?<!\w)(\d{{1,3}}|{_any(_spread(data['count']))})[\s-]({_any(_spread(data['unit']))})\s\Z"
        ),
        count=_spread(data["count"]),
        link=re.compile(rf"\s?(?:[{DASH}]|(?:{_any(links)})(?=\s))\s?"),
    )


def _words(data: dict[str, Any], language: Language) -> dict[str, Word]:
    """What each word of the language does."""
    doubtful = {form for word in data["doubtful"] for form in _forms(word)}
    made: dict[str, Word] = {}
    for key, role in (("months", "month"), ("weekdays", "weekday")):
        for form, i in _flat(data, key).items():
            made[form] = Word(role, i + (role == "month"), language, needs_context=form in doubtful)
    for form, i in _flat(data, "short").items():
        made[form] = Word("month", i + 1, language, beside_number=True)
    for role in ("shift", "day", "back"):
        made |= {form: Word(role, value, language) for form, value in _spread(data[role]).items()}
    return made


@cache
def grammar() -> Grammar:
    """The grammar, made once."""
    data = tomllib.loads((RESOURCES / "grammar" / "dates.toml").read_text("utf-8"))
    japanese = data.pop("ja")
    languages = {code: _language(table) for code, table in data.items()}
    words: dict[str, Word] = {}
    for code, table in data.items():
        words |= _words(table, languages[code])
    return Grammar(
        words=words,
        spotter=ahocorasick_rs.AhoCorasick(
            [word for word in words if word.isalpha()], matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
        ),
        languages=tuple(languages.values()),
        japanese=_japanese(japanese),
        parts={word: span for table in data.values() for word, span in _parts(table.get("parts", {}))},
    )


def _parts(table: dict[str, list[str]]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Each word for a part of a year, with its first and its last month."""
    for span, words in table.items():
        first, last = span.split("-")
        yield from ((word, (int(first), int(last))) for word in words)


def counted(word: str) -> int | None:
    """The number that a counting word of any language names: "ten" is 10."""
    return next((language.count[word] for language in grammar().languages if word in language.count), None)


def _japanese(data: dict[str, Any]) -> Japanese:
    """The patterns of Japanese dates."""
    year, month, day = data["year"], data["month"], data["day"]
    guard = f"(?![{data['not_before']}])"
    return Japanese(
        trigger=re.compile(rf"\d{{1,4}}\s?[{year}{month}{day}]"),
        number=re.compile(
            rf"(?:(\d{{4}})\s?{year}{guard})?(?:(\d{{1,2}})\s?{month}{guard})?(?:(\d{{1,2}})\s?{day}{guard})?"
            rf"(?<=[{year}{month}{day}])"
            rf"(?:[(（]?({'|'.join(data['weekdays'])}))?"
        ),
        word=re.compile(f"(?:{_any(data['words'])})|(?:{_any(data['weekdays'])})日?"),
        words={word: (unit, shift) for word, (unit, shift) in data["words"].items()},
        weekdays=tuple(data["weekdays"]),
        signs=re.compile(f"[{year}{month}{day}曜]"),
    )
