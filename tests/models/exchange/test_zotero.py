"""Every field of a reference is one that Zotero has for the type of item it becomes there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import bibtexparser
import orjson
import pytest

from models.exchange.citations import bibtex, csl_json, ris
from models.exchange.references import DOCUMENT, NEWS, PAGE, Reference

RULES: dict[str, Any] = tomllib.loads(
    (Path(__file__).parents[2] / "data" / "exchange" / "zotero.toml").read_text("utf-8")
)
WORKS = {
    kind: Reference(
        kind, kind, "[Title]", "Publisher", "2025-03-09", "Author", "https://example.org/a", "en", "archived copy"
    )
    for kind in (NEWS, PAGE, DOCUMENT)
}
Item = tuple[str, dict[str, str]]


def as_csl(work: Reference) -> Item:
    (item,) = orjson.loads(csl_json([work]))
    return item.pop("type"), {name: str(value) for name, value in item.items() if name != "id"}


def as_ris(work: Reference) -> Item:
    lines = re.findall(r"^(\w\w)  - (.*)$", ris([work]).decode().replace("\r", ""), re.MULTILINE)
    return dict(lines)["TY"], dict(lines)


def as_bibtex(work: Reference) -> Item:
    (entry,) = bibtexparser.parse_string(bibtex([work]).decode()).entries
    return entry.entry_type, {name: field.value for name, field in entry.fields_dict.items()}


FORMATS = {"csl": as_csl, "ris": as_ris, "bibtex": as_bibtex}


def imported(name: str, item: Item) -> tuple[str, dict[str, str]]:
    """The type that Zotero gives the item, and which of our fields goes where."""
    rules, (kind, fields) = RULES[name], item
    became = rules["types"].get(kind) or rules["unlisted"]
    own = RULES["bases"].get(became, {})
    to = {field: rules["fields"][field] for field in fields if field not in rules.get("ignored", ())}
    return became, {field: own.get(target, target) for field, target in to.items()}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("kind", WORKS)
def test_every_field_is_one_of_its_type(name: str, kind: str) -> None:
    became, targets = imported(name, FORMATS[name](WORKS[kind]))
    for field, target in targets.items():
        role = target.partition("/")[2]
        assert became in RULES["creators"][role] if role else target in RULES["fields"][became], (field, target)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("kind", WORKS)
def test_nothing_that_is_known_is_lost(name: str, kind: str) -> None:
    became, targets = imported(name, FORMATS[name](WORKS[kind]))
    publication = {
        "newspaperArticle": "publicationTitle",
        "journalArticle": "publicationTitle",
        "webpage": "websiteTitle",
    }
    told = publication.get(became, "publisher")
    if name == "bibtex" and became == "webpage":
        told = "extra"  # Zotero's BibTeX has no field for the title of a website
    assert {"title", "date", "url", "language", "creators/author", told} <= set(targets.values())


@pytest.mark.parametrize(
    ("name", "kind", "type_"),
    [
        ("csl", NEWS, "newspaperArticle"),
        ("csl", PAGE, "webpage"),
        ("csl", DOCUMENT, "document"),
        ("ris", NEWS, "newspaperArticle"),
        ("ris", PAGE, "webpage"),
        ("bibtex", NEWS, "journalArticle"),
        ("bibtex", PAGE, "webpage"),
    ],
)
def test_what_has_a_type_of_its_own_gets_it(name: str, kind: str, type_: str) -> None:
    assert imported(name, FORMATS[name](WORKS[kind]))[0] == type_
