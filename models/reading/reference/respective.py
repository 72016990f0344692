"""Respective: lists that go together one by one ("In D0 and D1 C2 sold Q3 and Q4 respectively").

The sentence is read once for each place of the lists, as it would stand with what stands there alone, so that every
wording that is known is known here, too. Where no other list is as long as that of the figures, nothing tells which
belongs to which. Further figures of a list with a date of their own are read so as well ("Q0 D1 , B2 D3 and B4 D5").
"""

from __future__ import annotations

import re
from itertools import starmap
from typing import TYPE_CHECKING

from msgspec.structs import replace

from models.reading.reference.echoed import Echo, echoes
from models.records import Kind, Money, Quantity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from models.reading.frames import Frame
    from models.reading.sentence.mentions import Mention
    from models.reading.sentence.tagging import Sentence
    from models.reading.trace import Trace

_WORD = " respectively "
_YEARS = range(1900, 2100)
_AND = r"(?:, (?:and )?|and )"
_GOODS = r"of (?:[^ ;,]+ ){0,2}?K\d+ "
_FIGURE = rf"[BFMQ]\d+ (?:{_GOODS})?"
_FIGURES = re.compile(rf"(?<![^ ])(?:{_FIGURE}{_AND})+{_FIGURE}")
_EACH = re.compile(rf"([BFMQ]\d+) ({_GOODS})?")
_OTHERS = re.compile(rf"(?<![^ ])(?:([CDGKLNOPR])\d+ {_AND})(?:\1\d+ {_AND})*\1\d+ ")
_ITEM = re.compile(r"[A-Z]\d+ ")
_MANY = re.compile(r"(?<![^ ])[CKOPR]\d+ ")
_NAMES = re.compile(r", (?:and )?| and ")
_DATES = re.compile(rf"(?<![^ ])(?=[BD]\d+ {_AND}[BD])(?:[BD]\d+ {_AND})+[BD]\d+ ")
# "Q0 of K1 D2 , B3 D4 and B5 D6"
_DATED = re.compile(rf"(?<![^ ])([MQ]\d+ )({_GOODS})?(D\d+ )(?=(?:[,;] )?(?:and |but |then )?[BMQ]\d+ D)")
_FURTHER = re.compile(r"(?:[,;] )?(?:and |but |then )?([BMQ]\d+ )(D\d+ )")
_DROPPED = re.compile(r", respectively ,(?= )|(?:, )?respectively(?= )")
_NUMBER = re.compile(r"\d[\d.,]*")

Span = tuple[int, int, "list[str]"]
"""Where a list stands in the tags, and what stands there in its place when one of it is told alone."""


def list_years(sentence: Sentence) -> None:
    """Make years of the bare numbers in a list of years ("D0 , B1 and D2")."""
    if "B" not in sentence.tags or "D" not in sentence.tags:
        return
    for found in _DATES.finditer(sentence.tags):
        items = [tag.strip() for tag in _ITEM.findall(found[0])]
        if not any(tag[0] == "D" for tag in items) or not all(_is_year(sentence.mention(tag)) for tag in items):
            continue
        for tag in (tag for tag in items if tag[0] == "B"):
            number = sentence.mention(tag)
            sentence.mentions[int(tag[1:])] = replace(number, kind="D", value=number.name.strip())
            sentence.tags = sentence.tags.replace(f"{tag} ", f"D{tag[1:]} ")


def _is_year(mention: Mention) -> bool:
    value, name = mention.value, mention.name.strip()
    if mention.kind == "B":
        return name.isdecimal() and value in _YEARS
    return isinstance(value, str) and len(value) == len("2025")


def goes_together(tags: str) -> bool:
    """Whether the tags may hold lists that go together, or further figures with a date of their own."""
    return _WORD in tags or (tags.count("D") > 1 and _DATED.search(tags) is not None)


def in_turn(sentence: Sentence, trace: Trace | None, find: Callable[..., Iterable[Frame]]) -> Iterator[Frame]:
    """The frames of the sentence; of lists that go together one by one those of each place, and the quotes."""
    each = one_by_one(sentence)
    yield from find(sentence) if each is None else find(sentence, only=Kind.QUOTE)
    for told in each or ():
        if trace is not None:
            trace.opened(told)
        yield from (frame for frame in find(told) if frame.compiled.rule.kind is not Kind.QUOTE)
    yield from echoes(starmap(Echo, further(sentence)), trace, find)


def one_by_one(sentence: Sentence) -> list[Sentence] | None:
    """The sentence once for each place of its lists; empty where no two are equally long, None where none is needed."""
    tags = sentence.tags
    if _WORD not in tags:
        return None
    figures = [_figures(sentence, found) for found in _FIGURES.finditer(tags)]
    sizes = {len(each) for _, _, each in figures}
    if not sizes:
        return None
    size = sizes.pop()
    others = [] if sizes else [*_lists(sentence, size)]
    if not others:
        return None if any(each[0][0] == "M" for _, _, each in figures) else []
    return [_with(sentence, [*figures, *others], at) for at in range(size)]


def further(sentence: Sentence) -> Iterator[tuple[Sentence, Mention]]:
    """The sentence with each further figure of a list that has a date of its own, and that figure."""
    first = _DATED.search(sentence.tags)
    if first is None:
        return
    own, at = sentence.mention(first[1].strip()), first.end()
    while found := _FURTHER.match(sentence.tags, at):
        at = found.end()
        whole = _whole(sentence.mention(found[1].strip()), own)
        if whole is None:
            return
        mentions = [*sentence.mentions, whole]
        told = f"{whole.kind}{len(mentions) - 1} {first[2] or ''}{found[2]}"
        rest = _rest(sentence.tags, first.end())
        yield _retold(sentence, f"{sentence.tags[: first.start()]}{told}{rest}", mentions), whole


def _rest(tags: str, at: int) -> str:
    """What follows the list."""
    while found := _FURTHER.match(tags, at):
        at = found.end()
    return tags[at:]


def _figures(sentence: Sentence, found: re.Match[str]) -> Span:
    """A list of figures; goods behind the last one alone are those of all, and stay where they are."""
    each = [(item[1], item[2] or "") for item in _EACH.finditer(found[0])]
    apart = any(goods for _, goods in each[:-1])
    last = sentence.mention(each[-1][0])
    told = []
    for tag, goods in each:
        whole = _whole(sentence.mention(tag), last)
        told.append(f"{sentence.add(whole) if whole is not None else f'{tag} '}{goods if apart else ''}")
    return found.start(), found.end() - (0 if apart else len(each[-1][1])), told


def _whole(figure: Mention, known: Mention) -> Mention | None:
    """The figure in the unit and scale of the one known ("35 , 33 and 31 billion cubic metres")."""
    value, other = figure.value, known.value
    if figure.kind == known.kind and getattr(value, "unit", "") == getattr(other, "unit", ""):
        return figure
    digits = _NUMBER.search(known.name)
    if not isinstance(value, float) or not isinstance(other, Money | Quantity) or digits is None:
        return None
    top, scaled = other.value, any(map(str.isalpha, figure.name))
    number = float(digits[0].replace(",", "").rstrip("."))
    if isinstance(top, tuple) or not number:
        return None
    factor = 1.0 if scaled or known.kind == "F" else top / number
    return replace(figure, kind=known.kind, value=replace(other, value=float(f"{value * factor:.12g}")))


def _lists(sentence: Sentence, size: int) -> Iterator[Span]:
    """The other lists of this length: of years, states, goods or places, by themselves or as one mention."""
    for found in _OTHERS.finditer(sentence.tags):
        items = _ITEM.findall(found[0])
        if len(items) == size:
            yield found.start(), found.end(), items
    for found in _MANY.finditer(sentence.tags):
        mention = sentence.mention(found[0].strip())
        names = _NAMES.split(mention.name)
        if size == len(names) == len(mention.ids):
            yield found.start(), found.end(), [sentence.add(one) for one in _parted(mention, names)]


def _parted(mention: Mention, names: Sequence[str]) -> Iterator[Mention]:
    """Each that a mention of several stands for."""
    for at, (code, name) in enumerate(zip(mention.ids, names, strict=True)):
        own = mention.names[at : at + 1] if len(mention.names) == len(names) else mention.names
        yield replace(mention, ids=(code,), name=name, names=own)


def _with(sentence: Sentence, lists: Sequence[Span], at: int) -> Sentence:
    """The sentence with what stands at one place of each list in the place of the list."""
    tags = sentence.tags
    for start, end, each in sorted(lists, reverse=True):
        tags = f"{tags[:start]}{each[at]}{tags[end:]}"
    return _retold(sentence, _DROPPED.sub("", tags).replace("  ", " "), sentence.mentions)


def _retold(sentence: Sentence, tags: str, mentions: list[Mention]) -> Sentence:
    return replace(sentence, tags=tags, mentions=list(mentions), told=[], found={}, places=[])
