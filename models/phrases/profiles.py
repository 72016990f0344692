"""Key figures: their values in words, and what their units are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.phrases.templates import fill
from models.phrases.trimming import in_order

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.catalog import Catalog
    from models.phrases.names import Names
    from models.phrases.templates import Templates
    from models.records import Profile


def unit(content: Profile, catalog: Catalog) -> str | None:
    """The unit of a key figure as phrases call it: years may be years of age."""
    found = catalog.properties.get(content.property)
    return found.told_in if found and found.told_in else content.unit


def labelled(content: Profile, names: Names, catalog: Catalog, language: str, words: Mapping[str, str]) -> str:
    """What a key figure is called: with the people that the country is named after where it is of that, and with what
    it is a figure of."""
    found, country = catalog.properties.get(content.property), catalog.countries.get(content.country)
    if found is None:
        label, template = content.property, None
    else:
        people = country.titular.get(language) if country else None
        with_people = found.people.get(language) if people else None
        label = fill(with_people, people=people or "") if with_people else found.called(language)
        template = found.of.get(language)
    if not content.of:
        return label
    of = names.listed([names.name(part) for part in content.of.split("+")])
    return fill(template or words["of"], label=label, of=of)


def valued(content: Profile, quote: str, names: Names, catalog: Catalog, counted: str) -> str:
    """A key figure without what it measures: what is `counted` without saying so, several names in the order
    of the `quote`, which may be one of size."""
    value, found = content.value, catalog.properties.get(content.property)
    if not isinstance(value, str):
        return names.numbers.measure(value, "" if content.unit == counted else unit(content, catalog))
    if found is not None and found.many:
        codes = in_order([names.known(part) for part in value.split("+")], quote, catalog)
        return names.listed([names.name(code) if _is_name(code, catalog) else names.quoted(code) for code in codes])
    if found is not None and found.value == "text":
        return names.called(value)
    return names.name(value)


def _is_name(code: str, catalog: Catalog) -> bool:
    """Whether it is a name, of the catalog or as a source has it, and no words for goods."""
    return not code.islower() or catalog.entry(code) is not None


def sentence(content: Profile, label: str, catalog: Catalog, words: Templates) -> str:
    """The template that tells a key figure with its country: the several names of a list stand apart from the label,
    but where it runs on to them ("Borders on")."""
    found = catalog.properties.get(content.property)
    listed = found is not None and found.many and label.rpartition(" ")[2] not in words["run_on"]
    template: str = words["listed" if listed else "figure"]
    return template
