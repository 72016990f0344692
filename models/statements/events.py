"""Events of one type between the same parties, sorted into the events that took place.

A meeting is told from another by its date, any other event by its date and by what was done. Dates agree when the
vaguer one holds the other ("2025-12" and "2025-12-20"); meetings on neighbouring days at one place are one meeting
that lasted. A claim without a date, or with a vague one, joins the one dated event it fits, that of its own article
before others; of several the one whose day its sentence names without a year, or of which it tells nothing else. Where
several are as likely, or where it only may fit, it stays by itself.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from models.records import Claim, Event
from models.statements.bundles import Bundle, Setting, by_denial
from models.statements.keys import MEETING, plover_type
from models.statements.occasions import may_be_of, names
from models.statements.wording import SHORTEST, alike, common_run, stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.catalog import Catalog

YEAR, FULL_DATE = 4, 10
_WORDS = re.compile(r"[^\W_]+")
LASTS = 3
"""A meeting lasts at most so many days; what follows later is another one."""

SAME_RUN = 3
"""Words in one go that two descriptions share where one tells only the year, and the other a day or month of it."""

SAME_DEED = 0.6
"""Share of the words of the shorter description that the other one must have."""

SEVERAL = 2
"""Events, or words of a description, that are more than one."""

FEW_WORDS = 4
"""Words of a denial that tells of no deed in particular: "no agreement was signed"."""


class _Told(NamedTuple):
    """One claim's event: its date as stated (or ""), its place, and the words that tell what was done."""

    claim: Claim
    date: str
    place: str
    words: frozenset[str]


def events(claims: Sequence[Claim], setting: Setting) -> list[Bundle]:
    """The statements of one key. Plans are past once a deed of that date is known: `settle` sees to it."""
    told = sorted((_told(claim, setting) for claim in claims), key=_order)
    meeting = bool(told) and plover_type(_event(told[0].claim)) == MEETING
    homes: list[list[_Told]] = []
    for item in told:
        fitting = [home for home in homes if _fits(item, home, setting, meeting=meeting)]
        home = _home(item, fitting)
        if home is None:
            homes.append([item])
        else:
            home.append(item)
    return [_bundle(home, homes) for home in homes]


def _home(item: _Told, fitting: Sequence[list[_Told]]) -> list[_Told] | None:
    """The one that it belongs to, of those that fit: a dated one before those without a date, and of several the one
    that its own article dates, else whose day it names, else of which it tells the same; None where several are as
    likely."""
    if fitting and item.date and _same_day(item, fitting[0]):
        return fitting[0]
    dated = [home for home in fitting if home[0].date] or fitting
    if len(dated) < SEVERAL:
        return dated[0] if dated else None
    for likely in (_own, _named, _same_words):
        chosen = [home for home in dated if likely(item, home)]
        if len(chosen) == 1:
            return chosen[0]
    return None


def _named(item: _Told, home: Sequence[_Told]) -> bool:
    """True when the sentence of what has no date names the day of the home without its year."""
    return not item.date and names(item.claim.evidence.quote, home[0].date)


def _same_words(item: _Told, home: Sequence[_Told]) -> bool:
    """True when all words of the shorter description tell of the other, too: a "first summit" is no "second summit"."""
    alike_told = (other for other in home if alike(item.words, other.words, 1.0))
    return not item.date and any(len(item.words & other.words) >= SEVERAL for other in alike_told)


def _event(claim: Claim) -> Event:
    if not isinstance(claim.content, Event):
        raise TypeError(claim.kind)
    return claim.content


def _told(claim: Claim, setting: Setting) -> _Told:
    event = _event(claim)
    parties = (*event.actor, *event.target, event.place or "")
    names = frozenset().union(*(_name_stems(setting.catalog, party) for party in parties))
    words = stems(event.summary or claim.evidence.quote, names)
    return _Told(claim, event.date or "", (event.place or "").casefold(), words)


@lru_cache(maxsize=10_000)
def _name_stems(catalog: Catalog, party: str) -> frozenset[str]:
    """The stems of a party's name and of its members' names: they do not tell what was done."""
    found = catalog.groups.get(party)
    return stems(" ".join(catalog.name(code) for code in (party, *(found.members if found else ()))))


def _order(item: _Told) -> tuple[int, str, int, str]:
    """Precise dates first, then by day; what tells most of an event comes before what tells little."""
    return -len(item.date), item.date, -len(item.words), item.claim.id


def _fits(item: _Told, home: Sequence[_Told], setting: Setting, *, meeting: bool) -> bool:
    if not _date_fits(item, home, lasting=meeting) or not _place_fits(item, home, setting.catalog):
        return False
    if not meeting:
        return any(_same_deed(item, other, setting) for other in home)
    return bool(item.date) or _own(item, home) or _known_when_told(item, home, setting)


def _same_deed(item: _Told, other: _Told, setting: Setting) -> bool:
    """True when the words tell that one thing was done, or that it was and was not."""
    return alike(item.words, other.words, SAME_DEED) or _denies(item, other, setting) or _only_vaguer(item, other)


def _only_vaguer(item: _Told, other: _Told) -> bool:
    """True when one tells the year alone, and of what was done the same in one go, by another verb of its type."""
    vague, exact = sorted((item, other), key=lambda told: len(told.date))
    if len(vague.date) != YEAR or len(exact.date) == YEAR or item.claim.affirmed is not other.claim.affirmed:
        return False
    return common_run(_event(item.claim).summary, _event(other.claim).summary) >= SAME_RUN


def _denies(item: _Told, other: _Told, setting: Setting) -> bool:
    """True when one says that it was done and the other, not long after, that nothing of the kind was, in few words of
    its own."""
    if item.claim.affirmed is other.claim.affirmed:
        return False
    denial, deed = (item, other) if other.claim.affirmed else (other, item)
    if len(denial.words) > FEW_WORDS or _long_after(denial, deed, setting):
        return False
    return not _roots(denial).isdisjoint(_roots(deed))


def _long_after(denial: _Told, deed: _Told, setting: Setting) -> bool:
    """True when a denial without a date was told more than a year after the deed: it is of another time."""
    told = setting.told([denial.claim])
    return bool(deed.date and told) and not denial.date and told[: len(deed.date)] > _next_year(deed.date)


def _roots(told: _Told) -> frozenset[str]:
    """The shortest beginnings by which words are one: "sign" and "signed"."""
    return frozenset(word[:SHORTEST] for word in told.words)


def _date_fits(item: _Told, home: Sequence[_Told], *, lasting: bool) -> bool:
    first = home[0].date
    if not item.date or not first:
        return not first or may_be_of(item.claim.evidence.quote, first)
    if len(item.date) < FULL_DATE or len(first) < FULL_DATE:
        return first.startswith(item.date) or item.date.startswith(first)
    days = sorted(date.fromisoformat(other.date) for other in (*home, item) if len(other.date) == FULL_DATE)
    limit = LASTS if lasting else 1
    return (days[-1] - days[0]).days < limit and all((later - earlier).days <= 1 for earlier, later in pairwise(days))


def _place_fits(item: _Told, home: Sequence[_Told], catalog: Catalog) -> bool:
    """Whether the places may be one: a land holds its places, and those of one day may have been told by two names, if
    not of two known places."""
    places = {other.place for other in home if other.place}
    if not item.place or not places or item.place in places:
        return True
    if all(
        _is_told(item, place, catalog) or any(_is_told(other, item.place, catalog) for other in home)
        for place in places
    ):
        return True
    if all(_within(item.place, place, catalog) or _within(place, item.place, catalog) for place in places):
        return True
    return _same_day(item, home) and not any(_elsewhere(item.place, place, catalog) for place in places)


def _is_told(item: _Told, place: str, catalog: Catalog) -> bool:
    """True when the catalog does not know its place ("the White House"), and its sentence names the other one, too."""
    unknown = bool(item.place) and catalog.find(item.place, ("place", "country")) is None
    named, sentence = (" ".join(_WORDS.findall(text.casefold())) for text in (place, item.claim.evidence.quote))
    return unknown and f" {named} " in f" {sentence} "


def _elsewhere(one: str, other: str, catalog: Catalog) -> bool:
    """True when the catalog knows both as places, and not as one place."""
    found = [catalog.find(name, ("place",)) for name in (one, other)]
    return None not in found and found[0] != found[1]


def _within(place: str, land: str, catalog: Catalog) -> bool:
    """True when the catalog knows the one as a country and the other as a place in it."""
    found, country = catalog.find(place, ("place",)), catalog.find(land, ("country",))
    return None not in (found, country) and catalog.places[found[1]].country == country[1]  # type: ignore[index]


def _same_day(item: _Told, home: Sequence[_Told]) -> bool:
    return len(item.date) == FULL_DATE and any(other.date == item.date for other in home)


def _own(item: _Told, home: Sequence[_Told]) -> bool:
    return any(other.claim.evidence.article == item.claim.evidence.article for other in home)


def _known_when_told(item: _Told, home: Sequence[_Told], setting: Setting) -> bool:
    """True when an undated claim of another article may mean this meeting: it was told in the same year or the next.

    Two undated meetings are one only when both are told with the same place.
    """
    first = home[0].date
    if not first:
        return bool(item.place) and any(other.place == item.place for other in home)
    published = setting.published.get(item.claim.evidence.article, "")
    return not published or (first[: len(published)] <= published and int(published[:4]) - int(first[:4]) <= 1)


def _bundle(home: Sequence[_Told], homes: Sequence[Sequence[_Told]]) -> Bundle:
    """The event; its mark is its date, and what was done where the date alone does not tell it from others."""
    first = home[0]
    alone = sum(other[0].date == first.date for other in homes) == 1
    words = "" if alone else " ".join((_event(first.claim).summary or first.claim.evidence.quote).split())
    return Bundle(" ".join(filter(None, (first.date, words))), by_denial([item.claim for item in home]))


# --- plans that came true ---------------------------------------------------------------------------------------------


def settle(planned: list[Bundle], done: Sequence[Bundle], setting: Setting) -> list[Bundle]:
    """The planned events, past where an event of the same parties and type took place on the planned day.

    A plan without a day is past where just one such event took place in its month or year, or, if it is told without
    these, within a year after it was told.
    """
    return [Bundle(plan.mark, plan.values, past=_came_true(plan, done, setting), revised=True) for plan in planned]


def _came_true(plan: Bundle, done: Sequence[Bundle], setting: Setting) -> bool:
    days = _days(plan)
    if any(days & _days(bundle) for bundle in done):
        return True
    told = [_told(claim, setting) for side in plan.values for claim in side]
    if any(len(item.date) == FULL_DATE for item in told):
        return False
    kept = [bundle for bundle in done if all(_may_be(item, bundle, setting) for item in told)]
    return len(kept) == 1


def _may_be(item: _Told, deed: Bundle, setting: Setting) -> bool:
    """Whether a plan without a day may be of that deed: by time and place, and by what is to be done."""
    home = [_told(claim, setting) for side in deed.values for claim in side if claim.affirmed]
    days = sorted(day for day in (other.date for other in home) if len(day) == FULL_DATE)
    if not days or not _place_fits(item, home, setting.catalog):
        return False
    if plover_type(_event(item.claim)) != MEETING and not any(
        alike(item.words, other.words, SAME_DEED) for other in home
    ):
        return False
    told = setting.published.get(item.claim.evidence.article, "")
    return (
        days[0].startswith(item.date) if item.date else len(told) == FULL_DATE and told <= days[0] <= _next_year(told)
    )


def _next_year(day: str) -> str:
    return f"{int(day[:4]) + 1}{day[4:]}"


def _days(bundle: Bundle) -> set[str]:
    stated = (_event(claim).date or "" for side in bundle.values for claim in side if claim.affirmed)
    return {day for day in stated if len(day) == FULL_DATE}
