"""A country's page: lists that a fuller list holds."""

from __future__ import annotations

from models.catalog import Catalog
from models.pages.countries import country_page
from models.phrases import Phrases
from models.records import Claim, Commitment, Money, Profile, Quantity, Resource
from models.statements import group
from tests.models.making import claim


def test_a_list_of_a_part_names_the_fuller_list_of_the_same_figure(catalog: Catalog) -> None:
    named = ("Altyn+Beles+Kuat", "Beles", "Tulpar")
    found = group([claim(Profile("KAZ", "state-companies", names), names) for names in named], catalog)
    page = country_page("KAZ", found, catalog, Phrases(catalog), ())
    told = {line.text.rpartition(": ")[2]: line for section in page.sections for line in section.lines}
    assert (told["Beles"].fuller, told["Tulpar"].fuller) == (told["Altyn, Beles and Kuat"].statement, "")


def test_goods_by_a_number_that_a_key_figure_tells_from_the_same_sentence_are_told_once(catalog: Catalog) -> None:
    def told(value: float, year: int, start: int) -> list[Claim]:
        goods = Resource("TKM", "electricity", "develops", quantity=Quantity(value, "MW"), year=year)
        figure = Profile("TKM", "power-capacity", value, "MW", str(year))
        return [claim(content, start=start) for content in (goods, figure)]

    only_goods = Resource("TKM", "electricity", "develops", quantity=Quantity(4_000.0, "MW"), year=2017)
    found = group([*told(5_200.0, 2020, 10), *told(6_510.0, 2023, 900), claim(only_goods, start=2000)], catalog)
    page = country_page("TKM", found, catalog, Phrases(catalog), ())
    lines = {section.id: [line.text for line in section.lines] for section in page.sections}
    assert len(lines["profile"]) == 2
    assert [text for text in lines["resources"] if "5,200" in text or "6,510" in text] == []
    assert [text for text in lines["resources"] if "4,000" in text]


def test_news_stands_before_what_is_older_however_well_that_is_supported(catalog: Catalog) -> None:
    told = {"old": "2025-02", "older": "2024-02", "new": "2026-10"}
    claims = [
        *(claim(Commitment(("JPN",), ("KAZ",), Money(1e9, "USD")), article) for article in ("old", "older")),
        claim(Commitment(("CHN",), ("KAZ",), Money(2e9, "USD")), "new"),
        *(claim(Resource("KAZ", "coal", "produces", quantity=Quantity(5e6, "t"), year=2023), a) for a in told),
        claim(Resource("KAZ", "coal", "exports", quantity=Quantity(3e6, "t"), year=2026), "new"),
    ]
    page = country_page("KAZ", group(claims, catalog, published=told), catalog, Phrases(catalog), ())
    texts = {section.id: [line.text for line in section.lines] for section in page.sections}
    assert [text.partition(" ")[0] for text in texts["commitments"]] == ["China", "Japan"]
    assert ["exports" in text for text in texts["resources"]] == [True, False]
