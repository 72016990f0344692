"""Carried: what a claim is told of that its own sentence does not name, as the text named it before."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from models.catalog.entries import Commodity, Nation, flat
from models.records import Commitment, Event, Profile, Resource, RouteFact

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from models.catalog import Catalog
    from models.catalog.entries import Entry
    from models.records import Claim, Content

_SHORT = 4
"""Shorter names count only as they are written."""
_INFLECTED = re.compile("[а-яё]$", re.IGNORECASE)
_ENDING = 2
"""Letters at the end of a Russian name that may be others where it is inflected."""


def carried(claim: Claim, catalog: Catalog) -> tuple[str, ...]:
    """The ids of the route, goods and countries that the claim is told of and its sentence does not name.

    A country whose place, site or firm the sentence names is told of by that.
    """
    quote = claim.evidence.quote
    told = dict.fromkeys(_subjects(claim.content, catalog))
    return tuple(code for code in told if not _is_named(code, quote, catalog))


def _subjects(content: Content, catalog: Catalog) -> Iterator[str]:
    match content:
        case RouteFact():
            yield content.route
        case Resource():
            if content.country in catalog.countries and not (content.site or content.firm):
                yield content.country
            yield content.resource
        case Profile():
            yield content.country
        case Commitment():
            yield from (code for code in (*content.by, *content.to) if code in catalog.countries)
        case Event():
            yield from (code for code in (*content.actor, *content.target) if code in catalog.countries)
        case _:
            return


def _is_named(code: str, quote: str, catalog: Catalog) -> bool:
    entry = catalog.entry(code)
    if entry is None:
        return True
    known: list[Entry] = [entry]
    if isinstance(entry, Nation):
        known.extend(place for place in catalog.places.values() if place.country == code)
        known.extend(actor for actor in catalog.actors.values() if actor.country == code)
        known.extend(each for each in catalog.groups.values() if code in each.members)
    return any(_pattern(word).search(quote) for each in known for word in _words(each))


def _words(entry: Entry) -> Iterable[str]:
    own = (entry.id, *entry.names.values(), *entry.local_names, *entry.aliases)
    if isinstance(entry, Commodity):
        return (*own, entry.name.rpartition(" ")[2])  # "oil" where nothing but crude oil is meant
    if not isinstance(entry, Nation):
        return own
    return (*own, *flat(entry.adjective), *flat(entry.people), *entry.metonyms)


@lru_cache(maxsize=4096)
def _pattern(word: str) -> re.Pattern[str]:
    """The word as a text may have it: in capitals or small letters, a Russian one with other endings."""
    inflected = _INFLECTED.search(word) and len(word) > _SHORT
    stem = word[: max(_SHORT, len(word) - _ENDING)] if inflected else word
    form = rf"\b{re.escape(stem)}" if word[:1].isascii() or inflected else re.escape(stem)
    return re.compile(form, re.IGNORECASE if len(word) >= _SHORT else 0)
