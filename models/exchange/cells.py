"""What a claim or statement says, spread over the columns of a table."""

from __future__ import annotations

from models.records import (
    Commitment,
    Content,
    Event,
    Money,
    Profile,
    Quantity,
    Quote,
    Relation,
    Resource,
    RouteFact,
)

COMMITS = "commits"
COLUMNS = (
    "country", "commodity", "route", "actor", "says", "target", "amount", "amount_to", "unit", "of", "rank", "when",
    "years", "place", "words",
)  # fmt: skip
"""Countries, commodities and routes stand as their codes and ids, several of them joined by "+"; `says` is the relation
of a resource, the predicate of a route, the PLOVER type of an event, the property of a key figure. `amount_to` is the
end of a range."""


def cells(content: Content) -> tuple[str, ...]:
    """The content under COLUMNS; what it does not tell is empty."""
    told = _told(content)
    return tuple(told.get(name, "") for name in COLUMNS)


def _told(content: Content) -> dict[str, str]:
    match content:
        case Profile():
            about = {"country": content.country, "says": content.property, "when": content.as_of or ""}
            return {**about, **_figure(content)}
        case Resource():
            figure = _quantity(content.quantity) if content.quantity else {}
            rank, year = (str(value or "") for value in (content.rank, content.year))
            whose = {"country": content.country, "actor": content.firm, "place": content.site}
            about = {"commodity": content.resource, "says": content.relation, "target": _list(content.partner)}
            return {**whose, **about, "rank": rank, "when": year, **figure}
        case RouteFact():
            about = {"route": content.route, "says": content.predicate, "when": str(content.year or "")}
            told = content.object
            where = {"target": _list(told), "of": content.part} if isinstance(told, tuple) else _quantity(told)
            return {**about, **where}
        case Event():
            about = {"actor": _list(content.actor), "says": content.plover, "target": _list(content.target)}
            return {**about, "when": content.date or "", "place": content.place or "", "words": content.summary}
        case Commitment():
            about = {"actor": _list(content.by), "says": content.deed or COMMITS, "target": _list(content.to)}
            years = str(content.period_years or "")
            what = {"when": str(content.year or ""), "words": content.purpose, "years": years}
            return {**about, **what, **_money(content.amount)}
        case Quote():
            return {"actor": content.speaker, "says": "says", "words": content.words}
        case Relation():
            about = {"actor": content.a, "says": content.relation, "target": content.b}
            figure = _quantity(content.quantity) if content.quantity else {}
            return {**about, "when": str(content.year or ""), **figure}


def _figure(content: Profile) -> dict[str, str]:
    if isinstance(content.value, str):
        return {"target": content.value, "of": content.of}
    return {**_amount(content.value), "unit": content.unit or "", "of": content.of}


def _quantity(quantity: Quantity) -> dict[str, str]:
    return {**_amount(quantity.value), "unit": quantity.unit, "of": quantity.of or ""}


def _money(money: Money) -> dict[str, str]:
    return {**_amount(money.value), "unit": money.currency}


def _amount(value: float | tuple[float, float]) -> dict[str, str]:
    low, high = value if isinstance(value, tuple) else (value, None)
    return {"amount": _number(low), "amount_to": "" if high is None else _number(high)}


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else str(value)


def _list(codes: tuple[str, ...]) -> str:
    return "+".join(codes)
