"""Who wrote an article, where a line of its head says so: "By NAME", "NAME, correspondent", "7 March 2021 · NAME"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.dates import find, last_day, stated_day
from models.formats.masthead import CAPITAL, is_publisher

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.formats.rules import Layout

_LONGEST = 120
_NAME = re.compile(
    rf"{CAPITAL}[\w.'’-]*(?: (?:{CAPITAL}[\w.'’-]*|and|&|de|van|von|der|desk))+(?=$|\s?[,|·•(/]|\s(?:in|for|at)\s)"
)
_WHOLE = re.compile(rf"{CAPITAL}[\w.'’-]*(?: {CAPITAL}[\w.'’-]*){{1,2}}")
_MARKS = ",.|·•—–-(，、。／/"
_EDGES = f"{_MARKS} \t)"
_LONGEST_HOUSE = 60
_NO_NAME = re.compile(r"[\d,.:;!?、。：]")
_MOST_WORDS = 7
_BARS = re.compile(r"\s*[|·•]\s*")


def byline(line: str, rules: Layout) -> str | None:
    """The name of who wrote it; None where the line does not tell it."""
    plain = line.strip().rstrip(".")
    if len(plain) > _LONGEST:
        return None
    name = _behind_word(plain, rules) or _with_office(plain, rules) or _beside_date(plain) or signed(plain, rules)[1]
    return None if name is None or is_publisher(name, rules) or find(name) else name


def signed(line: str, rules: Layout) -> tuple[str | None, str | None]:
    """The publisher and who wrote it, of a line that names just these with a date between them ("NAME, 7 March 2021.
    By NAME"); a town in the publisher's place is none. None for both in any other line."""
    dates = find(line) if len(line) <= _LONGEST else ()
    if len(dates) != 1 or not last_day(dates[0]):
        return None, None
    house, rest = line[: dates[0].start].strip(_EDGES), line[dates[0].end :].strip(_EDGES)
    writer = _behind_word(rest, rules) or next(filter(None, _unspaced(rest, rules)), None)
    parted = line[: dates[0].start].rstrip()[-1:] in _MARKS
    if not (writer and house and parted) or len(house) > _LONGEST_HOUSE:
        return None, None
    return house if _is_house(house, rules) else None, writer


def _unspaced(rest: str, rules: Layout) -> Iterator[str | None]:
    """Who wrote it, in a language without spaces between words."""
    found = rules.signed.fullmatch(rest)
    yield from found.groups() if found else ()


def _is_house(name: str, rules: Layout) -> bool:
    """Whether it can be the name of a publisher: of several words, the first with a capital where there are any."""
    words = name.split()
    if (
        not 1 < len(name) <= _LONGEST_HOUSE
        or re.search(r"[\d,.:;!?、。：]", name)
        or words[0].casefold() in rules.bylines
    ):
        return False
    if name.upper() == name.lower():
        return True
    return 1 < len(words) <= _MOST_WORDS and words[0][0].isupper()


def _behind_word(line: str, rules: Layout) -> str | None:
    word = rules.byline.match(line)
    name = _NAME.match(line, word.end()) if word else None
    return name[0] if name else None


def _with_office(line: str, rules: Layout) -> str | None:
    name, comma, office = line.partition(",")
    holds = comma and not rules.roles.isdisjoint(office.casefold().split())
    return name if holds and len(office.split()) <= 4 and _WHOLE.fullmatch(name) else None


def _beside_date(line: str) -> str | None:
    """The name behind a bar and a date."""
    parts = _BARS.split(line)
    dated = [at for at, part in enumerate(parts[:-1]) if any(map(stated_day, find(part)))]
    name = parts[dated[0] + 1] if dated else ""
    return name if _WHOLE.fullmatch(name) else None
