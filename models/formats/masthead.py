"""The publisher in a line of credits under the title: "By our correspondent, NAME Wire", "NAME Review, 20 January"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.formats.rules import Layout

_LONGEST = 100
_MOST_WORDS = 5
_SEVERAL = 3
_SMALL = frozenset({"OF", "AND", "FOR", "THE", "ON", "IN", "AT", "TO", "И", "ПО", "В"})
CAPITAL = r"[^\W\d_a-zа-яё]"
PARTS = re.compile(r"\s*[,|·•/()]\s*|\s+[–—-]\s+|(?<=\d)\.\s+")
"""What parts names, dates and places in a line of credits."""
_BEFORE_SITE = re.compile(r"\s+[|–—•·-]\s+")


def named_in(line: str, rules: Layout) -> str | None:
    """The part of a line that is called as papers and agencies are; None in a sentence and where there is none."""
    if len(line) > _LONGEST or line.rstrip().endswith((".", "!", "?", ":")):
        return None
    if found := rules.quoted.match(line):
        return found[1].strip()
    if line.strip() in rules.media:
        return line.strip()
    parts = PARTS.split(rules.leads.sub("", line, count=1))
    return next((part for part in parts if is_publisher(part, rules)), None)


def is_publisher(part: str, rules: Layout) -> bool:
    """Whether it is the name of an agency or paper, or of an office that hands out news with whose it is, or a few
    capitalised words, the last of which papers are called by, or the first of "The NAME of" somewhere."""
    if part in rules.agencies or part in rules.media or is_office(part, rules):
        return True
    words = part.split()
    named = words[:1] == ["The"] and words[2:3] == ["of"] and len(words) > _SEVERAL
    return (
        1 < len(words) <= _MOST_WORDS
        and words[1 if named else -1].casefold() in rules.titles
        and words[0].casefold() not in rules.bylines
        and all(word[0].isupper() or word in ("of", "and", "for", "the", "&") for word in words)
    )


def is_office(part: str, rules: Layout) -> bool:
    """Whether it is an office that hands out news, and whose ("Press Service of the President of the Republic")."""
    return any(office.fullmatch(part) for office in rules.offices)


def without_shouting(name: str) -> str:
    """A name of several words that is all in capitals, as letterheads have it, as it is written in a list."""
    words = name.split()
    if len(words) < _SEVERAL or not name.isupper():
        return name
    return " ".join(word.lower() if place and word in _SMALL else word.capitalize() for place, word in enumerate(words))


def without_site(title: str, rules: Layout, site: str | None = None) -> tuple[str, str | None]:
    """The title without the name of the site behind it ("A pact | The Daily"), and that name."""
    for gap in reversed(list(_BEFORE_SITE.finditer(title))):
        name = title[gap.end() :].strip()
        if name and (name == site or is_publisher(name, rules)):
            return title[: gap.start()].rstrip(), name
    return title, None
