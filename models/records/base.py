"""What all records are, and the words that several of them use."""

from __future__ import annotations

from enum import StrEnum
from typing import dataclass_transform

from msgspec import Struct, field

PartialDate = str


class Kind(StrEnum):
    """What a claim is about."""

    PROFILE = "profile"
    RESOURCE = "resource"
    ROUTE = "route"
    EVENT = "event"
    COMMITMENT = "commitment"
    QUOTE = "quote"
    RELATION = "relation"


class Modality(StrEnum):
    """How real the article says it is."""

    DONE = "done"
    ONGOING = "ongoing"
    PLANNED = "planned"
    POSSIBLE = "possible"

    @property
    def ahead(self) -> bool:
        """Whether it is not, or not yet, so."""
        return self in _AHEAD


_AHEAD = (Modality.PLANNED, Modality.POSSIBLE)


class Standing(StrEnum):
    """How the sources of a statement stand to each other."""

    SINGLE = "single"
    CORROBORATED = "corroborated"
    CONTESTED = "contested"
    EARLIER = "earlier"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"

    @property
    def holds(self) -> bool:
        """Whether it holds today and no source says otherwise."""
        return self in (Standing.SINGLE, Standing.CORROBORATED)

    @property
    def past(self) -> bool:
        """Whether it is history: something newer is known, or those who told it took it back."""
        return self in _PAST

    @property
    def followed(self) -> bool:
        """Whether something newer is known: a value of a later time, a revised one, or the deed that was planned."""
        return self in (Standing.EARLIER, Standing.SUPERSEDED)


_PAST = (Standing.EARLIER, Standing.SUPERSEDED, Standing.WITHDRAWN)


class Rank(StrEnum):
    """The Wikibase rank of a statement or of one of its variants."""

    PREFERRED = "preferred"
    NORMAL = "normal"
    DEPRECATED = "deprecated"


class Decision(StrEnum):
    """What the user decided about a claim."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Role(StrEnum):
    """What part of an article a block of its text is."""

    TITLE = "title"
    BODY = "body"
    QUOTE = "quote"
    FURNITURE = "furniture"


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Record(Struct, frozen=True, omit_defaults=True, gc=False):
    """Base of all records. Being frozen they hold no cycles, so that the search for garbage need not visit them.

    One that holds a function may be part of a cycle all the same, and is visited (`gc=True`): what it holds would stay.
    """
