"""A country's page: lists that a fuller list holds."""

from __future__ import annotations

from models.catalog import Catalog
from models.pages.countries import country_page
from models.phrases import Phrases
from models.records import Profile
from models.statements import group
from tests.models.making import claim


def test_a_list_of_a_part_names_the_fuller_list_of_the_same_figure(catalog: Catalog) -> None:
    named = ("Altyn+Beles+Kuat", "Beles", "Tulpar")
    found = group([claim(Profile("KAZ", "state-companies", names), names) for names in named], catalog)
    page = country_page("KAZ", found, catalog, Phrases(catalog), ())
    told = {line.text.rpartition(": ")[2]: line for section in page.sections for line in section.lines}
    assert (told["Beles"].fuller, told["Tulpar"].fuller) == (told["Altyn, Beles and Kuat"].statement, "")
