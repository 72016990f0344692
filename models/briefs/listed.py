"""Goods of which hardly more is told than that they are there: what else the sentences know, or where more is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from models.records import Profile, Quote, Resource
from models.statements.wording import stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from models.briefs.writer import Writer
    from models.pages.lines import Line
    from models.records import Claim

_PARTIES, _LANDS = ("actor", "place"), ("country", "group")
HAS, DEVELOPS = "has", "develops"
_SOLD, _BOUGHT = "exports", "imports"
_MORE = 3  # words of a sentence that tell more than who buys which goods
_LONGEST = 3  # words of a name
_MARKS = "“”\"'’‘«»(),;:."


class _List(NamedTuple):
    """A key figure that names goods: whose they are, what is done with them, and where it stands."""

    country: str
    flow: str
    goods: frozenset[str]
    places: frozenset[tuple[str, int]]


def without_listed(writer: Writer, lines: Iterable[Line], figures: Iterable[Line]) -> list[Line]:
    """The lines on goods without those that only tell that a country sells what one of the key figures lists from the
    same sentence. Works that do not speak of the main exports are not cited for these."""
    lists = tuple(_lists(writer, figures))
    return [line for line in lines if not any(_is_listed(writer, line, one) for one in lists)]


def _lists(writer: Writer, figures: Iterable[Line]) -> Iterator[_List]:
    for line in figures:
        shown = writer.library.statement(line.statement).shown
        content = shown.content
        known = writer.catalog.properties.get(content.property) if isinstance(content, Profile) else None
        if known is not None and known.flow and line.standing.holds:
            assert isinstance(content, Profile), "only for key figures"
            goods = frozenset(str(content.value).split("+"))
            yield _List(content.country, known.flow, goods, frozenset(map(_place, shown.claims)))


def _is_listed(writer: Writer, line: Line, one: _List) -> bool:
    """Whether the list tells all that the line does."""
    shown = writer.library.statement(line.statement).shown
    content = shown.content
    if not isinstance(content, Resource) or content.resource not in one.goods:
        return False
    same = (content.country, content.relation, content.partner) == (one.country, one.flow, ())
    return same and is_bare(line, content, shown.claims) and any(_place(claim) in one.places for claim in shown.claims)


def is_bare(line: Line, content: Resource, claims: Iterable[Claim]) -> bool:
    """Whether it has no figure, and nothing but its words need be told of it."""
    plain = line.standing.holds and not line.detail and not any(claim.read for claim in claims)
    return plain and content.quantity is None and content.rank is None


def _place(claim: Claim) -> tuple[str, int]:
    return claim.evidence.article, claim.evidence.start


def telling(writer: Writer, text: str, told: Sequence[tuple[Resource, Iterable[Claim]]]) -> str:
    """The text of what has no figure with such a sentence; the sentence alone where the text only says that there is
    something."""
    words = in_words(writer, told)
    bare = bool(words) and all(content.relation == HAS for content, _ in told)
    return words if bare else writer.phrases.noted(text, (words,))


def in_words(writer: Writer, told: Iterable[tuple[Resource, Iterable[Claim]]]) -> str:
    """The first sentence behind what has no figure and no partner that names who it is or where, or of what is bought
    or sold tells more than that, such as among which goods; empty where none does."""
    each = [(content, claim) for content, claims in told for claim in claims]
    found = next((claim for content, claim in each if _tells_more(writer, content, claim.evidence.quote)), None)
    return writer.quoted(found) if found else ""


def names_others(writer: Writer, claims: Iterable[Claim], others: Iterable[Claim]) -> bool:
    """Whether every sentence of the claims names somebody or a place, and none that a sentence of the others does."""
    known = {name for claim in others for name in _names(writer, claim.evidence.quote)}
    quotes = [claim.evidence.quote for claim in claims]
    return all(_names(writer, quote) and not {*_names(writer, quote), quote.split()[0]} & known for quote in quotes)


def names_land(writer: Writer, content: Resource, claims: Iterable[Claim]) -> bool:
    """Whether every sentence of the claims names the country, and so can be read by itself."""
    find = writer.catalog.find_country
    quotes = (claim.evidence.quote for claim in claims)
    return all(any(find(word.strip(_MARKS)) == content.country for word in quote.split()) for quote in quotes)


def tells_beyond(writer: Writer, content: Resource, claims: Sequence[Claim], others: Sequence[Claim]) -> bool:
    """Whether every sentence of the claims tells much that no sentence of the others does, nor a statement of another
    kind that the brief has from that very sentence: of what is being developed, who else or where else."""
    told = _told_places(writer)
    if any(_place(claim) in told for claim in claims):
        return False
    if content.relation == DEVELOPS:
        return names_others(writer, claims, others)
    known = frozenset(word for claim in others for word in stems(claim.evidence.quote)) | _plain(writer, content)
    return all(len(stems(claim.evidence.quote, known)) >= _MORE for claim in claims)


def _told_places(writer: Writer) -> frozenset[tuple[str, int]]:
    """The sentences of what the brief tells that is neither goods nor words."""
    found = (writer.library.statement(told).shown for told in writer.told)
    return frozenset(
        _place(claim) for shown in found if not isinstance(shown.content, Resource | Quote) for claim in shown.claims
    )


def _tells_more(writer: Writer, content: Resource, quote: str) -> bool:
    if content.partner:
        return False
    if content.relation not in (_SOLD, _BOUGHT):
        return _names_party(writer, quote)
    return len(stems(quote, _plain(writer, content))) >= _MORE


def _plain(writer: Writer, content: Resource) -> frozenset[str]:
    """What the words of any sentence on the goods of its country tell anyhow."""
    goods = (good.name for good in writer.catalog.commodities.values())
    return stems(" ".join((writer.catalog.name(content.country), content.relation, *goods)))


def _names_party(writer: Writer, quote: str) -> bool:
    """Whether the sentence names a firm or place that is known, or behind its first word anything but countries."""
    words = [word.strip(_MARKS) for word in quote.split()]
    runs = (" ".join(words[:size]) for size in range(1, _LONGEST + 1))
    return any(writer.catalog.find(run, _PARTIES) for run in runs) or bool(_names(writer, quote))


def _names(writer: Writer, quote: str) -> frozenset[str]:
    """The words behind the first one that are written as names are, but for countries."""
    words = [word.strip(_MARKS) for word in quote.split()]
    inside = (word for word in words[1:] if word[:1].isupper())
    return frozenset(word for word in inside if writer.catalog.find(word, _LANDS) is None)
