"""What the articles and works of a statement go back to, so that one origin counts once however often it is repeated.

Nothing is guessed: an origin is who a text names for what it tells ("according to ..."), or the publisher and year of
the works that sentences cite for one figure. Who is not named ("experts", "the ministry") is no origin. A work that
only sums up what others found confirms none of them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from models.catalog.naming import fold
from models.records import Shared
from models.statements.bundles import Setting, components
from models.statements.keys import is_figure

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from models.catalog import Catalog
    from models.records import Claim

_ASIDE = re.compile(r"^the\s+|\s*\([^)]*\)\s*$", re.IGNORECASE)


class _Origin(NamedTuple):
    """A body by the name that all its spellings have in common, and the year of its works; "" for any."""

    body: str
    year: str = ""


def independent(
    claims: Iterable[Claim], setting: Setting, without: Collection[str] = ()
) -> tuple[int, tuple[Shared, ...]]:
    """How many independent sources the claims have, and what several of their articles and works go back to.

    Sources in `without` are left aside, unless nothing else is there; so are those that only sum up works of others.
    What is told of something that its own sentence does not name confirms nothing.
    """
    told = tuple(claim for claim in claims if claim.in_words)
    own = setting.sources(told).difference(without)
    sources = sorted(own.difference(summing(own, setting)) or own)
    if len(sources) < 2:
        return 1, ()
    origins = _origins(told, setting)
    groups = components(len(sources), _pairs(sources, origins))
    shared = (_shared([sources[number] for number in group], origins, setting.catalog) for group in groups)
    return len(groups), tuple(sorted(filter(None, shared)))


def summing(sources: Iterable[str], setting: Setting) -> frozenset[str]:
    """Those of the sources that only sum up what others found, as encyclopedias and their copies do."""
    houses = setting.houses
    return frozenset(one for one in sources if one in houses and _sums_up(houses[one][0], setting.catalog))


@lru_cache(maxsize=10_000)
def _sums_up(publisher: str, catalog: Catalog) -> bool:
    return catalog.is_tertiary(publisher) or catalog.is_tertiary(_bare(publisher))


def _origins(claims: Iterable[Claim], setting: Setting) -> dict[str, dict[_Origin, str]]:
    """What each source goes back to, with its name as the text has it."""
    found: dict[str, dict[_Origin, str]] = {}
    for claim in claims:
        voice = body(claim.attribution or "", setting.catalog)
        cited = claim.id in setting.works
        for source in setting.sources((claim,)):
            own = found.setdefault(source, {})
            publisher, year = setting.houses.get(source, ("", ""))
            if voice:
                own[_Origin(voice)] = claim.attribution or ""
            if house := body(publisher, setting.catalog):
                own[_Origin(house, (cited and is_figure(claim.content) and year) or source)] = publisher
    return found


def _pairs(sources: list[str], origins: dict[str, dict[_Origin, str]]) -> Iterable[tuple[int, int]]:
    """The numbers of sources that go back to one body: by name, or by their own publisher."""
    for one, source in enumerate(sources):
        for other in range(one):
            if _common(origins.get(source, {}), origins.get(sources[other], {})):
                yield other, one


def _common(one: Collection[_Origin], other: Collection[_Origin]) -> set[_Origin]:
    """The origins that both have; a voice without a year is that of any work of the body."""
    voices = {origin.body for origin in (*one, *other) if not origin.year}
    same = {origin for origin in one if origin.year and origin in other}
    bodies = {origin.body for origin in one} & {origin.body for origin in other} & voices
    return same | {_Origin(body) for body in bodies}


def _shared(sources: list[str], origins: dict[str, dict[_Origin, str]], catalog: Catalog) -> Shared | None:
    """What most of the sources go back to; None for a single one."""
    if len(sources) < 2:
        return None
    count: dict[_Origin, int] = {}
    for one, source in enumerate(sources):
        for other in sources[:one]:
            for origin in _common(origins.get(source, {}), origins.get(other, {})):
                count[origin] = count.get(origin, 0) + 1
    best = min(count, key=lambda origin: (-count[origin], bool(origin.year), origin))
    names = [name for source in sources for origin, name in origins.get(source, {}).items() if origin.body == best.body]
    bare = _bare(min(names, key=lambda name: (len(name), name)))
    return Shared(catalog.body(bare) or bare, best.year, len(sources))


@lru_cache(maxsize=10_000)
def body(name: str, catalog: Catalog) -> str:
    """The body that is named, spelled in one way; empty where none is: common nouns and "officials" name nobody."""
    bare = _bare(name)
    known = catalog.body(bare) if bare else ""
    words = bare.split()
    named = any(word[:1].isupper() for word in words) and not names_nobody(bare)
    return fold(known or (bare if named else ""))


def names_nobody(voice: str) -> bool:
    """Whether it is some of a kind whom it names: "experts", "other reports", "Turkmen officials"."""
    last = voice.rpartition(" ")[2]
    return last[:1].islower() and last.endswith("s")


def _bare(name: str) -> str:
    """The name without its article and what stands in brackets behind it."""
    return _ASIDE.sub("", name).strip()
