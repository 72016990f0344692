"""Naming: which names a sentence has beside those of the catalog, and which words around a known name belong to it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from models.reading.sentence.mentions import Mention
from models.reading.sentence.names import find_names

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from models.reading.sentence.names import NameWords

_FIRST = re.compile(r"[\"“‘']?([A-Z][\w&-]+)\b")
_GOODS, _PLACE, _BODY = "K", "P", "O"
_ENDS = frozenset(",'’")  # behind the name of a firm
_LONGEST_GOODS = 3  # words of a firm's name that are goods with a capital are few beside the rest of its sentence


def with_names(
    text: str,
    start: int,
    end: int,
    found: list[Mention],
    words: NameWords,
    known: Collection[str],
    short: Collection[str],
) -> list[Mention]:
    """The mentions with unknown names added in the gaps between them, and a firm's short name that opens all."""
    every: list[Mention] = []
    at = start
    for mention in _without_parts(text, start, end, found, words, known):
        if mention.start > at and (names := find_names(text, at, mention.start, words, known)):
            _join(every, names, words)
        _add(every, mention, text, words)
        at = mention.end
    if names := find_names(text, at, end, words, known):
        _join(every, names, words)
    first = _FIRST.match(text, start, end) if short else None
    if first is not None and first[1] in short and (not every or every[0].start > first.start(1)):
        every.insert(0, Mention("N", first.start(1), first.end(1), first[1]))
    return every


def _without_parts(
    text: str, start: int, end: int, found: list[Mention], words: NameWords, known: Collection[str]
) -> list[Mention]:
    """The mentions without goods that are but a part of a body's name ("Tethys Petroleum", "State Oil Company")."""
    goods = [mention for mention in found if mention.kind == _GOODS and text[mention.start].isupper()]
    if not goods or len(goods) > _LONGEST_GOODS:
        return found
    solid = [mention for mention in found if mention not in goods]
    parts = [item for item in goods if any(_is_part(item, name) for name in _bodies(text, (start, end), solid, words))]
    return [mention for mention in found if mention not in parts]


def _bodies(text: str, span: tuple[int, int], solid: list[Mention], words: NameWords) -> Iterator[Mention]:
    """The bodies named between the solid mentions of a span."""
    edges = [span[0], *(edge for mention in solid for edge in (mention.start, mention.end)), span[1]]
    for number, (at, stop) in enumerate(pairwise(edges)):
        if number % 2 == 0 and at < stop:
            yield from (name for name in find_names(text, at, stop, words, ()) if name.kind == _BODY)


def _is_part(goods: Mention, name: Mention) -> bool:
    return name.start <= goods.start < goods.end <= name.end and len(name.name) > goods.end - goods.start


def _join(every: list[Mention], names: list[Mention], words: NameWords) -> None:
    """Add names; a body that is called by a place ("PLACE Port Group") has the place in its own name and its land.

    The legal form behind a known firm is part of its name; with a word for what it does it is another firm of its land.
    """
    before, first = every[-1] if every else None, names[0]
    if before is not None and first.kind == _BODY and first.start == before.end + 1:
        if before.kind == _PLACE:
            every[-1] = replace(first, start=before.start, name=f"{before.name} {first.name}", ids=before.ids)
            names = names[1:]
        elif before.kind == _BODY and _is_form(first, words):
            every[-1] = replace(before, end=first.end)
            names = names[1:]
    if before is not None and names and _is_arm(before, names[0], words):
        every[-1] = replace(before, end=names[0].end, name=f"{before.name} {names[0].name}")
        names = names[1:]
    every += names


def _add(every: list[Mention], mention: Mention, text: str, words: NameWords) -> None:
    """Add a known name; the legal form before a firm ("PJSC FIRM") is part of its name."""
    before = every[-1] if every else None
    if before is not None and _is_called_by_goods(before, mention, text):
        every[-1] = replace(before, kind=_BODY, end=mention.end, name=text[before.start : mention.end], place=None)
        return
    close = before is not None and mention.kind == _BODY == before.kind and mention.start == before.end + 1
    if before is not None and close and _is_form(before, words):
        mention = replace(mention, start=before.start)
        every.pop()
    every.append(mention)


def _is_called_by_goods(place: Mention, goods: Mention, text: str) -> bool:
    """Whether a firm is called by its place and its goods ("PLACE Oil, which")."""
    if place.kind != _PLACE or goods.kind != _GOODS or text[place.end : goods.start] != " ":
        return False
    return text[goods.start].isupper() and text[goods.end : goods.end + 1] in _ENDS


def _is_arm(firm: Mention, name: Mention, words: NameWords) -> bool:
    """Whether what stands behind a known firm makes it the name of one of its firms ("FIRM Trading")."""
    close = firm.kind == _BODY and name.start == firm.end + 1
    return close and words.arms.issuperset(name.name.lower().split())


def _is_form(name: Mention, words: NameWords) -> bool:
    """Whether a name is but the legal form of a firm."""
    return words.forms.issuperset(name.name.lower().split())
