"""Who acts: sets of country codes in which a whole group and the list of its members are the same."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.catalog import Catalog


@lru_cache(maxsize=4)
def _groups(catalog: Catalog) -> tuple[tuple[str, frozenset[str]], ...]:
    """The catalog's groups with their members, ready for comparing sets."""
    return tuple((code, frozenset(group.members)) for code, group in catalog.groups.items() if group.members)


def folded(parties: Iterable[str], catalog: Catalog) -> frozenset[str]:
    """The parties with a group in place of its members, where all of them (or the group itself) are there."""
    found = frozenset(parties)
    if len(found) < 2:
        return found
    for code, members in _groups(catalog):
        if code in found or members <= found:
            found = (found - members) | {code}
    return found


def touched(parties: Iterable[str], catalog: Catalog) -> frozenset[str]:
    """The parties and, where the region acts as one, its members: what concerns it concerns each of them."""
    given = frozenset(parties)
    whole = folded(given, catalog)
    return whole | given | (frozenset(catalog.region.members) if catalog.region.id in whole else frozenset())


def joined(parties: Iterable[str], catalog: Catalog) -> str:
    """The folded parties as one word for a key, in alphabetical order."""
    return "+".join(sorted(folded(parties, catalog)))
