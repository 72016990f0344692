"""Who wrote an article, where a line of its head says so: "By NAME", "NAME, correspondent", "7 March 2021 · NAME"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.dates import find, stated_day
from models.formats.masthead import CAPITAL, is_publisher

if TYPE_CHECKING:
    from models.formats.rules import Layout

_LONGEST = 120
_NAME = re.compile(
    rf"{CAPITAL}[\w.'’-]*(?: (?:{CAPITAL}[\w.'’-]*|and|&|de|van|von|der|desk))+(?=$|\s?[,|·•(/]|\s(?:in|for|at)\s)"
)
_WHOLE = re.compile(rf"{CAPITAL}[\w.'’-]*(?: {CAPITAL}[\w.'’-]*){{1,2}}")
_BARS = re.compile(r"\s*[|·•]\s*")


def byline(line: str, rules: Layout) -> str | None:
    """The name of who wrote it; None where the line does not tell it."""
    plain = line.strip().rstrip(".")
    if len(plain) > _LONGEST:
        return None
    name = _behind_word(plain, rules) or _with_office(plain, rules) or _beside_date(plain)
    return None if name is None or is_publisher(name, rules) or find(name) else name


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
