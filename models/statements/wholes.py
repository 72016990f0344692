"""Parts that are larger than their whole: a mine, firm or partner of which more is told than of the country.

Nothing is dropped: both stand, and each says what it cannot go with. That of the two which has fewer sources, or the
part where both have as many, is taken for impossible: it leads nowhere and takes no other's place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from models.records import Resource, Standing, Statement, best
from models.statements.values import Value, middle, same

if TYPE_CHECKING:
    from collections.abc import Iterable

SHARE = "percent"
"""A share is of something of its own: it is no part of a quantity."""


def marked(statements: Iterable[Statement]) -> list[Statement]:
    """The statements in their order, a part that exceeds its whole with that whole, and the whole with such a part, one
    of them as impossible; what that one took the place of stands again.

    Both are of one country, commodity, relation, unit and year, and as real as each other.
    """
    told = list(statements)
    groups: dict[tuple[object, ...], list[tuple[Statement, Resource]]] = {}
    for statement in told:
        if (content := _figure(statement)) is not None:
            groups.setdefault(_measure(statement, content), []).append((statement, content))
    found: dict[str, Resource] = {}
    doubted: set[str] = set()
    for group in groups.values():
        wholes = [(statement, content) for statement, content in group if not _is_part(content)]
        parts = [(statement, content) for statement, content in group if _is_part(content)]
        if wholes and parts:
            found.update(_unlike(wholes, parts))
            doubted.update(_impossible([pair for pair in (*wholes, *parts) if pair[0].id in found]))
    if not found:
        return told
    doubtful = (
        structs.replace(one, unlike=found[one.id], impossible=one.id in doubted) if one.id in found else one
        for one in told
    )
    return _standing_again(list(doubtful))


def _impossible(unlike: Iterable[tuple[Statement, Resource]]) -> Iterable[str]:
    """The ids of the worse supported side: of the parts, unless more sources give one than any whole."""
    support: dict[bool, int] = {False: 0, True: 0}
    pairs = list(unlike)
    for statement, content in pairs:
        part = _is_part(content)
        support[part] = max(support[part], statement.shown.sources if statement.shown.named else 0)
    worse = support[True] <= support[False]
    return [statement.id for statement, content in pairs if _is_part(content) is worse]


def _standing_again(statements: list[Statement]) -> list[Statement]:
    """The statements, the newest past ones of a series no longer past where only impossible ones follow them."""
    hit = {one.series for one in statements if one.impossible and one.series and not one.standing.past}
    today = {one.series for one in statements if one.series in hit and not one.standing.past and not one.impossible}
    newest: dict[str, Statement] = {}
    for one in statements:
        if one.series in hit - today and one.standing is not Standing.WITHDRAWN and one.standing.past:
            newest[one.series] = max(newest.get(one.series, one), one, key=lambda told: told.key)
    again = {one.id: _unfollowed(one) for one in newest.values()}
    return [again.get(one.id, one) for one in statements]


def _unfollowed(statement: Statement) -> Statement:
    kept = best(statement.variants)
    agreed = Standing.CORROBORATED if kept[0].sources > 1 else Standing.SINGLE
    return structs.replace(statement, standing=agreed)


def _unlike(
    wholes: list[tuple[Statement, Resource]], parts: list[tuple[Statement, Resource]]
) -> Iterable[tuple[str, Resource]]:
    """The largest part that exceeds every whole, and which whole each such part exceeds."""
    largest = max((content for _, content in wholes), key=_middle)
    beyond = [(statement, content) for statement, content in parts if _exceeds(content, largest)]
    if beyond:
        most = max((content for _, content in beyond), key=_middle)
        yield from ((statement.id, most) for statement, _ in wholes)
        yield from ((statement.id, largest) for statement, _ in beyond)


def _figure(statement: Statement) -> Resource | None:
    """The figure that the statement shows (of a whole the largest it gives), where it stands today and is stated."""
    content = statement.shown.content
    if isinstance(content, Resource) and not _is_part(content):
        given = (variant.content for variant in best(statement.variants))
        content = max((other for other in given if isinstance(other, Resource)), key=_middle)
    if not isinstance(content, Resource) or content.quantity is None or content.rank is not None:
        return None
    named = statement.shown.named or _is_part(content)  # whose a whole is must stand in its words
    stands = named and not statement.standing.past and all(claim.affirmed for claim in statement.shown.claims)
    return content if stands and content.quantity.unit != SHARE else None


def _measure(statement: Statement, content: Resource) -> tuple[object, ...]:
    quantity, ahead = content.quantity, statement.shown.claims[0].modality
    unit, of = (quantity.unit, quantity.of) if quantity else ("", None)
    real = ahead if ahead.ahead else ""
    return content.country, content.resource, content.relation, unit, of, content.year, real


def _is_part(content: Resource) -> bool:
    return bool(content.site or content.firm or content.partner)


def _exceeds(part: Resource, whole: Resource) -> bool:
    one, other = _value(part), _value(whole)
    return middle(one) > middle(other) > 0 and not same(one, other)


def _middle(content: Resource) -> float:
    return middle(_value(content))


def _value(content: Resource) -> Value:
    return content.quantity.value if content.quantity else 0.0
