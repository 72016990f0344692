"""Claims and statements in the words of the Wikibase data model, in tables and records alike."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from pathlib import Path
from typing import Literal

import msgspec
import pytest
from msgspec import Struct, field

from models.exchange import export, wikibase
from models.exchange.tables import WIKIBASE
from models.library import Library
from models.records import (
    Commitment,
    Content,
    Event,
    Kind,
    Money,
    Problem,
    Profile,
    Quantity,
    Quote,
    Relation,
    Resource,
    RouteFact,
)

# --- the data model of Wikibase, as far as we use it ------------------------------------------------------------------


class Of(Struct, forbid_unknown_fields=True):
    """What the value of a quantity has."""

    amount: str
    unit: str
    lowerBound: str = ""  # noqa: N815 - as Wikibase writes it
    upperBound: str = ""  # noqa: N815


class Time(Struct, forbid_unknown_fields=True):
    """What the value of a time has."""

    time: str
    timezone: int
    before: int
    after: int
    precision: Literal[9, 10, 11]
    calendarmodel: str


class Text(Struct, forbid_unknown_fields=True):
    """What the value of a text in a language has."""

    text: str
    language: str


class Data(Struct, forbid_unknown_fields=True):
    """A value with its type."""

    type: Literal["string", "quantity", "time", "monolingualtext"]
    value: msgspec.Raw


class Snak(Struct, forbid_unknown_fields=True):
    """A property with its value, if that is known."""

    snaktype: Literal["value", "somevalue", "novalue"]
    property: str
    datavalue: Data | None = None


VALUES = {"string": str, "quantity": Of, "time": Time, "monolingualtext": Text}
Snaks = dict[str, list[Snak]]


class Reference(Struct):
    """The snaks of a reference; ours may tell more."""

    hash: str
    snaks: Snaks
    order: list[str] = field(name="snaks-order")


class Record(Struct):
    """A statement; ours may tell more."""

    subject: str
    mainsnak: Snak
    qualifiers: Snaks
    order: list[str] = field(name="qualifiers-order")
    rank: Literal["preferred", "normal", "deprecated"]
    references: list[Reference]


def checked(prop: str, snak: Snak) -> None:
    """The snak is whole, and its value of the type that it tells."""
    assert snak.property == prop
    assert (snak.datavalue is None) == (snak.snaktype != "value")
    if snak.datavalue is None:
        return
    value: object = msgspec.json.decode(snak.datavalue.value, type=VALUES[snak.datavalue.type])
    if isinstance(value, Of):
        numbers = [Decimal(text) for text in (value.lowerBound, value.amount, value.upperBound) if text]
        assert numbers == sorted(numbers)
        assert value.amount[0] in "+-"
        assert "E" not in value.amount.upper()
    elif isinstance(value, Time):
        assert value.time.count("-00") == 11 - value.precision
    else:
        assert value


def written(library: Library, format_id: str, folder: Path) -> str:
    path = folder / format_id
    assert not isinstance(export(library, format_id, path), Problem)
    return path.read_text("utf-8-sig")


@pytest.mark.parametrize("format_id", ["statements-jsonl", "claims-jsonl"])
def test_every_record_has_the_fields_of_wikibase(held: Library, tmp_path: Path, format_id: str) -> None:
    lines = written(held, format_id, tmp_path).splitlines()
    found = [msgspec.json.decode(line, type=Record) for line in lines]
    assert len(found) > 900
    for record in found:
        checked(record.mainsnak.property, record.mainsnak)
        assert record.order == list(record.qualifiers)
        groups = [record.qualifiers, *(reference.snaks for reference in record.references)]
        for prop, snak in ((prop, snak) for group in groups for prop, snaks in group.items() for snak in snaks):
            checked(prop, snak)
        assert all({"P248", "P1683", "P1476"} <= set(reference.snaks) for reference in record.references)
    assert all(record.subject for record in found if not record.mainsnak.property.startswith("event:"))
    assert sum("P585" in record.qualifiers for record in found) > len(found) / 2
    claims = [claim.id for statement in held.statements() for claim in statement.claims]
    assert sorted(reference.hash for record in found for reference in record.references) == sorted(claims)


def test_tables_and_records_of_claims_say_the_same(held: Library, tmp_path: Path) -> None:
    csv.field_size_limit(10_000_000)
    rows = list(csv.DictReader(io.StringIO(written(held, "claims-csv", tmp_path), newline="")))
    records = [json.loads(line) for line in written(held, "claims-jsonl", tmp_path).splitlines()]
    assert len(rows) == len(records)
    for row, record in zip(rows, records, strict=True):
        data = record["mainsnak"].get("datavalue", {"type": "", "value": ""})
        told = [row[name].removeprefix("'") for name in WIKIBASE]
        assert told[:4] == [
            record["subject"],
            *(record["mainsnak"][name] for name in ("property", "snaktype")),
            data["type"],
        ]
        assert (json.loads(told[4]) if data["type"] == "quantity" else told[4]) == data["value"]
        assert json.loads(told[5]) == record["qualifiers"]
        assert told[6] == record["rank"]
        assert json.loads(told[7]) == record["references"]


@pytest.mark.parametrize(
    ("kind", "content", "subject", "prop", "value", "qualified"),
    [
        (
            Kind.PROFILE, Profile("KAZ", "population", 20e6, "people", "2026-07"),
            "KAZ", "profile:population", {"amount": "+20000000", "unit": "people"}, set(),
        ),
        (Kind.PROFILE, Profile("KAZ", "capital", "Astana"), "KAZ", "profile:capital", "Astana", set()),
        (
            Kind.RESOURCE, Resource("KAZ", "uranium", "exports", quantity=Quantity((1.5, 2), "t"), partner=("CHN",)),
            "KAZ", "resource:exports",
            {"amount": "+1.75", "unit": "t", "lowerBound": "+1.5", "upperBound": "+2"}, {"commodity", "target"},
        ),
        (
            Kind.RESOURCE, Resource("KAZ", "uranium", "produces", rank=1),
            "KAZ", "resource:produces", "uranium", {"rank"},
        ),
        (Kind.ROUTE, RouteFact("instc", "crosses", ("KAZ",), part="east"), "instc", "route:crosses", "KAZ", {"of"}),
        (Kind.EVENT, Event("CONSULT", ("KAZ",), place="Astana"), "KAZ", "event:CONSULT", None, {"place"}),
        (
            Kind.COMMITMENT, Commitment(("JPN",), ("KAZ",), Money(-0.00001, "JPY"), purpose="rail"),
            "JPN", "commitment:commits", {"amount": "-0.00001", "unit": "JPY"}, {"target", "words"},
        ),
        (Kind.QUOTE, Quote("A", words="Words."), "A", "quote:says", "Words.", set()),
        (Kind.RELATION, Relation("CHN", "KAZ", "investor"), "CHN", "relation:investor", "KAZ", set()),
        (
            Kind.RELATION, Relation("CHN", "KAZ", "trade", quantity=Quantity(5e9, "USD")),
            "CHN", "relation:trade", {"amount": "+5000000000", "unit": "USD"}, {"target"},
        ),
    ],
)  # fmt: skip
def test_what_is_said_has_a_subject_a_property_and_a_value(
    kind: Kind, content: Content, subject: str, prop: str, value: object, qualified: set[str]
) -> None:
    assert wikibase.subject(content) == subject
    snak = wikibase.main_snak(kind, content)
    assert snak["property"] == prop
    assert snak.get("datavalue", {}).get("value") == value
    assert snak["snaktype"] == ("value" if value else "somevalue")
    assert set(wikibase.qualifiers(content, "")) == qualified


@pytest.mark.parametrize(
    ("date", "told"),
    [("2024", "+2024-00-00T00:00:00Z"), ("2024-06", "+2024-06-00T00:00:00Z"), ("2024-06-21", "+2024-06-21T00:00:00Z")],
)
def test_dates_are_as_precise_as_they_are(date: str, told: str) -> None:
    value = wikibase.time("P585", date)["datavalue"]["value"]
    assert (value["time"], value["precision"]) == (told, 9 + date.count("-"))
    assert wikibase.time("P585", f"{date}/half")["datavalue"] == {"type": "string", "value": f"{date}/half"}
