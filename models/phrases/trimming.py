"""Words that say again what already stands beside them, taken off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from models.catalog import Catalog
    from models.records import Claim, Event, PartialDate, Quote

STEM = 4
"""Letters by which words of a name are known, and how many a word must have to count."""
_WORD = re.compile(r"[^\W\d_]+")
_ANSWER = re.compile(r"^(?:A|Answer|О|Ответ|答) ?[:.：] ?")
_DAY = r"(?:[^\W\d_]{3,9}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [^\W\d_]{3,9}\.?(?: \d{4})?)"
_AGENCY = r"(?:\([^()\d]{2,40}\)|/[^/\d]{2,40}/)"
_TOWN = r"[^\W\d_][\w'’-]*(?: [^\W\d_a-zа-яё][\w'’-]*){0,3}"
_DATELINE = re.compile(
    rf"^(?=[^a-zа-яё])(?:(?:{_TOWN}[,.] )?{_DAY},?(?: {_AGENCY})?|[^\W\da-zа-яё]{{3,30}},? {_AGENCY}|{_AGENCY})"
    r"\.?\s?(?:[–—]|--?)\s+(?=[^\Wa-zа-яё]|[\"“«„])"
)
_WITHIN = (" in ", " of ")
_MORE = re.compile(r"\W*(?:\w+\W+)?\d")
"""Behind a date: another one, which may be the end of the same time."""


def summary(event: Event, place: str, leads: Collection[str], idle: Collection[str]) -> str:
    """What is told of an event, without the time and the `place` that stand beside it, and without idle words."""
    text = without_date(event.summary, event.date, leads) if event.date else event.summary
    return without_lead(without_place(text, place, leads) if place else text, idle)


def in_order(codes: Sequence[str], quote: str, catalog: Catalog) -> list[str]:
    """The codes in the order in which the sentence names them, by the first of their further names where it does not
    say the first one; those that it calls otherwise by name behind."""
    said = quote.casefold()
    names = {code: catalog.name(code).casefold() for code in codes}
    places = {code: _place(code, name, said, catalog) for code, name in names.items()}
    return sorted(codes, key=lambda code: (places[code] < 0, places[code], names[code]))


def _place(code: str, name: str, said: str, catalog: Catalog) -> int:
    """Where a text in small letters names what has the code; -1 where it does not."""
    entry = catalog.entry(code)
    others = (word for words in entry.also.values() for word in words) if entry else ()
    further = [at for word in others if (at := said.find(word.casefold())) >= 0]
    at = said.find(name)
    return at if at >= 0 or not further else min(further)


def named_in(words: str, name: str) -> bool:
    """Whether a sentence says itself who speaks ("According to ..."), who need not be told beside it then.

    Of a longer name its words must stand there side by side, in any order, and may be inflected, as the name of a land
    is in that of its people.
    """
    if name.casefold() in words.casefold():
        return True
    parts, said = _known(name), _known(words)
    size = len(parts)
    return size > 1 and any(sorted(said[at : at + size]) == sorted(parts) for at in range(len(said) - size + 1))


def role(content: Quote, claims: Sequence[Claim]) -> str:
    """Who the speaker is; empty where the sentence says so."""
    said = content.words or claims[0].evidence.quote
    return "" if not content.role or named_in(said, content.role) else content.role


def _known(text: str) -> list[str]:
    """The beginnings of its words, without short ones."""
    return [word[:STEM] for word in _WORD.findall(text.casefold()) if len(word) >= STEM]


def unmarked(quote: str) -> str:
    """The sentence in one line, without the mark of who answers ("A:") or the dateline ("TOWN, May 5 (Agency) - ")
    before it: nobody said these."""
    return _DATELINE.sub("", _ANSWER.sub("", " ".join(quote.split())))


def without_lead(text: str, idle: Collection[str]) -> str:
    """The text without `idle` words at its beginning ("also"), which say nothing where it stands alone."""
    first, _, rest = text.partition(" ")
    return without_lead(rest, idle) if rest and first.casefold() in idle else text


def without_date(text: str, date: PartialDate, leads: Collection[str]) -> str:
    """The text without that date and the `leads` before it ("on", "in"); any other date stays.

    Within the text it goes only where such a lead stands before it, so that what is left is a sentence; where the text
    begins with the date itself there was none.
    """
    if date[:4] not in text and text[-1:].isalpha():
        return text
    from models import dates  # its grammar is needed only where there are events

    for found in reversed(tuple(dates.find(text))):
        before, after = text[: found.start].rstrip(" ,"), text[found.end :]
        if dates.resolve(found, date).date != date or _MORE.match(after):
            continue
        words = before.split(" ")
        while words and words[-1].casefold() in leads:
            words.pop()
        kept = " ".join(words).rstrip(" ,")
        if not after.strip(" ."):
            return kept or text
        if (kept and kept != before) or not before:
            return f"{kept} {after.lstrip(' ,')}".lstrip()
    return text


def without_end(text: str, names: Collection[str]) -> str:
    """The text without where it is at its end ("of" a land), where that is one of the `names` that stand beside it."""
    lead = next((text[: -len(name)] for name in names if name and text.endswith(name)), "")
    for word in _WITHIN:
        if lead.removesuffix("the ").endswith(word):
            return lead.removesuffix("the ").removesuffix(word) or text
    return text


def without_party(text: str, names: Collection[str]) -> str:
    """The text without with whom it was done, where that is one of the `names` that stand beside it, with its land if
    that is told; not where it goes on with others ("with A and B")."""
    for name in names:
        found = re.search(rf" with (?:the )?{re.escape(name)}(?: of [A-Z]\w+)?(?=$| (?:on|for|about|in)\b)", text)
        if found:
            return text[: found.start()] + text[found.end() :]
    return text


def without_place(text: str, place: str, leads: Collection[str]) -> str:
    """The text without that place right behind its first word: "agreed in" a town "to meet"."""
    first, _, rest = text.partition(" ")
    lead, _, rest = rest.partition(" ")
    told = rest.startswith(f"{place} ") and not rest.removeprefix(f"{place} ")[:1].isupper()
    return f"{first} {rest.removeprefix(f'{place} ')}" if told and lead.casefold() in leads else text
