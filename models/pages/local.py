"""What places are called by their own people: told beside a statement that names them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.records import Commitment, Event, Profile, Resource, RouteFact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.phrases import Phrases
    from models.records import Content

_NAME = re.compile(r"[A-Z][\w’ʻ'-]*(?:[ -][A-Z0-9][\w’ʻ'-]*)*")


def own_names(content: Content, phrases: Phrases) -> tuple[str, ...]:
    """Each place that a content names, with its name in its country's own language and script where that is another.

    A name that is written alike tells nothing new and is left out.
    """
    names = {place: phrases.local_name(place) for place in _places(content)}
    return tuple(f"{place} \N{EN DASH} {local}" for place, local in names.items() if local)


def _places(content: Content) -> Iterator[str]:
    """What may be the name of a place."""
    match content:
        case Event(place=place, summary=words):
            yield from filter(None, (place,))
            yield from _NAME.findall(words)
        case Commitment(purpose=words):
            yield from _NAME.findall(words)
        case Resource(site=site):
            yield from filter(None, ((site or "").split(" (", 1)[0],))
        case Profile(value=value, of=of):
            yield from filter(None, (of, value if isinstance(value, str) else ""))
        case RouteFact(object=tuple(ends)):
            yield from ends
        case _:
            return
