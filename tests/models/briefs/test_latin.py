"""What a brief in another script leaves in Latin letters: units, and names that nobody was seen to write otherwise."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from models import briefs
from models.briefs import Options, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.briefs import Brief, Part
    from models.library import Library

DAY = "2026-11-21"
UNITS = {"km", "km²", "m³", "MW", "kWh", "TEU", "GDP"}
ROUTES = {"CAREC", "TAPI", "CASA-1000", "D"}
NAMES = {
    "AzerNews", "Boeing", "CPC", "Cameco", "Chevron", "Cove Capital", "Eurasian Resources Group", "ExxonMobil",
    "Global Energy Monitor", "Global Gateway", "HMS", "HMS Bergbau", "IAEA", "II", "Itochu", "KAZ", "Lukoil",
    "MINEX Forum", "Natural Earth", "OECD", "OSW", "Orano", "Oxus", "Railway Gazette International",
    "SteelRadar", "TALCO", "The Astana Times", "Trend",
    "US International Development Finance Corporation", "Wabtec",
}  # fmt: skip
QUOTED = re.compile("「[^」]*」|『[^』]*』|«[^»]*»|“[^”]*”")
LATIN = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ\d²³’'.&-]*(?: [A-Za-zÀ-ɏ][A-Za-zÀ-ɏ\d²³’'.&-]*)*")


def texts(brief: Brief, courses: frozenset[str]) -> Iterator[str]:
    """All words but those of lists and of the names of a route in all languages."""
    for chapter in brief.chapters:
        for part in chapter.parts:
            if part.id != "lists" and not (part.id == "profile" and chapter.id in courses):
                yield from told(part)


def told(part: Part) -> Iterator[str]:
    yield part.lead
    for entry in part.entries:
        yield from (entry.text, entry.detail, entry.topic, entry.label, entry.as_of)
        yield from (value.text for value in entry.values)
    for row in part.table.rows if part.table else ():
        yield from (*row.cells, row.label, row.as_of)
    for picture in part.pictures:
        yield from (picture.caption, picture.told)


@pytest.mark.parametrize("kind", ["countries", "commodities", "routes"])
@pytest.mark.parametrize("language", ["ja", "ru"])
def test_only_names_without_another_form_stay_in_latin_letters(held: Library, language: str, kind: str) -> None:
    made = briefs.make(held, Subject(kind), DAY, Options(language=language))
    words = [QUOTED.sub("", text) for text in texts(made, frozenset(held.catalog.routes))]
    found = {match.rstrip(".") for text in words for match in LATIN.findall(text)}
    assert found
    assert found - UNITS - ROUTES - NAMES == set()
