"""Whether a claim that was read is the claim that an annotator wanted: right thing first, then right details."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import partial
from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from models.catalog import Catalog

Fields = dict[str, Any]

KIN = {"AGREE", "CONSULT", "SUPPORT", "COOPERATE"}  # told apart among the details only
MUTUAL = {"AGREE", "CONSULT", "COOPERATE"}
UNPUNISHED = {"length", "cost", "capacity"}  # figures of a route that a text may or may not be after
TOLERANCE = 0.01


class Outcome(Struct, frozen=True):
    """How one item went: wanted claims found, those with a detail wrong, wanted ones missed, others made.

    `loose` pairs a found claim with the made one; each of its claims is in `found` too.
    """

    found: tuple[Fields, ...]
    loose: tuple[tuple[Fields, Fields], ...]
    missed: tuple[Fields, ...]
    extra: tuple[Fields, ...]


def fold(text: object) -> str:
    """The text without case, accents and punctuation."""
    plain = unicodedata.normalize("NFKD", str(text or ""))
    kept = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(re.findall(r"\w+", kept.casefold()))


class Matcher:
    """Compares claims; the catalog opens groups up, knows routes by any name and lifts places to their country."""

    def __init__(self, catalog: Catalog) -> None:
        self._groups = {code: frozenset(group.members) for code, group in catalog.groups.items() if group.region}
        self._routes = {fold(catalog.name(route)): route for route in catalog.routes}
        self._places = {
            fold(name): place.country
            for place in catalog.places.values()
            for name in (place.name, *place.also.get("en", ()))
            if place.country
        }
        self._core: dict[str, Callable[[Fields, Fields], bool]] = {
            "resource": self._same_resource,
            "route": self._same_route,
            "event": self._same_event,
            "commitment": self._same_commitment,
            "quote": lambda wanted, made: same_speaker(wanted["speaker"], made["speaker"]),
            "relation": lambda wanted, made: self._alike(wanted, made, ("a", "b"), 0.6),
            "profile": lambda wanted, made: all(wanted[name] == made[name] for name in ("country", "property")),
        }
        self._details: dict[str, Callable[[Fields, Fields], bool]] = {
            "resource": resource_details,
            "route": lambda wanted, made: wanted.get("year") in (None, made.get("year")),
            "event": self._event_details,
            "commitment": self._commitment_details,
            "quote": lambda wanted, made: wanted.get("direct") in (None, made.get("direct", False)),
            "relation": lambda wanted, made: True,
            "profile": lambda wanted, made: "value" not in wanted or same_figure(wanted, made),
        }

    def score(self, required: Iterable[Fields], optional: Iterable[Fields], made: Iterable[Fields]) -> Outcome:
        """Each wanted claim takes the best of the made ones that fit it; optional ones then take what they allow."""
        free, wanted = joined(made), list(required)
        loose: list[tuple[Fields, Fields]] = []
        missed: list[Fields] = []
        # exact ones first, so that a near match never takes another claim's own
        inexact = [claim for claim in wanted if _taken(free, partial(self._right, claim)) is None]
        for claim in inexact:
            near = _taken(free, partial(self.fits, claim))
            if near is None:
                missed.append(claim)
            else:
                loose.append((claim, near))
        for allowed in optional:
            _taken(free, partial(self._allowed, allowed))
        found = tuple(claim for claim in wanted if claim not in missed)
        extra = tuple(item for item in free if item.get("predicate") not in UNPUNISHED)
        return Outcome(found, tuple(loose), tuple(missed), extra)

    def _right(self, wanted: Fields, made: Fields) -> bool:
        return self.fits(wanted, made) and self.exact(wanted, made)

    def _allowed(self, optional: Fields, made: Fields) -> bool:
        return self.fits(optional, made) and same_status(optional, made)

    def fits(self, wanted: Fields, made: Fields) -> bool:
        """The claim is about the right thing, on the right sentence."""
        same_kind = wanted["kind"] == made["kind"]
        return same_kind and self._core[wanted["kind"]](wanted, made) and same_sentence(wanted, made)

    def exact(self, wanted: Fields, made: Fields) -> bool:
        """The details are right too, and so is whether it is done, planned or denied."""
        stated = wanted if "evidence" in wanted else {"affirmed": True, **wanted}
        return same_status(stated, made) and self._details[wanted["kind"]](wanted, made)

    def members(self, *values: object) -> frozenset[str]:
        """Codes and folded names, with groups of countries opened up."""
        names: set[str] = set()
        for value in values:
            for name in value if isinstance(value, list | tuple) else [value]:
                code = str(name or "")
                names |= self._groups.get(code, {code if re.fullmatch("[A-Z]{3}", code) else fold(code)})
        return frozenset(names - {""})

    def _alike(self, wanted: Fields, made: Fields, names: tuple[str, ...], floor: float) -> bool:
        """The parties are the same people, give or take; a place may stand for its country."""
        left, right = (self.members(*(claim.get(name) for name in names)) for claim in (wanted, made))
        lifted = [frozenset(self._places.get(name, name) for name in side) for side in (left, right)]
        return max(share(left, right), share(*lifted)) >= floor

    def _same_resource(self, wanted: Fields, made: Fields) -> bool:
        return wanted["resource"] == made["resource"] and self._alike(wanted, made, ("country",), 0.8)

    def _same_route(self, wanted: Fields, made: Fields) -> bool:
        routes = [self._routes.get(fold(claim["route"]), claim["route"]) for claim in (wanted, made)]
        if routes[0] != routes[1] or wanted["predicate"] != made["predicate"]:
            return False
        if isinstance(wanted["object"], dict) or isinstance(made["object"], dict):
            return same_figure(wanted["object"], made["object"])
        return self._alike(wanted, made, ("object",), 0.5)

    def _same_event(self, wanted: Fields, made: Fields) -> bool:
        types = {plover(wanted), plover(made)}
        return (len(types) == 1 or types <= KIN) and self._alike(wanted, made, ("actor", "target"), 0.5)

    def _same_commitment(self, wanted: Fields, made: Fields) -> bool:
        givers = {name for name in self.members(wanted["by"]) if name.isupper()}
        right_giver = not givers or bool(givers & self.members(made["by"]))
        return right_giver and same_figure(wanted["amount"], made["amount"])

    def _event_details(self, wanted: Fields, made: Fields) -> bool:
        same_type = plover(wanted) == plover(made)
        same_way = wanted["plover"] in MUTUAL or self._alike(wanted, made, ("actor",), 0.5)
        same_mode = wanted.get("mode") in (None, made.get("mode"))
        same_place = fold(wanted.get("place")) in fold(made.get("place"))
        inferred = wanted.get("year_inferred", False)
        same_day = same_date(wanted.get("date"), made.get("date"), inferred=inferred)
        return same_type and same_way and same_mode and same_place and same_day

    def _commitment_details(self, wanted: Fields, made: Fields) -> bool:
        takers = self.members(wanted.get("to"))
        right_taker = not takers or bool(takers & self.members(made["to"]))
        return right_taker and wanted.get("period_years") in (None, made.get("period_years"))


def _taken(free: list[Fields], fits: Callable[[Fields], bool]) -> Fields | None:
    """The first of the claims that fits, taken out of them; None where none does."""
    for item in free:
        if fits(item):
            free.remove(item)
            return item
    return None


def resource_details(wanted: Fields, made: Fields) -> bool:
    """Relation, rank, figure and, where wanted, year agree."""
    same = all(wanted.get(name) == made.get(name) for name in ("relation", "rank"))
    figures = wanted.get("quantity"), made.get("quantity")
    return same and same_figure(*figures) and wanted.get("year") in (None, made.get("year"))


def same_sentence(wanted: Fields, made: Fields) -> bool:
    """The made claim stands where it should: on the words `at`, or on half of the sentences given as evidence."""
    theirs, ours = squashed(wanted.get("evidence", "")), squashed(made["evidence"])
    if not theirs:
        return squashed(wanted.get("at", "")) in ours
    if theirs in ours or ours in theirs:
        shared = min(len(theirs), len(ours))
    else:
        shared = SequenceMatcher(None, theirs, ours, autojunk=False).find_longest_match().size
    return 2 * shared >= min(len(theirs), len(ours)) and 5 * shared >= max(len(theirs), len(ours))


def plover(claim: Fields) -> str:
    """The claim's type of event; REQUEST is a later name of DEMAND."""
    kind = str(claim["plover"])
    return "DEMAND" if kind == "REQUEST" else kind


def same_status(wanted: Fields, made: Fields) -> bool:
    """Denied or not, and done or planned, as far as the annotation says."""
    right_modality = "modality" not in wanted or made["modality"] in wanted["modality"]
    return right_modality and wanted.get("affirmed", made["affirmed"]) == made["affirmed"]


def same_speaker(wanted: str, made: str) -> bool:
    """The same surname up to spelling, or one name inside the other."""
    left, right = fold(wanted).split(), fold(made).split()
    if not left or not right:
        return False
    nested = set(left) <= set(right) or set(right) <= set(left)
    return nested or SequenceMatcher(None, left[-1], right[-1]).ratio() >= 0.75


def same_figure(wanted: Fields | None, made: Fields | None) -> bool:
    """Two figures agree within one per cent (of ranges, one end does), and so do their units where both have one."""
    if not isinstance(wanted, dict) or not isinstance(made, dict):
        return wanted is made
    left, right = ends(wanted["value"]), ends(made["value"])
    near = any(same_number(one, other) for one in left for other in right)
    units = [str(side.get("unit") or side.get("currency") or "").split("/")[0] for side in (wanted, made)]
    return near and (not all(units) or units[0] == units[1])


def ends(value: object) -> tuple[object, ...]:
    """Both ends of a range, or the one value."""
    return tuple(value) if isinstance(value, list | tuple) else (value,)


def same_number(one: object, other: object) -> bool:
    """Numbers within the tolerance; words without regard to case."""
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) <= TOLERANCE * max(abs(one), abs(other), 1e-9)
    return fold(one) == fold(other)


def same_date(wanted: str | None, made: str | None, *, inferred: bool = False) -> bool:
    """The same date at the wanted precision; one step coarser will do. A year that was inferred need not be known."""
    if not wanted or not made:
        return not wanted or inferred
    if inferred:
        wanted, made = wanted[5:], made[5:]
    return made.startswith(wanted) or (wanted.startswith(made) and len(wanted) - len(made) <= 3)


def share(left: frozenset[str], right: frozenset[str]) -> float:
    """What two sets have in common, as a share of both together."""
    return len(left & right) / len(left | right) if left | right else 1.0


def squashed(text: str) -> str:
    return " ".join(text.split())


def joined(claims: Iterable[Fields]) -> list[Fields]:
    """The claims; those of one sentence that differ in their country or end point only are one with all of them."""
    ready: list[Fields] = []
    seen: dict[str, Fields] = {}
    for claim in claims:
        name = {"resource": "country", "route": "object"}.get(claim["kind"], "")
        if not name or isinstance(claim[name], dict):
            ready.append(claim)
            continue
        values = list(ends(claim[name]))
        key = repr(sorted((part, str(value)) for part, value in claim.items() if part in _KEYS and value is not None))
        if key in seen:
            seen[key][name] = [*seen[key][name], *values]
        else:
            seen[key] = {**claim, name: values}
            ready.append(seen[key])
    return ready


_KEYS = {"kind", "resource", "relation", "rank", "quantity", "year", "route", "predicate", "evidence", "affirmed"}
