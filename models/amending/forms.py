"""A claim as a form: what its fields say, and what is typed in them put together to a Reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from models.amending.fields import OF_KIND, Field, Sort, fields
from models.amending.values import Values
from models.phrases.reality import SAID_BY
from models.records import (
    Commitment,
    Event,
    Kind,
    Modality,
    Money,
    Problem,
    Profile,
    Quantity,
    Quote,
    Reading,
    Relation,
    Resource,
    RouteFact,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.catalog import Catalog
    from models.phrases import Phrases
    from models.records import Claim, Content

YES, NO = "yes", "no"
_TOLD = tuple(SAID_BY[word] for word in ("planned", "possible", "denied"))
_TIMES = ("year", "date", "as_of")
_NUMBERS, _MONEY, _SHARE = ("amount", "money", "percent"), "money", "percent"
_KNOWN = {"country": ("country", "group"), "commodity": ("commodity",)}


class Forms:
    """Forms with the names of a catalog, in the words of one language."""

    def __init__(self, catalog: Catalog, phrases: Phrases) -> None:
        self._catalog = catalog
        self._values = Values(catalog, phrases)

    def known(self, field: Field) -> tuple[str, ...]:
        """The names that may stand in the field; none where anything may."""
        return self._values.known(field)

    def told(self, kind: Kind, reading: Reading) -> dict[str, str]:
        """What each field says, as it is typed, by the field's name."""
        kept = _kept(reading)
        return {field.name: self._values.shown(field, kept.get(field.name)) for field in fields(kind)}

    def understood(self, claim: Claim, typed: Mapping[str, str]) -> Reading | dict[str, Problem]:
        """What the claim says by what is typed in some of its fields, the others as they are; else what is wrong with
        each field that cannot be. What was left as it stood is kept just as it is."""
        reading = claim.reading
        kind, before, shown = claim.kind, _kept(reading), self.told(claim.kind, reading)
        values, wrong = dict(before), dict[str, Problem]()
        changed = [field for field in fields(kind) if typed.get(field.name, shown[field.name]) != shown[field.name]]
        for field in changed:
            if field.sort is Sort.VALUE:
                continue
            value = self._values.understood(field, typed[field.name])
            if isinstance(value, Problem):
                wrong[field.name] = value
            else:
                values[field.name] = value
        if kind is Kind.PROFILE and "property" not in wrong:
            self._key_figure(values, {**shown, **typed}, [field.name for field in changed], wrong)
        _in_kept_units(values)
        if not wrong:
            self._fit(claim, values, wrong)
        return wrong or _reading(reading, values)

    def _key_figure(
        self, values: dict[str, Any], typed: Mapping[str, str], changed: list[str], wrong: dict[str, Problem]
    ) -> None:
        """What a key figure takes, a number or names, is told by the key figure."""
        if "value" not in changed and "property" not in changed:
            return
        field = next(field for field in OF_KIND[Kind.PROFILE] if field.name == "value")
        found = self._catalog.properties.get(values["property"])
        takes, text = (found.value if found else "text"), typed["value"].strip()
        if not text:
            wrong["value"] = Problem(field.label, "This cannot be left empty.")
            return
        value: object
        if takes in _NUMBERS:
            value = self._values.figure(field, text)
        else:
            parts = [part.strip() for part in text.split(";")] if found and found.many else [text]
            kinds = _KNOWN.get(takes, ())
            named = [self._values.named(field, part, kinds, takes) if kinds else part for part in parts if part]
            value = next((one for one in named if isinstance(one, Problem)), "") or "+".join(sorted(map(str, named)))
            values["unit"] = None
        if isinstance(value, Problem):
            wrong["value"] = value
        else:
            values["value"] = value

    def _fit(self, claim: Claim, values: Mapping[str, Any], wrong: dict[str, Problem]) -> None:
        """Whether the fields fit each other."""
        match claim.content:
            case Profile():
                self._fit_key_figure(values, wrong)
            case Resource() | RouteFact() | Relation() if values["value"] is not None:
                self._fit_unit(values, wrong)
            case RouteFact() if not values["object"]:
                wrong["object"] = Problem("Countries or places", "Name countries or places, or give a value.")
            case Quote() if values["words"] and values["words"] not in claim.evidence.quote:
                wrong["words"] = Problem("Words", "These words do not stand in the sentence.")
        if isinstance(claim.content, RouteFact) and values["value"] is not None and values["object"]:
            wrong["value"] = Problem("Value", "Give a value, or countries and places, but not both.")

    def _fit_key_figure(self, values: Mapping[str, Any], wrong: dict[str, Problem]) -> None:
        found, unit = self._catalog.properties.get(values["property"]), values["unit"]
        if found is None or found.value not in _NUMBERS:
            return
        if found.value == _MONEY:
            if unit not in self._catalog.currencies:
                wrong["unit"] = Problem("Unit", f"“{found.name}” is told in a currency, such as USD.")
            return
        wanted = (_SHARE,) if found.value == _SHARE else found.units
        if wanted and unit not in wanted:
            named = " or ".join(self._catalog.units[one].name if one in self._catalog.units else one for one in wanted)
            wrong["unit"] = Problem("Unit", f"“{found.name}” is told in this unit: {named}.")

    def _fit_unit(self, values: Mapping[str, Any], wrong: dict[str, Problem]) -> None:
        unit, resource = self._catalog.units.get(values["unit"]), values.get("resource")
        if not values["unit"]:
            wrong["unit"] = Problem("Unit", "A value needs its unit.")
        elif unit is not None and unit.only and resource and resource not in unit.only:
            named = self._catalog.name(resource).capitalize()
            wrong["unit"] = Problem("Unit", f"{named} is not measured in this unit: {unit.name}.")


def _kept(reading: Reading) -> dict[str, Any]:
    """What is kept in each field: of a figure its parts, of what is true or not a word."""
    content = reading.content
    kept: dict[str, Any] = {name: getattr(content, name) for name in content.__struct_fields__}
    figure = kept.pop("quantity", None) if isinstance(content, Resource | Relation) else kept.get("object")
    if isinstance(content, Resource | RouteFact | Relation):
        told = figure if isinstance(figure, Quantity) else None
        kept |= {name: getattr(told, name, None) for name in ("value", "unit", "of")}
        if told is not None and isinstance(content, RouteFact):
            kept["object"] = ()
    if isinstance(content, Commitment):
        kept |= {"value": content.amount.value, "currency": content.amount.currency}
    if isinstance(content, Profile):
        kept["of"] = tuple(filter(None, content.of.split("+")))
    if isinstance(content, Quote):
        kept["direct"] = YES if content.direct else NO
    real = {"modality": reading.modality.value, "affirmed": YES if reading.affirmed else NO}
    return {**kept, **real, **{name: getattr(reading, name) for name in ("attribution", "certainty", "denied_by")}}


def _in_kept_units(values: dict[str, Any]) -> None:
    """A unit that was typed brings what one of it is in the unit that is kept: the value is told in that."""
    for name in ("unit", "currency"):
        if isinstance(values.get(name), tuple):
            values[name], factor = values[name]
            if factor != 1.0 and isinstance(values["value"], float | int | tuple):
                values["value"] = _times(values["value"], factor)


def _times(value: float | tuple[float, float], factor: float) -> float | tuple[float, float]:
    if isinstance(value, tuple):
        return float(f"{value[0] * factor:.12g}"), float(f"{value[1] * factor:.12g}")
    return float(f"{value * factor:.12g}")


def _reading(before: Reading, values: Mapping[str, Any]) -> Reading:
    modality, affirmed = Modality(values["modality"]), values["affirmed"] == YES
    flags = dict(zip(_TOLD, (modality is Modality.PLANNED, modality is Modality.POSSIBLE, not affirmed), strict=True))
    real = (modality, affirmed) == (before.modality, before.affirmed)
    badges = tuple(badge for badge in before.badges if badge not in _TOLD)
    return Reading(
        _content(before.content, values),
        modality,
        affirmed,
        values["attribution"],
        values["certainty"],
        before.badges if real else (*badges, *(badge for badge, holds in flags.items() if holds)),
        values["denied_by"],
    )


def _content(before: Content, values: Mapping[str, Any]) -> Content:
    """The content with these values; a time that was corrected is no longer inferred."""
    told = {name: values[name] for name in before.__struct_fields__ if name in values}
    told = {name: _default(before, name) if value is None else value for name, value in told.items()}
    if any(name in told and told[name] != getattr(before, name) for name in _TIMES):
        told["year_inferred"] = False
    match before:
        case Resource() | Relation():
            told["quantity"] = None if values["value"] is None else _quantity(values)
        case RouteFact():
            told["object"] = values["object"] if values["value"] is None else _quantity(values)
        case Commitment():
            told["amount"] = Money(values["value"], values["currency"])
        case Quote():
            told["direct"] = values["direct"] == YES
        case Profile():
            told["of"] = "+".join(values["of"])
        case Event():
            pass
    return replace(before, **told)


def _quantity(values: Mapping[str, Any]) -> Quantity:
    return Quantity(values["value"], values["unit"], values["of"] or None)


def _default(before: Content, name: str) -> object:
    """What stands in an empty field: an empty text where texts stand, else nothing."""
    given = type(before).__struct_defaults__
    return dict(zip(before.__struct_fields__[-len(given) :], given, strict=True)).get(name)
