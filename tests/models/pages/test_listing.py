"""Which lists of critical raw materials name a commodity."""

from __future__ import annotations

from models.catalog import load
from models.pages.listing import in_full, in_short, listed
from models.pages.resources import commodity_page, resources_page
from models.phrases import Phrases
from models.statements import group
from tests.models.making import uranium

CATALOG = load()
PHRASES = Phrases(CATALOG)


def test_lists_in_force_come_first_and_the_newest_of_them() -> None:
    found = listed("tungsten", CATALOG)
    assert [each.current for each in found] == sorted((each.current for each in found), reverse=True)
    force = (
        "US list of 2025",
        "EU list of 2024",
        "EU strategic list of 2024",
        "UK list of 2024",
        "Japan's list of 2020",
    )
    told = f"On critical lists: {', '.join(force)}"
    assert in_short(found) == told
    assert in_full(found).count("\n") == len(found) - 1
    assert "(superseded)" in in_full(found)


def test_another_language_has_its_own_names() -> None:
    assert listed("copper", CATALOG, "ja")[0].short == "米国(2025年)"


def test_what_no_list_names_says_nothing() -> None:
    assert listed("cotton", CATALOG) == listed("moonstone", CATALOG) == ()
    assert in_short(()) == in_full(()) == ""


def test_the_pages_tell_the_lists() -> None:
    statements = group([uranium("a", rank=1)], CATALOG)
    assert resources_page(statements, CATALOG, PHRASES).listed == {"uranium": "On critical lists: US list of 2025"}
    page = commodity_page("uranium", statements, CATALOG, PHRASES, ())
    assert [each.id for each in page.lists] == ["us-critical-2025", "us-critical-2018"]
